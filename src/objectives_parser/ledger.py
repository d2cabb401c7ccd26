"""Where every word went: each of the document's white-space-separated words is counted in exactly one class."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, compress
from itertools import count as counting
from operator import add

from objectives_parser.document import Document, Word, block_words
from objectives_parser.records import Ledger, Use

_TOKEN = re.compile(r"\S+")
_BLANKS = str.maketrans("\t\n\f\r", "    ")


def count(document: Document, uses: Mapping[int, Use]) -> Ledger:
    """Count the document's words by what they served for; ``uses`` maps ``word.start`` to it.

    A word of the text takes the use of the first ``Word`` that begins inside it (``<u>Goal</u>`` holds one, ``Goal``);
    one without any is mark-up and counts as ``other``. ``words`` is the sum of the others by construction.
    """
    starts = _starts(document.text)
    counts: Counter[Use | None] = Counter(map(uses.get, starts))
    counts["other"] += counts.pop(None, 0)
    for use in _inside(uses.keys() - starts, starts, document, uses):
        counts["other"] -= 1
        counts[use] += 1
    return Ledger(words=len(starts), **{use: found for use, found in counts.items() if use is not None})


def _starts(text: str) -> list[int]:
    """Where the text's white-space-separated words begin."""
    parts = text.translate(_BLANKS).split(" ")
    if len(parts) - parts.count("") != len(text.split()):  # other white space, which is rare
        return [token.start() for token in _TOKEN.finditer(text)]
    return list(compress(map(add, accumulate(map(len, parts), initial=0), counting()), parts))


def _inside(strays: set[int], starts: Sequence[int], document: Document, uses: Mapping[int, Use]) -> Iterator[Use]:
    """The uses of words of the text at whose heads no ``Word`` begins, by the first that begins inside each;
    ``strays`` are the used words that begin inside a word of the text."""
    if not strays:
        return
    text = document.text
    begun = sorted({word.start for word in document_words(document)}.union(uses))
    for place in sorted({bisect_right(starts, at) - 1 for at in strays if text[at : at + 1].strip()}):
        first = begun[bisect_left(begun, starts[place])]
        if first != starts[place] and first in uses:
            yield uses[first]


def document_words(document: Document) -> Iterator[Word]:
    """Every word that stands in a block, in reading order."""
    for block in document.blocks or ():
        yield from block_words(block)
