"""Horizontal rulings that nothing crosses → the tables that stand between them: a rule under the head, one at the foot,
some between rows, and no vertical line at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

from objectives_parser.document import BBox
from objectives_parser.layout.median import median
from objectives_parser.layout.tables.beside_spans import REACH, are_beside_spans, room_of, rows_inside
from objectives_parser.layout.tables.edges import Edge, Edges, overlap
from objectives_parser.layout.tables.gutters import LOOSE, gutters, is_parted
from objectives_parser.layout.tables.joints import common_joints
from objectives_parser.layout.tables.papers import Level, Paper
from objectives_parser.layout.tables.pile_cuts import cut_at_captions
from objectives_parser.layout.tables.rowing import has_figures, is_contents
from objectives_parser.layout.tables.rule_piles import piles_of
from objectives_parser.layout.tables.ruled_rows import DOUBLE, columns_of_rooms, rooms
from objectives_parser.layout.tables.stack_ends import FLUSH, Row, columns_at, foot_of, head_over, reach_of, top_of
from objectives_parser.layout.tables.text_rows import TextRow, text_rows

WIDEST_PROSE = 30
"""Lines of more characters than this in two columns are prose between a head rule and a foot rule."""
SURE = 5
"""Prose does not stand between as many rules as this."""
LONGEST = 2_000.0
FLOOR = 1e9
"""No table begins below."""
OVER, RULED = 0.2, 4
"""A rule over less of a pile's width than this share is none of a table; as many rules as this part rows."""


def stacks(
    lone: Sequence[Edge],
    paper: Paper,
    apart_from: Sequence[BBox] = (),
    *,
    headed: bool = False,
    floor: float = FLOOR,
) -> Iterator[Edges]:
    """Rules that stand alone on a page → the edges of each table between such rules, where no box stands already.
    ``headed`` says that the first rule is the upper side of a shaded head: nothing over it belongs to its table;
    ``floor`` is where another such head begins."""
    top = min([edge.at for edge in lone], default=0.0)
    for part, over, end in _bounded(lone, paper.levels, floor):
        shaded = headed and part[0].at == top and not _is_headed_above(part, paper.levels)
        ceiling = part[0].at if shaded else over
        taken = any(overlap(room_of(part), box) for box in apart_from)
        edges = None if taken else _table_edges(part, paper, (ceiling, end))
        if edges is not None:
            yield edges


def bounding_rules(paper: Paper) -> list[list[Edge]]:
    """The page's horizontal rules that no vertical one touches, a list for each table that they may bound."""
    return [part for part, _, _ in _bounded(paper.ruled[1], paper.levels, FLOOR)]


def _bounded(lone: Sequence[Edge], rows: Sequence[Level], floor: float) -> Iterator[tuple[list[Edge], float, float]]:
    """The rules of each table, and between which heights it lies."""
    if len(lone) < 2:
        return
    for rules in piles_of(lone, rows):
        parts = list(cut_at_captions(rules, rows))
        for at, (part, over) in enumerate(parts, 1):
            yield part, over, parts[at][0][0].at if at < len(parts) else floor


def _is_headed_above(rules: Sequence[Edge], rows: Sequence[Level]) -> bool:
    """Do names of columns in bold stand right over the first rule, and none below it? Then the shade below is that of a
    row."""
    low, top, high, bottom = room_of(rules)
    head = head_over(rows_inside(rows, low, top - REACH, high, top), top)
    first = rows_inside(rows, low, top, high, bottom)[:1]
    bold = all(word.bold for row in head for word in row)
    return bool(head and first) and bold and not all(word.bold for word in first[0])


def _is_ruled_table(head: Sequence[Row], first: Edge, paper: Paper) -> bool:
    """Are what seems to be the lines of a head the rows of another table, with its own rules between them?"""
    rules, top = paper.once(_heights), top_of(head[-1])
    between = rules[bisect_left(rules, (top,)) : bisect_left(rules, (first.at - DOUBLE,))]
    over = [
        at for at, low, high in between if min(high, first.high) - max(low, first.low) > OVER * (first.high - first.low)
    ]
    return sum(after - before > DOUBLE for before, after in pairwise([top - DOUBLE, *over])) >= RULED


