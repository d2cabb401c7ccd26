"""OpenDocument spreadsheets (.ods) → Document: every visible sheet; a page is a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from objectives_parser.document import Block, Document, Finding
from objectives_parser.readers.archives import Archive, attribute, local
from objectives_parser.readers.composing import PAGE_GAP, Run, Scribe
from objectives_parser.readers.detection import ODS
from objectives_parser.readers.limits import Limits, over
from objectives_parser.readers.opendocument import body_of, properties_of, style_elements
from objectives_parser.readers.opendocument.spans import OdfBreak, span_pieces
from objectives_parser.readers.opendocument.styles import OdfStyle, OdfStyles
from objectives_parser.readers.opendocument.tables import HIDDEN, number_of, rows_of
from objectives_parser.readers.parting import Place, SheetCell
from objectives_parser.readers.sheets import Sheet, hidden_finding, sheet_blocks
from objectives_parser.readers.titles import document_title

if TYPE_CHECKING:
    from lxml import etree

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384


def read(data: bytes, name: str, limits: Limits) -> Document:
    """A spreadsheet → its sheets' headings and tables."""
    archive = Archive(data, name, limits)
    root, body = body_of(archive, "spreadsheet")
    styles = OdfStyles(style_elements(archive, root))
    tables = [element for element in body if local(element) == "table"]
    if len(tables) > limits.max_pages:
        raise over(name, f"{len(tables)} sheets", limits.max_pages, "--max-pages")
    scribe = Scribe()
    blocks: list[Block] = []
    findings: list[Finding] = []
    cells_left = limits.max_cells
    for number, table in enumerate(tables, 1):
        title = attribute(table, "name") or f"Sheet{number}"
        if not styles.at("table", attribute(table, "style-name")).shown:
            message = f"The hidden sheet {title} was left out."
            findings.append(Finding(code="hidden-sheet", message=message, pages=(number,)))
            continue
        sheet = _Reader(styles, cells_left, name, limits).sheet(table, title, number)
        cells_left -= len(sheet.cells)
        hidden = hidden_finding(sheet)
        findings.extend([hidden] if hidden else [])
        scribe.part(PAGE_GAP)
        blocks.extend(sheet_blocks(sheet, scribe))
    properties = properties_of(archive)
    return Document(
        name=name,
        media_type=ODS,
        text=scribe.text,
        page_count=len(tables),
        blocks=tuple(blocks),
        title=document_title(properties.get("title")),
        properties=properties,
        findings=tuple(findings),
    )


class _Reader:
    """Reads one sheet's rows, repeated ones as often as they say something."""

    def __init__(self, styles: OdfStyles, cells_left: int, name: str, limits: Limits) -> None:
        self._styles = styles
        self._cells_left = cells_left
        self._name = name
        self._limits = limits
        self._cells: dict[Place, SheetCell] = {}
        self._merges: dict[Place, Place] = {}

    def sheet(self, table: etree._Element, title: str, number: int) -> Sheet:
        """The sheet with all that it says."""
        hidden_rows: set[int] = set()
        row = 0
        for element, _ in rows_of(table):
            repeated = number_of(element, "number-rows-repeated", MAX_ROW)
            says = self._row(element, row)
            for again in range(1, repeated if says else 1):
                self._row(element, row + again)
            if attribute(element, "visibility") in HIDDEN:
                hidden_rows.update(range(row, row + (repeated if says else 1)))
            row += repeated
        return Sheet(
            name=title,
            number=number,
            cells=self._cells,
            merges=self._merges,
            hidden_rows=frozenset(hidden_rows),
            hidden_columns=frozenset(_hidden_columns(table)),
        )

    def _row(self, element: etree._Element, row: int) -> bool:
        """A row's cells; whether any of them says something."""
        column = 0
        says = False
        for cell in element:
            if local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            repeated = number_of(cell, "number-columns-repeated", MAX_COLUMN)
            read = self._cell(cell) if local(cell) == "table-cell" else None
            for at in range(column, column + repeated) if read else ():
                self._put(cell, read, row, at)
            says = says or read is not None
            column += repeated
        return says

    def _put(self, element: etree._Element, cell: SheetCell | None, row: int, column: int) -> None:
        if cell is None:
            return
        if len(self._cells) >= self._cells_left:
            raise over(self._name, "the sheets have too many cells", self._limits.max_cells, "--max-cells")
        self._cells[row, column] = cell
        rows, columns = number_of(element, "number-rows-spanned", MAX_ROW), number_of(element, "number-columns-spanned")
        if rows > 1 or columns > 1:
            self._merges[row, column] = (row + rows - 1, column + columns - 1)

    def _cell(self, element: etree._Element) -> SheetCell | None:
        """What a cell prints; a date as an ISO date, unless it prints no day."""
        style = self._styles.at("table-cell", attribute(element, "style-name"))
        paragraphs = [inner for inner in element if local(inner) == "p"]
        lines: list[tuple[Run, ...]] = []
        for paragraph in paragraphs:
            lines.extend(_lines(paragraph, style, self._styles))
        date = (attribute(element, "date-value") or "")[:10]
        shown = " ".join(run.text for line in lines for run in line)
        if date and sum(sign.isdigit() for sign in shown) > 4:
            lines = [(Run(text=date, bold=style.bold),)]
        if not any(run.text.strip() for line in lines for run in line):
            return None
        return SheetCell(lines=tuple(lines), fill=style.fill)


def _lines(paragraph: etree._Element, style: OdfStyle, styles: OdfStyles) -> Iterator[tuple[Run, ...]]:
    line: list[Run] = []
    for piece in span_pieces(paragraph, style, styles):
        if isinstance(piece, OdfBreak):
            yield tuple(line)
            line = []
        elif isinstance(piece, Run):
            line.append(piece)
    yield tuple(line)


def _hidden_columns(table: etree._Element) -> Iterator[int]:
    column = 0
    stack = list(reversed(table))
    while stack:
        element = stack.pop()
        if local(element) == "table-column":
            repeated = number_of(element, "number-columns-repeated", MAX_COLUMN)
            if attribute(element, "visibility") in HIDDEN:
                yield from range(column, min(column + repeated, MAX_COLUMN))
            column += repeated
        elif local(element) in ("table-columns", "table-header-columns", "table-column-group"):
            stack.extend(reversed(element))
