"""A table whose header a page prints again over rows that leave columns empty, or fill them: its columns are those of
the page before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.heads import MOST_LINES, Head
from objectives_parser.layout.text.spaced.rivers import rivers
from objectives_parser.layout.text.spaced.rows import Row, x0, x1

Extent = tuple[int, int]


def places_as_before(head: Sequence[Row], rows: Sequence[Row], titles: Sequence[str]) -> list[float] | None:
    """The rivers of a page's part of a table, one between each two columns whose ``titles`` the page before has told;
    None where the header says something else."""
    extents = _extents([word for row in head for word in row.words], titles)
    if extents is None:
        return None
    named = [extent for extent in extents if extent is not None]
    found = rivers(rows, named)
    places: list[float] = []
    for left, right in pairwise(_filled(extents)):
        inside = [place for place in found if left[1] - 1 <= place <= right[0] + 1]
        places.append(inside[0] if inside else (left[1] + right[0]) / 2 - 0.5)
    return places if all(a < b for a, b in pairwise(places)) else None


def head_again(rows: Sequence[Row], at: int, titles: Sequence[str]) -> Head | None:
    """The header that begins with a row and says what an earlier one did, name by name, in whatever room."""
    said = Counter(word for title in titles for word in title.split())
    words: list[Word] = []
    for end in range(at, min(at + MOST_LINES, len(rows))) if len(titles) > 1 and all(titles) else ():
        if end > at and rows[end].blanks:
            break
        words += rows[end].words
        found = Counter(word.text.casefold() for word in words)
        if found - said:
            break
        if found == said:
            extents = _extents(words, titles)
            return Head(first=at, last=end, extents=tuple(_filled(extents)), sure=len(titles)) if extents else None
    return None


def _extents(words: Sequence[Word], titles: Sequence[str]) -> list[Extent | None] | None:
    """From where to where each title's words stand in a header; None where they are not its words in order."""
    words = sorted(words, key=lambda word: (x0(word), word.start))
    extents: list[Extent | None] = []
    at = 0
    for title in titles:
        wanted = title.split()
        part = words[at : at + len(wanted)]
        at += len(wanted)
        if Counter(wanted) != Counter(word.text.casefold() for word in part):
            return None
        extents.append((min(map(x0, part)), max(map(x1, part))) if part else None)
    return extents if at == len(words) else None


def _filled(extents: Sequence[Extent | None]) -> list[Extent]:
    """The extents, a column without a name taken to be empty and to stand right before the next one's name, or behind
    the last one's."""
    found: list[Extent] = []
    following = [extent for extent in extents if extent is not None]
    for extent in extents:
        if extent is not None:
            following.pop(0)
            found.append(extent)
        elif following:
            low = following[0][0] - 1
            found.append((low, low))
        else:
            high = found[-1][1] + 1
            found.append((high, high))
    return found
