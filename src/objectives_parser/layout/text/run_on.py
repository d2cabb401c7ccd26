"""Tables whose columns a text extractor wrote one after the other: `Goals Actions Indicative Measures`, then a goal,
its actions, its measures, with no sign of where one column ends.

The header line gives the columns; a numbered line opens a row; what follows is one cell that spans the other columns
(``way="run-on"``): which of its items belong to which column is told by their wording, later. Where the header is
printed again (a page's end) the row goes on with a second such cell.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs
import regex

from objectives_parser.document import Cell, Furniture, Line, Table, Word
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.slices import is_gap
from objectives_parser.layout.wrapping import Column, breaks, is_bullet, text_width
from objectives_parser.roles import header_role
from objectives_parser.values import is_date_only

_ROW_LABEL = regex.compile(r"(?:(?:[A-Z][a-z]+ )?\d{1,2}(?:\.\d{1,2})?[.):]?|[A-Z][.)])$")
_MOST_HEADER_WORDS, _MOST_PHRASE_WORDS, _MOST_PLAIN_WORDS = 16, 8, 6
_MOST_CELL_WORDS, _CELLS_BEFORE, _CELLS_BEHIND, _REACH = 4, 3, 2, 9
# Nouns that stand before a header and belong to it: `Plan Objectives`, `Project Actions`, `Performance Measures`
_MODIFIERS = frozenset(
    [
        "plan",
        "programme",
        "program",
        "project",
        "strategy",
        "policy",
        "service",
        "performance",
        "improvement",
        "action",
        "business",
    ]
)
# `Agency Priority Goal Action Plan`, `Goals and Actions Report`: a title
_DOCUMENTS = frozenset(["plan", "plans", "strategy", "report", "framework", "programme", "program"])
_MONTH = regex.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[.,]?$")
_PAGE_NUMBER = regex.compile(r"[-–—]?\d{1,4}[-–—]?$")
_STATEMENT_ROLES = frozenset({"objective", "measure", "milestone", "action"})


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The run-on tables among the lines: from a header line to the last line before a heading."""
    headers = {
        at: phrases for at, line in enumerate(lines) if (phrases := header_phrases(line)) and not _is_cell(lines, at)
    }
    printed = {lines[at].number for at in headers}
    at = 0
    while at < len(lines):
        if at not in headers:
            at += 1
            continue
        end = max(at + 1, _without_closing_prose(lines, at, _end(lines, at, headers)))
        numbers = [line for line in lines[at:end] if is_page_number(line)]
        body = [line for line in lines[at:end] if not is_page_number(line)]
        repeats = {number for number, line in enumerate(body) if line.number in printed}
        table = Builder(phrases=headers[at]).read(body, repeats)
        if table.rows > 1:
            feet = (Furniture(lines=tuple(line.line for line in numbers), kind="page-number"),) if numbers else ()
            yield Region(first=lines[at].number, last=lines[end - 1].number, blocks=(table, *feet))
        at = end


