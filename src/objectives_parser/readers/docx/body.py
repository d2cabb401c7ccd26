"""Word's paragraphs and tables in order → blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from objectives_parser.document import Block, Cell, Line
from objectives_parser.readers.archives import attribute, child, local
from objectives_parser.readers.composing import BLOCK_GAP, CELL_GAP, LINE_GAP, Run, Scribe
from objectives_parser.readers.docx.lists import Lists
from objectives_parser.readers.docx.paragraphs import LineBreak, Piece, TextBox, pieces
from objectives_parser.readers.docx.styles import Style, Styles, numbering_of, outline_of
from objectives_parser.readers.docx.tables import WordCell, children, has_styled_head, holds_flow, table_spots
from objectives_parser.readers.flow import Flow, Manner, aside_of, cell_flow, story_of
from objectives_parser.readers.grid import Spot, table_of
from objectives_parser.readers.limits import Clock, Limits, over
from objectives_parser.readers.whereabouts import Whereabouts

if TYPE_CHECKING:
    from lxml import etree

BODY = frozenset({"p", "tbl"})
WORDED = re.compile(r"[^\W\d_]{3,}\s.*\d")  # `Goal 1:`, counted by the format, is a label; `xiii.` numbers an item


class Body:
    """Writes the stories of one Word file: its body, its notes, its heads and feet."""

    def __init__(self, pen: Scribe, styles: Styles, lists: Lists, name: str, limits: Limits) -> None:
        self._pen = pen
        self._where = Whereabouts(pen)
        self._styles = styles
        self._lists = lists
        self._name = name
        self._limits = limits
        self._cells = 0
        self._clock = Clock(name, limits)
        self._carried: list[Piece] = []

    def story(self, root: etree._Element) -> list[Block]:
        """The blocks of the text."""
        return story_of(self._pen, partial(self._write, root))

    def aside(self, root: etree._Element, manner: Manner) -> list[Block]:
        """The blocks of what stands apart from the text: a note, a page's head or foot."""
        with self._where.aside(f"{manner.kind} {manner.marker}".strip()):
            return aside_of(self._pen, manner, partial(self._write, root))

    def _write(self, container: etree._Element, flow: Flow, blocks: list[Block] | None) -> None:
        self._write_each(children(container, BODY), flow, blocks)

    def _write_each(self, elements: Iterable[etree._Element], flow: Flow, blocks: list[Block] | None) -> None:
        for element in elements:
            if local(element) == "p":
                self._paragraph(element, flow, blocks)
            else:
                self._table(element, flow, blocks)

    def _paragraph(self, paragraph: etree._Element, flow: Flow, blocks: list[Block] | None) -> None:
        self._clock.tick()
        self._where.paragraph()
        properties = child(paragraph, "pPr")
        style = self._styles.paragraph(attribute(child(properties, "pStyle"), "val"))
        found = [*self._carried, *pieces(paragraph, style.look, self._styles)]
        # A deleted paragraph mark, in a tracked change: the paragraph goes on in the next.
        if child(child(properties, "rPr"), "del") is not None:
            self._carried = found
            return
        self._carried = []
        flow.enter(self._manner(properties, style, any(_says(piece) for piece in found)))
        boxes = []
        for piece in found:
            match piece:
                case Run():
                    flow.add(piece)
                case LineBreak():
                    flow.end_line()
                case TextBox():
                    boxes.append(piece.content)
        flow.leave()
        for box in boxes:
            self._write(box, flow, blocks)

    def _manner(self, properties: etree._Element | None, style: Style, says: bool) -> Manner:
        """Heading by outline level, item by numbering; an empty paragraph counts in its list all the same."""
        number, depth = numbering_of(properties)
        if number is None:
            number, depth = style.number, style.number_level
        marker = self._lists.marker(number, depth) if number and number != "0" else ""
        own = outline_of(properties)
        outline = style.outline if own is None else own
        if style.is_contents:
            return Manner(role="furniture", kind="contents")
        if outline and says:
            return Manner(role="heading", level=outline, marker=marker)
        if WORDED.match(marker):
            return Manner(marker=marker)
        return Manner(role="item", level=max(depth, style.depth), marker=marker) if marker else Manner()

    def _table(self, table: etree._Element, flow: Flow, blocks: list[Block] | None) -> None:
        """A table of the page; one inside a cell, and one that is only a frame, is written as its paragraphs."""
        flow.end_paragraph()
        spots = table_spots(table)
        self._cells += len(spots)
        if self._cells > self._limits.max_cells:
            raise over(self._name, "the tables have too many cells", self._limits.max_cells, "--max-cells")
        if blocks is None or flow.manner.role == "furniture" or holds_flow(spots):
            with self._where.table():
                for spot in spots:
                    self._where.cell(spot.row, spot.column)
                    self._write_cell(spot.source, flow, blocks)
            flow.end_paragraph()
            return
        with self._where.table():
            cells = list(self._cells_of(spots, has_styled_head(table, self._styles)))
        self._pen.part(BLOCK_GAP)
        if any(cell.lines for cell in cells):
            blocks.append(table_of(cells))

    def _cells_of(self, spots: Sequence[Spot[WordCell]], styled: bool) -> Iterator[Cell]:
        for spot in spots:
            self._pen.part(CELL_GAP if spot.column else LINE_GAP)
            self._where.cell(spot.row, spot.column)
            yield Cell(
                row=spot.row,
                column=spot.column,
                row_span=spot.row_span,
                column_span=spot.column_span,
                lines=self._cell_lines(spot.source),
                header=spot.source.header or (styled and spot.row == 0),
                fill=spot.source.fill,
            )

    def _cell_lines(self, cell: WordCell) -> tuple[Line, ...]:
        lines: list[Line] = []
        flow = cell_flow(self._pen, lines)
        self._write_cell(cell, flow, None)
        flow.end_paragraph()
        return tuple(lines)

    def _write_cell(self, cell: WordCell, flow: Flow, blocks: list[Block] | None) -> None:
        if cell.only:
            self._write_each(cell.only, flow, blocks)
            return
        for element in cell.elements:
            self._write(element, flow, blocks)


def _says(piece: Piece) -> bool:
    return isinstance(piece, Run) and bool(piece.text.strip())
