"""Columns that only answer, rows that only group or add up, cells whose lines name what they say."""

from __future__ import annotations

from typing import Any

import pytest

from objectives_parser import parse
from objectives_parser.recognizers.wordings import is_answer, says_nothing
from objectives_parser.roles import printed_label

Record = dict[str, Any]


def rows(*cells: str, head: str) -> list[Record]:
    """The records of an HTML table; a row may bring its own tags."""
    body = "".join(
        row if row.startswith("<tr") else f"<tr><td>{row.replace('|', '</td><td>')}</td></tr>" for row in cells
    )
    text = f"<table><tr><th>{head.replace('|', '</th><th>')}</th></tr>{body}</table>"
    plan = parse(text.encode(), name="plan.html").to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return sorted(found, key=lambda record: record["where"][0]["start"])


def said(found: list[Record], *keys: str) -> list[tuple[Any, ...]]:
    texts = {record["id"]: record["text"] for record in found}
    return [
        (record["text"], *(
            [texts[parent] for parent in record["parents"]] if key == "parents"
            else (record["due"] or {}).get("text") if key == "due" else record[key] for key in keys
        )) for record in found
    ]  # fmt: skip


def test_a_column_of_answers_states_nothing_and_the_row_belongs_to_both() -> None:
    found = rows(
        "1|Review all fuel cards each quarter.|Concur|The fleet office will do so.|Fleet Manager|May 2025|Open",
        "2|Lock the stores at night.|Do not concur|The guard will check the doors.|Depot Chief|June 2025|Resolved",
        head="No.|Recommendation|Management Response|Corrective Action|Responsible Official|Target Date|Status",
    )
    assert said(found, "parents", "owner", "due", "status") == [
        ("Review all fuel cards each quarter.", [], "Fleet Manager", "May 2025", "Open"),
        ("The fleet office will do so.", ["Review all fuel cards each quarter."],
         "Fleet Manager", "May 2025", "Open"),
        ("Lock the stores at night.", [], "Depot Chief", "June 2025", "Resolved"),
        ("The guard will check the doors.", ["Lock the stores at night."], "Depot Chief", "June 2025", "Resolved"),
    ]  # fmt: skip


def test_an_answer_is_the_state_where_no_column_tells_it() -> None:
    found = rows(
        "Publish the register of leases.|Accepted in principle|Register published|Estates",
        "Let farms by open tender.|Partially accepted|New lettings advertised|Estates",
        head="Audit recommendation|Agreed?|Agreed action|Owner",
    )
    assert {record["status"] for record in found} == {"Accepted in principle", "Partially accepted"}
    assert len(found) == 4


@pytest.mark.parametrize(
    "text", ["Concur", "Partially agree", "Accepted in part", "Not accepted", "The Department agrees.", "Under review"]
)
def test_answers(text: str) -> None:
    assert is_answer(text)
    assert not is_answer("Accept the keys to the new depot from the builder by May 2026")


def test_methods_beside_change_ideas_explain_them() -> None:
    found = rows(
        "Shorter waits|Open a lounge for patients who go home|Staff it with two nurses|Share gone by 11 a.m.",
        "Fewer falls|Visit every patient each hour|Audit one ward a week|Share of visits noted",
        head="Objective|Change Ideas|Methods|Process measures",
    )
    assert said(found, "parents")[1:3] == [
        ("Open a lounge for patients who go home", ["Shorter waits"]),
        ("Share gone by 11 a.m.", ["Open a lounge for patients who go home"]),
    ]
    assert len(found) == 6


_CONTRACT = "S/No|Performance Criteria|Unit|Weight|Status Previous Year|Target"


