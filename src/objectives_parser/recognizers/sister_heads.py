"""Tables that print no header where another of the same columns does: `Objective | Measure | Due` over the first of
them, nothing over those under the next headings, or over what an excerpt begins with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
_NEAR = 40
"""So many tables of as many columns are asked before one and behind it."""


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
    _alike: dict[int, list[int]] = attrs.field(factory=dict, init=False)
    """The positions of the tables of so many columns each."""

    def __attrs_post_init__(self) -> None:
        for at, block in enumerate(self.blocks):
            if isinstance(block, Table):
                self._alike.setdefault(block.columns, []).append(at)

    def see(self, at: int, headers: Heads) -> None:
        """Keeps the headers that a table was read by."""
        self._heads[at] = headers if any(header.role in STATEMENTS for header in headers) else ()

    def headers_for(self, at: int, table: Table, rows: Sequence[Row]) -> Heads | None:
        """The headers of the nearest table of the same columns, one before it rather than one further on that prints
        them."""
        before, behind = self._around(at, table)
        return self._nearest(at, table, rows, [*before, *filter(self._prints, behind)])

    def told_for(self, at: int, table: Table, rows: Sequence[Row]) -> Heads | None:
        """The headers that one of the same columns further on would have, by what it holds."""
        _, behind = self._around(at, table)
        return self._nearest(at, table, rows, [number for number in behind if not self._prints(number)])

    def _around(self, at: int, table: Table) -> tuple[list[int], list[int]]:
        """The tables of as many columns before one and behind it, the nearest first."""
        alike = self._alike.get(table.columns, [])
        here, below = bisect_left(alike, at), bisect_right(alike, at)
        return alike[max(0, here - _NEAR) : here][::-1], alike[below : below + _NEAR]

    def _nearest(self, at: int, table: Table, rows: Sequence[Row], others: Sequence[int]) -> Heads | None:
        if not others or table.columns < 2 or not any(row.kind == "body" for row in rows):
            return None
        columns = columns_of(rows, table.columns)
        for number in others:
            if self._heads_of(number, table.columns):
                alike = self._title(number) == self._title(at) != ""
                if self._columns_of(number).are_like(columns, titled_alike=alike):
                    return self._heads[number]
        return None

    def _prints(self, at: int) -> bool:
        """Whether a table prints headers."""
        if at not in self._printed:
            self._printed[at] = is_headed(self._rows_of(at))
        return self._printed[at]

    def _title(self, at: int) -> str:
        """The line right over a table."""
        above = self.blocks[at - 1] if at else None
        return block_text(above) if isinstance(above, Heading | Paragraph) else ""

    def _heads_of(self, at: int, columns: int) -> Heads:
        """The headers that stand over so many columns of a table; () where it has none."""
        if at not in self._heads:
            self.see(at, self.headers_of(self._table(at), at))
        return self._heads[at] if len(self._heads[at]) == columns else ()

    def _columns_of(self, at: int) -> Columns:
        if at not in self._columns:
            self._columns[at] = columns_of(self._rows_of(at), self._table(at).columns)
        return self._columns[at]

    def _rows_of(self, at: int) -> Sequence[Row]:
        return table_rows(self._table(at), self.context.vocabulary)

    def _table(self, at: int) -> Table:
        block = self.blocks[at]
        assert isinstance(block, Table)
        return block
