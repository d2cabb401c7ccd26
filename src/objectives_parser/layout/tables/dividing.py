"""Drawn grids → whole grids: columns and rows that white space parts where no line is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.document import NOWHERE as NO_BOX
from objectives_parser.document import Word
from objectives_parser.layout.tables.edges import Edge, Edges
from objectives_parser.layout.tables.filling import Filled, filled, tidied
from objectives_parser.layout.tables.grids import NEAR, Grid, grid_of
from objectives_parser.layout.tables.gutters import LOOSE, TIGHT, Run, crossed, flush_runs, gutters, run_starts, runs_of
from objectives_parser.layout.tables.joints import joint_edges
from objectives_parser.layout.tables.lines import box_of, rows_of
from objectives_parser.layout.tables.named_rows import named_rows
from objectives_parser.layout.tables.papers import Standing
from objectives_parser.layout.tables.rowing import (
    band_starts,
    count_figures,
    has_figures,
    row_bands,
    row_borders,
    tight_starts,
)
from objectives_parser.layout.tables.text_rows import FIGURE, TextRow, text_rows
from objectives_parser.values import is_year

LEAST_HEADS = 3
"""Fewer texts in a row over several columns may be a title and its date."""
LEAST_FIGURES = 4
"""Columns of figures are two at least, of two figures each."""
NOWHERE = float("-inf")
CHARTED = 8
"""One figure to so many words is none of a plan's table."""
FEW_ACROSS, INSIDE = 3, 20.0
"""The rules over and under a head, and at the foot: no more of them say nothing of the rows between, where columns are
drawn and not a frame alone."""
LEAST_LINES = 3
"""A drawn row of fewer lines holds no statistic."""


def divided(edges: Edges, words: Standing) -> Filled | None:
    """Edges that hang together, and the page's words → the filled grid, undrawn borders added."""
    grid = grid_of(edges) if words.any_inside(edges.bbox) else None
    if grid is None:
        return None
    sheet = filled(grid, words)
    if not any(sheet.words):
        return None
    few = len(edges.across) <= FEW_ACROSS and _has_inner(edges)
    more = undrawn(sheet, by_bands=not edges.down, few=few, joints=edges.joints)
    if more.down or more.across:
        whole = grid_of(Edges(across=_merged(edges.across, more.across), down=_merged(edges.down, more.down)))
        sheet = sheet if whole is None else filled(whole, words)
    return tidied(sheet)


def _has_inner(edges: Edges) -> bool:
    """Does a vertical rule stand inside the table, and not on its frame alone?"""
    low, _, high, _ = edges.bbox
    return any(low + INSIDE < edge.at < high - INSIDE for edge in edges.down)


def _merged(drawn: Sequence[Edge], more: Sequence[Edge]) -> tuple[Edge, ...]:
    return tuple(sorted((*drawn, *more), key=lambda edge: edge.at))


def undrawn(sheet: Filled, *, by_bands: bool, few: bool = False, joints: Sequence[float] = ()) -> Edges:
    """The borders that white space draws in a grid: gutters first, where the rules' joints do not tell the columns,
    then rows; white bands part rows where asked, and those below a head where but a ``few`` rules are drawn."""
    down = _joint_edges(sheet, joints) if joints else _gutter_edges(sheet)
    return Edges(across=tuple(_row_edges(sheet, down, by_bands, few)), down=tuple(down))


def _joint_edges(sheet: Filled, joints: Sequence[float]) -> list[Edge]:
    """The column borders at the rules' joints, and those that white space draws between two joints."""
    rows = [(box, rows_of(list(words))) for box, words in zip(sheet.grid.boxes, sheet.words, strict=True) if words]
    block = [row for _, lines in rows for row in lines]
    more = [place for low, high in pairwise([NOWHERE, *joints, -NOWHERE]) for place in gutters(_part(block, low, high))]
    edges: list[Edge] = []
    for box, lines in rows:
        low, top, high, bottom = sheet.grid.bbox_of(box)
        inside = [joint for joint in joints if low + NEAR < joint < high - NEAR]
        edges += joint_edges(lines, inside, top, bottom)
        edges += _downs(lines, [place for place in more if low < place < high], top, bottom)
    return edges


def _part(block: Sequence[Sequence[Word]], low: float, high: float) -> list[list[Word]]:
    """The words of some lines whose middles stand between two places."""
    parts = ([word for word in row if low < (box_of(word)[0] + box_of(word)[2]) / 2 < high] for row in block)
    return [part for part in parts if part]


def _gutter_edges(sheet: Filled) -> list[Edge]:
    bands: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, (box, words) in enumerate(zip(sheet.grid.boxes, sheet.words, strict=True)):
        if words:
            bands[box.column, box.column_span].append(index)
    edges: list[Edge] = []
    for (column, span), members in bands.items():
        may_part = _may_part(sheet, column, span, members)
        if may_part or span >= LEAST_HEADS:
            rows = {index: rows_of(list(sheet.words[index])) for index in members}
            places = _parting(sheet, column, span, rows) if may_part else []
            edges += _band_edges(sheet, span, rows, places)
    return edges


