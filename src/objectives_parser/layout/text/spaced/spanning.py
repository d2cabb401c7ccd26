"""Cells that span several rows: a subject printed once beside the rows that serve it.

A row as cut by its subject may hold several rows of the columns in the middle of the table, each aligned among
themselves (`Indicator | Ministry | Category`), beside cells at the sides that stand for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Line, Word
from objectives_parser.layout.text.spaced.rowing import Slice, cheapest_rows, row_cost
from objectives_parser.layout.wrapping import Column, breaks, line_width

GAIN, LEAST_GAIN, EVEN_GAIN = 1.5, 2.0, 0.5
LEAST_SPANNED = 3  # columns
MOST_SIDES = 3
LONGEST_VALUE = 3


@attrs.frozen(kw_only=True, eq=False)
class Split:
    """The rows of the columns ``low`` to before ``high``; the other columns' cells span them all, but those of the
    column ``low - 1`` some of them each, if there are ``parts``: first and last row, and the cell's lines."""

    low: int
    high: int
    rows: tuple[tuple[Slice, ...], ...]
    parts: tuple[tuple[int, int, tuple[Slice, ...]], ...] = ()


def split_row(slices: Sequence[Slice], names: frozenset[str]) -> Split | None:
    """The rows inside a row, if taking it apart explains its middle columns better; None if not."""
    best: tuple[float, Split] | None = None
    for low, high in _sides(slices):
        inner = [only(part, low, high) for part in slices if any(part.cells[low:high])]
        if len(inner) < 2:
            continue
        cost, rows = cheapest_rows(inner, names)
        gain = row_cost(inner, names) - cost
        parts = [inner[a : b + 1] for a, b in rows]
        if len(rows) < 2 or gain < GAIN or not stand_side_by_side(parts) or cut_a_sentence(parts):
            continue
        if best is None or gain > best[0] + 0.01:
            best = gain, Split(low=low, high=high, rows=tuple(tuple(inner[a : b + 1]) for a, b in rows))
    return best[1] if best else None


def spanned_rows(slices: Sequence[Slice], names: frozenset[str]) -> list[tuple[int, int, Split | None]] | None:
    """The rows where the first column's cells each stand beside several rows of the other columns: first and last line
    of each, and the rows beside its cell; None where the lines are no such rows."""
    columns = len(slices[0].cells)
    if columns < LEAST_SPANNED or not _is_sparse(slices):
        return None
    inner = [only(part, 1, columns) for part in slices]
    if not all(any(part.cells) for part in inner[:1]):
        return None
    cost, rows = cheapest_rows(inner, names)
    if (twice := _spanned_twice(slices, names, cost)) is not None:
        return twice
    starts = _subject_starts(slices, [first for first, _ in rows], names)
    least = EVEN_GAIN if not cost and len(rows) == len(slices) else LEAST_GAIN  # each line begins and ends its cells
    if starts is None or len(starts) == len(rows) or cheapest_rows(slices, names)[0] - cost < least:
        return None
    found: list[tuple[int, int, Split | None]] = []
    for first, following in pairwise([*starts, len(slices)]):
        parts = _rows_in(inner, rows, first, following)
        split = Split(low=1, high=columns, rows=parts) if len(parts) > 1 else None
        found.append((first, following - 1, split))
    return found


def _rows_in(
    inner: Sequence[Slice], rows: Sequence[tuple[int, int]], first: int, following: int
) -> tuple[tuple[Slice, ...], ...]:
    """The rows that begin from one line on to before another."""
    return tuple(tuple(inner[a : b + 1]) for a, b in rows if first <= a < following)


