"""Cells whose bullets no converter wrote: their lines stand further in than the text of the table's other cells.

    | What success looks like   |
    |    All deputies complete  |
    |    the programme          |
    |    Leadership score rises |
"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Block, Cell, Line, Table
from objectives_parser.frozen import evolve
from objectives_parser.layout.begun_items import begun_items
from objectives_parser.layout.wrapping import names_in, starts_item

DEEPER, DEEPEST = 0.8, 3.0  # ems
SAME = 1.2  # points
FEWEST = 2
FEWEST_WORDS = 3  # of an item
SHARE = 0.1
"""Of a table's cells: as many at least have the room before their text that is usual."""


def with_items_set_in(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with ``Line.begins`` and ``Line.item`` set in table cells that are lists without signs."""
    return tuple(_table(block) if isinstance(block, Table) else block for block in blocks)


def _table(table: Table) -> Table:
    cells = [cell for cell in table.cells if _padding(cell) is not None]
    usual = _usual_padding(cells)
    headed = {cell.column for cell in cells if abs((_padding(cell) or 0.0) - usual) < SAME}
    deep = [cell for cell in cells if cell.column in headed and not cell.header and _is_set_in(cell, usual)]
    if not deep:
        return table
    names = names_in(line for cell in cells for line in cell.lines)
    listed = {id(cell): _listed(cell, usual, names) for cell in deep}
    return evolve(table, cells=tuple(listed.get(id(cell), cell) for cell in table.cells))


def _usual_padding(cells: Sequence[Cell]) -> float:
    """The least room that cells of a table leave before their text, several of them."""
    rooms = sorted(padding for cell in cells if (padding := _padding(cell)) is not None)
    enough = max(FEWEST, SHARE * len(rooms))
    return next((least for least in rooms if sum(0.0 <= room - least < SAME for room in rooms) >= enough), 0.0)


def _padding(cell: Cell) -> float | None:
    """The room between a cell's left side and its first word."""
    lefts = [line.bbox[0] for line in cell.lines if line.bbox is not None]
    return min(lefts) - cell.bbox[0] if lefts and cell.bbox is not None else None


def _is_set_in(cell: Cell, usual: float) -> bool:
    """Whether all lines of a cell begin at one place, further in than usual, and no sign before them."""
    if cell.bbox is None or len(cell.lines) < FEWEST or not all(line.words for line in cell.lines):
        return False
    if any(line.begins is not None or starts_item(line) for line in cell.lines):
        return False
    size = cell.lines[0].words[0].size
    lefts = [line.bbox[0] if line.bbox else 0.0 for line in cell.lines]
    return max(lefts) - min(lefts) < SAME and DEEPER * size <= min(lefts) - cell.bbox[0] - usual <= DEEPEST * size


def _listed(cell: Cell, usual: float, names: frozenset[str]) -> Cell:
    """The cell with its lines marked, where each item begins."""
    if cell.bbox is None or cell.lines[0].bbox is None:
        return cell
    width = cell.bbox[2] - usual - cell.lines[0].bbox[0]
    begun = list(begun_items(cell.lines, width, names, listed=True))
    if sum(begun) < FEWEST or sum(len(line.words) for line in cell.lines) < FEWEST_WORDS * sum(begun):
        return cell
    lines = [Line(line.words, begins=begins, item=begins) for line, begins in zip(cell.lines, begun, strict=True)]
    return evolve(cell, lines=tuple(lines))
