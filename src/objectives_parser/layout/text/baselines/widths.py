"""How wide the columns of a table are whose cells share baselines: the widths with which all its lines are told best.

A line that goes on is as full as its column: of all that tells where a line is cut between two small letters, widths
tell most. They are looked for from several beginnings, for only near the right ones each step leads on to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import TypeAlias

from objectives_parser.layout.text.baselines.level_lines import LevelLine
from objectives_parser.layout.text.baselines.readings import FAIR, ROUGH, THOROUGH, Search, State, traced
from objectives_parser.layout.text.baselines.splitting import Splitter

_Tables: TypeAlias = Sequence[Sequence[LevelLine]]
_Widths: TypeAlias = list[float | None]
_PARTS = {2: 12, 3: 9, 4: 8}
"""Into how many parts the longest lines are divided, by the number of columns; more columns have too many ways."""
_MOST_LINES, _MORE_LINES, _BEST, _ROUNDS = 16, 24, 2, 2
_FACTORS = (0.88, 1.12)
_LONG, _LONGER = 0.92, 1.12
_LEAST_FULL, _FULL, _NEARLY_ALL, _LEAST_PIECES = 2, 0.85, 0.9, 3


def told_with_widths(tables: _Tables, roles: Sequence[str | None]) -> list[list[State]]:
    """The best readings up to each line of tables of the same columns."""
    unknown: _Widths = [None] * len(roles)
    few, some = _first(tables, _MOST_LINES), _first(tables, _MORE_LINES)
    starts = sorted(
        (
            (_score(_read(few, roles, widths, ROUGH)), at, widths)
            for at, widths in enumerate(_starts(tables, len(roles)))
        ),
        key=lambda start: (-start[0], start[1]),
    )
    free = _estimated(_read(few, roles, unknown, ROUGH), few, unknown)
    likely = [free, *(widths for _, _, widths in starts[:_BEST])]
    likely.sort(key=lambda widths: -_score(_read(few, roles, widths, ROUGH)))
    climbed = [_climbed(some, roles, widths) for widths in likely[:_BEST]]
    return _read(tables, roles, max(climbed, key=lambda found: found[0])[1], THOROUGH)


def _climbed(tables: _Tables, roles: Sequence[str | None], widths: _Widths) -> tuple[float, _Widths]:
    """The widths near some with which all is told best, and how well."""
    told = _read(tables, roles, widths, FAIR)
    score = _score(told)
    for _ in range(_ROUNDS):
        better = False
        for other in (_estimated(told, tables, widths), *_near(widths)):
            read = _read(tables, roles, other, FAIR)
            own = _score(read)
            if own > score:
                told, score, widths, better = read, own, other, True
        if not better:
            break
    return score, widths


def _near(widths: _Widths) -> Iterator[_Widths]:
    for column, width in enumerate(widths):
        if width is not None:
            for factor in _FACTORS:
                yield [*widths[:column], width * factor, *widths[column + 1 :]]


def _read(tables: _Tables, roles: Sequence[str | None], widths: _Widths, search: Search) -> list[list[State]]:
    return [Splitter(lines, roles, widths, search).best() for lines in tables]


def _score(told: Sequence[Sequence[State]]) -> float:
    return sum(max((state.whole for state in states), default=0.0) for states in told)


def _first(tables: _Tables, most: int) -> _Tables:
    """The first lines of all tables together."""
    few: list[Sequence[LevelLine]] = []
    for lines in tables:
        left = most - sum(map(len, few))
        if left > 0:
            few.append(lines[:left])
    return few


def _starts(tables: _Tables, columns: int) -> Iterator[_Widths]:
    """Widths to begin with: those of the longest lines, divided in parts."""
    lengths = sorted(line.width(0, len(line.texts)) for lines in tables for line in lines)
    parts = _PARTS.get(columns)
    if parts is None or not lengths:
        return
    whole = lengths[int(_LONG * (len(lengths) - 1))] * _LONGER
    for cuts in combinations(range(1, parts), columns - 1):
        yield [whole * (after - before) / parts for before, after in pairwise((0, *cuts, parts))]


def _estimated(told: Sequence[Sequence[State]], tables: _Tables, widths: _Widths) -> _Widths:
    """How wide the columns are by a reading: as the lines that go on."""
    full: list[list[float]] = [[] for _ in widths]
    every: list[list[float]] = [[] for _ in widths]
    for states, lines in zip(told, tables, strict=True):
        best = traced(max(states, key=lambda state: state.whole)) if states else []
        for state, line in zip(best, lines, strict=False):
            for piece in state.pieces:
                if piece.column < len(widths):
                    if not piece.new and every[piece.column]:
                        full[piece.column].append(every[piece.column][-1])
                    every[piece.column].append(line.width(piece.first, piece.end))
    return [_width(*found) for found in zip(full, every, strict=True)]


def _width(full: Sequence[float], every: Sequence[float]) -> float | None:
    if len(full) >= _LEAST_FULL:
        return max(sorted(full)[int(_FULL * len(full))], sorted(every)[int(_NEARLY_ALL * len(every))])
    return max(every) if len(every) >= _LEAST_PIECES else None
