"""Tables that print no header where another of the same columns does: `Objective | Measure | Due` over the first of
them, nothing over those under the next headings, or over what an excerpt begins with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from objectives_parser.document import Block, Heading, Paragraph, Table
from objectives_parser.drafts import Context
from objectives_parser.recognizers.column_makes import Columns, columns_of
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.commands import block_text
from objectives_parser.recognizers.grid import Row
from objectives_parser.recognizers.header_rows import is_headed
from objectives_parser.recognizers.row_kinds import table_rows
from objectives_parser.records import STATEMENTS

Heads = tuple[Header, ...]


@attrs.define(kw_only=True, eq=False)
class SisterHeads:
    """The headers of the tables of a document, by their positions: ``headers_of`` reads those of one that stands
    further on."""

    blocks: Sequence[Block]
    context: Context
    headers_of: Callable[[Table, int], Heads]
    _heads: dict[int, Heads] = attrs.field(factory=dict, init=False)
    _printed: dict[int, bool] = attrs.field(factory=dict, init=False)
    _columns: dict[int, Columns] = attrs.field(factory=dict, init=False)
    _tables: list[tuple[int, Table]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._tables = [(at, block) for at, block in enumerate(self.blocks) if isinstance(block, Table)]

    def see(self, at: int, headers: Heads) -> None:
        """Keeps the headers that a table was read by."""
        self._heads[at] = headers if any(header.role in STATEMENTS for header in headers) else ()

    def headers_for(self, at: int, table: Table, rows: Sequence[Row]) -> Heads | None:
        """The headers of the nearest table of the same columns, one before it rather than one further on that prints
        them."""
        alike = [(number, other) for number, other in self._tables if other.columns == table.columns]
        before = [(number, other) for number, other in reversed(alike) if number < at]
        behind = [(number, other) for number, other in alike if number > at and self._prints(number, other)]
        return self._nearest(at, table, rows, [*before, *behind])

    def told_for(self, at: int, table: Table, rows: Sequence[Row]) -> Heads | None:
        """The headers that one of the same columns further on would have, by what it holds."""
        alike = [(number, other) for number, other in self._tables if other.columns == table.columns and number > at]
        behind = [(number, other) for number, other in alike if not self._prints(number, other)]
        return self._nearest(at, table, rows, behind)

    def _nearest(self, at: int, table: Table, rows: Sequence[Row], others: Sequence[tuple[int, Table]]) -> Heads | None:
        if not others or table.columns < 2 or not any(row.kind == "body" for row in rows):
            return None
        columns = columns_of(rows, table.columns)
        for number, other in others:
            if self._heads_of(number, other):
                alike = self._title(number) == self._title(at) != ""
                if self._columns_of(number, other).are_like(columns, titled_alike=alike):
                    return self._heads[number]
        return None

    def _prints(self, at: int, table: Table) -> bool:
        """Whether a table prints headers."""
        if at not in self._printed:
            self._printed[at] = is_headed(table_rows(table, self.context.vocabulary))
        return self._printed[at]

    def _title(self, at: int) -> str:
        """The line right over a table."""
        above = self.blocks[at - 1] if at else None
        return block_text(above) if isinstance(above, Heading | Paragraph) else ""

    def _heads_of(self, at: int, table: Table) -> Heads:
        """The headers that stand over the columns of a table; () where it has none."""
        if at not in self._heads:
            self.see(at, self.headers_of(table, at))
        return self._heads[at] if len(self._heads[at]) == table.columns else ()

    def _columns_of(self, at: int, table: Table) -> Columns:
        if at not in self._columns:
            self._columns[at] = columns_of(table_rows(table, self.context.vocabulary), table.columns)
        return self._columns[at]
