"""The lines of a text's columns."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Line, Word
from objectives_parser.layout.text.spaced.rows import is_marker, x0, x1
from objectives_parser.layout.wrapping import BULLETS, OPEN_ENDS, bare, is_bullet, is_closed, open_brackets

TITLED = 0.7
"""The share of a title's longer words that begin with capitals."""
LONG_WORD, FEW_WORDS = 4, 3
"""Letters of words that have capitals in titles (`for`, `and` have none), and how many of them tell a title."""
CODED = regex.compile(r"\d{1,2}(?:\.\d{1,2}){2,3}\.?")

CODE = regex.compile(r"\p{Lu}{1,3}\d{1,2}(?:\.\d{1,2}){1,2}[.:)]?")
"""`T1.2`, before what is done."""


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
    return int(CODE.fullmatch(first.text) is not None and words[1].text[0].isupper())


def glued_bullet(strand: Strand) -> bool:
    """`•Text` or `Text`: a bullet without room behind it."""
    first = strand.words[0].text
    return len(first) > 1 and first[0] in BULLETS and not first[0].isalnum() and first[0] not in "*-–—«»§"


def is_titled(strand: Strand) -> bool:
    """Whether the longer words of a line begin with capitals, as those of titles: `2. Keep Rivers Clean`."""
    words = [word.text for word in strand.words[marker_of(strand) :]]
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= TITLED * len(long)


def in_capitals(strand: Strand) -> bool:
    long = [word.text for word in strand.words if len(word.text) >= LONG_WORD and word.text.isalpha()]
    return len(long) >= FEW_WORDS and all(text[0].isupper() for text in long)


def is_in_caps(text: str) -> bool:
    """Whether the letters of a text, four at the least, are all capitals."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)


def first_letter(text: str) -> str:
    """The first sign that prints."""
    return next((char for char in text if char.isprintable()), text[0])


def open_ended(strand: Strand) -> bool:
    """Whether the line's last word wants another one."""
    text = strand.words[-1].text
    if text.endswith((":", ".", ";")):
        return False
    return text.endswith((",", "-", "–", "&", "/")) or bare(text) in OPEN_ENDS or open_brackets(strand.words)


def is_ended(strand: Strand) -> bool:
    return is_closed_strand(strand) or not open_ended(strand)


def is_closed_strand(strand: Strand) -> bool:
    return is_closed(Line(strand.words))


def is_lone_code(strand: Strand) -> bool:
    """`1.2.1` alone on its line: the number of what stands below."""
    return len(strand.words) == 1 and CODED.fullmatch(strand.words[0].text) is not None
