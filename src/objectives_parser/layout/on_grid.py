"""Printed pages as lines of a text whose blanks keep what stands apart on the page apart, as programs write it that
lay the text of a page out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import GRID_X, GRID_Y, NOWHERE, Word
from objectives_parser.layout.median import median
from objectives_parser.layout.text.lines import TextLine
from objectives_parser.layout.text.places import GAP, places_of

PITCH = 0.3  # ems a column takes: narrow, so that hardly any text is longer than its room
APART = 0.6  # ems: words further apart stand in two cells
MOST_ENDS = 5
HEADING = 1.12  # of the usual size, over which a line is a heading's


@attrs.frozen(eq=False)
class Piece:
    """Words of one line that stand together: where they begin on the page, in points, and how many characters their
    text takes."""

    words: tuple[Word, ...]
    x: float
    length: int


@attrs.frozen(kw_only=True, eq=False)
class GridText:
    """Pages as a text. ``lines`` count pages from one and have words of their own, which stand on the grid;
    ``printed`` has those of the page by where they start in the document, ``heads`` the numbers of lines in larger
    type."""

    lines: tuple[TextLine, ...]
    printed: Mapping[int, Word]
    heads: frozenset[int]


def pieces_of(row: Sequence[Word]) -> list[Piece]:
    """A line of a page as what stands apart in it."""
    words = sorted(row, key=lambda word: (word.bbox or NOWHERE)[0])
    parts = [[words[0]]]
    for before, word in pairwise(words):
        room = (word.bbox or NOWHERE)[0] - (before.bbox or NOWHERE)[2]
        if room < APART * max(word.size, 1.0):
            parts[-1].append(word)
        else:
            parts.append([word])
    return [
        Piece(tuple(part), (part[0].bbox or NOWHERE)[0], sum(len(word.text) + 1 for word in part) - 1) for part in parts
    ]


def on_grid(pages: Sequence[Sequence[Sequence[Piece]]]) -> GridText:
    """Pages of lines of pieces as a text; what begins at one place of the pages begins in one column."""
    sizes = [word.size for page in pages for row in page for piece in row for word in piece.words]
    usual = max(1.0, median(sizes)) if sizes else 1.0
    columns = _Columns([row for page in pages for row in page], PITCH * usual)
    lines: list[TextLine] = []
    heads: list[int] = []
    for number, page in enumerate(pages, 1):
        top = len(lines)
        for above, row in zip([None, *page], page, strict=False):
            for _ in range(_ends(above, row) - 1):
                lines.append(_line(len(lines), number, ()))
            if min(word.size for piece in row for word in piece.words) > HEADING * usual:
                heads.append(len(lines))
            lines.append(_line(len(lines), number, tuple(columns.words(row, len(lines) - top, number))))
    printed = {word.start: word for page in pages for row in page for piece in row for word in piece.words}
    return GridText(lines=tuple(lines), printed=printed, heads=frozenset(heads))


def _ends(above: Sequence[Piece] | None, row: Sequence[Piece]) -> int:
    """How many line ends part a line from the one above: two where another would have room between them."""
    if above is None:
        return 1
    one, other = above[0].words[0], row[0].words[0]
    down = ((other.bbox or NOWHERE)[3] - (one.bbox or NOWHERE)[3]) / max(min(one.size, other.size), 1.0)
    return max(1, min(MOST_ENDS, int(down)))


def _line(number: int, page: int, words: tuple[Word, ...]) -> TextLine:
    indent = round((words[0].bbox or NOWHERE)[0] / GRID_X) if words else 0
    return TextLine(number=number, page=page, words=words, cells=(words,), indent=indent)


class _Columns:
    """The columns of the places where pieces begin."""

    def __init__(self, rows: Sequence[Sequence[Piece]], pitch: float) -> None:
        self._places = places_of(piece.x for row in rows for piece in row)
        runs = ([(self._places.at(piece.x), piece.length) for piece in row] for row in rows)
        self._columns = self._places.columns(runs, pitch, step=0)

    def words(self, row: Sequence[Piece], y: int, page: int) -> Iterator[Word]:
        """The words of a line on the grid, without their style."""
        end = 0
        for at, piece in enumerate(row):
            column = max(self._columns[self._places.at(piece.x)], end + GAP if at else 0)
            for word in piece.words:
                end = column + len(word.text)
                box = (column * GRID_X, y * GRID_Y, end * GRID_X, (y + 1) * GRID_Y)
                yield Word(text=word.text, start=word.start, end=word.end, page=page, bbox=box, size=GRID_Y)
                column = end + 1
