"""Tables of figures in reading order: a header of years and of what the values are (`2023 Actual 2024 Target`) over
lines that end in as many values, as budgets and performance reports print their indicators.

A row's name may be wrapped over the lines before its values, or go on behind them; what else stands between two rows
is a section. Only tables are taken whose header, or a line near it, says that they hold measures: the same pages print
sums of money in the same form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Cell, Line, Table, Word
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.values_at_end import is_year, saying, says_value, values_at_end
from objectives_parser.layout.wrapping import NUMBERED, wants_more
from objectives_parser.roles import header_role

_MOST_HEADS, _MOST_ABOVE, _MOST_BETWEEN, _MOST_NAME = 3, 4, 6, 5
_MOST_ROLE_WORDS, _REACH = 5, 40


@attrs.frozen(kw_only=True, eq=False)
class _Head:
    """A header on lines ``first`` to before ``end``: the words that name the rows, those of each column of values, and
    the lines between the name and the columns, which are sections."""

    first: int
    end: int
    name: tuple[Word, ...]
    columns: tuple[tuple[Word, ...], ...]
    between: tuple[TextLine, ...] = ()


@attrs.frozen(eq=False)
class _Row:
    """A row: the lines of its name and its values; a section where it has none."""

    page: int
    name: list[Line]
    values: tuple[tuple[Word, ...], ...] = ()


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The tables of figures among the lines."""
    done = 0
    for at, line in enumerate(lines):
        if at < done or not is_head(line):
            continue
        found = _read(lines, at, done)
        if found is not None:
            region, done = found
            yield region


def is_head(line: TextLine) -> bool:
    """Whether a line says at its end what columns of values are: two years or words for values at the least."""
    words = line.words
    if len(words) < 2 or line.tabbed or line.level or not says_value(words[-1]):
        return False
    said = [word for word in saying(words) if says_value(word)]
    return len(said) >= 2 and not all(word.text.islower() for word in said)


def _read(lines: Sequence[TextLine], at: int, done: int) -> tuple[Region, int] | None:
    end = at + 1
    while end < len(lines) and end - at < _MOST_HEADS and is_head(lines[end]):
        end += 1
    width = _width(lines, end)
    head = _head(lines, at, end, width, done) if width > 1 else None
    if head is None:
        return None
    rows, last = _rows(lines, head.end, width)
    if sum(bool(row.values) for row in rows) < 2:
        return None
    sections = [_Row(line.page, [line.line]) for line in head.between]
    table = _table(head, [*sections, *rows], width, lines[at].page)
    return Region(first=lines[head.first].number, last=lines[last].number, blocks=(table,)), last + 1


def _width(lines: Sequence[TextLine], begin: int) -> int:
    """How many values most of the rows under a header end in; 0 where none follow."""
    counts: Counter[int] = Counter()
    without = 0
    for line in lines[begin : begin + _REACH]:
        if not line.words:
            continue
        if is_head(line) or without > _MOST_BETWEEN:
            break
        count = len(values_at_end(line.words))
        counts[count] += count > 1
        without = 0 if count > 1 else without + 1
    return max(counts, key=lambda count: (counts[count], -count)) if counts.total() else 0


def _head(lines: Sequence[TextLine], at: int, end: int, width: int, done: int) -> _Head | None:
    """The header that ends before the line ``end``; None where nothing says that its rows are measures."""
    columns: list[list[Word]] = [[] for _ in range(width)]
    name: tuple[Word, ...] = ()
    for line in lines[at:end]:
        phrase = line.words[: len(line.words) - len(saying(line.words))]
        if _is_measure(phrase):
            name, phrase = phrase, ()
        elif len(phrase) > 1:
            return None  # `EXPENDITURES BY OBJECT Actual Budget`
        for column, words in zip(columns, _cut(line.words[len(name) if not phrase else 0 :], width), strict=True):
            column.extend(words)
    first = at
    between: tuple[TextLine, ...] = ()
    if not name and (named := _named_above(lines, at, done)) is not None:
        first, name = named, lines[named].words
        between = tuple(line for line in lines[named + 1 : at] if line.words)
    if not name:
        under = next((below for below in range(end, len(lines)) if lines[below].words), None)
        if under is not None and _is_measure(lines[under].words):
            name, end = lines[under].words, under + 1
    if not name:
        return None
    return _Head(first=first, end=end, name=name, columns=tuple(tuple(column) for column in columns), between=between)


def _is_measure(words: Sequence[Word]) -> bool:
    if not 0 < len(words) <= _MOST_ROLE_WORDS:
        return False
    role = header_role(" ".join(word.text for word in words))
    return role is not None and role.role == "measure"


def _named_above(lines: Sequence[TextLine], at: int, done: int) -> int | None:
    """The line over a header that says that measures follow: `Performance Measures`, with a section or two between."""
    seen = 0
    for back in range(at - 1, done - 1, -1):
        if not lines[back].words:
            continue
        seen += 1
        if seen > _MOST_ABOVE or len(lines[back].words) > 2 * _MOST_ROLE_WORDS or lines[back].level:
            return None
        if _is_measure(lines[back].words):
            return back
    return None


