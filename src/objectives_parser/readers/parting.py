"""Where one table of a sheet ends and another begins: empty rows, empty columns, headers printed again."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs

from objectives_parser.readers.composing import Run
from objectives_parser.readers.grid import Spot

MAX_HEADER_WORDS = 8


@attrs.frozen(kw_only=True)
class SheetCell:
    """A cell that says something: its lines, as runs; None stands for an empty line."""

    lines: tuple[tuple[Run, ...], ...]
    fill: str | None = None

    @property
    def is_marked(self) -> bool:
        """Bold or filled, as headers are."""
        runs = [run for line in self.lines for run in line if run.text.strip()]
        return self.fill is not None or all(run.bold for run in runs)

    @property
    def word_count(self) -> int:
        return sum(len(run.text.split()) for line in self.lines for run in line)


Place: TypeAlias = tuple[int, int]
Shown: TypeAlias = list[Spot[tuple[Place, SheetCell]]]


def parts(spots: Shown) -> Iterator[Shown]:
    """What empty rows and columns part from each other."""
    table: Shown = []
    for band in _bands(spots):
        if table and not _goes_on(table, band):
            yield from _chapters(table)
            table = []
        table.extend(band)
    if table:
        yield from _chapters(table)


def _bands(spots: Shown) -> Iterator[Shown]:
    """Runs of rows without an empty one between them."""
    band: Shown = []
    end = 0
    for spot in sorted(spots, key=lambda spot: (spot.row, spot.column)):
        if band and spot.row > end:
            yield band
            band = []
        band.append(spot)
        end = max(end, spot.row + spot.row_span) if len(band) > 1 else spot.row + spot.row_span
    if band:
        yield band


def _goes_on(table: Shown, band: Shown) -> bool:
    """Rows after an empty row belong to the table above if they stand in its columns and begin with no header."""
    if _is_title(table) or len({spot.column for spot in table}) < 2:
        return False
    first, last = _columns(table)
    start, end = _columns(band)
    return first <= start and end <= last and not _begins_with_header(band) and not _is_title(band)


def _columns(spots: Shown) -> tuple[int, int]:
    return min(spot.column for spot in spots), max(spot.column + spot.column_span for spot in spots)


def _is_title(band: Shown) -> bool:
    """One cell alone."""
    return len(band) == 1


def _begins_with_header(band: Shown) -> bool:
    """A first row of short marked cells over rows that are not all marked."""
    top = band[0].row
    first = [spot.source[1] for spot in band if spot.row == top]
    rest = [spot.source[1] for spot in band if spot.row != top]
    return len(first) > 1 and bool(rest) and _are_short(first) and _all_marked(first) and not _all_marked(rest)


def _all_marked(cells: Sequence[SheetCell]) -> bool:
    return all(cell.is_marked for cell in cells)


def _are_short(cells: Sequence[SheetCell]) -> bool:
    return all(cell.word_count <= MAX_HEADER_WORDS for cell in cells)


def _sides(spots: Shown) -> Iterator[Shown]:
    """Tables side by side: an empty column between parts of two columns or more each, that end in different rows."""
    edges = sorted({spot.column for spot in spots} | {spot.column + spot.column_span for spot in spots})
    for edge in edges[1:-1]:
        left = [spot for spot in spots if spot.column + spot.column_span <= edge]
        right = [spot for spot in spots if spot.column > edge]
        if len(left) + len(right) == len(spots) and _is_apart(left, right):
            yield from _sides(left)
            yield from _sides(right)
            return
    yield spots


def _is_apart(left: Shown, right: Shown) -> bool:
    if not all(len({s.column for s in side}) > 1 and len({s.row for s in side}) > 1 for side in (left, right)):
        return False
    return max(spot.row for spot in left) != max(spot.row for spot in right)


def _chapters(spots: Shown) -> Iterator[Shown]:
    """One table under another, each with a title row and the same header again, are tables of their own."""
    rows = by_row(spots)
    said = {row: tuple(_text(spot.source[1]) for spot in found) for row, found in rows.items()}
    numbers = sorted(rows)
    heads = {row for row in numbers if len(said[row]) > 1 and list(said.values()).count(said[row]) > 1}
    cuts = [
        title
        for title, head in itertools.pairwise(numbers)
        if head in heads and is_single(rows[title]) and said[head] == said[min(heads)]
    ]
    for first, last in itertools.pairwise([numbers[0], *(cut for cut in cuts if cut > numbers[0]), numbers[-1] + 1]):
        yield from _sides([spot for spot in spots if first <= spot.row < last])


def _text(cell: SheetCell) -> str:
    return " ".join(" ".join(run.text for run in line) for line in cell.lines).casefold()


def by_row(spots: Shown) -> dict[int, Shown]:
    """The cells by the row that they begin in."""
    rows: dict[int, Shown] = {}
    for spot in spots:
        rows.setdefault(spot.row, []).append(spot)
    return rows


def is_single(row: Shown) -> bool:
    """A row of one cell, which goes over no other row."""
    return len(row) == 1 and row[0].row_span == 1


def titles(part: Shown) -> Shown:
    """Rows of one cell at the head of a table, if no such row comes again: then they would be its sections."""
    rows = by_row(part)
    single = [row for row, spots in sorted(rows.items()) if is_single(spots)]
    leading: Shown = []
    for row, spots in sorted(rows.items()):
        if row not in single:
            break
        leading.extend(spots)
    return leading if len(leading) == len(single) and len(leading) < len(rows) - 1 else []
