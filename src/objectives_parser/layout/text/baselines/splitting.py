"""Lines in which the cells of a row share baselines → cells: where each is cut, to which column each piece belongs, and
where rows and statements begin, all decided together (a beam search over the lines).

`Reach service members before Counselors stand at all bases, and` / `they separate the course gains a day`: at a row's
first line all columns begin; below it each goes on, its lines as wide as its column, or has ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import attrs

from objectives_parser.layout.text.baselines import weights
from objectives_parser.layout.text.baselines.level_lines import LevelLine, goes_on_with
from objectives_parser.layout.text.baselines.readings import (
    BAND,
    THOROUGH,
    Open,
    Piece,
    Search,
    State,
    kept,
    opened,
    told_words,
)
from objectives_parser.layout.text.packed import weights as packed
from objectives_parser.layout.text.packed.telling import band_fit, fits
from objectives_parser.layout.wrapping import text_width
from objectives_parser.records import STATEMENTS

_SLACK, _TOO_WIDE = 0.97, 1.04
_ROOM_OWN = 0.9
_INNER_ROWS, _INNER_STATES = 3, 3


_Way: TypeAlias = tuple[float, tuple[tuple[int, int, int, bool], ...]]


class Splitter:
    """The lines of one table and what is known of its columns: their roles, and how wide they are (None if unknown)."""

    def __init__(
        self,
        lines: Sequence[LevelLine],
        roles: Sequence[str | None],
        widths: Sequence[float | None],
        search: Search = THOROUGH,
    ) -> None:
        self._search = search
        self._lines, self._roles, self._widths = lines, list(roles), list(widths)
        self._fits: dict[tuple[str, str], list[float]] = {}
        self._statics: dict[tuple[int, int, int], list[tuple[int, float]]] = {}

    def best(self) -> list[State]:
        """The best reading up to each line."""
        found: list[State] = []
        beam: list[State] = []
        for at, line in enumerate(self._lines):
            states = self._started(at, line, beam)
            for state in beam:
                if state.row != BAND:
                    states += self._gone_on(at, line, state)
            states += self._banded(line, beam)
            beam = kept(states, self._search.beam)
            if not beam:
                break
            found.append(max(map(self._ended, beam), key=lambda state: state.whole))
        return found

    def _started(self, at: int, line: LevelLine, beam: Sequence[State]) -> list[State]:
        """The readings in which a row begins in a line."""
        found: list[State] = []
        over = [(state.score + self._closed(state), state) for state in beam]
        most, before = max(over, key=lambda found: found[0]) if over else (0.0, None)
        titled = weights.TITLE if band_fit(line.source) >= packed.BAND_TOLD else 0.0
        for score, pieces in self._ways(at, line, None, 0, self._search.row):
            score += weights.ROW + most + titled
            found.append(self._state(at, line, score, pieces, before, 0, (None,) * len(self._roles)))
        if len(self._roles) < _INNER_ROWS:
            return found
        for state in beam[:_INNER_STATES]:
            if state.row == BAND:
                continue
            rest = sum(map(self._closing, range(1, len(self._roles)), state.open[1:]))
            for score, pieces in self._ways(at, line, state, 1, 1):
                score += weights.INNER_ROW + state.score + rest
                found.append(
                    self._state(at, line, score, pieces, state, 1, (state.open[0], *[None] * (len(self._roles) - 1)))
                )
        return found

    def _banded(self, line: LevelLine, beam: Sequence[State]) -> list[State]:
        """The reading in which a line stands over the rows below it."""
        fit = band_fit(line.source)
        if fit <= packed.NEVER:
            return []
        over = [(state.score + self._closed(state), state) for state in beam if state.row != BAND]
        if beam and not over:
            return []
        most, before = max(over, key=lambda found: found[0]) if over else (0.0, None)
        score = most + fit + weights.BAND
        piece = Piece(len(self._roles), 0, len(line.texts), True)
        return [State(score, score, (None,) * len(self._roles), (piece,), BAND, before)]

    def _ended(self, state: State) -> State:
        """A reading if the table ended with its last line."""
        return attrs.evolve(state, whole=state.score + self._closed(state))

    def _closed(self, state: State) -> float:
        return sum(self._closing(column, cell) for column, cell in enumerate(state.open))

    def _gone_on(self, at: int, line: LevelLine, state: State) -> list[State]:
        found = []
        for score, pieces in self._ways(at, line, state, None, self._search.on):
            closed = sum(self._closing(piece.column, state.open[piece.column]) for piece in pieces if piece.new)
            found.append(self._state(at, line, score + state.score + closed, pieces, state, None, state.open))
        return found

    def _state(
        self,
        at: int,
        line: LevelLine,
        score: float,
        pieces: tuple[Piece, ...],
        before: State | None,
        row: int | None,
        cells: tuple[Open | None, ...],
    ) -> State:
        now = list(cells)
        for piece in pieces:
            now[piece.column] = opened(at, line, piece, None if piece.new else now[piece.column])
        whole = score + sum(self._closing(column, cell, at) for column, cell in enumerate(now))
        return State(score=score, whole=whole, open=tuple(now), pieces=pieces, row=row, before=before)

    def _closing(self, column: int, cell: Open | None, at: int = -1) -> float:
        """What a whole statement says for its column; one that has words in line ``at`` may yet go on."""
        if cell is None:
            return 0.0
        known = self._fits.get((cell.text, cell.head))
        if known is None:
            known = self._fits[cell.text, cell.head] = fits(cell.text, cell.head, self._roles)
        least = weights.LEAST_FIT if self._roles[column] in STATEMENTS else weights.LEAST_FIELD
        return max(known[column], least) + (weights.BROKEN_OFF if cell.wants and cell.last != at else 0.0)

    def _ways(
        self, at: int, line: LevelLine, state: State | None, row: int | None, count: int
    ) -> list[tuple[float, tuple[Piece, ...]]]:
        """The best ways to cut a line: for each column a piece or nothing, in their order."""
        total = len(line.texts)
        best: list[list[_Way]] = [[] for _ in range(total + 1)]
        best[0] = [(0.0, ())]
        for column in range(len(self._roles)):
            cell = state.open[column] if state is not None and (row is None or column < row) else None
            starts = row is not None and column >= row
            if starts and column == row:
                found: list[list[_Way]] = [[] for _ in best]
            else:
                absent = self._absent(column) if starts else 0.0
                found = [[(score + absent, pieces) for score, pieces in ways] if ways else [] for ways in best]
            for first in range(total):
                if not best[first]:
                    continue
                begun, new = self._begun(at, line, column, first, cell, starts)
                if begun == weights.NEVER:
                    continue
                for end, value in self._static(at, line, column, first):
                    value += begun
                    found[end] += [
                        (score + value, (*pieces, (column, first, end, new))) for score, pieces in best[first]
                    ]
            best = [sorted(ways, key=_score, reverse=True)[:count] if len(ways) > 1 else ways for ways in found]
        return [(score, tuple(Piece(*piece) for piece in pieces)) for score, pieces in best[total]]

    def _absent(self, column: int) -> float:
        return weights.NO_STATEMENT if self._roles[column] in STATEMENTS else weights.NO_FIELD

    def _static(self, at: int, line: LevelLine, column: int, first: int) -> list[tuple[int, float]]:
        """The places where a piece of a column may end that begins at a word, and what its words speak for there."""
        key = (at, column, first)
        found = self._statics.get(key)
        if found is not None:
            return found
        found, full, total = [], self._widths[column], len(line.texts)
        for end in range(first + 1, total + 1):
            width = line.width(first, end)
            if full is not None and width > weights.FAR_TOO_WIDE * full and end > first + 1:
                break
            value = told_words(line, self._roles[column], first, end) + line.kept[end - 1] - line.kept[first]
            if full is not None and width > _TOO_WIDE * full:
                value += weights.WIDE
            found.append((end, value + (line.cuts[end] if end < total else 0.0)))
        self._statics[key] = found
        return found

    def _begun(
        self, at: int, line: LevelLine, column: int, first: int, cell: Open | None, starts: bool
    ) -> tuple[float, bool]:
        """What a piece that begins at a word speaks for, and whether a statement begins with it."""
        begin = line.begins[first]
        if starts:
            return self._beginning(column, begin), True
        if cell is None:
            return weights.LATE + self._beginning(column, begin), True
        on = self._going_on(line, column, first, cell, at)
        new = self._another(line, column, first, cell)
        return (new, True) if new > on else (on, False)

    def _beginning(self, column: int, begin: str) -> float:
        if begin == "s":
            return weights.SMALL if self._roles[column] in STATEMENTS else weights.SMALL_TIME
        return weights.FIGURE if begin == "f" else weights.CAPITAL

    def _going_on(self, line: LevelLine, column: int, first: int, cell: Open, at: int) -> float:
        begin = line.begins[first]
        if begin == "b":
            return weights.NEVER
        if cell.wants:
            value = weights.ON_WANTED
        elif cell.closed:
            value = weights.ON_CLOSED
        else:
            value = {"s": weights.ON_SMALL, "c": weights.ON_CAPITAL, "f": weights.ON_FIGURE}[begin]
            if begin == "c" and self._roles[column] not in STATEMENTS:
                value = 0.0
        if cell.last < at - 1:
            value += weights.GAP
        value += goes_on_with(cell.text.rpartition(" ")[2], line.texts[first])
        return value + self._setting(line, column, first, cell)

    def _setting(self, line: LevelLine, column: int, first: int, cell: Open) -> float:
        """Whether the line above was as full as a line is that goes on."""
        full = self._widths[column]
        needed = cell.width + text_width(" " + line.texts[first])
        if full is None:
            full = cell.widest * _ROOM_OWN
            known = 0.0
        else:
            full *= _SLACK
            known = weights.FULL
        if needed > full:
            return known
        return max(weights.MOST_ROOM, weights.ROOM + weights.ROOMIER * (full - needed) / full)

    def _another(self, line: LevelLine, column: int, first: int, cell: Open) -> float:
        begin = line.begins[first]
        value = {"s": weights.NEW_SMALL, "c": weights.NEW, "f": weights.NEW_FIGURE, "b": weights.NEW_BULLET}[begin]
        if self._roles[column] not in STATEMENTS:
            value += weights.NEW_FIELD
        if cell.wants:
            value += weights.NEW_WANTED
        elif cell.closed:
            value += weights.NEW_CLOSED
        full = self._widths[column]
        if full is not None and begin != "b":
            needed = cell.width + text_width(" " + line.texts[first])
            value += weights.NEW_FULL if needed > full * _SLACK else weights.NEW_ROOM
        if column == 0 and begin != "b":
            value += weights.NEW_FIELD
        return value


def _score(way: _Way) -> float:
    return way[0]
