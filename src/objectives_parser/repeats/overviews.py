"""Overviews: tables that only name what the plan tells elsewhere (a framework at a glance, a plan on a page)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from objectives_parser.drafts import Draft, plain
from objectives_parser.repeats.alike import ALIKE, elsewhere, shared_words

_LEAST = 3
_SHARE = 2 / 3
_MOST = 100
"""An overview of more cells is none."""


def named_in_overview(drafts: Sequence[Draft], held: Mapping[int, int]) -> dict[int, int]:
    """The cells of tables that say of their statements nothing at all and name, two thirds of them and three at least,
    what headings and lists state outside of tables, whatever kind the cells were taken for, and nothing to measure
    them by: each with the statement that it names. ``held`` counts what stands under each draft."""
    stated: dict[str, list[int]] = defaultdict(list)
    tables: dict[int, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if draft.spot is None:
            stated[plain(draft.text)].append(at)
        else:
            tables[draft.spot.table].append(at)
    found: dict[int, int] = {}
    for members in tables.values():
        if not _LEAST <= len(members) <= _MOST or not all(_is_bare(drafts[at]) for at in members):
            continue
        named = {at: full for at in members if (full := _fullest(at, stated, drafts, held)) is not None}
        told = any(drafts[at].kind in ("measure", "milestone") for at in members if at not in named)
        if told or len(named) < max(_LEAST, _SHARE * len(members)):
            continue
        found.update(named)
        found.update(_nearly_named(members, named, drafts))
    return found


def _is_bare(draft: Draft) -> bool:
    """Whether a cell says nothing of its statement: nobody who leads it, no date beside it, no field."""
    dated = draft.due is not None and draft.due.text.casefold() not in draft.text.casefold()
    return not (draft.owner or draft.status or draft.fields or dated)


def _fullest(
    at: int, stated: Mapping[str, Sequence[int]], drafts: Sequence[Draft], held: Mapping[int, int]
) -> int | None:
    """The statement outside of tables that a cell names: a heading, one that others stand under or that itself
    stands under another."""
    alike = [
        other
        for other in stated.get(plain(drafts[at].text), ())
        if drafts[other].basis == "heading" or drafts[other].under or held.get(other)
    ]
    alike = [other for other in alike if not elsewhere(drafts[at], drafts[other], drafts)]
    return max(alike, key=lambda other: (held.get(other, 0) > 0, other), default=None)


def _nearly_named(members: Sequence[int], named: Mapping[int, int], drafts: Sequence[Draft]) -> dict[int, int]:
    """The cells that name a sister of what the others name in slightly other words."""
    kinds = {drafts[full].kind for full in named.values()}
    taken = set(named.values())
    free = [at for at, draft in enumerate(drafts) if draft.spot is None and draft.kind in kinds and at not in taken]
    found: dict[int, int] = {}
    for at in members:
        alike = [other for other in free if other not in found.values()] if at not in named else ()
        best = max(alike, key=lambda other: shared_words(drafts[at].text, drafts[other].text), default=at)
        if best != at and shared_words(drafts[at].text, drafts[best].text) >= ALIKE:
            found[at] = best
    return found
