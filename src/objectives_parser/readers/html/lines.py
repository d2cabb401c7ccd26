"""Pages of HTML that are but printed lines: converters of pages end each with a `<br/>` and mark nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from objectives_parser.readers.html.elements import BLOCKS, tag_of

if TYPE_CHECKING:
    from lxml import etree

_LEAST_LINES = 8
_MOSTLY = 5
_NO_BREAK_SPACE = "\u00a0"


def printed_lines(root: etree._Element) -> str | None:
    """The text of a page whose body is lines ended by `<br/>`, with a form feed for each rule between pages; None for
    pages made of anything else."""
    body = next((element for element in root.iter() if tag_of(element) == "body"), None)
    if body is None:
        return None
    tags = [tag_of(element) for element in body]
    blocks = sum(tag in BLOCKS and tag != "hr" for tag in tags)
    if tags.count("br") < _LEAST_LINES or blocks * _MOSTLY > tags.count("br"):
        return None
    lines = (line.strip(" ").replace(_NO_BREAK_SPACE, " ").rstrip(" ") for line in "".join(_said(body)).split("\n"))
    return "\n".join(lines).strip("\n ")


def _said(body: etree._Element) -> Iterator[str]:
    yield _plain(body.text)
    for element in body:
        tag = tag_of(element)
        if tag == "br":
            yield "\n"
        elif tag == "hr":
            yield "\f"
        else:
            yield _plain("".join(map(str, element.itertext())))
            yield "\n" if tag in BLOCKS else ""
        yield _plain(element.tail)


def _plain(text: str | None) -> str:
    """The text on one line: only elements end lines."""
    joined = " ".join((text or "").split("\n"))
    return joined if joined.strip() else ""
