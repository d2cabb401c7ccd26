"""A table inside a form: `Milestones | Start date | End date` over a row for each milestone."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from objectives_parser.document import Cell
from objectives_parser.drafts import Context, Draft
from objectives_parser.recognizers.cell_passages import cell_passage
from objectives_parser.recognizers.form_rows import STATED, FormRow, label_role
from objectives_parser.records import Kind
from objectives_parser.roles import HeaderRole
from objectives_parser.values import due_of_cell

_BESIDE = frozenset({"due", "start", "owner", "status"})
_LONGEST_NAME = 6  # words


@attrs.frozen(kw_only=True, eq=False)
class InnerTable:
    """What the first column states, and the roles of the columns beside it."""

    role: HeaderRole
    columns: Mapping[int, str]

    @property
    def kind(self) -> Kind:
        return STATED[self.role.role]


def inner_table(row: FormRow, context: Context) -> InnerTable | None:
    """The table that a form's row opens: a label that states something, and beside it names of what each of its
    statements has, one of them perhaps unknown (`New or ongoing | Start date | End date`)."""
    if row.role is None or row.role.role not in STATED or not row.values:
        return None
    roles = {cell.column: label_role(cell, context) for cell in row.values}
    named = sum(role is not None and role.role in _BESIDE for role in roles.values())
    stated = any(role is not None and role.role in STATED for role in roles.values())
    if stated or named < len(roles) - (named > 1) or not all(map(_may_name, row.values)):
        return None
    columns = {cell.column: _named(roles[cell.column], cell) for cell in row.values}
    return InnerTable(role=row.role, columns=columns)


def _named(role: HeaderRole | None, cell: Cell) -> str:
    return cell.text if role is None else role.role


def _may_name(cell: Cell) -> bool:
    text = cell.text
    return len(text.split()) <= _LONGEST_NAME and not any(map(str.isdigit, text))


def with_inner_field(draft: Draft, table: InnerTable, cell: Cell, context: Context) -> Draft:
    """The statement of a row with what the cell under one of the names says of it."""
    passage = cell_passage(cell)
    match table.columns.get(cell.column):
        case "owner":
            return attrs.evolve(draft, owner=passage)
        case "status":
            return attrs.evolve(draft, status=passage)
        case "due":
            return attrs.evolve(draft, due=due_of_cell(passage.text, context.fiscal), due_words=passage.words)
        case role:
            return attrs.evolve(draft, fields=(*draft.fields, (role or "other", passage)))
