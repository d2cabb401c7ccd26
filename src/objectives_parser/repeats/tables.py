"""Tables printed twice: a summary of what a later table spells out, a list of all measures by their codes."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from objectives_parser.drafts import Draft, plain
from objectives_parser.frozen import evolve
from objectives_parser.repeats.alike import ALIKE, elsewhere, shared_words

_LEAST_OF_SUMMARY = 3


def summarised_rows(drafts: Sequence[Draft]) -> dict[int, int]:
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
            later = bisect_right(alike, number, key=lambda other: table_of(drafts[other]))
            if later < len(alike):
                again[at] = alike[later]
        fuller = {table_of(drafts[at]) for at in again.values()}
        longer = sum(len(tables[other]) for other in fuller)
        if len(again) >= max(_LEAST_OF_SUMMARY, 0.8 * len(members)) and longer >= 2 * len(members):
            rest = [at for at in members if at not in again]
            found.update(again | _nearly_again(rest, [at for other in fuller for at in tables[other]], again, drafts))
    return found


def _nearly_again(
    rest: Sequence[int], others: Sequence[int], again: Mapping[int, int], drafts: Sequence[Draft]
) -> dict[int, int]:
    """The rows that a fuller table spells out in slightly other words (`risk` for `risks`)."""
    found: dict[int, int] = {}
    taken = set(again.values())
    for at in rest:
        alike = [other for other in others if other not in taken and drafts[other].kind == drafts[at].kind]
        best = max(alike, key=lambda other: shared_words(drafts[at].text, drafts[other].text), default=at)
        if best != at and shared_words(drafts[at].text, drafts[best].text) >= ALIKE:
            found[at] = best
            taken.add(best)
    return found


_OF_FORM = "form label:"


def forms_going_on(drafts: Sequence[Draft]) -> dict[int, int]:
    """The aims of forms that are printed again where the form goes on (`Criterion | …` at the head of the next page,
    over the rest of its rows), each with its first printing."""
    found: dict[int, int] = {}
    last: int | None = None
    # a commitment that serves the aim opens a form of its own
    served = {aim for draft in drafts if draft.kind == "action" for aim in draft.fixed_parents or ()}
    for at, draft in enumerate(drafts):
        if draft.kind != "objective":
            continue
        of_form = draft.spot is not None and any(told.startswith(_OF_FORM) for told in draft.evidence)
        before = drafts[last] if last is not None else None
        again = before is not None and plain(before.text) == plain(draft.text) and before.label == draft.label
        again = again and before is not None and table_of(before) != table_of(draft) and at not in served
        if of_form and again and last is not None:
            found[at] = last
        elif of_form:
            last = at
        else:
            last = None
    return found


_LEAST_BY_CODE, _MOST_BY_CODE = 3, 12
# "E1", "2.4": what a row is called by, and no place in a list that is counted anew
_CODE = re.compile(r"(?=.*\d)(?:.*[A-Za-z].*|\d+(?:[.-]\d+)+\W?)$")


def listed_by_code(drafts: Sequence[Draft], replaced: Mapping[int, int]) -> dict[int, int]:
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
        tables = {table_of(drafts[at]) for at in alike} if 1 < len(alike) <= _MOST_BY_CODE else ()
        for at, full in itertools.combinations(alike, 2) if len(tables) > 1 else ():
            if _told_again(drafts[at], drafts[full], drafts):
                again[table_of(drafts[at])].append((at, full))
    found: dict[int, int] = {}
    for pairs in again.values():
        if sum(_CODE.match(drafts[at].label or "") is not None for at, _ in pairs) < _LEAST_BY_CODE:
            continue
        for at, full in pairs:
            less, more = (at, full) if _said(drafts[full]) >= _said(drafts[at]) else (full, at)
            alone = rows[table_of(drafts[less]), _row(drafts[less])] == 1
            if alone and less not in found and more not in found:
                found[less] = more
    return found


def _told_again(one: Draft, other: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether two tables say the same of two things of one code."""
    if table_of(one) == table_of(other) or elsewhere(one, other, drafts):
        return False
    return plain(one.text) == plain(other.text) or shared_words(one.text, other.text) >= ALIKE


def _said(draft: Draft) -> int:
    """How much a row says of its statement."""
    return 2 * (draft.owner is not None) + 2 * (draft.due is not None) + bool(draft.under) + bool(draft.status)


def _row(draft: Draft) -> int:
    return draft.spot.first if draft.spot is not None else -1


def table_of(draft: Draft) -> int:
    """The number of the table that a draft stands in; -1 where it stands in none."""
    return draft.spot.table if draft.spot is not None else -1


def under_aims_of_summary(drafts: Sequence[Draft], summarised: dict[int, int]) -> list[Draft]:
    """The drafts; one spelt out in a later table serves the aim that stood in a row or a heading over the table that
    listed it."""
    aims = {table_of(draft): at for at, draft in enumerate(drafts) if draft.kind == "objective" and _is_section(draft)}
    changed = list(drafts)
    for at, full in summarised.items():
        aim = aims.get(table_of(drafts[at]))
        under = drafts[at].under if aim is None else (aim,)
        if not drafts[full].under:
            changed[full] = evolve(drafts[full], under=under)
    return changed


def _is_section(draft: Draft) -> bool:
    return draft.spot is not None and draft.spot.column < 0
