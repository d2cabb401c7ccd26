"""Conventions of national plans: forms that end in a table of steps, rows of indicators under an aim, headings that say
how an aim is reached."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from objectives_parser import parse
from objectives_parser.document import Line, Mark, Page
from objectives_parser.layout.drawn_bullets import dots_of
from objectives_parser.layout.stitching import plain_text
from objectives_parser.layout.tables import find_tables
from objectives_parser.records import Plan
from objectives_parser.values.dates import find_dates
from tests.sheets import Sheet, texts


def told(plan: Plan) -> list[tuple[Any, ...]]:
    by_id = {record.id: record.text for record in plan.records}
    found = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.id.split("-")[0], record.text, [by_id[parent] for parent in record.parents]) for record in found]


def html(body: str) -> Plan:
    return parse(body.encode(), name="plan.html")


def row(*cells: str, over: int = 1) -> str:
    return f"<tr>{''.join(f'<td colspan={over}>{cell}</td>' for cell in cells)}</tr>"


STEPS = row("Step", "Corrective action", "Responsible official", "Due date", "Evidence of completion")


def finding(response: str) -> str:
    return (
        "<table>"
        f"<tr><td>Finding</td><td colspan=4>In all, 41 wells had no meter.</td></tr>"
        f"<tr><td>Recommendation</td><td colspan=4>The Director should meter every well.</td></tr>"
        f"<tr><td>Management response</td><td colspan=4>{response}</td></tr>"
        f"{STEPS}{row('1a', 'Buy fifty meters', 'Wells Office', '03/31/2027', 'Invoice')}"
        f"{row('1b', 'Fit them in the hills first', 'Field Team', '06/30/2027', 'Photographs')}"
        "</table>"
    )


class TestStepsBehindTheirNumbers:
    """`Step | Corrective action | Responsible official | Due date` in the last rows of a form."""

    def test_each_row_is_a_step_of_what_the_form_is_about(self) -> None:
        plan = html(finding("Concur."))
        asked = "The Director should meter every well."
        assert told(plan) == [
            ("action", asked, []),
            ("action", "Buy fifty meters", [asked]),
            ("action", "Fit them in the hills first", [asked]),
        ]
        assert [(a.label, a.owner, a.due and a.due.text) for a in plan.actions[1:]] == [
            ("1a", "Wells Office", "03/31/2027"),
            ("1b", "Field Team", "06/30/2027"),
        ]

    @pytest.mark.parametrize("response", ["Concur.", "Partially concur. A month is too short in winter."])
    def test_an_answer_is_no_action(self, response: str) -> None:
        assert all("oncur" not in action.text for action in html(finding(response)).actions)

    def test_an_answer_that_promises_is_one(self) -> None:
        plan = html(finding("Agreed. The Director will meter the wells of the plain by May."))
        assert any("will meter" in action.text for action in plan.actions)


def test_a_numbered_heading_over_a_form_that_asks_about_the_commitment_names_it() -> None:
    plan = html(
        "<h2>1. Print the minutes of every council</h2><table>"
        "<tr><td colspan=4>Commitment start and end date: May 2026 – May 2028</td></tr>"
        "<tr><td>Lead agency</td><td colspan=3>State Chancellery</td></tr>"
        "<tr><td>Problem addressed by the commitment</td><td colspan=3>Few minutes are printed</td></tr>"
        "<tr><td>Main objective</td><td colspan=3>People can see what is decided in their name</td></tr>"
        + row("Milestones to fulfil the commitment", "New or ongoing commitment", "Start date:", "End date:")
        + row("1. Rules adopted", "New", "May 2026", "March 2027")
        + "</table>"
    )
    deed, aim = "Print the minutes of every council", "People can see what is decided in their name"
    assert told(plan) == [("action", deed, [aim]), ("objective", aim, []), ("milestone", "Rules adopted", [deed])]
    assert [(a.label, a.owner, a.due and a.due.text, a.category) for a in plan.actions] == [
        ("1", "State Chancellery", "May 2026 – May 2028", None)
    ]


def test_new_or_ongoing_names_no_commitment() -> None:
    plan = html(
        "<table><tr><td colspan=4>Open the minutes of every council</td></tr>"
        "<tr><td>Lead agency</td><td colspan=3>State Chancellery</td></tr>"
        "<tr><td>Main objective</td><td colspan=3>People can see what is decided in their name</td></tr>"
        + row("Milestones to fulfil the commitment", "New or ongoing commitment", "Start date:", "End date:")
        + row("1. Rules adopted", "New", "May 2026", "March 2027")
        + row("2. All minutes printed", "New", "April 2027", "May 2028")
        + "</table>"
    )  # fmt: skip
    assert [(m.text, m.due and m.due.text) for m in plan.milestones] == [
        ("Rules adopted", "March 2027"),
        ("All minutes printed", "May 2028"),
    ]


def test_an_indicator_between_an_aim_and_its_actions_serves_the_aim() -> None:
    head = row("No.", "Actions", "Deadline", "Responsible institution")
    plan = html(
        f"<table>{head}"
        f"{row('Objective 1.1. Gifts to officials are declared', over=4)}"
        f"{row('Outcome indicator: Share of gifts declared within a week', over=4)}"
        f"{row('1.1.1', 'Print a form for gifts', 'Q II 2026', 'Ethics Office')}"
        f"{row('1.1.2', 'Train all mayors in its use', 'Q IV 2026', 'Ethics Office')}</table>"
    )
    aim = "Gifts to officials are declared"
    assert told(plan) == [
        ("objective", aim, []),
        ("measure", "Share of gifts declared within a week", [aim]),
        ("action", "Print a form for gifts", [aim]),
        ("action", "Train all mayors in its use", [aim]),
    ]
    assert [a.due.start for a in plan.actions if a.due] == ["2026-04-01", "2026-10-01"]


@pytest.mark.parametrize(
    ("band", "kind"), [("Reduced flood risk in river towns", "objective"), ("Customer service", "")]
)
def test_a_result_over_indicators_is_what_they_tell_of(band: str, kind: str) -> None:
    plan = html(
        f"<table>{row('Indicator name', 'Baseline', 'End target')}{row(band, over=3)}"
        f"{row('People behind a dike', '0', '900')}{row('Towns with a siren', '1', '9')}</table>"
    )
    assert [record.text for record in plan.objectives] == ([band] if kind else [])
    assert [bool(measure.parents) for measure in plan.measures] == [bool(kind)] * 2


def test_headings_over_how_they_are_achieved_are_aims() -> None:
    def part(title: str, *deeds: str) -> str:
        items = "".join(f"<li>{deed}</li>" for deed in deeds)
        return (
            f"<h3>{title}</h3><h4>How we will achieve this</h4><ul>{items}</ul>"
            f"<h4>Our performance</h4><ul><li>Number of empty shops</li></ul>"
        )

    plan = html(
        "<h1>Single plan</h1><h2>1. Help every town to find a purpose</h2>"
        + part("1.1 Bring empty shops back into use", "auction the leases of empty shops", "lend 9 million to 40 towns")
        + part("1.2 Make centres greener to walk in", "plant trees along the main streets")
    )
    first = "Bring empty shops back into use"
    assert ("objective", first) in [entry[:2] for entry in told(plan)]
    assert ("action", "auction the leases of empty shops", [first]) in told(plan)
    assert ("measure", "Number of empty shops", [first]) in told(plan)


@pytest.mark.parametrize(
    "title", ["Key milestones: Strategy 2", "Strategy 2: Key milestones", "Key milestones – Strategy 2"]
)
def test_a_heading_names_the_strategy_that_its_table_serves(title: str) -> None:
    plan = html(
        "<h1>Goal 1: Permits within half a year</h1>"
        "<ul><li>Strategy 1: Print one form for all offices</li><li>Strategy 2: Share one system of cases</li></ul>"
        f"<h2>{title}</h2><table>{row('Milestone', 'Due date')}{row('Contract awarded', 'May 2026')}"
        f"{row('Five offices moved', 'June 2027')}</table>"
    )
    assert {entry[2][0] for entry in told(plan) if entry[0] == "milestone"} == {"Share one system of cases"}


def test_a_number_of_the_plan_is_no_page_number() -> None:
    def said(text: str) -> str:
        return plain_text([Line(Sheet().text(50, 50, text).page().words)])

    assert said("Milestones: Strategy 1") != said("Milestones: Strategy 2")
    assert said("Corporate plan 7") == said("Corporate plan 8")


@pytest.mark.parametrize(
    ("text", "start"),
    [("Q II 2026", "2026-04-01"), ("QIV 2027", "2027-10-01"), ("III quarter of 2026", "2026-07-01")],
)
def test_roman_quarters(text: str, start: str) -> None:
    assert [date.interval_start for date in find_dates(text)] == [start]


def test_no_roman_quarter_in_words() -> None:
    assert [date.text for date in find_dates("I quit 2026")] == ["2026"]


XS, ENDS = (55.0, 205.0, 405.0), (200.0, 400.0, 500.0)


def striped(sheet: Sheet, top: float, head: list[str], rows: list[list[str]]) -> float:
    """A table with a shaded head, every second row shaded and a rule under each row."""
    for number, cells in enumerate([head, *rows]):
        for x, end, text in zip(XS, ENDS, cells, strict=True):
            if number == 0 or number % 2 == 0:
                sheet.fill("#0a7a74" if number == 0 else "#eeeeee", x - 5, top, end, top + 20)
            if text:
                sheet.text(x, top + 5, text, bold=number == 0)
        top += 20
        sheet.across(top, 50, 500)
    return top


def test_shaded_heads_part_tables_that_have_rules_under_their_rows() -> None:
    head = ["Project", "What we plan", "When"]
    first = [["Prices", "Ask what users pay", "Q1"], ["Debts", "Print rules on debts", "Q3"]]
    second = [["Queues", "Decide on the queue", "Q2"], ["Heat", "Get ready for heat", "Q4"]]
    sheet = Sheet()
    foot = striped(sheet, 100, head, first)
    sheet.text(50, foot + 15, "Networks connect homes", size=14.0, bold=True)
    sheet.text(50, foot + 40, "The queue for the network is now twice as long as it was two years ago in May.")
    striped(sheet, foot + 65, head, second)
    assert [texts(table) for table in find_tables(sheet.page())] == [[head, *first], [head, *second]]


def test_a_shaded_head_is_not_one_row_with_the_table_over_it() -> None:
    head = ["Action", "Lead", "When"]
    one = ["Fence the river", "Farm Office", "2027"]
    two = [["Open a path", "Parks", "2026"], ["Sow", "Seed Office", "2028"]]
    sheet = Sheet()
    for top, cells, color in (
        (120.0, head, "#003366"),
        (140.0, one, None),
        (195.0, head, "#003366"),
        (215.0, two[0], None),
        (235.0, two[1], "#eeeeff"),
    ):
        for x, end, text in zip(XS, ENDS, cells, strict=True):
            if color is not None:
                sheet.fill(color, x - 5, top, end, top + 20)
            sheet.text(x, top + 5, text, bold=color == "#003366")
    sheet.text(55, 164, "Rivers for all", bold=True, size=14.0).text(55, 179, "Few know them")
    assert [texts(table) for table in find_tables(sheet.page())] == [[head, one], [head, *two]]


def test_a_dot_alone_on_its_page_goes_on_with_the_list_before() -> None:
    def page(number: int, left: float, *tops: float) -> Page:
        marks = tuple(Mark(bbox=(left, top, left + 4, top + 4)) for top in tops)
        return attrs.evolve(Sheet(number).page(), marks=marks)

    assert [len(dots) for dots in dots_of([page(1, 60, 700, 714), page(2, 60, 50)])] == [2, 1]
    assert [len(dots) for dots in dots_of([page(1, 60, 700, 714), page(2, 90, 50)])] == [2, 0]


class TestHorizons:
    """`Short term | Medium term | Long term` along one side of a table, aims along the other."""

    head = ("Short term (next 3 months)", "Long term (next year and beyond)")
    aims = ("Invest in skills", "Govern data well")

    def told(self, *rows: str) -> list[tuple[Any, ...]]:
        return sorted(told(html(f"<table>{''.join(rows)}</table>")))

    @pytest.mark.parametrize("turned", [False, True])
    def test_what_will_be_done_serves_the_aim(self, turned: bool) -> None:
        deeds = {0: ("Open a school of data", "Audit ten registers"), 1: ("Train all managers", "Publish all scores")}
        if turned:
            found = self.told(row("", *self.aims), *(row(name, *deeds[at]) for at, name in enumerate(self.head)))
        else:
            columns = zip(*deeds.values(), strict=True)
            found = self.told(row("Pillar", *self.head), *(row(a, *d) for a, d in zip(self.aims, columns, strict=True)))
        assert found == sorted(
            [("objective", aim, []) for aim in self.aims]
            + [("action", deed, [self.aims[at]]) for pair in deeds.values() for at, deed in enumerate(pair)]
        )

    def test_topics_group(self) -> None:
        plan = html(f"<table>{row('Pillar', *self.head)}{row('Skills', 'Open a school', 'Train all managers')}</table>")
        assert plan.objectives == ()


def test_a_target_behind_an_aim_tells_that_it_is_reached() -> None:
    plan = html(
        "<h2>Area 1: Work</h2><p><b>Objective:</b> Women earn as much as men.</p>"
        "<p><b>Target:</b> Pay gap below 5% by 2030.</p><p><b>Actions:</b></p>"
        "<ul><li>Print the pay of all firms</li></ul>"
    )
    aim = "Women earn as much as men."
    assert told(plan) == [
        ("objective", aim, []),
        ("measure", "Pay gap below 5% by 2030.", [aim]),
        ("action", "Print the pay of all firms", [aim]),
    ]


def test_an_action_serves_the_recommendation_above_it() -> None:
    plan = html(
        "<p>Recommendation 1: The council should review its holdings.</p><p>Action: An adviser will look at them.</p>"
        "<p>Recommendation 2: The council should sell its pier.</p><p>Action: The pier will be offered in May.</p>"
    )
    assert [entry[2] for entry in told(plan)] == [
        [],
        ["The council should review its holdings."],
        [],
        ["The council should sell its pier."],
    ]


def test_numbers_of_goals_over_their_parts_name_the_goals_listed_before() -> None:
    plan = html(
        "<p>Our two goals are:</p><ol><li>Produce figures that people trust</li><li>Make data easy to find</li></ol>"
        "<h2>Goal 1</h2><h3>What we will do</h3><ul><li>Publish each revision</li></ul>"
        "<h2>Goal 2</h2><h3>What we will do</h3><ul><li>Open an interface</li></ul>"
    )
    assert [entry[2] for entry in told(plan) if entry[0] == "action"] == [
        ["Produce figures that people trust"],
        ["Make data easy to find"],
    ]


def test_a_policy_over_actions_is_their_aim() -> None:
    plan = html(
        "<h2>Policy 3: Make walking the first choice for short trips</h2><h3>Actions</h3>"
        "<ol><li>Widen pavements on main streets</li></ol>"
    )
    aim = "Make walking the first choice for short trips"
    assert told(plan) == [("objective", aim, []), ("action", "Widen pavements on main streets", [aim])]


def test_specific_objectives_serve_the_overall_one() -> None:
    plan = html(
        f"<table>{row('', 'Intervention logic', 'Objectively verifiable indicators', 'Assumptions')}"
        f"{row('Overall objective', 'Poverty in the dry zone is reduced', 'Poverty falls to 35%', 'Stable prices')}"
        f"{row('Specific objective', 'Farm incomes rise in all villages', 'Income up by 30%', 'No drought')}"
        f"{row('Results', 'Irrigation works in all villages', '1,200 ha watered', 'Land rights')}</table>"
    )
    serving = {entry[1]: entry[2] for entry in told(plan)}
    assert serving["Farm incomes rise in all villages"] == ["Poverty in the dry zone is reduced"]
    assert serving["Irrigation works in all villages"] == ["Farm incomes rise in all villages"]


def test_descriptions_that_tell_what_will_be_done_are_the_deeds() -> None:
    plan = html(
        f"<table>{row('Initiative', 'Description', 'Agency')}{row('One login', 'Build one account for all', 'Post')}"
        f"{row('Life events', 'Link the services around a birth', 'Registry')}</table>"
    )
    assert [action.text for action in plan.actions] == ["Build one account for all", "Link the services around a birth"]


def test_targets_told_before_their_indicators_are_aims() -> None:
    plan = html(
        f"<table>{row('No.', 'National target', 'Indicator', 'Baseline')}"
        f"{row('6.1', 'Bring safe water to all homes by 2030', 'Share of homes with safe water', '71%')}"
        f"{row('6.3', 'Treat most of the waste water of towns', 'Share of waste water treated', '34%')}</table>"
    )
    assert [measure.parents for measure in plan.measures] == [(aim.id,) for aim in plan.objectives]
    assert len(plan.objectives) == 2


def test_a_result_that_opens_a_form_is_what_it_is_about() -> None:
    plan = html(
        f"<table>{row('Result', 'Queues at the ferry are shorter than an hour')}"
        f"{row('Strategic alignment', 'Goal 2')}{row('Measures', 'Average wait in minutes')}</table>"
    )
    assert told(plan) == [
        ("objective", "Queues at the ferry are shorter than an hour", []),
        ("measure", "Average wait in minutes", ["Queues at the ferry are shorter than an hour"]),
    ]


def test_names_of_columns_under_milestones_are_no_milestones() -> None:
    plan = html(
        f"<table>{row('Number and name of the commitment', '1. Open the register of owners')}"
        "<tr><td>Commitment lead</td><td colspan=3>Justice</td></tr>"
        f"{row('Milestones', 'Expected outputs', 'Expected completion date', 'Stakeholders')}"
        f"{row('1.1 Adopt the law', 'Law', 'June 2026', 'Courts')}"
        f"{row('1.2 Launch the site', 'Site', 'May 2027', 'Press')}"
        "</table>".replace("<td>1. Open", "<td colspan=3>1. Open")
    )
    assert [(m.text, m.due and m.due.text) for m in plan.milestones] == [
        ("Adopt the law", "June 2026"),
        ("Launch the site", "May 2027"),
    ]


def test_an_annex_stands_under_nothing_before_it() -> None:
    plan = html(
        "<h2>Objective 3: End hunger in the hills</h2><ul><li>Plant maize on all terraces</li></ul>"
        "<p><b>Annex 1: Results framework</b></p>"
        f"<table>{row('Result', 'Indicator')}{row('Trade is fair in all ports', 'Days at the border')}</table>"
    )
    assert [entry for entry in told(plan) if entry[0] == "objective"] == [
        ("objective", "End hunger in the hills", []),
        ("objective", "Trade is fair in all ports", []),
    ]


def test_the_title_of_an_action_plan_is_no_action() -> None:
    plan = html(
        "<h1>Targeted action plan: Jobs for people who cannot see</h1><h2>Objective 1: More people with jobs</h2>"
        "<ul><li>Train two hundred job coaches</li><li>Pay for screen readers</li></ul>"
    )
    assert [action.text for action in plan.actions] == ["Train two hundred job coaches", "Pay for screen readers"]


def test_a_numbered_paragraph_that_states_a_fact_is_no_item_of_the_lists_beside_it() -> None:
    plan = html(
        "<h2>Energy</h2><p>Strategic measures:</p><ol><li>Link the grids of the coast</li>"
        "<li>Train energy auditors</li></ol>"
        "<h2>Transport</h2><ol><li>Freight still spends longer at borders than on roads.</li></ol>"
    )
    assert all("Freight" not in record.text for record in plan.records)


def test_indicators_named_like_the_one_aim_before_them_serve_it() -> None:
    plan = html(
        "<h2>Development Objective(s)</h2><p>To reduce flood risk and improve access to clean water in the towns</p>"
        f"<h2>Development Objective Indicators</h2><table>{row('Indicator', 'Baseline', 'Target')}"
        f"{row('People behind a dike', '0', '900')}{row('Homes with clean water', '10', '400')}</table>"
    )
    assert [len(measure.parents) for measure in plan.measures] == [1, 1]


def test_headings_over_who_and_when_on_lines_of_their_own_are_actions() -> None:
    def deed(title: str, who: str, when: str, count: str) -> str:
        lines = (f"Lead: {who}", "Partners: Red Cross", f"Timeline: {when}", f"Indicator: {count}")
        return f"<h3>{title}</h3>" + "".join(f"<p>{text}</p>" for text in lines)

    plan = html(
        "<h1>Plan against trafficking</h1><h2>Goal 1: Those who were sold are safe</h2>"
        + deed("1.1 Open shelters for men", "Social Affairs", "2026–2027", "Places in shelters for men")
        + deed("1.2 Train all inspectors", "Labour Office", "June 2026", "Share of inspectors trained")
    )
    aim = "Those who were sold are safe"
    assert told(plan) == [
        ("objective", aim, []),
        ("action", "Open shelters for men", [aim]),
        ("measure", "Places in shelters for men", ["Open shelters for men"]),
        ("action", "Train all inspectors", [aim]),
        ("measure", "Share of inspectors trained", ["Train all inspectors"]),
    ]
    assert [(a.owner, a.due and a.due.text) for a in plan.actions] == [
        ("Social Affairs", "2026–2027"),
        ("Labour Office", "June 2026"),
    ]


def test_a_label_and_its_statement_over_the_head_of_a_table_are_its_aim() -> None:
    plan = html(
        "<table><tr><th>Outcome 1</th><th colspan=3>Citizens have reliable power</th></tr>"
        f"{row('Output', 'Activities', 'Indicator', 'Target')}"
        f"{row('1.1 Losses of the grid reduced', 'Replace 900 km of lines', 'Technical losses', '11%')}"
        f"{row('1.2 Outages shortened', 'Set up two repair centres', 'Average outage in hours', '2.5')}</table>"
    )
    aim = "Citizens have reliable power"
    assert [entry for entry in told(plan) if entry[0] == "objective"] == [
        ("objective", aim, []),
        ("objective", "Losses of the grid reduced", [aim]),
        ("objective", "Outages shortened", [aim]),
    ]
