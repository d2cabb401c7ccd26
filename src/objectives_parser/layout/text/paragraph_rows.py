"""Tabbed rows whose cells hold several paragraphs, each on a line of its own, as word processors write a table into
plain text: `Open the port<tab>Ships call weekly` / `Fees cover the cost<tab>Quay leased` is one row of three cells.

Such a line goes on in the cell where the line before it ended. The tabs tell: each row has as many as the header.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser.document import Line
from objectives_parser.layout.text.lines import TextLine


def paragraph_rows(group: Sequence[TextLine]) -> list[list[TextLine]] | None:
    """The lines of each row; None where a line is a row or a slice of one. Lines without a tab behind a finished row
    are further paragraphs of its last cell."""
    lines = [line for line in group if line.words]
    whole = lines[0].tabs
    if whole < 1 or whole != len(lines[0].cells) - 1:
        return None
    rows: list[list[TextLine]] = []
    given = whole
    for line in lines:
        if given == whole and (line.tabs or not rows):
            rows.append([])
            given = 0
        elif given != whole and line.tabs and not line.cells[0]:
            return None  # a slice of a cell, the cells left of it empty
        rows[-1].append(line)
        given += line.tabs
        if given > whole:
            return None
    return rows if given == whole and _is_told(rows, whole) else None


def _is_told(rows: Sequence[Sequence[TextLine]], whole: int) -> bool:
    """Whether rows of several lines explain the text better than a row a line, whose last cells are empty and whose
    tabs an editor took away: tabs at a line's end are left, a paragraph stands between two tabs of its row, or no
    line has all the tabs."""
    if not any(sum(line.tabs > 0 for line in row) > 1 for row in rows):
        return False
    ended = any(line.tabs >= len(line.cells) for row in rows for line in row)
    inside = any(not line.tabs for row in rows for line in row[: _last_tabbed(row)])
    alone = sum(row[0].tabs == whole for row in rows[1:])
    return ended or inside or not alone


def _last_tabbed(row: Sequence[TextLine]) -> int:
    return max((at for at, line in enumerate(row) if line.tabs), default=0)


def row_cells(row: Sequence[TextLine], columns: int) -> tuple[tuple[Line, ...], ...]:
    """The paragraphs of each cell of a row."""
    cells: list[list[Line]] = [[] for _ in range(columns)]
    for column, line in _placed(row):
        if line.words:
            cells[min(column, columns - 1)].append(line)
    return tuple(map(tuple, cells))


def _placed(row: Sequence[TextLine]) -> Iterator[tuple[int, Line]]:
    column = 0
    for line in row:
        for at, words in enumerate(line.cells):
            yield column + at, Line(words, True)
        column += line.tabs
