"""Columns that say who and by when in one cell: `Lead and timescale` over `Works, by March 2027`."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.drafts import Context, Passage
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.values import find_dates

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
    text, words = field.passage.text, field.passage.words
    dates = find_dates(text, context.fiscal)
    opened = _OPEN.search(text)
    start = dates[0].lead_start if dates else opened.start() if opened else len(text)
    told = len(text[:start].rstrip("( ").split())
    if len(text.split()) != len(words) or told == len(words):
        return (field,)
    who = Passage(text[:start].rstrip(" ,;:/|(–—-"), words[:told])
    when = Passage(text[start:].strip(" ,;()"), words[told:])
    parts = [("owner", who)] if told else []
    return tuple(
        attrs.evolve(field, role=role, passage=passage, parts=(), lines=(passage.words,))
        for role, passage in (*parts, ("due", when))
    )
