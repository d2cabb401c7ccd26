"""Whether two drafts say the same of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.drafts import Draft, plain
from objectives_parser.records import Due

ALIKE = 0.6
"""The share of words that two statements have in common where their place says that they are the same."""


def shared_words(one: str, other: str) -> float:
    """The share of two texts' words that both have."""
    mine, theirs = (set(text.casefold().split()) for text in (one, other))
    return len(mine & theirs) / max(len(mine | theirs), 1)


def elsewhere(draft: Draft, other: Draft, drafts: Sequence[Draft]) -> bool:
    """The same words under two different records are two records (`Develop a plan` under goal 1 and goal 3)."""
    if _at_other_times(draft.due, other.due):
        return True  # `Meetings of the teams` in April, and again in May
    if not draft.under or not other.under:
        return False
    return plain(drafts[draft.under[-1]].text) != plain(drafts[other.under[-1]].text)


def _at_other_times(one: Due | None, other: Due | None) -> bool:
    if one is None or other is None or None in (one.start, one.end, other.start, other.end):
        return False
    return one.start != other.start and one.end != other.end
