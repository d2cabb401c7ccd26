"""PDF pages as pictures, for the debugging eye."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


def page_pictures(data: bytes, *, scale: float, password: str | None = None) -> Iterator[Image]:
    """Each page as it is printed, ``scale`` pixels for a point, turned and cropped as its words' boxes are."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data, password=password)
    try:
        for number in range(len(document)):
            page = document[number]
            yield page.render(scale=scale).to_pil().convert("RGB")
            page.close()
    finally:
        document.close()
