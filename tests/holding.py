"""What holds of every document that a reader of a structured format gives."""

from __future__ import annotations

import itertools

from objectives_parser.document import Block, Document, Table, block_words, spaced


def holds(document: Document) -> None:
    """Words are slices, none is in two blocks, no cell covers another."""
    assert document.blocks is not None
    words = [word for block in document.blocks for word in block_words(block)]
    places = sorted((word.start, word.end) for word in words)
    assert all(document.text[word.start : word.end] == word.text and word.text for word in words)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(places))
    assert all(word.text.split() == [word.text] for word in words)
    for block in document.blocks:
        if isinstance(block, Table):
            covers_once(block)


def composed(document: Document) -> None:
    """Every sign of a text that the reader put together is in a word, and the words stand in the order of the text."""
    holds(document)
    words = [word for block in document.blocks or () for word in block_words(block)]
    assert "".join(word.text for word in words) == "".join(document.text.split())


def covers_once(table: Table) -> None:
    """Each place of the grid belongs to exactly one cell."""
    seen = [
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]
    assert len(seen) == len(set(seen)) == table.rows * table.columns


def text_of(block: Block) -> str:
    """A block's words."""
    return spaced(block_words(block))


def outline(document: Document) -> list[tuple[str, str]]:
    """The blocks as kind and text."""
    return [(type(block).__name__, text_of(block)) for block in document.blocks or ()]


def grid(table: Table) -> list[list[str]]:
    """A table's texts by row, lines parted by `` / ``; a spanned place repeats nothing."""
    texts = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        texts[cell.row][cell.column] = " / ".join(line.text for line in cell.lines)
    return texts


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks or () if isinstance(block, Table)]
