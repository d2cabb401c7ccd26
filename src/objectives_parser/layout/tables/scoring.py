"""How well a candidate table explains the words in it, as numbers that can be printed."""

from __future__ import annotations

import attrs

from objectives_parser.document import Table
from objectives_parser.layout.tables.lines import box_of

SLACK = 2.5
"""A word may reach this far over its cell's border: italics, loose boxes, tight cells."""


@attrs.frozen(kw_only=True)
class Score:
    """``whole``: the share of words that no border cuts. ``apart``: the share of cells in which no white gutter runs
    between two columns of text (fused cells). ``used``: the share of the lattice that holds text."""

    words: int
    whole: float
    apart: float
    used: float

    @property
    def total(self) -> float:
        return self.whole * self.apart * (0.8 + 0.2 * self.used)

    def __str__(self) -> str:
        return f"{self.total:.2f} = whole {self.whole:.2f}, apart {self.apart:.2f}, used {self.used:.2f}, {self.words} words"


@attrs.frozen(kw_only=True)
class Candidate:
    """A table that a way of laying out found, with its score."""

    table: Table
    score: Score


def score(table: Table) -> Score:
    """The score of a table as found on one page."""
    words = cut = fused = full = 0
    area = 0
    for cell in table.cells:
        if not cell.lines or cell.bbox is None:
            continue
        full += 1
        area += cell.row_span * cell.column_span
        left, right = cell.bbox[0] - SLACK, cell.bbox[2] + SLACK
        for line in cell.lines:
            for word in line.words:
                words += 1
                x0, _, x1, _ = box_of(word)
                cut += x0 < left or x1 > right
        fused += is_fused([[box_of(word) for word in line.words] for line in cell.lines])
    lattice = max(1, table.rows * table.columns)
    return Score(
        words=words,
        whole=1 - cut / max(1, words),
        apart=1 - fused / max(1, full),
        used=min(1.0, area / lattice),
    )


def is_fused(lines: list[list[tuple[float, float, float, float]]]) -> bool:
    """Do two columns of text stand in one cell? So it looks if a gap as wide as two words' height parts at least two
    lines, and no line crosses it. The room behind a bullet is narrower, and a number before an item has few letters."""
    parted = []
    for line in lines:
        for before, after in zip(line, line[1:], strict=False):
            if after[0] - before[2] > 1.2 * (before[3] - before[1]):
                parted.append((before[2], after[0]))
    if len(parted) < 2:
        return False
    low, high = max(gap[0] for gap in parted), min(gap[1] for gap in parted)
    if high - low < 4:
        return False
    crossing = sum(1 for line in lines if any(box[0] < low and box[2] > high for box in line))
    return crossing == 0
