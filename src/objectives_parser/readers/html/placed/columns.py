"""In which column of a text each placed line begins: what begins at one place of the page begins in one column."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.layout.text.places import GAP, places_of
from objectives_parser.readers.html.placed.pieces import Piece
from objectives_parser.readers.html.placed.rows import Row
from objectives_parser.readers.html.placed.widths import width_of

SHARED = 3  # pieces that begin at the place of a column
WORD_GAP = 0.9  # ems: what is further apart stands apart
NO_GAP = 0.5
SURE = 10.0  # ems: the width of shorter texts is well known
ROUGHLY = 0.1  # by how much the width of a text may be wrong


class Columns:
    """The columns of a page's places; a column is as wide as ``pitch`` points where nothing pushes it aside."""

    def __init__(self, rows: Sequence[Row], pitch: float) -> None:
        self._places = places_of(piece.x for row in rows for piece in row.pieces)
        self._shared = [0] * len(self._places.starts)
        for row in rows:
            for piece in row.pieces:
                self._shared[self._at(piece)] += 1
        self._columns = self._places.columns(map(self._runs, rows), pitch, step=1)

    def _runs(self, row: Row) -> list[tuple[int, int]]:
        """For each run of pieces that go on in one another: the place where it begins, and its length."""
        runs: list[tuple[int, int]] = []
        for before, piece in zip([None, *row.pieces], row.pieces, strict=False):
            if before is not None and self._goes_on(before, piece):
                place, length = runs.pop()
                runs.append((place, length + 1 + len(shown(piece))))
            else:
                runs.append((self._at(piece), len(shown(piece))))
        return runs

    def _at(self, piece: Piece) -> int:
        return self._places.at(piece.x)

    def _goes_on(self, before: Piece, piece: Piece) -> bool:
        """Whether a piece follows right on another: converters part a line where its font changes."""
        if before.font == piece.font:
            return False
        wide = width_of(shown(before), before.size, before.font, before.bold)
        gap = piece.x - before.x - wide
        if self._shared[self._at(piece)] >= SHARED:
            return wide < SURE * before.size and gap < NO_GAP * piece.size
        return gap < WORD_GAP * piece.size + ROUGHLY * wide

    def line(self, row: Row) -> list[tuple[int, Piece]]:
        """The pieces of a row, each with the column where its text begins."""
        line: list[tuple[int, Piece]] = []
        end = 0
        for piece in row.pieces:
            if line and self._goes_on(line[-1][1], piece):
                at = end + 1
            else:
                at = max(self._columns[self._at(piece)], end + GAP if line else 0)
            line.append((at, piece))
            end = at + len(shown(piece))
        return line


def shown(piece: Piece) -> str:
    """The text of a piece, one blank between two words."""
    return " ".join(piece.text.replace("\u00a0", " ").split())
