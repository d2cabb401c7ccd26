"""Results that name tables of their indicators, and stand again as headings over what will be done for them.

`Table 1: Mariners travel safely` over `Indicator | Target | Date to achieve target`, and further down `Mariners travel
safely` over a list of deeds: departmental plans print the result twice and call it by no name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from objectives_parser.document import Heading, ListItem, Paragraph, Table
from objectives_parser.drafts import plain
from objectives_parser.recognizers.wordings import CAPTION
from objectives_parser.roles import Vocabulary, header_role, heading_role, printed_label
from objectives_parser.statements import block_statement

_SHORTEST, _LONGEST = 3, 30  # words
_SURE = 0.75


@attrs.frozen(eq=False)
class CaptionedResults:
    """``first``: how many words of the blocks at these positions come before the result that they name; ``again``: the
    positions of the headings that print a result again, each with that of its first print."""

    first: Mapping[int, int] = attrs.field(factory=dict)
    again: Mapping[int, int] = attrs.field(factory=dict)


def captioned_results(blocks: Sequence[object], vocabulary: Vocabulary) -> CaptionedResults:
    """The results among the blocks: names over tables of indicators that a heading prints again."""
    named = dict(_named(blocks, vocabulary))
    if not named:
        return CaptionedResults()
    places = {plain(" ".join(_words(blocks[at])[count:])): at for at, count in named.items()}
    again: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if at not in named and isinstance(block, Heading) and _holds_more(blocks[at + 1 : at + 2]):
            first = places.get(plain(" ".join(_words(block))))
            if first is not None and first < at:
                again[at] = first
    kept = set(again.values())
    return CaptionedResults({at: count for at, count in named.items() if at in kept}, again)


def _named(blocks: Sequence[object], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """The positions of the blocks right over tables of indicators, with how many words number the table."""
    for at, block in enumerate(blocks[:-1]):
        table = blocks[at + 1]
        if not isinstance(block, Heading | Paragraph) or not isinstance(table, Table):
            continue
        text = block_statement(block.lines).text
        caption = CAPTION.match(text)
        count = len(caption.group().split()) if caption is not None else 0
        name = " ".join(text.split()[count:])
        if not _SHORTEST <= len(name.split()) <= _LONGEST or heading_role(name, vocabulary) is not None:
            continue
        if printed_label(name, vocabulary) is None and _counts_only(table, vocabulary):
            yield at, count


def _words(block: object) -> list[str]:
    assert isinstance(block, Heading | Paragraph)
    return block_statement(block.lines).text.split()


def _counts_only(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether the head of a table names indicators, and nothing else that states."""
    heads = [header_role(cell.text, vocabulary) for cell in table.cells if cell.row == 0 and cell.lines]
    roles = {role.role for role in heads if role is not None and role.strength >= _SURE}
    return "measure" in roles and not roles & {"objective", "action", "milestone"}


def _holds_more(following: Sequence[object]) -> bool:
    return any(isinstance(block, Heading | ListItem | Paragraph) for block in following)
