"""How wide the column is that a cell of reading-order text was set in, as its lines show: at least as wide as its
longest line, and narrower than any line would be with the word that begins the next one.

A table's columns are set one width each, so the cells of several lines that wrap early are not of a wide column, and
long lines not of a narrow one.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.layout.text.spaced.cell_forms import Told
from objectives_parser.layout.text.spaced.strands import Strand, open_ended
from objectives_parser.layout.wrapping import text_width

SLACK = 0.06
"""By how much a face narrower or wider than the usual one may be misjudged."""
MOST_WAYS = 24
"""Widths that are tried for a column."""
FAR = 0.3
"""Of a column's width: beyond this a line speaks no louder against it."""


@attrs.frozen
class Room:
    """The width that a column has at least, and the one that it does not reach, as a cell shows."""

    least: float
    below: float = float("inf")

    def against(self, width: float) -> float:
        """How far a column of a width is from what the cell shows, from 0 to 1."""
        short = self.least / width - 1.0 - SLACK
        wide = width / self.below - 1.0 - SLACK
        return min(1.0, max(0.0, short, wide) / FAR)


def room_of(cell: Told) -> Room:
    """What a cell's lines show; nothing of how narrow the column is where none surely goes on in the next."""
    strands = [strand for piece in cell.pieces for strand in piece.strands]
    widths = [text_width(strand.text) for strand in strands]
    below = [
        taken + text_width(f" {under.words[0].text}")
        for strand, under, taken in zip(strands, strands[1:], widths, strict=False)
        if _goes_on(strand, under)
    ]
    return Room(max(widths), min(below, default=float("inf")))


def _goes_on(strand: Strand, under: Strand) -> bool:
    """Whether a line surely goes on in the next: the word there begins nothing."""
    return under.text[0].islower() or open_ended(strand)


def usual_width(rooms: Sequence[Room]) -> float | None:
    """The width that most cells of a column agree on; None where hardly any shows one."""
    if all(room.below == float("inf") for room in rooms):
        return None
    ways = sorted({room.least for room in rooms})[-MOST_WAYS:]
    return max(ways, key=lambda width: (-sum(room.against(width) for room in rooms), width))
