"""HTML → Document: parsed by lxml, laid out by its elements; what a browser hides is left out, no link is followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from objectives_parser.document import Block, Document, Finding
from objectives_parser.readers.composing import Pen, Scribe
from objectives_parser.readers.flow import page_flow
from objectives_parser.readers.headings import promote, without_repeats
from objectives_parser.readers.html.elements import XHTML, title_of, unfold
from objectives_parser.readers.html.flat import flat_paragraphs
from objectives_parser.readers.html.lines import printed_lines
from objectives_parser.readers.html.outlines import drop_outline
from objectives_parser.readers.html.placed import may_place, placed_document
from objectives_parser.readers.html.writing import Writer
from objectives_parser.readers.limits import Limits
from objectives_parser.readers.run_together import parted
from objectives_parser.readers.typed import typed_items

if TYPE_CHECKING:
    from lxml import etree

TOO_DEEP = "Excessive depth"
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
TAG = re.compile(r"<[^<>]{0,2000}>")


def read(data: bytes, name: str, limits: Limits) -> Document:
    """An HTML file → its blocks; ``title`` is what its head says."""
    source, findings = _decoded(data)
    root = parse(source)
    if root is None:
        root = parse(f"<pre>{TAG.sub(chr(10), source)}</pre>")
        findings = (
            *findings,
            Finding(code="nesting", message="The elements are nested too deeply; only text was read."),
        )
    if root is not None and drop_outline(root):
        findings = (*findings, Finding(code="outline", message="The outline behind the pages was not read again."))
    placed = placed_document(root, name, limits) if root is not None and may_place(source) else None
    if placed is not None:
        return attrs.evolve(placed, media_type=XHTML, findings=findings)
    lines = None if root is None else printed_lines(root) or flat_paragraphs(root)
    if lines is not None:
        from objectives_parser.readers import text

        printed = text.read(lines.encode(), name)
        return attrs.evolve(printed, media_type=XHTML, findings=findings, page_count=None)
    scribe = Scribe()
    blocks = [] if root is None else write(root, scribe, name, limits)
    return Document(
        name=name,
        media_type=XHTML,
        text=scribe.text,
        blocks=promote(parted(typed_items(without_repeats(blocks)))),
        title=None if root is None else title_of(root),
        findings=findings,
    )


def parse(source: str) -> etree._Element | None:
    """Markup, however broken, → its tree; None where it is nested too deeply for any browser.

    Nothing outside the text is ever loaded: no entities of its own, no DTD, no network.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(source.replace("\0", "").encode("utf-8", "replace") or b"<p/>", parser)
    except etree.LxmlError:
        return None
    if root is None or any(TOO_DEEP in entry.message for entry in parser.error_log):
        return None
    unfold(root)
    return root


def write(root: etree._Element, pen: Pen, name: str, limits: Limits) -> list[Block]:
    """The tree's blocks in the order of the source."""
    blocks: list[Block] = []
    writer = Writer(pen, page_flow(pen, blocks), blocks, name, limits)
    writer.write(root)
    return blocks


def _decoded(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """UTF-8 where the bytes are that; else what the file says of itself; else what the text reader finds."""
    from objectives_parser.readers.text import decode

    declared = CHARSET.search(data[:4096])
    decoded = decode(data)
    if declared and decoded.encoding == "cp1252":
        try:
            return data.decode(declared.group(1).decode("ascii")), ()
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded.text, decoded.findings
