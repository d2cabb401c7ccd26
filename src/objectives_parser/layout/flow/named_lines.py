"""Lines in bold that begin with the name and number of a level: `Outcome A – Safe streets` under the page's title; and
lines whose bold beginning names a field: `2023/24 target: 62%` under the title of a card."""

from __future__ import annotations

import re

from objectives_parser.layout.flow.strips import Strip
from objectives_parser.roles import header_role

NAMED = re.compile(
    r"(?:(?:strategic|priority|key|specific|overall) )?"
    r"(?:goal|objective|strategy|priority|outcome|aim|theme|pillar|commitment|initiative|action|focus area)"
    r" (?:#|no\.? )?(?:[A-Z]|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2}(?:\.?[A-Za-z])?) ?[:–—|-] ?[A-Z]",
    re.IGNORECASE,
)
OPEN = re.compile(r"(?:and|or|of|the|to|for|in|on|with|by|under|from|see|towards|an?|our)$", re.IGNORECASE)


LONGEST_NAME, SURE = 6, 0.9  # words of a field's name; how surely it is one
FIELDS = frozenset({"owner", "due", "start", "status", "target", "baseline", "note"})


def begins_named(above: Strip, row: Strip) -> bool:
    """Whether a line begins anew under one that looks the same, which may end there: in bold, with a name and a number,
    or with a field's name in bold and what it says in plain type behind."""
    last = above.words[-1].text
    if OPEN.match(last) or last[-1] in ",-–—&(/":
        return False
    if row.bold:
        return above.bold and NAMED.match(row.text) is not None
    return _begins_field(row)


def _begins_field(row: Strip) -> bool:
    """Whether a bold name with a colon begins the line, and what stands behind it is not bold."""
    if not row.words[0].bold or ":" not in row.text:
        return False
    count = next((at for at, word in enumerate(row.words) if not word.bold), 0)
    if not 0 < count <= LONGEST_NAME or row.words[count - 1].text[-1] != ":":
        return False
    role = header_role(" ".join(word.text for word in row.words[:count]).rstrip(":"))
    return role is not None and role.role in FIELDS and role.strength >= SURE
