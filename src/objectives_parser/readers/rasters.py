"""PDF pages as pictures, for the debugging eye."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from objectives_parser.readers.pdfium.alone import ALONE

if TYPE_CHECKING:
    from PIL.Image import Image


def page_pictures(data: bytes, *, scale: float, password: str | None = None) -> Iterator[Image]:
    """Each page as it is printed, ``scale`` pixels for a point, turned and cropped as its words' boxes are."""
    import pypdfium2

    with ALONE:
        document = pypdfium2.PdfDocument(data, password=password)
        count = len(document)
    try:
        for number in range(count):
            with ALONE:
                page = document[number]
                picture = page.render(scale=scale).to_pil().convert("RGB")
                page.close()
            yield picture
    finally:
        with ALONE:
            document.close()
