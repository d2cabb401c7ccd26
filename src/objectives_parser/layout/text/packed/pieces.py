"""Lines of text in pieces: where another cell may begin inside a line, as it does where short cells of one row were
written one behind the other (`May 2014 60% of staff say that the`, `Q4 2014-15 • Register published`)."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Line, Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.wrapping import is_bullet, starts_item

_CODE = regex.compile(r"(?:\p{Lu}{1,3}[-.]?)?\d{1,2}(?:\.\d{1,2}){1,3}[.):]?$|\p{Lu}{1,2}-?\d{1,2}[.):]?$")
_MOST_PIECES = 12
_LONGEST = 30
_BEFORE_DATES = frozenset(("by", "from", "end", "mid", "early", "late", "ongoing", "until", "before"))


def in_pieces(line: TextLine, *, labelled: bool = True) -> list[TextLine]:
    """The line cut before each word that may begin a cell; where no column is of labels, not behind the number or code
    of an item."""
    words = line.words
    if not 1 < len(words) <= _LONGEST:
        return [line]
    first = 1 if labelled or not (starts_item(line.line) or _CODE.match(words[0].text)) else 2
    cuts = [at for at in range(first, len(words)) if _may_begin(words[at - 1], words[at])]
    if len(cuts) >= _MOST_PIECES:
        return [line]
    return _cut_at(line, cuts)


def at_bullets(line: TextLine) -> list[TextLine]:
    """The line cut before each bullet inside it."""
    return _cut_at(
        line, [at for at, word in enumerate(line.words[:-1]) if at and is_bullet(word) and not word.text.isalpha()]
    )


def _cut_at(line: TextLine, cuts: Sequence[int]) -> list[TextLine]:
    words = line.words
    return [
        attrs.evolve(line, words=words[first:last]) for first, last in zip([0, *cuts], [*cuts, len(words)], strict=True)
    ]


def _may_begin(before: Word, word: Word) -> bool:
    if is_bullet(before):
        return False
    first = word.text[0]
    return first.isupper() or first.isdigit() or first in "£$€<>≥≤" or is_bullet(word) or word.text in _BEFORE_DATES


def whole_lines(pieces: Sequence[TextLine]) -> list[Line]:
    """The pieces as lines again."""
    lines: list[Line] = []
    number = None
    for piece in pieces:
        if piece.number == number:
            lines[-1] = Line((*lines[-1].words, *piece.words))
        else:
            lines.append(Line(piece.words))
        number = piece.number
    return lines
