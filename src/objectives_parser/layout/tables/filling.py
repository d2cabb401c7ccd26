"""Words into grids: each word to the box that holds its centre; boxes become cells, grids become tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from objectives_parser.document import BBox, Cell, Fill, Mark, Page, Table, Word
from objectives_parser.layout.tables.edges import cell_fills
from objectives_parser.layout.tables.grids import Box, Grid
from objectives_parser.layout.tables.lines import NOWHERE, lines_of

THIN = 6.0
"""A column or row thinner than this that holds no word is the room between two borders."""

NOBODY = -1
"""The owner of a place in the lattice that no box covers."""


@attrs.frozen(kw_only=True)
class Filled:
    """A grid with the words that stand in it, box by box."""

    grid: Grid
    words: tuple[tuple[Word, ...], ...]

    def count(self) -> int:
        return sum(map(len, self.words))


def filled(grid: Grid, words: Sequence[Word]) -> Filled:
    """Each word whose centre lies in the grid goes to the box around it; watermarks and unseen words stay out."""
    owner = _owners(grid)
    inside: list[list[Word]] = [[] for _ in grid.boxes]
    x0, top, x1, bottom = grid.bbox
    columns = len(grid.xs) - 1
    for word in words:
        left, upper, right, lower = word.bbox or NOWHERE
        x, y = (left + right) / 2, (upper + lower) / 2
        if not (x0 <= x < x1 and top <= y < bottom) or word.watermark or word.hidden:
            continue
        place = (bisect_right(grid.ys, y) - 1) * columns + bisect_right(grid.xs, x) - 1
        inside[owner[place]].append(word)
    return Filled(grid=grid, words=tuple(map(tuple, inside)))


def _owners(grid: Grid) -> list[int]:
    columns = len(grid.xs) - 1
    owner = [NOBODY] * (columns * (len(grid.ys) - 1))
    for index, box in enumerate(grid.boxes):
        for row in range(box.row, box.row + box.row_span):
            start = row * columns + box.column
            owner[start : start + box.column_span] = [index] * box.column_span
    return owner


def tidied(sheet: Filled) -> Filled:
    """The same without open boxes that hold nothing, and without lines that bound no box or only thin empty ones."""
    grid = sheet.grid
    kept = [(box, words) for box, words in zip(grid.boxes, sheet.words, strict=True) if words or not box.open]
    full = [box for box, words in kept if words]
    ys = _needed(grid.ys, [(b.row, b.row_span) for b, _ in kept], [(b.row, b.row_span) for b in full])
    xs = _needed(grid.xs, [(b.column, b.column_span) for b, _ in kept], [(b.column, b.column_span) for b in full])
    boxes: dict[Box, list[Word]] = {}
    for box, words in kept:
        row, row_end = _renumbered(ys, box.row), _renumbered(ys, box.row + box.row_span)
        column, column_end = _renumbered(xs, box.column), _renumbered(xs, box.column + box.column_span)
        if row_end > row and column_end > column:
            boxes.setdefault(Box(row, column, row_end - row, column_end - column), []).extend(words)
    tidy = Grid(xs=tuple(grid.xs[i] for i in xs), ys=tuple(grid.ys[i] for i in ys), boxes=tuple(boxes))
    return Filled(grid=tidy, words=tuple(map(tuple, boxes.values())))


def _needed(places: Sequence[float], spans: list[tuple[int, int]], full: list[tuple[int, int]]) -> list[int]:
    """The indexes of the lattice lines where a box begins or ends, less those that close a thin strip without words."""
    used = {index for first, size in spans for index in (first, first + size)}
    single = {first for first, size in full if size == 1}
    lines = [index for index in range(len(places)) if index in used]
    needed: list[int] = []
    for index in lines:
        thin = needed and places[index] - places[needed[-1]] < THIN
        if thin and not single & set(range(needed[-1], index)):
            if index == lines[-1] and len(needed) > 1:
                needed[-1] = index
            continue
        needed.append(index)
    return needed


def _renumbered(lines: list[int], index: int) -> int:
    """The new number of the lattice line: its own place among those kept, or that of the next one before it."""
    return max(0, bisect_right(lines, index) - 1)


def table_of(sheet: Filled, page: Page, way: str) -> Table:
    """A filled grid → a table, its cells row by row."""
    grid = sheet.grid
    fills = Grounds(cell_fills(page), grid.bbox)
    marks = _marks(grid, page.marks)
    cells = [
        _cell(page, grid.bbox_of(box), box, words, fills, count)
        for box, words, count in zip(grid.boxes, sheet.words, marks, strict=True)
    ]
    return Table(
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        rows=len(grid.ys) - 1,
        columns=len(grid.xs) - 1,
        pages=(page.number,),
        bbox=grid.bbox,
        way=way,
    )


def _cell(page: Page, bbox: BBox, box: Box, words: Sequence[Word], fills: Grounds, marks: int) -> Cell:
    return Cell(
        row=box.row,
        column=box.column,
        row_span=box.row_span,
        column_span=box.column_span,
        lines=lines_of(words),
        page=page.number,
        bbox=bbox,
        fill=fills.under(bbox),
        marks=marks,
    )


def _marks(grid: Grid, marks: Sequence[Mark]) -> list[int]:
    """How many marks stand in each box."""
    counts = [0] * len(grid.boxes)
    if not marks:
        return counts
    owner = _owners(grid)
    x0, top, x1, bottom = grid.bbox
    for mark in marks:
        x, y = (mark.bbox[0] + mark.bbox[2]) / 2, (mark.bbox[1] + mark.bbox[3]) / 2
        if x0 <= x < x1 and top <= y < bottom:
            place = (bisect_right(grid.ys, y) - 1) * (len(grid.xs) - 1) + bisect_right(grid.xs, x) - 1
            if owner[place] != NOBODY:
                counts[owner[place]] += 1
    return counts


class Grounds:
    """The fills under a table, asked for the colour under a cell: of those around its middle, the last painted."""

    def __init__(self, fills: Sequence[Fill], bbox: BBox) -> None:
        x0, top, x1, bottom = bbox
        self._fills = [
            fill
            for fill in fills
            if fill.bbox[0] < x1 and fill.bbox[2] > x0 and fill.bbox[1] < bottom and fill.bbox[3] > top
        ]

    def under(self, bbox: BBox) -> str | None:
        x, y = (bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2
        color = None
        for fill in self._fills:
            x0, top, x1, bottom = fill.bbox
            if x0 <= x <= x1 and top <= y <= bottom:
                color = fill.color
        return None if color == "#ffffff" else color
