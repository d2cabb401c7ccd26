"""The last row of a table with nothing drawn round it, at the head of a page or below a zebra: its columns tell that it
is one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import inf

import attrs

from objectives_parser.document import Table, Word
from objectives_parser.layout.tables.edges import Edge, Edges
from objectives_parser.layout.tables.filling import filled, table_of
from objectives_parser.layout.tables.grids import grid_of
from objectives_parser.layout.tables.gutters import TIGHT
from objectives_parser.layout.tables.lattices import column_edges
from objectives_parser.layout.tables.lines import box_of
from objectives_parser.layout.tables.papers import Paper, Standing
from objectives_parser.layout.tables.rowing import band_starts
from objectives_parser.layout.tables.text_rows import text_rows

FLUSH = 3.0
"""The texts of one column begin this near to one another."""
FAR = 2.2
"""White room over this many line heights ends the row."""
LOWEST = 120.0
"""The last row of a zebra ends no further than this below the row above it."""
LARGER = 1.15
"""A line in so much larger type is the heading of what follows."""
LEAST_COLUMNS = 3
LEAST_LINES = 2


def white_rest(paper: Paper, before: Table) -> Table | None:
    """The lines at the head of the page that stand in the columns of the table that the page before ended with.

    At least two columns must have a text that begins where theirs does, and no line may cross from one to another. Two
    columns alone, which any page may have, are a row's if the rule that ends it is drawn below.
    """
    edges = column_edges(before)
    if any(high - low < FLUSH for low, high in pairwise(edges)):
        return None
    lines = paper.rows
    if before.columns < LEAST_COLUMNS:
        foot = _ruled_foot(paper, edges)
        lines = [row for row in lines if max(box_of(word)[3] for word in row) <= foot + 1]
    rows = _in_columns(lines, edges)
    if len(rows) < len(lines) < len(paper.rows):
        return None  # some line above the rule is no part of the row
    if len(rows) < LEAST_LINES or not _begins_alike(rows, before, edges):
        return None
    return _rows_in(rows, before, edges, paper)


def _ruled_foot(paper: Paper, edges: Sequence[float]) -> float:
    """Where the first rule of the page is drawn if it is as wide as the columns, in one piece or one for each: the end
    of the row that the page before began; -inf if it is none."""
    level = [rule for rule in paper.page.rulings if rule.top == rule.bottom and rule.x1 - rule.x0 > FLUSH]
    first = min((rule.top for rule in level), default=-inf)
    drawn = [rule for rule in level if rule.top - first < FLUSH]
    left, right = min((rule.x0 for rule in drawn), default=inf), max((rule.x1 for rule in drawn), default=-inf)
    ends = {edge for rule in drawn for edge in (rule.x0, rule.x1)}
    within = all(any(abs(end - edge) < FLUSH for edge in edges) for end in ends)
    return first if within and abs(left - edges[0]) < FLUSH and abs(right - edges[-1]) < FLUSH else -inf


def with_white_end(table: Table, paper: Paper) -> Table:
    """A zebra with its last row where that is white and has no rule under it: one row right below the last shaded one,
    with text in most of the columns."""
    if table.way != "filled" or table.columns < LEAST_COLUMNS or table.bbox is None or not _ends_shaded(table):
        return table
    edges = column_edges(table)
    if any(high - low < FLUSH for low, high in pairwise(edges)):
        return table
    left, _, right, bottom = table.bbox
    below = [row for row in paper.rows if box_of(row[0])[1] >= bottom - 1]
    reach = [row for row in below if box_of(row[0])[1] < bottom + LOWEST]
    rows = _in_columns(reach, edges) if reach else []
    if not rows or min(box_of(word)[1] for word in rows[0]) - bottom > FAR * _height(rows[0]):
        return table
    columns = set(_begins(rows, edges))
    inside = all(left - FLUSH < box_of(word)[0] and box_of(word)[2] < right + FLUSH for row in rows for word in row)
    if 2 * len(columns) <= table.columns or not inside or not _begins_alike(rows, table, edges):
        return table
    rest = _rows_in(rows, table, edges, paper)
    return _joined(table, rest) if rest is not None and rest.rows == 1 else table


def _ends_shaded(table: Table) -> bool:
    """Whether the rows of a table under its head take turns, shaded and white, and the last one is shaded."""
    fills = [{cell.fill for cell in table.cells if cell.row == row and cell.row_span == 1} for row in range(table.rows)]
    single = all(len(colours) == 1 for colours in fills)
    if not single or len(fills) < LEAST_LINES or None in fills[-1]:
        return False
    if fills[0] == fills[-1]:
        return len(fills) > LEAST_LINES and _take_turns(fills)
    return _take_turns(fills[1:])


def _take_turns(fills: Sequence[set[str | None]]) -> bool:
    return all(above != below for above, below in pairwise(fills))


def _height(row: Sequence[Word]) -> float:
    return max(box_of(word)[3] for word in row) - min(box_of(word)[1] for word in row)


def _joined(table: Table, rest: Table) -> Table:
    """A table and the rows that end it."""
    assert table.bbox is not None
    more = [attrs.evolve(cell, row=cell.row + table.rows) for cell in rest.cells]
    bottom = rest.bbox[3] if rest.bbox is not None else table.bbox[3]
    return attrs.evolve(
        table,
        cells=(*table.cells, *more),
        rows=table.rows + rest.rows,
        bbox=(table.bbox[0], table.bbox[1], table.bbox[2], bottom),
    )


def _rows_in(rows: Sequence[Sequence[Word]], before: Table, edges: Sequence[float], paper: Paper) -> Table | None:
    """Lines as rows of the table whose columns they stand in."""
    top = min(box_of(word)[1] for word in rows[0]) - 1
    bottom = max(box_of(word)[3] for word in rows[-1]) + 1
    lines = text_rows(rows, edges[1:-1])
    starts = [at for at in band_starts(lines) if 0 in lines[at].texts] if len(lines) > 1 else []
    ys = [top, *((lines[index - 1].bottom + lines[index].top) / 2 for index in starts), bottom]
    grid = grid_of(
        Edges(
            across=tuple(Edge(y, edges[0], edges[-1]) for y in ys),
            down=tuple(Edge(x, top, bottom) for x in edges),
        )
    )
    return table_of(filled(grid, Standing(paper.upright)), paper.page, before.way) if grid is not None else None


def _in_columns(rows: Sequence[Sequence[Word]], edges: Sequence[float]) -> list[Sequence[Word]]:
    """The first lines, as long as their texts stand within the columns, and up to a heading."""
    found: list[Sequence[Word]] = []
    for row in rows:
        upper, lower = min(box_of(word)[1] for word in row), max(box_of(word)[3] for word in row)
        if found and upper - max(box_of(word)[3] for word in found[-1]) > FAR * (lower - upper):
            break
        if _crosses(row, edges) or (found and row[0].size > LARGER * found[-1][0].size):
            break
        found.append(row)
    return found


def _crosses(row: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether a word of a line, or two with no more than a space between them, stand in two columns."""
    ends = [(_column(box_of(word)[0] + 1, edges), _column(box_of(word)[2] - 1, edges)) for word in row]
    if any(first != last for first, last in ends):
        return True
    words = zip(pairwise(row), pairwise(ends), strict=True)
    return any(
        one[1] != other[0] and box_of(right)[0] - box_of(left)[2] <= TIGHT * left.size
        for (left, right), (one, other) in words
    )


def _begins(rows: Sequence[Sequence[Word]], edges: Sequence[float]) -> dict[int, float]:
    """Where the lines' texts begin, column by column."""
    begins: dict[int, float] = {}
    for row in rows:
        for word in row:
            low = box_of(word)[0]
            column = _column(low + 1, edges)
            begins[column] = min(low, begins.get(column, low))
    return begins


def _column(place: float, edges: Sequence[float]) -> int:
    return bisect_right(edges, place, 1, len(edges) - 1) - 1


def _begins_alike(rows: Sequence[Sequence[Word]], before: Table, edges: Sequence[float]) -> bool:
    """Do two columns at least, and all that hold a text, begin where the table's texts in them do?"""
    ours = _begins(rows, edges)
    theirs: dict[int, set[float]] = {}
    for cell in before.cells:
        if cell.column_span == 1:
            theirs.setdefault(cell.column, set()).update(box_of(line.words[0])[0] for line in cell.lines)
    return len(ours) > 1 and all(
        any(abs(low - other) < FLUSH for other in theirs.get(column, ())) for column, low in ours.items()
    )
