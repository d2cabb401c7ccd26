"""Where every word went: each of the document's white-space-separated words is counted in exactly one class."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from objectives_parser.document import Document, Word, block_words
from objectives_parser.records import Ledger, Use

_TOKEN = re.compile(r"\S+")


def count(document: Document, uses: Mapping[int, Use]) -> Ledger:
    """Count the document's words by what they served for; ``uses`` maps ``word.start`` to it.

    A word of the text takes the use of the first ``Word`` that begins inside it (``<u>Goal</u>`` holds one, ``Goal``);
    one without any is mark-up and counts as ``other``. ``words`` is the sum of the others by construction.
    """
    begun = {word.start for word in document_words(document)}.union(uses)
    ordered = sorted(begun)
    served = [
        uses.get(start if (start := token.start()) in begun else _inside(token, ordered), "other")
        for token in _TOKEN.finditer(document.text)
    ]
    counts: Counter[str] = Counter(served)
    return Ledger(words=len(served), **counts)


def _inside(token: re.Match[str], starts: Sequence[int]) -> int:
    """The first start inside a token at whose head no word begins; -1 for mark-up."""
    place = bisect_left(starts, token.start())
    return starts[place] if place < len(starts) and starts[place] < token.end() else -1


def document_words(document: Document) -> Iterator[Word]:
    """Every word that stands in a block, in reading order."""
    for block in document.blocks or ():
        yield from block_words(block)
