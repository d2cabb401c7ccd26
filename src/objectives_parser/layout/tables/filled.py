"""Tables drawn with fills: shaded cells, strips, zebra rows, with or without rulings between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Table
from objectives_parser.layout.tables.edges import Edge, Edges, fill_edges
from objectives_parser.layout.tables.filling import table_of
from objectives_parser.layout.tables.grids import connected
from objectives_parser.layout.tables.lines import box_of
from objectives_parser.layout.tables.papers import Paper
from objectives_parser.layout.tables.ruled import sheets_of
from objectives_parser.layout.tables.stacks import FLOOR, stacks

SIDES, NEAR = 2, 4.0
FEW_ROWS = 3
FEWEST_RULES = 2
ADDED = 1.01
"""Fills that lengthen the lines of a ruled table by less than this factor add nothing to it."""


def filled_tables(paper: Paper) -> tuple[Table, ...]:
    """The tables that the borders of fills, together with the rulings, draw; not those that rulings alone draw."""
    if not paper.page.fills:
        return ()
    parts, lone = paper.once(drawn_parts)
    ruled = [(_extent(part), _length(part)) for part in paper.ruled[0]]
    drawn = [part for part in parts if not _is_ruled(part, ruled)]
    shaded = _shaded_rows(drawn, lone)
    striped = [*shaded, *_beside_spans(drawn, shaded)]
    lone = sorted({*lone, *_stripes(parts), *(edge for part in striped for edge in part.across)}, key=_place)
    groups = _cut(lone, sorted({*_heads_again(shaded, paper), *_other_walls(shaded)}))
    floors = [*(group[0].at if group else FLOOR for group in groups[1:]), FLOOR]
    piles = [
        _with_walls(pile, shaded, paper)
        for number, (part, floor) in enumerate(zip(groups, floors, strict=True))
        for pile in stacks(part, paper, headed=number > 0, floor=floor)
    ]
    sheets = sheets_of(paper, drawn) + sheets_of(paper, piles)
    return tuple(table_of(sheet, paper.page, "filled") for sheet in sheets if sheet.is_lattice())


def drawn_parts(paper: Paper) -> tuple[list[Edges], list[Edge]]:
    """The edges of rulings and fills that hang together, and the horizontal ones that stand alone."""
    return connected(fill_edges(paper.page)) if paper.page.fills else paper.ruled


def _place(edge: Edge) -> tuple[float, float, float, tuple[float, ...]]:
    """Edges from top to bottom, of those at one height the shorter first; a set has no order of its own."""
    return edge.at, edge.high - edge.low, edge.low, edge.joints


def _stripes(parts: list[Edges]) -> list[Edge]:
    """The horizontal edges of shaded bars, and of rows of shaded cells or piles of bars as long as one: a zebra."""
    bars = [part for part in parts if len(part.across) == len(part.down) == SIDES]
    ends = [(bar.down[0].at, bar.down[-1].at) for bar in bars]
    rows = [
        part
        for part in parts
        if SIDES in (len(part.across), len(part.down)) and any(_as_long(part, low, high) for low, high in ends)
    ]
    return [edge for row in rows for edge in row.across]


def _shaded_rows(parts: list[Edges], lone: Sequence[Edge]) -> list[Edges]:
    """Rows of shaded cells, one or a few on each other (a head and the row under it), that others of their width or
    rules of it stand over or under: the rows between them are white."""
    rows = [
        part
        for part in parts
        if len(part.across) <= FEW_ROWS + 1
        and len(part.down) > SIDES
        and all(_spans(edge, part) for edge in part.across)
    ]
    return [
        row
        for row in rows
        if any(_as_long(other, row.down[0].at, row.down[-1].at) for other in rows if other is not row)
        or sum(_spans(edge, row) for edge in lone) >= FEWEST_RULES
        or any(_ends_row(edge, row) for edge in lone)
    ]


def _ends_row(rule: Edge, head: Edges) -> bool:
    """Is a rule below shaded cells drawn cell by cell as they are? Then it ends the one white row under a head."""
    if not rule.joints or not _spans(rule, head) or rule.at < head.across[-1].at + NEAR:
        return False
    walls = [wall.at for wall in head.down[1:-1]]
    return len(rule.joints) == len(walls) and all(abs(a - b) < NEAR for a, b in zip(rule.joints, walls, strict=True))


def _beside_spans(parts: Sequence[Edges], shaded: Sequence[Edges]) -> list[Edges]:
    """Rows of shaded cells that lack the first columns of a shaded row over them, whose cells reach over several rows
    and so are not shaded with the row ("Outcome" over two rows, "Indicator | Target" striped beside it)."""
    return [part for part in parts if len(part.across) == SIDES and any(_ends_a_row(part, row) for row in shaded)]


def _ends_a_row(part: Edges, row: Edges) -> bool:
    """Does a part stand below a row, on the walls of its last cells?"""
    walls, over = part.down, row.down
    if len(walls) >= len(over) or part.across[0].at < row.across[-1].at - NEAR:
        return False
    return all(abs(one.at - other.at) < NEAR for one, other in zip(walls[::-1], over[::-1], strict=False))


def _heads_again(shaded: Sequence[Edges], paper: Paper) -> list[float]:
    """Where shaded rows begin that say what shaded rows higher up say: the heads of further tables."""
    seen: set[tuple[str, ...]] = set()
    found: list[float] = []
    for part in sorted(shaded, key=lambda part: part.across[0].at):
        x0, top, x1, _ = part.bbox
        said = tuple(word.text for *_, word in paper.words.inside((x0, top, x1, part.across[1].at)))
        if said in seen:
            found.append(top)
        seen.add(said)
    return found


def _other_walls(shaded: Sequence[Edges]) -> list[float]:
    """Where shaded rows begin whose cells are others than those of the shaded rows above them: another table."""
    parts = sorted(shaded, key=lambda part: part.across[0].at)
    return [part.across[0].at for above, part in pairwise(parts) if not _alike(above, part)]


def _alike(one: Edges, other: Edges) -> bool:
    same = len(one.down) == len(other.down)
    return same and all(abs(a.at - b.at) < NEAR for a, b in zip(one.down, other.down, strict=True))


def _cut(lone: Sequence[Edge], places: Sequence[float]) -> list[list[Edge]]:
    """Edges, top to bottom, in groups that begin at some places."""
    groups: list[list[Edge]] = [[]]
    ahead = sorted(places)
    for edge in lone:
        if ahead and edge.at > ahead[0] - NEAR:
            ahead.pop(0)
            groups.append([])
        groups[-1].append(edge)
    return groups


def _spans(edge: Edge, part: Edges) -> bool:
    return abs(edge.low - part.down[0].at) < NEAR and abs(edge.high - part.down[-1].at) < NEAR


def _as_long(part: Edges, low: float, high: float) -> bool:
    return abs(part.down[0].at - low) < NEAR and abs(part.down[-1].at - high) < NEAR


def _with_walls(pile: Edges, shaded: Sequence[Edges], paper: Paper) -> Edges:
    """The pile with the walls between its shaded cells, drawn on through the white rows whose words leave them room."""
    low, high = pile.across[0].low, pile.across[0].high
    inside = [
        part
        for part in shaded
        if _as_long(part, low, high) and pile.across[0].at - NEAR < part.across[0].at < pile.across[-1].at + NEAR
    ]
    if not inside:
        return pile
    walls = max(inside, key=lambda part: len(part.down)).down
    down = []
    for upper, lower in pairwise(pile.across):
        words = [box_of(placed[3]) for placed in paper.words.inside((low, upper.at, high, lower.at))]
        down += [
            Edge(wall.at, upper.at, lower.at)
            for wall in _walls_at((upper.at + lower.at) / 2, inside, walls)
            if not any(box[0] < wall.at - 1 and box[2] > wall.at + 1 for box in words)
        ]
    return attrs.evolve(pile, down=tuple(sorted(down, key=lambda edge: edge.at)), joints=())


def _walls_at(height: float, shaded: Sequence[Edges], walls: Sequence[Edge]) -> Sequence[Edge]:
    """The walls at a height: those that are drawn there, if it is shaded."""
    row = next((part for part in shaded if part.across[0].at < height < part.across[-1].at), None)
    return walls if row is None else [wall for wall in row.down if wall.low < height < wall.high]


def _is_ruled(part: Edges, ruled: list[tuple[tuple[float, ...], float]]) -> bool:
    """Do the rulings alone draw as much?"""
    extent, length = _extent(part), _length(part)
    return any(
        length < ADDED * other and all(abs(a - b) < NEAR for a, b in zip(extent, box, strict=True))
        for box, other in ruled
    )


def _length(part: Edges) -> float:
    return sum([edge.high - edge.low for edge in (*part.across, *part.down)])


def _extent(part: Edges) -> tuple[float, ...]:
    return (part.across[0].at, part.across[-1].at, part.down[0].at, part.down[-1].at)
