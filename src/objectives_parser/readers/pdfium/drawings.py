"""What is drawn on a page: PDFium's path, image and shading objects, those inside forms too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from operator import itemgetter
from typing import Any

import pypdfium2.raw as pdfium

from objectives_parser.document import NOWHERE, BBox, Mark
from objectives_parser.readers.ink import SIGN, THIN, Ink, Outline, Point
from objectives_parser.readers.lids import Lid
from objectives_parser.readers.pdfium import native
from objectives_parser.readers.pdfium.views import UNIT, Matrix, View, fill_colors, stroke_colors, times

MOST_OBJECTS = 40_000  # maps and charts: what comes behind is left out, with a finding
MOST_SEGMENTS = 120_000
DEEPEST_FORM = 8
BEZIER, MOVE = 1, 2
SIMPLE = 6  # segments: a rectangle has five
PICTURE = 400  # segments: a path of so many with curves among the first is an illustration
SHADE = "#c0c0c0"
TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5

AT_ONCE = 2_000  # objects
SECOND = itemgetter(1)

# Address, number of segments, the colours of its area and of its line, its box: on the display if it is simple, else in
# its holder's space.
Path = tuple[int, int, str | None, str | None, BBox]
Subpath = tuple[list[Point], bool, bool]
# The segments of a path, their kinds and points, the path's matrix and the width of its line, all in its own space.
Shape = tuple[list[int], list[int], list[Point], Matrix, float]


class Drawings:
    """Reads the drawings of one loaded page into ``ink`` and ``images``; ``crowded`` says that not all were read.
    ``text_orders`` tells when each text object is painted, ``lids`` which opaque areas are painted after some text."""

    def __init__(self, page: Any, view: View) -> None:
        self._view = view
        self._sides = native.Floats(4)
        self._point = native.Floats(2)
        self._numbers = native.Floats(6)
        self._objects = 0
        self._painted = 0
        self.text_orders: dict[int, int] = {}
        self.lids: list[Lid] = []
        self._segments = 0
        self.ink = Ink(width=view.width, height=view.height)
        self.images: list[BBox] = []
        self._walk(native.address(page), pdfium.FPDFPage_CountObjects(page), native.page_object, view.show, 0)

    @property
    def crowded(self) -> bool:
        return self._objects > MOST_OBJECTS or self._segments > MOST_SEGMENTS

    def _walk(self, holder: int, count: int, item_at: Callable[[int, int], int], matrix: Matrix, depth: int) -> None:
        """The objects of a page or a form; ``matrix`` leads from its space to the display."""
        for start in range(0, count, AT_ONCE):
            items = list(map(item_at, repeat(holder), range(start, min(start + AT_ONCE, count))))
            self._read(items, matrix, depth)
            if self.crowded:
                return

    def _read(self, items: list[int], matrix: Matrix, depth: int) -> None:
        """A few objects in the order in which they are painted."""
        kinds = list(map(native.object_kind, items))
        paths = _paths([item for item, kind in zip(items, kinds, strict=True) if kind == PATH], matrix)
        shapes = _shapes([path for path in paths if _is_area(path)])
        coming, orders = iter(paths), self.text_orders
        for item, kind in zip(items, kinds, strict=True):
            self._painted += 1
            if kind == TEXT:
                orders[item] = self._painted
                continue
            self._objects += 1
            if self._objects > MOST_OBJECTS or self._segments > MOST_SEGMENTS:
                return
            if kind == PATH:
                self._path(next(coming), matrix, shapes)
            elif kind == IMAGE:
                self._image(self._bounds(item, matrix))
            elif kind == SHADING:
                self._shading(self._bounds(item, matrix))
            elif kind == FORM and depth < DEEPEST_FORM:
                own = self._matrix(item)
                count = pdfium.FPDFFormObj_CountObjects(native.pointer(item, pdfium.FPDF_PAGEOBJECT))
                self._walk(item, max(count, 0), native.form_object, times(own, matrix), depth + 1)

    def _image(self, box: BBox | None) -> None:
        """An image's box; one that is a thin strip is a line."""
        if box is None:
            return
        wide, high = box[2] - box[0], box[3] - box[1]
        if min(wide, high) < 2.0 and max(wide, high) > 20.0:
            self.ink.strip(box)
        else:
            self.images.append(box)

    def _shading(self, box: BBox | None) -> None:
        """A colour gradient is a fill of some colour."""
        if box is not None:
            self.ink.fill(box, SHADE)

    def _path(self, path: Path, matrix: Matrix, shapes: Mapping[int, Shape]) -> None:
        item, count, fill, color, box = path
        if fill is None and color is None:
            return
        if count > SIMPLE:
            if not self._is_sign(item, box, matrix, fill or color):
                self._outlines(path, self._shape(item, count), matrix)
        elif item not in shapes:
            self.ink.strip(box)
        else:
            self._segments += count
            self._outlines(path, shapes[item], matrix)

    def _outlines(self, path: Path, shape: Shape, matrix: Matrix) -> None:
        item, _, fill, color, _ = path
        if self.crowded:
            return
        segments, kinds, points, turn, line = shape
        own = times(turn, matrix)
        width = round(line * abs(own[0] * own[3] - own[1] * own[2]) ** 0.5, 2) if color is not None else None
        for corners, closed, curved in _subpaths(segments, kinds, points, own):
            outline = Outline(points=corners, closed=closed, curved=curved, fill=fill, stroke=width, color=color)
            before = len(self.ink.fills)
            self.ink.draw(outline)
            if len(self.ink.fills) > before and self.text_orders and not native.transparent(item):
                self.lids.append((self._painted, self.ink.fills[-1].bbox, len(self.ink.rulings)))

    def _shape(self, item: int, count: int) -> Shape:
        """The shape of a path of many segments; of an illustration only what is straight before its first curve."""
        self._segments += count
        if self.crowded:
            return [], [], [], UNIT, 0.0
        if count > PICTURE and BEZIER in (first := list(map(native.segment_kind, _segments(item, SIMPLE)))):
            count = _last_move(first[: first.index(BEZIER)])
        return _shapes([(item, count, None, None, NOWHERE)])[item]

    def _is_sign(self, item: int, bounds: BBox, matrix: Matrix, color: str | None) -> bool:
        """Whether a drawing of many segments is a small sign (a tick, a dot, a letter as a drawing); notes it."""
        box = self._shown_part(item, bounds, matrix)
        if box is None:
            return True
        if box[2] - box[0] < SIGN and box[3] - box[1] < SIGN:
            self.ink.marks.append(Mark(bbox=box, color=color))
            return True
        return False

    def _matrix(self, item: int) -> Matrix:
        if not native.object_matrix(item, self._numbers.at[0]):
            return UNIT
        a, b, c, d, e, f = self._numbers.values
        return a, b, c, d, e, f

    def _bounds(self, item: int, matrix: Matrix) -> BBox | None:
        """The box of an object on the display, cut to what the clip path shows of it; None if it shows nothing."""
        if not native.object_bounds(item, *self._sides.at):
            return None
        x0, y0, x1, y1 = self._sides.values
        return self._shown_part(item, (x0, y0, x1, y1), matrix)

    def _shown_part(self, item: int, bounds: BBox, matrix: Matrix) -> BBox | None:
        """What is shown of an object with those bounds in its holder's space."""
        x0, y0, x1, y1 = bounds
        clip = self._clip(item)
        if clip is not None:
            x0, y0, x1, y1 = _overlap((x0, y0, x1, y1), clip)
        if x0 >= x1 or y0 >= y1:
            return None
        page = (0.0, 0.0, self._view.width, self._view.height)
        box = _overlap(_shown((x0, y0, x1, y1), matrix), page)
        return box if box[0] < box[2] and box[1] < box[3] else None

    def _clip(self, item: int) -> BBox | None:
        """The box of an object's clip path, in its holder's space; None if it has none."""
        clip = native.clip_path(item)
        count = native.clip_paths(clip) if clip else 0
        if count <= 0:
            return None
        boxes = [self._clip_box(clip, path) for path in range(count)]
        known = [box for box in boxes if box is not None]
        if not known:
            return None
        box = known[0]
        for other in known[1:]:
            box = _overlap(box, other)
        return box

    def _clip_box(self, clip: int, path: int) -> BBox | None:
        xs, ys = [], []
        for i in range(min(max(native.clip_segments(clip, path), 0), 50)):
            native.segment_point(native.clip_segment(clip, path, i), *self._point.at)
            x, y = self._point.values
            xs.append(x)
            ys.append(y)
        return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def _segments(item: int, count: int) -> list[int]:
    """The first segments of a path."""
    return list(map(native.path_segment, repeat(item), range(count)))


