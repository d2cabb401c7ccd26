"""The document's text, the one that every ``start`` and ``end`` index."""

from __future__ import annotations

from objectives_parser.document import Document


def emit(document: Document, number: int | None) -> str:
    """The text exactly as it is, so that its slices can be checked against a plan's places."""
    return document.text
