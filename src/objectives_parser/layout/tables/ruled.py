"""Tables drawn with rulings: all cells boxed, or only rows or columns, the other direction told by white space."""

from __future__ import annotations

from objectives_parser.document import Page, Table
from objectives_parser.layout.tables.dividing import divided
from objectives_parser.layout.tables.edges import Edges, ruling_edges
from objectives_parser.layout.tables.filling import table_of
from objectives_parser.layout.tables.grids import connected


def ruled_tables(page: Page) -> tuple[Table, ...]:
    """The tables whose rulings hang together."""
    return tables_in(page, ruling_edges(page), "ruled")


def tables_in(page: Page, edges: Edges, way: str) -> tuple[Table, ...]:
    """The tables that edges draw: one for each part that hangs together and holds words."""
    tables = []
    for part in connected(edges):
        sheet = divided(part, page.words)
        if sheet is not None:
            tables.append(table_of(sheet, page, way))
    return tuple(tables)
