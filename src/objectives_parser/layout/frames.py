"""Frames: rectangles that four rulings draw around text, and those that a title on a ground of its own heads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from objectives_parser.document import BBox, Fill, Ruling

NEAR = 3.0
LEAST_UNDER = 12.0
"""A frame reaches so far below the ground of its title, at least."""
WHITE = "#ffffff"


def frames_of(rulings: Sequence[Ruling]) -> Iterator[BBox]:
    """The rectangles that four rulings draw."""
    level: dict[tuple[int, int], list[float]] = defaultdict(list)
    upright: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for rule in rulings:
        if rule.x1 - rule.x0 > rule.bottom - rule.top:
            level[round(rule.x0 / NEAR), round(rule.x1 / NEAR)].append(rule.top)
        else:
            upright[round(rule.x0 / NEAR)].append((rule.top, rule.bottom))
    for (left, right), heights in level.items():
        for top, bottom in pairwise(sorted(heights)):
            if all(_is_wall(upright[side], top, bottom) for side in (left, right)):
                yield left * NEAR, top, right * NEAR, bottom


def _is_wall(rules: Sequence[tuple[float, float]], top: float, bottom: float) -> bool:
    return any(abs(upper - top) < NEAR and abs(lower - bottom) < NEAR for upper, lower in rules)


def headed_frames(rulings: Sequence[Ruling], fills: Sequence[Fill]) -> Iterator[BBox]:
    """The frames whose title stands on a ground of its own at their top, from side to side: cards."""
    grounds: dict[tuple[int, int], list[BBox]] = defaultdict(list)
    for fill in fills:
        if fill.color != WHITE:
            grounds[_place(fill.bbox[0]), _place(fill.bbox[1])].append(fill.bbox)
    for frame in frames_of(rulings) if grounds else ():
        left, top = _place(frame[0]), _place(frame[1])
        near = (
            box for x in range(left - 1, left + 2) for y in range(top - 1, top + 2) for box in grounds.get((x, y), ())
        )
        if any(_heads(ground, frame) for ground in near):
            yield frame


def _place(at: float) -> int:
    """Where a coordinate stands on a grid so wide that what is near stands in the same place or beside it."""
    return int(at // NEAR)


def _heads(ground: BBox, frame: BBox) -> bool:
    return (
        abs(ground[0] - frame[0]) < NEAR
        and abs(ground[1] - frame[1]) < NEAR
        and abs(ground[2] - frame[2]) < NEAR
        and ground[3] < frame[3] - LEAST_UNDER
    )
