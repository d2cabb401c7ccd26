"""Where every word went: each of the document's white-space-separated words is counted in exactly one class."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from objectives_parser.document import Document, Word, block_words
from objectives_parser.records import Ledger, Use

_TOKEN = re.compile(r"\S+")


def count(document: Document, uses: Mapping[int, Use]) -> Ledger:
    """Count the document's words by what they served for; ``uses`` maps ``word.start`` to it.

    A word of the text takes the use of the first ``Word`` that begins inside it (``<u>Goal</u>`` holds one, ``Goal``);
    one without any is mark-up and counts as ``other``. ``words`` is the sum of the others by construction.
    """
    starts = sorted({word.start for word in document_words(document)} | set(uses))
    counts: Counter[str] = Counter()
    place = 0
    for token in _TOKEN.finditer(document.text):
        while place < len(starts) and starts[place] < token.start():
            place += 1
        inside = place < len(starts) and starts[place] < token.end()
        counts[uses.get(starts[place], "other") if inside else "other"] += 1
    return Ledger(words=counts.total(), **counts)


def document_words(document: Document) -> Iterator[Word]:
    """Every word that stands in a block, in reading order."""
    for block in document.blocks or ():
        yield from block_words(block)
