"""Lines of run-on tables → rows: a subject, and one cell that spans the other columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Line, Table, Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.run_on_heads import header_phrases
from objectives_parser.layout.text.slices import is_gap
from objectives_parser.layout.wrapping import Column, breaks, is_bullet, text_width
from objectives_parser.records import SERVING
from objectives_parser.roles import header_role
from objectives_parser.values import is_date_only, is_timeless

_ROW_LABEL = regex.compile(r"(?:(?:[A-Z][a-z]+ )?\d{1,2}(?:\.\d{1,2})?[.):]?|[A-Z][.)])$")
_MONTH = regex.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[.,]?$")
_SURELY, _NEAR = 1.6, 40
_MOST_CAPTION_WORDS, _SURE = 3, 0.95
_SURELY_NAMED = 0.8
_PAGE_NUMBER = regex.compile(r"[-–—]?\d{1,4}[-–—]?$")


def opens_row(line: TextLine) -> bool:
    """Whether the line opens a row: `1. Building clear and`, `Goal 2: …`, `A) …`; not `30 January 2023`."""
    if len(line.words) > 1 and line.words[0].text.isdigit() and _MONTH.match(line.words[1].text):
        return False
    heads = [line.words[0].text] if line.words else []
    if len(line.words) > 1:
        heads.append(f"{line.words[0].text} {line.words[1].text}")
    if len(line.words) > 1 and line.words[0].text.isdigit() and line.words[1].text[:1].islower():
        return False  # `95 per cent of claims`
    return len(line.words) > 1 and any(
        _ROW_LABEL.match(head) and (head[-1] in ".):" or head[0].isdigit() or " " in head) for head in heads
    )


@attrs.define
class Builder:
    """Collects the rows of one run-on table, line by line."""

    phrases: tuple[tuple[Word, ...], ...]
    cells: list[Cell] = attrs.field(factory=list)
    row: int = 0
    subject: list[Line] = attrs.field(factory=list)
    subject_row: int = 0
    items: list[Line] = attrs.field(factory=list)
    blank: bool = False
    in_subject: bool = False
    page: int | None = None
    marked: bool = False
    labelled: bool = True
    opening: frozenset[int] = frozenset()
    sections: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    captions: frozenset[str] = frozenset()

    def read(self, lines: Sequence[TextLine], headers: set[int]) -> Table:
        """The table of a header line and the lines below it; ``headers`` are those that print the header again."""
        self.marked = sum(is_marked(line) for line in lines[1:]) >= 2
        self.labelled = any(opens_row(line) for line in lines[1:]) or not self.marked
        self.captions = frozenset(line.text for line in lines[1:] if _is_caption(line))
        self._header(lines[0])
        for at, line in enumerate(lines[1:], 1):
            if at in headers:
                self._close_items()
                self._repeated_header(line)
            elif not line.words:
                self.blank = True
            else:
                self._line(line)
                self.blank = False
        self._close_row()
        pages = tuple(sorted({line.page for line in lines}))
        return Table(cells=tuple(self.cells), rows=self.row, columns=len(self.phrases), pages=pages, way="run-on")

    def _header(self, line: TextLine) -> None:
        for column, phrase in enumerate(self.phrases):
            self.cells.append(Cell(row=0, column=column, lines=(Line(phrase),), header=True, page=line.page))
        self.row = 1
        self.page = line.page

    def _repeated_header(self, line: TextLine) -> None:
        for column, phrase in enumerate(header_phrases(line)):
            self.cells.append(Cell(row=self.row, column=column, lines=(Line(phrase),), header=True, page=line.page))
        self.row += 1

    def _line(self, line: TextLine) -> None:
        self.page = line.page
        if line.number in self.sections:
            self._close_row()
            span = len(self.phrases)
            self.cells.append(Cell(row=self.row, column=0, column_span=span, lines=(line.line,), page=line.page))
            self.row += 1
            self.subject_row = self.row
        elif line.number in self.opening if self.opening else opens_row(line) or self._opens_without_label(line):
            self._close_row()
            self.in_subject = True
            self._subject(line, begins=True)
        elif self.in_subject and self._subject_goes_on(line):
            self._subject(line, begins=False)
        else:
            self._item(line.words, begins=is_marked(line) or not self.items or line.text in self.captions)

    def _opens_without_label(self, line: TextLine) -> bool:
        """Where no row bears a number: a line behind a blank one, with a capital, that lacks the items' bullet."""
        if self.labelled or is_marked(line) or not self.blank:
            return False
        return not line.words[0].text[:1].islower()

    def _subject(self, line: TextLine, *, begins: bool) -> None:
        head, tail = _parted(line.words, self.captions)
        self.subject.append(Line(head, begins=begins))
        if tail:
            self._item(tail, begins=True)

    def _subject_goes_on(self, line: TextLine) -> bool:
        """The lines up to a blank one; behind it, one that begins in small letters."""
        if line.indent or is_bullet(line.words[0]) or line.text in self.captions:
            return False
        return not self.blank or line.words[0].text[:1].islower()

    def _item(self, words: tuple[Word, ...], *, begins: bool) -> None:
        self.in_subject = False
        starts = begins or (self.blank and not words[0].text[:1].islower()) or self._unmarked(Line(words))
        self.items.append(Line(words, begins=True if starts else False if self.marked else None))

    def _unmarked(self, line: Line) -> bool:
        """Whether a line without a bullet, right under a bullet's short last line, begins a cell that has none."""
        near = self.items[-_NEAR:]
        at = next((at for at in range(len(near) - 1, -1, -1) if is_bullet(near[at].words[0])), None)
        if at is None or not self.marked or not line.words[0].text[:1].isupper() or is_date_only(line.text):
            return False
        item = [attrs.evolve(other, begins=None) for other in near[at:]]
        full = max(text_width(other.text) for other in near)
        return breaks(item, line, Column(full=full, names=self.names)) > _SURELY

    def _close_items(self) -> None:
        if not self.items:
            return
        span = len(self.phrases) - 1
        if self.opening and not self.marked:
            self.items = _told_apart(self.items, self.names)
        dates = self._dates_behind() if span > 1 else 0
        if dates:
            when = tuple(self.items[-dates:])
            self.cells.append(Cell(row=self.row, column=span, lines=when, page=when[0].page))
        said, span = self.items[: len(self.items) - dates], span - bool(dates)
        self.cells.append(Cell(row=self.row, column=1, column_span=span, lines=tuple(said), page=said[0].page))
        self.items = []
        self.row += 1

    def _dates_behind(self) -> int:
        """How many of the last lines are the dates of a last column that is named for them (`Timing`)."""
        role = header_role(" ".join(word.text for word in self.phrases[-1]))
        if role is None or role.role != "due" or role.strength < _SURELY_NAMED:
            return 0
        said = len(self.items)
        while said > 1 and self.items[said - 1].begins is not False and _tells_when(self.items[said - 1].text):
            said -= 1
        return len(self.items) - said

    def _close_row(self) -> None:
        start = self.subject_row
        if self.items:
            self._close_items()
        if self.subject:
            self.row = max(self.row, start + 1)
            cell = Cell(row=start, column=0, row_span=self.row - start, lines=tuple(self.subject), page=self.page)
            self.cells.append(cell)
        self.subject = []
        self.subject_row = self.row


