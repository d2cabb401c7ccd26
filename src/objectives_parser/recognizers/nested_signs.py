"""Lists inside lists in documents that keep no indents: the signs of the bullets tell the levels (`•` over `–`, `o`
over `▪`), where one stands under the other again and again and never over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Block, Furniture, Heading, ListItem, Paragraph, Table
from objectives_parser.layout.wrapping import is_bullet

_LEAST = 2


def with_signs_nested(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, list items as deep as their bullets tell, if no item is set in."""
    items = [block for block in blocks if isinstance(block, ListItem)]
    if len({_sign(item) for item in items} - {""}) < _LEAST or any(item.level for item in items):
        return blocks
    over = _over(blocks)
    if not over:
        return blocks
    found = list(blocks)
    open_signs: list[str] = []
    for at, block, sign in _signs(blocks):
        if sign is None:
            open_signs = []
            continue
        if sign in open_signs:
            del open_signs[open_signs.index(sign) + 1 :]
        else:
            while open_signs and (open_signs[-1], sign) not in over:
                open_signs.pop()
            open_signs.append(sign)
        if len(open_signs) > 1:
            found[at] = attrs.evolve(block, level=len(open_signs) - 1)
    return found


def _over(blocks: Sequence[Block]) -> set[tuple[str, str]]:
    """The pairs of signs of which the second stands under the first: it follows right behind it in several places,
    which the first follows again, and no list that has both begins with it."""
    steps: Counter[tuple[str, str]] = Counter()
    first: Counter[tuple[str, str]] = Counter()
    seen: list[str] = []
    for _, _, sign in _signs(blocks):
        if sign is None:
            seen = []
            continue
        if seen and seen[-1] != sign:
            steps[seen[-1], sign] += 1
        if sign not in seen:
            first.update((before, sign) for before in set(seen))
        seen.append(sign)
    return {
        pair
        for pair, count in steps.items()
        if count >= _LEAST and first[pair] and not first[pair[::-1]] and _returns(steps, pair)
    }


def _returns(steps: Counter[tuple[str, str]], pair: tuple[str, str]) -> bool:
    """Whether the first sign follows the second again, right behind it or behind what stands under that."""
    over, under = pair
    return steps[under, over] > 0 or any(
        steps[under, deeper] and steps[deeper, over] for deeper in {sign for _, sign in steps}
    )


def _signs(blocks: Sequence[Block]) -> Iterator[tuple[int, ListItem, str | None]]:
    """The bulleted items with their signs; None for what ends a list: a heading, a table, a line left open for a list
    of its own. Text between two items may tell of the one above."""
    item: ListItem | None = None
    for at, block in enumerate(blocks):
        if isinstance(block, ListItem) and (sign := _sign(block)):
            item = block
            yield at, block, sign
        elif item is not None and not isinstance(block, Furniture) and _ends(block):
            yield at, item, None


def _ends(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return block.lines[-1].text.rstrip().endswith(":")
    return isinstance(block, Heading | Table | ListItem)


def _sign(item: ListItem) -> str:
    """The bullet of an item, nothing for a number."""
    words = item.lines[0].words if item.marker == 1 and item.lines else ()
    return words[0].text if words and is_bullet(words[0]) else ""
