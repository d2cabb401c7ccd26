"""Tables whose cells are boxes of their own with gaps between them, as reports in colour print them.

Cards side by side are boxes with gaps too: a table has a head of short titles on a ground of its own, or columns of
unlike widths; a form has names of fields in the left one of two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import BBox, Table
from objectives_parser.layout.tables.edges import Edges, Piece, join_edges
from objectives_parser.layout.tables.filled import drawn_parts
from objectives_parser.layout.tables.filling import table_of
from objectives_parser.layout.tables.papers import Paper
from objectives_parser.layout.tables.ruled import sheets_of
from objectives_parser.roles import header_role

SIDES, NEAR = 2, 2.5
WIDEST_GAP = 14.0  # points between two boxes of a table
FEWEST_BOXES, FEWEST_ROWS, FEWEST_COLUMNS = 6, 3, 2
MOST_BOXES = 600
LEAST_COVERED = 0.85
LONGEST_TITLE = 6  # words
UNLIKE, LEAST_NAMED = 1.5, 0.6  # times as wide; of the boxes at the left of a form


@attrs.frozen(kw_only=True)
class Lattice:
    """Boxes with the rows and columns that they stand in: where these begin, and for each box its first and last
    (exclusive)."""

    boxes: tuple[BBox, ...]
    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    columns: tuple[tuple[int, int], ...]
    rows: tuple[tuple[int, int], ...]


def gapped_tables(paper: Paper) -> tuple[Table, ...]:
    """The tables that boxes with gaps between them draw."""
    boxes = paper.once(_boxes)
    if len(boxes) < FEWEST_BOXES:
        return ()
    lattices = (_lattice(group) for group in _groups(boxes))
    closed = [_closed(lattice) for lattice in lattices if lattice is not None and _is_table(lattice, paper)]
    return tuple(table_of(sheet, paper.page, "boxed") for sheet in sheets_of(paper, closed) if sheet.is_lattice())


def _boxes(paper: Paper) -> list[BBox]:
    """The boxes that hang together with no other; none on a page that is a drawing."""
    if len(paper.page.fills) + len(paper.page.rulings) < FEWEST_BOXES:
        return []
    parts, _ = paper.once(drawn_parts)
    alone = [part.bbox for part in parts if len(part.across) == len(part.down) == SIDES]
    return alone if FEWEST_BOXES <= len(alone) <= MOST_BOXES else []


def _groups(boxes: Sequence[BBox]) -> list[list[BBox]]:
    """The boxes that stand a gap apart from each other, one after the other."""
    left = list(boxes)
    groups: list[list[BBox]] = []
    while left:
        group = [left.pop()]
        for box in group:
            near = [other for other in left if _beside(box, other)]
            group.extend(near)
            left = [other for other in left if other not in near]
        if len(group) >= FEWEST_BOXES:
            groups.append(sorted(group, key=lambda box: (box[1], box[0])))
    return groups


def _beside(one: BBox, other: BBox) -> bool:
    """Whether two boxes face each other over a gap, side by side or one above the other."""
    across = max(one[0], other[0]) - min(one[2], other[2])
    down = max(one[1], other[1]) - min(one[3], other[3])
    return (0 < across <= WIDEST_GAP and down < -NEAR) or (0 < down <= WIDEST_GAP and across < -NEAR)


def _lattice(boxes: Sequence[BBox]) -> Lattice | None:
    """The rows and columns of some boxes; None where they stand in none."""
    lefts, tops = _starts([box[0] for box in boxes]), _starts([box[1] for box in boxes])
    columns = [_reach(box[0], box[2], lefts) for box in boxes]
    rows = [_reach(box[1], box[3], tops) for box in boxes]
    if len(lefts) < FEWEST_COLUMNS or len(tops) < FEWEST_ROWS:
        return None
    known = [(column, row) for column, row in zip(columns, rows, strict=True) if column and row]
    if len(known) < len(boxes) or not _ends_alike(boxes, known):
        return None
    held = Counter((x, y) for column, row in known for x in range(*column) for y in range(*row))
    if max(held.values()) > 1 or len(held) < LEAST_COVERED * len(lefts) * len(tops):
        return None
    return Lattice(
        boxes=tuple(boxes), lefts=tuple(lefts), tops=tuple(tops),
        columns=tuple(column for column, _ in known), rows=tuple(row for _, row in known),
    )  # fmt: skip


def _starts(places: Sequence[float]) -> list[float]:
    """Places in order, those that are one up to the stroke's width taken once."""
    ordered = sorted(places)
    return [place for at, place in enumerate(ordered) if not at or place - ordered[at - 1] > NEAR]


