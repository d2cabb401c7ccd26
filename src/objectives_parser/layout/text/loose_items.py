"""Lists that lost their bullets and keep an empty line between their items, as text copied from web pages has them:
`Strategic goals` over `Provide safe streets`, `Grow the economy`, each a line by itself, which look like headings.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Heading, ListItem, Paragraph, Table
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import heading_role, is_imperative, is_lead_in, lead_in_role

_SURE = 0.8
_LEAST_ITEMS = 3
_MOST_WORDS, _MOST_TITLE_WORDS = 40, 8
_COUNTS = regex.compile(
    r"(?:#|%|number|percentage|percent|proportion|share|rate|average|total|amount|ratio)\b?(?: of)? ", regex.IGNORECASE
)
_ENDED = regex.compile(r"[.!?;:]\s+\p{Lu}")
# "The goals that the council adopted are listed below."
_POINTS = regex.compile(
    r"\b(?:goals|objectives|aims|priorities|outcomes|actions|initiatives|strategies|commitments|recommendations|steps)\b"
    r"[^.]{0,120}\b(?:below|here|as follows|the following)\W*$",
    regex.IGNORECASE,
)


def with_loose_items(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, short lines in a row that are commands list items where what stands over them announces some."""
    found: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if not isinstance(block, Furniture) and _may_be_item(block):
            run.append(block)
            continue
        found.extend(_items(run, found))
        found.append(block)
        run = []
    found.extend(_items(run, found))
    return found


def with_paragraph_items(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a text without bullets whose paragraphs are a line each: two or more in a row that are a command
    each, or begin in small letters, are list items."""
    found: list[Block] = []
    for _, group in itertools.groupby(blocks, key=_manner):
        run = list(group)
        listed = len(run) > 1 and _manner(run[0])
        found.extend(ListItem(lines=block.lines, marker=0) if listed else block for block in run)  # type: ignore[union-attr]
    return found


def _manner(block: Block) -> str:
    """How an item begins that such a block may be; nothing where it is none."""
    if not isinstance(block, Heading | Paragraph):
        return ""
    text = _text(block)
    if _ENDED.search(text) or text.endswith((":", "?")):
        return ""
    if text[:1].islower():
        return "small"
    return "command" if text.endswith(".") and is_imperative(text) else ""


def _may_be_item(block: Block) -> bool:
    if not isinstance(block, Heading | Paragraph):
        return False
    text = _text(block)
    if len(text.split()) > _MOST_WORDS or text[:1].islower() or _ENDED.search(text) or text.endswith((":", "?")):
        return False
    return not text.isupper() and (is_imperative(text) or _COUNTS.match(text) is not None)


def _items(run: Sequence[Block], before: Sequence[Block]) -> list[Block]:
    headings = sum(isinstance(block, Heading) for block in run)
    if len(run) < _LEAST_ITEMS or 2 * headings < len(run):
        return list(run)
    announced = _announced(before)
    counted = sum(_COUNTS.match(_text(block)) is not None for block in run)
    if not announced or counted != (len(run) if announced == "measure" else 0):
        return list(run)
    return [ListItem(lines=block.lines, marker=0) for block in run if isinstance(block, Heading | Paragraph)]


def _announced(before: Sequence[Block]) -> str | None:
    """What the last block announces, or the heading over a last paragraph."""
    above = [block for block in before if not isinstance(block, Furniture)][-2:]
    if not above:
        return None
    text = _text(above[-1])
    if isinstance(above[-1], Paragraph):
        if is_lead_in(text):
            return lead_in_role(text)
        if _POINTS.search(text) is not None:
            return "objective"
        return _titles(_text(above[0])) if isinstance(above[0], Heading) else None
    return _titles(text) if isinstance(above[-1], Heading) else None


def _titles(text: str) -> str | None:
    role = heading_role(text) if len(text.split()) <= _MOST_TITLE_WORDS else None
    return role.role if role is not None and role.role in STATEMENTS and role.strength >= _SURE else None


def _text(block: Block) -> str:
    return "" if isinstance(block, Table) else " ".join(line.text for line in block.lines)
