"""Tables in reading order whose header's cells stand one under the other: `Objectives`, an empty line, `Performance
measures`; then row after row, each a numbered objective and what serves it.

The rows are read as those of a run-on table. What tells them apart are their numbers, or that every objective, and
nothing else, is worded `To …`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Table, Word
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.run_on import end_of
from objectives_parser.layout.text.run_on_heads import role_of
from objectives_parser.layout.text.run_on_rows import Builder, is_marked, is_page_number, opens_row
from objectives_parser.layout.text.unnumbered import openings
from objectives_parser.layout.wrapping import names_in
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import HeaderRole, header_role, is_imperative

_SURE = 0.8
_MOST_WORDS, _MOST_LINES = 9, 3
_MOST_COLUMNS = 4
_SUBJECTS = frozenset({"objective", "action"})
_FIELDS = frozenset({"target", "baseline", "owner", "due", "status"})
_MOST_FIELD_WORDS = 2
_NUMBER = regex.compile(r"(\d{1,2})[.):]$")
_FIRST = regex.compile(r"\(?(?:1|[aA])[.):]$")
_FOOT = regex.compile(r"(?:[Pp]age\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?$|.{0,80}\W[Pp]age \d{1,3}(?: of \d{1,3})?$")


@attrs.frozen(kw_only=True, eq=False)
class _Head:
    """A header over lines ``first`` to before ``end``: its phrases, and the lines of cells that stand right under one
    of them, with no empty line between."""

    first: int
    end: int
    phrases: tuple[tuple[Word, ...], ...]
    body: tuple[TextLine, ...] = ()


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The tables among the lines, each from its header to the heading over the next one."""
    heads = list(_heads(lines))
    if not heads:
        return
    starts = [head.first for head in heads]
    for head, following in zip(heads, [*starts[1:], len(lines)], strict=True):
        under = head.end - 1
        end = min(_before_heading(lines, head.end, following), under + end_of(lines[under:following], 0))
        body = [*head.body, *lines[head.end : end]]
        feet = [
            line
            for above, line in pairwise([lines[head.first], *body])
            if line.words and not above.words and (is_page_number(line) or _FOOT.match(line.text))
        ]
        carried_at = {line.number for line in feet}
        table = _table(head, lines[head.first], [line for line in body if line.number not in carried_at])
        if table is None:
            continue
        carried = (Furniture(lines=tuple(line.line for line in feet), kind="page-number"),) if feet else ()
        last = lines[end - 1].number
        yield Region(first=lines[head.first].number, last=last, blocks=(table, *carried))


def _table(head: _Head, first: TextLine, body: Sequence[TextLine]) -> Table | None:
    """The table under a header, whose first line opens the first row; None where nothing tells rows apart."""
    names = names_in(line.line for line in body if line.words)
    opening = _openings(body)
    if (opening and opening[0] != _first_filled(body)) or _are_captions(head, body) or _counts_again(head, body):
        return None
    opens = frozenset(body[at].number for at in opening)
    if not opens and not any(is_marked(line) for line in body if line.words):
        kinds = [role for phrase in head.phrases if (role := role_of(phrase)) is not None]
        opens = frozenset(line.number for line in openings(body, kinds, names)) if kinds[0] == "objective" else opens
    if not opens:
        return None
    return Builder(phrases=head.phrases, opening=opens, names=names).read([first, *body], set())


def _are_captions(head: _Head, body: Sequence[TextLine]) -> bool:
    """Whether the names of the columns stand over lists, again and again (`Measures`, two measures, `Milestones`, a
    milestone, the next aim, `Measures`): no header, of which all cells would be printed again."""
    named = {" ".join(word.text for word in phrase).casefold().rstrip(":") for phrase in head.phrases}
    filled = [line for line in body if line.words]
    at = [number for number, line in enumerate(filled) if line.text.casefold().rstrip(":") in named]
    alone = [number for number in at if number + 1 not in at and number - 1 not in at]
    return len({filled[number].text for number in alone}) > 1 or len(alone) > 1


def _counts_again(head: _Head, body: Sequence[TextLine]) -> bool:
    """Whether a list right under the first name counts from one, and one under the next does so again (`Activities`,
    `1. Train the nurses`, `Outputs`, `1. Nurses are certified`): each name stands over a list of its own."""
    if _has_own_lists(head):
        return True
    firsts = [line for line in body if len(line.words) > 1 and _FIRST.match(line.words[0].text)]
    own = {line.number for line in head.body}
    return len(firsts) > 1 and firsts[0].number in own


def _has_own_lists(head: _Head) -> bool:
    """Whether a numbered list stands right under the first name, and lines right under the next (`Change ideas`, `1)
    Sensor mats`, `2) Hourly rounds`, `Measures`, `Falls per week`)."""
    second = head.phrases[1][0].start
    filled = [line for line in head.body if line.words]
    under = [line for line in filled if line.words[0].start < second]
    counted = [line for line in under if len(line.words) > 1 and _NUMBER.match(line.words[0].text)]
    return len(counted) > 1 and len(under) < len(filled)


