"""The order in which the roles of a table’s columns are settled, and what is left of a target column then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.recognizers.columns import Header
from objectives_parser.recognizers.grid import Row
from objectives_parser.recognizers.settling.contents import (
    aims_between,
    aims_that_group,
    answering,
    carried_out_as,
    code_references,
    coded,
    column_cells,
    over_several,
    positions,
    settled_alone,
    states,
)
from objectives_parser.recognizers.settling.descriptions import (
    described_by_number,
    described_commitments,
    described_deeds,
)
from objectives_parser.recognizers.settling.doubles import described, named_and_described, without_doubles
from objectives_parser.recognizers.settling.frameworks import (
    SURE,
    between_periods,
    expected_outputs,
    groups_and_levels,
    key_results,
    measures_taken,
    month_initials,
    results,
    success_told,
    with_row_levels,
    yielded_outputs,
)
from objectives_parser.recognizers.settling.milestones_or_targets import milestones_or_targets
from objectives_parser.recognizers.settling.names import (
    carried_out,
    counted_things,
    effects_mitigated,
    goals_counted,
    labelled_statements,
    named_deeds,
    services_in_charge,
    spent_on,
)
from objectives_parser.recognizers.settling.periods import (
    now_and_later,
    states_by_period,
    steps_by_period,
    targets_by_period,
)
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import Vocabulary


def settle(
    headers: Sequence[Header], body: Sequence[Row], vocabulary: Vocabulary, taken: Mapping[str, float]
) -> tuple[Header, ...]:
    """The headers with their roles settled against each other and against what the cells hold; ``taken`` says of
    each `Measure` header how much it names in this document what is measured (1) or what will be done (0)."""
    told = milestones_or_targets(tuple(headers), body)
    if any(header.role == "by-level" for header in told):
        return told
    return labelled_statements(
        with_row_levels(_with_sides(_settled(headers, body, taken)), body, vocabulary), body, vocabulary
    )


def _with_sides(headers: tuple[Header, ...]) -> tuple[Header, ...]:
    """The headers with the groups numbered that hold an aim and its measures each, side by side."""
    groups = [header.text.removesuffix(header.own).strip() if header.own else "" for header in headers]
    roles: dict[str, set[str | None]] = {}
    for group, header in zip(groups, headers, strict=True):
        roles.setdefault(group, set()).add(header.role)
    sides = [group for group, held in roles.items() if group and {"objective", "measure"} <= held]
    if len(sides) < 2:
        return headers
    return tuple(
        attrs.evolve(header, side=sides.index(group) + 1) if group in sides else header
        for group, header in zip(groups, headers, strict=True)
    )


def _settled(headers: Sequence[Header], body: Sequence[Row], taken: Mapping[str, float]) -> tuple[Header, ...]:
    settled = [settled_alone(header, column, body) for column, header in enumerate(month_initials(list(headers)))]
    settled = carried_out(now_and_later(between_periods(settled)))
    settled = carried_out_as(positions(answering(settled, body), body), body)
    settled = steps_by_period(over_several(measures_taken(coded(headers, settled, body), taken), body), body)
    settled = described_by_number(aims_that_group(code_references(settled, body), body), body)
    settled = described_commitments(described_deeds(settled, body))
    for step in (
        success_told,
        key_results,
        expected_outputs,
        yielded_outputs,
        described,
        named_and_described,
        without_doubles,
        groups_and_levels,
        results,
    ):
        settled = step(settled)
    settled = services_in_charge(counted_things(named_deeds(settled, body), body), body)
    settled = goals_counted(spent_on(effects_mitigated(settled), body), body)
    settled = states_by_period(targets_by_period(settled, body), body)
    if _are_own_aims(settled):
        return tuple(_own_aims(settled))
    return tuple(_strategies_done(_targets_told(settled, body)))


def _are_own_aims(headers: Sequence[Header]) -> bool:
    """Whether targets stand alone, with nothing beside them that they could be the targets of."""
    roles = {header.role for header in headers}
    beside_baselines = any(header.role == "baseline" and header.strength >= SURE for header in headers)
    return "target" in roles and not roles & (STATEMENTS | {"by-level", "owner"}) and not beside_baselines


def _own_aims(headers: Sequence[Header]) -> list[Header]:
    """`Unconditional targets | Conditional targets`: a plan's own aims."""
    several = sum(header.role == "target" for header in headers) > 1
    return [
        attrs.evolve(header, role="objective", level="target", sister=several) if header.role == "target" else header
        for header in headers
    ]


# "Objective / Key Results": a column of both
_ALSO_MEASURES = regex.compile(r"(?:/|&|\band)\s*(?:key results?|kpis?|(?:\p{L}+ )?indicators?)\W*$", regex.IGNORECASE)


# "3.1.1 Advise all agencies"
_LABELLED = regex.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s\p{Lu}")
_DATED = regex.compile(r"\b(?:19|20)\d\d")
_SEVERAL, _LONGEST_VALUE = 2, 10


def _has_yearly_values(headers: Sequence[Header], body: Sequence[Row]) -> bool:
    """Whether targets are set for several years, each said in a line and none with a number of its own."""
    dated = [at for at, header in enumerate(headers) if header.role == "target" and _DATED.search(header.text)]
    texts = [cell.text for at in dated for cell in column_cells(at, body)]
    short = all(len(text.split()) <= _LONGEST_VALUE and not _LABELLED.match(text) for text in texts)
    return short and len({headers[at].text for at in dated}) >= _SEVERAL


def _targets_told(headers: Sequence[Header], body: Sequence[Row]) -> list[Header]:
    """A target column that holds statements holds aims or measures; so does one beside no measure. Targets for several
    years right of what is measured are its values however they are put (`Standards maintained.`)."""
    unmeasured = all(header.role != "measure" and not _ALSO_MEASURES.search(header.text) for header in headers)
    yearly = _has_yearly_values(headers, body)
    return [
        attrs.evolve(header, role="objective", level="target")
        if header.role in ("target", "note") and aims_between(headers, column, body)
        else attrs.evolve(header, role="measure")
        if header.role == "target" and (unmeasured or (not yearly and states(column, body)))
        else header
        for column, header in enumerate(headers)
    ]


def _strategies_done(headers: list[Header]) -> list[Header]:
    """Strategies are objectives where something hangs under them, otherwise they are what will be done."""
    if {header.role for header in headers} & {"action", "milestone"}:
        return headers
    objectives = [header for header in headers if header.role == "objective"]
    weaker = [header for header in objectives if header.level in ("strategy", "approach")]
    alone = bool(weaker) and len(objectives) == len(weaker) == 1 and weaker[0].level == "strategy"
    if alone or (len(objectives) > 1 and weaker and weaker[-1] is objectives[-1]):
        return [attrs.evolve(header, role="action") if header is weaker[-1] else header for header in headers]
    return headers
