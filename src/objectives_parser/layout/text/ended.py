"""Tables whose cells each end with a pipe, without a rule under the header, and whose cells may have several lines:

    Action | By | Lead |
    Found a library
    in the hall | May 2027 |
    Town clerk |

Only under a line of headers that ends in a pipe itself; rows beside a cell over several rows hold the cells that are
theirs alone, from the left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Cell, Furniture, Line, Table, Word
from objectives_parser.layout.ended_rows import ended_rows
from objectives_parser.layout.lost_spans import moved_rows
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.roles import header_role

_LEAST_COLUMNS, _LEAST_ROWS, _LEAST_ROLES = 3, 2, 2
_MOST_HEADER_WORDS, _MOST_LINE_WORDS = 9, 60
_SURE = 0.6

Row = list[list[Line]]


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """Such tables among the lines."""
    at = 0
    while at < len(lines):
        header = _header(lines[at])
        if header is None:
            at += 1
            continue
        width = len(header)
        counts = ended_rows((line.text for line in lines[at + 1 :]), width)
        if len(counts) < _LEAST_ROWS:
            at += 1
            continue
        end = at + 1
        rows: list[Row] = [header]
        for count in counts:
            rows.append(_cells(lines[end : end + count]))
            end += count
        marks = tuple(word for line in lines[at:end] for word in line.words if _is_mark(word))
        blocks = (_table(rows, lines[at].page), Furniture(lines=(Line(marks),), kind="cell-mark"))
        yield Region(first=lines[at].number, last=lines[end - 1].number, blocks=blocks)
        at = end


def _is_mark(word: Word) -> bool:
    return word.text[0] == "|" and not word.text.strip("|")


def _header(line: TextLine) -> Row | None:
    """The cells of a line of headers, two of them of different roles, that ends in a pipe."""
    words = line.words
    if not 2 * _LEAST_COLUMNS <= len(words) <= _MOST_LINE_WORDS or not _is_mark(words[-1]) or _is_mark(words[0]):
        return None
    cells = _cells([line])
    texts = [" ".join(part.text for part in cell) for cell in cells]
    if len(cells) < _LEAST_COLUMNS or any(not 0 < len(text.split()) <= _MOST_HEADER_WORDS for text in texts):
        return None
    roles = [header_role(text) for text in texts]
    sure = [role.role for role in roles if role is not None and role.strength >= _SURE]
    return cells if len(set(sure)) >= _LEAST_ROLES and 2 * len(sure) >= len(texts) else None


def _cells(lines: Sequence[TextLine]) -> Row:
    """What stands before each pipe."""
    cells: Row = [[]]
    for line in lines:
        words: list[Word] = []
        for word in line.words:
            if not _is_mark(word):
                words.append(word)
                continue
            _close(cells[-1], words)
            words = []
            cells.extend([] for _ in word.text)
        _close(cells[-1], words)
    return cells[:-1] if not cells[-1] else cells


def _close(cell: list[Line], words: Sequence[Word]) -> None:
    if words:
        begins = True if len(words) > 1 and is_bullet(words[0]) else None
        cell.append(Line(tuple(words), begins=begins))


def _table(rows: Sequence[Row], page: int) -> Table:
    width = len(rows[0])
    rows = [[*row[:width], *([] for _ in range(width - len(row)))] for row in rows]
    texts = [[" ".join(line.text for line in cell) for cell in row] for row in rows]
    moved = moved_rows(texts, 1, width)
    cells: list[Cell] = []
    above: dict[int, int] = {}
    for number, row in enumerate(rows):
        step = moved.get(number, 0)
        for column in range(step):
            at = above[column]
            cells[at] = attrs.evolve(cells[at], row_span=cells[at].row_span + 1)
        for column, lines in enumerate(row[: width - step], step):
            above[column] = len(cells)
            cells.append(Cell(row=number, column=column, lines=tuple(lines), header=number == 0, page=page))
    return Table(cells=tuple(cells), rows=len(rows), columns=width, pages=(page,), way="parted")
