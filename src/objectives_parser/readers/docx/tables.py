"""Word's tables: rows and cells in their final state, merged cells put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from objectives_parser.readers.archives import attribute, child, local
from objectives_parser.readers.docx.paragraphs import seen_through
from objectives_parser.readers.docx.styles import Styles
from objectives_parser.readers.grid import Spot, disjoint, squeeze
from objectives_parser.readers.unfolding import Part, alone, unfolded

if TYPE_CHECKING:
    from lxml import etree

MAX_SPAN = 1000
HEXADECIMAL = re.compile(r"^[0-9A-Fa-f]{1,8}$")
FIRST_ROW = 0x20
WRAPPERS = frozenset({"customXml", "sdtContent", "ins", "moveTo", "smartTag"})
OFF = frozenset({"0", "false", "off"})


@attrs.frozen(kw_only=True)
class WordCell:
    """A cell and the cells that continue it below; ``only`` are those of its paragraphs that stand between the tables
    inside it, where these are cells of their own."""

    elements: tuple[etree._Element, ...]
    only: tuple[etree._Element, ...] = ()
    header: bool = False
    fill: str | None = None


def children(container: etree._Element, wanted: frozenset[str]) -> Iterator[etree._Element]:
    """The children of these names, content controls and the like seen through."""
    return seen_through(container, wanted, WRAPPERS)


def table_spots(table: etree._Element) -> list[Spot[WordCell]]:
    """A table's cells with their spans, in reading order, and those of the tables inside them."""
    spots = _own_spots(table)
    return spots if holds_flow(spots) else unfolded(spots, _parts)


def _own_spots(table: etree._Element) -> list[Spot[WordCell]]:
    spots: list[Spot[WordCell]] = []
    above: dict[int, int] = {}
    for number, row in enumerate(_rows(table)):
        properties = child(row, "trPr")
        header = _is_on(child(properties, "tblHeader"))
        column = _span(child(properties, "gridBefore"), 0)
        for cell in children(row, frozenset({"tc"})):
            width = _span(child(child(cell, "tcPr"), "gridSpan"), 1)
            merged = _merges(cell, "vMerge")
            if _merges(cell, "hMerge") == "continue" and spots and spots[-1].row == number:
                spots[-1] = _widened(spots[-1], cell, width)
            elif merged == "continue" and column in above:
                spots[above[column]] = _lengthened(spots[above[column]], cell, number)
            else:
                spots.append(_spot(cell, number, column, width, header))
                above.pop(column, None)
                if merged == "restart":
                    above[column] = len(spots) - 1
            column += width
    return disjoint(squeeze(spots))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Rows that a tracked change has not deleted."""
    for row in children(table, frozenset({"tr"})):
        if child(child(row, "trPr"), "del") is None:
            yield row


def _spot(cell: etree._Element, row: int, column: int, width: int, header: bool) -> Spot[WordCell]:
    fill = attribute(child(child(cell, "tcPr"), "shd"), "fill")
    color = f"#{fill.lower()}" if fill and fill.lower() not in ("auto", "ffffff") else None
    source = WordCell(elements=(cell,), header=header, fill=color)
    return Spot(row=row, column=column, row_span=1, column_span=width, source=source)


def _widened(spot: Spot[WordCell], cell: etree._Element, width: int) -> Spot[WordCell]:
    source = attrs.evolve(spot.source, elements=(*spot.source.elements, cell))
    return attrs.evolve(spot, column_span=spot.column_span + width, source=source)


def _lengthened(spot: Spot[WordCell], cell: etree._Element, row: int) -> Spot[WordCell]:
    source = attrs.evolve(spot.source, elements=(*spot.source.elements, cell))
    return attrs.evolve(spot, row_span=row - spot.row + 1, source=source)


def _merges(cell: etree._Element, way: str) -> str | None:
    """``restart`` or ``continue`` for a merged cell; the attribute left out means ``continue``."""
    merge = child(child(cell, "tcPr"), way)
    if merge is None:
        return None
    return "restart" if attribute(merge, "val") == "restart" else "continue"


def _span(element: etree._Element | None, default: int) -> int:
    value = attribute(element, "val") or ""
    return max(min(int(value), MAX_SPAN), default) if value.isdigit() and len(value) < 10 else default


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and attribute(element, "val") not in OFF


def has_styled_head(table: etree._Element, styles: Styles) -> bool:
    """Whether the table's style sets its first row apart and the table has that switched on."""
    properties = child(table, "tblPr")
    look = child(properties, "tblLook")
    bits = attribute(look, "val") or "0"
    on = attribute(look, "firstRow") in ("1", "true") or (HEXADECIMAL.match(bits) and int(bits, 16) & FIRST_ROW)
    return bool(on) and styles.marks_first_row(attribute(child(properties, "tblStyle"), "val"))


def holds_flow(spots: list[Spot[WordCell]]) -> bool:
    """A table that is only a frame: one cell; one column of few cells; two rows or less around a table of its own."""
    columns = {spot.column for spot in spots}
    rows = {spot.row for spot in spots}
    if len(spots) < 2 or (len(columns) == 1 and len(rows) < 3):
        return True
    return len(rows) <= 2 and any(_holds_grid(element) for spot in spots for element in spot.source.elements)


def _holds_grid(cell: etree._Element) -> bool:
    return any(map(_is_grid, children(cell, frozenset({"tbl"}))))


def _is_grid(table: etree._Element) -> bool:
    """At least two rows of at least two cells."""
    rows = [sum(1 for _ in children(row, frozenset({"tc"}))) for row in children(table, frozenset({"tr"}))]
    return sum(1 for count in rows if count > 1) > 1


def _parts(cell: WordCell) -> list[Part[WordCell]]:
    """What stands in a cell that holds tables: their cells, and between them its own paragraphs."""
    if not any(map(_holds_grid, cell.elements)):
        return []
    parts: list[Part[WordCell]] = []
    own: list[etree._Element] = []
    for element in (inner for each in cell.elements for inner in children(each, frozenset({"p", "tbl"}))):
        if local(element) == "p" or not _is_grid(element):
            own.append(element)
        else:
            parts.extend((*_between(cell, own), _own_spots(element)))
            own = []
    return [*parts, *_between(cell, own)]


def _between(cell: WordCell, own: list[etree._Element]) -> list[Part[WordCell]]:
    """The cell of the paragraphs that stand before, between or after the tables of a cell, if they say anything."""
    said = any(text.strip() for element in own for text in element.itertext())
    return [alone(attrs.evolve(cell, only=tuple(own)))] if said else []
