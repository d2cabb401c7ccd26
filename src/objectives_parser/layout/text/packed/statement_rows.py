"""Statements told to columns → rows: a row begins with what it is about; what stands before the first of these, or
before a title over the next one, may be the next row's as well."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import attrs

from objectives_parser.document import Line
from objectives_parser.layout.wrapping import is_closed, wants_more


@attrs.frozen
class Piece:
    """A statement's lines in a column; a title over rows has none."""

    column: int | None
    lines: tuple[Line, ...]


@attrs.define
class Row:
    """The statements of a row in the order they were written in, and the titles over it."""

    titles: list[Piece]
    pieces: list[Piece] = attrs.field(factory=list)

    def last(self, column: int) -> Line | None:
        """The last line of a column."""
        return next((piece.lines[-1] for piece in reversed(self.pieces) if piece.column == column), None)

    @property
    def columns(self) -> list[int]:
        return [piece.column for piece in self.pieces if piece.column is not None]

    def lines(self, column: int) -> list[Line]:
        """The lines of a column, those that begin a statement marked."""
        return [
            Line(line.words, begins=not at and line.begins is not False)
            for piece in self.pieces
            if piece.column == column
            for at, line in enumerate(piece.lines)
        ]


def rows_of(pieces: Iterable[Piece], *, about: bool) -> list[Row]:
    """The rows; ``about`` says whether the first column has what they are about."""
    rows: list[Row] = []
    titles: list[Piece] = []
    for piece in pieces:
        open_row = rows[-1] if rows and not titles else None
        begun = about and open_row is not None and 0 not in open_row.columns
        if piece.column is None:
            (open_row.titles if open_row is not None and begun else titles).append(piece)
            continue
        going_on = _going_on(open_row, piece) if open_row is not None else None
        if open_row is None or (going_on is None and about and not piece.column and not begun):
            rows.append(open_row := Row(titles))
            titles = []
        open_row.pieces.append(going_on or piece)
    if titles:
        rows.append(Row(titles))
    for before, row in pairwise(rows):
        _hand_on(before, row)
    return rows


def _going_on(row: Row, piece: Piece) -> Piece | None:
    """The piece as what goes on in a cell of the row, over a page's end or the room between its lines, if it does."""
    first = piece.lines[0]
    if not first.text[:1].islower():
        return None
    broken = [column for column in dict.fromkeys(row.columns) if (last := row.last(column)) and wants_more(last)]
    own = row.last(piece.column or 0)
    if len(broken) == 1 or piece.column in broken:
        column: int | None = piece.column if piece.column in broken else broken[0]
    elif own is not None and not is_closed(own):
        column = piece.column
    else:
        return None
    return Piece(column, (Line(first.words, begins=False), *piece.lines[1:]))


def _hand_on(before: Row, row: Row) -> None:
    """Moves what stands at the end of the row before a title to the row below it, where that has nothing in a column
    of which the row above has several: the statements from the first of the columns on."""
    if not row.titles or not row.pieces:
        return
    columns = before.columns
    start = max(
        (at for at in range(1, len(columns)) if columns[at] < columns[at - 1] or not columns[at - 1]), default=0
    )
    moved, left = columns[start:], columns[:start]
    if 0 in moved or set(moved) <= set(row.columns) or not set(moved) <= set(left):
        return
    row.pieces[:0] = before.pieces[start:]
    del before.pieces[start:]
