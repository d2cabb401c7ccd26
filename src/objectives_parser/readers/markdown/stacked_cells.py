"""Tables of pipes whose cells end in a pipe each, as converters of web pages write cells of several paragraphs: rows
have no marks of their own, and the header's cells may stand one a line, the rule of dashes under the last.

    Action |
    Lead |
    ---|---|
    Repair the hall
    and its roof |
    Clerk |
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from objectives_parser.layout.ended_rows import RULE, ended_rows, pipes_in

_MOST_HEADER_LINES = 40


def begins_stacked(text: str) -> bool:
    """Whether a line may be the first cell of such a table, or its whole header."""
    return text.rstrip().endswith("|") and not text.lstrip().startswith("|") and not RULE.match(text)


def stacked_rows(texts: Iterator[str]) -> list[int]:
    """How many lines each row of such a table takes, the header's first; the rule is not counted. None where the lines
    do not begin such a table."""
    width = header = closed = 0
    for text in islice(texts, _MOST_HEADER_LINES):
        if RULE.match(text):
            width = text.rstrip(" \t:-").lstrip("|").count("|")
            break
        header += 1
        closed += pipes_in(text)
        if header > 1 and pipes_in(text) > 1:
            return []
    rows = ended_rows(texts, width) if width > 1 and header and closed == width else []
    return [header, *rows] if rows else []
