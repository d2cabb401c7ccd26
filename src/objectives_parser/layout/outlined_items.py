"""Lists that an outline saved as headings, down to its last line (mind maps, outliners):

    ### Objectives
    #### Open ten reading rooms by 2031.
    #### Lend twice as many books.

Headings that hold nothing, right under one that names what they are, are the items of its list.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Block, Document, Heading, ListItem
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import heading_role, is_imperative, printed_label

_SURE = 0.9
_SHORTEST, _SHORTEST_ALONE, _LONG = 3, 4, 6  # words


def with_outlined_items(document: Document) -> Document:
    """The document, the headings that are the last lines of an outline turned into items."""
    if document.blocks is None:
        return document
    items = _items(document.blocks)
    if not items:
        return document
    blocks = (
        ListItem(lines=block.lines) if at in items and isinstance(block, Heading) else block
        for at, block in enumerate(document.blocks)
    )
    return attrs.evolve(document, blocks=tuple(blocks))


def _items(blocks: Sequence[Block]) -> set[int]:
    """The positions of the headings that are items."""
    found: set[int] = set()
    for at, block in enumerate(blocks):
        below = _leaves(blocks, at) if isinstance(block, Heading) and _announces(_text(block)) else []
        if below and _state(below):
            found.update(range(at + 1, at + 1 + len(below)))
    return found


def _announces(text: str) -> bool:
    role = heading_role(text)
    return role is not None and role.role in STATEMENTS and role.strength >= _SURE


def _leaves(blocks: Sequence[Block], above: int) -> list[str]:
    """The headings right below one, all of one level, if none of them holds anything."""
    over, first = blocks[above], blocks[above + 1] if above + 1 < len(blocks) else None
    if not isinstance(over, Heading) or not isinstance(first, Heading) or first.level <= over.level:
        return []
    leaves: list[str] = []
    for block in blocks[above + 1 :]:
        if not isinstance(block, Heading):
            return []
        if block.level != first.level:
            return leaves if block.level <= over.level else []
        leaves.append(_text(block))
    return leaves


def _state(texts: Sequence[str]) -> bool:
    """Whether lines read as statements and not as the names of parts: half of them say something, one alone too."""
    if any(len(text.split()) < _SHORTEST or text.endswith((":", "?")) for text in texts):
        return False
    if any(heading_role(text) is not None for text in texts) or any(map(_is_labelled, texts)):
        return False
    told = sum(text.endswith(".") or is_imperative(text) or len(text.split()) >= _LONG for text in texts)
    alone = len(texts) == 1 and len(texts[0].split()) < _SHORTEST_ALONE
    return 2 * told >= len(texts) and not alone


def _is_labelled(text: str) -> bool:
    """Whether a line says itself what it is: `Goal 1: Fair fares`."""
    label = printed_label(text)
    return label is not None and label.kind == "word"


def _text(block: Heading) -> str:
    return " ".join(line.text for line in block.lines)
