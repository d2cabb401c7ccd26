"""Rows that hold a label and what it labels: `Outcome 1 | Citizens have reliable power` over all the columns."""

from __future__ import annotations

import attrs

from objectives_parser.document import Cell, Table
from objectives_parser.drafts import Context
from objectives_parser.recognizers.grid import filled
from objectives_parser.roles import printed_label

_LEAST_COLUMNS = 3


def with_labels_joined(table: Table, context: Context) -> Table:
    """The table with each such row as one cell over its whole width, as other publishers print it."""
    if table.columns < _LEAST_COLUMNS:
        return table
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.column == 0 or cell.column_span >= table.columns - cell.column > 1:
            rows.setdefault(cell.row, []).append(cell)
    joined = {pair[0].row: pair for cells in rows.values() if (pair := _labelled(cells, table, context))}
    if not joined:
        return table
    kept = [cell for cell in table.cells if cell.row not in joined or cell is joined[cell.row][0]]
    return attrs.evolve(
        table, cells=tuple(_whole(*joined[cell.row], table) if cell.row in joined else cell for cell in kept)
    )


def _labelled(cells: list[Cell], table: Table, context: Context) -> tuple[Cell, Cell] | None:
    """The label and the statement of a row that has nothing else; None for another row."""
    full = sorted(filled(cells), key=lambda cell: cell.column)
    if len(full) != 2 or full[0].column or any(cell.row_span > 1 for cell in full):
        return None
    name, statement = full
    if name.column_span + statement.column_span != table.columns or statement.column_span < 2:
        return None
    label = printed_label(name.text, context.vocabulary)
    if label is None or label.role != "objective" or not label.number or label.end < len(name.text):
        return None
    return name, statement


def _whole(name: Cell, statement: Cell, table: Table) -> Cell:
    return attrs.evolve(name, column_span=table.columns, lines=(*name.lines, *statement.lines), header=False)
