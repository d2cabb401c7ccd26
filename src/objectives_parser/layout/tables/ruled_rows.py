"""The rooms between the rules of a table without vertical lines: each holds a row, whatever the heights of its lines.

Cells set in the middle of their row ("Shop Supervisor" at half the height of a task of two lines) stand on lines of
their own, and rows that name a group run over all columns; the room as a whole tells where its texts part.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import NOWHERE, Word
from objectives_parser.layout.tables.beside_spans import rows_inside
from objectives_parser.layout.tables.edges import Edge, Edges, join_edges
from objectives_parser.layout.tables.gutters import LOOSE, MARKER, TIGHT, Run, gutters, runs_of
from objectives_parser.layout.tables.papers import Level, Paper
from objectives_parser.layout.tables.stack_ends import FLUSH, Row

WHOLE = 0.8
"""The border of shaded cells over so much of a table's width parts its rows as a rule does."""
LEAST_ROOMS = 3
"""So many rows of several texts tell the columns."""
DOUBLE = 5.0
"""Rules nearer than this are a double rule."""


def merged(lines: Sequence[Row]) -> list[Word]:
    """The words of some lines from left to right, as if they stood on one, but for the markers of list items."""
    words = [word for line in lines for run in runs_of(line, TIGHT) if not _is_marker(run) for word in run.words]
    return sorted(words, key=lambda word: (word.bbox or NOWHERE)[0])


def _is_marker(run: Run) -> bool:
    return len(run.words) == 1 and MARKER.fullmatch(run.words[0].text) is not None


def with_shades(edges: Edges, paper: Paper) -> Edges:
    """The edges of a table between rules, with the borders of its shaded rows where no rule stands."""
    if not paper.page.fills:
        return edges
    low, top, high, bottom = edges.bbox
    borders = [
        Edge(edge.at, max(edge.low, low), min(edge.high, high))
        for edge in paper.once(shade_borders)
        if top < edge.at < bottom
        and min(edge.high, high) - max(edge.low, low) > WHOLE * (high - low)
        and all(abs(edge.at - rule.at) > DOUBLE for rule in edges.across)
    ]
    across = tuple(sorted([*edges.across, *borders], key=lambda edge: edge.at))
    return attrs.evolve(edges, across=across) if borders else edges


def shade_borders(paper: Paper) -> tuple[Edge, ...]:
    """The upper and lower borders of the fills of a page, those side by side as one."""
    pieces = [(at, fill.bbox[0], fill.bbox[2]) for fill in paper.page.fills for at in (fill.bbox[1], fill.bbox[3])]
    return join_edges(pieces, []).across


def rooms(rules: Sequence[Edge], rows: Sequence[Level]) -> list[list[Row]]:
    """The lines between every two rules of a pile."""
    low, high = min(rule.low for rule in rules), max(rule.high for rule in rules)
    return [
        rows_inside(rows, low, above.at, high, below.at)
        for above, below in pairwise(rules)
        if below.at - above.at > DOUBLE
    ]


def columns_of_rooms(held: Sequence[Sequence[Row]]) -> list[float]:
    """The gutters between the columns of rows whose lines are given row by row: those of the rows of several texts.
    One text alone may name a group of rows."""
    parted = [words for lines in held if len(runs_of(words := merged(lines), TIGHT)) > 1]
    places = gutters(parted) if len(parted) >= LEAST_ROOMS else []
    full = sum(2 * _columns_held(words, places) > len(places) + 1 for words in parted)
    return places if full >= LEAST_ROOMS else []


def _columns_held(words: Sequence[Word], places: Sequence[float]) -> int:
    """In how many columns does a row hold texts?"""
    return len({bisect_left(places, (text.low + text.high) / 2) for text in runs_of(words, TIGHT)})


def keeps_to_column(lines: Sequence[Row], around: Sequence[Sequence[Row]]) -> bool:
    """Does a text stand in one of the columns of a row next to it: the rest of the row it stands in is empty?"""
    words = merged(lines)
    if not words:
        return False
    low, high = (words[0].bbox or NOWHERE)[0], max([(word.bbox or NOWHERE)[2] for word in words])
    texts = (runs_of(merged(row), LOOSE) for row in around)
    return any(_is_in_column(low, high, row) for row in texts if len(row) > 1)


def _is_in_column(low: float, high: float, texts: Sequence[Run]) -> bool:
    """Does an extent begin where one of some texts does and end before the next?"""
    ends = [text.low for text in texts[1:]] + [float("inf")]
    return any(abs(low - text.low) < FLUSH and high < end for text, end in zip(texts, ends, strict=True))
