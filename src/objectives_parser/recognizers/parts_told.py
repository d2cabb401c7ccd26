"""Parts that have the same name under each aim, which no word of the vocabulary tells: what all their lists hold tells
what they announce (`Our levers` over what will be done, under every priority)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Heading, ListItem, Paragraph
from objectives_parser.recognizers.settling.column_texts import (
    HALF,
    MORE,
    MOSTLY,
    items_of,
    measured,
    share,
    tells_result,
    tells_when,
)
from objectives_parser.recognizers.wordings import REPORTS, SPEAKS_OF, asks_how, is_done, tells
from objectives_parser.records import Kind
from objectives_parser.roles import Vocabulary, heading_role, is_noun_phrase, printed_label
from objectives_parser.roles.forms import is_reached
from objectives_parser.statements import block_statement

_FEWEST_PARTS, _FEWEST_ITEMS = 2, 3
_LONGEST_NAME = 6  # words


@attrs.define(kw_only=True, eq=False)
class _Part:
    """The parts of one name: the titles that they stand under, and what their lists hold."""

    titles: set[str] = attrs.field(factory=set)
    items: list[str] = attrs.field(factory=list)


def told_parts(blocks: Sequence[object], vocabulary: Vocabulary) -> dict[str, Kind]:
    """What the lists under lines of the same words hold, each under another heading, by those words in small letters;
    none for lines whose words tell something themselves."""
    texts = [block_statement(b.lines).text if isinstance(b, Heading | Paragraph) and b.lines else "" for b in blocks]
    counts = Counter(map(name_of, texts))
    parts: dict[str, _Part] = {}
    title = ""
    for at, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if isinstance(block, Heading) and counts[name_of(text)] == 1:
            title = text
        elif title and counts[name_of(text)] > 1 and _may_name(text):
            items = _listed(blocks[at + 1 :])
            if items:
                part = parts.setdefault(name_of(text), _Part())
                part.titles.add(title)
                part.items.extend(items)
    parts = {name: part for name, part in parts.items() if len(part.titles) >= _FEWEST_PARTS}
    done = set().union(*(part.titles for name, part in parts.items() if _does(name, part, vocabulary)))
    return {
        name: kind
        for name, part in parts.items()
        if _says_nothing(name, vocabulary) and (kind := _kind(part.items, beside=len(part.titles & done) > 1))
    }


def _listed(blocks: Sequence[object]) -> list[str]:
    """What the list right below says."""
    listed = takewhile(lambda below: isinstance(below, ListItem), blocks)
    said = (block_statement(item.lines, item.marker).text for item in listed if isinstance(item, ListItem))
    return [bare for text in said for bare in items_of(text)]


def _does(name: str, part: _Part, vocabulary: Vocabulary) -> bool:
    """Whether a part lists what will be done, by its name or by its items."""
    role = heading_role(name, vocabulary)
    return role.role == "action" if role is not None else share(part.items, tells) >= MOSTLY


def name_of(text: str) -> str:
    """A part's name as it is compared."""
    return text.casefold().strip(" :?")


def _may_name(text: str) -> bool:
    named = 0 < len(text.split()) <= _LONGEST_NAME and text[0].isupper() and text[-1] not in ".;,"
    return named and not any(map(str.isdigit, text))  # `Q1-Q2` under each year


def _says_nothing(name: str, vocabulary: Vocabulary) -> bool:
    if heading_role(name, vocabulary) is not None or printed_label(name, vocabulary) is not None:
        return False
    return not (SPEAKS_OF.search(name) or REPORTS.search(name) or asks_how(name) or tells(name))


def _kind(texts: Sequence[str], *, beside: bool) -> Kind | None:
    """The kind of nearly all items by their words; None where they report, or are of several kinds. ``beside`` lists of
    what will be done under the same aims, few words have to tell of measures."""
    if len(texts) < _FEWEST_ITEMS or share(texts, _reports) > 1 - MOSTLY:
        return None
    doing = share(texts, tells)
    if doing >= MOSTLY:
        return "action"
    if doing > 1 - MOSTLY:
        return None
    if share(texts, is_reached) >= MORE and share(texts, tells_when) >= HALF:
        return "milestone"
    named = share(texts, lambda text: is_noun_phrase(text) or is_reached(text)) >= MOSTLY
    told = share(texts, tells_result) >= (HALF if beside else MOSTLY)
    return "measure" if measured(texts) or (named and told) else None


# "We launched a scheme", "The council has agreed it"
_PAST = regex.compile(r"(?:We|I|They|It|Our|The)\b(?:\s\p{L}+){0,3}?\s(?:ha(?:s|ve)\b|w(?:as|ere)\b|\p{Ll}+ed\b)")


def _reports(text: str) -> bool:
    return is_done(text) or _PAST.match(text) is not None
