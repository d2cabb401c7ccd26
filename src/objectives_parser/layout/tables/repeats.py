"""Heads printed again under a heading: where one table ends and the next, of the same make, begins."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from operator import or_
from typing import TypeAlias

from objectives_parser.document import Word
from objectives_parser.layout.tables.gutters import LOOSE, runs_of
from objectives_parser.layout.tables.lines import box_of

MOST_LINES = 3
"""Lines in a heading between two tables."""
LARGER = 1.1  # times the type of the rows
LEAST_HEADS = 2
LEAST_NAMES, MOST_HEADS = 3, 8
BESIDE = 0.25
YEAR = re.compile(r"(?:(?:19|20)\d\d(?:[-–/]\d{2,4})?|[#№])$")
"""A year over its figures, a sign over the numbers of the rows."""

Row: TypeAlias = Sequence[Word]
Style: TypeAlias = tuple[bool, int, str | None]
"""How a line is set: all bold, its size, its colour."""


def new_beginnings(rows: Sequence[Row]) -> list[int]:
    """Lines from top to bottom → the numbers of those that begin a heading with a head already printed right under it.

    Plans print one small table for each priority, all with the same head ("Action | Lead | Deadline"); the heading
    between them belongs to neither. Where each table has widths of its own, a name of the head may wrap in one and not
    in the other.
    """
    seen: set[tuple[str, ...]] = set()
    heads: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    found: list[int] = []
    usual: Style | None = None
    for index, row in enumerate(rows):
        texts = tuple([word.text for word in row])
        names = _names(row) if len(texts) >= LEAST_HEADS else ()
        if (texts in seen or _is_one_of(names, heads)) and _is_head(row):
            usual = usual or _usual_style(rows)
            begin = _heading_over(rows, index, usual)
            if begin < index:
                found.append(begin)
        if len(texts) >= LEAST_HEADS:
            seen.add(texts)
        if names:
            heads[_key(names)].append(names)
    return found


def _names(row: Row) -> tuple[str, ...]:
    """The texts of a line of three runs and more that all begin with a capital and hold no figures; else none."""
    if not row[0].text[0].isupper() or len(row) < LEAST_NAMES:
        return ()
    runs = runs_of(row, LOOSE)
    if len(runs) < LEAST_NAMES or not all(run.words[0].text[0].isupper() for run in runs):
        return ()
    names = tuple([" ".join([word.text for word in run.words]) for run in runs])
    return () if any(map(str.isdigit, "".join(names))) else names


def _key(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([name.partition(" ")[0] for name in names])


def _is_one_of(names: tuple[str, ...], heads: Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]) -> bool:
    """Whether a line prints the names of a head again, up to where they wrap in one of the two."""
    return bool(names) and any(
        all(one.startswith(other) or other.startswith(one) for one, other in zip(names, head, strict=True))
        for head in heads.get(_key(names), ())[:MOST_HEADS]
    )


def titles_between(rows: Sequence[Row]) -> list[int]:
    """The numbers of lines that begin a title in larger type than the lines above and below, which stand in columns
    (`Objective B: …` between rows of two cells): a table ends over it."""
    found: list[int] = []
    for index in range(1, len(rows) - 1):
        row, above, below = rows[index], rows[index - 1], rows[index + 1]
        if not all([word.bold for word in row]):
            continue
        if len(runs_of(row, LOOSE)) != 1 or min(len(runs_of(above, LOOSE)), len(runs_of(below, LOOSE))) < LEAST_HEADS:
            continue
        size = min(word.size or 0 for word in row)
        if size > LARGER * max(word.size or 0 for word in (*above, *below)):
            found.append(index)
    return found


def _is_head(row: Row) -> bool:
    """Do texts with letters, or years or a sign beside one, stand in two columns at least?"""
    runs = runs_of(row, LOOSE)
    named = [any(c.isalpha() for word in run.words for c in word.text) for run in runs]
    years = [all(YEAR.match(word.text) for word in run.words) for run in runs]
    return len(runs) >= LEAST_HEADS and any(named) and all(map(or_, named, years))


def _heading_over(rows: Sequence[Row], head: int, usual: Style) -> int:
    """The first line of the heading right over a head; the head itself if there is none.

    A heading is set unlike the table's text, and its lines are set alike. A line beside the head's own lines (one
    name in the middle between two lines of the other names) is of the head.
    """
    top = head
    while top > 0 and stands_beside(rows[top - 1], rows[top]):
        top -= 1
    begin = top
    while begin > 0 and top - begin < MOST_LINES and len(runs_of(rows[begin - 1], LOOSE)) == 1:
        style = _style(rows[begin - 1])
        if style == usual or (begin < top and style != _style(rows[begin])):
            break
        begin -= 1
    return begin if begin < top else head


def stands_beside(upper: Row, lower: Row) -> bool:
    """Whether two lines share a good part of their height."""
    top, bottom = min(box_of(word)[1] for word in lower), max(box_of(word)[3] for word in upper)
    height = bottom - min(box_of(word)[1] for word in upper)
    return bottom - top > BESIDE * height


def _style(row: Row) -> Style:
    return (all(word.bold for word in row), round(max(word.size or 0 for word in row)), row[0].color)


def _usual_style(rows: Sequence[Row]) -> Style:
    return Counter(_style(row) for row in rows).most_common(1)[0][0]
