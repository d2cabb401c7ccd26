"""Pages of placed lines → a text whose words stand as on the page, and the boxes that the words have there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import attrs

from objectives_parser.document import BBox, Word
from objectives_parser.readers.html.placed.columns import Columns, shown
from objectives_parser.readers.html.placed.joins import part_joined
from objectives_parser.readers.html.placed.pieces import Piece, Sheet
from objectives_parser.readers.html.placed.rows import rows_of, steps
from objectives_parser.readers.html.placed.widths import width_of

PITCH = 0.45  # ems a character takes
LETTERS_A_WEIGHT = 20
TALL = 1.15  # ems from the top of a word to its foot


@attrs.frozen(kw_only=True)
class Span:
    """A piece in the text: where it begins, how much room it has on its page, in points."""

    start: int
    piece: Piece
    room: float


@attrs.frozen(kw_only=True)
class Laid:
    """The text of all pages, a form feed behind each, and its pieces in order."""

    text: str
    spans: tuple[Span, ...]

    def box(self, word: Word) -> BBox | None:
        """About where a word stands on its page; None for one that the page places nowhere."""
        at = bisect_right(self.spans, word.start, key=lambda span: span.start) - 1
        if at < 0:
            return None
        span = self.spans[at]
        piece, text = span.piece, shown(span.piece)
        first = word.start - span.start
        if first >= len(text):
            return None
        wide = _wide(piece, text)
        share = min(1.0, span.room / wide) if wide else 1.0
        left = piece.x + share * _wide(piece, text[:first])
        right = left + share * _wide(piece, word.text)
        return (left, piece.top, right, piece.top + TALL * piece.size)


def lay(sheets: Sequence[Sheet], most: int) -> Laid | None:
    """The pages as one text; None where it would have more than ``most`` characters."""
    pitch = PITCH * _usual_size(sheets)
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for sheet in sheets:
        for text, found in _page(sheet, pitch):
            spans.extend(attrs.evolve(span, start=at + span.start) for span in found)
            parts.append(text)
            at += len(text)
            if at > most:
                return None
    return Laid(text="".join(parts), spans=tuple(spans))


def _usual_size(sheets: Sequence[Sheet]) -> float:
    sizes = [
        piece.size for sheet in sheets for piece in sheet.pieces for _ in range(1 + len(piece.text) // LETTERS_A_WEIGHT)
    ]
    return max(1.0, median(sizes)) if sizes else 1.0


def _page(sheet: Sheet, pitch: float) -> Iterator[tuple[str, list[Span]]]:
    """The lines of a page, each with the line ends before it; what is placed nowhere stands at the end."""
    rows = rows_of(sheet.pieces)
    part_joined(rows)
    columns = Columns(rows, pitch)
    for step, row in zip(steps(rows), rows, strict=True):
        cells = columns.line(row)
        rooms = [cell.x - piece.x for (_, piece), (_, cell) in pairwise(cells)]
        ends = "\n" * step
        parts, spans, end = [ends], [], 0
        for (column, piece), room in zip(cells, [*rooms, float("inf")], strict=True):
            text = shown(piece)
            parts += (" " * (column - end), text)
            spans.append(Span(start=len(ends) + column, piece=piece, room=room))
            end = column + len(text)
        yield "".join(parts), spans
    yield "".join(f"\n{text}" for text in sheet.loose) + "\n\f", []


def _wide(piece: Piece, text: str) -> float:
    return width_of(text, piece.size, piece.font, piece.bold)
