"""One open heading of the document: what it states, groups and announces."""

from __future__ import annotations

import attrs

from objectives_parser.drafts import Passage
from objectives_parser.records import Due


@attrs.frozen(kw_only=True)
class Announced:
    """A kind that a heading or lead-in announces for what follows; ``role`` may be a note's.
    ``single`` says that it announces one, the plan's only goal (`Goal Statement`),
    ``topic`` what it groups by, ``table`` that a table under it holds what it announces, ``items_only`` that only list
    items are meant, ``counted`` that indicators are, which are named and not told in sentences; ``reports`` that a note
    tells of what was or is, so that nothing under it promises anything."""

    role: str
    level: str | None = None
    single: bool = False
    topic: str | None = None
    table: bool = False
    items_only: bool = False
    counted: bool = False
    reports: bool = True


@attrs.define(eq=False)
class OpenHeading:
    """One open heading: its level, its words, the record that it states, what it announces."""

    level: int
    passage: Passage | None = None
    record: int | None = None
    announced: Announced | None = None
    pseudo: bool = False
    caption: bool = False
    grouping: bool = False
    items: bool = False
    due: Due | None = None
