"""Tables of pipes, also broken ones: too few or too many pipes, rows over several lines, no rule under the header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Cell, Table
from objectives_parser.layout.lost_spans import header_lacks_number, moved_rows
from objectives_parser.readers.grid import table_of
from objectives_parser.readers.markdown.inline import Span, inline
from objectives_parser.readers.markdown.lines import PIPE_RULE, is_open
from objectives_parser.readers.markdown.source import SourceLine
from objectives_parser.readers.markdown.stacked_cells import begins_stacked, stacked_rows

EMPTY = re.compile(r"NaN|nan|NaT|<NA>|Unnamed: \d{1,3}(?:_level_\d)?")
_FEWEST_EMPTY = 2
PIPE = re.compile(r"(?<!\\)\|")


def pipe_table(source: str, lines: Sequence[SourceLine]) -> Table | None:
    """A table of pipes → its cells; None where no cell says anything."""
    stacked = _stacked(lines)
    rows = [_row_cells(row, enclosed=not stacked) for row in stacked or _rows(lines)]
    header_rows = 1 if stacked else _header_rows(lines)
    width = _width(rows, header_rows)
    fitted = [[spans for _, spans in _fitted(row, width)] for row in rows]
    if _is_frame(source, fitted):
        fitted = [[[] if _says_nothing(source, spans) else spans for spans in row] for row in fitted]
        header_rows = 0 if any(not spans for spans in fitted[0]) else header_rows
    moved = _moved(source, fitted, header_rows, width)
    cells: list[Cell] = []
    above: dict[int, int] = {}
    number = 0
    for index, row in enumerate(fitted):
        step = moved.get(index, 0)
        made = [_cell(source, number, column, spans, index < header_rows) for column, spans in enumerate(row)]
        # A table that Markdown forces to have a header often has an empty one.
        if index < header_rows and not any(cell.lines for cell in made):
            continue
        if step:
            made = _right_by(step, made, width)
        if step and index >= header_rows:
            _reach_down(cells, above, step)
        above.update({cell.column: len(cells) + place for place, cell in enumerate(made)})
        cells.extend(made)
        number += 1
    return table_of(cells) if any(cell.lines for cell in cells) else None


def _is_frame(source: str, rows: Sequence[Sequence[list[Span]]]) -> bool:
    """Whether a program that computes with tables wrote this one: it has a word for each empty cell."""
    return sum(_says_nothing(source, spans) for row in rows for spans in row) >= _FEWEST_EMPTY


def _says_nothing(source: str, spans: Sequence[Span]) -> bool:
    """`NaN`, `NaT`, and `Unnamed: 3` for the head of a column that has none."""
    return EMPTY.fullmatch(_said(source, spans)) is not None


def _moved(source: str, rows: Sequence[Sequence[list[Span]]], header_rows: int, width: int) -> dict[int, int]:
    """The rows that lack what a cell over several rows or columns says beside them, by how many columns each."""
    if width < 3 or all(row[-1] and _said(source, row[-1]) for row in rows):
        return {}
    texts = [[_said(source, spans) for spans in row] for row in rows]
    moved = moved_rows(texts, header_rows, width)
    return {**moved, 0: 1} if header_lacks_number(texts, header_rows, width) else moved


def _said(source: str, spans: Sequence[Span]) -> str:
    return " ".join(source[start:end] for start, end in spans).strip()


def _right_by(step: int, cells: Sequence[Cell], width: int) -> list[Cell]:
    return [attrs.evolve(cell, column=cell.column + step) for cell in cells if cell.column + step < width]


def _reach_down(cells: list[Cell], above: dict[int, int], columns: int) -> None:
    """The last cells of the first columns go on over one row more."""
    for column in range(columns):
        if column in above:
            at = above[column]
            cells[at] = attrs.evolve(cells[at], row_span=cells[at].row_span + 1)


def _stacked(lines: Sequence[SourceLine]) -> list[Sequence[SourceLine]]:
    """The rows of a table with a cell a line; none in any other."""
    if not lines or not begins_stacked(lines[0].text):
        return []
    rows: list[Sequence[SourceLine]] = []
    at = 0
    for length in stacked_rows(line.text for line in lines):
        rows.append(lines[at : at + length])
        at += length + (not at)  # behind the header the rule
    return rows


def _rows(lines: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    """Rows as the lines that make them: an enclosed row that is not closed goes on until a line closes it."""
    row: list[SourceLine] = []
    for line in lines:
        if not line.text.strip() or ("-" in line.text and PIPE_RULE.match(line.text)):
            continue
        begins = line.text.lstrip().startswith("|")
        if row and (begins or not row[0].text.lstrip().startswith("|") or not is_open(row[-1].text)):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _header_rows(lines: Sequence[SourceLine]) -> int:
    """1 where a rule of dashes stands under the first row, else 0."""
    return int(len(lines) > 1 and "-" in lines[1].text and bool(PIPE_RULE.match(lines[1].text)))


def _row_cells(row: Sequence[SourceLine], *, enclosed: bool) -> list[list[Span]]:
    """A row → its cells, each the spans of the source, a span a line, that it covers. ``enclosed`` says that a pipe at
    its head opens the first cell."""
    cells: list[list[Span]] = [[]]
    for line in row:
        at = line.start
        for pipe in PIPE.finditer(line.text):
            cells[-1].append((at, line.start + pipe.start()))
            cells.append([])
            at = line.start + pipe.end()
        cells[-1].append((at, line.end))
    if enclosed and row[0].text.lstrip().startswith("|"):
        cells = cells[1:]
    if row[-1].text.rstrip().endswith("|") and len(cells) > 1:
        cells = cells[:-1]
    return cells


def _width(rows: Sequence[Sequence[object]], header_rows: int) -> int:
    """The header says how many columns there are; without one, the most frequent number of cells."""
    if header_rows and len(rows[0]) > 1:
        return len(rows[0])
    counts = [len(row) for row in rows]
    return max(set(counts), key=lambda count: (counts.count(count), count), default=1)


def _fitted(row: list[list[Span]], width: int) -> Iterator[tuple[int, list[Span]]]:
    """The row's cells by column: those beyond the last column go on in the last, as a pipe inside a sentence does."""
    for column, spans in enumerate(row[:width]):
        yield column, spans if column < width - 1 else _joined([span for cell in row[column:] for span in cell])
    for column in range(len(row), width):
        yield column, []


def _joined(spans: list[Span]) -> list[Span]:
    """Spans that only a pipe parts are one, the pipe a word of it."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and joined[-1][1] == start - 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _cell(source: str, row: int, column: int, spans: list[Span], header: bool) -> Cell:
    return Cell(row=row, column=column, lines=inline(source, spans).lines, header=header)
