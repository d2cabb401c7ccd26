"""Edges → grids: the lattice that crossing lines span, and the boxes (with spans) that they enclose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

import attrs

from objectives_parser.document import BBox
from objectives_parser.layout.tables.edges import SNAP, Edge, Edges
from objectives_parser.layout.tables.lines import nearest

NEAR = 4.0
"""Lines of one table nearer than this are one lattice line; no column or row is so thin."""
DRAWN = 0.6
"""A border counts as drawn if this share of it is."""
MOST_BOXES = 20_000

Place: TypeAlias = tuple[int, int, int, int]
"""Row, column, and over how many rows and columns."""


@attrs.frozen
class Box:
    """A place in a grid: rows ``row`` to ``row + row_span - 1``, columns likewise. ``open`` says that an outer side is
    not drawn where other rows or columns draw theirs."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    open: bool = False


@attrs.frozen(kw_only=True)
class Grid:
    """A lattice of column borders ``xs`` and row borders ``ys``, and the boxes that tile it."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def bbox(self) -> BBox:
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def bbox_of(self, box: Box) -> BBox:
        """Where a box stands on the page."""
        return (
            self.xs[box.column],
            self.ys[box.row],
            self.xs[box.column + box.column_span],
            self.ys[box.row + box.row_span],
        )


def clusters(values: Iterable[float], near: float) -> list[float]:
    """The middles of the groups of values that lie within ``near`` of their group's first value."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= near:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def connected(edges: Edges) -> tuple[list[Edges], list[Edge]]:
    """The edges' parts that hang together, top to bottom, and the horizontal edges that no vertical one touches."""
    leader = list(range(len(edges.across) + len(edges.down)))
    places = [edge.at for edge in edges.across]
    for index, edge in enumerate(edges.down, start=len(places)):
        first = bisect_left(places, edge.low - SNAP)
        last = bisect_right(places, edge.high + SNAP)
        for other in range(first, last):
            line = edges.across[other]
            if line.low - SNAP <= edge.at <= line.high + SNAP:
                _unite(leader, index, other)
    return _parts(edges, leader)


def _parts(edges: Edges, leader: list[int]) -> tuple[list[Edges], list[Edge]]:
    across: dict[int, list[Edge]] = defaultdict(list)
    down: dict[int, list[Edge]] = defaultdict(list)
    for index, edge in enumerate(edges.across):
        across[_lead(leader, index)].append(edge)
    for index, edge in enumerate(edges.down, start=len(edges.across)):
        down[_lead(leader, index)].append(edge)
    parts = [Edges(across=tuple(lines), down=tuple(down[key])) for key, lines in across.items() if key in down]
    loose = [edge for key, lines in down.items() if key not in across for edge in lines]
    parts = [_with_pieces(part, loose) for part in parts] if loose else parts
    lone = [edge for key, lines in across.items() if key not in down for edge in lines]
    return sorted(parts, key=lambda part: (part.across[0].at, part.down[0].at)), lone


def _with_pieces(part: Edges, loose: Sequence[Edge]) -> Edges:
    """The part with the vertical pieces that touch no rule but go on where one of its own broke off: between names of
    rows that stand over the table's width."""
    _, top, _, bottom = part.bbox
    places = [edge.at for edge in part.down]
    own = [
        edge
        for edge in loose
        if top < edge.low and edge.high < bottom and any(abs(edge.at - place) <= SNAP for place in places)
    ]
    return attrs.evolve(part, down=tuple(sorted((*part.down, *own), key=lambda edge: edge.at))) if own else part


def grid_of(edges: Edges) -> Grid | None:
    """Edges that hang together → their grid; None if they enclose no lattice or an absurd one.

    A side that is nowhere drawn (tables open to the left and right) counts as drawn where the lines end.
    """
    xs = clusters([edge.at for edge in edges.down] + _ends(edges.across, edges.down), NEAR)
    ys = clusters([edge.at for edge in edges.across] + _ends(edges.down, edges.across), NEAR)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > MOST_BOXES:
        return None
    walls = _drawn(edges.down, xs, ys)
    floors = _drawn(edges.across, ys, xs)
    return Grid(xs=tuple(xs), ys=tuple(ys), boxes=_boxes(walls, floors, rows, columns))


