"""PDF files into Documents of pages, by PDFium or, as a second opinion, by pdfplumber."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from objectives_parser.document import Document, Finding, displayed
from objectives_parser.errors import Damaged
from objectives_parser.readers.limits import Limits, over
from objectives_parser.readers.printed import PrintedPage, compose
from objectives_parser.readers.upright import upright

if TYPE_CHECKING:
    from objectives_parser.readers import PdfReader

MEDIA_TYPE = "application/pdf"
LARGEST_SIDE = 14_400.0  # points: the largest page that the PDF specification foresees
UNMAPPED_SHARE = 0.3
UNKNOWN = "\ufffd"
MANY_SIGNS = 20  # different ones on a page: as letters are, and no ticks


def read(
    data: bytes,
    name: str,
    limits: Limits | None = None,
    *,
    password: str | None = None,
    reader: PdfReader = "pdfium",
) -> Document:
    """The file's pages with words and drawings. Raises Damaged, Encrypted or OverLimit."""
    bounds = limits or Limits()
    if reader == "pdfplumber":
        from objectives_parser.readers import plumber

        return plumber.read(data, name, bounds, password=password)
    return _by_pdfium(data, name, bounds, password)


def _by_pdfium(data: bytes, name: str, limits: Limits, password: str | None) -> Document:
    from objectives_parser.readers import pdfium

    with pdfium.opened(data, name, password) as file:
        count = checked_count(file.page_count, name, limits)
        pages = in_time(map(file.page, range(1, count + 1)), name, limits)
        return document_of(name, pages, file.properties())


def checked_count(count: int, name: str, limits: Limits) -> int:
    """The number of pages, if there are any and not too many."""
    if count <= 0:
        remedy = "Download it again, or print it to a new PDF in a viewer that still shows its pages."
        raise Damaged(name=name, reason="the PDF has no page that can be read", remedy=remedy)
    if count > limits.max_pages:
        raise over(name, f"{count} pages", limits.max_pages, "--max-pages")
    return count


def in_time(pages: Iterable[PrintedPage | None], name: str, limits: Limits) -> Iterator[PrintedPage | None]:
    """The pages as they come, as long as there is time."""
    end = time.monotonic() + limits.max_seconds
    for page in pages:
        if time.monotonic() > end:
            raise over(name, "reading takes longer", f"{limits.max_seconds:g} seconds", "--max-seconds")
        yield page


def document_of(name: str, printed: Iterable[PrintedPage | None], properties: dict[str, str]) -> Document:
    """The document of the pages that could be read (``None`` stands for one that could not). What a page's reader left
    is let go before the next page is read."""
    odd = Oddities()
    text, pages = compose(odd.readable(printed))
    turned = any(page.turn for page in pages)
    return Document(
        name=name,
        media_type=MEDIA_TYPE,
        text=text,
        page_count=odd.seen,
        pages=pages,
        title=properties.get("title"),
        properties=properties,
        findings=tuple(odd.findings()),
        printed={word.start: displayed(word.bbox, page) for page in pages for word in page.words if word.bbox}
        if turned
        else {},
    )


def _kept(page: PrintedPage, unmapped: float) -> PrintedPage:
    """A page without signs that have no character, and without all words of such a font if most words are in it."""
    if not unmapped:
        return page
    whole = unmapped > UNMAPPED_SHARE
    unnamed = whole and not any(p.style.unmapped for p in page.prints)
    kept = (
        p
        for p in page.prints
        if not (p.style.unmapped or (unnamed and p.style.font is None)) or not (whole or not p.text.strip(UNKNOWN))
    )
    return attrs.evolve(page, prints=tuple(kept))


def _unmapped(page: PrintedPage) -> float:
    """The share of a page's words whose font does not say which characters its glyphs are."""
    styles = {item[2] for item in page.prints}
    if any(style.unmapped for style in styles):
        return sum(p.style.unmapped for p in page.prints) / len(page.prints)
    return _signs(page) if any(style.font is None for style in styles) else 0.0


