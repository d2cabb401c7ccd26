"""What is drawn on a page: the outlines of a PDF's paths read as rulings, fills, marks and covers.

An outline is a row of points on the displayed page (origin top left). Both PDF readers hand their outlines to ``Ink``.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs

from objectives_parser.document import BBox, Fill, Mark, Ruling, luminance

Point = tuple[float, float]

THIN = 3.0  # a filled rectangle that is thinner is a line: Word draws cell borders as strips of 0.5 points
BAR = 6.0  # a stroked line that is thicker is a coloured bar
SLOPE = 0.6  # how far a line may climb and still be horizontal
SHORT = 2.0  # a shorter line is a join between two borders
SIGN = 15.0  # what is smaller both ways and no rectangle is a sign: a tick, a dot


LEVEL = 0.3  # how much the dots of a dotted line differ in height
DOTS_APART = 4.5
FEWEST_DOTS = 8


@attrs.define(kw_only=True)
class DotRow:
    """Dots on one height that were drawn one after the other; ``at`` is their line's place among the rulings."""

    start: float
    end: float
    y: float
    count: int = 1
    at: int | None = None


@attrs.frozen(kw_only=True)
class Outline:
    """One subpath as drawn. ``stroke`` is the line's width, None if it is not stroked; ``fill`` its colour or None."""

    points: Sequence[Point]
    closed: bool
    curved: bool
    fill: str | None
    stroke: float | None
    color: str | None = None


@attrs.define
class Ink:
    """Collects what the outlines of one page say. ``width`` and ``height`` are the page's."""

    width: float
    height: float
    rulings: list[Ruling] = attrs.field(factory=list)
    fills: list[Fill] = attrs.field(factory=list)
    marks: list[Mark] = attrs.field(factory=list)
    covers: list[BBox] = attrs.field(factory=list)
    _row: DotRow | None = None

    def draw(self, outline: Outline) -> None:
        """Read one outline."""
        box = _box(outline.points)
        if not self._shows(box):
            return
        if not outline.curved and _is_rectangle(outline.points):
            self._rectangle(outline, box)
        elif box[2] - box[0] < SIGN and box[3] - box[1] < SIGN and (outline.curved or len(outline.points) > 2):
            self.marks.append(Mark(bbox=box, color=outline.fill or outline.color))
        else:
            self._shape(outline, box)

    def _shows(self, box: BBox) -> bool:
        return box[2] > 0 and box[3] > 0 and box[0] < self.width and box[1] < self.height

    def _rectangle(self, outline: Outline, box: BBox) -> None:
        x0, top, x1, bottom = box
        thickness = min(x1 - x0, bottom - top)
        if outline.fill is not None and thickness > 0:
            if thickness <= THIN:
                self.strip(box)
                return
            self.fill(box, outline.fill)
        if outline.stroke is None:
            return
        for a, b in ((x0, top, x1, top), (x0, bottom, x1, bottom)), ((x0, top, x0, bottom), (x1, top, x1, bottom)):
            self._line(*a, outline.stroke)
            if thickness > THIN or a[0] == a[2]:
                self._line(*b, outline.stroke)

    def strip(self, box: BBox) -> None:
        """A thin filled rectangle, or a line's box, is a line along its middle."""
        x0, top, x1, bottom = box
        if x1 <= 0 or bottom <= 0 or x0 >= self.width or top >= self.height:
            return
        if x1 - x0 >= bottom - top:
            middle = (top + bottom) / 2
            self._line(x0, middle, x1, middle, bottom - top)
        else:
            middle = (x0 + x1) / 2
            self._line(middle, top, middle, bottom, x1 - x0)

    def fill(self, box: BBox, color: str) -> None:
        """A coloured area; white as large as the page says nothing."""
        if luminance(color) > 250 and (box[2] - box[0]) * (box[3] - box[1]) > 0.8 * self.width * self.height:
            return
        self.fills.append(Fill(bbox=box, color=color))

    def _line(self, x0: float, top: float, x1: float, bottom: float, width: float) -> None:
        if max(x1 - x0, bottom - top) >= SHORT:
            self.rulings.append(Ruling(x0=x0, top=top, x1=x1, bottom=bottom, width=width))
        else:
            self._dot((x0 + x1) / 2, (top + bottom) / 2, width)

    def _dot(self, x: float, y: float, width: float) -> None:
        """A dotted line may be drawn dot by dot, in order: a row of them is one line."""
        row = self._row
        if row is None or abs(y - row.y) > LEVEL or not 0 < x - row.end <= DOTS_APART:
            self._row = DotRow(start=x, end=x, y=y)
            return
        row.end = x
        row.count += 1
        if row.count < FEWEST_DOTS:
            return
        line = Ruling(x0=row.start, top=y, x1=x, bottom=y, width=width)
        if row.at is None:
            row.at = len(self.rulings)
            self.rulings.append(line)
        else:
            self.rulings[row.at] = line

    def _shape(self, outline: Outline, box: BBox) -> None:
        """Any other outline: stroked edges along the axes are lines, a nearly rectangular area is a fill."""
        if outline.stroke is not None:
            self._edges(outline)
        if outline.fill is None:
            return
        area = (box[2] - box[0]) * (box[3] - box[1])
        if min(box[2] - box[0], box[3] - box[1]) <= THIN:
            self.strip(box)
        elif area and _area(outline.points) > 0.85 * area:
            self.fill(box, outline.fill)
        else:
            self.covers.append(box)

    def _edges(self, outline: Outline) -> None:
        points = list(outline.points)
        if outline.closed:
            points.append(points[0])
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            if abs(ay - by) <= SLOPE and abs(ax - bx) > SHORT:
                self._edge((min(ax, bx), (ay + by) / 2, max(ax, bx), (ay + by) / 2), outline)
            elif abs(ax - bx) <= SLOPE and abs(ay - by) > SHORT:
                self._edge(((ax + bx) / 2, min(ay, by), (ax + bx) / 2, max(ay, by)), outline)

    def _edge(self, box: BBox, outline: Outline) -> None:
        """A straight edge along an axis: a line, or a bar (a fill) if it is as thick as a line of text."""
        width = outline.stroke or 0.0
        if width < BAR:
            self._line(*box, width)
            return
        across, down = (0.0, width / 2) if box[1] == box[3] else (width / 2, 0.0)
        self.fill((box[0] - across, box[1] - down, box[2] + across, box[3] + down), outline.color or "#000000")


def _box(points: Sequence[Point]) -> BBox:
    xs = [p[0] for p in points]
    ys = [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _is_rectangle(points: Sequence[Point]) -> bool:
    """Whether four corners (the first perhaps again as the fifth) stand square to the page."""
    corners = points[:-1] if len(points) == 5 and _near(points[0], points[4]) else points
    if len(corners) != 4:
        return False
    a, b, c, d = corners
    return (_level(a, b) and _upright(b, c) and _level(c, d) and _upright(d, a)) or (
        _upright(a, b) and _level(b, c) and _upright(c, d) and _level(d, a)
    )


def _near(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < 0.1 and abs(a[1] - b[1]) < 0.1


def _level(a: Point, b: Point) -> bool:
    return abs(a[1] - b[1]) < 0.1


def _upright(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < 0.1


def _area(points: Sequence[Point]) -> float:
    """The area inside the corners, by Gauss's formula."""
    total = 0.0
    x, y = points[-1]
    for nx, ny in points:
        total += x * ny - nx * y
        x, y = nx, ny
    return abs(total) / 2
