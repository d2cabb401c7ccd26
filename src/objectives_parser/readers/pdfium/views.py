"""How PDFium's user space is turned into the displayed page: points, origin top left, rotation and crop applied."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from typing import Any

import attrs
import pypdfium2.raw as pdfium

from objectives_parser.document import BBox
from objectives_parser.readers.pdfium import native

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@attrs.frozen(kw_only=True)
class View:
    """The displayed page: its size, its rotation in quarter turns clockwise, and ``show``, user space → display."""

    width: float
    height: float
    turns: int
    show: Matrix

    def box(self, x0: float, y0: float, x1: float, y1: float) -> BBox:
        """A box of user space on the display."""
        a, b, c, d, e, f = self.show
        if not self.turns:
            return x0 + e, f - y1, x1 + e, f - y0
        ax, ay, bx, by = a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * x1 + c * y1 + e, b * x1 + d * y1 + f
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def page_view(page: Any) -> View:
    """The view of a loaded page."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    left, right = sorted((rect.left, rect.right))
    low, high = sorted((rect.bottom, rect.top))
    turns = pdfium.FPDFPage_GetRotation(page) % 4
    shows: tuple[Matrix, ...] = (
        (1.0, 0.0, 0.0, -1.0, -left, high),
        (0.0, 1.0, 1.0, 0.0, -low, -left),
        (-1.0, 0.0, 0.0, 1.0, right, -low),
        (0.0, -1.0, -1.0, 0.0, high, right),
    )
    width, height = right - left, high - low
    if turns % 2:
        width, height = height, width
    return View(width=round(width, 2), height=round(height, 2), turns=turns, show=shows[turns])


def times(a: Matrix, b: Matrix) -> Matrix:
    """First ``a``, then ``b``."""
    if a == UNIT:
        return b
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def fill_colors(items: Collection[int]) -> Iterator[str | None]:
    """The fill colours of page objects as ``#rrggbb``; None if nothing is seen of it or it is a pattern."""
    return _colors(native.fill_color, items)


def stroke_colors(items: Collection[int]) -> Iterator[str | None]:
    """The colours of their strokes."""
    return _colors(native.stroke_color, items)


def _colors(get: Callable[..., int], items: Collection[int]) -> Iterator[str | None]:
    return map(_color, native.written(get, "I I I I", len(items), items))


@lru_cache(maxsize=1024)
def _color(channels: tuple[int, tuple[int, int, int, int]]) -> str | None:
    """A colour on white paper: what shines through is paler. None if it is unknown."""
    known, (*hues, alpha) = channels
    if not known or alpha < 5:
        return None
    return "#" + "".join(f"{round(255 + (hue - 255) * alpha / 255):02x}" for hue in hues)
