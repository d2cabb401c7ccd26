"""Numbered lines in bold right under a line that announces them: `The goals of the plan are as follows:` over
`1. Clean air`, `2. Warm homes`, each over its own items, are the list and no headings of sections."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Block, Furniture, Heading, ListItem, Paragraph
from objectives_parser.frozen import evolve
from objectives_parser.roles import lead_in_role
from objectives_parser.statements import block_statement

_FEWEST = 3
_LONGEST_LEAD = 80  # words


def with_headings_listed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with such headings as items of their list, and the items under each nested in it."""
    found = list(blocks)
    for at, block in enumerate(blocks):
        if not (isinstance(block, Paragraph) and _announces(block)):
            continue
        run = _run(blocks, at + 1)
        if sum(isinstance(blocks[number], Heading) for number in run) < _FEWEST:
            continue
        for number in run:
            part = blocks[number]
            if isinstance(part, Heading):
                found[number] = ListItem(lines=part.lines, marker=1)
            elif isinstance(part, ListItem):
                found[number] = evolve(part, level=part.level + 1)
    return tuple(found)


def _announces(block: Paragraph) -> bool:
    last = block.lines[-1].words if block.lines else ()
    if not last or not last[-1].text.endswith(":"):
        return False
    statement = block_statement(block.lines)
    return len(statement.words) <= _LONGEST_LEAD and lead_in_role(statement.text) in ("objective", "action")


def _run(blocks: Sequence[Block], start: int) -> list[int]:
    """The positions of headings counted from one, and of the items between them, from ``start`` on."""
    run: list[int] = []
    count = 0
    for at in range(start, len(blocks)):
        block = blocks[at]
        if isinstance(block, Heading) and _number(block) == count + 1:
            count += 1
        elif not isinstance(block, Furniture) and not (isinstance(block, ListItem) and count):
            break
        run.append(at)
    return run


def _number(block: Heading) -> int | None:
    """The number that a heading begins with: `3. Warm homes`."""
    words = block.lines[0].words
    bare = words[0].text.rstrip(".)") if len(words) > 1 else ""
    return int(bare) if bare.isdigit() and len(bare) < 3 and bare != words[0].text else None
