"""Word (.docx) → Document: the final text of the body, then its notes; heads and feet are furniture.

Read from the file's own XML (ECMA-376), both in its transitional and its strict form.
"""

from __future__ import annotations

from collections.abc import Iterator

from objectives_parser.document import Block, Document
from objectives_parser.errors import Damaged
from objectives_parser.readers.archives import REMEDY, Archive, attribute, child, core_properties, local
from objectives_parser.readers.composing import BLOCK_GAP, Scribe
from objectives_parser.readers.detection import DOCX
from objectives_parser.readers.docx.body import Body
from objectives_parser.readers.docx.lists import Lists
from objectives_parser.readers.docx.styles import Styles
from objectives_parser.readers.flow import Manner
from objectives_parser.readers.headings import promote
from objectives_parser.readers.limits import Limits
from objectives_parser.readers.run_together import parted
from objectives_parser.readers.titles import document_title
from objectives_parser.readers.typed import typed_items

MAIN = "word/document.xml"
NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def read(data: bytes, name: str, limits: Limits) -> Document:
    """A Word file → its blocks. Tracked changes are taken, hidden text is left out."""
    archive = Archive(data, name, limits)
    main = _main_part(archive)
    related = archive.related(main)
    scribe = Scribe()
    root = archive.tree(main)
    body = child(root, "body")
    if body is None:
        raise Damaged(name=name, reason="the Word file has no body", remedy=REMEDY)
    parts = {kind: part for kind, part in related.values()}
    styles = Styles(archive.tree_or_none(parts.get("styles", "word/styles.xml")))
    lists = Lists(archive.tree_or_none(parts.get("numbering", "word/numbering.xml")))
    writer = Body(scribe, styles, lists, name, limits)
    blocks = list(_running(archive, writer, related, "header"))
    blocks.extend(promote(parted(typed_items(writer.story(body)))))
    for kind, note in NOTES.items():
        blocks.extend(_notes(archive, writer, scribe, parts.get(kind), note))
    blocks.extend(_running(archive, writer, related, "footer"))
    properties = core_properties(archive)
    return Document(
        name=name,
        media_type=DOCX,
        text=scribe.text,
        blocks=tuple(blocks),
        title=document_title(properties.get("title")),
        properties=properties,
    )


def _main_part(archive: Archive) -> str:
    """The part that the package calls its document."""
    for kind, part in archive.related("").values():
        if kind == "officeDocument" and archive.has(part):
            return part
    return MAIN


def _running(archive: Archive, body: Body, related: dict[str, tuple[str, str]], kind: str) -> Iterator[Block]:
    """Heads or feet, each wording once: a file has one for first, even and odd pages of each section."""
    seen: set[str] = set()
    for part in sorted({part for found, part in related.values() if found == kind}):
        root = archive.tree_or_none(part)
        words = " ".join("".join(map(str, root.itertext())).split()) if root is not None else ""
        if root is not None and words and words not in seen:
            seen.add(words)
            yield from body.aside(root, Manner(role="furniture", kind=kind))


def _notes(archive: Archive, body: Body, scribe: Scribe, part: str | None, kind: str) -> Iterator[Block]:
    """The notes at the end of the text, each after its number; the lines that part notes from text say nothing."""
    root = archive.tree_or_none(part)
    for note in root if root is not None else ():
        if local(note) in ("footnote", "endnote") and attribute(note, "type") in (None, "normal"):
            scribe.part(BLOCK_GAP)
            blocks = body.aside(note, Manner(role="furniture", kind=kind, marker=attribute(note, "id") or ""))
            yield from blocks
