"""The paragraphs, lists and tables of an OpenDocument text in order → blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from objectives_parser.document import Block, Cell, Line
from objectives_parser.readers.archives import attribute, local
from objectives_parser.readers.composing import BLOCK_GAP, CELL_GAP, LINE_GAP, Run, Scribe
from objectives_parser.readers.flow import Flow, Manner, aside_of, cell_flow, story_of
from objectives_parser.readers.grid import Spot, table_of
from objectives_parser.readers.limits import Clock, Limits, over
from objectives_parser.readers.opendocument.spans import Aside, OdfBreak, span_pieces
from objectives_parser.readers.opendocument.styles import ListCounter, OdfStyles
from objectives_parser.readers.opendocument.tables import OdfCell, holds_flow, table_spots
from objectives_parser.readers.whereabouts import Whereabouts

if TYPE_CHECKING:
    from lxml import etree

SECTIONS = frozenset({"section", "index-body", "text-box", "frame", "note-body", "index-title", "numbered-paragraph"})
INDEXES = frozenset(
    {"table-of-content", "illustration-index", "table-index", "alphabetical-index", "bibliography", "user-index"}
)
MAX_DEPTH = 200


class OdfWriter:
    """Writes the stories of one text file."""

    def __init__(self, pen: Scribe, styles: OdfStyles, name: str, limits: Limits) -> None:
        self._pen = pen
        self._where = Whereabouts(pen)
        self._styles = styles
        self._name = name
        self._limits = limits
        self._cells = 0
        self._clock = Clock(name, limits)
        self._outline = ListCounter()
        self._by_style: dict[str, ListCounter] = {}
        self.notes: list[etree._Element] = []

    def story(self, root: etree._Element) -> list[Block]:
        """The blocks of the text."""
        return story_of(self._pen, partial(self._write, root))

    def aside(self, root: etree._Element, manner: Manner) -> list[Block]:
        """The blocks of what stands apart from the text: a note, a page's head or foot."""
        with self._where.aside(f"{manner.kind} {manner.marker}".strip()):
            return aside_of(self._pen, manner, partial(self._write, root))

    def _write(
        self, container: Iterable[etree._Element], flow: Flow, blocks: list[Block] | None, depth: int = 0
    ) -> None:
        for element in container:
            name = local(element)
            if name in ("p", "h"):
                self._paragraph(element, flow, blocks, Manner())
            elif name == "list":
                self._list(element, flow, blocks, None, 1, None)
            elif name == "table":
                self._table(element, flow, blocks)
            elif name in INDEXES:
                flow.enter(Manner(role="furniture", kind="contents"))
                self._write(element, flow, None, depth + 1)
                flow.leave()
            elif name in SECTIONS and attribute(element, "display") != "none" and depth < MAX_DEPTH:
                self._write(element, flow, blocks, depth + 1)

    def _paragraph(self, element: etree._Element, flow: Flow, blocks: list[Block] | None, manner: Manner) -> None:
        self._clock.tick()
        self._where.paragraph()
        style = self._styles.at("paragraph", attribute(element, "style-name"))
        pieces = list(span_pieces(element, style, self._styles))
        if local(element) == "h" or (style.outline and manner.role == "paragraph"):
            says = any(isinstance(piece, Run) and piece.text.strip() for piece in pieces)
            manner = self._heading(element, style.outline) if says else Manner()
        flow.enter(manner)
        asides: list[etree._Element] = []
        for piece in pieces:
            match piece:
                case Run():
                    flow.add(piece)
                case OdfBreak():
                    flow.end_line()
                case Aside():
                    asides.append(piece.element)
        flow.leave()
        for aside in asides:
            self._aside(aside, flow, blocks)

    def _aside(self, element: etree._Element, flow: Flow, blocks: list[Block] | None) -> None:
        if local(element) == "note":
            self.notes.append(element)
        elif local(element) == "table":
            self._table(element, flow, blocks)
        else:
            self._write(element, flow, blocks)

    def _heading(self, element: etree._Element, outline: int) -> Manner:
        stated = attribute(element, "outline-level") or ""
        level = int(stated) if stated.isdigit() and len(stated) < 3 else outline or 1
        numbered = self._styles.outline.get(level)
        marker = ""
        if numbered is not None and numbered.way and attribute(element, "is-list-header") != "true":
            levels = [self._styles.outline.get(each, numbered) for each in range(1, level + 1)]
            marker = self._outline.count(levels, level)
        return Manner(role="heading", level=level, marker=marker)

    def _list(
        self,
        element: etree._Element,
        flow: Flow,
        blocks: list[Block] | None,
        style: str | None,
        depth: int,
        counter: ListCounter | None,
    ) -> None:
        """A list and, ``depth`` deeper, the lists in its items; what stands first in an item has the marker."""
        style = attribute(element, "style-name") or style
        counter = counter or self._counter(element, style)
        for item in element:
            if local(item) not in ("list-item", "list-header") or depth > MAX_DEPTH:
                continue
            said = local(item) == "list-header"
            for inner in item:
                if local(inner) == "list":
                    self._list(inner, flow, blocks, style, depth + 1, counter)
                elif local(inner) in ("p", "h"):
                    self._paragraph(inner, flow, blocks, self._item_manner(item, inner, style, depth, counter, said))
                    said = True

    def _item_manner(
        self,
        item: etree._Element,
        paragraph: etree._Element,
        style: str | None,
        depth: int,
        counter: ListCounter,
        said: bool,
    ) -> Manner:
        if said:
            return Manner()
        named = style or self._styles.at("paragraph", attribute(paragraph, "style-name")).list_style
        marker = counter.marker(self._styles, named, depth, attribute(item, "start-value"))
        return Manner(role="item", level=depth - 1, marker=marker) if marker else Manner()

    def _counter(self, element: etree._Element, style: str | None) -> ListCounter:
        """A list that continues another of its style goes on counting."""
        goes_on = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list") is not None
        if not goes_on or style is None:
            self._by_style[style or ""] = ListCounter()
        return self._by_style.setdefault(style or "", ListCounter())

    def _table(self, table: etree._Element, flow: Flow, blocks: list[Block] | None) -> None:
        flow.end_paragraph()
        spots = table_spots(table, self._styles, self._limits.max_cells + 1)
        self._cells += len(spots)
        if self._cells > self._limits.max_cells:
            raise over(self._name, "the tables have too many cells", self._limits.max_cells, "--max-cells")
        if blocks is None or flow.manner.role == "furniture" or holds_flow(spots):
            with self._where.table():
                for spot in spots:
                    self._where.cell(spot.row, spot.column)
                    self._write(spot.source.only or spot.source.element, flow, blocks)
            flow.end_paragraph()
            return
        with self._where.table():
            cells = list(self._cells_of(spots))
        self._pen.part(BLOCK_GAP)
        if any(cell.lines for cell in cells):
            blocks.append(table_of(cells))

    def _cells_of(self, spots: list[Spot[OdfCell]]) -> Iterator[Cell]:
        for spot in spots:
            self._pen.part(CELL_GAP if spot.column else LINE_GAP)
            self._where.cell(spot.row, spot.column)
            yield Cell(
                row=spot.row,
                column=spot.column,
                row_span=spot.row_span,
                column_span=spot.column_span,
                lines=self._cell_lines(spot.source),
                header=spot.source.header,
                fill=spot.source.fill,
            )

    def _cell_lines(self, cell: OdfCell) -> tuple[Line, ...]:
        lines: list[Line] = []
        flow = cell_flow(self._pen, lines)
        self._write(cell.only or cell.element, flow, None)
        flow.end_paragraph()
        return tuple(lines)