def _ends(lines: Sequence[Edge], crossing: Sequence[Edge]) -> list[float]:
    """The outermost ends of the lines, where no crossing edge stands within reach."""
    if not lines:
        return []
    low, high = min([edge.low for edge in lines]), max([edge.high for edge in lines])
    places = [edge.at for edge in crossing]
    ends = [low] if all(abs(place - low) > 2 * NEAR for place in places) else []
    return ends + ([high] if all(abs(place - high) > 2 * NEAR for place in places) else [])


def _drawn(lines: Sequence[Edge], places: list[float], steps: list[float]) -> list[list[bool]]:
    """For each place and each step along it: is the border drawn there?"""
    sizes = [after - before for before, after in pairwise(steps)]
    inked = [[0.0] * len(sizes) for _ in places]
    for edge in lines:
        row = inked[nearest(places, edge.at)]
        low, high = edge.low, edge.high
        first = max(0, bisect_right(steps, low) - 1)
        last = min(bisect_left(steps, high), len(sizes)) - 1
        for step in {first, last} if first <= last else ():  # the steps between them are drawn whole
            start, end = steps[step], steps[step + 1]
            row[step] += (high if high < end else end) - (low if low > start else start)
        for step in range(first + 1, last):
            row[step] += sizes[step]
    return [[ink >= DRAWN * size for ink, size in zip(row, sizes, strict=True)] for row in inked]


def _boxes(walls: list[list[bool]], floors: list[list[bool]], rows: int, columns: int) -> tuple[Box, ...]:
    """Lattice cells with no border between them are one box; what comes out crooked is cut into rectangles."""
    leader = list(range(rows * columns))
    for column in range(1, columns):
        for row, drawn in enumerate(walls[column]):
            if not drawn:
                _unite(leader, row * columns + column - 1, row * columns + column)
    for row in range(1, rows):
        for column, drawn in enumerate(floors[row]):
            if not drawn:
                _unite(leader, (row - 1) * columns + column, row * columns + column)
    shapes: dict[int, list[int]] = defaultdict(list)
    for here in range(rows * columns):
        shapes[_lead(leader, here)].append(here)
    sides = _Sides(walls, floors)
    places = sorted([place for shape in shapes.values() for place in _rectangles(shape, columns)])
    return tuple([Box(*place, sides.open(*place)) for place in places])


class _Sides:
    """The outer sides of a grid, those of them that are drawn in part, each with the row or column it bounds."""

    def __init__(self, walls: list[list[bool]], floors: list[list[bool]]) -> None:
        self._walls = [(0, walls[0]), (len(walls) - 1, walls[-1])]
        self._floors = [(0, floors[0]), (len(floors) - 1, floors[-1])]
        self._walls = [(at, side) for at, side in self._walls if any(side) and not all(side)]
        self._floors = [(at, side) for at, side in self._floors if any(side) and not all(side)]

    def open(self, row: int, column: int, rows: int, columns: int) -> bool:
        """Is an outer side of the box missing, although that side of the grid is drawn elsewhere?"""
        walls = [side[row : row + rows] for at, side in self._walls if at in (column, column + columns)]
        floors = [side[column : column + columns] for at, side in self._floors if at in (row, row + rows)]
        return not all(map(any, walls + floors))


def _rectangles(shape: list[int], columns: int) -> list[Place]:
    """Lattice cells that hang together → rectangles: runs in a row, piled as long as the rows below have the same."""
    if len(shape) == 1:
        return [(*divmod(shape[0], columns), 1, 1)]
    runs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for here in shape:
        row, column = divmod(here, columns)
        if runs[row] and runs[row][-1][1] == column:
            runs[row][-1] = (runs[row][-1][0], column + 1)
        else:
            runs[row].append((column, column + 1))
    boxes: list[Place] = []
    growing: dict[tuple[int, int], int] = {}
    for row in sorted(runs):
        for run in runs[row]:
            index = growing.get(run)
            if index is not None and boxes[index][0] + boxes[index][2] == row:
                first, column, rows, width = boxes[index]
                boxes[index] = (first, column, rows + 1, width)
            else:
                growing[run] = len(boxes)
                boxes.append((row, run[0], 1, run[1] - run[0]))
    return boxes


def _lead(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _unite(leader: list[int], one: int, other: int) -> None:
    one, other = _lead(leader, one), _lead(leader, other)
    if one != other:
        leader[max(one, other)] = min(one, other)
