"""Columns of periods: what is done or reached in each, and the values that a measure is to come to by then."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.grid import Row
from objectives_parser.recognizers.settling.contents import column_cells
from objectives_parser.recognizers.wordings import is_state, tells
from objectives_parser.records import Kind
from objectives_parser.values import is_value_only

_TERM = regex.compile(
    r"(?:short|medium|mid|near|long)(?:er)?[- ]?(?:term|range)\b(?!.*\b20\d\d)|(?:now|next|later)$", regex.IGNORECASE
)
# `2030`, `FY27`, `Year 2`, `Short term`, `Q1`; months alone head calendars and charts
_YEAR = regex.compile(
    r"20\d\d|FY|\byears? \d|(?:short|medium|mid|near|long)(?:er)?[- ]?(?:term|range)|^phase \d|^Q[1-4]\b|^H[12]\b|"
    r"^(?:now|next|later)$",
    regex.IGNORECASE,
)
_LATER = ("now", "next", "later")
_FEWEST = 2  # periods, and statements under them


def now_and_later(headers: list[Header]) -> list[Header]:
    """`Theme | Now | Next | Later`: the times of a roadmap that promises no dates."""
    names = [header.text.strip().casefold() for header in headers]
    if not set(names).issuperset(_LATER):
        return headers
    return [
        attrs.evolve(header, role="period") if name in _LATER else header
        for name, header in zip(names, headers, strict=True)
    ]


def steps_by_period(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Priority | 2030 | 2031` over `Open the north line | Extend it to the port`: statements under periods are what
    will be done, or reached, by then; right of a deed they are its steps. Beside an indicator they are its targets."""
    periods = [at for at, header in enumerate(headers) if header.role == "period" and _YEAR.search(header.text)]
    if len(periods) < _FEWEST or any(header.role in ("measure", "target", "milestone") for header in headers):
        return headers
    deeds = [at for at, header in enumerate(headers) if header.role == "action"]
    if len(deeds) > 1 or any(at > periods[0] for at in deeds):
        return headers
    texts = [cell.text for at in periods for cell in column_cells(at, body)]
    words = 1 if deeds else 2
    said = [text for text in texts if len(text.split()) > words and not is_value_only(text) and not is_state(text)]
    if len(texts) < _FEWEST or len(said) * 10 < 8 * len(texts):
        return headers
    undated = all(headers[at].text.strip().casefold() in _LATER for at in periods)
    kind: Kind = "action" if undated or 2 * sum(map(tells, texts)) >= len(texts) else "milestone"
    return [
        attrs.evolve(header, role=kind, strength=0.7, dates=not _TERM.match(header.text), side=at + 1)
        if at in periods
        else header
        for at, header in enumerate(headers)
    ]


# `Year 1`, `YR2`: years counted from the plan's beginning lie ahead
_COUNTED = regex.compile(r"(?:.*\s)?(?:years?|yrs?)\.? ?\d{1,2}\b(?!\d)", regex.IGNORECASE)
_LONGEST_VALUE = 4  # words


def targets_by_period(headers: list[Header], body: Sequence[Row]) -> list[Header]:
    """`Indicator | Baseline | 2025 | 2026`, `Annual targets` over `2025 | 2026`, `Indicator | Year 1 | Year 2`: values
    under periods right of what is measured, where the baseline or the group says that they lie ahead, are what is to be
    reached by then."""
    measured = next((at for at, header in enumerate(headers) if header.role == "measure"), None)
    if measured is None or any(header.role == "target" for header in headers):
        return headers
    ahead = [at for at, header in enumerate(headers) if at > measured and _lies_ahead(headers, at)]
    texts = [cell.text for at in ahead for cell in column_cells(at, body)]
    values = [text for text in texts if len(text.split()) <= _LONGEST_VALUE and any(map(str.isalnum, text))]
    if not texts or len(values) * 10 < 8 * len(texts):
        return headers
    return [attrs.evolve(header, role="target") if at in ahead else header for at, header in enumerate(headers)]


def _lies_ahead(headers: Sequence[Header], at: int) -> bool:
    header = headers[at]
    if header.role != "period":
        return False
    if header.group == "target" or _COUNTED.match(header.own or header.text):
        return True
    return header.group == "" and any(other.role == "baseline" for other in headers[:at])


def states_by_period(headers: Sequence[Header], body: Sequence[Row]) -> list[Header]:
    """`Objective | Lead | Q1 | Q2` over `Amber | Green`: the last period that has states tells how it stands."""
    if any(header.role == "status" for header in headers):
        return list(headers)
    periods = [at for at, header in enumerate(headers) if header.role == "period"]
    told = [at for at in periods if (cells := column_cells(at, body)) and all(is_state(cell.text) for cell in cells)]
    if len(told) < _FEWEST or any(at not in told and column_cells(at, body) for at in periods):
        return list(headers)
    return [attrs.evolve(header, role="status") if at == told[-1] else header for at, header in enumerate(headers)]
