"""Tables whose columns a text extractor wrote one after the other: `Goals Actions Indicative Measures`, then a goal,
its actions, its measures, with no sign of where one column ends.

The header line gives the columns; a numbered line opens a row; what follows is one cell that spans the other columns
(``way="run-on"``): which of its items belong to which column is told by their wording, later. Where the header is
printed again (a page's end) the row goes on with a second such cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Word
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.run_on_heads import header_phrases, role_of, texts_of
from objectives_parser.layout.text.run_on_rows import Builder, is_marked, is_page_number, opens_row
from objectives_parser.layout.text.unnumbered import openings
from objectives_parser.layout.wrapping import is_bullet, names_in
from objectives_parser.records import STATEMENTS
from objectives_parser.values import is_year

_MOST_CELL_WORDS, _CELLS_BEFORE, _CELLS_BEHIND, _REACH = 4, 3, 2, 9
_MOST_FIELD_WORDS = 12


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The run-on tables among the lines: from a header line to the last line before a heading."""
    headers = {
        at: phrases
        for at, line in enumerate(lines)
        if (phrases := header_phrases(line)) and not _is_cell(lines, at) and not _goes_on_below(lines, at)
    }
    printed = {lines[at].number for at in headers}
    at = 0
    while at < len(lines):
        if at not in headers:
            at += 1
            continue
        end = max(at + 1, _without_closing_prose(lines, at, _end(lines, at, headers)))
        numbers = [line for above, line in pairwise(lines[at:end]) if _is_foot(above, line)]
        feet_at = {line.number for line in numbers}
        body = [line for line in lines[at:end] if line.number not in feet_at]
        repeats = {number for number, line in enumerate(body) if line.number in printed}
        builder = _builder(headers[at], body, repeats)
        builder.sections |= _over_repeats(body, repeats)
        table = builder.read(body, repeats)
        if table.rows > 1:
            feet = (Furniture(lines=tuple(line.line for line in numbers), kind="page-number"),) if numbers else ()
            yield Region(first=lines[at].number, last=lines[end - 1].number, blocks=(table, *feet))
        at = end


def _builder(phrases: tuple[tuple[Word, ...], ...], body: Sequence[TextLine], repeats: set[int]) -> Builder:
    """Who reads a table's lines: where neither numbers nor bullets stand, the lines that open rows are told first."""
    inside = [line for at, line in enumerate(body) if at and at not in repeats]
    plain = [line for line in inside if line.words]
    kinds = [role for phrase in phrases if (role := role_of(phrase)) in STATEMENTS]
    told = len(kinds) == len(phrases) and kinds[0] == "objective"
    sections = _section_lines(inside)
    named = frozenset(line.number for line in sections)
    if not told or any((opens_row(line) and line.number not in named) or is_marked(line) for line in plain):
        return Builder(phrases=phrases)
    names = names_in(line.line for line in plain)
    opening: set[int] = set()
    for part in _between(inside, sections):
        opening |= {line.number for line in openings(part, [kind for kind in kinds if kind], names)}
    if sections and not opening:
        return Builder(phrases=phrases)
    return Builder(phrases=phrases, opening=frozenset(opening), sections=named, names=names)


_SECTION = regex.compile(r"[A-H][.)]$")
_MOST_SECTION_WORDS, _LEAST_MARKED = 6, 2


def _section_lines(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines between empty ones that hold nothing but a letter and a short name: `B. Corporate`."""
    padded = [None, *lines, None]
    return [
        line
        for above, line, below in zip(padded, lines, padded[2:], strict=False)
        if 1 < len(line.words) <= _MOST_SECTION_WORDS
        and _SECTION.match(line.words[0].text)
        and not (above is not None and above.words)
        and not (below is not None and below.words)
        and line.text[-1:].isalnum()
    ]


def _over_repeats(body: Sequence[TextLine], repeats: set[int]) -> frozenset[int]:
    """The short lines right over a header that is printed again, in a table whose items are bulleted: what they name
    is the section that begins there (`Leadership` over `Objective Measures`)."""
    if sum(is_marked(line) for line in body) < _LEAST_MARKED:
        return frozenset()
    found = [next((line for line in reversed(body[:at]) if line.words), None) for at in repeats if at]
    return frozenset(line.number for line in found if line is not None and _names_section(line))


def _names_section(line: TextLine) -> bool:
    if is_marked(line) or opens_row(line) or len(line.words) > _MOST_SECTION_WORDS:
        return False
    return line.text[:1].isupper() and line.text[-1:].isalpha()


def _between(lines: Sequence[TextLine], cuts: Sequence[TextLine]) -> list[list[TextLine]]:
    parts: list[list[TextLine]] = [[]]
    at = {line.number for line in cuts}
    for line in lines:
        if line.number in at:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


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


_FIELD = regex.compile(
    r"\b(?:[Tt]argets?|[Bb]aseline|Frequency|Weight(?:ing)?|Custodian|Budget|Unit of [Mm]easure(?:ment)?)\b"
)


def _goes_on_below(lines: Sequence[TextLine], at: int) -> bool:
    """Whether cells of the same header stand below the line, each behind an empty one, as a spreadsheet's do whose
    cells were written one under the other: `Frequency`, `Weight`, `Q1 Financial target`, `Custodian`."""
    behind = [
        below
        for above, below in pairwise(lines[at : at + 2 * _REACH])
        if below.words and not above.words and len(below.words) <= _MOST_FIELD_WORDS
    ]
    named = [line for line in behind[:_REACH] if _FIELD.search(line.text) and line.text[0].isupper()]
    return len(named) > _CELLS_BEHIND


def _end(lines: Sequence[TextLine], first: int, headers: dict[int, tuple[tuple[Word, ...], ...]]) -> int:
    """Where the table ends: at a Markdown heading, a tabbed line, another header of another shape, or running text
    (three full lines in a row without a blank one, that open neither a row nor an item)."""
    shape = texts_of(headers[first])
    prose = 0
    for at in range(first + 1, len(lines)):
        line = lines[at]
        if line.level or line.tabbed or (at in headers and texts_of(headers[at]) != shape):
            return at
        opens = not line.words or line.indent > 0 or opens_row(line) or is_bullet(line.words[0])
        prose = 0 if opens else prose + 1
        if prose >= 4 and all(len(lines[back].text) > 70 for back in range(at - 3, at + 1)):
            return _paragraph_start(lines, at)
    return len(lines)


def end_of(lines: Sequence[TextLine], first: int) -> int:
    """Where a table ends whose header ends with the line ``first``."""
    return _without_closing_prose(lines, first, _end(lines, first, {first: ()}))


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


def _is_foot(above: TextLine, line: TextLine) -> bool:
    """A page's number; a year right behind a line is the end of its date (`by December` / `2014`)."""
    return is_page_number(line) and not (above.words and is_year(line.words[0].text))
