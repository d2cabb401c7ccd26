"""Pages of HTML that are but paragraphs one behind the other: converters of pages write each piece of text as a `<p>`,
or as a heading where its letters are large, and put nothing inside one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from objectives_parser.readers.html.elements import tag_of

if TYPE_CHECKING:
    from lxml import etree

# `<div id="page0">`
_PAGE = re.compile(r"page_?-?\d{1,5}")
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_WITHIN = frozenset(("b", "i", "tt", "sup", "sub", "span", "em", "strong", "img", "br", "a", "u", "small", "code"))
_FEWEST = 8
# `open the hall • paint the doors`: a converter that joins the lines of a paragraph joins its items too
_SIGN = re.compile(r"(?<=\S)\s+(?=[•●▪■◦‣▶➢❖◆➔\uf0b7\uf0a7\uf0d8]\s?\S)")
_NUMBER = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.)]\s+(?=[A-Z])")
# `paint the doors Milestones:`
_LABEL = re.compile(r"(?<=[\w.)])\s+(?=[A-Z][a-z]+(?: [a-z]+){0,3}:$)")


def flat_paragraphs(root: etree._Element) -> str | None:
    """The text of pages that hold paragraphs alone, each on a line, with a form feed between two pages; None for pages
    made of anything else."""
    pages = [element for element in root.iter("div") if _PAGE.fullmatch(element.get("id") or "")]
    if not pages or not all(_is_flat(page) for page in pages) or _says_more(root, pages):
        return None
    paragraphs = [[" ".join("".join(map(str, element.itertext())).split()) for element in page] for page in pages]
    if sum(len(page) for page in paragraphs) < _FEWEST:
        return None
    items = _Items()
    return "\f".join("".join(f"{line}\n" for text in page if text for line in items.of(text)) for page in paragraphs)


def _is_flat(page: etree._Element) -> bool:
    return all(
        tag_of(element) in _PARAGRAPHS and all(tag_of(inner) in _WITHIN for inner in element.iterdescendants())
        for element in page
    )


def _says_more(root: etree._Element, pages: list[etree._Element]) -> bool:
    """Whether text stands outside of the paragraphs of the pages."""
    texts = [text for page in pages for text in (page.text, page.tail, *(element.tail for element in page))]
    outer = pages[0].getparent()
    others = [element for element in (outer if outer is not None else ()) if element not in pages]
    above = [element.text for element in pages[0].iterancestors()]
    return bool(others) or any(text and text.strip() for text in (*texts, *above))


class _Items:
    """The items that paragraphs hold in one, and how far the numbered ones have counted."""

    def __init__(self) -> None:
        self._last = 0

    def of(self, text: str) -> Iterator[str]:
        """The paragraph's items, line by line; the paragraph itself where it holds none."""
        parts = _SIGN.split(text)
        for part in parts:
            for item in self._counted(part):
                yield from _LABEL.split(item) if len(parts) > 1 else (item,)

    def _counted(self, text: str) -> Iterator[str]:
        """The text cut before each number that counts on from the last one."""
        begin = 0
        for match in _NUMBER.finditer(text):
            number = int(match.group(1))
            if match.start() and number == self._last + 1:
                yield text[begin : match.start()].rstrip()
                begin = match.start()
            if begin == match.start():
                self._last = number
        yield text[begin:]
