"""Measures listed once for a goal, behind the last of its objectives: `By 2030 we will measure success by:`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from objectives_parser.drafts import Draft
from objectives_parser.linking.kinds import Parents

_FEWEST_GOALS, _FEWEST_OBJECTIVES = 2, 2


def closing_measures(drafts: Sequence[Draft], parents: list[Parents]) -> list[Parents]:
    """The parents, with the measures that stand behind the last objective of each goal under the goal itself. One goal
    would leave open whose they are; where each of several goals closes with its measures and no other objective has
    any, the writer lists them for the goal."""
    children = _children(drafts, parents)
    goals = {at: parts for at in children if len(parts := _objectives(at, drafts, children)) >= _FEWEST_OBJECTIVES}
    closing = {at: _measures(parts[-1], drafts, children) for at, parts in goals.items()}
    open_ends = any(_measures(part, drafts, children) for parts in goals.values() for part in parts[:-1])
    if open_ends or len(closing) < _FEWEST_GOALS or not all(closing.values()):
        return parents
    found = list(parents)
    for at, measures in closing.items():
        for measure in measures:
            found[measure] = (at,)
    return found


def _children(drafts: Sequence[Draft], parents: Sequence[Parents]) -> dict[int, list[int]]:
    """What stands in the text, and in no table, under one statement alone."""
    children: dict[int, list[int]] = defaultdict(list)
    for at, served in enumerate(parents):
        if len(served) == 1 and drafts[at].spot is None and drafts[at].fixed_parents is None:
            children[served[0]].append(at)
    return dict(children)


def _objectives(at: int, drafts: Sequence[Draft], children: Mapping[int, Sequence[int]]) -> list[int]:
    """The objectives of a goal if each has actions of its own."""
    found = [child for child in children[at] if drafts[child].kind == "objective"]
    done = all(any(drafts[child].kind == "action" for child in children.get(part, ())) for part in found)
    return found if done and drafts[at].kind == "objective" else []


def _measures(at: int, drafts: Sequence[Draft], children: Mapping[int, Sequence[int]]) -> list[int]:
    """The measures of an objective, if they stand behind all else that it has."""
    found = [child for child in children.get(at, ()) if drafts[child].kind == "measure"]
    last = max((child for child in children.get(at, ()) if drafts[child].kind != "measure"), default=at)
    return found if found and min(found) > last else []
