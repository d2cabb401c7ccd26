"""Tables in reading-order text whose cells can't be counted off: the header's cells stand one under the other, then the
body's, some missing, some in the order of columns. Which column a cell belongs to is told by what it says: a date, a
body, something counted, a command. A new row begins where the order of columns begins again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from objectives_parser.document import Cell, Furniture, Table
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.blocks import Part
from objectives_parser.layout.text.spaced.fitting import STATEMENTS, Column, Told, head_role, placed
from objectives_parser.layout.text.spaced.prose import Piece
from objectives_parser.roles import HeaderRole, printed_label

LEAST_HEADS, MOST_HEADS = 3, 24
LONGEST_CELL = 10  # lines
WIDE = 75  # characters: the lines of running text; a cell's are shorter
LEAST_STATED = 3
LEAST_COUNTED = 3
VALUES = {"period": ("due",), "status": ("status",)}
"""Header words that are values too, behind the header of the column that they are values of."""


def told_table(
    parts: Sequence[Part], at: int, is_form: Callable[[int], bool]
) -> tuple[Table | None, int, list[Furniture]]:
    """The table whose header cells stand from the place on; None where none do. ``is_form`` says whether a form begins
    at a place: no table goes on behind it."""
    columns, body = _head(parts, at)
    if not columns:
        return None, at, []
    cells, stop, left = _body(parts, body, is_form)
    if _run_together(columns, cells):
        return None, at, []
    cells = _with_numbers(cells)
    if any(cell.numbers for cell in cells) and all(column.role != "label" for column in columns):
        columns.insert(0, Column(head=Told(pieces=()), role="label"))
    places = placed(cells, columns)
    while places and places[-1] == len(columns):
        places.pop()
    stated = sum(column < len(columns) and columns[column].role in STATEMENTS for column in places)
    if stated < LEAST_STATED:
        return None, at, []
    if len(places) < len(cells):
        stop = parts.index(cells[len(places)].pieces[0])
        left = [part for part in parts[body:stop] if isinstance(part, Furniture)]
    return _table(columns, cells[: len(places)], places), stop, left


# --- header and body ----------------------------------------------------------------------------------------------


def _head(parts: Sequence[Part], at: int) -> tuple[list[Column], int]:
    """The columns whose header cells stand from the place on, and where the body begins; none where fewer than three
    say what stands under them, or none of them a statement."""
    columns: list[Column] = []
    end = at
    while end < len(parts):
        cell, following = _head_cell(parts, end)
        if cell is None or (cell.role in VALUES and any(column.role in VALUES[cell.role] for column in columns)):
            break  # `Due | Status`, then `FY 2018`, `Green`
        columns.append(cell)
        end = following
        if len(columns) > MOST_HEADS:
            return [], at
    while columns and columns[-1].role is None:
        end = parts.index(columns.pop().head.pieces[0])
    numbers = next((at for at, column in enumerate(columns) if column.role == "label"), 0)
    if numbers == 1 or (numbers and columns[0].role == columns[1].role):
        return [], at  # the numbers' column is the first: what stands over it is a title
    roles = {column.role for column in columns if column.role is not None}
    sure = sum(column.role is not None for column in columns)
    if sure < LEAST_HEADS or len(roles) < 2 or not roles & STATEMENTS or columns[0].role is None:
        return [], at
    return columns, end


def _head_cell(parts: Sequence[Part], at: int) -> tuple[Column | None, int]:
    """The header cell at a place, set in one line or two, and what stands behind it."""
    first = parts[at]
    if not isinstance(first, Piece):
        return None, at
    following = parts[at + 1] if at + 1 < len(parts) else None
    if isinstance(following, Piece) and not following.first.blanks and len(first.strands) == 1:
        both = Told(pieces=(first, following))
        if (role := head_role(both.text)) is not None and _is_one(role, first, following):
            return Column(head=both, role=role.role), at + 2
    role = head_role(first.text)
    if role is not None:
        return Column(head=Told(pieces=(first,)), role=role.role), at + 1
    if len(first.text.split()) <= 3 and first.text[:1].isupper() and first.text.replace(" ", "").isalpha():
        return Column(head=Told(pieces=(first,)), role=None), at + 1
    return None, at


def _is_one(role: HeaderRole, first: Piece, second: Piece) -> bool:
    """Whether two lines are one header: together they are a term, or the first alone says nothing (`Dept.` over
    `Objective`)."""
    alone = head_role(first.text)
    return role.strength >= 1.0 or (alone is None and head_role(second.text) is not None)


def _body(parts: Sequence[Part], at: int, is_form: Callable[[int], bool]) -> tuple[list[Told], int, list[Furniture]]:
    """The cells from a place on, up to running text, another table or header, a form, or a labelled statement."""
    cells: list[Told] = []
    left: list[Furniture] = []
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Furniture):
            left.append(part)
        elif (
            not isinstance(part, Piece) or _is_running(part) or _is_labelled(part) or _head(parts, at)[0] or is_form(at)
        ):
            break
        elif cells and not part.first.blanks and part.first.page == cells[-1].pieces[-1].last.page:
            cells[-1] = Told(pieces=(*cells[-1].pieces, part))
        else:
            cells.append(Told(pieces=(part,)))
        at += 1
    return cells, at, left


def _run_together(columns: Sequence[Column], cells: Sequence[Told]) -> bool:
    """Whether no empty line parts most header cells, nor the rows of the body."""
    apart = sum(column.head.pieces[0].first.blanks > 0 for column in columns[1:])
    return 2 * apart < len(columns) and any(len(cell.lines) > LONGEST_CELL for cell in cells)


def _is_running(piece: Piece) -> bool:
    """Whether most lines are as long as a page is wide; a converter that joins a broken word makes one line longer."""
    return median([strand.high - strand.low for strand in piece.strands]) >= WIDE


def _is_labelled(piece: Piece) -> bool:
    label = printed_label(piece.text)
    return label is not None and label.kind == "word" and label.role is not None and label.number is not None


def _with_numbers(cells: list[Told]) -> list[Told]:
    """The cells, the numbers of rows among them marked, and what stands behind each: rows' numbers count on."""
    numbered = {at: int(cell.text) for at, cell in enumerate(cells) if cell.text.isdecimal() and len(cell.text) < 4}
    latest = {number: at for at, number in numbered.items()}
    counted: set[int] = set()
    last: int | None = None
    for at, number in numbered.items():
        following = latest.get(number + 1, -1) > at
        if (last is None and following) or (last is not None and number == last + 1):
            counted.add(at)
            last = number
    counted = {at for at in counted if at + 1 not in numbered}
    if len(counted) < LEAST_COUNTED:
        return cells
    return [attrs.evolve(cell, numbers=at in counted, numbered=at - 1 in counted) for at, cell in enumerate(cells)]


# --- the table ----------------------------------------------------------------------------------------------------


def _table(columns: Sequence[Column], cells: Sequence[Told], places: Sequence[int]) -> Table:
    page = cells[0].pieces[0].first.page
    found = [
        Cell(row=0, column=at, lines=column.head.lines, header=True, page=page) for at, column in enumerate(columns)
    ]
    row, last = 0, len(columns) + 1  # the first cell begins a row
    taken: set[int] = set()
    wide = len(columns) + (1 if len(columns) in places else 0)
    for cell, column in zip(cells, places, strict=True):
        if column < last or column in taken or cell.numbers:
            row, taken = row + 1, set()
        taken.add(column)
        last = column
        found.append(Cell(row=row, column=column, lines=cell.lines, page=cell.pieces[0].first.page, repaired=True))
    pages = tuple(sorted({cell.page for cell in found if cell.page is not None}))
    return Table(cells=tuple(found), rows=row + 1, columns=wide, pages=pages, way="aligned")
