"""Targets whose label says by when: `2030 target: …`, `FY 2028 Target = …`; and headings that tell what to do over
others."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.roles import printed_label

GOAL = """# Hospital plan

## Goal 1: Care without waiting

2029 target: nine in ten patients are seen within four hours

- Target for 2030: no patient waits more than a day
"""

INDICATORS = """Hospital plan

Key Indicators

FY 2027 Target = 1,200 more patients treated at home by nurses
FY 2028 Target = 1,700 more patients treated at home by nurses
"""

HEADINGS = """# Make fares fair for everybody

Fares have risen. Over the coming year, the council will:

- Cap the price of a week of journeys
- Sell tickets in all shops

# Open up the accounts of the harbour

Nobody knows what the harbour costs. To change this, the council will:

## Publish all contracts above a thousand

The clerk puts them on a page of their own.
"""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2030 target: nine in ten homes are warm", "2030 target"),
        ("Target 2027 – nine in ten homes are warm", "Target 2027"),
        ("FY 2028 Target = 300 more homes are warm", "FY 2028 Target"),
        ("Target by 2030: nine in ten homes are warm", "Target by 2030"),
    ],
)
def test_a_target_with_its_year_is_a_label(text: str, label: str) -> None:
    found = printed_label(text)
    assert found is not None
    assert (found.text, found.level) == (label, "target")


@pytest.mark.parametrize("text", ["2030 target: 26,075 loans", "FY 2019 Target: 23%", "2030 targets are hard to reach"])
def test_a_value_has_no_label(text: str) -> None:
    """A value is the target of the indicator above it, and no statement."""
    assert printed_label(text) is None


def test_targets_under_a_goal_tell_that_it_is_reached() -> None:
    plan = parse(GOAL.encode(), name="plan.md")
    goal = plan.objectives[0].id
    assert [(record.parents, record.due.text if record.due else None) for record in plan.measures] == [
        ((goal,), "2029"),
        ((goal,), "2030"),
    ]


def test_targets_line_by_line_under_indicators_are_measures() -> None:
    plan = parse(INDICATORS.encode(), name="plan.txt")
    assert [record.label for record in plan.measures] == ["FY 2027 Target", "FY 2028 Target"]


def test_two_headings_that_lead_to_lists_are_aims() -> None:
    """Whether what will be done stands in a list or in headings of its own."""
    plan = parse(HEADINGS.encode(), name="plan.md")
    assert [record.text for record in plan.objectives] == [
        "Make fares fair for everybody",
        "Open up the accounts of the harbour",
    ]
