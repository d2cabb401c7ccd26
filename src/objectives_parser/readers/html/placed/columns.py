"""In which column of a text each placed line begins: what begins at one place of the page begins in one column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from objectives_parser.readers.html.placed.pieces import Piece
from objectives_parser.readers.html.placed.rows import Row
from objectives_parser.readers.html.placed.widths import width_of

NEAR = 1.5  # points between lines that begin at one place
FURTHEST = 400  # columns
GAP = 3  # blanks between columns
SHARED = 3  # pieces that begin at the place of a column
INDENT = 4  # columns at most by which a line is set in from another, whatever was pushed aside
WORD_GAP = 0.9  # ems: what is further apart stands apart
NO_GAP = 0.5
SURE = 10.0  # ems: the width of shorter texts is well known
ROUGHLY = 0.1  # by how much the width of a text may be wrong


class Columns:
    """The columns of a page's places; a column is as wide as ``pitch`` points where nothing pushes it aside."""

    def __init__(self, rows: Sequence[Row], pitch: float) -> None:
        self._starts = _starts([piece.x for row in rows for piece in row.pieces])
        self._columns = [0] * len(self._starts)
        self._shared = [0] * len(self._starts)
        for row in rows:
            for piece in row.pieces:
                self._shared[self._at(piece)] += 1
        self._place(rows, pitch)

    def _place(self, rows: Sequence[Row], pitch: float) -> None:
        """Each start as far right as it stands, and right of what stands left of it in any row."""
        left = min(self._starts, default=0.0)
        least = [min(FURTHEST, round((start - left) / pitch)) for start in self._starts]
        after: list[list[tuple[int, int]]] = [[] for _ in self._starts]
        for row in rows:
            for at, run in self._runs(row):
                after[at].append(run)
        column = 0
        for at in range(len(least)):
            if at:
                column += min(INDENT, max(1, round((self._starts[at] - self._starts[at - 1]) / pitch)))
            column = max(column, least[at])
            self._columns[at] = min(column, 4 * FURTHEST)
            for length, behind in after[at]:
                if behind >= 0:
                    least[behind] = max(least[behind], min(FURTHEST, column + length + GAP))

    def _runs(self, row: Row) -> list[tuple[int, tuple[int, int]]]:
        """For each run of pieces that go on in one another: its start, its length, and the start behind it."""
        runs: list[list[int]] = []
        for before, piece in zip([None, *row.pieces], row.pieces, strict=False):
            if before is not None and self._goes_on(before, piece):
                runs[-1][1] += 1 + len(shown(piece))
            else:
                runs.append([self._at(piece), len(shown(piece))])
        behind = [start for start, _ in runs[1:]] + [-1]
        return [(start, (length, after)) for (start, length), after in zip(runs, behind, strict=True)]

    def _at(self, piece: Piece) -> int:
        return max(0, bisect_right(self._starts, piece.x) - 1)

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


def _starts(places: Sequence[float]) -> list[float]:
    """The places where lines begin, near ones taken as one."""
    starts: list[float] = []
    for place in sorted(places):
        if not starts or place - starts[-1] > NEAR:
            starts.append(place)
    return starts


def shown(piece: Piece) -> str:
    """The text of a piece, one blank between two words."""
    return " ".join(piece.text.replace("\u00a0", " ").split())
