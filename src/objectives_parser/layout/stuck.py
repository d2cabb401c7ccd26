"""Labels and list numbers that a converter, or a hand, stuck to the word behind them: `1.Mend all roofs`, `Goal
2:Safe streets`, `1.3.Objective: Read more`. The number, or the name with its colon, is a word of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import attrs

from objectives_parser import late
from objectives_parser.document import Block, Document, Line, Page, Table, Word
from objectives_parser.roles import header_role

# One such place in a document is a slip.
_FEWEST = 2
_SURE = 0.8
# At the head of a line or a cell, behind a bullet and a label's words: `• Goal 2:Safe`. Not `1.5`, `10:30`, `e.g.`.
_NUMBER = late.compile(
    r"(?m)(?:^|[|\t])[^\S\n]*(?:[•●▪*–-][^\S\n]+)?(?:\p{Lu}\p{L}*[^\S\n]+){0,3}#?"
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}(?:\.?[a-z])?|[a-z](?=\)))[.):](?=\p{Lu}(?:\p{Ll}|[^\S\n]))"
)
_SIGN = re.compile(r"[.):][^\W\d_]")
_NAME = late.compile(
    r"(?m)(?:^|[|\t])[^\S\n]*(?:[•●▪*–-][^\S\n]+)?(?P<name>\p{Lu}\p{L}+(?:[^\S\n]\p{L}+){0,2}):(?=\p{Lu}\p{Ll})"
)


def with_labels_parted(document: Document) -> Document:
    """The document, its labels parted from the words that they are stuck to."""
    cuts = sorted(_cuts(document.text))
    if len(cuts) < _FEWEST:
        return document
    if document.blocks is not None:
        return attrs.evolve(document, blocks=tuple(_block(block, cuts) for block in document.blocks))
    return attrs.evolve(document, pages=tuple(_page(page, cuts) for page in document.pages))


def _cuts(text: str) -> Iterator[int]:
    """Where a label ends inside a word."""
    for begin, end in _lines_with_sign(text):
        yield from (match.end() for match in _NUMBER.finditer(text, begin, end))
        for match in _NAME.finditer(text, begin, end):
            role = header_role(match["name"])
            if role is not None and role.strength >= _SURE:
                yield match.end()


def _lines_with_sign(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end in which a letter stands right behind a sign that may end a label: few do, and no
    other line needs to be read."""
    end = -1
    for sign in _SIGN.finditer(text):
        if sign.start() > end:
            begin = text.rfind("\n", 0, sign.start()) + 1
            end = text.find("\n", sign.end())
            end = len(text) if end < 0 else end
            yield begin, end


def _page(page: Page, cuts: list[int]) -> Page:
    return attrs.evolve(page, words=tuple(_parted(page.words, cuts)))


def _block(block: Block, cuts: list[int]) -> Block:
    if isinstance(block, Table):
        cells = tuple(attrs.evolve(cell, lines=_lines(cell.lines, cuts)) for cell in block.cells)
        return attrs.evolve(block, cells=cells)
    return attrs.evolve(block, lines=_lines(block.lines, cuts))


def _lines(lines: Iterable[Line], cuts: list[int]) -> tuple[Line, ...]:
    return tuple(attrs.evolve(line, words=tuple(_parted(line.words, cuts))) for line in lines)


def _parted(words: Iterable[Word], cuts: list[int]) -> Iterator[Word]:
    for word in words:
        at = bisect_right(cuts, word.start)
        cut = cuts[at] if at < len(cuts) else word.end
        if cut >= word.end or word.end - word.start != len(word.text):
            yield word
            continue
        yield part_of_word(word, 0, cut - word.start)
        yield part_of_word(word, cut - word.start, len(word.text))


def part_of_word(word: Word, first: int, last: int) -> Word:
    """The characters of a word from ``first`` to ``last`` as a word of their own."""
    box = word.bbox
    if box is not None:
        step = (box[2] - box[0]) / len(word.text)
        box = (box[0] + first * step, box[1], box[0] + last * step, box[3])
    start, glued = word.start, word.glued and not first
    return attrs.evolve(word, text=word.text[first:last], start=start + first, end=start + last, bbox=box, glued=glued)
