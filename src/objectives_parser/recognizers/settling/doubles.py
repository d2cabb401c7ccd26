"""Columns of one role beside each other: which of them states, and which only names, describes or explains it."""

from __future__ import annotations

import attrs
import regex

from objectives_parser.recognizers.columns import Header
from objectives_parser.records import STATEMENTS
from objectives_parser.roles.vocabulary import singular

_TITLE = regex.compile(r"\b(?:name|title|heading|short)\b", regex.IGNORECASE)
_DESCRIPTION = regex.compile(r"\b(?:desc|description|details?|statement|full text)\b", regex.IGNORECASE)
_GOAL = regex.compile(r"\bgoal\W*$", regex.IGNORECASE)
# "Project or programme | What we will deliver": the name of a piece of work, and what it brings
_PROJECT = regex.compile(
    r"(?:(?:major|key|our|lead) ){0,2}(?:projects?|programmes?|programs?|schemes?|workstreams?)"
    r"(?:(?: (?:or|and|/|&) |/)(?:projects?|programmes?|programs?|schemes?|workstreams?))?\W*$",
    regex.IGNORECASE,
)
_DELIVERS = regex.compile(
    r"what (?:we|it|they|this|the \w+) (?:will|plans? to|intends? to|aims? to) (?:deliver|do|achieve)\b",
    regex.IGNORECASE,
)


def _names(header: Header) -> bool:
    return bool(_TITLE.search(header.text) or _PROJECT.match(header.text))


def named_and_described(headers: list[Header]) -> list[Header]:
    """`Action Name | Action Description`, `Programme | What we will deliver`: one statement in two columns. The
    description states it and the name is its category; more columns of its words (`Action Desc Line 1`) are only
    fields."""
    if any(header.role == "measure" and _TITLE.search(header.text) for header in headers):
        headers = [
            attrs.evolve(header, role="measure") if header.role == "target" and _GOAL.search(header.text) else header
            for header in headers
        ]
    for kind in sorted(STATEMENTS):
        mine = [header for header in headers if header.role == kind]
        described = next((header for header in mine if _DESCRIPTION.search(header.text)), None)
        if described is None and kind == "action" and any(_PROJECT.match(header.text) for header in mine):
            described = next((header for header in mine if _DELIVERS.match(header.text)), None)
        if described is None and kind == "measure":
            described = next((header for header in mine if _GOAL.search(header.text)), None)
        if len(mine) < 2 or described is None or not any(map(_names, mine)):
            continue
        headers = [
            header if header.role != kind or header is described
            else attrs.evolve(header, role="title" if _names(header) else "note")
            for header in headers
        ]  # fmt: skip
    return headers


# "Mitigation action | Brief description of the action": the first states it, the second tells more
DESCRIBES = regex.compile(
    r"(?:(?:brief|short|full|detailed) )?(?:description|details?|explanation)\b", regex.IGNORECASE
)


def described(headers: list[Header]) -> list[Header]:
    """A description right of the column that states what it describes explains it."""
    return [
        attrs.evolve(header, role="note")
        if header.role in STATEMENTS
        and DESCRIBES.match(header.text)
        and any(
            other.role == header.role and not _TITLE.search(other.text) and _may_describe(header, other)
            for other in headers[:at]
        )
        else header
        for at, header in enumerate(headers)
    ]


_OF = regex.compile(r"\b(?:of|for)\b\W+(?P<said>.+)", regex.IGNORECASE)


def _may_describe(header: Header, other: Header) -> bool:
    """Whether a description speaks of what another column states: `Description of measures` says nothing more of a
    `Recommendation`."""
    said = _OF.search(header.text)
    return said is None or bool(_stems(said["said"]) & _stems(other.text))


def _stems(text: str) -> set[str]:
    return {singular(word) for word in regex.findall(r"\p{L}{4,}", text.lower())}


# Headers that say what they say only where no better one says it: `Measure | Methodology`, `Lead | Name`.
_WEAKER = regex.compile(r"(?:methodology|methods?|name|how|responses?)\W*$", regex.IGNORECASE)


def without_doubles(headers: list[Header]) -> list[Header]:
    """Weak headers beside a better one of the same role explain (`Performance measure | Methodology`)."""
    better = {header.role for header in headers if not _is_weaker(header)}
    return [
        attrs.evolve(header, role="note") if _is_weaker(header) and header.role in better else header
        for header in headers
    ]


def _is_weaker(header: Header) -> bool:
    # `Methods` beside `Change ideas`, both under `Change`: the group's name makes it no stronger
    return bool(_WEAKER.match(header.text) or (header.own and _WEAKER.match(header.own)))
