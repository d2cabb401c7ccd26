"""The sheets of a workbook → headings and tables, for every spreadsheet format.

A sheet is a grid without end on which somebody placed tables. Empty rows part them where what follows begins with a
header of its own; empty columns where the two sides do not go on side by side to the same row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from objectives_parser.document import Block, Cell, Finding, Heading, Line, Paragraph
from objectives_parser.readers.composing import BLOCK_GAP, CELL_GAP, LINE_GAP, Run, Scribe
from objectives_parser.readers.grid import Spot, disjoint, squeeze, table_of

# What programs call a sheet that nobody named.
UNNAMED = re.compile(r"^(?:sheet|tabelle|feuil|feuille|hoja|blad|foglio|planilha|ark|лист)\s*\d*$", re.IGNORECASE)
PLAIN_NAME = re.compile(r"^[^\W\d]\w*$")
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


Place = tuple[int, int]


@attrs.frozen(kw_only=True)
class Sheet:
    """One visible sheet. Rows and columns count from 0; ``merges`` maps a range's first cell to its last."""

    name: str
    number: int
    cells: dict[Place, SheetCell]
    merges: dict[Place, Place] = attrs.field(factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def sheet_blocks(sheet: Sheet, scribe: Scribe) -> Iterator[Block]:
    """The sheet's name as a heading, then what stands on it from top to bottom."""
    shown = _shown(sheet)
    if not shown:
        return
    scribe.page = sheet.number
    if not UNNAMED.match(sheet.name.strip()):
        line = scribe.line([Run(text=sheet.name, bold=True)], begins=True)
        if line:
            yield Heading(lines=(line,), level=1)
    for part in _parts(shown):
        scribe.part(BLOCK_GAP)
        yield from _part_blocks(part, sheet, scribe)
    scribe.part(BLOCK_GAP)


def hidden_finding(sheet: Sheet) -> Finding | None:
    """What of a sheet was left out because it is hidden, if that says anything."""
    rows = {row for row, _ in sheet.cells if row in sheet.hidden_rows}
    columns = {column for _, column in sheet.cells if column in sheet.hidden_columns}
    if not rows and not columns:
        return None
    named = [f"rows {_ranges(row + 1 for row in rows)}"] if rows else []
    named += [f"columns {', '.join(column_name(column) for column in sorted(columns))}"] if columns else []
    message = f"Sheet {sheet.name}: hidden {' and '.join(named)} were left out."
    return Finding(code="hidden-cells", message=message, pages=(sheet.number,))


def _ranges(numbers: Iterable[int]) -> str:
    """3, 4, 5, 9 → "3–5, 9"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def column_name(column: int) -> str:
    """0 → "A", 26 → "AA"."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def place_name(sheet: str, row: int, column: int) -> str:
    """``Sheet!B4``, as spreadsheet programs write it."""
    quoted = sheet if PLAIN_NAME.match(sheet) else "'" + sheet.replace("'", "''") + "'"
    return f"{quoted}!{column_name(column)}{row + 1}"


Shown = list[Spot[tuple[Place, SheetCell]]]


def _shown(sheet: Sheet) -> Shown:
    """The cells that are seen, at their place among the rows and columns that are seen.

    A merged cell whose first row is hidden is seen in the first of its rows that is not.
    """
    last_row = max((row for row, _ in sheet.cells), default=-1)
    last_column = max((column for _, column in sheet.cells), default=-1)
    spots: Shown = []
    for (row, column), cell in sorted(sheet.cells.items()):
        end_row, end_column = sheet.merges.get((row, column), (row, column))
        rows = [each for each in range(row, min(end_row, last_row) + 1) if each not in sheet.hidden_rows]
        columns = [each for each in range(column, min(end_column, last_column) + 1) if each not in sheet.hidden_columns]
        if rows and columns:
            # Spans are kept in the sheet's own rows here; the rows hidden inside are squeezed out with the empty ones.
            span, width = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
            source = ((row, column), cell)
            spots.append(Spot(row=rows[0], column=columns[0], row_span=span, column_span=width, source=source))
    return _without_hidden(spots, sheet)


def _without_hidden(spots: Shown, sheet: Sheet) -> Shown:
    """Rows and columns numbered anew as if the hidden ones were not there; empty ones stay, for they part tables."""
    rows, columns = sorted(sheet.hidden_rows), sorted(sheet.hidden_columns)
    from bisect import bisect_left

    def moved(spot: Spot[tuple[Place, SheetCell]]) -> Spot[tuple[Place, SheetCell]]:
        row = spot.row - bisect_left(rows, spot.row)
        column = spot.column - bisect_left(columns, spot.column)
        last_row = spot.row + spot.row_span - bisect_left(rows, spot.row + spot.row_span)
        last_column = spot.column + spot.column_span - bisect_left(columns, spot.column + spot.column_span)
        return attrs.evolve(spot, row=row, column=column, row_span=last_row - row, column_span=last_column - column)

    return [moved(spot) for spot in spots]


def _parts(spots: Shown) -> Iterator[Shown]:
    """What empty rows and columns part from each other."""
    table: Shown = []
    for band in _bands(spots):
        if table and not _goes_on(table, band):
            yield from _sides(table)
            table = []
        table.extend(band)
    if table:
        yield from _sides(table)


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


def _part_blocks(part: Shown, sheet: Sheet, scribe: Scribe) -> Iterator[Block]:
    """A lone column of cells as headings and paragraphs; everything else as a table, its title before it."""
    if len({spot.column for spot in part}) == 1 and len(part) < 3:
        for spot in part:
            yield from _note(spot, scribe)
        return
    titles = _titles(part)
    for spot in titles:
        yield from _note(spot, scribe)
    spots = disjoint(squeeze(part[len(titles) :]))
    yield table_of([_cell(spot, sheet, scribe) for spot in spots], pages=(sheet.number,))


def _titles(part: Shown) -> Shown:
    """Rows of one cell at the head of a table, if no such row comes again: then they would be its sections."""
    by_row: dict[int, Shown] = {}
    for spot in part:
        by_row.setdefault(spot.row, []).append(spot)
    single = [row for row, spots in sorted(by_row.items()) if len(spots) == 1 and spots[0].row_span == 1]
    leading: Shown = []
    for row, spots in sorted(by_row.items()):
        if row not in single:
            break
        leading.extend(spots)
    return leading if len(leading) == len(single) and len(leading) < len(by_row) - 1 else []


def _note(spot: Spot[tuple[Place, SheetCell]], scribe: Scribe) -> Iterator[Block]:
    """A cell that stands alone: a heading if it is short and marked or large, else a paragraph."""
    cell = spot.source[1]
    lines = _lines(cell, scribe)
    scribe.part(BLOCK_GAP)
    if lines and cell.is_marked and cell.word_count <= 2 * MAX_HEADER_WORDS:
        yield Heading(lines=lines, level=2)
    elif lines:
        yield Paragraph(lines=lines)


def _cell(spot: Spot[tuple[Place, SheetCell]], sheet: Sheet, scribe: Scribe) -> Cell:
    (row, column), cell = spot.source
    scribe.part(CELL_GAP if spot.column else LINE_GAP)
    return Cell(
        row=spot.row,
        column=spot.column,
        row_span=spot.row_span,
        column_span=spot.column_span,
        lines=_lines(cell, scribe),
        page=sheet.number,
        fill=cell.fill,
        place=place_name(sheet.name, row, column),
    )


def _lines(cell: SheetCell, scribe: Scribe) -> tuple[Line, ...]:
    """The cell's lines, each of which somebody broke; empty ones are counted."""
    lines: list[Line] = []
    blanks = 0
    for runs in cell.lines:
        line = scribe.line(runs, begins=True)
        if line is None:
            blanks += 1
        else:
            lines.append(attrs.evolve(line, blanks=blanks))
            blanks = 0
    return tuple(lines)
