"""OpenDocument texts (.odt) → Document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from objectives_parser.document import Block, Document
from objectives_parser.readers.archives import Archive, child, local
from objectives_parser.readers.composing import Scribe
from objectives_parser.readers.detection import ODT
from objectives_parser.readers.flow import Manner
from objectives_parser.readers.headings import promote
from objectives_parser.readers.limits import Limits
from objectives_parser.readers.opendocument import STYLES, body_of, properties_of, style_elements
from objectives_parser.readers.opendocument.styles import OdfStyles
from objectives_parser.readers.opendocument.writing import OdfWriter
from objectives_parser.readers.run_together import parted
from objectives_parser.readers.titles import document_title
from objectives_parser.readers.typed import typed_items

if TYPE_CHECKING:
    from lxml import etree


def read(data: bytes, name: str, limits: Limits) -> Document:
    """A text → its blocks. Text that a tracked change deleted is left out; heads and feet are furniture."""
    archive = Archive(data, name, limits)
    root, body = body_of(archive, "text")
    styles = OdfStyles(style_elements(archive, root))
    scribe = Scribe()
    writer = OdfWriter(scribe, styles, name, limits)
    blocks = list(_running(archive, writer, "header"))
    blocks.extend(promote(parted(typed_items(writer.story(body)))))
    for note in writer.notes:
        blocks.extend(_note(note, writer))
    blocks.extend(_running(archive, writer, "footer"))
    properties = properties_of(archive)
    return Document(
        name=name,
        media_type=ODT,
        text=scribe.text,
        blocks=tuple(blocks),
        title=document_title(properties.get("title")),
        properties=properties,
    )


def _note(note: etree._Element, writer: OdfWriter) -> Iterator[Block]:
    citation, body = child(note, "note-citation"), child(note, "note-body")
    if body is not None:
        marker = (citation.text or "").strip() if citation is not None else ""
        yield from writer.aside(body, Manner(role="furniture", kind="footnote", marker=marker))


def _running(archive: Archive, writer: OdfWriter, kind: str) -> Iterator[Block]:
    """Heads or feet of the page styles, each wording once."""
    styles = archive.tree_or_none(STYLES)
    masters = child(styles, "master-styles")
    seen: set[str] = set()
    for page in masters if masters is not None else ():
        for element in page:
            words = " ".join("".join(map(str, element.itertext())).split())
            if local(element).startswith(kind) and words and words not in seen:
                seen.add(words)
                yield from writer.aside(element, Manner(role="furniture", kind=kind))
