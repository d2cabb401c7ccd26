"""List items that name their target themselves: `Calls answered within a minute – target 80%, actual 76%`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import ListItem
from objectives_parser.recognizers.wordings import tells
from objectives_parser.statements import block_statement

_TARGETED = regex.compile(
    r"(?<=\w)\s?[–—(;,:-]\s?(?:\d{4}(?:[-/–]\d{2,4})? )?target"
    r"(?: (?:for|of|in) (?:20)?\d\d(?:[-/–]\d\d)?)?(?: is| of|:)?"
    r" [<>≥≤~]?\s?[$£€]?\d",
    regex.IGNORECASE,
)
_FEWEST = 2


def targeted_items(blocks: Sequence[object]) -> frozenset[int]:
    """The positions of such items, two at the least, which tell nobody to do anything."""
    found = [at for at, block in enumerate(blocks) if isinstance(block, ListItem) and _is_targeted(block)]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def _is_targeted(block: ListItem) -> bool:
    if not any(word.text[:6].casefold() in ("target", "(targe") for line in block.lines for word in line.words):
        return False
    text = block_statement(block.lines, block.marker).text
    return _TARGETED.search(text) is not None and not tells(text)
