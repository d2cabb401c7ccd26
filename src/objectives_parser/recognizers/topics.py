"""Lists under aims that only name what these are about: `Priority 4: Cut rural crime` over `Fly-tipping`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser.document import Heading, ListItem
from objectives_parser.recognizers.wordings import is_to_do, tells
from objectives_parser.roles import Vocabulary, printed_label
from objectives_parser.statements import block_statement

_FEWEST, _LONGEST, _SHORT = 4, 8, 3


def topics_of_aims(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of the items of all lists right under labelled aims, if together they are names: a few words each,
    half of them three at most, none that counts, dates or ends a sentence, hardly any that tells what to do."""
    found = list(_items_under_aims(blocks, vocabulary))
    texts = [text for _, text in found]
    told = sum(not _names(text) for text in texts)
    short = sum(len(text.split()) <= _SHORT for text in texts)
    if len(texts) < _FEWEST or 10 * told > len(texts) or 2 * short < len(texts):
        return frozenset()
    return frozenset(at for at, _ in found)


def _items_under_aims(blocks: Sequence[object], vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    under = False
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            label = printed_label(block_statement(block.lines).text, vocabulary)
            under = label is not None and label.role == "objective" and label.number is not None
        elif not isinstance(block, ListItem):
            under = False
        elif under:
            yield at, block_statement(block.lines, block.marker).text


def _names(text: str) -> bool:
    words = text.split()
    if not words or len(words) > _LONGEST or text[-1] in ".;:!?" or any(map(str.isdigit, text)):
        return False
    return not (tells(text) or is_to_do(text) or (len(words) > 1 and words[0].endswith("ing")))
