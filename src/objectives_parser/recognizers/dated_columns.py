"""Columns headed by dates → drafts: roadmaps, `2027 | 2028 | 2029` over what is to be done or reached in each.

As under aims side by side, the rows mean nothing: each column is a list under its date.
"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Cell, Table
from objectives_parser.drafts import Context, Draft
from objectives_parser.labelling import labelled
from objectives_parser.recognizers.grid import filled
from objectives_parser.recognizers.headed_columns import under_head
from objectives_parser.recognizers.wordings import is_done, tells
from objectives_parser.records import Kind
from objectives_parser.statements import Statement, block_statement, cell_statements
from objectives_parser.values import due_of_cell, is_date_only, is_timeless, is_value_only

_FEWEST = 2
_TOLD = 0.6  # of what stands under the dates

DatedItem = tuple[Cell, Cell, Statement]
"""The date over a column, a cell below it, and a statement of that cell."""


def dated_columns(table: Table, context: Context, announced: Kind | None, *, timed: bool) -> tuple[DatedItem, ...]:
    """What stands in a table under a row of nothing but dates; () for any other table, and where neither the heading
    above names times (``timed``) or a kind (``announced``) nor most of it tells somebody to do something."""
    heads = [cell for cell in filled(table.cells) if cell.row == 0]
    if not _FEWEST <= len(heads) == table.columns or table.rows < 2:
        return ()
    if any(cell.column_span > 1 or cell.row_span > 1 for cell in heads) or not all(
        is_date_only(cell.text) or is_timeless(cell.text) for cell in heads
    ):
        return ()
    below = [cell for cell in filled(table.cells) if cell.row > 0]
    if not below or any(cell.column_span > 1 or is_value_only(cell.text) for cell in below):
        return ()
    items = [
        (head, cell, item)
        for head in sorted(heads, key=lambda cell: cell.column)
        for cell in under_head([cell for cell in below if cell.column == head.column], table)
        for item in cell_statements(cell, context.names, "never")
    ]
    texts = [item.text for _, _, item in items]
    told = sum(map(tells, texts)) >= _TOLD * len(texts)
    if sum(map(is_done, texts)) * 2 > len(texts) or any(len(text.split()) < 2 for text in texts):
        return ()
    return tuple(items) if timed or announced in ("milestone", "action") or told else ()


def read_dated_columns(
    items: Sequence[DatedItem], number: int, context: Context, announced: Kind | None
) -> tuple[Draft, ...]:
    """The drafts of what stands under dates: a milestone, or an action if it tells somebody to do something, unless
    the heading above says which."""
    drafts = []
    for head, cell, item in items:
        date = block_statement(head.lines)
        kind = announced if announced in ("milestone", "action") else "action" if tells(item.text) else "milestone"
        draft = Draft(
            kind=kind, lines=item.lines, text=item.text, label_words=item.marker, basis="table",
            evidence=("table: under a date",), score=0.7, repaired=cell.repaired, place=cell.place,
            due=due_of_cell(date.text, context.fiscal), due_words=date.words,
        )  # fmt: skip
        drafts.append(labelled(draft, context))
    return tuple(drafts)
