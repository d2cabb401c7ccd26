"""Outlines printed twice in other words: what stands above and below a statement tells that it is the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from objectives_parser.drafts import Draft
from objectives_parser.repeats.alike import shared_words

_LEAST_ALIKE = 0.15
_FEWEST = 2
_FAR = 60  # statements


def told_by_outline(drafts: Sequence[Draft], replaced: Mapping[int, int]) -> dict[int, int]:
    """Statements of a summary all whose parts, two at least, are printed again under one statement (`Use other ways to
    travel` over the strategies of `Drive less`): that one; and the one part of an aim that is printed again in other
    words, where all its other parts are found under the aim's own printing or it stands
    between two that are."""
    parts: dict[int, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if (above := _above(draft)) is not None:
            parts[above].append(at)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for at, below in parts.items():
        fuller = {_above(drafts[replaced[part]]) for part in below if part in replaced}
        full = next(iter(fuller)) if len(fuller) == 1 else None
        again = sum(part in replaced for part in below)
        if full is None or at in replaced or full == at or full in replaced or again < max(_FEWEST, len(below)):
            continue
        if drafts[full].kind == drafts[at].kind and full > at and full not in taken:
            found[at] = full
            taken.add(full)
    known = {**replaced, **found}
    taken.update(replaced.values())
    for at, below in parts.items():
        left = [part for part in below if part not in known]
        full = known.get(at)
        if full is None or len(left) != 1 or left[0] in parts:
            continue
        same = [o for o in parts.get(full, ()) if o not in taken and o not in known and o != left[0]]
        same = [other for other in same if drafts[other].kind == drafts[left[0]].kind]
        if len(same) == 1 and shared_words(drafts[left[0]].text, drafts[same[0]].text) >= _LEAST_ALIKE:
            found[left[0]] = same[0]
            taken.add(same[0])
    known.update(found)
    said = taken | known.keys()
    for below in parts.values():
        for before, at, after in zip(below, below[1:], below[2:], strict=False):
            if at not in known and at not in parts and before in known and after in known:
                found.update(_between(at, known[before], known[after], drafts, said))
    return found


def _between(at: int, first: int, last: int, drafts: Sequence[Draft], known: Container[int]) -> dict[int, int]:
    """A statement between two sisters with the only one of its kind between their fuller printings."""
    one, other = drafts[first], drafts[last]
    if _above(one) != _above(other) or (one.kind, one.basis) != (other.kind, other.basis) or last - first > _FAR:
        return {}
    same = [
        between
        for between in range(first + 1, last)
        if between not in known
        and _above(drafts[between]) == _above(one)
        and (drafts[between].kind, drafts[between].basis) == (one.kind, one.basis)
    ]
    alike = len(same) == 1 and shared_words(drafts[at].text, drafts[same[0]].text) >= _LEAST_ALIKE
    return {at: same[0]} if alike and drafts[at].kind == one.kind else {}


def _above(draft: Draft) -> int | None:
    """The statement that a draft stands right under."""
    above = draft.fixed_parents or draft.under
    return above[-1] if above else None
