"""How agencies, schools and cities of one country print plans: worksheets with rows of names over rows of values,
budget pages with names beside their text, initiatives over objectives, deeds over captioned lists."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.layout.tables import find_tables
from objectives_parser.recognizers.owner_lists import are_names
from objectives_parser.roles import counting_words, printed_label
from tests.sheets import Sheet, texts


def read(text: str, name: str = "plan.md") -> Plan:
    return parse(text.encode(), name=name)


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (record.kind, record.text, record.parents)
        for record in sorted(plan.records, key=lambda record: record.where[0].start)
    ]


# --- rows of names over rows of values --------------------------------------------------------------------------------


def worksheet(*rows: tuple[str, ...]) -> str:
    """A table of two columns; a row of one cell is over both."""
    body = "".join(
        "<tr>" + "".join(f"<td{' colspan=2' if len(row) == 1 else ''}>{cell}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<html><body><table>{body}</table></body></html>"


WORKSHEET = worksheet(
    ("<b>Proposed action:</b>", "<b>Hazards addressed:</b>"),
    ("Raise the pump house above the flood line.", "Flood"),
    ("<b>Reason for the action:</b>",),
    ("The pumps have stood under water twice.",),
    ("<b>Ideas for implementation:</b>",),
    ("<ul><li>Survey the pump house</li><li>Apply for a grant of the state</li></ul>",),
    ("<b>Coordinating organization:</b>", "<b>Timeline:</b>"),
    ("Harbour Board", "2031"),
)


def test_a_row_of_names_stands_over_what_they_name() -> None:
    deed, survey, grant = read(WORKSHEET, "plan.html").actions
    assert (deed.text, deed.owner) == ("Raise the pump house above the flood line.", "Harbour Board")
    assert deed.due is not None and deed.due.text == "2031"
    assert [survey.text, grant.text] == ["Survey the pump house", "Apply for a grant of the state"]
    assert survey.parents == grant.parents == (deed.id,)


def test_a_header_over_several_rows_is_no_row_of_names() -> None:
    rows = (("<b>Action</b>", "<b>Lead</b>"), ("Mend the roof", "Works"), ("Paint the hall", "Parks"))
    plan = read(worksheet(*rows, ("<b>Step</b>", "<b>Timeline</b>"), ("Call the mason", "2031")), "plan.html")
    assert {"Mend the roof", "Paint the hall"} <= {record.text for record in plan.actions}


# --- names beside their text ------------------------------------------------------------------------------------------


def budget() -> Sheet:
    sheet = Sheet()
    for top, name, text in ((100, "City Goal:", "Keep the river clean"), (118, "Department Goal:", "Treat all water")):
        sheet.text(50, top, name, bold=True).text(180, top, text)
    sheet.text(50, 136, "Department", "Objective:", bold=True).text(180, 136, "Close two old", "outfalls")
    sheet.text(50, 172, "Performance", "Measures:", bold=True)
    return sheet


def test_names_with_colons_begin_rows_and_the_last_is_a_caption() -> None:
    (table,) = find_tables(budget().page())
    assert texts(table) == [
        ["City Goal:", "Keep the river clean"],
        ["Department Goal:", "Treat all water"],
        ["Department Objective:", "Close two old outfalls"],
    ]


FORM = """<html><body><h1>Goals and measures</h1>
<table><tr><td><b>City Goal:</b></td><td>Keep the river clean for all</td></tr>
<tr><td><b>Department Goal:</b></td><td>Treat all the water of the town</td></tr>
<tr><td><b>Department Objective:</b></td><td>Close the two old outfalls</td></tr></table>
<h2>Performance Measures</h2>
<table><tr><th></th><th>FY 2030</th><th>FY 2031</th></tr><tr><td>Outfalls closed</td><td>1</td><td>2</td></tr>
<tr><td>Fish counted at the weir</td><td>200</td><td>300</td></tr></table>
</body></html>"""


def test_aims_of_other_names_serve_the_one_above_and_measures_the_last() -> None:
    plan = read(FORM, "plan.html")
    city, department, objective = plan.objectives
    assert (department.parents, objective.parents) == ((city.id,), (department.id,))
    assert [(measure.text, measure.parents) for measure in plan.measures] == [
        ("Outfalls closed", (objective.id,)),
        ("Fish counted at the weir", (objective.id,)),
    ]


def test_a_form_below_a_numbered_line_serves_that_line() -> None:
    rows = "".join(
        f"<tr><td><b>{name}</b></td><td>{text}</td></tr>"
        for name, text in (
            ("Baseline:", "seven in ten stay (2029)"),
            ("Target:", "nine in ten nurses stay a second year"),
            ("Activities:", "<ul><li>Open a nursery for staff</li><li>Pay for night buses</li></ul>"),
        )
    )
    plan = read(
        f"<html><body><h2>Objective 2.1</h2><p>Keep more of our nurses.</p><table>{rows}</table></body></html>",
        "p.html",
    )
    (objective,) = plan.objectives
    assert [record.parents for record in (*plan.measures, *plan.actions)] == [(objective.id,)] * 3


# --- labels -----------------------------------------------------------------------------------------------------------

INITIATIVES = """# Plan of the college

