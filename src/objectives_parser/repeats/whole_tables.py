"""Tables printed twice as a whole: in the text and in an annex, or once more to say what each of its rows costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from objectives_parser import late as regex
from objectives_parser.drafts import Draft, plain
from objectives_parser.repeats.alike import ALIKE, elsewhere, shared_words
from objectives_parser.repeats.tables import table_of

Tables: TypeAlias = dict[int, list[int]]
"""The drafts of each table in reading order."""
Index: TypeAlias = dict[tuple[str, str], list[int]]
"""The drafts of tables by their kind and what they say."""

_LEAST = 3
_MOST_PRINTINGS = 12
_FAR = 2  # pages
_MONEY = regex.compile(
    r"\b(?:costs?|costing|budgets?|fund(?:s|ing)?|financ\w+|support|resources?|investments?|amounts?|expenditure|prices?|"
    r"usd|eur|gbp)\b|[$€£]",
    regex.IGNORECASE,
)
_ABOUT_IT = regex.compile(r"(?:brief |short )?descriptions?\b|(?:no|nr|sr|number|id|code)\b", regex.IGNORECASE)


def printed_again(drafts: Sequence[Draft], replaced: Mapping[int, int]) -> dict[int, int]:
    """The statements of a table all of which another one under the same heading prints in the same order pages away,
    each with its fuller or later printing."""
    tables, index = _tables(drafts, replaced)
    found: dict[int, int] = {}
    for number, members in tables.items():
        if len(members) < _LEAST or len(index[_key(drafts[members[0]])]) == 1:
            continue
        for other in _others(number, members, drafts, index):
            pairs = _in_order(members, tables[other], drafts)
            if pairs and all(_is_the_same(drafts[a], drafts[b], drafts) for a, b in pairs):
                whole = len(tables[other]) == len(members)
                if not (whole and other < number) and members[0] not in found and pairs[0][1] not in found:
                    found.update(pairs)
    return found


def costed_again(drafts: Sequence[Draft], replaced: Mapping[int, int]) -> dict[int, int]:
    """The rows of a table that only says what each of another one's rows costs or what support it needs, each with
    that row; a few may be named in slightly other words."""
    tables, index = _tables(drafts, replaced)
    found: dict[int, int] = {}
    for number, members in tables.items():
        if len(members) < _LEAST or not _only_costs(members, drafts):
            continue
        for other in _others(number, members, drafts, index):
            pairs = _named_again(members, tables[other], drafts)
            if 3 * len(pairs) >= 2 * len(members) and not _only_costs(tables[other], drafts):
                found.update(pair for pair in pairs.items() if pair[1] not in found)
                break
    return found


def _tables(drafts: Sequence[Draft], replaced: Mapping[int, int]) -> tuple[Tables, Index]:
    tables: Tables = defaultdict(list)
    index: Index = defaultdict(list)
    for at, draft in enumerate(drafts):
        if draft.spot is not None and draft.spot.column >= 0 and at not in replaced:
            tables[draft.spot.table].append(at)
            index[_key(draft)].append(at)
    return tables, index


def _key(draft: Draft) -> tuple[str, str]:
    return draft.kind, plain(draft.text)


def _others(number: int, members: Sequence[int], drafts: Sequence[Draft], index: Index) -> Iterator[int]:
    """The other tables that say what the first or second statement of a table says."""
    alike = {table_of(drafts[at]) for member in members[:2] for at in index[_key(drafts[member])][:_MOST_PRINTINGS]}
    return iter(sorted(alike - {number}))


def _page(draft: Draft) -> int:
    words = draft.words
    return (words[0].page or 0) if words else 0


def _are_far_apart(one: Draft, other: Draft) -> bool:
    """Whether pages stand between two rows, or the heading over the one is printed again over the other."""
    if abs(_page(one) - _page(other)) >= _FAR:
        return True
    here, there = one.category, other.category
    return here is not None and there is not None and bool(here.words) and here.words[0] is not there.words[0]


def _in_order(members: Sequence[int], others: Sequence[int], drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Each statement with the one that says the same in another table, if all do so in the same order."""
    pairs: list[tuple[int, int]] = []
    later = iter(others)
    for member in members:
        key = _key(drafts[member])
        same = next((other for other in later if _key(drafts[other]) == key), None)
        if same is None:
            return []
        pairs.append((member, same))
    return pairs


def _is_the_same(one: Draft, other: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether two rows say nothing different of the same statement."""
    if elsewhere(one, other, drafts) or not _are_far_apart(one, other):
        return False
    told = dict(other.fields)
    fields = [(passage, told[name]) for name, passage in one.fields if name in told]
    said = [(one.category, other.category), (one.owner, other.owner), (one.status, other.status), *fields]
    return all(a is None or b is None or plain(a.text) == plain(b.text) for a, b in said)


def _only_costs(members: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether a table's rows say nothing of their statements but what they cost and who pays."""
    names = {name for at in members for name, _ in drafts[at].fields}
    money = {name for name in names if _MONEY.search(name)}
    return bool(money) and all(name in money or _ABOUT_IT.match(name) for name in names)


def _named_again(members: Sequence[int], others: Sequence[int], drafts: Sequence[Draft]) -> dict[int, int]:
    """The statements that another table has word for word; where these are most, those nearly so besides."""
    said = {_key(drafts[other]): other for other in others}
    found = {member: said[_key(drafts[member])] for member in members if _key(drafts[member]) in said}
    if 3 * len(found) < 2 * len(members):
        return {}
    free = [other for other in others if other not in found.values()]
    for member in members:
        if member not in found and free:
            best = max(free, key=lambda other: shared_words(drafts[member].text, drafts[other].text))
            if shared_words(drafts[member].text, drafts[best].text) >= ALIKE:
                found[member] = best
    return found
