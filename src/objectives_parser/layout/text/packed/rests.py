"""What a table's end took in that is no row of it: statements without a date, a state or a name, where each row above
has one, as the paragraphs and forms that stand behind a table do."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.layout.text.packed.known import Told

_FIELDS = frozenset({"owner", "due", "start", "status", "label"})
_LEAST_ROWS, _TEN, _MOST_ROWS = 2, 10, 8
"""Rows with fields, and how many of ten have them."""


def without_rest(told: Sequence[Told], roles: Sequence[str]) -> Sequence[Told]:
    """The cells up to the last row that has fields, where hardly any row above lacks them."""
    fields = {at for at, role in enumerate(roles) if role in _FIELDS}
    last = max((at for at, part in enumerate(told) if part.column in fields), default=-1)
    end = next((at for at in range(last + 1, len(told)) if told[at].column in (0, len(roles))), len(told))
    if last < 0 or end == len(told) or 0 in fields:
        return told
    rows = _rows(told[:end])
    fielded = sum(any(part.column in fields for part in row) for row in rows)
    return told[:end] if fielded >= _LEAST_ROWS and _TEN * fielded >= _MOST_ROWS * len(rows) else told


def _rows(told: Sequence[Told]) -> list[list[Told]]:
    """The cells of each row: one begins with each cell of the first column."""
    rows: list[list[Told]] = []
    for part in told:
        if not part.column or not rows:
            rows.append([])
        rows[-1].append(part)
    return rows
