"""Plans whose aims are called by a name that others give to deeds: `Strategic Initiative 1: Student success` over
`Objective 1.1: …`, then `Strategic Initiative 2: …` over `Objective 2.1: …`.

What has objectives of its own under it, each time it stands anew, is an aim in that plan, whatever it is called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import attrs

from objectives_parser.document import Block, Heading, ListItem, Paragraph
from objectives_parser.roles import PrintedLabel, Vocabulary, printed_label
from objectives_parser.roles.vocabulary import singular
from objectives_parser.statements import block_statement

_FEWEST = 2
_LEVELS = frozenset(("goal", "objective", "outcome"))
# `Strategic action 1`, `Key initiative 2`, but `Action 1`, which says whom it serves in a field called `Objective`
_LEADING = frozenset(("strategic", "key", "major", "priority", "signature", "overarching", "core"))
_NAMED = frozenset(("initiative",))


def with_aims_named(blocks: Sequence[Block], vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary, with the names of the plan's deeds that are aims over objectives among the labels of aims."""
    labels = [label for block in blocks if (label := _label(block, vocabulary)) is not None]
    aims = [at for at, label in enumerate(labels) if label.role == "objective" and label.level in _LEVELS]
    if not aims:
        return vocabulary
    named: dict[str, list[int]] = defaultdict(list)
    for at, label in enumerate(labels):
        if label.role == "action" and _may_lead(_name(label)):
            named[_name(label)].append(at)
    found = {name for name, places in named.items() if _stand_over(places, aims, labels)}
    if not found:
        return vocabulary
    return attrs.evolve(vocabulary, labels={**vocabulary.labels, **dict.fromkeys(found, "objective")})


def _label(block: Block, vocabulary: Vocabulary) -> PrintedLabel | None:
    """The label with a word and a number that a line of text begins with."""
    if not isinstance(block, Heading | Paragraph | ListItem) or not block.lines:
        return None
    marker = block.marker if isinstance(block, ListItem) else 0
    label = printed_label(block_statement(block.lines, marker).text, vocabulary)
    return label if label is not None and label.kind == "word" and label.number is not None else None


def _name(label: PrintedLabel) -> str:
    """`strategic initiative` for `Strategic Initiative 1`."""
    text = label.text[: label.text.rfind(label.number or "")] if label.number else label.text
    return " ".join(singular(word) for word in text.casefold().rstrip(" #.:").split())


def _may_lead(name: str) -> bool:
    words = name.split()
    return bool(words) and (words[-1] in _NAMED or words[0] in _LEADING)


def _stand_over(places: Sequence[int], aims: Sequence[int], labels: Sequence[PrintedLabel]) -> bool:
    """Whether an objective stands under each of some deeds with different numbers, and none before the first."""
    numbers = {labels[at].number for at in places}
    if len(places) < _FEWEST or len(numbers) < len(places) or aims[0] < places[0]:
        return False
    ends = [*places[1:], len(labels)]
    return all(any(at < aim < end for aim in aims) for at, end in zip(places, ends, strict=True))
