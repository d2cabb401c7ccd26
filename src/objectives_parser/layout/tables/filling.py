"""Words into grids: each word to the box that holds its centre; boxes become cells, grids become tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

import attrs

from objectives_parser.document import BBox, Cell, Fill, Mark, Page, Table, Word
from objectives_parser.layout.tables.grids import Box, Grid
from objectives_parser.layout.tables.lines import lines_of
from objectives_parser.layout.tables.papers import Standing

THIN, LOW = 6.0, 9.0
"""A column thinner or a row lower than this that holds no word is the room between two borders."""

LANE = 24.0
"""Fills are kept by stretches of so many points down the page."""

NOBODY = -1
"""The owner of a place in the lattice that no box covers."""


@attrs.frozen(kw_only=True)
class Filled:
    """A grid with the words that stand in it, box by box."""

    grid: Grid
    words: tuple[tuple[Word, ...], ...]

    def is_lattice(self) -> bool:
        """Do words stand in two rows and in two columns at least?"""
        full = [box for box, words in zip(self.grid.boxes, self.words, strict=True) if words]
        return len({box.row for box in full}) > 1 and len({box.column for box in full}) > 1


def filled(grid: Grid, words: Standing) -> Filled:
    """Each word whose centre lies in the grid goes to the box around it."""
    inside: list[list[Word]] = [[] for _ in grid.boxes]
    xs, ys, owner = grid.xs, grid.ys, _owners(grid)
    columns = len(xs) - 1
    for _, x, y, word in words.inside(grid.bbox):
        place = (bisect_right(ys, y) - 1) * columns + bisect_right(xs, x) - 1
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
    inner = _without_margins(kept)
    whole, kept = inner is kept and len(kept) == len(grid.boxes), inner
    full = [box for box, words in kept if words]
    ys = _renumbered(grid.ys, [(b.row, b.row_span) for b, _ in kept], [(b.row, b.row_span) for b in full], LOW)
    xs = _renumbered(
        grid.xs, [(b.column, b.column_span) for b, _ in kept], [(b.column, b.column_span) for b in full], THIN
    )
    if whole and ys[len(grid.ys) - 1] == len(grid.ys) - 1 and xs[len(grid.xs) - 1] == len(grid.xs) - 1:
        return sheet
    boxes: dict[tuple[int, int, int, int], list[Word]] = {}
    for box, words in kept:
        row, rows = ys[box.row], ys[box.row + box.row_span] - ys[box.row]
        column, columns = xs[box.column], xs[box.column + box.column_span] - xs[box.column]
        if rows and columns:
            boxes.setdefault((row, column, rows, columns), []).extend(words)
    tidy = Grid(
        xs=_places(grid.xs, xs),
        ys=_places(grid.ys, ys),
        boxes=tuple([Box(*place) for place in boxes]),
    )
    return Filled(grid=tidy, words=tuple(map(tuple, boxes.values())))


def _without_margins(kept: list[tuple[Box, tuple[Word, ...]]]) -> list[tuple[Box, tuple[Word, ...]]]:
    """The boxes without columns at the sides that are one empty box: the room between a frame and the table in it."""
    width = max([box.column + box.column_span for box, _ in kept], default=0)
    own = [box for box, words in kept if words and box.column_span < width]
    if not own:
        return kept
    low, high = min([box.column for box in own]), max([box.column + box.column_span for box in own])
    if low and sum([box.column + box.column_span <= low for box, _ in kept]) > 1:
        low = 0
    if high < width and sum([box.column >= high for box, _ in kept]) > 1:
        high = width
    if not low and high == width:
        return kept
    cut = []
    for box, words in kept:
        first, last = max(box.column, low), min(box.column + box.column_span, high)
        if last > first:
            cut.append((attrs.evolve(box, column=first, column_span=last - first), words))
    return cut


def _renumbered(
    places: Sequence[float], spans: list[tuple[int, int]], full: list[tuple[int, int]], least: float
) -> dict[int, int]:
    """The numbers of the lattice lines where a box begins or ends; two with a thin strip between them get one number.

    A strip that holds a word of its own is never thin.
    """
    used = sorted({index for first, size in spans for index in (first, first + size)})
    held = sorted(first for first, size in full if size == 1)
    whole = {(first, first + size) for first, size in full}
    numbers: dict[int, int] = {}
    number, start = 0, 0
    for index in used:
        thin = index != used[0] and places[index] - places[start] < least
        if not thin or _any_between(held, start, index) or any((low, index) in whole for low in range(start, index)):
            number += index != used[0]
            start = index
        numbers[index] = number
    return numbers


def _any_between(values: Sequence[int], low: int, high: int) -> bool:
    at = bisect_left(values, low)
    return at < len(values) and values[at] < high


def _places(places: Sequence[float], numbers: dict[int, int]) -> tuple[float, ...]:
    """Where the renumbered lines stand: inner ones where the first of a number stands, the last where the last does."""
    kept: dict[int, float] = {}
    for index, number in numbers.items():
        kept.setdefault(number, places[index])
    last = max(numbers)
    kept[numbers[last]] = places[last]
    return tuple(kept.values())


def table_of(sheet: Filled, page: Page, way: str) -> Table:
    """A filled grid → a table, its cells row by row."""
    grid = sheet.grid
    fills = Grounds(page.fills, grid.bbox)
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
        self._lanes: dict[int, list[Fill]] = defaultdict(list)
        for fill in reversed(fills):
            left, upper, right, lower = fill.bbox
            if left < x1 and right > x0 and upper < bottom and lower > top:
                for lane in range(int(max(upper, top - LANE) // LANE), int(min(lower, bottom + LANE) // LANE) + 1):
                    self._lanes[lane].append(fill)

    def none_at(self, bbox: BBox) -> bool:
        """Does no fill stand at the box's height, or near it?"""
        lanes = range(int((bbox[1] - LANE) // LANE), int((bbox[3] + LANE) // LANE) + 1)
        return self._lanes.keys().isdisjoint(lanes)

    def under(self, bbox: BBox) -> str | None:
        """The colour under the middle of a box inside the table; None where it is white."""
        x, y = (bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2
        for fill in self._lanes.get(int(y // LANE), ()):
            x0, top, x1, bottom = fill.bbox
            if x0 <= x <= x1 and top <= y <= bottom:
                return None if fill.color == "#ffffff" else fill.color
        return None
