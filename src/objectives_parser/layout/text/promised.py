"""Promises in small letters under a line that ends with a colon, which lost their bullets but kept their semicolons:
`We will:` over `raise the sea wall by 2031;` and `give sandbags to every home.`"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.roles import is_lead_in

_ENDS_ITEM = regex.compile(r";(?:\s(?:and|or))?$")
_MOST_LINES = 60


def promises_among(lines: Sequence[TextLine]) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the lines that begin such items, and of the lines right over the first of each list."""
    items: set[int] = set()
    leading: set[int] = set()
    for at, line in enumerate(lines[:-2]):
        if not line.words or line.words[-1].text[-1] != ":" or not is_lead_in(line.text):
            continue
        end = at + 1
        while end < min(len(lines), at + _MOST_LINES) and lines[end].words:
            end += 1
        own = lines[at + 1 : end]
        if not own or not own[0].text[:1].islower() or _ENDS_ITEM.search(own[-1].text):
            continue
        begun = [
            own[0],
            *(after for before, after in itertools.pairwise(own) if _ENDS_ITEM.search(before.text)),
        ]
        if len(begun) > 1 and all(item.text[:1].islower() for item in begun):
            items.update(item.number for item in begun)
            leading.add(line.number)
    return frozenset(items), frozenset(leading)
