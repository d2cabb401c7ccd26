"""A page that holds one row of a table, or one cell of it, is no table by itself; the table before it, or the one that
it begins, tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import BBox, Cell, Page, Table
from objectives_parser.layout.tables.filling import table_of
from objectives_parser.layout.tables.papers import Paper
from objectives_parser.layout.tables.ruled import ruled_sheets
from objectives_parser.layout.tables.white_rests import white_rest

NEAR = 4.0  # points between the edges of one column on two pages
FOOT = 0.25  # of the page's height, below which a table that goes on must reach
LINE = 1.5  # sizes: nothing but the table's own first line may stand above it


def with_rests(pages: Iterable[tuple[Paper, tuple[Table, ...]]]) -> list[tuple[Table, ...]]:
    """Each page's tables, with the drawn cells at the head of a page whose edges are those of the table before, and
    with the drawn row at the foot of a page that begins the table of the next."""
    found: list[tuple[Table, ...]] = []
    before: Table | None = None
    last: Paper | None = None
    for paper, own in pages:
        rest = _rest(paper, own, before) if before is not None else None
        start = _start(last, found[-1], paper, own) if last is not None and rest is None else None
        if start is not None:
            found[-1] = (*found[-1], start)
        last = paper
        found.append((rest, *(table for table in own if not _overlap(rest.bbox, table))) if rest is not None else own)
        before = _open_table(found[-1], paper.page)
    return found


def _start(last: Paper, found: Sequence[Table], paper: Paper, own: Sequence[Table]) -> Table | None:
    """The drawn row at the foot of the page before that begins the table at the head of this one: its title, the names
    of its columns."""
    first = min((table for table in own if table.bbox is not None), key=_top, default=None)
    if first is None or first.way != "ruled" or not paper.page.words or not last.page.words:
        return None
    if any(word.bbox is not None and word.bbox[3] <= _top(first) for word in paper.page.words):
        return None
    foot = max([word.bbox[3] for word in last.page.words if word.bbox is not None])
    edges = _edges(first)
    for sheet in last.once(ruled_sheets):
        x0, _, x1, bottom = sheet.grid.bbox
        outer = abs(x0 - min(edges)) < NEAR and abs(x1 - max(edges)) < NEAR
        if not outer or bottom < foot - 1 or any(_overlap(sheet.grid.bbox, table) for table in found):
            continue
        row = table_of(sheet, last.page, "ruled")
        within = all(any(abs(edge - other) < NEAR for other in edges) for edge in _edges(row))
        if row.rows == 1 and within and any(cell.lines for cell in row.cells):
            return row
    return None


def _top(table: Table) -> float:
    return table.bbox[1] if table.bbox is not None else 0.0


def _open_table(tables: tuple[Table, ...], page: Page) -> Table | None:
    """The last table of a page if it reaches the foot, or nothing stands below it: its next row was too high."""
    last = max(tables, key=lambda table: table.bbox[3] if table.bbox else 0.0, default=None)
    if last is None or last.bbox is None:
        return None
    foot = last.bbox[3]
    ends = foot > (1 - FOOT) * page.height or all(word.bbox is None or word.bbox[3] <= foot + 1 for word in page.words)
    return last if ends else None


def _rest(paper: Paper, own: tuple[Table, ...], before: Table) -> Table | None:
    """The cells at the head of the page that continue the table before; None if a table stands there already."""
    page = paper.page
    if not page.words:
        return None
    head = min([word.bbox[1] for word in page.words if word.bbox is not None])
    size = max(word.size for word in page.words[:50])
    at_head = [table for table in own if table.bbox is not None and table.bbox[1] <= head + LINE * size]
    if any(table.way != "aligned" for table in at_head):
        return None
    for sheet in paper.once(ruled_sheets):
        if sheet.grid.bbox[1] > head + LINE * size or not _may_stand(sheet.grid.bbox, own):
            continue
        table = table_of(sheet, page, "ruled")
        if _same_edges(table, before, page) and any(cell.lines for cell in table.cells):
            return _widened(table, before)
    rest = white_rest(paper, before) if not at_head else None
    return None if rest is None or any(_overlap(rest.bbox, other) for other in own) else rest


def _may_stand(box: BBox, own: Sequence[Table]) -> bool:
    """Do the page's tables leave room for a box? Those that white space alone drew do if they lie within it: their rows
    are lines of its cells."""
    others = [table for table in own if _overlap(box, table)]
    return all(table.way == "aligned" and _holds(box, table.bbox) for table in others)


def _holds(box: BBox, inner: BBox | None) -> bool:
    return inner is not None and all(
        a <= b + NEAR for a, b in zip((*box[:2], *inner[2:]), (*inner[:2], *box[2:]), strict=True)
    )


def _widened(table: Table, before: Table) -> Table:
    """The table with empty cells in the columns that the table before has beside it: they hold nothing here."""
    assert table.bbox is not None
    x0, top, x1, bottom = table.bbox
    left = _columns([edge for edge in _edges(before) if edge < x0 - NEAR] + [x0])
    right = _columns([x1] + [edge for edge in _edges(before) if edge > x1 + NEAR])
    blanks = [
        Cell(row=0, column=at, row_span=table.rows, page=table.pages[0], bbox=(low, top, high, bottom))
        for at, (low, high) in [
            *enumerate(pairwise(left)),
            *enumerate(pairwise(right), start=len(left) - 1 + table.columns),
        ]
    ]
    moved = [attrs.evolve(cell, column=cell.column + len(left) - 1) for cell in table.cells]
    return attrs.evolve(
        table,
        cells=(*blanks, *moved),
        columns=table.columns + len(blanks),
        bbox=(left[0], top, right[-1], bottom),
    )


def _columns(edges: Sequence[float]) -> list[float]:
    """Column edges in order, those of cells that meet taken once."""
    ordered = sorted(edges)
    return [edge for at, edge in enumerate(ordered) if not at or edge - ordered[at - 1] > NEAR]


def _overlap(a: BBox | None, other: Table) -> bool:
    b = other.bbox
    return a is not None and b is not None and min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


def _same_edges(table: Table, before: Table, page: Page) -> bool:
    """Whether every column edge is one of the table before, and the outer right one is drawn."""
    known = _edges(before)
    edges = _edges(table)
    matching = all(any(abs(edge - other) < NEAR for other in known) for edge in edges)
    return matching and bool(edges) and _is_drawn(max(known), table, page) and len(known) > 2


def _is_drawn(right: float, table: Table, page: Page) -> bool:
    assert table.bbox is not None
    top, bottom = table.bbox[1], table.bbox[3]
    ends = [table.bbox[2], *(rule.x1 for rule in page.rulings if rule.bottom > top - NEAR and rule.top < bottom + NEAR)]
    return any(abs(end - right) < NEAR for end in ends)


def _edges(table: Table) -> set[float]:
    boxes: list[BBox] = [cell.bbox for cell in table.cells if cell.bbox is not None]
    return {round(x, 1) for box in boxes for x in (box[0], box[2])}
