"""Headings under `Our priorities`: the priorities themselves, or topics that part a list of them."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse

STREETS = "- Recruit 50 wardens by 2031\n- Light 30 km of paths\n"
AIR = "- Plant 5,000 trees\n- Electrify the buses\n"


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def served(plan: Plan) -> dict[str, list[str]]:
    return {
        aim.text: [action.text for action in plan.actions if action.parents == (aim.id,)] for aim in plan.objectives
    }


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Our priorities", "Safe streets", "Clean air"),
        ("Strategic goals", "1. Safe streets", "2. Clean air"),
        ("Goals", "Make streets safe for everyone", "Give every child clean air"),
    ],
)
def test_priorities_with_what_will_be_done_under_each(title: str, first: str, second: str) -> None:
    plan = read(f"# Town plan\n\n## {title}\n\n### {first}\n\n{STREETS}\n### {second}\n\n{AIR}")
    assert served(plan) == {
        first.removeprefix("1. "): ["Recruit 50 wardens by 2031", "Light 30 km of paths"],
        second.removeprefix("2. "): ["Plant 5,000 trees", "Electrify the buses"],
    }


def test_goals_with_a_heading_for_what_will_be_done() -> None:
    told = "It matters to all of us.\n\n#### What we will do\n\n"
    plan = read(
        f"# Town plan\n\n## Goals\n\n### Safe streets\n\n{told}{STREETS}\n### Clean air\n\n{told}{AIR}"
        "### Background\n\nThe town was asked in 2029.\n"
    )
    assert served(plan) == {
        "Safe streets": ["Recruit 50 wardens by 2031", "Light 30 km of paths"],
        "Clean air": ["Plant 5,000 trees", "Electrify the buses"],
    }


def test_topics_part_the_goals_listed_under_them() -> None:
    plan = read(
        "# Town plan\n\n## Goals\n\n### Transport\n\n- Cut car trips by a fifth by 2030\n"
        "- Open all stops to wheelchairs\n\n"
        "### Housing\n\n- Halve homelessness by 2028\n- End the use of hotel rooms\n"
    )
    assert [(aim.text, aim.category) for aim in plan.objectives] == [
        ("Cut car trips by a fifth by 2030", "Transport"),
        ("Open all stops to wheelchairs", "Transport"),
        ("Halve homelessness by 2028", "Housing"),
        ("End the use of hotel rooms", "Housing"),
    ]


def test_headings_over_who_and_when_are_what_will_be_done() -> None:
    plan = read(
        "# Work programme\n\n## 1. Publish the land register\n\nResponsible: Land Agency | Deadline: Q2 2031 | "
        "Status: Late\n\n"
        "## 2. Procurement law\n\nResponsible: Ministry of Finance | Deadline: Q4 2030 | Status: On track\n"
    )
    assert [(action.label, action.text, action.owner, action.status) for action in plan.actions] == [
        ("1", "Publish the land register", "Land Agency", "Late"),
        ("2", "Procurement law", "Ministry of Finance", "On track"),
    ]
