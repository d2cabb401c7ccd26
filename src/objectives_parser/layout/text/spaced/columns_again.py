"""The columns of a table on a page that does not name them again: told by what stands there and by how wide they were
on the page before. A converter sets each page for itself, so that columns move with the texts left of them:

Action                        Who                   By
Count the swallows' nests     Bird wardens          2027

Mend the nest boxes        Town workshop     2028
on the church
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor, isfinite

import attrs

from objectives_parser.layout.text.spaced.rows import Row, x0, x1

THROUGH, TORN, SPLIT, BEGUN = 3.0, 1.0, 0.3, 0.7
"""What a place costs on a line: through a word, between two words of a sentence or two words that may be of two cells;
and what it gains where a run begins behind it."""
MOVED, MOST_MOVED = 0.03, 20
"""What it costs for each character that a column is wider or narrower than on the page before, and how many at most."""
MOST_OVER, FEW_OVER, LEAST_PARTED = 0.25, 0.1, 0.25
SEVERAL, MOST_COLUMNS, FEWEST_ROWS, MOST_ROWS = 3, 14, 6, 60
NARROW, FAR_IN, MANY_TURNS = 2, 16, 4
WIDEST = 500
"""Characters: no line of a table on a page is longer."""


@attrs.frozen(kw_only=True)
class _Way:
    """Places of the first columns, and what they cost."""

    cost: float
    places: tuple[int, ...]


def columns_again(rows: Sequence[Row], known: Sequence[float], *, indented: bool = True) -> list[float] | None:
    """The rivers of lines that hold columns which parted at the ``known`` places; None where they do not. Where the
    first column is empty, a converter may leave out its room: lines are not ``indented``."""
    if not rows or not 0 < len(known) < MOST_COLUMNS or max(row.high for row in rows[:MOST_ROWS]) > WIDEST:
        return None
    costs = _costs(rows[:MOST_ROWS])
    if indented:
        return _places(rows, costs, known)
    if len(known) < SEVERAL or len(rows) < FEWEST_ROWS:
        return None
    low = min(row.low for row in rows)
    rest = _places(rows, costs, [low + place - known[0] for place in known[1:]])
    return [low - 0.5, *rest] if rest is not None else None


def _places(rows: Sequence[Row], costs: dict[int, float], known: Sequence[float]) -> list[float] | None:
    """The cheapest places that are about as far apart as the known ones; None where lines do not stand between them."""
    ways = {0: _Way(cost=0.0, places=())}
    for before, place in pairwise((0.0, *known)):
        ways = _next(ways, costs, place - before)
    if not ways:
        return None
    best = min(ways.values(), key=lambda way: (way.cost, way.places))
    places = [place - 0.5 for place in best.places]
    return places if _stand(places, rows) else None


def _next(ways: dict[int, _Way], costs: dict[int, float], width: float) -> dict[int, _Way]:
    """The ways with one more place each, by where that is; none behind a column that nothing ended."""
    if not isfinite(width):
        return {}
    found: dict[int, _Way] = {}
    for low, way in ways.items():
        first, last = max(low + NARROW, ceil(low + width - MOST_MOVED)), floor(low + width + MOST_MOVED)
        for x in range(first, last + 1):
            if x not in costs:
                continue
            total = way.cost + costs[x] + MOVED * abs(x - low - width)
            if x not in found or total < found[x].cost:
                found[x] = _Way(cost=total, places=(*way.places, x))
    return found


def _costs(rows: Sequence[Row]) -> dict[int, float]:
    """What it costs to part columns before a character at which a word begins, or behind one at which a run ends."""
    begun = Counter(run.low for row in rows for run in row.runs)
    found: dict[int, float] = {}
    for x in sorted({x for row in rows for x in (*row.starts, *(run.high + 1 for run in row.runs))}):
        cost = sum(_cost(row, x) for row in rows) - BEGUN * (begun[x] + 0.5 * begun[x + 1])
        found[x] = cost / len(rows)
    return found


def _cost(row: Row, x: int) -> float:
    """What it costs on one line to part columns before a character."""
    run = next((run for run in row.runs if run.low < x < run.high), None)
    if run is None:
        return 0.0
    at = next(at for at, word in enumerate(run.words) if x1(word) > x)
    if x0(run.words[at]) < x:
        return THROUGH
    return TORN if run.words[at].text[0].islower() or run.words[at - 1].text.endswith(",") else SPLIT


def _stand(places: Sequence[float], rows: Sequence[Row]) -> bool:
    """Whether lines stand in columns: room parts them, and few go over from one to another."""
    apart = [sum(a.high <= place <= b.low for row in rows for a, b in pairwise(row.runs)) for place in places]
    if not any(apart):
        return _stand_by_turns(places, rows)
    over = sum(_cost(row, round(place + 0.5)) >= TORN for row in rows for place in places)
    parted = 2 * sum(map(bool, apart)) >= len(places) and (len(places) > 1 or apart[0] >= LEAST_PARTED * len(rows))
    return parted and over <= MOST_OVER * sum(apart)


def _stand_by_turns(places: Sequence[float], rows: Sequence[Row]) -> bool:
    """Whether lines without room in them stand in columns all the same: all go on with a cell that no text stands left
    of, or they change from one column to another, as cells set in the middle do that have a line more or less."""
    if sum(any(row.low < place < row.high for place in places) for row in rows) > FEW_OVER * len(rows):
        return False
    columns = [bisect_right(places, row.low) for row in rows]
    turns = sum(a != b for a, b in pairwise(columns))
    return turns >= MANY_TURNS or (rows[0].text[0].islower() and not turns and rows[0].low >= FAR_IN)
