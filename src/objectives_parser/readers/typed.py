"""Lists whose bullets or numbers somebody typed, or a converter wrote, instead of using the program's lists:

1. Open the port to all⏎2. Keep the fees low
• Ships call each week • Dues cover the cost⏎3. Teach the young to sail
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser import late
from objectives_parser.document import Block, Line, ListItem, Paragraph, Word
from objectives_parser.layout.stuck import part_of_word

_SYMBOLS = frozenset(map(chr, range(0xF000, 0xF100)))
TYPED_BULLETS = frozenset("•●▪◦‣·■□○➢➤►▶❖◆✓✔✅–-*") | _SYMBOLS
_INNER = frozenset("•●▪■◆❖➢") | _SYMBOLS
_NUMBER = late.compile(r"(?P<number>\d{1,2})[.)]")
_NAMED = late.compile(r"\p{Lu}\p{L}{3,14} \d{1,2}(?:\.\d{1,2})?[:.] ")
_LEAST_LINES = 2


def typed_items(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Paragraphs that begin with a bullet by itself are list items, and so are their lines where several do; in an item
    of the program's own list the bullet is one more marker."""
    return tuple(found for block in blocks for found in _items(block))


def _items(block: Block) -> Iterator[Block]:
    if isinstance(block, ListItem) and not block.marker and _is_bulleted(block.lines[0]):
        yield attrs.evolve(block, marker=1)
    elif isinstance(block, Paragraph):
        yield from _parts(tuple(_parted(block.lines)), block)
    else:
        yield block


def _parts(lines: Sequence[Line], whole: Paragraph) -> Iterator[Block]:
    """The items of a paragraph; what a number or a counted name begins among them ends the list."""
    bulleted = {at for at, line in enumerate(lines) if _is_bulleted(line)}
    bulleted = bulleted if len(bulleted) >= _LEAST_LINES or 0 in bulleted else set()
    numbered = _numbered(lines)
    named = {at for at, line in enumerate(lines) if line.begins and _NAMED.match(line.text)}
    if bulleted:
        named |= {at for at, line in enumerate(lines) if at and line.begins and _number_of(line) is not None}
    elif numbered:
        bulleted = numbered
    if not bulleted and not named - {0}:
        yield whole
        return
    for begin, end in pairwise(sorted({0, *bulleted, *named, len(lines)})):
        part = tuple(lines[begin:end])
        yield ListItem(lines=part, marker=1) if begin in bulleted else Paragraph(lines=part)


def _numbered(lines: Sequence[Line]) -> set[int]:
    """The lines that numbers count, one after the other."""
    found = {at: number for at, line in enumerate(lines) if line.begins and (number := _number_of(line)) is not None}
    counted = len(found) >= _LEAST_LINES and all(after == before + 1 for before, after in pairwise(found.values()))
    return set(found) if counted else set()


def _number_of(line: Line) -> int | None:
    number = _NUMBER.fullmatch(line.words[0].text) if len(line.words) > 1 else None
    return int(number["number"]) if number is not None else None


def _is_bulleted(line: Line) -> bool:
    return len(line.words) > 1 and line.words[0].text in TYPED_BULLETS


def _parted(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those that begin with a bullet cut before the same bullet further on."""
    for line in map(_with_bullet_apart, lines):
        sign = line.words[0].text if line.words else ""
        if sign not in _INNER or line.text.count(sign) < _LEAST_LINES:
            yield line
            continue
        words: list[Word] = []
        begins = line.begins
        for word in line.words:
            stuck = word.text.endswith(sign) and word.text != sign
            if stuck:
                words.append(part_of_word(word, 0, len(word.text) - 1))
            if (stuck or word.text == sign) and words:
                yield attrs.evolve(line, words=tuple(words), begins=begins)
                words, begins = [], True
            words.append(part_of_word(word, len(word.text) - 1, len(word.text)) if stuck else word)
        yield attrs.evolve(line, words=tuple(words), begins=begins)


def _with_bullet_apart(line: Line) -> Line:
    """The line, a bullet that is stuck to its first word (`•Ships call`) a word of its own."""
    text = line.words[0].text if line.words else ""
    if text[:1] not in _INNER or not text[1:2].isalnum():
        return line
    bullet, first = part_of_word(line.words[0], 0, 1), part_of_word(line.words[0], 1, len(text))
    return attrs.evolve(line, words=(bullet, attrs.evolve(first, glued=False), *line.words[1:]))
