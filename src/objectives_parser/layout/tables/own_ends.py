"""What tables take in above their head and below their last row though it is text of the page: a title with its
paragraph between two bars or on one, a line such as `Lead: Works` over the next one, a heading that is underlined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Table, Word
from objectives_parser.layout.tables.lines import box_of, rows_of

FEWEST_LINES = 3
PARTED = 0.6  # ems: more white than between words
FEWEST_ROWS = 2
FIELD = re.compile(r"[A-Z][\w ]{2,24}: \S")


def with_own_ends(table: Table) -> Table:
    """The table without a title and paragraph over its head, and without a lone `Name: value` or the next heading under
    its rows."""
    if table.bbox is None:
        return table
    if table.way != "filled":
        return _without_next_heading(table)
    return _without_foot(_without_title(_without_prose(table)))


def _row(table: Table, number: int) -> list[Cell]:
    return [cell for cell in table.cells if cell.row == number and cell.lines]


def _without_prose(table: Table) -> Table:
    first, head = _row(table, 0), _row(table, 1)
    if table.rows <= FEWEST_ROWS or len(first) != 1 or len(head) < FEWEST_ROWS or not _is_prose(first[0]):
        return table
    grounds = {cell.fill for cell in head}
    top = head[0].bbox[1] if head[0].bbox is not None else None
    if len(grounds) > 1 or None in grounds or top is None:
        return table
    assert table.bbox is not None
    cells = tuple(attrs.evolve(cell, row=cell.row - 1) for cell in table.cells if cell.row)
    x0, _, x1, bottom = table.bbox
    return attrs.evolve(table, cells=cells, rows=table.rows - 1, bbox=(x0, top, x1, bottom))


def _without_title(table: Table) -> Table:
    """The table without a shaded title and the text under it, which reach down to the names of its columns: these stand
    on white, over its first rule (`Pillar 1: …` on a bar, `By 2030: …`, `Action  Owner  By when`)."""
    title, text = _row(table, 0), _row(table, 1)
    below = [_row(table, number) for number in range(2, table.rows)]
    if len(title) != 1 or title[0].fill is None or not text or any(cell.fill is not None for cell in text):
        return table
    if len(below) < FEWEST_ROWS - 1 or any(len(row) < FEWEST_ROWS for row in below) or title[0].row_span > 1:
        return table
    if any(cell.row_span > 1 for cell in text) or not _ends_in_names(text, table.columns):
        return table
    assert table.bbox is not None
    cells = tuple(attrs.evolve(cell, row=cell.row - 2) for cell in table.cells if cell.row >= 2)
    x0, _, x1, bottom = table.bbox
    top = max((cell.bbox[3] for cell in text if cell.bbox is not None), default=table.bbox[1])
    return attrs.evolve(table, cells=cells, rows=table.rows - 2, bbox=(x0, top, x1, bottom))


def _ends_in_names(cells: list[Cell], columns: int) -> bool:
    """Whether a line under the first is parted by wide gaps, as names of columns are (`By` / `when` has two)."""
    lines = rows_of([word for cell in cells for line in cell.lines for word in line.words])
    return any(2 * (_wide_gaps(line) + 1) > columns for line in lines[1:]) and not _wide_gaps(lines[0])


def _wide_gaps(words: Sequence[Word]) -> int:
    return sum(box_of(right)[0] - box_of(left)[2] > PARTED * left.size for left, right in pairwise(words))


def _is_prose(cell: Cell) -> bool:
    """Whether a cell that stands alone, on white, holds lines of several looks: a title and what it is about."""
    looks = {(round(line.words[0].size), line.words[0].bold) for line in cell.lines}
    alone = cell.column == 0 and cell.row_span == 1 and cell.fill is None
    return alone and len(cell.lines) >= FEWEST_LINES and len(looks) > 1


def _without_foot(table: Table) -> Table:
    last = _row(table, table.rows - 1)
    if table.rows <= FEWEST_ROWS or len(last) != 1 or last[0].column or last[0].fill is not None:
        return table
    above = [_row(table, number) for number in range(1, table.rows - 1)]
    whole = all(len(row) > 1 for row in above)
    if not whole or len(last[0].lines) > 1 or not FIELD.match(last[0].text) or last[0].row_span > 1:
        return table
    if any(cell.row + cell.row_span == table.rows for cell in table.cells if cell.row_span > 1):
        return table
    return _without_last_row(table, last[0])


LARGER, A_LITTLE_LARGER = 1.15, 1.05


def _without_next_heading(table: Table) -> Table:
    """The table without a last row that is the next part's heading: one line in larger print than any other row's (a
    little larger if it is bold), alone in its row, which the rule under it seemed to bound."""
    last = _row(table, table.rows - 1)
    if table.rows <= FEWEST_ROWS or len(last) != 1 or last[0].column or last[0].row_span > 1:
        return table
    others = [line for cell in table.cells if cell.row < table.rows - 1 for line in cell.lines]
    if len(last[0].lines) > 1 or any(cell.row + cell.row_span == table.rows for cell in _above(table)):
        return table
    largest = max((word.size for line in others for word in line.words), default=0.0)
    words = last[0].lines[0].words
    body = [word for cell in _above(table) if cell.row for line in cell.lines for word in line.words]
    bold = all(word.bold for word in words) and not any(word.bold for word in body)
    if not largest or min(word.size for word in words) < (A_LITTLE_LARGER if bold else LARGER) * largest:
        return table
    return _without_last_row(table, last[0])


def _above(table: Table) -> list[Cell]:
    return [cell for cell in table.cells if cell.row < table.rows - 1]


def _without_last_row(table: Table, last: Cell) -> Table:
    assert table.bbox is not None
    x0, top, x1, _ = table.bbox
    bottom = last.bbox[1] if last.bbox is not None else table.bbox[3]
    return attrs.evolve(table, cells=tuple(_above(table)), rows=table.rows - 1, bbox=(x0, top, x1, bottom))
