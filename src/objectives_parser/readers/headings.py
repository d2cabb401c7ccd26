"""Headings that a file shows by their look alone, and headings whose mark-up prints them twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from objectives_parser.document import Block, Furniture, Heading, Line, Paragraph, Word, block_words

Look: TypeAlias = tuple[float, bool]

MAX_HEADING_WORDS = 16
MAX_HEADING_LINES = 2
LARGER = 1.15
SENTENCE_END = re.compile(r"[.;,!?]\W*$")
LETTER = re.compile(r"[^\W\d_]")


def promote(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Short paragraphs that are bold or large throughout are headings, one level below the last one by style.

    "Developmental stages" over a list, set as a bold paragraph, is what Word files have instead of heading styles.
    """
    usual = _usual_size(blocks)
    ranks = _ranks([_look(block) for block in blocks if _looks_like_heading(block, usual)])
    return tuple(_promoted(blocks, usual, ranks))


def _promoted(blocks: Iterable[Block], usual: float, ranks: dict[Look, int]) -> Iterator[Block]:
    styled = 0
    for block in blocks:
        if isinstance(block, Heading):
            styled = block.level
        if isinstance(block, Paragraph) and _looks_like_heading(block, usual):
            yield Heading(lines=block.lines, level=styled + 1 + ranks[_look(block)])
        else:
            yield block


def _usual_size(blocks: Iterable[Block]) -> float:
    """The size that most words have."""
    sizes = Counter(word.size for block in blocks for word in block_words(block))
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _looks_like_heading(block: Block, usual: float) -> bool:
    if not isinstance(block, Paragraph) or len(block.lines) > MAX_HEADING_LINES:
        return False
    words = tuple(block_words(block))
    if not words or len(words) > MAX_HEADING_WORDS or SENTENCE_END.search(words[-1].text):
        return False
    if not any(LETTER.search(word.text) for word in words):
        return False
    # Two bold lines under one another are a signature or an address; two large ones a title.
    bold = len(block.lines) == 1 and all(word.bold for word in words if LETTER.search(word.text))
    return bold or (usual > 0 and all(word.size >= usual * LARGER for word in words))


def _look(block: Block) -> Look:
    words = tuple(block_words(block))
    return max(word.size for word in words), all(word.bold for word in words)


def _ranks(looks: Iterable[Look]) -> dict[Look, int]:
    """Looks → 0 for the most eminent: the larger before the smaller, the bold before the plain."""
    return {look: rank for rank, look in enumerate(sorted(set(looks), reverse=True))}


def without_repeats(blocks: Iterable[Block]) -> Iterator[Block]:
    """A heading whose mark-up has its words twice, once for a script that moves them, keeps one; the other is a ghost.

    ``<h4><span>Theme 01<span> Our services</span></span> <span>Our services</span></h4>``
    """
    for block in blocks:
        repeated = _repeated_tail(tuple(block_words(block))) if isinstance(block, Heading) else 0
        if isinstance(block, Heading) and repeated:
            yield from _split_off(block, repeated)
        else:
            yield block


def _repeated_tail(words: Sequence[Word]) -> int:
    """How many words at the end say again, word for word, what stands right before them; 0 for fewer than two."""
    texts = [word.text for word in words]
    for count in range(len(texts) // 2, 1, -1):
        if texts[-count:] == texts[-2 * count : -count]:
            return count
    return 0


def _split_off(heading: Heading, count: int) -> Iterator[Block]:
    kept = sum(len(line.words) for line in heading.lines) - count
    first: list[Line] = []
    rest: list[Line] = []
    for line in heading.lines:
        if kept > 0:
            first.append(attrs.evolve(line, words=line.words[:kept]))
        if len(line.words) > kept:
            rest.append(attrs.evolve(line, words=line.words[max(kept, 0) :]))
        kept -= len(line.words)
    yield attrs.evolve(heading, lines=tuple(first))
    yield Furniture(lines=tuple(rest), kind="ghost")
