"""Cards that name a topic, then the end wanted there, then what will be done: `Transport` over `Fewer car journeys into
the centre` and a list, card after card. The second line is the aim."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Furniture, Heading, ListItem
from objectives_parser.recognizers.outcomes import tells_outcome
from objectives_parser.roles import Vocabulary, heading_role, printed_label
from objectives_parser.roles.words import word_list
from objectives_parser.statements import block_statement

_CARDS = 3
_SHORTEST, _LONGEST, _LONGEST_TOPIC = 3, 20, 5  # words
_COMPARED = word_list("comparatives") | {"no", "zero"}


def ends_under_titles(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of the headings that say so, three at the least, half of which compare with how it is now or tell a
    state."""
    flow = [(at, block) for at, block in enumerate(blocks) if not isinstance(block, Furniture)]
    found: list[tuple[int, bool]] = []
    for (_, topic), (at, end), (_, below) in zip(flow, flow[1:], flow[2:], strict=False):
        if not (isinstance(topic, Heading) and isinstance(end, Heading) and isinstance(below, ListItem)):
            continue
        name, text = block_statement(topic.lines).text, block_statement(end.lines).text
        if end.level <= topic.level or len(name.split()) > _LONGEST_TOPIC or not _may_be_end(text, vocabulary):
            continue
        if heading_role(name, vocabulary) is None:
            found.append((at, tells_outcome(text) or not _COMPARED.isdisjoint(text.casefold().split())))
    told = sum(compared for _, compared in found)
    enough = len(found) >= _CARDS and 2 * told >= len(found)
    return frozenset(at for at, _ in found) if enough else frozenset()


def _may_be_end(text: str, vocabulary: Vocabulary) -> bool:
    if not _SHORTEST <= len(text.split()) <= _LONGEST or text.endswith((":", "?")) or ":" in text:
        return False
    return heading_role(text, vocabulary) is None and printed_label(text, vocabulary) is None
