"""Conventions of pages about one aim or one schedule, as schools, councils and health bodies publish them."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.roles import heading_role, printed_label


def read(text: str, name: str = "plan.md") -> Plan:
    return parse(text.encode(), name=name)


def test_a_goal_named_in_its_heading_without_full_stop_below() -> None:
    plan = read("""# Health Plan

### Goal 1: Water

Cut the number of unsafe wells in all villages

### Goal 2: Food

Improve school meals through fresh food from the region
""")
    assert [(r.label, r.category, r.text) for r in plan.objectives] == [
        ("Goal 1", "Water", "Cut the number of unsafe wells in all villages"),
        ("Goal 2", "Food", "Improve school meals through fresh food from the region"),
    ]


@pytest.mark.parametrize("text", ["Reading Goal", "Writing Goals", "Housing objectives", "Training actions"])
def test_subjects_that_end_like_verbs(text: str) -> None:
    assert heading_role(text) is not None


@pytest.mark.parametrize("text", ["Setting goals", "Building on our goals", "Improving outcomes"])
def test_deeds_announce_nothing(text: str) -> None:
    assert heading_role(text) is None


@pytest.mark.parametrize("text", ["GOAL NO. 3", "Objective Number 3 – Mend the pier", "Goal No. 3: Mend the pier"])
def test_numbers_spelled_as_such(text: str) -> None:
    label = printed_label(text)
    assert label is not None and label.number == "3"


def test_milestones_told_by_the_paragraph_over_the_dates() -> None:
    plan = read("""These are the milestones we have set for the plan, and they may change.

#### January 2027

- Working group stood up
- Questions for residents drafted

#### March – September 2027

- Drafts shared with all wards

#### October 2027 – ongoing

- Work on the goals
""")
    assert [(r.text, r.due and r.due.start) for r in plan.milestones] == [
        ("Working group stood up", "2027-01-01"),
        ("Questions for residents drafted", "2027-01-01"),
        ("Drafts shared with all wards", "2027-03-01"),
        ("Work on the goals", "2027-10-01"),
    ]


def test_states_in_a_list_of_their_own() -> None:
    plan = read("""# Action steps

- Find money for the pavements
- Check the state of all roads
  - Completed
- Adopt a plan for five years
  - In progress/on-going
""")
    assert [(r.text, r.status) for r in plan.actions] == [
        ("Find money for the pavements", None),
        ("Check the state of all roads", "Completed"),
        ("Adopt a plan for five years", "In progress/on-going"),
    ]


def test_a_question_in_the_type_of_the_text() -> None:
    plan = read("""How will it be done?

Train all staff to teach in small groups.

Staff to use the new guide in all lessons.

Develop a contract for all groups.
""")
    assert len(plan.actions) == 3


def test_a_bullet_on_a_line_of_its_own() -> None:
    plan = read("Key actions:\n-\nMend all roads by the harbour.\n-\nOpen the hall to all.\n", "plan.txt")
    assert [r.text for r in plan.actions] == ["Mend all roads by the harbour.", "Open the hall to all."]


def test_criteria_in_the_type_of_the_one_aim() -> None:
    plan = read("""## Priority One

To raise the standard of writing in all classes.

## Success criteria

- 85% of children write at the level of their age
- Books show that all children are challenged
""")
    aim = plan.objectives[0]
    assert [r.parents for r in plan.measures] == [(aim.id,), (aim.id,)]


def test_dates_listed_beside_a_list_of_actions() -> None:
    rows = "<li>Survey the hall</li><li>Mend the roof</li>", "<li>May 2027</li><li>No later than July 2027</li>"
    html = "<table><tr><th>Action required</th><th>Target date</th></tr><tr>" + "".join(
        f"<td><ul>{items}</ul></td>" for items in rows
    )
    plan = read(f"<html><body>{html}</tr></table></body></html>", "plan.html")
    assert [(r.text, r.due.text if r.due else None) for r in plan.actions] == [
        ("Survey the hall", "May 2027"),
        ("Mend the roof", "No later than July 2027"),
    ]


def test_a_heading_that_ends_in_goals_is_no_header() -> None:
    plan = read(
        """Goal 1

By June 2027, more children read at the level of their age.

School activities to meet our Goals

  1. Buy new books for all classes.

  2. Train all teachers in reading.

Needs: we looked at all figures.
""",
        "plan.txt",
    )
    assert [record.kind for record in plan.records].count("objective") == 1
    assert [record.text for record in plan.actions] == [
        "Buy new books for all classes.",
        "Train all teachers in reading.",
    ]


def test_dates_and_headlines_that_a_converter_put_one_under_the_other() -> None:
    entries = [("January 22, 2027", "Harbours publish their data"), ("February 6, 2027", "Town creates pages"),
               ("March 8, 2027", "Board issues a framework")]  # fmt: skip
    body = "\n\n".join(f"{date}\n\n{text}" for date, text in entries)
    plan = read(
        f"Key milestones\n\nThese deadlines are set out in the milestones below.\n\nDeadline\n\nHeadline\n\n{body}\n",
        "plan.txt",
    )
    assert [(r.due.text if r.due else None, r.text) for r in plan.milestones] == entries


def test_a_lead_in_that_points_to_the_sentence_before() -> None:
    plan = read("""The act asks us to set equality objectives, and we did. They stand in our plan. In summary these are:

1. To analyse the use of language services.
2. Attain the award for accessible halls.
3. Review what older people say of our wards.
""")
    assert [record.kind for record in plan.records] == ["objective"] * 3
