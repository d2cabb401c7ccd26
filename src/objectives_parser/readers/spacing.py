"""White space that a text layer has where the page has none: hyphens set apart, letterspaced words.

Works on a page's words in the order of the layer, whichever reader found them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from objectives_parser.readers.printed import Print
from objectives_parser.readers.small_capitals import small_capitals_joined

HYPHENS = frozenset("-‐‑")
TOUCHING = 0.15  # ems
SPACED = 1.5  # ems: words further apart than this stand in different columns
FEWEST = 3  # lone letters of a letterspaced line
SHARE = 0.3  # of its words
WORD_GAP = 1.4  # times the gap between letters
NO_GAP = 0.03  # ems
TIGHT = 0.17  # ems: capitals nearer than this are letters of one word, however the layer parts them
ONE_WORD = 0.5  # ems: letters further apart than this are no letterspaced word


def closed_up(prints: list[Print]) -> list[Print]:
    """The words with hyphens back at their words' ends (``plan`` ``-`` → ``plan-``) and letterspaced words
    (``f i n d i n g``) as words."""
    lone = [item[0] for item in prints if len(item[0]) == 1]
    if any(map(str.isupper, lone)):
        prints = small_capitals_joined(prints)
        if any(_is_letter(text) and text.isupper() for text in lone):
            prints = _tightened(prints)
        lone = [item[0] for item in prints if len(item[0]) == 1]
    spaced = sum(map(_is_letter, lone)) >= FEWEST
    if not spaced and HYPHENS.isdisjoint(lone):
        return prints
    if spaced and any(item.style.angle for item in prints):
        prints = _upended(prints)
    closed: list[Print] = []
    for line in _lines(prints) if spaced else [prints]:
        letters = sum(_is_letter(item.text) for item in line) if spaced else 0
        if letters >= FEWEST and letters >= SHARE * len(line):
            line = _words(line)
        elif spaced:
            line = _closed(line)
        for item in line:
            hyphen = item.text in HYPHENS and closed and closed[-1].text[-1].isalnum()
            if hyphen and _beside(closed[-1], item, TOUCHING):
                closed[-1] = _joined([closed[-1], item])
            else:
                closed.append(item)
    return closed


def _tightened(prints: Sequence[Print]) -> list[Print]:
    """Pieces of capitals that stand nearer than words do, one of them a lone letter, as words: `THE` `M` `E` `I` of a
    letterspaced `THEME I`."""
    tight = [prints[0]]
    for item in prints[1:]:
        before = tight[-1]
        near = item.box[0] - before.box[2] < TIGHT * item.style.size
        if near and _are_capitals(before.text, item.text) and _beside(before, item, TIGHT):
            tight[-1] = _joined([before, item])
        else:
            tight.append(item)
    return tight


def _are_capitals(one: str, other: str) -> bool:
    """Whether two pieces are capitals only, one of them a lone letter."""
    text = one + other
    return (_is_letter(one) or _is_letter(other)) and text.isupper() and text.isalpha()


def _upended(prints: Iterable[Print]) -> list[Print]:
    """Words set upwards or downwards that a text layer has letter by letter (the narrow columns' heads) as words."""
    words: list[list[Print]] = []
    for item in prints:
        if words and _goes_on_upended(words[-1][-1], item):
            words[-1].append(item)
        else:
            words.append([item])
    return [_joined(word) if len(word) > 1 else word[0] for word in words]


def _goes_on_upended(a: Print, b: Print) -> bool:
    """Whether a piece of a word follows on another, both turned a quarter."""
    angle, size = a.style.angle, a.style.size
    if angle not in (90.0, -90.0) or b.style.angle != angle or abs(a.box[0] - b.box[0]) > TOUCHING * size:
        return False
    gap = a.box[1] - b.box[3] if angle > 0 else b.box[1] - a.box[3]
    return -TOUCHING * size < gap < TOUCHING * size


def _is_letter(text: str) -> bool:
    """Whether a text is one letter that is no word of its own."""
    return len(text) == 1 and text.isalpha() and text not in "aAI"


def _lines(prints: Iterable[Print]) -> Iterator[list[Print]]:
    """Words that stand side by side, line by line."""
    line: list[Print] = []
    for item in prints:
        if line and not _beside(line[-1], item, SPACED):
            yield line
            line = []
        line.append(item)
    yield line


def _beside(a: Print, b: Print, most: float) -> bool:
    """Whether a word stands right of another on its line, no further than ``most`` ems."""
    size = a.style.size
    if not -0.2 * size < b.box[0] - a.box[2] < most * size or a.style.angle:
        return False
    return abs(a.box[3] - b.box[3]) < 0.2 * size and abs(size - b.style.size) < 0.2 * size


def _words(line: list[Print]) -> list[Print]:
    """The pieces of a letterspaced line → words: gaps come in two sizes, between letters and between words; where
    there is one size alone, and it is small, the line is one word."""
    gaps = [b.box[0] - a.box[2] for a, b in pairwise(line)]
    ranked = sorted(gaps)
    floor = 0.05 * line[0].style.size
    jumps = [(max(b, floor) / max(a, floor), b) for a, b in pairwise(ranked)]
    jump, wide = max(jumps, default=(1.0, 0.0))
    if jump < WORD_GAP:
        wide = ranked[-1] + 1
        if ranked[-1] > ONE_WORD * line[0].style.size or len({item.text for item in line}) < 3:
            return line
    words = [[line[0]]]
    for gap, item in zip(gaps, line[1:], strict=True):
        if gap >= wide:
            words.append([item])
        else:
            words[-1].append(item)
    return [_joined(word) for word in words]


def _closed(line: list[Print]) -> list[Print]:
    """The line with signs that the layer sets apart, but the page without any room between them, as words: `P` `N` `-`
    `2.1` is `PN-2.1`."""
    closed = line[:1]
    for before, item in pairwise(line):
        gap = abs(item.box[0] - before.box[2])
        if (len(item.text) == 1 or len(before.text) == 1) and gap < NO_GAP * item.style.size:
            closed[-1] = _joined([closed[-1], item])
        else:
            closed.append(item)
    return closed


def _joined(prints: Sequence[Print]) -> Print:
    boxes = [item.box for item in prints]
    box = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    return Print("".join(item.text for item in prints), box, prints[0].style, prints[0].order)
