"""Horizontal rulings that nothing crosses → piles of those that may bound the rows of one table. A line under a heading
or under words, a speck of a drawing and the rule over notes bound none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from objectives_parser.layout.tables.beside_spans import REACH, is_beside_span, is_inside_cell, rows_inside
from objectives_parser.layout.tables.edges import Edge
from objectives_parser.layout.tables.gutters import LOOSE, is_parted
from objectives_parser.layout.tables.lines import box_of
from objectives_parser.layout.tables.papers import Level
from objectives_parser.layout.tables.ruled_rows import DOUBLE
from objectives_parser.layout.tables.stack_ends import FLUSH, HEADING, foot_of

NOTE_RULE = 0.5
"""The rule over the notes is shorter than this share of the text's width."""
PART, HEADING_REACH = 0.75, 30.0
"""A rule over less than this share of the widest may underline a heading, so much larger than what stands below it."""
UNDERLINED, NEAREST = 0.5, 3.0
"""A rule over less than this share of the widest, which ends as near as this to words, underlines them."""
SPECK = 0.05
"""A rule over less than this share of the widest is part of a drawing, where it stands amid a cell."""


def piles_of(lone: Sequence[Edge], rows: Sequence[Level]) -> list[list[Edge]]:
    """Rules → those of one extent, with the shorter ones that stand below the first of them."""
    piles: list[list[Edge]] = []
    for edge in _bounding(sorted(lone, key=lambda edge: edge.at), rows):
        for pile in reversed(piles):
            low, high = min(rule.low for rule in pile) - FLUSH, max(rule.high for rule in pile) + FLUSH
            if (low <= edge.low and edge.high <= high) or all(is_beside_span(rule, [edge], rows) for rule in pile):
                pile.append(edge)
                break
        else:
            piles.append([edge])
    return [pile for pile in map(_without_note_rule, piles) if len(pile) > 1]


def _bounding(lone: Sequence[Edge], rows: Sequence[Level]) -> list[Edge]:
    """The rules, from top to bottom, without those under headings."""
    widest = max(edge.high - edge.low for edge in lone)
    places = [edge.at for edge in lone]
    kept: list[Edge] = []
    for edge in lone:
        over = lone[bisect_left(places, edge.at - HEADING_REACH) : bisect_left(places, edge.at - DOUBLE)]
        # a rule or another edge right over the line makes it a cell, or a shaded bar
        lined = any(other.low < edge.high and edge.low < other.high for other in over)
        heading = not (edge.joints or lined) and _underlines_heading(edge, widest, rows)
        if heading or (not edge.joints and _underlines_words(edge, widest, rows)):
            continue
        if edge.high - edge.low > SPECK * widest or edge.joints or not is_inside_cell(edge, lone):
            kept.append(edge)
    return kept


def _underlines_heading(edge: Edge, widest: float, rows: Sequence[Level]) -> bool:
    """Does a rule stand right under a line in larger type than what follows (in bold where the rule is as wide as
    others)? It belongs to that heading, and bounds no row."""
    upper, at, lower = (bisect_left(rows, (y,)) for y in (edge.at - HEADING_REACH, edge.at, edge.at + REACH))
    above = rows_inside(rows[upper:at], edge.low, edge.at - HEADING_REACH, edge.high, edge.at)
    below = rows_inside(rows[at:lower], edge.low, edge.at, edge.high, edge.at + REACH) if above else []
    if not below or is_parted(above[-1], LOOSE):
        return False
    first = above[-1][0]
    flush = abs(box_of(first)[0] - edge.low) < FLUSH / 2
    marked = first.bold or edge.high - edge.low < PART * widest
    close = flush and marked and edge.at - foot_of(above[-1]) < DOUBLE
    return close and first.size > HEADING * max(word.size for word in below[0])


def _underlines_words(edge: Edge, widest: float, rows: Sequence[Level]) -> bool:
    """Is a rule much shorter than others as long as the words right above it? They are underlined."""
    if edge.high - edge.low > UNDERLINED * widest:
        return False
    upper, at = (bisect_left(rows, (y,)) for y in (edge.at - HEADING_REACH, edge.at))
    above = rows_inside(rows[upper:at], edge.low, edge.at - HEADING_REACH, edge.high, edge.at)
    row = above[-1] if above else []
    if not row or abs(edge.at - foot_of(row)) > DOUBLE or is_parted(row, LOOSE):
        return False
    return abs(box_of(row[0])[0] - edge.low) < NEAREST and abs(box_of(row[-1])[2] - edge.high) < NEAREST


def _without_note_rule(pile: list[Edge]) -> list[Edge]:
    """The pile without a short rule at its foot that begins where the others do: notes stand below it."""
    last, width = pile[-1], max(edge.high - edge.low for edge in pile)
    short = last.high - last.low < NOTE_RULE * width and abs(last.low - pile[0].low) < FLUSH
    short = short and not (any(rule.joints for rule in pile) and is_beside_span(last, pile, ()))
    return pile[:-1] if len(pile) > 1 and short and pile[-2].at < last.at - DOUBLE else pile
