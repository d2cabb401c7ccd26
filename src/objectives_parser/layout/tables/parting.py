"""Heads drawn as one box over several columns, parted where their texts stand over the columns one by one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell, Line, Table, Word
from objectives_parser.layout.tables.gutters import LOOSE, Run, crossed, runs_of
from objectives_parser.layout.tables.lattices import column_edges
from objectives_parser.layout.tables.lines import box_of

HEAD_ROWS = 3
LONGEST_HEAD = 15
"""Words in the head of a column."""
NEAR = 8.0
"""The head of a column begins this near to where the text below it begins, or stands over its middle."""


def with_parted_head(table: Table) -> Table:
    """The table with a head cell over several columns as one for each, where each has a text of its own in it.

    Often a head is shaded as a whole, or its cells have no rule between them ("Status Investment Co-benefits"). A head
    that is to span the columns crosses their borders.
    """
    wide = [cell for cell in table.cells if cell.row < HEAD_ROWS and cell.column_span > 1 and cell.lines]
    if not wide or table.rows < 2:
        return table
    edges = column_edges(table)
    reach = _head_reach(table)
    parts = {id(cell): _parted(cell, edges, table) for cell in wide if cell.row < reach}
    cells = [part for cell in table.cells for part in parts.get(id(cell), [cell])]
    return attrs.evolve(table, cells=tuple(cells))


def _head_reach(table: Table) -> int:
    """The number of rows down to the end of the first with several texts; titles may stand over it."""
    top = [cell for cell in table.cells if cell.row < HEAD_ROWS and cell.lines]
    rows = [[cell for cell in top if cell.row == row] for row in range(HEAD_ROWS)]
    first = next((cells for cells in rows if len(cells) > 1), top)
    return max((cell.row + cell.row_span for cell in first), default=0)


def _parted(cell: Cell, edges: Sequence[float], table: Table) -> list[Cell]:
    last = cell.column + cell.column_span
    inner = edges[cell.column + 1 : last]
    lines = [runs_of(line.words, LOOSE) for line in cell.lines]
    if any(crossed(runs, place) for runs in lines for place in inner):
        return [cell]
    columns: list[list[Run]] = [[] for _ in range(cell.column_span)]
    for run in (run for runs in lines for run in runs):
        columns[bisect_left(inner, (run.low + run.high) / 2)].append(run)
    if not all(columns) or not _are_heads(columns, cell, edges, table):
        return [cell]
    return [_part(cell, cell.column + index, edges, runs) for index, runs in enumerate(columns)]


def _are_heads(columns: Sequence[Sequence[Run]], cell: Cell, edges: Sequence[float], table: Table) -> bool:
    """Is each text short, no rest of the one before, and does it stand over its column?"""
    if any(runs[0].words[0].text[:1].islower() for runs in columns):
        return False
    if any(sum(len(run.words) for run in runs) > LONGEST_HEAD for runs in columns):
        return False
    return all(_stands_over(runs, cell.column + index, cell, edges, table) for index, runs in enumerate(columns))


def _stands_over(runs: Sequence[Run], column: int, cell: Cell, edges: Sequence[float], table: Table) -> bool:
    low, high = min(run.low for run in runs), max(run.high for run in runs)
    if abs((low + high) - (edges[column] + edges[column + 1])) < 2 * NEAR:
        return True
    below = [
        (box_of(line.words[0])[0], box_of(line.words[-1])[2])
        for other in table.cells
        if other.column == column and other.column_span == 1 and other.row >= cell.row + cell.row_span
        for line in other.lines[:1]
    ]
    return any(
        abs(left - low) < NEAR or abs(right - high) < NEAR or abs(left + right - low - high) < 2 * NEAR
        for left, right in below
    )


def _part(cell: Cell, column: int, edges: Sequence[float], runs: Sequence[Run]) -> Cell:
    held = {id(word) for run in runs for word in run.words}
    lines: list[Line] = []
    for line in cell.lines:
        words: tuple[Word, ...] = tuple(word for word in line.words if id(word) in held)
        if words:
            lines.append(attrs.evolve(line, words=words))
    bbox = cell.bbox and (edges[column], cell.bbox[1], edges[column + 1], cell.bbox[3])
    return attrs.evolve(cell, column=column, column_span=1, lines=tuple(lines), bbox=bbox)
