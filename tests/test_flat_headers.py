"""Tables in reading order whose header stands in one line, where short cells of a row share lines."""

from __future__ import annotations

from tests.test_pieces_of_tables import kinds, links, records

PLAN = """Harbour improvement plan
What we will do
Action Owner Timing How we will know we have
succeeded
Publish a one-page sailing plan Strategy
Director
May 2031 60% of crews say that they
have read it
Hold an open day in each of
the five harbours
Pilot Office
From June 2031,
every month
• Days held in all five
harbours
• At least 400 visitors a day
Train all pilots in giving
first aid
Finance Director December 2031 All pilots hold the certificate
"""


def test_cells_that_share_lines_are_told_apart() -> None:
    assert kinds(PLAN, "plan.txt") == [
        ("action", "Publish a one-page sailing plan"),
        ("measure", "60% of crews say that they have read it"),
        ("action", "Hold an open day in each of the five harbours"),
        ("measure", "Days held in all five harbours"),
        ("measure", "At least 400 visitors a day"),
        ("action", "Train all pilots in giving first aid"),
        ("measure", "All pilots hold the certificate"),
    ]
    actions = [record for record in records(PLAN, "plan.txt") if record["id"].startswith("action")]
    assert [action["owner"] for action in actions] == ["Strategy Director", "Pilot Office", "Finance Director"]
    assert actions[0]["due"]["text"] == "May 2031"
    assert links(PLAN, "plan.txt")["At least 400 visitors a day"] == ["Hold an open day in each of the five harbours"]


def test_figures_and_dates_behind_a_measure_are_its_target_and_due() -> None:
    text = """Objective 1: Meet the targets that the Minister has set
Measure Target Date
Licences issued within
five working days
98% 31 March 2032
Calls answered in time 90% December 2031
Objective 2: Prepare the move
Milestone Date Status
Plan agreed with
the owner
June 2031 Achieved
Crews moved to the new quay October 2031 On track
"""
    assert kinds(text, "plan.txt") == [
        ("objective", "Meet the targets that the Minister has set"),
        ("measure", "Licences issued within five working days"),
        ("measure", "Calls answered in time"),
        ("objective", "Prepare the move"),
        ("milestone", "Plan agreed with the owner"),
        ("milestone", "Crews moved to the new quay"),
    ]
    by_text = {record["text"]: record for record in records(text, "plan.txt")}
    assert by_text["Calls answered in time"]["target"]["text"] == "90%"
    assert by_text["Crews moved to the new quay"]["status"] == "On track"
    assert links(text, "plan.txt")["Plan agreed with the owner"] == ["Prepare the move"]


def test_a_short_line_between_rows_names_those_below() -> None:
    text = """What (objective) How (key
activities)
By when Evidence of
success
Delivery objectives
1. Mend the
old pier
Agree the plan
with all owners
March 2032 Pier open to
visitors
Development objectives
2. Speak better
in public
Take part in
a course
Ongoing Feedback from
audiences
"""
    assert kinds(text, "plan.txt") == [
        ("objective", "Mend the old pier"),
        ("action", "Agree the plan with all owners"),
        ("measure", "Pier open to visitors"),
        ("objective", "Speak better in public"),
        ("action", "Take part in a course"),
        ("measure", "Feedback from audiences"),
    ]
