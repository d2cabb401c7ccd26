"""Headings behind a section's number without a full stop, and numbered lines left open for bullets."""

from __future__ import annotations

import pytest

from objectives_parser import parse

LIST = """The village was visited by many people in the summer.

{}

  • To hear the community on issues of the village
  • To foster the spirit of the community
  • To put actions in place
"""


@pytest.mark.parametrize(
    "heading",
    [
        "3.2 Objectives",
        "6 Objectives of the Plan",
        "6. Objectives of the Plan",
        "4) Goals",
        "6.0 OBJECTIVES",
        "3.2 – Objectives",
    ],
)
def test_a_numbered_heading_announces_the_bullets_below_it(heading: str) -> None:
    assert len(parse(LIST.format(heading).encode(), name="plan.txt").objectives) == 3


def test_over_text_it_is_the_title_of_a_chapter() -> None:
    text = "3 Objectives\n\nThe plan has grown with the village. People like it.\n\n4 History\n\nIt began in 2020.\n"
    assert not parse(text.encode(), name="plan.txt").records


def test_markdown() -> None:
    text = "## 3.2 Objectives\n\n* To hear the community on issues\n* To foster the spirit of the village\n"
    assert len(parse(text.encode(), name="plan.md").objectives) == 2


def test_the_title_of_a_plan_is_no_name_of_a_column() -> None:
    text = (
        "Harbour action plan\n\nGoal\n\nThe goal of the plan is to halve the noise by 2031.\n\nObjectives\n\n"
        "1. To move the cranes to the northern quay\n2. To reduce traffic at night\n3. To strengthen the walls\n"
    )
    plan = parse(text.encode(), name="plan.txt")
    assert len(plan.objectives) == 4
    assert not plan.actions


@pytest.mark.parametrize("signs", ["1.|2.", "(a)|(b)"])
def test_a_list_that_begins_with_its_first_number_or_letter(signs: str) -> None:
    first, second = signs.split("|")
    text = (
        "The village was visited by many people.\n\n5.1 Strategic goals\n\n"
        f"{first} To hear the community on issues of the village\n{second} To foster the spirit of the community\n"
    )
    assert len(parse(text.encode(), name="plan.txt").objectives) == 2


def test_an_indicator_that_tells_whom_it_counts() -> None:
    text = "Harbour\n\nKPIs\n\n• Number of visitors\n• Share of volunteers who are content\n• Days without litter\n"
    assert len(parse(text.encode(), name="plan.txt").measures) == 3
    told = text.replace("Share of volunteers who are content", "The number of visitors is counted each month")
    assert len(parse(told.encode(), name="plan.txt").measures) == 2