def _may_part(sheet: Filled, column: int, span: int, members: Sequence[int]) -> bool:
    """Is it worth looking for gutters in boxes over the same columns: are they wide, headed or full of figures?"""
    if _is_wide(sheet.grid, span, members) or len(_heads_over(sheet, column)) > 1:
        return True
    if _has_heads(sheet, column, span):
        return True
    return sum([count_figures(sheet.words[index]) for index in members]) >= LEAST_FIGURES


def _parting(sheet: Filled, column: int, span: int, rows: dict[int, list[list[Word]]]) -> list[float]:
    """The gutters that part boxes over the same columns, whose lines are given."""
    grid = sheet.grid
    block = [row for lines in rows.values() for row in lines]
    places = gutters(block, grid.xs[column + 1 : column + span])
    if places and (
        _is_wide(grid, span, tuple(rows))
        or _has_heads(sheet, column, span)
        or _is_statistic(block, places)
        or _is_headed(sheet, column, places)
    ):
        return places
    return []


def _band_edges(sheet: Filled, span: int, rows: dict[int, list[list[Word]]], places: Sequence[float]) -> list[Edge]:
    """The borders that white space draws in boxes over the same columns: at their gutters, else under a head."""
    grid = sheet.grid
    edges: list[Edge] = []
    starts = run_starts([row for lines in rows.values() for row in lines]) if places else []
    for index, lines in rows.items():
        box = grid.boxes[index]
        _, top, _, bottom = grid.bbox_of(box)
        if places:
            edges += _downs(lines, places, top, bottom, starts)
        elif span >= LEAST_HEADS:
            lattice = grid.xs[box.column : box.column + span + 1]
            edges += [Edge(x, top, bottom) for x in _under_heads(lines, lattice)]
    return edges


def _under_heads(rows: Sequence[Sequence[Word]], lattice: Sequence[float]) -> list[float]:
    """The lattice lines between the texts of a row that is drawn as one box over columns drawn elsewhere.

    A head shaded as a whole stands so over its columns; a text that is to span them crosses the lines.
    """
    inner = lattice[1:-1]
    least = max(LEAST_HEADS, len(inner))
    columns: set[int] = set()
    for row in rows if sum(map(len, rows)) >= least else ():
        runs = runs_of(row, LOOSE)
        if any(crossed(runs, place) for place in inner):
            return []
        columns.update(bisect_left(inner, (run.low + run.high) / 2) for run in runs)
    return list(inner) if len(columns) >= least else []


def _is_wide(grid: Grid, span: int, members: Sequence[int]) -> bool:
    """Boxes over the whole width, or several alike over columns that are drawn elsewhere, are parted by white space."""
    return span == len(grid.xs) - 1 or (span > 1 and len(members) > 1)


def _has_heads(sheet: Filled, column: int, span: int) -> bool:
    """Has each of several columns a name of its own in the first row?"""
    named = {
        box.column
        for box, words in zip(sheet.grid.boxes, sheet.words, strict=True)
        if words and box.row == 0 and box.column_span == 1
    }
    return span > 1 and named.issuperset(range(column, column + span))


def _is_statistic(block: Sequence[Sequence[Word]], places: Sequence[float]) -> bool:
    """Columns of figures part even within a drawn column, if each holds some."""
    rows = text_rows(block, [float("-inf"), *places])
    counts = Counter(column for row in rows for column, text in row.texts.items() if FIGURE.fullmatch(text))
    return has_figures(rows) and all(counts[column] > 1 for column in range(1, len(places) + 2))


def _is_headed(sheet: Filled, column: int, places: Sequence[float]) -> bool:
    """Has the head over a drawn column a text over each of the columns that white space parts it into?

    So it is where only the first column is shaded ("Priority | What we will do | How we will know").
    """
    runs = _heads_over(sheet, column)
    columns = {bisect_left(places, (run.low + run.high) / 2) for run in runs}
    return len(columns) == len(runs) == len(places) + 1 and not any(crossed(runs, place) for place in places)


def _heads_over(sheet: Filled, column: int) -> list[Run]:
    """The texts over a column in the last line of the first full box that ends right of where the column begins, if
    that box stands over several columns."""
    xs, boxes = sheet.grid.xs, zip(sheet.grid.boxes, sheet.words, strict=True)
    over, words = next(
        (full for full in boxes if full[1] and full[0].column + full[0].column_span > column), (None, ())
    )
    if over is None or over.column_span == 1:
        return []
    line = rows_of(list(words))[-1]
    return [run for run in runs_of(line, LOOSE) if xs[column] <= (run.low + run.high) / 2 < xs[column + 1]]


