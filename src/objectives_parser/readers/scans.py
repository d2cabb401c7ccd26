"""The words that a recognizer (OCR) read in a page's picture, set as the page is printed.

Each word of a line is of another size there, stands a point or two too high or low, and its box ends before or behind
its last letter. A bullet is read as ``e``, ``¢``, ``°`` or ``*``, a ruling as ``|``. What follows has the words of one
row on one baseline, sizes by how high and how wide the words of a line are, and no signs that are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

import attrs

from objectives_parser.readers.glyphs import BULLETS
from objectives_parser.readers.printed import ASCENT, DESCENT, Print, Style

GLYPHLESS = "GlyphLessFont"  # Tesseract's font, whose letters have no shape and are all of one width
ROW = 0.25  # sizes: words whose feet differ by less stand on one line
APART = 2.0  # sizes: words further apart are not of one line
FEWEST_LETTERS = 8  # of a line whose width tells its size
ALIKE = 0.11  # lines whose sizes differ by less are set alike
DASHES = frozenset("-–—")  # between words they are text, alone the rest of a ruling
NOISE = re.compile(r"(?![-–—]$)[|_\\/—–~=‘’'`.,:;\[\](){}¦-]+")
RULED = re.compile(r"^[\\/_\[\](){}]?[|¦]+(?=\w)|(?<=[\w.,;])[|¦]+$")
# What a round or a square dot, a tick or an arrow is read as.
DOTS = frozenset("e¢°*«»©®@¥§·¤o0OQ+>¢€<#&=~")
LIKELY_DOTS = frozenset("e¢°*«»©®@¥§·¤")
SEVERAL_DOTS = re.compile(r"[“\"'‘’¢°*«»©®@¥§·¤+<>~=&#•]{2,3}")

# Words with letters as high as capitals, and with letters that go below the line.
TALL, DEEP = re.compile(r"[A-Zbdfhkl0-9]"), re.compile(r"[gjpqyQ,;()\[\]/|@_]")
CAPITAL = 1.4  # heights of a capital in a size
Heights = Callable[[Print], float]

NARROW, SLIM, WIDE, WIDEST = frozenset("ijlI.,:;'|!‘’"), frozenset('ftr()-/[]"“”*'), frozenset("mwMW%@—"), 0.85


def settled(prints: Sequence[Print], tall: Heights | None = None) -> tuple[Print, ...]:
    """The words of a page as they are printed: boxes to the words' ends, rows on one baseline, sizes by the line."""
    words = [item for item in map(_without_rulings, _reaching(prints)) if not NOISE.fullmatch(item.text)]
    runs = [run for run in _runs(words) if not all(item.text in DASHES for item in run)]
    if not runs:
        return ()
    sizes = _sizes(runs, tall)
    feet = _feet(runs, sizes)
    dots = _dots(runs)
    return tuple(_set(runs, sizes, feet, dots))


def _reaching(prints: Sequence[Print]) -> list[Print]:
    """The words with their whole width. Tesseract stretches each with the blank behind it to the width of the word
    alone, so that its letters end one letter early."""
    if not all(item.style.font == GLYPHLESS for item in prints) or not _ends_early(prints):
        return list(prints)
    return [item._replace(box=(*item.box[:2], item.box[2] + _letter(item), item.box[3])) for item in prints]


def _letter(item: Print) -> float:
    return (item.box[2] - item.box[0]) / len(item.text)


def _ends_early(prints: Sequence[Print]) -> bool:
    """Whether between two words of a line there is room for a letter and a blank."""
    gaps = [
        b.box[0] - a.box[2] - _letter(a) for a, b in pairwise(prints) if b.box[3] == a.box[3] and b.box[0] > a.box[2]
    ]
    return len(gaps) > 1 and median(gaps) > 0


def _without_rulings(item: Print) -> Print:
    text = RULED.sub("", item.text)
    return item if text == item.text else item._replace(text=text)


def _runs(words: Sequence[Print]) -> Iterator[list[Print]]:
    """The words that the layer has one after the other on one line."""
    run = list(words[:1])
    for before, item in pairwise(words):
        size = max(min(before.style.size, item.style.size), 1.0)
        gap = item.box[0] - before.box[2]
        if abs(item.box[3] - before.box[3]) < ROW * size and -0.5 * size < gap < APART * size:
            run.append(item)
        else:
            yield run
            run = [item]
    if run:
        yield run


