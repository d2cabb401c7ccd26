"""The tables that the layout found, before any role is given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from objectives_parser.document import BBox, Cell, Document, Table, printed_box, union


def emit(document: Document, number: int | None) -> str:
    """The contract's ``{"tables": […]}``, indented if it is the only one, else on a line."""
    found = {"tables": [_table(block, document.printed) for block in document.blocks or () if isinstance(block, Table)]}
    return json.dumps(found, ensure_ascii=False, indent=2 if number is None else None) + "\n"


def _table(table: Table, printed: Mapping[int, BBox]) -> dict[str, Any]:
    return {
        "pages": list(table.pages),
        "bbox": _rounded(_table_box(table, printed)),
        "rows": table.rows,
        "columns": table.columns,
        "cells": [_cell(cell, printed) for cell in table.cells],
    }


def _cell(cell: Cell, printed: Mapping[int, BBox]) -> dict[str, Any]:
    return {
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "header": cell.header,
        "text": cell.text,
        "page": cell.page,
        "bbox": _rounded(_cell_box(cell, printed) if printed else cell.bbox),
    }


def _table_box(table: Table, printed: Mapping[int, BBox]) -> BBox | None:
    """The table's box on its first page."""
    first = table.pages[0] if table.pages else None
    return union(_cell_box(cell, printed) for cell in table.cells if cell.page == first) if printed else table.bbox


def _cell_box(cell: Cell, printed: Mapping[int, BBox]) -> BBox | None:
    return printed_box([word for line in cell.lines for word in line.words if word.page == cell.page], printed)


def _rounded(bbox: tuple[float, ...] | None) -> list[float] | None:
    return None if bbox is None else [round(side, 2) for side in bbox]
