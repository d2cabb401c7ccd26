"""Tables without a header: short cells at the left name or number what stands beside them.

Aim                  Everyone reads by the age of seven.
What we will do      Open a library in each of the four
                     quarters
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from objectives_parser.document import Word
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.found import Found
from objectives_parser.layout.text.spaced.rivers import parted, rivers
from objectives_parser.layout.text.spaced.rows import Row, Run, is_marker, x0, x1
from objectives_parser.roles import printed_label

LEAST_ROWS = 3
NUMBERED = re.compile(r"(\d{1,2})[.)]\s")
MANY = 4
INDENT = 4
"""How far text stands in behind its bullet."""
CANDIDATES = 3
LONGEST_NAME = 8
"""Words of most cells at the left, unless numbers stand at their heads."""
ALIGNED, NAMED = 0.75, 0.6
WIDEST = 0.56
"""Of the table's width, that of its left column."""
FULLER = 1.5
"""How much more the right side says than the left one."""
MOST_HEAD, LONGEST_HEAD = 2, 4
APART = 3
"""Empty lines over a line at the left alone that is none of the table's."""


def side_tables(rows: Sequence[Row], offset: int = 0) -> list[Found]:
    """The tables among rows of a page that have no header; ``offset`` is the place of the first row on its page."""
    if sum(len(row.runs) > 1 for row in rows) < LEAST_ROWS:
        return []
    for place in _places(rows):
        tables = sorted(part for part in _regions(rows, place) if _is_table(rows[part[0] : part[1] + 1], place))
        if not tables:
            continue
        found: list[Found] = []
        at = 0
        for first, last in tables:  # all of that place at once: a text without pages may have thousands
            found += [*side_tables(rows[at:first], offset + at), _found(rows, first, last, place, offset)]
            at = last + 1
        return [*found, *side_tables(rows[at:], offset + at)]
    return []


def _places(rows: Sequence[Row]) -> list[int]:
    """Where most cells begin that stand beside others, the place with the most of them first."""
    counts = Counter(row.runs[1].low for row in rows if len(row.runs) > 1)
    near = {low: sum(counts[low + off] for off in (-1, 0, 1)) for low in counts}
    order = sorted(near, key=lambda low: (-near[low], -counts[low], low))
    found: list[int] = []
    for low in order:
        first = min(other for other in counts if low - INDENT <= other <= low)
        if near[low] >= LEAST_ROWS and all(abs(first - other) > 2 for other in found):
            found.append(first)
    return found[:CANDIDATES]


