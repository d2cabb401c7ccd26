"""A page's text layer as words: PDFium's text once, a pattern over it, the boxes of each word's two end characters.

Reading every character's box would cost five times as much; it is done only where a word's ends do not fit together.
"""

from __future__ import annotations

import ctypes
import re
import struct
import sys
from collections.abc import Callable, Iterator
from itertools import accumulate, compress, count, repeat
from operator import add
from typing import Any

import pypdfium2.raw as pdfium

from objectives_parser.document import BBox
from objectives_parser.readers.glyph_order import has_glyph_numbers, named
from objectives_parser.readers.glyphs import BULLET_SIGNS, BULLETS, NUMBERED, printed_text
from objectives_parser.readers.pdfium import native
from objectives_parser.readers.pdfium.native import loose_box, run, text_object
from objectives_parser.readers.pdfium.styles import TALLEST, WIDEST, Styles
from objectives_parser.readers.pdfium.views import View
from objectives_parser.readers.printed import ASCENT, DESCENT, SUPERSCRIPT_SIZE, Print, Style
from objectives_parser.readers.spacing import closed_up

WORD = re.compile(r"\S+")
WIDE = re.compile("[\U00010000-\U0010ffff]")  # characters of two units
LINE_END_HYPHEN = re.compile("[\x02\ufffe]")
# Where a mark may stand inside a word: `services4.`, `2011-125.`, `(trial)14,`, and a bullet glued to it: `•Improve`.
MARKED = re.compile(rf"(?:[^\W\d]|[.,)”’%-])\d{{1,3}}[.,;:)”’]+$|^[{BULLET_SIGNS}]\w")
CLOSING = ".,;:)”’"
MARK_ENDS = frozenset(CLOSING)
NUMBERS = frozenset("(0123456789abcdefghi")
UNUSUAL = re.compile(f"[\x02\ufffe]|{MARKED.pattern}")
GAP = 0.6  # ems between two characters of a word

Span = tuple[int, int]
printed = tuple.__new__


def page_prints(page: Any, view: View, orders: dict[int, int] | None = None) -> tuple[tuple[Print, ...], bool]:
    """The words of a loaded page in the order of its text layer, and whether their letters had to be told by the order
    of their font's glyphs. ``orders`` tells when each text object is painted."""
    textpage = pdfium.FPDFText_LoadPage(page)
    if not textpage:
        return (), False
    try:
        layer = _Layer(textpage, view, orders or {})
        return tuple(closed_up(layer.prints())), layer.named
    finally:
        pdfium.FPDFText_ClosePage(textpage)