## Strategic Initiative 1: Keep more students

Objective 1.1: Nine in ten come back for a second year.

- Open the library at night.
- Hire two advisers.

## Strategic Initiative 2: Grow the night school

Objective 2.1: Enrol two hundred adults.

- Sign agreements with four unions.
"""


def test_initiatives_over_objectives_are_aims() -> None:
    plan = read(INITIATIVES)
    first, back, second, adults = plan.objectives
    assert (first.label, second.label) == ("Strategic Initiative 1", "Strategic Initiative 2")
    assert (back.parents, second.parents, adults.parents) == ((first.id,), (), (second.id,))
    assert [deed.parents for deed in plan.actions] == [(back.id,), (back.id,), (adults.id,)]


def test_initiatives_under_objectives_are_deeds() -> None:
    aims = "## Objective 1: Clean streets\n\nInitiative 1: Sweep at night\n\n## Objective 2: Safe parks\n\n"
    plan = read(f"{aims}Initiative 2: Light the paths\n")
    assert [deed.text for deed in plan.actions] == ["Sweep at night", "Light the paths"]


def test_a_text_may_count_its_statements_by_a_word_of_its_own() -> None:
    lines = ["Program 3.1: Mend the roofs", "Program 3.2: Paint the halls", "Program 4.1: Light the quay"]
    assert counting_words(lines) == {"Program"}
    assert not counting_words(line.replace("Program", "Figure") for line in lines)
    assert not counting_words(lines[:2])


def test_a_cell_with_a_numbered_label_is_one_statement() -> None:
    rows = [
        "| Program 3.1: Mend all the roofs. Paint the halls under them. | Ongoing |",
        "| Program 3.2: Light the quay at night. | 2031 |",
        "| Program 3.3: Build a shelter for buses. Train those who keep it. | 2032 |",
    ]
    plan = read("\n".join(["| Program | Timeline |", "|---|---|", *rows]))
    assert [(deed.label, deed.text) for deed in plan.actions] == [
        ("Program 3.1", "Mend all the roofs. Paint the halls under them."),
        ("Program 3.2", "Light the quay at night."),
        ("Program 3.3", "Build a shelter for buses. Train those who keep it."),
    ]


def test_a_letter_may_stand_before_a_number_of_several_levels() -> None:
    label = printed_label("T 4.2.1 Apply for a grant")
    assert label is not None and label.text == "T 4.2.1"
    assert printed_label("A 1.5 Degree rise") is None


# --- deeds over captioned lists ---------------------------------------------------------------------------------------


def captioned(gap: str, bullet: str) -> str:
    deeds = (
        ("Pair new students with older ones in their first term.", "Pairs that meet each week", "Spring 2031"),
        ("Hold workshops on how to study.", "One workshop a term", "Fall 2031"),
        ("Found more clubs for students.", "Clubs that students join", "Spring 2032"),
    )
    lines = [
        "Goal 1: Keep more students",
        "The college keeps seven in ten of its students, fewer than its neighbours do, because many of them work at "
        "night, live far from the town and know nobody here when they come; so it will help them find each other.",
        "Objective: Help students find each other",
        "Strategies:",
    ]
    for deed, measure, when in deeds:
        lines += [deed, "Measurement", f"{bullet}{measure}", "Timeline", f"{bullet}{when}"]
        lines += ["Responsible Party", f"{bullet}Dean of Students; Academic advisers"]
    return gap.join(lines) + "\n"


@pytest.mark.parametrize("text", [captioned("\n\n", "  • "), captioned("\n", "- ")], ids=["empty lines", "none"])
def test_strategies_over_captioned_lists_are_deeds_of_the_aim_above(text: str) -> None:
    plan = read(text, "plan.txt")
    objective = plan.objectives[-1]
    assert objective.text == "Help students find each other"
    assert [deed.parents for deed in plan.actions] == [(objective.id,)] * 3
    assert [deed.owner for deed in plan.actions] == ["Dean of Students; Academic advisers"] * 3
    assert [deed.due and deed.due.text for deed in plan.actions] == ["Spring 2031", "Fall 2031", "Spring 2032"]
    assert [measure.parents for measure in plan.measures] == [(deed.id,) for deed in plan.actions]


def test_names_with_semicolons_between_them() -> None:
    assert are_names("Dean of Students; Registrar; area wardens")
    assert not are_names("Dean of Students; Plant the trees")


# --- text -------------------------------------------------------------------------------------------------------------


def test_one_letter_at_the_head_of_each_line_is_a_lost_bullet() -> None:
    text = "\n".join(
        [
            "GOAL",
            "Tell the public how the harbour fares.",
            "n Post the tides each morning.",
            "n Print a map of the quays.",
            "n Open the log to all.",
            "n Hold a day of open boats.",
        ]
    )
    plan = read(text, "plan.txt")
    (goal,) = plan.objectives
    assert [(deed.text, deed.parents) for deed in plan.actions] == [
        ("Post the tides each morning.", (goal.id,)),
        ("Print a map of the quays.", (goal.id,)),
        ("Open the log to all.", (goal.id,)),
        ("Hold a day of open boats.", (goal.id,)),
    ]


def test_fields_in_wrapped_lines_begin_anew() -> None:
    text = """RESPONSE TO THE AUDIT
