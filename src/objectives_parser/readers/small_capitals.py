"""Words in small capitals, which a program that has none in its font sets as large and smaller letters.

A text layer takes the step in size, or the room between the letters, for a space: `W` `ildfire` `plan`. Here such a run
is given back its words (`Wildfire` `plan`), each as tall as the run's capitals. Works on a page's words in the order of
the layer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from objectives_parser.readers.printed import Print

SMALLEST, LARGEST = 0.6, 0.88  # of the capitals' size
TOUCHING = 0.22  # ems of the small letters: nearer than words stand
LOOSE = 0.32  # ems: letterspaced pieces of one or two letters, which are no words
APART = 2.0  # ems: what stands further apart is of another column
WORD_GAP = 1.5  # times the gap between letters
LEVEL = 0.3  # ems of the capitals between the feet of large and small letters
LONGEST = 160  # signs of a run; what is longer is a text that begins with a large letter


def small_capitals_joined(prints: Sequence[Print]) -> list[Print]:
    """The words of a page, those in small capitals put together."""
    words: list[Print] = []
    at = 0
    while at < len(prints):
        end = _run_end(prints, at)
        run = prints[at:end]
        if len(run) > 1 and sum([len(item.text) for item in run]) <= LONGEST:
            for line in _lines(run):
                words.extend(_words(line, run[0], run[1].style.size))
        else:
            words.extend(run)
        at = end
    return words


def _run_end(prints: Sequence[Print], at: int) -> int:
    """Behind the run that begins at a large capital with smaller letters behind it; behind this word if none does."""
    if at + 1 == len(prints) or not _begins(prints[at], prints[at + 1]):
        return at + 1
    large, small = prints[at], prints[at + 1]
    end = at + 2
    while end < len(prints) and _goes_on(prints[end], large, small):
        end += 1
    return end


def _begins(capital: Print, item: Print) -> bool:
    """Whether a large capital begins a word that smaller letters of one case go on."""
    if len(capital[0]) != 1 or not capital[0].isupper() or not item.text[0].isalpha():
        return False
    large, small = capital.style, item.style
    if large.angle or small.angle or large.bold != small.bold or large.color != small.color:
        return False
    if not SMALLEST * large.size <= small.size <= LARGEST * large.size or not _one_case(item.text):
        return False
    gap = item.box[0] - capital.box[2]
    return -TOUCHING * small.size < gap < LOOSE * small.size and _level(capital, item)


def _level(large: Print, small: Print) -> bool:
    """Whether small letters stand on the ground of the large ones."""
    size = large.style.size
    return large.box[1] < small.box[1] and -0.1 * size < large.box[3] - small.box[3] < LEVEL * size


def _goes_on(item: Print, large: Print, small: Print) -> bool:
    """Whether a word may be of the run: small letters of the same case, or a capital, a figure or a sign."""
    style = item.style
    if style.bold != large.style.bold or style.color != large.style.color or style.angle:
        return False
    if style.size == small.style.size:
        return _one_case(item.text) and (item.text.islower() == small.text.islower() or not item.text.isalpha())
    return style.size == large.style.size and not any(map(str.islower, item.text))


def _one_case(text: str) -> bool:
    return not (any(map(str.islower, text)) and any(map(str.isupper, text)))


def _lines(run: Sequence[Print]) -> Iterator[list[Print]]:
    """The run's words that stand side by side."""
    line = [run[0]]
    for before, item in pairwise(run):
        gap = item.box[0] - before.box[2]
        level = min(before.box[3], item.box[3]) > max(before.box[1], item.box[1])
        if level and -0.5 * item.style.size < gap < APART * item.style.size:
            line.append(item)
        else:
            yield line
            line = [item]
    yield line


def _words(line: Sequence[Print], capital: Print, small: float) -> list[Print]:
    """The pieces of a line of small capitals as words, as tall as the capitals are."""
    gaps = [b.box[0] - a.box[2] for a, b in pairwise(line)]
    widest = _widest_in_words(gaps, [len(item.text) for item in line], small)
    words = [[line[0]]]
    for gap, item in zip(gaps, line[1:], strict=True):
        if gap <= widest:
            words[-1].append(item)
        else:
            words.append([item])
    rise, fall = _reach(line, capital)
    return [_word(word, capital, rise, fall) for word in words]


def _widest_in_words(gaps: Sequence[float], lengths: Sequence[int], small: float) -> float:
    """The widest gap inside words: gaps come in two sizes, between letters and between words. Where there is one size
    alone it tells by itself, and pieces of a letter or two are no words."""
    ranked = sorted(max(gap, 0.05 * small) for gap in gaps)
    jumps = [(b / a, a) for a, b in pairwise(ranked) if a < LOOSE * small]
    jump, below = max(jumps, default=(1.0, 0.0))
    if jump >= WORD_GAP:
        return below
    short = sum(lengths) <= 2 * len(lengths)
    widest = (LOOSE if short else TOUCHING) * small
    return widest if ranked and ranked[-1] < widest else -small


def _reach(line: Sequence[Print], capital: Print) -> tuple[float, float]:
    """How high and how low the line's boxes reach: as a capital's of the run would that stood on its ground."""
    for item in line:
        if item.style.size == capital.style.size:
            return item.box[1], item.box[3]
    size = capital.style.size
    ground = max(item.box[3] for item in line)
    fall = ground + 0.2 * size if len({item.box[3] for item in line}) > 1 else ground
    return fall - (capital.box[3] - capital.box[1]), fall


def _word(pieces: Sequence[Print], capital: Print, top: float, bottom: float) -> Print:
    box = (pieces[0].box[0], top, pieces[-1].box[2], bottom)
    return Print("".join([item.text for item in pieces]), box, capital.style, capital.order)
