"""Numbered titles over promises, headings over numbered commitments, and lines left open by ways."""

from __future__ import annotations

from objectives_parser import parse

COMMITMENTS = """Our commitments

Our commitments for 2031 to 2033 are:

1. Data for everyone

We will publish all registers of the city so that anybody can use them.

2. Evening hours

We will open every town hall on one evening of the week.

3. Voices of the streets

We will ask the residents of each street what they need.
"""

PROGRESS = """Provide care close to home

Commitment 1

Open a clinic in the north.

Commitment 1 progress

The clinic was planned with the doctors, and a first intake is due in 2034.

Commitment 2

Train forty nurses in the villages.

Commitment 2 progress

Numbers will reach the full forty in 2035.
"""

THEMES = """Fiscal commitment

In 2031 we intend to achieve the following activities, listed under the commitment themes:

Improve access to figures

- publish a map of all grants
- review the guide to the budget

Ask the residents more often

- ask the villages what they want to know
"""

BY_WAYS = """Actions

9. We will make sure that residents can hold us to account by:

  • Founding a group that oversees the actions in this plan.
"""

YEARLY = """| Measure | 2030 Base | Target 2031 | Target 2032 |
|---|---|---|---|
| Budgets match the priorities of the city | Half of them | All budgets are reviewed. | All budgets are reviewed. |
| Offices keep to their budgets | Most did | Each office keeps to it. | Each office keeps to it. |
"""


def test_titles_are_groups_and_promises_are_actions() -> None:
    plan = parse(COMMITMENTS.encode(), name="plan.txt")
    assert [record.text.split()[2] for record in plan.actions] == ["publish", "open", "ask"]
    assert [record.label for record in plan.actions] == ["1", "2", "3"]
    assert [record.category for record in plan.actions] == [
        "Data for everyone",
        "Evening hours",
        "Voices of the streets",
    ]


def test_progress_of_a_numbered_commitment_states_nothing() -> None:
    plan = parse(PROGRESS.encode(), name="plan.txt")
    (aim,) = plan.objectives
    assert aim.text == "Provide care close to home"
    assert [record.text for record in plan.actions] == [
        "Open a clinic in the north.",
        "Train forty nurses in the villages.",
    ]
    assert all(record.parents == (aim.id,) for record in plan.actions)


def test_a_plans_name_over_its_commitments_is_no_aim() -> None:
    plan = parse(PROGRESS.replace("Provide care close to home", "EMPOWER ASHFORD PLAN").encode(), name="plan.txt")
    assert not plan.objectives


def test_themes_that_tell_what_to_do_are_aims() -> None:
    plan = parse(THEMES.encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == ["Improve access to figures", "Ask the residents more often"]
    assert plan.actions[-1].parents == (plan.objectives[1].id,)


def test_themes_that_are_names_are_groups() -> None:
    text = THEMES.replace("Improve access to figures", "Discovery").replace(
        "Ask the residents more often", "User needs"
    )
    plan = parse(text.encode(), name="plan.txt")
    assert not plan.objectives
    assert len(plan.actions) == 3


def test_a_numbered_promise_over_its_ways() -> None:
    plan = parse(BY_WAYS.encode(), name="plan.txt")
    promise, way = plan.actions
    assert promise.label == "9"
    assert way.parents == (promise.id,)


def test_targets_for_several_years_are_values_however_they_are_put() -> None:
    plan = parse(YEARLY.encode(), name="plan.md")
    assert len(plan.records) == len(plan.measures) == 2
