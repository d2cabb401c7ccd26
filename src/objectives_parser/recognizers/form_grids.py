"""Tables of several columns inside a form: `Actions | Lead | Start | End` over a row for each action, under
`Priority 1` and `Success criteria | …`; `Milestones` beside `By December | By March` over what is reached then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Cell, Table
from objectives_parser.drafts import Context
from objectives_parser.frozen import evolve
from objectives_parser.recognizers.cell_passages import cell_text
from objectives_parser.recognizers.form_rows import STATED, FormRow, label_role
from objectives_parser.recognizers.inner_tables import is_number
from objectives_parser.records import Kind

_LONGEST_NAME = 6  # words
_FEWEST, _SEVERAL = 2, 3
_TELLING = frozenset({"owner", "due", "start"})


@attrs.frozen(kw_only=True, eq=False)
class FormGrid:
    """A table inside a form: the form's rows that it takes up, its cells, and the kind that the label beside it
    names."""

    rows: frozenset[int]
    table: Table
    kind: Kind | None = None


def form_grids(table: Table, rows: Sequence[FormRow], context: Context) -> tuple[FormGrid, ...]:
    """The tables inside a form, in their order."""
    return tuple(_grids(table, rows, context))


def _grids(table: Table, rows: Sequence[FormRow], context: Context) -> Iterator[FormGrid]:
    at = 0
    while at < len(rows):
        end = _end_beside(rows, at, context) or _end_below(rows, at, context)
        if not end:
            at += 1
            continue
        beside = rows[at].label if _spans(rows[at]) else None
        taken = frozenset(row.number for row in rows[at:end])
        role = rows[at].role
        kind = STATED[role.role] if beside is not None and role is not None else None
        yield FormGrid(rows=taken, table=_part(table, taken, beside), kind=kind)
        at = end


def _spans(row: FormRow) -> bool:
    return row.label is not None and row.label.row_span > 1


def _end_beside(rows: Sequence[FormRow], at: int, context: Context) -> int:
    """The row behind the table that stands beside a label; 0 where none does."""
    row = rows[at]
    if row.label is None or row.role is None or row.role.role not in STATED or not _spans(row):
        return 0
    end = at + 1
    while end < len(rows) and rows[end].label is row.label:
        end += 1
    said = [other for other in rows[at:end] if other.values]
    if row.label.row != row.number or len(said) < _FEWEST or len(said[0].values) < _FEWEST:
        return 0
    row, columns = said[0], {cell.column for cell in said[0].values}
    below = [cell for other in said[1:] for cell in other.values]
    named = all(_is_name(cell) for cell in row.values) and columns >= {cell.column for cell in below}
    return end if named and len({cell.column for cell in below}) >= _FEWEST else 0


def _end_below(rows: Sequence[FormRow], at: int, context: Context) -> int:
    """The row behind the table of actions whose header row this is: each cell names a column, who or when among them,
    and the rows below fill the columns; 0 where it is none."""
    row = rows[at]
    if row.label is None or row.role is None or row.role.role != "action" or _spans(row) or is_number(row.label):
        return 0
    roles = [label_role(cell, context) for cell in row.values]
    telling = {role.role for role in roles if role is not None} & _TELLING
    unknown = roles.count(None)
    if (
        len(row.values) < _FEWEST
        or not telling
        or unknown > (len(roles) > _SEVERAL)
        or not all(map(_is_name, row.values))
    ):
        return 0
    columns = {row.label.column, *(cell.column for cell in row.values)}
    end = at + 1
    while end < len(rows) and _fills(rows[end], columns):
        end += 1
    return end if end > at + 1 else 0


def _fills(row: FormRow, columns: set[int]) -> bool:
    """Whether a row's cells stand in these columns, and its first names nothing of the form."""
    cells = [cell for cell in (row.label, *row.values) if cell is not None]
    within = {cell.column for cell in cells} <= columns and len(cells) >= _FEWEST
    return row.wide is None and row.role is None and within


def _is_name(cell: Cell) -> bool:
    return len(cell_text(cell).split()) <= _LONGEST_NAME and cell.row_span == 1


def _part(table: Table, taken: frozenset[int], beside: Cell | None) -> Table:
    """The cells of a form's rows as a table of their own, its first row the header; without the label ``beside``."""
    first = min(cell.row for cell in table.cells if cell.row in taken and cell.filled and cell is not beside)
    cells = [
        cell
        for cell in table.cells
        if first <= cell.row and cell.row in taken and cell is not beside and (cell.column or beside is None)
    ]
    edges = sorted({cell.column for cell in cells if cell.filled})
    moved = tuple(
        evolve(
            cell,
            row=cell.row - first,
            column=bisect_right(edges, cell.column) - 1,
            column_span=max(bisect_left(edges, cell.column + cell.column_span) - bisect_left(edges, cell.column), 1),
            header=cell.row == first,
        )
        for cell in cells
        if cell.column >= edges[0]
    )
    return evolve(table, cells=moved, rows=max(taken) - first + 1, columns=len(edges))
