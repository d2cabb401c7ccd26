"""What a PDF reader takes from a page before places in the text are known, and how a page's prints become its words.

Both PDF readers fill the same ``PrintedPage``; ``compose`` turns a row of them into the document's text and ``Page``s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import attrs

from objectives_parser.document import BBox, Fill, Mark, Page, Ruling, Word, WordDraft, luminance
from objectives_parser.readers.glyphs import SIGN_FONT
from objectives_parser.readers.lids import Later, Lid, seen_rulings
from objectives_parser.readers.raising import goes_on_raised, raised_part

# "Calibri-Bold", "Frutiger-Black", "Arial,BoldItalic": how the names of fonts say how they look
BOLD_FONT = re.compile(r"bold|black|heavy|demi|[-,]bd|[-,]b\b|blk", re.IGNORECASE)
ITALIC_FONT = re.compile(r"italic|oblique|[-,]it\b|[-,]i\b|kursiv", re.IGNORECASE)
SUPERSCRIPT_SIZE = 0.85  # a browser prints raised marks at five sixths of the size of their words
ASCENT, DESCENT = 0.905, 0.212  # ems over and under the baseline, where a font states none or an absurd height
GLUED = 0.12  # ems between a word and the footnote mark behind it
WATERMARK_SIZE = 30.0


@attrs.frozen(kw_only=True, eq=False)
class Style:
    """How a run of characters is set; readers make one for all runs that are set alike. ``angle`` is the turn of the
    baseline in degrees, anticlockwise, as displayed."""

    size: float
    bold: bool = False
    italic: bool = False
    color: str | None = None
    font: str | None = None
    angle: float = 0.0
    invisible: bool = False
    unmapped: bool = False
    plain: bool = attrs.field(init=False)
    signs: bool = attrs.field(init=False)
    watermark: bool = attrs.field(init=False)

    @plain.default
    def _is_plain(self) -> bool:
        """Whether text so set is seen wherever it stands on the page."""
        return self.size >= 0.8 and not self.invisible and not (self.color is not None and luminance(self.color) > 245)

    @signs.default
    def _has_signs(self) -> bool:
        """Whether the font is one of signs, whose letters stand for bullets and arrows."""
        return bool(self.font and SIGN_FONT.search(self.font))

    @watermark.default
    def _is_watermark(self) -> bool:
        """Huge, slanted and pale, such as DRAFT across a page."""
        slanted = 15 < abs(self.angle) % 90 < 75
        return slanted and self.size >= WATERMARK_SIZE and luminance(self.color) > 150


class Print(NamedTuple):
    """A word as found on the page: its text, box (origin top left) and style; no place in the document's text yet.
    ``order`` counts what is painted on the page, as far as the reader knows it."""

    text: str
    box: BBox
    style: Style
    order: int = 0


@attrs.frozen(kw_only=True)
class PrintedPage:
    """One page as a PDF reader leaves it. ``covers`` are the boxes of things drawn that white text may stand on,
    ``lids`` opaque areas: what was painted before them is hidden by them. ``scanned`` says that the words are what a
    recognizer read in the page's picture, ``named`` that letters were told by the order of their font's glyphs,
    ``turn`` by how much the page was turned to stand upright."""

    number: int
    width: float
    height: float
    prints: tuple[Print, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    fills: tuple[Fill, ...] = ()
    images: tuple[BBox, ...] = ()
    marks: tuple[Mark, ...] = ()
    covers: tuple[BBox, ...] = ()
    lids: tuple[Lid, ...] = ()
    crowded: bool = False
    scanned: bool = False
    named: bool = False
    turn: int = 0


def compose(printed: Iterable[PrintedPage]) -> tuple[str, tuple[Page, ...]]:
    """The text of a document and its pages: words joined by a space, lines by a line break, pages by a form feed."""
    texts: list[str] = []
    pages: list[Page] = []
    at = 0
    for page in printed:
        parts: list[str] = []
        if pages:
            parts.append("\f")
            at += 1
        words = _placed(page, at, parts)
        at = words[-1].end if words else at
        pages.append(_page(page, tuple(words)))
        texts.append("".join(parts))
    return "".join(texts), tuple(pages)


def _page(page: PrintedPage, words: tuple[Word, ...]) -> Page:
    return Page(
        number=page.number,
        width=page.width,
        height=page.height,
        words=words,
        rulings=seen_rulings(page.rulings, page.lids)
        if page.lids and any(word.hidden for word in words)
        else page.rulings,
        fills=page.fills,
        images=page.images,
        marks=page.marks,
        turn=page.turn,
    )


def _placed(page: PrintedPage, at: int, parts: list[str]) -> list[Word]:
    """A page's words with their places in the text, which goes on at ``at``; ``parts`` takes the text. One loop, and
    each word made without its constructor: it runs for every word of a document."""
    words: list[Word] = []
    before: Print | None = None
    style: Style | None = None
    left = foot = 0.0
    number, width, height = page.number, page.width, page.height
    last_lid = page.lids[-1][0] if page.lids else 0
    lids = Later(page.lids)
    for item in _single(page.prints):
        last = style
        text, box, style, order = item
        x0, top, x1, bottom = box
        raised = glued = False
        if style is last and bottom == foot and x0 > left and not style.angle:
            gap, start = " ", at + 1
        elif before is None:
            gap, start = "", at
        else:
            gap, raised, glued = _joint(before, item, words[-1])
            start = at + len(gap)
        if gap and words and words[-1].superscript:
            raised = style.size == words[-1].size and bottom == foot and goes_on_raised(text)
        at = start + len(text)
        parts += (gap, text)
        hidden = not (style.plain and x0 > 0 < top and x1 < width and bottom < height) and _unseen(item, page)
        if order < last_lid and not hidden:
            hidden = lids.hide(box, order)
        draft: Any = WordDraft()
        draft.text = text
        draft.start = start
        draft.end = at
        draft.page = number
        draft.bbox = box
        draft.size = style.size
        draft.bold = style.bold
        draft.italic = style.italic
        draft.color = style.color
        draft.font = style.font
        draft.angle = style.angle
        draft.superscript = raised
        draft.hidden = hidden
        draft.watermark = style.watermark
        draft.glued = glued
        draft.place = None
        draft.__class__ = Word
        words.append(draft)
        before, left, foot = item, x0, bottom
    return words


def _joint(before: Print, item: Print, last: Word) -> tuple[str, bool, bool]:
    """What stands between a word and the next in the text, and whether this is raised, and glued to it."""
    gap = " " if _same_line(before, item) else "\n"
    if item.style is before.style:
        return gap, False, False
    raised = _raised(before, item)
    glued = _is_glued(before, item, raised or (last.superscript and not item.text[0].isalnum()))
    return "" if glued else gap, raised and not raised_part(before.text, item.text), glued


def _is_glued(before: Print, item: Print, may: bool) -> bool:
    """Whether a footnote mark, or the full stop behind one, touches the word before it."""
    return may and item.box[0] - before.box[2] < GLUED * before.style.size


def _single(prints: Iterable[Print]) -> list[Print]:
    """Each word once: a shadow, a second layer or fake bold prints the same word twice at nearly the same place."""
    seen: dict[str, list[BBox]] = {}
    single: list[Print] = []
    for item in prints:
        text = item[0]
        boxes = seen.get(text)
        if boxes is None:
            seen[text] = [item[1]]
        elif _printed_at(boxes, item[1], 0.2 * item[2].size):
            continue
        else:
            boxes.append(item[1])
        single.append(item)
    return single


def _printed_at(boxes: Iterable[BBox], box: BBox, near: float) -> bool:
    """Whether one of the boxes is nearly the box."""
    left, top, right, _ = box
    for x0, y, x1, _ in boxes:
        if -near < y - top < near and -near < x0 - left < near and -near < x1 - right < near:
            return True
    return False


def _same_line(left: Print, right: Print) -> bool:
    """Whether the text goes on along one baseline from one word to the next."""
    a, b, angle = left[1], right[1], left[2].angle
    if angle != right[2].angle:
        return False
    if angle == 0:
        level = a[3] == b[3] or min(a[3], b[3]) - max(a[1], b[1]) > 0.5 * min(a[3] - a[1], b[3] - b[1])
        return level and b[0] > a[0]
    if angle in (90.0, -90.0):
        return min(a[2], b[2]) - max(a[0], b[0]) > 0.5 * min(a[2] - a[0], b[2] - b[0])
    reach = 6 * left.style.size
    return abs(a[0] - b[0]) < reach and abs(a[1] - b[1]) < reach


def _raised(before: Print, item: Print) -> bool:
    """Whether a word is a footnote mark behind the word before it: smaller, higher, close by."""
    large, small = before.style.size, item.style.size
    if small >= SUPERSCRIPT_SIZE * large or before.style.angle or item.style.angle or len(item.text) > 6:
        return False
    lift = before.box[3] - item.box[3]
    close = -1 < item.box[0] - before.box[2] < 0.4 * large
    return close and 0.3 * (large - small) + 0.12 * large < lift < large and item.box[3] > before.box[1]


def _unseen(item: Print, page: PrintedPage) -> bool:
    """Whether a reader of the picture cannot see the word: invisible (unless a scan lies behind), white on the white
    page, of no size, or outside the page."""
    style, box = item.style, item.box
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if not (-1 < x < page.width + 1 and -1 < y < page.height + 1) or style.size < 0.8:
        return True
    if style.plain:
        return False
    if style.invisible:
        return not any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in page.images)
    return not any(b[0] - 1 <= x <= b[2] + 1 and b[1] - 1 <= y <= b[3] + 1 for b in _behind(page))


def _behind(page: PrintedPage) -> Iterator[BBox]:
    """What white text can be seen on."""
    yield from page.images
    yield from page.covers
    yield from (fill.bbox for fill in page.fills if luminance(fill.color) < 245)
