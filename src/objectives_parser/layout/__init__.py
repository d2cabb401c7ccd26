"""Words → blocks: for the formats that have no structure of their own (PDF, plain text)."""

from __future__ import annotations

import attrs

from objectives_parser.document import Document


def lay_out(document: Document) -> Document:
    """The document with its blocks, every word in exactly one; unchanged if it has blocks already."""
    if document.blocks is not None:
        return document
    if document.media_type != "application/pdf":
        from objectives_parser.layout.text import lay_out_text

        return lay_out_text(document)
    from objectives_parser.layout.pages import page_blocks

    return attrs.evolve(document, blocks=tuple(page_blocks(document.pages)))
