"""How well a candidate table explains the words in it, as numbers that can be printed."""

from __future__ import annotations

from itertools import pairwise

import attrs

from objectives_parser.document import NOWHERE, Cell, Line, Page, Table
from objectives_parser.layout.tables.filling import Grounds
from objectives_parser.layout.tables.gutters import MARKER
from objectives_parser.layout.tables.lines import TURNED, box_of, em_of, rows_of

SLACK = 2.5
"""A word may reach this far over its cell's border: italics, loose boxes, tight cells."""

WIDE_GAP = 1.2
LEAST_GAP = 4.0
SPACE = 0.5
"""A space between words is narrower than this many ems."""
LEAST_SLICED = 3
TALL, LEAST_PARTED = 30.0, 2
"""A fill taller than this, in points, is the ground of several lines; so many words on each of its sides tell."""


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
    edges = _ground_edges(table, page)
    fused = sum(is_fused(cell.lines) or (bool(edges) and _is_parted(cell, edges)) for cell in full)
    area = sum(cell.row_span * cell.column_span for cell in full)
    return Score(
        words=words,
        whole=1 - sum(map(_cut, full)) / max(1, words),
        apart=1 - fused / max(1, len(full)),
        plain=1 - _off_ground(full, table, page) / max(1, words),
        used=min(1.0, area / max(1, table.rows * table.columns)),
    )


def _ground_edges(table: Table, page: Page) -> list[tuple[float, float, float]]:
    """Where, from where and down to where the sides of tall fills run within a table."""
    if table.bbox is None or table.way in ("filled", "boxed"):
        return []
    left, top, right, bottom = table.bbox
    sides = (
        (x, fill.bbox[1], fill.bbox[3])
        for fill in page.fills
        if fill.bbox[3] - fill.bbox[1] > TALL and fill.bbox[1] < bottom and fill.bbox[3] > top
        for x in (fill.bbox[0], fill.bbox[2])
    )
    return [side for side in sides if left + SLACK < side[0] < right - SLACK]


def _is_parted(cell: Cell, edges: list[tuple[float, float, float]]) -> bool:
    """Does the side of a ground part the words of a cell? Then it joins a coloured cell and its neighbour."""
    if cell.bbox is None:
        return False
    left, top, right, bottom = cell.bbox
    inside = [
        (x, low, high) for x, low, high in edges if left + SLACK < x < right - SLACK and low < bottom and high > top
    ]
    boxes = [box_of(word) for line in cell.lines for word in line.words] if inside else []
    for x, low, high in inside:
        on = [box for box in boxes if low <= (box[1] + box[3]) / 2 <= high]
        before, after = sum(box[2] <= x + SLACK for box in on), sum(box[0] >= x - SLACK for box in on)
        if min(before, after) >= LEAST_PARTED and before + after == len(on):
            return True
    return False


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
    lines, and no line crosses it, a title over both aside. The room behind a list marker does not count."""
    gaps = [_gaps(line) for line in lines]
    titles = next((at for at, found in enumerate(gaps) if found), 0)
    parted = [gap for found in gaps for gap in found]
    if len(parted) < 2:
        return False
    low, high = max(gap[0] for gap in parted), min(gap[1] for gap in parted)
    if high - low < LEAST_GAP:
        return False
    below = lines[titles:] if titles == 1 else lines
    boxes = [box_of(word) for line in below for word in line.words]
    return not any(box[0] < low and box[2] > high for box in boxes) and not any(
        _spans(line, low, high) for line in below
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
    return near > far and (near >= LEAST_SLICED or (far == 0 and near >= table.rows > 1))
