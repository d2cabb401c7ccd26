"""Bullets that only complete the sentence over them: `The port will invest along three lines:` over `• Cranes`,
`• Rail`. None says anything alone; sentence and bullets are one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import ListItem, Paragraph
from objectives_parser.layout.wrapping import UNFINISHED
from objectives_parser.recognizers.commitments import commitment_kind
from objectives_parser.roles import is_lead_in, lead_in_role, printed_label
from objectives_parser.statements import Statement, block_statement, is_clause, merged, plain_sentences

_FEWEST, _MOST = 2, 8
_LONGEST = 40  # words


@attrs.frozen(eq=False)
class Fragments:
    """``under``: for the position of each such sentence those of its bullets; ``all``: those of all of these."""

    under: dict[int, tuple[int, ...]] = attrs.field(factory=dict)
    all: frozenset[int] = frozenset()


def fragments_of(blocks: Sequence[object]) -> Fragments:
    """The bullets that only complete a promise: a paragraph's last sentence, or that of an item which tells more."""
    under: dict[int, tuple[int, ...]] = {}
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph | ListItem) or not _leads(block):
            continue
        items = tuple(_items(blocks, at, block.level if isinstance(block, ListItem) else -1))
        least = 1 if is_left_open(block) else _FEWEST
        if least <= len(items) <= _MOST and all(_is_fragment(blocks[item]) for item in items):
            under[at] = items
    return Fragments(under, frozenset(item for items in under.values() for item in items))


def with_fragments(statement: Statement, items: Sequence[object]) -> Statement:
    """The statement with the bullets that complete it."""
    return merged([statement, *(_statement(item) for item in items)])


def _statement(block: object) -> Statement:
    assert isinstance(block, Paragraph | ListItem)
    return block_statement(block.lines, getattr(block, "marker", 0))


def _leads(block: Paragraph | ListItem) -> bool:
    """Whether a block is left open for bullets which complete it and are not announced as statements."""
    words = block.lines[-1].words if block.lines else ()
    if is_left_open(block):
        return True
    if not words or not words[-1].text.endswith(":"):
        return False
    sentences = plain_sentences(_statement(block))
    last = sentences[-1].text
    if isinstance(block, ListItem):
        return len(sentences) > 1 and is_lead_in(last) and lead_in_role(last) in (None, "action")
    return commitment_kind(last) == "action" and lead_in_role(last) in (None, "action")


def is_left_open(block: object) -> bool:
    """Whether an item ends in a word that wants another one: `By 2030, reduce the share of adults who are` over `•
    Obese from 28 % to 26 %`."""
    words = block.lines[-1].words if isinstance(block, ListItem) and block.lines else ()
    return len(words) > 1 and words[-1].text in UNFINISHED


def _items(blocks: Sequence[object], at: int, above: int) -> Iterator[int]:
    """The positions of the bullets right under a block, all of one level, deeper than ``above``."""
    level: int | None = None
    for number in range(at + 1, len(blocks)):
        block = blocks[number]
        if not isinstance(block, ListItem) or block.level <= above:
            return
        level = block.level if level is None else level
        if block.level < level:
            return
        yield number


def _is_fragment(block: object) -> bool:
    """Whether a bullet names something and says nothing of it: no clause, no deed in the form of `Restoring …`."""
    statement = _statement(block)
    words, text = statement.words, statement.text
    if not words or len(words) > _LONGEST or text.endswith(":") or words[0].text.endswith("ing"):
        return False
    return not is_clause(statement) and printed_label(text) is None and len(plain_sentences(statement)) == 1
