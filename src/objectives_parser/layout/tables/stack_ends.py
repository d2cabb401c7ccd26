"""How far the table between rules that stand alone reaches over the first and under the last of them: a head without a
rule over it, a row without one under it."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import NOWHERE, Word
from objectives_parser.layout.tables.gutters import LOOSE, TIGHT, is_parted, runs_of

FLUSH = 8.0
"""Rules that begin and end as near as this to each other's ends belong together."""
HEAD_LINES = 9
NEAR, FAR = 1.3, 2.2
"""White room over this many line heights ends a table at its head, and at its foot."""
LARGER, HEADING = 1.15, 1.1
"""A heading is set so much larger than the row before it, and than the type of the table below it."""
Row = list[Word]


def head_over(above: list[Row], top: float) -> list[Row]:
    """The lines right above the first rule: the head of a table that has no rule over it."""
    head: list[Row] = []
    for row in reversed(above[-HEAD_LINES:]):
        lower, upper = foot_of(row), top_of(row)
        if top - lower > 0.9 * (lower - upper):
            break
        head.insert(0, row)
        top = upper
    while head and not is_parted(head[0], LOOSE):
        head.pop(0)
    return head


def columns_at(
    rows: Sequence[Row], places: Sequence[float], low: float, high: float
) -> list[tuple[float, float, float]]:
    """Where the columns begin and end, and how far a text of each may reach where the next column has one beside it: to
    where the next one's texts begin."""
    begins = [run.low for row in rows for run in runs_of(row, LOOSE)]
    reach = [min([x for x in begins if x > place], default=place) for place in places]
    return list(zip([low - FLUSH, *places], [*places, high + FLUSH], [*reach, high + FLUSH], strict=True))


def reach_of(
    rows: list[Row],
    edge: float,
    columns: Sequence[tuple[float, float, float]],
    size: float,
    *,
    begun: bool = False,
) -> list[Row]:
    """The lines next to the outermost rule, going outwards, that stand in the table's columns: a head without a rule
    over it, a row that began on the page before, a last row without a rule or shade of its own. ``size`` is that of
    the table's type.

    The outermost has several runs of text, or it is the rest of a cell below the table, or above one that has
    ``begun`` on the page before.
    """
    reach: list[Row] = []
    inner = edge
    for row in rows:
        upper, lower = top_of(row), foot_of(row)
        gap = max(inner - lower, upper - inner)
        if gap > (NEAR if upper < edge else FAR) * (lower - upper) or not _stands_in_columns(row, columns):
            break
        if reach and upper > edge and row[0].size > LARGER * reach[-1][0].size:
            break  # the heading of what follows the table
        if upper < edge and row[0].bold and row[0].size > HEADING * size and not is_parted(row, LOOSE):
            break  # the heading over the table: what stands above it is no head
        reach.append(row)
        inner = upper if upper < edge else lower
    while not begun and reach and top_of(reach[-1]) < edge and not is_parted(reach[-1], LOOSE):
        reach.pop()
    return reach


def top_of(row: Sequence[Word]) -> float:
    return min([(word.bbox or NOWHERE)[1] for word in row])


def foot_of(row: Sequence[Word]) -> float:
    return max([(word.bbox or NOWHERE)[3] for word in row])


def _stands_in_columns(row: Row, columns: Sequence[tuple[float, float, float]]) -> bool:
    """Do the line's runs stand inside columns, each within one? Or does one begin in each column?"""
    runs = runs_of(row, LOOSE)
    lone = len(runs) == 1
    within = all(
        any(left - 1 <= run.low and run.high <= (right if lone else reach) + 1 for left, right, reach in columns)
        for run in runs
    )
    return within or _begins_in_each(row, columns)


def _begins_in_each(row: Row, columns: Sequence[tuple[float, float, float]]) -> bool:
    """Does a line have as many texts as there are columns, one beginning in each? They may be longer than others."""
    texts = runs_of(row, TIGHT)
    return len(texts) == len(columns) > 2 and all(
        left - 1 <= text.low < right for text, (left, right, _) in zip(texts, columns, strict=True)
    )
