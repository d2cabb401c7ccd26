"""Indicators beside the number of the target that they measure: `Target | Indicator` over `1 | Share of land kept`, in
a plan whose aims are called `Target 1`, `Target 2`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Draft, Passage
from objectives_parser.frozen import evolve

_NUMBERED = regex.compile(r"(?:\p{L}+ )?target\s+#?(?P<number>\p{L}{0,3}\d{1,2}(?:\.\d{1,2})*)$", regex.IGNORECASE)
_FEWEST = 2


def with_targets_named(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; where the targets of all indicators of a table are the numbers of aims called targets, the indicators
    serve these and have no values of their own."""
    aims: dict[str, int] = {}
    for at, draft in enumerate(drafts):
        told = _NUMBERED.match(draft.label or "") if draft.kind == "objective" else None
        if told is not None:
            aims.setdefault(told.group("number"), at)
    if len(aims) < _FEWEST:
        return list(drafts)
    tables: dict[int, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if draft.spot is not None and draft.kind == "measure":
            tables[draft.spot.table].append(at)
    changed = list(drafts)
    for members in tables.values():
        if len(members) >= _FEWEST and all(_number(drafts[at]) in aims for at in members):
            for at in members:
                changed[at] = _serving(drafts[at], aims[_number(drafts[at])])
    return changed


def _number(draft: Draft) -> str:
    return draft.target.text.strip().rstrip(".") if draft.target is not None else ""


def _serving(draft: Draft, aim: int) -> Draft:
    assert draft.target is not None
    named = ("Target", Passage(draft.target.text, draft.target_words))
    return evolve(draft, target=None, target_words=(), fields=(*draft.fields, named), fixed_parents=(aim,))
