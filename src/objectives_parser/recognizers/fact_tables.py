"""Tables of facts under the heading of a record: who leads it, by when, how it stands; they state nothing themselves.

`Lead institution | Ministry of Works`, `Timeline | 2026 to 2028` under `Commitment 3: …`, downwards or across.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from objectives_parser.document import Cell, Table, Word
from objectives_parser.drafts import Context, Draft
from objectives_parser.recognizers.cell_passages import cell_passage, cell_text, cell_words
from objectives_parser.recognizers.fieldlines import FieldLine, with_field
from objectives_parser.recognizers.grid import filled
from objectives_parser.recognizers.named_cells import named_cells
from objectives_parser.recognizers.wordings import is_rank
from objectives_parser.records import OWN_FIELDS, STATEMENTS
from objectives_parser.roles import HeaderRole, header_role

_MOST_ROWS = 12
_LONGEST_NAME = 6
_PAIR = 2  # names and values
_SURE = 0.8
_STATE = STATEMENTS | {"commitment-text"}


@attrs.frozen(kw_only=True, eq=False)
class Facts:
    """The fields of a table of facts; what says neither who nor when nor how it stands is a ``reference``."""

    fields: tuple[FieldLine, ...]

    @property
    def names(self) -> tuple[Word, ...]:
        return tuple(word for field in self.fields for word in field.name_words)


def facts_of(table: Table, context: Context) -> Facts | None:
    """The fields that a table of facts gives; None for a table with a statement of its own, or with no such field."""
    pairs = _pairs(table, context)
    fields = []
    for name, value in pairs:
        role, beside = _role(name, context), _role(value, context)
        ranked = is_rank(cell_text(value))  # `Impact` over `High`
        if any(told is not None and told.role in _STATE and not ranked for told in (role, beside)):
            return None  # `Agency | Activity` over agencies and their activities
        fields.append(
            FieldLine(
                role=role.role if role is not None and _is_field(name, context) else "reference",
                name=cell_text(name).rstrip(":"),
                name_words=cell_words(name),
                passage=cell_passage(value),
            )
        )
    return Facts(fields=tuple(fields)) if any(field.role in OWN_FIELDS for field in fields) else None


def _role(name: Cell, context: Context) -> HeaderRole | None:
    return header_role(cell_text(name).rstrip(":"), context.vocabulary)


def _is_field(name: Cell, context: Context) -> bool:
    role = _role(name, context)
    return role is not None and role.role in OWN_FIELDS and role.strength >= _SURE


def with_facts(draft: Draft, facts: Facts, context: Context) -> Draft:
    """The draft with those fields that it has not yet."""
    for field in facts.fields:
        draft = draft if field.deputy else with_field(draft, field, context)
    return draft


def _pairs(table: Table, context: Context) -> list[tuple[Cell, Cell]]:
    """The names and what stands under them in a table of two rows, or beside them in one of two columns, or in cells
    that bear their names."""
    cells = filled(table.cells)
    named = named_cells(table, context)
    if named:
        return [pair for row in sorted(named) for pair in named[row]] if _all_in(cells, named) else []
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in cells):
        return []
    ranked = {cell.column for cell in cells if cell.row == 1 and is_rank(cell_text(cell))}
    heads = [cell for cell in cells if cell.row == 0 and cell.column not in ranked]
    across = table.rows == _PAIR and _are_names(heads, context)
    down = table.columns == _PAIR and all(_is_field(cell, context) for cell in cells if cell.column == 0)
    if across and not down:
        pairs = _beside(cells, [cell.column for cell in cells], [cell.row for cell in cells])
    elif table.columns == _PAIR and table.rows <= _MOST_ROWS:
        pairs = _beside(cells, [cell.row for cell in cells], [cell.column for cell in cells])
    else:
        return []
    return pairs if all(len(cell_text(name).split()) <= _LONGEST_NAME for name, _ in pairs) else []


def _all_in(cells: Sequence[Cell], rows: Mapping[int, object]) -> bool:
    return all(cell.row in rows for cell in cells)


def _are_names(row: Sequence[Cell], context: Context) -> bool:
    """Whether all the cells of a row name fields: who, when, how it stands (`Lead | Timeframe | Cost`)."""
    roles = [_role(cell, context) for cell in row]
    known = all(role is not None and role.strength >= _SURE and role.role not in _STATE for role in roles)
    return known and any(_is_field(cell, context) for cell in row)


def _beside(cells: Sequence[Cell], lines: Sequence[int], places: Sequence[int]) -> list[tuple[Cell, Cell]]:
    first = {line: cell for cell, line, place in zip(cells, lines, places, strict=True) if place == 0}
    second = {line: cell for cell, line, place in zip(cells, lines, places, strict=True) if place == 1}
    return [(first[line], second[line]) for line in sorted(first) if line in second]
