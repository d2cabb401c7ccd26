"""Milestones numbered without a stop (`1 Draft the form`) between the numbered commitments (`1.`, `2.`) of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Heading, ListItem, Paragraph

# "No Commitments and milestone activities Implementing agency": what the outer and the inner numbers count
_PAIRED = regex.compile(
    r"\bcommitments?\s*(?:,|/|&|and|with)\s*(?:(?:key|their|its)\s)?milestones?\b", regex.IGNORECASE
)
_LONGEST_HEADER = 16


def pairs_milestones(blocks: Sequence[Block]) -> bool:
    """Whether a line names commitments and their milestones together, as over a numbered list of both."""
    return any(
        isinstance(block, Heading | Paragraph)
        and any(len(line.words) <= _LONGEST_HEADER and _PAIRED.search(line.text) for line in block.lines)
        for block in blocks
    )


def with_milestones_nested(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, what stands between two numbered items one level below them where it is a list of its own."""
    found = list(blocks)
    for first, last in _between_numbers(blocks):
        inner = [at for at in range(first, last) if not isinstance(blocks[at], Furniture)]
        level = getattr(blocks[first - 1], "level", 0)
        if len(inner) > 1 and all(_number(blocks[at]) == count for count, at in enumerate(inner, 1)):
            found[first:last] = [_item(block, level + 1) for block in blocks[first:last]]
    return found


def _between_numbers(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The places between the items of numbered lists that count on, and behind the last of them."""
    opened: int | None = None
    number = counted = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Furniture | Paragraph) and opened is not None:
            if isinstance(block, Paragraph) and not _number(block):
                opened = None
            continue
        if not isinstance(block, ListItem):
            opened = None
            continue
        own = _outer_number(block)
        if own is None:
            continue
        if opened is not None and own == number + 1:
            yield opened + 1, at
            counted += 1
        else:
            counted = 0
        opened, number = at, own
        if counted and not _goes_on(blocks, at, own):
            yield at + 1, _end(blocks, at + 1)


def _goes_on(blocks: Sequence[Block], at: int, number: int) -> bool:
    end = _end(blocks, at + 1)
    following = blocks[end] if end < len(blocks) else None
    return isinstance(following, ListItem) and _outer_number(following) == number + 1


def _end(blocks: Sequence[Block], at: int) -> int:
    """The end of the inner list that begins there."""
    while at < len(blocks):
        block = blocks[at]
        inner = isinstance(block, Furniture) or (isinstance(block, ListItem) and _outer_number(block) is None)
        if not inner and not (isinstance(block, Paragraph) and _number(block)):
            break
        at += 1
    return at


def _outer_number(item: ListItem) -> int | None:
    """`2.` or `2)` as an item's marker."""
    marker = item.lines[0].words[0].text if item.marker and item.lines and item.lines[0].words else ""
    digits = marker.rstrip(".)")
    return int(digits) if digits != marker and digits.isdecimal() and len(digits) < 3 else None


def _number(block: Block) -> int:
    """The bare number that a paragraph begins with before a capital; 0 for none."""
    if not isinstance(block, Paragraph) or not block.lines or len(block.lines[0].words) < 2:
        return 0
    first, second = block.lines[0].words[:2]
    known = first.text.isdecimal() and len(first.text) < 3 and second.text[:1].isupper() and not first.superscript
    return int(first.text) if known else 0


def _item(block: Block, level: int) -> Block:
    return ListItem(lines=block.lines, marker=1, level=level) if isinstance(block, Paragraph) else block
