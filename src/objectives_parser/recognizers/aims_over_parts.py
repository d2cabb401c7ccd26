"""Paragraphs that tell what a section is for, over the part that says how: `Care` / `To heal the sick.` / `Actions`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Heading, Paragraph
from objectives_parser.recognizers.wordings import is_to_do, tells
from objectives_parser.records import SERVING
from objectives_parser.roles import Vocabulary, heading_role
from objectives_parser.statements import block_statement, plain_sentences

# "We aim to double cycling by 2030."
_WANTED = regex.compile(
    r"(?:we|the \p{L}+|our (?:aim|goal|ambition) is) (?:aims?|wants?|intends?|seeks?|to)\b", regex.IGNORECASE
)
_SURE = 0.8
_SISTERS = 2
_FEWEST_WORDS, _MOST_WORDS = 4, 45


def aims_over_parts(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of lone commands, or of what is to be done, between the heading of a section and a heading that
    announces what serves them, the same in two sections at least."""
    places = [at for at, block in enumerate(blocks) if not isinstance(block, Furniture)]
    found: list[tuple[int, str]] = []
    for before, at, after in zip(places, places[1:], places[2:], strict=False):
        block, over, under = blocks[at], blocks[before], blocks[after]
        if not (isinstance(block, Paragraph) and isinstance(over, Heading) and isinstance(under, Heading)):
            continue
        name = block_statement(under.lines).text.casefold().strip(" :")
        if not _announces(name, vocabulary) or not _states_aim(block):
            continue
        role = heading_role(block_statement(over.lines).text, vocabulary)
        if role is None or role.role == "category":
            found.append((at, name))
    counts = Counter(name for _, name in found)
    return frozenset(at for at, name in found if counts[name] >= _SISTERS)


def _announces(name: str, vocabulary: Vocabulary) -> bool:
    role = heading_role(name, vocabulary)
    served = role is not None and role.role in SERVING and role.strength >= _SURE
    return served or name.endswith("strategies")


def _states_aim(block: Paragraph) -> bool:
    statement = block_statement(block.lines)
    if not _FEWEST_WORDS <= len(statement.words) <= _MOST_WORDS or statement.text.endswith(":"):
        return False
    wanted = _WANTED.match(statement.text) is not None
    return (wanted or is_to_do(statement.text) or tells(statement.text)) and len(plain_sentences(statement)) == 1
