"""What will be done, each in a paragraph under its own title: `Bulk buying` over `The city will help neighbours to buy
solar panels together.`, title after title, with no heading that calls them actions."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Furniture, Heading, Paragraph
from objectives_parser.recognizers.commitments import commitment_kind
from objectives_parser.recognizers.wordings import is_done, tells
from objectives_parser.roles import Vocabulary, heading_role, is_lead_in, printed_label
from objectives_parser.statements import block_statement, plain_sentences

_LEAST, _SHARE, _ALONE = 5, 0.75, 0.8
_SHORTEST, _LONGEST = 5, 80  # words
_LONGEST_TITLE = 14


def titled_deeds(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of the paragraphs right under their titles that command or promise something, where three of four
    under titles of one level do, most of them all that stands under theirs."""
    titled: dict[int, list[int]] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and isinstance(_at(blocks, at + 1), Paragraph):
            titled.setdefault(block.level, []).append(at)
    found: set[int] = set()
    for titles in titled.values():
        if len(titles) < _LEAST:
            continue
        told = [at + 1 for at in titles if _is_title(blocks[at], vocabulary) and _is_deed(blocks[at + 1])]
        alone = sum(_is_alone(blocks, at) for at in told)
        if len(told) >= max(_LEAST, _SHARE * len(titles)) and alone >= _ALONE * len(told):
            found.update(told)
    return frozenset(found)


def _at(blocks: Sequence[object], at: int) -> object:
    return blocks[at] if at < len(blocks) else None


def _is_title(block: object, vocabulary: Vocabulary) -> bool:
    """Whether a heading only names what is under it, and says not of what kind it is."""
    assert isinstance(block, Heading)
    text = block_statement(block.lines).text
    if len(text.split()) > _LONGEST_TITLE or text.endswith(":"):
        return False
    label = printed_label(text, vocabulary)
    return heading_role(text, vocabulary) is None and (label is None or label.kind == "number")


def _is_deed(block: object) -> bool:
    """Whether the first sentence of a paragraph commands something or promises what somebody will do."""
    assert isinstance(block, Paragraph)
    statement = block_statement(block.lines)
    if not _SHORTEST <= len(statement.words) <= _LONGEST or is_lead_in(statement.text):
        return False
    first = plain_sentences(statement)[0].text
    return not is_done(first) and (tells(first) or commitment_kind(first) == "action")


def _is_alone(blocks: Sequence[object], at: int) -> bool:
    """Whether a paragraph is all that stands under its title."""
    after = next((block for block in blocks[at + 1 :] if not isinstance(block, Furniture)), None)
    return after is None or isinstance(after, Heading)