@pytest.mark.parametrize(
    "section",
    [
        '<tr><td>B</td><td colspan="5">Core Mandate</td></tr>',
        "<tr><td><b>B</b></td><td><b>Core Mandate</b></td><td></td><td><b>55</b></td><td></td><td></td></tr>",
    ],
)
def test_a_letter_and_a_name_are_a_section_and_totals_are_nothing(section: str) -> None:
    found = rows(
        section,
        "B1|Acreage under new canals|Acres|15|840|900",
        "B2|Households with a water tap|No.|40|3,150|4,500",
        "<tr><td></td><td>Weight Sub-total</td><td></td><td>55</td><td></td><td></td></tr>",
        head=_CONTRACT,
    )
    assert said(found, "label", "category", "status") == [
        ("Acreage under new canals", "B1", "Core Mandate", None),
        ("Households with a water tap", "B2", "Core Mandate", None),
    ]
    assert found[0]["target"]["baseline"] == "840"


@pytest.mark.parametrize(
    "text", ["Sub-total", "Grand Total", "Weight Sub-total", "Overall Total Weight", "Total score"]
)
def test_totals_say_nothing(text: str) -> None:
    assert says_nothing(text)
    assert not says_nothing("Total number of homes repaired")


def test_numbers_in_square_brackets_are_labels() -> None:
    label = printed_label("[1.1.2] Weirs mended")
    assert label is not None and label.text == "1.1.2"
    assert printed_label("[sic] Weirs mended") is None
    found = rows(
        "[1] Mend the weirs|[1.1] Dredge the upper canal|[1.1.1] Canals dredged|km|4|9",
        "[2] Strengthen users’ groups|[2.1] Train the groups|[2.1.1] Groups trained|No.|5|9",
        head="Objective|Actions|Success Indicator|Unit|Baseline|Target",
    )
    assert [record["label"] for record in found] == ["1", "1.1", "1.1.1", "2", "2.1", "2.1.1"]


@pytest.mark.parametrize(
    "cell",
    [
        "Output 1: Schools withstand floods<br>Indicator: Number of rooms raised<br>Baseline: 12<br>Target: 30",
        "Output 1: Schools withstand floods<br>Indicator 1: Number of rooms raised<br>Baseline: 12, Target (2026): 30",
    ],
)
def test_lines_of_a_cell_that_name_what_they_say(cell: str) -> None:
    found = rows(
        f"{cell}|1.1 Survey the schools|DEN",
        head="EXPECTED OUTPUTS and indicators, baseline, targets|PLANNED ACTIVITIES|WHO",
    )
    assert [record["id"].rsplit("-", 1)[0] for record in found] == ["objective", "measure", "action"]
    assert said(found, "parents") == [
        ("Schools withstand floods", []),
        ("Number of rooms raised", ["Schools withstand floods"]),
        ("Survey the schools", ["Schools withstand floods"]),
    ]
    assert found[1]["target"]["value"] == 30
    assert found[1]["target"]["baseline"].rstrip(",") == "12"


def test_months_ticked_under_one_year_are_named_by_themselves() -> None:
    head = (
        "<tr><th rowspan=2>Activity</th><th rowspan=2>Division</th><th colspan=3>2026</th></tr>"
        "<tr><th>Jan</th><th>Feb</th><th>Mar</th></tr>"
    )
    body = "<tr><td>Map the new wards</td><td>Maps</td><td></td><td>x</td><td>x</td></tr>"
    body += "<tr><td>Test the form for farms</td><td>Farms</td><td>x</td><td></td><td></td></tr>"
    plan = parse(f"<table>{head}{body}</table>".encode(), name="plan.html")
    assert [(r.due.text, r.due.start, r.due.end) for r in plan.actions if r.due] == [
        ("Feb; Mar", "2026-02-01", "2026-03-31"),
        ("Jan", "2026-01-01", "2026-01-31"),
    ]


def test_levels_of_service_are_what_the_measures_serve() -> None:
    found = rows(
        "Water is safe to drink|Share of samples that comply|99%|100%",
        "Supply is steady|Interruptions longer than four hours|9|8",
        head="Level of service (what customers receive)|Performance measure|Actual|Target",
    )
    assert [record["id"].rsplit("-", 1)[0] for record in found] == ["objective", "measure"] * 2


