"""Both PDF readers find the same words, order apart, on the pages of every real plan at hand, or the reason is named.

PDFium gives what a font's tables say, pdfplumber what the content says; they divide a line into words in ways of
their own. Where the letters are the same and only a word's end is not, a page may have a few such words.

pdfplumber takes a quarter of an hour for all the pages, so that only the one in the middle of each file is read unless
`pytest tests/test_readers_agree.py --every-page` asks for all.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import pytest

from objectives_parser.document import Page, Word
from objectives_parser.readers import Limits, PdfReader
from objectives_parser.readers.pdf import read

BOTH: tuple[PdfReader, ...] = ("pdfium", "pdfplumber")
SHARED = Path(__file__).parent.parent.parent / "shared"
PLANS = sorted((*(SHARED / "truth" / "dev").glob("*/*.pdf"), *(SHARED / "plans").glob("*/*.pdf")))
# Raised and lowered signs (`CO2`, `13th`), a blank as narrow as none, a mark glued to its word.
DIVIDED_OTHERWISE = 6
LEADERS = re.compile(r"\.{3,}")

# file, page → why other letters are read, or more words than usual are divided otherwise
REASONS = {
    ("agriculture-agriculture-improving-customer-experience-at-usda.pdf", 5): "blanks narrower than pdfplumber's limit",
    ("nsf-nsf-expand-public-and-private-partnerships.pdf", 3): "letters of three points set wide: `He ad` to PDFium",
    ("lexington-ky-mitigation-primary-cap-2012.pdf", 20): "pdfplumber drops letters of a line drawn in pieces",
    ("new-orleans.pdf", 5): "small capitals whose letters the two fonts' tables case differently",
    ("new-orleans.pdf", 8): "the same, and a ligature that has no character in PDFium's table",
}


@pytest.mark.skipif(not PLANS, reason="the shared documents are not beside the project")
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_both_readers_find_the_same_words(path: Path, pytestconfig: pytest.Config) -> None:
    data, skipped = path.read_bytes(), 0
    if not pytestconfig.getoption("--every-page"):
        data, skipped = middle_page(data)
    one, other = (read(data, path.name, Limits(max_seconds=3600), reader=reader) for reader in BOTH)
    pages = zip(one.pages, other.pages, strict=True)
    odd = [skipped + page.number for page, its in pages if _differ(page, its)]
    known = [number for name, number in REASONS if name == path.name]
    assert odd == [number for number in known if skipped < number <= skipped + len(one.pages)]


def middle_page(data: bytes) -> tuple[bytes, int]:
    """The PDF with the page in its middle alone, and how many pages stand before it."""
    source, target = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    middle = len(source) // 2
    target.import_pages(source, [middle])
    buffer = io.BytesIO()
    target.save(buffer)
    return buffer.getvalue(), middle


def _differ(page: Page, other: Page) -> bool:
    mine, theirs = _words(page.words), _words(other.words)
    left, right = mine - theirs, theirs - mine
    return _letters(left) != _letters(right) or min(left.total(), right.total()) > DIVIDED_OTHERWISE


def _words(words: Iterable[Word]) -> Counter[str]:
    """The words of a page, how often; a contents page's dots are none."""
    return Counter(part.strip(".") for word in words for part in LEADERS.split(word.text) if part.strip("."))


def _letters(words: Counter[str]) -> list[str]:
    return sorted("".join(words.elements()))
