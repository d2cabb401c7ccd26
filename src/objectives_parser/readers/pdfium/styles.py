"""How the characters of a text object are set: size, weight, slope, colour, turn, as PDFium knows them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat
from operator import itemgetter

from objectives_parser.readers.pdfium import native
from objectives_parser.readers.pdfium.views import UNIT, View, fill_colors, stroke_colors
from objectives_parser.readers.printed import BOLD_FONT, ITALIC_FONT, Style

FORCE_BOLD = 1 << 18
ITALIC_FLAG = 1 << 6
STROKE, FILL_AND_STROKE, INVISIBLE, CLIP_ONLY = 1, 2, 3, 7
PLAIN = Style(size=0.0)
WIDEST = 1.35  # ems a character: a wider word has a gap inside
TALLEST = 1.38  # sizes: a taller box is the font's mistake

CHARACTER = itemgetter(1)

FontLook = tuple[str | None, bool, bool]
# Size before the matrix, font, render mode, colour, matrix without its shift (behind whether it is known), whether its
# letters are unknown.
Look = tuple[float, int, int, str | None, tuple[int, tuple[float, ...]], bool]
# A style and the bounds of its level words: how far their ends may differ in height, how tall a word may be, how wide a
# character; whether its letters stand for signs.
Setting = tuple[Style, float, float, float, bool]


class Styles:
    """The styles of one page's text objects, each read once. ``textpage`` is the address of the open text layer."""

    def __init__(self, textpage: int, view: View) -> None:
        self._textpage = textpage
        self._turn = 90 * view.turns
        self._settings: dict[int, Setting] = {0: _bounded(PLAIN)}  # 0: PDFium made the character up
        self._shared: dict[Look, Setting] = {}
        self._mapped: set[int] = set()  # fonts with characters for their glyphs
        self._fonts: dict[int, FontLook] = {0: (None, False, False)}

    def at(self, char: int) -> Style:
        """The style of a character; a plain one of no size where PDFium made the character up."""
        item = native.text_object(self._textpage, char)
        if item not in self._settings:
            self._read({item: char})
        return self._settings[item][0]

    def settings(self, items: list[int], chars: list[int]) -> dict[int, Setting]:
        """The settings of text objects, given with a character of each, in the order of the text."""
        first = dict(zip(reversed(items), reversed(chars), strict=True))  # the first character of each stays
        for item in self._settings:
            first.pop(item, None)
        self._read(dict(sorted(first.items(), key=CHARACTER)))
        return self._settings

    def _read(self, first: dict[int, int]) -> None:
        """Note the settings of text objects, given with a character of each in the order of the text. C's loops ask
        PDFium, and each look, of which a page of sixty objects has seven, becomes a setting once: a loop over the
        objects took 2 % of a parse."""
        chars = first.values()
        fonts = list(map(native.text_font, first))
        modes = list(map(native.render_mode, first))
        looks: list[Look] = list(
            zip(
                map(native.font_size, repeat(self._textpage), chars),
                fonts,
                modes,
                _colors(list(first), modes),
                native.written(native.char_matrix, "4f8x", len(chars), repeat(self._textpage), chars),
                self._lost(fonts, list(chars)),
                strict=True,
            )
        )
        shared = self._shared
        for look in set(looks).difference(shared):
            shared[look] = self._looked(*look)
        self._settings.update(zip(first, map(shared.__getitem__, looks), strict=True))

    def _lost(self, fonts: list[int], chars: list[int]) -> list[bool]:
        """Whether the letters of text objects are unknown, by their fonts and a character of each: a font has all from
        its first known character on."""
        mapped = self._mapped
        for font, char in dict(zip(reversed(fonts), reversed(chars), strict=True)).items():
            if font not in mapped and native.unmapped(self._textpage, char) != 1:
                mapped.add(font)
        if mapped.issuperset(fonts):
            return [False] * len(fonts)
        lost = []
        for font, char in zip(fonts, chars, strict=True):
            lost.append(font not in mapped and native.unmapped(self._textpage, char) == 1)
            if not lost[-1]:
                mapped.add(font)
        return lost

    def _looked(
        self, size: float, font: int, mode: int, color: str | None, matrix: tuple[int, tuple[float, ...]], lost: bool
    ) -> Setting:
        """The setting of a look."""
        known = self._fonts.get(font) or self._fonts.setdefault(font, _font_look(font))
        has_matrix, turn = matrix
        return _setting(size, known, mode, color, turn if has_matrix else UNIT[:4], self._turn, lost)


def _colors(items: list[int], modes: list[int]) -> Iterable[str | None]:
    """The colours in which text objects are seen: of their strokes where nothing fills them."""
    colors = fill_colors(items)
    if STROKE not in modes:
        return colors
    seen = zip(items, modes, colors, strict=True)
    return [next(stroke_colors((item,))) if mode == STROKE else color for item, mode, color in seen]


@lru_cache(maxsize=1024)
def _setting(
    size: float, font: FontLook, mode: int, color: str | None, matrix: tuple[float, ...], turn: int, lost: bool
) -> Setting:
    """The setting of characters that are drawn in such a way, the same on every page."""
    name, bold, italic = font
    a, b, c, d = matrix
    level = b == 0 and a > 0 and not turn
    slanted = d > 0 and abs(b) < 0.01 and 0.1 < c / d < 0.6
    upright = d if c == 0 and d > 0 else math.hypot(c, d) or math.hypot(a, b)
    return _bounded(
        Style(
            size=round(size * upright, 2),
            bold=bold or mode == FILL_AND_STROKE,
            italic=italic or slanted,
            color=color,
            font=name,
            angle=0.0 if level else _turned(math.degrees(math.atan2(b, a)) - turn),
            invisible=mode in (INVISIBLE, CLIP_ONLY),
            unmapped=lost,
        )
    )


def _bounded(style: Style) -> Setting:
    """A style with what a word of it must keep to."""
    size = style.size
    level = size >= 1 and not style.angle
    return style, 0.1 * size, TALLEST * size if level else -math.inf, WIDEST * size, style.signs


def _font_look(font: int) -> FontLook:
    """A font's name without the subset's tag, whether it is bold, whether it is italic."""
    buffer, at = native.memory(256)
    native.font_name(font, at, len(buffer))
    return _named_look(bytes(buffer).partition(b"\0")[0], max(native.font_flags(font), 0))


@lru_cache(maxsize=1024)
def _named_look(base: bytes, flags: int) -> FontLook:
    name = base.decode("utf-8", "replace")
    name = name[7:] if name[6:7] == "+" else name
    return (
        name or None,
        bool(BOLD_FONT.search(name) or flags & FORCE_BOLD),
        bool(ITALIC_FONT.search(name) or flags & ITALIC_FLAG),
    )


def _turned(angle: float) -> float:
    """An angle between -180 and 180, in whole degrees, 0 for nearly level text."""
    whole = round((angle + 180) % 360 - 180)
    return 0.0 if abs(whole) <= 1 else float(abs(whole) if whole == -180 else whole)
