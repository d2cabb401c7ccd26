"""OpenDocument (.odt, .ods): what texts and spreadsheets share. Read from the files' own XML (ISO/IEC 26300)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from objectives_parser.errors import Damaged
from objectives_parser.readers.archives import REMEDY, Archive, child, core_properties, local

if TYPE_CHECKING:
    from lxml import etree

CONTENT, STYLES, META = "content.xml", "styles.xml", "meta.xml"


def body_of(archive: Archive, kind: str) -> tuple[etree._Element, etree._Element]:
    """The content's root and the body of this kind (``text``, ``spreadsheet``) in it. Raises Damaged."""
    root = archive.tree(CONTENT)
    body = child(child(root, "body"), kind)
    if body is None:
        raise Damaged(name=archive.name, reason=f"the file has no {kind}", remedy=REMEDY)
    return root, body


def style_elements(archive: Archive, root: etree._Element) -> list[etree._Element]:
    """The styles of the file, the general ones first, so that those of the content win."""
    shared = archive.tree_or_none(STYLES)
    groups = [child(shared, "styles"), child(shared, "automatic-styles"), child(root, "automatic-styles")]
    return [element for group in groups if group is not None for element in group]


def properties_of(archive: Archive) -> dict[str, str]:
    """Title, creator and the like."""
    meta = archive.tree_or_none(META)
    found: dict[str, str] = {}
    for entry in child(meta, "meta") if child(meta, "meta") is not None else ():  # type: ignore[union-attr]
        text = " ".join((entry.text or "").split())
        if text and local(entry) in ("title", "creator", "subject", "description", "keyword", "date", "language"):
            found.setdefault(local(entry), text)
    return found or core_properties(archive)
