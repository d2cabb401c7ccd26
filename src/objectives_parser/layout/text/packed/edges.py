"""What the pages of a text carry at their first and last lines: running heads and page numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from objectives_parser import late as regex
from objectives_parser.layout.text.lines import PAGE_NUMBER, TextLine
from objectives_parser.values import is_year

_EDGE, _LEAST_PAGES, _LONGEST_NUMBER = 2, 2, 3
_DIGITS = regex.compile(r"\d+")


def printed_at_edges(lines: Sequence[TextLine]) -> frozenset[int]:
    """The numbers of the lines at the edges of pages that other pages print there as well but for a number, or that
    are nothing but a page's number."""
    pages = [[line for line in group if line.words] for _, group in groupby(lines, key=lambda line: line.page)]
    if len(pages) < _LEAST_PAGES:
        return frozenset()
    edges = [{line.number: line for line in (*page[:_EDGE], *page[-_EDGE:])} for page in pages]
    counts = Counter(text for page in edges for text in {_printed(line) for line in page.values()})
    return _counting_pages(pages) | frozenset(
        number
        for page in edges
        for number, line in page.items()
        if counts[_printed(line)] >= _LEAST_PAGES or (PAGE_NUMBER.match(line.text) and not _is_year(line, lines))
    )


def _counting_pages(pages: Sequence[Sequence[TextLine]]) -> frozenset[int]:
    """The numbers of the lines that number nearly all pages, wherever a converter wrote them."""
    found = [
        (int(line.text) - at, line.number)
        for at, page in enumerate(pages)
        for line in page
        if len(line.text) <= _LONGEST_NUMBER and line.text.isdecimal()
    ]
    offset, count = max(Counter(offset for offset, _ in found).items(), key=lambda by: (by[1], -by[0]), default=(0, 0))
    if count < max(_LEAST_PAGES, len(pages) - 1):
        return frozenset()
    return frozenset(number for own, number in found if own == offset)


def _is_year(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a page's last line is the end of a date that the line above began: `laid before recess` / `2031`."""
    above = line.number - lines[0].number - 1
    return is_year(line.text) and above >= 0 and len(lines[above].words) > 1


def _printed(line: TextLine) -> str:
    return str(_DIGITS.sub("#", line.text))
