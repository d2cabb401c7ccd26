"""Body rows → drafts and fields: each cell says what the header over it asks."""

from __future__ import annotations

import attrs

from objectives_parser.document import Cell
from objectives_parser.drafts import Passage
from objectives_parser.recognizers.cell_passages import cell_words
from objectives_parser.recognizers.columns import MILESTONE_OR_TARGET, Header, row_level, upright
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.recognizers.open_tables import OpenTable
from objectives_parser.recognizers.run_on_cells import read_run_on
from objectives_parser.recognizers.statement_cells import read_statements
from objectives_parser.recognizers.wordings import is_state, is_tick
from objectives_parser.records import STATEMENTS, Kind
from objectives_parser.roles import printed_label

_LONGEST_LABEL = 5


def read_body(opened: OpenTable, row: Row) -> None:
    """Adds what the cells of a row under the open table's headers say."""
    for cell in filled(row.cells):
        whole = opened.repeated.get(id(cell), cell)
        if opened.header_of(cell) is not None and whole is not None:
            _read_cell(opened, whole, row)
    for cell in row.cells:
        header = opened.header_of(cell)
        if not cell.marks or header is None or cell.text.strip():
            continue
        if header.role == "period":
            opened.add_field(cell, "due-period", header)
        elif is_state(header.own):
            opened.add_field(cell, "ticked-status", header)


def read_above_header(opened: OpenTable, row: Row) -> None:
    """Adds what a row above the header row says: what stands in columns that the header leaves unnamed (a logframe's
    impact), and statements that span the named ones."""
    headers = opened.headers or ()
    if not any(header.role == "by-level" for header in headers):
        return
    for cell in filled(row.cells):
        if headers[cell.column].role in ("level", "by-level"):
            _read_cell(opened, cell, row)
        elif cell.column_span > 1:
            _read_by_level(opened, cell, row)


def _read_cell(opened: OpenTable, cell: Cell, row: Row) -> None:
    headers = opened.headers or ()
    header = headers[cell.column]
    kinds = [h for h in headers[cell.column : cell.column + cell.column_span] if h.role in STATEMENTS]
    if header.role == "period" and is_tick(cell.text):
        opened.add_field(cell, "due-period", header)
    elif is_tick(cell.text) and (is_state(header.own) or header.group == "status"):
        opened.add_field(cell, "ticked-status", header)
    elif opened.table.way == "run-on" and cell.column_span > 1 and len(kinds) > 1:
        read_run_on(opened, cell, kinds)
    elif header.role == "level":
        return
    elif header.role == "by-level":
        _read_by_level(opened, cell, row)
    elif header.role in STATEMENTS:
        read_statements(opened, cell, header)
    elif header.role is None and len(kinds) == 1 and kinds[0] is not header:
        read_statements(opened, cell, kinds[0])
    else:
        opened.add_field(cell, header.role or "other", header)


def _read_by_level(opened: OpenTable, cell: Cell, row: Row) -> None:
    """Adds a statement whose kind the level beside it names, or its own label where no column does."""
    header = _level_header(opened, row) or _own_level(opened, cell)
    if header is None:
        return
    opened.heading_words.extend(header.words)
    opened.category = Passage(header.text, header.words) if header.words else None
    kind: Kind = header.role  # type: ignore[assignment]
    first = len(opened.drafts)
    for statement in opened.statements(cell, kind):
        opened.add(statement, kind, cell, header)
    found = [attrs.evolve(draft, by_level=True) for draft in opened.drafts[first:]]
    if len(found) == 1 and found[0].label is None and _labels(opened, header):
        found[0] = attrs.evolve(found[0], label=header.text.rstrip(":. "), label_words=header.words)
    opened.drafts[first:] = found
    opened.category = None


def _labels(opened: OpenTable, header: Header) -> bool:
    """Whether a level is its statement's label (`Impact`, `Output 1.1`): one, in a table that numbers no rows."""
    numbered = any(other.role == "label" for other in opened.headers or ())
    return bool(header.words) and not numbered and len(header.text.split()) <= _LONGEST_LABEL


def _own_level(opened: OpenTable, cell: Cell) -> Header | None:
    """What a cell's label says that it states (`Task: Fence the banks`), as its header; None where it has none."""
    label = printed_label(cell.text, opened.context.vocabulary)
    if label is None or label.kind != "word" or label.role not in STATEMENTS:
        return None
    return Header(text="", role=label.role, level=label.level, strength=0.8)  # type: ignore[arg-type]


def _level_header(opened: OpenTable, row: Row) -> Header | None:
    """The level that a row names, as the header of its statement; an aim where it names none. None in a table without a
    column of levels."""
    column = next((at for at, header in enumerate(opened.headers or ()) if header.role == "level"), None)
    if column is None:
        return None
    above = [cell for cell in row.covering if cell.column == column and cell.filled]
    words = tuple(word for cell in above for word in cell_words(cell))
    level = row_level(above[0].text, opened.context.vocabulary) if above else None
    marked = MILESTONE_OR_TARGET.get(above[0].text.strip().casefold()) if above else None
    if marked is not None:
        return Header(text="", words=(), role=marked, strength=0.8)
    return Header(
        text=upright(above[0].text) if above else "",
        words=words,
        role=level.role if level else "objective",
        level=level.level if level else None,
        strength=0.8,
    )
