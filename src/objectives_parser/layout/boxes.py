"""Boxes side by side, each on a ground of its own (cards, panels): one is read to its end before the next begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import BBox, Fill, Ruling, Table, Word
from objectives_parser.layout.frames import headed_frames

NARROWEST, LOWEST = 80.0, 30.0
"""A box is at least so wide and so high (points)."""
LEVEL = 6.0
"""The tops of boxes of one row differ by less than this."""
LEAST_ROOM, MOST_ROOM = 2.0, 60.0
"""The room between two boxes: cells of a table touch."""
APART = 8.0
"""Boxes with so much room between them are no cells that white borders part."""
TOUCHING = 2.0
"""A title's bar stands no further from its box."""
MOST_BOXES = 60
SAME = 0.8
"""A box that covers so much of the one around it is that one's ground, under an edge of another colour."""
FEWEST_WORDS = 4


@attrs.frozen(kw_only=True, eq=False)
class BoxRow:
    """Boxes side by side, from left to right: the words of each."""

    boxes: tuple[tuple[Word, ...], ...]
    bbox: BBox
    lines: int


def box_rows(
    fills: Sequence[Fill],
    words: Sequence[Word],
    tables: Sequence[Table],
    least_room: float = LEAST_ROOM,
    rulings: Sequence[Ruling] = (),
) -> list[BoxRow]:
    """The rows of boxes on a page, with so much room between them at least, those framed by ``rulings`` under a shaded
    title among them; what stands in a table is in no box."""
    taken = [table.bbox for table in tables if table.bbox is not None]
    grounds_of = (fill.bbox for fill in fills if fill.color != "#ffffff")
    large = {
        box: None
        for box in (*grounds_of, *headed_frames(rulings, fills))
        if box[2] - box[0] >= NARROWEST and _height(box) >= LOWEST and not any(_overlap(box, other) for other in taken)
    }
    if not 1 < len(large) <= MOST_BOXES:
        return []
    bars = [fill.bbox for fill in fills if fill.bbox[3] - fill.bbox[1] < LOWEST]
    grounds = {fill.bbox: fill.color for fill in fills}
    boxes = _under_heads([_with_bar(box, bars) for box in _outlines(list(large))], grounds)
    found = (_row_of(row, words, least_room) for row in _rows(boxes))
    return [row for row in found if row is not None]


def _with_bar(box: BBox, bars: Sequence[BBox]) -> BBox:
    """The box with the bar of its title right above it, on a ground of its own."""
    x0, top, x1, bottom = box
    upper = [bar[1] for bar in bars if abs(bar[0] - x0) < TOUCHING > abs(bar[2] - x1) and abs(bar[3] - top) < TOUCHING]
    return x0, min(upper, default=top), x1, bottom


def _under_heads(boxes: Sequence[BBox], grounds: Mapping[BBox, str | None]) -> list[BBox]:
    """The boxes, each with the box of its title on it, of another colour and less high (a goal on dark ground over
    what will be done for it)."""
    found: list[BBox] = []
    held: set[BBox] = set()
    for box in boxes:
        x0, top, x1, bottom = box
        heads = [
            head
            for head in boxes
            if abs(head[0] - x0) < TOUCHING > abs(head[2] - x1)
            and abs(head[3] - top) < TOUCHING
            and _height(head) < bottom - top
            and grounds.get(head) != grounds.get(box)
        ]
        held.update(heads)
        found.append((x0, heads[0][1], x1, bottom) if len(heads) == 1 else box)
    return [box for box in found if box not in held]


def _outlines(boxes: Sequence[BBox]) -> list[BBox]:
    """The boxes without those in others, and without frames around several."""
    frames = {
        box for box in boxes if sum(holds(box, other) and _area(other) < SAME * _area(box) for other in boxes) > 1
    }
    kept = [box for box in boxes if box not in frames]
    return [box for box in kept if not any(holds(other, box) for other in kept if other != box)]


def _rows(boxes: Sequence[BBox]) -> list[list[BBox]]:
    """Boxes whose tops are level, with room between them."""
    rows: list[list[BBox]] = []
    for box in sorted(boxes, key=lambda box: box[1]):
        if rows and box[1] - rows[-1][0][1] < LEVEL:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row) for row in rows if len(row) > 1]


def _row_of(row: Sequence[BBox], words: Sequence[Word], least_room: float) -> BoxRow | None:
    """A row with its words; None where boxes touch, stand far apart, are cut by words or hold next to none."""
    if not all(least_room <= right[0] - left[2] <= MOST_ROOM for left, right in pairwise(row)):
        return None
    if any(
        2 * min(_height(left), _height(right)) < max(_height(left), _height(right)) for left, right in pairwise(row)
    ):
        return None
    held = [tuple(word for word in words if _stands_in(word, box)) for box in row]
    tops = [{round(word.bbox[1]) for word in inside if word.bbox is not None} for inside in held]
    if any(len(inside) < FEWEST_WORDS or len(lines) < 2 for inside, lines in zip(held, tops, strict=True)):
        return None
    if not all(_within(word, box) for inside, box in zip(held, row, strict=True) for word in inside):
        return None
    x0s, upper, x1s, lower = zip(*row, strict=True)
    return BoxRow(boxes=tuple(held), bbox=(min(x0s), min(upper), max(x1s), max(lower)), lines=max(map(len, tops)))


def _stands_in(word: Word, box: BBox) -> bool:
    if word.bbox is None:
        return False
    x, y = (word.bbox[0] + word.bbox[2]) / 2, (word.bbox[1] + word.bbox[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _within(word: Word, box: BBox) -> bool:
    return word.bbox is not None and box[0] - 1 <= word.bbox[0] and word.bbox[2] <= box[2] + 1


def holds(outer: BBox, inner: BBox) -> bool:
    """Whether a box stands within another, a point more or less, and is not the same."""
    return (
        outer != inner
        and outer[0] <= inner[0] + 1
        and outer[1] <= inner[1] + 1
        and inner[2] <= outer[2] + 1
        and inner[3] <= outer[3] + 1
    )


def _overlap(one: BBox, other: BBox) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0 and down > 0


def _area(box: BBox) -> float:
    return (box[2] - box[0]) * _height(box)


def _height(box: BBox) -> float:
    return box[3] - box[1]
