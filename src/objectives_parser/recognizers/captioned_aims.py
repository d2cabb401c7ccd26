"""Aims over lists that captions name, aim after aim: `1. Keep the harbour open`, `Performance measures`, two measures,
`Milestones`, a milestone, `2. Bring visitors`, `Performance measures` …

Such a caption ends the list before it by being printed again: what stands right over the first caption of each round is
what the round is about, however it is set.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

import attrs

from objectives_parser import late
from objectives_parser.document import Heading, ListItem, Paragraph
from objectives_parser.recognizers.wordings import reads_as_aim
from objectives_parser.records import SERVING, Kind
from objectives_parser.roles import Vocabulary, header_role, heading_role, lead_in_role, printed_label
from objectives_parser.statements import Statement, block_statement, plain_sentences

_LONGEST_CAPTION, _SHORTEST_AIM, _LONGEST_AIM = 9, 3, 70
_ROUNDS = 2
_SURE, _KNOWN = 0.8, 0.5
_LABELLED = frozenset(("objective", "action"))
_OPENING = frozenset(("note", "baseline"))
_FIELD = late.compile(r"\p{Lu}[\p{L} ]{2,24}: ?(?=\S)")
_NUMBER = late.compile(r"\(?\d{1,2}(?:\.\d{1,2})?[.):]?\s+(?=\p{Lu})")


@attrs.frozen
class CaptionedAim:
    """A block that states an aim, or a deed, and the level of the heading that its captions are, 0 for lines in the
    text; ``announced`` is the position of the line that calls these deeds, under what they serve."""

    level: int
    numbered: bool
    kind: Kind = "objective"
    announced: int | None = None


def captioned_aims(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, CaptionedAim]:
    """The positions of the blocks that state aims over captioned lists; none where they are labelled (`Goal 1: …`)."""
    kinds = {at: kind for at, block in enumerate(blocks) if (kind := _caption_kind(block, vocabulary))}
    captions = {at: _text(blocks[at]).casefold().rstrip(" :?") for at in kinds}
    counts = Counter(captions.values())
    captions = {at: name for at, name in captions.items() if counts[name] >= _ROUNDS}
    kinds = {at: kinds[at] for at in captions}
    if SERVING.isdisjoint(kinds.values()) or not any(kind != "action" for kind in kinds.values()):
        return {}
    opener = next(iter(captions.values()))
    rounds = [at for at, name in captions.items() if name == opener and at and at - 1 not in captions]
    names = Counter(_text(block).casefold() for block in blocks if isinstance(block, Heading))
    subjects = {
        at - 1: _statement(blocks[at - 1]) for at in rounds if not _is_listed(blocks, at - 1, names, vocabulary)
    }
    found = {at: statement for at, statement in subjects.items() if statement and _may_be_aim(statement, vocabulary)}
    numbered = {at: statement for at, statement in found.items() if _is_numbered(statement)}
    if len(numbered) >= _ROUNDS and 3 * len(numbered) >= 2 * len(rounds):
        found = numbered
    elif len(found) < len(rounds) or any(isinstance(blocks[at], ListItem) for at in found) or _has_text(blocks, rounds):
        return {}
    told = sum(reads_as_aim(_NUMBER.sub("", statement.text)) for statement in found.values())
    if len(found) < _ROUNDS or 3 * told < 2 * len(found):
        return {}
    announced = None if "action" in kinds.values() else _announces_deeds(blocks, min(found), vocabulary)
    stated: Kind = "objective" if announced is None else "action"
    return {at: CaptionedAim(_level(blocks[at + 1]), at in numbered, stated, announced) for at in found}


def _announces_deeds(blocks: Sequence[object], first: int, vocabulary: Vocabulary) -> int | None:
    """The position of the line over the first of them that calls them actions, or strategies, which nothing done then
    hangs under."""
    above = blocks[first - 1] if first else None
    if not isinstance(above, Heading | Paragraph) or len(above.lines) > 1:
        return None
    text = _text(above).rstrip(" :")
    role = heading_role(text, vocabulary) or header_role(text, vocabulary)
    if role is None or role.strength < _KNOWN or not text.endswith("s"):
        return None
    deeds = role.role == "action" or (role.role, role.level) == ("objective", "strategy")
    return first - 1 if deeds else None


def _text(block: object) -> str:
    return " ".join(line.text for line in getattr(block, "lines", ()))


def _caption_kind(block: object, vocabulary: Vocabulary) -> str:
    """What a caption says of the list under it; "" for any other block."""
    if not isinstance(block, Heading | Paragraph) or len(block.lines) > 2:
        return ""
    words = sum(len(line.words) for line in block.lines)
    if not 0 < words <= _LONGEST_CAPTION:
        return ""
    text = _text(block)
    role = heading_role(text, vocabulary) if text[:1].isupper() and text[-1] not in ".;,!" else None
    if role is None and text[-1] == ":" and text[:1].isupper():
        led = lead_in_role(text)  # `Progress will be measured by:`
        return led if led is not None and led in SERVING else ""
    if role is not None and role.role in _OPENING and role.strength >= _SURE and isinstance(block, Heading):
        return "note"  # `Where we are now` over `What we will do`
    if role is None or role.role not in SERVING or role.strength < _SURE:
        return ""
    return role.role if ":" not in text[:-1] else ""


def _statement(block: object) -> Statement | None:
    if isinstance(block, Heading | Paragraph) and block.lines:
        return block_statement(block.lines)
    return block_statement(block.lines, block.marker) if isinstance(block, ListItem) and block.lines else None


def _may_be_aim(statement: Statement, vocabulary: Vocabulary) -> bool:
    text = statement.text
    if not _SHORTEST_AIM <= len(text.split()) <= _LONGEST_AIM or text.endswith((":", "?")) or _FIELD.match(text):
        return False
    label = printed_label(text, vocabulary)
    numbered = _NUMBER.match(text) is not None  # whose full stop ends no sentence
    return (label is None or label.kind == "number") and len(plain_sentences(statement)) <= 1 + numbered


def _is_listed(blocks: Sequence[object], at: int, names: Counter[str], vocabulary: Vocabulary) -> bool:
    """Whether a block is an item of a list by itself: the number before its own stands right above it, or a heading
    does that stands over other lists too (`Strategies`); or a heading above states the aim by its label."""
    block, above = blocks[at], blocks[at - 1] if at else None
    if isinstance(above, Heading):
        label = printed_label(_text(above), vocabulary)  # `Outcome 1: People settle`, and a sentence that tells why
        labelled = label is not None and label.kind == "word" and label.role in _LABELLED and bool(label.number)
        return labelled or names[_text(above).casefold()] >= _ROUNDS
    if not isinstance(block, ListItem) or not isinstance(above, ListItem):
        return False
    last, own = (
        statement.marker[0].text.strip("().") if (statement := _statement(item)) and statement.marker else ""
        for item in (above, block)
    )
    return last.isdigit() and own.isdigit() and int(own) == int(last) + 1


def _is_numbered(statement: Statement) -> bool:
    if statement.marker:
        return statement.marker[0].text.strip("().")[:1].isdigit()
    return _NUMBER.match(statement.text) is not None


def _has_text(blocks: Sequence[object], rounds: Sequence[int]) -> bool:
    """Whether anything but lists stands between the captions, which a paragraph in front of one might belong to."""
    inside = [block for first, last in itertools.pairwise(rounds) for block in blocks[first + 1 : last - 1]]
    return not any(isinstance(block, ListItem) for block in inside)


def _level(block: object) -> int:
    return block.level if isinstance(block, Heading) else 0
