"""A table inside a form: `Milestones | Start date | End date` over a row for each milestone."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell
from objectives_parser.drafts import Context, Draft
from objectives_parser.recognizers.cell_passages import cell_passage
from objectives_parser.recognizers.form_rows import STATED, FormRow, label_role
from objectives_parser.records import Kind
from objectives_parser.roles import HeaderRole
from objectives_parser.values import due_of_cell

_BESIDE = frozenset({"due", "start", "owner", "status"})
_LONGEST_NAME = 6  # words
_NUMBERED_COLUMNS = 2
# "New or ongoing commitment": asks which of them, and states neither
_ASKS = regex.compile(r"(?:new|ongoing|completed?)(?:,| or |/| / )", regex.IGNORECASE)
_NUMBER = regex.compile(r"(?:step|no\.?|number|#|ref\.?|item|nr\.?|s/?n|id)\W*(?:no\.?|number)?\W*$", regex.IGNORECASE)


@attrs.frozen(kw_only=True, eq=False)
class InnerTable:
    """What one column states, the first or one behind the numbers, and the roles of the columns beside it."""

    role: HeaderRole
    columns: Mapping[int, str]
    column: int = 0

    @property
    def kind(self) -> Kind:
        return STATED[self.role.role]


def inner_table(row: FormRow, context: Context) -> InnerTable | None:
    """The table that a form's row opens: a label that states something, and beside it names of what each of its
    statements has, one of them perhaps unknown (`New or ongoing | Start date | End date`)."""
    if not row.values or row.label is None or not all(map(_may_name, row.values)):
        return None
    roles = {cell.column: None if _ASKS.match(cell.text) else label_role(cell, context) for cell in row.values}
    if len(roles) > _NUMBERED_COLUMNS and is_number(row.label):
        return _behind_numbers(roles, row)
    if row.role is None or row.role.role not in STATED:
        return None
    named = sum(role is not None and role.role in _BESIDE for role in roles.values())
    stated = any(role is not None and role.role in STATED for role in roles.values())
    if stated and named and len(roles) > _NUMBERED_COLUMNS and all(roles.values()):
        # `Milestones | Expected outputs | Expected completion date | Stakeholders`: all of them are names of columns
        return InnerTable(
            role=row.role, columns={cell.column: _beside(roles[cell.column], cell) for cell in row.values}
        )
    if stated or named < len(roles) - (named > 1):
        return None
    columns = {cell.column: _named(roles[cell.column], cell) for cell in row.values}
    return InnerTable(role=row.role, columns=columns)


def is_number(cell: Cell) -> bool:
    """Whether a cell names a column of numbers: `Step`, `No.`, `Ref`."""
    return _NUMBER.match(cell.text) is not None


def _behind_numbers(roles: Mapping[int, HeaderRole | None], row: FormRow) -> InnerTable | None:
    """`Step | Corrective action | Responsible official | Estimated completion`: the table's own numbers come first."""
    stated = [at for at, role in roles.items() if role is not None and role.role in STATED]
    named = sum(role is not None and role.role in _BESIDE for role in roles.values())
    role = roles[stated[0]] if stated else None
    if role is None or not named or stated[0] != row.values[0].column:
        return None
    columns = {cell.column: _beside(roles[cell.column], cell) for cell in row.values[1:]}
    return InnerTable(role=role, columns=columns, column=stated[0])


def _beside(role: HeaderRole | None, cell: Cell) -> str:
    return role.role if role is not None and role.role in _BESIDE else cell.text


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
