"""Scanned pages with a text layer: a picture fills the page, and a recognizer laid invisible words over it (`3 Tr`).

Plans on paper come so from Acrobat ("searchable image"), ABBYY and Tesseract. The words are the page's text; rulings,
shaded areas and bold letters are in the picture alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import attrs

from objectives_parser.document import BBox
from objectives_parser.readers.dots import dotted
from objectives_parser.readers.printed import PrintedPage
from objectives_parser.readers.scans import settled
from objectives_parser.readers.shades import emboldened, height, looks, shaded
from objectives_parser.readers.traces import traced

if TYPE_CHECKING:
    from PIL.Image import Image

FILLS = 0.7  # of the page that a scan's picture takes
MOSTLY = 0.7  # of the words that are invisible


def is_scan(page: PrintedPage) -> bool:
    """Whether a picture fills the page and its words are invisible and level."""
    if not page.prints or _largest(page.images) < FILLS * page.width * page.height:
        return False
    return sum(item.style.invisible and not item.style.angle for item in page.prints) >= MOSTLY * len(page.prints)


def _largest(images: Iterable[BBox]) -> float:
    return max(((x1 - x0) * (bottom - top) for x0, top, x1, bottom in images), default=0.0)


def as_printed(page: PrintedPage, picture: Image | None) -> PrintedPage:
    """A scanned page as if it had been printed to the file, with what its picture shows, if there is one."""
    if picture is None:
        return attrs.evolve(page, prints=settled(page.prints), scanned=True)
    prints = dotted(picture, settled(page.prints, partial(height, picture)))
    shown = looks(picture, prints)
    return attrs.evolve(
        page,
        prints=emboldened(prints, shown),
        rulings=(*page.rulings, *traced(picture)),
        fills=(*page.fills, *shaded(picture, prints, shown)),
        scanned=True,
    )
