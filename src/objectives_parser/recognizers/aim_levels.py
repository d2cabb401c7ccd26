"""How a document nests its labelled aims, where it does so otherwise than most: `Strategic Priority: …` over `Goal 1`
and `Goal 2`, then `Strategic Priority: …` over `Goal 3`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from objectives_parser.document import Heading, ListItem, Paragraph
from objectives_parser.recognizers.open_labels import NESTING
from objectives_parser.roles import Vocabulary, printed_label
from objectives_parser.statements import block_statement

_OF_DEEDS = frozenset(("action", "initiative", "program", "programme", "project"))
_TURNS = 2  # times that the one level follows the other


def nesting_of(blocks: Sequence[object], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The level words of aims from the widest to the narrowest: as plans nest them, but for a level that in this
    document comes before each run of one that is otherwise the wider, and never behind it. What only this plan calls
    an aim (`Strategic Initiative 1` over `Goal 1`) is wider than all."""
    met = list(_levels(blocks, vocabulary))
    order = [*(level for level in dict.fromkeys(met) if level not in NESTING), *NESTING]
    for wide, deep in itertools.permutations(dict.fromkeys(met), 2):
        if order.index(deep) < order.index(wide) and _leads(met, wide, deep):
            order.remove(wide)
            order.insert(order.index(deep), wide)
    return tuple(order)


def _levels(blocks: Sequence[object], vocabulary: Vocabulary) -> Iterator[str]:
    """The level word of each labelled aim, in order."""
    for block in blocks:
        if not isinstance(block, Heading | Paragraph | ListItem) or not block.lines[0].words:
            continue
        if not block.lines[0].words[0].text[:1].isupper() and not isinstance(block, ListItem):
            continue
        label = printed_label(block_statement(block.lines).text, vocabulary)
        if label is None or label.kind != "word" or label.role != "objective" or label.level is None:
            continue
        if label.level in NESTING or (label.level in _OF_DEEDS and label.number is not None):
            yield label.level


def _leads(met: Sequence[str], wide: str, deep: str) -> bool:
    """Whether runs of the one follow runs of the other, twice at the least, from first to last."""
    turns = [level for level, _ in itertools.groupby(level for level in met if level in (wide, deep))]
    return len(turns) >= 2 * _TURNS and turns[0] == wide and turns[-1] == deep
