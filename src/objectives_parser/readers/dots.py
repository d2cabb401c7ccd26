"""Bullets that a recognizer passed over: small round or square spots of ink before the first words of lines.

A line's first word has white space before it in the picture, but for one spot of a fraction of the letters' size; two
and more such spots stand one under the other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from objectives_parser.document import BBox
from objectives_parser.readers.printed import DESCENT, Print
from objectives_parser.readers.shades import cut, inked
from objectives_parser.readers.traces import SCALE

if TYPE_CHECKING:
    from PIL.Image import Image

BULLET = "•"
REACH, NEAREST = 2.4, 0.12  # sizes before a word that a bullet stands
OVER, UNDER = 0.85, 0.1  # sizes over and under the baseline that are looked at
LEAST, MOST = 0.14, 0.62  # sizes that a bullet is wide and high
SQUARE = 1.7  # times as wide as high, or as high as wide
LOWEST, HIGHEST = 0.12, 0.6  # sizes over the baseline that a bullet's middle is
ALIGNED = 2.5  # points
FEWEST = 2


def dotted(picture: Image, prints: Sequence[Print]) -> tuple[Print, ...]:
    """The words with bullets before those lines that have one in the picture."""
    spots = {at: spot for at in _heads(prints) if (spot := _spot(picture, prints[at])) is not None}
    lefts = sorted([spot[0] for spot in spots.values()] + [item.box[0] for item in prints if item.text == BULLET])
    found: list[Print] = []
    for at, item in enumerate(prints):
        spot = spots.get(at)
        if spot is not None and _between(lefts, spot[0] - ALIGNED, spot[0] + ALIGNED) >= FEWEST:
            found.append(Print(BULLET, (spot[0], item.box[1], spot[2], item.box[3]), item.style, item.order))
        found.append(item)
    return tuple(found)


def _heads(prints: Sequence[Print]) -> Iterator[int]:
    """The words with room for a bullet before them."""
    ends: dict[float, list[float]] = {}
    for item in prints:
        ends.setdefault(item.box[3], []).append(item.box[2])
    for row in ends.values():
        row.sort()
    for at, item in enumerate(prints):
        left = item.box[0]
        if item.text[0].isalnum() and not _between(ends[item.box[3]], left - REACH * item.style.size, left + 1):
            yield at


def _between(places: Sequence[float], low: float, high: float) -> int:
    """How many of some sorted places are between two."""
    return bisect_right(places, high) - bisect_left(places, low)


def _spot(picture: Image, item: Print) -> BBox | None:
    """The box of the one spot of ink before a word, if it is a bullet's."""
    size, foot = item.style.size, _foot(item)
    left, top = max(item.box[0] - REACH * size, 0.0), max(foot - OVER * size, 0.0)
    crop = cut(picture, (left, top, item.box[0] - NEAREST * size, foot + UNDER * size))
    ink = inked(crop)
    if ink is None or ink[0] == 0 or ink[1] == 0 or ink[2] == crop.width or ink[3] == crop.height:
        return None
    wide, high = (ink[2] - ink[0]) / SCALE, (ink[3] - ink[1]) / SCALE
    middle = foot - top - (ink[1] + ink[3]) / 2 / SCALE
    fits = LEAST * size <= min(wide, high) and max(wide, high) <= min(MOST * size, SQUARE * min(wide, high))
    if not fits or not LOWEST * size <= middle <= HIGHEST * size:
        return None
    return left + ink[0] / SCALE, top + ink[1] / SCALE, left + ink[2] / SCALE, top + ink[3] / SCALE


def _foot(item: Print) -> float:
    """The baseline of a word whose box is set from it."""
    return item.box[3] - DESCENT * item.style.size
