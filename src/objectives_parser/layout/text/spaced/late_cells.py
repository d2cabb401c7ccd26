"""The cells of a table in reading-order text whose header stands apart: names of its columns, several perhaps in one
line, statements, and values that stand below them or that a converter wrote into their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
import regex

from objectives_parser.document import Line, Word
from objectives_parser.layout.text.spaced.cell_forms import Told, head_role, kind_of, says_value, statement_fit
from objectives_parser.layout.text.spaced.joined_columns import EXACT, MOST_LINES
from objectives_parser.layout.text.spaced.prose import Piece
from objectives_parser.layout.text.spaced.strands import Strand
from objectives_parser.roles import header_role
from objectives_parser.roles.header_forms import MONTH, QUARTER
from objectives_parser.values import is_date_only, is_value_only

FIELDS = frozenset(["due", "start", "status", "owner", "note", "target", "baseline"])
JOINED, MOST_JOINED = 3, 8
"""Words of a line with several names."""
STATED = 0.35
LONGEST_DATE = 24
MOST_SAID = 7
"""Words of values at a line's end."""
# `Feb 2018 Two events`, cells that a converter joined
_DATED = regex.compile(rf"(?:{MONTH}|{QUARTER})(?:\s?[-–/]\s?{MONTH})?\b(?!.{{0,8}}[:–—])", regex.IGNORECASE)
_LEADING = frozenset(
    "by in of from to until for during and through since the end before after on at or".split()  # noqa: SIM905
)
_BESIDE = frozenset("from last of or and since the date due month quarter year change update".split())  # noqa: SIM905


@attrs.frozen(kw_only=True, eq=False)
class LateCell:
    """Lines that are one cell, and what it is: a `head` with its role, `odd` words of the header, a `statement`, or the
    kind of its value."""

    strands: tuple[Strand, ...]
    kind: str
    role: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(strand.words) for strand in self.strands)


def head_length(strands: Sequence[Strand]) -> int:
    """Over how many of the first lines the name of a column of fields stands, none where it does not."""
    best, length = 0.0, 0
    for count in range(1, min(len(strands), MOST_LINES) + 1):
        if count > 1 and strands[count - 1].blanks:
            break
        text = " ".join(strand.text for strand in strands[:count])
        role = head_role(text) if not is_date_only(text) else None
        if role is not None and role.role in FIELDS and role.strength >= EXACT and role.strength > best:
            best, length = role.strength, count
    return length


def _joined_roles(strand: Strand) -> list[str]:
    """The columns that a line of several names names (`Milestone Milestone Change Owner`), for each word its role;
    none for other lines."""
    words = [word.text for word in strand.words]
    if not JOINED <= len(words) <= 2 * MOST_JOINED or any(char.isdigit() for char in strand.text):
        return []
    roles = [_word_role(word) for word in words]
    fields = {role for role in roles if role in FIELDS}
    if words[0] == words[1] and roles[0] and fields:
        return roles  # `Milestone Milestone Change Anticipated Barriers or other Issues`
    if len(words) > MOST_JOINED:
        return []
    plain = all(role or word.casefold() in _BESIDE for role, word in zip(roles, words, strict=True))
    return roles if plain and fields and 2 * sum(map(bool, roles)) > len(words) else []


def _word_role(word: str) -> str:
    role = header_role(word) if word[:1].isupper() or word.casefold() not in _BESIDE else None
    return role.role if role is not None and role.strength >= EXACT else ""


def late_cells(pieces: Sequence[Sequence[Strand]]) -> list[LateCell]:
    """The cells in order; a statement into which a converter wrote a value's line (`Train all potential` / `FY 2027` /
    `keepers of the lights`) is one."""
    found: list[LateCell] = []
    for cell in _cells(pieces):
        cut = found[-2] if len(found) > 1 and found[-1].kind in ("date", "mark") else None
        first = cell.strands[0]
        if cut is not None and cut.kind == "statement" and first.text[:1].islower() and not first.blanks:
            found[-2] = attrs.evolve(cut, strands=(*cut.strands, *cell.strands))
        else:
            found.append(cell)
    return found


def _cells(pieces: Sequence[Sequence[Strand]]) -> Iterator[LateCell]:
    strands = [strand for piece in pieces for strand in piece]
    opening = {id(piece[0]) for piece in pieces}
    at, heading = 0, False
    while at < len(strands):
        strand = strands[at]
        rest = strands[at : at + MOST_LINES]
        if count := head_length(rest):
            role = header_role(" ".join(line.text for line in rest[:count]))
            yield LateCell(strands=tuple(rest[:count]), kind="head", role=role.role if role is not None else "")
            at, heading = at + count, True
        elif roles := _joined_roles(strand):
            yield from _joined_heads(strand, roles)
            at, heading = at + 1, True
        elif heading and not strand.blanks and all(_is_beside(word.text) for word in strand.words):
            yield LateCell(strands=(strand,), kind="odd")
            at += 1
        else:
            end = _end(strands, at, opening)
            cell = strands[at:end]
            yield from _values(cell) if _is_value(strand) else _with_values(cell)
            at, heading = end, False


