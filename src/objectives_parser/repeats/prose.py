"""Goals and commitments that running text says twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from objectives_parser.drafts import Draft, plain
from objectives_parser.repeats.alike import elsewhere, shared_words

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"\w+")
_LEAST_FIGURES = 2
_SAME_WORDS = 0.7
_MOST_ALIKE = 20


def said_again(drafts: Sequence[Draft], replaced: Mapping[int, int]) -> dict[int, int]:
    """Commitments of running text that another place says with the same figures in nearly the same words (`Moreover,
    the state commits to …` behind a summary that begins `The state commits to …`), each with the longest printing."""
    groups: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if draft.basis == "prose" and draft.spot is None and at not in replaced:
            figures = tuple(sorted(set(_FIGURE.findall(draft.text))))
            if len(figures) >= _LEAST_FIGURES:
                groups[draft.kind, figures].append(at)
    found: dict[int, int] = {}
    for alike in groups.values():
        best = max(alike[:_MOST_ALIKE], key=lambda at: (len(drafts[at].text), at))
        for at in alike[:_MOST_ALIKE] if len(alike) > 1 else ():
            if at != best and _says_nearly(drafts[at], drafts[best], drafts):
                found[at] = best
    return found


def _says_nearly(one: Draft, other: Draft, drafts: Sequence[Draft]) -> bool:
    labelled = one.label is not None and other.label is not None and one.label != other.label
    if labelled or elsewhere(one, other, drafts):
        return False
    ours, theirs = (" ".join(_WORD.findall(draft.text)) for draft in (one, other))
    return shared_words(ours, theirs) >= _SAME_WORDS


_LEAST_OF_GOAL = 30  # letters


def goal_in_short(drafts: Sequence[Draft]) -> dict[int, int]:
    """Rows and lines labelled as the goal that print the first sentence of the plan's one goal again."""
    goals = [at for at, draft in enumerate(drafts) if draft.announced_goal]
    if len(goals) != 1:
        return {}
    first, stop, _ = drafts[goals[0]].text.partition(". ")
    wanted = plain(first)
    if not stop or len(wanted) < _LEAST_OF_GOAL:
        return {}
    return {
        at: goals[0]
        for at, draft in enumerate(drafts)
        if draft.kind == "objective"
        and draft.label == "Goal"
        and at != goals[0]
        and _begin_alike(plain(draft.text), wanted)
    }


def _begin_alike(one: str, other: str) -> bool:
    """Whether most of two texts is the same beginning (`… of the U.S.`, `… of the United States`)."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same * 5 >= 4 * max(len(one), len(other))
