"""Strategies with nothing under them: what will be done for a goal, and no aims of their own."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.drafts import Draft

Parents = tuple[int, ...]
_SISTERS = 2


def with_leaf_strategies(drafts: Sequence[Draft], parents: Sequence[Parents]) -> list[Draft]:
    """The drafts; `Strategy 1: …` and its sisters as actions where they all serve another objective and nothing serves
    any of them. Where actions or milestones hang under one, or beside them on their goal, they are aims."""
    leaves = {at for at, draft in enumerate(drafts) if _is_strategy(draft)}
    if len(leaves) < _SISTERS:
        return list(drafts)
    goals = {parent for at in leaves for parent in parents[at]}
    alone = all(parents[at] for at in leaves) and goals.isdisjoint(leaves)
    if not alone or any(
        parent in leaves or (parent in goals and at not in leaves and drafts[at].kind != "measure")
        for at, found in enumerate(parents)
        for parent in found
    ):
        return list(drafts)
    changed = leaves
    return [
        attrs.evolve(draft, kind="action", level=None) if at in changed else draft for at, draft in enumerate(drafts)
    ]


def _is_strategy(draft: Draft) -> bool:
    return draft.kind == "objective" and draft.level == "strategy" and draft.label is not None and draft.spot is None
