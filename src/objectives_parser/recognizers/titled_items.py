"""Numbered titles that a line announces, each over the paragraph that says what will be done: `Our commitments are:`
over `1. Open data`, `We will publish all registers.`, `2. Open doors`, `We will …`. The titles are headings, and each
paragraph is the item that its number counts."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Block, Furniture, Heading, ListItem, Paragraph
from objectives_parser.recognizers.commitments import commitment_kind
from objectives_parser.recognizers.wordings import is_done, tells
from objectives_parser.roles import is_lead_in, lead_in_role
from objectives_parser.statements import block_statement, plain_sentences

_FEWEST = 3
_LONGEST_TITLE, _SHORTEST = 10, 5  # words
_LEVEL = 6
_CLOSED = (".", ";", ":", ",")


def with_titled_items(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with such titles as headings."""
    found = list(blocks)
    for at in announced_titles(blocks):
        block = blocks[at]
        if isinstance(block, ListItem):
            found[at] = Heading(lines=block.lines, level=_LEVEL)
    return tuple(found)


def announced_titles(blocks: Sequence[object]) -> frozenset[int]:
    """The positions of such titles, three and more, counted from one."""
    found: list[int] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _announces(block):
            run = _run(blocks, at + 1)
            found.extend(run if len(run) >= _FEWEST else [])
    return frozenset(found)


def _announces(block: Paragraph) -> bool:
    last = block.lines[-1].words if block.lines else ()
    return bool(last) and last[-1].text.endswith(":") and lead_in_role(block_statement(block.lines).text) == "action"


def _run(blocks: Sequence[object], start: int) -> list[int]:
    """The titles from ``start`` on; none where one of them has no paragraph of its own, or one too many."""
    run: list[int] = []
    filled = [at for at in range(start, len(blocks)) if not isinstance(blocks[at], Furniture)]
    for at, below in zip(filled[::2], filled[1::2], strict=False):
        if not _is_title(blocks[at], len(run) + 1) or not _promises(blocks[below]):
            break
        run.append(at)
    return run


def _is_title(block: object, number: int) -> bool:
    if not isinstance(block, Heading | ListItem) or not block.lines:
        return False
    words = [word.text for line in block.lines for word in line.words]
    return (
        words[0] in (f"{number}.", f"{number})")
        and 1 < len(words) <= _LONGEST_TITLE
        and words[1][:1].isupper()
        and not words[-1].endswith(_CLOSED)
        and not tells(" ".join(words[1:]))
    )


def _promises(block: object) -> bool:
    """Whether a paragraph says what will be done."""
    if not isinstance(block, Paragraph):
        return False
    statement = block_statement(block.lines)
    if len(statement.words) < _SHORTEST or is_lead_in(statement.text):
        return False
    first = plain_sentences(statement)[0].text
    return not is_done(first) and (tells(first) or commitment_kind(first) == "action")