def _signs(page: PrintedPage) -> float:
    """The share of a page's words that are nothing but signs, where many signs stand for letters: those of a font
    without a name, whose glyphs were numbered as they came. Ticks and arrows are few."""
    signs = [p.text for p in page.prints if p.style.font is None and not any(map(str.isalnum, p.text))]
    return len(signs) / len(page.prints) if len(set("".join(signs))) >= MANY_SIGNS else 0.0


@attrs.define
class Oddities:
    """What is odd about the pages of one document, noted as they pass; each list has numbers of pages."""

    seen: int = 0
    broken: list[int] = attrs.field(factory=list)
    blank: list[int] = attrs.field(factory=list)
    pictures: list[int] = attrs.field(factory=list)
    unmapped: list[int] = attrs.field(factory=list)
    crowded: list[int] = attrs.field(factory=list)
    scanned: list[int] = attrs.field(factory=list)
    named: list[int] = attrs.field(factory=list)
    absurd: list[int] = attrs.field(factory=list)

    def readable(self, printed: Iterable[PrintedPage | None]) -> Iterator[PrintedPage]:
        """The pages that could be read, without what has no characters."""
        for page in printed:
            self.seen += 1
            if page is None:
                self.broken.append(self.seen)
                continue
            page = upright(page)
            share = _unmapped(page)
            self._note(page, share)
            yield _kept(page, share)

    def _note(self, page: PrintedPage, unmapped: float) -> None:
        if not page.prints:
            (self.pictures if page.images else self.blank).append(page.number)
        if unmapped > UNMAPPED_SHARE:
            self.unmapped.append(page.number)
        if page.scanned:
            self.scanned.append(page.number)
        if page.named:
            self.named.append(page.number)
        if page.crowded:
            self.crowded.append(page.number)
        if not 1 <= min(page.width, page.height) <= max(page.width, page.height) <= LARGEST_SIDE:
            self.absurd.append(page.number)

    def findings(self) -> Iterator[Finding]:
        """One finding a kind."""
        alone = self.seen - len(self.broken) == 1
        broken, empty, unmapped = (
            tuple(self.broken),
            (*self.pictures, *(self.blank if alone else ())),
            tuple(self.unmapped),
        )
        crowded, absurd, scanned = tuple(self.crowded), tuple(self.absurd), tuple(self.scanned)
        if broken:
            yield Finding(code="unreadable-page", message=f"{_named(broken)} cannot be read.", pages=broken)
        if empty:
            message = f"{_named(empty)} without a text layer (a scan); run OCR on the file, then parse it again."
            yield Finding(code="no-text-layer", message=message, pages=empty)
        if unmapped:
            remedy = "run OCR on the file, or try --reader pdfplumber."
            message = f"{_named(unmapped)} in a font without a map to characters; {remedy}"
            yield Finding(code="unmapped-font", message=message, pages=unmapped)
        if self.named:
            message = f"{_named(tuple(self.named))} in a font without a map to characters; they were told by the order "
            message += "of its glyphs: compare the words with the page."
            yield Finding(code="glyph-order", message=message, pages=tuple(self.named))
        if scanned:
            message = (
                f"{_named(scanned)} as a picture with words that OCR read; letters, figures and cells may be wrong."
            )
            yield Finding(code="ocr-text-layer", message=message, pages=scanned)
        if crowded:
            message = f"{_named(crowded)} with more drawings than are read; rules may be missing."
            yield Finding(code="too-many-drawings", message=message, pages=crowded)
        if absurd:
            yield Finding(code="absurd-page-size", message=f"{_named(absurd)} of a size no paper has.", pages=absurd)


def _named(pages: tuple[int, ...]) -> str:
    """``Page 3`` or ``Pages 3, 4 and 12 more``."""
    if len(pages) == 1:
        return f"Page {pages[0]}"
    shown = ", ".join(str(n) for n in pages[:8])
    return f"Pages {shown}" + (f" and {len(pages) - 8} more" if len(pages) > 8 else "")