class _Layer:
    """The text layer of one page while it is open."""

    def __init__(self, textpage: Any, view: View, orders: dict[int, int]) -> None:
        self._orders = orders
        self._textpage = native.address(textpage)
        self._handle = textpage
        self._view = view
        self._turned = bool(view.turns)
        self._dx, self._dy = view.show[4], view.show[5]
        self._styles = Styles(self._textpage, view)
        floats = native.Floats(4)
        self._rect, self._rect_at = floats.values, floats.at[0]
        self._text = _layer_text(textpage)
        self._char = _char_of(textpage, self._text)
        self._excess: dict[Style, tuple[float, float]] = {}
        self.named = False
        if self._char is not None and has_glyph_numbers(self._text):
            self._name_glyphs()

    def _name_glyphs(self) -> None:
        """Read the text of fonts without characters, a character for each glyph: PDFium's text leaves out their
        spaces."""
        places = range(pdfium.FPDFText_CountChars(self._handle))
        items = list(map(text_object, repeat(self._textpage), places))
        fonts = {item: native.text_font(item) if item else 0 for item in set(items)}
        text = "".join(map(_sign, map(native.unicode, repeat(self._textpage), places)))
        made_up = map(native.generated, repeat(self._textpage), places)
        told = named(text, [0 if made else fonts[item] for item, made in zip(items, made_up, strict=True)])
        self.named = told != text
        if self.named:
            self._text, self._char = told, None

    def prints(self) -> list[Print]:
        """The words; those whose ends fit together, nearly all, from one look at each end."""
        texts, starts = _tokens(self._text)
        if self._turned or self._char is not None:
            return [item for text, at in zip(texts, starts, strict=True) for item in self._unusual(at, at + len(text))]
        items = list(map(text_object, repeat(self._textpage), starts))
        settings = map(self._styles.settings(items, starts).__getitem__, items)
        orders, dx, dy = map(self._orders.get, items, repeat(0)), self._dx, self._dy
        prints: list[Print] = []
        for text, start, ends, setting, order in zip(
            texts, starts, self._ends(texts, starts), settings, orders, strict=True
        ):
            left, top, _, bottom, last_left, last_top, right, last_bottom = ends
            style, near, tallest, widest, signs = setting
            tall = top - bottom
            if (
                tallest > 0
                and left <= last_left
                and right - left <= widest * len(text)
                and (bottom == last_bottom or -near <= bottom - last_bottom <= near)
                and (top == last_top or -near <= last_top - last_bottom - tall <= near)
            ):
                shown = text if not signs and text.isalpha() and text.isascii() else _usual(text, style)
                if shown:
                    box = left + dx, dy - top, right + dx, dy - last_bottom
                    if tall > tallest:
                        box = self._trimmed(start, box, style)
                    prints.append(printed(Print, (shown, box, style, order)))
                    continue
            prints.extend(self._unusual(start, start + len(text)))
        return prints

    def _ends(self, texts: list[str], starts: list[int]) -> Iterator[tuple[float, ...]]:
        """Left, top, right and bottom of each word's first and last character, in user space."""
        buffer, at = native.memory(32 * len(texts))
        ends = map(add, map(add, starts, map(len, texts)), repeat(-1))
        run(map(loose_box, repeat(self._textpage), starts, count(at, 32)))
        run(map(loose_box, repeat(self._textpage), ends, count(at + 16, 32)))
        return struct.iter_unpack("8f", buffer)

    def _unusual(self, start: int, end: int) -> Iterator[Print]:
        """The words of a token that wants a closer look."""
        for left, right in self._lines(start, end):
            yield from self._prints(left, right)

    def _prints(self, start: int, end: int) -> Iterator[Print]:
        """The word between two places of the text, or its parts."""
        first, last = self._at(start), self._at(end - 1)
        style, other = self._styles.at(first), self._styles.at(last)
        a, b = self._box(first), self._box(last)
        text = self._text[start:end]
        marked = MARKED.search(text) is not None or NUMBERED.match(text) is not None
        if style.angle or (not marked and _fits(a, b, end - start, style.size) and not _steps(style, other)):
            yield from self._print(start, end, a, b, style)
            return
        for left, right in self._pieces(start, end):
            a, b = self._box(self._at(left)), self._box(self._at(right - 1))
            yield from self._print(left, right, a, b, self._styles.at(self._at(left)))

    def _at(self, place: int) -> int:
        """The number of the character at a place of the text."""
        return place if self._char is None else self._char(place)

    def _lines(self, start: int, end: int) -> Iterator[Span]:
        """The parts of a token that PDFium's mark of a hyphen at a line end divides."""
        for mark in LINE_END_HYPHEN.finditer(self._text, start, end - 1):
            a, b = self._box(self._at(mark.start())), self._box(self._at(mark.end()))
            middle = (a[1] + a[3]) / 2
            if not b[1] < middle < b[3] or b[0] < a[0]:
                yield start, mark.end()
                start = mark.end()
        yield start, end

    def _pieces(self, start: int, end: int) -> Iterator[Span]:
        """The token cut where characters jump or a footnote mark begins."""
        number = NUMBERED.match(self._text[start:end])
        behind_number = start + number.end() if number else -1
        box, style = self._box(self._at(start)), self._styles.at(self._at(start))
        for at in range(start + 1, end):
            next_box, next_style = self._box(self._at(at)), self._styles.at(self._at(at))
            next_style = next_style if next_style.size else style
            parted = at == behind_number or (at == start + 1 and self._text[start] in BULLETS)
            parted = parted or _jumps(box, next_box, max(style.size, 1.0))
            if parted or _mark_begins(box, next_box, style, next_style):
                yield start, at
                start = at
            box, style = next_box, next_style
        yield start, end

    def _print(self, start: int, end: int, a: BBox, b: BBox, style: Style) -> Iterator[Print]:
        text = printed_text(self._text[start:end], style.font)
        if text:
            box = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
            if style.size and not style.angle and box[3] - box[1] > TALLEST * style.size:
                box = self._trimmed(start, box, style)
            item = text_object(self._textpage, self._at(start))
            yield Print(text, box, style, self._orders.get(item, 0))

    def _trimmed(self, start: int, box: BBox, style: Style) -> BBox:
        """The box of a level word in a font that states an absurd height: all words that are set so lose the same."""
        if style not in self._excess:
            lowered = self._lowered(start, box, style.size)
            self._excess[style] = lowered[1] - box[1], lowered[3] - box[3]
        above, below = self._excess[style]
        return box[0], box[1] + above, box[2], box[3] + below

    def _lowered(self, start: int, box: BBox, size: float) -> BBox:
        """The box of a word whose font states an absurd height: as tall as its size says, from the baseline."""
        x, y = ctypes.c_double(), ctypes.c_double()
        if not native.char_origin(self._textpage, self._at(start), ctypes.addressof(x), ctypes.addressof(y)):
            return box
        baseline = self._view.box(x.value, y.value, x.value, y.value)[1]
        return (box[0], max(box[1], baseline - ASCENT * size), box[2], min(box[3], baseline + DESCENT * size))

    def _box(self, char: int) -> BBox:
        loose_box(self._textpage, char, self._rect_at)
        left, top, right, bottom = self._rect
        if self._turned:
            return self._view.box(left, bottom, right, top)
        return left + self._dx, self._dy - top, right + self._dx, self._dy - bottom


