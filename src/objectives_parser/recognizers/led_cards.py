"""Cards of what is under way: a name as heading, a text, and a line of who leads it (`Lead partner: Parks`), three of
them at least. The text is what is done, however it is worded: nothing else is led by somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Heading, Paragraph
from objectives_parser.recognizers.commands import block_text
from objectives_parser.recognizers.section_names import without_code
from objectives_parser.recognizers.wordings import tells
from objectives_parser.roles import Vocabulary, header_role, heading_role, is_lead_in, printed_label

_LEAST, _LEAST_WORDS, _MOST_WORDS, _LONGEST_NAME, _LONGEST_VALUE = 3, 5, 80, 4, 40
_SURE = 0.8
# not `Chair: …` under the name of a committee, nor `Agency: …`
_LEADS = regex.compile(
    r"\b(?:leads?|leaders?|led|responsib\w+|owners?|accountable|implement\w*|deliver\w*)\b", regex.IGNORECASE
)


@attrs.frozen(eq=False)
class LedCards:
    """The positions of the cards' texts; ``leads`` has, for the position of each line that says who leads one, that of
    its text, ``names`` those of lines that only name the field, ``values`` those of what it is, in the line below."""

    texts: frozenset[int] = frozenset()
    leads: dict[int, int] = attrs.field(factory=dict)
    names: frozenset[int] = frozenset()
    values: frozenset[int] = frozenset()


def led_cards(blocks: Sequence[object], vocabulary: Vocabulary) -> LedCards:
    """The cards among the blocks, those of the level of heading that most of them have."""
    shown = [at for at, block in enumerate(blocks) if not isinstance(block, Furniture)]
    cards = [
        (head, text, shown[place + 2 : place + 4])
        for place, (head, text) in enumerate(pairwise(shown))
        if _is_named(blocks[head], vocabulary) and _is_text(blocks[text])
    ]
    found = [(head, text, who) for head, text, below in cards if (who := _who(blocks, below, vocabulary))]
    if len(found) < _LEAST:
        return LedCards()
    level, _ = Counter(blocks[head].level for head, _, _ in found).most_common(1)[0]  # type: ignore[attr-defined]
    found = [card for card in found if blocks[card[0]].level == level]  # type: ignore[attr-defined]
    commands = sum(tells(without_code(block_text(blocks[head]))) for head, _, _ in found)
    if len(found) < _LEAST or 2 * commands > len(found):
        return LedCards()
    return LedCards(
        texts=frozenset(text for _, text, _ in found),
        leads={who[-1]: text for _, text, who in found},
        names=frozenset(who[0] for _, _, who in found if len(who) > 1),
        values=frozenset(who[1] for _, _, who in found if len(who) > 1),
    )


def _is_named(block: object, vocabulary: Vocabulary) -> bool:
    """Whether a heading is a name, and says not itself what stands under it."""
    if not isinstance(block, Heading):
        return False
    text = block_text(block)
    return heading_role(text, vocabulary) is None and printed_label(text, vocabulary) is None


def _is_text(block: object) -> bool:
    if not isinstance(block, Paragraph):
        return False
    text = block_text(block)
    return _LEAST_WORDS <= len(text.split()) <= _MOST_WORDS and not is_lead_in(text) and printed_label(text) is None


def _who(blocks: Sequence[object], below: Sequence[int], vocabulary: Vocabulary) -> tuple[int, ...]:
    """The positions of the line that says who leads it, or of the field's name and of its value in the line below."""
    if not below or not isinstance(blocks[below[0]], Paragraph):
        return ()
    name, colon, value = block_text(blocks[below[0]]).partition(":")
    role = header_role(name, vocabulary) if colon and len(name.split()) <= _LONGEST_NAME else None
    if role is None or role.role != "owner" or role.strength < _SURE or not _LEADS.search(name):
        return ()
    if value:
        return (below[0],) if len(value.split()) <= _LONGEST_VALUE else ()
    follows = len(below) > 1 and isinstance(blocks[below[1]], Paragraph)
    return tuple(below) if follows and len(block_text(blocks[below[1]]).split()) <= _LONGEST_VALUE else ()
