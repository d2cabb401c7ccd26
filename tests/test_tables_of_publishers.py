"""Tables as publishers draw them: names over the table, bands that list, heads again, shaded bars around rules."""

from __future__ import annotations

from itertools import pairwise

import attrs

from objectives_parser import parse
from objectives_parser.document import Cell, Line, Paragraph, Table
from objectives_parser.layout.flow.side_labels import side_labels
from objectives_parser.layout.flow.strips import strips_of
from objectives_parser.layout.stitching import _Said
from objectives_parser.layout.tables import _spoils
from objectives_parser.layout.tables.own_ends import with_own_ends
from objectives_parser.reading import recognize
from tests.factories import Text
from tests.sheets import Sheet, texts

Said = list[tuple[str, str, str | None]]


def said(body: str) -> Said:
    """Kind, text and parent's text of each record of a page."""
    plan = parse(f"<html><body>{body}</body></html>".encode(), name="plan.html")
    texts = {record.id: record.text for record in plan.records}
    return [(record.kind, record.text, texts[record.parents[0]] if record.parents else None) for record in plan.records]


def rows(*lines: str) -> str:
    """A table; cells parted by bars, a line with one cell over the whole width of three."""
    cells = [line.split("|") for line in lines]
    body = ["".join(f'<td colspan="{3 if len(row) == 1 else 1}">{cell}</td>' for cell in row) for row in cells]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in body) + "</table>"


def test_rows_that_tell_whose_the_table_is_stand_over_its_head() -> None:
    table = (
        '<table><tr><td>Name</td><td colspan="2">Ada Field</td></tr>'
        '<tr><td>Department</td><td colspan="2">Ministry of Ferries</td></tr>'
        '<tr><td>Performance period</td><td colspan="2">April 2031 to March 2032</td></tr>'
        "<tr><td>Objective</td><td>Performance measures</td><td>Milestones</td></tr>"
        "<tr><td>Open the night crossing to the islands</td><td>Nine crossings in ten leave on time</td>"
        "<td>First boat leaves by July 2031</td></tr>"
        "<tr><td>Renew the fleet within its budget</td><td>Costs stay below the estimate</td>"
        "<td>Order placed by May 2031</td></tr></table>"
    )
    assert [(kind, text) for kind, text, _ in said(table)] == [
        ("objective", "Open the night crossing to the islands"),
        ("objective", "Renew the fleet within its budget"),
        ("measure", "Nine crossings in ten leave on time"),
        ("measure", "Costs stay below the estimate"),
        ("milestone", "First boat leaves by July 2031"),
        ("milestone", "Order placed by May 2031"),
    ]


def test_bands_that_name_one_kind_in_two_ways_are_sections() -> None:
    table = rows(
        "Objective|Measures|Milestones",
        "Business delivery objectives",
        "Open the night crossing|Nine boats in ten leave on time|First boat leaves in July 2031",
        "Corporate objectives",
        "Renew the fleet|Costs stay below the estimate|Order placed in May 2031",
    )
    plan = parse(f"<html><body>{table}</body></html>".encode(), name="plan.html")
    assert [objective.category for objective in plan.objectives] == [
        "Business delivery objectives",
        "Corporate objectives",
    ]


def test_a_band_lists_measures_of_the_aim_above_it() -> None:
    table = rows(
        "<b>Priority 1: To raise attainment in writing</b>",
        "Success criteria<ul><li>Seven pupils in ten write well</li><li>All books are marked</li></ul>",
        "Actions|Who|By when",
        "Buy a scheme for spelling|English lead|May 2031",
    )
    found = said(table)
    aim = "To raise attainment in writing"
    assert ("measure", "Seven pupils in ten write well", aim) in found
    assert ("measure", "All books are marked", aim) in found
    assert ("action", "Buy a scheme for spelling", aim) in found


def test_heads_that_stand_again_head_their_own_level() -> None:
    table = rows(
        "OUTCOME|Indicator|Baseline|Target",
        "People in the towns drink safe water|Share of homes with a tap|40%|80%",
        "|Source|Survey|",
        "OUTPUT 1|Indicator|Baseline|Target",
        "Pipes laid in ten towns|Kilometres of pipe|0|120",
        "|Source|Reports|",
    )
    outcome, output = "People in the towns drink safe water", "Pipes laid in ten towns"
    assert said(table) == [
        ("objective", outcome, None),
        ("objective", output, outcome),
        ("measure", "Share of homes with a tap", outcome),
        ("measure", "Kilometres of pipe", output),
    ]


def test_what_a_form_asks_its_writer_is_no_aim() -> None:
    text = "<h2>Goals</h2><p>Describe up to three goals that reflect the priorities of the plan.</p>"
    assert said(text + "<p>Goal 1: Halve the time that ships wait for a berth</p>") == [
        ("objective", "Halve the time that ships wait for a berth", None)
    ]


