"""How PDFium's user space is turned into the displayed page: points, origin top left, rotation and crop applied."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import attrs
import pypdfium2.raw as pdfium

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@attrs.frozen(kw_only=True)
class View:
    """The displayed page: its size, its rotation in quarter turns clockwise, and ``show``, user space → display."""

    width: float
    height: float
    turns: int
    show: Callable[[float, float], tuple[float, float]]

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box of user space on the display, rounded to hundredths of a point."""
        ax, ay = self.show(x0, y0)
        bx, by = self.show(x1, y1)
        left, right = (ax, bx) if ax <= bx else (bx, ax)
        top, bottom = (ay, by) if ay <= by else (by, ay)
        return round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)


def page_view(page: Any) -> View:
    """The view of a loaded page."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    left, right = sorted((rect.left, rect.right))
    low, high = sorted((rect.bottom, rect.top))
    turns = pdfium.FPDFPage_GetRotation(page) % 4
    shows: tuple[Callable[[float, float], tuple[float, float]], ...] = (
        lambda x, y: (x - left, high - y),
        lambda x, y: (y - low, x - left),
        lambda x, y: (right - x, y - low),
        lambda x, y: (high - y, right - x),
    )
    width, height = right - left, high - low
    if turns % 2:
        width, height = height, width
    return View(width=round(width, 2), height=round(height, 2), turns=turns, show=shows[turns])


def times(a: Matrix, b: Matrix) -> Matrix:
    """First ``a``, then ``b``."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def object_matrix(item: Any) -> Matrix:
    """The matrix of a page object."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return UNIT
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


class Paint:
    """Reads the colours of page objects, on white paper: what shines through is paler."""

    def __init__(self) -> None:
        self._channels = tuple(ctypes.c_uint() for _ in range(4))

    def fill(self, item: Any) -> str | None:
        """The fill colour as ``#rrggbb``; None if nothing is seen of it or it is a pattern."""
        return self._read(pdfium.FPDFPageObj_GetFillColor, item)

    def stroke(self, item: Any) -> str | None:
        """The stroke's colour."""
        return self._read(pdfium.FPDFPageObj_GetStrokeColor, item)

    def _read(self, get: Any, item: Any) -> str | None:
        red, green, blue, alpha = self._channels
        if not get(item, red, green, blue, alpha) or alpha.value < 5:
            return None
        if alpha.value == 255:
            return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"
        share = alpha.value / 255
        mixed = (round(255 + (c.value - 255) * share) for c in (red, green, blue))
        return "#" + "".join(f"{c:02x}" for c in mixed)
