"""Ghosts: a line that a recogniser of scanned pages read twice, once in garbled letters.

`responsible to all ministers for the running` / `Tresponsible to all millisters for the furning` is one printed line.
A ghost repeats the whole of its neighbour, its beginning or its end, nearly letter by letter; of the two readings the
longer one stays, or, where they are as long, the one whose words the document uses elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.document import Line

_LEAST = 18  # letters: shorter lines repeat by chance (`Quarterly`, `Annual report`)
_ALIKE = 0.8


def ghosts_among(lines: Sequence[Line], known: Counter[str]) -> frozenset[int]:
    """The positions of ghosts among the lines of one column, top to bottom. ``known`` counts the document's words."""
    found: set[int] = set()
    for at in range(len(lines) - 1):
        if at in found:
            continue
        one, other = lines[at], lines[at + 1]
        if repeats(one.text, other.text):
            found.add(at if _worse(one, other, known) else at + 1)
    return frozenset(found)


def repeats(one: str, other: str) -> bool:
    """Whether two neighbouring lines read the same print: the shorter is, nearly, the longer's whole, head or tail."""
    short, long = sorted((_letters(one), _letters(other)), key=len)
    if len(short) < _LEAST or not _share_pairs(short, long):
        return False
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    if Levenshtein.normalized_similarity(short, long) >= _ALIKE:
        return _garbled(one, other)
    head, tail = long[: len(short)], long[-len(short) :]
    if short == head:
        return False  # `Number of staff trained` / `Number of staff trained in first aid`: two statements of a kind
    if short == tail:
        return min((one, other), key=len)[:1].islower()
    return max(fuzz.ratio(short, head), fuzz.ratio(short, tail)) >= 100 * _ALIKE


def _share_pairs(short: str, long: str) -> bool:
    """Whether the shorter reading has so many pairs of neighbouring letters of the longer one as it must have if a
    fifth of its letters is garbled: each garbled letter spoils three pairs at most. Neighbouring lines hardly ever do,
    and most documents need not load rapidfuzz."""
    least = (3 * _ALIKE - 2) * len(short) - 2
    pairs = set(pairwise(long))
    if sum([pair in pairs for pair in pairwise(short)]) < least:  # as few as they are, none taken twice
        return False
    shared = Counter(pairwise(short)) & Counter(pairwise(long))
    return shared.total() >= least


def _garbled(one: str, other: str) -> bool:
    """Lines of a kind (`Number of cases opened` / `Number of cases closed`, `by 2014` / `by 2015`) differ by a whole
    word or a number; a ghost differs by letters inside words."""
    from rapidfuzz.distance import Levenshtein

    words, others = one.split(), other.split()
    if len(words) != len(others):
        return True
    different = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    # `Parks and Recreation` in two rows, letter by letter: the same lead twice, for a ghost is garbled.
    return bool(different) and all(
        Levenshtein.normalized_similarity(a, b) >= 0.5 and not any(map(str.isdigit, a + b)) for a, b in different
    )


def _worse(one: Line, other: Line, known: Counter[str]) -> bool:
    """Whether ``one`` is the ghost of ``other``."""
    lengths = len(_letters(one.text)), len(_letters(other.text))
    if max(lengths) > 1.25 * min(lengths):
        return lengths[0] < lengths[1]
    return _strangeness(one, known) > _strangeness(other, known)


def _strangeness(line: Line, known: Counter[str]) -> float:
    """The share of the line's words that stand nowhere else in the document."""
    tokens = [word.text.strip(".,;:()").casefold() for word in line.words]
    return sum(known[token] <= 1 for token in tokens) / max(1, len(tokens))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
