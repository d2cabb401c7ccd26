"""What is drawn on a page: PDFium's path, image and shading objects, those inside forms too."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from objectives_parser.document import BBox, Ruling
from objectives_parser.readers.ink import Ink, Outline, Point
from objectives_parser.readers.pdfium.views import UNIT, Matrix, Paint, View, object_matrix, times

MOST_OBJECTS = 40_000  # maps and charts: what comes behind is left out, with a finding
MOST_SEGMENTS = 120_000
DEEPEST_FORM = 8
LINE, BEZIER, MOVE = 0, 1, 2
SHADE = "#c0c0c0"


class Drawings:
    """Reads the drawings of one loaded page into ``ink`` and ``images``; ``crowded`` says that not all were read."""

    def __init__(self, page: Any, view: View) -> None:
        self._view = view
        self._paint = Paint()
        self._objects = 0
        self._segments = 0
        self.ink = Ink(width=view.width, height=view.height)
        self.images: list[BBox] = []
        self._walk(pdfium.FPDFPage_CountObjects(page), lambda i: pdfium.FPDFPage_GetObject(page, i), UNIT, 0)

    @property
    def crowded(self) -> bool:
        return self._objects > MOST_OBJECTS or self._segments > MOST_SEGMENTS

    def _walk(self, count: int, item_at: Any, matrix: Matrix, depth: int) -> None:
        kind_of = pdfium.FPDFPageObj_GetType
        for i in range(count):
            item = item_at(i)
            kind = kind_of(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            self._objects += 1
            if self.crowded:
                return
            self._read(kind, item, matrix, depth)

    def _read(self, kind: int, item: Any, matrix: Matrix, depth: int) -> None:
        match kind:
            case pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, times(object_matrix(item), matrix))
            case pdfium.FPDF_PAGEOBJ_IMAGE:
                self._image(item, matrix)
            case pdfium.FPDF_PAGEOBJ_SHADING:
                box = self._bounds(item, matrix)
                if box is not None:
                    self.ink.covers.append(box)
                    self.ink.fill(box, SHADE)
            case pdfium.FPDF_PAGEOBJ_FORM if depth < DEEPEST_FORM:
                inner = times(object_matrix(item), matrix)
                count = pdfium.FPDFFormObj_CountObjects(item)
                self._walk(max(count, 0), lambda i: pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1)

    def _image(self, item: Any, matrix: Matrix) -> None:
        """An image's box; one that is a thin strip is a line."""
        box = self._bounds(item, matrix)
        if box is None:
            return
        if min(box[2] - box[0], box[3] - box[1]) < 2.0 and max(box[2] - box[0], box[3] - box[1]) > 20.0:
            self.ink.rulings.append(_middle(box))
        else:
            self.images.append(box)

    def _bounds(self, item: Any, matrix: Matrix) -> BBox | None:
        """The box of an object, cut to what the clip path shows of it."""
        sides = tuple(ctypes.c_float() for _ in range(4))
        if not pdfium.FPDFPageObj_GetBounds(item, *sides):
            return None
        x0, y0, x1, y1 = (side.value for side in sides)
        clip = _clip(item)
        if clip is not None:
            x0, y0, x1, y1 = max(x0, clip[0]), max(y0, clip[1]), min(x1, clip[2]), min(y1, clip[3])
        if x0 >= x1 or y0 >= y1:
            return None
        corners = [self._shown(x, y, matrix) for x in (x0, x1) for y in (y0, y1)]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        box = max(min(xs), 0.0), max(min(ys), 0.0), min(max(xs), self._view.width), min(max(ys), self._view.height)
        return box if box[0] < box[2] and box[1] < box[3] else None

    def _path(self, item: Any, matrix: Matrix) -> None:
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(item, filled, stroked) or not (filled.value or stroked.value):
            return
        fill = self._fill_color(item) if filled.value else None
        color = self._paint.stroke(item) if stroked.value else None
        if fill is None and color is None:
            return
        width = _stroke_width(item, matrix) if color is not None else None
        for points, closed, curved in self._subpaths(item, matrix):
            if len(points) > 1:
                self.ink.draw(
                    Outline(points=points, closed=closed, curved=curved, fill=fill, stroke=width, color=color)
                )

    def _fill_color(self, item: Any) -> str | None:
        """The fill's colour; a pattern is a shade of its own."""
        return self._paint.fill(item)

    def _subpaths(self, item: Any, matrix: Matrix) -> Iterator[tuple[list[Point], bool, bool]]:
        """Each subpath of a path on the display: points, whether it is closed, whether it is curved."""
        points: list[Point] = []
        closed = curved = False
        x, y = ctypes.c_float(), ctypes.c_float()
        count = pdfium.FPDFPath_CountSegments(item)
        self._segments += max(count, 0)
        if self.crowded:
            return
        for i in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, i)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == MOVE and points:
                yield points, closed, curved
                points, closed, curved = [], False, False
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            points.append(self._shown(x.value, y.value, matrix))
            curved = curved or kind == BEZIER
            closed = closed or bool(pdfium.FPDFPathSegment_GetClose(segment))
        if points:
            yield points, closed, curved

    def _shown(self, x: float, y: float, m: Matrix) -> Point:
        sx, sy = self._view.show(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
        return round(sx, 2), round(sy, 2)


def _stroke_width(item: Any, matrix: Matrix) -> float:
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
    return round(float(width.value) * scale, 2)


def _clip(item: Any) -> BBox | None:
    """The box of an object's clip path, in the space that its matrix leads to; None if it has none."""
    clip = pdfium.FPDFPageObj_GetClipPath(item)
    if not clip:
        return None
    box: BBox | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(max(pdfium.FPDFClipPath_CountPaths(clip), 0)):
        xs, ys = [], []
        for i in range(max(pdfium.FPDFClipPath_CountPathSegments(clip, path), 0)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, i), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs:
            part = (min(xs), min(ys), max(xs), max(ys))
            box = part if box is None else _overlap(box, part)
    return box


def _overlap(a: BBox, b: BBox) -> BBox:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _middle(box: BBox) -> Ruling:
    x0, top, x1, bottom = box
    if x1 - x0 > bottom - top:
        return Ruling(x0=x0, top=(top + bottom) / 2, x1=x1, bottom=(top + bottom) / 2, width=bottom - top)
    return Ruling(x0=(x0 + x1) / 2, top=top, x1=(x0 + x1) / 2, bottom=bottom, width=x1 - x0)
