"""Lists whose bullets the page draws and a converter left out, their items run together into one paragraph:

    Open four hubs for young children Roll out free meals to all pupils Increase the number of places

A word in the form of a command begins each, with a capital where no sentence has ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Block, Document, Line, ListItem, Paragraph, Word, block_words
from objectives_parser.roles import is_imperative
from objectives_parser.roles.words import word_list

_LONGEST, _SHORTEST = 150, 3  # words of a paragraph and of an item
_STOPS = (".", "!", "?", ":", ";", ",")
_OPEN = word_list("function-words") | word_list("prepositions") | word_list("determiners")
_AFTER_NAMES = word_list("determiners") | frozenset(("all", "out", "up", "new"))


def with_items_parted(document: Document) -> Document:
    """The document, the paragraphs and items parted in which a converter ran a list together."""
    if document.blocks is None:
        return document
    return attrs.evolve(document, blocks=tuple(_parted(document.blocks)))


def _parted(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        cuts = _cuts(tuple(block_words(block))) if isinstance(block, (Paragraph, ListItem)) else []
        if cuts and isinstance(block, (Paragraph, ListItem)):
            yield from _items(block, cuts)
        else:
            yield block


def _cuts(words: Sequence[Word]) -> list[int]:
    """The words that begin an item but the first; none where the paragraph is text."""
    texts = [word.text for word in words]
    start = next((at for at, text in enumerate(texts) if text[:1].isalpha()), len(texts))
    if not 2 * _SHORTEST <= len(texts) - start <= _LONGEST or any(
        text.endswith((".", "!", "?")) for text in texts[start:-1]
    ):
        return []
    found = [at for at in range(start + 1, len(texts) - 1) if _may_begin(texts, at)]
    if not found or not texts[start][:1].isupper() or not is_imperative(" ".join(texts[start:])):
        return []
    parts = list(pairwise([start, *found, len(texts)]))
    if any(end - begin < _SHORTEST for begin, end in parts):
        return []
    return found if all(is_imperative(" ".join(texts[begin:end])) for begin, end in parts) else []


def _may_begin(texts: Sequence[str], at: int) -> bool:
    before, word, after = texts[at - 1], texts[at], texts[at + 1]
    if not (word[:1].isupper() and word[1:].islower() and word.isalpha()) or before.endswith(_STOPS):
        return False
    if not after[:1].islower() or before.casefold() in _OPEN or before[-1] in "-–—/&(":
        return False
    return before[:1].islower() or before[-1].isdigit() or after in _AFTER_NAMES


def _items(block: Paragraph | ListItem, cuts: Sequence[int]) -> Iterator[ListItem]:
    first = block.marker if isinstance(block, ListItem) else 0
    level = block.level if isinstance(block, ListItem) else 0
    lines: list[Line] = []
    at = 0
    for line in block.lines:
        start = 0
        for cut in cuts:
            if at < cut < at + len(line.words) or cut == at:
                own = line.words[start : cut - at]
                lines += [attrs.evolve(line, words=own)] if own else []
                if lines:
                    yield ListItem(lines=tuple(lines), marker=first, level=level)
                lines, start, first = [], cut - at, 0
        lines.append(attrs.evolve(line, words=line.words[start:]) if start else line)
        at += len(line.words)
    yield ListItem(lines=tuple(lines), marker=first, level=level)
