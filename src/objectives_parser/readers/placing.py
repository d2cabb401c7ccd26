"""Which words of a line begin cells, where words that ran over their places hide it: the cheapest of all readings.

`Mend all roofs of the town Clerk` over `and pave the yard          Mayor`: by the breadth of its print the first text
ends before the column of `Mayor`, and `Clerk` is written behind that column, so it may begin there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

import attrs

_NARROW, _SLIM, _BROAD = "iljI.,:;'|!’‘`", 'ftr()[]-/"“”*•', "mwMW—@%"
_EMS = {**dict.fromkeys(_NARROW, 0.26), **dict.fromkeys(_SLIM, 0.36), **dict.fromkeys(_BROAD, 0.86)}
_CAPITAL, _LETTER, _BLANK = 0.67, 0.52, 0.27
"""The breadth of letters in usual print."""
_OFF, _PER_COLUMN, _FAR_OFF = 1.3, 0.8, 4.0
_CROSSING, _MOST_CROSSING = 0.5, 0.8
_OVER = 0.7
_NEW_COLUMN, _BACKED = 1.8, 1.75
_SMALL_LETTER, _SIGN, _CAPITAL_FIRST = 1.5, -0.1, -0.13
_SHORT_OF = 2
_BEAM = 4
"""The readings of a beginning that are followed."""
_SLACK = 1.0


@attrs.frozen(eq=False)
class Placed:
    """A word of a line: the column it is written in, whether that is its place on paper, and how broad it is in ems,
    with the blank behind it."""

    at: int
    known: bool
    text: str
    ems: float


@attrs.frozen
class Reading:
    """The cells of a line: the position of the first word of each and the column it begins in. ``cost`` says how much
    speaks against it."""

    cost: float
    cells: tuple[tuple[int, int], ...]


def placed(line: Sequence[tuple[int, str]]) -> list[Placed]:
    """The words of a line, each with the column it is written in → the same with their breadths; the place of a word is
    known where more than one blank stands before it."""
    words: list[Placed] = []
    behind = -1
    for at, text in line:
        words.append(Placed(at, at > behind + 1 or not words, text, sum(map(_ems, text)) + _BLANK))
        behind = at + len(text)
    return words


def _ems(char: str) -> float:
    return _EMS.get(char) or (_CAPITAL if char.isupper() else _LETTER)


def likeliest(line: Sequence[Placed], support: Mapping[int, float], scale: float) -> Reading:
    """The cells that a line most likely has, at ``scale`` columns to the em; ``support`` says how much speaks for a
    cell to begin in a column."""
    columns = sorted(support)
    best: list[dict[int, Reading]] = [{} for _ in range(len(line) + 1)]
    best[0][line[0].at] = Reading(0.0, ((0, line[0].at),))
    for first, readings in enumerate(best[:-1]):
        for low, reading in sorted(readings.items(), key=lambda item: item[1].cost)[:_BEAM]:
            cost, begin = reading.cost, float(low)
            for at in range(first, len(line)):
                cost += _misfit(line[at], begin) if at > first else 0.0
                if first and cost > best[-1][0].cost + _SLACK:
                    break
                end = begin + scale * (line[at].ems - _BLANK)
                cost += _crossings(columns, support, max(begin - scale * _BLANK, low + 2), end - _OVER)
                begin = end + scale * _BLANK
                if at + 1 == len(line):
                    _keep(best[at + 1], 0, Reading(cost, reading.cells))
                    continue
                for start, price in _openings(line[at + 1], end, columns, support):
                    _keep(best[at + 1], start, Reading(cost + price, (*reading.cells, (at + 1, start))))
    return best[-1][0]


def _keep(readings: dict[int, Reading], start: int, reading: Reading) -> None:
    known = readings.get(start)
    if known is None or reading.cost < known.cost:
        readings[start] = reading


def _misfit(word: Placed, expected: float) -> float:
    """What it costs that a word goes on in the column where that text would have it: words are never written before
    their places."""
    off = abs(word.at - expected) - _OFF if word.known else expected - word.at - 1.0
    return min(_PER_COLUMN * off, _FAR_OFF) if off > 0 else 0.0


def _crossings(columns: Sequence[int], support: Mapping[int, float], low: float, high: float) -> float:
    """What it costs that a text runs over columns in which others begin."""
    crossed = columns[bisect_right(columns, low) : bisect_right(columns, high)]
    return sum(min(_CROSSING * support[column], _MOST_CROSSING) for column in crossed)


def _openings(
    word: Placed, end: float, columns: Sequence[int], support: Mapping[int, float]
) -> Iterator[tuple[int, float]]:
    """The columns in which a word may begin a cell behind a text that ends at ``end``, and what each costs."""
    first = word.text[0]
    price = _SMALL_LETTER if first.islower() else _CAPITAL_FIRST if first.isalnum() else _SIGN
    if word.known:
        beside = support.get(word.at - 1, 0.0) + support.get(word.at + 1, 0.0)
        yield word.at, price + _new_column(support.get(word.at, 0.0) + beside / 2) + _pushed(end, word.at)
        return
    for column in columns[bisect_left(columns, end - _SHORT_OF) : bisect_right(columns, word.at)]:
        yield column, price + _new_column(support[column]) + _pushed(end, column)


def _new_column(support: float) -> float:
    return max(0.0, _NEW_COLUMN - _BACKED * support)


def _pushed(end: float, column: int) -> float:
    """What it costs that the cell begins before the text to its left ends."""
    return max(0.0, end + 0.3 - column)
