"""Rules that part rows beside a cell which spans them: they begin or end where the columns of the longer ones do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress

from objectives_parser.document import NOWHERE, BBox
from objectives_parser.layout.tables.edges import Edge
from objectives_parser.layout.tables.gutters import CROSSED, LOOSE, crossed, is_parted, runs_of
from objectives_parser.layout.tables.joints import SAME, has_joint_at
from objectives_parser.layout.tables.papers import Level
from objectives_parser.layout.tables.stack_ends import FLUSH, Row

REACH = 150.0
"""The head of a table stands no higher than this over the first rule."""
PADDING, LEAST_BEGUN, MOST_BEGUN = 12.0, 1, 0.5
"""A cell's text begins no further right of its rule; so many lines of several cells show it where no joint does, or
this share of them where texts stand beside the rule."""
INTO = 1.0
"""Points from a line's upper and lower end to a rule that it stands beside."""


def room_of(rules: Sequence[Edge]) -> BBox:
    """The room between the first and the last of some rules."""
    return min(rule.low for rule in rules), rules[0].at, max(rule.high for rule in rules), rules[-1].at


def rows_inside(rows: Sequence[Level], x0: float, top: float, x1: float, bottom: float) -> list[Row]:
    """The rows between two heights, without their words left or right of the strip."""
    found = []
    left, right = x0 - FLUSH, x1 + FLUSH
    for middle, row, first, last in rows:
        if not top <= middle < bottom or last < left or first > right:
            continue
        if left <= first and last <= right:
            found.append(row)
            continue
        boxes = [word.bbox or NOWHERE for word in row]
        inside = [left <= (x0 + x1) / 2 <= right for x0, _, x1, _ in boxes]
        if True in inside:
            found.append(list(compress(row, inside)))
    return found


def is_beside_span(rule: Edge, others: Sequence[Edge], rows: Sequence[Level]) -> bool:
    """Does a rule begin and end where longer ones do or are parted, or where the texts of a column begin? Then the
    cells beside it span the rows above and below."""
    longer = [other for other in others if _reaches_over(other, rule)]
    ends = {end for other in longer for end in _inner_ends(rule, other)}
    if any(other.joints for other in longer):
        return all(has_joint_at(end, longer) for end in ends)
    if not longer:
        return False
    low, top, high, bottom = room_of(sorted([rule, *others], key=lambda edge: edge.at))
    parted = [line for line in rows_inside(rows, low, top, high, bottom + REACH) if is_parted(line, LOOSE)]
    passed = _are_passed([rule, *(other for other in others if _is_alike(rule, other))], parted)
    return len(parted) >= LEAST_BEGUN and all(_part_at(end, parted, passed=passed) for end in ends)


def are_beside_spans(rules: Sequence[Edge], rows: Sequence[Level]) -> list[bool]:
    """Which rules of a table part rows beside a cell that spans them; those of one extent are asked once."""
    extents = {(rule.low, rule.high): rule for rule in rules}
    beside = {extent: is_beside_span(rule, rules, rows) for extent, rule in extents.items()}
    return [beside[rule.low, rule.high] for rule in rules]


def is_inside_cell(rule: Edge, others: Sequence[Edge]) -> bool:
    """Does a rule stand amid a cell, away from all joints of longer ones, although these are drawn cell by cell?"""
    longer = [other for other in others if other.joints and _reaches_over(other, rule)]
    places = [place for other in longer for place in (other.low, *other.joints, other.high)]
    return bool(longer) and all(min(abs(place - rule.low), abs(place - rule.high)) > FLUSH for place in places)


def _reaches_over(longer: Edge, rule: Edge) -> bool:
    around = longer.low < rule.low + SAME and rule.high < longer.high + SAME
    return around and longer.high - longer.low > rule.high - rule.low + FLUSH


def _inner_ends(rule: Edge, longer: Edge) -> list[float]:
    """The ends of a rule that are not a longer one's, too."""
    left = [rule.low] if rule.low > longer.low + SAME else []
    return [*left, rule.high] if rule.high < longer.high - SAME else left


def _is_alike(rule: Edge, other: Edge) -> bool:
    """Do two rules begin and end at the same places?"""
    return abs(rule.low - other.low) < SAME and abs(rule.high - other.high) < SAME


def _are_passed(rules: Sequence[Edge], lines: Sequence[Row]) -> bool:
    """Does a text stand at the own height of one of some rules, left or right of it? It is set in the middle of a cell
    that spans the rows over and under the rule."""
    rules = sorted(rules, key=lambda rule: rule.at)
    heights = [rule.at for rule in rules]
    for x0, top, x1, bottom in (word.bbox or NOWHERE for line in lines for word in line):
        beside = rules[bisect_right(heights, top + INTO) : bisect_left(heights, bottom - INTO)]
        if any(x1 < rule.low + FLUSH or x0 > rule.high - FLUSH for rule in beside):
            return True
    return False


def _part_at(place: float, lines: Sequence[Row], *, passed: bool) -> bool:
    """Does a text begin at a place in every line? Where cells are set in the middle of a span beside the rule, most
    lines that reach over the place hold such a text, and few cross it."""
    runs = [runs_of(line, LOOSE) for line in lines]
    begun = sum(any(0 <= run.low - place < PADDING for run in line) for line in runs)
    if begun == len(lines) or not passed:
        return begun == len(lines)
    beyond = [line for line in runs if line[-1].high > place]
    over = sum(crossed(line, place) for line in beyond)
    return begun >= MOST_BEGUN * len(beyond) and over <= CROSSED * len(beyond)
