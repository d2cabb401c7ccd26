"""PDF pages through PDFium's raw interface: 500 pages a second where a character-by-character reader makes 20."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from objectives_parser.errors import Damaged, Encrypted, ReadError
from objectives_parser.readers.pdfium.alone import ALONE
from objectives_parser.readers.pdfium.drawings import Drawings
from objectives_parser.readers.pdfium.pictures import grey_picture
from objectives_parser.readers.pdfium.views import page_view
from objectives_parser.readers.pdfium.words import page_prints
from objectives_parser.readers.printed import PrintedPage
from objectives_parser.readers.scanned import as_printed, is_scan
from objectives_parser.readers.traces import SCALE

PASSWORD = 4
PAGES_A_TIME = 100


class OpenFile:
    """A PDF while it is open in PDFium. It is opened anew every so many pages: what PDFium keeps of the pages that it
    has loaded (fonts, objects) grew to 50 MB in 500 pages. A page is closed when the next is open, which mostly has the
    same fonts: PDFium drops a font with the last page that is set in it, and to read it again from the file took a
    fifth of the time that pages take to load."""

    def __init__(self, data: bytes, name: str, password: str | None) -> None:
        self._data, self._name, self._password = data, name, password
        self._loaded = 0
        self._page: Any = None
        with ALONE:
            self._document = self._open()
            self.page_count = int(pdfium.FPDF_GetPageCount(self._document))

    def _open(self) -> Any:
        secret = self._password.encode("utf-8") if self._password else None
        document = pdfium.FPDF_LoadMemDocument64(self._data, len(self._data), secret)
        if not document:
            raise _refusal(self._name, self._password)
        return document

    def close(self) -> None:
        """Lets PDFium's memory go; the file cannot be read any more."""
        with ALONE:
            self._close()

    def _close(self) -> None:
        self._turn_to(None)
        pdfium.FPDF_CloseDocument(self._document)

    def _turn_to(self, page: Any) -> None:
        """Close the page that was open."""
        if self._page:
            pdfium.FPDF_ClosePage(self._page)
        self._page = page

    def page(self, number: int) -> PrintedPage | None:
        """One page, counted from 1; None if PDFium cannot load it."""
        with ALONE:
            if self._loaded == PAGES_A_TIME:
                self._close()
                self._document, self._loaded = self._open(), 0
            self._loaded += 1
            self._turn_to(pdfium.FPDF_LoadPage(self._document, number - 1))
            return _read_page(self._page, number) if self._page else None

    def properties(self) -> dict[str, str]:
        """What the file says of itself: title, author, subject, keywords, dates."""
        with ALONE:
            return _properties(self._document)


@contextmanager
def opened(data: bytes, name: str, password: str | None) -> Iterator[OpenFile]:
    """The PDF, open in PDFium and closed at the end. Raises ``Encrypted`` or ``Damaged``."""
    file = OpenFile(data, name, password)
    try:
        yield file
    finally:
        file.close()


def _refusal(name: str, password: str | None) -> ReadError:
    if pdfium.FPDF_GetLastError() == PASSWORD:
        reason = "the password is wrong" if password else "the PDF is encrypted"
        return Encrypted(name=name, reason=reason, remedy="Give its password with --password.")
    return Damaged(
        name=name,
        reason="the PDF is damaged beyond repair or cut off",
        remedy="Download it again, or print it to a new PDF in a PDF viewer that still opens it.",
    )


def _read_page(page: Any, number: int) -> PrintedPage:
    """What is printed and drawn on a page."""
    view = page_view(page)
    drawings = Drawings(page, view)
    prints, named = page_prints(page, view, drawings.text_orders if drawings.lids else None)
    printed = PrintedPage(
        number=number,
        width=view.width,
        height=view.height,
        prints=prints,
        named=named,
        rulings=tuple(drawings.ink.rulings),
        fills=tuple(drawings.ink.fills),
        images=tuple(drawings.images),
        marks=tuple(drawings.ink.marks),
        covers=tuple(drawings.ink.covers),
        lids=tuple(drawings.lids),
        crowded=drawings.crowded,
    )
    if not is_scan(printed):
        return printed
    return as_printed(printed, grey_picture(page, view.width, view.height, SCALE))


def _properties(document: Any) -> dict[str, str]:
    import ctypes

    found = {}
    for key in ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"):
        length = pdfium.FPDF_GetMetaText(document, key.encode(), None, 0)
        if length <= 2:
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDF_GetMetaText(document, key.encode(), buffer, length)
        value = buffer.raw[: length - 2].decode("utf-16-le", "replace").strip("\x00 \t\r\n")
        if value:
            found[key.lower()] = value
    return found
