"""Tables drawn with fills: shaded cells, strips, zebra rows, with or without rulings between them."""

from __future__ import annotations

from objectives_parser.document import Table
from objectives_parser.layout.tables.edges import Edge, Edges, fill_edges
from objectives_parser.layout.tables.filling import table_of
from objectives_parser.layout.tables.grids import connected
from objectives_parser.layout.tables.papers import Paper
from objectives_parser.layout.tables.ruled import piled_sheets, sheets_of

SIDES, NEAR = 2, 4.0
ADDED = 1.01
"""Fills that lengthen the lines of a ruled table by less than this factor add nothing to it."""


def filled_tables(paper: Paper) -> tuple[Table, ...]:
    """The tables that the borders of fills, together with the rulings, draw; not those that rulings alone draw."""
    if not paper.page.fills:
        return ()
    parts, lone = connected(fill_edges(paper.page))
    lone = sorted((*lone, *_stripes(parts)), key=lambda edge: edge.at)
    ruled = [(_extent(part), _length(part)) for part in paper.ruled[0]]
    sheets = sheets_of(paper, [part for part in parts if not _is_ruled(part, ruled)]) + piled_sheets(paper, lone)
    return tuple(table_of(sheet, paper.page, "filled") for sheet in sheets if sheet.is_lattice())


def _stripes(parts: list[Edges]) -> list[Edge]:
    """The horizontal edges of shaded bars, and of rows of shaded cells or piles of bars as long as one: a zebra."""
    bars = [part for part in parts if len(part.across) == len(part.down) == SIDES]
    ends = [(bar.down[0].at, bar.down[-1].at) for bar in bars]
    rows = [
        part
        for part in parts
        if SIDES in (len(part.across), len(part.down))
        and any(abs(part.down[0].at - low) < NEAR and abs(part.down[-1].at - high) < NEAR for low, high in ends)
    ]
    return [edge for row in rows for edge in row.across]


def _is_ruled(part: Edges, ruled: list[tuple[tuple[float, ...], float]]) -> bool:
    """Do the rulings alone draw as much?"""
    extent, length = _extent(part), _length(part)
    return any(
        length < ADDED * other and all(abs(a - b) < NEAR for a, b in zip(extent, box, strict=True))
        for box, other in ruled
    )


def _length(part: Edges) -> float:
    return sum([edge.high - edge.low for edge in (*part.across, *part.down)])


def _extent(part: Edges) -> tuple[float, ...]:
    return (part.across[0].at, part.across[-1].at, part.down[0].at, part.down[-1].at)
