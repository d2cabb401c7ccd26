"""Tables of values whose names stand over them: `Baseline | Closing period` above rows over the whole width that name
what is counted, each over the row of its values.

Frameworks of results are printed so: a row over the width that has another such row below it is the result that the
measures tell of, or the part of the programme that groups them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Table
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.labelling import label_of, labelled
from objectives_parser.recognizers.cell_passages import cell_words
from objectives_parser.recognizers.grid import filled, header_text
from objectives_parser.recognizers.row_targets import with_target
from objectives_parser.recognizers.section_names import announces_kind
from objectives_parser.records import Kind
from objectives_parser.roles import header_role
from objectives_parser.statements import block_statement
from objectives_parser.values import is_date_only, is_value_only

_VALUES = frozenset(("baseline", "target", "period", "due", "start"))
_VALUED = frozenset(("baseline", "target"))
_FEWEST_NAMED = 2
_LEAST_NAME = 2  # words

Rows = Sequence[tuple[Cell, ...]]


def values_under_names(table: Table, context: Context) -> Rows:
    """The rows below the header of such a table; () for any other."""
    starts: dict[int, list[Cell]] = {}
    for cell in filled(table.cells):
        starts.setdefault(cell.row, []).append(cell)
    rows = [tuple(sorted(starts[number], key=lambda cell: cell.column)) for number in sorted(starts)]
    if len(rows) <= _FEWEST_NAMED or table.columns < len(_VALUED) or len(rows[0]) != table.columns:
        return ()
    roles = [header_role(header_text(cell), context.vocabulary) for cell in rows[0]]
    named = {role.role for role in roles if role is not None}
    if not named & _VALUED or not named <= _VALUES:
        return ()
    body = rows[1:]
    if not all(_is_wide(row, table) or _holds_values(row) for row in body) or not _is_wide(body[0], table):
        return ()
    if any(_holds_values(above) and _holds_values(row) for above, row in pairwise(body)):
        return ()
    names = [above[0] for above, row in pairwise(body) if _is_wide(above, table) and _holds_values(row)]
    told = all(len(cell.text.split()) >= _LEAST_NAME for cell in names)
    return body if len(names) >= _FEWEST_NAMED and told else ()


def read_named_values(rows: Rows, context: Context) -> tuple[Draft, ...]:
    """The drafts of such rows; ``fixed_parents`` count from the first."""
    drafts: list[Draft] = []
    aim: int | None = None
    group: Passage | None = None
    for row, below in pairwise([*rows, ()]):
        if not row or _holds_values(row):
            continue
        if _holds_values(below):
            measure = _draft(row[0], "measure", "row: over its values", context)
            parents = None if aim is None else (aim,)
            drafts.append(_with_values(attrs.evolve(measure, category=group, fixed_parents=parents), below))
            continue
        label = label_of(row[0].text, context)
        part = label is not None and label.kind == "word" and label.role is None
        aim = group = None
        if part:
            group = Passage(row[0].text, cell_words(row[0]))
        elif not announces_kind(row[0].text, context):
            aim = len(drafts)
            drafts.append(_draft(row[0], "objective", "row: over what tells of it", context))
    return tuple(drafts)


def _is_wide(row: tuple[Cell, ...], table: Table) -> bool:
    return len(row) == 1 and row[0].column_span == table.columns


def _holds_values(row: Sequence[Cell]) -> bool:
    """Whether a row has nothing but dates and values, one under the other."""
    lines = [line.text for cell in row for line in cell.lines]
    return len(row) > 1 and all(is_date_only(text) or is_value_only(text) for text in lines)


def _draft(cell: Cell, kind: Kind, evidence: str, context: Context) -> Draft:
    statement = block_statement(cell.lines)
    draft = Draft(
        kind=kind, lines=statement.lines, text=statement.text, label_words=statement.marker, basis="table",
        evidence=(evidence,), score=0.75, repaired=cell.repaired, place=cell.place,
    )  # fmt: skip
    return labelled(draft, context)


def _with_values(measure: Draft, row: Sequence[Cell]) -> Draft:
    """A measure with the last value of its row as its target and the first as its baseline."""
    baseline, target = _value(row[0]), _value(row[-1])
    return measure if target is None else with_target(measure, target, baseline)


def _value(cell: Cell) -> Passage | None:
    """The last line of a cell that is no date: `Jun/2031` over `52`."""
    line = next((line for line in reversed(cell.lines) if not is_date_only(line.text)), None)
    line = cell.lines[-1] if line is None and len(cell.lines) > 1 else line
    return None if line is None else Passage(line.text, line.words)
