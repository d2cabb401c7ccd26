"""Reading order: a page's strips and tables cut into columns and bands, recursively.

A gutter is a strip of paper that nothing crosses over several lines, with text on both its sides (after Breuel's white
space cover, 2002). What stands above and below the gutter's reach is read before and after its two sides, so that a
heading or box over two columns parts them, and a gap between paragraphs does not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

import attrs

from objectives_parser.document import BBox
from objectives_parser.layout.sections import label_tops, section_tops

T = TypeVar("T")

NARROWEST = 5.0  # points of white that part two columns
OVERHANG = 2.0  # points that a line may begin left of its column (an italic f)
HANGING = 16.0  # points that a heading may hang out of its column, over bulleted lists
SET_IN, SET_IN_BELOW = 36.0, 2.0  # points that a list is set in under its heading; heights that it stands below it
DEEPEST = 12
TALL = 5  # lines of a table or of boxes
LEAST_WHITE = 6.0  # points over a line that belongs to what follows
NEARER = 0.65  # times the white above it stands such a line over what it belongs to


@attrs.frozen(eq=False)
class Item(Generic[T]):
    """Something to be put in order: a strip or a table, with its box. ``weight`` is its number of text lines, nought
    for a lone list marker, which makes no column; ``listed`` says that it begins with a list marker."""

    content: T
    box: BBox
    weight: int = 1
    listed: bool = False
    middle: float = attrs.field(init=False)

    @middle.default
    def _middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


@attrs.frozen
class Gutter:
    """White paper between ``x0`` and ``x1`` that nothing crosses from ``top`` to ``bottom``."""

    x0: float
    x1: float
    top: float
    bottom: float
    strength: float


def columns(items: Sequence[Item[T]], depth: int = 0, hanging: float = HANGING) -> list[list[Item[T]]]:
    """The items in reading order, in groups that each stand in one column; a heading may be ``hanging`` out of it."""
    gutter = best_gutter(items, hanging) if len(items) > 2 and depth < DEEPEST else None
    if gutter is None:
        return [sorted(items, key=lambda item: (item.box[1], item.box[0]))] if items else []
    above = [item for item in items if item.middle < gutter.top]
    below = [item for item in items if item.middle > gutter.bottom]
    between = [item for item in items if gutter.top <= item.middle <= gutter.bottom]
    left = [item for item in between if item.box[0] + item.box[2] < gutter.x0 + gutter.x1]
    right = [item for item in between if item.box[0] + item.box[2] >= gutter.x0 + gutter.x1]
    heads = _heads_below(left, right, below)
    if heads:
        left, below = left[: -len(heads)], [*heads, *below]
    beside = [item for item in below if item.box[0] >= gutter.x0]
    under = [item for item in below if item.box[0] < gutter.x0]
    sides = [*left, *under], [*right, *beside], above
    first, second, over = ([item.box for item in part] for part in sides)
    tops = section_tops(first, second, over, gutter.bottom)
    groups: list[list[Item[T]]] = []
    sections: Sequence[list[Item[T]]] = (left, right, below)
    if tops:
        sections = _sections([*left, *right, *below], tops)
    elif not below and (labels := label_tops(first, second)):
        pairs = zip(_sections(left, labels), _sections(right, labels), strict=True)
        sections = [side for pair in pairs for side in pair]
    for part in (above, *sections):
        if len(part) < len(items):
            groups.extend(columns(part, depth + 1, hanging))
    return groups


def _sections(items: Sequence[Item[T]], tops: Sequence[float]) -> list[list[Item[T]]]:
    """The items of two columns, those of each section by themselves."""
    parts: list[list[Item[T]]] = [[] for _ in range(len(tops) + 1)]
    for item in items:
        parts[bisect_right(tops, item.middle)].append(item)
    return parts


def _heads_below(left: list[Item[T]], right: Sequence[Item[T]], below: Sequence[Item[T]]) -> list[Item[T]]:
    """The short lines at the foot of the left column (sorted on the way) that stand below all of the right one and
    belong to what crosses both: `Priority 2` right over the next title, with white above it."""
    if not below or len(left) < 2:
        return []
    left.sort(key=lambda item: item.box[3])
    head, foot, title = left[-1], _bottom(right), min(below, key=lambda item: item.box[1])
    above = max(item.box[3] for item in left[:-1])
    white = head.box[1] - above
    lone = head.box[1] >= foot - OVERHANG and head.weight <= 1 and white >= LEAST_WHITE
    return [head] if lone and title.box[1] - head.box[3] < NEARER * white else []


def best_gutter(items: Sequence[Item[T]], hanging: float = HANGING) -> Gutter | None:
    """The gutter with the most text on both its sides."""
    first = min(item.box[2] for item in items) + OVERHANG
    starts = (x for x in _starts(items) if x >= first)
    by_middle = sorted(items, key=_middle_of)
    found = [gutter for x in starts if (gutter := _gutter_before(x, by_middle, hanging)) is not None]
    return max(found, key=lambda g: (g.strength, g.x1 - g.x0), default=None)


def _starts(items: Iterable[Item[T]]) -> list[float]:
    """Left edges that several items share, of a table, or of a heading over one bulleted line: where columns may
    begin."""
    counts: dict[int, list[Item[T]]] = {}
    for item in items:
        counts.setdefault(round(item.box[0] / 3), []).append(item)
    shared = [min(item.box[0] for item in alike) for alike in counts.values() if len(alike) >= 2]
    lone = [alike[0] for alike in counts.values() if len(alike) == 1]
    firsts = [min(alike, key=lambda item: item.box[1]) for alike in counts.values() if len(alike) >= 2]
    return [*shared, *(item.box[0] for item in lone if _is_tall(item) or _heads(item, lone) or _is_over(item, firsts))]


def _is_tall(item: Item[T]) -> bool:
    """Whether an item alone makes a column: a table beside the text of the other one."""
    return item.weight >= TALL


def _heads(head: Item[T], lone: Sequence[Item[T]]) -> bool:
    """Whether one other item, of a list, begins right below an item and a little right of it."""
    left, _, _, bottom = head.box
    height = bottom - head.box[1]
    return any(
        other.listed and 0 < other.box[0] - left <= HANGING and -OVERHANG <= other.box[1] - bottom < 2 * height
        for other in lone
    )


def _is_over(head: Item[T], firsts: Iterable[Item[T]]) -> bool:
    """Whether the first of several lines that begin alike stands below an item and further in."""
    left, top, _, bottom = head.box
    near = SET_IN_BELOW * (bottom - top)
    return any(HANGING < item.box[0] - left <= SET_IN and 0 <= item.box[1] - bottom < near for item in firsts)


def _gutter_before(x: float, items: Sequence[Item[T]], hanging: float) -> Gutter | None:
    """The white space left of a column that begins at ``x``, as far up and down as nothing crosses it. The items are in
    the order of their middles."""
    x0, x1 = x - NARROWEST, x - hanging
    crossing = [item for item in items if item.box[0] < x1 and item.box[2] > x0]
    near = [item for item in crossing if item.box[0] >= x - SET_IN]
    if near:
        firsts = [item for item in items if abs(item.box[0] - x) <= OVERHANG]
        over = {item for item in near if _is_over(item, firsts)}
        crossing = [item for item in crossing if item not in over]
    best: Gutter | None = None
    for top, bottom in _free(crossing, items):
        gutter = _flanked(x, top, bottom, items, hanging)
        if gutter is not None and (best is None or gutter.strength > best.strength):
            best = gutter
    return best


def _free(crossing: Sequence[Item[T]], items: Sequence[Item[T]]) -> list[tuple[float, float]]:
    """The stretches from top to bottom that no crossing item blocks."""
    at = min([item.box[1] for item in items]) - 1
    end = max([item.box[3] for item in items]) + 1
    free = []
    for item in sorted(crossing, key=lambda item: item.box[1]):
        if item.box[1] > at:
            free.append((at, item.box[1]))
        at = max(at, item.box[3])
    if end > at:
        free.append((at, end))
    return free


def _middle_of(item: Item[T]) -> float:
    return item.middle


def _flanked(x: float, top: float, bottom: float, items: Sequence[Item[T]], hanging: float) -> Gutter | None:
    """The gutter, if there is text enough on both its sides at the same heights."""
    inside = items[bisect_left(items, top, key=_middle_of) : bisect_right(items, bottom, key=_middle_of)]
    left = [item for item in inside if item.box[2] <= x - OVERHANG]
    right = [item for item in inside if item.box[0] >= x - hanging and item.box[2] > x]
    if not left or not right:
        return None
    wide = x - max([item.box[2] for item in left])
    if wide < NARROWEST:
        return None
    low, high = max(_top(left), _top(right)) - 2, min(_bottom(left), _bottom(right)) + 2
    beside = (
        sum([i.weight for i in left if low <= i.middle <= high]),
        sum([i.weight for i in right if low <= i.middle <= high]),
    )
    lines = sum([i.weight for i in left]), sum([i.weight for i in right])
    if min(beside) < 1 or min(lines) < 2:
        return None
    return Gutter(x - wide, x, top, bottom, min(beside) + 0.1 * min(lines) + min(wide, 40.0) / 200)


def _top(items: Sequence[Item[T]]) -> float:
    return min([item.box[1] for item in items])


def _bottom(items: Sequence[Item[T]]) -> float:
    return max([item.box[3] for item in items])
