"""Tables drawn with rulings: all cells boxed, or only rows or columns, the other direction told by white space."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from objectives_parser.document import BBox, Table
from objectives_parser.layout.tables.dividing import divided
from objectives_parser.layout.tables.edges import Edge, Edges, overlap
from objectives_parser.layout.tables.filling import Filled, table_of
from objectives_parser.layout.tables.papers import Paper
from objectives_parser.layout.tables.ruled_rows import with_shades
from objectives_parser.layout.tables.stacks import stacks
from objectives_parser.layout.tables.whole_rows import with_whole_rows


def ruled_tables(paper: Paper) -> tuple[Table, ...]:
    """The tables whose rulings hang together, and those between rulings that stand alone."""
    return tuple(table_of(sheet, paper.page, "ruled") for sheet in paper.once(ruled_sheets) if sheet.is_lattice())


def ruled_sheets(paper: Paper) -> list[Filled]:
    """What rulings draw and words fill, single rows and boxes too."""
    parts, lone = paper.ruled
    sheets = sheets_of(paper, parts)
    boxes = [sheet.grid.bbox for sheet in sheets if len(sheet.grid.boxes) > 2]
    piles = piled_sheets(paper, lone, boxes)
    return sheets + [sheet for sheet in piles if not any(overlap(sheet.grid.bbox, box) for box in boxes)]


def sheets_of(paper: Paper, parts: Iterable[Edges]) -> list[Filled]:
    """The grids of edges that hang together, those that hold words."""
    return [sheet for part in parts if (sheet := divided(part, paper.words)) is not None]


def piled_sheets(paper: Paper, lone: Sequence[Edge], apart_from: Sequence[BBox] = ()) -> list[Filled]:
    """The grids of horizontal edges that stand in one pile, not on one of some boxes."""
    sheets = sheets_of(paper, (with_shades(edges, paper) for edges in stacks(lone, paper, apart_from)))
    return [with_whole_rows(sheet, paper.page.fills) for sheet in sheets]
