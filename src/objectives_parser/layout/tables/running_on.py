"""Bars and rules that bound no table: running text goes on over the last of them.

The columns of a page have headings with a rule under each, at heights of their own; with a bar over both columns these
look like the borders of two rows, and the last of them cuts the other column's paragraph in two.
"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Cell, Page, Table, Word
from objectives_parser.layout.tables.lines import box_of

MOST_ROWS = 3
FEWEST_LINES = 3
"""So many lines stand in a cell that may be part of a column of the page."""
LEADING = 1.7  # sizes
FLUSH = 3.0
ENDS = (".", ":", ";", "!", "?")


def runs_on(table: Table, page: Page) -> bool:
    """Whether a sentence in one of the last cells of a small table that shaded bars bound goes on below it."""
    if table.way != "filled" or table.rows > MOST_ROWS or table.bbox is None:
        return False
    last = [cell for cell in table.cells if cell.row + cell.row_span == table.rows and len(cell.lines) >= FEWEST_LINES]
    return any(_goes_on(cell, page, table.bbox[3]) for cell in last)


def _goes_on(cell: Cell, page: Page, foot: float) -> bool:
    line = cell.lines[-1].words
    if line[-1].text.endswith(ENDS):
        return False
    reach = box_of(line[-1])[3] + LEADING * line[-1].size
    below = [word for word in page.words if foot <= (box_of(word)[1] + box_of(word)[3]) / 2 and box_of(word)[3] < reach]
    return any(_follows(word, line) for word in below)


def _follows(word: Word, line: Sequence[Word]) -> bool:
    """Whether a word begins the line behind another, flush with it or with what stands behind its label."""
    last = line[-1]
    alike = word.size == last.size and word.bold == last.bold and not word.angle
    return alike and word.text[:1].islower() and any(abs(box_of(word)[0] - box_of(one)[0]) < FLUSH for one in line)
