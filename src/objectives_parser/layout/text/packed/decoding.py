"""Lines under a header, one cell after the other, to cells: which lines are one cell or statement and which column it
stands in, all decided together (a semi-Markov model: what a cell says, where lines begin, the order of columns)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import pairwise

import attrs

from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed.telling import NEVER, STATEMENTS, begins, fit, mark_of, would_have_fitted
from objectives_parser.layout.wrapping import text_width

_LONGEST = 9
"""Lines of one statement at most."""
_MOST_INNER = 2.5
_AGAIN, _FIELD_AGAIN, _SKIPPED, _BACK = 0.2, 4.0, 0.7, 1.2
_LEAST_LINES, _LEAST_MARKED, _MARKED = 3, 2, 2.0


class Gap(Enum):
    """What parts a line from the one above: nothing, an empty line, or as many as an empty cell leaves."""

    NONE = 0
    LINE = 1
    EMPTY_CELL = 2


@attrs.frozen(kw_only=True)
class Told:
    """Lines ``first`` to before ``end``, told as one statement or cell of a column, and how well they fit it."""

    first: int
    end: int
    column: int
    fit: float


@attrs.frozen(kw_only=True)
class Reached:
    """The best way to a line's end in a column: its score, where its last cell begins, and the column before that (-1
    for the first cell, None where no way leads)."""

    score: float
    first: int = 0
    source: int | None = None
    fit: float = 0.0


_NOWHERE = Reached(score=float("-inf"))


def decoded(lines: Sequence[TextLine], gaps: Sequence[Gap], roles: Sequence[str | None]) -> list[Told]:
    """The likeliest cells, first by words alone, then with the widths that the columns have by that."""
    marks = [mark_of(line) for line in lines]
    told = _best(lines, gaps, roles, _Known(widths=[None] * len(roles), marks=marks))
    columns = {mark: _column_of(mark, marks, told) for mark in set(marks) if mark}
    known = _Known(widths=_widths(lines, told, len(roles)), marks=marks, columns=columns)
    return _best(lines, gaps, roles, known)


@attrs.frozen(kw_only=True, eq=False)
class _Known:
    """What is known of the columns: how wide they are, how each line is marked, and in which column each kind of mark
    mostly stands (`a)`, `b)` over the measures)."""

    widths: Sequence[float | None]
    marks: Sequence[str]
    columns: Mapping[str, int | None] = attrs.field(factory=dict)

    def speaks_for(self, line: int, column: int) -> float:
        """What the mark of a cell's first line says of its column."""
        own = self.columns.get(self.marks[line])
        return 0.0 if own is None else _MARKED if own == column else -_MARKED


def _column_of(mark: str, marks: Sequence[str], told: Sequence[Told]) -> int | None:
    """The column in which most statements with that mark stand; None where no column has most of them."""
    counts = Counter(part.column for part in told if marks[part.first] == mark)
    column, count = max(counts.items(), key=lambda found: (found[1], -found[0]), default=(0, 0))
    return column if count >= _LEAST_MARKED and count * 2 > counts.total() else None


def _widths(lines: Sequence[TextLine], told: Sequence[Told], columns: int) -> list[float | None]:
    """How wide the lines of each column are that go on in another one; None where there are too few."""
    found: list[float | None] = []
    for column in range(columns):
        inner = sorted(
            text_width(line.text) for part in told if part.column == column for line in lines[part.first : part.end - 1]
        )
        found.append(inner[int(len(inner) * 0.9)] if len(inner) >= _LEAST_LINES else None)
    return found


def _best(lines: Sequence[TextLine], gaps: Sequence[Gap], roles: Sequence[str | None], known: _Known) -> list[Told]:
    starts = [0.0]
    starts += [
        begins(above, line, apart=gap is not Gap.NONE)
        for (above, line), gap in zip(pairwise(lines), gaps[1:], strict=True)
    ]
    dated = "milestone" in roles and "measure" in roles
    best = [[_NOWHERE] * len(roles) for _ in lines]
    for first in range(len(lines)):
        sources = [
            _reached(best[first - 1] if first else None, column, roles, gaps[first]) for column in range(len(roles))
        ]
        inner = 0.0
        for end in range(first + 1, min(first + _LONGEST, len(lines)) + 1):
            if end - 1 > first:
                if starts[end - 1] > _MOST_INNER or gaps[end - 1] is not Gap.NONE:
                    break
                inner += max(0.0, starts[end - 1])
            text = _text(lines[first:end], marked=bool(known.marks[first]))
            for column, role in enumerate(roles):
                fits = fit(text, role, dated)
                if fits <= NEVER:
                    continue
                score, source = sources[column]
                # A name may begin each of its lines with a capital
                score += fits + starts[first] - (inner if role != "owner" else 0.0)
                score += known.speaks_for(first, column) - would_have_fitted(lines[first:end], known.widths[column])
                if score > best[end - 1][column].score:
                    best[end - 1][column] = Reached(score=score, first=first, source=source, fit=fits)
    return _traced(best)


def _reached(before: Sequence[Reached] | None, column: int, roles: Sequence[str | None], gap: Gap) -> tuple[float, int]:
    if before is None:
        return (0.0 if column == 0 else -2.0 - 0.5 * column), -1
    return max((before[last].score + _step(last, column, roles, gap), last) for last in range(len(roles)))


def _step(last: int, column: int, roles: Sequence[str | None], gap: Gap) -> float:
    """What the order of columns speaks for: the next column, or the first one behind the last; behind the empty lines
    of an empty cell, one further on."""
    stated = roles[column] in STATEMENTS
    fielded = not STATEMENTS.issuperset(role for role in roles if role)
    if column == last:
        return -_FIELD_AGAIN if not stated else -_AGAIN if gap is Gap.NONE or not fielded else -_FIELD_AGAIN / 2
    skipped = column - last - 1 if column > last else column + len(roles) - 1 - last
    if gap is Gap.EMPTY_CELL:
        return -_SKIPPED * abs(skipped - 1)
    back = (_BACK if fielded else _BACK / 2) * column if column < last else 0.0
    return -_SKIPPED * skipped - back


def _traced(best: Sequence[Sequence[Reached]]) -> list[Told]:
    found: list[Told] = []
    end = len(best)
    column = max(range(len(best[-1])), key=lambda at: best[-1][at].score)
    while end > 0:
        way = best[end - 1][column]
        if way.source is None:
            return []
        found.append(Told(first=way.first, end=end, column=column, fit=way.fit))
        end, column = way.first, way.source
    return found[::-1]


def _text(lines: Sequence[TextLine], *, marked: bool) -> str:
    words = [word.text for line in lines for word in line.words]
    return " ".join(words[1:] if marked else words)
