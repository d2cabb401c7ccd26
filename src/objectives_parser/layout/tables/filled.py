"""Tables drawn with fills: shaded cells, strips, zebra rows, with or without rulings between them."""

from __future__ import annotations

from objectives_parser.document import Page, Table
from objectives_parser.layout.tables.edges import Edges, fill_edges, ruling_edges
from objectives_parser.layout.tables.grids import connected
from objectives_parser.layout.tables.ruled import tables_of_parts

SIDES = 2
"""A part of two horizontal and two vertical lines is one shaded bar: a stripe of a zebra, perhaps."""
ADDED = 1.01
"""Fills that lengthen the lines of a ruled table by less than this factor add nothing to it."""


def filled_tables(page: Page) -> tuple[Table, ...]:
    """The tables that the borders of fills, together with the rulings, draw; not those that rulings alone draw."""
    if not page.fills:
        return ()
    parts, lone = connected(fill_edges(page))
    bars = [part for part in parts if len(part.across) == len(part.down) == SIDES]
    lone = sorted((*lone, *(edge for bar in bars for edge in bar.across)), key=lambda edge: edge.at)
    ruled = [(_extent(part), _length(part)) for part in connected(ruling_edges(page))[0]]
    return tables_of_parts(page, [part for part in parts if not _is_ruled(part, ruled)], lone, "filled")


def _is_ruled(part: Edges, ruled: list[tuple[tuple[float, ...], float]]) -> bool:
    """Do the rulings alone draw as much?"""
    extent, length = _extent(part), _length(part)
    return any(
        length < ADDED * other and all(abs(a - b) < 4 for a, b in zip(extent, box, strict=True)) for box, other in ruled
    )


def _length(part: Edges) -> float:
    return sum(edge.high - edge.low for edge in (*part.across, *part.down))


def _extent(part: Edges) -> tuple[float, ...]:
    return (part.across[0].at, part.across[-1].at, part.down[0].at, part.down[-1].at)