def _reach(low: float, high: float, starts: Sequence[float]) -> tuple[int, int] | None:
    """Which of the rows or columns a box takes up; None if it begins with none or ends amid one."""
    first = next((at for at, start in enumerate(starts) if abs(start - low) <= 2 * NEAR), None)
    end = next((at for at, start in enumerate(starts) if start >= high), len(starts))
    if first is None or end <= first or (end < len(starts) and starts[end] - high > WIDEST_GAP):
        return None
    return first, end


def _ends_alike(boxes: Sequence[BBox], spans: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> bool:
    """Whether the boxes that end with a column end at one place, and so with the rows."""
    rights: dict[int, list[float]] = {}
    feet: dict[int, list[float]] = {}
    for box, (column, row) in zip(boxes, spans, strict=True):
        rights.setdefault(column[1], []).append(box[2])
        feet.setdefault(row[1], []).append(box[3])
    return all(max(ends) - min(ends) <= 2 * NEAR for ends in (*rights.values(), *feet.values()))


def _is_table(lattice: Lattice, paper: Paper) -> bool:
    """Whether the first row with several boxes titles the columns, in a few words and on another ground than the rows
    below it; or the columns are of unlike widths."""
    rows: dict[int, list[int]] = {}
    for at, row in enumerate(lattice.rows):
        rows.setdefault(row[0], []).append(at)
    if sum(paper.words.any_inside(box) for box in lattice.boxes) < FEWEST_BOXES:
        return False
    heads = next((members for _, members in sorted(rows.items()) if len(members) > 1), [])
    if len(heads) < FEWEST_COLUMNS or len(rows) < FEWEST_ROWS:
        return False
    if len(lattice.lefts) == FEWEST_COLUMNS:
        return _is_form(lattice, paper)
    short = all(len(paper.words.inside(lattice.boxes[at])) <= LONGEST_TITLE for at in heads)
    grounds = {_ground(paper, lattice.boxes[at]) for at in heads}
    below = {_ground(paper, lattice.boxes[at]) for at in range(len(lattice.boxes)) if at not in heads}
    if short and len(grounds) == 1 and not grounds & below:
        return True
    widths = [b - a for a, b in pairwise([*lattice.lefts, max(box[2] for box in lattice.boxes)])]
    return max(widths) > UNLIKE * min(widths)


def _is_form(lattice: Lattice, paper: Paper) -> bool:
    """Whether most boxes at the left name what stands beside them (`Lead agency | Ministry of Works`)."""
    left = [box for box, column in zip(lattice.boxes, lattice.columns, strict=True) if column == (0, 1)]
    texts = [" ".join(word.text for *_, word in paper.words.inside(box)).rstrip(":") for box in left]
    named = [text for text in texts if len(text.split()) <= LONGEST_TITLE and header_role(text) is not None]
    return len(left) >= FEWEST_ROWS and len(named) > LEAST_NAMED * len(left)


def _ground(paper: Paper, box: BBox) -> str | None:
    """The colour of a box's ground."""
    near = (
        fill.color for fill in paper.page.fills if all(abs(a - b) < NEAR for a, b in zip(fill.bbox, box, strict=True))
    )
    return next(near, None)


def _closed(lattice: Lattice) -> Edges:
    """The edges of the boxes with the gaps between them closed, in their middle."""
    xs = _borders(
        lattice.lefts, [(box[2], column[1]) for box, column in zip(lattice.boxes, lattice.columns, strict=True)]
    )
    ys = _borders(lattice.tops, [(box[3], row[1]) for box, row in zip(lattice.boxes, lattice.rows, strict=True)])
    across: list[Piece] = []
    down: list[Piece] = []
    for column, row in zip(lattice.columns, lattice.rows, strict=True):
        x0, x1, top, bottom = xs[column[0]], xs[column[1]], ys[row[0]], ys[row[1]]
        across += [(top, x0, x1), (bottom, x0, x1)]
        down += [(x0, top, bottom), (x1, top, bottom)]
    return join_edges(across, down)


def _borders(starts: Sequence[float], ends: Sequence[tuple[float, int]]) -> list[float]:
    """Where each row or column begins, its gap shared with the one before, and where the last ends."""
    feet: dict[int, float] = {}
    for place, number in ends:
        feet[number] = max(place, feet.get(number, place))
    inner = [(start + feet.get(at, start)) / 2 for at, start in enumerate(starts) if at]
    return [starts[0], *inner, feet[len(starts)]]
