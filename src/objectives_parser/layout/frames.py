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
    grounds = [fill.bbox for fill in fills if fill.color != WHITE]
    for frame in frames_of(rulings) if grounds else ():
        if any(_heads(ground, frame) for ground in grounds):
            yield frame


def _heads(ground: BBox, frame: BBox) -> bool:
    sides = (abs(a - b) for a, b in zip(ground[:3], frame[:3], strict=True))
    return all(apart < NEAR for apart in sides) and ground[3] < frame[3] - LEAST_UNDER