Contact person for the response: Ann Lee, Treasurer
There is a finding of the auditors that each purchase of the
district needs an order and an invoice before it is paid.
Corrective action: The district will check each purchase for an
order and an invoice before anything is paid.
Anticipated completion date: June 2031
"""
    (deed,) = read(text, "plan.txt").actions
    assert deed.text == "The district will check each purchase for an order and an invoice before anything is paid."
    assert deed.due is not None and deed.due.text == "June 2031"


def test_a_name_under_action_owner_is_no_row_of_a_table() -> None:
    text = """Plan of the college

Strategic Action 1

Build on what already works in advising students.

Action Owner

Mary Smith and John Doe

Goal 1

Keep nine in ten of the students who come this fall.

Goal Owner

John Doe

Strategic Action 2

Make the campus a place where all are at home.

Action Owner

Ann Lee and Max Roe

Goal 1

Train all leaders of the clubs in how to greet the new.

Goal Owner

Ann Lee
"""
    plan = read(text, "plan.txt")
    assert told(plan) == [
        ("objective", "Build on what already works in advising students.", ()),
        ("objective", "Keep nine in ten of the students who come this fall.", ("objective-1",)),
        ("objective", "Make the campus a place where all are at home.", ()),
        ("objective", "Train all leaders of the clubs in how to greet the new.", ("objective-3",)),
    ]


def test_commands_under_a_lead_in_are_its_items_a_line_each() -> None:
    text = "\n".join(
        [
            "Planned corrective actions",
            "The board has met the auditors and agrees with them; " * 5
            + "so it has called in an accountant to help with the following scope of work:",
            "Review all balances of the fund.",
            "Write a schedule with the dates on which the books close.",
            "Check all accounts of the ledger.",
            "File each report that a grant asks for.",
        ]
    )
    assert [deed.text for deed in read(text, "plan.txt").actions] == [
        "Review all balances of the fund.",
        "Write a schedule with the dates on which the books close.",
        "Check all accounts of the ledger.",
        "File each report that a grant asks for.",
    ]


# --- budget pages -----------------------------------------------------------------------------------------------------

MEASURES = """<table><tr><td colspan=4>PERFORMANCE MEASURES</td></tr>
<tr><td></td><td>PY Actual</td><td>CY Estimate</td><td>Projected</td></tr>
<tr><td>Workload/Output:<br>Acres of park mown</td><td>280</td><td>280</td><td>290</td></tr>
<tr><td>Number of playgrounds kept</td><td>16</td><td>16</td><td>17</td></tr></table>"""


def test_a_title_goes_into_the_empty_corner_of_the_header() -> None:
    plan = read(f"<html><body><h1>Parks</h1>{MEASURES}</body></html>", "plan.html")
    assert [measure.text for measure in plan.measures] == ["Acres of park mown", "Number of playgrounds kept"]


def test_a_title_over_a_header_without_an_empty_corner_stays() -> None:
    table = "<table><tr><td colspan=2>Performance measures</td></tr><tr><td>Action</td><td>Lead</td></tr>"
    plan = read(f"<html><body>{table}<tr><td>Mend the roof</td><td>Works</td></tr></table></body></html>", "plan.html")
    assert [deed.text for deed in plan.actions] == ["Mend the roof"] and not plan.measures


LISTS = f"""<html><body><h1>Goals, objectives and measures</h1>
<p>Goals:</p><ul><li>To keep the parks of the town in good order.</li><li>To give all a safe place to play.</li></ul>
<p>Objectives:</p>
<ul><li>To keep mowing at the level of today.<ul><li>0-3 Years Short Term</li></ul></li>
<li>To mend all swings within a week.<ul><li>Long-term (5-10 years)</li></ul></li></ul>
{MEASURES}</body></html>"""


def test_objectives_behind_goals_may_serve_any_and_a_term_is_no_objective() -> None:
    plan = read(LISTS, "plan.html")
    keep, play, mow, mend = plan.objectives
    assert mow.parents == mend.parents == (keep.id, play.id)
    assert [measure.parents for measure in plan.measures] == [(mow.id, mend.id)] * 2


SAID = "The parks of the town are kept in good order by its crews, who mow and mend and sow in all weathers."


def bars(*, underlined: bool) -> Sheet:
    """Two shaded bars with titles over the page's width, paragraphs under the first, a ruled table under the other."""
    sheet = Sheet()
    for top, title in ((80, "GOALS AND OBJECTIVES"), (260, "PERFORMANCE MEASURES")):
        sheet.fill("#1f4e79", 50, top, 550, top + 20).text(55, top + 5, title, bold=True)
    if underlined:
        sheet.text(50, 105, "Objectives:").across(117, 50, 105)
    for at in range(10):
        sheet.text(50 if at % 3 else 70, 122 + 13 * at, SAID[: 92 if at % 3 else 60])
        if at % 3 == 0:
            sheet.text(54, 122 + 13 * at, "•")
    for top, row in ((290, ("Acres mown", "16", "17")), (310, ("Swings mended", "5", "6")), (330, ("Trees", "8", "9"))):
        for left, text in zip((55, 330, 450), row, strict=True):
            sheet.text(left, top, text)
        for left, right in ((50, 320), (320, 440), (440, 550)):
            sheet.across(top + 15, left, right)
    return sheet


