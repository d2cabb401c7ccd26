"""The lines of a page that says where each stands: `<p style="position:absolute;top:63px;left:65px">CLEAN AIR</p>`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from objectives_parser.readers.html.elements import BLOCKS, is_bold, is_hidden, tag_of
from objectives_parser.readers.html.placed.styles import Declared, Rules, points, scale
from objectives_parser.readers.limits import Clock

if TYPE_CHECKING:
    from lxml import etree

SMALLEST_PAGE = 100.0  # points
USUAL_SIZE = 12.0
PITCH = 1.2  # ems from line to line where nothing is said
PAGE_NAME = re.compile(r"page(\d{1,5})\b")
BLANK = re.compile(r"[^\S\u00a0]+")


@attrs.frozen(kw_only=True, eq=False)
class Piece:
    """A line of text as placed: where its box begins on its page, in points, and how large its letters are. ``text``
    has the no-break spaces of the source."""

    text: str
    x: float
    top: float
    size: float
    font: str = ""
    bold: bool = False


@attrs.define
class Sheet:
    """A page while it is read; ``loose`` is what it says and places nowhere."""

    width: float = 0.0
    height: float = 0.0
    pieces: list[Piece] = attrs.field(factory=list)
    loose: list[str] = attrs.field(factory=list)


@attrs.define
class Told:
    """How much of a text stands in lines that are placed, and how much elsewhere, in letters."""

    sheets: list[Sheet] = attrs.field(factory=list)
    placed: int = 0
    loose: int = 0


@attrs.define
class _Frame:
    """What holds inside an element: the sheet and the place that others are told from, the size, the pitch."""

    sheet: Sheet | None
    x: float = 0.0
    top: float = 0.0
    height: float = 0.0
    size: float = USUAL_SIZE
    pitch: float = 0.0
    font: str = ""
    bold: bool = False
    line: _Open | None = None


@attrs.define
class _Open:
    """A placed element whose text is being read, line by line."""

    x: float
    top: float
    lines: list[list[tuple[str, _Frame]]] = attrs.field(factory=lambda: [[]])
    element: etree._Element | None = None
    many: bool = False


def read_pieces(root: etree._Element, clock: Clock) -> Told:
    """The tree's placed lines, page by page. Walks without recursion, however deep."""
    from lxml import etree

    return _Reader(clock).read(etree.iterwalk(root, events=("start", "end")), root)


