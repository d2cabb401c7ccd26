"""Paragraphs of a cell that a converter ran together: `within the agreed costBidders trust the process`,
`published Oct 2012First deeds signed`. Where nothing else parts them, the letters do: a capital behind a small letter,
a full stop, a bracket or a year, without a blank between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from objectives_parser import late
from objectives_parser.document import Block, Document, Line, Table, Word

# Typed by hand, one such place in a document is a slip.
_FEWEST = 2
# `eBay`, `LinkedIn`, `v2.Final`: the word before the seam is all in small letters, has three at least
_SEAM = late.compile(
    r"(?=\p{Lu}(?:\p{Ll}{2}|\p{Ll}?$))"
    r"(?<=(?<![\p{L}.@/])\p{Ll}{3,30}|\p{Ll}{2}[.;!?]|\p{Ll}\p{Ll}\)|(?<!\d)(?:19|20)\d\d|\d%)"
)
_ADDRESS = ("@", "//", "www.")


def with_seams_cut(document: Document) -> Document:
    """The document, the cells of its tables cut into the paragraphs that were run together in them."""
    if document.blocks is None or not _has_seams(document):
        return document
    return attrs.evolve(document, blocks=tuple(_cut(block) for block in document.blocks))


def _has_seams(document: Document) -> bool:
    return len(list(islice(_SEAM.finditer(document.text), _FEWEST))) == _FEWEST


def _cut(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    cells = tuple(
        cell if cell.header else attrs.evolve(cell, lines=tuple(_cut_lines(cell.lines))) for cell in block.cells
    )
    return attrs.evolve(block, cells=cells)


def _cut_lines(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        words: list[Word] = []
        rest = line
        for word in line.words:
            parts = list(_parts(word))
            for part in parts[:-1]:
                yield attrs.evolve(rest, words=(*words, part))
                words, rest = [], Line((), True)
            words.append(parts[-1])
        yield line if rest is line else attrs.evolve(rest, words=tuple(words))


def _parts(word: Word) -> Iterator[Word]:
    """The word, cut at its seams."""
    text, at = word.text, 0
    if not any(sign in text for sign in _ADDRESS):
        for seam in _SEAM.finditer(text):
            yield _slice(word, at, seam.start())
            at = seam.start()
    yield _slice(word, at, len(text)) if at else word


def _slice(word: Word, first: int, last: int) -> Word:
    box = word.bbox
    if box is not None:
        step = (box[2] - box[0]) / len(word.text)
        box = (box[0] + first * step, box[1], box[0] + last * step, box[3])
    return attrs.evolve(
        word,
        text=word.text[first:last],
        start=word.start + first,
        end=word.start + last,
        bbox=box,
        glued=word.glued if not first else True,
    )
