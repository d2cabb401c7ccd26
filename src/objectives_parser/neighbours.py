"""Which drafts of a table stand beside and above which, looked up by row: a table may have ten thousand rows."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from objectives_parser.drafts import Draft, Spot


@attrs.frozen(kw_only=True, eq=False)
class TableMates:
    """The drafts of one table by their positions: all in order, by the rows they stand in, by their last row (with
    column and position), those of section rows, each kind's leftmost column, whether a cell lists several
    measures (what stands beside such a list serves none of them), and the columns in which cells list actions."""

    all: tuple[int, ...]
    by_row: Mapping[int, Sequence[int]]
    by_end: Sequence[tuple[int, int, int]]
    sections: tuple[Spot, ...]
    leftmost: Mapping[str, int]
    listed_measures: bool = False
    listing: frozenset[int] = frozenset()

    def beside(self, spot: Spot) -> list[int]:
        """The drafts that share a row with the spot, in order."""
        return sorted({at for row in range(spot.first, spot.last + 1) for at in self.by_row.get(row, ())})

    def above(self, spot: Spot) -> Iterator[int]:
        """The drafts that end above the spot, the nearest first; in one row those farther right first."""
        for place in range(bisect_left(self.by_end, (spot.first,)) - 1, -1, -1):
            yield self.by_end[place][2]

    def section_between(self, upper: Spot, lower: Spot) -> bool:
        """Whether a section row begins between the two."""
        return any(upper.last < section.first <= lower.first for section in self.sections)


def table_mates(drafts: Sequence[Draft]) -> dict[int, TableMates]:
    """Each table's drafts."""
    tables: dict[int, list[tuple[int, Spot]]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if draft.spot is not None:
            tables[draft.spot.table].append((at, draft.spot))
    return {table: _mates(spots, drafts) for table, spots in tables.items()}


def _mates(spots: Sequence[tuple[int, Spot]], drafts: Sequence[Draft]) -> TableMates:
    by_row: dict[int, list[int]] = defaultdict(list)
    leftmost: dict[str, int] = {}
    for at, spot in spots:
        for row in range(spot.first, spot.last + 1):
            by_row[row].append(at)
        if spot.column >= 0:
            leftmost[drafts[at].kind] = min(spot.column, leftmost.get(drafts[at].kind, spot.column))
    deeds = [(spot.cell, spot.column) for at, spot in spots if drafts[at].kind == "action" and spot.column >= 0]
    cells = [spot.cell for at, spot in spots if drafts[at].kind == "measure" and spot.cell is not None]
    return TableMates(
        listed_measures=len(set(cells)) < len(cells),
        listing=frozenset(column for (_, column), many in Counter(deeds).items() if many > 1),
        all=tuple(at for at, _ in spots),
        by_row=dict(by_row),
        by_end=sorted((spot.last, spot.column, at) for at, spot in spots),
        sections=tuple(spot for _, spot in spots if spot.column < 0),
        leftmost=leftmost,
    )
