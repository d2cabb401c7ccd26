"""How the characters of a text object are set: size, weight, slope, colour, turn, as PDFium knows them."""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any

import pypdfium2.raw as pdfium

from objectives_parser.readers.pdfium import native
from objectives_parser.readers.pdfium.views import Matrices, Paint, View
from objectives_parser.readers.printed import Style

BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd|[-,]b\b|blk", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|[-,]it\b|[-,]i\b|kursiv", re.IGNORECASE)
FORCE_BOLD = 1 << 18
ITALIC_FLAG = 1 << 6
STROKE, FILL_AND_STROKE, INVISIBLE, CLIP_ONLY = 1, 2, 3, 7
PLAIN = Style(size=0.0)

FontLook = tuple[str | None, bool, bool]


class Fonts:
    """The looks of a document's fonts on the pages that are open, each read once a page."""

    def __init__(self) -> None:
        self._known: dict[int, FontLook] = {}

    def look(self, font: int) -> FontLook:
        """A font's name, whether it is bold, whether it is italic."""
        if not font:
            return None, False, False
        if font not in self._known:
            self._known[font] = _font_look(native.pointer(font, pdfium.FPDF_FONT))
        return self._known[font]


class Styles:
    """The styles of one page's text objects, each read once. ``textpage`` is the address of the open text layer."""

    def __init__(self, textpage: int, view: View) -> None:
        self._textpage = textpage
        self._turn = 90 * view.turns
        self.known: dict[int, Style] = {}
        self._shared: dict[tuple[object, ...], Style] = {}
        self._mapped: set[int] = set()  # fonts with characters for their glyphs
        self._fonts = Fonts()
        self._paint = Paint()
        self._matrices = Matrices()

    def at(self, char: int) -> Style:
        """The style of a character; a plain one of no size where PDFium made the character up."""
        item = native.text_object(self._textpage, char)
        return self.of(item, char) if item else PLAIN

    def of(self, item: int, char: int) -> Style:
        """The style of a text object that has the character."""
        style = self.known.get(item)
        if style is None:
            style = self.known[item] = self._style(item, char)
        return style

    def _style(self, item: int, char: int) -> Style:
        a, b, c, d, _, _ = self._matrices.of_char(self._textpage, char)
        size = native.font_size(self._textpage, char) * (
            d if c == 0 and d > 0 else math.hypot(c, d) or math.hypot(a, b)
        )
        mode = native.render_mode(item)
        font = native.text_font(item)
        color = self._paint.stroke(item) if mode == STROKE else self._paint.fill(item)
        lost = font not in self._mapped and native.unmapped(self._textpage, char) == 1
        if not lost:
            self._mapped.add(font)
        look = (size, font, color, mode, a, b, c, d, lost)
        style = self._shared.get(look)
        if style is None:
            style = self._shared[look] = self._looked(look)
        return style

    def _looked(self, look: tuple[Any, ...]) -> Style:
        """The style of a look: size, font, colour, render mode, matrix, and whether its letters are unknown."""
        size, font, color, mode, a, b, c, d, lost = look
        name, bold, italic = self._fonts.look(font)
        level = b == 0 and a > 0 and not self._turn
        slanted = d > 0 and abs(b) < 0.01 and 0.1 < c / d < 0.6
        return Style(
            size=round(size, 2),
            bold=bold or mode == FILL_AND_STROKE,
            italic=italic or slanted,
            color=color,
            font=name,
            angle=0.0 if level else _turned(math.degrees(math.atan2(b, a)) - self._turn),
            invisible=mode in (INVISIBLE, CLIP_ONLY),
            unmapped=lost,
        )


def _font_look(font: Any) -> FontLook:
    """A font's name without the subset's tag, and whether it is bold or italic."""
    buffer = ctypes.create_string_buffer(256)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace") if length else ""
    name = name[7:] if name[6:7] == "+" else name
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    return name or None, bool(BOLD.search(name) or flags & FORCE_BOLD), bool(ITALIC.search(name) or flags & ITALIC_FLAG)


def _turned(angle: float) -> float:
    """An angle between -180 and 180, in whole degrees, 0 for nearly level text."""
    whole = round((angle + 180) % 360 - 180)
    return 0.0 if abs(whole) <= 1 else float(abs(whole) if whole == -180 else whole)
