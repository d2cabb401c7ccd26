"""Strategies whose label alone heads what is done for them in a later table: `Strategy 1: Train the crews` in a list,
`Strategy 1` as a row over milestones."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Draft, plain
from objectives_parser.frozen import evolve

_STRATEGY = regex.compile(r"(?:\p{L}+ )?strategy\s+#?(?:\d{1,2}(?:\.\d{1,2})*|\p{Lu})$", regex.IGNORECASE)


def with_strategies_served(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; strategies under whose label others stand are aims, and all their sisters with them."""
    named = {
        plain(draft.label): at
        for at, draft in enumerate(drafts)
        if draft.kind == "action" and draft.label and _STRATEGY.match(draft.label)
    }
    served = [
        named[group]
        for at, draft in enumerate(drafts)
        if draft.category is not None
        and draft.kind in ("action", "milestone")
        and (group := plain(draft.category.text)) in named
        and named[group] < at
    ]
    if not served:
        return list(drafts)
    sisters = set(named.values())
    return [evolve(d, kind="objective", level="strategy") if at in sisters else d for at, d in enumerate(drafts)]
