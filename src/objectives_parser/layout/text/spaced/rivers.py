"""Rivers: character columns that stay empty over the lines of a table, where its columns part.

A converter's positions are rounded, so a river may wander by a character from line to line; and a cell that fills its
column leaves one blank before the next, as between any two words. So a river must be free of ink on nearly all lines,
and wide on some.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.rows import Row, Run, run_of, runs_of, x0, x1
from objectives_parser.layout.wrapping import is_bullet

MOST_CROSSED = 0.1
SUPPORTED = 0.25
MOST_CUT = 0.5
SMALL, WHOLE = 4.0, 12.0
NARROW = 3
MANY = 10
HIDDEN = 3
BESIDE = 4
LONGEST_DATE = 3
PERIOD = re.compile(r"(?:Q[1-4]|FY(?:\d{2,4})?|(?:19|20)\d\d),?")
MONTH = re.compile(
    r"(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|(?:jan|febr)uary|march|april|august|"
    r"(?:septem|octo|novem|decem)ber)\.?",
    re.IGNORECASE,
)
FIGURE = re.compile(r"[<>≤≥~]?[$€£]?(?!(?:19|20)\d\d$)\d+(?:[.,]\d+)*")
YEAR = re.compile(r"(?:19|20)\d\d[.,;]?")
OVERHANG = 6
"""Characters by which a full cell reaches over a river, at most."""
OPEN = frozenset(["of", "the", "and", "for", "&"])
"""Words that end a cell's line seldom before one that fits: `Director of HR 31/03/2027`."""
WANTS_WHEN = OPEN | {"in", "by", "to", "until", "from"}
"""Words that no cell ends with before a capital or a year: `in 2030`."""