def _spanned_twice(
    slices: Sequence[Slice], names: frozenset[str], once: float
) -> list[tuple[int, int, Split | None]] | None:
    """The rows where the second column's cells each stand beside several rows too (`Goal`, `Objective`, `Action`);
    ``once`` is the cost of the rows of all columns but the first."""
    columns = len(slices[0].cells)
    if columns <= LEAST_SPANNED or not _is_sparse([only(part, 1, columns) for part in slices]):
        return None
    inner = [only(part, 2, columns) for part in slices]
    cost, rows = cheapest_rows(inner, names)
    if not stand_side_by_side([inner[a : b + 1] for a, b in rows]):
        return None
    begun = [first for first, _ in rows]
    seconds = _subject_starts([only(part, 1, columns) for part in slices], begun, names)
    if seconds is None or len(seconds) == len(rows) or once - cost < LEAST_GAIN:
        return None
    starts = _subject_starts(slices, begun, names)
    if starts is None or not set(starts) <= set(seconds):
        return None
    found: list[tuple[int, int, Split | None]] = []
    for first, following in pairwise([*starts, len(slices)]):
        inside = [at for at in seconds if first <= at < following]
        parts: list[tuple[int, int, tuple[Slice, ...]]] = []
        for a, b in pairwise([*inside, following]):
            before, count = (len(_rows_in(inner, rows, low, high)) for low, high in ((first, a), (a, b)))
            parts.append((before, before + count - 1, tuple(slices[a:b])))
        beside = _rows_in(inner, rows, first, following)
        split = Split(low=2, high=columns, rows=beside, parts=tuple(parts)) if len(beside) > 1 else None
        found.append((first, following - 1, split))
    return found


def _is_sparse(slices: Sequence[Slice]) -> bool:
    """Whether the first column has text on some lines, and on fewer than the second."""
    first, second = (sum(bool(part.cells[column]) for part in slices) for column in (0, 1))
    return 0 < first <= second and bool(slices[0].cells[0])


def _subject_starts(slices: Sequence[Slice], rows: Sequence[int], names: frozenset[str]) -> list[int] | None:
    """The lines at which cells of the first column begin; None where one begins inside a row of the others, or goes on
    over an empty line as no sentence does."""
    lines = [(at, Line(part.cells[0])) for at, part in enumerate(slices) if part.cells[0]]
    full = Column(full=max(line_width(line, grid=False) for _, line in lines), names=names, grid=False)
    begun = set(rows)
    starts = [lines[0][0]]
    for (before, above), (at, line) in pairwise(lines):
        apart = at - before > 1
        begins = breaks([above], line, full) > 0
        if at in begun and (begins or apart) and not line.text[:1].islower():
            starts.append(at)
        elif apart and begins:
            return None
    return starts if len(starts) > 1 else None


def _sides(slices: Sequence[Slice]) -> Iterator[tuple[int, int]]:
    """The middle parts of the columns that leave some with text at the left side, the widest first."""
    columns = len(slices[0].cells)
    full = [column for column in range(columns) if any(part.cells[column] for part in slices)]
    for left in range(1, min(MOST_SIDES, len(full) - 2) + 1):
        for right in range(0, min(MOST_SIDES, len(full) - left - 2) + 1):
            yield full[left], full[len(full) - 1 - right] + 1


def only(part: Slice, low: int, high: int) -> Slice:
    """A line with the cells of some columns."""
    return attrs.evolve(part, cells=part.cells[low:high])


def stand_side_by_side(rows: Sequence[Sequence[Slice]]) -> bool:
    """Every row begins with text in its first column, and has text in another one."""
    for row in rows:
        full = [any(part.cells[column] for part in row) for column in range(len(row[0].cells))]
        if not full[0] or sum(full) < 2:
            return False
    return True


def cut_a_sentence(rows: Sequence[Sequence[Slice]]) -> bool:
    """Whether a cell goes on in small letters below a cut."""
    for column in range(len(rows[0][0].cells)):
        cells = [[word for part in row for word in part.cells[column]] for row in rows]
        for before, after in pairwise(cell for cell in cells if cell):
            if after[0].text[:1].islower() and not before[-1].text.endswith((".", ";", ":")) and not _is_value(after):
                return True
    return False


def _is_value(words: Sequence[Word]) -> bool:
    """`below 5%`: a few words with a figure at their end."""
    return len(words) <= LONGEST_VALUE and any(map(str.isdigit, words[-1].text))
