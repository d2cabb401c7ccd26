"""Tables drawn with fills: shaded cells, strips, zebra rows, with or without rulings between them."""

from __future__ import annotations

from objectives_parser.document import Page, Table
from objectives_parser.layout.tables.edges import fill_edges
from objectives_parser.layout.tables.ruled import tables_in


def filled_tables(page: Page) -> tuple[Table, ...]:
    """The tables that the borders of fills, together with the rulings, draw."""
    if not page.fills:
        return ()
    return tables_in(page, fill_edges(page), "filled")
