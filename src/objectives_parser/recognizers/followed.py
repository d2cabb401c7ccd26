"""What is followed up: paragraphs each of which has its state printed under it (`Status: In progress`), with or without
the words over what was done (`Action taken`), and no word that says what the paragraphs are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Heading, Paragraph
from objectives_parser.recognizers.commands import block_text
from objectives_parser.recognizers.wordings import is_done, tells
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import heading_role, printed_label

_STATE = regex.compile(r"(?:(?:Current|Progress|Overall) )?[Ss]tatus\s*(?::|[–—-]\s)\s*\S.{0,40}$")
_ASKS = regex.compile(
    r"\b(?:should|must|needs? to|ought to|(?:is|are) (?:asked|required|recommended) to)\b", regex.IGNORECASE
)
_REPORTS = regex.compile(r"\b(?:taken|completed|done|progress|updates?|to date|so far)\b", regex.IGNORECASE)
_LEAST, _LEAST_WORDS, _MOST_WORDS, _LONGEST_NAME, _MOST_BLOCKS = 3, 5, 80, 6, 6


@attrs.frozen(eq=False)
class FollowedUp:
    """``states``: for the position of each such paragraph that of its state; ``between``: those of the blocks between
    the two."""

    states: dict[int, int] = attrs.field(factory=dict)
    between: frozenset[int] = frozenset()

    @cached_property
    def ends(self) -> frozenset[int]:
        """The positions of the states."""
        return frozenset(self.states.values())


def followed_up(blocks: Sequence[object]) -> FollowedUp:
    """What the blocks follow up: three paragraphs at least, two of three worded as what is to be done."""
    texts = {at: block_text(block) for at, block in enumerate(blocks) if isinstance(block, Heading | Paragraph)}
    ends = [at for at, text in texts.items() if _STATE.match(text)]
    if len(ends) < _LEAST:
        return FollowedUp()
    often = Counter(texts.values())
    names = {text for text, count in often.items() if count >= _LEAST and len(text.split()) <= _LONGEST_NAME}
    if any(_names_statements(text) for at, text in texts.items() if ends[0] < at < ends[-1] and text in names):
        return FollowedUp()
    found: dict[int, int] = {}
    for before, end in pairwise([-1, *ends]):
        first = _first(blocks, texts, names, before, end)
        if first is not None and often[texts[first]] == 1 and _may_be_followed(texts[first]):
            found[first] = end
    asked = sum(bool(_ASKS.search(texts[first])) or tells(texts[first]) for first in found)
    if len(found) < max(_LEAST, 2 * len(ends) / 3) or 3 * asked < 2 * len(found):
        return FollowedUp()
    return FollowedUp(found, frozenset(at for first, end in found.items() for at in range(first + 1, end)))


def _names_statements(name: str) -> bool:
    """`Recommendation`, but not `Status: …` nor `Action taken`."""
    role = heading_role(name) if not _STATE.match(name) and not _REPORTS.search(name) else None
    return role is not None and role.role in STATEMENTS


def _first(blocks: Sequence[object], texts: Mapping[int, str], names: set[str], before: int, end: int) -> int | None:
    """The paragraph whose state stands at ``end``: right before it, or before the first name of a part over it."""
    inside = [at for at in range(before + 1, end) if not isinstance(blocks[at], Furniture)]
    if before < 0:  # nothing ends what stands above the first one
        inside = inside[-_MOST_BLOCKS:]
    cut = next((place for place, at in enumerate(inside) if texts.get(at) in names), len(inside))
    if not cut or any(at not in texts for at in inside[cut - 1 :]):
        return None
    return inside[cut - 1]


def _may_be_followed(text: str) -> bool:
    return _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS and printed_label(text) is None and not is_done(text)
