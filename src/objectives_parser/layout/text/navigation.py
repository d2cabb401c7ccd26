"""Lines of web pages that lead elsewhere, as copies of their text keep them: `Skip to main content`, `Next page …`."""

from __future__ import annotations

from objectives_parser import late as regex

_FIRST = frozenset(
    (
        "skip",
        "back",
        "return",
        "next",
        "previous",
        "read",
        "click",
        "start",
        "share",
        "print",
        "go",
        "^",
        "top",
        "download",
        "loading...",
        "toggle",
        "menu",
    )
)
_NAVIGATES = regex.compile(
    r"(?:skip (?:to|links)\b.*"
    r"|(?:\^ ?)?(?:(?:back|return|go) )?to (?:(?:the )?top|table of contents)(?: of (?:the )?page)?"
    r"|(?:back|return|go) to (?:table of contents|top|home|homepage|all news|search)\b.*|top of page"
    r"|(?:next|previous) page\b.*|read (?:more|the full \w+)\b.*|click (?:here|on|the)\b.*|start your search.*"
    r"|share this\b.*|share (?:on|via)\b.*|print(?: this)? page|download (?:the|this|our|a) (?:pdf|file|full)\b.*"
    r"|loading\.\.\.|toggle (?:menu|navigation).*|menu)[.!»>→]?",
    regex.IGNORECASE,
)
_MOST_CHARACTERS = 90


def navigates(text: str) -> bool:
    """Whether a line by itself leads a reader elsewhere."""
    text = text.lstrip("0123456789 ")  # `79 Back to Table of Contents`: behind the number of the page
    first = text.split(" ", 1)[0].casefold()
    return first in _FIRST and len(text) <= _MOST_CHARACTERS and _NAVIGATES.fullmatch(text) is not None
