"""Where the full lines of a column end: what tells whether the next word would have fitted on a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.strands import Strand
from objectives_parser.roles import header_role

CELL_LINES = 4
TEXT_LINES, WIDE_LINE = 3, 60
RUNNING, DOUBLE = 75, 1.5
RAGGED, TOGETHER = 10, 0.2
"""Characters by which full lines of running text differ, and the share of them that ends so close together."""


def line_ends(strands: Sequence[Strand], usual: int, alone: Callable[[Sequence[Strand]], bool]) -> list[int]:
    """For each line where the column ends for it: where the longest ends of those that no empty line parts from it, if
    these have an end of their own."""
    whole = _whole(strands)
    ends: list[int] = []
    start = 0
    for at in range(1, len(strands) + 1):
        if at == len(strands) or strands[at].blanks > usual:
            group = strands[start:at]
            ends += [_whole(group) if alone(group) else whole] * len(group)
            start = at
    return ends


def is_cell(group: Sequence[Strand]) -> bool:
    return len(group) >= CELL_LINES and not _are_heads(group)


def is_text(group: Sequence[Strand]) -> bool:
    """Whether most of the lines are long: running text, which a wider note at the page's foot says nothing of."""
    return len(group) >= TEXT_LINES and 2 * sum(strand.high - strand.low >= WIDE_LINE for strand in group) > len(group)


def _whole(strands: Sequence[Strand]) -> int:
    """Where full lines end. A converter that joins a broken word writes two lines of running text as one, which is no
    measure: some lines have to end close together."""
    whole = max(strand.high for strand in strands)
    full = [strand.high for strand in strands if strand.high - strand.low >= RUNNING]
    if 2 * len(full) < len(strands):
        return whole
    most = DOUBLE * median(full)
    ends = Counter(high for high in full if high <= most)
    close = (high for high in sorted(ends, reverse=True) if _ending(ends, high) >= TOGETHER * ends.total())
    return next(close, max(ends, default=whole))


def _ending(ends: Counter[int], high: int) -> int:
    """How many lines end there or a little before."""
    return sum(ends[high - off] for off in range(RAGGED))


def _are_heads(strands: Sequence[Strand]) -> bool:
    """Whether half of some lines are header words (`Milestone`, `Due Date`, `Status`)."""
    return 2 * sum(header_role(strand.text) is not None for strand in strands) >= len(strands)
