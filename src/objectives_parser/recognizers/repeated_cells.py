"""Aims that a table prints again in every row that serves them, as exports do: one cell over its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from objectives_parser.document import Cell
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.grid import Row
from objectives_parser.records import STATEMENTS

Columns = dict[int, Cell]


def repeated_cells(rows: Sequence[Row], headers: Sequence[Header]) -> Mapping[int, Cell | None]:
    """For the identities of cells that state something: None for one that prints the cell above again, while a column
    right of it says something new, and for that cell above the cell over all these rows."""
    stating = [at for at, header in enumerate(headers) if header.role in STATEMENTS or header.role == "by-level"]
    found: dict[int, Cell | None] = {}
    for run in _runs(rows):
        grid = [{cell.column: cell for cell in row.cells if cell.filled and cell.column in stating} for row in run]
        joined: set[tuple[int, int]] = set()
        for place, column in enumerate(stating[:-1]):
            _join(grid, stating, place, joined)
            found.update(_widened(grid, column, joined))
    return found


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Body rows that follow each other, two of them at least, none of whose cells spans."""
    run: list[Row] = []
    for row in rows:
        plain = row.kind == "body" and len(row.covering) == len(row.cells)
        plain = plain and all(cell.row_span == cell.column_span == 1 for cell in row.cells)
        if plain and (not run or row.number == run[-1].number + 1):
            run.append(row)
            continue
        if len(run) > 1:
            yield run
        run = [row] if plain else []
    if len(run) > 1:
        yield run


def _join(grid: Sequence[Columns], stating: Sequence[int], place: int, joined: set[tuple[int, int]]) -> None:
    """Notes the cells of a column that print the one above them again, under the same cells left of them."""
    column, left, right = stating[place], stating[:place], stating[place + 1 :]
    for at in range(1, len(grid)):
        above, below = grid[at - 1], grid[at]
        if column not in above or column not in below or above[column].text != below[column].text:
            continue
        if any((other in above or other in below) and (at, other) not in joined for other in left):
            continue
        new = [below[other].text for other in right if other in below]
        if new and new != [above[other].text for other in right if other in above] and _says(below[column].text):
            joined.add((at, column))


def _says(text: str) -> bool:
    """Whether a cell says something of its own, and is no value or tick that rows have in common."""
    return len(text.split()) > 1 and any(char.isalpha() for char in text)


def _widened(grid: Sequence[Columns], column: int, joined: set[tuple[int, int]]) -> Iterator[tuple[int, Cell | None]]:
    head = 0
    for at in range(1, len(grid) + 1):
        if (at, column) in joined:
            yield id(grid[at][column]), None
            continue
        if at - head > 1:
            cell = grid[head][column]
            yield id(cell), attrs.evolve(cell, row_span=at - head)
        head = at
