"""Cells whose bullets no converter wrote: what stands further in than the text of the table's other cells, or than the
line that leads in to it.

    | What success looks like   |      | The agency will support:           |
    |    All deputies complete  |      |    Health centres to extend their  |
    |    the programme          |      | services to towns                  |
    |    Leadership score rises |      |    Rural clinics                   |
"""

from __future__ import annotations

from bisect import bisect_left
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
    lists: dict[int, list[range]] = {}
    for cell in table.cells:
        if id(cell) not in rooms or not _may_hold_list(cell):
            continue
        if not all(_is_level(line, cell.lines[0]) for line in cell.lines):
            lists[id(cell)] = list(_lists_in(cell.lines, _right(cell, usual)))
        elif cell.column in headed and _is_deeper(rooms[id(cell)] - usual, cell.lines[0]):
            lists[id(cell)] = [range(len(cell.lines))]
    if not any(lists.values()):
        return table
    names = names_in(line for cell in table.cells for line in cell.lines)
    return evolve(table, cells=tuple(_listed(cell, lists.get(id(cell), ()), usual, names) for cell in table.cells))


def _right(cell: Cell, usual: float) -> float:
    """How far right a cell's lines may reach."""
    return (cell.bbox[2] if cell.bbox else 0.0) - usual


def _room(cell: Cell) -> float | None:
    """The room between a cell's left side and its first word."""
    lefts = [line.bbox[0] for line in cell.lines if line.bbox is not None]
    return min(lefts) - cell.bbox[0] if lefts and cell.bbox is not None else None


def _usual(rooms: Iterable[float]) -> float:
    """The least room that cells of a table leave before their text, several of them."""
    ordered = sorted(rooms)
    enough = max(FEWEST, SHARE * len(ordered))
    alike = (bisect_left(ordered, least + SAME) - at for at, least in enumerate(ordered))
    return next((least for least, count in zip(ordered, alike, strict=True) if count >= enough), 0.0)


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
                _is_level(lines[end], inner) or _goes_on(lead, lines[end - 1], lines[end], right)
            ):
                end += 1
            yield range(first, end)
        first = end


def _goes_on(lead: Line, above: Line, below: Line, right: float) -> bool:
    """Whether a line at the margin of its cell goes on with the one above it."""
    if not _is_level(below, lead) or _leads(below):
        return False
    return below.text[:1].islower() or is_full(above, below, right)


def _listed(cell: Cell, lists: Sequence[range], usual: float, names: frozenset[str]) -> Cell:
    """The cell with the lines of its lists marked, where each item begins."""
    lines = list(cell.lines)
    for places in lists:
        lines[places.start : places.stop] = _items(lines[places.start : places.stop], _right(cell, usual), names)
    return evolve(cell, lines=tuple(lines)) if lists else cell


def _items(lines: Sequence[Line], right: float, names: frozenset[str]) -> Sequence[Line]:
    """The lines of a list marked; as they are where it has no several items of some words. Where some stand at the
    cell's margin only the first line of an item is set in."""
    if all(_is_level(line, lines[0]) for line in lines):
        begun = list(begun_items(lines, right - _left(lines[0]), names, listed=True))
    else:
        begun = [_is_level(line, lines[0]) for line in lines]
    if sum(begun) < FEWEST or sum(len(line.words) for line in lines) < FEWEST_WORDS * sum(begun):
        return lines
    return [Line(line.words, begins=begins, item=begins) for line, begins in zip(lines, begun, strict=True)]
