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


ROADMAP = """This roadmap shows what is planned for the portal.

## Publishing

### Now

- We are adding bus timetables to the portal.
- We’re also checking the quality of each data set.

### Next

- We plan to publish the quality of the air by the hour.
- We intend to open a forum for users.

### Later

- We expect to move the portal to a new host.
"""


def test_a_roadmap_lists_what_is_under_way_and_what_is_planned() -> None:
    assert [action.text.split()[-1] for action in read(ROADMAP).actions] == [
        "portal.",
        "set.",
        "hour.",
        "users.",
        "host.",
    ]


def test_what_a_body_is_and_does_is_no_plan() -> None:
    assert not read(
        "# About us\n\n- We are a charity.\n- We are working in nine countries.\n- We are proud of it.\n"
    ).records


@pytest.mark.parametrize(
    "heading",
    ["Action Plan From May 2022", "Action Plan for 2022/23", "Actions for the coming year", "Key actions this term"],
)
def test_a_heading_with_its_time_announces_as_without(heading: str) -> None:
    plan = read(f"# Parish\n\n## {heading}\n\n- To keep the paths clear\n- To ensure the accounts are audited yearly\n")
    assert [record.kind for record in plan.records] == ["action", "action"]


@pytest.mark.parametrize("heading", ["Plan 2030", "Programme for 2025", "Work in 2024"])
def test_a_title_with_its_time_announces_nothing(heading: str) -> None:
    assert not read(f"# Parish\n\n## {heading}\n\n- The chapel and its yard\n- The roads in the north\n").records


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("The following actions have been identified:", "action"),
        ("For the coming year a number of specific initiatives have been identified:", "action"),
        ("There are initiatives that need our time. The following ones have been identified so far:", "action"),
        ("Three priorities were agreed by the trustees for the year:", "objective"),
        ("These indicators have been selected for the district:", "measure"),
    ],
)
def test_a_sentence_that_tells_what_was_chosen_announces_it(lead: str, kind: str) -> None:
    plan = read(f"# Town\n\n{lead}\n\n- Longer opening hours of the town library\n- Fewer accidents on the ring road\n")
    assert [record.kind for record in plan.records] == [kind, kind]


@pytest.mark.parametrize("lead", ["The following projects have been completed:", "These risks have been identified:"])
def test_what_is_done_or_feared_was_not_chosen(lead: str) -> None:
    assert not read(f"# Town\n\n{lead}\n\n- A new roof for the hall\n- Accidents on the ring road\n").records


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plan.txt", "Actions\n\n●Maintain the oak\n●Replace the bench\n"),
        ("plan.md", "# Actions\n\n•Maintain the oak\n•Replace the bench\n"),
        ("plan.html", "<h2>Actions</h2><p>▪Maintain the oak</p><p>▪Replace the bench</p>"),
        ("plan.html", "<h2>Actions</h2><p>•Maintain the oak<br>• Replace the bench</p>"),
        ("plan.html", "<h2>Actions</h2><ul><li>•Maintain the oak</li><li>• Replace the bench</li></ul>"),
    ],
)
def test_a_bullet_glued_to_its_item_is_no_part_of_it(name: str, text: str) -> None:
    plan = parse(text.encode(), name=name)
    assert [record.text for record in plan.actions] == ["Maintain the oak", "Replace the bench"]


def test_the_name_of_a_list_is_none_of_its_items() -> None:
    assert not read("# Strategic goals\n\n- [Strategic Goals 2023](#a)\n- [Annual objectives](#b)\n").records
