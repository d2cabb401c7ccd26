"""Aims that one general aim is over: `Programme objective: …` above `Objective 1: …` and `Objective 2: …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Draft
from objectives_parser.linking.kinds import Parents

# the last word is that of the numbered ones, what stands before it tells how wide the aim is
_GENERAL = regex.compile(r"[^\d:]*\s(?P<word>goal|objective|outcome|aim|priority|target)", regex.IGNORECASE)


def under_general_aims(drafts: Sequence[Draft], parents: list[Parents]) -> list[Parents]:
    """The parents, with numbered aims under the unnumbered one above them that the same word names more widely; aims
    that are told to serve another than it does stay there."""
    found = list(parents)
    for at, draft in enumerate(drafts):
        general = _GENERAL.fullmatch(draft.label) if draft.kind == "objective" and draft.label else None
        if general is not None:
            for part in _numbered_below(at, general.group("word").casefold(), drafts, parents):
                found[part] = (at,)
    return found


def _numbered_below(at: int, word: str, drafts: Sequence[Draft], parents: Sequence[Parents]) -> Iterator[int]:
    """The aims behind a general one that count on from one, up to the next aim of its own rank."""
    wanted = 1
    for below in range(at + 1, len(drafts)):
        draft = drafts[below]
        if draft.kind != "objective" or parents[below] != parents[at]:
            continue
        if draft.fixed_parents is not None or (draft.label or "").casefold() != f"{word} {wanted}":
            return
        yield below
        wanted += 1
