"""Cells that a sign closes at a line's end (`Safer roads |`), each on a line or several of its own."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Line, Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.wrapping import BULLETS, is_bullet
from objectives_parser.roles import header_role

SIGN = "|"
_MOST_HEADER_WORDS, _MOST_SURE_WORDS = 8, 6
_SURE = 0.6
_COUNTS = frozenset(("#", "No.", "Nr.", "№"))
_NUMBERED = regex.compile(r"[\d.]+(?:$|\s*[.)]?\s+[A-Z])")


@attrs.frozen(kw_only=True)
class Closed:
    """A cell: its lines, from ``first`` to ``last`` (positions), the sign left out."""

    first: int
    last: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def listed(self) -> bool:
        """Whether it is a list of several items."""
        return sum(is_bullet(line.words[0]) for line in self.lines) > 1

    @property
    def bulleted(self) -> bool:
        return bool(self.lines) and is_bullet(self.lines[0].words[0])


def cells_among(lines: Sequence[TextLine]) -> list[Closed]:
    """The cells among the lines; what stands before a cell without a sign is in its lines too."""
    cells: list[Closed] = []
    first = 0
    for at, line in enumerate(lines):
        if not line.words or line.level:
            first = at + 1
        elif line.words[-1].text == SIGN:
            if all(word.text != SIGN for word in line.words[:-1]):
                words = [lines[number].words for number in range(first, at)] + [line.words[:-1]]
                cells.append(Closed(first=first, last=at, lines=_cell_lines([part for part in words if part])))
            first = at + 1
    return cells


def _cell_lines(parts: Sequence[tuple[Word, ...]]) -> tuple[Line, ...]:
    """The lines of a cell: behind a first line of one word the statement goes on, however the next one begins
    (`British` / `Columbia has safe roads`, as the page's source had its line ends)."""
    torn = len(parts) > 1 and len(parts[0]) == 1 and parts[0][0].text.isalpha() and not is_bullet(parts[1][0])
    return tuple(Line(part, begins=False if torn and at == 1 else None) for at, part in enumerate(parts))


def may_head(text: str) -> bool:
    """Whether a text is short enough for the name of a column, and counts nothing."""
    words = text.split()
    if text in _COUNTS:
        return True
    if not 0 < len(words) <= _MOST_HEADER_WORDS or text[:1].islower() or words[0] in BULLETS:
        return False
    return _NUMBERED.match(text) is None and (len(words) == 1 or not text.endswith("."))


def is_sure(text: str) -> bool:
    """Whether a text surely says what a column holds."""
    role = header_role(text) if len(text.split()) <= _MOST_SURE_WORDS else None
    return role is not None and role.strength >= _SURE
