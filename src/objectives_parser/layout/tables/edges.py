"""Rulings and fills → edges: the straight lines that bound cells, joined and snapped.

Word processors draw one table line as many short pieces (a piece a cell, dashes, strokes of neighbouring boxes side by
side), and shade one cell as several strips (one behind each line of its text). Here the pieces become lines again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

import attrs

from objectives_parser.document import BBox, Fill, Page
from objectives_parser.frozen import evolve

SNAP = 3.0
"""Lines nearer than this are one line: two cells' borders drawn side by side."""
JOIN = 4.0
"""A gap in a line up to this is bridged: dashes, and corners that two strokes leave open."""
MOST_RULINGS = 20_000
"""A page with more rulings than this is a drawing, such as a map; its rulings are left alone."""
SMALLEST_FILL = 3.0
MOST_OF_PAGE = 0.7
"""A fill over more than this share of the page is its ground."""
SHORTEST = 4.0
"""A joined line shorter than this bounds no cell."""
SHORTEST_PIECE = 12.0
"""A shorter piece is a dash or the corner between two cells, not the border of a cell."""
NEIGHBOURS = 16
"""A strip is painted soon after the cell that it stands in: within this many fills."""
HIGHEST_STRIP = 24.0
"""A fill higher than this is no strip behind one line."""
SEAM = 0.6
"""Fills of one colour nearer than this were painted as strips of one cell; a wider gap shows as a line."""

Piece: TypeAlias = tuple[float, float, float]
"""A drawn piece of a line: its place across, and from where to where it runs."""


@attrs.frozen
class Edge:
    """A straight line: ``at`` is its place across, ``low`` to ``high`` its extent along. ``joints`` are the places
    where two of the pieces meet that it was drawn in."""

    at: float
    low: float
    high: float
    joints: tuple[float, ...] = ()


@attrs.frozen(kw_only=True)
class Edges:
    """The horizontal and the vertical edges of a page or of a part of one, each sorted by place. ``joints`` are the
    column borders that the rules of a table without vertical ones tell by being drawn cell by cell."""

    across: tuple[Edge, ...]
    down: tuple[Edge, ...]
    joints: tuple[float, ...] = ()

    @property
    def bbox(self) -> BBox:
        """The room that the edges, of which there is one at least, reach over."""
        xs = [x for edge in self.across for x in (edge.low, edge.high)] + [edge.at for edge in self.down]
        ys = [y for edge in self.down for y in (edge.low, edge.high)] + [edge.at for edge in self.across]
        return min(xs), min(ys), max(xs), max(ys)


def ruling_edges(page: Page) -> Edges:
    """The page's rulings as joined edges."""
    return join_edges(*_ruling_pieces(page))


def fill_edges(page: Page) -> Edges:
    """The page's rulings and the borders of its fills as joined edges."""
    across, down = _ruling_pieces(page)
    for fill in page.fills:
        x0, top, x1, bottom = fill.bbox
        across += [(top, x0, x1), (bottom, x0, x1)]
        down += [(x0, top, bottom), (x1, top, bottom)]
    return join_edges(across, down)


def overlap(one: BBox, other: BBox) -> bool:
    """Do two boxes share more than their borders?"""
    return min(one[2], other[2]) - max(one[0], other[0]) > 2 and min(one[3], other[3]) - max(one[1], other[1]) > 2


def join_edges(across: list[Piece], down: list[Piece]) -> Edges:
    """Pieces (place, low, high) → edges."""
    return Edges(across=_joined(across), down=_joined(down))


def with_cell_fills(page: Page) -> Page:
    """The page with no fills but those that can be the ground of cells."""
    return evolve(page, fills=tuple(cell_fills(page))) if page.fills else page


def cell_fills(page: Page) -> list[Fill]:
    """The fills that can be the ground of cells: strips joined; not the page's ground, bars that run off it, specks."""
    kept: list[Fill] = []
    for fill in page.fills:
        if _may_be_cell(fill, page) and not _is_strip(fill, kept[-NEIGHBOURS:]):
            kept.append(fill)
    return _joined_strips(kept) if len(kept) <= MOST_RULINGS else []


def _may_be_cell(fill: Fill, page: Page) -> bool:
    x0, top, x1, bottom = fill.bbox
    if x1 - x0 < SMALLEST_FILL or bottom - top < SMALLEST_FILL:
        return False
    bleeds = x0 < 1 or x1 > page.width - 1 or top < 1 or bottom > page.height - 1
    return not bleeds and (x1 - x0) * (bottom - top) < MOST_OF_PAGE * page.width * page.height


