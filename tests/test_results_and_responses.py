"""Results frameworks, audit responses, milestones beside targets, key results, and what stands over or under them."""

from __future__ import annotations

from typing import Any

from objectives_parser import parse
from objectives_parser.layout.tables import find_tables
from objectives_parser.records import Plan
from tests.sheets import Sheet


def plan_of(html: str) -> Plan:
    return parse(html.encode(), name="plan.html")


def row(*cells: str, tag: str = "td", wide: int = 0) -> str:
    span = f" colspan={wide}" if wide else ""
    return "<tr>" + "".join(f"<{tag}{span}>{cell}</{tag}>" for cell in cells) + "</tr>"


def table(*rows: str) -> str:
    return f"<table>{''.join(rows)}</table>"


def told(plan: Plan) -> list[tuple[Any, ...]]:
    by_id = {record.id: record.text for record in plan.records}
    found = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.id.split("-")[0], record.text, [by_id[parent] for parent in record.parents]) for record in found]


def test_codes_tell_key_results_from_objectives_and_start_values_are_no_dates() -> None:
    plan = plan_of(
        table(
            row("#", "Objective / Key Results", "Owner", "Start", "Target", "Status", tag="th"),
            row("O1", "Ferries that people can plan by", "Ana", "", "", ""),
            row("KR1.1", "Raise the share of sailings on time", "Bo", "71%", "90%", "On track"),
            row("KR1.2", "Answer calls sooner", "Bo", "9 min", "2 min", "At risk"),
            row("O2", "Crews that stay", "Ana", "", "", ""),
            row("KR2.1", "Fill all berths on deck", "Cy", "4", "0", "On track"),
        )
    )
    assert [aim.text for aim in plan.objectives] == ["Ferries that people can plan by", "Crews that stay"]
    assert [measure.parents for measure in plan.measures] == [("objective-1",), ("objective-1",), ("objective-2",)]
    targets = [measure.target for measure in plan.measures]
    assert [(t.text, t.baseline) for t in targets if t] == [("90%", "71%"), ("2 min", "9 min"), ("0", "4")]
    assert all(measure.due is None for measure in plan.measures)


def test_a_code_behind_a_label_with_a_colon_is_part_of_it() -> None:
    plan = plan_of("<h2>Mitigation actions</h2><p>Mitigation Action: Elm-1 – Raise the road to the pier</p>")
    assert [(a.label, a.text) for a in plan.actions] == [("Mitigation Action: Elm-1", "Raise the road to the pier")]


def test_rows_over_a_framework_state_the_outcome_though_they_say_where_else_it_stands() -> None:
    plan = plan_of(
        table(
            row(
                "Intended outcome as stated in the country programme's results framework:<br>"
                "By 2031, fishing families earn more from less",
                wide=3,
            ),
            row(
                "Outcome indicators as stated in the framework, including baseline and targets:<br>"
                "Share of landings that are logged. Baseline: 12% (2026). Target: 60% (2031)",
                wide=3,
            ),
            row("Applicable outputs from the global plan: Output 4.2 Oceans are governed well", wide=3),
            row("Expected outputs", "Output indicators", "Data source", tag="th"),
            row("Output 1<br>Boats carry working beacons", "1.1 Number of boats with beacons", "Harbour office"),
            row("Output 2<br>Reefs are closed in spawning time", "1.2 Hectares closed", "Ministry"),
        )
    )
    found = told(plan)
    aim = "By 2031, fishing families earn more from less"
    assert found[:2] == [
        ("objective", aim, []),
        ("measure", "Share of landings that are logged. Baseline: 12% (2026). Target: 60% (2031)", [aim]),
    ]
    assert ("objective", "Boats carry working beacons", [aim]) in found
    assert [(m.label, m.text) for m in plan.measures[1:]] == [
        ("1.1", "Number of boats with beacons"),
        ("1.2", "Hectares closed"),
    ]


def test_a_milestone_or_target_column_tells_what_each_name_is() -> None:
    head = ("Number", "Related measure (reform or investment)", "Milestone / Target", "Name", "Goal", "Quarter", "Year")
    plan = plan_of(
        table(
            row(*head, tag="th"),
            row("7", "B1.R1 – Reform of harbour dues", "M", "Entry into force of the act", "", "Q4", "2031"),
            row("8", "B1.R1 – Reform of harbour dues", "T", "Harbours that bill online", "14", "Q2", "2032"),
            row("9", "B1.I1 – Dredging of the two deep channels", "T", "Channels dredged to depth", "2", "Q3", "2032"),
        )
    )
    assert [(a.label, a.text) for a in plan.actions] == [
        ("B1.R1", "Reform of harbour dues"),
        ("B1.I1", "Dredging of the two deep channels"),
    ]
    assert told(plan)[1] == ("milestone", "Entry into force of the act", ["Reform of harbour dues"])
    assert [m.due and m.due.text for m in (*plan.milestones, *plan.measures)] == ["Q4 2031", "Q2 2032", "Q3 2032"]
    assert [m.target and m.target.text for m in plan.measures] == ["14", "2"]


