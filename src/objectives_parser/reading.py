"""A document with blocks → what it states: find, then link, then account for every word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser import late as regex
from objectives_parser.document import Block, Document, Furniture, Heading, Table, block_lines
from objectives_parser.doubts import told_apart, unread_tables
from objectives_parser.drafts import Context, Draft, plain
from objectives_parser.finishing import finish
from objectives_parser.frozen import evolve
from objectives_parser.labelling import with_values
from objectives_parser.layout.wrapping import names_in
from objectives_parser.linking import Parents, link
from objectives_parser.recognizers import find
from objectives_parser.recognizers.about import about_document, year_of_plan
from objectives_parser.recognizers.bare_tails import with_bare_tails
from objectives_parser.recognizers.field_tails import with_field_tails
from objectives_parser.recognizers.named_groups import with_strategies_served
from objectives_parser.recognizers.numbered_targets import with_targets_named
from objectives_parser.recognizers.over_objectives import with_aims_named
from objectives_parser.recognizers.own_labels import with_own_labels
from objectives_parser.recognizers.parts import names_kinds
from objectives_parser.recognizers.policies import with_listed_policies
from objectives_parser.recognizers.policies_carried_out import with_policies_carried_out
from objectives_parser.recognizers.state_tails import with_state_tails
from objectives_parser.recognizers.value_tails import with_value_tails
from objectives_parser.records import Reading
from objectives_parser.repeats import without_repeats
from objectives_parser.roles import Vocabulary, default_vocabulary
from objectives_parser.statements import headed_columns
from objectives_parser.values import guess_fiscal, is_date_only


def recognize(document: Document, vocabulary: Vocabulary | None = None) -> Reading:
    """What a document with blocks states."""
    blocks = document.blocks or ()
    names = names_in(line for block in blocks for line in block_lines(block))
    known = with_policies_carried_out(blocks, with_aims_named(blocks, vocabulary or default_vocabulary()))
    context = Context(
        text=document.text,
        vocabulary=with_own_labels(known, blocks),
        fiscal=guess_fiscal(document.text, document.properties),
        names=names,
        headed=headed_columns((block for block in blocks if isinstance(block, Table)), names),
    )
    about, about_words = about_document(document, context)
    context = evolve(context, fiscal=evolve(context.fiscal, year=year_of_plan(about)))
    found = find(blocks, context)
    told = with_field_tails(with_value_tails(with_state_tails(found.drafts)), context)
    told = with_bare_tails(told, context)
    saying = [with_values(draft, context) for draft in _that_say_something(told)]
    drafts = with_targets_named(with_strategies_served(without_repeats(saying)))
    links = link(drafts)
    parents = links.parents
    drafts = with_listed_policies(_with_leaf_strategies(drafts, parents), parents)
    whose = (about.organisation or "", _name_over_all(blocks))
    grouped = _with_own_categories(drafts, parents, about.title or "", whose)
    reading = finish(document, grouped, links, about, (*found.heading_words, *about_words))
    stated = {word.start for draft in found.drafts for word in draft.words}  # said again, too
    unread = unread_tables(blocks, stated, found.apart)
    return evolve(reading, diagnostics=(*reading.diagnostics, *told_apart(found.apart, document), *unread))


def _that_say_something(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts without those of signs alone (a lone dash states nothing); what points at the others still does."""
    kept = [at for at, draft in enumerate(drafts) if any(map(str.isalnum, draft.text))]
    if len(kept) == len(drafts):
        return drafts
    now = {at: number for number, at in enumerate(kept)}
    return [
        evolve(
            draft,
            under=tuple(now[at] for at in draft.under if at in now),
            fixed_parents=draft.fixed_parents and tuple(now[at] for at in draft.fixed_parents if at in now),
        )
        for draft in (drafts[at] for at in kept)
    ]


def _with_leaf_strategies(drafts: Sequence[Draft], parents: list[Parents]) -> list[Draft]:
    """`Strategy 1.1.1: Build a fire station` under `Objective 1.1`: where nothing that is done hangs under any of a
    plan's strategies, they are what will be done themselves."""
    leaves = [
        at
        for at, draft in enumerate(drafts)
        if _is_strategy(draft) and draft.spot is None and parents[at] and _is_leaf(draft)
    ]
    if not leaves:
        return list(drafts)
    holding = {at for child, found in enumerate(parents) if drafts[child].kind != "measure" for at in found}
    deeds = {at for child, found in enumerate(parents) if drafts[child].kind in ("action", "milestone") for at in found}
    # milestones beside the strategies, on the same goal, may carry them out
    if any(_is_strategy(drafts[at]) for at in holding) or any(deeds.intersection(parents[at]) for at in leaves):
        _hang_beside(leaves, drafts, parents)
        return list(drafts)
    changed = set(leaves)
    _hang_on_common_aim(leaves, drafts, parents)
    return [evolve(d, kind="action", level=None) if at in changed else d for at, d in enumerate(drafts)]


