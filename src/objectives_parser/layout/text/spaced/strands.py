"""The lines of a text's columns."""

from __future__ import annotations

import attrs

from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.rows import is_marker, x0, x1
from objectives_parser.layout.wrapping import BULLETS, is_bullet


@attrs.frozen(kw_only=True, eq=False)
class Strand:
    """One line of one column; ``blanks`` lines before it are empty in the column, ``hard`` of them in all columns."""

    words: tuple[Word, ...]
    y: int
    page: int
    blanks: int = 0
    hard: int = 0
    top: bool = False
    fresh: bool = False

    @property
    def low(self) -> int:
        return x0(self.words[0])

    @property
    def high(self) -> int:
        return x1(self.words[-1])

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def marker_of(strand: Strand) -> int:
    """The number of words of the list marker that the line begins with."""
    words = strand.words
    first = words[0]
    if len(words) < 2:
        return 1 if is_bullet(first) and first.text != "o" else 0
    if is_marker(first):
        return 1
    if first.text[0].isdigit() and "." in first.text.strip(".") and first.text.replace(".", "").isdecimal():
        return 1 if not first.text.split(".")[0].startswith(("19", "20")) and len(first.text) < 8 else 0
    return 0


def glued_bullet(strand: Strand) -> bool:
    """`•Text` or `Text`: a bullet without room behind it."""
    first = strand.words[0].text
    return len(first) > 1 and first[0] in BULLETS and not first[0].isalnum() and first[0] not in "*-–—«»§"