def _cut(words: Sequence[Word], width: int) -> list[Sequence[Word]]:
    """A header line's words by column: a word each, or from year to year; else all of them in the first."""
    if len(words) == width:
        return [[word] for word in words]
    said = saying(words)
    if len(said) == width:
        return [[*words[: len(words) - width], said[0]], *([word] for word in said[1:])]
    years = [number for number, word in enumerate(words) if is_year(word)]
    if len(years) == width:
        ends = [*years[1:], len(words)]
        return [
            words[0 if not number else begin : end] for number, (begin, end) in enumerate(zip(years, ends, strict=True))
        ]
    return [words, *([] for _ in range(width - 1))]


def _rows(lines: Sequence[TextLine], begin: int, width: int) -> tuple[list[_Row], int]:
    """The rows and sections from the line ``begin`` on, and the line that the last row ends on."""
    rows: list[_Row] = []
    pending: list[int] = []
    last = begin - 1
    marked = _marks_sections(lines, begin)
    for at in range(begin, len(lines)):
        line = lines[at]
        if not line.words:
            continue
        if line.tabbed or line.level or is_head(line) or len(pending) > _MOST_BETWEEN:
            break
        values = values_at_end(line.words)[-width:]
        if len(values) < max(2, width - 1):
            pending.append(at)
            continue
        own = line.words[: len(line.words) - sum(len(value) for value in values)]
        last = _tail(lines, rows, pending, last)
        name = _name(lines, own, pending, marked=marked)
        if not name:
            break
        rows.extend(_sections(lines, pending))
        rows.append(_Row(line.page, name, tuple(values)))
        pending = []
        last = at
    return rows, _tail(lines, rows, pending, last)


def _tail(lines: Sequence[TextLine], rows: list[_Row], pending: list[int], last: int) -> int:
    """Takes the lines right under a row that go on in small letters from those that wait; where the row ends now."""
    while rows and rows[-1].values and pending and pending[0] == last + 1 and lines[last + 1].text[0].islower():
        line = lines[pending.pop(0)]
        if all(says_value(word) for word in line.words):
            *values, ending = rows[-1].values
            rows[-1] = attrs.evolve(rows[-1], values=(*values, (*ending, *line.words)))
        else:
            rows[-1].name.append(line.line)
        last += 1
    return last


def _name(lines: Sequence[TextLine], own: tuple[Word, ...], pending: list[int], *, marked: bool) -> list[Line]:
    """The lines of a row's name: what stands before its values, and the lines before that go on in it; where sections
    are ``marked``, all lines right over it that are none."""
    name = [Line(own)] if own else []
    while pending and len(name) < _MOST_NAME:
        above = lines[pending[-1]]
        if name and NUMBERED.match(name[0].words[0].text):
            break
        rest = marked and not _is_section(above) and lines[pending[-1] + 1].words
        if name and not (rest or _goes_on(name[0].words) or wants_more(above.line)):
            break
        name.insert(0, above.line)
        pending.pop()
    return name if any(char.isalpha() for line in name for char in line.text) else []


def _marks_sections(lines: Sequence[TextLine], begin: int) -> bool:
    """Whether sections of the table are told from names: `Efficiencies:`, `OUTPUTS`, `Effectiveness measures`."""
    for line in lines[begin : begin + _REACH]:
        if line.words and _is_section(line) and not values_at_end(line.words):
            return True
    return False


def _is_section(line: TextLine) -> bool:
    return line.words[-1].text.endswith(":") or line.text.isupper() or _is_measure(line.words)


def _goes_on(words: Sequence[Word]) -> bool:
    """Whether a line is not the first of a name: names begin with a capital or a number of their own."""
    first = words[0].text
    return not (first[0].isupper() or NUMBERED.match(first))


def _sections(lines: Sequence[TextLine], pending: Sequence[int]) -> Iterator[_Row]:
    """The lines between two rows, those without an empty line between them as one section."""
    section: list[int] = []
    for at in pending:
        if section and at != section[-1] + 1:
            yield _Row(lines[section[0]].page, [lines[number].line for number in section])
            section = []
        section.append(at)
    if section:
        yield _Row(lines[section[0]].page, [lines[number].line for number in section])


def _table(head: _Head, rows: Sequence[_Row], width: int, page: int) -> Table:
    cells = [Cell(row=0, column=0, lines=(Line(head.name),), header=True, page=page)]
    for column, words in enumerate(head.columns, 1):
        lines = (Line(words),) if words else ()
        cells.append(Cell(row=0, column=column, lines=lines, header=True, page=page))
    for number, row in enumerate(rows, 1):
        span = 1 if row.values else width + 1
        cells.append(Cell(row=number, column=0, column_span=span, lines=tuple(row.name), page=row.page))
        for column, value in enumerate(row.values, 1 + width - len(row.values)):
            cells.append(Cell(row=number, column=column, lines=(Line(value),), page=row.page))
    pages = tuple(sorted({cell.page for cell in cells if cell.page is not None}))
    return Table(cells=tuple(cells), rows=len(rows) + 1, columns=width + 1, pages=pages, way="figures")
