"""Results frameworks, audit responses, milestones beside targets, key results, and what stands over or under them."""

from __future__ import annotations

from typing import Any

from objectives_parser import parse
from objectives_parser.document import Table, block_lines
from objectives_parser.layout.pages import page_blocks
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


def test_a_head_with_a_sign_over_the_numbers_begins_a_table_and_the_row_under_the_last_rule_belongs_to_it() -> None:
    sheet = Sheet()
    for top, title, row_text in ((100, "Roads", "Kilometres of road resealed in all"), (220, "Piers", "Piers mended")):
        sheet.text(50, top, title, size=16.0, bold=True)
        sheet.text(50, top + 24, "#", bold=True).text(80, top + 24, "Measure", bold=True)
        sheet.text(270, top + 24, "2030/31", bold=True)
        sheet.across(top + 38, 50, 400)
        sheet.text(50, top + 42, "1.1").text(80, top + 42, "Calls answered").text(270, top + 42, "90")
        sheet.across(top + 56, 50, 400)
        sheet.text(50, top + 60, "1.2").text(80, top + 60, row_text).text(270, top + 60, "40")
    found = find_tables(sheet.page())
    assert [table.rows for table in found] == [3, 3]
    assert [[cell.text for cell in table.cells if cell.row == 2] for table in found] == [
        ["1.2", "Kilometres of road resealed in all", "40"],
        ["1.2", "Piers mended", "40"],
    ]


def test_one_sentence_under_what_we_intend_to_achieve_is_the_aim_of_the_measures_beside_it() -> None:
    head = row("#", "Measure", "2029/30 actual", "2030/31 standard", tag="th")
    asked = "<h3>What we intend to achieve</h3><p>{}</p><h3>How we will assess our performance</h3>"
    plan = plan_of(
        f"<h2>Output class 1: Fishing</h2>{asked.format('Crews know what they may catch.')}"
        + table(head, row("1.1", "Rules sent out in time", "81%", "95%"), row("1.2", "Boats visited", "310", "400"))
        + f"<h2>Output class 2: Rescue</h2>{asked.format('Help comes soon.')}"
        + table(head, row("2.1", "Minutes to a call", "24", "15"))
    )
    aim, help_comes = "Crews know what they may catch.", "Help comes soon."
    assert told(plan) == [
        ("objective", aim, []),
        ("measure", "Rules sent out in time", [aim]),
        ("measure", "Boats visited", [aim]),
        ("objective", help_comes, []),
        ("measure", "Minutes to a call", [help_comes]),
    ]
    assert [m.target and m.target.text for m in plan.measures] == ["95%", "400", "15"]


def test_expected_results_beside_ticked_quarters_are_delivered() -> None:
    plan = plan_of(
        table(
            row("No.", "Activities", "Expected results", "Q1", "Q2", "Responsible", tag="th"),
            row("1.1", "Test the sirens in all ports", "Sirens tested", "X", "", "Port office"),
            row("1.2", "Train two crews", "Two crews trained", "", "X", "Rescue service"),
        )
    )
    assert told(plan) == [
        ("action", "Test the sirens in all ports", []),
        ("milestone", "Sirens tested", ["Test the sirens in all ports"]),
        ("action", "Train two crews", []),
        ("milestone", "Two crews trained", ["Train two crews"]),
    ]


def test_what_is_reached_by_a_date_in_bold_under_a_goal_tells_of_it() -> None:
    plan = plan_of(
        "<h2>Goal 1: Safe harbours</h2><h3>What we will do</h3><ul><li>Light all piers</li></ul>"
        "<p><b>By 2031:</b> 40 harbours have a lifeboat</p>"
        "<h2>Goal 2: Full boats</h2><h3>What we will do</h3><ul><li>Hire crews</li></ul>"
        "<p><b>By 2031:</b> our crews stay three years and half of them are women</p>"
    )
    assert [(m.text, m.parents, m.due and m.due.text) for m in plan.measures] == [
        ("40 harbours have a lifeboat", ("objective-1",), "By 2031"),
        ("our crews stay three years and half of them are women", ("objective-2",), "By 2031"),
    ]


def test_signs_for_what_is_counted_begin_measures_behind_semicolons() -> None:
    plan = plan_of(
        table(row("Action", "Measures", tag="th"), row("Hire crews", "# of trainees; % who stay for a year"))
    )
    assert [measure.text.rstrip(";") for measure in plan.measures] == ["# of trainees", "% who stay for a year"]


