"""Tables whose cells a converter parted by a sign of their own, a row a line, without a rule under the header:
`Action / By when / Lead`, `Action | By when | Lead`.

Only under a line that is nothing but headers. Empty cells may have been left out with their signs; a cell of several
paragraphs goes on over lines without them. A line without any between full rows titles the rows below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Furniture, Line, Table, Word
from objectives_parser.layout.stuck import part_of_word
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.roles import header_role

SIGNS = frozenset(("/", "|", "¦"))
_LEAST_COLUMNS, _LEAST_ROWS = 3, 2
_MOST_HEADER_WORDS, _MOST_LINE_WORDS = 9, 60
_SURE, _SURE_ROLES = 0.6, 4
_PIPE = "|"
_BETWEEN_PIPES = regex.compile(r"\||[^|]+")
_NUMBER = regex.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?$")

Row = list[list[Line]]


@attrs.frozen(kw_only=True)
class _Head:
    """The header's cells, and the sign that parts them; ``enclosed`` where one stands before the first as well;
    ``sure`` where they have so many roles that no other line reads so."""

    sign: str
    cells: list[list[Word]]
    enclosed: bool
    sure: bool

    @property
    def width(self) -> int:
        return len(self.cells)


def regions(printed: Sequence[TextLine]) -> Iterator[Region]:
    """Such tables among the lines."""
    lines = [_spread(line) for line in printed]
    at = 0
    while at < len(lines):
        head = _head(lines[at])
        rows, end = _rows(lines, at + 1, head) if head else ([], at)
        if head and _is_table(rows, lines[at:end], head):
            marks = tuple(word for line in lines[at:end] for word in line.words if word.text == head.sign)
            blocks = (_table(rows, lines[at].page), Furniture(lines=(Line(marks),), kind="cell-mark"))
            yield Region(first=lines[at].number, last=lines[end - 1].number, blocks=blocks)
        at = max(end, at + 1)


def _spread(line: TextLine) -> TextLine:
    """The line with words of their own for the pipes that stand between words without blanks: `Action|By when|Lead`."""
    if not any(_PIPE in word.text.strip(_PIPE) for word in line.words) and not _is_closed(line):
        return line
    return attrs.evolve(line, words=tuple(part for word in line.words for part in _pieces(word)))


def _is_closed(line: TextLine) -> bool:
    """`|Action` … `Lead|`: the pipes at both ends of a line touch its words."""
    first, last = (line.words[at].text if line.words else "" for at in (0, -1))
    return first[:1] == _PIPE and last[-1:] == _PIPE and bool(first.strip(_PIPE) or last.strip(_PIPE))


def _pieces(word: Word) -> Iterator[Word]:
    if _PIPE not in word.text or not word.text.strip(_PIPE) or word.end - word.start != len(word.text):
        yield word
        return
    for piece in _BETWEEN_PIPES.finditer(word.text):
        yield part_of_word(word, piece.start(), piece.end())


def _is_table(rows: Sequence[Row], lines: Sequence[TextLine], head: _Head) -> bool:
    """Whether the rows are enough, and most lines hold the sign: few cells go on over lines. Under a sure header one
    whole row is enough."""
    if head.sure and len(rows) > 1 and all(len(row) == len(rows[0]) for row in rows):
        return True
    return len(rows) > _LEAST_ROWS and _are_parted(lines, head.sign)


def _counts(line: TextLine, sign: str) -> int:
    return sum(word.text == sign for word in line.words)


def _are_parted(lines: Sequence[TextLine], sign: str) -> bool:
    """Whether most lines hold the sign: few cells go on over lines."""
    return 3 * sum(_counts(line, sign) > 0 for line in lines) >= 2 * len(lines)


def _head(line: TextLine) -> _Head | None:
    """The header that a line is: cells that are short, most of them header words of different roles."""
    if len(line.words) < 2 * _LEAST_COLUMNS - 1 or len(line.words) > _MOST_LINE_WORDS:
        return None
    for sign in SIGNS.intersection(word.text for word in line.words):
        enclosed = line.words[0].text == sign
        cells = _cells(line, sign, enclosed=enclosed)
        texts = [" ".join(word.text for word in cell) for cell in cells]
        if len(cells) < _LEAST_COLUMNS or any(not 0 < len(text.split()) <= _MOST_HEADER_WORDS for text in texts):
            continue
        roles = [header_role(text) for text in texts]
        sure = [role.role for role in roles if role is not None and role.strength >= _SURE]
        if len(set(sure)) > 1 and 2 * len(sure) >= len(texts):
            return _Head(sign=sign, cells=cells, enclosed=enclosed, sure=len(set(sure)) >= _SURE_ROLES)
    return None


def _cells(line: TextLine, sign: str, *, enclosed: bool, open_end: bool = False) -> list[list[Word]]:
    """The line's cells; with ``open_end`` a sign at its end begins another."""
    cells: list[list[Word]] = [[]]
    for word in line.words:
        if word.text == sign:
            cells.append([])
        else:
            cells[-1].append(word)
    if enclosed and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if len(cells) > 1 and not cells[-1] and not open_end else cells


