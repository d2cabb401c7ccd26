"""Cells whose breaks are only the ends of printed lines: `Bring forward legislation to<br>modernise enforcement`.

Converters of PDF pages write a `<br>` wherever a line of the page ended, so most of them stand inside sentences. Where
people or other converters write them, each begins something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Block, Cell, Line, Table
from objectives_parser.readers.markdown.broken import CLOSES
from objectives_parser.readers.markdown.inline import LETTERED

_LEAST, _SHARE = 3, 4
"""At least three breaks before small letters, and a quarter of all that stand before words."""


def unwrapped(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; in a file whose breaks are line ends, the lines of cells that no bullet or number marks stay open."""
    broken = [line.words[0].text for block in blocks if isinstance(block, Table) for line in _broken_off(block)]
    small = sum(word[:1].islower() and not LETTERED.match(word) for word in broken)
    if small < _LEAST or small * _SHARE < sum(not LETTERED.match(word) for word in broken):
        return list(blocks)
    return [_opened(block) if isinstance(block, Table) else block for block in blocks]


def _broken_off(table: Table) -> Iterator[Line]:
    """The lines that a break begins inside a cell."""
    return (line for cell in table.cells for line in cell.lines[1:] if line.begins and not line.item and line.words)


def _opened(table: Table) -> Table:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = _cell(cell)
    spans = any(cell.row_span > 1 or cell.column_span > 1 for cell in table.cells)
    if spans:
        return attrs.evolve(table, cells=tuple(cell for row in rows.values() for cell in row.values()))
    whole: list[dict[int, Cell]] = []
    for row in rows.values():
        if whole and _goes_on(whole[-1], row):
            whole[-1] = {column: _with(cell, row.get(column)) for column, cell in whole[-1].items()}
        else:
            whole.append(row)
    cells = tuple(attrs.evolve(cell, row=number) for number, row in enumerate(whole) for cell in row.values())
    return attrs.evolve(table, cells=cells, rows=len(whole))


def _goes_on(above: dict[int, Cell], row: dict[int, Cell]) -> bool:
    """Whether a row is the rest of the one above: its first cell goes on in small letters (`healthy,` / `safe and
    fair.`), where the cell above is open and no header."""
    first, before = row.get(0), above.get(0)
    if first is None or before is None or not first.filled or not before.filled or before.header:
        return False
    words, last = first.lines[0].words, before.lines[-1].words[-1].text
    return words[0].text[:1].islower() and not LETTERED.match(words[0].text) and not last.endswith(CLOSES)


def _with(cell: Cell, more: Cell | None) -> Cell:
    if more is None or not more.filled:
        return cell
    first = more.lines[0]
    line = first if LETTERED.match(first.words[0].text) else _open(first)
    return attrs.evolve(cell, lines=(*cell.lines, line, *more.lines[1:]), repaired=True)


def _cell(cell: Cell) -> Cell:
    if len(cell.lines) < 2:
        return cell
    lines = tuple(
        line if not at or line.item or not line.words or LETTERED.match(line.words[0].text) else _open(line)
        for at, line in enumerate(cell.lines)
    )
    return attrs.evolve(cell, lines=lines)


def _open(line: Line) -> Line:
    return attrs.evolve(line, begins=None)
