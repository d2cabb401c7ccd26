"""Words → lines: words that stand on one baseline, left to right."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from objectives_parser.document import NOWHERE, BBox, Line, Word

TURNED = 10.0
"""A baseline turned by more degrees than this is no upright text."""


def box_of(word: Word) -> BBox:
    """The word's box; a word without one (which no page should hold) stands in the corner."""
    return word.bbox or NOWHERE


def lines_of(words: Iterable[Word]) -> tuple[Line, ...]:
    """Words in any order → lines from top to bottom.

    Superscripts and words of another size stay on their line.
    """
    words = list(words)
    if not words:
        return ()
    turned = [word for word in words if abs(word.angle) > TURNED]
    upright = [word for word in words if abs(word.angle) <= TURNED] if turned else words
    lines = tuple([Line(tuple(row)) for row in rows_of(upright)])
    return lines + turned_lines(turned) if turned else lines


def rows_of(words: list[Word]) -> list[list[Word]]:
    """Upright words → rows on one baseline each, top to bottom, words left to right.

    A word is on a row if their middles lie within half an em of the larger; boxes are no measure, they overlap where a
    font is tall or lines are set tight.
    """
    return _as_they_come(words) or _sorted_rows(words)


def _as_they_come(words: list[Word]) -> list[list[Word]] | None:
    """The rows of words that come in reading order, as those of one cell mostly do; None where they do not."""
    rows: list[list[Word]] = []
    middle = em = last = left = 0.0
    for word in words:
        x0, top, _, bottom = word.bbox or NOWHERE
        own = top + bottom
        size = word.size or em_of(word)
        beside = rows and own - middle < (size if size > em else em)  # twice the middles
        if rows and (own < last or (beside and x0 < left)):
            return None
        if not beside:
            rows.append([word])
            middle, em = own, size
        else:
            rows[-1].append(word)
            if size > em:
                middle, em = own, size
        last, left = own, x0
    return rows


def _sorted_rows(words: list[Word]) -> list[list[Word]]:
    boxes = [word.bbox or NOWHERE for word in words]
    lefts = [box[0] for box in boxes]
    middles = [box[1] + box[3] for box in boxes]
    rows: list[list[int]] = []
    middle = em = 0.0
    for number in sorted(range(len(words)), key=middles.__getitem__):
        own, size = middles[number], words[number].size or em_of(words[number])
        if rows and own - middle < (size if size > em else em):  # twice the middles
            if size > em:
                middle, em = own, size
            rows[-1].append(number)
            continue
        rows.append([number])
        middle, em = own, size
    for row in rows:
        row.sort()
        row.sort(key=lefts.__getitem__)
    return [[words[number] for number in row] for row in rows]


def turned_lines(words: list[Word]) -> tuple[Line, ...]:
    """Turned words → lines in the reader's order: a new line where one does not begin where the last ends."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.start):
        if lines and _goes_on(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(Line(tuple(line)) for line in lines)


def _goes_on(last: Word, word: Word) -> bool:
    if abs(last.angle - word.angle) > TURNED:
        return False
    before, after = box_of(last), box_of(word)
    if last.angle > 0:
        step = (after[0] - before[2], after[3] - before[1])
    else:
        step = (after[0] - (before[2] if last.angle > -80 else before[0]), after[1] - before[3])
    return math.hypot(*step) < 2 * em_of(last)


def em_of(word: Word) -> float:
    """The word's size in points; where the reader knows none, four fifths of its height."""
    if word.size:
        return word.size
    _, top, _, bottom = box_of(word)
    return 0.8 * (bottom - top)


def nearest(places: Sequence[float], at: float) -> int:
    """The number of the place, of places from left to right, that is nearest."""
    index = bisect_left(places, at)
    if index and (index == len(places) or at - places[index - 1] < places[index] - at):
        return index - 1
    return index
