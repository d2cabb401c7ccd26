"""Heads that name a plan's columns: below them stands a table, however few rows it has on the page."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.layout.tables.text_rows import TextRow
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role

FEWEST = 3  # columns
MOST_LINES, LONGEST = 4, 8  # of a head, and words of a name
KNOWN = 0.6  # the share of names that plans give to columns
SURE, TOLD = 0.9, 0.75  # how surely one of them is such a name, and one of statements


def named_head(rows: Sequence[TextRow]) -> int:
    """How many lines in bold stand over all columns, over lines in plain type, whose names plans give to columns, one
    of them to statements; 0 for none. A table that a page cuts may have no more than the head and a part of a row."""
    columns = max((max(row.texts) for row in rows), default=0) + 1
    count = next((at for at, row in enumerate(rows) if not row.bold), len(rows))
    if columns < FEWEST or not 0 < count <= MOST_LINES or count == len(rows) or len(rows[0].texts) < columns:
        return 0
    names = [" ".join(row.texts[at] for row in rows[:count] if at in row.texts) for at in range(columns)]
    if len(set(names)) < columns or max(len(name.split()) for name in names) > LONGEST:
        return 0
    roles = [role for role in map(header_role, names) if role is not None]
    stated = any(role.role in STATEMENTS and role.strength >= TOLD for role in roles)
    sure = any(role.strength >= SURE for role in roles)
    several = len(roles) >= max(FEWEST, KNOWN * columns) and len({role.role for role in roles}) > 1
    return count if stated and sure and several else 0
