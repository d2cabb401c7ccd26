"""Tables inside the cells of a table → one table: the rows of the inner one are rows of the outer one.

`Milestones | (By December | By March)` in a form of Word: the label spans the rows of the table beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import TypeAlias

from objectives_parser.readers.grid import Source, Spot

Part: TypeAlias = "Sequence[Spot[Source]]"
"""What stands in a cell one under the other: the cells of a table, or one cell of the paragraphs between two."""


def unfolded(spots: Sequence[Spot[Source]], parts_of: Callable[[Source], Sequence[Part[Source]]]) -> list[Spot[Source]]:
    """The cells with those of the tables inside them, in reading order. ``parts_of`` a cell are () where it holds no
    table; a row in which several cells hold one is a layout, and stays."""
    parts = {at: parts_of(spot.source) for at, spot in enumerate(spots)}
    held = [at for at, found in parts.items() if found]
    rows = [spots[at].row for at in held]
    folded = {at: parts[at] for at in held if rows.count(spots[at].row) == 1 and spots[at].row_span == 1}
    if not folded:
        return list(spots)
    tops = _tops(spots, {spots[at].row: _height(found) for at, found in folded.items()})
    placed = [
        piece
        for at, spot in enumerate(spots)
        for piece in (_inside(spot, folded[at], tops[spot.row]) if at in folded else [_moved(spot, tops)])
    ]
    edges = sorted({edge for *_, left, right in placed for edge in (left, right)})
    found = [
        Spot(row=row, row_span=span, source=source, column=bisect_left(edges, left),
             column_span=bisect_left(edges, right) - bisect_left(edges, left))
        for row, span, source, left, right in placed
    ]  # fmt: skip
    return sorted(found, key=lambda spot: (spot.row, spot.column))


Piece: TypeAlias = "tuple[int, int, Source, Fraction, Fraction]"
"""A cell's row and how many it spans, what it is, and its edges left and right in columns of the outer table."""


def _tops(spots: Sequence[Spot[Source]], heights: dict[int, int]) -> list[int]:
    """For each row of the outer table, and the end of the last, the row that it begins in now."""
    count = max(spot.row + spot.row_span for spot in spots)
    return [0, *accumulate(heights.get(row, 1) for row in range(count))]


def _height(parts: Sequence[Part[Source]]) -> int:
    return sum(_rows(part) for part in parts)


def _rows(part: Part[Source]) -> int:
    return max((spot.row + spot.row_span for spot in part), default=0)


def _moved(spot: Spot[Source], tops: Sequence[int]) -> Piece[Source]:
    top, left = tops[spot.row], Fraction(spot.column)
    return top, tops[spot.row + spot.row_span] - top, spot.source, left, left + spot.column_span


def _inside(spot: Spot[Source], parts: Sequence[Part[Source]], top: int) -> list[Piece[Source]]:
    """What stands in a cell, each table's columns over the cell's width, on its own columns where they are enough."""
    placed: list[Piece[Source]] = []
    left, width = spot.column, spot.column_span
    for part in parts:
        columns = max((inner.column + inner.column_span for inner in part), default=1)
        edges = [Fraction(width * at, columns) for at in range(columns + 1)]
        if width >= columns:
            edges = [Fraction(round(edge)) for edge in edges]
        placed.extend(
            (top + inner.row, inner.row_span, inner.source,
             left + edges[inner.column], left + edges[inner.column + inner.column_span])
            for inner in part
        )  # fmt: skip
        top += _rows(part)
    return placed


def alone(source: Source) -> list[Spot[Source]]:
    """A cell as a table of its own."""
    return [Spot(row=0, column=0, row_span=1, column_span=1, source=source)]
