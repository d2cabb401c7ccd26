"""Lines under a header, one cell after the other, to cells: which lines are one cell or statement and which column it
stands in, all decided together (a semi-Markov model: what a cell says, where lines begin, the order of columns)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import attrs

from objectives_parser.document import Word
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.packed import weights
from objectives_parser.layout.text.packed.counting import coded_rows, counted_rows, numbered_rows
from objectives_parser.layout.text.packed.habits import (
    bands_are_cells,
    column_widths,
    columns_of_marks,
    itemised_columns,
)
from objectives_parser.layout.text.packed.known import Known, Ready, Span, Told
from objectives_parser.layout.text.packed.order import BAND, Gap, Order, RowByRow, SideBySide
from objectives_parser.layout.text.packed.setting import CLOSE, ROUGH
from objectives_parser.layout.text.packed.telling import (
    band_fit,
    begins,
    begins_inside,
    fits,
    is_lettered,
    mark_of,
)
from objectives_parser.layout.text.packed.weights import NEVER
from objectives_parser.layout.wrapping import names_in, text_width
from objectives_parser.records import STATEMENTS

_LONGEST, _HEAD_LINES = 9, 2
"""Lines of one statement at most, and those that show its form."""
_LEAST_BULLETS, _LEAST_BARE = 4, 2
_ROUNDS = 3


@attrs.frozen(kw_only=True)
class Reached:
    """The best way to a line's end in a column: its score, where its last cell begins, and the column before that (-1
    for the first cell, None where no way leads)."""

    score: float
    first: int = 0
    source: int | None = None
    fit: float = 0.0


_NOWHERE = Reached(score=float("-inf"))


def decoded(
    lines: Sequence[TextLine], gaps: Sequence[Gap], roles: Sequence[str | None], *, parted: bool = False
) -> list[Told]:
    """The likeliest cells, first by words alone, then with the widths that the columns have by that; ``parted`` says
    that empty lines part them and that their order is any."""
    return decoded_together([(lines, gaps)], roles, parted=parted)[0]


def decoded_together(
    parts: Sequence[tuple[Sequence[TextLine], Sequence[Gap]]], roles: Sequence[str | None], *, parted: bool = False
) -> list[list[Told]]:
    """The likeliest cells of tables of the same columns, of which what one shows holds for all."""
    roles = (*roles, BAND)
    names = None if parted else names_in(line.line for lines, _ in parts for line in lines)
    ready = [_ready(lines, gaps, roles, names, parted=parted) for lines, gaps in parts]
    if parted:
        ready = _with_bare_aims(ready)
    told = _told(ready)
    fielded = not parted and not STATEMENTS.issuperset(roles[:-1])
    if fielded and bands_are_cells(told, len(roles)):
        ready = _with(ready, banded=False)
        told = _told(ready)
    for number in range(_ROUNDS if parted else 1):
        columns = columns_of_marks(ready, told)
        if not parted and not number and (bulleted := _bulleted_column(ready, columns)) is not None:
            columns |= bulleted
            told = _told(_with(ready, columns=columns))
        ready = _with(ready, widths=column_widths(ready, told, len(roles)), columns=columns)
        if parted:
            itemised = itemised_columns(ready, told, len(roles))
            ready = [
                one if one.known.bare else attrs.evolve(one, known=attrs.evolve(one.known, itemised=itemised))
                for one in ready
            ]
        told = _told(ready)
    return told


def _ready(
    lines: Sequence[TextLine],
    gaps: Sequence[Gap],
    roles: Sequence[str | None],
    names: frozenset[str] | None,
    *,
    parted: bool,
) -> Ready:
    marks = [mark_of(line) for line in lines]
    opening = counted_rows(lines) if parted else numbered_rows(lines, gaps) or coded_rows(lines, gaps)
    starts = [weights.COUNTED_ROW if at in opening else start for at, start in enumerate(_starts(lines, gaps, names))]
    spans = [_spans_at(lines, first, starts, gaps, marks[first], roles) for first in range(len(lines))]
    if Gap.NONE not in gaps[1:] and not parted:
        # an empty line behind each line parts the items of a cell as well
        gaps = [Gap.NONE if gap is Gap.LINE else gap for gap in gaps]
    known = Known(
        order=SideBySide(roles) if parted else RowByRow(roles),
        setting=CLOSE if parted else ROUGH,
        roles=roles,
        gaps=gaps,
        starts=starts,
        marks=marks,
        widths=[None] * len(roles),
        opening=opening,
    )
    return Ready(lines=lines, spans=spans, known=known)


def _with(ready: Sequence[Ready], **known: Any) -> list[Ready]:
    return [attrs.evolve(one, known=attrs.evolve(one.known, **known)) for one in ready]


def _told(ready: Sequence[Ready]) -> list[list[Told]]:
    return [_best(one)[1] for one in ready]


def _score(ready: Sequence[Ready]) -> float:
    return sum(_best(one)[0] for one in ready)


def _bulleted_column(ready: Sequence[Ready], columns: Mapping[str, int | None]) -> dict[str, int | None] | None:
    """The column in which all bullets stand, where the words alone do not tell: the one with which all is told about as
    well as without bullets."""
    counts = Counter(mark for one in ready for mark in one.known.marks if mark and not mark[0].isalnum())
    mark, count = max(counts.items(), key=lambda found: (found[1], found[0]), default=("", 0))
    if count < _LEAST_BULLETS or columns[mark] is not None:
        return None
    stated = [at for at, role in enumerate(ready[0].known.roles) if role in STATEMENTS]
    found = {column: _score(_with(ready, columns={**columns, mark: column})) for column in stated}
    best = max(found, key=lambda column: (found[column], -column), default=None)
    if best is None or found[best] < _score(ready) + (weights.MARKED - weights.BULLET) * count:
        return None
    return {mark: best}


def _with_bare_aims(ready: list[Ready]) -> list[Ready]:
    """What is known where bullets stand before all statements but those of the first column, what the rows are about:
    if all is told about as well so as by the words alone."""
    marks = [mark for one in ready for mark in one.known.marks]
    bullets = sum(bool(mark) and not mark[0].isalnum() for mark in marks)
    roles = ready[0].known.roles
    numbered = any(mark[:1].isalnum() for mark in marks) or any(one.known.opening for one in ready)
    if roles[0] != "objective" or bullets < _LEAST_BULLETS or numbered:
        return ready
    found = _with(ready, bare=frozenset({0}), itemised=frozenset(range(1, len(roles) - 1)))
    told = [part for one in found for part in _best(one)[1] if part.column == 0]
    worse = _score(ready) - _score(found)
    return found if len(told) >= _LEAST_BARE and worse <= weights.AS_WELL * bullets else ready


def _starts(lines: Sequence[TextLine], gaps: Sequence[Gap], names: frozenset[str] | None) -> list[float]:
    """How likely each line begins something new."""
    pairs = zip(pairwise(lines), gaps[1:], strict=True)
    return [
        0.0,
        *(
            begins_inside(above, line) if gap is Gap.INNER else begins(above, line, names, apart=gap is not Gap.NONE)
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
) -> list[Span]:
    """All that may begin at a line, up to one that surely begins something else."""
    found: list[Span] = []
    inner, text, head = 0.0, "", ""
    count = 0
    for end in range(first + 1, len(lines) + 1):
        line = lines[end - 1]
        count += end - 1 == first or gaps[end - 1] is not Gap.INNER
        if count > _LONGEST:
            break
        if end - 1 > first:
            if starts[end - 1] > weights.MOST_INNER or gaps[end - 1] not in (Gap.NONE, Gap.INNER):
                break
            inner += max(0.0, starts[end - 1])
            text = f"{text} {line.text}"
        else:
            text = " ".join(word.text for word in (line.words[1:] if mark else line.words))
        head = text if count <= _HEAD_LINES else head
        if count > 1 and end < len(lines) and gaps[end] is Gap.INNER:
            continue  # only a cell of one line has its neighbour behind it
        alone = count == 1 and gaps[first] is not Gap.INNER
        words = _words(lines[first:end])
        banded = alone and (not mark or is_lettered(words))
        band = band_fit(attrs.evolve(line, words=words)) if banded else NEVER
        found.append(Span(end=end, inner=inner, fits=[*fits(text, head, roles[:-1]), band]))
    return found


def _words(pieces: Sequence[TextLine]) -> tuple[Word, ...]:
    return tuple(word for piece in pieces for word in piece.words)


def _best(ready: Ready) -> tuple[float, list[Told]]:
    """The score of the likeliest cells, and these."""
    lines, spans, known = ready.lines, ready.spans, ready.known
    roles = known.roles
    set_lines = [(text_width(line.text), text_width(" " + line.words[0].text)) for line in lines]
    inside = [gap is Gap.INNER for gap in known.gaps]
    best = [[_NOWHERE] * len(roles) for _ in lines]
    for first in range(len(lines)):
        before = best[first - 1] if first else None
        opens = first in known.opening
        sources = [_reached(before, column, known.order, known.gaps[first], opens) for column in range(len(roles))]
        for span in spans[first]:
            for column, own in enumerate(span.fits):
                if own <= NEVER or (column == len(roles) - 1 and not known.banded):
                    continue
                score, source = sources[column]
                # A name may begin each of its lines with a capital
                score += own + known.starts[first] - (span.inner if roles[column] != "owner" else 0.0)
                score += known.speaks_for(first, column)
                if (width := known.widths[column]) is not None:
                    score -= known.setting.against(_merged(set_lines, inside, first, span.end), width)
                    score -= known.setting.full(set_lines[first - 1 : first + 1], known.gaps[first], width)
                if score > best[span.end - 1][column].score:
                    best[span.end - 1][column] = Reached(score=score, first=first, source=source, fit=own)
    return max(way.score for way in best[-1]), _traced(best)


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


def _reached(before: Sequence[Reached] | None, column: int, order: Order, gap: Gap, opens: bool) -> tuple[float, int]:
    if before is None:
        return order.first(column), -1
    return max(
        (before[last].score + order.step(last, column, gap, opens=opens), last) for last in range(len(order.roles))
    )


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