def test_a_label_at_the_end_of_a_heading_is_that_of_the_statement_under_it() -> None:
    plan = plan_of(
        "<h2>Prosperous ports: Stretch Outcome 4</h2><h3>Nine in ten crews will earn a living wage by 2031</h3>"
        + table(row("Key drivers", "Project", tag="th"), row("Fair pay at sea", "Publish all wages"))
    )
    first = plan.objectives[0]
    assert (first.label, first.category) == ("Stretch Outcome 4", "Prosperous ports")
    assert first.text == "Nine in ten crews will earn a living wage by 2031"


def test_a_column_of_a_heading_and_one_bulleted_line_stands_apart() -> None:
    sheet = Sheet()
    sheet.text(50, 100, "Strategies", size=14.0, bold=True).text(330, 100, "Measures", size=14.0, bold=True)
    sheet.text(58, 120, "• Offer all crews a berth").text(338, 120, "• Turnover of crews")
    sheet.text(58, 138, "• Build a ladder of grades")
    blocks = [block for block in page_blocks((sheet.page(),)) if not isinstance(block, Table)]
    strips = [" ".join(line.text for line in block_lines(block)) for block in blocks]
    assert [strip.lstrip("• ") for strip in strips] == [
        "Strategies", "Offer all crews a berth", "Build a ladder of grades", "Measures", "Turnover of crews"
    ]  # fmt: skip


def test_a_framework_with_its_levels_in_bold_dated_lead_ins_and_activities_below() -> None:
    plan = plan_of(
        table(
            row("Impact the project is aligned with: Coasts that feed their people", wide=3),
            row("Results chain", "Performance indicators", "Risks", tag="th"),
            row("<b>Outcome</b><br>Crews earn more from their catch",
                "By 2031:<br>a. Income of crews up by 20%<br>b. Waste down to 5% of the catch", "Storms"),
            row("<b>Output 1</b><br>Ice is made in all ports",
                "By 2030:<br>1a. Nine ice plants built<br>1b. Forty operators trained", "Power cuts"),
            row("Key activities with milestones", wide=3),
            row("1. Ice is made in all ports<br>1.1 Buy the land (Q2 2028)<br>1.2 Build the plants (Q1 2030)", wide=3),
        )
    )  # fmt: skip
    impact, outcome, output = (
        "Coasts that feed their people", "Crews earn more from their catch", "Ice is made in all ports"
    )  # fmt: skip
    assert told(plan) == [
        ("objective", impact, []),
        ("objective", outcome, [impact]),
        ("measure", "Income of crews up by 20%", [outcome]),
        ("measure", "Waste down to 5% of the catch", [outcome]),
        ("objective", output, [outcome]),
        ("measure", "Nine ice plants built", [output]),
        ("measure", "Forty operators trained", [output]),
        ("action", "Buy the land (Q2 2028)", [output]),
        ("action", "Build the plants (Q1 2030)", [output]),
    ]
    assert [m.due and m.due.text for m in plan.measures] == ["By 2031", "By 2031", "By 2030", "By 2030"]
    assert [m.label for m in plan.measures] == ["a", "b", "1a", "1b"]


def test_milestones_of_one_cell_keep_the_dates_that_they_end_with() -> None:
    plan = plan_of(
        table(
            row("Commitment", "Key milestones", "Deadline", tag="th"),
            row("Open ports", "<ul><li>Act amended – May 2031</li><li>All open – July 2031</li></ul>", "31 July 2031"),
            row("Hire crews", "<ul><li>Posts advertised</li><li>Crews at sea</li></ul>", "30 June 2031"),
        )
    )  # fmt: skip
    assert [m.due and m.due.text for m in plan.milestones] == ["May 2031", "July 2031", "30 June 2031", "30 June 2031"]


def test_goals_on_dark_boxes_over_light_ones_side_by_side_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    for number, (goal, deed) in enumerate((("Safer seas", "Patrol at night"), ("Fair pay", "Publish all wages"))):
        x = 50 + 180 * number
        sheet.fill("#0d1b3e", x, 100, x + 170, 140).fill("#eef1f8", x, 140, x + 170, 220)
        sheet.text(x + 8, 110, f"{number + 1}. {goal}", bold=True, size=12.0)
        sheet.text(x + 8, 150, "We will", bold=True).text(x + 8, 166, deed)
    blocks = page_blocks((sheet.page(),))
    told_in_order = [line.text for block in blocks for line in block_lines(block)]
    assert told_in_order == [
        "1. Safer seas",
        "We will",
        "Patrol at night",
        "2. Fair pay",
        "We will",
        "Publish all wages",
    ]
