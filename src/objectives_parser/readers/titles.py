"""Titles that a file carries in its properties, and those that say nothing."""

from __future__ import annotations

import re

# "Microsoft Word - plan final v3.doc", "Document1", "plan.docx": names that programs give
EMPTY_TITLE = re.compile(
    r"^(?:microsoft \w+ - .*|.*\.(?:docx?|xlsx?|od[ts]|pdf|html?)"
    r"|(?:document|dokument|untitled|book|workbook|sheet|presentation)\s*\d*)$",
    re.IGNORECASE,
)


def document_title(title: str | None) -> str | None:
    """The title, unless it only names a file or a program."""
    cleaned = " ".join((title or "").split())
    return None if not cleaned or EMPTY_TITLE.match(cleaned) else cleaned
