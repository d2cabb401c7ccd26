"""Pages of HTML whose lines all say where they stand, as converters of pages write them: the text laid out as on the
page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from objectives_parser.document import Document
from objectives_parser.readers.html.placed.laying import Laid, lay
from objectives_parser.readers.html.placed.pieces import read_pieces
from objectives_parser.readers.limits import Clock, Limits, over

if TYPE_CHECKING:
    from lxml import etree

FEWEST = 8
MOSTLY = 4
"""For each letter that stands elsewhere."""
MOST_PIECES = 5_000
"""On one page: no print holds more, and columns are looked for among all of them."""


def may_place(source: str) -> bool:
    """Whether a source names places at all; most pages do not, and are not looked at twice."""
    return "left:" in source or "LEFT:" in source


def placed_document(root: etree._Element, name: str, limits: Limits) -> Document | None:
    """The document of a page most of which stands in lines that are placed one by one; None for other pages."""
    laid = placed_text(root, name, limits)
    if laid is None:
        return None
    from objectives_parser.readers import text

    document = text.read(laid.text.encode(), name)
    boxes = {word.start: laid.box(word) for page in document.pages for word in page.words}
    printed = {start: box for start, box in boxes.items() if box is not None}
    return attrs.evolve(document, page_count=laid.text.count("\f"), printed=printed)


def placed_text(root: etree._Element, name: str, limits: Limits) -> Laid | None:
    """The lines as a text that is laid out as they stand."""
    told = read_pieces(root, Clock(name, limits))
    count = sum(len(sheet.pieces) for sheet in told.sheets)
    if count < FEWEST or told.placed <= MOSTLY * told.loose:
        return None
    if any(len(sheet.pieces) > MOST_PIECES for sheet in told.sheets):
        return None
    if len(told.sheets) > limits.max_pages:
        raise over(name, f"{len(told.sheets)} pages", limits.max_pages, "--max-pages")
    laid = lay(told.sheets, limits.max_expanded_bytes)
    if laid is None:
        raise over(name, "its lines stand too far apart", limits.max_expanded_bytes, "--max-expanded-bytes")
    return laid
