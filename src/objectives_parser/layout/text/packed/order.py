"""What the order of cells says of their columns: in text whose cells stand one under the other row by row, much; where
empty lines part them and a converter wrote what stands side by side in any order, little."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TypeAlias

import attrs

from objectives_parser.layout.text.packed.telling import NEVER
from objectives_parser.records import STATEMENTS

_AGAIN, _FIELD_AGAIN, _SKIPPED, _BACK = 0.2, 4.0, 0.7, 1.2
_NO_AIM, _SPANNED = 1.5, 0.5
_AIM_AGAIN = 1.0
"""What an aim right behind another costs, where measures or milestones of the first would stand between."""
_BESIDE, _AGAIN_SOON, _ANYWHERE, _NEXT_CHUNK = 2.5, 0.8, 0.5, 0.3
"""What another column and the same again cost within a chunk of lines; any but the next one and the same again behind
an empty line."""


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
        return 0.0 if column in (0, len(self.roles) - 1) else -2.0 - 0.5 * column

    def step(self, last: int, column: int, gap: Gap, *, opens: bool = False) -> float:
        """What speaks for a cell of a column behind one of the last: the next column, or the first one behind the last;
        behind the empty lines of an empty cell, one further on. ``opens`` says that a row is known to begin there."""
        roles = self.roles
        if opens and column == last == 0:
            return -_SKIPPED * (len(roles) - 2)
        if gap is Gap.INNER and column <= last:
            return float("-inf")  # what stands behind a cell on its line is another column's
        columns = len(roles) - 1
        if column == columns:
            return NEVER if last == columns else -_SKIPPED * (columns - 1 - last)
        if last == columns:
            return NEVER if column else 0.0
        stated = roles[column] in STATEMENTS
        fielded = not STATEMENTS.issuperset(role for role in roles[:-1] if role)
        if column == last == 0 and not fielded and roles[0] == "objective":
            return -_AIM_AGAIN
        if column == last:
            return -_FIELD_AGAIN if not stated else -_AGAIN if gap is Gap.NONE or not fielded else -_FIELD_AGAIN / 2
        skipped: float = column - last - 1 if column > last else column + columns - 1 - last
        if gap is Gap.EMPTY_CELL:
            return -_SKIPPED * abs(skipped - 1)
        over = range(last + 1, column) if column > last else range(column)
        skipped += _NO_AIM * sum(roles[at] == "objective" for at in over)
        if column < last and roles[0] == "category" and column == 1:
            return -_SPANNED - _SKIPPED * (skipped - 1)  # one name stands beside several rows
        back = (_BACK if fielded else _BACK / 2) * column if column < last else 0.0
        return -_SKIPPED * skipped - back


@attrs.frozen
class SideBySide:
    """The order of statements that empty lines part, those of one column here and there several in a chunk: what stands
    side by side may come in any order."""

    roles: Sequence[str | None]

    def first(self, column: int) -> float:
        return 0.0 if column in (0, len(self.roles) - 1) else -_ANYWHERE

    def step(self, last: int, column: int, gap: Gap, *, opens: bool = False) -> float:
        columns = len(self.roles) - 1
        if last == columns:  # a band stands over the first column
            return NEVER if column == columns else -_BESIDE if column and gap is Gap.NONE else -_ANYWHERE * bool(column)
        if column == columns:
            return NEVER if gap is Gap.NONE else -_ANYWHERE
        if gap is Gap.NONE:
            return -_AGAIN_SOON if column == last else -_BESIDE
        if column == last:
            return -_NEXT_CHUNK
        return 0.0 if column in (0, last + 1) else -_ANYWHERE


Order: TypeAlias = RowByRow | SideBySide
