"""Heads that only their ground parts from the row below: a shaded band over the table's width, no rule under it.

So a head stands that is printed again on the next page, over the rest of a row that the page's end has cut.
"""

from __future__ import annotations

import attrs

from objectives_parser.document import Cell, Fill, Page, Table
from objectives_parser.layout.tables.lines import box_of

NEAR = 3.0  # points
MOST, LEAST_HEADS = 0.9, 2


def with_shaded_head(table: Table, page: Page) -> Table:
    """The table with its first row as two, where a shaded band across the table ends amid it, between two lines."""
    first = [cell for cell in table.cells if cell.row == 0 and cell.lines]
    if table.bbox is None or table.way == "filled" or len(first) < LEAST_HEADS or not page.fills:
        return table
    if any(len(cell.lines) > 1 for cell in first) and all(cell.row_span == 1 for cell in first):
        foot = _foot(table, first, page)
        if foot is not None:
            return _parted(table, foot)
    return table


def _foot(table: Table, first: list[Cell], page: Page) -> float | None:
    """Where the band ends that stands behind the upper lines of the first row and behind no other."""
    assert table.bbox is not None
    left, top, right, _ = table.bbox
    lower = max((cell.bbox[3] for cell in first if cell.bbox is not None), default=top)
    for foot in sorted({fill.bbox[3] for fill in page.fills if top + NEAR < fill.bbox[3] < lower - NEAR}):
        band = [fill for fill in page.fills if abs(fill.bbox[3] - foot) < NEAR and fill.bbox[1] < top + NEAR]
        if _width(band, left, right) < MOST * (right - left):
            continue
        boxes = [box_of(word) for cell in first for line in cell.lines for word in line.words]
        above = sum(line.words[0].bbox is not None and _middle(line.words[0].bbox) < foot
                    for cell in first for line in cell.lines[:1])  # fmt: skip
        clean = not any(box[1] < foot - NEAR and box[3] > foot + NEAR for box in boxes)
        if clean and above >= LEAST_HEADS and any(_middle(box) > foot for box in boxes):
            return foot
    return None


def _width(band: list[Fill], left: float, right: float) -> float:
    """How much of the width the fills of a band cover together."""
    covered, reach = 0.0, left
    for x0, x1 in sorted((fill.bbox[0], fill.bbox[2]) for fill in band):
        covered += max(0.0, min(x1, right) - max(x0, reach))
        reach = max(reach, x1)
    return covered


def _middle(box: tuple[float, float, float, float]) -> float:
    return (box[1] + box[3]) / 2


def _parted(table: Table, foot: float) -> Table:
    """The first row as two at a place down the page; what the lower half leaves empty is empty."""
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.row > 0:
            cells.append(attrs.evolve(cell, row=cell.row + 1))
            continue
        upper = tuple(line for line in cell.lines if _middle(box_of(line.words[0])) < foot)
        lower = tuple(line for line in cell.lines if _middle(box_of(line.words[0])) >= foot)
        box = cell.bbox
        cells.append(attrs.evolve(cell, lines=upper, header=True, row_span=1, bbox=box and (*box[:3], foot)))
        below = box and (box[0], foot, *box[2:])
        cells.append(attrs.evolve(cell, row=1, lines=lower, row_span=cell.row_span, bbox=below))
    return attrs.evolve(table, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))), rows=table.rows + 1)