def _is_strip(fill: Fill, others: Sequence[Fill]) -> bool:
    """Is the fill a strip painted on a cell of its own colour (a word processor paints the lines' ground once more)?"""
    left, upper, right, lower = fill.bbox
    for x0, top, x1, bottom in [other.bbox for other in others if other.color == fill.color]:
        if left >= x0 - 1 and right <= x1 + 1 and upper >= top - 1 and lower <= bottom + 1:
            return True
    return False


def _joined_strips(fills: Sequence[Fill]) -> list[Fill]:
    """Stacked fills of one colour and one width that touch, as one fill; cells of one column are told from the strips
    of one cell by their height, and by other columns' fills that end where they do."""
    lanes: dict[tuple[str, int, int], list[BBox]] = defaultdict(list)
    for fill in fills:
        lanes[fill.color, round(fill.bbox[0]), round(fill.bbox[2])].append(fill.bbox)
    ends = _ends(lanes)
    joined: list[Fill] = []
    for (color, left, _), boxes in lanes.items():
        boxes.sort(key=lambda box: box[1])
        pile = boxes[0]
        for box in boxes[1:]:
            cell = _height(pile) > HIGHEST_STRIP < _height(box) and ends[round(box[1])] - {left}
            if box[1] - pile[3] <= SEAM and not cell:
                pile = (min(pile[0], box[0]), pile[1], max(pile[2], box[2]), max(pile[3], box[3]))
                continue
            joined.append(Fill(bbox=pile, color=color))
            pile = box
        joined.append(Fill(bbox=pile, color=color))
    return joined


def _ends(lanes: dict[tuple[str, int, int], list[BBox]]) -> dict[int, set[int]]:
    """For each height where a fill that is no strip ends: the left sides of those fills."""
    ends: dict[int, set[int]] = defaultdict(set)
    for (_, left, _), boxes in lanes.items():
        for box in boxes:
            if _height(box) > HIGHEST_STRIP:
                ends[round(box[1])].add(left)
                ends[round(box[3])].add(left)
    return ends


def _height(box: BBox) -> float:
    return box[3] - box[1]


def _ruling_pieces(page: Page) -> tuple[list[Piece], list[Piece]]:
    """The rulings that lie on the page (decoration runs off it) as horizontal and vertical pieces."""
    rulings = page.rulings
    if len(rulings) > MOST_RULINGS:
        return [], []
    width, height = page.width, page.height
    across = [
        (r.top, r.x0, r.x1)
        for r in rulings
        if r.x1 - r.x0 >= r.bottom - r.top and r.x0 > 0 and r.x1 < width and 0 < r.top < height
    ]
    down = [
        (r.x0, r.top, r.bottom)
        for r in rulings
        if r.bottom - r.top > r.x1 - r.x0 and r.top > 0 and r.bottom < height and 0 < r.x0 < width
    ]
    return across, down


def _joined(pieces: list[Piece]) -> tuple[Edge, ...]:
    """Pieces that lie on one line and touch or nearly touch, as edges."""
    pieces.sort()
    edges: list[Edge] = []
    lane: list[Piece] = []
    for piece in pieces:
        if lane and piece[0] - lane[0][0] > SNAP:
            edges += _lane_edges(lane)
            lane = []
        lane.append(piece)
    if lane:
        edges += _lane_edges(lane)
    return tuple(edges)


def _lane_edges(lane: list[Piece]) -> list[Edge]:
    """One line's pieces → its edges; the place is that of the longest piece."""
    lane.sort(key=lambda piece: piece[1])
    edges: list[Edge] = []
    joints: list[float] = []
    at, low, high = lane[0]
    longest = high - low
    for place, start, end in lane[1:]:
        if start - high > JOIN:
            edges.append(Edge(at, low, high, tuple(joints)))
            at, low, high, longest, joints = place, start, end, end - start, []
            continue
        if end - start >= SHORTEST_PIECE and start - low >= SHORTEST_PIECE and start >= high - 1.0:
            joints.append(start)
        if end - start > longest:
            at, longest = place, end - start
        if end > high:
            high = end
    edges.append(Edge(at, low, high, tuple(joints)))
    return [edge for edge in edges if edge.high - edge.low >= SHORTEST]
