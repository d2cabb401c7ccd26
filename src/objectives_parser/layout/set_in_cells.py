"""Cells whose bullets no converter wrote: what stands further in than the text of the table's other cells, or than the
line that leads in to it.

    | What success looks like   |      | The agency will support:           |
    |    All deputies complete  |      |    Health centres to extend their  |
    |    the programme          |      | services to towns                  |
    |    Leadership score rises |      |    Rural clinics                   |
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from objectives_parser.document import Block, Cell, Line, Table
from objectives_parser.frozen import evolve
from objectives_parser.layout.begun_items import begun_items
from objectives_parser.layout.wrapping import names_in, starts_item

DEEPER, DEEPEST = 0.7, 3.0  # ems
SAME = 1.2  # points
FEWEST = 2
FEWEST_WORDS = 3  # of an item
SHARE = 0.1
"""Of a table's cells: as many at least have the room before their text that is usual."""


def with_items_set_in(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with ``Line.begins`` and ``Line.item`` set in table cells that hold lists without signs."""
    return tuple(_table(block) if isinstance(block, Table) else block for block in blocks)


def _table(table: Table) -> Table:
    rooms = {id(cell): room for cell in table.cells if (room := _room(cell)) is not None}
    usual = _usual(rooms.values())
    headed = {cell.column for cell in table.cells if abs(rooms.get(id(cell), usual + SAME) - usual) < SAME}
    found: dict[int, Cell] = {}
    for cell in table.cells:
        if id(cell) not in rooms or not _may_hold_list(cell):
            continue
        inset = rooms[id(cell)] - usual
        if all(_is_level(line, cell.lines[0]) for line in cell.lines):
            if cell.column in headed and _is_deeper(inset, cell.lines[0]):
                found[id(cell)] = _with_items(cell, 0, usual, table)
        elif (first := _list_in(cell)) is not None:
            found[id(cell)] = _with_items(cell, first, usual, table)
    return evolve(table, cells=tuple(found.get(id(cell), cell) for cell in table.cells)) if found else table


def _room(cell: Cell) -> float | None:
    """The room between a cell's left side and its first word."""
    lefts = [line.bbox[0] for line in cell.lines if line.bbox is not None]
    return min(lefts) - cell.bbox[0] if lefts and cell.bbox is not None else None


def _usual(rooms: Iterable[float]) -> float:
    """The least room that cells of a table leave before their text, several of them."""
    ordered = sorted(rooms)
    enough = max(FEWEST, SHARE * len(ordered))
    return next((least for least in ordered if sum(0.0 <= room - least < SAME for room in ordered) >= enough), 0.0)


def _may_hold_list(cell: Cell) -> bool:
    """Whether a cell has lines that no sign stands before, and no format says where they begin."""
    if cell.header or len(cell.lines) < FEWEST or any(line.bbox is None for line in cell.lines):
        return False
    return not any(line.begins is not None or starts_item(line) for line in cell.lines)


def _is_level(line: Line, other: Line) -> bool:
    return abs(_left(line) - _left(other)) < SAME


def _left(line: Line) -> float:
    return line.bbox[0] if line.bbox else 0.0


def _is_deeper(inset: float, line: Line) -> bool:
    return DEEPER * line.words[0].size <= inset <= DEEPEST * line.words[0].size


def _list_in(cell: Cell) -> int | None:
    """The place of the first line of a list under the lines of a cell that lead in to it, which end in a colon; all
    lines of the cell stand as these or as that one."""
    first = next((at for at, line in enumerate(cell.lines) if not _is_level(line, cell.lines[0])), 0)
    lead, inner = cell.lines[first - 1], cell.lines[first]
    if not lead.text.endswith(":") or not _is_deeper(_left(inner) - _left(lead), inner):
        return None
    return first if all(_is_level(line, lead) or _is_level(line, inner) for line in cell.lines[first:]) else None


def _with_items(cell: Cell, first: int, usual: float, table: Table) -> Cell:
    """The cell with its lines from a place on marked, where each item begins. Where lines of the list stand at the
    cell's margin only the first line of an item is set in."""
    lines = cell.lines[first:]
    if all(_is_level(line, lines[0]) for line in lines):
        names = names_in(line for cell in table.cells for line in cell.lines)
        width = (cell.bbox[2] if cell.bbox else 0.0) - usual - _left(lines[0])
        begun = list(begun_items(lines, width, names, listed=True))
    else:
        begun = [_is_level(line, lines[0]) for line in lines]
    if sum(begun) < FEWEST or sum(len(line.words) for line in lines) < FEWEST_WORDS * sum(begun):
        return cell
    items = [Line(line.words, begins=begins, item=begins) for line, begins in zip(lines, begun, strict=True)]
    return evolve(cell, lines=(*cell.lines[:first], *items))