def _regions(rows: Sequence[Row], place: int) -> Iterator[tuple[int, int]]:
    """The ranges of lines that no run reaches over the place in, the longest first."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    over = _crossing(rows, place)
    for at, crosses in enumerate([*over, True]):
        ends = crosses or (_is_lone(rows[at], place) and rows[at].blanks >= APART)
        if ends and start is not None:
            found.append((start, at - 1))
            start = None
        if not crosses and start is None:
            start = at
    trimmed = (_trimmed(rows, first, last, place) for first, last in found)
    yield from sorted((part for part in trimmed if part[1] > part[0]), key=lambda part: part[0] - part[1])


def _trimmed(rows: Sequence[Row], first: int, last: int, place: int) -> tuple[int, int]:
    """The range without the lines at its ends that stand at the left alone, and without what stands over it apart."""
    while first <= last and _is_lone(rows[first], place):
        first += 1
    begun = next((at for at in range(first, last + 1) if rows[at].low < place - 1), last + 1)
    single = (at for at in range(begun, first, -1) if at <= last and rows[at].blanks and len(rows[at - 1].runs) == 1)
    first = next((at for at in single if not _is_parted(rows[first:at])), first)
    while (
        first < last and len(rows[first].runs) == 1 and len(rows[first + 1].runs) > 1 and rows[first + 1].low >= place
    ):
        first += 1  # a title over the names of the columns
    while last >= first and _is_lone(rows[last], place):
        last -= 1
    return first, last


def _is_parted(rows: Sequence[Row]) -> bool:
    """Whether the last lines that no empty line parts stand in columns."""
    start = next((at for at in range(len(rows) - 1, -1, -1) if rows[at].blanks), 0)
    return any(len(row.runs) > 1 for row in rows[start:])


def _is_lone(row: Row, place: int) -> bool:
    return row.high <= place - 1


def _crossing(rows: Sequence[Row], place: int) -> list[bool]:
    """For each line whether a run reaches over the place. Where a word begins there, the left cell fills its column,
    but not beside a line of text over both."""
    over = [next((run for run in row.runs if run.low < place - 1 and run.high > place), None) for row in rows]
    for_sure = [run is not None and not _meets(run, place) for run in over]
    beside = [run is None and row.high > place for run, row in zip(over, rows, strict=True)]
    found: list[bool] = []
    for at, (run, sure) in enumerate(zip(over, for_sure, strict=True)):
        above = at > 0 and not rows[at].blanks
        below = at + 1 < len(rows) and not rows[at + 1].blanks
        near = [*([at - 1] if above else []), *([at + 1] if below else [])]
        alone = not any(beside[other] for other in near) or any(for_sure[other] for other in near)
        found.append(sure or (run is not None and alone))
    return found


def _meets(run: Run, place: int) -> bool:
    return any(abs(x0(b) - place) <= 1 and x1(a) < x0(b) for a, b in pairwise(run.words))


def _found(rows: Sequence[Row], first: int, last: int, place: int, offset: int) -> Found:
    part = rows[first : last + 1]
    places = [at for at in rivers(part) if at > place - 3] or [place - 0.5]
    if abs(places[0] - place) > 3:
        places = [place - 0.5, *places]
    head = _head(part, places) if len(places) > 1 else 0
    where = offset + first, offset + last
    return Found(first=where[0], last=where[1], head=head, places=tuple(places), rows=tuple(part), sided=True)


def _head(rows: Sequence[Row], places: Sequence[float]) -> int:
    """How many lines name the columns: short cells in several, above the first cell at the left."""
    head = next(at for at, row in enumerate(rows) if row.low < places[0] or (at and row.blanks))
    cells = [len(words) for row in rows[:head] for words in parted(row.words, places)[1:] if words]
    return head if head <= MOST_HEAD and len(cells) > 1 and max(cells) <= LONGEST_HEAD else 0


def _is_table(rows: Sequence[Row], place: int) -> bool:
    low, high = min(row.low for row in rows), max(row.high for row in rows)
    if place - low > WIDEST * (high - low):
        return False
    sides = [parted(row.words, [place - 0.5]) for row in rows]
    left = [" ".join(word.text for word in side[0]) for side in sides]
    right = [" ".join(word.text for word in side[1]) for side in sides]
    if sum(map(len, right)) < FULLER * sum(map(len, left)):
        return False
    starts = [at for at in range(len(rows)) if left[at] and _starts(rows, left, right, at)]
    starts = [at for at in starts if right[at] or not rows[at].blanks]  # titles inside the table
    if len(starts) < LEAST_ROWS or not any(not text for text in left):
        return False
    aligned = sum(bool(right[at]) and not right[at][0].islower() for at in starts)
    if aligned < ALIGNED * len(starts) or _counts_on(right):
        return False
    return _are_names([left[a:b] for a, b in pairwise([*starts, len(rows)])], [sides[at][0] for at in starts])


def _counts_on(texts: Sequence[str]) -> bool:
    """Whether one numbered list goes through the right side from top to bottom: no cell ends in it."""
    numbers = [int(match[1]) for text in texts if (match := NUMBERED.match(text)) is not None]
    return len(numbers) > MANY and all(b - a == 1 for a, b in pairwise(numbers))


def _starts(rows: Sequence[Row], left: Sequence[str], right: Sequence[str], at: int) -> bool:
    """Whether a cell at the left begins with the line."""
    if not at or not left[at - 1] or rows[at].blanks:
        return True
    return left[at][0].isupper() and bool(right[at]) and not right[at][0].islower() and bool(right[at - 1])


def _are_names(cells: Sequence[Sequence[str]], heads: Sequence[Sequence[Word]]) -> bool:
    """Whether most of the left cells are short, or numbered; labels of goals (`Goal 1`) stand before text, and no
    table."""
    texts = [" ".join(line for line in cell if line) for cell in cells]
    labels = [printed_label(text) for text in texts]
    counted = sum(label is not None and label.kind == "word" and label.number is not None for label in labels)
    if 2 * counted > len(texts) or 2 * sum(text.endswith(":") for text in texts) > len(texts):
        return False
    short = sum(len(text.split()) <= LONGEST_NAME and not text.endswith(".") for text in texts)
    marked = sum(is_marker(words[0]) for words in heads)
    return max(short, marked) >= NAMED * len(texts) and median(len(text) for text in texts) > 1
