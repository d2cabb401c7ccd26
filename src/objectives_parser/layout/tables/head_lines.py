"""Heads that stand above a table's first ruling: where rules are drawn under the rows alone, or only the rows below the
head are shaded, the line over them names the columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Line, Page, Table, Word, union
from objectives_parser.layout.tables.lattices import column_edges
from objectives_parser.layout.tables.lines import box_of

REACH = 1.3
"""Sizes: no more white stands between the head and what it heads."""
LEADING = 0.7
"""Sizes: no more white stands between the lines of a head."""
GAP = 0.6
"""Sizes: the least white between the names of two columns."""
MOST_LINES, LONGEST = 3, 8
FLUSH = 3.0
SHARE = 0.6
"""Of the columns that are named, and of the names that stand where the cells below begin."""


def with_head_lines(tables: Sequence[Table], page: Page) -> list[Table]:
    """The tables of a page; those without a head with the line above them as one, if it names their columns."""
    if all(_is_headed(table) for table in tables):
        return list(tables)
    held = {word.start for table in tables for cell in table.cells for line in cell.lines for word in line.words}
    loose = [word for word in page.words if word.start not in held and not word.hidden and word.angle == 0]
    return [table if _is_headed(table) else _with_head_line(table, loose) for table in tables]


def _is_headed(table: Table) -> bool:
    return table.way == "aligned" or table.bbox is None or any(cell.header for cell in table.cells)


def _with_head_line(table: Table, loose: Sequence[Word]) -> Table:
    assert table.bbox is not None
    lines = _lines_above(table, loose)
    edges = column_edges(table)
    columns: dict[int, list[list[Word]]] = {}
    wide: set[int] = set()  # columns whose name goes on over the next one
    for line in lines:
        for word in line:
            column = _column_of(word, edges)
            if column is None:
                return table
            if box_of(word)[2] > edges[column + 1] + 2:
                wide.add(column)
            mine = columns.setdefault(column, [])
            if not mine or mine[-1][0] not in line:
                mine.append([])
            mine[-1].append(word)
    if any(column + 1 in columns for column in wide):
        return table
    if not _names_columns(columns, table) or not all(_are_parted(line, edges) for line in lines):
        return table
    return _with_row(table, columns, edges)


def _lines_above(table: Table, loose: Sequence[Word]) -> list[list[Word]]:
    """The lines right above a table, top to bottom."""
    assert table.bbox is not None
    x0, foot, x1, _ = table.bbox
    above = [word for word in loose if box_of(word)[3] <= foot + 1 and box_of(word)[2] > x0 and box_of(word)[0] < x1]
    found: list[list[Word]] = []
    reach = REACH
    while len(found) <= MOST_LINES:
        low = max(above, key=lambda word: box_of(word)[3], default=None)
        if low is None or foot - box_of(low)[3] > reach * low.size:
            break
        middle = (box_of(low)[1] + box_of(low)[3]) / 2
        line = [word for word in above if box_of(word)[1] < middle < box_of(word)[3]]
        found.insert(0, sorted(line, key=lambda word: box_of(word)[0]))
        foot, reach = min(box_of(word)[1] for word in line), LEADING
        above = [word for word in above if box_of(word)[3] <= foot + 1]
    return found if len(found) <= MOST_LINES else []


def _column_of(word: Word, edges: Sequence[float]) -> int | None:
    """The column that a word begins over; None for one that reaches over more than two, or stands outside."""
    left, _, right, _ = box_of(word)
    for column in range(len(edges) - 1):
        if edges[column] - 1 <= left < edges[column + 1] - 1:
            return column if right <= edges[min(column + 2, len(edges) - 1)] + 2 else None
    return None


def _are_parted(line: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether white stands between the words of two columns."""
    for left, right in pairwise(line):
        apart = box_of(right)[0] - box_of(left)[2]
        if _column_of(left, edges) != _column_of(right, edges) and apart < GAP * left.size:
            return False
    return True


def _names_columns(columns: dict[int, list[list[Word]]], table: Table) -> bool:
    """Whether most columns have a short name, most of them where the column's cells begin."""
    if len(columns) < max(2, SHARE * table.columns):
        return False
    if any(sum(map(len, lines)) > LONGEST for lines in columns.values()):
        return False
    lefts: dict[int, set[float]] = {}
    for cell in table.cells:
        lefts.setdefault(cell.column, set()).update(box_of(line.words[0])[0] for line in cell.lines if line.words)
    flush = sum(
        any(abs(box_of(lines[0][0])[0] - left) < FLUSH for left in lefts.get(column, ()))
        for column, lines in columns.items()
    )
    return flush >= max(2, SHARE * len(columns))


def _with_row(table: Table, columns: dict[int, list[list[Word]]], edges: Sequence[float]) -> Table:
    assert table.bbox is not None
    x0, top, x1, bottom = table.bbox
    words = [word for lines in columns.values() for line in lines for word in line]
    upper = min(box_of(word)[1] for word in words)
    head = [
        Cell(
            row=0,
            column=column,
            lines=tuple(Line(tuple(line)) for line in columns.get(column, ())),
            header=True,
            page=words[0].page,
            bbox=(edges[column], upper, edges[column + 1], top),
        )
        for column in range(table.columns)
    ]
    cells = tuple(attrs.evolve(cell, row=cell.row + 1) for cell in table.cells)
    return attrs.evolve(
        table, cells=(*head, *cells), rows=table.rows + 1, bbox=union([table.bbox, (x0, upper, x1, bottom)])
    )
