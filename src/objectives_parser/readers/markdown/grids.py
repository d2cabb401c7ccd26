"""Tables drawn as grids, ``+---+---+`` over ``|   |   |``, as converters from Word to Markdown write them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Cell, Table
from objectives_parser.readers.grid import Spot, disjoint, squeeze, table_of
from objectives_parser.readers.markdown.inline import Span, inline
from objectives_parser.readers.markdown.lines import BORDER
from objectives_parser.readers.markdown.source import SourceLine

BAR = re.compile(r"[|+]")
DRAWN = frozenset("-=+:")


def grid_table(source: str, lines: Sequence[SourceLine]) -> Table | None:
    """A grid → its cells; rows above a border of ``=`` are header rows. A border that only some columns have ends only
    their cells: the others go on."""
    edges = sorted({match.start() for line in lines if BORDER.match(line.text) for match in BAR.finditer(line.text)})
    bands = list(_bands(lines, edges))
    heads = next((number for number, (_, border) in enumerate(bands, 1) if border and "=" in border.text), 0)
    spots: list[Spot[list[Span]]] = []
    for number, (band, _) in enumerate(bands):
        above = bands[number - 1][1] if number else None
        for spans, left, right in _cells(band, edges):
            spot = Spot(row=number, column=left, row_span=1, column_span=right - left, source=spans)
            at = _opened(spots, spot) if above is not None and not _is_drawn(above, edges[left], edges[right]) else None
            if above is None or at is None:
                spots.append(spot)
                continue
            before, between = spots[at], _inside(above, edges[left], edges[right], right == len(edges) - 1)
            spots[at] = attrs.evolve(before, row_span=before.row_span + 1, source=[*before.source, between, *spans])
    cells = [
        Cell(
            row=spot.row,
            column=spot.column,
            row_span=spot.row_span,
            column_span=spot.column_span,
            lines=inline(source, spot.source).lines,
            header=spot.row < heads,
        )
        for spot in disjoint(squeeze(spots))
    ]
    return table_of(cells) if any(cell.lines for cell in cells) else None


def _opened(spots: Sequence[Spot[list[Span]]], spot: Spot[list[Span]]) -> int | None:
    """The cell that ends right above a cell, over the same columns."""
    for at in range(len(spots) - 1, -1, -1):
        if spots[at].column == spot.column and spots[at].row + spots[at].row_span == spot.row:
            return at if spots[at].column_span == spot.column_span else None
    return None


def _is_drawn(border: SourceLine, left: int, right: int) -> bool:
    """Whether a border is drawn between two places."""
    return set(border.text[left + 1 : right]) <= DRAWN and len(border.text) > left + 1


def _bands(lines: Sequence[SourceLine], edges: Sequence[int]) -> Iterator[tuple[list[SourceLine], SourceLine | None]]:
    """The lines of each row, with the border under it."""
    band: list[SourceLine] = []
    for line in lines:
        if not BORDER.match(line.text) and not _is_partial(line, edges):
            band.append(line)
        elif band:
            yield band, line
            band = []
    if band:
        yield band, None


def _is_partial(line: SourceLine, edges: Sequence[int]) -> bool:
    """A line in which some columns have a border and the others go on: `| year +-----+----+`."""
    if "+-" not in line.text or not edges or len(line.text) <= edges[-1]:
        return False
    return any(_is_drawn(line, left, right) for left, right in itertools.pairwise(edges) if right - left > 2)


def _cells(band: Sequence[SourceLine], edges: Sequence[int]) -> Iterator[tuple[list[Span], int, int]]:
    """A row's cells as the spans that they cover line by line, the edge that each begins at and the one it ends at."""
    walls = [edge for edge in edges if all(line.text[edge : edge + 1] in "|+" for line in band)]
    walls = sorted({edges[0], *walls, edges[-1]})
    for left, right in itertools.pairwise(walls):
        spans = [_inside(line, left, right, right == edges[-1]) for line in band]
        yield spans, edges.index(left), edges.index(right)


def _inside(line: SourceLine, left: int, right: int, last: bool) -> Span:
    """The cell's part of a line; the last cell takes what stands beyond the grid, for nothing may be lost."""
    text = line.text
    start = min(left + (text[left : left + 1] in ("|", "+")), len(text))
    end = len(text.rstrip().removesuffix("|")) if last else min(right, len(text))
    return line.start + start, line.start + max(start, end)
