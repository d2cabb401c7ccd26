"""Columns of names: what is counted beside its values, and the services in charge of what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.grid import Row
from objectives_parser.recognizers.settling.contents import column_cells
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import STATEMENTS
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
_SURE = 0.7
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


# "Focus", "Key mechanism", "Approach": of deeds, or what deeds are about
_PERHAPS_DEEDS = regex.compile(
    r"(?:(?:\p{L}+) )?(?:focus|practices?|approach(?:es)?|solutions?|mechanisms?|technolog(?:y|ies))\W*$",
    regex.IGNORECASE,
)


def named_deeds(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Focus | Commitment` over `Workforce | Recruit more women`: a word that only perhaps tells of deeds, over a few
    words of which none does, left of the column that surely states them, names what these are about."""
    sure = [at for at, header in enumerate(headers) if header.role == "action" and header.strength >= _SURE]
    return [
        attrs.evolve(header, role="category")
        if header.role == "action"
        and header.strength < _SURE
        and _PERHAPS_DEEDS.match(header.text)
        and any(other > at for other in sure)
        and _names_services(at, body)
        else header
        for at, header in enumerate(headers)
    ]


# "Service | 2026 budget | 2027 budget": what the money is for
_SPENT_ON = regex.compile(
    r"(?:services?|service areas?|items?|departments?|program(?:me)?s?|works?|plans?|schemes?|activit(?:y|ies))\W*$",
    regex.IGNORECASE,
)
_MONEY = regex.compile(
    r"\b(?:budget|costs?|expenditure|spend(?:ing)?|revenue|income|outturn|estimates?|forecast|amount|total|savings?|fees?|charges?|prices?|tariffs?)\b|"
    r"[£$€]",
    regex.IGNORECASE,
)


def spent_on(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Service | 2026 budget | 2027 budget` over `Waste collection | 4,210 | 4,455`: names beside nothing but figures
    of money are what it is spent on."""
    stated = [at for at, header in enumerate(headers) if header.role in STATEMENTS]
    if len(stated) != 1 or headers[stated[0]].role != "action" or not _SPENT_ON.match(headers[stated[0]].text):
        return headers
    others = [at for at, header in enumerate(headers) if at not in stated and header.role != "label"]
    texts = [cell.text for at in others for cell in column_cells(at, body)]
    figures = sum(is_value_only(text) or not any(map(str.isalpha, text)) for text in texts)
    money = sum(_MONEY.search(headers[at].text) is not None for at in others)
    if not texts or 2 * money < len(others) or 10 * figures < 9 * len(texts):
        return headers
    if any(tells(cell.text) for cell in column_cells(stated[0], body)):
        return headers
    return [attrs.evolve(header, role=None) if at in stated else header for at, header in enumerate(headers)]


_IMPACT = regex.compile(
    r"(?:(?:potential|possible|predicted|environmental|social|negative|adverse|likely|key|main|significant) |and |& )*"
    r"impacts?\W*$",
    regex.IGNORECASE,
)
_MITIGATES = regex.compile(r"\bmitigati(?:on|ng|ve)\b", regex.IGNORECASE)


def effects_mitigated(headers: list[Header]) -> list[Header]:
    """`Potential impact | Mitigation measure`: an effect that somebody lessens, and no aim."""
    mitigated = max((at for at, header in enumerate(headers) if _MITIGATES.search(header.text)), default=-1)
    return [
        attrs.evolve(header, role="note", level=None)
        if header.role == "objective" and at < mitigated and _IMPACT.match(header.text)
        else header
        for at, header in enumerate(headers)
    ]


_CARRIED_OUT = ("intent", "implementation")


def carried_out(headers: list[Header]) -> list[Header]:
    """`Intent | Implementation | Impact`: what somebody means to reach, what is done for it, and what came of it."""
    names = [header.text.strip(" :*").casefold() for header in headers]
    if not set(names).issuperset(_CARRIED_OUT):
        return headers
    return [
        attrs.evolve(header, role="action", strength=_SURE) if name == _CARRIED_OUT[1] else header
        for name, header in zip(names, headers, strict=True)
    ]


_PERFORMANCE_GOAL = regex.compile(r"(?:annual |key |agency )?performance goals?\b", regex.IGNORECASE)
_LEAST_WORDS = 3


def goals_counted(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Performance goal | FY 2025 actual | FY 2026 target` over `Share of claims paid on time | 71% | 75%`: what values
    stand beside by year, with no indicator, is what is counted."""
    roles = [header.role for header in headers]
    goal = next((at for at, header in enumerate(headers) if _PERFORMANCE_GOAL.match(header.text)), None)
    if goal is None or roles[goal] != "objective" or "measure" in roles or "target" not in roles:
        return headers
    targets = [at for at, role in enumerate(roles) if role == "target"]
    names = [cell.text for cell in column_cells(goal, body)]
    if any(tells(text) or len(text.split()) < _LEAST_WORDS for text in names):
        return headers
    if not all(_holds_values(at, body) for at in targets):
        return headers
    changed = attrs.evolve(headers[goal], role="measure", level=None)
    return [changed if at == goal else header for at, header in enumerate(headers)]


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
