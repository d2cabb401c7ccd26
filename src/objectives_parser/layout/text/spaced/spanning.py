"""Cells that span several rows: a subject printed once beside the rows that serve it.

A row as cut by its subject may hold several rows of the columns in the middle of the table, each aligned among
themselves (`Indicator | Ministry | Category`), beside cells at the sides that stand for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser.layout.text.spaced.rowing import Slice, cheapest_rows, row_cost

GAIN = 1.5
MOST_SIDES = 3


@attrs.frozen(kw_only=True, eq=False)
class Split:
    """The rows of the columns ``low`` to before ``high``; the other columns' cells span them all."""

    low: int
    high: int
    rows: tuple[tuple[Slice, ...], ...]


def split_row(slices: Sequence[Slice], names: frozenset[str]) -> Split | None:
    """The rows inside a row, if taking it apart explains its middle columns better; None if not."""
    best: tuple[float, Split] | None = None
    for low, high in _sides(slices):
        inner = [_only(part, low, high) for part in slices if any(part.cells[low:high])]
        if len(inner) < 2:
            continue
        cost, rows = cheapest_rows(inner, names)
        gain = row_cost(inner, names) - cost
        parts = [inner[a : b + 1] for a, b in rows]
        if len(rows) < 2 or gain < GAIN or not _stand_side_by_side(parts) or _cut_a_sentence(parts):
            continue
        if best is None or gain > best[0] + 0.01:
            best = gain, Split(low=low, high=high, rows=tuple(tuple(inner[a : b + 1]) for a, b in rows))
    return best[1] if best else None


def _sides(slices: Sequence[Slice]) -> Iterator[tuple[int, int]]:
    """The middle parts of the columns that leave some with text at the left side, the widest first."""
    columns = len(slices[0].cells)
    full = [column for column in range(columns) if any(part.cells[column] for part in slices)]
    for left in range(1, min(MOST_SIDES, len(full) - 2) + 1):
        for right in range(0, min(MOST_SIDES, len(full) - left - 2) + 1):
            yield full[left], full[len(full) - 1 - right] + 1


def _only(part: Slice, low: int, high: int) -> Slice:
    return attrs.evolve(part, cells=part.cells[low:high])


def _stand_side_by_side(rows: Sequence[Sequence[Slice]]) -> bool:
    """Every row begins with text in its first column, and has text in another one."""
    for row in rows:
        full = [any(part.cells[column] for part in row) for column in range(len(row[0].cells))]
        if not full[0] or sum(full) < 2:
            return False
    return True


def _cut_a_sentence(rows: Sequence[Sequence[Slice]]) -> bool:
    """Whether a cell goes on in small letters below a cut."""
    for column in range(len(rows[0][0].cells)):
        cells = [[word for part in row for word in part.cells[column]] for row in rows]
        for before, after in pairwise(cell for cell in cells if cell):
            if after[0].text[:1].islower() and not before[-1].text.endswith((".", ";", ":")):
                return True
    return False
