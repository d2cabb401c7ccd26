"""Cells whose breaks are only the ends of printed lines: `Bring forward legislation to<br>modernise enforcement`.

Converters of PDF pages write a `<br>` wherever a line of the page ended, so most of them stand inside sentences. Where
people or other converters write them, each begins something.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Block, Cell, Line, Table
from objectives_parser.layout.wrapping import Column, breaks, names_in, text_width
from objectives_parser.values import is_date_only

CLOSES = (".", ";", ":", "!", "?")
# `a)`, `(iv)`, `2.1`: what begins a line anew although Markdown only sees the paragraph go on
LETTERED = re.compile(r"\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.)]$|[-*+•▪◦‣·]$")
_LEAST, _SHARE = 3, 4
"""At least three breaks before small letters, and a quarter of all that stand before words."""
_FULL, _NEAR = 0.75, 40
_FEWEST_ROWS = 3
MONTHS = frozenset(calendar.month_name[1:]) | frozenset(calendar.month_abbr[1:])


def unwrapped(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; in a file whose breaks are line ends, the lines of cells that no bullet or number marks stay open."""
    broken = [line.words[0].text for block in blocks if isinstance(block, Table) for line in _broken_off(block)]
    small = sum(word[:1].islower() and not LETTERED.match(word) for word in broken)
    if small < _LEAST or small * _SHARE < sum(not LETTERED.match(word) for word in broken):
        return [_unsliced(block) if isinstance(block, Table) else block for block in blocks]
    return [_opened(block) if isinstance(block, Table) else block for block in blocks]


def _unsliced(table: Table) -> Table:
    """The table with the rows put together of which its converter made one for each printed line (`Train the` over
    `wardens`): few of its rows begin in small letters, each under a row that is open."""
    rows = _rows(table)
    if len(rows) < _FEWEST_ROWS or not _is_plain(table):
        return table
    rests = {at for at in range(2, len(rows)) if _is_rest(rows[at - 1], rows[at])}
    small = sum(_begins_small(row) for row in rows)
    if not rests or small > len(rests) or len(rests) * 2 > len(rows) - 1:
        return table
    whole: list[dict[int, Cell]] = []
    for at, row in enumerate(rows):
        if at in rests:
            whole[-1] = {column: _continued(cell, row.get(column)) for column, cell in whole[-1].items()}
        else:
            whole.append(row)
    cells = tuple(attrs.evolve(cell, row=at) for at, row in enumerate(whole) for cell in row.values())
    return attrs.evolve(table, cells=cells, rows=len(whole))


def _is_plain(table: Table) -> bool:
    """Whether each row has a cell for each column, and none of another row: rows can be put together then."""
    spans = any(cell.row_span > 1 or cell.column_span > 1 for cell in table.cells)
    return not spans and len(table.cells) == table.rows * table.columns


def _rows(table: Table) -> list[dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    return list(rows.values())


def _is_rest(above: dict[int, Cell], row: dict[int, Cell]) -> bool:
    """Whether a row is the rest of the one above: its first words go on in small letters with a cell that is open and
    has several words."""
    if not _begins_small(row):
        return False
    column = min(at for at, cell in row.items() if cell.filled)
    before = above.get(column)
    if before is None or not before.filled or before.header:
        return False
    words = before.lines[-1].words
    return len(words) > 1 and not words[-1].text.endswith(CLOSES)


def _begins_small(row: dict[int, Cell]) -> bool:
    first = next((row[at] for at in sorted(row) if row[at].filled), None)
    if first is None:
        return False
    word = first.lines[0].words[0].text
    return word[:1].islower() and not LETTERED.match(word)


def _continued(cell: Cell, more: Cell | None) -> Cell:
    """A cell with the rest of it, whose first line goes on with its last."""
    if more is None or not more.filled:
        return cell
    first, *others = more.lines
    return attrs.evolve(cell, lines=(*cell.lines, attrs.evolve(first, begins=not cell.filled), *others), repaired=True)


def _broken_off(table: Table) -> Iterator[Line]:
    """The lines that a break begins inside a cell."""
    return (line for cell in table.cells for line in cell.lines[1:] if line.begins and not line.item and line.words)


def _opened(table: Table) -> Table:
    """The table with the rows put together that its converter sliced, and with the lines told that begin something."""
    names = names_in(line for cell in table.cells for line in cell.lines if line.words)
    if not _is_plain(table):
        return attrs.evolve(table, cells=tuple(_told(cell, names) for cell in table.cells))
    whole: list[dict[int, Cell]] = []
    for row in _rows(table):
        if whole and _goes_on(whole[-1], row):
            whole[-1] = {column: _with(cell, row.get(column)) for column, cell in whole[-1].items()}
        else:
            whole.append(row)
    cells = (attrs.evolve(_told(cell, names), row=at) for at, row in enumerate(whole) for cell in row.values())
    return attrs.evolve(table, cells=tuple(cells), rows=len(whole))


def _goes_on(above: dict[int, Cell], row: dict[int, Cell]) -> bool:
    """Whether a row is the rest of the one above: its first cell goes on in small letters (`healthy,` / `safe and
    fair.`), where the cell above is open."""
    first, before = row.get(0), above.get(0)
    if first is None or before is None or not first.filled or not before.filled:
        return False
    words, last = first.lines[0].words, before.lines[-1].words[-1].text
    return words[0].text[:1].islower() and not LETTERED.match(words[0].text) and not last.endswith(CLOSES)


def _with(cell: Cell, more: Cell | None) -> Cell:
    if more is None or not more.filled:
        return cell
    return attrs.evolve(cell, lines=(*cell.lines, *more.lines), repaired=True)


def _told(cell: Cell, names: frozenset[str]) -> Cell:
    """The cell, each of its lines marked as one that begins something or goes on, as one tells it on a page."""
    if len(cell.lines) < 2 or any(line.item or not line.words for line in cell.lines):
        return cell
    column = Column(full=max(text_width(line.text) for line in cell.lines), names=names)
    widest = max(len(line.text) for line in cell.lines)
    found: list[Line] = []
    before: list[Line] = []
    for line in cell.lines:
        plain = attrs.evolve(line, begins=None)
        begins = not before or (not _surely_goes_on(before[-1], line, widest) and breaks(before, plain, column) > 0)
        before = [plain] if begins else [*before[-_NEAR:], plain]
        found.append(attrs.evolve(line, begins=begins))
    return attrs.evolve(cell, lines=tuple(found))


def _surely_goes_on(above: Line, line: Line, widest: int) -> bool:
    """Whether a line's end cuts a statement before its date (`approved` / `September 2014`, `July` / `2014`) or cuts a
    name (`by the National Audit` / `Office`)."""
    if not above.words or not line.words or LETTERED.match(line.words[0].text):
        return False
    if is_date_only(line.text) or line.text.rstrip(".") in MONTHS:
        return True
    last = above.words[-1].text
    named = len(above.words) > 1 and last[:1].isupper() and last.isalpha() and line.words[0].text[:1].isupper()
    return named and len(above.text) >= _FULL * widest
