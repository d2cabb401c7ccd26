"""Rows of one column that stand over others by number: `LU-1` is the policy that `LU-1.1` and `LU-1.2` carry out."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.drafts import Draft


def with_numbered_policies(drafts: Sequence[Draft]) -> list[Draft]:
    """The rows of a table; those in a column of actions that others are numbered under, and that nobody is to do by
    any date, are the aims of those others."""
    if not any(draft.kind == "action" and draft.label and "." in draft.label for draft in drafts):
        return list(drafts)
    over = {_over(draft) for draft in drafts if draft.kind == "action" and draft.label}
    found = [
        attrs.evolve(draft, kind="objective", level="policy" if "polic" in "".join(draft.evidence[:1]) else "objective")
        if draft.kind == "action" and _number(draft) in over and draft.owner is None and draft.due is None
        else draft
        for draft in drafts
    ]
    left = any(draft.kind == "action" for draft in found)
    return found if left else list(drafts)


def _number(draft: Draft) -> str:
    return (draft.label or "").rstrip(".")


def _over(draft: Draft) -> str | None:
    """The number that the draft's own is counted under: `LU-1` for `LU-1.2`."""
    before, dot, _ = _number(draft).rpartition(".")
    return before if dot else None


def with_listed_policies(drafts: Sequence[Draft], parents: Sequence[Sequence[int]]) -> list[Draft]:
    """`Policies` over `4.1.a Make walking safe` with `1. Widen pavements` set in under it: where deeds stand under any
    item of such lists, all items that are numbered as it is are the aims of what stands under them."""
    listed = [at for at, draft in enumerate(drafts) if _is_listed_policy(draft)]
    if not listed:
        return list(drafts)
    deeds = {parent for at, found in enumerate(parents) if drafts[at].kind == "action" for parent in found}
    depths = {_depth(drafts[at]) for at in listed if at in deeds}
    aims = {at for at in listed if _depth(drafts[at]) in depths}
    return [
        attrs.evolve(draft, kind="objective", level="policy") if at in aims else draft
        for at, draft in enumerate(drafts)
    ]


def _is_listed_policy(draft: Draft) -> bool:
    heading = draft.category.text.casefold().strip(" :") if draft.category is not None else ""
    listed = draft.kind == "action" and draft.basis == "list" and draft.spot is None and draft.owner is None
    return listed and bool(draft.label) and (heading == "policies" or heading.endswith(" policies"))


def _depth(draft: Draft) -> int:
    return _number(draft).count(".")
