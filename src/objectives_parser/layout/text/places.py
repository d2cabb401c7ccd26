"""In which column of a text the places of a page begin: what begins at one place of it begins in one column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

NEAR = 1.5  # points between texts that begin at one place
FURTHEST = 400  # columns
GAP = 3  # blanks between columns
INDENT = 4  # columns at most from one place to the next, whatever was pushed aside


@attrs.frozen(eq=False)
class Places:
    """The places of a page, in points from its left and in order."""

    starts: tuple[float, ...]

    def at(self, x: float) -> int:
        """Which place a text begins at."""
        return max(0, bisect_right(self.starts, x) - 1)

    def columns(self, rows: Iterable[Sequence[tuple[int, int]]], pitch: float, step: int) -> list[int]:
        """Each place as far right as it stands, a column for each ``pitch`` points and at least ``step`` columns behind
        the one before, and right of what stands left of it in any row. ``rows`` have their texts in order: at which
        place each begins, and its length in characters."""
        left = min(self.starts, default=0.0)
        least = [min(FURTHEST, round((start - left) / pitch)) for start in self.starts]
        after: list[list[tuple[int, int]]] = [[] for _ in self.starts]
        for row in rows:
            for (place, length), (behind, _) in pairwise(row):
                after[place].append((length, behind))
        columns: list[int] = []
        column = 0
        for at, start in enumerate(self.starts):
            if at:
                column += min(INDENT, max(step, round((start - self.starts[at - 1]) / pitch)))
            column = max(column, least[at])
            columns.append(min(column, 4 * FURTHEST))
            for length, behind in after[at]:
                least[behind] = max(least[behind], min(FURTHEST, column + length + GAP))
        return columns


def places_of(starts: Iterable[float]) -> Places:
    """The places where some texts begin, near ones taken as one."""
    places: list[float] = []
    for start in sorted(starts):
        if not places or start - places[-1] > NEAR:
            places.append(start)
    return Places(tuple(places))
