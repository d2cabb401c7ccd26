"""Columns that say who and by when in one cell: `Lead and timescale` over `Works, by March 2027`."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.drafts import Context, Passage
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.values import find_dates, is_date_only

_WHEN = regex.compile(
    r"(?:\band\b|/|&|,|\+)\s*(?:by\s+)?(?:target\s+)?(?:when|time ?(?:scale|frame|line|table)s?|deadlines?|"
    r"(?:due |completion |target )?dates?|timing)\W*$",
    regex.IGNORECASE,
)
_OPEN = regex.compile(
    r"(?<![\w-])(?:on-?going|continuous|annual(?:ly)?|monthly|quarterly|termly|immediate)\W*$", regex.IGNORECASE
)


def who_and_when(field: RowField, context: Context) -> tuple[RowField, ...]:
    """The owner and the due date of a cell that says both; any other field as it is."""
    if field.role != "owner" or not _WHEN.search(field.header):
        return (field,)
    parted = _parted(field.passage, context)
    if parted is None:
        return (field,)
    who, when = parted
    parts = [("owner", who)] if who.words else []
    return tuple(
        attrs.evolve(field, role=role, passage=passage, parts=(), lines=(passage.words,))
        for role, passage in (*parts, ("due", when))
    )


def who_then_when(passage: Passage, context: Context) -> tuple[Passage, Passage] | None:
    """`Works; by March 2027` behind `Lead:`, parted at the sign before the date; None where it names only who."""
    parted = _parted(passage, context)
    if parted is None or not parted[0].words:
        return None
    if not is_date_only(parted[1].text) and _OPEN.match(parted[1].text) is None:
        return None
    return parted if parted[0].words[-1].text.endswith((";", ",", "–", "—", "|")) else None


def _parted(passage: Passage, context: Context) -> tuple[Passage, Passage] | None:
    """Who and when; None where the words do not part there."""
    text, words = passage.text, passage.words
    dates = find_dates(text, context.fiscal)
    opened = _OPEN.search(text)
    start = dates[0].lead_start if dates else opened.start() if opened else len(text)
    told = len(text[:start].rstrip("( ").split())
    if len(text.split()) != len(words) or told == len(words):
        return None
    who = Passage(text[:start].rstrip(" ,;:/|(–—-"), words[:told])
    return who, Passage(text[start:].strip(" ,;()"), words[told:])
