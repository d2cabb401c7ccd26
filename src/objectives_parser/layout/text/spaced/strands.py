"""The lines of a text's columns."""

from __future__ import annotations

import attrs

from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.rows import x0, x1


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
