"""Grids of one row whose columns are those of a table on the same page: `Outcome 3` over one action, drawn as the
tables of several actions under `Outcome 1` and `Outcome 2` are."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Table
from objectives_parser.layout.tables.edges import overlap
from objectives_parser.layout.tables.filling import Filled, table_of
from objectives_parser.layout.tables.papers import Paper
from objectives_parser.layout.tables.ruled import ruled_sheets

NEAR = 3.0  # points
FEWEST = 3  # cells that hold words, side by side


def with_sisters(tables: Sequence[Table], paper: Paper) -> list[Table]:
    """The tables and the grids of one row that are drawn to the columns of one of them."""
    found = list(tables)
    if not any(table.way == "ruled" and table.columns >= FEWEST for table in tables):
        return found
    for sheet in paper.once(ruled_sheets):
        if _is_row(sheet) and any(_alike(sheet, table) for table in tables if table.way == "ruled"):
            table = table_of(sheet, paper.page, "ruled")
            if not any(other.bbox is not None and overlap(sheet.grid.bbox, other.bbox) for other in found):
                found.append(table)
    return found


def _is_row(sheet: Filled) -> bool:
    full = [box for box, words in zip(sheet.grid.boxes, sheet.words, strict=True) if words]
    return (
        len(full) >= FEWEST and len({box.row for box in full}) == 1 and len({box.column for box in full}) == len(full)
    )


def _alike(sheet: Filled, table: Table) -> bool:
    """Whether the grid's columns are the table's, edge for edge."""
    boxes = [cell.bbox for cell in table.cells if cell.bbox is not None and cell.column_span == 1]
    known = {round(x, 1) for box in boxes for x in (box[0], box[2])}
    edges = list(sheet.grid.xs)
    return (
        len(edges) == table.columns + 1
        and all(any(abs(edge - other) < NEAR for other in known) for edge in edges)
        and abs(edges[0] - min(known)) < NEAR > abs(edges[-1] - max(known))
    )
