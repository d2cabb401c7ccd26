"""Two readings of one table, as its page and as a text: which one explains the words better?"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Cell, Table, Word, block_words
from objectives_parser.layout.wrapping import wants_more
from objectives_parser.roles import header_role

SURE, LONGEST_NAME = 0.6, 8
"""How strongly a name of a column speaks for a role, and its words at most."""
HEAD_ROWS = 3
FEWEST_COLUMNS = 3
FEWEST_ROWS, FEWEST_NAMES, MANY_NAMES, NAMED, SOUND = 2, 2, 4, 0.6, 0.9
"""Rows, names of columns, or so many of these over one row, share of columns with a name, and share of cells that begin
and end as texts do, of a table where the page is read as none."""
MOST = 0.5
"""Of the words and rows of tables that are drawn, that a table shares with them if it may stand for them."""
SOUNDER, FULLER, FINER = 0.02, 0.1, 2
"""By which shares and which factor one reading has to be better than the other."""


def is_better(table: Table, others: Sequence[Table]) -> bool:
    """Does a table explain its words better than those that hold some of them now: does it know more names of columns,
    or as many with no fewer rows, and cells that begin and end as texts do, or more of them full, or so many more rows
    that the others must have run rows together?"""
    known = names_of(table)
    if not others:
        named = known >= max(FEWEST_NAMES, NAMED * table.columns)
        several = table.rows > FEWEST_ROWS or known >= MANY_NAMES
        return named and several and soundness([table]) >= SOUND
    drawn = any(other.way != "aligned" for other in others)
    parts, parted = parts_of([table]), parts_of(others)
    if table.columns < FEWEST_COLUMNS or (drawn and (not _is_like(table, others) or parts < MOST * parted)):
        return False  # a label and its value; another table
    told = max(map(names_of, others))
    if known != told:
        return known > told
    body, rows = table.rows - 1, sum(other.rows - 1 for other in others)
    full, filled = fullness([table]), fullness(others)
    sounder = not drawn and soundness([table]) >= soundness(others) + SOUNDER
    finer = parts >= max(FINER * parted, parted + FINER) and full >= filled
    return body >= rows and (sounder or finer or (full >= filled + FULLER and body > rows))


def is_read_anew(table: Table) -> bool:
    """Has a table one row of names, and not one name over all columns?"""
    heads = [cell for cell in table.cells if cell.header and cell.lines]
    return len({cell.text for cell in heads}) > 1 and len({cell.row for cell in heads}) == 1


def _is_like(table: Table, others: Sequence[Table]) -> bool:
    """Does a table hold most words of some others, and they most of its words?"""
    words = set(map(id, block_words(table)))
    held = [id(word) in words for other in others for word in block_words(other)]
    return sum(held) >= MOST * max(len(held), len(words))


def names_of(table: Table) -> int:
    """How many different names of columns that the vocabulary knows stand in one row of a table's head."""
    rows: dict[int, set[str]] = {}
    for cell in table.cells:
        if cell.row < HEAD_ROWS and cell.lines and is_name([word for line in cell.lines for word in line.words]):
            rows.setdefault(cell.row, set()).add(cell.text)
    return max(map(len, rows.values()), default=0)


def is_name(words: Sequence[Word]) -> bool:
    """Whether the vocabulary knows some words for the name of a column."""
    if len(words) > LONGEST_NAME:
        return False
    role = header_role(" ".join(word.text for word in words))
    return role is not None and role.strength >= SURE


def parts_of(tables: Sequence[Table]) -> int:
    """How many rows stand below the heads, those beside one cell that spans them taken as one."""
    spanned = {
        (at, row)
        for at, table in enumerate(tables)
        for cell in table.cells
        if cell.lines
        for row in range(cell.row + 1, cell.row + cell.row_span)
    }
    return sum(table.rows - 1 for table in tables) - len(spanned)


def soundness(tables: Sequence[Table]) -> float:
    """The share of cells below the head that begin and end as a text does: not inside a sentence."""
    cells = _body(tables)
    good = sum(not (cell.lines[0].words[0].text[0].islower() or wants_more(cell.lines[-1])) for cell in cells)
    return good / max(1, len(cells))


def fullness(tables: Sequence[Table]) -> float:
    """The share of the places below the head that cells with a text take."""
    places = sum((table.rows - 1) * table.columns for table in tables)
    return sum(cell.row_span * cell.column_span for cell in _body(tables)) / max(1, places)


def _body(tables: Sequence[Table]) -> list[Cell]:
    return [cell for table in tables for cell in table.cells if cell.row and cell.lines]
