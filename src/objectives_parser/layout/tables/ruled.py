"""Tables drawn with rulings: all cells boxed, or only rows or columns, the other direction told by white space."""

from __future__ import annotations

from objectives_parser.document import Page, Table
from objectives_parser.layout.tables.edges import Edges, ruling_edges
from objectives_parser.layout.tables.filling import filled, table_of, tidied
from objectives_parser.layout.tables.grids import connected, grid_of


def ruled_tables(page: Page) -> tuple[Table, ...]:
    """The tables whose rulings hang together."""
    return tables_in(page, ruling_edges(page), "ruled")


def tables_in(page: Page, edges: Edges, way: str) -> tuple[Table, ...]:
    """The tables that edges draw: one for each part that hangs together and holds words."""
    tables = []
    for part in connected(edges):
        grid = grid_of(part)
        if grid is None:
            continue
        sheet = filled(grid, page.words)
        if sheet.count():
            tables.append(table_of(tidied(sheet), page, way))
    return tuple(tables)
