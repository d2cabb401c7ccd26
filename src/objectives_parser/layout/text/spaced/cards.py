"""Cards side by side, whose titles look like a table's header:

Action 1.1                             Action 1.2
Plant reeds along the upper river      Fine loud lorries on the ring road from
Lead: Parks                            eleven in the evening
When: 2031                             Lead: Police
                                       When: 2032
"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.layout.text.spaced.heads import Head
from objectives_parser.layout.text.spaced.rows import Row
from objectives_parser.roles import header_role

LONGEST_NAME = 3  # words
SURE = 0.6
STATED = frozenset({"objective", "action", "milestone"})
"""What a title with a colon says: `Goal: Clean rivers`, `Milestones: Works` is none of a card's facts."""


def is_fact(text: str) -> bool:
    """`Lead: Works Office`, `Performance indicator: Trees alive`: a name that a header knows, a colon and what it
    says."""
    name, colon, said = text.partition(":")
    if not colon or not said.strip() or len(name.split()) > LONGEST_NAME or not name[:1].isupper():
        return False
    role = header_role(name)
    return role is not None and role.strength >= SURE and role.role not in STATED


def are_cards(rows: Sequence[Row], head: Head, last: int) -> bool:
    """Whether each of the header's cells stands over the same facts, each with its name."""
    lows = [low for low, _ in head.extents]
    names: list[set[str]] = [set() for _ in lows]
    for row in rows[head.last + 1 : last + 1]:
        for run in row.runs:
            at = sum(low <= run.low for low in lows) - 1
            if at >= 0 and is_fact(run.text):
                names[at].add(run.text.partition(":")[0].casefold())
    return len(names) > 1 and bool(set.intersection(*names))