def _heights(paper: Paper) -> list[tuple[float, float, float]]:
    """The horizontal rules of a page from top to bottom: where they stand, begin and end."""
    level = (rule for rule in paper.page.rulings if rule.bottom - rule.top <= 1.0 < rule.x1 - rule.x0)
    return sorted((rule.top, rule.x0, rule.x1) for rule in level)


def _table_edges(rules: Sequence[Edge], paper: Paper, between: tuple[float, float]) -> Edges | None:
    """The edges of the table that some rules bound, which reaches over no other of its pile."""
    rows, (ceiling, floor) = paper.levels, between
    low, top, high, bottom = room_of(rules)
    inside = rows_inside(rows, low, top, high, bottom)
    head = head_over(rows_inside(rows, low, top - REACH, high, top), top)
    beside = list(compress(rules, are_beside_spans(rules, rows)))
    told = paper.told_columns((low, top, high, bottom))
    joints = told or common_joints(rules) or _begun_beside(beside, low)
    places = list(told) or gutters([*head, *inside]) or list(joints)
    if not joints and len(wider := columns_of_rooms([head, *rooms(rules, rows)])) > len(places):
        joints, places = tuple(wider), wider
    if not places or not inside:
        return None
    if not told and _is_none(text_rows(inside, places), text_rows([*head, *inside], places), rules, len(places) + 1):
        return None
    size = median([row[0].size for row in inside])
    columns = columns_at([*head, *inside], places, low, high)
    over = rows_inside(rows, low, max(top - LONGEST, ceiling), high, top)[::-1]
    head = reach_of(over, top, columns, size, begun=rules[0] in beside and rules[0].low > low + FLUSH)
    across = list(rules)
    if head and not _is_ruled_table(head, rules[0], paper):
        across.insert(0, Edge(top_of(head[-1]) - 1, low, high))
    tail = reach_of(rows_inside(rows, low, bottom, high, min(bottom + LONGEST, floor)), bottom, columns, size)
    if tail and is_parted(tail[0], LOOSE) and not _heads_next(tail[0], inside[-1], bottom):
        across.append(Edge(foot_of(tail[-1]) + 1, low, high))
    return Edges(across=tuple(across), down=(), joints=joints)


def _begun_beside(beside: Sequence[Edge], low: float) -> tuple[float, ...]:
    """Where the rules begin that stand beside a cell which spans rows."""
    return tuple(sorted({round(rule.low, 1) for rule in beside if rule.low > low + FLUSH}))


def _is_none(inside: Sequence[TextRow], whole: Sequence[TextRow], rules: Sequence[Edge], columns: int) -> bool:
    """Do prose or a table of contents stand between the rules, and no table?"""
    prose = len(rules) < SURE and not has_figures(inside) and _is_prose(inside)
    return (prose and not _is_headed(whole, columns)) or is_contents(inside, columns)


def _heads_next(row: Row, last: Row, bottom: float) -> bool:
    """Does a line in bold stand apart below a table whose last line is not in bold? Then it heads the next one."""
    apart = top_of(row) - bottom > foot_of(row) - top_of(row)
    return apart and all(word.bold for word in row) and not all(word.bold for word in last)


def _is_prose(rows: Sequence[TextRow]) -> bool:
    lengths: dict[int, list[int]] = {}
    for row in rows:
        for column, text in row.texts.items():
            lengths.setdefault(column, []).append(len(text))
    return sum(1 for column in lengths.values() if median(column) > WIDEST_PROSE and len(column) > 5) > 1


def _is_headed(rows: Sequence[TextRow], columns: int) -> bool:
    """Do names that plans give to columns stand in bold over all columns, and rows in plain type below?"""
    head = next((at for at, row in enumerate(rows) if len(row.texts) > 1), len(rows))
    if head + 1 >= len(rows) or not rows[head].bold or rows[head + 1].bold or len(rows[head].texts) < columns:
        return False
    return rows[head].names_columns
