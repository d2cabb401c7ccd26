"""Cells over several rows or columns, which tables of pipes have no signs for: most converters of web pages write the
rows beside such a cell with the cells that are theirs alone, from the left.

    | Action           | Deliverable    | By        | Who   |
    |---|---|---|---|
    | Found a library  | Rent a house   | May 2027  | Clerk |
    | Buy books        | June 2027      | Clerk     |       |

What a row's cells hold tells by how many columns they have moved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, TypeAlias

from objectives_parser.roles.words import word_list

Content: TypeAlias = Literal["date", "figure", "lettered", "text", ""]

_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b|\b(?:19|20)\d\d\b|\bQ[1-4]\b|\bFY\s?\d"
    r"|\b(?:ongoing|annual(?:ly)?|quarterly|monthly|weekly|immediate(?:ly)?|(?:short|medium|long)[- ]term)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[$£€<>≤≥~+-]{0,2}\s?\d[\d,.\s]*(?:%|[kKmM]|\w{1,8})?")
_LETTERED = re.compile(r"(?:\([a-zA-Z\d]{1,3}\)|[a-z\d]{1,3}\)|[ivx]{1,4}[.)]|\d{1,2}\.\d{1,2}[.)]?)\s+\S")
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[.):]?\)?")
_COUNTS = word_list("row-numbers")
_LONGEST_DATE, _LONGEST_DATES = 6, 16
_SURE: frozenset[Content] = frozenset(("date", "figure", "lettered"))
_LEAST_FULL_ROWS = 1
_LEAST_CELLS = 2  # a lone first cell titles the rows below


def moved_rows(rows: Sequence[Sequence[str]], header_rows: int, width: int) -> dict[int, int]:
    """The rows whose cells stand too far left, and by how many columns, told by the dates, figures and letters that
    full rows have in those columns and by words that stand there too."""
    found: dict[int, int] = {}
    filled = [_filled(row) for row in rows]
    full = [row for row, count in zip(rows[header_rows:], filled[header_rows:], strict=True) if count == width]
    if width < 3 or len(full) < _LEAST_FULL_ROWS:
        return found
    profile = [_profile([row[column] for row in full]) for column in range(width)]
    if not any(content in _SURE for content, _ in profile):
        return found
    for number, row in enumerate(rows):
        short = width - filled[number]
        if number < header_rows or filled[number] < _LEAST_CELLS or not short:
            continue
        cells = row[: filled[number]]
        # by as many columns as it lacks, or by fewer where cells right of its own went over several rows too
        there, step = max((_fit(cells, profile, step), step) for step in range(1, short + 1))
        if there > max(_fit(row, profile, 0), 0):
            found[number] = step
    return found


def header_lacks_number(rows: Sequence[Sequence[str]], header_rows: int, width: int) -> bool:
    """Whether the first header cell went over the column of the rows' numbers too: `Action` over `13.` and what it
    numbers."""
    if not header_rows or width < 3 or _filled(rows[0]) != width - 1 or rows[0][0].strip().casefold() in _COUNTS:
        return False
    full = [row for row in rows[header_rows:] if _filled(row) == width]
    return bool(full) and all(_NUMBER.fullmatch(row[0].strip()) for row in full)


def _filled(row: Sequence[str]) -> int:
    """How many cells there are up to the last that says anything; 0 where the first is empty."""
    if not row or not row[0].strip():
        return 0
    return max(number for number, text in enumerate(row, 1) if text.strip())


def _profile(texts: Sequence[str]) -> tuple[Content, frozenset[str]]:
    """What a column mostly holds, and the short texts in it."""
    contents = Counter(_content(text) for text in texts if text.strip())
    most = contents.most_common(1)[0][0] if contents else ""
    return most, frozenset(text.strip() for text in texts if 0 < len(text.split()) <= _LONGEST_DATE)


def _content(text: str) -> Content:
    plain = text.strip()
    if _LETTERED.match(plain):
        return "lettered"
    if _FIGURE.fullmatch(plain) and not _DATE.search(plain):
        return "figure"
    if is_dated(plain):
        return "date"
    return "text" if plain else ""


def is_dated(text: str) -> bool:
    """`May 2027`, `Decided in May 2027 and in May 2028`: few words around a date, or dates for a third of them."""
    count = len(text.split())
    if count <= _LONGEST_DATE:
        return _DATE.search(text) is not None
    return count <= _LONGEST_DATES and 3 * len(_DATE.findall(text)) >= count


def _fit(row: Sequence[str], profile: Sequence[tuple[Content, frozenset[str]]], moved: int) -> int:
    """How well cells suit the columns that they come to stand in."""
    fit = 0
    for text, (most, known) in zip(row, profile[moved:], strict=False):
        content = _content(text)
        if not content:
            continue
        if content in _SURE or most in _SURE:
            fit += 2 if content == most else -2
        fit += text.strip() in known
    return fit
