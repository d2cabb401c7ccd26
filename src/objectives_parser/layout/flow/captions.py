"""Lines that only say what the list under them is of: `Performance measures:`, `Milestones:`."""

from __future__ import annotations

from objectives_parser.layout.flow.strips import Strip
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role

_LONGEST, _SURE = 4, 0.8


def is_caption(strip: Strip) -> bool:
    """Whether the line is the name of a kind of statements and a colon, and nothing else."""
    if strip.words[-1].text[-1] != ":" or len(strip.words) > _LONGEST:
        return False
    role = header_role(strip.text)
    return role is not None and role.strength >= _SURE and role.role in STATEMENTS
