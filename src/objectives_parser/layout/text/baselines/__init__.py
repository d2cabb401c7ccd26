"""Tables of text in which every line of the page is one line: the pieces of a row's cells stand behind each other with
a single blank between them, as programs write that take all words of the same height together.

`Action Owner By when` over `Train the crews of the Harbour May 2031` and `northern harbours Office`: the header tells
the columns; where each line is cut, all lines decide together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Cell, Furniture, Line, Table, Word
from objectives_parser.layout.text.baselines import weights
from objectives_parser.layout.text.baselines.heads import level_heads
from objectives_parser.layout.text.baselines.level_lines import LevelLine, level_line
from objectives_parser.layout.text.baselines.readings import BAND, State, traced
from objectives_parser.layout.text.baselines.widths import told_with_widths
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.packed.edges import printed_at_edges
from objectives_parser.layout.text.packed.heads import Head
from objectives_parser.records import STATEMENTS

_MOST_EMPTY, _MOST_LINES, _MOST_COLUMNS = 6, 400, 7
_LEAST_LINES, _LEAST = 2, 2.0
_TEN, _LEAST_SHARED = 10, 4
_WIDER_THAN, _WIDE, _LEAST_INNER = 7, 18_000, 0.18


@attrs.frozen(kw_only=True, eq=False)
class _Body:
    """The lines under a header, and what of them stands at the edges of pages."""

    head: Head
    lines: Sequence[LevelLine]
    feet: Sequence[TextLine]


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The tables among the lines, each from its header to where its rows end."""
    if _MOST_EMPTY * sum(not line.words for line in lines) >= len(lines):
        return
    alike: dict[tuple[str, ...], list[_Body]] = defaultdict(list)
    for body in _bodies(lines):
        if len(body.head.roles) <= _MOST_COLUMNS and len(body.lines) >= _LEAST_LINES:
            alike[body.head.roles].append(body)
    for roles, bodies in alike.items():
        if not _are_joined([line for body in bodies for line in body.lines]):
            continue
        told = told_with_widths([body.lines for body in bodies], roles)
        for body, states in zip(bodies, told, strict=True):
            best = max(states, key=lambda state: state.whole, default=None)
            read = _without_tail(traced(best), len(roles)) if best is not None else ()
            if read and _is_sure(read, roles):
                yield _region(lines, body, read)


def _bodies(lines: Sequence[TextLine]) -> Iterator[_Body]:
    full = [line for line in lines if line.words]
    heads = level_heads(full)
    edges = printed_at_edges(lines) if heads else frozenset()
    for number, head in enumerate(heads):
        end = heads[number + 1].first if number + 1 < len(heads) else len(full)
        inside = full[head.end : min(end, head.end + _MOST_LINES)]
        feet = [line for line in inside if line.number in edges]
        body = [level_line(line) for line in inside if line.number not in edges]
        yield _Body(head=head, lines=body, feet=feet)


def _are_joined(lines: Sequence[LevelLine]) -> bool:
    """Whether lines are long, and many have a capital behind a small letter, as where the next cell of a row begins;
    the lines of single cells are short, and begin with the capitals that they have. Where blanks set cells apart, they
    tell the columns."""
    if len(lines) < _LEAST_LINES or _TEN * sum(line.spaced for line in lines) > len(lines):
        return False
    wide = sorted(line.width(0, len(line.texts)) for line in lines)[_WIDER_THAN * len(lines) // _TEN]
    inner = sum(line.kept[-1] <= weights.KEPT_STOP for line in lines)
    return wide >= _WIDE and inner >= _LEAST_INNER * len(lines)


def _without_tail(states: Sequence[State], columns: int) -> Sequence[State]:
    """The lines without a last row that has nothing but its first cell, as a title behind the table has."""
    begun = [at for at, state in enumerate(states) if state.row is not None]
    while begun:
        last = {piece.column for state in states[begun[-1] :] for piece in state.pieces}
        if len(last) > 1 and last != {columns}:
            break
        states = states[: begun.pop()]
    return states


def _is_sure(states: Sequence[State], roles: Sequence[str]) -> bool:
    """Whether the lines are well told, and many of them have pieces of several cells."""
    filled = {piece.column for state in states for piece in state.pieces}
    shared = sum(len(state.pieces) > 1 for state in states)
    if any(at not in filled for at, role in enumerate(roles) if role in STATEMENTS):
        return False
    return states[-1].whole >= _LEAST * len(states) and _TEN * shared >= _LEAST_SHARED * len(states)


def _region(lines: Sequence[TextLine], body: _Body, states: Sequence[State]) -> Region:
    last = body.lines[len(states) - 1].source.number
    first = next(line for line in lines if line.words and line.words[0] is body.head.phrases[0][0])
    feet = tuple(line.line for line in body.feet if line.number < last)
    carried = (Furniture(lines=feet, kind="page-number"),) if feet else ()
    return Region(first=first.number, last=last, blocks=(_table(body, states, first), *carried))


def _table(body: _Body, states: Sequence[State], first: TextLine) -> Table:
    roles = body.head.roles
    cells = [
        Cell(row=0, column=at, lines=_lines_of(phrase, first), header=True, page=first.page)
        for at, phrase in enumerate(body.head.phrases)
    ]
    rows, bands = _rows(body, states)
    for number, row in enumerate(rows, 1):
        for column, said in row.items():
            band = number - 1 in bands
            spans, wide = (1, len(roles)) if band else (1 if column else _spans(rows, number - 1), 1)
            cell = Cell(row=number, column=column, row_span=spans, column_span=wide, lines=tuple(said))
            cells.append(attrs.evolve(cell, page=first.page, repaired=not band))
    pages = tuple(sorted({first.page, *(line.source.page for line in body.lines[: len(states)])}))
    return Table(cells=tuple(cells), rows=len(rows) + 1, columns=len(roles), pages=pages, way="aligned")


def _rows(body: _Body, states: Sequence[State]) -> tuple[list[dict[int, list[Line]]], set[int]]:
    """The lines of each cell by row and column, and which rows are lines over the others."""
    rows: list[dict[int, list[Line]]] = []
    bands: set[int] = set()
    for state, line in zip(states, body.lines, strict=False):
        if state.row == BAND:
            bands.add(len(rows))
            rows.append({0: [line.source.line]})
            continue
        if state.row is not None or not rows:
            rows.append({})
        for piece in state.pieces:
            own = _row_of(rows, piece.column, state.row)
            own.setdefault(piece.column, []).append(Line(line.words(piece.first, piece.end), begins=piece.new))
    return rows, bands


def _lines_of(phrase: Sequence[Word], first: TextLine) -> tuple[Line, ...]:
    """A header cell's words in the header's first line and below it."""
    end = first.words[-1].end
    above, below = (tuple(word for word in phrase if (word.start < end) is up) for up in (True, False))
    return tuple(Line(words) for words in (above, below) if words)


def _row_of(rows: Sequence[dict[int, list[Line]]], column: int, begun: int | None) -> dict[int, list[Line]]:
    """The row to whose cell a piece belongs: the last one, or that in which a cell that goes on over it began."""
    if column == 0:
        return next((row for row in reversed(rows) if 0 in row), rows[-1]) if begun != 0 else rows[-1]
    return rows[-1]


def _spans(rows: Sequence[dict[int, list[Line]]], at: int) -> int:
    end = at + 1
    while end < len(rows) and 0 not in rows[end]:
        end += 1
    return end - at
