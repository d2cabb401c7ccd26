"""What is drawn on a page: PDFium's path, image and shading objects, those inside forms too."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from objectives_parser.document import BBox, Mark
from objectives_parser.readers.ink import SIGN, THIN, Ink, Outline, Point
from objectives_parser.readers.pdfium import native
from objectives_parser.readers.pdfium.native import (
    count_segments,
    draw_mode,
    path_segment,
    segment_kind,
    segment_point,
)
from objectives_parser.readers.pdfium.views import Matrices, Matrix, Paint, View, times

MOST_OBJECTS = 40_000  # maps and charts: what comes behind is left out, with a finding
MOST_SEGMENTS = 120_000
DEEPEST_FORM = 8
BEZIER, MOVE = 1, 2
SIMPLE = 6  # segments: a rectangle has five
PICTURE = 400  # segments: a path of so many with curves among the first is an illustration
SHADE = "#c0c0c0"
TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5

Subpath = tuple[list[Point], bool, bool]


class Drawings:
    """Reads the drawings of one loaded page into ``ink`` and ``images``; ``crowded`` says that not all were read.
    ``text_orders`` tells when each text object is painted, ``lids`` which opaque areas are painted after some text."""

    def __init__(self, page: Any, view: View) -> None:
        self._view = view
        self._paint = Paint()
        self._matrices = Matrices()
        self._sides = native.Floats(4)
        self._point = native.Floats(2)
        self._modes = (ctypes.c_int * 2)()
        self._modes_at = ctypes.addressof(self._modes)
        self._objects = 0
        self._painted = 0
        self.text_orders: dict[int, int] = {}
        self.lids: list[tuple[int, BBox]] = []
        self._segments = 0
        self.ink = Ink(width=view.width, height=view.height)
        self.images: list[BBox] = []
        self._walk(native.address(page), pdfium.FPDFPage_CountObjects(page), native.page_object, view.show, 0)

    @property
    def crowded(self) -> bool:
        return self._objects > MOST_OBJECTS or self._segments > MOST_SEGMENTS

    def _walk(self, holder: int, count: int, item_at: Callable[[int, int], int], matrix: Matrix, depth: int) -> None:
        kind_of = native.object_kind
        for i in range(count):
            item = item_at(holder, i)
            kind = kind_of(item)
            self._painted += 1
            if kind == TEXT:
                self.text_orders[item] = self._painted
                continue
            self._objects += 1
            if self.crowded:
                return
            self._read(kind, item, matrix, depth)

    def _read(self, kind: int, item: int, matrix: Matrix, depth: int) -> None:
        """One object; ``matrix`` leads from its holder's space to the display."""
        if kind == PATH:
            self._path(item, matrix)
        elif kind == IMAGE:
            self._image(self._bounds(item, matrix))
        elif kind == SHADING:
            self._shading(self._bounds(item, matrix))
        elif kind == FORM and depth < DEEPEST_FORM:
            inner = times(self._matrices.of_object(item), matrix)
            count = pdfium.FPDFFormObj_CountObjects(native.pointer(item, pdfium.FPDF_PAGEOBJECT))
            self._walk(item, max(count, 0), native.form_object, inner, depth + 1)

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

    def _path(self, item: int, matrix: Matrix) -> None:
        draw_mode(item, self._modes_at, self._modes_at + 4)
        filled, stroked = self._modes
        fill = self._paint.fill(item) if filled else None
        color = self._paint.stroke(item) if stroked else None
        if fill is None and color is None:
            return
        count = count_segments(item)
        if count <= SIMPLE:
            box = self._box(item, matrix)
            if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
                self.ink.strip(box)
                return
        elif self._is_sign(item, matrix, fill or color):
            return
        self._outlines(item, count, matrix, fill, color)

    def _outlines(self, item: int, count: int, matrix: Matrix, fill: str | None, color: str | None) -> None:
        own = times(self._matrices.of_object(item), matrix)
        width = self._width(item, own) if color is not None else None
        for points, closed, curved in self._subpaths(item, count, own):
            outline = Outline(points=points, closed=closed, curved=curved, fill=fill, stroke=width, color=color)
            before = len(self.ink.fills)
            self.ink.draw(outline)
            if len(self.ink.fills) > before and self.text_orders and not native.transparent(item):
                self.lids.append((self._painted, self.ink.fills[-1].bbox))

    def _is_sign(self, item: int, matrix: Matrix, color: str | None) -> bool:
        """Whether a drawing of many segments is a small sign (a tick, a dot, a letter as a drawing); notes it."""
        box = self._bounds(item, matrix)
        if box is None:
            return True
        if box[2] - box[0] < SIGN and box[3] - box[1] < SIGN:
            self.ink.marks.append(Mark(bbox=box, color=color))
            return True
        return False

    def _width(self, item: int, matrix: Matrix) -> float:
        native.stroke_width(item, self._point.at[0])
        scale: float = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
        return round(self._point.values[0] * scale, 2)

    def _subpaths(self, item: int, count: int, m: Matrix) -> Iterator[Subpath]:
        """Each subpath of a path on the display: points, whether it is closed, whether it is curved."""
        self._segments += count
        if self.crowded:
            return
        x, y = self._point.at
        values = self._point.values
        a, b, c, d, e, f = m
        points: list[Point] = []
        segment = 0
        curved = False
        for i in range(count):
            before, segment = segment, path_segment(item, i)
            kind = segment_kind(segment)
            if kind == MOVE and points:
                if len(points) > 1:
                    yield points, bool(native.segment_closes(before)), curved
                points, curved = [], False
            elif kind == BEZIER:
                curved = True
                if count > PICTURE and i < SIMPLE:
                    return
            segment_point(segment, x, y)
            px, py = values
            points.append((a * px + c * py + e, b * px + d * py + f))
        if len(points) > 1:
            yield points, bool(native.segment_closes(segment)), curved

    def _box(self, item: int, matrix: Matrix) -> BBox:
        """The box of an object on the display, uncut."""
        native.object_bounds(item, *self._sides.at)
        x0, y0, x1, y1 = self._sides.values
        return _shown((x0, y0, x1, y1), matrix)

    def _bounds(self, item: int, matrix: Matrix) -> BBox | None:
        """The box of an object on the display, cut to what the clip path shows of it; None if it shows nothing."""
        if not native.object_bounds(item, *self._sides.at):
            return None
        x0, y0, x1, y1 = self._sides.values
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
        boxes = [self._clip_box(clip, path) for path in range(max(count, 0))]
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
            segment_point(native.clip_segment(clip, path, i), *self._point.at)
            x, y = self._point.values
            xs.append(x)
            ys.append(y)
        return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def _overlap(a: BBox, b: BBox) -> BBox:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _shown(box: BBox, matrix: Matrix) -> BBox:
    """The box around a box that a matrix moves."""
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = box
    if b == 0 and c == 0:
        ax, bx, ay, by = a * x0 + e, a * x1 + e, d * y0 + f, d * y1 + f
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
    xs = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
    ys = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
    return min(xs), min(ys), max(xs), max(ys)
