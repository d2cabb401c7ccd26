"""Placed lines → the rows of their page, each from left to right."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from objectives_parser.readers.html.placed.pieces import Piece

BASELINE = 0.85  # ems from the top of a line's box
LEVEL = 0.6  # ems by which the baselines of one row differ at most
NEAR_SIGN = 4.0  # ems between a bullet and its text
SIGN_LEVEL = 1.0  # ems by which the box of a bullet's own font stands off
MOST_NEAR = 4  # rows
MOST_ENDS = 5


@attrs.define
class Row:
    """Pieces on one baseline."""

    baseline: float
    size: float
    pieces: list[Piece]
    taken: set[int] = attrs.field(factory=set)

    def take(self, piece: Piece) -> None:
        """One more piece of the row."""
        self.pieces.append(piece)
        self.taken.add(round(piece.x))
        self.size = max(self.size, piece.size)


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """The rows of a page from its head to its foot."""
    rows: list[Row] = []
    signs: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (baseline(piece), piece.x)):
        if _is_sign(piece):
            signs.append(piece)
        elif rows and _goes_on(rows[-1], piece):
            rows[-1].take(piece)
        else:
            rows.append(_row_of(piece))
    rows.extend(_with_signs(rows, signs))
    for row in rows:
        row.pieces.sort(key=lambda piece: piece.x)
    return sorted(rows, key=lambda row: row.baseline)


def _goes_on(row: Row, piece: Piece) -> bool:
    if baseline(piece) - row.baseline >= LEVEL * min(piece.size, row.size):
        return False
    return row.taken.isdisjoint(range(round(piece.x) - 1, round(piece.x) + 2))


def _row_of(piece: Piece) -> Row:
    row = Row(baseline=baseline(piece), size=piece.size, pieces=[])
    row.take(piece)
    return row


def _with_signs(rows: Sequence[Row], signs: Iterable[Piece]) -> list[Row]:
    """Each sign into the row of the text right behind it, or else the nearest: its font may have its box at another
    height; the rows of those that have none."""
    baselines = [row.baseline for row in rows]
    starts = [sorted(piece.x for piece in row.pieces) for row in rows]
    alone: list[Row] = []
    for sign in signs:
        at, reach = baseline(sign), SIGN_LEVEL * sign.size
        middle = bisect_left(baselines, at)
        near = [
            number
            for number in range(max(0, middle - MOST_NEAR), min(len(rows), middle + MOST_NEAR))
            if abs(baselines[number] - at) < reach
        ]
        beside = [number for number in near if _is_before(sign, starts[number])] or near
        if beside:
            rows[min(beside, key=lambda number: abs(baselines[number] - at))].pieces.append(sign)
        elif alone and alone[-1].baseline == at:
            alone[-1].pieces.append(sign)
        else:
            alone.append(_row_of(sign))
    return alone


def _is_sign(piece: Piece) -> bool:
    """Whether a piece is one sign, such as a bullet, which is often set in a font of its own."""
    sign = piece.text.strip("\u00a0 ")
    return len(sign) == 1 and not sign.isalnum()


def _is_before(sign: Piece, starts: Sequence[float]) -> bool:
    behind = bisect_right(starts, sign.x)
    return behind < len(starts) and starts[behind] - sign.x < NEAR_SIGN * sign.size


def baseline(piece: Piece) -> float:
    return piece.top + BASELINE * piece.size


def steps(rows: Sequence[Row]) -> list[int]:
    """For each row how many line ends part it from the one above, none for the first: two where a line would have
    room."""
    downs = [(row.baseline - above.baseline) / max(above.pieces[-1].size, 1.0) for above, row in pairwise(rows)]
    return [*([0] if rows else []), *(max(1, min(MOST_ENDS, int(down))) for down in downs)]
