"""Text between records that explains, credits, lists the contents or forecasts, and states nothing itself."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.recognizers.commitments import commitment_kind
from objectives_parser.recognizers.wordings import is_note, says_nothing


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def test_text_under_a_heading_whose_statements_bear_labels_explains() -> None:
    text = (
        "# Harbour plan\n\n## Waste recommendations\n\nRecommendation #1: Collect all nets\n\n"
        "Boats should bring back what they lose at sea.\n\n## Traffic recommendations\n\n"
        "The group thought that ferries should have a lane.\n\nRecommendation #2: Mark a lane for ferries\n"
    )
    assert [record.text for record in read(text).records] == ["Collect all nets", "Mark a lane for ferries"]


def test_a_section_s_title_of_two_parts_announces_nothing_though_it_heads_each_page() -> None:
    page = "# Conclusions and Next Steps\n\nThe plan was an opportunity to learn what people need to move.\n\n"
    assert read(page * 2).records == ()


@pytest.mark.parametrize("text", ["Rendering by: Harbour Studio", "Photo by Jane Doe", "Image courtesy of the port"])
def test_credits_of_pictures_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["Photograph all bridges", "Images of the city are shown", "Photo credits are given"])
def test_what_only_begins_like_a_credit(text: str) -> None:
    assert not says_nothing(text)


def test_lines_of_links_to_the_page_s_own_sections_are_its_contents() -> None:
    text = (
        "# District indicators\n\n## Table of Contents\n\n[1. Roads](#roads)\n[2. Water indicators](#water)\n\n"
        "## Water indicators\n\n| Indicator | Target |\n|---|---|\n| Homes with a tap | 500 |\n"
    )
    assert [record.text for record in read(text).records] == ["Homes with a tap"]


def test_one_goal_sentence_does_not_serve_the_other() -> None:
    text = "# Climate\n\nOur goal is to stay green. Rivers matter.\n\nLocally our goal is to double walking by 2030.\n"
    goals = read(text).objectives
    assert [(goal.text, goal.parents) for goal in goals] == [
        ("Our goal is to stay green.", ()),
        ("Locally our goal is to double walking by 2030.", ()),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Within 18 months of adoption, or by July 1, 2029, the City will begin to publish its lists.", "action"),
        ("To meet the demand of 2029, two billion gallons of water will be consumed in the state.", None),
    ],
)
def test_promises_behind_two_deadlines_and_forecasts(text: str, kind: str | None) -> None:
    assert commitment_kind(text) == kind


def test_boxes_whose_heads_are_cut_off_are_no_matrix() -> None:
    text = (
        "# Who we are\n\n|  | Strategy and | ICT Procurement, |\n|---|---|---|\n| Staff | Ann Lee | Bo Chu |\n"
        "| Services | Communications team | Delivery and support |\n"
    )
    assert read(text).objectives == ()


def test_a_numbered_summary_in_slightly_other_words_repeats_its_list() -> None:
    listed = "Serving people well, through:\n\n1. Opening four offices\n2. Naming managers {} oversee the services\n\n"
    plan = read(f"# Plan\n\n## Summary\n\n{listed.format('to')}## Our services\n\n{listed.format('who')}")
    assert [action.text for action in plan.actions] == [
        "Opening four offices",
        "Naming managers who oversee the services",
    ]


def test_how_many_there_will_be_by_when_is_a_target_among_indicators() -> None:
    text = (
        "# Goal Statement\n\n- By 2030, every ferry will be electric.\n\n# Key Indicators\n\n"
        "- In total, 7 ferries will be rebuilt by the end of 2029\n- Number of electric ferries\n"
    )
    assert [measure.text for measure in read(text).measures] == [
        "In total, 7 ferries will be rebuilt by the end of 2029",
        "Number of electric ferries",
    ]


def test_the_lettering_of_a_chart_is_a_note() -> None:
    assert is_note("$25,000 $6,000 504 Loans") and not is_note("504 loans") and not is_note("Number of 504 loans")


def test_see_points_elsewhere_only_where_it_names_a_place() -> None:
    """`See annex 2` states nothing; `See patients within four hours` does."""
    assert all(map(says_nothing, ("See annex 2", "See Transportation", "see the plan", "See: page 4")))
    assert not says_nothing("See emergency patients within four hours")


def test_a_lone_dash_is_no_record() -> None:
    assert parse(b"Objectives\t\x0c Goal 1:\n1.\tObjectives\t- ", name="a.txt").records == ()
