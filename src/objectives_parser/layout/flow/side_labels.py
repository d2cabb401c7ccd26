"""Labels in the middle of the height of what they name: `Goal 1` in a coloured cell, two lines of a goal beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from objectives_parser.document import union
from objectives_parser.layout.boxes import BoxRow
from objectives_parser.layout.flow.strips import Strip

NAMED = re.compile(
    r"(?:(?:strategic|priority|key|specific|overall) )?"
    r"(?:goal|objective|strategy|priority|outcome|aim|theme|pillar|commitment|initiative|action)"
    r" (?:#|no\.? )?(?:[A-Z]|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2}(?:\.?[A-Za-z])?)[:.]?$",
    re.IGNORECASE,
)
MOST_WORDS = 4
FARTHEST = 14.0  # ems between a label and what it names
LEVEL = 0.4  # of a line's height, between the middles of the two
LEADING = 1.7  # ems from line to line
ALIGNED = 2.0


def side_labels(strips: Sequence[Strip]) -> list[BoxRow]:
    """The labels that stand level with the middle of several lines, each with these lines, as boxes side by side. A
    label on the first line of what it names needs no help."""
    found: list[BoxRow] = []
    for label in strips:
        if len(label.words) > MOST_WORDS or label.angle or not NAMED.match(label.text):
            continue
        block = _beside(label, strips)
        if len(block) > 1 and not _goes_on(label, block, strips):
            words = tuple(word for strip in block for word in strip.words)
            bbox = union(strip.bbox for strip in (label, *block))
            if bbox is not None:
                found.append(BoxRow(boxes=(label.words, words), bbox=bbox, lines=len(block)))
    return found


def _beside(label: Strip, strips: Sequence[Strip]) -> list[Strip]:
    """The lines to the right of a label whose middle is the label's."""
    right, reach = label.bbox[2], FARTHEST * label.size
    middle = _middle(label)
    near = [s for s in strips if right < s.bbox[0] < right + reach and not s.angle and s.marker is None]
    level = [s for s in near if s.bbox[1] - s.height <= middle <= s.bbox[3] + s.height]
    if not level:
        return []
    first = min(level, key=lambda s: s.bbox[0])
    lines = sorted((s for s in near if abs(s.bbox[0] - first.bbox[0]) < ALIGNED and _alike(s, first)), key=_middle)
    runs: list[list[Strip]] = []
    for line in lines:
        if runs and line.bbox[3] - runs[-1][-1].bbox[3] < LEADING * line.size:
            runs[-1].append(line)
        else:
            runs.append([line])
    for run in runs:
        centre = (run[0].bbox[1] + run[-1].bbox[3]) / 2
        if len(run) > 1 and abs(centre - middle) < LEVEL * first.height:
            return run
    return []


def _goes_on(label: Strip, block: Sequence[Strip], strips: Sequence[Strip]) -> bool:
    """Whether text stands over or under the label at the height of the lines beside it: the label is a line of a
    column, and they are lines of the next one."""
    top, bottom = block[0].bbox[1], block[-1].bbox[3]
    return any(
        top < _middle(other) < bottom and other.bbox[0] < label.bbox[2] and label.bbox[0] < other.bbox[2]
        for other in strips
        if other is not label
    )


def _middle(strip: Strip) -> float:
    return (strip.bbox[1] + strip.bbox[3]) / 2


def _alike(one: Strip, other: Strip) -> bool:
    return abs(one.size - other.size) < 0.3 and one.bold == other.bold and one.color == other.color
