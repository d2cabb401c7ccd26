"""The tables that the layout found, before any role is given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

<<<<<<< HEAD
from objectives_parser.document import BBox, Cell, Document, Table, printed_box, union
=======
from objectives_parser.document import BBox, Cell, Document, Page, Table, displayed
>>>>>>> 42f1d8f (A page printed sideways is read as if it had been turned by hand)


def emit(document: Document, number: int | None) -> str:
    """The contract's ``{"tables": […]}``, indented if it is the only one, else on a line."""
<<<<<<< HEAD
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
=======
    turned = {page.number: page for page in document.pages if page.turn}
    found = {"tables": [_table(block, turned) for block in document.blocks or () if isinstance(block, Table)]}
    return json.dumps(found, ensure_ascii=False, indent=2 if number is None else None) + "\n"


def _table(table: Table, turned: Mapping[int, Page]) -> dict[str, Any]:
    return {
        "pages": list(table.pages),
        "bbox": _rounded(table.bbox, turned.get(table.pages[0]) if table.pages else None),
        "rows": table.rows,
        "columns": table.columns,
        "cells": [_cell(cell, turned) for cell in table.cells],
    }


def _cell(cell: Cell, turned: Mapping[int, Page]) -> dict[str, Any]:
>>>>>>> 42f1d8f (A page printed sideways is read as if it had been turned by hand)
    return {
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "header": cell.header,
        "text": cell.text,
        "page": cell.page,
<<<<<<< HEAD
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
=======
        "bbox": _rounded(cell.bbox, turned.get(cell.page or 0)),
    }


def _rounded(bbox: BBox | None, turned: Page | None) -> list[float] | None:
    """A box as it is displayed, also on a page that was turned to be read."""
    if bbox is None:
        return None
    return [round(side, 2) for side in (bbox if turned is None else displayed(bbox, turned))]
>>>>>>> 42f1d8f (A page printed sideways is read as if it had been turned by hand)
