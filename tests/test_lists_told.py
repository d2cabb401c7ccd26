"""Lists whose items complete what their lead-in leaves open, and headings that are the aims of such lists."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.recognizers.wordings import announces_list, completes_promise


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def test_items_go_on_with_a_lead_in_that_only_names_who_promises() -> None:
    plan = read(
        "# Open books\n\nOpen books make for honest officials. This council:\n\n"
        "- Is hereby committing to publish all of its accounts.\n- Will work with the trade to check them.\n"
    )
    assert [(record.kind, record.text) for record in plan.records] == [
        ("action", "Is hereby committing to publish all of its accounts."),
        ("action", "Will work with the trade to check them."),
    ]


@pytest.mark.parametrize(
    "text", ["Will the plan reduce waste?", "Is the capital of the region", "Plans for the future"]
)
def test_what_completes_no_promise(text: str) -> None:
    assert not completes_promise(text)


def test_two_headings_whose_text_leads_to_deeds_are_aims() -> None:
    part = "## {aim}\n\nMuch is to be done here. To get there, the county will:\n\n- {deed}\n\n"
    plan = read(
        "# Plan\n\n## Introduction\n\nThis plan is new.\n\n"
        + part.format(aim="Ensure safe streets for all", deed="Repair the lights")
        + part.format(aim="Increase the number of trees", deed="Plant more of them")
    )
    assert [(record.text, record.parents) for record in plan.objectives] == [
        ("Ensure safe streets for all", ()),
        ("Increase the number of trees", ()),
    ]
    assert [record.parents for record in plan.actions] == [("objective-1",), ("objective-2",)]


def test_a_sentence_that_counts_what_follows_announces_it() -> None:
    assert announces_list("The plan specifies 20 measurable actions that offices will take in the first year.")


def test_what_a_paragraph_promises_before_its_lead_in_is_kept() -> None:
    plan = read(
        "# Next steps\n\nIn 2019 the Office plans to work with residents on the first. Some areas come first:\n"
    )
    assert [record.text for record in plan.actions] == ["In 2019 the Office plans to work with residents on the first."]


def test_examples_and_topics_are_no_actions() -> None:
    plan = read(
        "# Recommendations\n\nAs an example, a new library could be approved and built within half of the time.\n\n"
        "# Gaps\n\n20. Technology - In many cases the islands lack what is needed to measure the sea, to model it, and "
        "to tell those who live beside it.\n"
    )
    assert plan.records == ()


def test_a_policy_that_establishes_a_goal_states_it() -> None:
    plan = read(
        "# Policy\n\nThe policy is new. It therefore establishes the goal of safe water in all homes by 2025.\n"
    )
    assert [record.text for record in plan.objectives] == [
        "It therefore establishes the goal of safe water in all homes by 2025."
    ]
