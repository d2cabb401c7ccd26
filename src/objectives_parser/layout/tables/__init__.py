"""Pages → tables: several ways of laying a table out, the best explanation wins."""

from __future__ import annotations

from collections.abc import Callable

from objectives_parser.document import BBox, Page, Table
from objectives_parser.layout.tables.filled import filled_tables
from objectives_parser.layout.tables.ruled import ruled_tables
from objectives_parser.layout.tables.scoring import Candidate, Score, score

__all__ = ["WAYS", "Candidate", "Score", "candidates", "find_tables", "score"]

WAYS: tuple[Callable[[Page], tuple[Table, ...]], ...] = (ruled_tables, filled_tables)
"""The ways of laying a table out, in the order in which they win ties."""


def find_tables(page: Page) -> tuple[Table, ...]:
    """The tables of a page, top to bottom; no two overlap."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates(page), key=lambda c: -round(c.score.total * c.score.words)):
        if all(_apart(candidate.table.bbox, other.table.bbox) for other in chosen):
            chosen.append(candidate)
    return tuple(sorted((c.table for c in chosen), key=_place))


def candidates(page: Page) -> tuple[Candidate, ...]:
    """Every table that any way finds, with its score."""
    found = (table for way in WAYS for table in way(page))
    return tuple(Candidate(table=table, score=score(table)) for table in found if is_table(table))


def is_table(table: Table) -> bool:
    """Text in two rows and two columns at least: a box round a paragraph or a frame round a page is no table."""
    full = [cell for cell in table.cells if cell.lines]
    rows = {cell.row for cell in full}
    columns = {cell.column for cell in full}
    return len(rows) >= 2 and len(columns) >= 2


def _apart(one: BBox | None, other: BBox | None) -> bool:
    if one is None or other is None:
        return True
    return min(one[2], other[2]) - max(one[0], other[0]) < 2 or min(one[3], other[3]) - max(one[1], other[1]) < 2


def _place(table: Table) -> tuple[float, float]:
    return (table.bbox[1], table.bbox[0]) if table.bbox else (0.0, 0.0)
