"""How deep the items of a list stand, where it goes on over a page: each page's own indents do not tell."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Block, Furniture, ListItem

_NEAR = 6.0  # points


def with_depths_going_on(pages: Sequence[list[Block]]) -> list[list[Block]]:
    """The blocks of each page, the items at its head as deep as the last item of the page before, if they bear the same
    bullet at the same place: a number farther left on one of the pages makes no difference to them."""
    found: list[list[Block]] = []
    last: ListItem | None = None
    for page in pages:
        told = [at for at, block in enumerate(page) if not isinstance(block, Furniture)]
        first = page[told[0]] if told else None
        if last is not None and isinstance(first, ListItem) and first.level != last.level and _alike(first, last):
            page = _moved(page, told, last.level - first.level)
        found.append(page)
        if told:
            block = page[told[-1]]
            last = block if isinstance(block, ListItem) else None
    return found


def _moved(page: list[Block], told: Sequence[int], by: int) -> list[Block]:
    """The page with its first list moved by so many levels."""
    moved = list(page)
    for at in told:
        block = moved[at]
        if not isinstance(block, ListItem):
            break
        moved[at] = attrs.evolve(block, level=max(0, block.level + by))
    return moved


def _alike(one: ListItem, other: ListItem) -> bool:
    if not (one.marker and other.marker and one.lines and other.lines):
        return False
    first, second = one.lines[0].words[0], other.lines[0].words[0]
    if first.bbox is None or second.bbox is None or first.text != second.text:
        return False
    return abs(first.bbox[0] - second.bbox[0]) <= _NEAR
