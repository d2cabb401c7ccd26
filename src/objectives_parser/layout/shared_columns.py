"""Tables with rules between their rows and none between their columns, over several pages: each page shows only some of
the rows, and what parts the columns there may be the white space of one short row. All rows together tell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from objectives_parser.document import Table
from objectives_parser.layout.going_on import FOOT, NEAR
from objectives_parser.layout.median import median
from objectives_parser.layout.tables import tables_on
from objectives_parser.layout.tables.beside_spans import room_of, rows_inside
from objectives_parser.layout.tables.edges import Edge
from objectives_parser.layout.tables.gutters import TIGHT, Run, crossed, gutters, runs_of
from objectives_parser.layout.tables.joints import common_joints
from objectives_parser.layout.tables.lattices import column_edges
from objectives_parser.layout.tables.papers import Paper, ToldColumns
from objectives_parser.layout.tables.ruled_rows import columns_of_rooms, rooms
from objectives_parser.layout.tables.stacks import bounding_rules

HEAD_ROOM = 60.0
"""A table's own head or first row may stand so high over its first rule."""
APART, FEWEST = 12.0, 3
"""Points between two borders, and the texts on either side of one that a single page tells."""
HARDLY = 0.03
"""So few of the lines may reach a little over a border."""
OverPages: TypeAlias = list[tuple[int, list[Edge]]]
"""The parts of one table: the place of the page among all, and the rules there."""


def with_shared_columns(pages: Sequence[tuple[Paper, tuple[Table, ...]]]) -> list[tuple[Paper, tuple[Table, ...]]]:
    """The pages with their tables; where the parts of one table were given other columns on one page than on another,
    they are laid out anew with those that all rows tell."""
    told: dict[int, list[ToldColumns]] = {}
    for parts in _over_pages([paper for paper, _ in pages]):
        places = _common_places([(pages[at][0], rules) for at, rules in parts])
        if not places or all(_has_columns(pages[at][1], rules, places) for at, rules in parts):
            continue
        for at, rules in parts:
            told.setdefault(at, []).append(ToldColumns(room_of(rules), places))
    return [_anew(paper, told[at]) if at in told else (paper, tables) for at, (paper, tables) in enumerate(pages)]


def _anew(paper: Paper, told: Sequence[ToldColumns]) -> tuple[Paper, tuple[Table, ...]]:
    anew = Paper(paper.page, told)
    return anew, tables_on(anew)


def _over_pages(papers: Sequence[Paper]) -> Iterator[OverPages]:
    """The tables whose rules go on at the head of the next page."""
    open_parts: OverPages = []
    for at, paper in enumerate(papers):
        found = bounding_rules(paper) if _may_share(papers, at) else []
        first = min(found, key=lambda rules: rules[0].at, default=None)
        last = max(found, key=lambda rules: rules[-1].at, default=None)
        if open_parts and first is not None and _is_at_head(first, paper) and _alike(open_parts[-1][1], first):
            open_parts.append((at, first))
            if first is last and _reaches_foot(first, paper):
                continue
        if len(open_parts) > 1:
            yield open_parts
        open_parts = [(at, last)] if last is not None and _reaches_foot(last, paper) else []
    if len(open_parts) > 1:
        yield open_parts


def _may_share(papers: Sequence[Paper], at: int) -> bool:
    """Can a table of rules alone go on from the page before, or to the next? Most pages need no closer look."""
    return (at > 0 and _may_go_on(papers[at - 1], papers[at])) or (
        at + 1 < len(papers) and _may_go_on(papers[at], papers[at + 1])
    )


def _may_go_on(paper: Paper, following: Paper) -> bool:
    upper, lower = paper.ruled[1], following.ruled[1]
    return len(upper) > 1 and len(lower) > 1 and _reaches_foot(upper, paper) and _is_at_head(lower, following)


def _alike(one: Sequence[Edge], other: Sequence[Edge]) -> bool:
    """Do the rules of two pages begin and end at the same places?"""
    (left, _, right, _), (low, _, high, _) = room_of(one), room_of(other)
    return abs(left - low) < NEAR and abs(right - high) < NEAR


def _is_at_head(rules: Sequence[Edge], paper: Paper) -> bool:
    """Does nothing stand over the rules but what may be the table's own first row?"""
    head = paper.levels[0][0] if paper.levels else rules[0].at
    return rules[0].at - head < HEAD_ROOM


def _reaches_foot(rules: Sequence[Edge], paper: Paper) -> bool:
    foot = rules[-1].at
    return foot > (1 - FOOT) * paper.page.height or all(level[0] <= foot for level in paper.levels[-1:])


def _common_places(parts: Sequence[tuple[Paper, Sequence[Edge]]]) -> tuple[float, ...]:
    """The column borders that the rows of all parts tell; none where the rules' joints tell them already."""
    if any(common_joints(rules) for _, rules in parts):
        return ()
    each = [rows_inside(paper.levels, *room_of(rules)) for paper, rules in parts]
    rows = [row for part in each for row in part]
    lines = [runs_of(row, TIGHT) for row in rows]
    places, own = gutters(rows), [gutters(part) for part in each]
    wider = columns_of_rooms([room for paper, rules in parts for room in rooms(rules, paper.levels)])
    places = wider if len(wider) > len(places) else places
    for place in sorted({place for some in own for place in some}):
        if places and min(abs(place - other) for other in places) > APART and _parts_all(place, places, lines):
            places = sorted([*places, place])
    return () if len(places) < median([len(some) for some in own]) else tuple(places)


def _parts_all(place: float, places: Sequence[float], lines: Sequence[Sequence[Run]]) -> bool:
    """Does a border that one page tells part texts of the others too, which the common borders leave together, and does
    hardly a line cross it?"""
    if sum(crossed(line, place) for line in lines) > HARDLY * len(lines):
        return False
    at = bisect_left(places, place)
    low, high = [float("-inf"), *places][at], [*places, float("inf")][at]
    inside = [[(run.low + run.high) / 2 for run in line if low < (run.low + run.high) / 2 < high] for line in lines]
    left = sum(any(middle < place for middle in line) for line in inside)
    right = sum(any(middle > place for middle in line) for line in inside)
    return min(left, right) >= FEWEST


def _has_columns(tables: Sequence[Table], rules: Sequence[Edge], places: Sequence[float]) -> bool:
    """Has the table between the rules these column borders already?"""
    _, top, _, bottom = room_of(rules)
    for table in tables:
        if table.bbox is not None and table.bbox[1] < bottom - NEAR and table.bbox[3] > top + NEAR:
            inner = column_edges(table)[1:-1]
            return len(inner) == len(places) and all(
                abs(edge - place) < 2 * NEAR for edge, place in zip(inner, places, strict=True)
            )
    return False
