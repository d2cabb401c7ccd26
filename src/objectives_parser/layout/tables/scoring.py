"""How well a candidate table explains the words in it, as numbers that can be printed."""

from __future__ import annotations

from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Line, Page, Table
from objectives_parser.layout.tables.filling import Grounds
from objectives_parser.layout.tables.gutters import MARKER
from objectives_parser.layout.tables.lines import NOWHERE, TURNED, box_of, em_of, rows_of

SLACK = 2.5
"""A word may reach this far over its cell's border: italics, loose boxes, tight cells."""

WIDE_GAP = 1.2
LEAST_GAP = 4.0
SPACE = 0.5
"""A space between words is narrower than this many ems."""
LEAST_SLICED = 3


@attrs.frozen(kw_only=True)
class Score:
    """``whole``: the share of words that no border cuts. ``apart``: the share of cells in which no white gutter runs
    between two columns of text. ``plain``: the share of words that stand on the ground most of their cell's words
    stand on (rows fused over zebra stripes do not). ``used``: the share of the lattice that holds text."""

    words: int
    whole: float
    apart: float
    plain: float
    used: float

    @property
    def fit(self) -> float:
        """How well the words stand in their cells, however many cells are empty."""
        return self.whole * self.apart * self.plain

    @property
    def total(self) -> float:
        return self.fit * (0.8 + 0.2 * self.used)

    def __str__(self) -> str:
        parts = f"whole {self.whole:.2f}, apart {self.apart:.2f}, plain {self.plain:.2f}, used {self.used:.2f}"
        return f"{self.total:.2f} = {parts}, {self.words} words"


@attrs.frozen(kw_only=True)
class Candidate:
    """A table that a way of laying out found, with its score."""

    table: Table
    score: Score


def score(table: Table, page: Page) -> Score:
    """The score of a table as found on one page."""
    full = [cell for cell in table.cells if cell.lines]
    words = sum(len(line.words) for cell in full for line in cell.lines)
    fused = sum(is_fused(cell.lines) for cell in full)
    area = sum(cell.row_span * cell.column_span for cell in full)
    return Score(
        words=words,
        whole=1 - sum(map(_cut, full)) / max(1, words),
        apart=1 - fused / max(1, len(full)),
        plain=1 - _off_ground(full, table, page) / max(1, words),
        used=min(1.0, area / max(1, table.rows * table.columns)),
    )


def _cut(cell: Cell) -> int:
    """The words that reach over the cell's sides."""
    if cell.bbox is None:
        return 0
    left, right = cell.bbox[0] - SLACK, cell.bbox[2] + SLACK
    boxes = [word.bbox or NOWHERE for line in cell.lines for word in line.words]
    return sum([x0 < left or x1 > right for x0, _, x1, _ in boxes])


def _off_ground(full: list[Cell], table: Table, page: Page) -> int:
    """The words that stand on another colour than most words of their cell."""
    if not page.fills or table.bbox is None:
        return 0
    grounds = Grounds(page.fills, table.bbox)
    off = 0
    for cell in full:
        if len(cell.lines) > 1 and not grounds.none_at(cell.bbox or table.bbox):
            colors: dict[str | None, int] = {}
            for line in cell.lines:
                color = grounds.under(line.bbox or table.bbox)
                colors[color] = colors.get(color, 0) + len(line.words)
            off += sum(colors.values()) - max(colors.values())
    return off


def is_fused(lines: tuple[Line, ...]) -> bool:
    """Do two columns of text stand in one cell? So it looks if a gap wider than a word's height parts at least two
    lines, and no line crosses it. The room behind a list marker does not count."""
    parted = [gap for line in lines for gap in _gaps(line)]
    if len(parted) < 2:
        return False
    low, high = max(gap[0] for gap in parted), min(gap[1] for gap in parted)
    if high - low < LEAST_GAP:
        return False
    boxes = [box_of(word) for line in lines for word in line.words]
    return not any(box[0] < low and box[2] > high for box in boxes) and not any(
        _spans(line, low, high) for line in lines
    )


def _gaps(line: Line) -> list[tuple[float, float]]:
    if len(line.words) < 2:
        return []
    boxes = [word.bbox or NOWHERE for word in line.words]
    gaps = [
        (index, left[2], right[0])
        for index, (left, right) in enumerate(pairwise(boxes))
        if right[0] - left[2] > WIDE_GAP * (left[3] - left[1])
    ]
    return [(low, high) for index, low, high in gaps if index or not MARKER.fullmatch(line.words[0].text)]


def _spans(line: Line, low: float, high: float) -> bool:
    """Do words of the line stand an ordinary space apart where the gap is?"""
    boxes = [box_of(word) for word in line.words]
    return any(left[0] < low and right[2] > high and right[0] - left[2] < high - low for left, right in pairwise(boxes))


def is_sliced(table: Table) -> bool:
    """Do lines of running text go on over the cells' borders, an ordinary space wide?

    So it is where a frame, a quotation in a box and a picture happen to span a grid (lexington: "the more that people"
    in one cell, "familiarize themselves" in the next).
    """
    owner: dict[int, int] = {}
    for index, cell in enumerate(table.cells):
        for line in cell.lines:
            owner.update(dict.fromkeys(map(id, line.words), index))
    words = [word for cell in table.cells for line in cell.lines for word in line.words if abs(word.angle) <= TURNED]
    near = far = 0
    for row in rows_of(words):
        cells = [owner[id(word)] for word in row]
        if cells[0] == cells[-1] and len(set(cells)) == 1:
            continue
        for (before, one), (after, other) in pairwise(zip(row, cells, strict=True)):
            if one != other:
                if (after.bbox or NOWHERE)[0] - (before.bbox or NOWHERE)[2] < SPACE * em_of(before):
                    near += 1
                else:
                    far += 1
    return near >= LEAST_SLICED and near > far