def response(number: int, topic: str, asked: str, answer: str, who: str, when: str) -> str:
    return table(
        row(f"{number}. {topic}", wide=4),
        row("<b>Finding:</b> Five of nine were not kept as the rules ask.", wide=4),
        row(f"<b>Recommendation:</b> {asked}", wide=4),
        row("<b>Priority</b>", "High", "<b>Accepted?</b>", "Yes"),
        row(f"<b>Management response:</b> {answer}", wide=4),
        row("<b>Responsible officer</b>", who, "<b>Target date</b>", when),
    )


def test_answers_to_an_audit_in_forms_whose_wide_rows_say_what_they_hold() -> None:
    plan = plan_of(
        response(1, "Fuel cards", "Cards should be checked each month.", "Agreed. The fleet office will check them.",
                 "Fleet Manager", "May 2031")
        + "<p></p>"
        + response(2, "Leases", "Leases should be listed.", "Agreed in part. New leases will be listed.", "Estates",
                   "June 2031")
    )  # fmt: skip
    assert told(plan) == [
        ("action", "Cards should be checked each month.", []),
        ("action", "The fleet office will check them.", ["Cards should be checked each month."]),
        ("action", "Leases should be listed.", []),
        ("action", "New leases will be listed.", ["Leases should be listed."]),
    ]
    assert [(a.owner, a.due.text if a.due else None) for a in plan.actions] == [
        ("Fleet Manager", "May 2031"), ("Fleet Manager", "May 2031"), ("Estates", "June 2031"), ("Estates", "June 2031")
    ]  # fmt: skip
    assert [(a.label, a.category) for a in plan.actions[::2]] == [("1", "Fuel cards"), ("2", "Leases")]
    assert [a.status for a in plan.actions] == ["Agreed", "Agreed", "Agreed in part", "Agreed in part"]


def test_a_result_that_names_a_table_of_indicators_and_stands_again_over_deeds_is_an_aim() -> None:
    head = row("Result indicators", "Target", "Date to achieve target", tag="th")
    plan = plan_of(
        "<h3>Table 1: Ships come in safely</h3>"
        + table(head, row("Groundings per thousand calls", "2", "March 2031"))
        + "<h3>Table 2: Crews speak to the shore</h3>"
        + table(head, row("Share of calls answered", "95%", "March 2031"))
        + "<h2>Plans to achieve results</h2><h3>Ships come in safely</h3><ul><li>Replace all buoys</li></ul>"
        "<h3>Crews speak to the shore</h3><ul><li>Open a second desk</li><li>Hire four clerks</li></ul>"
    )
    safe, heard = "Ships come in safely", "Crews speak to the shore"
    assert told(plan) == [
        ("objective", safe, []),
        ("measure", "Groundings per thousand calls", [safe]),
        ("objective", heard, []),
        ("measure", "Share of calls answered", [heard]),
        ("action", "Replace all buoys", [safe]),
        ("action", "Open a second desk", [heard]),
        ("action", "Hire four clerks", [heard]),
    ]


def test_a_table_of_indicators_whose_name_stands_once_only_is_grouped_by_it() -> None:
    head = row("Result indicators", "Target", "Date to achieve target", tag="th")
    plan = plan_of("<h3>Ships come in safely</h3>" + table(head, row("Groundings per thousand calls", "2", "May 2031")))
    assert not plan.objectives


def test_steps_under_a_form_serve_its_strategy_and_have_the_name_in_bold_below_them() -> None:
    plan = plan_of(
        table(
            row("Measurable Outcome:", "Reading scores will rise from 40% to 50%."),
            row("Evidence-based Strategy:", "Teachers will read with small groups."),
        )
        + "<h2>Action Steps to Implement</h2>"
        "<p>Set up a weekly hour for planning.</p><p><b>Person Responsible</b> Ana Lee</p>"
        "<p>Train all teachers in the new books.</p><p><b>Person Responsible</b> Bo Park</p>"
    )
    assert [(a.owner, a.parents, a.category) for a in plan.actions] == [
        ("Ana Lee", ("objective-1",), None),
        ("Bo Park", ("objective-1",), None),
    ]


def test_the_next_heading_is_no_last_row_for_the_rule_under_it() -> None:
    sheet = Sheet()
    for number, cells in enumerate((("Action", "When"), ("Mend the pier", "May 2031"), ("Paint the boats", "June"))):
        top = 100 + 20 * number
        sheet.text(50, top, cells[0]).text(300, top, cells[1])
        sheet.across(top + 14, 50, 298).across(top + 14, 298, 500)
    sheet.text(50, 166, "Goal 2: Calm seas", size=14.0, bold=True).across(184, 50, 500)
    (found,) = find_tables(sheet.page())
    assert [cell.text for cell in found.cells if cell.row == found.rows - 1] == ["Paint the boats", "June"]
