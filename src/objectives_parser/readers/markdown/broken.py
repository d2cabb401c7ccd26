"""List items that a converter broke in two: it begins an item with every line that stands where items begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import attrs

from objectives_parser.document import Block, Furniture, Line, ListItem
from objectives_parser.layout.wrapped_cells import CLOSES


def joined_items(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, an item that goes on in small letters with the one before (`- iii. Buy more` / `- of what is made
    here.`) in one; the bullet between them carries nothing. In a list whose items mostly begin so, none goes on."""
    found: list[Block] = []
    for level, group in groupby(blocks, key=lambda block: block.level if isinstance(block, ListItem) else None):
        run = list(group)
        found.extend(run if level is None else _joined(run))
    return found


def _joined(run: Sequence[Block]) -> Iterable[Block]:
    items = [block for block in run if isinstance(block, ListItem)]
    small = sum(_begins_small(item) for item in items)
    if not small or small * 3 > len(items):
        return run
    found: list[Block] = []
    bullets: list[Block] = []
    for item in items:
        before = found[-1] if found else None
        if isinstance(before, ListItem) and _begins_small(item) and not _text(before).endswith(CLOSES):
            bullets.append(Furniture(lines=(Line(item.lines[0].words[:1]),), kind="bullet"))
            rest = attrs.evolve(item.lines[0], words=item.lines[0].words[1:])
            found[-1] = attrs.evolve(before, lines=(*before.lines, rest, *item.lines[1:]))
        else:
            found.append(item)
    return [*found, *bullets]


def _begins_small(item: ListItem) -> bool:
    """Whether the text behind the bullet begins in small letters, and with a word: `ii.` and `iv .` number."""
    words = item.lines[0].words
    if not item.marker or len(words) < 2 or words[0].text[0].isdigit():
        return False
    first = words[1].text
    numbers = first.endswith((".", ")")) or (len(words) > 2 and words[2].text == ".")
    return first[0].islower() and not numbers


def _text(item: ListItem) -> str:
    return item.lines[-1].words[-1].text if item.lines[-1].words else ""
