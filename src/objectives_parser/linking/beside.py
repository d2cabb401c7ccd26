"""What stands behind a list of aims in one section, and says nowhere which of them it serves."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.drafts import Draft
from objectives_parser.linking.kinds import Parents

_MOST_AIMS = 8
_NAMED = ("heading:", "lead-in:")
"""What announces a list of aims; one that only its wording tells may be mixed with what it is told by."""


def beside_the_aims(drafts: Sequence[Draft], parents: Sequence[Parents]) -> list[Parents]:
    """Lists and tables behind a list of aims under one heading (`Goals`, `Actions` under `Waste`; `How success will be
    measured`), which leave open whose they are: each statement may serve any of the few aims there."""
    found, aims = list(parents), _Aims()
    wider: Parents = ()
    detailing: tuple[str, ...] = ()
    parted = len({_group(draft) for draft in drafts if draft.category is not None}) > 1
    mixed = {draft.spot.table for draft in drafts if draft.spot is not None and draft.kind != "objective"}
    for at, draft in enumerate(drafts):
        if draft.kind == "objective" and draft.spot is not None and draft.spot.table in mixed:
            aims = _Aims()
        elif draft.kind == "objective":
            before, aims = aims, aims.followed_by(at, drafts, parents)
            if _details(draft, before, drafts, parents, at):
                wider, detailing = before.listed, draft.evidence[:1]
            elif draft.evidence[:1] != detailing:
                wider = ()
            if wider and not parents[at] and draft.fixed_parents is None and aims.listed:
                found[at] = wider
        elif set(parents[at]) & set(aims.listed):
            aims = _Aims()  # they have details of their own
        elif draft.fixed_parents is None and aims.listed and parents[at] == parents[aims.listed[-1]]:
            aims = aims.over(draft)
            # a list under `Goal 1` with its objectives serves the goal; a table below them details them
            if (draft.spot is not None or not parents[at]) and aims.may_have(draft, drafts, parted=parted):
                found[at] = aims.listed
    return found


def _details(draft: Draft, aims: _Aims, drafts: Sequence[Draft], parents: Sequence[Parents], at: int) -> bool:
    """Whether a list of objectives begins right behind a list of goals in one section: `Goals:` over two, `Objectives:`
    over four, none of which says which goal it serves."""
    if not 0 < len(aims.listed) <= _MOST_AIMS or aims.tables or at - 1 != aims.listed[-1] or parents[at]:
        return False
    last = drafts[aims.listed[-1]]
    lists = last.basis == draft.basis == "list" and _is_announced(last) and _is_announced(draft)
    return lists and (last.level, draft.level) == ("goal", "objective") and _group(last) == _group(draft)


@attrs.frozen(eq=False)
class _Aims:
    """The sister aims listed last; ``tables`` are those below them, a None among them for what stands in none."""

    listed: Parents = ()
    tables: frozenset[int | None] = frozenset()

    def followed_by(self, at: int, drafts: Sequence[Draft], parents: Sequence[Parents]) -> _Aims:
        """The aims with a further one, if it is their sister; else the beginning of its own list."""
        draft = drafts[at]
        if _is_labelled(draft):  # `Objective 1: …` alone under `Objectives`, and `Indicators` behind it
            return _Aims() if at and _is_labelled(drafts[at - 1]) else _Aims((at,))
        if draft.basis == "heading" or (draft.spot is None and not _is_announced(draft)):
            return _Aims()
        last = self.listed[-1] if self.listed and not self.tables else None
        sister = last is not None and _are_sisters(drafts[last], draft) and parents[last] == parents[at]
        return _Aims((*self.listed[-_MOST_AIMS:], at) if sister else (at,))

    def over(self, draft: Draft) -> _Aims:
        """The aims when a further statement without an aim stands below them."""
        table = draft.spot.table if draft.spot is not None else None
        known = table in self.tables or len(self.tables) > 1
        return self if known else attrs.evolve(self, tables=self.tables | {table})

    def may_have(self, draft: Draft, drafts: Sequence[Draft], *, parted: bool) -> bool:
        """Whether a statement stands in the aims' section. Where the document's title is the only group (``parted`` is
        False), measures in a list do, and the one table right below the aims."""
        if not 0 < len(self.listed) <= _MOST_AIMS:
            return False
        aim = drafts[self.listed[-1]]
        if _group(aim) != _group(draft):
            return False
        grouped = parted and _group(aim) is not None
        if draft.basis == "list":
            checked = draft.kind in ("measure", "milestone")
            alone = checked and len(self.listed) == 1 and (_is_announced(aim) or _is_labelled(aim))
            sure = alone or (not _is_labelled(aim) and (grouped or (aim.category is not None and checked)))
            return sure and _is_announced(draft) and aim.evidence[:1] != draft.evidence[:1]
        return draft.spot is not None and not _is_labelled(aim) and (grouped or len(self.tables) == 1)


def _is_announced(draft: Draft) -> bool:
    return bool(draft.evidence) and draft.evidence[0].startswith(_NAMED)


def _is_labelled(draft: Draft) -> bool:
    """Whether an aim stands in a list by its own label: `- Objective 2: …`."""
    labelled = bool(draft.evidence) and draft.evidence[0].startswith("label:")
    return labelled and draft.kind == "objective" and draft.basis == "list"


def _are_sisters(one: Draft, other: Draft) -> bool:
    tables = [draft.spot.table if draft.spot is not None else None for draft in (one, other)]
    return (one.level, one.basis, tables[0]) == (other.level, other.basis, tables[1]) and _group(one) == _group(other)


def _group(draft: Draft) -> int | None:
    """Which heading groups a draft: where its first word stands."""
    if draft.spot is not None:
        return draft.section
    return draft.category.words[0].start if draft.category is not None else None