def rivers(rows: Sequence[Row], extents: Sequence[tuple[int, int]] = ()) -> list[float]:
    """The places between the columns of the lines, from left to right. Between two header cells (``extents``) a river
    is looked for even where many cells fill their column."""
    found = _free_rivers(rows)
    for (low, left), (right, high) in pairwise(extents):
        if not any(left - 1 <= place <= right + 1 for place in found):
            near = [at for at in found if (low + left) / 2 < at < (right + high) / 2]
            found = sorted(
                [*(at for at in found if at not in near), _between((low + left) // 2, (right + high) // 2, right, rows)]
            )
    return found


def _between(low: int, high: int, right: int, rows: Sequence[Row]) -> float:
    """The place between two middles of header cells that the fewest words cross, and right of which most begin; best
    inside the room before a cell that stands about where the header cell to the ``right`` does."""

    def cost(x: int) -> tuple[int, int]:
        crossed = sum(any(x0(word) < x < x1(word) for word in row.words) for row in rows)
        begin = sum(any(x <= x0(word) <= x + 1 and not word.text[:1].islower() for word in row.words) for row in rows)
        apart = sum(
            any(a.high <= x <= b.low + 1 and abs(b.low - right) <= BESIDE for a, b in pairwise(row.runs))
            for row in rows
        )
        return 2 * crossed - begin - apart, -x

    return min(range(low + 1, max(high, low + 2)), key=cost) - 0.5


def with_hidden(places: Sequence[float], head: Sequence[Row], body: Sequence[Row]) -> list[float]:
    """The rivers, and those in which no line has room to spare: `Milestone Milestone Change` over `Feb 2018 Two events
    Strategy`. Words begin below a header word on every line, most of them with a capital or behind room."""
    found = list(places)
    for row in head[:1]:
        for run in row.runs:
            for word in run.words[1:]:
                x = x0(word)
                if (
                    word.text[:1].isupper()
                    and all(abs(place - x) > 2 for place in found)
                    and _begins_column(x, body, found)
                ):
                    found = sorted([*found, x - 0.5])
    return found


def _begins_column(x: int, rows: Sequence[Row], places: Sequence[float]) -> bool:
    left = max((place for place in places if place < x), default=float("-inf"))
    right = min((place for place in places if place > x), default=float("inf"))
    strong = weak = off = 0
    units = _units(x, rows)
    for row in rows:
        words = [word for word in row.words if left < x0(word) < right]
        if not any(x0(word) < x + 2 for word in words) or not any(x1(word) > x for word in words):
            continue
        at = next((at for at, word in enumerate(words) if abs(x0(word) - x) <= 1), None)
        if at is None:
            off += 1
        elif not at or x0(words[at]) - x1(words[at - 1]) > 1 or _may_begin(words[at - 1], words[at], units):
            strong += 1
        else:
            weak += 1
    return strong >= HIDDEN and strong >= 2 * weak and off <= MOST_CROSSED * (strong + weak)


def _may_begin(before: Word, word: Word, units: frozenset[str]) -> bool:
    """Whether a cell may begin with the word: not with the year of `Q1, FY27` or of `in 2030`, not with a unit."""
    if word.text[:1].islower() or word.text in units:
        return False
    return not before.text.endswith(",") and before.text not in WANTS_WHEN


def _units(x: int, rows: Sequence[Row]) -> frozenset[str]:
    """The words that stand about a place again and again, each behind a figure: `449 MWh` over `205 MWh`."""
    counts = Counter(
        word.text
        for row in rows
        for before, word in pairwise(row.words)
        if abs(x0(word) - x) <= 1 and x0(word) - x1(before) <= 1 and FIGURE.fullmatch(before.text)
    )
    return frozenset(text for text, count in counts.items() if count > 1)


def _free_rivers(rows: Sequence[Row]) -> list[float]:
    if not rows:
        return []
    low, high = min(row.low for row in rows), max(row.high for row in rows)
    width = high - low + 1
    wide, beside, solid, any_ink = ([0] * width for _ in range(4))
    for row in rows:
        ink = _ink(row.words, low, width)
        for x in range(row.low - low, row.high - low):
            beside[x] += 1
            any_ink[x] += ink[x]
            solid[x] += ink[x] and (x == 0 or ink[x - 1]) and (x + 1 == width or ink[x + 1])
        for run in row.runs:
            if run.high - run.low < NARROW:  # `B` alone in its column has no inside
                for x in range(run.low - low, run.high - low):
                    solid[x] += not (ink[x] and ink[x - 1] and x + 1 < width and ink[x + 1])
        for a, b in zip(row.runs, row.runs[1:], strict=False):
            for x in range(a.high - low, b.low - low):
                wide[x] += 1
    free = [
        wide[x] >= max(1, SUPPORTED * beside[x]) and solid[x] <= MOST_CROSSED * max(beside[x], len(rows) / 2)
        for x in range(width)
    ]
    places = [low + place for place in _middles(free, any_ink, wide)]
    return _uncut(_with_text(places, rows), rows)


def _ink(words: Sequence[Word], low: int, width: int) -> list[bool]:
    ink = [False] * width
    for word in words:
        for x in range(x0(word) - low, x1(word) - low):
            ink[x] = True
    return ink


def _middles(free: Sequence[bool], ink: Sequence[int], wide: Sequence[int]) -> list[float]:
    """One place in each stretch of free columns: where the least ink is, then the most room, as far right as can be."""
    places: list[float] = []
    x = 0
    while x < len(free):
        if free[x]:
            end = x
            while end < len(free) and free[end]:
                end += 1
            places.append(min(range(x, end), key=lambda at: (ink[at], -wide[at], -at)) + 0.5)
            x = end
        x += 1
    return places


def _with_text(places: Sequence[float], rows: Sequence[Row]) -> list[float]:
    """The rivers left when those are dropped that part off a strip without words of its own."""
    counts = [0] * (len(places) + 1)
    for row in rows:
        for part, words in enumerate(parted(row.words, places)):
            counts[part] += bool(words)
    least = 1 if len(rows) < MANY else 2  # a lone mark beside a long table is no column of it
    kept = [
        place for at, (place, left) in enumerate(zip(places, counts, strict=False)) if left >= (least if not at else 1)
    ]
    return kept if counts[-1] >= least else kept[:-1]


def _uncut(places: list[float], rows: Sequence[Row]) -> list[float]:
    """The rivers that part more cells than they cut runs, the worst dropped first: short cells around the middle of a
    column leave room in it that looks like a river."""
    while places:
        shares = [cut_share(at, places, rows) for at in range(len(places))]
        worst = max(range(len(places)), key=lambda at: shares[at])
        if shares[worst] < MOST_CUT:
            break
        places = [place for at, place in enumerate(places) if at != worst]
    return places


def cut_share(at: int, places: Sequence[float], rows: Sequence[Row]) -> float:
    """Of the lines with text right on both sides of the river, the share on which a run reaches over it."""
    left = places[at - 1] if at else float("-inf")
    right = places[at + 1] if at + 1 < len(places) else float("inf")
    place = places[at]
    cut = clean = 0
    for row in rows:
        if any(run.low < place < run.high for run in row.runs):
            cut += 1
        elif any(left < run.high <= place + 1 and run.high > left + 1 for run in row.runs) and any(
            place - 1 <= run.low < right for run in row.runs
        ):
            clean += 1
    return cut / (cut + clean) if cut + clean else 0.0


def parted(words: Sequence[Word], places: Sequence[float]) -> list[tuple[Word, ...]]:
    """A line's words by column: runs go where their middle stands; one that reaches over a river is cut there."""
    columns: list[list[Word]] = [[] for _ in range(len(places) + 1)]
    runs = runs_of(words) if words else ()
    for run, following in zip(runs, (*runs[1:], None), strict=False):
        for piece in _pieces(run, places, following):
            columns[bisect_right(places, (piece.low + piece.high) / 2)].extend(piece.words)
    return [tuple(column) for column in columns]


def _pieces(run: Run, places: Sequence[float], following: Run | None) -> list[Run]:
    """The run cut at each river that it reaches over, at the gap between two words that is nearest. A full cell pushes
    the next one off its place by a few characters; it begins with a capital rather than in small letters. Where the
    next column has its own cell behind it, it may reach over the river by a short word in small letters."""
    cuts = {0}
    for place in places[bisect_right(places, run.low) : bisect_left(places, run.high)]:
        if following is not None and _reaches_over(run, place, following, places):
            continue
        first = 2 if is_bullet(run.words[0]) else 1  # a bullet stands with what it begins
        if run.low + 0.5 < place < run.high - 0.5 and len(run.words) > first:
            at = min(range(first, len(run.words)), key=lambda at: _off(run.words[at - 1], run.words[at], place))
            if len(run.words) > LONGEST_DATE or not all(is_of_date(a.text, b.text) for a, b in pairwise(run.words)):
                cuts.add(at)
    bounds = [*sorted(cuts), len(run.words)]
    return [run_of(run.words[a:b]) for a, b in pairwise(bounds)]


def _reaches_over(run: Run, place: float, following: Run, places: Sequence[float]) -> bool:
    """Whether a cell's last word stands over the river behind which the next column's own cell begins."""
    if not 0 <= run.high - place <= OVERHANG:
        return False
    over = [word for word in run.words if x1(word) > place]
    if len(over) != 1 or not over[0].text.islower():
        return False
    return not any(place < other < (following.low + following.high) / 2 for other in places)


def _off(before: Word, word: Word, place: float) -> float:
    inside = (
        is_of_date(before.text, word.text)
        or word.text[:1].islower()
        or before.text.endswith(",")
        or before.text in OPEN
        or is_bullet(before)
    )
    if MONTH.fullmatch(before.text) and YEAR.fullmatch(word.text):
        return abs((x1(before) + x0(word)) / 2 - place) + WHOLE
    return abs((x1(before) + x0(word)) / 2 - place) + (SMALL if inside else -SMALL if is_bullet(word) else 0.0)


def is_of_date(before: str, text: str) -> bool:
    """Whether two words are of one date: `FY 2018`, `June 2018`, `Q3 FY18`, `FY 2018 Q3`."""
    if text[:1].isdigit():
        return before[:1].isupper()
    return PERIOD.fullmatch(text) is not None and PERIOD.fullmatch(before) is not None
