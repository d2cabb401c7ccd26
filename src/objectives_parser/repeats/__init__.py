"""Statements printed twice: one record, at its fullest place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from objectives_parser.drafts import Draft, plain
from objectives_parser.frozen import evolve
from objectives_parser.repeats.aims import coded_in_tables, named_in_tables, with_rows_of_aims
from objectives_parser.repeats.alike import elsewhere
from objectives_parser.repeats.lists import listed_as_deeds, numbered_again, summed_up
from objectives_parser.repeats.outlines import told_by_outline
from objectives_parser.repeats.overviews import named_in_overview
from objectives_parser.repeats.prose import goal_in_short, said_again
from objectives_parser.repeats.tables import forms_going_on, listed_by_code, summarised_rows, under_aims_of_summary
from objectives_parser.repeats.whole_tables import costed_again, printed_again
from objectives_parser.roles.labels import CONTINUED


def without_repeats(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that repeat another one's statement outside its table: a list of goals up front, a slide
    title printed again with "(continued)". The fullest printing stays; what stood under the others moves to it."""
    held = Counter(at for draft in drafts for at in set(draft.under))
    replaced: dict[int, int] = named_in_overview(drafts, held)
    named = coded_in_tables(drafts, replaced) | named_in_tables(drafts, replaced, held)
    drafts = with_rows_of_aims(drafts, named)
    replaced.update(named)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if at not in replaced:
            groups[(draft.kind, plain(_without_more(draft)))].append(at)
    for members in groups.values():
        if len(members) > 1:
            replaced.update(_replaced(members, drafts, held))
    replaced.update((at, first) for at, first in forms_going_on(drafts).items() if not {at, first} & replaced.keys())
    replaced.update(numbered_again(drafts, replaced))
    replaced.update(listed_as_deeds(drafts, replaced, held))
    replaced.update(goal_in_short(drafts))
    replaced.update(summed_up(drafts, replaced))
    summarised = summarised_rows(drafts)
    replaced.update((at, full) for at, full in summarised.items() if at not in replaced and full not in replaced)
    replaced.update(listed_by_code(drafts, replaced))
    replaced.update(printed_again(drafts, replaced))
    replaced.update(costed_again(drafts, replaced))
    replaced.update(said_again(drafts, replaced))
    replaced.update(told_by_outline(drafts, replaced))
    if not replaced:
        return list(map(_with_own_words, drafts))
    drafts = _with_what_is_told(_with_labels(under_aims_of_summary(drafts, summarised), replaced), replaced)
    kept = [at for at in range(len(drafts)) if at not in replaced]
    position = {at: new for new, at in enumerate(kept)}
    moved = {at: position[_final(at, replaced)] for at in range(len(drafts))}
    return [_with_own_words(_moved(drafts[at], moved)) for at in kept]


def _without_more(draft: Draft) -> str:
    """A statement's words without `(continued)` behind a title."""
    return (
        CONTINUED.sub("", draft.text) if draft.text.endswith(")") and "(cont" in draft.text.casefold() else draft.text
    )


def _with_own_words(draft: Draft) -> Draft:
    """The draft without `(continued)` behind its words: that is said of the printing."""
    if not draft.lines or _without_more(draft) == draft.text or len(draft.words) < 2:
        return draft
    lines = (*draft.lines[:-1], draft.lines[-1][:-1])
    return evolve(draft, lines=tuple(line for line in lines if line), text=_without_more(draft))


def _with_labels(drafts: Sequence[Draft], replaced: Mapping[int, int]) -> list[Draft]:
    """The drafts; a cell that repeats a heading has that one's label where it has none itself."""
    changed = list(drafts)
    for at, full in replaced.items():
        heading, cell = drafts[at], drafts[full]
        if heading.basis == "heading" and heading.label and not cell.label and cell.spot is not None:
            changed[full] = evolve(cell, label=heading.label, label_words=heading.label_words)
    return changed


def _with_what_is_told(drafts: Sequence[Draft], replaced: dict[int, int]) -> list[Draft]:
    """The drafts; the printing that stays serves what the others stand under, where nothing nearer says whom it serves
    (`B1. Adopt a code` on a card under `Target 1`, and again in the matrix at the end), and has the leader
    who is named under a heading in the same words."""
    changed = list(drafts)
    for at in replaced:
        full = _final(at, replaced)
        told, kept = drafts[at], changed[full]
        nearer = {full, *(_final(other, replaced) for other in kept.under)}
        said = (*(told.fixed_parents or ()), *told.under)
        above = tuple(other for other in said if _final(other, replaced) not in nearer)
        if above and kept.fixed_parents is None:
            kept = evolve(kept, under=tuple(dict.fromkeys((*above, *kept.under))))
        if kept.owner is None and told.basis == "heading" and plain(told.text) == plain(kept.text):
            kept = evolve(kept, owner=told.owner)
        changed[full] = kept
    return changed


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
    if len(cells) == 1 and all(_names_aim(drafts[at], held.get(at, 0)) for at in outside):
        best = cells[0]  # `Prevention first` over a list, and in the column `Priority` of the table of measures
    return {at: best for at in outside if at != best and not elsewhere(drafts[at], drafts[best], drafts)}


def _names_aim(draft: Draft, holds: int) -> bool:
    """Whether a printing outside tables names an aim: a heading, or an item of a list that nothing stands under."""
    return draft.kind == "objective" and (draft.basis == "heading" or (draft.basis == "list" and not holds))


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
