"""Lines and brackets that name what they say; outlines whose tasks have somebody who does them; labels over titles."""

from __future__ import annotations

from typing import Any

import pytest

from objectives_parser import parse
from objectives_parser.layout.tables import find_tables
from objectives_parser.readers.ink import Ink
from objectives_parser.records import Plan
from tests.sheets import Sheet, texts


def plan_of(html: str) -> Plan:
    return parse(html.encode(), name="plan.html")


def told(plan: Plan) -> list[tuple[Any, ...]]:
    by_id = {record.id: record.text for record in plan.records}
    found = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.id.split("-")[0], record.text, [by_id[parent] for parent in record.parents]) for record in found]


_AIMS = [
    ("objective", "Keep the harbour open", []),
    ("objective", "Safe moorings for all", ["Keep the harbour open"]),
    ("action", "Ferry slips rebuilt", ["Safe moorings for all"]),
    ("action", "New lights on the pier", ["Safe moorings for all"]),
]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (" [Responsible: Harbour Master; Due: May 2027]", " [Responsible: Parks, Roads; Due: ongoing]"),
        (" (Lead: Harbour Master; Timeline: May 2027; Cost: $4,000)", " (Lead: Parks, Roads; Timeline: ongoing)"),
        (". Lead: Harbour Master. Target date: May 2027.", ". Lead: Parks, Roads. Target date: ongoing."),
        (
            " | Responsible party: Harbour Master | By when: May 2027",
            " | Responsible party: Parks, Roads | By when: ongoing",
        ),
    ],
)
def test_fields_behind_tasks_and_the_aims_over_these(first: str, second: str) -> None:
    plan = plan_of(
        "<h1>Goal 1: Keep the harbour open</h1><ol type=A><li>Safe moorings for all"
        f"<ol type=i><li>Ferry slips rebuilt{first}</li><li>New lights on the pier{second}</li></ol></li></ol>"
    )
    assert [(kind, text.rstrip("."), parents) for kind, text, parents in told(plan)] == _AIMS
    assert [action.owner for action in plan.actions] == ["Harbour Master", "Parks, Roads"]
    assert [action.due.text for action in plan.actions if action.due] == ["May 2027", "ongoing"]


def test_brackets_that_name_no_field_belong_to_the_statement() -> None:
    plan = plan_of(
        "<h1>Actions</h1><ul><li>Write a manual (working title: after the storm)</li><li>Buy a boat</li></ul>"
    )
    assert plan.actions[0].text == "Write a manual (working title: after the storm)"


def test_fields_of_a_record_in_one_line_below_it() -> None:
    plan = plan_of(
        "<p>Action 1.1: Rebuild the slips</p><p>Lead: Harbour Master | Timeline: June 2027 | Cost: $4,000</p>"
    )
    (action,) = plan.actions
    assert (action.owner, action.due and action.due.end) == ("Harbour Master", "2027-06-30")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Objective 2. To keep the water clean<br>Threats: oil; ropes", ["To keep the water clean"]),
        ("Community Outcome: People swim safely.<br>Community Indicator: Share of samples that pass",
         ["People swim safely.", "Share of samples that pass"]),
        ("Outcome: Boats are safe<br>Indicator: Number of boats lost", ["Boats are safe", "Number of boats lost"]),
    ],
)  # fmt: skip
def test_a_line_that_names_what_it_says_begins_a_statement(lines: str, expected: list[str]) -> None:
    assert [record.text for record in plan_of(f"<h1>Water</h1><p>{lines}</p>").records] == expected


def test_target_and_baseline_lines_are_the_measures() -> None:
    plan = plan_of("<p>Outcome: Boats are safe</p><p>Indicator: Number of boats lost</p><p>Target: 0</p>")
    assert [record.text for record in plan.records] == ["Boats are safe", "Number of boats lost"]
    assert plan.measures[0].target is not None and plan.measures[0].target.text == "0"


def test_a_label_on_a_line_over_its_statement() -> None:
    plan = plan_of(
        "<h3>Strategic Goal 1</h3><h1>Keep the inland waterways open</h1>"
        "<h2>Objective 1.1: Reduce closures of locks</h2><ul><li>Replace the gates at four locks</li></ul>"
    )
    assert told(plan) == [
        ("objective", "Keep the inland waterways open", []),
        ("objective", "Reduce closures of locks", ["Keep the inland waterways open"]),
        ("action", "Replace the gates at four locks", ["Reduce closures of locks"]),
    ]
    assert plan.objectives[0].label == "Strategic Goal 1"


