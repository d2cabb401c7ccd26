"""How PDFium's user space is turned into the displayed page: points, origin top left, rotation and crop applied."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
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


class Matrices:
    """Reads the matrices of page objects and characters."""

    def __init__(self) -> None:
        self._floats = native.Floats(6)

    def of_object(self, item: int) -> Matrix:
        return self._read(native.object_matrix(item, self._floats.at[0]))

    def of_char(self, textpage: int, char: int) -> Matrix:
        return self._read(native.char_matrix(textpage, char, self._floats.at[0]))

    def _read(self, known: int) -> Matrix:
        if not known:
            return UNIT
        a, b, c, d, e, f = self._floats.values
        return a, b, c, d, e, f


class Paint:
    """Reads the colours of page objects, on white paper: what shines through is paler."""

    def __init__(self) -> None:
        self._channels = (ctypes.c_uint * 4)()
        start = ctypes.addressof(self._channels)
        self._at = tuple(start + 4 * i for i in range(4))
        self._names: dict[tuple[int, ...], str | None] = {}

    def fill(self, item: int) -> str | None:
        """The fill colour as ``#rrggbb``; None if nothing is seen of it or it is a pattern."""
        return self._read(native.fill_color, item)

    def stroke(self, item: int) -> str | None:
        """The stroke's colour."""
        return self._read(native.stroke_color, item)

    def _read(self, get: Callable[..., int], item: int) -> str | None:
        if not get(item, *self._at):
            return None
        channels = tuple(self._channels)
        if channels not in self._names:
            self._names[channels] = _color(*channels)
        return self._names[channels]


def _color(red: int, green: int, blue: int, alpha: int) -> str | None:
    if alpha < 5:
        return None
    mixed = (round(255 + (channel - 255) * alpha / 255) for channel in (red, green, blue))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)
