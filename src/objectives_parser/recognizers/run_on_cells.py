"""Run-on cells: one cell over several columns of statements, from which a converter lost where the columns part."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell, Table
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.open_tables import OpenTable
from objectives_parser.records import Kind
from objectives_parser.roles import ends_dated, split_run_on
from objectives_parser.statements import Statement, cell_statements


def are_dated(table: Table) -> bool:
    """Whether half of a run-on table's cells of several columns end with a date."""
    cells = [cell for cell in table.cells if cell.column and cell.column_span > 1 and cell.filled]
    return table.way == "run-on" and sum(ends_dated(cell.text) for cell in cells) * 2 >= len(cells) > 0


def read_run_on(opened: OpenTable, cell: Cell, headers: Sequence[Header]) -> None:
    """Adds the statements of a run-on cell, each under that of the headers which its wording speaks for."""
    statements = cell_statements(cell, opened.context.names, "never")
    kinds = tuple(str(header.role) for header in headers)
    cuts = split_run_on([statement.text for statement in statements], kinds,
                        _behind_empty_lines(statements), dated=opened.dated)  # fmt: skip
    for at, statement in enumerate(statements):
        header = headers[sum(at >= cut for cut in cuts)]
        column = opened.headers.index(header) if opened.headers else cell.column
        kind: Kind = header.role  # type: ignore[assignment]
        opened.add(statement, kind, attrs.evolve(cell, column=column, column_span=1), header, ("wording",))


def _behind_empty_lines(statements: Sequence[Statement]) -> frozenset[int]:
    """The statements that do not begin on the line behind the one before."""
    starts = [(statement.marker or statement.words)[0].start for statement in statements]
    ends = [statement.words[-1].end for statement in statements]
    return frozenset(at for at in range(1, len(starts)) if starts[at] - ends[at - 1] > 1)