def _is_cell(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line stands between cells, as a converter writes them one under the other with empty lines between:
    `Goal Outcome Indicator` behind `Needs`, `Addressed`, `Funding` and before `1`, `Repair homes` is one header."""
    if not 0 < at < len(lines) - 1 or lines[at - 1].words or lines[at + 1].words:
        return False
    before = [line for line in lines[max(0, at - _REACH) : at] if line.words][-_CELLS_BEFORE:]
    behind = [line for line in lines[at + 1 : at + _REACH] if line.words][:_CELLS_BEHIND]
    if len(before) < _CELLS_BEFORE or len(behind) < _CELLS_BEHIND:
        return False
    return all(len(line.words) <= _MOST_CELL_WORDS for line in (*before, *behind))


def header_phrases(line: TextLine) -> tuple[tuple[Word, ...], ...]:
    """The header phrases of a line that is nothing but headers: two or more, of different roles, two of them roles of
    statements (`DIP Goals DIP Actions Indicative Measures`); () for any other line."""
    words = line.words
    if not 2 <= len(words) <= _MOST_HEADER_WORDS or line.tabbed or words[-1].text.endswith((".", ",", ";")):
        return ()
    if not any(word.text[0].isupper() for word in words[1:]) or words[-1].text.casefold() in _DOCUMENTS:
        return ()
    phrases = _phrases(words)
    roles = [header_role(" ".join(word.text for word in phrase)) for phrase in phrases]
    kinds = {role.role for role in roles if role is not None}
    return phrases if len(phrases) >= 2 and len(kinds & _STATEMENT_ROLES) >= 2 else ()


def _phrases(words: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """The words cut into header phrases, each beginning with a capital: the cut whose phrases are the best headers."""
    best: list[tuple[float, tuple[tuple[Word, ...], ...]] | None] = [(0.0, ())] + [None] * len(words)
    for end in range(1, len(words) + 1):
        for begin in range(max(0, end - _MOST_PHRASE_WORDS), end):
            so_far = best[begin]
            if so_far is None or not (words[begin].text[0].isupper() or begin == 0):
                continue
            if end - begin > _MOST_PLAIN_WORDS and words[begin].text not in ("How", "What"):
                continue
            role = header_role(" ".join(word.text for word in words[begin:end]))
            if role is None or role.strength < 0.6 or (so_far[1] and role.role == _role(so_far[1][-1])):
                continue
            if _is_two_headers(words[begin:end]):
                continue
            score = so_far[0] + role.strength * (end - begin) - 0.5
            current = best[end]
            if current is None or score > current[0]:
                best[end] = (score, (*so_far[1], tuple(words[begin:end])))
    final = best[-1]
    return final[1] if final else ()


def _is_two_headers(words: Sequence[Word]) -> bool:
    """Whether the words are two headers of different statements side by side (`DIP Goals DIP Actions`)."""
    for at in range(1, len(words)):
        if at == 1 and words[0].text.casefold() in _MODIFIERS:
            continue
        roles = [header_role(" ".join(word.text for word in part)) for part in (words[:at], words[at:])]
        if all(role is not None and role.strength >= 0.7 and role.role in _STATEMENT_ROLES for role in roles):
            first, second = roles
            if first and second and first.role != second.role and words[at].text[0].isupper():
                return True
    return False


def _role(phrase: Sequence[Word]) -> str | None:
    role = header_role(" ".join(word.text for word in phrase))
    return role.role if role else None


def _end(lines: Sequence[TextLine], first: int, headers: dict[int, tuple[tuple[Word, ...], ...]]) -> int:
    """Where the table ends: at a Markdown heading, a tabbed line, another header of another shape, or running text
    (three full lines in a row without a blank one, that open neither a row nor an item)."""
    shape = _texts(headers[first])
    prose = 0
    for at in range(first + 1, len(lines)):
        line = lines[at]
        if line.level or line.tabbed or (at in headers and _texts(headers[at]) != shape):
            return at
        opens = not line.words or line.indent > 0 or opens_row(line) or is_bullet(line.words[0])
        prose = 0 if opens else prose + 1
        if prose >= 4 and all(len(lines[back].text) > 70 for back in range(at - 3, at + 1)):
            return _paragraph_start(lines, at)
    return len(lines)


def end_of(lines: Sequence[TextLine], first: int, closing: bool) -> int:
    """Where a table ends whose header ends with the line ``first``."""
    end = _end(lines, first, {first: ()})
    return _without_closing_prose(lines, first, end) if closing else end


def _without_closing_prose(lines: Sequence[TextLine], first: int, end: int) -> int:
    """The end without a closing paragraph: whole sentences behind the last item, on lines wider than the columns."""
    last = max((at for at in range(first, end) if lines[at].words and not is_page_number(lines[at])), default=first)
    start = _paragraph_start(lines, last)
    body = sorted(len(line.text) for line in lines[first + 1 : start] if line.words)
    if not body or lines[start].indent or opens_row(lines[start]) or not lines[last].text.endswith("."):
        return end
    widest = body[int(len(body) * 0.95)]
    closed = sum(line.text.endswith(".") for line in lines[first + 1 : start])
    wide = max(len(line.text) for line in lines[start : last + 1]) > widest + 3
    return start if wide and closed * 5 < len(body) else end


def _paragraph_start(lines: Sequence[TextLine], at: int) -> int:
    while at > 0 and lines[at - 1].words:
        at -= 1
    return at


def _texts(phrases: Sequence[Sequence[Word]]) -> tuple[str, ...]:
    return tuple(" ".join(word.text for word in phrase).casefold() for phrase in phrases)


def opens_row(line: TextLine) -> bool:
    """Whether the line opens a row: `1. Building clear and`, `Goal 2: …`, `A) …`; not `30 January 2023`."""
    if len(line.words) > 1 and line.words[0].text.isdigit() and _MONTH.match(line.words[1].text):
        return False
    heads = [line.words[0].text] if line.words else []
    if len(line.words) > 1:
        heads.append(f"{line.words[0].text} {line.words[1].text}")
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
    names: frozenset[str] = frozenset()

    def read(self, lines: Sequence[TextLine], headers: set[int]) -> Table:
        self.marked = sum(is_marked(line) for line in lines[1:]) >= 2
        self.labelled = any(opens_row(line) for line in lines[1:]) or not self.marked
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
        if line.number in self.opening if self.opening else opens_row(line) or self._opens_without_label(line):
            self._close_row()
            self.in_subject = True
            self._subject(line, begins=True)
        elif self.in_subject and self._subject_goes_on(line):
            self._subject(line, begins=False)
        else:
            self._item(line.words, begins=is_marked(line) or not self.items)

    def _opens_without_label(self, line: TextLine) -> bool:
        """Where no row bears a number: a line behind a blank one, with a capital, that lacks the items' bullet."""
        if self.labelled or is_marked(line) or not self.blank:
            return False
        return not line.words[0].text[:1].islower()

    def _subject(self, line: TextLine, *, begins: bool) -> None:
        head, tail = _parted(line.words)
        self.subject.append(Line(head, begins=begins))
        if tail:
            self._item(tail, begins=True)

    def _subject_goes_on(self, line: TextLine) -> bool:
        """The lines up to a blank one; behind it, one that begins in small letters."""
        if line.indent or is_bullet(line.words[0]):
            return False
        return not self.blank or line.words[0].text[:1].islower()

    def _item(self, words: tuple[Word, ...], *, begins: bool) -> None:
        self.in_subject = False
        starts = begins or (self.blank and not words[0].text[:1].islower())
        self.items.append(Line(words, begins=True if starts else False if self.marked else None))

    def _close_items(self) -> None:
        if not self.items:
            return
        span = len(self.phrases) - 1
        if self.opening and not self.marked:
            self.items = _told_apart(self.items, self.names)
        self.cells.append(
            Cell(row=self.row, column=1, column_span=span, lines=tuple(self.items), page=self.items[0].page)
        )
        self.items = []
        self.row += 1

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


def _told_apart(lines: Sequence[Line], names: frozenset[str]) -> list[Line]:
    """Lines without bullets, each marked as one that begins an item or goes on: cells are parted by empty lines, the
    items of a cell by how its lines end and begin."""
    found: list[Line] = []
    for cell in _cells_of(lines):
        column = Column(full=max(text_width(line.text) for line in cell), names=names)
        item: list[Line] = []
        for line in cell:
            begins = not item or _begins(item, attrs.evolve(line, begins=None), column)
            item = [line] if begins else [*item, line]
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


def _parted(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """A row's first line at the double space or bullet at which its first item begins (`4. Enhancing capability
    Implement a programme …`, `4. Enhancing capability • Implement …`)."""
    for at, (before, word) in enumerate(itertools.pairwise(words), 1):
        if at > 1 and (is_gap(before, word) or (is_bullet(word) and word.text not in "*-–—oO")):
            return words[:at], words[at:]
    return words, ()
