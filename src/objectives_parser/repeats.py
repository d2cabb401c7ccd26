"""Statements printed twice: one record, at its fullest place."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from objectives_parser.drafts import Draft, plain
from objectives_parser.frozen import evolve
from objectives_parser.records import Due
from objectives_parser.roles.labels import CONTINUED


def without_repeats(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that repeat another one's statement outside its table: a list of goals up front, a slide
    title printed again with "(continued)". The fullest printing stays; what stood under the others moves to it."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        groups[(draft.kind, plain(_without_more(draft)))].append(at)
    replaced: dict[int, int] = {}
    held = Counter(at for draft in drafts for at in set(draft.under))
    for members in groups.values():
        if len(members) > 1:
            replaced.update(_replaced(members, drafts, held))
    replaced.update(_numbered_again(drafts, replaced))
    replaced.update(_goal_in_short(drafts))
    replaced.update(_summed_up(drafts, replaced))
    summarised = _summarised(drafts)
    replaced.update((at, full) for at, full in summarised.items() if at not in replaced and full not in replaced)
    replaced.update(_listed_by_code(drafts, replaced))
    if not replaced:
        return list(drafts)
    drafts = _with_labels(_under_aims_of_summary(drafts, summarised), replaced)
    kept = [at for at in range(len(drafts)) if at not in replaced]
    position = {at: new for new, at in enumerate(kept)}
    moved = {at: position[_final(at, replaced)] for at in range(len(drafts))}
    return [_moved(drafts[at], moved) for at in kept]


def _without_more(draft: Draft) -> str:
    """A statement's words without `(continued)` behind a title."""
    return (
        CONTINUED.sub("", draft.text) if draft.text.endswith(")") and "(cont" in draft.text.casefold() else draft.text
    )


def _with_labels(drafts: Sequence[Draft], replaced: Mapping[int, int]) -> list[Draft]:
    """The drafts; a cell that repeats a heading has that one's label where it has none itself."""
    changed = list(drafts)
    for at, full in replaced.items():
        heading, cell = drafts[at], drafts[full]
        if heading.basis == "heading" and heading.label and not cell.label and cell.spot is not None:
            changed[full] = evolve(cell, label=heading.label, label_words=heading.label_words)
    return changed


_ALIKE = 0.6


def _numbered_again(drafts: Sequence[Draft], replaced: dict[int, int]) -> dict[int, int]:
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
            if other_aim and _shared_words(drafts[at].text, drafts[last].text) >= _ALIKE:
                found[at] = last
    return found


_LEAST_OF_OVERVIEW = 6


def _summed_up(drafts: Sequence[Draft], replaced: dict[int, int]) -> dict[int, int]:
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
                best = max(later, key=lambda other: _shared_words(drafts[at].text, drafts[other].text))
                if best not in replaced and _shared_words(drafts[at].text, drafts[best].text) >= _ALIKE:
                    found[at] = best
    return found


def _shared_words(one: str, other: str) -> float:
    """The share of two texts' words that both have."""
    mine, theirs = (set(text.casefold().split()) for text in (one, other))
    return len(mine & theirs) / max(len(mine | theirs), 1)


_LEAST_OF_SUMMARY = 3


def _summarised(drafts: Sequence[Draft]) -> dict[int, int]:
    """The rows of a table that only lists what a later, longer table spells out (`Policies` in the text, `Policies |
    Programmes of work` in the annex), each with its fuller printing."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    tables: dict[int, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if draft.spot is not None and draft.spot.column >= 0:
            groups[(draft.kind, plain(draft.text))].append(at)
            tables[draft.spot.table].append(at)
    found: dict[int, int] = {}
    for number, members in tables.items() if any(len(alike) > 1 for alike in groups.values()) else ():
        again: dict[int, int] = {}
        for at in members:
            alike = groups[(drafts[at].kind, plain(drafts[at].text))]
            later = bisect_right(alike, number, key=lambda other: _table(drafts[other]))
            if later < len(alike):
                again[at] = alike[later]
        longer = sum(len(tables[other]) for other in {_table(drafts[at]) for at in again.values()})
        if len(again) >= max(_LEAST_OF_SUMMARY, 0.8 * len(members)) and longer >= 2 * len(members):
            found.update(again)
    return found


_LEAST_BY_CODE, _MOST_BY_CODE = 3, 12
# "E1", "2.4": what a row is called by, and no place in a list that is counted anew
_CODE = re.compile(r"(?=.*\d)(?:.*[A-Za-z].*|\d+(?:[.-]\d+)+\W?)$")


def _listed_by_code(drafts: Sequence[Draft], replaced: Mapping[int, int]) -> dict[int, int]:
    """The rows of a list of all measures by their codes that the tables behind it tell one by one under the same codes
    and in the same words, each with its fuller printing."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    rows: Counter[tuple[int, int]] = Counter()
    for at, draft in enumerate(drafts):
        if draft.spot is not None and draft.spot.column >= 0:
            rows[draft.spot.table, draft.spot.first] += 1
            if draft.label is not None and at not in replaced:
                groups[draft.kind, draft.label].append(at)
    again: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for alike in groups.values():
        tables = {_table(drafts[at]) for at in alike} if 1 < len(alike) <= _MOST_BY_CODE else ()
        for at, full in itertools.combinations(alike, 2) if len(tables) > 1 else ():
            if _told_again(drafts[at], drafts[full], drafts):
                again[_table(drafts[at])].append((at, full))
    found: dict[int, int] = {}
    for pairs in again.values():
        if sum(_CODE.match(drafts[at].label or "") is not None for at, _ in pairs) < _LEAST_BY_CODE:
            continue
        for at, full in pairs:
            less, more = (at, full) if _said(drafts[full]) >= _said(drafts[at]) else (full, at)
            alone = rows[_table(drafts[less]), _row(drafts[less])] == 1
            if alone and less not in found and more not in found:
                found[less] = more
    return found


