"""Lists whose bullets somebody typed instead of using the program's lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from objectives_parser.document import Block, Line, ListItem, Paragraph

TYPED_BULLETS = frozenset("•●▪◦‣·■□○➢➤►▶❖◆✓✔✅–-*")
_LEAST_LINES = 2


def typed_items(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Paragraphs that begin with a bullet by itself are list items, and so are their lines where several do; in an item
    of the program's own list the bullet is one more marker."""
    return tuple(found for block in blocks for found in _items(block))


def _items(block: Block) -> Iterator[Block]:
    if isinstance(block, ListItem) and not block.marker and _is_bulleted(block.lines[0]):
        yield attrs.evolve(block, marker=1)
    elif isinstance(block, Paragraph):
        starts = [at for at, line in enumerate(block.lines) if _is_bulleted(line)]
        starts = starts if len(starts) >= _LEAST_LINES or starts == [0] else []
        if not starts:
            yield block
            return
        if starts[0]:
            yield Paragraph(lines=block.lines[: starts[0]])
        for begin, end in pairwise([*starts, len(block.lines)]):
            yield ListItem(lines=block.lines[begin:end], marker=1)
    else:
        yield block


def _is_bulleted(line: Line) -> bool:
    return len(line.words) > 1 and line.words[0].text in TYPED_BULLETS
