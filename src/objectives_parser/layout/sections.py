"""Sections side by side: short headings in the left of two columns, under each of which both columns begin anew.

    Priority 1: Clean streets
    We will:                        How we will know
      sweep each street twice         Tons of litter
                                      Complaints
    Priority 2: Quiet nights
    We will:                        How we will know

Such a heading does not reach over the gutter, but paper is white beside it, and above it over both columns: what
stands right of the gutter down to the next one belongs to it, and is read before that.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import TypeAlias

from objectives_parser.document import BBox
from objectives_parser.layout.median import median

Head: TypeAlias = tuple[BBox, float]
"""A heading's box, and the white above it over both columns."""

LEAST_WHITE = 5.0  # points above a heading over both columns
ALIKE = 2.0  # points by which the headings' edges and heights may differ
AS_WHITE = 0.5  # of the most white above a heading
NEAR = 3.0  # heights of a heading down to what both columns begin with
LEVEL = 1.6  # heights by which one column may begin later than the other
LARGER = 1.1  # times as high as most lines are headings in larger type
FEWEST_LABELS, AS_MANY = 2, 1.5
SPARSE = 1.5  # heights of paper between two labels
FEWEST = 2  # such headings in small type where the first one stands over both columns


def section_tops(
    left: Sequence[BBox], right: Sequence[BBox], above: Sequence[BBox], bottom: float = math.inf
) -> list[float]:
    """Where the sections begin of two columns that stand side by side; none where they are not cut so. ``above`` has
    what stands over both columns; the gutter between them reaches down to ``bottom``."""
    lines, beside = sorted(left, key=lambda box: box[1]), sorted(right, key=lambda box: box[1])
    heads = [head for at in range(1, len(lines) - 1) if (head := _head(lines, at, beside)) is not None]
    heads = [head for head in heads if head[0][1] < bottom]
    if not heads:
        return []
    most, first = max(white for _, white in heads), heads[0][0]
    alike = [box for box, white in heads if white >= AS_WHITE * most and _alike(box, first)]
    titled = lines[0][3] - lines[0][1] > LARGER * (first[3] - first[1])  # a page's title over the first of them
    opening = list(takewhile(lambda line: not _is_beside(line, beside), lines[: 1 + titled]))
    opens = bool(opening) and _alike(opening[-1], first)
    large = first[3] - first[1] > LARGER * median([box[3] - box[1] for box in lines])
    under = any(_alike(box, first) for box in above) and (large or len(alike) >= FEWEST)
    return [box[1] for box in alike] if opens or under else []


def label_tops(left: Sequence[BBox], right: Sequence[BBox]) -> list[float]:
    """Where the second block and those after it begin, each with a label of one line beside its first line: `2027`,
    three lines, `2028`, two lines; none where the left column is more than such labels."""
    labels, lines = sorted(left, key=lambda box: box[1]), sorted(right, key=lambda box: box[1])
    if len(labels) < FEWEST_LABELS or len(lines) < AS_MANY * len(labels):
        return []
    if not all(_alike(label, labels[0]) for label in labels):
        return []
    height = min(labels[0][3] - labels[0][1], lines[0][3] - lines[0][1])
    if any(below[1] - above[3] < SPARSE * height for above, below in pairwise(labels)):
        return []
    firsts = [next((at for at, line in enumerate(lines) if _is_level(label, line)), None) for label in labels]
    starts = [at for at in firsts if at is not None]
    if len(starts) < len(labels) or starts[0] != 0:
        return []
    gaps = [below[1] - above[3] for above, below in pairwise(lines)]
    inside = [gap for at, gap in enumerate(gaps, start=1) if at not in starts]
    if not inside or min(gaps[at - 1] for at in starts[1:]) < max(inside) + LEAST_WHITE:
        return []
    return [min(label[1], lines[at][1]) for label, at in zip(labels[1:], starts[1:], strict=True)]


def _is_level(label: BBox, line: BBox) -> bool:
    """Whether two lines stand on one height, or nearly so, or a line beside a label in larger type (`1`)."""
    middle = (line[1] + line[3]) / 2
    return abs(label[1] + label[3] - 2 * middle) < line[3] - line[1] or label[1] < middle < label[3]


def _head(lines: Sequence[BBox], at: int, beside: Sequence[BBox]) -> Head | None:
    """The line of the left column as a heading over a section of both."""
    box = lines[at]
    height = box[3] - box[1]
    after = bisect_left(beside, box[1], key=lambda other: other[1])
    if not 0 < after < len(beside) or _is_beside(box, beside) or lines[at + 1][1] < box[3] - ALIKE:
        return None
    white = box[1] - max(lines[at - 1][3], beside[after - 1][3])
    under, below = beside[after][1], lines[at + 1][1]
    near = max(under, below) - box[3] < NEAR * height and abs(under - below) < LEVEL * height
    return (box, white) if near and white >= LEAST_WHITE else None


def _is_beside(box: BBox, others: Sequence[BBox]) -> bool:
    """Whether one of the boxes, which are in order, stands at the height of a box."""
    at = bisect_left(others, box[3] - ALIKE, key=lambda other: other[1])
    return any(other[3] > box[1] + ALIKE for other in others[max(0, at - 2) : at])


def _alike(box: BBox, other: BBox) -> bool:
    return abs(box[0] - other[0]) <= ALIKE and abs((box[3] - box[1]) - (other[3] - other[1])) <= ALIKE
