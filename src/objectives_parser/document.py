"""What is on the page: words, lines, rulings, fills, and the blocks that layout makes of them.

The word is the atom. Every later stage only groups words; ``document.text[word.start:word.end] == word.text`` always.
Lengths are points (1/72 inch), origin top left, boxes are ``x0, top, x1, bottom``. A plain text file is laid on a grid:
one character is ``GRID_X`` wide and one line ``GRID_Y`` high, so that the same layout code serves both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

import attrs

from objectives_parser.frozen import note

BBox: TypeAlias = tuple[float, float, float, float]

NOWHERE: BBox = (0.0, 0.0, 0.0, 0.0)
"""The box of what has none."""

GRID_X = 6.0
GRID_Y = 12.0


@attrs.frozen(kw_only=True, eq=False, weakref_slot=False)
class Word:
    """One word as printed, and where it stands.

    ``start``/``end`` index ``Document.text`` (code points). ``page`` counts from 1. ``bbox`` is None in formats without
    pages. ``angle`` is the baseline's turn in degrees, 0 for upright text. ``hidden`` marks text that a reader of the
    picture cannot see (invisible render mode, white on white, watermark behind the text). ``glued`` says that no white
    space parts the word from the one before it: the colon of ``**Lead**:``, a footnote mark behind its word. ``place``
    names the paragraph or the cell in files without pages ("paragraph 12", "table 2, row 3, column 1").
    """

    text: str
    start: int
    end: int
    page: int | None = None
    bbox: BBox | None = None
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    color: str | None = None
    font: str | None = None
    angle: float = 0.0
    superscript: bool = False
    hidden: bool = False
    watermark: bool = False
    glued: bool = False
    place: str | None = None


class WordDraft:
    """A word that is still being written. A frozen class takes five times as long to fill as an open one, and a plan
    has a hundred thousand words: a reader that has so many sets every field of a draft and then its class to ``Word``,
    which has the same slots."""

    __slots__ = tuple(field.name for field in attrs.fields(Word))


@attrs.frozen(kw_only=True)
class Ruling:
    """A drawn straight line, horizontal (``top == bottom``) or vertical (``x0 == x1``); ``width`` is its thickness."""

    x0: float
    top: float
    x1: float
    bottom: float
    width: float = 1.0


@attrs.frozen(kw_only=True)
class Fill:
    """A filled rectangle. ``color`` is ``#rrggbb``."""

    bbox: BBox
    color: str


@attrs.frozen(kw_only=True)
class Mark:
    """A small drawing that stands for a sign, such as a tick or a dot in a cell; it has no text of its own."""

    bbox: BBox
    color: str | None = None


@attrs.frozen(kw_only=True)
class Page:
    """One page: its words in the reader's order (which need not be reading order) and what is drawn on it. ``turn`` is
    the turn in degrees, anticlockwise, of the letters of a page that is displayed sideways; its boxes are those of the
    page turned upright."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...] = ()
    fills: tuple[Fill, ...] = ()
    images: tuple[BBox, ...] = ()
    marks: tuple[Mark, ...] = ()
    turn: int = 0


def displayed(bbox: BBox, page: Page) -> BBox:
    """A box of a page that was turned to stand upright, where it stands on the page as it is displayed.

    >>> displayed((10.0, 20.0, 40.0, 30.0), Page(number=1, width=800, height=600, words=(), turn=90))
    (20.0, 760.0, 30.0, 790.0)
    """
    x0, top, x1, bottom = bbox
    match page.turn:
        case 90:
            return top, page.width - x1, bottom, page.width - x0
        case -90:
            return page.height - bottom, x0, page.height - top, x1
        case 180:
            return page.width - x1, page.height - bottom, page.width - x0, page.height - top
    return bbox


@attrs.frozen(eq=False)
class Line:
    """Words on one baseline, left to right. ``begins`` says that a paragraph or list item begins here, where the format
    states it (Word, HTML, Markdown, a line break in a spreadsheet cell); None where only the look can tell.
    ``indent`` is the nesting depth of a list item where the format states it. ``blanks`` counts the empty lines that
    the format states right before this one, as a spreadsheet cell does that is aligned with its neighbour's lines.
    ``tight`` says that no room parts it from the line before in its cell, whatever their boxes say: in a text laid out
    by blanks, the lines of other cells stand between them. ``item`` says that it begins a list item of a cell whose
    marker the format draws and does not write (`<li>` in Markdown)."""

    words: tuple[Word, ...]
    begins: bool | None = None
    indent: int = 0
    blanks: int = 0
    tight: bool = False
    item: bool = False
    _text: str | None = attrs.field(init=False, default=None, repr=False)
    _bbox: BBox | None = attrs.field(init=False, default=None, repr=False)

    @property
    def text(self) -> str:
        if self._text is None:
            note(self, "_text", spaced(self.words))
        return self._text  # type: ignore[return-value]

    @property
    def bbox(self) -> BBox | None:
        if self._bbox is None:
            note(self, "_bbox", _around([word.bbox for word in self.words if word.bbox is not None]))
        return self._bbox

    @property
    def page(self) -> int | None:
        return self.words[0].page if self.words else None


@attrs.frozen(kw_only=True, eq=False)
class Heading:
    """A line or two that names what follows. ``level`` counts from 1, the outermost."""

    lines: tuple[Line, ...]
    level: int


@attrs.frozen(kw_only=True, eq=False)
class Paragraph:
    """Running text. ``lead`` words in bold at its head are found by later stages from the words' style."""

    lines: tuple[Line, ...]