def _downs(
    rows: Sequence[Sequence[Word]], places: Sequence[float], top: float, bottom: float, starts: Sequence[float] = ()
) -> list[Edge]:
    """Vertical borders at the gutters, line by line, left out where a line's text crosses them; ``starts`` are where
    the runs of the whole column begin."""
    ys = [top, *((_low(above) + _high(below)) / 2 for above, below in pairwise(rows)), bottom]
    lines = [runs_of(row, TIGHT) for row in rows] if len(rows) > 2 else flush_runs(rows, starts)
    edges = []
    for place in places:
        free = [not crossed(line, place) for line in lines]
        if sum(free) < 0.75 * len(free) and not has_figures(text_rows(rows, places)):
            continue
        edges += [Edge(place, ys[at], ys[at + 1]) for at, is_free in enumerate(free) if is_free]
    return edges


def _row_edges(sheet: Filled, down: Sequence[Edge], by_bands: bool, few: bool) -> list[Edge]:
    """A drawn row is one row, unless it holds a statistic between the rule under the head and the rule at the foot.

    Where no vertical line is drawn, white bands part rows too, if each row has its first column.
    """
    grid = sheet.grid
    members: dict[int, list[int]] = defaultdict(list)
    for index, box in enumerate(grid.boxes):
        if box.row_span == 1:
            members[box.row].append(index)
    edges: list[Edge] = []
    for row, indices in members.items():
        words = [word for index in indices for word in sheet.words[index]]
        banded = by_bands or (few and not all(word.bold for word in words) and not _is_chart(words))
        if len(words) < 2 * LEAST_LINES or not (banded or count_figures(words) > 1):
            continue
        lines = rows_of(words)
        if len(lines) < LEAST_LINES:
            continue
        top, bottom = grid.ys[row], grid.ys[row + 1]
        places = sorted({*grid.xs[1:-1], *(edge.at for edge in down if edge.low < bottom and edge.high > top)})
        boxes = [grid.bbox_of(grid.boxes[index]) for index in indices]
        edges += [
            Edge(y, b[0], b[2]) for y in _borders_inside(text_rows(lines, places), banded, tight=few) for b in boxes
        ]
    return edges


def _is_chart(words: Sequence[Word]) -> bool:
    """Are many of the words figures, as along the axes of a chart, or in a statistic? The years of dates are none."""
    figures = count_figures([word for word in words if not is_year(word.text.rstrip(",;."))])
    return figures >= LEAST_FIGURES and CHARTED * figures > len(words)


def _borders_inside(rows: Sequence[TextRow], by_bands: bool, *, tight: bool = False) -> list[float]:
    if has_figures(rows) and _has_stubs(rows):
        banded = row_bands(rows) if by_bands else []
        return [(rows[index - 1].bottom + rows[index].top) / 2 for index in banded] or row_borders(rows)
    if by_bands and (named := named_rows(rows)):
        return [(rows[index - 1].bottom + rows[index].top) / 2 for index in named]
    if not by_bands:
        return []
    bands = [index for index in band_starts(rows) if 0 in rows[index].texts]
    heads = _head_starts(rows)
    starts = [
        index
        for index in sorted({*bands, *(tight_starts(rows) if tight else ()), *heads})
        if not _stand_abreast(rows[index - 1], rows[index])
    ]
    if tight and starts == heads == [1] and rows[0].names_columns:
        return [(rows[0].bottom + rows[1].top) / 2]
    if len(starts) < 2 or 2 * sum(rows[index].texts.get(0, "")[:1].islower() for index in starts) >= len(starts):
        return []  # what begins in small letters mostly goes on from the line above
    return [(rows[index - 1].bottom + rows[index].top) / 2 for index in starts]


def _stand_abreast(above: TextRow, below: TextRow) -> bool:
    """Do two lines overlap in height? Then they are of two cells of one row that are set in the middle of it."""
    return below.top < above.bottom


def _head_starts(rows: Sequence[TextRow]) -> list[int]:
    """Where lines of bold names over all columns begin and end, with rows in plain type below them, and bold lines that
    reach over several columns."""
    columns = max(len(row.texts) for row in rows)
    heads = [
        index
        for index, (row, below) in enumerate(pairwise(rows))
        if row.bold and columns > 1 and (row.crossing or (not below.bold and len(row.texts) == columns))
    ]
    return [start for index in heads for start in (index, index + 1) if start]


def _has_stubs(rows: Sequence[TextRow]) -> bool:
    """Do figures stand on the lines of two texts in the first column at least, mostly in the same columns? One set
    beside the middle of a text of several lines, or a raised mark, stands on none; where cells of several lines stand
    side by side, the figures of their later lines stand in other columns ("At least / 95%" beside "94%")."""
    first = min(column for row in rows for column in row.texts)
    lines = [row for row in rows if first in row.texts]
    figures = [
        {column for column, text in row.texts.items() if column > first and FIGURE.fullmatch(text)} for row in lines
    ]
    fullest = max(figures, key=len, default=set())
    return sum([bool(own) and 2 * len(own & fullest) >= len(fullest) for own in figures]) > 1


def _low(row: Sequence[Word]) -> float:
    return max([(word.bbox or NO_BOX)[3] for word in row])


def _high(row: Sequence[Word]) -> float:
    return min([(word.bbox or NO_BOX)[1] for word in row])
