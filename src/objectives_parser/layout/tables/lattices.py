"""Tables of two pages on one lattice: column borders compared, shifted or scaled, and cells renumbered."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Line, Table, Word
from objectives_parser.layout.tables.lines import box_of, em_of, nearest

SAME = 0.015
"""Column borders that differ by less than this share of the table's width are the same."""
LIKE = 0.06
"""The same where the number of columns is the same, or no lines are drawn: the borders may be guessed from the text."""

PARTED = 0.9
"""White room of fewer ems than this is a space between words, a wide one in text set flush on both sides."""


def column_edges(table: Table) -> list[float]:
    """The places of the column borders, from the cells' boxes."""
    places: dict[int, list[float]] = {}
    for cell in table.cells:
        if cell.bbox is not None:
            places.setdefault(cell.column, []).append(cell.bbox[0])
            places.setdefault(cell.column + cell.column_span, []).append(cell.bbox[2])
    edges: list[float] = []
    for column in range(table.columns + 1):
        known = sorted(places.get(column, []))
        edges.append(known[len(known) // 2] if known else (edges[-1] if edges else 0.0))
    return edges


def common_lattice(one: Table, other: Table) -> list[float] | None:
    """The column borders of both tables in the first's coordinates; None if they are not of one make.

    The second may be shifted or scaled as a whole (left and right pages), and either may lack borders that the other
    has (a form whose nested grid stands on one page only), but not both.
    """
    ours, raw = column_edges(one), column_edges(other)
    if "aligned" in (one.way, other.way) and _begin_alike(ours, raw):
        return ours
    theirs = _moved(raw, ours)
    if theirs is None:
        return None
    width = ours[-1] - ours[0]
    if len(ours) == len(theirs) and all(abs(a - b) < LIKE * width for a, b in zip(ours, theirs, strict=True)):
        return ours
    near = (LIKE if "aligned" in (one.way, other.way) else SAME) * width
    lattice = list(ours)
    for edge in theirs:
        if all(abs(edge - known) > near for known in ours):
            lattice.append(edge)
    missing = sum(1 for edge in ours if all(abs(edge - known) > near for known in theirs))
    if missing and len(lattice) > len(ours):
        return None
    return sorted(lattice)


def _begin_alike(ours: list[float], theirs: list[float]) -> bool:
    """Do as many columns begin at the same places? Where no line is drawn, the last ends where its text happens to."""
    near, shift = LIKE * (ours[-1] - ours[0]), theirs[0] - ours[0]
    return len(ours) == len(theirs) and all(
        abs(a + shift - b) < near for a, b in zip(ours[:-1], theirs[:-1], strict=True)
    )


def _moved(edges: list[float], onto: list[float]) -> list[float] | None:
    """Column borders moved so that the outer ones meet; None if the widths are too unlike."""
    width, aim = edges[-1] - edges[0], onto[-1] - onto[0]
    if width <= 0 or aim <= 0:
        return None
    if not 0.9 < width / aim < 1.11:
        return _onto_part(edges, onto)
    return [onto[0] + (edge - edges[0]) * aim / width for edge in edges]


def _onto_part(edges: list[float], onto: list[float]) -> list[float] | None:
    """Column borders moved onto the first or last columns of a wider table whose other columns hold no words on this
    page (pictures); None if they do not fit."""
    for shift in (onto[0] - edges[0], onto[-1] - edges[-1]):
        moved = [edge + shift for edge in edges]
        near = SAME * (onto[-1] - onto[0])
        if len(edges) >= 4 and all(min(abs(edge - known) for known in onto) < near for edge in moved):
            return moved
    return None


def on_lattice(table: Table, lattice: Sequence[float]) -> Table:
    """The table with its columns renumbered to the lattice's; cells that hold several of its columns are divided."""
    if table.columns == len(lattice) - 1:
        return table
    edges = _moved(column_edges(table), list(lattice)) or column_edges(table)
    columns = [nearest(lattice, edge) for edge in edges]
    cells: list[Cell] = []
    for cell in table.cells:
        first, last = columns[cell.column], columns[cell.column + cell.column_span]
        moved = attrs.evolve(cell, column=first, column_span=max(1, last - first))
        cells += _divided(moved, lattice, table) if cell.column_span < table.columns or table.columns == 1 else [moved]
    return attrs.evolve(table, cells=tuple(cells), columns=len(lattice) - 1)


def _divided(cell: Cell, lattice: Sequence[float], table: Table) -> list[Cell]:
    """A cell over several columns of the lattice is as many cells where white room stands at each border."""
    if cell.column_span < 2 or cell.bbox is None or table.bbox is None:
        return [cell]
    shift = table.bbox[0] - lattice[0]
    inner = [lattice[column] + shift for column in range(cell.column + 1, cell.column + cell.column_span)]
    words = [word for line in cell.lines for word in line.words]
    if any(box_of(word)[0] < place - 1 and box_of(word)[2] > place + 1 for word in words for place in inner):
        return [cell]
    if any(_flows_over(line, inner) for line in cell.lines):
        return [cell]
    parts = [_between(cell.lines, low, high) for low, high in pairwise([float("-inf"), *inner, float("inf")])]
    if sum(1 for part in parts if part) < 2:
        return [cell]
    sides = [cell.bbox[0], *inner, cell.bbox[2]]
    return [
        attrs.evolve(
            cell,
            column=cell.column + index,
            column_span=1,
            lines=part,
            bbox=(sides[index], cell.bbox[1], sides[index + 1], cell.bbox[3]),
            repaired=True,
        )
        for index, part in enumerate(parts)
    ]


def _flows_over(line: Line, places: Sequence[float]) -> bool:
    """Do two words of the line stand an ordinary space apart on both sides of a place?"""
    for before, after in pairwise(line.words):
        low, high = box_of(before)[2], box_of(after)[0]
        if high - low < PARTED * em_of(before) and any(low - 1 <= place <= high + 1 for place in places):
            return True
    return False


def _between(lines: Sequence[Line], low: float, high: float) -> tuple[Line, ...]:
    found = []
    for line in lines:
        words: tuple[Word, ...] = tuple(
            word for word in line.words if low <= (box_of(word)[0] + box_of(word)[2]) / 2 < high
        )
        if words:
            found.append(attrs.evolve(line, words=words))
    return tuple(found)
