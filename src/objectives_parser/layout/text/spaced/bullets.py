"""Bullets that a converter wrote before all the items of their list, a line each, back to their items."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Line
from objectives_parser.layout.text.spaced.strands import Strand
from objectives_parser.layout.wrapping import is_bullet, is_closed

LEAST_BULLETS = 2
FULL = 0.85
"""A line shorter than this, beside the longest, ends its item."""


def with_own_bullets(strands: Sequence[Strand]) -> list[Strand]:
    """The lines, the bullets of a run (`•` `•` `•`) put before the lines that begin as many items behind it. Where the
    items can't be counted the bullets stay where they are."""
    found: list[Strand] = []
    at = 0
    while at < len(strands):
        end = at
        while end < len(strands) and _is_lone_bullet(strands[end]):
            end += 1
        starts = _starts(strands, end, end - at) if end - at >= LEAST_BULLETS else []
        if not starts:
            found.extend(strands[at : max(end, at + 1)])
            at = max(end, at + 1)
            continue
        bullets = iter(strands[at:end])
        for place in range(end, starts[-1] + 1):
            strand = strands[place]
            words = (*next(bullets).words, *strand.words) if place in starts else strand.words
            found.append(attrs.evolve(strand, words=words))
        at = starts[-1] + 1
    return found


def _is_lone_bullet(strand: Strand) -> bool:
    return len(strand.words) == 1 and is_bullet(strand.words[0])


def _starts(strands: Sequence[Strand], first: int, count: int) -> list[int]:
    """The lines from a place on at which as many items begin; none where the text ends before."""
    starts: list[int] = []
    high = 0
    for at in range(first, len(strands)):
        strand = strands[at]
        if _is_lone_bullet(strand):
            break
        high = max(high, strand.high)
        if at == first or _begins(strands[at - 1], strand, high):
            starts.append(at)
            if len(starts) == count:
                return starts
    return []


def _begins(before: Strand, strand: Strand, high: int) -> bool:
    """Whether an item begins with a line: with a capital or a figure, behind a line that ends one."""
    if strand.text[:1].islower():
        return False
    return strand.blanks > 0 or is_closed(Line(before.words)) or before.high < FULL * high
