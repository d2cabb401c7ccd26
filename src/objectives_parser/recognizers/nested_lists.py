"""Bullets between the numbers or capitals of a list (`1. Mend the pier` / `• Agree the tender` / `2. …`; `A.` / `i.` /
`ii.` / `B.`), printed at one depth."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Block, Furniture, ListItem


def with_bullets_nested(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, bullets and letters that stand between the numbered items of a list one level below these: the
    numbers go on behind them, or the one number was left open for them, so that they belong to the number before."""
    found = list(blocks)
    run: list[int] = []
    for number, block in enumerate([*blocks, None]):
        if isinstance(block, ListItem):
            run.append(number)
        elif run and not isinstance(block, Furniture):
            if len(run) > 1:
                _nest(run, found)
            run = []
    return found


def _nest(run: Sequence[int], blocks: list[Block]) -> None:
    items = [(number, block) for number in run if isinstance(block := blocks[number], ListItem)]
    lettered = bool(items) and _mark(items[0][1]) == "A"
    numbers = {number: _number(item, lettered) for number, item in items}
    for level in {item.level for _, item in items}:
        here = [number for number, item in items if item.level == level]
        numbered = [number for number in here if numbers[number] is not None]
        if len(numbered) == len(here) or not (
            _goes_on(numbered, here, numbers) if len(numbered) > 1 else _leads(numbered, here, blocks)
        ):
            continue
        for number, item in items:
            if number > numbered[0] and item.level >= level and number not in numbered:
                blocks[number] = attrs.evolve(item, level=item.level + 1)
        return


def _goes_on(numbered: Sequence[int], here: Sequence[int], numbers: dict[int, int | None]) -> bool:
    """Whether each number is one more than the last, at least once over bullets in between. (One bullet under each
    number tells what the number's title means.)"""
    values = [numbers[number] or 0 for number in numbered]
    counts = all(after == before + 1 for before, after in pairwise(values))
    held = [bisect(here, after) - bisect(here, before) - 1 for before, after in pairwise([*numbered, here[-1] + 1])]
    return counts and any(held[:-1]) and max(held) > 1


def _leads(numbered: Sequence[int], here: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Whether the one numbered item is the first and left open for the others: `9. We will be open by:`."""
    first = blocks[here[0]]
    return list(numbered) == [here[0]] and isinstance(first, ListItem) and first.lines[-1].text.rstrip().endswith(":")


def _number(item: ListItem, lettered: bool) -> int | None:
    """What the item's mark counts: numbers, or capitals in a list that begins with `A.`"""
    mark = _mark(item)
    if lettered:
        return ord(mark) if len(mark) == 1 and "A" <= mark <= "Z" else None
    return int(mark) if mark.isdecimal() and len(mark) <= 3 else None


def _mark(item: ListItem) -> str:
    words = item.lines[0].words if item.marker == 1 and item.lines else ()
    return words[0].text.strip("().") if words else ""
