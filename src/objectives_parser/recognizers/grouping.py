"""The column that groups a table's rows without saying so by its header: `Framework | Objective`, `Area | Action`."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.parts import names_kinds
from objectives_parser.records import STATEMENTS
from objectives_parser.values import is_date_only, is_value_only

_LONGEST_NAME = 10


def with_grouping_column(headers: tuple[Header, ...], body: Sequence[Row]) -> tuple[Header, ...]:
    """The headers with the first column as what groups the rows, where it stands left of all statements and its short
    names hold for several rows each, by spanning them or printed again in each."""
    first = headers[0] if headers else None
    stated = any(header.role in STATEMENTS for header in headers[1:])
    if first is None or first.role is not None or not stated or any(h.role == "category" for h in headers):
        return headers
    cells = [cell for row in body for cell in filled(row.cells) if cell.column == 0]
    if not cells or not all(map(_is_name, cells)) or not _hold_for_several(cells):
        return headers
    return (attrs.evolve(first, role="category"), *headers[1:])


def _is_name(cell: Cell) -> bool:
    text = cell.text.strip()
    words = text.split()
    told = is_value_only(text) or is_date_only(text) or names_kinds(text)
    return len(words) <= _LONGEST_NAME and max(map(len, words), default=0) > 2 and not told  # no `O u t p u t`


def _hold_for_several(cells: Sequence[Cell]) -> bool:
    names = [" ".join(cell.text.split()) for cell in cells]
    rows = sum(cell.row_span for cell in cells)
    return len(set(names)) > 1 and len(set(names)) * 10 <= 7 * rows
