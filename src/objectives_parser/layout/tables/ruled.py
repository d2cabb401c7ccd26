"""Tables drawn with rulings: all cells boxed, or only rows or columns, the other direction told by white space."""

from __future__ import annotations

from objectives_parser.document import BBox, Page, Table
from objectives_parser.layout.tables.dividing import divided
from objectives_parser.layout.tables.edges import Edge, Edges, ruling_edges
from objectives_parser.layout.tables.filling import table_of
from objectives_parser.layout.tables.grids import connected
from objectives_parser.layout.tables.stacks import stacks


def ruled_tables(page: Page) -> tuple[Table, ...]:
    """The tables whose rulings hang together, and those between rulings that stand alone."""
    parts, lone = connected(ruling_edges(page))
    return tables_of_parts(page, parts, lone, "ruled")


def tables_of_parts(page: Page, parts: list[Edges], lone: list[Edge], way: str) -> tuple[Table, ...]:
    """The tables that edges draw: one for each part that hangs together or stands in one pile, and holds words."""
    sheets = [sheet for part in parts if (sheet := divided(part, page.words)) is not None]
    boxes = [sheet.grid.bbox for sheet in sheets if way == "ruled" and len(sheet.grid.boxes) > 2]
    for pile in stacks(lone, page.words):
        sheet = divided(pile, page.words)
        if sheet is not None and not any(_overlap(sheet.grid.bbox, box) for box in boxes):
            sheets.append(sheet)
    return tuple(table_of(sheet, page, way) for sheet in sheets)


def _overlap(one: BBox, other: BBox) -> bool:
    return min(one[2], other[2]) - max(one[0], other[0]) > 2 and min(one[3], other[3]) - max(one[1], other[1]) > 2