def _last_move(kinds: list[int]) -> int:
    """How many segments stand before the last of some that begins a subpath."""
    return max((at for at, kind in enumerate(kinds) if kind == MOVE), default=0)


def _paths(items: list[int], matrix: Matrix) -> list[Path]:
    """What is known of paths without looking at their points."""
    if not items:
        return []
    modes = [mode for _, mode in native.written(native.draw_mode, "i i", len(items), items)]
    counts = list(map(native.count_segments, items))
    fills = fill_colors([item for item, (filled, _) in zip(items, modes, strict=True) if filled])
    strokes = stroke_colors([item for item, (_, stroked) in zip(items, modes, strict=True) if stroked])
    bounds: list[Any] = list(native.written(native.object_bounds, "f f f f", len(items), items))
    boxes = _all_shown([box for (_, box), count in zip(bounds, counts, strict=True) if count <= SIMPLE], matrix)
    return [
        (
            item,
            count,
            next(fills) if filled else None,
            next(strokes) if stroked else None,
            next(boxes) if count <= SIMPLE else box if known else NOWHERE,
        )
        for item, count, (filled, stroked), (known, box) in zip(items, counts, modes, bounds, strict=True)
    ]


def _is_thin(box: BBox) -> bool:
    return box[2] - box[0] <= THIN or box[3] - box[1] <= THIN


