"""What the order of cells says of their columns: in text whose cells stand one under the other row by row, much; where
empty lines part them and a converter wrote what stands side by side in any order, little."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TypeAlias

import attrs

from objectives_parser.layout.text.packed import weights
from objectives_parser.layout.text.packed.weights import NEVER
from objectives_parser.records import STATEMENTS

BAND = "band"
"""The role of a line that stands over rows of the table and in none of its columns."""


class Gap(Enum):
    """What parts a line from the one above: nothing, an empty line, or as many as an empty cell leaves; ``INNER`` for a
    piece that goes on in the same line."""

    NONE = 0
    LINE = 1
    EMPTY_CELL = 2
    INNER = 3


@attrs.frozen
class RowByRow:
    """The order of cells that were written row by row. ``roles`` are the columns', the last of them a band's."""

    roles: Sequence[str | None]

    def first(self, column: int) -> float:
        """What speaks for a table's first cell in a column."""
        return 0.0 if column in (0, len(self.roles) - 1) else weights.LATE_FIRST + weights.LATER_FIRST * column

    def step(self, last: int, column: int, gap: Gap, *, opens: bool = False) -> float:
        """What speaks for a cell of a column behind one of the last: the next column, or the first one behind the last;
        behind the empty lines of an empty cell, one further on. ``opens`` says that a row is known to begin there."""
        roles = self.roles
        if opens and column == last == 0:
            return -weights.SKIPPED * (len(roles) - 2)
        if gap is Gap.INNER and column <= last:
            return float("-inf")  # what stands behind a cell on its line is another column's
        columns = len(roles) - 1
        if column == columns:
            return NEVER if last == columns else -weights.SKIPPED * (columns - 1 - last)
        if last == columns:
            return NEVER if column else 0.0
        stated = roles[column] in STATEMENTS
        fielded = not STATEMENTS.issuperset(role for role in roles[:-1] if role)
        if column == last == 0 and not fielded and roles[0] == "objective":
            return -weights.AIM_AGAIN
        if column == last:
            return (
                -weights.FIELD_AGAIN
                if not stated
                else -weights.AGAIN
                if gap is Gap.NONE or not fielded
                else -weights.STATED_AGAIN
            )
        skipped: float = column - last - 1 if column > last else column + columns - 1 - last
        if gap is Gap.EMPTY_CELL:
            return -weights.SKIPPED * abs(skipped - 1)
        over = range(last + 1, column) if column > last else range(column)
        skipped += weights.NO_AIM * sum(roles[at] == "objective" for at in over)
        if column < last and roles[0] == "category" and column == 1:
            return -weights.SPANNED - weights.SKIPPED * (skipped - 1)  # one name stands beside several rows
        back = (weights.BACK if fielded else weights.BARE_BACK) * column if column < last else 0.0
        return -weights.SKIPPED * skipped - back


@attrs.frozen
class SideBySide:
    """The order of statements that empty lines part, those of one column here and there several in a chunk: what stands
    side by side may come in any order."""

    roles: Sequence[str | None]

    def first(self, column: int) -> float:
        return 0.0 if column in (0, len(self.roles) - 1) else -weights.ANYWHERE

    def step(self, last: int, column: int, gap: Gap, *, opens: bool = False) -> float:
        columns = len(self.roles) - 1
        if last == columns:  # a band stands over the first column
            return (
                NEVER
                if column == columns
                else -weights.BESIDE
                if column and gap is Gap.NONE
                else -weights.ANYWHERE * bool(column)
            )
        if column == columns:
            return NEVER if gap is Gap.NONE else -weights.ANYWHERE
        if gap is Gap.NONE:
            return -weights.AGAIN_SOON if column == last else -weights.BESIDE
        if column == last:
            return -weights.NEXT_CHUNK
        return 0.0 if column in (0, last + 1) else -weights.ANYWHERE


Order: TypeAlias = RowByRow | SideBySide