def _sign(code: int) -> str:
    """A character by its code; codes that no character has are unknown ones."""
    return chr(code) if code <= sys.maxunicode and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def _tokens(text: str) -> tuple[list[str], list[int]]:
    """What stands between white space, and where each begins."""
    parts = text.replace("\n", " ").replace("\r", " ").split(" ")
    texts = list(filter(None, parts))
    if texts != text.split():  # other white space, which is rare
        spans = [match.span() for match in WORD.finditer(text)]
        return [text[start:end] for start, end in spans], [start for start, _ in spans]
    starts = map(add, accumulate(map(len, parts), initial=0), count())
    return texts, list(compress(starts, parts))


def _usual(text: str, style: Style) -> str:
    """A word's text as printed; nothing if it has a sign that is to be looked at."""
    if not text.isascii() or style.signs or not text.isprintable():
        if not text.isalnum() and (UNUSUAL.search(text) or NUMBERED.match(text)):
            return ""
        return printed_text(text, style.font)
    # most words that end in a comma have no figure before it, and few that begin as a number does have its stop
    if text[-1] in MARK_ENDS and text.rstrip(CLOSING)[-1:].isdecimal() and MARKED.search(text):
        return ""
    if text[0] in NUMBERS and (")" in text or "." in text) and NUMBERED.match(text):
        return ""
    return text


def _layer_text(textpage: Any) -> str:
    """The page's text as PDFium orders it."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer, at = native.memory(4 * count + 4)
    units = native.layer_text(native.address(textpage), 0, count, at)
    return str(buffer[: 2 * max(units - 1, 0)], "utf-16-le", "replace")


def _char_of(textpage: Any, text: str) -> Callable[[int], int] | None:
    """Places in the text → numbers of characters; None where they are the same. They differ where PDFium leaves
    characters out or joins two units."""
    wide = not text.isascii() and WIDE.search(text) is not None
    if not wide and len(text) == pdfium.FPDFText_CountChars(textpage):
        return None
    units: list[int] = []
    unit = 0
    for char in text:
        units.append(unit)
        unit += 2 if char > "\uffff" else 1
    return lambda at: max(pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, units[at]), 0)


def _fits(a: BBox, b: BBox, length: int, size: float) -> bool:
    """Whether the last character stands right of the first, on its line, and no further than the word is long."""
    size = size if size > 1 else 1.0
    return a[0] <= b[0] and -0.6 * size < a[3] - b[3] < 0.6 * size and b[2] - a[0] < WIDEST * size * length


def _jumps(a: BBox, b: BBox, size: float) -> bool:
    """Whether the next character stands elsewhere."""
    return max(b[0] - a[2], a[0] - b[2]) > GAP * size or b[1] > a[3] or b[3] < a[1]


def _steps(a: Style, b: Style) -> bool:
    """Whether two ends of a word differ so much in size that one may be a footnote mark."""
    return b.size > 0 and min(a.size, b.size) < SUPERSCRIPT_SIZE * max(a.size, b.size)


def _mark_begins(a: BBox, b: BBox, style: Style, other: Style) -> bool:
    """Whether a footnote mark begins (or ends) here: another size, and the foot of the small one is higher."""
    if not _steps(style, other):
        return False
    large, small = (a, b) if style.size > other.size else (b, a)
    sizes = max(style.size, other.size), min(style.size, other.size)
    return large[3] - small[3] > 0.3 * (sizes[0] - sizes[1]) + 0.1 * sizes[0]
