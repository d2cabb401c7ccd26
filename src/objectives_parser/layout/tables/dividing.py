"""Drawn grids → whole grids: columns and rows that white space parts where no line is drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from objectives_parser.document import Word
from objectives_parser.layout.tables.edges import Edge, Edges
from objectives_parser.layout.tables.filling import Filled, filled, tidied
from objectives_parser.layout.tables.grids import grid_of
from objectives_parser.layout.tables.gutters import LOOSE, TIGHT, crossed, gutters, runs_of
from objectives_parser.layout.tables.lines import box_of, rows_of
from objectives_parser.layout.tables.rowing import has_figures, row_borders, text_rows


def divided(edges: Edges, words: Sequence[Word]) -> Filled | None:
    """Edges that hang together, and the page's words → the filled grid, undrawn borders added."""
    grid = grid_of(edges)
    if grid is None:
        return None
    sheet = filled(grid, words)
    if not sheet.count():
        return None
    more = undrawn(sheet)
    if more.down:
        whole = grid_of(Edges(across=_merged(edges.across, more.across), down=_merged(edges.down, more.down)))
        sheet = sheet if whole is None else filled(whole, words)
    return tidied(sheet)


def _merged(drawn: Sequence[Edge], more: Sequence[Edge]) -> tuple[Edge, ...]:
    return tuple(sorted((*drawn, *more), key=lambda edge: edge.at))


def undrawn(sheet: Filled) -> Edges:
    """The borders that white space draws in a grid."""
    grid = sheet.grid
    rows = [rows_of(list(words)) for words in sheet.words]
    bands: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, box in enumerate(grid.boxes):
        if rows[index]:
            bands[box.column, box.column_span].append(index)
    down: list[Edge] = []
    across: list[Edge] = []
    for (column, span), members in bands.items():
        lattice = grid.xs[column + 1 : column + span]
        whole = span == len(grid.xs) - 1
        if not (whole or (span > 1 and len(members) > 1)):
            continue
        places = gutters([row for index in members for row in rows[index]], lattice)
        if not places:
            continue
        for index in members:
            box = grid.bbox_of(grid.boxes[index])
            ys = _rows_inside(rows[index], places) if whole else []
            across += [Edge(y, box[0], box[2]) for y in ys]
            down += _downs(rows[index], places, [box[1], *ys, box[3]])
    return Edges(across=tuple(across), down=tuple(down))


def _rows_inside(rows: Sequence[Sequence[Word]], places: Sequence[float]) -> list[float]:
    """A drawn row is one row, unless it holds a whole statistic between the rule under the head and the rule at the foot."""
    texts = text_rows(rows, places)
    return row_borders(texts) if len(texts) > 2 and has_figures(texts) else []


def _downs(rows: Sequence[Sequence[Word]], places: Sequence[float], ys: Sequence[float]) -> list[Edge]:
    """Vertical borders at the gutters, row by row, left out where the row's text crosses them."""
    edges = []
    for top, bottom in zip(ys, ys[1:], strict=False):
        inside = [row for row in rows if top <= _middle(row) < bottom]
        room = TIGHT if len(inside) > 2 else LOOSE
        lines = [runs_of(row, room) for row in inside]
        for place in places:
            if not any(crossed(line, place) for line in lines):
                edges.append(Edge(place, top, bottom))
    return edges


def _middle(row: Sequence[Word]) -> float:
    boxes = [box_of(word) for word in row]
    return (min(box[1] for box in boxes) + max(box[3] for box in boxes)) / 2
