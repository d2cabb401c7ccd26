"""Lines in bold that begin with the name and number of a level: `Outcome A – Safe streets` under the page's title."""

from __future__ import annotations

import re

from objectives_parser.layout.flow.strips import Strip

NAMED = re.compile(
    r"(?:(?:strategic|priority|key|specific|overall) )?"
    r"(?:goal|objective|strategy|priority|outcome|aim|theme|pillar|commitment|initiative|action|focus area)"
    r" (?:#|no\.? )?(?:[A-Z]|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2}(?:\.?[A-Za-z])?) ?[:–—|-] ?[A-Z]",
    re.IGNORECASE,
)
OPEN = re.compile(r"(?:and|or|of|the|to|for|in|on|with|by|under|from|see|towards|an?|our)$", re.IGNORECASE)


def begins_named(above: Strip, row: Strip) -> bool:
    """Whether a line in bold begins a heading of its own under one that looks the same: it has a name and number, and
    what stands above it may end there."""
    if not row.bold or not above.bold or not NAMED.match(row.text):
        return False
    last = above.words[-1].text
    return not OPEN.match(last) and last[-1] not in ",-–—&(/"
