"""Cells that span several rows and are set in their middle: the rows beside them are told first, then which of them
stand around each.

                        Review all courses            Courses reviewed
Renew the courses
                        Ask the pilots                Pilots asked
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Line
from objectives_parser.layout.text.spaced.rowing import Slice, cheapest_rows
from objectives_parser.layout.text.spaced.spanning import (
    LEAST_SPANNED,
    MOST_SIDES,
    Split,
    cut_a_sentence,
    only,
    stand_side_by_side,
)
from objectives_parser.layout.wrapping import Column, breaks, line_width

MOST_OFF = 1.0
"""Lines between the middle of a cell and that of the rows that it spans."""
LEAST_GAIN = 3.0
"""By so much the rows beside the first column's cells are cheaper than rows with one cell of it each."""
MOST_SUBJECTS = 24
MOST_APART, SURELY_ON = 2, -2.0
"""Lines from one line of a cell to its next where cells of even and odd heights stand side by side."""
Rows = list[tuple[int, int]]


def centred_rows(slices: Sequence[Slice], names: frozenset[str]) -> list[tuple[int, int, Split | None]] | None:
    """The rows where the first column's cells each stand beside the middle of several rows of the other columns: first
    and last line of each, and the rows beside its cell; None where the lines are no such rows."""
    columns = len(slices[0].cells)
    if columns < LEAST_SPANNED or slices[0].cells[0]:
        return None
    ways = (_subjects(slices, names, parted=parted) for parted in (False, True))
    found = (_rows_around(slices, names, way) for way in ways if 0 < len(way) <= MOST_SUBJECTS)
    return next((rows for rows in found if rows is not None), None)


def _rows_around(
    slices: Sequence[Slice], names: frozenset[str], subjects: Sequence[tuple[int, int]]
) -> list[tuple[int, int, Split | None]] | None:
    """The rows beside subjects that stand at these heights."""
    columns = len(slices[0].cells)
    whole = cheapest_rows(slices, names)[0]
    for right in range(min(MOST_SIDES, columns - LEAST_SPANNED) + 1):
        high = columns - right
        lines = [at for at, part in enumerate(slices) if any(part.cells[1:high])]
        inner = [_beside(slices[at], slices[above].y if at else 0, high) for above, at in pairwise([0, *lines])]
        if len(inner) < 2:
            continue
        cost, rows = cheapest_rows(inner, names)
        parts = [inner[first : last + 1] for first, last in rows]
        if (
            len(rows) <= len(subjects)
            or whole - cost < LEAST_GAIN
            or not stand_side_by_side(parts)
            or cut_a_sentence(parts)
        ):
            continue
        around = _around([(parts[at][0].y, parts[at][-1].y) for at in range(len(parts))], subjects)
        if around is not None and all(
            _stand_in_middle(slices, column, parts, around) for column in range(high, columns)
        ):
            return list(_spanned(slices, lines, rows, parts, around, high))
    return None


def _beside(part: Slice, above: int, high: int) -> Slice:
    """A line of the columns beside the first one; lines that say nothing there are empty ones."""
    return attrs.evolve(only(part, 1, high), blanks=max(0, part.y - above - 1))


def _blocks(slices: Sequence[Slice], column: int) -> list[tuple[int, int]]:
    """The heights from which to which the cells of a column reach, one apart from the other."""
    found: list[tuple[int, int]] = []
    for part in slices:
        if part.cells[column]:
            if found and part.y - found[-1][1] == 1:
                found[-1] = found[-1][0], part.y
            else:
                found.append((part.y, part.y))
    return found


def _subjects(slices: Sequence[Slice], names: frozenset[str], *, parted: bool) -> list[tuple[int, int]]:
    """The heights from which to which the first column's cells reach. Lines of a cell may have one of the other cells'
    between them, where it goes on for sure; ``parted`` says that a cell may begin right under another."""
    lines = [(part.y, Line(part.cells[0])) for part in slices if part.cells[0]]
    full = Column(full=max((line_width(line, grid=False) for _, line in lines), default=0.0), names=names, grid=False)
    found: list[tuple[int, int]] = []
    before: list[Line] = []
    for y, line in lines:
        score = breaks(before, line, full) if before else 1.0
        gap = y - found[-1][1] if found else 0
        if found and (gap == 1 or (gap <= MOST_APART and score <= SURELY_ON)) and not (parted and score > 0):
            found[-1], before = (found[-1][0], y), [*before, line]
        else:
            found.append((y, y))
            before = [line]
    return found


def _around(heights: Sequence[tuple[int, int]], subjects: Sequence[tuple[int, int]]) -> Rows | None:
    """For each subject the first and last of the rows that it stands in the middle of; all rows are of one."""
    best: dict[int, tuple[float, Rows]] = {0: (0.0, [])}
    for low, high in subjects:
        reached: dict[int, tuple[float, Rows]] = {}
        for start, (cost, rows) in best.items():
            for end in range(start, len(heights)):
                off = abs(heights[start][0] + heights[end][1] - low - high) / 2
                at_top = end > start and low <= heights[start][0] and high < heights[end][1]
                known = reached.get(end + 1)
                if off <= MOST_OFF and not at_top and (known is None or cost + off < known[0]):
                    reached[end + 1] = cost + off, [*rows, (start, end)]
        best = reached
    found = best.get(len(heights))
    return found[1] if found is not None else None


def _stand_in_middle(slices: Sequence[Slice], column: int, parts: Sequence[Sequence[Slice]], around: Rows) -> bool:
    """Whether each cell of a column at the right stands in the middle of the rows of one subject too."""
    middles = [(parts[first][0].y + parts[last][-1].y) / 2 for first, last in around]
    return all(
        any(abs((low + high) / 2 - middle) <= MOST_OFF for middle in middles) for low, high in _blocks(slices, column)
    )


def _spanned(
    slices: Sequence[Slice],
    lines: Sequence[int],
    rows: Rows,
    parts: Sequence[Sequence[Slice]],
    around: Rows,
    high: int,
) -> Iterator[tuple[int, int, Split | None]]:
    start = 0
    for number, (first, last) in enumerate(around):
        end = len(slices) - 1 if number == len(around) - 1 else lines[rows[last + 1][0]] - 1
        inside = tuple(tuple(part) for part in parts[first : last + 1])
        yield start, end, Split(low=1, high=high, rows=inside) if len(inside) > 1 else None
        start = end + 1
