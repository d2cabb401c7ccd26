"""Values that go on in a line of their own: `Responsibility: City Manager, Public` / `Works, Finance` / `Due: 2027`.

In a text whose lines begin in capitals, only the names of fields above and below tell that.
"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.wrapping import NUMBERED, is_bullet
from objectives_parser.roles import header_role

_LONGEST, _LONGEST_NAME = 8, 4  # words
_SURE = 0.8


def field_rests(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of the lines that go on with who is named in the line above, right over the next field."""
    found: set[int] = set()
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if not (above.words and line.words and below.words) or not _may_go_on(line):
            continue
        if _names(above.text, ("owner",)) and _names(below.text, ("owner", "due", "start", "status")):
            found.add(line.number)
    return frozenset(found)


def _may_go_on(line: TextLine) -> bool:
    first = line.words[0]
    if len(line.words) > _LONGEST or is_bullet(first) or NUMBERED.match(first.text) or line.level:
        return False
    return ":" not in line.text and line.text[-1] not in ".;!?"


def _names(text: str, roles: tuple[str, ...]) -> bool:
    """Whether a line is the field of one of some roles: `Lead: Fire Department`."""
    name, colon, value = text.partition(": ")
    if not colon or not value or len(name.split()) > _LONGEST_NAME:
        return False
    role = header_role(name)
    return role is not None and role.strength >= _SURE and role.role in roles