def _is_beside(word: str) -> bool:
    return not says_value(word) and (word.casefold() in _BESIDE or _word_role(word) in FIELDS)


def _joined_heads(strand: Strand, roles: Sequence[str]) -> Iterator[LateCell]:
    """A line's names: of each column of fields its word, the rest in one."""
    taken: set[str] = set()
    odd = []
    for word, role in zip(strand.words, roles, strict=True):
        if role in FIELDS and role not in taken:
            taken.add(role)
            yield LateCell(strands=(attrs.evolve(strand, words=(word,)),), kind="head", role=role)
        else:
            odd.append(word)
    if odd:
        yield LateCell(strands=(attrs.evolve(strand, words=tuple(odd)),), kind="odd")


def _end(strands: Sequence[Strand], at: int, opening: set[int]) -> int:
    """Behind the cell that begins with a line: values that no empty line parts, or the lines of a piece."""
    value = _is_value(strands[at])
    end = at + 1
    while end < len(strands) and not (value and strands[end].blanks):
        if not _is_value(strands[end]) if value else id(strands[end]) in opening:
            break
        end += 1
    return end


def _is_value(strand: Strand) -> bool:
    return bool(_value_kind(strand.text))


def _with_values(strands: Sequence[Strand]) -> Iterator[LateCell]:
    """A cell, and the values that a converter wrote into its lines: `Open the new depot and FY 2018 Q3 Completed` /
    `move the fleet`."""
    own: list[Strand] = []
    values: list[Strand] = []
    for at, strand in enumerate(strands):
        count = 0 if at == len(strands) - 1 and at else _said_at_end(strand)
        if count < len(strand.words):
            own.append(attrs.evolve(strand, words=strand.words[: len(strand.words) - count]))
        if count:
            values.append(attrs.evolve(strand, words=strand.words[len(strand.words) - count :]))
    yield LateCell(strands=tuple(own or strands), kind=_kind(own or strands))
    for strand in values if own else ():
        texts = [word.text for word in strand.words]
        date = next(at for at in range(2, len(texts) + 1) if _is_dated(strand.words[:at]) and _are_marks(texts[at:]))
        yield LateCell(strands=(attrs.evolve(strand, words=strand.words[:date]),), kind="date")
        if date < len(strand.words):
            yield LateCell(strands=(attrs.evolve(strand, words=strand.words[date:]),), kind="mark")


def _said_at_end(strand: Strand) -> int:
    """How many words at a line's end are a date and perhaps a state behind it that its sentence does not lead to."""
    words = strand.words
    for first in range(max(0, len(words) - MOST_SAID), len(words) - 1):
        if first and (words[first - 1].text.casefold() in _LEADING or not words[first].text[0].isalnum()):
            continue
        for last in range(len(words), first + 1, -1):
            if _is_dated(words[first:last]) and _are_marks([word.text for word in words[last:]]):
                return len(words) - first
    return 0


def _is_dated(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words)
    return len(words) > 1 and words[0].text[0].isupper() and any(map(str.isdigit, text)) and is_date_only(text)


def _are_marks(words: Sequence[str]) -> bool:
    return not words or any(says_value(" ".join(words[:at])) and _are_marks(words[at:]) for at in (1, 2))


def _value_kind(text: str) -> str:
    """What a line is that is nothing but a value: a `date`, also a month or a day that no calendar has, or a `mark`."""
    plain = text.strip("/–- ")
    if is_date_only(plain) or (plain.count("/") == 2 and is_value_only(plain)):
        return "date"
    role = header_role(plain) if len(plain) <= LONGEST_DATE else None
    if role is not None and role.role == "period" and role.strength >= 1.0:
        return "date"
    return "mark" if says_value(text) else ""


def _values(strands: Sequence[Strand]) -> Iterator[LateCell]:
    """Values one under the other: each by itself if each tells a year or state, else one (`January –` / `March` /
    `2018`)."""
    kinds = [_value_kind(strand.text) for strand in strands]
    whole = [kind == "mark" or strand.text[-1:].isdigit() for kind, strand in zip(kinds, strands, strict=True)]
    years = [strand.text.isdecimal() for strand in strands]
    if all(whole) and not any(years[1:]):
        yield from (LateCell(strands=(strand,), kind=kind) for strand, kind in zip(strands, kinds, strict=True))
        return
    first = 0
    for at, strand in enumerate(strands):
        if strand.text[-1:].isdigit() or kinds[at] == "mark" or at == len(strands) - 1:
            yield LateCell(strands=tuple(strands[first : at + 1]), kind=kinds[at])
            first = at + 1


def _kind(strands: Sequence[Strand]) -> str:
    piece = Piece(strands=tuple(strands), marker=0, low=strands[0].low, high=strands[0].high)
    told = Told(pieces=(piece,))
    kind = kind_of(told)
    if _DATED.match(told.text):
        return "note"
    stated = kind not in ("figure", "code") and statement_fit(told, "milestone") >= STATED
    return "statement" if stated else kind