def _tells_when(text: str) -> bool:
    return is_date_only(text) or is_timeless(text) or text.casefold().rstrip(".") == "tbc"


def _told_apart(lines: Sequence[Line], names: frozenset[str]) -> list[Line]:
    """Lines without bullets, each marked as one that begins an item or goes on: cells are parted by empty lines, the
    items of a cell by how its lines end and begin."""
    found: list[Line] = []
    for cell in _cells_of(lines):
        column = Column(full=max(text_width(line.text) for line in cell), names=names)
        item: list[Line] = []
        for line in cell:
            begins = not item or _begins(item, attrs.evolve(line, begins=None), column)
            item = [line] if begins else [*item[-_NEAR:], line]
            found.append(attrs.evolve(line, begins=begins))
    return found


def _begins(item: Sequence[Line], line: Line, column: Column) -> bool:
    """Whether a line begins an item: a date alone ends one, and a name that a line's end cuts goes on (`by the National
    Audit` / `Office`)."""
    if is_date_only(line.text):
        return False
    last = item[-1].words[-1].text
    named = len(item[-1].words) > 1 and last[:1].isupper() and last[-1:].isalpha()
    return breaks(item, line, column) > (1.5 if named else 0.0)


def _cells_of(lines: Sequence[Line]) -> list[list[Line]]:
    cells: list[list[Line]] = []
    for line in lines:
        if line.begins or not cells:
            cells.append([])
        cells[-1].append(line)
    return cells


def is_page_number(line: TextLine) -> bool:
    """A line that is nothing but a number: the foot or head of a page."""
    return len(line.words) == 1 and bool(_PAGE_NUMBER.match(line.words[0].text))


def is_marked(line: TextLine) -> bool:
    """Whether the line bears what is left of a bullet: the glyph, or the blank before it."""
    return bool(line.words) and (line.indent > 0 or is_bullet(line.words[0])) and not opens_row(line)


def _is_caption(line: TextLine) -> bool:
    """Whether a line only names the kind of the items under it, which share one cell: `Measures`, `Milestones:`."""
    if not 1 <= len(line.words) <= _MOST_CAPTION_WORDS or is_marked(line) or not line.text[:1].isupper():
        return False
    role = header_role(line.text) if line.text.endswith(("s", ":")) else None
    return role is not None and role.strength >= _SURE and role.role in SERVING


def _parted(words: tuple[Word, ...], captions: frozenset[str]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """A row's first line at the double space or bullet at which its first item begins (`4. Enhancing capability
    Implement a programme …`, `4. Enhancing capability • Implement …`), or at a caption of the table behind it."""
    if len(words) > 2 and words[-1].text in captions:
        return words[:-1], words[-1:]
    for at, (before, word) in enumerate(pairwise(words), 1):
        if at > 1 and (is_gap(before, word) or (is_bullet(word) and word.text not in "*-–—oO")):
            return words[:at], words[at:]
    return words, ()