class _Reader:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rules = Rules()
        self._frames = [_Frame(sheet=None)]
        self._told = Told()

    def read(self, walk: etree.iterwalk, root: etree._Element) -> Told:
        skipped: etree._Element | None = None
        for event, element in walk:
            self._clock.tick()
            tag = tag_of(element)
            if event == "start":
                if tag == "style":
                    self._rules.learn("".join(map(str, element.itertext())))
                if is_hidden(element) and tag not in ("html", "head"):
                    skipped = element
                    walk.skip_subtree()
                else:
                    self._open(element, tag)
            else:
                if element is not skipped:
                    self._close(element)
                skipped = None
                if element is not root:
                    self._say(element.tail)
        return self._told

    def _open(self, element: etree._Element, tag: str) -> None:
        outer = self._frames[-1]
        if tag == "br":
            self._frames.append(outer)
            if outer.line:
                outer.line.lines.append([])
            return
        declared = self._rules.of(element)
        frame = attrs.evolve(outer, bold=outer.bold or is_bold(element))
        _set(frame, declared, element, outer)
        if outer.line is not None:
            outer.line.many = outer.line.many or tag in BLOCKS
        place = _place(declared, outer, frame.size)
        if place is not None:
            frame.x, frame.top = place
        if outer.sheet is None and _is_page(declared):
            frame.sheet = self._sheet(declared)
            self._turn_page(element)
            frame.x = frame.top = 0.0
            frame.height = frame.sheet.height
        elif place is not None:
            if outer.sheet is None and not (self._told.sheets and not self._told.sheets[-1].width):
                self._told.sheets.append(Sheet())
            frame.sheet = outer.sheet or self._told.sheets[-1]
            frame.height = points(declared.get("height")) or outer.height
            frame.line = _Open(x=frame.x, top=frame.top, element=element)
        self._frames.append(frame)
        if tag not in ("html", "head", "body"):
            self._say(element.text)

    def _sheet(self, declared: Declared) -> Sheet:
        sheet = Sheet(width=points(declared["width"]) or 0.0, height=points(declared["height"]) or 0.0)
        self._told.sheets.append(sheet)
        return sheet

    def _turn_page(self, element: etree._Element) -> None:
        number = PAGE_NAME.match(element.get("id") or "")
        self._rules.turn_to(number.group(1) if number else "")

    def _say(self, text: str | None) -> None:
        if not text or not text.strip():
            if text and self._frames[-1].line:
                self._frames[-1].line.lines[-1].append((" ", self._frames[-1]))
            return
        frame = self._frames[-1]
        if frame.line is None:
            self._loosen(frame.sheet, text)
        else:
            frame.line.lines[-1].append((text, frame))

    def _loosen(self, sheet: Sheet | None, text: str) -> None:
        """Text that stands where the others leave it."""
        if not text.strip():
            return
        if sheet is None:
            if not self._told.sheets:
                self._told.sheets.append(Sheet())
            sheet = self._told.sheets[-1]
        self._told.loose += _letters(text)
        sheet.loose.append(" ".join(text.split()))

    def _close(self, element: etree._Element) -> None:
        frame = self._frames.pop()
        opened = frame.line
        if opened is None or opened.element is not element or frame.sheet is None:
            return
        if opened.many:
            for line in opened.lines:
                self._loosen(frame.sheet, "".join(text for text, _ in line))
            return
        self._told.placed += sum(_letters(text) for line in opened.lines for text, _ in line)
        frame.sheet.pieces.extend(_pieces(opened))


def _set(frame: _Frame, declared: Declared, element: etree._Element, outer: _Frame) -> None:
    """The size, pitch and font that an element states."""
    size = points(declared.get("font-size"), outer.size)
    if size is not None and size > 0:
        frame.size = size
    frame.size *= scale(declared.get("transform"))
    pitch = points(declared.get("line-height"), frame.size)
    if pitch is not None and pitch > 0:
        frame.pitch = pitch
    frame.font = f"{frame.size:.1f} {declared.get('font-family', '')}" if "font-size" in declared else outer.font


def _is_page(declared: Declared) -> bool:
    """Whether an element states the size of a page."""
    sides = points(declared.get("width")), points(declared.get("height"))
    return None not in sides and min(side or 0.0 for side in sides) >= SMALLEST_PAGE


def _place(declared: Declared, outer: _Frame, size: float) -> tuple[float, float] | None:
    """Where an element begins that says so."""
    left, top, bottom = (points(declared.get(side), size) for side in ("left", "top", "bottom"))
    if left is None or declared.get("position") in ("static", "relative", "fixed", "sticky"):
        return None
    if top is not None:
        return outer.x + left, outer.top + top
    if bottom is not None and outer.height:
        return outer.x + left, outer.top + outer.height - bottom - size
    return None


def _pieces(opened: _Open) -> Sequence[Piece]:
    """The lines of a placed element, each at its own height."""
    pieces: list[Piece] = []
    top = opened.top
    for line in opened.lines:
        text = BLANK.sub(" ", "".join(said for said, _ in line))
        letters = [(len(said), frame) for said, frame in line if said.strip()]  # a no-break space is white space too
        if not letters:
            top += pieces[-1].size * PITCH if pieces else 0.0
            continue
        frame = max(letters, key=lambda item: item[0])[1]
        bold = all(own.bold for _, own in letters)
        pieces.append(Piece(text=text.strip(" "), x=opened.x, top=top, size=frame.size, font=frame.font, bold=bold))
        top += frame.pitch or PITCH * frame.size
    return pieces


def _letters(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n")
