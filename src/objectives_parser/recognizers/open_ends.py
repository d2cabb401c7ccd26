"""Commands that a list of topics completes: `Improve access to:` over `• primary care` and `• dental care` is one."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Block, Line, ListItem, Paragraph
from objectives_parser.drafts import Context
from objectives_parser.labelling import label_of
from objectives_parser.recognizers.commands import commands
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.wordings import tells
from objectives_parser.statements import block_statement

_LONGEST_LEAD, _LONGEST_TOPIC = 60, 50  # words
# "… as follows:", "… these steps:" are whole, and so is what says by which ways it is done; their lists are of deeds
_WHOLE = regex.compile(
    r"\b(?:as follows|by|through|steps|actions|activities|initiatives|goals|objectives|priorities|strategies|tasks|"
    r"projects|measures|indicators|milestones|deliverables|outcomes|targets|will|to be)\s?:$",
    regex.IGNORECASE,
)


def with_topics_joined(blocks: Sequence[Block], context: Context) -> Sequence[Block]:
    """The blocks, commands left open by a colon joined with the topics listed under them."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        below = _below(blocks, at) if _is_open(block, context) else []
        if below and all(_is_topic(item, context) for item in below):
            assert isinstance(block, ListItem | Paragraph)
            lines = (*block.lines, *(line for item in below for line in _unmarked(item)))
            found.append(attrs.evolve(block, lines=lines))
        else:
            found.append(block)
            below = []
        at += 1 + len(below)
    return found


def _is_open(block: Block, context: Context) -> bool:
    if not isinstance(block, ListItem | Paragraph) or not block.lines or not block.lines[-1].text.endswith(":"):
        return False
    text = block_statement(block.lines, getattr(block, "marker", 0)).text
    if len(text.split()) > _LONGEST_LEAD or _WHOLE.search(text):
        return False
    label = label_of(text, context)
    return commands(text[label.end :].lstrip(" :") if label is not None else text)


def _below(blocks: Sequence[Block], at: int) -> list[ListItem]:
    """The items of the list under a paragraph, or those nested under an item."""
    block = blocks[at]
    least = block.level + 1 if isinstance(block, ListItem) else 0
    below: list[ListItem] = []
    for item in blocks[at + 1 :]:
        if not isinstance(item, ListItem) or item.level < least:
            break
        below.append(item)
    return below


def _is_topic(item: ListItem, context: Context) -> bool:
    """Whether an item is no clause of its own."""
    text = block_statement(item.lines, item.marker).text
    words = text.split()
    if not 0 < len(words) <= _LONGEST_TOPIC or words[0].endswith("ing") or text.endswith(":") or words[0] == "to":
        return False
    label = label_of(text, context)
    if label is not None and label.kind == "word":
        return False
    told = text if label is None else text[label.end :].strip()
    # "Decrease by 25 % the number of …"
    return not (tells(told) or promises(told)) and told.split()[1:2] != ["by"]


def _unmarked(item: ListItem) -> tuple[Line, ...]:
    first = attrs.evolve(item.lines[0], words=item.lines[0].words[item.marker :])
    return (first, *item.lines[1:]) if first.words else item.lines[1:]
