"""Headings that part a document and group nothing: `Results framework`, `Annex II: …`, `Action Plan 2026/27`."""

from __future__ import annotations

import functools

from objectives_parser import late as regex
from objectives_parser.roles.words import word_list

_WORD = regex.compile(r"[^\W\d_]{2,}")
# "Annex 2: Policy actions", "Appendix C", "Attachment A"
_ANNEX = regex.compile(r"(?:annex|appendix|attachment)\b", regex.IGNORECASE)
_BEGINS_ANNEX = regex.compile(
    r"(?:annex|appendix|attachment)\s+(?:\p{Lu}|\d{1,2}|[IVX]{1,4})\s*(?:[:.–—-]\s|$)", regex.IGNORECASE
)
_LONGEST_TITLE = 14  # words
# "2021 Action Plan", "Council plan 2021–25", "Results matrix": what the document is
_WHOLE = regex.compile(
    r"\b(?:plan|framework|matrix|logframe)(?:[\s(]+(?:FY ?)?\d{2,4}(?:\s?[-–—/]\s?\d{2,4})?\)?)?$", regex.IGNORECASE
)
_ASIDE = regex.compile(r"\s+[-–—]\s+.*$|\s*\([^()]*\)$")
_TOPICAL = 4


@functools.cache
def _common() -> frozenset[str]:
    return word_list("parts-of-plans")


def names_part(text: str) -> bool:
    """Whether a heading only names a part of the document, or the document."""
    bare = _ASIDE.sub("", text.strip(" :."))
    annexed = not bare or _ANNEX.match(bare) is not None
    return annexed or (_WHOLE.search(bare) is not None and len(bare.split()) <= _TOPICAL) or names_kinds(text)


def names_kinds(text: str) -> bool:
    """Whether a text only says of what kinds statements are, and of which part or time of a plan."""
    words = _WORD.findall(text.casefold())
    return bool(words) and _common().issuperset(words)


def begins_annex(text: str) -> bool:
    """Whether a line is the title of an annex: `Annex 1: Results framework`, and no sentence that speaks of one."""
    named = text[:1] in "Aa" and len(text.split()) <= _LONGEST_TITLE and not text.endswith(".")
    return named and _BEGINS_ANNEX.match(text) is not None
