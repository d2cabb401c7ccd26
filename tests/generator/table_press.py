"""Setting a table: rows into bands, bands onto pages, spans over bands, then fills, words and rules."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.generator.press import Band, Box, Look, Press, SetLine, set_lines


@attrs.frozen(kw_only=True)
class Placed:
    """A cell with its place in the grid and its lines."""

    box: Box
    row: int
    column: int
    lines: tuple[SetLine, ...]

    def height(self, look: Look) -> float:
        if self.box.upright:
            return max(stringWidth(line.text, line.font, line.size) for line in self.lines) + 2 * look.padding
        return sum(line.height for line in self.lines) + 2 * look.padding


def set_table(
    press: Press, widths: list[float], head: Sequence[Sequence[Box]], body: Sequence[Sequence[Box]], look: Look
) -> None:
    """Draw the table from the press's place on, over as many pages as it takes."""
    cells = place(head, body, widths, look)
    heights = row_heights(cells, len(head) + len(body), look)
    bands = bands_of(press, cells, heights, len(head), look)
    edges = [press.margin]
    for width in widths:
        edges.append(edges[-1] + width)
    if bands[0].page > press.page:
        press.turn()
    start = press.page
    for page in range(start, max(band.page for band in bands) + 1):
        if page > start:
            press.turn()
        here = [band for band in bands if band.page == page]
        draw_page(press, here, bands, cells, edges, look, len(head))
        press.y = here[-1].top + here[-1].height
    press.space(8)


def place(
    head: Sequence[Sequence[Box]], body: Sequence[Sequence[Box]], widths: list[float], look: Look
) -> list[Placed]:
    """Every box at its row and column; boxes of a row fill the places that no span from above has taken."""
    taken: set[tuple[int, int]] = set()
    out = []
    for r, row in enumerate([*head, *body]):
        column = 0
        for box in row:
            while (r, column) in taken:
                column += 1
            taken |= {(r + i, column + j) for i in range(box.rows) for j in range(box.columns)}
            width = sum(widths[column : column + box.columns]) - 2 * look.padding
            width = 400.0 if box.upright else width
            out.append(Placed(box=box, row=r, column=column, lines=tuple(set_lines(box.pars, width, look))))
            column += box.columns
    return out


def row_heights(cells: list[Placed], rows: int, look: Look) -> list[float]:
    """Rows as high as their cells need; the last row of a span grows if the span needs it."""
    heights = [look.size * 1.2 + 2 * look.padding] * rows
    for cell in cells:
        if cell.box.rows == 1:
            heights[cell.row] = max(heights[cell.row], cell.height(look))
    for cell in cells:
        last = min(rows, cell.row + cell.box.rows) - 1
        lack = cell.height(look) - sum(heights[cell.row : last + 1])
        heights[last] += max(0.0, lack)
    return heights


def bands_of(press: Press, cells: list[Placed], heights: list[float], heads: int, look: Look) -> list[Band]:
    """The rows on pages: whole where they fit, cut between lines where the look allows it."""
    bands: list[Band] = []
    page, y = press.page, press.y
    if y + sum(heights[:heads]) + min(60.0, heights[heads] if heads < len(heights) else 0.0) > press.bottom:
        page, y = page + 1, press.margin

    def put(row: int, height: float, lines: dict[int, list[SetLine]], ends: bool = True) -> None:
        nonlocal y
        bands.append(Band(row=row, page=page, top=y, height=height, lines=lines, ends=ends, head=row < heads))
        y += height

    def head_again() -> None:
        nonlocal page, y
        page, y = page + 1, press.margin
        if look.again:
            for row in range(heads):
                put(row, heights[row], lines_of(cells, row))

    for row, height in enumerate(heights):
        lines, rest = lines_of(cells, row), height
        while y + rest > press.bottom:
            room = press.bottom - y
            if look.cut and row >= heads and room > 4 * look.size:
                above, lines = cut_lines(lines, room - 2 * look.padding)
                put(row, room, above, ends=False)
                rest = max([rest - room, *(sum(x.height for x in v) + 2 * look.padding for v in lines.values())])
            elif not (bands and y > press.margin + 80):
                break
            head_again()
        put(row, rest, lines)
    return bands


def lines_of(cells: list[Placed], row: int) -> dict[int, list[SetLine]]:
    """The lines of a row's own cells, by column; spans over rows are set apart."""
    return {cell.column: list(cell.lines) for cell in cells if cell.row == row and cell.box.rows == 1}


def cut_lines(
    lines: dict[int, list[SetLine]], room: float
) -> tuple[dict[int, list[SetLine]], dict[int, list[SetLine]]]:
    """What of each cell fits the room, and what goes on over the page."""
    above: dict[int, list[SetLine]] = {}
    below: dict[int, list[SetLine]] = {}
    for column, cell in lines.items():
        used, count = 0.0, 0
        while count < len(cell) and used + cell[count].height <= room:
            used += cell[count].height
            count += 1
        above[column], below[column] = cell[:count], cell[count:]
    return above, below


