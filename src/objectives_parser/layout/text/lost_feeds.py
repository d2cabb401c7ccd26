"""Pages of a text whose form feeds were lost: their feet and heads stand amid the text, and numbers in them count on,
far behind the words beside them or far from the margin (`12          Plan of the Valley`, `Plan of the Valley    13`).

What a page carries is told by its place, so each such line is taken for the end of a page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import GRID_X, Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.roles import printed_label

_FEWEST_LINES = 60
_SHORTEST_PAGE = 8  # lines
_MOST_WORDS, _ROOM, _SET_IN = 12, 4, 20
_FEWEST, _FEWEST_NAMED = 3, 2
_TEN, _COUNTING = 10, 7
_DIGITS = regex.compile(r"\d+")
_NUMBER = regex.compile(r"[-–]?\d{1,4}(?:-\d{1,4})?[-–]?")


def with_lost_feeds(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines on the pages that they stood on, where their numbers tell."""
    if len(lines) < _FEWEST_LINES or lines[0].page != lines[-1].page:
        return tuple(lines)
    ends = _numbered_ends(lines)
    page, found = lines[0].page, []
    for at, line in enumerate(lines):
        found.append(attrs.evolve(line, page=page) if page != line.page else line)
        page += at in ends
    return tuple(found)


def _numbered_ends(lines: Sequence[TextLine]) -> frozenset[int]:
    """The positions of the lines that number pages: the same words, and a number that counts on by one or by two."""
    alike: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if _may_number(line):
            words = sorted(_DIGITS.sub("#", line.text.casefold()).split())
            alike[" ".join(words)].append((at, sum(map(int, _DIGITS.findall(line.text)))))
    ends: set[int] = set()
    for name, places in alike.items():
        fewest = _FEWEST_NAMED if any(map(str.isalpha, name)) else _FEWEST
        counting = sum(map(_counts_on, pairwise(places)))
        if counting >= fewest - 1 and _TEN * counting >= _COUNTING * (len(places) - 1):
            ends.update(at for at, _ in places)
    return frozenset(ends)


def _counts_on(two: tuple[tuple[int, int], tuple[int, int]]) -> bool:
    (first, number), (second, following) = two
    return second - first >= _SHORTEST_PAGE and 0 < following - number <= 2


def _may_number(line: TextLine) -> bool:
    """Whether a line is a number alone, far set in, or one with room between it and a few words."""
    words = line.words
    if not words or len(words) > _MOST_WORDS or line.level or line.tabs:
        return False
    if len(words) == 1:
        return line.indent >= _SET_IN and _NUMBER.fullmatch(words[0].text) is not None
    label = printed_label(line.text)
    if label is not None and label.kind == "word":
        return False
    rooms = [None, *(_room(before, after) for before, after in pairwise(words)), None]
    return any(
        _NUMBER.fullmatch(word.text) and all(room is None or room >= _ROOM for room in rooms[at : at + 2])
        for at, word in enumerate(words)
    )


def _room(before: Word, after: Word) -> float:
    """The blanks between two words."""
    return (after.bbox[0] - before.bbox[2]) / GRID_X if before.bbox and after.bbox else 0.0
