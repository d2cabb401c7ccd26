"""Columns of names: what is counted beside its values, and the services in charge of what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.recognizers.columns import STATEMENTS, Header
from objectives_parser.recognizers.grid import Row
from objectives_parser.recognizers.settling.contents import column_cells
from objectives_parser.recognizers.wordings import tells
from objectives_parser.roles import Vocabulary, printed_label
from objectives_parser.values import is_value_only

_NAMES = regex.compile(
    r"(?:(?:short|full|brief|detailed) )?(?:description|name|title|definition|details?|what is measured)\W*$",
    regex.IGNORECASE,
)
# "KPI ref", "Indicator no.": what the numbers of the rows count
_COUNTED = regex.compile(r"(?:k?pi|indicators?|measures?|metrics?)\b", regex.IGNORECASE)
_SERVICE = regex.compile(r"(?:(?:lead|responsible|council) )?(?:services?|service areas?)\W*$", regex.IGNORECASE)
_FEWEST, _FEWEST_LABELLED = 2, 3
_MOSTLY = 0.8
_LONGEST_SERVICE = 5  # words


def counted_things(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`KPI ref | Description | 2023/24 outturn | 2024/25 target` over `Calls answered in a minute | 71% | 80%`: where
    figures stand under a target and no column states anything by its name, the names beside them are what is
    counted."""
    if any(header.role in STATEMENTS or header.role == "by-level" for header in headers):
        return headers
    if not any(header.role == "target" and _holds_values(at, body) for at, header in enumerate(headers)):
        return headers
    counted = any(_COUNTED.match(header.text) for header in headers)
    for at, header in enumerate(headers):
        named = _NAMES.match(header.text) or (counted and header.role is None and not _COUNTED.match(header.text))
        if named and _holds_names(at, body):
            changed = attrs.evolve(header, role="measure", level=None, strength=0.6)
            return [changed if other is header else other for other in headers]
    return headers


def services_in_charge(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Action | Service | By` over `Mend the roofs | Property`: names under `Service` beside what will be done are of
    those who do it."""
    if sum(header.role == "action" for header in headers) < _FEWEST:
        return headers
    owned = any(header.role == "owner" for header in headers)
    return [
        attrs.evolve(header, role="note" if owned else "owner")
        if header.role == "action" and _SERVICE.match(header.text) and _names_services(at, body)
        else header
        for at, header in enumerate(headers)
    ]


def labelled_statements(headers: tuple[Header, ...], body: Sequence[Row], vocabulary: Vocabulary) -> tuple[Header, ...]:
    """`WBS | Name | Finish` over `Goal: Clean rivers`, `Task: Fence the banks`: where no column states anything by its
    name, the one whose cells say themselves what they are states it, each by its own label."""
    if any(header.role in STATEMENTS or header.role == "by-level" for header in headers):
        return headers
    for at, header in enumerate(headers):
        texts = [cell.text for cell in column_cells(at, body)]
        labelled = [text for text in texts if _says_what_it_is(text, vocabulary)]
        if len(labelled) >= _FEWEST_LABELLED and len(labelled) >= _MOSTLY * len(texts):
            changed = attrs.evolve(header, role="by-level", strength=0.7)
            return tuple(changed if other is header else other for other in headers)
    return headers


def _says_what_it_is(text: str, vocabulary: Vocabulary) -> bool:
    label = printed_label(text, vocabulary) if ":" in text else None
    return label is not None and label.kind == "word" and label.role in STATEMENTS and label.end < len(text)


def _names_services(column: int, body: Sequence[Row]) -> bool:
    texts = [cell.text for cell in column_cells(column, body)]
    return bool(texts) and all(len(text.split()) <= _LONGEST_SERVICE and not tells(text) for text in texts)


def _holds_values(column: int, body: Sequence[Row]) -> bool:
    texts = [cell.text for cell in column_cells(column, body)]
    return len(texts) >= _FEWEST and sum(map(is_value_only, texts)) >= _MOSTLY * len(texts)


def _holds_names(column: int, body: Sequence[Row]) -> bool:
    texts = [cell.text for cell in column_cells(column, body)]
    said = [text for text in texts if len(text.split()) > 1 and not is_value_only(text)]
    return len(texts) >= _FEWEST and len(said) >= _MOSTLY * len(texts)