def _first_filled(body: Sequence[TextLine]) -> int:
    return next((at for at, line in enumerate(body) if line.words), -1)


def _openings(body: Sequence[TextLine]) -> list[int]:
    """The lines that open rows: numbered ones that count on, or those that begin with `To` behind an empty line."""
    numbered = _counted(body)
    if numbered or any(is_marked(line) and line.words[0].text == "To" for line in body):
        return numbered
    return [
        at
        for at, line in enumerate(body)
        if line.words and line.words[0].text == "To" and (not at or not body[at - 1].words or at == _first_filled(body))
    ]


def _counted(body: Sequence[TextLine]) -> list[int]:
    """The lines that begin with a number and a capital, each number one more than the one before."""
    found: list[int] = []
    last: int | None = None
    for at, line in enumerate(body):
        if len(line.words) < 2 or not line.words[1].text[:1].isupper():
            continue
        number = _NUMBER.match(line.words[0].text)
        if number is not None and (last is None or int(number.group(1)) == last + 1):
            found.append(at)
            last = int(number.group(1))
    return found


def _before_heading(lines: Sequence[TextLine], first: int, following: int) -> int:
    """The end of a table's lines without the heading over the next table's header."""
    if following >= len(lines):
        return following
    at = following
    while at > first and not lines[at - 1].words:
        at -= 1
    top = at
    while top > first and lines[top - 1].words and at - top < _MOST_LINES:
        top -= 1
    heading = lines[top:at]
    short = 0 < len(heading) < _MOST_LINES and sum(len(line.words) for line in heading) <= _MOST_WORDS
    plain = heading and not is_marked(heading[0]) and not opens_row(heading[0]) and top > first
    return top if short and plain and heading[-1].text[-1:].isalnum() else at


# --- headers --------------------------------------------------------------------------------------------------------


def _heads(lines: Sequence[TextLine]) -> Iterator[_Head]:
    at = 0
    while at < len(lines):
        head = _head_at(lines, at) if lines[at].words and lines[at].text[:1].isupper() else None
        if head is not None:
            yield head
            at = head.end
        else:
            at += 1


def _head_at(lines: Sequence[TextLine], first: int) -> _Head | None:
    """The header whose first cell stands at the line: two cells or more of different kinds of statements, of which the
    first is what the rows are about."""
    phrases: list[tuple[Word, ...]] = []
    roles: list[str] = []
    body: list[TextLine] = []
    at = first
    while at < len(lines) and len(phrases) < _MOST_COLUMNS:
        found = _cell(lines, at)
        if found is None or found[0].role in roles:
            break
        role, words, end = found
        roles.append(role.role)
        phrases.append(words)
        under = end
        while under < len(lines) and lines[under].words and _cell(lines, under) is None:
            under += 1
        more = [*lines[end:under]]
        if len(more) > 2 and all(is_imperative(line.text) for line in more):
            return None  # `Our goals` over a list of them that has lost its bullets
        at = under
        while at < len(lines) and not lines[at].words:
            at += 1
        if more and (not body or len(phrases) > 1):
            body.extend([*more, lines[under]] if under < len(lines) else more)
            if _cell(lines, at) is None:
                break
    good = len(phrases) >= 2 and roles[0] in _SUBJECTS and set(roles) <= STATEMENTS and not _names_field(lines, at)
    return _Head(first=first, end=at, phrases=tuple(phrases), body=tuple(body)) if good else None


def _names_field(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a column of fields is named behind the header's last cell (`Target`): another kind of table."""
    line = lines[at] if at < len(lines) else None
    if line is None or not line.words or line.level or line.tabbed or len(line.words) > _MOST_FIELD_WORDS:
        return False
    role = header_role(line.text)
    alone = at + 1 == len(lines) or not lines[at + 1].words
    return alone and role is not None and role.strength == 1.0 and role.role in _FIELDS


def _cell(lines: Sequence[TextLine], at: int) -> tuple[HeaderRole, tuple[Word, ...], int] | None:
    """The header cell at a line, over one line or several, and where it ends; the longest reading that is a header."""
    found: tuple[HeaderRole, tuple[Word, ...], int] | None = None
    words: tuple[Word, ...] = ()
    for end in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[end]
        if not line.words or line.level or line.tabbed or is_marked(line):
            break
        if words and found is None and line.text[:1].isupper() and _is_head(line.text):
            break  # a title over `Aim`
        words = (*words, *line.words)
        text = " ".join(word.text for word in words)
        if len(words) > _MOST_WORDS or text.endswith((".", ",", ";")) or not text[0].isupper():
            break
        role = header_role(text)
        closed = text.count("(") == text.count(")")
        if role is not None and role.strength >= _SURE and role.role in STATEMENTS and closed:
            found = (role, words, end + 1)
    return found


def _is_head(text: str) -> bool:
    role = header_role(text)
    return role is not None and role.strength >= 1.0 and role.role in STATEMENTS
