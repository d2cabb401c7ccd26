"""Measures told behind the last of several actions of an aim: `Action 1.1: …`, `Action 1.2: …`, `Indicator: …`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.drafts import Draft
from objectives_parser.linking.kinds import Parents

_SEVERAL = 2


def measures_of_aims(drafts: Sequence[Draft], parents: list[Parents]) -> list[Parents]:
    """Labelled paragraphs that tell a measure where, of all the actions of an aim, only the last is ever followed by
    one: they are the aims', and no action's."""
    deeds: dict[int, list[int]] = {}
    measured: dict[int, list[int]] = {}
    for at, draft in enumerate(drafts):
        if draft.basis != "prose" or draft.spot is not None or len(parents[at]) != 1:
            continue
        (above,) = parents[at]
        if draft.kind == "action" and drafts[above].kind == "objective":
            deeds.setdefault(above, []).append(at)
        elif _is_told_behind(draft, drafts[above]):
            measured.setdefault(above, []).append(at)
    lists = [(aim, own) for aim, own in deeds.items() if any(at in measured for at in own)]
    several = [own for _, own in lists if len(own) >= _SEVERAL]
    if not several or any(at in measured for own in several for at in own[:-1]):
        return parents
    aims = {at: aim for aim, own in lists for deed in own for at in measured.get(deed, ())}
    return [(aims[at],) if at in aims else found for at, found in enumerate(parents)]


def _is_told_behind(draft: Draft, above: Draft) -> bool:
    labelled = draft.evidence[:1] != () and draft.evidence[0].startswith("label: ")
    numbered = any(map(str.isdigit, draft.label or ""))
    return draft.kind == "measure" and above.kind == "action" and above.basis == "prose" and labelled and not numbered
