"""Headings that a file shows by their look alone, and headings whose mark-up prints them twice."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from objectives_parser.document import Block, Furniture, Heading, Line, ListItem, Paragraph, Word, block_words

Look: TypeAlias = tuple[float, bool]

MAX_HEADING_WORDS = 16
MAX_LARGE_WORDS = 40
MAX_HEADING_LINES = 2
MAX_TITLE_WORDS = 8
LARGER = 1.15
MOSTLY = 0.7
SENTENCE_END = re.compile(r"[.;,!?]\W*$")
NUMBER = re.compile(r"\d{1,2}(?:[.:)–—-]|$)|[A-Z][.:)]")
LETTER = re.compile(r"[^\W\d_]")
LEADING_IN = frozenset(
    {"and", "or", "to", "by", "will", "shall", "the", "a", "of", "for", "that", "are", "is", "as", "with", "include"}
    | {"includes", "including", "following", "below", "we", "through", "on", "in", "at", "be", "has", "have", "would"}
)


def promote(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Short paragraphs that are bold or large throughout are headings, one level below the last one by style; so are
    titles in plain type right over a list.

    "Developmental stages" over a list, set as a paragraph like any other, is what Word files have instead of styles.
    """
    blocks = tuple(_parted(blocks))
    usual = _usual_size(blocks)
    kept = [_is_heading(block, following, usual) for block, following in zip(blocks, [*blocks[1:], None], strict=False)]
    ranks = _ranks([_look(block) for block, is_heading in zip(blocks, kept, strict=True) if is_heading])
    return tuple(_promoted(blocks, kept, ranks))


def _parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Paragraphs parted at the breaks where a bold label begins: "**Lead:** the agency", break, "**Due:** June"."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield block
            continue
        lines: list[Line] = []
        for line in block.lines:
            if lines and line.begins and _begins_with_label(line.words):
                yield Paragraph(lines=tuple(lines))
                lines = []
            lines.append(line)
        yield attrs.evolve(block, lines=tuple(lines))


def _begins_with_label(words: Sequence[Word]) -> bool:
    """Bold words that end in a colon, before words that are not bold."""
    label = list(itertools.takewhile(lambda word: word.bold, words))
    if not 0 < len(label) < min(len(words), 6):
        return False
    return label[-1].text.endswith(":") or words[len(label)].text == ":"


def _promoted(blocks: Iterable[Block], kept: Iterable[bool], ranks: dict[Look, int]) -> Iterator[Block]:
    """`Priority 2` is as high as `Priority 1` was, though headings of parts stand between the two."""
    styled = 0
    sisters: dict[str, int] = {}
    for block, is_heading in zip(blocks, kept, strict=True):
        if isinstance(block, Heading):
            styled = block.level
            sisters = {name: level for name, level in sisters.items() if level <= styled}
        if isinstance(block, Paragraph) and is_heading:
            level = styled + 1 + ranks[_look(block)]
            name = _counted_name(block)
            yield Heading(lines=block.lines, level=sisters.setdefault(name, level) if name else level)
        else:
            yield block


def _counted_name(block: Paragraph) -> str:
    """The word that a number behind it counts (`Priority 2: …`); nothing where no line begins so."""
    words = block.lines[0].words[:2]
    counted = len(words) > 1 and words[0].text.isalpha() and NUMBER.match(words[1].text) is not None
    return words[0].text.casefold() if counted else ""


def _usual_size(blocks: Iterable[Block]) -> float:
    """The size that most words have."""
    sizes = Counter(word.size for block in blocks for word in block_words(block))
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_heading(block: Block, following: Block | None, usual: float) -> bool:
    if not isinstance(block, Paragraph) or len(block.lines) > MAX_HEADING_LINES:
        return False
    words = tuple(block_words(block))
    if not any(LETTER.search(word.text) for word in words):
        return False
    # Two bold lines under one another are a signature or an address; two large ones a title.
    bold = _is_bold(words)
    large = usual > 0 and all(word.size >= usual * LARGER for word in words)
    if large and bold:
        # "Goal 3: Ensure that …", a whole sentence set larger and bolder than the text, is what the text below serves.
        return len(words) <= MAX_LARGE_WORDS
    if len(words) > MAX_HEADING_WORDS or SENTENCE_END.search(words[-1].text):
        return False
    listed = isinstance(following, ListItem) and _is_list_title(words)
    return large or listed or (bold and len(block.lines) == 1)


def _is_bold(words: Sequence[Word]) -> bool:
    """Bold throughout, or but for a last word or two ("**We know children** and"); a bold label before its value
    ("**Lead:** the agency") is none."""
    lettered = [word for word in words if LETTER.search(word.text)]
    bold = [word for word in lettered if word.bold]
    if len(bold) == len(lettered):
        return True
    return lettered[0].bold and len(bold) >= len(lettered) * MOSTLY and not bold[-1].text.endswith((":", "-", "–"))


def _is_list_title(words: Sequence[Word]) -> bool:
    """A few words that end neither in a colon nor in the middle of a sentence, as what leads into a list does."""
    first, last = words[0].text, words[-1].text
    title_like = first[:1].isupper() and len(words) <= MAX_TITLE_WORDS
    return title_like and not last.endswith(":") and last.lower() not in LEADING_IN


def _look(block: Block) -> Look:
    words = tuple(block_words(block))
    return max(word.size for word in words), _is_bold(words)


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
