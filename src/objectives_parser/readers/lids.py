"""Opaque areas and what they hide: a table pasted over another one, a box drawn over a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from objectives_parser.document import BBox, Ruling

# An opaque area: when it is painted, its box, and how many of the page's rulings were drawn before it.
Lid = tuple[int, BBox, int]

SLIVER = 0.5  # points: what is as narrow shows nothing of a word
INSET = 0.2  # of a word's height, at its top and at its foot, that need not be hidden
HALF_LINE = 0.6  # points from a ruling's middle to where a reader sees its edge


class Later:
    """The areas of a page's lids, asked for those painted after something. The words of a line stand at one height, so
    the areas there are kept from one word to the next: to try all areas for each word took 7 % of what Python does for
    a page of shaded tables."""

    def __init__(self, lids: Sequence[Lid]) -> None:
        self._orders = [order for order, _, _ in lids]
        self._areas = [area for _, area, _ in lids]
        self._line: tuple[int, float, float] | None = None
        self._there: list[BBox] = []

    def hide(self, box: BBox, order: int) -> bool:
        """Whether areas painted after ``order`` hide the whole of a word."""
        first = bisect_right(self._orders, order)
        _, top, _, bottom = box
        if (first, top, bottom) != self._line:
            self._line = first, top, bottom
            inset = INSET * (bottom - top)
            high, low = top + inset, bottom - inset
            self._there = [area for area in self._areas[first:] if area[1] < low and area[3] > high]
        return bool(self._there) and under_areas(box, self._there)


def under_areas(box: BBox, areas: Sequence[BBox]) -> bool:
    """Whether opaque areas were painted over the whole word: one, or those of two cells whose border runs through it.
    The areas are in the order in which they were painted."""
    left, top, right, bottom = box
    inset = INSET * (bottom - top)
    left, top, right, bottom = left + 1, top + inset, right - 1, bottom - inset
    over = [area for area in areas if area[0] < right and area[2] > left and area[1] < bottom and area[3] > top]
    return bool(over) and _covered((left, top, right, bottom), over)


def seen_rulings(rulings: Sequence[Ruling], lids: Sequence[Lid]) -> tuple[Ruling, ...]:
    """The rulings that no lids were painted over: the table under a table had its own. Those on a lid's border stay."""
    areas = [area for _, area, _ in lids]
    return tuple(line for at, line in enumerate(rulings) if not _covered(_stroke(line), areas[_after(at, lids) :]))


def _stroke(line: Ruling) -> BBox:
    return line.x0 - HALF_LINE, line.top - HALF_LINE, line.x1 + HALF_LINE, line.bottom + HALF_LINE


def _after(at: int, lids: Sequence[Lid]) -> int:
    """The first of the lids before which the ruling at this place was drawn."""
    return bisect_right(lids, at, key=lambda lid: lid[2])


def _covered(box: BBox, areas: Sequence[BBox]) -> bool:
    """Whether the areas together hide the whole box."""
    left, top, right, bottom = box
    seen = [box]
    for area in reversed(areas):
        x0, y0, x1, y1 = area
        if x0 < right and x1 > left and y0 < bottom and y1 > top:
            seen = [rest for part in seen for rest in _outside(part, area)]
            if not seen:
                return True
    return False


def _outside(box: BBox, lid: BBox) -> list[BBox]:
    """What a lid leaves to be seen of a box; slivers, as where two lids meet, show nothing."""
    left, top, right, bottom = box
    x0, y0, x1, y1 = max(left, lid[0]), max(top, lid[1]), min(right, lid[2]), min(bottom, lid[3])
    if x0 >= x1 or y0 >= y1:
        return [box]
    found = []
    if x0 - left > SLIVER:
        found.append((left, top, x0, bottom))
    if right - x1 > SLIVER:
        found.append((x1, top, right, bottom))
    if y0 - top > SLIVER:
        found.append((x0, top, x1, y0))
    if bottom - y1 > SLIVER:
        found.append((x0, y1, x1, bottom))
    return found
