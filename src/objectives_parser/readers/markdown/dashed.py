"""Tables whose columns are drawn by runs of dashes, as converters from Word to Markdown write them.

``----- ------ ----`` stands under the head; a row is a line, or, between two whole rules, several up to an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from objectives_parser.document import Cell, Table
from objectives_parser.readers.grid import place_cells, table_of
from objectives_parser.readers.markdown.inline import Span, inline
from objectives_parser.readers.markdown.source import SourceLine

WHOLE = re.compile(r"^ {0,3}-{8,}[ \t]*$")
RUNS = re.compile(r"^ {0,3}-{3,}(?: +-{3,})+[ \t]*$")
RUN = re.compile(r"-+")
MOST_HEAD_LINES = 8


def dashed_end(lines: Sequence[SourceLine], at: int) -> int:
    """The line after a table drawn with runs of dashes that begins here; 0 where none does."""
    if WHOLE.match(lines[at].text):
        runs = _runs_under_head(lines, at + 1)
        return _closed(lines, runs + 1) if runs else 0
    begins = at + 1 < len(lines) and RUNS.match(lines[at + 1].text) and lines[at].text.strip()
    if not begins or (at and lines[at - 1].text.strip()):
        return 0
    end = at + 2
    while end < len(lines) and lines[end].text.strip() and not _is_rule(lines[end].text):
        end += 1
    return end + (end < len(lines) and _is_rule(lines[end].text)) if end > at + 2 else 0


def dashed_table(source: str, lines: Sequence[SourceLine]) -> Table | None:
    """Its cells; what stands over the runs of dashes is the head."""
    runs = next(number for number, line in enumerate(lines) if RUNS.match(line.text))
    starts = [match.start() for match in RUN.finditer(lines[runs].text)]
    head = [line for line in lines[:runs] if line.text.strip() and not _is_rule(line.text)]
    bands = [head, *_rows(lines[runs + 1 :], whole=bool(WHOLE.match(lines[0].text)))]
    rows = [[(spans, 1, 1) for spans in _cells(band, starts)] for band in bands]
    cells = [
        Cell(row=spot.row, column=spot.column, lines=inline(source, spot.source).lines, header=spot.row == 0)
        for spot in place_cells(rows)
    ]
    return table_of(cells) if any(cell.lines for cell in cells) else None


def _is_rule(text: str) -> bool:
    return RUNS.match(text) is not None or WHOLE.match(text) is not None


def _runs_under_head(lines: Sequence[SourceLine], at: int) -> int:
    """The line of runs of dashes under the lines of a head that begins here; 0 where none is."""
    for number in range(at, min(at + MOST_HEAD_LINES, len(lines))):
        if RUNS.match(lines[number].text):
            return number if number > at else 0
        if not lines[number].text.strip() or WHOLE.match(lines[number].text):
            return 0
    return 0


def _closed(lines: Sequence[SourceLine], at: int) -> int:
    """The line after the rule that closes a table; 0 where a heading comes before it, or none does."""
    for number in range(at, len(lines)):
        if _is_rule(lines[number].text):
            return number + 1 if number > at else 0
        if lines[number].text.startswith("#"):
            return 0
    return 0


def _rows(lines: Sequence[SourceLine], *, whole: bool) -> Iterator[list[SourceLine]]:
    """The lines of each row."""
    row: list[SourceLine] = []
    for line in lines:
        said = bool(line.text.strip()) and not _is_rule(line.text)
        if row and not (whole and said):
            yield row
            row = []
        if said:
            row.append(line)
    if row:
        yield row


def _cells(band: Sequence[SourceLine], starts: Sequence[int]) -> Iterator[list[Span]]:
    """A row's cells as the spans that they cover line by line."""
    cuts = [[0, *(_cut(line.text, start) for start in starts[1:]), len(line.text)] for line in band]
    for column in range(len(starts)):
        yield [
            (line.start + cut[column], line.start + max(cut[column], cut[column + 1]))
            for line, cut in zip(band, cuts, strict=True)
        ]


def _cut(text: str, place: int) -> int:
    """Where a line is cut for a column that begins at a place: behind a word that reaches over it."""
    place = min(place, len(text))
    while 0 < place < len(text) and not text[place - 1].isspace() and not text[place].isspace():
        place += 1
    return place