def test_indicators_of_a_plan_with_one_goal_hang_on_the_aim_that_says_their_words() -> None:
    text = (
        "<h1>Goal Statement</h1><p>Protect more people against measles by 2027.</p><h2>Objectives</h2><ul>"
        "<li>Increase by 30 percent the number of vaccines given to adults</li><li>Open ten clinics</li></ul>"
        "<h1>Key Indicators</h1><table><tr><th>Indicator</th><th>Target</th></tr>"
        "<tr><td>Vaccines given</td><td>900</td></tr><tr><td>Share of people protected</td><td>95%</td></tr></table>"
    )
    plan = parse(text.encode(), name="plan.html")
    texts = {record.id: record.text for record in plan.records}
    served = {measure.text: [texts[parent] for parent in measure.parents] for measure in plan.measures}
    assert served["Vaccines given"] == ["Increase by 30 percent the number of vaccines given to adults"]
    assert served["Share of people protected"] == ["Protect more people against measles by 2027."]


def test_outputs_and_outcomes_side_by_side_serve_nothing_of_each_other() -> None:
    head = "<tr><th colspan=3>OUTPUTS 2026</th><th colspan=3>OUTCOMES 2026</th></tr>"
    head += "<tr>" + "".join(
        f"<th>{t}</th>" for t in ("Output", "Indicator", "Target", "Outcome", "Indicator", "Target")
    )
    row = "<tr><td>1. {}</td><td>1.1 Number of {}</td><td>12</td><td>1. {}</td><td>1.2 Percentage of {}</td>"
    row += "<td>20</td></tr>"
    body = row.format("Taps for homes", "homes with taps", "Less time lost", "girls at school")
    body += row.format("Clean wells", "wells cleaned", "Safer water", "samples that comply")
    plan = parse(f"<table>{head}</tr>{body}</table>".encode(), name="plan.html")
    texts = {record.id: record.text for record in plan.records}
    assert all(not aim.parents for aim in plan.objectives)
    assert [(m.label, m.text, texts[m.parents[0]]) for m in plan.measures] == [
        ("1.1", "Number of homes with taps", "Taps for homes"),
        ("1.2", "Percentage of girls at school", "Less time lost"),
        ("1.1", "Number of wells cleaned", "Clean wells"),
        ("1.2", "Percentage of samples that comply", "Safer water"),
    ]


def test_a_source_under_an_indicator_in_a_section_row_is_no_part_of_it() -> None:
    text = (
        "<table><tr><td colspan=3><b>Result indicator 1.1:</b> Share of clean rivers<br><b>Source of data:</b> Survey"
        "</td></tr><tr><th>Baseline</th><th>Milestone</th><th>Target</th></tr><tr><td>39%</td><td>42%</td><td>48%</td></tr>"
        "</table>"
    )
    (measure,) = parse(text.encode(), name="plan.html").measures
    assert measure.text == "Share of clean rivers"


def test_a_list_over_the_width_of_a_table_serves_the_row_right_above() -> None:
    """`Success criteria` over bullets, in a row under each commitment: what tells that this one is kept."""
    criteria = "<tr><td colspan=2>Success criteria<br>• {}<br>• {}</td></tr>"
    found = rows(
        "Commitment 1: Cut the waste of all halls by half|30%",
        criteria.format("Bins weighed each month", "Half of all waste is sorted"),
        "Commitment 2: Light all paths at night|10%",
        criteria.format("Paths lit", "Fewer falls reported"),
        head="Commitment|Progress",
    )
    assert said(found, "parents") == [
        ("Cut the waste of all halls by half", []),
        ("Bins weighed each month", ["Cut the waste of all halls by half"]),
        ("Half of all waste is sorted", ["Cut the waste of all halls by half"]),
        ("Light all paths at night", []),
        ("Paths lit", ["Light all paths at night"]),
        ("Fewer falls reported", ["Light all paths at night"]),
    ]
