"""What a sentence that is left open says of the list under it, in the manner of national and sector plans."""

from __future__ import annotations

import pytest

from objectives_parser.roles import header_role, heading_role, lead_in_role

OBJECTIVES = (
    "The policy seeks to:",
    "The main objectives of the transport sector are:",
    "The targets set for 2035 are:",
    "Conditional targets include:",
    "Targets to be reached by 2035:",
    "The expected results of the programme are:",
    "The strategic orientations of the plan are:",
    "The plan has been organised around five strategic priorities:",
)
ACTIONS = (
    "Measures to achieve this include:",
    "Priority will be given to:",
    "Priority projects include:",
    "The priority actions are the following:",
    "Priority actions in the fisheries sector include:",
    "Among the measures envisaged are:",
    "The government undertakes to:",
    "It is proposed to:",
    "Proposed adaptation options include:",
    "In order to reach this goal, it is necessary to:",
    "The reforms envisaged include:",
    "The Government has committed to:",
    "In pursuit of this objective, the Ministry will undertake the following:",
    "Interventions to address these challenges include:",
    "The plan foresees:",
    "Eight mitigation measures have been identified in the energy sector:",
)
OTHERS = {
    "Progress will be monitored against:": "measure",
    "We will track:": "measure",
    "We will judge our success by:": "measure",
    "Key outputs of the plan include the following:": "milestone",
    "The following outputs will be delivered:": "milestone",
}
NOTHING = (
    "The targets were not met for the following reasons:",
    "The policy is aligned with the following international targets:",
    "The outputs of the model are:",
    "The objectives of the plan rest on the following documents:",
    "Barriers in the fisheries sector include:",
    "The methodology consists of the following steps:",
    "Actions taken to address the drought of 2021 were:",
)


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        *((lead, "objective") for lead in OBJECTIVES),
        *((lead, "action") for lead in ACTIONS),
        *OTHERS.items(),
        *((lead, None) for lead in NOTHING),
    ],
)
def test_the_noun_or_verb_that_leads_a_list_in_says_what_it_is_of(lead: str, kind: str | None) -> None:
    assert lead_in_role(lead) == kind


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Strategic thrust", "objective"),
        ("Priority measures", "action"),
        ("Measure/Action", "action"),
        ("Competent authority", "owner"),
        ("Collaborating institutions", "note"),
        ("Climate hazard", "note"),
        ("Status of finance", "note"),
        ("Axis", "category"),
    ],
)
def test_what_columns_of_national_plans_hold(header: str, role: str) -> None:
    found = header_role(header)
    assert found is not None
    assert found.role == role


def test_priorities_for_a_field_are_what_is_wanted_outcomes_of_it_a_topic() -> None:
    found = heading_role("Adaptation priorities")
    assert found is not None
    assert found.role == "objective"
    assert heading_role("Health outcomes") is None
