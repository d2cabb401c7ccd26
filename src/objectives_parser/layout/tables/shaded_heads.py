"""Heads that only their ground parts from the row below: a shaded band over the table's width, no rule under it.

So a head stands that is printed again on the next page, over the rest of a row that the page's end has cut.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import attrs

from objectives_parser.document import BBox, Cell, Fill, Page, Table
from objectives_parser.layout.tables.lines import box_of

NEAR = 3.0  # points
MOST, LEAST_HEADS = 0.9, 2


def with_shaded_heads(table: Table, page: Page) -> Table:
    """The table with each row as two across which a shaded band ends amid it, between two lines."""
    if table.bbox is None or table.way in ("filled", "boxed") or not page.fills:
        return table
    for top, foot in _bands(table.bbox, page.fills):
        number = _row_at(table, top, foot)
        if number is not None:
            table = _parted(table, number, foot)
    return table


def _bands(box: BBox, fills: Sequence[Fill]) -> list[tuple[float, float]]:
    """From where to where the shaded bands reach that cross a box from side to side and end in it, the last first."""
    left, top, right, bottom = box
    bands: dict[tuple[int, int], list[Fill]] = defaultdict(list)
    for fill in fills:
        if top - NEAR < fill.bbox[1] and fill.bbox[3] < bottom - NEAR:
            bands[round(fill.bbox[1]), round(fill.bbox[3])].append(fill)
    across = [band for band in bands.values() if _width(band, left, right) >= MOST * (right - left)]
    return sorted([(band[0].bbox[1], band[0].bbox[3]) for band in across], reverse=True)


def _row_at(table: Table, top: float, foot: float) -> int | None:
    """The row that begins with a band and goes on below it, if its upper lines stand on the band and no other do."""
    cells = [cell for cell in table.cells if cell.bbox is not None and abs(cell.bbox[1] - top) < NEAR]
    number = min((cell.row for cell in cells), default=-1)
    row = [cell for cell in table.cells if cell.row == number]
    if not row or any(cell.bbox is None or cell.row_span > 1 for cell in row):
        return None
    lower = max(cell.bbox[3] for cell in row if cell.bbox is not None)
    long = sum(len(cell.lines) > 1 for cell in row)
    return number if foot < lower - NEAR and long >= LEAST_HEADS and _parts_lines(row, foot) else None


def _parts_lines(cells: Sequence[Cell], foot: float) -> bool:
    """Whether words stand above and below a place in the row, in several cells above, and none across it."""
    words = [box_of(word) for cell in cells for line in cell.lines for word in line.words]
    heads = sum(bool(cell.lines) and _middle(box_of(cell.lines[0].words[0])) < foot for cell in cells)
    across = any(box[1] < foot - NEAR and box[3] > foot + NEAR for box in words)
    return heads >= LEAST_HEADS and not across and any(_middle(box) > foot for box in words)


def _width(band: list[Fill], left: float, right: float) -> float:
    """How much of the width the fills of a band cover together."""
    covered, reach = 0.0, left
    for x0, x1 in sorted((fill.bbox[0], fill.bbox[2]) for fill in band):
        covered += max(0.0, min(x1, right) - max(x0, reach))
        reach = max(reach, x1)
    return covered


def _middle(box: tuple[float, float, float, float]) -> float:
    return (box[1] + box[3]) / 2


def _parted(table: Table, number: int, foot: float) -> Table:
    """A row as two at a place down the page; what a half leaves empty is empty."""
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.row != number:
            below = cell.row > number
            over = not below and cell.row + cell.row_span > number
            cells.append(attrs.evolve(cell, row=cell.row + below, row_span=cell.row_span + over))
            continue
        upper = tuple(line for line in cell.lines if _middle(box_of(line.words[0])) < foot)
        lower = tuple(line for line in cell.lines if _middle(box_of(line.words[0])) >= foot)
        box = cell.bbox
        cells.append(attrs.evolve(cell, lines=upper, header=number == 0, bbox=box and (*box[:3], foot)))
        rest = box and (box[0], foot, *box[2:])
        cells.append(attrs.evolve(cell, row=number + 1, lines=lower, bbox=rest))
    return attrs.evolve(table, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))), rows=table.rows + 1)
