"""Which record serves which: by shared rows, section rows, the rows above, and what a block stands under.

A measure or milestone hangs on its row's action where the row has one, otherwise on the row's objective; an action on
its row's objective; an objective on the one left of it. What its own table does not say is told by the section
row, the rows above (an objective printed once for the rows that follow), and the headings, captions and labels above.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.drafts import Draft
from objectives_parser.linking.aims_measures import measures_of_aims
from objectives_parser.linking.beside import beside_the_aims
from objectives_parser.linking.closing_measures import closing_measures
from objectives_parser.linking.general import under_general_aims
from objectives_parser.linking.kinds import Parents, column, serves
from objectives_parser.linking.named import (
    aims_by_text,
    by_codes,
    by_group,
    by_letter,
    by_level_number,
    by_number,
    by_own_number,
    by_parent_column,
    by_reference,
    by_sister_number,
    coded,
    counts_beside,
    counts_deeper,
    labelled_rows,
    lettered_aims,
    level_rows,
    may_name_aim,
    may_refer,
    number_tokens,
    numbered,
)
from objectives_parser.linking.rows import in_table
from objectives_parser.linking.sections import under_named_sections
from objectives_parser.neighbours import TableMates, table_mates

__all__ = ["Links", "Parents", "link"]


@attrs.frozen(kw_only=True, eq=False)
class Links:
    """For each draft the positions of the drafts that it serves directly; ``guessed`` are those drafts of which only
    their place or their words tell whom they serve, and no row, heading, label or number."""

    parents: list[Parents]
    guessed: frozenset[int]


def link(drafts: Sequence[Draft]) -> Links:
    """Whom each draft serves."""
    tables = table_mates(drafts)
    aims = numbered(drafts)
    codes = coded(drafts)
    rows = labelled_rows(drafts)
    levels = level_rows(drafts)
    tokens = number_tokens(drafts)

    def referred(at: int) -> Parents:
        return (by_reference(at, drafts, aims) if aims else ()) or (by_codes(at, drafts, codes) if codes else ())

    texts = aims_by_text(drafts)
    letters = lettered_aims(drafts)

    def standing(at: int) -> Parents:
        found = by_own_number(at, drafts, tokens, _parents(at, drafts, tables))
        return by_group(at, drafts, texts, found) or found

    parents = [
        by_parent_column(draft, rows)
        or (referred(at) if may_refer(draft) else ())
        or by_level_number(at, drafts, levels)
        or standing(at)
        or (referred(at) if may_name_aim(draft) else ())
        or (by_letter(at, drafts, letters) if letters else ())
        for at, draft in enumerate(drafts)
    ]
    parents = closing_measures(drafts, under_general_aims(drafts, parents))
    found = beside_the_aims(
        drafts, measures_of_aims(drafts, _under_the_goal(drafts, under_named_sections(drafts, parents)))
    )
    guessed = frozenset(
        at
        for at, (told, served) in enumerate(zip(parents, found, strict=True))
        if served and (told != served or drafts[at].nested_by_sign)
    )
    return Links(parents=found, guessed=guessed)


def _under_the_goal(drafts: Sequence[Draft], parents: list[Parents]) -> list[Parents]:
    """A plan of one goal: what nothing else claims serves the goal that a heading announces (`Goal Statement`)."""
    goals = [at for at, draft in enumerate(drafts) if draft.announced_goal]
    if not goals or any(
        draft.kind == "objective" and draft.label and not parents[at] for at, draft in enumerate(drafts[: goals[0]])
    ):
        return parents
    goal = goals[0]
    heads = _first_of_sections(goals, drafts)
    if any(_is_sister(drafts[goal], draft) and not parents[at] for at, draft in enumerate(drafts) if at not in goals):
        return parents
    aims = _aims_by_words(drafts)
    return [
        (_named_aim(drafts[at], aims, max(head for head in heads if head < at)),)
        if not found and at > goal and at not in goals and drafts[at].fixed_parents is None
        else found
        for at, found in enumerate(parents)
    ]


def _first_of_sections(goals: Sequence[int], drafts: Sequence[Draft]) -> list[int]:
    """Of the announced goals the first of each section: `Goal` under `Water` and again under `Land`."""
    named = [drafts[at].category for at in goals]
    groups = [category.text if category is not None else "" for category in named]
    return [
        at
        for number, at in enumerate(goals)
        if not number or (groups[number] and groups[number] not in groups[:number])
    ]


_WORDS = regex.compile(r"\p{L}{4,}")
_LEAST_SHARED = 2


def _content(text: str) -> frozenset[str]:
    """The longer words of a text, a plural's ending apart."""
    return frozenset(word.removesuffix("s") for word in _WORDS.findall(text.casefold()))


def _aims_by_words(drafts: Sequence[Draft]) -> list[tuple[int, frozenset[str]]]:
    return [(at, _content(draft.text)) for at, draft in enumerate(drafts) if draft.kind == "objective"]


def _named_aim(draft: Draft, aims: Sequence[tuple[int, frozenset[str]]], goal: int) -> int:
    """The one aim that says all the words of an indicator (`Vaccines given` of `Increase by 30 % the number of vaccines
    given to adults`), else the goal."""
    words = _content(draft.text) if draft.kind == "measure" and draft.spot is not None else frozenset()
    if len(words) < _LEAST_SHARED:
        return goal
    named = [at for at, said in aims if at != goal and words <= said]
    return named[0] if len(named) == 1 else goal


def _is_sister(goal: Draft, other: Draft) -> bool:
    """Whether another statement bears the label of the goal: a plan with a `Goal:` in each part has more than one."""
    return goal.label is not None and other.kind == "objective" and other.label == goal.label


def _parents(at: int, drafts: Sequence[Draft], tables: Mapping[int, TableMates]) -> Parents:
    draft = drafts[at]
    if draft.fixed_parents is not None:
        return draft.fixed_parents
    if draft.spot is not None:
        found = in_table(at, drafts, tables[draft.spot.table]) or by_number(at, drafts)
        if found:
            return found
        if draft.by_level:
            found = _by_level(at, drafts, tables[draft.spot.table])
            if found:
                return found
    above = _above(at, drafts)
    return by_sister_number(at, drafts, above[0]) or above if above else by_number(at, drafts)


# A results chain from its end to its beginning; a statement serves the nearest one above of a rank before its own.
_CHAIN = (
    "vision",
    "impact",
    "goal",
    "overall objective",
    "aim",
    "purpose",
    "outcome",
    "objective",
    "result",
    "output",
    "activity",
    "input",
)


def _by_level(at: int, drafts: Sequence[Draft], mates: TableMates) -> Parents:
    rank = _rank(drafts[at])
    first = min(column(drafts[mate]) for mate in mates.all if drafts[mate].by_level)
    for other in reversed([mate for mate in mates.all if mate < at and column(drafts[mate]) == first]):
        if drafts[other].by_level and _rank(drafts[other]) < rank and serves(drafts[at], drafts[other]):
            return (other,)
    return ()


def _rank(draft: Draft) -> int:
    level = draft.level or ("" if draft.kind == "objective" else "activity")
    return _CHAIN.index(level) if level in _CHAIN else _CHAIN.index("objective")


def _above(at: int, drafts: Sequence[Draft]) -> Parents:
    """The innermost thing that the draft stands under and can serve."""
    for parent in reversed(drafts[at].under):
        if parent == at or not serves(drafts[at], drafts[parent]):
            continue
        if not counts_deeper(drafts[parent], drafts[at]) and not counts_beside(drafts[parent], drafts[at]):
            return (parent,)
    return ()
