"""What the pages of a text carry at their first and last lines: running heads and page numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from objectives_parser import late as regex
from objectives_parser.layout.text.lines import TextLine

_EDGE, _LEAST_PAGES = 2, 2
_DIGITS = regex.compile(r"\d+")
_NUMBER = regex.compile(r"(?:[Pp]age\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?$")


def printed_at_edges(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of the lines at the edges of pages that other pages print there as well but for a number, or that
    are nothing but a page's number."""
    pages = [[line for line in group if line.words] for _, group in groupby(lines, key=lambda line: line.page)]
    if len(pages) < _LEAST_PAGES:
        return frozenset()
    edges = [{line.number: line for line in (*page[:_EDGE], *page[-_EDGE:])} for page in pages]
    counts = Counter(text for page in edges for text in {_printed(line) for line in page.values()})
    return frozenset(
        number
        for page in edges
        for number, line in page.items()
        if counts[_printed(line)] >= _LEAST_PAGES or _NUMBER.match(line.text)
    )


def _printed(line: TextLine) -> str:
    return str(_DIGITS.sub("#", line.text))
