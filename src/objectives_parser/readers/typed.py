"""Lists whose bullets somebody typed instead of using the program's lists."""

from __future__ import annotations

from collections.abc import Iterable

from objectives_parser.document import Block, ListItem, Paragraph

TYPED_BULLETS = frozenset("•●▪◦‣·■□○➢►–-*")


def typed_items(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Paragraphs that begin with a bullet by itself are list items."""
    return tuple(_item(block) if isinstance(block, Paragraph) else block for block in blocks)


def _item(paragraph: Paragraph) -> Block:
    words = paragraph.lines[0].words
    if len(words) > 1 and words[0].text in TYPED_BULLETS:
        return ListItem(lines=paragraph.lines, marker=1)
    return paragraph
