"""Headings that a sentence counts: `I will focus on three priorities.` over `Sustainable stocks`, `Thriving ports` and
`A voice for the coast`, each over a list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph, Table
from objectives_parser.recognizers.counts import SMALL_NUMBER, number_said
from objectives_parser.recognizers.wordings import is_done, speaks_of_others
from objectives_parser.records import Kind
from objectives_parser.roles import Vocabulary, heading_role, printed_label
from objectives_parser.statements import block_statement

_TOLD = regex.compile(
    rf"[^.:;]{{2,90}}?\b(?P<number>{SMALL_NUMBER}) (?:[\w-]+ ){{0,2}}?"
    r"(?:ambitions|goals|aims|objectives|priorities|outcomes|missions)\b[^.:;]{0,60}[.:]$",
    regex.IGNORECASE,
)
_LONGEST_TOLD, _LONGEST = 30, 12  # words


def told_headings(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, Kind]:
    """The positions of the headings of one level behind a sentence which says how many aims there are, if they are as
    many."""
    found: dict[int, Kind] = {}
    for at, (block, below) in enumerate(pairwise(blocks)):
        if not isinstance(block, Paragraph) or not isinstance(below, Heading):
            continue
        count = _count(block_statement(block.lines).text)
        starts = _sisters(blocks, at + 1, below.level) if count else []
        if count and len(starts) == count and all(_may_be_aim(blocks[start], vocabulary) for start in starts):
            bounds = pairwise([*starts, len(blocks)])
            if all(any(isinstance(b, ListItem | Table) for b in blocks[begin:end]) for begin, end in bounds):
                found.update(dict.fromkeys(starts, "objective"))
    return found


def _count(text: str) -> int:
    """How many aims a sentence tells of, 0 for none."""
    told = _TOLD.match(text) if len(text.split()) <= _LONGEST_TOLD else None
    if told is None or is_done(text) or speaks_of_others(text):
        return 0
    return number_said(told["number"])


def _sisters(blocks: Sequence[object], first: int, level: int) -> list[int]:
    """The positions of the headings of a level from one on, up to one above them."""
    found = []
    for at in range(first, len(blocks)):
        block = blocks[at]
        if isinstance(block, Heading) and block.level < level:
            break
        if isinstance(block, Heading) and block.level == level:
            found.append(at)
    return found


def _may_be_aim(block: object, vocabulary: Vocabulary) -> bool:
    assert isinstance(block, Heading)
    text = block_statement(block.lines).text
    if len(text.split()) > _LONGEST or text.endswith((":", "?")) or heading_role(text, vocabulary) is not None:
        return False
    label = printed_label(text, vocabulary)
    return label is None or label.kind == "number"
