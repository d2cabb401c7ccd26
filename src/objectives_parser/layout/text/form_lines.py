"""Lines that say something behind a name each, one under the other: what a form tells of the line over them (`Replace
the bridge` over `Lead: Works`, `Hazard addressed: Flood`, `Priority: High`). They look like titles and head nothing."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.records import OWN_FIELDS, STATEMENTS
from objectives_parser.roles import header_role

_NAMED = regex.compile(r"\p{Lu}[\p{L}’'/&()-]*(?: [\p{L}’'/&()-]+){0,3}: (?=\S)")
_MOST_WORDS, _LEAST = 14, 3
_LONGEST_LABEL = 5  # words
_LONGEST_NAME, _SURE, _FEWEST_KNOWN = 8, 0.8, 3


def told_behind_names(chunk: Sequence[Sequence[Word]]) -> list[int]:
    """Which of the lines of a block without empty lines are such: three at the least, and hardly any other line among
    them. What a number labels is a statement, and so may be the first line."""
    named = [at for at, words in enumerate(chunk) if _is_named(words)]
    if len(named) < _LEAST or _LEAST * len(named) < 2 * (len(chunk) - 1):
        return []
    return [at for at in named if at and not _is_numbered(chunk[at])]


def forms_among(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of such lines."""
    found: set[int] = set()
    chunk: list[TextLine] = []
    for line in (*lines, None):
        if line is not None and line.words and not line.level and not line.tabbed:
            chunk.append(line)
            continue
        found.update(chunk[at].number for at in told_behind_names([each.words for each in chunk]))
        found.update(chunk[at].number for at in _known_names(chunk))
        chunk = []
    return frozenset(found)


def _known_names(chunk: Sequence[TextLine]) -> list[int]:
    """The lines of such a block that begin with a known name and a colon, though others go on in wrapped lines: what is
    done by one of them, who does it or by when by another (`Corrective action: The office has …`, two lines of it,
    `Completion date: June 2031`)."""
    roles = {at: role for at, line in enumerate(chunk) if at and (role := _role(line)) is not None}
    told = set(roles.values())
    if len(roles) < _FEWEST_KNOWN or told.isdisjoint(STATEMENTS) or told.isdisjoint(OWN_FIELDS):
        return []
    return list(roles)


def _role(line: TextLine) -> str | None:
    """What a name at the line's head surely tells of what stands behind it."""
    name, colon, rest = line.text.partition(": ")
    if not colon or not rest or not name[0].isupper() or len(name.split()) > _LONGEST_NAME:
        return None
    if is_bullet(line.words[0]) or any(map(str.isdigit, name)):
        return None
    role = header_role(name)
    return role.role if role is not None and role.strength >= _SURE else None


def _is_named(words: Sequence[Word]) -> bool:
    if len(words) > _MOST_WORDS or is_bullet(words[0]):
        return False
    return _NAMED.match(" ".join(word.text for word in words)) is not None


def _is_numbered(words: Sequence[Word]) -> bool:
    return any(word.text[-1] == ":" and any(map(str.isdigit, word.text)) for word in words[:_LONGEST_LABEL])
