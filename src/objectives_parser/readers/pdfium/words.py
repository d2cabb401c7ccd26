"""A page's text layer as words: PDFium's text once, a pattern over it, the boxes of each word's first and last character.

Reading every character's box would cost five times as much; it is done only where a word's ends do not fit together.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from objectives_parser.document import BBox
from objectives_parser.readers.glyphs import printed_text
from objectives_parser.readers.printed import SUPERSCRIPT_SIZE, Print, Style
from objectives_parser.readers.pdfium.styles import Styles
from objectives_parser.readers.pdfium.views import View

WORD = re.compile(r"\S+")
LINE_END_HYPHEN = re.compile("[\x02\ufffe]")
WIDEST = 1.35  # ems a character: a wider word has a gap inside
GAP = 0.6  # ems between two characters of a word

Span = tuple[int, int]


def page_prints(page: Any, view: View) -> tuple[Print, ...]:
    """The words of a loaded page in the order of its text layer."""
    textpage = pdfium.FPDFText_LoadPage(page)
    if not textpage:
        return ()
    try:
        return tuple(_Layer(textpage, view).prints())
    finally:
        pdfium.FPDFText_ClosePage(textpage)


class _Layer:
    """The text layer of one page while it is open."""

    def __init__(self, textpage: Any, view: View) -> None:
        self._textpage = textpage
        self._view = view
        self._styles = Styles(textpage, view)
        self._rect = pdfium.FS_RECTF()
        self._text = _layer_text(textpage)
        self._char = _char_of(textpage, self._text)

    def prints(self) -> Iterator[Print]:
        for match in WORD.finditer(self._text):
            for start, end in self._spans(match.start(), match.end()):
                printed = self._print(start, end)
                if printed is not None:
                    yield printed

    def _spans(self, start: int, end: int) -> Iterator[Span]:
        """The parts of a token, which PDFium's mark of a hyphen at a line end divides."""
        for mark in LINE_END_HYPHEN.finditer(self._text, start, end - 1):
            if self._turns(mark.start(), mark.end()):
                yield from self._fitting(start, mark.end())
                start = mark.end()
        yield from self._fitting(start, end)

    def _turns(self, mark: int, after: int) -> bool:
        """Whether the line ends between a hyphen and the character after it."""
        a, b = self._box(mark), self._box(after)
        return b[1] >= (a[1] + a[3]) / 2 or b[3] <= (a[1] + a[3]) / 2 or b[0] < a[0]

    def _fitting(self, start: int, end: int) -> Iterator[Span]:
        """The token in parts whose characters stand side by side and are set alike."""
        if end - start < 2:
            yield start, end
            return
        (first, style), (last, other) = self._styles.at(self._char(start)), self._styles.at(self._char(end - 1))
        if first == last and self._fits(start, end, style):
            yield start, end
        elif style.angle or other.angle or (self._fits(start, end, style) and not _steps(style, other)):
            yield start, end
        else:
            yield from self._pieces(start, end)

    def _fits(self, start: int, end: int, style: Style) -> bool:
        """Whether the last character stands right of the first, on its line, and no further than the word is long."""
        if style.angle:
            return True
        a, b = self._box(start), self._box(end - 1)
        size = max(style.size, 1.0)
        return a[0] <= b[0] and abs(a[3] - b[3]) < 0.6 * size and b[2] - a[0] < WIDEST * size * (end - start)

    def _pieces(self, start: int, end: int) -> Iterator[Span]:
        """The token cut where characters jump or a footnote mark begins."""
        box, style = self._box(start), self._styles.at(self._char(start))[1]
        for at in range(start + 1, end):
            next_box, next_style = self._box(at), self._styles.at(self._char(at))[1]
            next_style = style if next_style.size == 0 else next_style
            if self._jumps(box, next_box, style) or _mark_begins(box, next_box, style, next_style):
                yield start, at
                start = at
            box, style = next_box, next_style
        yield start, end

    def _jumps(self, a: BBox, b: BBox, style: Style) -> bool:
        size = max(style.size, 1.0)
        apart = max(b[0] - a[2], a[0] - b[2])
        return apart > GAP * size or b[1] > a[3] or b[3] < a[1]

    def _print(self, start: int, end: int) -> Print | None:
        style = self._styles.at(self._char(start))[1]
        text = printed_text(self._text[start:end], style.font)
        if not text:
            return None
        a, b = self._box(start), self._box(end - 1)
        box = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
        return Print(text, box, style)

    def _box(self, at: int) -> BBox:
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._textpage, self._char(at), rect)
        return self._view.box(rect.left, rect.bottom, rect.right, rect.top)


def _layer_text(textpage: Any) -> str:
    """The page's text as PDFium orders it."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    return bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")


def _char_of(textpage: Any, text: str) -> Callable[[int], int]:
    """Places in the text → numbers of characters; they differ where PDFium leaves characters out or joins two units."""
    wide = any(ord(char) > 0xFFFF for char in text) if not text.isascii() else False
    if not wide and len(text) == pdfium.FPDFText_CountChars(textpage):
        return _same
    units: list[int] = []
    unit = 0
    for char in text:
        units.append(unit)
        unit += 2 if ord(char) > 0xFFFF else 1
    find = pdfium.FPDFText_GetCharIndexFromTextIndex
    known: dict[int, int] = {}

    def char_at(at: int) -> int:
        if at not in known:
            known[at] = max(find(textpage, units[at]), 0)
        return known[at]

    return char_at


def _same(at: int) -> int:
    return at


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