def test_a_ruled_lattice_is_not_swallowed_by_the_shaded_bars_around_it() -> None:
    def table(way: str, ys: list[float], columns: int) -> Table:
        width = 500.0 / columns
        cells = tuple(
            Cell(row=row, column=at, lines=(), bbox=(50 + at * width, top, 50 + (at + 1) * width, bottom))
            for row, (top, bottom) in enumerate(pairwise(ys))
            for at in range(columns)
        )
        box = (50.0, ys[0], 550.0, ys[-1])
        return Table(cells=cells, rows=len(ys) - 1, columns=columns, pages=(1,), bbox=box, way=way)

    lattice = table("ruled", [160, 180, 220, 240], 3)
    assert _spoils(table("filled", [100, 160, 180, 220, 240, 260], 2), lattice)
    assert _spoils(table("filled", [100, 160, 180, 200, 220, 240, 260], 3), lattice)
    assert not _spoils(table("filled", [140, 160, 180, 220, 240], 3), lattice)


def test_a_label_in_a_column_names_no_lines_of_the_next() -> None:
    sheet = Sheet()
    sheet.text(50, 120, "OBJECTIVE 2.1", "Keep the workplaces safe", "in every harbour")
    sheet.text(200, 108, "Wages are paid late in one", "harbour of four, and few dare", "to complain of it")
    assert side_labels(strips_of(sheet.page().words)) == []


def test_a_heading_names_the_listed_strategy_that_its_milestones_serve() -> None:
    page = (
        "<h2>Goal Statement</h2><p>By 2031, the agency will halve the time that ships wait for a berth.</p>"
        "<h2>Strategies</h2><ul><li>Online bookings: move all forms to one portal.</li>"
        "<li>Night work: train pilots for the dark.</li></ul>"
        "<h2>Key Milestones: Online bookings</h2>"
    )
    table = rows("Key Milestone|Due Date|Owner", "Open the portal for cargo ships|May 2031|Port Office")
    found = said(page + table)
    strategy = "Online bookings: move all forms to one portal."
    assert ("milestone", "Open the portal for cargo ships", strategy) in found
    assert {kind for kind, text, _ in found if "pilots" in text or text == strategy} == {"objective"}


def test_a_measure_over_activities_is_what_they_serve() -> None:
    table = rows(
        "Measure 1.1: Better assessment of new laws",
        "Activity|Responsible institution|Deadline",
        "Train 250 clerks in the method|Academy of Law|May 2031",
    )
    assert said(table) == [
        ("objective", "Better assessment of new laws", None),
        ("action", "Train 250 clerks in the method", "Better assessment of new laws"),
    ]


def test_a_general_objective_stands_over_specific_ones() -> None:
    text = (
        "<p>General objective: To keep the harbours open</p><p>Specific objective 1: To repair the piers</p>"
        "<p>Specific objective 2: To train more pilots</p>"
    )
    aim = "To keep the harbours open"
    assert said(text) == [
        ("objective", aim, None),
        ("objective", "To repair the piers", aim),
        ("objective", "To train more pilots", aim),
    ]


def test_what_somebody_is_expected_to_do() -> None:
    text = "<h2>Leadership</h2><p>In addition, the Minister expects the chief executive to:</p>"
    items = "<ul><li>lead the work on shared data</li><li>publish a plan for equal pay</li></ul>"
    assert [kind for kind, _, _ in said(text + items)] == ["action", "action"]


def test_a_title_over_a_shaded_head_and_a_field_under_its_rows_are_no_rows() -> None:
    text = Text()
    title = attrs.evolve(text.line("Open a board for the harbours").words[0], size=14.0, bold=True)
    above = (Line((title,)), text.line("The board brings pilots and"), text.line("merchants together."))
    said = ["Deliverable", "Timeframe", "Board meets", "May 2031", "Lead: Works"]
    cells = [Cell(row=0, column=0, column_span=2, lines=above, bbox=(50, 100, 550, 180))]
    for number, words in enumerate(said, 2):
        row, column = divmod(number, 2)
        box = (50.0, 160.0 + 20 * row, 300.0, 180.0 + 20 * row)
        cells.append(
            Cell(row=row, column=column, lines=(text.line(words),), bbox=box, fill="#f3e6ec" if row == 1 else None)
        )
    drawn = Table(cells=tuple(cells), rows=4, columns=2, pages=(1,), bbox=(50, 100, 550, 240), way="filled")
    table = with_own_ends(drawn)
    assert texts(table) == [said[:2], said[2:4]]
    assert table.bbox == (50, 180, 550, 220)


def test_an_action_in_a_tab_over_its_title() -> None:
    document = Text()
    blocks = (
        document.paragraph("Action 4"),
        document.heading("Establish a school for pilots", 2),
        document.paragraph("It will teach all who steer a ship at night."),
    )
    records = recognize(document.document(*blocks)).records
    assert [(record.kind, record.label, record.text) for record in records] == [
        ("action", "Action 4", "Establish a school for pilots")
    ]


def test_a_list_on_the_slide_before_is_not_printed_again_over_the_next_table() -> None:
    def on(page: int, words: str) -> Paragraph:
        line = Text().line(words)
        return Paragraph(lines=(Line(tuple(attrs.evolve(word, page=page) for word in line.words)),))

    said = _Said()
    for block in (on(3, "Strategy 2: Train pilots"), on(4, "Key milestones"), on(4, "Strategy 1: Repair piers")):
        said.add(block)
    assert said.has("key milestones", 4)
    assert said.names_next("strategy 2: train pilots", 4)
    assert not said.names_next("strategy 1: repair piers", 4)
