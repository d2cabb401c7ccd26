"""A results chain down one column, whose cells name their levels: `Outcome` over `Crews earn more`, then `Output 1`
over `Boats are safe`, without a head or a column of levels."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.drafts import Draft
from objectives_parser.frozen import evolve


def with_chain(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with each labelled output under the labelled outcome above it in its column."""
    found: list[Draft] = []
    outcomes: dict[int, int] = {}
    for at, draft in enumerate(drafts):
        named = (draft.label or "").casefold().startswith(draft.level or "-")
        if draft.kind == "objective" and draft.spot is not None and draft.spot.column >= 0 and named:
            if draft.level == "outcome":
                outcomes[draft.spot.column] = at
            above = outcomes.get(draft.spot.column)
            if draft.level == "output" and above is not None and draft.fixed_parents is None and not draft.by_level:
                draft = evolve(draft, fixed_parents=(above,))
        found.append(draft)
    return found
