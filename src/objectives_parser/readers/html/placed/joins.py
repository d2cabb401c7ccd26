"""Cells that a converter wrote as one line: `Resources Needed Evidence of`, where a column begins at `Evidence` in the
rows around. Pieces that stand nearer than a line is high are joined by a no-break space."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser.readers.html.placed.pieces import Piece
from objectives_parser.readers.html.placed.rows import Row
from objectives_parser.readers.html.placed.widths import width_of

NO_BREAK_SPACE = "\u00a0"
AT = 2.0  # points by which lines differ that begin at one place
NEAR_ROWS = 3
FARTHEST = 2.5  # ems between a row and the next that still belongs to it
LEAST, MOST = 0.2, 1.4  # ems between two cells that are joined
ROUGHLY = 0.03  # by how much the width of a text may be wrong
SELDOM = 2
MOST_CELLS = 60  # pieces of a row of a table
MOST_PLACES = 12
LONGER = 1.1  # by how much a cell may be longer than the others of its column


def part_joined(rows: Sequence[Row]) -> None:
    """Each row with its joined cells parted."""
    columns = _Columns(rows)
    parted = [list(_row_parts(rows, number, columns)) for number in range(len(rows))]
    for row, pieces in zip(rows, parted, strict=True):
        row.pieces = pieces


def _row_parts(rows: Sequence[Row], number: int, columns: _Columns) -> Iterator[Piece]:
    """The pieces of a row; a piece that has the row to itself is a title or runs over all columns, and stays whole."""
    row = rows[number]
    for before, piece, behind in zip([None, *row.pieces], row.pieces, [*row.pieces[1:], None], strict=False):
        joined = NO_BREAK_SPACE in piece.text.strip(NO_BREAK_SPACE + " ")
        if (
            not 1 < len(row.pieces) <= MOST_CELLS
            or not joined
            or (before is not None and piece.x - _end(before) < piece.size)
        ):
            yield piece
            continue
        end = min(_end(piece), behind.x - AT if behind is not None else float("inf"))
        end -= piece.size / 2 if _is_told_apart(piece) else piece.size + ROUGHLY * (end - piece.x)
        places = columns.behind(piece.x, end)
        found = [place for place in places[:MOST_PLACES] if _is_told(rows, number, piece, place)]
        yield from _parts(piece, found[0], columns) if len(found) == 1 else [piece]


class _Columns:
    """Which columns stand behind which on a page, and how wide their cells are."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._behind: dict[int, dict[int, float]] = {}
        self._widest: dict[int, float] = {}
        for row in rows:
            for cell, other in pairwise(row.pieces):
                self._behind.setdefault(round(cell.x / AT), {})[round(other.x / AT)] = other.x
            for piece in row.pieces:
                at = round(piece.x / AT)
                self._widest[at] = max(self._widest.get(at, 0.0), _end(piece) - piece.x)
        self._sorted = {at: sorted(behind.values()) for at, behind in self._behind.items()}

    def behind(self, start: float, end: float) -> list[float]:
        """The places before ``end`` where cells begin that stand right behind cells from ``start`` on, near ones as
        one."""
        at = round(start / AT)
        kept: list[float] = []
        for near in (at - 1, at, at + 1):
            places = self._sorted.get(near, [])
            first = bisect_right(places, start + AT)
            kept += places[first : min(bisect_left(places, end), first + MOST_PLACES)]
        kept.sort()
        return [place for before, place in zip([0.0, *kept], kept, strict=False) if place - before > AT]

    def has_room(self, place: float, wide: float) -> bool:
        """Whether a column has cells that are as wide."""
        at = round(place / AT)
        return wide <= LONGER * max(self._widest.get(near, 0.0) for near in (at - 1, at, at + 1))


def _is_told(rows: Sequence[Row], number: int, piece: Piece, place: float) -> bool:
    """Whether the rows above and below have a column there; those on one side suffice among the lines of a header, and
    where the piece's other blanks are of another kind."""
    last = min(len(rows), number + 1 + NEAR_ROWS)
    above = _near_at(rows, range(number - 1, max(-1, number - 1 - NEAR_ROWS), -1), number, piece, place)
    below = _near_at(rows, range(number + 1, last), number, piece, place)
    if above is not None and below is not None:
        return True
    either = above or below
    return either is not None and (_is_told_apart(piece) or (piece.bold and either.bold))


def _near_at(rows: Sequence[Row], numbers: range, number: int, piece: Piece, place: float) -> Piece | None:
    """The piece that begins at a place in the rows that follow, as far as none runs over it."""
    before = rows[number]
    for near in numbers:
        row = rows[near]
        far = abs(row.baseline - before.baseline) > FARTHEST * max(row.size, before.size)
        if far or len(row.pieces) > MOST_CELLS:
            return None
        for other in row.pieces:
            if abs(other.x - place) < AT:
                return other
        if any(other.x < place - AT and _end(other) > place + 2 * other.size for other in row.pieces):
            return None
        before = row
    return None


def _is_told_apart(piece: Piece) -> bool:
    """Whether the blanks between the words of a cell are of another kind than those between cells."""
    text = piece.text.strip()
    return text.count(" ") > SELDOM * text.count(NO_BREAK_SPACE)


def _end(piece: Piece) -> float:
    return piece.x + width_of(piece.text, piece.size, piece.font, piece.bold)


def _parts(piece: Piece, place: float, columns: _Columns) -> list[Piece]:
    """The piece cut before the column; whole where that begins within a word."""
    mark = NO_BREAK_SPACE if _is_told_apart(piece) else None
    wide = place - piece.x
    low, high = wide - MOST * piece.size - ROUGHLY * wide, wide - LEAST * piece.size + ROUGHLY * wide
    fitting = [(abs(end - (low + high) / 2), at) for at, end in _ends(piece, mark) if low <= end <= high]
    if not fitting:
        return [piece]
    at = min(fitting)[1]
    cells = [attrs.evolve(piece, text=piece.text[:at]), attrs.evolve(piece, text=piece.text[at:].strip(), x=place)]
    return cells if columns.has_room(place, _end(cells[1]) - place) else [piece]


def _ends(piece: Piece, mark: str | None) -> Iterator[tuple[int, float]]:
    """Where words end that a blank of the kind follows, and how far from the piece's begin that is."""
    last = 0
    wide = 0.0
    for at, letter in enumerate(piece.text):
        if letter == mark or (mark is None and letter.isspace()):
            wide += width_of(piece.text[last:at], piece.size, piece.font, piece.bold)
            last = at
            if 0 < at < len(piece.text) - 1:
                yield at, wide