def _is_leaf(draft: Draft) -> bool:
    """Whether a strategy may be what is done: it bears a label, or says who does it or by when."""
    return _LABELLED.match(draft.label or "") is not None or draft.owner is not None or draft.due_words != ()


def _hang_beside(leaves: Sequence[int], drafts: Sequence[Draft], parents: list[Parents]) -> None:
    """Milestones and indicators behind strategies told one right behind the other (`Strategy 1: …`, `Strategy 2: …`,
    `Key milestones`) are their goal's, where only the last would have any."""
    held: dict[int, list[int]] = {}
    for at, found in enumerate(parents):
        for parent in found if drafts[at].kind in ("measure", "milestone") and drafts[at].spot is None else ():
            held.setdefault(parent, []).append(at)
    by_aim: dict[Parents, list[int]] = {}
    for at in leaves:
        by_aim.setdefault(parents[at], []).append(at)
    for aim, sisters in by_aim.items():
        close = len(sisters) > 1 and sisters[-1] - sisters[0] == len(sisters) - 1
        if close and not any(at in held for at in sisters[:-1]):
            for at in held.get(sisters[-1], ()):
                parents[at] = aim if parents[at] == (sisters[-1],) else parents[at]


def _hang_on_common_aim(leaves: Sequence[int], drafts: Sequence[Draft], parents: list[Parents]) -> None:
    """Indicators behind a list of strategies, the last of which alone would have any, are those of the strategies'
    aim."""
    measured: dict[int, list[int]] = {}
    for at, found in enumerate(parents):
        for parent in found if drafts[at].kind == "measure" else ():
            measured.setdefault(parent, []).append(at)
    by_aim: dict[Parents, list[int]] = {}
    for at in leaves:
        by_aim.setdefault(parents[at], []).append(at)
    behind = [
        (aim, sisters, sorted({at for sister in sisters for at in measured.get(sister, ())}))
        for aim, sisters in by_aim.items()
    ]
    told = [each for each in behind if each[2]]
    last = all(parents[at] == (sisters[-1],) for _, sisters, theirs in told for at in theirs)
    if last and any(len(sisters) > 1 for _, sisters, _ in told):
        for aim, _, theirs in told:
            for at in theirs:
                parents[at] = aim


_OPENING = 4  # blocks
# A word before the number: the items of a list headed `Strategies` may be a plan's aims by what stands elsewhere.
_LABELLED = regex.compile(r"strategy\b", regex.IGNORECASE)


def _is_strategy(draft: Draft) -> bool:
    return draft.kind == "objective" and draft.level == "strategy"


def _with_own_categories(
    drafts: Sequence[Draft], parents: Sequence[Sequence[int]], title: str, whose: Sequence[str]
) -> list[Draft]:
    """A category stands on the records directly under it: not on those of which something above already bears it. The
    document's own title, the names of its body and of its parts (`Overview`) group nothing."""
    return [
        evolve(draft, category=None)
        if (
            not draft.grouped_by_row
            and draft.category
            and any(_bears(drafts[at], draft) for at in _over(number, parents))
        )
        or _groups_nothing(draft, title, *whose)
        else draft
        for number, draft in enumerate(drafts)
    ]


def _name_over_all(blocks: Sequence[Block]) -> str:
    """The heading over the whole document where another stands right under it: whose plan it is, over `Plan 2027`."""
    top = [block for block in blocks[:_OPENING] if not isinstance(block, Furniture)][:2]
    if len(top) < len(("name", "title")) or not all(isinstance(block, Heading) for block in top):
        return ""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    return " ".join(line.text for line in block_lines(top[0])) if levels.count(min(levels)) == 1 == levels[0] else ""


def _groups_nothing(draft: Draft, title: str, body: str, over: str = "") -> bool:
    """Whether a category is only the date, the title, the body's name or the name ``over`` it all, or one of kinds."""
    name = plain(draft.category.text) if draft.category else ""
    if not draft.category or not name:
        return False
    if is_date_only(draft.category.text.strip(" :")):
        return True  # the date under the title of a letter or a submission
    if draft.due is not None and plain(draft.due.text) == name:
        return True  # `Quarter 1 (April to June 2026)`
    whole, by = plain(title), plain(body)
    # `Energy` may group the actions of an `Energy and Climate Plan`
    in_title = name in whole and 2 * len(name) >= len(whole)
    in_full = bool(whole) and name in (by + whole, whole + by)  # `Roads Agency – Business Plan 2026`
    return (
        in_title
        or in_full
        or name in (by, plain(over))
        or (not draft.grouped_by_row and names_kinds(draft.category.text))
    )


def _over(number: int, parents: Sequence[Sequence[int]]) -> Iterator[int]:
    """What a draft serves, and what that serves."""
    seen, ahead = {number}, list(parents[number])
    while ahead:
        at = ahead.pop()
        if at not in seen:
            seen.add(at)
            ahead.extend(parents[at])
            yield at


def _bears(parent: Draft, child: Draft) -> bool:
    return parent.category is not None and child.category is not None and parent.category.text == child.category.text
