"""Sections that open with their goal: where every section's title stands over `Our goal is to …`, the other headings of
that size are its parts. Plain text, and a plan set in one size of heading, does not say so by their levels."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Block, Furniture, Heading, Paragraph
from objectives_parser.recognizers.wordings import is_goal_sentence
from objectives_parser.recognizers.wordings.goals import AIM_WORDS
from objectives_parser.statements import block_statement

_LEAST_SECTIONS = 2
_OPENING = 4  # lines


def with_parts_below(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with the headings between titles over goal sentences one level below these, if each section has some
    and none of them is of a higher level."""
    titles = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and _is_over_goal(blocks, at)]
    if len(titles) < _LEAST_SECTIONS:
        return blocks
    level = _level(blocks[titles[0]])
    moved = frozenset(at for at in range(titles[0] + 1, len(blocks)) if isinstance(blocks[at], Heading)) - {*titles}
    if any(_level(blocks[at]) != level for at in titles) or any(_level(blocks[at]) < level for at in moved):
        return blocks
    alike = sorted(at for at in moved if _level(blocks[at]) == level)
    if any(bisect(alike, first) == bisect(alike, second) for first, second in pairwise(titles)):
        return blocks  # a section without parts
    return [
        attrs.evolve(block, level=block.level + 1) if at in moved and isinstance(block, Heading) else block
        for at, block in enumerate(blocks)
    ]


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0


def _is_over_goal(blocks: Sequence[Block], at: int) -> bool:
    """Whether the heading stands right over a paragraph that begins with a goal sentence."""
    following = next((block for block in blocks[at + 1 : at + 4] if not isinstance(block, Furniture)), None)
    if not isinstance(following, Paragraph):
        return False
    opening = " ".join(line.text for line in following.lines[:_OPENING]).casefold()
    if not any(word in opening for word in AIM_WORDS):
        return False
    return is_goal_sentence(block_statement(following.lines).text)
