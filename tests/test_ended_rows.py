"""Tables whose cells each end with a pipe, as converters of web pages write them."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.layout.ended_rows import ended_rows

RULED = """\
Recommendation | Management response (agree or disagree) | Action plan | Lead and target date |
---|---|---|---|
1) Support the harbours by:
|
Agree | The office will list all harbours.
It has a new site.
|
Clerk March 2027 |
2) Publish the register of boats. | Agree | The office will publish the register in two languages. | Clerk May 2027 |
"""
UNRULED = """\
Action | Deliverable | Timeline | Responsibility |
1. Found a library in the hall. | Rent rooms for the library. | May 2027 |
Town Clerk |
Buy the first thousand books. | June 2027 | Town Clerk | |
Train the volunteers who lend them. | Done in June 2027 and again in June 2028 | Chief Librarian | |
2. Open the hall to all. | Build a ramp at the door. | July 2027 |
Chief Librarian |
"""
SHORT = """\
Actions | Desired results | Timelines | Responsibility | Partners |
A1. Report on the plan to the council. | We tell what was done:
- We write a report.
| By September, annually | Clerk | |
- We hold a meeting.
| Every March |
A2. Review the plan. | We have a new plan in time. | May 2027 | Clerk | Council
Parish
|
"""


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


def test_as_many_pipes_as_columns_make_a_row() -> None:
    assert ended_rows(["Rent | May |", "Clerk |", "", "More text."], 3) == [2]
    assert ended_rows(["a | b | c |", "d | e | f |"], 3) == [1, 1]
    assert ended_rows(["a | b | c", "d | e | f"], 3) == []


def test_cells_of_several_lines_under_a_rule() -> None:
    plan = read(RULED)
    assert [(r.text, r.status) for r in plan.actions if r.label] == [
        ("Support the harbours by:", "Agree"),
        ("Publish the register of boats.", "Agree"),
    ]
    assert "The office will publish the register in two languages." in [r.text for r in plan.actions]
    assert not any(r.text == "Agree" for r in plan.records)


def test_rows_beside_a_cell_over_several_rows() -> None:
    plan = read(UNRULED)
    first, second = plan.actions
    assert [(m.text, m.owner, m.parents) for m in plan.milestones] == [
        ("Rent rooms for the library.", "Town Clerk", (first.id,)),
        ("Buy the first thousand books.", "Town Clerk", (first.id,)),
        ("Train the volunteers who lend them.", "Chief Librarian", (first.id,)),
        ("Build a ramp at the door.", "Chief Librarian", (second.id,)),
    ]


def test_rows_that_lack_cells_on_both_sides() -> None:
    plan = read(SHORT)
    assert [r.text for r in plan.actions] == ["Report on the plan to the council.", "Review the plan."]
    assert [r.due.text if r.due else None for r in plan.objectives if "meeting" in r.text] == ["Every March"]


def test_a_post_and_an_answer_state_nothing() -> None:
    plan = read(
        "Recommendations | Actions | Responsible manager | Completion |\n---|---|---|---|\n"
        "1. Write a plan. | Agree. | ||\n|\nDirector General, Operations | May 2027 |\n|\n"
        "2. Carry it out. | Agree. | ||\n|\nDirector General, Operations | June 2027 |\n|\n"
    )
    assert [r.text for r in plan.records] == ["Write a plan.", "Carry it out."]
