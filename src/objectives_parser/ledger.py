"""Where every word went: each of the document's white-space-separated words is counted in exactly one class."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping

from objectives_parser.document import Document, Word, block_words
from objectives_parser.records import Ledger, Use

_BLANKS = " \n"


def count(document: Document, uses: Mapping[int, Use]) -> Ledger:
    """Count the document's words by what they served for; ``uses`` maps ``word.start`` to it.

    A word of the text takes the use of the first ``Word`` that begins inside it (``<u>Goal</u>`` holds one, ``Goal``);
    one without any is mark-up and counts as ``other``. ``words`` is the sum of the others by construction.
    """
    text = document.text
    words = len(text.split())
    counts: Counter[str] = Counter(uses.values())
    # nearly every used word begins a word of the text, so that it is enough to look at those that do not
    inside = [at for at in uses if at and text[at - 1] not in _BLANKS and not text[at - 1].isspace()]
    counts.subtract(uses[at] for at in inside)
    counts.update(_first_uses({_beginning(text, at) for at in inside} - uses.keys(), document, uses))
    counts["other"] += words - counts.total()
    return Ledger(words=words, **counts)


def _beginning(text: str, at: int) -> int:
    """Where the word of the text begins that holds a place."""
    while at and not text[at - 1].isspace():
        at -= 1
    return at


def _first_uses(starts: set[int], document: Document, uses: Mapping[int, Use]) -> Iterator[Use]:
    """The uses of the first ``Word`` in each of some words of the text, which hold one; none where it has none."""
    if not starts:
        return
    begun = sorted({word.start for word in document_words(document)}.union(uses))
    for start in starts:
        first = begun[bisect_left(begun, start)]
        if first in uses:
            yield uses[first]


def document_words(document: Document) -> Iterator[Word]:
    """Every word that stands in a block, in reading order."""
    for block in document.blocks or ():
        yield from block_words(block)
