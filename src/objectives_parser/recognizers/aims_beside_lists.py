"""Aims in a first column, each with its label, beside the list of what serves it: `Objective 2.1 Mend the bridges` and
three bullets, row after row, with no header over them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Table
from objectives_parser.drafts import Context, Draft
from objectives_parser.labelling import label_of, labelled
from objectives_parser.recognizers.grid import filled
from objectives_parser.recognizers.indicators import tells_metric
from objectives_parser.recognizers.wordings import explains_count, tells
from objectives_parser.records import Kind
from objectives_parser.roles import may_be_verb
from objectives_parser.statements import Statement, block_statement, cell_statements

_COLUMNS, _FEWEST = 2, 2
_TOLD = 0.6

Row = tuple[Cell, tuple[Statement, ...]]


def aims_beside_lists(table: Table, context: Context) -> tuple[Row, ...]:
    """The cell of each aim and what is listed beside it; () for any other table."""
    rows: dict[int, list[Cell]] = {}
    for cell in filled(table.cells):
        rows.setdefault(cell.row, []).append(cell)
    if table.columns != _COLUMNS or len(rows) < _FEWEST or any(len(cells) != _COLUMNS for cells in rows.values()):
        return ()
    found: list[Row] = []
    for number in sorted(rows):
        aim, beside = sorted(rows[number], key=lambda cell: cell.column)
        items = _items(beside, context)
        if not _states_aim(aim, context) or not (beside.marks or len(items) > 1):
            return ()
        found.append((aim, tuple(items)))
    return tuple(found) if _kind_of(found) is not None else ()


def read_aims_beside_lists(rows: tuple[Row, ...], context: Context) -> tuple[Draft, ...]:
    """The drafts of such rows; ``fixed_parents`` count from the first."""
    kind = _kind_of(rows)
    assert kind is not None
    drafts: list[Draft] = []
    for cell, items in rows:
        at = len(drafts)
        drafts.append(_draft(block_statement(cell.lines), "objective", cell, "row: over its list", context))
        for item in items:
            draft = _draft(item, kind, cell, "row: beside its aim", context)
            drafts.append(attrs.evolve(draft, fixed_parents=(at,)))
    return tuple(drafts)


def _items(cell: Cell, context: Context) -> Sequence[Statement]:
    """What a cell lists: its bullets, or its lines where each may be a command or was begun on purpose, its first word
    having had room above."""
    lines = [line.words for line in cell.lines if line.words]
    apart = not cell.marks and cell.bbox is not None and all(line[0].text[:1].isupper() for line in lines)
    if not apart or cell.bbox is None:
        return cell_statements(cell, context.names, "never")
    commands = all(_may_tell(line[0].text) for line in lines)
    for above, below in pairwise(lines) if not commands else ():
        end, first = above[-1].bbox, below[0].bbox
        if end is None or first is None or end[2] + first[2] - first[0] + above[-1].size > cell.bbox[2]:
            return cell_statements(cell, context.names, "never")
    return [Statement((line,)) for line in lines]


def _states_aim(cell: Cell, context: Context) -> bool:
    text = block_statement(cell.lines).text
    label = label_of(text, context)
    if label is None or label.kind != "word" or label.role != "objective" or not label.number:
        return False
    return label.end < len(text)


def _kind_of(rows: list[Row] | tuple[Row, ...]) -> Kind | None:
    """What the lists hold: deeds, or what is counted; None where their words tell neither."""
    texts = [item.text for _, items in rows for item in items]
    told = sum(map(tells, texts))
    if told >= _TOLD * len(texts) or (2 * told >= len(texts) and all(map(_may_tell, texts))):
        return "action"
    return "measure" if all(explains_count(text) or tells_metric(text) for text in texts) else None


def _may_tell(text: str) -> bool:
    return may_be_verb(text.split(None, 1)[0].casefold())


def _draft(statement: Statement, kind: Kind, cell: Cell, evidence: str, context: Context) -> Draft:
    draft = Draft(
        kind=kind, lines=statement.lines, text=statement.text, label_words=statement.marker, basis="table",
        evidence=(evidence,), score=0.75, repaired=cell.repaired, place=cell.place,
    )  # fmt: skip
    return labelled(draft, context)
