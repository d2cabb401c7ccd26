"""What a cell says as it is printed: its words, their text, and both as a passage."""

from __future__ import annotations

from objectives_parser.document import Cell, Word
from objectives_parser.drafts import Passage
from objectives_parser.statements import text_of


def cell_words(cell: Cell) -> tuple[Word, ...]:
    """The cell's words in reading order."""
    return tuple(word for line in cell.lines for word in line.words)


def cell_text(cell: Cell) -> str:
    """The cell's words as running text, those put together that a line's end broke."""
    return text_of(line.words for line in cell.lines)


def cell_passage(cell: Cell) -> Passage:
    """All that the cell says."""
    return Passage(cell_text(cell), cell_words(cell))
