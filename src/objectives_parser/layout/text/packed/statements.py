"""Tables of nothing but statements in reading order, where empty lines part the cells: `Objective`, `Performance
measures`, `Milestones`, and below them what stands side by side in any order.

Which column a statement stands in is told by its number or bullet, by how wide its lines are and by what it says; a
row begins with what it is about, and what a converter wrote before the first of these belongs to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import attrs

from objectives_parser.document import Block, Cell, Furniture, Heading, Line, ListItem, Table
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.packed.bodies import is_unparted
from objectives_parser.layout.text.packed.counting import counted_rows
from objectives_parser.layout.text.packed.decoding import decoded
from objectives_parser.layout.text.packed.known import Told
from objectives_parser.layout.text.packed.order import Gap
from objectives_parser.layout.text.packed.pieces import whole_lines
from objectives_parser.layout.text.packed.statement_bodies import StatementBody, statement_bodies
from objectives_parser.layout.text.packed.statement_rows import Piece, rows_of
from objectives_parser.layout.text.packed.telling import mark_of
from objectives_parser.layout.wrapping import is_closed, starts_item

_CAPTION = 6
_MOST_TORN = 8
_MOST_LINES, _LEAST_STATED, _LEAST_FIT = 1_000, 4, -0.6


def statement_regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The tables of nothing but statements among lines that empty ones part."""
    if is_unparted(lines):
        return
    bodies = [body for body in statement_bodies(lines) if 0 < len(body.lines) <= _MOST_LINES]
    for roles in dict.fromkeys(body.head.roles for body in bodies):
        alike = [body for body in bodies if body.head.roles == roles]
        for body, told in zip(alike, map(_by_chunks, alike, _told(alike)), strict=True):
            if _is_sure(told, body):
                yield _region(lines, body, told)


def _told(bodies: Sequence[StatementBody]) -> list[list[Told]]:
    """The cells of tables with the same columns, told together: they are as wide in each."""
    lines = [line for body in bodies for line in body.lines]
    gaps = [Gap.LINE if not at else gap for body in bodies for at, gap in enumerate(body.gaps)]
    starts = [0, *accumulate(len(body.lines) for body in bodies)]
    found: list[list[Told]] = [[] for _ in bodies]
    for part in decoded(lines, gaps, bodies[0].head.roles, parted=True):
        number = bisect_right(starts, part.first) - 1
        start = starts[number]
        found[number].append(attrs.evolve(part, first=part.first - start, end=part.end - start))
    return found


def _chunks(body: StatementBody) -> list[int]:
    """Where the chunks of lines begin that empty lines part."""
    return [at for at, gap in enumerate(body.gaps) if not at or gap is not Gap.NONE]


def _has_chunks(body: StatementBody) -> bool:
    """Whether a table is no rows about anything, and has as many chunks of lines as columns."""
    return not body.about and len(_chunks(body)) == len(body.head.roles)


def _by_chunks(body: StatementBody, told: list[Told]) -> list[Told]:
    """The cells, told by the order of columns where each has its chunk."""
    if not _has_chunks(body):
        return told
    starts = _chunks(body)
    found: list[Told] = []
    for column, (start, end) in enumerate(pairwise([*starts, len(body.lines)])):
        own = decoded(body.lines[start:end], body.gaps[start:end], body.head.roles[column : column + 1], parted=True)
        found += [Told(first=part.first + start, end=part.end + start, column=column, fit=0.0) for part in own]
    return found


def _region(lines: Sequence[TextLine], body: StatementBody, told: Sequence[Told]) -> Region:
    head = body.head
    carried = [
        Furniture(lines=own, kind=kind)
        for own, kind in ((body.feet, "page-number"), (body.again, "repeated-header"))
        if own
    ]
    first, last = lines[head.first].number, lines[body.last].number
    blocks = (_table(body, lines[head.first].page, told),) if body.about else tuple(_lists(body, told))
    return Region(first=first, last=last, blocks=(*blocks, *carried))


# --- cells ----------------------------------------------------------------------------------------------------------


def _is_sure(told: Sequence[Told], body: StatementBody) -> bool:
    """Whether every column has cells, and their number, words or marks tell which."""
    columns = len(body.head.roles)
    stated = [part for part in told if part.column < columns]
    if {part.column for part in stated} != set(range(columns)) or _are_torn(stated, body.lines):
        return False
    if _has_chunks(body):
        return len(stated) > columns
    if len(stated) < _LEAST_STATED:
        return False
    return _are_marked(stated, body.lines) or sum(part.fit for part in stated) >= _LEAST_FIT * len(stated)


def _are_torn(stated: Sequence[Told], lines: Sequence[TextLine]) -> bool:
    """Whether many cells go on in small letters where the one before in their column had not ended: lines of cells side
    by side stand among each other."""
    last: dict[int, TextLine] = {}
    torn = 0
    for part in stated:
        before = last.get(part.column)
        torn += lines[part.first].text[:1].islower() and (before is None or not is_closed(before.line))
        last[part.column] = lines[part.end - 1]
    return _MOST_TORN * torn > len(stated)


def _are_marked(stated: Sequence[Told], body: Sequence[TextLine]) -> bool:
    """Whether numbers or bullets tell what the rows are about from what stands beside it."""
    counted = counted_rows(body)
    if counted:
        return all((part.first in counted) == (part.column == 0) for part in stated)
    marked = [bool(mark_of(body[part.first])) for part in stated]
    return all(mark == (part.column > 0) for part, mark in zip(stated, marked, strict=True))


# --- blocks ---------------------------------------------------------------------------------------------------------


def _pieces(body: StatementBody, told: Sequence[Told]) -> Iterator[Piece]:
    """The statements and the titles over rows in order."""
    bands = list(body.bands)
    for part in told:
        while bands and bands[0][0] < body.lines[part.first].number:
            yield Piece(None, bands.pop(0)[1])
        lines = tuple(whole_lines(body.lines[part.first : part.end]))
        yield Piece(part.column if part.column < len(body.head.roles) else None, lines)
    for _, own in bands:
        yield Piece(None, own)


def _table(body: StatementBody, page: int, told: Sequence[Told]) -> Table:
    head = body.head
    cells = [
        Cell(row=0, column=at, lines=(Line(phrase),), header=True, page=page) for at, phrase in enumerate(head.phrases)
    ]
    number = 0
    for row in rows_of(_pieces(body, told), about=True):
        for title in row.titles:
            number += 1
            cells.append(Cell(row=number, column=0, column_span=len(head.roles), lines=title.lines, page=page))
        number += bool(row.pieces)
        for column in sorted(set(row.columns)):
            lines = tuple(row.lines(column))
            cells.append(Cell(row=number, column=column, lines=lines, page=page, repaired=True))
    pages = tuple(sorted({page, *(line.page for line in body.lines)}))
    return Table(cells=tuple(cells), rows=number + 1, columns=len(head.roles), pages=pages, way="aligned")


def _lists(body: StatementBody, told: Sequence[Told]) -> Iterator[Block]:
    """The columns of a table whose rows are about nothing that stands in it, each as a list under its header."""
    pieces = list(_pieces(body, told))
    for at, phrase in enumerate(body.head.phrases):
        yield Heading(lines=(Line(phrase),), level=_CAPTION)
        for piece in pieces:
            if piece.column == at:
                yield ListItem(lines=piece.lines, marker=int(starts_item(piece.lines[0])))
    for piece in pieces:
        if piece.column is None:
            yield Heading(lines=piece.lines, level=1)