def _told_again(one: Draft, other: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether two tables say the same of two things of one code."""
    if _table(one) == _table(other) or _elsewhere(one, other, drafts):
        return False
    return plain(one.text) == plain(other.text) or _shared_words(one.text, other.text) >= _ALIKE


def _said(draft: Draft) -> int:
    """How much a row says of its statement."""
    return 2 * (draft.owner is not None) + 2 * (draft.due is not None) + bool(draft.under) + bool(draft.status)


def _row(draft: Draft) -> int:
    return draft.spot.first if draft.spot is not None else -1


def _table(draft: Draft) -> int:
    return draft.spot.table if draft.spot is not None else -1


def _under_aims_of_summary(drafts: Sequence[Draft], summarised: dict[int, int]) -> list[Draft]:
    """The drafts; one spelt out in a later table serves the aim that stood in a row or a heading over the table that
    listed it."""
    aims = {_table(draft): at for at, draft in enumerate(drafts) if draft.kind == "objective" and _is_section(draft)}
    changed = list(drafts)
    for at, full in summarised.items():
        aim = aims.get(_table(drafts[at]))
        under = drafts[at].under if aim is None else (aim,)
        if not drafts[full].under:
            changed[full] = evolve(drafts[full], under=under)
    return changed


def _is_section(draft: Draft) -> bool:
    return draft.spot is not None and draft.spot.column < 0


_LEAST_OF_GOAL = 30  # letters


def _goal_in_short(drafts: Sequence[Draft]) -> dict[int, int]:
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


def _moved(draft: Draft, moved: dict[int, int]) -> Draft:
    fixed = draft.fixed_parents
    return evolve(
        draft,
        under=tuple(dict.fromkeys(moved[at] for at in draft.under)),
        fixed_parents=None if fixed is None else tuple(dict.fromkeys(moved[at] for at in fixed)),
    )


def _final(at: int, replaced: dict[int, int]) -> int:
    while at in replaced:
        at = replaced[at]
    return at


def _replaced(members: Sequence[int], drafts: Sequence[Draft], held: Mapping[int, int]) -> dict[int, int]:
    """Same words in different rows of tables are different records; a printing outside tables, or an objective's,
    repeats the fullest one; of two as full the later, since summaries stand in front."""
    outside = [at for at in members if _may_repeat(drafts[at])]
    if not outside:
        return {}
    firsts = [at for at in members if _without_more(drafts[at]) == drafts[at].text] or members
    best = max(firsts, key=lambda at: (_fullness(drafts[at], held.get(at, 0)), at))
    cells = [at for at in members if not _may_repeat(drafts[at])]
    if len(cells) == 1 and all(drafts[at].basis == "heading" and drafts[at].kind == "objective" for at in outside):
        best = cells[0]  # `Prevention first` over a list, and in the column `Priority` of the table of measures
    return {at: best for at in outside if at != best and not _elsewhere(drafts[at], drafts[best], drafts)}


def _elsewhere(draft: Draft, other: Draft, drafts: Sequence[Draft]) -> bool:
    """The same words under two different records are two records (`Develop a plan` under goal 1 and goal 3)."""
    if _at_other_times(draft.due, other.due):
        return True  # `Meetings of the teams` in April, and again in May
    if not draft.under or not other.under:
        return False
    return plain(drafts[draft.under[-1]].text) != plain(drafts[other.under[-1]].text)


def _at_other_times(one: Due | None, other: Due | None) -> bool:
    if one is None or other is None or None in (one.start, one.end, other.start, other.end):
        return False
    return one.start != other.start and one.end != other.end


def _may_repeat(draft: Draft) -> bool:
    return draft.spot is None or draft.spot.column < 0


def _fullness(draft: Draft, holds: int) -> float:
    """How much a printing says, and how much it ``holds``: the drafts that stand under it."""
    return (
        2.0 * (draft.spot is not None)
        + 2.0 * (holds > 0)
        + 0.001 * holds
        + 0.3 * bool(draft.under)
        + (draft.owner is not None)
        + 0.5 * (draft.basis == "heading")
    )
