"""Headers whose cells stand one under the other: `What we will do`, `Who`, `By when`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.run_on_rows import is_marked
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import HeaderRole, header_role

_SURE = 0.8
_MOST_WORDS, _MOST_LINES, _MOST_COLUMNS = 9, 3, 8
_TELLING = frozenset({"owner", "due", "status", "label", "target"})
"""Columns that what their cells say tells; of each kind of statement and of these there is one."""
ASKING = ("how", "what", "who", "when", "by", "where")
"""First words of cells that ask what their columns say."""
_FIELDS = _TELLING | {"start", "baseline", "note", "category", "period"}
_LONGEST_NAME, _LONGEST_DATED = 5, 2
_MOST_NAMES, _MOST_APART = 8, 2  # words, lines
_ACTION_PLAN, _LATEST_TITLE = ("action", "plan"), 3
_YEAR = regex.compile(r"(?:19|20)\d\d(?:[/–-]\d{2,4})?")
_BRACKETED = regex.compile(r"\([^()]{0,80}\)?")


@attrs.frozen(kw_only=True, eq=False)
class Head:
    """A header over lines ``first`` to before ``end``: the words of its cells and what each says of its column."""

    first: int
    end: int
    phrases: tuple[tuple[Word, ...], ...]
    roles: tuple[str, ...]
    shares: bool = False
    """Whether several of its cells stand in one line."""
    told: int = 0
    unknown: int = 0
    """How many of its cells say for sure what stands below them, and how many say nothing of it."""

    @property
    def fielded(self) -> bool:
        """Whether some column is of fields that their words tell: owners, dates, states, values."""
        return not (_TELLING - {"label"}).isdisjoint(self.roles)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(" ".join(word.text for word in phrase).casefold() for phrase in self.phrases)


def is_over_name(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line that might name two columns names one thing of what stands above, and the line under it says who
    that is: `Action Owner` over `Mary Smith and John Doe`."""
    role = header_role(lines[at].text)
    below = next((line.words for line in lines[at + 1 : at + 1 + _MOST_APART] if line.words), ())
    if role is None or role.role != "owner" or role.strength < _SURE or not 1 < len(below) <= _MOST_NAMES:
        return False
    texts = [word.text.strip(".,;()&") for word in below]
    return all(text[:1].isupper() or text in ("", "and") for text in texts) and header_role(" ".join(texts)) is None


def heads(lines: Sequence[TextLine]) -> Iterator[Head]:
    """All headers among the lines."""
    at = 0
    while at < len(lines):
        head = _head_at(lines, at) if lines[at].words and lines[at].text[:1].isupper() else None
        if head is not None:
            yield head
        at = head.end if head is not None else at + 1


def _head_at(lines: Sequence[TextLine], first: int) -> Head | None:
    phrases: list[tuple[Word, ...]] = []
    roles: list[str] = []
    at = end = first
    while at < len(lines) and len(phrases) <= _MOST_COLUMNS:
        found = head_cell(lines, at)
        if found is None:
            break
        role, words, found_end = found
        if role.role in STATEMENTS and role.role in roles:
            break  # `Delivery objectives` over the first rows, under a column of objectives
        end = found_end
        roles.append(role.role)
        phrases.append(words)
        at = end
        while at < len(lines) and not lines[at].words:
            at += 1
    return as_head(first, end, list(zip(roles, phrases, strict=True)))


def as_head(first: int, end: int, named: Sequence[tuple[str, tuple[Word, ...]]]) -> Head | None:
    """A header of these columns, if there are enough that what their cells say tells, and none twice."""
    roles = tuple(role for role, _ in named)
    told = [role for role in roles if role in STATEMENTS | _TELLING]
    good = 2 <= len(roles) <= _MOST_COLUMNS and len(told) >= 2 and not STATEMENTS.isdisjoint(roles)
    if not good or len(set(told)) != len(told):
        return None
    return Head(first=first, end=end, phrases=tuple(phrase for _, phrase in named), roles=roles)


def cell_role(words: Sequence[Word]) -> HeaderRole | None:
    """What a header cell of these words says of its column; None if they are none."""
    most = _MOST_WORDS if words[0].text.casefold() in ASKING else _LONGEST_NAME
    text = " ".join(word.text for word in words)
    return header_role(text) if len(words) <= most and _is_cell(text) else None


def head_cell(lines: Sequence[TextLine], at: int) -> tuple[HeaderRole, tuple[Word, ...], int] | None:
    """The header cell at a line, over one line or several, and where it ends; the longest reading that is a header."""
    if _titles_text(lines, at):
        return None
    found: tuple[HeaderRole, tuple[Word, ...], int] | None = None
    words: tuple[Word, ...] = ()
    for end in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[end]
        if not line.words or line.level or line.tabbed or is_marked(line):
            break
        goes_on = line.text[:1].islower() or line.text[:1] == "("
        if words and not goes_on and (found is not None or _is_cell(line.text)):
            break  # `By when`, `Who`: the next cell
        words = (*words, *line.words)
        text = " ".join(word.text for word in words)
        most = _MOST_WORDS if words[0].text.casefold() in ASKING else _LONGEST_NAME
        count = len(_BRACKETED.sub("", text).split())
        if count > most or text.endswith((".", ",", ";")) or not (text[0].isupper() or text[0].isdigit()):
            break
        if text.count("(") != text.count(")"):
            continue
        if _is_cell(text) and not _names_plan(words) and (role := header_role(text)) is not None:
            found = (role, words, end + 1)
    return found


def _names_plan(words: Sequence[Word]) -> bool:
    """`Strategic Action Plan 2031`: a document's title, whatever it says."""
    return len(words) > _LONGEST_DATED and _YEAR.fullmatch(words[-1].text) is not None


def _titles_text(lines: Sequence[TextLine], at: int) -> bool:
    """Whether the first line of a text, which stands alone, is its title: `Harbour action plan`."""
    words = lines[at].words
    first = at <= _LATEST_TITLE and lines[at].number <= _LATEST_TITLE and not any(line.words for line in lines[:at])
    if not first or len(words) <= len(_ACTION_PLAN) or (at + 1 < len(lines) and lines[at + 1].words):
        return False
    return tuple(word.text.casefold() for word in words[-len(_ACTION_PLAN) :]) == _ACTION_PLAN


def _is_cell(text: str) -> bool:
    role = header_role(text)
    if role is None or role.strength < _SURE or role.role not in STATEMENTS | _FIELDS:
        return False
    return role.role != "owner" or text.casefold() != "name"  # of the form over the tables
