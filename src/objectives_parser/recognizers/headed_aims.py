"""`Our priorities` over sister headings with what will be done under each: the headings are the priorities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph, Table
from objectives_parser.recognizers.commands import block_text
from objectives_parser.recognizers.counts import SMALL_NUMBER, number_said
from objectives_parser.recognizers.outcomes import tells_outcome
from objectives_parser.recognizers.wordings import SPEAKS_OF, asks_how, tells
from objectives_parser.records import Kind
from objectives_parser.roles import (
    HeaderRole,
    Vocabulary,
    heading_role,
    is_imperative,
    is_lead_in,
    lead_in_role,
    printed_label,
)

_SURE, _LIKELY = 0.95, 0.9
_FEWEST, _MOST = 2, 12
_LONGEST = 12  # words
_NUMBER = regex.compile(r"(?P<number>\d{1,2})[.)]?(?:\s+|$)")
_PART_NUMBER = regex.compile(r"(?P<number>\d{1,2}\.\d{1,2})\.?\s+(?=\p{Lu})")
PRIORITIES = regex.compile(r"\bpriorit(?:y|ies)\b", regex.IGNORECASE)

# "Our strategy: four ambitions", "Six strategic priorities"
_COUNTED = regex.compile(
    rf"\b(?P<number>{SMALL_NUMBER}) (?:[\w-]+ )?"
    r"(?:ambitions|goals|aims|objectives|priorities|outcomes|missions)\W*$",
    regex.IGNORECASE,
)

# "Prevention: fewer fires in the home", "Response: help when it matters"
_TITLED = regex.compile(r"\p{Lu}[\p{L} &-]{2,30}: \p{L}[^:]{8,}$")

Section = tuple[int, int]  # the positions of a heading and of what ends its section


def headed_aims(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, Kind]:
    """The positions of the headings under one that announces objectives (`Our priorities`, `Strategic goals`), all with
    lists or tables below. They are the objectives if they are counted (`1. Safe streets`), tell somebody to do
    something, stand over what serves them (`What we will do`), or are as many as it says (`Our plan: four ambitions`);
    priorities are also named by a topic (`Housing`).
    Else they part what is listed under them (`Transport` over the goals for transport)."""
    found: dict[int, Kind] = {}
    for at, block in enumerate(blocks):
        count = _counts(block)
        role = _announced(block, vocabulary)
        if not count and (role is None or role.role != "objective" or role.strength < _SURE):
            continue
        sisters = list(_sections_under(blocks, at, vocabulary))
        if count and count != len(sisters):
            continue
        if not _FEWEST <= len(sisters) <= _MOST or not all(_holds_items(blocks, sister) for sister in sisters):
            continue
        texts = [block_text(blocks[start]) for start, _ in sisters]
        if any(_is_no_aim(text, vocabulary) for text in texts) and not all(map(_TITLED.match, texts)):
            continue
        if (
            count
            or PRIORITIES.search(block_text(block))
            or _is_counted(blocks, sisters)
            or all(tells(_unnumbered(text)) for text in texts)
            or all(_holds_deeds(blocks, sister, vocabulary) for sister in sisters)
        ):
            found.update((start, "objective") for start, _ in sisters)
    return (
        found
        | _counted_commands(blocks, vocabulary)
        | _counted_parts(blocks, vocabulary)
        | _states_under_aims(blocks, vocabulary)
    )


# "Children get the best start", "Our buildings use less energy"
_FARES = regex.compile(
    r"\p{L}+ (?:gets?|lives?|uses?|learns?|grows?|stays?|earns?|makes?|takes?|works?|moves?|travels?|starts?|knows?|"
    r"finds?) "
    r"(?:the|an?|well|better|less|more|fewer|longer|their|good|safely|healthy|together|independently)\b"
)


def _fares(text: str) -> bool:
    """Whether a heading is a clause that tells how things shall be."""
    return len(text.split()) <= _LONGEST and (_FARES.search(text) is not None or tells_outcome(text))


def _states_under_aims(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, Kind]:
    """The headings under numbered aims (`Priority 1: A fair town`) that tell how things shall be (`Children get the
    best start`), each over what will be done: aims too. Topics (`Housing`) part what is listed under them, so of the
    sisters under an aim most have to be such clauses."""
    found: dict[int, Kind] = {}
    for at, block in enumerate(blocks):
        label = printed_label(block_text(block), vocabulary) if isinstance(block, Heading) else None
        if label is None or label.kind != "word" or label.role != "objective" or label.number is None:
            continue
        parts = [(part, block_text(blocks[part[0]])) for part in _sections_under(blocks, at, vocabulary)]
        sisters = [part for part, text in parts if _fares(text) or not _announced(blocks[part[0]], vocabulary)]
        texts = [text for part, text in parts if part in sisters and not _fares(text)]
        if (
            len(sisters) < _FEWEST
            or 2 * len(texts) >= len(sisters)
            or any(_is_no_aim(text, vocabulary) for text in texts)
        ):
            continue
        if all(_holds_items(blocks, part) and _holds_deeds(blocks, part, vocabulary) for part in sisters):
            found.update((start, "objective") for start, _ in sisters)
    return found


def _counted_parts(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, Kind]:
    """The headings `1.1 Keep bills low`, `1.2 …`, `2.1 …` under headings `1. …` and `2. …`, all of which command
    something, each over a list of what will be done for it."""
    counted = {
        at: number["number"]
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and (number := _PART_NUMBER.match(block_text(block)))
    }
    over = {
        number["number"]
        for block in blocks
        if isinstance(block, Heading) and (number := _NUMBER.match(block_text(block)))
    }
    texts = [_PART_NUMBER.sub("", block_text(blocks[at]), count=1) for at in counted]
    if len(counted) < _FEWEST or any(number.partition(".")[0] not in over for number in counted.values()):
        return {}
    if not all(is_imperative(text) and not _is_no_aim(text, vocabulary) for text in texts):
        return {}
    deeds = all(
        _holds_items(blocks, part) and _holds_deeds(blocks, part, vocabulary) for part in _ended(blocks, counted)
    )
    return dict.fromkeys(counted, "objective") if deeds else {}


def _ended(blocks: Sequence[object], starts: Iterable[int]) -> Iterator[Section]:
    """The sections that some headings begin: up to the next heading of their level."""
    for start in starts:
        above = blocks[start]
        level = above.level if isinstance(above, Heading) else 0
        yield start, next((n for n in range(start + 1, len(blocks)) if _closes(blocks[n], level)), len(blocks))


def _counted_commands(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[int, Kind]:
    """The headings that count on through the document and command something, each over a list or table of what will be
    done for it (`1. Use evidence well`, `Where we are now`, `What we will do`)."""
    starts: list[int] = []
    for at, block in enumerate(blocks):
        number = _NUMBER.match(block_text(block)) if isinstance(block, Heading) else None
        if number is not None and int(number["number"]) == len(starts) + 1:
            starts.append(at)
    texts = [block_text(blocks[start]) for start in starts]
    if len(starts) < _FEWEST or not all(is_imperative(_unnumbered(text)) for text in texts):
        return {}
    sections = list(pairwise([*starts, len(blocks)]))
    if any(_is_no_aim(text, vocabulary) for text in texts):
        return {}
    deeds = all(_holds_items(blocks, part) and _holds_deeds(blocks, part, vocabulary) for part in sections)
    return dict.fromkeys(starts, "objective") if deeds else {}


def _counts(block: object) -> int:
    """How many aims a heading says that there are under it, else 0."""
    counted = _COUNTED.search(block_text(block)) if isinstance(block, Heading) else None
    return number_said(counted["number"]) if counted is not None else 0


def _announced(block: object, vocabulary: Vocabulary) -> HeaderRole | None:
    return heading_role(block_text(block), vocabulary) if isinstance(block, Heading) else None


def _unnumbered(text: str) -> str:
    return str(_NUMBER.sub("", text, count=1))


def _sections_under(blocks: Sequence[object], at: int, vocabulary: Vocabulary) -> Iterator[Section]:
    """The sections of the level right below a heading, without those that explain (`Background`)."""
    above = blocks[at]
    assert isinstance(above, Heading)
    end = next((n for n in range(at + 1, len(blocks)) if _closes(blocks[n], above.level)), len(blocks))
    level = next((block.level for block in blocks[at + 1 : end] if isinstance(block, Heading)), 0)
    starts = [n for n in range(at + 1, end) if isinstance(block := blocks[n], Heading) and block.level <= level]
    for start, stop in pairwise([*starts, end]):
        role = _announced(blocks[start], vocabulary)
        if not (role is not None and role.role == "note") and not SPEAKS_OF.search(block_text(blocks[start])):
            yield start, stop


def _closes(block: object, level: int) -> bool:
    return isinstance(block, Heading) and block.level <= level


def _holds_items(blocks: Sequence[object], section: Section) -> bool:
    return any(isinstance(block, ListItem | Table) for block in blocks[slice(*section)])


def _is_no_aim(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading announces something itself, has a label of its own or is no title of an aim."""
    if len(text.split()) > _LONGEST or text.endswith((":", "?")) or heading_role(text, vocabulary) is not None:
        return True
    label = printed_label(text, vocabulary)
    return label is not None and label.kind != "number"


def _is_counted(blocks: Sequence[object], sections: Sequence[Section]) -> bool:
    """Whether the headings are numbered from one on, in their own line or in one above."""
    for count, (start, _) in enumerate(sections, start=1):
        number = _NUMBER.match(block_text(blocks[start]))
        above = blocks[start - 1]
        if number is None and isinstance(above, Paragraph):
            number = _NUMBER.fullmatch(block_text(above))
        if number is None or int(number["number"]) != count:
            return False
    return True


def _holds_deeds(blocks: Sequence[object], section: Section, vocabulary: Vocabulary) -> bool:
    """Whether a heading of actions, measures or milestones, or a line that says `we will:`, stands in the section."""
    for block in blocks[section[0] + 1 : section[1]]:
        if not isinstance(block, Heading | Paragraph):
            continue
        text = block_text(block)
        role = heading_role(text, vocabulary) if len(text.split()) <= _LONGEST else None
        if role is not None and role.role in ("action", "measure", "milestone") and role.strength >= _LIKELY:
            return True
        if isinstance(block, Heading) and asks_how(text) in ("action", "measure"):
            return True
        if text.endswith(":") and is_lead_in(text) and lead_in_role(text) == "action":
            return True
    return False