def _width(text: str) -> float:
    """About how wide a word is in ems of a common type."""
    return sum(
        0.24
        if sign in NARROW
        else 0.34
        if sign in SLIM
        else WIDEST
        if sign in WIDE
        else 0.68
        if sign.isupper()
        else 0.5
        if sign in "ckszvxyJ"
        else 0.556
        for sign in text
    )


def _sizes(runs: Sequence[Sequence[Print]], tall: Heights | None) -> list[float]:
    """The size of each run: what its capitals' height tells, its width, or the layer; those that are nearly alike are
    the same."""
    wide = [_told(run) for run in runs]
    high = [_height(run, tall) for run in runs]
    both = [w / h for w, h in zip(wide, high, strict=True) if w and h]
    factor = median(both) if both else CAPITAL
    guesses = [_guess(h * factor, w, _stated(run)) for run, w, h in zip(runs, wide, high, strict=True)]
    weights: Counter[float] = Counter()
    for guess, run in zip(guesses, runs, strict=True):
        weights[round(guess, 1)] += sum(len(item.text) for item in run)
    kinds: list[float] = []
    for size, _ in weights.most_common():
        if not any(abs(size - kind) <= ALIKE * kind for kind in kinds):
            kinds.append(size)
    return [min(kinds, key=lambda kind: abs(kind - guess)) for guess in guesses]


def _guess(high: float, wide: float, stated: float) -> float:
    """The size that the best witness tells."""
    if not 0.7 * (wide or stated) < high < 1.4 * (wide or stated):
        return wide or stated
    return min(high, wide) if wide else high


def _height(run: Sequence[Print], tall: Heights | None) -> float:
    """How high the capitals and the tall letters of a run are; 0 where nothing tells."""
    if tall is None:
        return 0.0
    known = [height for item in run if TALL.search(item.text) and (height := tall(item))]
    return median(known) if known else 0.0


def _stated(run: Sequence[Print]) -> float:
    return median(item.style.size for item in run)


def _told(run: Sequence[Print]) -> float:
    """The size that a run's width tells; 0 of few letters."""
    letters = sum(len(item.text) for item in run)
    if letters < FEWEST_LETTERS:
        return 0.0
    ems = sum(_width(item.text) for item in run)
    size = sum(item.box[2] - item.box[0] for item in run) / ems
    stated = _stated(run)
    return size if 0.6 * stated < size < 1.6 * stated else 0.0


def _feet(runs: Sequence[Sequence[Print]], sizes: Sequence[float]) -> list[float]:
    """The baseline of each run; runs side by side that nearly share theirs have one."""
    feet = [median(_baseline(item) for item in run) for run in runs]
    order = sorted(range(len(runs)), key=feet.__getitem__)
    same: list[int] = []
    for at in [*order, -1]:
        if same and (at < 0 or feet[at] - feet[same[0]] > ROW * min(sizes[at], sizes[same[0]])):
            foot = median(feet[i] for i in same)
            for i in same:
                feet[i] = foot
            same = []
        same.append(at)
    return feet


def _baseline(item: Print) -> float:
    return item.box[3] if item.style.font == GLYPHLESS else item.box[3] - DESCENT * item.style.size


def _dots(runs: Sequence[Sequence[Print]]) -> set[int]:
    """The first words, by their identity, that stand for bullets."""
    heads = [run[0] for run in runs if run[0].text in DOTS | BULLETS or SEVERAL_DOTS.fullmatch(run[0].text)]
    likely = [item for item in heads if item.text not in DOTS - LIKELY_DOTS]
    return {
        id(item)
        for item in heads
        if item.text not in DOTS
        or item.text in LIKELY_DOTS
        or any(abs(item.box[0] - other.box[0]) < 4 for other in likely)
    }


def _set(
    runs: Sequence[Sequence[Print]], sizes: Sequence[float], feet: Sequence[float], dots: set[int]
) -> Iterator[Print]:
    styles: dict[tuple[int, float], Style] = {}
    for run, size, foot in zip(runs, sizes, feet, strict=True):
        for item in run:
            key = id(item.style), size
            style = styles.get(key) or styles.setdefault(key, attrs.evolve(item.style, size=size))
            box = (item.box[0], foot - ASCENT * size, item.box[2], foot + DESCENT * size)
            yield Print("•" if id(item) in dots else item.text, box, style, item.order)
