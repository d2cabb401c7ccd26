"""Each page with what the parser saw drawn on it: words, rulings, cells and records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from objectives_parser.document import BBox, Cell, Document, Page, Table, block_words, displayed, union
from objectives_parser.records import Place, Plan, Record

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

SCALE = 1.5
COLOURS = {"objective": "#c62828", "measure": "#2e7d32", "milestone": "#8e24aa", "action": "#1565c0"}
WORD, RULING, CELL, BLOCK = "#bdbdbd", "#ff9800", "#00acc1", "#9e9d24"


def draw_page(picture: Image, page: Page, document: Document, plan: Plan) -> Image:
    """The page's picture, drawn upon: words grey, rulings orange, cells cyan with row and column, other blocks olive
    with their kind, and the records that stand on it in their kind's colour, with their ids."""
    from PIL.ImageDraw import Draw

    pen = Draw(picture)
    for word in page.words:
        _box(pen, _shown(word.bbox, page), WORD)
    for ruling in page.rulings:
        _line(pen, displayed((ruling.x0, ruling.top, ruling.x1, ruling.bottom), page))
    for cell in _cells(page, document):
        _box(pen, _shown(cell.bbox, page), CELL, f"{cell.row + 1}:{cell.column + 1}", width=2)
    for name, bbox in _blocks(page, document):
        _box(pen, _shown(bbox, page), BLOCK, name)
    for record, place in _places(page, plan):
        _box(pen, place.bbox, COLOURS[record.kind], record.id, width=3)
    return picture


def draw(pictures: Iterator[Image], document: Document, plan: Plan, folder: Path) -> None:
    """Write a PNG for each page: ``plan.pdf-003.png``."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {page.number: page for page in document.pages}
    for number, picture in enumerate(pictures, 1):
        if number in pages:
            draw_page(picture, pages[number], document, plan).save(folder / f"{document.name}-{number:03}.png")


def _shown(bbox: BBox | None, page: Page) -> BBox | None:
    """A box as it is displayed, also on a page that was turned to be read."""
    return None if bbox is None else displayed(bbox, page)


def _cells(page: Page, document: Document) -> Iterator[Cell]:
    for block in document.blocks or ():
        if isinstance(block, Table):
            yield from (cell for cell in block.cells if cell.page == page.number)


def _blocks(page: Page, document: Document) -> Iterator[tuple[str, BBox | None]]:
    for block in document.blocks or ():
        if not isinstance(block, Table):
            yield type(block).__name__, union(word.bbox for word in block_words(block) if word.page == page.number)


def _places(page: Page, plan: Plan) -> Iterator[tuple[Record, Place]]:
    for record in plan.records:
        yield from ((record, place) for place in record.where if place.page == page.number)


def _box(pen: ImageDraw, bbox: BBox | None, colour: str, name: str = "", width: int = 1) -> None:
    if bbox is None:
        return
    x0, top, x1, bottom = (side * SCALE for side in bbox)
    pen.rectangle((min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom)), outline=colour, width=width)
    if name:
        pen.text((x0 + 2, top - 10), name, fill=colour)


def _line(pen: ImageDraw, ends: BBox) -> None:
    pen.line([side * SCALE for side in ends], fill=RULING, width=2)
