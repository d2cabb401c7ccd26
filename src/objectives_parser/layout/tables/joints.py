"""Rules drawn cell by cell: browsers and word processors draw the rule under a row as one piece a cell, so that the
places where pieces meet tell the columns of a table that has no vertical line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.document import Word
from objectives_parser.layout.tables.edges import Edge
from objectives_parser.layout.tables.gutters import TIGHT, Run, crossed, runs_of
from objectives_parser.layout.tables.lines import box_of

SAME = 2.0
"""Joints of two rules nearer than this stand under each other."""
LEAST_RULES = 2
LEAST_SHARE = 0.2
"""A column border is told by as many rules of a table, and by this share of those that have joints at all."""


def has_joints_of(rule: Edge, other: Edge) -> bool | None:
    """Are two rules parted at the same places, as two of one table? None where one is drawn in one piece."""
    if not rule.joints or not other.joints:
        return None
    fewer, more = sorted((rule.joints, other.joints), key=len)
    inside = [joint for joint in fewer if more is other.joints or other.low < joint < other.high]
    met = sum(any(abs(joint - one) < SAME for one in more) for joint in inside)
    return met * 2 > len(inside) if inside else None


def has_joint_at(place: float, rules: Sequence[Edge]) -> bool:
    """Is one of some rules parted at a place?"""
    return any(abs(joint - place) < SAME for rule in rules for joint in rule.joints)


def common_joints(rules: Sequence[Edge]) -> tuple[float, ...]:
    """The column borders that the rules of one table tell."""
    drawn = [rule.joints for rule in rules if rule.joints]
    if len(drawn) < LEAST_RULES:
        return ()
    found: list[float] = []
    for joint in sorted(joint for joints in drawn for joint in joints):
        if found and joint - found[-1] < 2 * SAME:
            continue
        met = sum(any(abs(joint - one) < SAME for one in joints) for joints in drawn)
        if met >= max(LEAST_RULES, LEAST_SHARE * len(drawn)):
            found.append(joint)
    return tuple(found)


def joint_edges(rows: Sequence[Sequence[Word]], joints: Sequence[float], top: float, bottom: float) -> list[Edge]:
    """The column borders inside one drawn row, line by line, left out where a line's text crosses them; in all lines
    where one crosses and none has a text on either side: then the other lines stand in other columns."""
    ys = [top, *((_foot(above) + _head(below)) / 2 for above, below in pairwise(rows)), bottom]
    lines = [runs_of(row, TIGHT) for row in rows]
    drawn = [place for place in joints if not _run_over(place, lines)]
    return [
        Edge(place, ys[at], ys[at + 1]) for place in drawn for at, line in enumerate(lines) if not crossed(line, place)
    ]


def _run_over(place: float, lines: Sequence[Sequence[Run]]) -> bool:
    """Does a line of a row run over a place, and none hold texts on either side of it?"""
    beside = [line for line in lines if line[0].low < place < line[-1].high]
    return bool(beside) and all(crossed(line, place) for line in beside)


def _foot(row: Sequence[Word]) -> float:
    return max([box_of(word)[3] for word in row])


def _head(row: Sequence[Word]) -> float:
    return min([box_of(word)[1] for word in row])
