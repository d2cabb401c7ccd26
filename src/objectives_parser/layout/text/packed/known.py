"""What is known while the lines under a header are told as cells: what may be a cell, and what the columns are like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed import weights
from objectives_parser.layout.text.packed.order import Gap, Order
from objectives_parser.layout.text.packed.setting import Setting


@attrs.frozen(kw_only=True)
class Told:
    """Lines ``first`` to before ``end``, told as one statement or cell of a column, and how well they fit it."""

    first: int
    end: int
    column: int
    fit: float


@attrs.frozen(kw_only=True)
class Span:
    """Lines up to before ``end`` that may be one statement or cell: what speaks against it inside, and how well it fits
    each column."""

    end: int
    inner: float
    fits: Sequence[float]


@attrs.frozen(kw_only=True, eq=False)
class Known:
    """What is known of the columns: how wide they are, how each line is marked, and in which column each kind of mark
    mostly stands (`a)`, `b)` over the measures)."""

    order: Order
    setting: Setting
    roles: Sequence[str | None]
    gaps: Sequence[Gap]
    starts: Sequence[float]
    marks: Sequence[str]
    widths: Sequence[float | None]
    columns: Mapping[str, int | None] = attrs.field(factory=dict)
    opening: frozenset[int] = frozenset()
    itemised: frozenset[int] = frozenset()
    bare: frozenset[int] = frozenset()
    banded: bool = True

    def speaks_for(self, line: int, column: int) -> float:
        """What the mark of a cell's first line says of its column."""
        if line in self.opening:
            return weights.COUNTED if column == 0 else weights.UNCOUNTED
        if self.opening and column == 0:
            return weights.UNCOUNTED  # each row's first cell has its number
        if column in self.bare and self.marks[line]:
            return weights.UNCOUNTED
        own = self.columns.get(self.marks[line])
        if own is None and column in self.itemised and not self.marks[line]:
            return weights.UNMARKED
        return 0.0 if own is None else weights.MARKED if own == column else weights.UNMARKED


@attrs.frozen(kw_only=True, eq=False)
class Ready:
    """The lines of a table, what may be a cell from each of them on, and what is known of the columns."""

    lines: Sequence[TextLine]
    spans: Sequence[Sequence[Span]]
    known: Known
