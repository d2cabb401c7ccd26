"""White space that a text layer has where the page has none: hyphens set apart, letterspaced words.

Works on a page's words in the order of the layer, whichever reader found them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from objectives_parser.readers.printed import Print

HYPHENS = frozenset("-‐‑")
TOUCHING = 0.15  # ems
SPACED = 0.6  # ems: letters further apart than this are no letterspaced word
FEWEST = 5  # letters of a letterspaced line
WORD_GAP = 1.45  # times the usual gap


def closed_up(prints: Iterable[Print]) -> list[Print]:
    """The words with hyphens back at their words' ends (``plan`` ``-`` → ``plan-``) and letterspaced words
    (``f i n d i n g``) as words."""
    closed: list[Print] = []
    letters: list[Print] = []
    for item in prints:
        if len(item.text) <= 2:
            if letters and not _beside(letters[-1], item, SPACED):
                _close(letters, closed)
                letters = []
            letters.append(item)
            continue
        if letters:
            _close(letters, closed)
            letters = []
        closed.append(item)
    _close(letters, closed)
    return closed


def _close(letters: Sequence[Print], closed: list[Print]) -> None:
    """Add a run of short words that stand side by side."""
    if len(letters) >= FEWEST and _letterspaced(letters):
        closed.extend(_words(letters))
        return
    for item in letters:
        if item.text in HYPHENS and closed and closed[-1].text[-1].isalnum() and _beside(closed[-1], item, TOUCHING):
            closed[-1] = _joined([closed[-1], item])
        else:
            closed.append(item)


def _beside(a: Print, b: Print, most: float) -> bool:
    """Whether a word stands right of another on its line, no further than ``most`` ems."""
    size = a.style.size
    gap = b.box[0] - a.box[2]
    level = abs(a.box[3] - b.box[3]) < 0.2 * size and abs(size - b.style.size) < 0.2 * size
    return level and not a.style.angle and -0.2 * size < gap < most * size


def _letterspaced(letters: Sequence[Print]) -> bool:
    """Whether nearly all are single letters, none a mark or number."""
    single = sum(len(item.text) == 1 and item.text.isalpha() for item in letters)
    return single >= 0.75 * len(letters) and len({item.text for item in letters}) > 2


def _words(letters: Sequence[Print]) -> list[Print]:
    """Letters → words, cut at the wider gaps."""
    gaps = [b.box[0] - a.box[2] for a, b in pairwise(letters)]
    wide = WORD_GAP * max(median(gaps), 0.05 * letters[0].style.size)
    words = [[letters[0]]]
    for gap, item in zip(gaps, letters[1:], strict=True):
        if gap > wide:
            words.append([item])
        else:
            words[-1].append(item)
    return [_joined(word) for word in words]


def _joined(prints: Sequence[Print]) -> Print:
    boxes = [item.box for item in prints]
    box = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    return Print("".join(item.text for item in prints), box, prints[0].style)
