"""Where one column ends and the next begins in statements that a text extractor ran together.

The order is known (first all actions, then all measures), so only the cuts are to be found: those that make the
statements' wordings most probable, with what plans do as a prior: actions begin with base-form verbs, measures and
milestones are noun phrases, aims are one or few.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import regex as re

from objectives_parser.roles.forms import QUANTITIES, is_imperative, is_noun_phrase, is_reached, words_of
from objectives_parser.roles.wording import KINDS, wording
from objectives_parser.roles.words import word_list

# How often a statement of a kind, in plans that print columns side by side, is a command, a noun phrase, another form.
FORMS = {
    "objective": (0.45, 0.25, 0.30),
    "measure": (0.06, 0.80, 0.14),
    "milestone": (0.35, 0.50, 0.15),
    "action": (0.88, 0.04, 0.08),
}
WORDING_WEIGHT = 0.5
MARK, BY_DATE = 0.7, 1.2
COMPARATIVES = word_list("comparatives")
EMPTY_COLUMN = math.log(0.05)
JOINED = 1.0
RATE = re.compile(r"\d ?(?:%|per ?cent\b)")
DATED = re.compile(
    r"(?:^|[\s(])(?:(?:\p{Lu}\p{Ll}{2,8}|by|in|spring|summer|autumn|winter|Q[1-4]) (?:19|20)\d\d"
    r"|(?:by|Q[1-4],?|[Qq]uarter [1-4],?) (?:19|20)\d\d[/–-](?:\d\d){1,2}|(?:by|in) (?:end (?:of )?)?Q[1-4]"
    r"|(?:by|before|at) the end of (?:19|20)\d\d)\)?\.?$"
)


def split_run_on(
    items: Sequence[str],
    kinds: Sequence[str] = ("action", "measure"),
    apart: frozenset[int] = frozenset(),
    *,
    dated: bool = False,
) -> tuple[int, ...]:
    """The cuts between the kinds: with kinds A, B and cuts (3,), items[:3] are A and items[3:] are B.

    One cut fewer than kinds; a column may be empty, but that is held improbable. ``apart`` are the items before which
    an empty line stands: between others, if there are such, hardly a column ends. ``dated`` says that the table's
    other rows end with dates: milestones bear them.

    >>> split_run_on(["Gather customer feedback", "Create a single view", "Number of requests", "Usage of tools"])
    (2,)
    """
    fits = [[fit_of(item, kind) for kind in kinds] for item in items]
    if "measure" in kinds and "milestone" in kinds:
        _weigh_dates(items, kinds, fits, dated)
    unfilled = "milestone" if dated and not any(map(ends_dated, items)) else ""
    count, columns = len(items), len(kinds)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for column in range(columns):
        own = [row[column] for row in fits]
        empty = 0.0 if kinds[column] == unfilled else EMPTY_COLUMN
        best = {
            end: max(
                (
                    told + sum(own[start:end]) + (empty if start == end else 0.0) - _cost_of_cut(start, end, apart),
                    (*cuts, end),
                )
                for start, (told, cuts) in best.items()
                if start <= end
            )
            for end in range(count + 1)
        }
    return best[count][1][:-1]


def _cost_of_cut(start: int, end: int, apart: frozenset[int]) -> float:
    """What it costs that a column begins where no empty line stands, if such lines part others."""
    return JOINED if apart and 0 < start < end and start not in apart else 0.0


def ends_dated(item: str) -> bool:
    """Whether a statement ends with a month or season and its year."""
    return DATED.search(item) is not None


def _weigh_dates(items: Sequence[str], kinds: Sequence[str], fits: Sequence[list[float]], rule: bool) -> None:
    """Where some items end with a date (`Contract signed June 2014`), these are milestones, the others measures."""
    dated = [ends_dated(item) for item in items]
    if (any(dated) and not all(dated)) or rule:
        for row, is_dated in zip(fits, dated, strict=True):
            row[kinds.index("milestone")] += BY_DATE if is_dated else -BY_DATE


def fit_of(item: str, kind: str) -> float:
    """The log-probability of a statement under a kind, by form and by wording."""
    if kind not in KINDS:
        return 0.0
    return (
        _marked(item, kind)
        + math.log(FORMS[kind][_form(item)])
        + WORDING_WEIGHT * math.log(max(wording(item).probability(kind), 1e-3))
    )


def _marked(item: str, kind: str) -> float:
    """What tells a measure from a milestone, both being noun phrases: "Higher scores for …", "Number of …"; but "Site
    opened", "Guide published by May". A percentage is counted."""
    words = words_of(item)
    if not words or kind not in ("measure", "milestone"):
        return 0.0
    counts = (
        words[0] in COMPARATIVES or words[0] in QUANTITIES or (RATE.search(item) is not None and not DATED.search(item))
    )
    reached = is_reached(item)
    return MARK * ((counts - reached) if kind == "measure" else (reached - counts))


def _form(item: str) -> int:
    if is_imperative(item):
        return 0
    # "To give advice" and "Ensuring that …" are neither: objectives, actions and measures are all written so.
    return 1 if is_noun_phrase(item) and words_of(item) else 2
