"""Goals under `Our goals`, each in a sentence under its own title: `1. Clean power` over `Raise the share of renewable
power to a third.`, title after title. Under `Strategic pillars` such a sentence is a goal where a list follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Heading, ListItem, Paragraph
from objectives_parser.recognizers.commands import block_text
from objectives_parser.recognizers.commitments import promises
from objectives_parser.recognizers.wordings import announces_list, points, tells
from objectives_parser.roles import Vocabulary, heading_role, is_lead_in, printed_label
from objectives_parser.statements import block_statement, split_sentences

_LIKELY = 0.8
_FEWEST, _SHARE = 3, 0.7
_FEWEST_LISTED = 2  # are enough where what will be done is listed under each
_LONGEST_TITLE = 8  # words
_SHORTEST, _LONGEST = 4, 80  # words
_MOST_SENTENCES = 2
_NUMBER = regex.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|\p{Lu})\s?(?:[.):]|::)?\s+")

# "Summary of committee goals", "Goals of the partners", but "Progress on our goals", "Meeting the goals"
_OF_GOALS = regex.compile(
    r"(?:(?:summary|overview|list)\sof\s)?(?:the\s|our\s)?"
    r"(?:(?!(?:on|to|towards?|against|of|behind|past|previous|former|\p{L}+ing)\s)[\p{L}’'&-]+\s){0,3}"
    r"(?:goals|aims|objectives|priorities|ambitions)(?:\s(?:of|for)\s(?:the\s)?[\p{L}\s&’'-]{3,40})?",
    regex.IGNORECASE,
)

# "Strategic pillars", "Our four themes", "Key focus areas": parts of a plan, each of which may have its aim
_OF_PARTS = regex.compile(
    r"(?:(?:the|our|its|strategic|core|key|main|guiding|major|plan|two|three|four|five|six|seven|eight|\d)\s){0,3}"
    r"(?:pillars|themes|directions|imperatives|(?:focus|priority|strategic|key|action)\sareas|areas\sof\sfocus)",
    regex.IGNORECASE,
)


def titles_over_goals(blocks: Sequence[object], vocabulary: Vocabulary) -> frozenset[int]:
    """The positions of the headings of one level under one that announces objectives, nearly all of which name a topic
    over a paragraph that says what is wanted: the goal is the sentence, its title a group. Three are enough, or two
    that lists go on from; under a heading of parts (`Strategic pillars`) all of them have such a list."""
    found: set[int] = set()
    for at, block in enumerate(blocks):
        goals = isinstance(block, Heading) and _announces_goals(block, vocabulary)
        if not goals and not _announces_parts(block):
            continue
        for titles in _sisters(blocks, at, vocabulary):
            stated = [
                (start, block_text(blocks[below])) for start, below in titles if _may_state(blocks[below], vocabulary)
            ]
            listed = all(_goes_on_as_list(blocks, below) for _, below in titles)
            told = sum(tells(text) or promises(text) or text.startswith("To ") for _, text in stated)
            enough = told >= (_FEWEST_LISTED if listed else _FEWEST) and told >= _SHARE * len(titles)
            if enough and (goals or listed):
                found.update(start for start, _ in stated)
    return frozenset(found)


def _announces_parts(block: object) -> bool:
    return isinstance(block, Heading) and _OF_PARTS.fullmatch(_NUMBER.sub("", block_text(block))) is not None


def _goes_on_as_list(blocks: Sequence[object], at: int) -> bool:
    """Whether a list stands right below a block."""
    following = next((block for block in blocks[at + 1 :] if not isinstance(block, Furniture)), None)
    return isinstance(following, ListItem)


def _announces_goals(block: Heading, vocabulary: Vocabulary) -> bool:
    text = _NUMBER.sub("", block_text(block))
    role = heading_role(text, vocabulary)
    if role is not None:
        return role.role == "objective" and role.strength >= _LIKELY
    return _OF_GOALS.fullmatch(text) is not None


def _sisters(blocks: Sequence[object], at: int, vocabulary: Vocabulary) -> Iterator[list[tuple[int, int]]]:
    """The headings below one, level by level, that stand over a paragraph, each with the paragraph's position."""
    above = blocks[at]
    assert isinstance(above, Heading)
    levels: dict[int, list[tuple[int, int]]] = {}
    for start in range(at + 1, len(blocks)):
        block = blocks[start]
        if not isinstance(block, Heading):
            continue
        if block.level <= above.level:
            break
        below = next((n for n in range(start + 1, len(blocks)) if not isinstance(blocks[n], Furniture)), None)
        if below is None or not isinstance(blocks[below], Paragraph):
            continue
        levels.setdefault(block.level, []).append((start, below))
    for titles in levels.values():
        texts = [block_text(blocks[start]) for start, _ in titles]
        commands = sum(tells(_NUMBER.sub("", text)) for text in texts)  # `Complete streets` may be taken for one
        if all(_is_title(text, vocabulary) for text in texts) and 3 * commands <= len(texts):
            yield titles


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    if text.endswith((".", ":", "?")) or len(text.split()) > _LONGEST_TITLE or heading_role(text, vocabulary):
        return False
    label = printed_label(text, vocabulary)
    return label is None or label.kind == "number"


def _may_state(block: object, vocabulary: Vocabulary) -> bool:
    assert isinstance(block, Paragraph)
    statement = block_statement(block.lines)
    text = statement.text
    if not _SHORTEST <= len(text.split()) <= _LONGEST or is_lead_in(text) or points(text) or announces_list(text):
        return False
    return printed_label(text, vocabulary) is None and len(split_sentences(statement)) <= _MOST_SENTENCES
