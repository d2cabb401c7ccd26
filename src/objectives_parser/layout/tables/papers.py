"""A page as the ways of laying out tables ask it: where its words stand, its lines of text, its rulings. Each question
is answered once, however many ways, drawn parts and piles of rules ask it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

import attrs

from objectives_parser.document import NOWHERE, BBox, Page, Word
from objectives_parser.layout.tables.edges import Edge, Edges, ruling_edges
from objectives_parser.layout.tables.grids import connected
from objectives_parser.layout.tables.lines import TURNED, rows_of

T = TypeVar("T")
Level: TypeAlias = tuple[float, list[Word], float, float]
"""The height of a line's first word's middle, the line, and how far left and right the middles of its words stand."""


class Standing:
    """Words by where their centres stand; watermarks and unseen words stand nowhere."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._placed = sorted(
            [
                ((top + bottom) / 2, number, (x0 + x1) / 2, word)
                for number, word in enumerate(words)
                if not (word.watermark or word.hidden)
                for x0, top, x1, bottom in (word.bbox or NOWHERE,)
            ]
        )
        self._heights = [placed[0] for placed in self._placed]

    def any_inside(self, bbox: BBox) -> bool:
        """Does a word stand in a box?"""
        x0, top, x1, bottom = bbox
        low, high = bisect_left(self._heights, top), bisect_left(self._heights, bottom)
        return any(x0 <= placed[2] < x1 for placed in self._placed[low:high])

    def inside(self, bbox: BBox) -> list[tuple[int, float, float, Word]]:
        """The words in a box, in the order they came in: number, centre across, centre down, word."""
        x0, top, x1, bottom = bbox
        low, high = bisect_left(self._heights, top), bisect_left(self._heights, bottom)
        return sorted([(number, x, y, word) for y, number, x, word in self._placed[low:high] if x0 <= x < x1])


@attrs.frozen
class ToldColumns:
    """Where the columns part of the table that some rules bound, as the pages before and behind tell."""

    room: BBox
    places: tuple[float, ...]


class Paper:
    """A page and what is known of it."""

    def __init__(self, page: Page, told: Sequence[ToldColumns] = ()) -> None:
        self.page = page
        self._told = told
        self._known: dict[Callable[[Paper], Any], Any] = {}

    def once(self, question: Callable[[Paper], T]) -> T:
        """The answer to a question about the page, found the first time that it is asked."""
        if question not in self._known:
            self._known[question] = question(self)
        found: T = self._known[question]
        return found

    def told_columns(self, room: BBox) -> tuple[float, ...]:
        """Where the columns part of the table in a room, where other pages tell; else nothing."""
        return next((told.places for told in self._told if told.room == room), ())

    @cached_property
    def words(self) -> Standing:
        """The page's words by where they stand."""
        return Standing(self.page.words)

    @cached_property
    def upright(self) -> list[Word]:
        """The words of upright text that can be seen."""
        return [w for w in self.page.words if -TURNED <= w.angle <= TURNED and not (w.hidden or w.watermark)]

    @cached_property
    def rows(self) -> list[list[Word]]:
        """The lines of upright text, top to bottom."""
        return rows_of(self.upright)

    @cached_property
    def levels(self) -> list[Level]:
        """The lines, each with where its words stand."""
        return [_level(row) for row in self.rows]

    @cached_property
    def ruled(self) -> tuple[list[Edges], list[Edge]]:
        """The rulings that hang together, and the horizontal ones that stand alone."""
        return connected(ruling_edges(self.page))


def _level(row: list[Word]) -> Level:
    _, top, _, bottom = row[0].bbox or NOWHERE
    middles = [(x0 + x1) / 2 for x0, _, x1, _ in [word.bbox or NOWHERE for word in row]]
    return (top + bottom) / 2, row, min(middles), max(middles)
