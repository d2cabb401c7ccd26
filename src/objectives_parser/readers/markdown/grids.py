"""Tables drawn as grids, ``+---+---+`` over ``|   |   |``, as converters from Word to Markdown write them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from objectives_parser.document import Cell, Table
from objectives_parser.readers.grid import place_cells, table_of
from objectives_parser.readers.markdown.inline import Span, inline
from objectives_parser.readers.markdown.lines import BORDER
from objectives_parser.readers.markdown.source import SourceLine

BAR = re.compile(r"[|+]")


def grid_table(source: str, lines: Sequence[SourceLine]) -> Table | None:
    """A grid → its cells; rows above a border of ``=`` are header rows."""
    edges = sorted({match.start() for line in lines if BORDER.match(line.text) for match in BAR.finditer(line.text)})
    bands = list(_bands(lines))
    heads = next((number for number, (_, border) in enumerate(bands, 1) if "=" in border.text), 0)
    rows = [[(spans, 1, width) for spans, width in _cells(band, edges)] for band, _ in bands]
    cells = [
        Cell(
            row=spot.row,
            column=spot.column,
            column_span=spot.column_span,
            lines=inline(source, spot.source).lines,
            header=spot.row < heads,
        )
        for spot in place_cells(rows)
    ]
    return table_of(cells) if any(cell.lines for cell in cells) else None


def _bands(lines: Sequence[SourceLine]) -> Iterator[tuple[list[SourceLine], SourceLine]]:
    """The lines of each row, with the border under it."""
    band: list[SourceLine] = []
    for line in lines:
        if not BORDER.match(line.text):
            band.append(line)
        elif band:
            yield band, line
            band = []


def _cells(band: Sequence[SourceLine], edges: Sequence[int]) -> Iterator[tuple[list[Span], int]]:
    """A row's cells as the spans that they cover line by line, and over how many columns each goes."""
    walls = [edge for edge in edges if all(line.text[edge : edge + 1] in "|+" for line in band)]
    walls = sorted({edges[0], *walls, edges[-1]})
    for left, right in itertools.pairwise(walls):
        width = sum(left < edge <= right for edge in edges)
        yield [_inside(line, left, right, right == edges[-1]) for line in band], width


def _inside(line: SourceLine, left: int, right: int, last: bool) -> Span:
    """The cell's part of a line; the last cell takes what stands beyond the grid, for nothing may be lost."""
    text = line.text
    start = min(left + (text[left : left + 1] in ("|", "+")), len(text))
    end = len(text.rstrip().removesuffix("|")) if last else min(right, len(text))
    return line.start + start, line.start + max(start, end)
