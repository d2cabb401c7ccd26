"""Lines under a header, one cell after the other, to cells: which lines are one cell or statement and which column it
stands in, all decided together (a semi-Markov model: what a cell says, where lines begin, the order of columns)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed.pieces import whole_lines
from objectives_parser.layout.text.packed.telling import (
    NEVER,
    STATEMENTS,
    band_fit,
    begins,
    begins_inside,
    fits,
    mark_of,
)
from objectives_parser.layout.wrapping import text_width
from objectives_parser.values.date_patterns import MON

_LONGEST, _HEAD_LINES = 9, 2
"""Lines of one statement at most, and those that show its form."""
_MOST_INNER = 2.5
_AGAIN, _FIELD_AGAIN, _SKIPPED, _BACK = 0.2, 4.0, 0.7, 1.2
_NO_AIM = 1.5
_OPENS = 4.0
_LEAST_LINES, _LEAST_MARKED, _MARKED = 3, 2, 2.0


BAND = "band"
"""The role of a line that stands over rows of the table and in none of its columns."""


class Gap(Enum):
    """What parts a line from the one above: nothing, an empty line, or as many as an empty cell leaves; ``INNER`` for a
    piece that goes on in the same line."""

    NONE = 0
    LINE = 1
    EMPTY_CELL = 2
    INNER = 3


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
    roles = (*roles, BAND)
    marks = [mark_of(line) for line in lines]
    opening = numbered_rows(lines, gaps)
    starts = [_OPENS if at in opening else start for at, start in enumerate(_starts(lines, gaps))]
    spans = [_spans_at(lines, first, starts, gaps, marks[first], roles) for first in range(len(lines))]
    if Gap.NONE not in gaps[1:]:
        # an empty line behind each line parts the items of a cell as well
        gaps = [Gap.NONE if gap is Gap.LINE else gap for gap in gaps]
    known = _Known(roles=roles, gaps=gaps, starts=starts, marks=marks, widths=[None] * len(roles), opening=opening)
    told = _best(lines, spans, known)
    columns = {mark: _column_of(mark, marks, told) for mark in set(marks) if mark}
    return _best(lines, spans, attrs.evolve(known, widths=_widths(lines, told, len(roles)), columns=columns))


@attrs.frozen(kw_only=True)
class _Span:
    """Lines up to before ``end`` that may be one statement or cell: what speaks against it inside, and how well it fits
    each column."""

    end: int
    inner: float
    fits: Sequence[float]


_ROW_NUMBER = regex.compile(r"(\d{1,2})[.)]?$")
# "27 May – 3 June"
_MONTH = regex.compile(rf"{MON}\.?,?$", regex.IGNORECASE)
_FEWEST_ROWS, _NEAR_HEAD = 2, 3


def numbered_rows(lines: Sequence[TextLine], gaps: Sequence[Gap]) -> frozenset[int]:
    """The lines that open rows by a number, where those count on through the whole table from its first lines: `1
    Dredge the channel`, `2 Mend the pier`."""
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        number = _ROW_NUMBER.match(line.words[0].text) if gaps[at] is not Gap.INNER else None
        following = line.words[1:2] or (lines[at + 1].words[:1] if at + 1 < len(lines) else ())
        if number is not None and following and following[0].text[0].isupper() and not _MONTH.match(following[0].text):
            found.append((at, int(number.group(1))))
    counts_on = all(after[1] == before[1] + 1 for before, after in pairwise(found))
    if (
        len(found) < _FEWEST_ROWS
        or not counts_on
        or sum(gap is not Gap.INNER for gap in gaps[: found[0][0]]) > _NEAR_HEAD
    ):
        return frozenset()
    return frozenset(at for at, _ in found)


def _starts(lines: Sequence[TextLine], gaps: Sequence[Gap]) -> list[float]:
    """How likely each line begins something new."""
    pairs = zip(pairwise(lines), gaps[1:], strict=True)
    return [
        0.0,
        *(
            begins_inside(line) if gap is Gap.INNER else begins(above, line, apart=gap is not Gap.NONE)
            for (above, line), gap in pairs
        ),
    ]


def _spans_at(
    lines: Sequence[TextLine],
    first: int,
    starts: Sequence[float],
    gaps: Sequence[Gap],
    mark: str,
    roles: Sequence[str | None],
) -> list[_Span]:
    """All that may begin at a line, up to one that surely begins something else."""
    found: list[_Span] = []
    inner, text, head = 0.0, "", ""
    count = 0
    for end in range(first + 1, len(lines) + 1):
        line = lines[end - 1]
        count += end - 1 == first or gaps[end - 1] is not Gap.INNER
        if count > _LONGEST:
            break
        if end - 1 > first:
            if starts[end - 1] > _MOST_INNER or gaps[end - 1] not in (Gap.NONE, Gap.INNER):
                break
            inner += max(0.0, starts[end - 1])
            text = f"{text} {line.text}"
        else:
            text = " ".join(word.text for word in (line.words[1:] if mark else line.words))
        head = text if count <= _HEAD_LINES else head
        if count > 1 and end < len(lines) and gaps[end] is Gap.INNER:
            continue  # only a cell of one line has its neighbour behind it
        alone = count == 1 and gaps[first] is not Gap.INNER
        band = band_fit(attrs.evolve(line, words=_words(lines[first:end]))) if alone and not mark else NEVER
        found.append(_Span(end=end, inner=inner, fits=[*fits(text, head, roles[:-1]), band]))
    return found


def _words(pieces: Sequence[TextLine]) -> tuple[Word, ...]:
    return tuple(word for piece in pieces for word in piece.words)


@attrs.frozen(kw_only=True, eq=False)
class _Known:
    """What is known of the columns: how wide they are, how each line is marked, and in which column each kind of mark
    mostly stands (`a)`, `b)` over the measures)."""

    roles: Sequence[str | None]
    gaps: Sequence[Gap]
    starts: Sequence[float]
    marks: Sequence[str]
    widths: Sequence[float | None]
    columns: Mapping[str, int | None] = attrs.field(factory=dict)
    opening: frozenset[int] = frozenset()

    def speaks_for(self, line: int, column: int) -> float:
        """What the mark of a cell's first line says of its column."""
        if line in self.opening:
            return _MARKED if column == 0 else -2 * _MARKED
        if self.opening and column == 0:
            return -2 * _MARKED  # each row's first cell has its number
        own = self.columns.get(self.marks[line])
        return 0.0 if own is None else _MARKED if own == column else -_MARKED