def _rows(lines: Sequence[TextLine], at: int, head: _Head) -> tuple[list[Row], int]:
    """The rows, the header first, and the position behind them: up to a blank line, or to lines that do not fit."""
    header: Row = [[Line(tuple(cell))] for cell in head.cells]
    body: list[list[list[Word]]] = []
    first = at
    while at < len(lines) and lines[at].words and not lines[at].level:
        cells = _cells(lines[at], head.sign, enclosed=head.enclosed)
        if len(cells) > head.width + 1 or (len(cells) > head.width and not _is_numbered(cells[0])):
            break
        body.append(cells)
        at += 1
    if any(len(cells) > head.width for cells in body):
        if any(head.width - 1 < len(cells) <= head.width for cells in body):
            return [header], at
        return [[[], *header], *_line_rows(body, head.width + 1)], at
    open_ended = [_cells(line, head.sign, enclosed=head.enclosed, open_end=True) for line in lines[first:at]]
    ways = (_whole_rows(cells, head.width) for cells in (body, open_ended))
    return [header, *(next(filter(None, ways), None) or _line_rows(body, head.width))], at


def _is_numbered(cell: Sequence[Word]) -> bool:
    """Whether a cell begins with a number: such a column may have no name."""
    return bool(cell) and _NUMBER.match(cell[0].text) is not None


def _whole_rows(body: Sequence[list[list[Word]]], width: int) -> list[Row]:
    """Rows of several lines each, every cell there, where that explains the text: no row lacks a cell or has one too
    many. Lines without the sign behind a whole row are further paragraphs of its last cell."""
    rows: list[Row] = []
    joined = False
    for cells in body:
        if not rows or (len(rows[-1]) == width and len(cells) > 1):
            rows.append([])
        elif len(cells) > 1:
            joined = True
        _add(rows[-1], cells)
        if len(rows[-1]) > width:
            return []
    return rows if joined and rows and len(rows[-1]) == width else []


def _line_rows(body: Sequence[list[list[Word]]], width: int) -> list[Row]:
    """A row a line, or nearly so, where empty cells were left out with their signs."""
    rows: list[Row] = []
    for cells in body:
        if not rows or _ends(rows[-1], cells, width):
            rows.append([])
        _add(rows[-1], cells)
    return rows if rows and len(rows[-1]) > 1 else rows[:-1]


def _ends(row: Row, cells: Sequence[Sequence[Word]], width: int) -> bool:
    """Whether a row is whole before a line with these cells."""
    if len(cells) == 1 and len(row) > 1 and cells[0] and cells[0][0].text[:1].islower():
        return False
    if len(row) == width or len(cells) == width or len(row) + len(cells) - 1 > width:
        return True
    return len(row) > 1 and 2 * len(row) >= width and 2 * len(cells) >= width


def _add(row: Row, cells: Sequence[Sequence[Word]]) -> None:
    """The first of a line's cells goes on with the last that the row has."""
    lines = [[Line(tuple(cell))] if cell else [] for cell in cells]
    if row:
        row[-1].extend(lines[0])
        row.extend(lines[1:])
    else:
        row.extend(lines)


def _table(rows: Sequence[Row], page: int) -> Table:
    width = len(rows[0])
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        if len(row) == 1:
            cells.append(Cell(row=number, column=0, column_span=width, lines=tuple(row[0]), page=page))
            continue
        for column, lines in enumerate([*row, *([] for _ in range(width - len(row)))]):
            cells.append(Cell(row=number, column=column, lines=tuple(lines), header=number == 0, page=page))
    return Table(cells=tuple(cells), rows=len(rows), columns=width, pages=(page,), way="parted")
