"""The tables of an OpenDocument text: rows, repeated cells, spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from objectives_parser.readers.archives import attribute, local
from objectives_parser.readers.grid import Spot, disjoint, squeeze
from objectives_parser.readers.opendocument.styles import OdfStyles
from objectives_parser.readers.unfolding import Part, alone, unfolded

if TYPE_CHECKING:
    from lxml import etree

ROW_WRAPPERS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
MAX_SPAN = 1000
HIDDEN = frozenset({"collapse", "filter"})


@attrs.frozen(kw_only=True)
class OdfCell:
    """A cell of the source; ``only`` are those of its paragraphs and lists that stand between the tables inside it,
    where these are cells of their own."""

    element: etree._Element
    only: tuple[etree._Element, ...] = ()
    header: bool = False
    fill: str | None = None


def rows_of(table: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table, and whether each is a header row."""
    stack = [(element, False) for element in reversed(table)]
    while stack:
        element, header = stack.pop()
        if local(element) == "table-row":
            yield element, header
        elif local(element) in ROW_WRAPPERS:
            head = header or local(element) == "table-header-rows"
            stack.extend((inner, head) for inner in reversed(element))


def number_of(element: etree._Element, name: str, most: int = MAX_SPAN) -> int:
    """A count of columns or rows that an attribute states, 1 where it states none."""
    text = attribute(element, name) or ""
    return max(1, min(int(text), most)) if text.isdigit() and len(text) < 10 else 1


def table_spots(table: etree._Element, styles: OdfStyles, most: int) -> list[Spot[OdfCell]]:
    """A table's cells with their spans and those of the tables inside them, ``most`` cells at most."""
    spots = own_spots(table, styles, most)
    return spots if holds_flow(spots) else unfolded(spots, lambda cell: _parts(cell, styles, most))


def own_spots(table: etree._Element, styles: OdfStyles, most: int) -> list[Spot[OdfCell]]:
    """A table's own cells with their spans, ``most`` cells at most."""
    spots: list[Spot[OdfCell]] = []
    for number, (row, header) in enumerate(rows_of(table)):
        column = 0
        for element in row:
            name = local(element)
            if name not in ("table-cell", "covered-table-cell"):
                continue
            repeated = number_of(element, "number-columns-repeated")
            if name == "table-cell":
                for offset in range(repeated):
                    spots.append(_spot(element, number, column + offset, header, styles))
            column += repeated
            if len(spots) >= most:
                return spots
    return disjoint(squeeze(spots))


def _spot(element: etree._Element, row: int, column: int, header: bool, styles: OdfStyles) -> Spot[OdfCell]:
    fill = styles.at("table-cell", attribute(element, "style-name")).fill
    return Spot(
        row=row,
        column=column,
        row_span=number_of(element, "number-rows-spanned"),
        column_span=number_of(element, "number-columns-spanned"),
        source=OdfCell(element=element, header=header, fill=fill),
    )


def holds_flow(spots: list[Spot[OdfCell]]) -> bool:
    """A table that is only a frame: one cell, one column of few cells, or two rows or less around another table."""
    columns = {spot.column for spot in spots}
    rows = {spot.row for spot in spots}
    if len(spots) < 2 or (len(columns) == 1 and len(rows) < 3):
        return True
    return len(rows) <= 2 and any(_holds_grid(spot.source.element) for spot in spots)


def _holds_grid(cell: etree._Element) -> bool:
    return any(_is_grid(table) for table in cell if local(table) == "table")


def _is_grid(table: etree._Element) -> bool:
    """At least two rows of at least two cells."""
    widths = [sum(1 for inner in row if local(inner) == "table-cell") for row, _ in rows_of(table)]
    return sum(1 for width in widths if width > 1) > 1


def _parts(cell: OdfCell, styles: OdfStyles, most: int) -> list[Part[OdfCell]]:
    """What stands in a cell that holds tables: their cells, and between them its own paragraphs."""
    if not _holds_grid(cell.element):
        return []
    parts: list[Part[OdfCell]] = []
    own: list[etree._Element] = []
    for element in cell.element:
        if local(element) == "table" and _is_grid(element):
            parts.extend((*_between(cell, own), own_spots(element, styles, most)))
            own = []
        else:
            own.append(element)
    return [*parts, *_between(cell, own)]


def _between(cell: OdfCell, own: list[etree._Element]) -> list[Part[OdfCell]]:
    """The cell of the paragraphs that stand before, between or after the tables of a cell, if they say anything."""
    said = any(text.strip() for element in own for text in element.itertext())
    return [alone(attrs.evolve(cell, only=tuple(own)))] if said else []