def _column_of(mark: str, marks: Sequence[str], told: Sequence[Told]) -> int | None:
    """The column in which most statements with that mark stand; None where no column has most of them."""
    counts = Counter(part.column for part in told if marks[part.first] == mark)
    column, count = max(counts.items(), key=lambda found: (found[1], -found[0]), default=(0, 0))
    # letters count within one column, bullets may stand in several
    most = count * 2 > counts.total() if mark[:1].isalnum() or len(mark) > 1 else count * 4 > 3 * counts.total()
    return column if count >= _LEAST_MARKED and most else None


def _widths(lines: Sequence[TextLine], told: Sequence[Told], columns: int) -> list[float | None]:
    """How wide the lines of each column are that go on in another one; None where there are too few."""
    found: list[float | None] = []
    for column in range(columns):
        own = [whole_lines(lines[part.first : part.end]) for part in told if part.column == column]
        inner = sorted(text_width(line.text) for cell in own for line in cell[:-1])
        known = len(inner) >= _LEAST_LINES and column < columns - 1
        found.append(inner[int(len(inner) * 0.9)] if known else None)
    return found


def _best(lines: Sequence[TextLine], spans: Sequence[Sequence[_Span]], known: _Known) -> list[Told]:
    roles = known.roles
    set_lines = [(text_width(line.text), text_width(" " + line.words[0].text)) for line in lines]
    inside = [gap is Gap.INNER for gap in known.gaps]
    best = [[_NOWHERE] * len(roles) for _ in lines]
    for first in range(len(lines)):
        before = best[first - 1] if first else None
        sources = [_reached(before, column, roles, known.gaps[first]) for column in range(len(roles))]
        for span in spans[first]:
            for column, own in enumerate(span.fits):
                if own <= NEVER:
                    continue
                score, source = sources[column]
                # A name may begin each of its lines with a capital
                score += own + known.starts[first] - (span.inner if roles[column] != "owner" else 0.0)
                score += known.speaks_for(first, column)
                if (width := known.widths[column]) is not None:
                    score -= _badly_set(_merged(set_lines, inside, first, span.end), width)
                if score > best[span.end - 1][column].score:
                    best[span.end - 1][column] = Reached(score=score, first=first, source=source, fit=own)
    return _traced(best)


def _merged(
    pieces: Sequence[tuple[float, float]], inside: Sequence[bool], first: int, end: int
) -> Sequence[tuple[float, float]]:
    """The widths of the lines that the pieces make."""
    if not any(inside[first + 1 : end]):
        return pieces[first:end]
    lines = [pieces[first]]
    for at in range(first + 1, end):
        taken, word = pieces[at]
        lines[-1:] = [(lines[-1][0] + taken, lines[-1][1])] if inside[at] else [lines[-1], (taken, word)]
    return lines


def _badly_set(lines: Sequence[tuple[float, float]], width: float) -> float:
    """What speaks against lines being one wrapped text of a column: a line behind which the next word would have found
    room, or one too long. Each line's width, and that of its first word."""
    early = sum(taken + word < 0.85 * width for (taken, _), (_, word) in pairwise(lines))
    return 1.5 * early + 2.0 * sum(taken > 1.2 * width for taken, _ in lines)


def _reached(before: Sequence[Reached] | None, column: int, roles: Sequence[str | None], gap: Gap) -> tuple[float, int]:
    if before is None:
        return (0.0 if column in (0, len(roles) - 1) else -2.0 - 0.5 * column), -1
    return max((before[last].score + _step(last, column, roles, gap), last) for last in range(len(roles)))


def _step(last: int, column: int, roles: Sequence[str | None], gap: Gap) -> float:
    """What the order of columns speaks for: the next column, or the first one behind the last; behind the empty lines
    of an empty cell, one further on."""
    if gap is Gap.INNER and column <= last:
        return float("-inf")  # what stands behind a cell on its line is another column's
    columns = len(roles) - 1
    if column == columns:
        return NEVER if last == columns else -_SKIPPED * (columns - 1 - last)
    if last == columns:
        return NEVER if column else 0.0
    stated = roles[column] in STATEMENTS
    fielded = not STATEMENTS.issuperset(role for role in roles[:-1] if role)
    if column == last:
        return -_FIELD_AGAIN if not stated else -_AGAIN if gap is Gap.NONE or not fielded else -_FIELD_AGAIN / 2
    skipped: float = column - last - 1 if column > last else column + columns - 1 - last
    if gap is Gap.EMPTY_CELL:
        return -_SKIPPED * abs(skipped - 1)
    over = range(last + 1, column) if column > last else range(column)
    skipped += _NO_AIM * sum(roles[at] == "objective" for at in over)
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
