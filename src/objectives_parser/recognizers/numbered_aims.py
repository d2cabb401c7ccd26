"""Numbered lists of three levels: `1.1` is an aim of `Goal 1` if what is done for it is numbered `1.1.1` or `a.`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph
from objectives_parser.roles import Vocabulary, printed_label
from objectives_parser.statements import block_statement

_NUMBER = regex.compile(r"\(?(?P<number>\d{1,2}(?:\.\d{1,2}){1,2})[.):]?$")
_LETTER = regex.compile(r"\(?[aAi][.)]$")
_LONGEST_LABEL = 4  # words


def numbered_aims(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of list items numbered `1.1` with items `1.1.1` or `a.` under them, where `1` is an aim with a
    label and half of its items at least have such items."""
    numbers = {at: number for at, block in enumerate(blocks) if (number := _number(block))}
    middle = [at for at, number in numbers.items() if number.count(".") == 1]
    parents = {number.rpartition(".")[0] for number in numbers.values() if number.count(".") == 2}
    held = [at for at in middle if numbers[at] in parents or _over_letters(blocks, at)]
    if not held or 2 * len(held) < len(middle):
        return frozenset()
    aims = {number for block in blocks if (number := _aim_number(block, vocabulary))}
    return frozenset(at for at in middle if numbers[at].partition(".")[0] in aims)


def _over_letters(blocks: Sequence[object], at: int) -> bool:
    """Whether the list that follows an item is lettered and nested under it."""
    item, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(item, ListItem) or not isinstance(below, ListItem) or below.level <= item.level:
        return False
    return _LETTER.match(below.lines[0].words[0].text) is not None


def _number(block: object) -> str:
    if not isinstance(block, ListItem) or not block.lines:
        return ""
    first = block.lines[0].words[0].text
    found = _NUMBER.match(first) if first[-1:] in ".):" or first[-1:].isdigit() else None
    return found.group("number") if found else ""


def _aim_number(block: object, vocabulary: Vocabulary) -> str:
    if not isinstance(block, Heading | Paragraph | ListItem) or len(block.lines) > _LONGEST_LABEL:
        return ""
    marker = block.marker if isinstance(block, ListItem) else 0
    label = printed_label(block_statement(block.lines, marker).text, vocabulary)
    named = label is not None and label.kind == "word" and label.role == "objective"
    return label.number.rstrip(".:") if named and label is not None and label.number else ""
