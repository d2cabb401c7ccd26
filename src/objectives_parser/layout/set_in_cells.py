"""Cells whose bullets no converter wrote: what stands further in than the text of the table's other cells, or than the
line that leads in to it.

    | What success looks like   |      | The agency will support:           |
    |    All deputies complete  |      |    Health centres to extend their  |
    |    the programme          |      | services to towns                  |
    |    Leadership score rises |      |    Rural clinics                   |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from objectives_parser.document import Block, Cell, Line, Table
from objectives_parser.frozen import evolve
from objectives_parser.layout.begun_items import begun_items, is_full
from objectives_parser.layout.wrapping import names_in, starts_item

DEEPER, DEEPEST = 0.7, 4.0  # ems
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
        if cell.bbox is None or id(cell) not in rooms or not _may_hold_list(cell):
            continue
        right = cell.bbox[2] - usual
        if all(_is_level(line, cell.lines[0]) for line in cell.lines):
            if cell.column in headed and _is_deeper(rooms[id(cell)] - usual, cell.lines[0]):
                found[id(cell)] = _with_items(cell, range(len(cell.lines)), right, table)
            continue
        for places in _lists_in(cell.lines, right):
            found[id(cell)] = _with_items(found.get(id(cell), cell), places, right, table)
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


def _leads(line: Line) -> bool:
    """Whether a line of a cell leads in to what is set in under it, or names it: `The agency will:`, `(Transport)`."""
    return line.text.endswith(":") or (line.text.startswith("(") and line.text.endswith(")"))


def _lists_in(lines: Sequence[Line], right: float) -> Iterator[range]:
    """The lines of the lists under the lines of a cell that lead in to them. A line at the cell's margin belongs to a
    list too if it goes on with the one above it."""
    first = 1
    while first < len(lines):
        lead, inner = lines[first - 1], lines[first]
        end = first + 1
        if _leads(lead) and _is_deeper(_left(inner) - _left(lead), inner):
            while end < len(lines) and (
                _is_level(lines[end], inner) or (_is_level(lines[end], lead) and _goes_on(*lines[end - 1 : end + 1], right))
            ):
                end += 1
            yield range(first, end)
        first = end


def _goes_on(above: Line, below: Line, right: float) -> bool:
    return not _leads(below) and (below.text[:1].islower() or is_full(above, below, right))


def _with_items(cell: Cell, places: range, right: float, table: Table) -> Cell:
    """The cell with some of its lines marked, where each item of a list begins. Where some stand at the cell's margin
    only the first line of an item is set in."""
    lines = cell.lines[places.start : places.stop]
    if all(_is_level(line, lines[0]) for line in lines):
        names = names_in(line for cell in table.cells for line in cell.lines)
        begun = list(begun_items(lines, right - _left(lines[0]), names, listed=True))
    else:
        begun = [_is_level(line, lines[0]) for line in lines]
    if sum(begun) < FEWEST or sum(len(line.words) for line in lines) < FEWEST_WORDS * sum(begun):
        return cell
    items = [Line(line.words, begins=begins, item=begins) for line, begins in zip(lines, begun, strict=True)]
    return evolve(cell, lines=(*cell.lines[: places.start], *items, *cell.lines[places.stop :]))
