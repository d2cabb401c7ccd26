"""CSV and TSV → Document: one table. ``Document.text`` is the decoded file, every word a slice of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Block, Cell, Document, Line, Paragraph, Word
from objectives_parser.readers.grid import table_of
from objectives_parser.readers.limits import Clock, Limits, over
from objectives_parser.readers.sheets import column_name

CSV, TSV = "text/csv", "text/tab-separated-values"
DELIMITERS = (",", ";", "\t", "|")
SAMPLE = 100_000
MOST_TITLES = 6
NON_BLANK = re.compile(r"\S+")
LINE_END = re.compile(r"\r\n|\n|\r")
# `sep=;` in the first line tells Excel what parts the cells.
STATED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Field:
    """A cell of the file: where its content stands, quotes left out, and whether it was quoted."""

    start: int
    end: int
    quoted: bool = False


def read(data: bytes, name: str, limits: Limits) -> Document:
    """A file of separated values → a table; rows of one cell before it, such as a title, are paragraphs."""
    from objectives_parser.readers.text import decode

    decoded = decode(data)
    text = decoded.text
    delimiter, start = _delimiter(text, name)
    rows: list[list[Field]] = []
    count = 0
    clock = Clock(name, limits)
    for row in _rows(text, start, delimiter):
        clock.tick()
        count += len(row)
        if count > limits.max_cells:
            raise over(name, "the file has too many cells", limits.max_cells, "--max-cells")
        rows.append(row)
    return Document(
        name=name,
        media_type=TSV if delimiter == "\t" else CSV,
        text=text,
        blocks=tuple(_blocks(text, rows)),
        findings=decoded.findings,
    )


def _delimiter(text: str, name: str) -> tuple[str, int]:
    """What parts the cells, and where the first row begins: as stated, or what cuts most rows into equally many."""
    stated = STATED.match(text)
    if stated:
        return stated.group(1), stated.end()
    scores = {delimiter: _regularity(text[:SAMPLE], delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return (best if scores[best] > 0 else ","), 0


def _regularity(sample: str, delimiter: str) -> float:
    """The share of rows with the most frequent width above one, and a little for the width itself."""
    widths = Counter(len(row) for row in _rows(sample, 0, delimiter) if row)
    wide = [(count, width) for width, count in widths.items() if width > 1]
    if not wide:
        return 0.0
    count, width = max(wide)
    return count / sum(widths.values()) + min(width, 50) / 1000


def _rows(text: str, start: int, delimiter: str) -> Iterator[list[Field]]:
    """Rows of fields by the rules of RFC 4180; a quote that is never closed is a sign like any other."""
    row: list[Field] = []
    at = start
    while at < len(text):
        field, at = _field(text, at, delimiter)
        row.append(field)
        if at >= len(text):
            break
        if text[at] == delimiter:
            at += 1
            if at == len(text):
                row.append(Field(start=at, end=at))
            continue
        at += 2 if text.startswith("\r\n", at) else 1
        yield row
        row = []
    if row:
        yield row


def _field(text: str, at: int, delimiter: str) -> tuple[Field, int]:
    """The field that begins here, and where what ended it stands."""
    if text.startswith('"', at):
        end = _closing_quote(text, at + 1)
        after = end + 1
        while after < len(text) and text[after] == " " and delimiter != " ":
            after += 1
        if end >= 0 and (after >= len(text) or text[after] in (delimiter, "\r", "\n")):
            return Field(start=at + 1, end=end, quoted=True), after
    end = at
    while end < len(text) and text[end] not in (delimiter, "\r", "\n"):
        end += 1
    return Field(start=at, end=end), end


def _closing_quote(text: str, at: int) -> int:
    """The quote that ends the field, doubled ones passed over; -1 where there is none."""
    while True:
        at = text.find('"', at)
        if at < 0:
            return -1
        if not text.startswith('""', at):
            return at
        at += 2


def _blocks(text: str, rows: Sequence[list[Field]]) -> Iterator[Block]:
    """What stands in rows of its own before the table, such as a title and a date, then the table of the other rows."""
    said = [(number, row) for number, row in enumerate(rows) if any(text[f.start : f.end].strip() for f in row)]
    first, titles = 0, _titles(text, [row for _, row in said[: MOST_TITLES + 1]])
    while first < titles:
        lines = tuple(line for field in said[first][1] for line in _lines(text, field))
        yield Paragraph(lines=lines)
        first += 1
    cells = [
        Cell(row=row, column=column, lines=_lines(text, field), place=f"{column_name(column)}{number + 1}")
        for row, (number, fields) in enumerate(said[first:])
        for column, field in enumerate(fields)
    ]
    if cells:
        used = max(cell.column for cell in cells if cell.lines)
        yield table_of([cell for cell in cells if cell.column <= used])


def _titles(text: str, rows: Sequence[Sequence[Field]]) -> int:
    """How many rows of one cell stand before the first of several."""
    wide = next((at for at, row in enumerate(rows) if not _is_lone(text, row)), 0)
    return wide if all(text[row[0].start : row[0].end].strip() for row in rows[:wide]) else 0


def _is_lone(text: str, row: Sequence[Field]) -> bool:
    return sum(1 for field in row if text[field.start : field.end].strip()) == 1


def _lines(text: str, field: Field) -> tuple[Line, ...]:
    """A field's lines; the line breaks in it are stated."""
    lines: list[Line] = []
    blanks = 0
    at = field.start
    for match in [*LINE_END.finditer(text, field.start, field.end), None]:
        end = match.start() if match else field.end
        words = tuple(_words(text, at, end, field.quoted))
        if words:
            lines.append(Line(words=words, begins=True, blanks=blanks))
        blanks = 0 if words else blanks + 1
        at = match.end() if match else end
    return tuple(lines)


def _words(text: str, start: int, end: int, quoted: bool) -> Iterator[Word]:
    """The words between two places. A doubled quote prints one: its first sign is mark-up."""
    for match in NON_BLANK.finditer(text, start, end):
        glued = False
        for at, stop in _said(text, match.start(), match.end(), quoted):
            yield Word(text=text[at:stop], start=at, end=stop, glued=glued)
            glued = True


def _said(text: str, start: int, end: int, quoted: bool) -> Iterator[tuple[int, int]]:
    at = start
    while quoted and (double := text.find('""', at, end)) >= 0:
        if double > at:
            yield at, double
        at = double + 1
        following = text.find('""', at + 1, end)
        stop = following if following >= 0 else end
        yield at, stop
        at = stop
    if at < end:
        yield at, end
