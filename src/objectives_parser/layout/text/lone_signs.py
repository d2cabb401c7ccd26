"""Lines of nothing but the sign that parts cells, which converters of web pages leave before a table and between its
parts: they say nothing, and belong to no statement beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser.document import Furniture
from objectives_parser.layout.text.lines import Region, TextLine

_SIGN = "|"


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """Such lines that no table has taken for its own."""
    for line in lines:
        if line.words and not any(word.text.strip(_SIGN) for word in line.words):
            mark = Furniture(lines=(line.line,), kind="cell-mark")
            yield Region(first=line.number, last=line.number, blocks=(mark,))
