"""The tables that the layout found, before any role is given."""

from __future__ import annotations

import json
from typing import Any

from objectives_parser.document import Cell, Document, Table


def emit(document: Document, number: int | None) -> str:
    """The contract's ``{"tables": […]}``, indented if it is the only one, else on a line."""
    found = {"tables": [_table(block) for block in document.blocks or () if isinstance(block, Table)]}
    return json.dumps(found, ensure_ascii=False, indent=2 if number is None else None) + "\n"


def _table(table: Table) -> dict[str, Any]:
    return {
        "pages": list(table.pages),
        "bbox": _rounded(table.bbox),
        "rows": table.rows,
        "columns": table.columns,
        "cells": [_cell(cell) for cell in table.cells],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "header": cell.header,
        "text": cell.text,
        "page": cell.page,
        "bbox": _rounded(cell.bbox),
    }


def _rounded(bbox: tuple[float, ...] | None) -> list[float] | None:
    return None if bbox is None else [round(side, 2) for side in bbox]
