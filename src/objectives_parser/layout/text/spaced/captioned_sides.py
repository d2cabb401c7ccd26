"""A lone caption at the left of the list that it announces, as in the first rows of a form over a table.

Success criteria         Nine ferries of ten leave on time
                         No quay without a lamp
"""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.layout.text.spaced.found import Found
from objectives_parser.layout.text.spaced.rows import Row
from objectives_parser.layout.text.spaced.unmarked import announces

NEAR = 2
MOST_LINES = 30


def captioned_sides(rows: Sequence[Row], offset: int = 0) -> list[Found]:
    """The lists beside their captions among rows of a page; ``offset`` is the place of the first row on its page."""
    found: list[Found] = []
    at = 0
    while at < len(rows):
        last = _last(rows, at)
        if last is not None:
            places = (rows[at].runs[1].low - 0.5,)
            part = tuple(rows[at : last + 1])
            found.append(
                Found(first=offset + at, last=offset + last, head=0, places=places, rows=part, sided=True, lists=True)
            )
        at = last + 1 if last is not None else at + 1
    return found


def _last(rows: Sequence[Row], at: int) -> int | None:
    """The last line of the list beside the caption that begins with a line; None where none does."""
    row = rows[at]
    if len(row.runs) != 2 or not announces(row.runs[0].text) or row.runs[1].text[:1].islower():
        return None
    place = row.runs[1].low
    if at and not row.blanks and not _reaches_over(rows[at - 1], place):
        return None
    last = at
    while (
        last + 1 < min(len(rows), at + MOST_LINES) and rows[last + 1].low >= place - NEAR and rows[last + 1].blanks < 2
    ):
        last += 1
    below = rows[last + 1] if last + 1 < len(rows) else None
    apart = below is None or below.blanks > 0 or _reaches_over(below, place)
    return last if last > at and apart else None


def _reaches_over(row: Row, place: int) -> bool:
    """Whether a line is text over both sides."""
    return len(row.runs) == 1 and row.low < place - NEAR and row.high > place
