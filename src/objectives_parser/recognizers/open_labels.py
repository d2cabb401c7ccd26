"""One open labelled record, and which records may stand under which."""

from __future__ import annotations

import attrs

from objectives_parser.records import Kind

RECORD_RANK = {"objective": 0, "action": 1, "milestone": 2, "measure": 3}
# The level word of a record that a table's caption names
CAPTIONED = "caption"


@attrs.frozen(eq=False)
class OpenLabel:
    """One open labelled record: its level word, kind, position, and the heading level that it was opened under. It
    closes at a heading of that level or above; the last of several aims in one list (``sister``) at any. ``depth``
    counts the headings that were open then."""

    name: str
    kind: str
    at: int
    closes_at: int
    sister: bool = False
    depth: int = 0


# Levels of aims from the widest to the narrowest, as plans nest them.
NESTING = ("vision", "title", "goal", "aim", "priority", "outcome", "objective", "strategy", "target")


def ranks_before(label: OpenLabel, kind: Kind | None, name: str | None, nesting: tuple[str, ...] = NESTING) -> bool:
    """Whether an open record ranks before one of that kind and level word in a plan that nests its aims so."""
    if kind is None:
        return False
    if RECORD_RANK[label.kind] != RECORD_RANK[kind]:
        return RECORD_RANK[label.kind] < RECORD_RANK[kind]
    if kind != "objective" or label.name not in nesting or name not in nesting:
        return False
    return nesting.index(label.name) < nesting.index(name)
