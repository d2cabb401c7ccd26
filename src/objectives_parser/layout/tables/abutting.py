"""Parts of one table that are drawn each in its own way: a head and a band on fills, over rows between rules."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Table, union
from objectives_parser.layout.tables.joining import joined

NEAR = 3.0
"""The parts touch, and their sides stand on one line, as near as this."""
HEAD_ROWS = 4


def with_abutting_joined(tables: Sequence[Table]) -> list[Table]:
    """Tables from top to bottom → the same, a head with few rows joined to the table that it stands right upon."""
    found: list[Table] = []
    for table in tables:
        whole = _whole(found[-1], table) if found else None
        if whole is None:
            found.append(table)
        else:
            found[-1] = whole
    return found


def _whole(upper: Table, lower: Table) -> Table | None:
    if not _abut(upper, lower) or upper.rows > HEAD_ROWS or any(cell.header for cell in lower.cells):
        return None
    if upper.columns != lower.columns or not any(cell.header for cell in upper.cells):
        return None
    join = joined(upper, lower)
    boxes = [box for box in (upper.bbox, lower.bbox) if box is not None]
    return None if join is None else attrs.evolve(join.table, pages=upper.pages, bbox=union(boxes))


def _abut(upper: Table, lower: Table) -> bool:
    a, b = upper.bbox, lower.bbox
    if a is None or b is None:
        return False
    return abs(a[3] - b[1]) < NEAR and abs(a[0] - b[0]) < NEAR and abs(a[2] - b[2]) < NEAR
