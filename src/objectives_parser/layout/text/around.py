"""Text around tables that were found before, read as a whole: what stands between two of them is read by what the rest
of the document shows (its headings, its margins, what its pages carry), and not as a document of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

import attrs

from objectives_parser.document import Block, Table, Word
from objectives_parser.layout.text.lines import Region, TextLine

_Way = Callable[[Sequence[TextLine]], Iterator[Region]]


def regions_around(way: _Way, lines: Sequence[TextLine], regions: Sequence[Region]) -> list[Region] | None:
    """What a way makes of all lines without those of some regions, a region for each stretch between these; None where
    it makes one block of lines on both sides of a region, or nothing."""
    taken = {number for region in regions for number in range(region.first, region.last + 1)}
    left = [attrs.evolve(line, words=(), cells=()) if line.number in taken else line for line in lines]
    blocks = [block for region in way(left) for block in region.blocks]
    stretches = list(_stretches(lines, taken))
    starts = [next(word.start for line in own for word in line.words) for own in stretches]
    found: list[list[Block]] = [[] for _ in stretches]
    for block in blocks:
        places = {bisect_right(starts, word.start) - 1 for word in _words(block)}
        if len(places) != 1:
            return None
        found[places.pop()].append(block)
    if not blocks:
        return None
    return [
        Region(first=own[0].number, last=own[-1].number, blocks=tuple(told))
        for own, told in zip(stretches, found, strict=True)
    ]


def _stretches(lines: Sequence[TextLine], taken: set[int]) -> Iterator[list[TextLine]]:
    """The lines between the regions, where some of them have words."""
    own: list[TextLine] = []
    for line in lines:
        if line.number not in taken:
            own.append(line)
        elif own:
            if any(other.words for other in own):
                yield own
            own = []
    if any(other.words for other in own):
        yield own


def _words(block: Block) -> list[Word]:
    lines = [line for cell in block.cells for line in cell.lines] if isinstance(block, Table) else block.lines
    return [word for line in lines for word in line.words]
