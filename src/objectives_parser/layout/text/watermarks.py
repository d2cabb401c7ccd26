"""What lies aslant over a page (`DRAFT`), which converters write letter by letter, a line each, amid its text.

who leads the work                                   T
and by when                                         F
                                                   A
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import attrs

from objectives_parser.document import Furniture
from objectives_parser.layout.text.lines import TextLine

_FEWEST, _BLANKS = 3, 2
_STEEPEST = 12
"""Characters by which one letter may stand beside the next."""


def without_watermarks(lines: tuple[TextLine, ...]) -> tuple[tuple[TextLine, ...], tuple[Furniture, ...]]:
    """The lines without the letters of what lies over their pages and the room that these made, and that as what the
    page carries."""
    taken: set[int] = set()
    marks: list[Furniture] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        letters = _slanted([line for line in page if _is_letter(line, lines)])
        if letters:
            marks.append(Furniture(lines=tuple(line.line for line in letters), kind="watermark"))
            taken.update(at for letter in letters for at in _with_room(letter, lines))
    kept = [line for line in lines if line.number not in taken]
    return tuple(attrs.evolve(line, number=at) for at, line in enumerate(kept)) if taken else lines, tuple(marks)


def _is_letter(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a line is one letter, which stands below room for its size."""
    if len(line.words) != 1 or len(line.words[0].text) != 1 or not line.words[0].text.isalpha() or not line.indent:
        return False
    above = lines[max(line.number - _BLANKS, 0) : line.number]
    return not any(other.words and other.page == line.page for other in above)


def _slanted(letters: Sequence[TextLine]) -> list[TextLine]:
    """The letters, if all step to the same side from line to line; none if they are too few."""
    steps = [below.indent - above.indent for above, below in pairwise(letters)]
    aslant = all(0 < step <= _STEEPEST for step in steps) or all(0 < -step <= _STEEPEST for step in steps)
    return list(letters) if len(letters) >= _FEWEST and aslant else []


def _with_room(letter: TextLine, lines: Sequence[TextLine]) -> Iterator[int]:
    """The numbers of a letter's line and of the empty ones over it on its page, but for one where something begins."""
    at = letter.number
    yield at
    below = lines[at + 1] if at + 1 < len(lines) else None
    kept = 1 if below is not None and below.words and not below.words[0].text[:1].islower() else 0
    while at and not lines[at - 1].words and lines[at - 1].page == letter.page:
        at -= 1
        if kept:
            kept = 0
        else:
            yield at