def test_a_cell_of_responses_begins_with_the_answer() -> None:
    row = "<tr><td>{0}</td><td><b>{1}</b><br>We will {2}.</td></tr>"
    table = "<table><tr><th>Recommendation</th><th>Government response</th></tr>{}</table>"
    rows = row.format("Publish the mileage of buses.", "Accepted in part", "publish it each year")
    rows += row.format("Fund new lines.", "Under consideration", "say more in spring")
    plan = plan_of(table.format(rows))
    assert {action.status for action in plan.actions} == {"Accepted in part", "Under consideration"}


def test_the_name_of_a_project_is_no_deed() -> None:
    plan = plan_of("<p>Project: Safe Schools in the Delta</p><p>Outcome: Children attend school all year</p>")
    assert [record.text for record in plan.records] == ["Children attend school all year"]


def test_dots_drawn_one_by_one_are_a_line() -> None:
    ink = Ink(width=600, height=800)
    for at in range(100):
        ink.strip((50 + 1.5 * at, 100, 50.75 + 1.5 * at, 100.75))
    ink.strip((50, 300, 50.75, 300.75))
    (line,) = ink.rulings
    assert line.x1 - line.x0 > 145


def test_a_table_between_two_bars_is_no_row_of_theirs() -> None:
    sheet = Sheet().fill("#eeddcc", 50, 100, 550, 120).text(55, 105, "Feature 1: Raised bog")
    sheet.text(55, 145, "Objective 1. To restore the bog on the dome.")
    sheet.grid([50, 90, 350, 400, 450, 500, 550], [180, 200, 220, 240, 260])
    for row, cells in enumerate(
        (
            ("Ref.", "Action", "Who", "2026", "2027", "2028"),
            *((f"1.{n}", f"Block the grips of part {n}", "Warden", "x", "x", "") for n in (1, 2, 3)),
        )
    ):
        for x, text in zip((53, 93, 353, 403, 453, 503), cells, strict=True):
            if text:
                sheet.text(x, 184 + 20 * row, text)
    sheet.fill("#eeddcc", 50, 300, 550, 320).text(55, 305, "Feature 2: Waders")
    (table,) = find_tables(sheet.page())
    assert texts(table)[0] == ["Ref.", "Action", "Who", "2026", "2027", "2028"]
    assert table.rows == 4


def test_a_form_of_a_measure_has_its_number_over_it_and_its_method_is_no_measure() -> None:
    rows = ("Measure|Share of complaints closed in 60 days", "Target 2026|80%", "Methodology|Closed ones are counted.")
    cells = "".join("<tr><td>{}</td><td>{}</td></tr>".format(*row.split("|")) for row in rows)
    plan = plan_of(f"<table><tr><td colspan=2>Performance measure 1.1</td></tr>{cells}</table>")
    assert [(measure.label, measure.text) for measure in plan.measures] == [
        ("Performance measure 1.1", "Share of complaints closed in 60 days")
    ]


def test_a_labelled_aim_ends_the_headings_under_its_sister() -> None:
    part = "<p>Specific objective 1.{0}: {1}</p><h4>Main outputs</h4>"
    part += "<table><tr><th>Output</th><th>Indicator</th></tr>{2}</table>"
    row = "<tr><td>{}</td><td>Number of {}</td></tr>"
    plan = plan_of(
        "<h2>PART 1</h2>"
        + part.format(1, "Rivers are clean", row.format("A rule on mud", "rules in force"))
        + part.format(2, "Freight moves to rivers", row.format("A call for quiet ships", "calls published"))
    )
    served = {text: parents for _, text, parents in told(plan)}
    assert served["A rule on mud"] == ["Rivers are clean"]
    assert served["A call for quiet ships"] == ["Freight moves to rivers"]


def test_what_a_commissioner_expects_and_statements_of_performance() -> None:
    plan = plan_of(
        "<h1>Statement of Performance Expectations 2026</h1><p>Fire Authority</p><h2>Priority 1: Safer streets</h2>"
        "<h3>What I expect of the Chief Constable</h3><ul><li>Update victims every 28 days</li></ul>"
    )
    assert told(plan) == [
        ("objective", "Safer streets", []),
        ("action", "Update victims every 28 days", ["Safer streets"]),
    ]
