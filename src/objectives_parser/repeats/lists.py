"""Lists printed twice: a summary up front with the same numbers or of the plan's aims, the cells of an overview."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from objectives_parser.drafts import Draft, plain
from objectives_parser.repeats.alike import ALIKE, shared_words


def numbered_again(drafts: Sequence[Draft], replaced: dict[int, int]) -> dict[int, int]:
    """Items of a numbered list whose summary up front has the same numbers under the same aim in slightly other words
    (`3. Naming managers to oversee services` for `3. Naming managers who oversee services`)."""
    groups: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if at not in replaced and draft.basis == "list" and draft.under and (draft.label or "").isdigit():
            groups[(draft.kind, draft.label or "", plain(drafts[draft.under[-1]].text))].append(at)
    found: dict[int, int] = {}
    for members in groups.values():
        last = members[-1]
        for at in members[:-1]:
            other_aim = drafts[at].under[-1] != drafts[last].under[-1]
            if other_aim and shared_words(drafts[at].text, drafts[last].text) >= ALIKE:
                found[at] = last
    return found


_LEAST_OF_LIST, _LEAST_OF_ITEM = 3, 3


def listed_as_deeds(drafts: Sequence[Draft], replaced: Mapping[int, int], held: Mapping[int, int]) -> dict[int, int]:
    """What a list says in the words of the plan's aims (`Officials will: 1. Mend the piers; …`, and the parts behind it
    are `Strategy: Mend the piers`), three of them at least: the aims, said before. ``held`` counts what stands under
    each draft."""
    stated = [at for at, draft in enumerate(drafts) if draft.kind == "objective" and at not in replaced]
    aims = {plain(drafts[at].text): at for at in stated}
    found: dict[int, int] = {}
    for at, draft in enumerate(drafts) if len(stated) >= _LEAST_OF_LIST else ():
        lone = draft.kind == "action" and draft.spot is None and not held.get(at) and at not in replaced
        aim = aims.get(plain(draft.text)) if lone and draft.due is None else None
        if aim is not None and len(draft.text.split()) >= _LEAST_OF_ITEM:
            found[at] = aim
    return found if len(set(found.values())) >= _LEAST_OF_LIST else {}


_LEAST_OF_OVERVIEW = 6


def summed_up(drafts: Sequence[Draft], replaced: dict[int, int]) -> dict[int, int]:
    """What the cells of an overview say in slightly other words than the sections behind it, where half of its items
    and more are printed there word for word."""
    found: dict[int, int] = {}
    runs: list[list[int]] = [[]]
    for at, draft in enumerate(drafts):
        if draft.basis == "table" and draft.spot is None:
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    for run in runs:
        again = [at for at in run if replaced.get(at, -1) > run[-1]]
        if len(run) < _LEAST_OF_OVERVIEW or 2 * len(again) < len(run):
            continue
        later = range(run[-1] + 1, len(drafts))
        for at in run if later else ():
            if at not in replaced:
                best = max(later, key=lambda other: shared_words(drafts[at].text, drafts[other].text))
                if best not in replaced and shared_words(drafts[at].text, drafts[best].text) >= ALIKE:
                    found[at] = best
    return found
