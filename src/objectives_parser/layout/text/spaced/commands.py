"""Cells of a table that a converter wrote one under the other, where no header says what stands in them: many short
paragraphs, most of the longer ones commands. These are a list whose bullets were never printed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Heading, Line, ListItem, Paragraph
from objectives_parser.roles import is_imperative

LEAST_COMMANDS = 5
MOST_COMMANDS = 0.5  # of the cells: beside each stand others that say who, when, how far
LEAST_SHARE = 0.1
STATEMENT, SENTENCE = 4, 8  # words
WIDE = 60  # characters
TITLE = regex.compile(r"\p{Lu}[^:.;!?\d]{1,40}:\s+(?=\p{Lu})")  # `Quick win: Install …`


def with_commands_listed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the commands among cells that stand apart as list items."""
    listed: set[int] = set()
    for is_cell, group in groupby(range(len(blocks)), key=lambda at: _may_be_cell(blocks[at])):
        if is_cell:
            listed |= _commands({at: _text(blocks[at]) for at in group if not isinstance(blocks[at], Furniture)})
    return [ListItem(lines=_lines(block), marker=0) if at in listed else block for at, block in enumerate(blocks)]


def _commands(cells: dict[int, str]) -> set[int]:
    """The cells that tell somebody to do something, if the others are no sentences: names, dates, figures."""
    commands = {at for at, text in cells.items() if len(text.split()) >= STATEMENT and _tells(text)}
    sentences = [text for at, text in cells.items() if at not in commands and _is_sentence(text)]
    many = len(commands) >= max(LEAST_COMMANDS, LEAST_SHARE * len(cells), 2 * len(sentences))
    return commands if many and len(commands) <= MOST_COMMANDS * len(cells) else set()


def _is_sentence(text: str) -> bool:
    return text.endswith((".", ";", ":")) and len(text.split()) >= SENTENCE


def _tells(text: str) -> bool:
    title = TITLE.match(text)
    return is_imperative(text[title.end() :] if title else text)


def _may_be_cell(block: Block) -> bool:
    """Whether a block is as narrow as a cell; what a page carries stands anywhere, and so do bullets without text."""
    if isinstance(block, Furniture):
        return True
    lines = _lines(block)
    bullets = isinstance(block, ListItem) and any(map(str.isalpha, _text(block)))
    return bool(lines) and not bullets and max(len(line.text) for line in lines) <= WIDE


def _lines(block: Block) -> tuple[Line, ...]:
    return block.lines if isinstance(block, Paragraph | Heading | ListItem) else ()


def _text(block: Block) -> str:
    return " ".join(line.text for line in _lines(block))
