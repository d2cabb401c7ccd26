"""Tables of pipes with a cell a line, as converters of web pages write cells of several paragraphs: every cell ends in
a pipe and a line end, the rule of dashes stands under the last cell of the header, and rows have no marks of their own.

    Action |
    Lead |
    ---|---|
    Repair the hall
    and its roof |
    Clerk |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_RULE = re.compile(r"\|?(?:[ \t]*:?-{3,}:?[ \t]*\|){2,}[ \t:-]*$")
_PIPE = re.compile(r"(?<!\\)\|")
_MOST_HEADER_LINES, _MOST_ROW_LINES = 40, 80


def begins_stacked(text: str) -> bool:
    """Whether a line may be the first cell of such a table."""
    return text.count("|") == 1 and text.rstrip().endswith("|")


def stacked_rows(texts: Iterator[str]) -> list[int]:
    """How many lines each row of a table with a cell a line takes, the header's first; the rule is not counted. None
    where the lines do not begin such a table."""
    width = header = closed = 0
    for text in islice(texts, _MOST_HEADER_LINES):
        if _RULE.match(text):
            width = text.rstrip(" \t:-").lstrip("|").count("|")
            break
        header += 1
        closed += len(_PIPE.findall(text))
    rows = _rows(texts, width) if width > 1 and header > 1 and closed == width else []
    return [header, *rows] if rows else []


def _rows(texts: Iterator[str], width: int) -> list[int]:
    """How many lines each of the rows takes that follow a rule."""
    rows: list[int] = []
    lines = cells = 0
    for text in texts:
        if _RULE.match(text):
            return rows if lines else rows[:-1]  # what was read last is the header of the next table
        if (not lines and (not text.strip() or text.startswith("#"))) or lines > _MOST_ROW_LINES:
            break
        lines += 1
        cells += len(_PIPE.findall(text))
        if cells > width:
            break
        if cells == width:
            rows.append(lines)
            lines = cells = 0
    return rows
