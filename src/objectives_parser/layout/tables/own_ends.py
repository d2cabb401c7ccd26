"""What shaded tables take in above their head and below their last row though it is text of the page: a title with its
paragraph between two bars, a line such as `Lead: Works` over the next one."""

from __future__ import annotations

import re

import attrs

from objectives_parser.document import Cell, Table

FEWEST_LINES = 3
FEWEST_ROWS = 2
FIELD = re.compile(r"[A-Z][\w ]{2,24}: \S")


def with_own_ends(table: Table) -> Table:
    """The table without a title and paragraph over its shaded head, and without a lone `Name: value` under its rows."""
    if table.way != "filled" or table.bbox is None:
        return table
    return _without_foot(_without_prose(table))


def _row(table: Table, number: int) -> list[Cell]:
    return [cell for cell in table.cells if cell.row == number and cell.lines]


def _without_prose(table: Table) -> Table:
    first, head = _row(table, 0), _row(table, 1)
    if table.rows <= FEWEST_ROWS or len(first) != 1 or len(head) < FEWEST_ROWS or not _is_prose(first[0]):
        return table
    grounds = {cell.fill for cell in head}
    top = head[0].bbox[1] if head[0].bbox is not None else None
    if len(grounds) > 1 or None in grounds or top is None:
        return table
    assert table.bbox is not None
    cells = tuple(attrs.evolve(cell, row=cell.row - 1) for cell in table.cells if cell.row)
    x0, _, x1, bottom = table.bbox
    return attrs.evolve(table, cells=cells, rows=table.rows - 1, bbox=(x0, top, x1, bottom))


def _is_prose(cell: Cell) -> bool:
    """Whether a cell that stands alone, on white, holds lines of several looks: a title and what it is about."""
    looks = {(round(line.words[0].size), line.words[0].bold) for line in cell.lines}
    alone = cell.column == 0 and cell.row_span == 1 and cell.fill is None
    return alone and len(cell.lines) >= FEWEST_LINES and len(looks) > 1


def _without_foot(table: Table) -> Table:
    last = _row(table, table.rows - 1)
    if table.rows <= FEWEST_ROWS or len(last) != 1 or last[0].column or last[0].fill is not None:
        return table
    above = [_row(table, number) for number in range(1, table.rows - 1)]
    whole = all(len(row) > 1 for row in above)
    if not whole or len(last[0].lines) > 1 or not FIELD.match(last[0].text) or last[0].row_span > 1:
        return table
    if any(cell.row + cell.row_span == table.rows for cell in table.cells if cell.row_span > 1):
        return table
    assert table.bbox is not None
    cells = tuple(cell for cell in table.cells if cell.row < table.rows - 1)
    x0, top, x1, _ = table.bbox
    bottom = last[0].bbox[1] if last[0].bbox is not None else table.bbox[3]
    return attrs.evolve(table, cells=cells, rows=table.rows - 1, bbox=(x0, top, x1, bottom))
