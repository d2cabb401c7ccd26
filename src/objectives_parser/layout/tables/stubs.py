"""Names of rows that stand outside a table's frame, left of it: slides shade the body of a matrix and print `Current
State`, `Objectives`, `Milestones` beside it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import BBox, Cell, Line, Page, Table, Word, union

REACH = 140.0
"""Points: a name stands no further left than this."""
MOST_WORDS, MOST_LINES = 4, 2
LEAST_NAMES = 2
LEAST_COLUMNS = 3


def with_stubs(tables: Sequence[Table], page: Page) -> list[Table]:
    """The tables of a page; those whose rows have names outside the frame with these as their first column."""
    if not any(table.columns >= LEAST_COLUMNS for table in tables):
        return list(tables)
    held = {word.start for table in tables for cell in table.cells for line in cell.lines for word in line.words}
    loose = [word for word in page.words if word.start not in held and not word.hidden and word.angle == 0]
    return [_with_stub(table, loose) for table in tables]


def _with_stub(table: Table, loose: Sequence[Word]) -> Table:
    if table.columns < LEAST_COLUMNS or table.bbox is None:
        return table
    beside = _beside(table.bbox, loose)
    names = _names(beside, _row_ends(table)) if beside else None
    if names is None or len(names) < LEAST_NAMES or any(cell.row in names for cell in table.cells if cell.header):
        return table
    first = [
        Cell(row=row, column=0, lines=tuple(lines), page=lines[0].words[0].page, bbox=union(x.bbox for x in lines))
        for row, lines in names.items()
    ]
    moved = [attrs.evolve(cell, column=cell.column + 1) for cell in table.cells]
    cells = sorted((*first, *moved), key=lambda cell: (cell.row, cell.column))
    box = union((table.bbox, *(cell.bbox for cell in first)))
    return attrs.evolve(table, cells=tuple(cells), columns=table.columns + 1, bbox=box)


def _beside(box: BBox, loose: Sequence[Word]) -> list[Word]:
    """The words left of a box, from its upper to its lower end."""
    return [
        word
        for word in loose
        if word.bbox is not None
        and word.bbox[2] <= box[0] + 2
        and box[1] < (word.bbox[1] + word.bbox[3]) / 2 < box[3]
    ]  # fmt: skip


def _row_ends(table: Table) -> list[tuple[float, float, int]]:
    """From where to where each row reaches, by its cells of one row."""
    found = []
    for row in range(table.rows):
        box = union(cell.bbox for cell in table.cells if cell.row == row and cell.row_span == 1)
        if box is not None:
            found.append((box[1], box[3], row))
    return found


def _names(words: Sequence[Word], rows: Sequence[tuple[float, float, int]]) -> dict[int, list[Line]] | None:
    """The lines of each row's name; None where anything among the words is no name."""
    lines: dict[int, list[list[Word]]] = {}
    for word in sorted(words, key=lambda word: word.start):
        assert word.bbox is not None
        middle = (word.bbox[1] + word.bbox[3]) / 2
        row = next((row for top, bottom, row in rows if top <= middle < bottom), None)
        if row is None:
            return None
        mine = lines.setdefault(row, [])
        if mine and mine[-1][-1].bbox is not None and mine[-1][-1].bbox[1] < middle < mine[-1][-1].bbox[3]:
            mine[-1].append(word)
        else:
            mine.append([word])
    if not all(map(_is_name, lines.values())) or not _is_near(words):
        return None
    return {row: [Line(words=tuple(line)) for line in mine] for row, mine in sorted(lines.items())}


def _is_near(words: Sequence[Word]) -> bool:
    """Whether the names begin at one edge or at least in one narrow column."""
    boxes = [word.bbox for word in words if word.bbox is not None]
    return bool(boxes) and max(box[2] for box in boxes) - min(box[0] for box in boxes) < REACH


def _is_name(lines: Sequence[Sequence[Word]]) -> bool:
    """A capitalised word or a few of them, no number, sign or sentence."""
    count = sum(map(len, lines))
    first = lines[0][0].text
    return count <= MOST_WORDS and len(lines) <= MOST_LINES and first[:1].isupper() and len(first) > 1 and (
        not lines[-1][-1].text.endswith(".")
    )  # fmt: skip
