"""Pages → tables: several ways of laying a table out, the best explanation wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias

import attrs

from objectives_parser.document import BBox, Page, Table, block_words
from objectives_parser.layout.tables.aligned import aligned_tables
from objectives_parser.layout.tables.filled import filled_tables
from objectives_parser.layout.tables.heads import with_head, with_slanted_head
from objectives_parser.layout.tables.ruled import ruled_tables
from objectives_parser.layout.tables.scoring import Candidate, Score, score

__all__ = ["WAYS", "Candidate", "Score", "candidates", "chosen", "find_tables", "score"]

Way: TypeAlias = Callable[[Page], tuple[Table, ...]]

WAYS: tuple[tuple[Way, ...], ...] = ((ruled_tables, filled_tables), (aligned_tables,))
"""The ways of laying a table out. Those of one round compete by score (the first wins a tie); a later round sees only
the words that the rounds before it left, so that white space is asked only where nothing is drawn."""
LEAST_TOTAL = 0.6
"""A candidate that explains its words worse than this is no table."""

SCALE = re.compile(r"-?\d{1,7}")
LEAST_SCALE = 4


def find_tables(page: Page) -> tuple[Table, ...]:
    """The tables of a page, top to bottom; no two overlap."""
    tables = (with_head(with_slanted_head(candidate.table, page)) for candidate in chosen(page))
    return tuple(sorted(tables, key=_place))


def chosen(page: Page) -> tuple[Candidate, ...]:
    """The candidates that win, round by round."""
    winners: list[Candidate] = []
    for ways in WAYS:
        for candidate in sorted(candidates(page, ways), key=lambda c: -round(c.score.total * c.score.words)):
            if all(_apart(candidate.table.bbox, other.table.bbox) for other in winners):
                winners.append(candidate)
        held = {id(word) for winner in winners for word in block_words(winner.table)}
        page = attrs.evolve(page, words=tuple(word for word in page.words if id(word) not in held))
    return tuple(winners)


def candidates(page: Page, ways: tuple[Way, ...]) -> tuple[Candidate, ...]:
    """Every table that some ways find, with its score."""
    found = (table for way in ways for table in way(page))
    scored = (Candidate(table=table, score=score(table, page)) for table in found if is_table(table))
    return tuple(candidate for candidate in scored if candidate.score.total >= LEAST_TOTAL)


def is_table(table: Table) -> bool:
    """Text in two rows and two columns at least: a box round a paragraph or a frame round a page is no table."""
    full = [cell for cell in table.cells if cell.lines]
    rows = {cell.row for cell in full}
    columns = {cell.column for cell in full}
    return len(rows) >= 2 and len(columns) >= 2 and not any(_is_axis(table, column) for column in columns)


def _is_axis(table: Table, column: int) -> bool:
    """Figures that fall in even steps (450, 400, 350 …) are the scale of a chart."""
    texts = [cell.text for cell in table.cells if cell.column == column and cell.lines]
    figures = [int(text) for text in texts if SCALE.fullmatch(text)]
    steps = {before - after for before, after in pairwise(figures)}
    return len(figures) >= LEAST_SCALE and len(steps) == 1 and min(steps) > 1


def _apart(one: BBox | None, other: BBox | None) -> bool:
    if one is None or other is None:
        return True
    return min(one[2], other[2]) - max(one[0], other[0]) < 2 or min(one[3], other[3]) - max(one[1], other[1]) < 2


def _place(table: Table) -> tuple[float, float]:
    return (table.bbox[1], table.bbox[0]) if table.bbox else (0.0, 0.0)
