"""Statements printed twice: one record, at its fullest place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import attrs

from objectives_parser.drafts import Draft, plain


def without_repeats(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that repeat another one's statement outside its table: a list of goals up front, a slide
    title printed again with "(continued)". The fullest printing stays; what stood under the others moves to it."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        groups[(draft.kind, plain(draft.text))].append(at)
    replaced: dict[int, int] = {}
    for members in groups.values():
        if len(members) > 1:
            replaced.update(_replaced(members, drafts))
    if not replaced:
        return list(drafts)
    kept = [at for at in range(len(drafts)) if at not in replaced]
    position = {at: new for new, at in enumerate(kept)}
    moved = {at: position[_final(at, replaced)] for at in range(len(drafts))}
    return [_moved(drafts[at], moved) for at in kept]


def _moved(draft: Draft, moved: dict[int, int]) -> Draft:
    fixed = draft.fixed_parents
    return attrs.evolve(
        draft,
        under=tuple(dict.fromkeys(moved[at] for at in draft.under)),
        fixed_parents=None if fixed is None else tuple(dict.fromkeys(moved[at] for at in fixed)),
    )


def _final(at: int, replaced: dict[int, int]) -> int:
    while at in replaced:
        at = replaced[at]
    return at


def _replaced(members: Sequence[int], drafts: Sequence[Draft]) -> dict[int, int]:
    """Same words in different rows of tables are different records; a printing outside tables, or an objective's,
    repeats the fullest one; of two as full the later, since summaries stand in front."""
    outside = [at for at in members if _may_repeat(drafts[at])]
    if not outside:
        return {}
    best = max(members, key=lambda at: (_fullness(at, drafts), at))
    return {at: best for at in outside if at != best and not _elsewhere(drafts[at], drafts[best], drafts)}


def _elsewhere(draft: Draft, other: Draft, drafts: Sequence[Draft]) -> bool:
    """The same words under two different records are two records (`Develop a plan` under goal 1 and goal 3)."""
    if not draft.under or not other.under:
        return False
    return plain(drafts[draft.under[-1]].text) != plain(drafts[other.under[-1]].text)


def _may_repeat(draft: Draft) -> bool:
    return draft.spot is None or draft.spot.column < 0


def _fullness(at: int, drafts: Sequence[Draft]) -> float:
    draft = drafts[at]
    holds = sum(at in other.under for other in drafts)
    return (
        2.0 * (draft.spot is not None)
        + 2.0 * (holds > 0)
        + 0.001 * holds
        + 0.3 * bool(draft.under)
        + (draft.owner is not None)
        + 0.5 * (draft.basis == "heading")
    )
