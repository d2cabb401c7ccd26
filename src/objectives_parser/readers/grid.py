"""Cells with spans, as marked-up formats state them, → their places on a grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import attrs

from objectives_parser.document import Cell, Table

Source = TypeVar("Source")

# Beyond this, the places that no cell covers stay without an empty one.
MAX_PLACES = 1_000_000


@attrs.frozen(kw_only=True)
class Spot(Generic[Source]):
    """Where a cell of the source stands: its first row and column, and how many of each it spans."""

    row: int
    column: int
    row_span: int
    column_span: int
    source: Source


def place_cells(rows: Iterable[Sequence[tuple[Source, int, int]]]) -> list[Spot[Source]]:
    """Rows of (cell, row span, column span) → spots, by the rule of HTML: a cell takes the first free column.

    Spans end at the last row and are squeezed to the columns that some cell begins in, so that ``colspan="1000"`` over
    a table of five columns spans five.
    """
    taken_until: list[int] = []
    spots: list[Spot[Source]] = []
    height = 0
    for row, cells in enumerate(rows):
        height = row + 1
        column = 0
        for source, row_span, column_span in cells:
            while column < len(taken_until) and taken_until[column] > row:
                column += 1
            end = column + column_span
            taken_until.extend([0] * (end - len(taken_until)))
            taken_until[column:end] = [row + row_span] * column_span
            spot = Spot(row=row, column=column, row_span=row_span, column_span=column_span, source=source)
            spots.append(spot)
            column = end
    return disjoint(squeeze([attrs.evolve(spot, row_span=min(spot.row_span, height - spot.row)) for spot in spots]))


def squeeze(spots: Sequence[Spot[Source]]) -> list[Spot[Source]]:
    """The same spots without the rows and columns in which no cell begins."""
    rows = sorted({spot.row for spot in spots})
    columns = sorted({spot.column for spot in spots})
    return [_squeezed(spot, rows, columns) for spot in spots]


def _squeezed(spot: Spot[Source], rows: Sequence[int], columns: Sequence[int]) -> Spot[Source]:
    row, column = bisect_left(rows, spot.row), bisect_left(columns, spot.column)
    return attrs.evolve(
        spot,
        row=row,
        column=column,
        row_span=max(bisect_left(rows, spot.row + spot.row_span) - row, 1),
        column_span=max(bisect_left(columns, spot.column + spot.column_span) - column, 1),
    )


def disjoint(spots: Sequence[Spot[Source]]) -> list[Spot[Source]]:
    """The same spots, spans cut back where they would cover another cell's place."""
    owners: dict[tuple[int, int], int] = {(spot.row, spot.column): number for number, spot in enumerate(spots)}
    return [_cut_back(spot, number, owners) for number, spot in enumerate(spots)]


def _cut_back(spot: Spot[Source], number: int, owners: dict[tuple[int, int], int]) -> Spot[Source]:
    if spot.row_span == spot.column_span == 1:
        return spot
    wide = 1
    while wide < spot.column_span and owners.get((spot.row, spot.column + wide), number) == number:
        wide += 1
    high = 1
    while high < spot.row_span and all(
        owners.get((spot.row + high, column), number) == number for column in range(spot.column, spot.column + wide)
    ):
        high += 1
    for row in range(spot.row, spot.row + high):
        for column in range(spot.column, spot.column + wide):
            owners[(row, column)] = number
    return attrs.evolve(spot, row_span=high, column_span=wide)


def table_of(cells: Sequence[Cell], pages: tuple[int, ...] = ()) -> Table:
    """The table around these cells; places that no cell covers get an empty one."""
    rows = max((cell.row + cell.row_span for cell in cells), default=0)
    columns = max((cell.column + cell.column_span for cell in cells), default=0)
    page = pages[0] if pages else None
    everything = [*cells, *_blanks(cells, rows, columns, page)]
    everything.sort(key=lambda cell: (cell.row, cell.column))
    kept = _with_sections(_with_heads(everything), columns)
    return Table(cells=tuple(kept), rows=rows, columns=columns, pages=pages)


def _with_sections(cells: Sequence[Cell], columns: int) -> Sequence[Cell]:
    """A lone first cell in bold type or with a fill, in a table whose other first cells have neither, titles the rows
    below: it goes over its empty neighbours, merged with them or not."""
    by_row: dict[int, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    crossed = {row for cell in cells for row in range(cell.row + 1, cell.row + cell.row_span)}
    lone = {row for row, found in by_row.items() if row not in crossed and _is_lone(found)}
    others = [found[0] for row, found in by_row.items() if row not in lone and found[0].lines and not found[0].header]
    if columns < 3 or not lone or len(lone) > len(others) or any(map(_is_marked, others)):
        return cells
    kept = [cell for cell in cells if cell.row not in lone or cell.lines]
    return [attrs.evolve(cell, column_span=columns) if cell.row in lone else cell for cell in kept]


def _is_lone(row: Sequence[Cell]) -> bool:
    first, *others = row
    said = bool(first.lines) and first.column == 0 and first.row_span == 1 and not first.header and _is_marked(first)
    return said and bool(others) and not any(cell.lines or cell.row_span > 1 for cell in others)


def _with_heads(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Where the format names no header cell: those of rows set apart from the rest by bold type or a fill.

    Such a row has two short cells at least, and most rows of the table are not set apart; it need not be the first.
    """
    if any(cell.header for cell in cells):
        return cells
    by_row: dict[int, list[Cell]] = {}
    for cell in cells:
        if cell.lines:
            by_row.setdefault(cell.row, []).append(cell)
    wide = {row: found for row, found in by_row.items() if len(found) > 1}
    marked = {row for row, found in wide.items() if all(map(_is_marked, found))}
    if len(marked) * 2 > len(wide):
        return cells
    heads = {row for row in marked if all(_word_count(cell) <= 8 for cell in wide[row])}
    return [attrs.evolve(cell, header=True) if cell.row in heads else cell for cell in cells]


def _is_marked(cell: Cell) -> bool:
    return cell.fill is not None or all(word.bold for line in cell.lines for word in line.words)


def _word_count(cell: Cell) -> int:
    return sum(len(line.words) for line in cell.lines)


def _blanks(cells: Sequence[Cell], rows: int, columns: int, page: int | None) -> Iterator[Cell]:
    if rows * columns > MAX_PLACES:
        return
    covered = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in covered:
                yield Cell(row=row, column=column, page=page)
