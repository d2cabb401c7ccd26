"""Words that only one document labels its aims with: `Key Issue 1: Raise standards in music`, `Key Issue 2: Improve
the library`, each over what will be done for it. That they count, command and head lists tells what they are."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Heading, ListItem, Paragraph, Table
from objectives_parser.recognizers.wordings import tells
from objectives_parser.roles import Vocabulary, header_role, printed_label
from objectives_parser.statements import block_statement

_COUNTED = regex.compile(
    r"(?P<name>\p{Lu}[\p{Ll}’'-]+(?:\s\p{L}[\p{Ll}’'-]*){0,3})\s(?P<number>\d{1,2})\s?[:–—.-]\s+"
    r"(?P<said>\p{Lu}.{8,})"
)
# what papers count besides, whatever they tell somebody to do
_OTHERS = frozenset(
    """question exercise option scenario example case lesson rule figure table box appendix annex session module unit
    slide page section chapter part paragraph article clause note day week year quarter hour month level grade form
    schedule
    item number no version volume issue edition""".split()  # noqa: SIM905
)
_MEANINGLESS = ("note", "category")
_FEWEST = 2
_LONGEST = 60  # words


def with_own_labels(vocabulary: Vocabulary, blocks: Sequence[Block]) -> Vocabulary:
    """The vocabulary with the words that the document labels its aims with."""
    found: dict[str, list[tuple[int, bool, bool]]] = {}
    filled = [block for block in blocks if not isinstance(block, Furniture)]
    for at, block in enumerate(filled):
        if not isinstance(block, Heading | Paragraph):
            continue
        text = block_statement(block.lines).text
        counted = _COUNTED.fullmatch(text) if len(text.split()) <= _LONGEST else None
        if counted is None or printed_label(text, vocabulary) is not None:
            continue
        heads = at + 1 < len(filled) and _is_list(filled[at + 1 : at + 3])
        name = counted["name"].casefold()
        found.setdefault(name, []).append((int(counted["number"]), tells(counted["said"]), heads))
    own = {name: "objective" for name, told in found.items() if _are_aims(name, told, vocabulary)}
    return attrs.evolve(vocabulary, labels={**vocabulary.labels, **own}) if own else vocabulary


def _is_list(below: Sequence[Block]) -> bool:
    """Whether items or a table stand right below, or behind one paragraph."""
    if isinstance(below[0], Paragraph) and len(below) > 1:
        below = below[1:]
    return isinstance(below[0], ListItem | Table)


def _are_aims(name: str, told: Sequence[tuple[int, bool, bool]], vocabulary: Vocabulary) -> bool:
    """Whether labels count from one, most tell what to do and most head a list."""
    last = name.split()[-1]
    if last in _OTHERS and len(name.split()) == 1:
        return False
    numbers = [number for number, _, _ in told]
    role = header_role(name, vocabulary)
    if len(set(numbers)) < _FEWEST or min(numbers) != 1 or (role is not None and role.role not in _MEANINGLESS):
        return False
    commands = sum(tells_it for _, tells_it, _ in told)
    heads = sum(heads_list for _, _, heads_list in told)
    return 3 * commands >= 2 * len(told) and 2 * heads >= len(told)
