"""Tables that are forms: they read downwards, a label in the first column and what it says beside it."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Table
from objectives_parser.drafts import Context
from objectives_parser.recognizers.cell_passages import cell_text
from objectives_parser.recognizers.form_rows import STATED, FormRow, form_rows, label_role, may_label
from objectives_parser.roles.words import phrase_list, word_list


def is_form(table: Table, context: Context) -> bool:
    """Whether the table reads downwards: most of its labelled rows have a header word in the first column, two of
    different roles at least, and its first row with several cells is no header row."""
    every = form_rows(table, context)
    rows = [row for row in every if _is_labelled(row, context)]
    known = [row for row in rows if row.role is not None]
    roles = roles_of(known)
    if tells_outcome(table, every, context):
        return True
    if not rows or len(known) < 2 or (len(roles) < 2 and not _names_levels(known)) or len(known) * 2 < len(rows):
        return False
    first = next(row for row in every if row.values and row.wide is None)
    if any(cell_text(value).casefold() in _WEIGHTS for value in first.values):
        return False  # `Criterion | Weight` over `Impact | 40 %`, `Cost | 30 %`: how actions were chosen
    headed = _is_header_row(rows[0], context) or (first.label is None and _is_header_row(first, context))
    return not headed and bool(roles & set(STATED) or "owner" in roles) and not _faces_a_table(every, context)


def _names_levels(rows: Sequence[FormRow]) -> bool:
    """Whether all rows are named with a colon, as aims of different levels: `Goal:` over `Objective:`."""
    colons = all(row.label is not None and cell_text(row.label).endswith(":") for row in rows)
    return colons and len({row.role.level for row in rows if row.role is not None}) > 1


def tells_outcome(table: Table, rows: Sequence[FormRow], context: Context) -> bool:
    """Whether a head of two cells states what the form is of, and all rows below say how it went: `Criterion | Keep the
    ferries on time` over `Result` and `Result`."""
    first = rows[0] if rows else None
    if table.columns != _TWO or first is None or first.label is None or len(first.values) != 1 or not rows[1:]:
        return False
    role, value = label_role(first.label, context), first.values[0]
    if role is None or role.role not in STATED or label_role(value, context) is not None:
        return False
    names = {cell_text(row.label).casefold().strip(" :") if row.label is not None else "" for row in rows[1:]}
    return len(cell_text(value).split()) >= _LEAST_AIM and names <= _OUTCOMES


_TWO, _LEAST_AIM = 2, 4
_OUTCOMES = word_list("came-of-it")
_WEIGHTS = phrase_list("weights")


def _is_labelled(row: FormRow, context: Context) -> bool:
    """Whether values stand beside a cell that may name them, and the row is not known for a header row."""
    if row.wide is not None or row.label is None or not row.values:
        return False
    label = cell_text(row.label)
    if not may_label(label, context):
        return False
    if all(cell_text(value) == label for value in row.values):
        return False  # `Action | Action`: what is done with each column's thing, no statement of it
    return not (row.label.header and all(value.header for value in row.values))


def _is_header_row(row: FormRow, context: Context) -> bool:
    """Whether the row names two columns or more beside the first (`Action | Lead | Due | More`; of a logframe, whose
    first cell is empty, ` | Summary | Indicators | Assumptions`): such a table reads across."""
    named = [cell for cell in row.values if label_role(cell, context) is not None]
    return len(named) >= 2 and len(named) * 2 > len(row.values)


def _faces_a_table(rows: Sequence[FormRow], context: Context) -> bool:
    """Whether the labelled rows only tell whose the table below them is: `Name | …`, `Department | …`, drawn without
    a gap over `Objective | Performance measures | Milestones`."""
    for row in rows:
        if row.wide is not None:
            return False
        if row.role is not None and row.role.role in STATED:
            named = [label_role(cell, context) for cell in row.values]
            return len(named) > 1 and all(named) and any(role is not None and role.role in STATED for role in named)
    return False


def roles_of(rows: Sequence[FormRow]) -> set[str]:
    """The roles that the labels of some rows speak for."""
    return {row.role.role for row in rows if row.role is not None}


def of_commitment(table: Table, context: Context) -> bool:
    """Whether a form's labels ask about a commitment again and again (`Status quo or problem addressed by the
    commitment`, `Milestones to fulfil the commitment`)."""
    labels = [cell_text(row.label) for row in form_rows(table, context) if row.label is not None and row.values]
    return sum("commitment" in label.casefold() for label in labels) > 1