@pytest.mark.parametrize("underlined", [False, True])
def test_bars_over_two_parts_of_a_page_bound_no_row(*, underlined: bool) -> None:
    tables = find_tables(bars(underlined=underlined).page())
    said = " ".join(cell for table in tables for row in texts(table) for cell in row)
    assert "Acres mown" in said and "crews" not in said


def test_bands_only_part_a_form_that_names_its_subject() -> None:
    rows = (
        ("Action number:", "3"),
        ("Mitigation action name:", "Wider culvert on Mill Road"),
        ("Assessing the Risk",),
        ("Hazard addressed:", "Flood"),
        ("Plan for Implementation",),
        ("Responsible organization:", "Town Engineer"),
        ("Timeframe:", "Within 2 years"),
    )
    (deed,) = read(worksheet(*rows), "plan.html").actions
    assert (deed.text, deed.owner) == ("Wider culvert on Mill Road", "Town Engineer")


def test_an_item_left_open_is_completed_by_what_is_nested_under_it() -> None:
    text = (
        "## Goals\n\n- Fewer people fall ill.\n- By 2031, reduce the share of adults who are\n"
        "  - Obese from 28% to 26%\n  - Overweight from 64% to 60%\n"
    )
    assert [aim.text for aim in read(text).objectives] == [
        "Fewer people fall ill.",
        "By 2031, reduce the share of adults who are Obese from 28% to 26% Overweight from 64% to 60%",
    ]
