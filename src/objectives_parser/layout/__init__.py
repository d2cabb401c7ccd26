"""Words → blocks: for the formats that have no structure of their own (PDF, plain text)."""

from __future__ import annotations

import attrs

from objectives_parser.document import Document

# Files whose tables may be a converter's; the reader of Markdown has told the ends of lines itself.
_WRITTEN = frozenset(
    (
        "text/html",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text",
    )
)
_CONVERTED = frozenset(("text/plain", "text/markdown", "text/html", "text/csv"))


def lay_out(document: Document) -> Document:
    """The document with its blocks, every word in exactly one; unchanged if it has blocks already, but for what a
    converter ran together."""
    from objectives_parser.layout.stuck import with_labels_parted

    if document.blocks is not None and document.media_type in _WRITTEN:
        from objectives_parser.layout.wrapped_cells import unwrapped

        document = attrs.evolve(document, blocks=tuple(unwrapped(document.blocks)))
    document = _with_stacks(with_labels_parted(document))
    if document.media_type in _CONVERTED:
        from objectives_parser.layout.lost_bullets import with_items_parted
        from objectives_parser.layout.seams import with_seams_cut
        from objectives_parser.layout.sliced_cells import with_slices_joined

        document = with_items_parted(with_slices_joined(document))
        return with_seams_cut(document if document.blocks is not None else _laid_out(document))
    return document if document.blocks is not None else _laid_out(document)


def _with_stacks(document: Document) -> Document:
    """A document that came with blocks, stacks of labels and what they name as tables."""
    if document.blocks is None:
        return document
    from objectives_parser.layout.outlined_items import with_outlined_items
    from objectives_parser.layout.stacked_records import with_stacked_records

    document = with_outlined_items(document)
    if document.blocks is None:
        return document
    return attrs.evolve(document, blocks=tuple(with_stacked_records(document.blocks)))


def _laid_out(document: Document) -> Document:
    if document.media_type != "application/pdf":
        from objectives_parser.layout.text import lay_out_text

        return lay_out_text(document)
    from objectives_parser.layout.pages import page_blocks

    return attrs.evolve(document, blocks=tuple(page_blocks(document.pages)))
