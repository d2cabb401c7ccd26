"""The sheets of a workbook → headings and tables, for every spreadsheet format.

A sheet is a grid without end on which somebody placed tables. Empty rows part them where what follows begins with a
header of its own; empty columns where the two sides do not go on side by side to the same row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from objectives_parser.document import Block, Cell, Finding, Heading, Line, Paragraph
from objectives_parser.readers.composing import BLOCK_GAP, CELL_GAP, LINE_GAP, Run, Scribe
from objectives_parser.readers.grid import Spot, disjoint, squeeze, table_of
from objectives_parser.readers.parting import MAX_HEADER_WORDS, Place, SheetCell, Shown, parts, titles

# What programs call a sheet that nobody named.
UNNAMED = re.compile(r"^(?:sheet|tabelle|feuil|feuille|hoja|blad|foglio|planilha|ark|лист)\s*\d*$", re.IGNORECASE)
PLAIN_NAME = re.compile(r"^[^\W\d]\w*$")


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
    for part in parts(shown):
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


def _part_blocks(part: Shown, sheet: Sheet, scribe: Scribe) -> Iterator[Block]:
    """A lone column of cells as headings and paragraphs; everything else as a table, its title before it."""
    if len({spot.column for spot in part}) == 1 and len(part) < 3:
        for spot in part:
            yield from _note(spot, scribe)
        return
    above = titles(part)
    for spot in above:
        yield from _note(spot, scribe)
    spots = disjoint(squeeze(part[len(above) :]))
    yield table_of([_cell(spot, sheet, scribe) for spot in spots], pages=(sheet.number,))


def _note(spot: Spot[tuple[Place, SheetCell]], scribe: Scribe) -> Iterator[Block]:
    """A cell that stands alone: a heading if it is short, and marked or no sentence, else a paragraph."""
    cell = spot.source[1]
    lines = _lines(cell, scribe)
    scribe.part(BLOCK_GAP)
    sentence = bool(lines) and lines[-1].words[-1].text.endswith((".", ";"))
    if lines and cell.word_count <= 2 * MAX_HEADER_WORDS and (cell.is_marked or not sentence):
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
