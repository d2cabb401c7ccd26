"""Bars of colour over columns and tables, and the codes, years and dates in front of what they number and date."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from objectives_parser import Plan, parse
from objectives_parser.layout.tables import find_tables
from objectives_parser.layout.tables.rowing import row_borders
from objectives_parser.layout.tables.text_rows import text_rows
from objectives_parser.recognizers.row_kinds import table_rows
from objectives_parser.roles import default_vocabulary, heading_role, lead_in_role, printed_label
from tests.sheets import Sheet, texts


def read(body: str) -> Plan:
    return parse(f"<html><body>{body}</body></html>".encode(), name="plan.html")


def links(plan: Plan) -> list[tuple[str, str, str | None]]:
    """Kind, label or text, and the same of the first parent."""
    names = {record.id: record.label or record.text for record in plan.records}
    return [
        (record.kind, names[record.id], names[record.parents[0]] if record.parents else None) for record in plan.records
    ]


def bar_over_table(pdf: Canvas, top: float) -> None:
    """A title on a bar, a line under it, names of columns over a rule, and two rows over rules."""
    xs = (60, 90, 290, 390, 460)
    pdf.setFillGray(0.2)
    pdf.rect(55, top - 6, 490, 20, stroke=0, fill=1)
    pdf.setFillGray(1)
    pdf.drawString(60, top, "Pillar: Boats that run on time")
    pdf.setFillGray(0)
    pdf.drawString(60, top - 24, "By March 2031: Nine boats in ten leave within a minute of their time.")
    rows = [
        ("#", "Action", "Owner", "By when", "How we will know"),
        ("1", "Hire six pilots for the night", "Crew Office", "May 2030", "Pilots hired"),
        ("2", "Print the timetable in two languages", "Press Office", "June 2030", "Timetable out"),
    ]
    pdf.setLineWidth(0.5)
    for number, row in enumerate(rows):
        y = top - 44 - 20 * number
        for x, cell in zip(xs, row, strict=True):
            pdf.drawString(x, y, cell)
        pdf.line(55, y - 6, 545, y - 6)


def test_a_bar_and_a_line_over_a_table_are_none_of_its_rows_and_its_dated_aim_is_what_it_is_for() -> None:
    file = io.BytesIO()
    pdf = Canvas(file)
    pdf.setFont("Helvetica", 9)
    bar_over_table(pdf, 700)
    pdf.save()
    plan = parse(file.getvalue(), name="plan.pdf")
    aim = "Nine boats in ten leave within a minute of their time."
    assert [(record.text, record.due.text if record.due else None) for record in plan.objectives] == [
        (aim, "By March 2031")
    ]
    assert [(record.text, record.owner) for record in plan.actions] == [
        ("Hire six pilots for the night", "Crew Office"),
        ("Print the timetable in two languages", "Press Office"),
    ]
    assert [record.text for record in plan.measures] == ["Pilots hired", "Timetable out"]
    assert all(record.parents == (plan.objectives[0].id,) for record in plan.actions)


def test_rules_under_the_headings_of_two_columns_bound_no_table_over_whose_end_a_sentence_goes_on() -> None:
    sheet = Sheet().fill("#004040", 45, 90, 560, 120).text(50, 98, "Dredge the channel of the harbour")
    sheet.text(50, 130, "Actions").across(144, 45, 290)
    sheet.text(
        50, 150, *["plant trees along the quay and in the yards of", "all schools so that they give shade in"] * 4
    )
    sheet.text(
        310, 130, *["hire six pilots for the night who speak the", "tongue of the islands and know the rocks."] * 3
    )
    sheet.text(310, 210, "Measures").across(224, 310, 560).text(
        310, 230, "pilots hired", "trees that stand after a year"
    )
    assert not any(table.way == "filled" for table in find_tables(sheet.page()))


def test_lines_that_all_go_on_in_small_letters_are_one_row() -> None:
    names, first, rest = (
        ("2030", "2040", "2050"),
        ("Cut waste by", "Sail all boats", "Heat every home"),
        ("half", "by wind", "from the sea"),
    )
    sheet = Sheet()
    for number, row in enumerate((names, first, rest)):
        for x, cell in zip((50, 200, 350), row, strict=True):
            sheet.text(x, 100 + 12 * number, cell)
    words = sheet.page().words
    lines = [[word for word in words if word.bbox and word.bbox[1] == 100 + 12 * number] for number in range(3)]
    assert len(row_borders(text_rows(lines, (180.0, 330.0)))) == 1


def test_a_bar_in_light_letters_names_the_rows_below_it() -> None:
    sheet = Sheet().grid((50, 250, 350, 450), (100, 120, 140, 160, 180, 200))
    rows = [
        ("Milestones & Initiatives", "Timeline", "Lead"),
        ("On the water", "", ""),
        ("Build a second pier", "2031", "Works"),
        ("On land", "", ""),
        ("Plant a hedge along the road", "2032", "Parks"),
    ]
    for number, row in enumerate(rows):
        light = {"color": "#ffffff" if not row[1] else "#000000"}
        if not row[1]:
            sheet.fill("#102030", 50, 100 + 20 * number, 450, 120 + 20 * number)
        for x, cell in zip((54, 254, 354), row, strict=True):
            sheet.text(x, 105 + 20 * number, cell, **light)
    (table,) = find_tables(sheet.page())
    assert len(texts(table)) == len(rows)
    kinds = [row.kind for row in table_rows(table, default_vocabulary())]
    assert kinds == ["header", "section", "body", "section", "body"]


def test_commands_under_milestones_and_initiatives_are_actions() -> None:
    plan = read(
        "<table><tr><th>Milestones and initiatives</th><th>Timeline</th><th>Lead</th></tr>"
        "<tr><td>Build a second pier</td><td>2031</td><td>Works</td></tr>"
        "<tr><td>First night boat in service</td><td>2032</td><td>Ferries</td></tr></table>"
    )
    assert [record.text for record in plan.actions] == ["Build a second pier"]
    assert [record.text for record in plan.milestones] == ["First night boat in service"]


def test_a_label_bears_the_year_of_its_plan() -> None:
    label = printed_label("2035 OBJECTIVE 9")
    assert label is not None and (label.text, label.role) == ("2035 OBJECTIVE 9", "objective")
    assert printed_label("2035 Target: 40 boats") is None


def test_a_number_names_the_sister_of_the_aim_that_stands_nearest() -> None:
    plan = read(
        "<p>2035 OBJECTIVE 9</p><p>Halve the waste of all kitchens.</p><p>2035 OBJECTIVE 10</p>"
        "<p>Mend nine things in ten.</p><h3>Actions to be completed before 2030</h3>"
        "<p>9A Bins — Give every home a bin for peelings.</p><p>9B Gardens — Teach gardeners to make compost.</p>"
        "<p>10A Tools — Open a library of tools.</p>"
    )
    assert [parent for kind, _, parent in links(plan) if kind == "action"] == [
        "2035 OBJECTIVE 9", "2035 OBJECTIVE 9", "2035 OBJECTIVE 10",
    ]  # fmt: skip
    assert [record.label for record in plan.actions] == ["9A", "9B", "10A"]


def test_titles_with_codes_group_what_is_commanded_under_them() -> None:
    cards = {
        "B-1": ("Warm homes", "By 2031, prohibit boilers that burn oil. The rule has exemptions."),
        "B-2": ("Lead the way", "Install panels on the town hall and both libraries."),
        "T-1": ("Streets for people", "Build a bridge for walkers over Mill Street."),
    }
    plan = read("".join(f"<h3>{code} {title}</h3><p>{said}</p>" for code, (title, said) in cards.items()))
    assert [(record.kind, record.label, record.category, record.text) for record in plan.records] == [
        ("action", code, title, said) for code, (title, said) in cards.items()
    ]


def test_headings_and_lead_ins_that_announce_in_other_words() -> None:
    role = heading_role("ACTIONS TO BE COMPLETED BEFORE 2031")
    assert role is not None and role.role == "action"
    assert lead_in_role("For each of these services we will measure:") == "measure"
    assert lead_in_role("The plan for the sector foresees to:") == "action"
    assert lead_in_role("Sector targets are:") == "objective"
    label = printed_label("Unconditional target: Cut emissions by a tenth")
    assert label is not None and (label.role, label.level) == ("objective", "target")


def test_measures_with_codes_that_are_taken() -> None:
    cards = [("W-1", "Replace lawns with plants that need little water."), ("W-2", "Extend the pipes to the park.")]
    cards += [("W-3", "Require meters in all new homes.")]
    plan = read(
        "<p>Goal 5: Use every drop of water twice.</p>"
        + "".join(
            f"<h3>Measure {code}: Saving</h3><p>{said}</p><h4>Implementation steps</h4><ul><li>Train two gardeners</li>"
            "</ul><h4>Performance indicators</h4><ul><li>90% of homes by 2031</li></ul>"
            for code, said in cards
        )
    )
    deeds = [record for record in plan.actions if record.label]
    assert [(record.label, record.text) for record in deeds] == [(f"Measure {code}", said) for code, said in cards]
    assert all(record.parents == (plan.objectives[0].id,) for record in deeds)
    assert [measure.parents for measure in plan.measures] == [(deed.id,) for deed in deeds]


def test_strategies_are_aims_where_their_label_heads_milestones() -> None:
    plan = read(
        "<h2>Goal Statement</h2><p>By September 30, 2031, train nine crews for the night.</p>"
        "<table><tr><th>Strategy</th><th>Description</th><th>Lead</th></tr>"
        "<tr><td>Strategy 1: Reach sailors early</td><td>Two officers will stand at the gate.</td><td>Crews</td></tr>"
        "<tr><td>Strategy 2: Know what works</td><td>Records will be matched.</td><td>Data</td></tr></table>"
        "<h2>Key Milestones</h2><table><tr><th>Milestone</th><th>Due date</th><th>Status</th></tr>"
        "<tr><td colspan=3>Strategy 1</td></tr><tr><td>Officers at both gates</td><td>Q2 FY31</td><td>Done</td></tr>"
        "<tr><td colspan=3>Strategy 2</td></tr><tr><td>First report out</td><td>Q4 FY31</td><td>Late</td></tr></table>"
    )
    names = {record.id: record.label for record in plan.records}
    assert [names[milestone.parents[0]] for milestone in plan.milestones] == ["Strategy 1", "Strategy 2"]
    assert [record.label for record in plan.objectives if record.label] == ["Strategy 1", "Strategy 2"]


def test_each_part_of_a_plan_has_its_goal_and_tips_for_readers_are_none() -> None:
    part = (
        "<h1>{name}</h1><p>Much has been done.</p><p>GOAL</p><p>{goal}</p><p>WHAT YOU CAN DO</p>"
        "<ul><li>Sweep your drive with a broom.</li><li>Report leaks to the council.</li></ul>"
        "<h2>Actions</h2><table><tr><th>Action</th><th>Who</th></tr><tr><td>{deed}</td><td>Works</td></tr></table>"
    )
    plan = read(
        part.format(name="Water", goal="Everybody can swim in the river.", deed="Mend the weir")
        + part.format(name="Land", goal="Everybody lives close to a park.", deed="Open two parks")
    )
    goals = {record.id: record.text for record in plan.objectives}
    assert sorted(goals.values()) == ["Everybody can swim in the river.", "Everybody lives close to a park."]
    assert [goals[action.parents[0]] for action in plan.actions] == list(goals.values())


def test_a_table_of_completion_tells_how_far_what_is_above_it_has_come() -> None:
    steps = "<th>Not started</th><th>Limited</th><th>Substantial</th><th>Complete</th>"
    plan = read(
        "<h1>Commitment 4. Opening of the register of ferries</h1><h3>Commitment text:</h3>"
        "<p>To publish online, in open formats, the names of all owners of ferries.</p><h3>Milestones:</h3>"
        "<ul><li>4.1. Inventory of all ferries</li><li>4.2. Launch of the map</li></ul>"
        f"<table><tr><th rowspan=2>Commitment overview</th><th colspan=4>Completion</th></tr><tr>{steps}</tr>"
        "<tr><td>4. Overall</td><td></td><td></td><td>X</td><td></td></tr>"
        "<tr><td>4.1. Inventory</td><td></td><td></td><td></td><td>X</td></tr>"
        "<tr><td>4.2. Map</td><td></td><td>X</td><td></td><td></td></tr></table>"
    )
    assert {record.label: record.status for record in plan.records} == {
        "Commitment 4": "Substantial", "4.1": "Complete", "4.2": "Limited", None: None,
    }  # fmt: skip
    commitment = next(record for record in plan.actions if record.label)
    assert len(plan.records) == 4
    assert all(record.parents == (commitment.id,) for record in plan.records if record is not commitment)
