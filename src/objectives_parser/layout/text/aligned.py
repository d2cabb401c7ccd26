"""Tables whose columns stand apart by runs of blanks, as `pdftotext -layout` and printers' text write them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser.layout.text.lines import Region, TextLine


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The tables aligned by blanks among the lines (none are looked for yet)."""
    yield from ()