@attrs.frozen(kw_only=True, eq=False)
class ListItem:
    """One item of a list; its lines begin with the marker's words (``•``, ``1.``, ``a)``), which are the first
    ``marker`` words of the first line. ``level`` counts from 0."""

    lines: tuple[Line, ...]
    marker: int = 0
    level: int = 0


@attrs.frozen(kw_only=True, eq=False)
class Cell:
    """One cell of a table, possibly over several rows and columns, and, once stitched, over several pages.

    ``lines`` are in reading order. ``header`` says that layout or the format knows it for a header cell (``<th>``, a
    header row drawn apart); later stages may find more. ``fill`` is the cell's colour. ``marks`` counts drawings that
    stand for a sign (a tick). ``repaired`` says that stitching put it together from parts or guessed its extent.
    ``place`` names the cell in formats that have names for cells (``Sheet1!B4``).
    """

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    lines: tuple[Line, ...] = ()
    header: bool = False
    page: int | None = None
    bbox: BBox | None = None
    fill: str | None = None
    marks: int = 0
    repaired: bool = False
    place: str | None = None
    _filled: bool | None = attrs.field(init=False, default=None, repr=False)
    _text: str | None = attrs.field(init=False, default=None, repr=False)

    @property
    def filled(self) -> bool:
        """Whether any word stands in it."""
        if self._filled is None:
            note(self, "_filled", any([line.words for line in self.lines]))
        return self._filled  # type: ignore[return-value]

    @property
    def text(self) -> str:
        if self._text is None:
            note(self, "_text", " ".join([line.text for line in self.lines]))
        return self._text  # type: ignore[return-value]


@attrs.frozen(kw_only=True, eq=False)
class Table:
    """A grid of cells. A table that goes on over pages is one table. ``way`` names the way of laying out that found it
    (``ruled``, ``filled``, ``boxed``, ``aligned``, ``tabbed``, ``run-on``, ``marked-up``); ``run-on`` says that some
    cells hold the run-together statements of several columns (their ``column_span`` tells which)."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    pages: tuple[int, ...] = ()
    bbox: BBox | None = None
    way: str = "marked-up"


@attrs.frozen(kw_only=True, eq=False)
class Furniture:
    """What the page carries and the plan does not say: running heads and feet, page numbers, legends, watermarks,
    and ghosts (words that a converter read twice; ``kind`` tells)."""

    lines: tuple[Line, ...]
    kind: str = "running"


Block: TypeAlias = Heading | Paragraph | ListItem | Table | Furniture


@attrs.frozen(kw_only=True)
class Finding:
    """Something odd that a reader or a layout step met; it becomes a Diagnostic of the plan."""

    code: str
    message: str
    words: tuple[Word, ...] = ()
    pages: tuple[int, ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class Document:
    """A file as words. ``pages`` is filled by readers of formats that have a picture or a grid (PDF, plain text) and
    ``blocks`` by layout; readers of structured formats fill ``blocks`` themselves and leave ``pages`` empty.
    ``title`` and ``properties`` are what the file says of itself (front matter, document properties). ``printed`` has
    the boxes of words on their page, by where they start, if ``pages`` is a grid that the page was laid on, or if a
    page was turned to stand upright."""

    name: str
    media_type: str
    text: str
    sha256: str = ""
    page_count: int | None = None
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] | None = None
    title: str | None = None
    properties: dict[str, str] = attrs.field(factory=dict)
    findings: tuple[Finding, ...] = ()
    printed: Mapping[int, BBox] = attrs.field(factory=dict)


def spaced(words: Iterable[Word]) -> str:
    """The words as text: one space between two words, none before a glued one."""
    return "".join([word.text if word.glued else f" {word.text}" for word in words]).strip()


def union(boxes: Iterable[BBox | None]) -> BBox | None:
    """The smallest box around all the boxes; None if there is none."""
    return _around([box for box in boxes if box is not None])


def printed_box(words: Iterable[Word], printed: Mapping[int, BBox]) -> BBox | None:
    """The smallest box around words on their page: the boxes of ``printed`` if it has any, else the words' own."""
    if printed:
        return union(printed.get(word.start) for word in words)
    return union(word.bbox for word in words)


def _around(boxes: Sequence[BBox]) -> BBox | None:
    if len(boxes) < 2:
        return boxes[0] if boxes else None
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)


def block_lines(block: Block) -> Iterator[Line]:
    """Every line of a block, a table's in cell order."""
    if isinstance(block, Table):
        for cell in block.cells:
            yield from cell.lines
    else:
        yield from block.lines


def block_words(block: Block) -> Iterator[Word]:
    """Every word of a block in reading order."""
    for line in block_lines(block):
        yield from line.words


@lru_cache(maxsize=1024)
def luminance(color: str | None) -> float:
    """How light a colour is, 0 to 255; black if unknown."""
    if not color:
        return 0.0
    red, green, blue = int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
    return 0.299 * red + 0.587 * green + 0.114 * blue
