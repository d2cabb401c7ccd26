"""Numbered headings of plain text that a list right above makes look like its next item: `3) Open the archives` under
bullets, where `2) …` before and `4) …` behind it stand over text of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser import late as regex
from objectives_parser.document import Block, Heading, ListItem, Paragraph
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import heading_role

_NUMBERED = regex.compile(r"(?P<open>\(?)(?P<number>\d{1,2})(?P<close>[.):])$")
_MOST_LINES = 2
# "6 Objectives of the plan", "3.2. Key actions", "4) Goals"
_COUNTED = regex.compile(r"\(?\d{1,2}(?:\.\d{1,2}){0,3}[.):]?$")
_FIRST = frozenset(("1", "a", "i"))
_LEVEL, _LONGEST, _SURE = 3, 8, 0.8


def with_counted_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the items that count on between two headings as headings of their level."""
    heads = {
        sign: (at, block.level)
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and (sign := _sign(block)) is not None
    }
    found = with_announcing_headings(blocks)
    for at, block in enumerate(blocks[:-1]) if len(heads) > 1 else ():
        if not isinstance(block, ListItem) or len(block.lines) > _MOST_LINES:
            continue
        sign = _sign(block)
        if sign is None or sign in heads or not isinstance(blocks[at + 1], Paragraph) or _goes_on(blocks[at - 1], sign):
            continue
        style, number = sign
        before, behind = heads.get((style, number - 1)), heads.get((style, number + 1))
        if before is not None and behind is not None and before[0] < at < behind[0] and before[1] == behind[1]:
            found[at] = Heading(lines=block.lines, level=before[1])
    return found


def _goes_on(above: Block, sign: tuple[str, int]) -> bool:
    """Whether the item above is the one that is counted before it: a list of its own."""
    return isinstance(above, ListItem) and _sign(above) == (sign[0], sign[1] - 1)


def _sign(block: Heading | ListItem) -> tuple[str, int] | None:
    """How a block is numbered, and its number."""
    words = block.lines[0].words
    found = _NUMBERED.match(words[0].text) if len(words) > 1 else None
    return (found.group("open") + found.group("close"), int(found.group("number"))) if found is not None else None


def with_announcing_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, numbered lines that say what the list right below them holds as headings: `3.2 Objectives` over
    `• To be open at noon` or over `1. To be open at noon`."""
    found = list(blocks)
    for at, (block, below) in enumerate(pairwise(blocks)):
        if isinstance(block, ListItem | Paragraph) and _announces(block) and _begins_list(below):
            found[at] = Heading(lines=block.lines, level=_LEVEL)
    return found


def _announces(block: ListItem | Paragraph) -> bool:
    words = block.lines[0].words
    if len(block.lines) > 1 or not 1 < len(words) <= _LONGEST or _COUNTED.match(words[0].text) is None:
        return False
    role = heading_role(" ".join(word.text for word in words[1:]).strip(":–—- "))
    return role is not None and role.role in STATEMENTS and role.strength >= _SURE


def _begins_list(block: Block) -> bool:
    """Whether a bullet stands there, or the first number or letter of a list."""
    if not isinstance(block, ListItem) or not block.marker:
        return False
    sign = block.lines[0].words[0]
    return is_bullet(sign) or sign.text.strip("().") in _FIRST