def _is_area(path: Path) -> bool:
    """Whether a path is simple, painted and no line."""
    _, count, fill, color, box = path
    return count <= SIMPLE and not (fill is None and color is None) and not _is_thin(box)


def _shapes(paths: Sequence[Path]) -> dict[int, Shape]:
    """The shapes of paths: one loop for all of them asks for each thing."""
    if not paths:
        return {}
    items, counts = [path[0] for path in paths], [path[1] for path in paths]
    numbers = chain.from_iterable(map(range, counts))
    segments = list(map(native.path_segment, chain.from_iterable(map(repeat, items, counts)), numbers))
    kinds = list(map(native.segment_kind, segments))
    points = list(map(SECOND, native.written(native.segment_point, "f f", len(segments), segments)))
    matrices = native.written(native.object_matrix, "6f", len(items), items)
    widths = native.written(native.stroke_width, "f", len(items), items)
    found: dict[int, Shape] = {}
    start = 0
    for item, count, (turned, matrix), (_, (width,)) in zip(items, counts, matrices, widths, strict=True):
        end = start + count
        turn: Any = matrix if turned else UNIT
        found[item] = segments[start:end], kinds[start:end], points[start:end], turn, width
        start = end
    return found


def _subpaths(segments: list[int], kinds: list[int], places: list[Point], m: Matrix) -> Iterator[Subpath]:
    """Each subpath of a path on the display: points, whether it is closed, whether it is curved."""
    a, b, c, d, e, f = m
    points = [(a * x + c * y + e, b * x + d * y + f) for x, y in places]
    ends = [i for i, kind in enumerate(kinds) if kind == MOVE and i]
    start = 0
    for end in [*ends, len(segments)]:
        if end - start > 1:
            yield points[start:end], bool(native.segment_closes(segments[end - 1])), BEZIER in kinds[start:end]
        start = end


def _overlap(a: BBox, b: BBox) -> BBox:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _all_shown(boxes: Iterable[BBox], matrix: Matrix) -> Iterator[BBox]:
    """The boxes around boxes that a matrix moves; of a page that is not turned, by the shortest way."""
    a, b, c, d, e, f = matrix
    if b or c or a <= 0 or d >= 0:
        return map(_shown, boxes, repeat(matrix))
    return iter([(a * x0 + e, d * y1 + f, a * x1 + e, d * y0 + f) for x0, y0, x1, y1 in boxes])


def _shown(box: BBox, matrix: Matrix) -> BBox:
    """The box around a box that a matrix moves."""
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = box
    if b == 0 and c == 0:
        ax, bx, ay, by = a * x0 + e, a * x1 + e, d * y0 + f, d * y1 + f
        if ax > bx:
            ax, bx = bx, ax
        return (ax, ay, bx, by) if ay <= by else (ax, by, bx, ay)
    xs = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
    ys = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
    return min(xs), min(ys), max(xs), max(ys)
