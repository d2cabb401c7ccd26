"""`Goal B: Clean buildings` over headings that command: `B-1 Adopt a building code`, `B-2 …`, each with its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from objectives_parser.document import Heading, ListItem
from objectives_parser.recognizers.section_names import without_code
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Kind
from objectives_parser.roles import Vocabulary, heading_role, printed_label
from objectives_parser.statements import block_statement

_FEWEST, _SHORTEST, _LONGEST = 2, 3, 25


def deeds_under_goals(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, Kind]:
    """The positions of the headings right under a labelled goal that all command something: what will be done for it,
    or aims of their own where most of them stand over lists of commands."""
    found: dict[int, Kind] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and _is_goal(block, vocabulary):
            sections = list(_sections(blocks, at, block.level))
            texts = [_text(blocks[start]) for start, _ in sections]
            if len(sections) < _FEWEST or not all(_commands(text, vocabulary) for text in texts):
                continue
            listed = sum(_lists_deeds(blocks[start:end]) for start, end in sections)
            kind: Kind = "objective" if 2 * listed > len(sections) else "action"
            found.update((start, kind) for start, _ in sections)
    return found


def _is_goal(block: Heading, vocabulary: Vocabulary) -> bool:
    label = printed_label(_text(block), vocabulary)
    return label is not None and label.kind == "word" and label.role == "objective" and label.number is not None


def _text(block: object) -> str:
    assert isinstance(block, Heading)
    return block_statement(block.lines).text


def _sections(blocks: Sequence[object], goal: int, level: int) -> Iterator[tuple[int, int]]:
    """Where each section of the level right under a goal's heading begins and ends."""
    end = next(
        (at for at in range(goal + 1, len(blocks)) if isinstance(b := blocks[at], Heading) and b.level <= level),
        len(blocks),
    )
    heads = [at for at in range(goal + 1, end) if isinstance(blocks[at], Heading)]
    highest = min((blocks[at].level for at in heads), default=0)  # type: ignore[attr-defined]
    yield from pairwise([*(at for at in heads if blocks[at].level == highest), end])  # type: ignore[attr-defined]


def _commands(text: str, vocabulary: Vocabulary) -> bool:
    bare = without_code(text)
    if not _SHORTEST <= len(bare.split()) <= _LONGEST or text.endswith((":", "?")):
        return False
    return tells(bare) and heading_role(text, vocabulary) is None and printed_label(bare, vocabulary) is None


def _lists_deeds(section: Sequence[object]) -> bool:
    items = [block_statement(b.lines, b.marker).text for b in section if isinstance(b, ListItem)]
    return bool(items) and 2 * sum(map(tells, items)) >= len(items)
