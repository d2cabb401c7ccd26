"""Tables whose title says what their rows are: `Performance measures` over the whole width, and under it the header ` |
Actual 2030 | Target 2031` with an empty corner."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell, Table
from objectives_parser.frozen import evolve
from objectives_parser.recognizers.grid import filled, header_text
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import Vocabulary, heading_role

_SURE, _MOST_WORDS, _LONGEST_HEADER = 0.8, 5, 4  # strength, words, words
_FEWEST_COLUMNS = 2


def with_title_in_corner(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with its title in the empty corner of its header; as it is where there is no such title."""
    rows: dict[int, list[Cell]] = {}
    for cell in filled(table.cells):
        rows.setdefault(cell.row, []).append(cell)
    if len(rows) <= _FEWEST_COLUMNS or table.columns < _FEWEST_COLUMNS:
        return table
    first, second, *_ = sorted(rows)
    title, head = rows[first], sorted(rows[second], key=lambda cell: cell.column)
    if len(title) != 1 or title[0].column or not _names_rows(title[0], vocabulary) or not _has_corner(head, table):
        return table
    corner = attrs.evolve(title[0], row=second, row_span=1, column_span=head[0].column, header=True)
    kept = [cell for cell in table.cells if cell is not title[0] and not _is_under(cell, corner)]
    cells = [evolve(cell, header=True) if cell.row == second else cell for cell in kept]
    return evolve(table, cells=tuple(sorted([corner, *cells], key=lambda cell: (cell.row, cell.column))))


def _names_rows(cell: Cell, vocabulary: Vocabulary) -> bool:
    """Whether a title is but the name of a kind of statements."""
    text = header_text(cell)
    role = heading_role(text, vocabulary) if len(text.split()) <= _MOST_WORDS else None
    return role is not None and role.role in STATEMENTS and role.strength >= _SURE


def _has_corner(head: Sequence[Cell], table: Table) -> bool:
    """Whether a row of short names leaves the first column empty and fills all others."""
    if head[0].column != 1 or any(cell.row_span > 1 for cell in head):
        return False
    short = all(len(cell.text.split()) <= _LONGEST_HEADER for cell in head)
    return short and sum(cell.column_span for cell in head) == table.columns - 1


def _is_under(cell: Cell, corner: Cell) -> bool:
    """Whether an empty cell stands where the title goes."""
    return not cell.filled and cell.row == corner.row and cell.column < corner.column_span