def draw_page(
    press: Press, here: list[Band], bands: list[Band], cells: list[Placed], edges: list[float], look: Look, heads: int
) -> None:
    """One page of the table: fills first, then words, then rules."""
    spans = [cell for cell in cells if cell.box.rows > 1]
    for band in here:
        draw_fills(press, band, cells, edges, look, heads)
    for cell in cells:
        for band in (b for b in here if b.row == cell.row and cell.box.rows == 1):
            write(press, cell, band.lines.get(cell.column, []), band.top, band.height, edges, look)
    for cell in spans:
        draw_span(press, cell, here, bands, edges, look)
    draw_rules(press, here, cells, edges, look)


def draw_fills(press: Press, band: Band, cells: list[Placed], edges: list[float], look: Look, heads: int) -> None:
    bottom = band.top + band.height
    if band.head and look.head_fill:
        press.fill(edges[0], band.top, edges[-1], bottom, look.head_fill)
    elif look.zebra and (band.row - heads) % 2:
        press.fill(edges[0], band.top, edges[-1], bottom, look.zebra)
    for cell in cells:
        if cell.box.fill and cell.row <= band.row < cell.row + cell.box.rows:
            x0, x1 = edges[cell.column], edges[cell.column + cell.box.columns]
            press.fill(x0, band.top, x1, bottom, cell.box.fill)


def write(
    press: Press, cell: Placed, lines: list[SetLine], top: float, height: float, edges: list[float], look: Look
) -> None:
    """Lines of a cell inside its box."""
    used = sum(line.height for line in lines)
    y = top + look.padding
    if cell.box.middle:
        y = max(y, top + (height - used) / 2)
    if cell.box.tick:
        press.tick((edges[cell.column] + edges[cell.column + 1]) / 2 - 3, top + look.padding + 2)
    for line in lines:
        if cell.box.upright:
            press.upright(line, edges[cell.column] + look.padding, top + height - look.padding)
        else:
            press.line(line, edges[cell.column] + look.padding, y)
        y += line.height


def draw_span(press: Press, cell: Placed, here: list[Band], bands: list[Band], edges: list[float], look: Look) -> None:
    """A cell over several rows: its lines pour into the pages' parts of it, one after the other."""
    rows = range(cell.row, cell.row + cell.box.rows)
    rest = list(cell.lines)
    for page in sorted({band.page for band in bands if band.row in rows and not band.head}) or [here[0].page]:
        part = [band for band in bands if band.page == page and band.row in rows]
        if not part:
            continue
        top, bottom = part[0].top, part[-1].top + part[-1].height
        above, below = cut_lines({0: rest}, bottom - top - 2 * look.padding)
        if page == here[0].page:
            last = page == max(band.page for band in bands if band.row in rows)
            write(press, cell, rest if last else above[0], top, bottom - top, edges, look)
        rest = below[0]


def draw_rules(press: Press, here: list[Band], cells: list[Placed], edges: list[float], look: Look) -> None:
    top, bottom = here[0].top, here[-1].top + here[-1].height
    if look.rules == "none":
        return
    if look.rules in ("grid", "box"):
        for x0, top_, x1, bottom_ in (
            (edges[0], top, edges[-1], top),
            (edges[0], bottom, edges[-1], bottom),
            (edges[0], top, edges[0], bottom),
            (edges[-1], top, edges[-1], bottom),
        ):
            press.rule(x0, top_, x1, bottom_, look.rule_color)
    if look.rules == "head":
        for band in here:
            if band.head:
                press.rule(edges[0], band.top + band.height, edges[-1], band.top + band.height, look.rule_color, 1.0)
    if look.rules in ("grid", "horizontal"):
        for band in here:
            draw_band_rules(press, band, cells, edges, look)


def draw_band_rules(press: Press, band: Band, cells: list[Placed], edges: list[float], look: Look) -> None:
    """The rule below a band, left out where a cell spans on; in a grid the rules between its cells too."""
    bottom = band.top + band.height
    over = {}
    for cell in cells:
        if cell.row <= band.row < cell.row + cell.box.rows:
            over |= {column: cell for column in range(cell.column, cell.column + cell.box.columns)}
    for column, (x0, x1) in enumerate(pairwise(edges)):
        cell = over.get(column)
        goes_on = cell is not None and band.row < cell.row + cell.box.rows - 1
        if band.ends and not goes_on:
            press.rule(x0, bottom, x1, bottom, look.rule_color)
        if look.rules == "grid" and column and over.get(column) is not over.get(column - 1):
            press.rule(x0, band.top, x0, bottom, look.rule_color)
