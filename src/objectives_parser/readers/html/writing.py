"""Elements in document order → paragraphs, headings, list items and tables. Walks without recursion, however deep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from objectives_parser.document import Block, Cell, Line
from objectives_parser.readers.composing import BLOCK_GAP, CELL_GAP, LINE_GAP, Pen, Run
from objectives_parser.readers.flow import Flow, Manner, cell_flow
from objectives_parser.readers.grid import place_cells, table_of
from objectives_parser.readers.html.elements import (
    BLOCKS,
    ITALIC,
    LISTS,
    furniture_kind,
    heading_level,
    is_bold,
    is_hidden,
    stated_level,
    tag_of,
)
from objectives_parser.readers.html.tables import (
    TERMS,
    Slot,
    captions,
    description_rows,
    is_described,
    is_layout,
    slots,
    strays,
)
from objectives_parser.readers.limits import Clock, Limits, over
from objectives_parser.readers.numbering import Counter

if TYPE_CHECKING:
    from lxml import etree


class Writer:
    """Writes one tree through one flow: a page's, with ``blocks`` for its tables, or a cell's, with None."""

    def __init__(
        self,
        pen: Pen,
        flow: Flow,
        blocks: list[Block] | None,
        name: str,
        limits: Limits,
        clock: Clock | None = None,
    ) -> None:
        self._pen = pen
        self._flow = flow
        self._blocks = blocks
        self._name = name
        self._limits = limits
        self._cells = 0
        self._clock = clock or Clock(name, limits)
        self._styles: list[Run] = [Run(text="")]
        self._lists: list[Counter] = []
        self._entered: set[etree._Element] = set()
        self._verbatim = 0

    def write(self, root: etree._Element) -> None:
        """All that the tree shows, from its first word to its last."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walk:
            self._clock.tick()
            if event == "start":
                if is_hidden(element) or (element is not root and self._took(element)):
                    skipped = element
                    walk.skip_subtree()
                else:
                    self._open(element, root)
            else:
                if element is not skipped:
                    self._close(element)
                skipped = None
                if element is not root:
                    self._say(element.tail)
        self._flow.end_paragraph()

    def _took(self, element: etree._Element) -> bool:
        """Tables that hold data, written as tables."""
        tag = tag_of(element)
        if self._blocks is None or tag not in ("table", "dl"):
            return False
        if tag == "table" and not is_layout(element):
            self._write_table(slots(element), strays(element), captions(element))
            return True
        if tag == "dl" and is_described(element):
            self._write_table(description_rows(element), strays(element, TERMS), [])
            return True
        return False

    def _open(self, element: etree._Element, root: etree._Element) -> None:
        tag = tag_of(element)
        self._styles.append(_styled(element, tag, self._styles[-1]))
        if tag == "br":
            self._flow.end_line()
        elif element is not root or self._blocks is not None:
            self._begin(element, tag)
        self._verbatim += tag == "pre"
        self._say(element.text)

    def _begin(self, element: etree._Element, tag: str) -> None:
        """Enter what the element is: a list, a heading, an item, furniture, or just another block."""
        if tag in LISTS:
            self._lists.append(Counter.of_list(tag, element.get("type"), element.get("start")))
        manner = self._manner(element, tag)
        if manner:
            self._flow.enter(manner)
            self._entered.add(element)
        elif tag in ("td", "th") and self._blocks is None:
            self._flow.add(Run(text=" "))
        elif tag in BLOCKS or _stands_alone(element, tag):
            self._flow.end_paragraph()

    def _manner(self, element: etree._Element, tag: str) -> Manner | None:
        kind = furniture_kind(element)
        if kind:
            return Manner(role="furniture", kind=kind)
        level = heading_level(element)
        if level:
            return Manner(role="heading", level=level)
        if tag == "li":
            level = max(len(self._lists) - 1, 0, stated_level(element))
            return Manner(role="item", level=level, marker=self._marker(element))
        return Manner() if tag in ("blockquote", "table") else None

    def _marker(self, element: etree._Element) -> str:
        if not self._lists:
            self._lists.append(Counter.of_list("ul", None, None))
        marker = self._lists[-1].next(element.get("value"))
        said = "".join(map(str, element.itertext())).lstrip()[:1]
        return "" if said in ("•", "▪", "◦", "–", "‣", "·") else marker

    def _close(self, element: etree._Element) -> None:
        tag = tag_of(element)
        if element in self._entered:
            self._entered.discard(element)
            self._flow.leave()
        elif _stands_alone(element, tag) or (tag in BLOCKS and (tag not in ("td", "th") or self._blocks is not None)):
            self._flow.end_paragraph()
        if tag in LISTS and self._lists:
            self._lists.pop()
        self._verbatim -= tag == "pre"
        self._styles.pop()

    def _say(self, text: str | None) -> None:
        if not text:
            return
        style = self._styles[-1]
        for number, piece in enumerate(text.splitlines() if self._verbatim else (text,)):
            if number:
                self._flow.end_line()
            self._flow.add(attrs.evolve(style, text=piece))

    def _write_table(self, rows: list[list[Slot]], stray: list[str], over_it: list[etree._Element]) -> None:
        """The table's captions as paragraphs, then its cells, each with its own lines."""
        self._flow.end_paragraph()
        for text in stray:
            self._flow.add(Run(text=text))
            self._flow.end_paragraph()
        for caption in over_it:
            self.write(caption)
        self._count(rows)
        spots = place_cells([[(slot, slot.row_span, slot.column_span) for slot in row] for row in rows])
        cells: list[Cell] = []
        for spot in spots:
            self._pen.part(CELL_GAP if spot.column else LINE_GAP)
            lines = self._cell_lines(spot.source)
            cells.append(
                Cell(
                    row=spot.row,
                    column=spot.column,
                    row_span=spot.row_span,
                    column_span=spot.column_span,
                    lines=lines,
                    header=spot.source.header,
                )
            )
        self._pen.part(BLOCK_GAP)
        if self._blocks is not None and any(cell.lines for cell in cells):
            self._blocks.append(table_of(cells))

    def _count(self, rows: list[list[Slot]]) -> None:
        self._cells += sum(slot.column_span for row in rows for slot in row)
        if self._cells > self._limits.max_cells:
            raise over(self._name, "the tables have too many cells", self._limits.max_cells, "--max-cells")

    def _cell_lines(self, slot: Slot) -> tuple[Line, ...]:
        lines: list[Line] = []
        for element in slot.elements:
            Writer(self._pen, cell_flow(self._pen, lines), None, self._name, self._limits, self._clock).write(element)
        return tuple(lines)


def _stands_alone(element: etree._Element, tag: str) -> bool:
    """A button that unfolds a part of the page stands over it, unless it is a heading's text."""
    return tag == "button" and not any(heading_level(outer) for outer in element.iterancestors())


def _styled(element: etree._Element, tag: str, outer: Run) -> Run:
    """The style inside an element, over the style around it."""
    link = tag == "a" and (element.get("href") or "").startswith("#")
    if not (is_bold(element) or tag in ITALIC or tag == "sup" or link):
        return outer
    return attrs.evolve(
        outer,
        bold=outer.bold or is_bold(element),
        italic=outer.italic or tag in ITALIC,
        superscript=outer.superscript or tag == "sup",
        inner_link=outer.inner_link or link,
    )
