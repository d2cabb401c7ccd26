"""Which rows are the head of a table, as far as the drawing says it: their ground, weight, capitals or colour differ
from the body's; and heads set slantwise above the columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from objectives_parser.document import Cell, Page, Table, Word, union
from objectives_parser.frozen import evolve
from objectives_parser.layout.tables.lattices import column_edges
from objectives_parser.layout.tables.lines import TURNED, box_of, turned_lines

MOST_HEAD_ROWS = 4
LONGEST_HEAD, USUAL_HEAD = 15, 8
"""Words in the head of a column: at most, and on the average."""
REACH = 14.0
"""The lower end of a slanted word stands no further than this above the column that it heads."""

Look: TypeAlias = tuple[str | None, bool, bool, str | None]
"""How a cell looks: its ground, all bold, all capitals, the colour of its text."""


def with_head(table: Table) -> Table:
    """The table with the cells of its head marked."""
    rows = head_rows(table)
    if not rows:
        return table
    cells = tuple(evolve(c, header=True) if c.row in rows and not _is_band(c, table) else c for c in table.cells)
    return evolve(table, cells=cells)


def head_rows(table: Table) -> set[int]:
    """The numbers of the rows at the top that look alike and unlike most of the others."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    order = [row for row in sorted(rows) if any(cell.lines for cell in rows[row])]
    bands = {row for row in order if len(rows[row]) == 1 and _is_band(rows[row][0], table)}
    first = next((row for row in order if row not in bands), None)
    if first is None or order.index(first) > 2 or not _is_short(rows[first]):
        return set()
    looks = {row: _look(rows[row]) for row in order}
    own = looks[first]
    head = {first}
    reach = max(cell.row + cell.row_span for cell in rows[first] if cell.lines)
    for row in order[order.index(first) + 1 : order.index(first) + MOST_HEAD_ROWS]:
        if row < reach or (row not in bands and _is_alike(rows[row], looks, first, {*head, row})):
            head.add(row)
        else:
            break
    body = [looks[row] for row in order if row > first and row not in head]  # a title over the head is none of it
    return head if body and _differs(own, body) and 2 * len(head) <= len(order) + 1 else set()


def _is_alike(cells: Sequence[Cell], looks: dict[int, Look], first: int, head: set[int]) -> bool:
    """Does a row, the last of what would be the head, look as the first does and unlike the rows below?"""
    if not _is_short(cells) or looks[max(head)] != looks[first]:
        return False
    return _differs(looks[first], [look for row, look in looks.items() if row not in head])


def _is_short(cells: Sequence[Cell]) -> bool:
    """Are there two texts at least, none of them a sentence?"""
    counts = [sum(len(line.words) for line in cell.lines) for cell in cells if cell.lines]
    return len(counts) > 1 and max(counts) <= LONGEST_HEAD and sum(counts) <= USUAL_HEAD * len(counts)


def _differs(own: Look, body: Sequence[Look]) -> bool:
    """Is there a trait that the row has and at most a few of the body's rows have?"""
    few = max(0.25 * len(body), 0 if len(body) < 3 else 1)
    ground, bold, capitals, color = own
    apart = ground is not None and sum(1 for look in body if look[0] == ground) <= few
    heavy = bold and sum(1 for look in body if look[1]) <= few
    large = capitals and sum(1 for look in body if look[2]) <= few
    colored = color is not None and sum(1 for look in body if look[3] == color) <= few
    return apart or heavy or large or colored


def _look(cells: Sequence[Cell]) -> Look:
    full = [cell for cell in cells if cell.lines]
    words = [word for cell in full for line in cell.lines for word in line.words]
    letters = [word for word in words if word.text.isalpha() or any(map(str.isalpha, word.text))]
    fills = [cell.fill for cell in cells]
    ground = next((fill for fill in set(fills) if fills.count(fill) > 0.6 * len(cells)), None)
    colors = {word.color for word in letters}
    return (
        ground,
        bool(letters) and all([word.bold for word in letters]),
        len(letters) > 1 and all([word.text.isupper() for word in letters]),
        colors.pop() if len(colors) == 1 else None,
    )


def _is_band(cell: Cell, table: Table) -> bool:
    return cell.column_span == table.columns


def with_slanted_head(table: Table, page: Page) -> Table:
    """The table with a head row on top of the slanted words whose lower ends touch its columns, if there are any.

    Such heads (new-orleans-climate: "Target/KPI" at 60°) lean over the columns right of their own.
    """
    if table.bbox is None:
        return table
    x0, top, x1, _ = table.bbox
    slanted = [
        word
        for word in page.words
        if word.angle
        and TURNED < abs(word.angle) < 90 - TURNED
        and not word.watermark
        and not word.hidden
        and box_of(word)[3] < top + 2
    ]
    if not slanted:
        return table
    texts = [line.words for line in turned_lines(slanted)]
    feet = [(_foot(words), words) for words in texts]
    heads: dict[int, list[Word]] = {}
    for (x, y), words in feet:
        column = _column_at(table, x)
        if x0 - 2 <= x <= x1 + 2 and top - y <= REACH and column is not None:
            heads.setdefault(column, []).extend(words)
    if len(heads) < 2:
        return table
    return _with_row(table, heads, page)


def _foot(words: Sequence[Word]) -> tuple[float, float]:
    """Where a slanted line begins: the lower end of its first word, left if it rises, right if it falls."""
    x0, _, x1, bottom = box_of(words[0])
    return (x0 if words[0].angle > 0 else x1, bottom)


def _column_at(table: Table, x: float) -> int | None:
    """The narrowest cell of the table over the place tells the column."""
    edges = column_edges(table)
    for column in range(table.columns):
        if edges[column] - 1 <= x < edges[column + 1]:
            return column
    return None


def _with_row(table: Table, heads: dict[int, list[Word]], page: Page) -> Table:
    assert table.bbox is not None
    x0, top, x1, bottom = table.bbox
    edges = column_edges(table)
    upper = min(box_of(word)[1] for words in heads.values() for word in words)
    row = [
        Cell(
            row=0,
            column=column,
            lines=turned_lines(heads.get(column, [])),
            header=True,
            page=page.number,
            bbox=(edges[column], upper, edges[column + 1], top),
        )
        for column in range(table.columns)
    ]
    cells = tuple(evolve(cell, row=cell.row + 1) for cell in table.cells)
    box = union([table.bbox, (x0, upper, x1, bottom)])
    return evolve(table, cells=(*row, *cells), rows=table.rows + 1, bbox=box)
