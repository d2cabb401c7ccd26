"""How the characters of a text object are set: size, weight, slope, colour, turn, as PDFium knows them."""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any

import pypdfium2.raw as pdfium

from objectives_parser.readers.printed import Style
from objectives_parser.readers.pdfium.views import Paint, View

BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd|[-,]b\b|blk", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|[-,]it\b|[-,]i\b|kursiv", re.IGNORECASE)
FORCE_BOLD = 1 << 18
ITALIC_FLAG = 1 << 6
INVISIBLE = 3
STROKED = (1, 2)


class Styles:
    """The styles of one page's text objects, each read once. ``view`` is the page's."""

    def __init__(self, textpage: Any, view: View) -> None:
        self._textpage = textpage
        self._view = view
        self._known: dict[int, Style] = {}
        self._fonts: dict[int, tuple[str | None, bool, bool]] = {}
        self._paint = Paint()

    def at(self, char: int) -> tuple[int, Style]:
        """The text object (as a number) of a character and its style; 0 where PDFium made the character up."""
        item = pdfium.FPDFText_GetTextObject(self._textpage, char)
        if not item:
            return 0, PLAIN
        key = ctypes.addressof(item.contents)
        style = self._known.get(key)
        if style is None:
            style = self._known[key] = self._style(item, char)
        return key, style

    def _style(self, item: Any, char: int) -> Style:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._textpage, char, matrix)
        height = math.hypot(matrix.c, matrix.d) or math.hypot(matrix.a, matrix.b)
        size = pdfium.FPDFText_GetFontSize(self._textpage, char) * height
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) - 90 * self._view.turns
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        font, bold, italic = self._font(item)
        colored = self._paint.stroke(item) if mode == 1 else self._paint.fill(item)
        slanted = abs(matrix.b) < 0.01 and matrix.d > 0 and 0.1 < matrix.c / matrix.d < 0.6
        return Style(
            size=round(size, 2),
            bold=bold or mode == 2,
            italic=italic or slanted,
            color=colored,
            font=font,
            angle=_upright(angle),
            invisible=mode == INVISIBLE or (mode == 7),
            unmapped=pdfium.FPDFText_HasUnicodeMapError(self._textpage, char) == 1,
        )

    def _font(self, item: Any) -> tuple[str | None, bool, bool]:
        font = pdfium.FPDFTextObj_GetFont(item)
        if not font:
            return None, False, False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            self._fonts[key] = _font_look(font)
        return self._fonts[key]


PLAIN = Style(size=0.0)


def _font_look(font: Any) -> tuple[str | None, bool, bool]:
    """A font's name without the subset's tag, and whether it is bold or italic."""
    buffer = ctypes.create_string_buffer(256)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace") if length else ""
    name = name.split("+", 1)[-1] if name[6:7] == "+" else name
    flags = pdfium.FPDFFont_GetFlags(font)
    flags = 0 if flags == -1 else flags
    return name or None, bool(BOLD.search(name) or flags & FORCE_BOLD), bool(ITALIC.search(name) or flags & ITALIC_FLAG)


def _upright(angle: float) -> float:
    """An angle between -180 and 180, in whole degrees, 0 for nearly level text."""
    turned = round((angle + 180) % 360 - 180)
    return 0.0 if abs(turned) <= 1 else float(turned if turned != -180 else 180)
