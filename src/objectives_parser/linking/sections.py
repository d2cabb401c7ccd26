"""Links that the names of sections tell: `Recycling` over the actions of `Recycle 65 percent of household waste`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Draft
from objectives_parser.linking.kinds import Parents, serves

_WORD = regex.compile(r"\p{L}{4,}")
_SAYS_NOTHING = regex.compile(
    r"(?:actions?|plans?|goals?|objectives?|strateg(?:y|ies)|sectors?|sections?|chapters?|parts?|measures?|"
    r"priorit(?:y|ies)|areas?|themes?|initiatives|with|from|their|this|that|next|steps)$"
)
_LONGEST_NAME = 5  # words
_FEWEST, _MOST = 2, 20
_STEM, _ENDINGS = 5, 5


def under_named_sections(drafts: Sequence[Draft], parents: list[Parents]) -> list[Parents]:
    """Where a list of aims is followed by sections that are named after them in short, two sections at least and each
    after one aim alone, what stands there serves that aim if nothing else says whom it serves."""
    free = [at for at, found in enumerate(parents) if not found and _may_serve(drafts[at])]
    sections = {_place(drafts[at]): _name(drafts[at]) for at in free}
    if len(sections) < _FEWEST:
        return parents
    first = free[0]
    aims = [(at, _content(draft.text)) for at, draft in enumerate(drafts[:first]) if _is_listed(draft, parents[at])]
    if not _FEWEST <= len(aims) <= _MOST:
        return parents
    named = {place: aim for place, name in sections.items() if (aim := _named(name, aims)) is not None}
    named = _one_for_each(named)
    if len(named) < _FEWEST:
        return parents
    changed = list(parents)
    for at in free:
        aim = named.get(_place(drafts[at]))
        if aim is not None and serves(drafts[at], drafts[aim]):
            changed[at] = (aim,)
    return changed


def _may_serve(draft: Draft) -> bool:
    return draft.kind != "objective" and draft.fixed_parents is None and draft.category is not None


def _place(draft: Draft) -> int:
    """Where the heading begins that a draft stands under."""
    return draft.category.words[0].start if draft.category is not None and draft.category.words else -1


def _name(draft: Draft) -> str:
    return draft.category.text if draft.category is not None else ""


def _is_listed(draft: Draft, parents: Parents) -> bool:
    return draft.kind == "objective" and not parents and draft.spot is None and draft.basis != "heading"


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text.casefold()) if not _SAYS_NOTHING.match(word))


def _named(name: str, aims: Sequence[tuple[int, frozenset[str]]]) -> int | None:
    """The one aim that says every word of a section's name."""
    words = _content(name) if len(name.split()) <= _LONGEST_NAME else frozenset()
    found = [at for at, said in aims if words and all(any(_alike(word, other) for other in said) for word in words)]
    return found[0] if len(found) == 1 else None


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one: `recycling` and `recycle`."""
    if one == other:
        return True
    stem = max(_STEM, min(len(one), len(other)) - 2)
    return one[:stem] == other[:stem] and abs(len(one) - len(other)) <= _ENDINGS


def _one_for_each(named: Mapping[int, int]) -> dict[int, int]:
    """The sections without those that share an aim with another one."""
    counts = Counter(named.values())
    return {place: aim for place, aim in named.items() if counts[aim] == 1}
