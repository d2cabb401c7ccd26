"""What tables mean: which column states what, what a row's own cells say of its records."""

from __future__ import annotations

from typing import Any

import pytest

from objectives_parser import parse
from objectives_parser.document import Cell, Line, Word
from objectives_parser.statements import cell_statements
from tests.sheets import Sheet


def records(text: str, name: str = "plan.md") -> list[dict[str, Any]]:
    plan = parse(text.encode(), name=name).to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return sorted(found, key=lambda record: record["where"][0]["start"])


def kinds(text: str) -> list[tuple[str, str]]:
    return [(record["id"].rsplit("-", 1)[0], record["text"]) for record in records(text)]


def table(*rows: str) -> str:
    columns = rows[0].count("|") - 1
    return "\n".join([rows[0], "|" + "---|" * columns, *rows[1:]])


class TestMeasureColumns:
    """A bare `Measure` header is one thing for the whole document."""

    def test_deeds(self) -> None:
        """Beside cost and potential, measures are taken; a table of one counted row follows the others."""
        text = "\n\n".join(
            (
                table(
                    "| Measure | Conditionality | Mitigation potential |",
                    "| Improving livestock productivity | Conditional | 408 Gg |",
                    "| Reducing food losses on all farms | Conditional | 131 Gg |",
                ),
                table(
                    "| Measure | Conditionality | Mitigation potential |",
                    "| E1 – 89 MW of utility-scale solar capacity | Conditional | 97 Gg |",
                ),
            )
        )
        assert [kind for kind, _ in kinds(text)] == ["action"] * 3

    def test_indicators(self) -> None:
        """Beside frequency and source, measures measure."""
        text = table(
            "| Measure | Frequency | Data source |",
            "| Staff turnover | Monthly | HR system |",
            "| Patient satisfaction | Yearly | Survey |",
        )
        assert [kind for kind, _ in kinds(text)] == ["measure"] * 2


def test_a_column_that_asks_yes_or_no_states_nothing() -> None:
    """`Serves another strategy?`, though strategies are objectives."""
    text = table(
        "| Activity | Serves another strategy? |",
        "| Tutor 600 pupils in twelve schools | No |",
        "| Offer a summer school to older pupils | S2 |",
        "| Pay bursaries for work placements | Yes |",
    )
    assert [kind for kind, _ in kinds(text)] == ["action"] * 3


class TestRowCategories:
    """The row's own group stands on all of its records."""

    def test_every_statement_of_the_row(self) -> None:
        text = table(
            "| Component | Activities | Outputs |",
            "| Water security | Undertake a review of water use | An integrated approach to water |",
        )
        assert {record["category"] for record in records(text)} == {"Water security"}

    def test_nearer_than_a_row_over_the_whole_table(self) -> None:
        text = (
            "<table><tr><td colspan=3>Protecting our islands</td></tr>"
            "<tr><th>Sector</th><th>Action</th><th>Lead</th></tr>"
            "<tr><td>Tourism</td><td>Train hotel staff in climate risks</td><td>Ministry</td></tr></table>"
        )
        assert [record["category"] for record in records(text, "plan.html")] == ["Tourism"]


def test_a_quantity_is_no_list_number() -> None:
    """`15.8 MW of solar` keeps its number, `2.1 Increase` gives it away."""
    text = table(
        "| Action | Cost |",
        "| 15.8 MW of solar panels for electric vehicles | 29.8 |",
        "| 2.1 Increase the share of public transport | 3 |",
    )
    assert [(record["label"], record["text"][:8]) for record in records(text)] == [
        (None, "15.8 MW "),
        ("2.1", "Increase"),
    ]


class TestTitledCells:
    """A cell with a title in a type of its own."""

    def cell(self, html: str) -> list[dict[str, Any]]:
        return records(
            f"<table><tr><th>Action</th><th>Lead</th></tr><tr><td>{html}</td><td>Ministry</td></tr></table>",
            "plan.html",
        )

    def test_a_long_explanation_is_left_out(self) -> None:
        told = "This initiative has several parts. " * 5
        assert [record["text"] for record in self.cell(f"<p><b>Improving herds</b></p><p>{told}</p>")] == [
            "Improving herds"
        ]

    def test_a_short_one_belongs_to_it(self) -> None:
        found = self.cell("<p><b>Compost</b></p><p>Development of large composting sites.</p>")
        assert [record["text"] for record in found] == ["Compost Development of large composting sites."]

    def test_labelled_parts_hang_on_it(self) -> None:
        found = self.cell(
            "<p><b>MA1 – Greening of land</b></p><p>Component 1: Planting of trees</p><p>Component 2: Fire control</p>"
        )
        assert [(record["label"], record["text"]) for record in found] == [
            ("MA1", "Greening of land"), ("Component 1", "Planting of trees"), ("Component 2", "Fire control"),
        ]  # fmt: skip
        assert [record["parents"] for record in found] == [[], [found[0]["id"]], [found[0]["id"]]]

    def test_deeds_that_it_leads_in_to_hang_on_it(self) -> None:
        found = self.cell(
            "<p><b>MA8 – Less waste of food</b></p><p>Less waste of food involves activities including:</p>"
            "<ol><li>Dry stores for grain;</li><li>Trucks with cooling.</li></ol>"
        )
        assert [record["text"] for record in found] == [
            "Less waste of food", "Dry stores for grain;", "Trucks with cooling.",
        ]  # fmt: skip
        assert [record["parents"] for record in found] == [[], [found[0]["id"]], [found[0]["id"]]]


@pytest.mark.parametrize("header", ["Adaptation benefits", "Co-benefits", "Economic benefit"])
def test_benefits_are_no_measures(header: str) -> None:
    text = table(f"| Action | {header} |", "| Plant trees along the river banks | Less heat in summer |")
    assert kinds(text) == [("action", "Plant trees along the river banks")]


class TestColumnsOfParts:
    """`No. | Components | Cost`: what a programme consists of, each with its price."""

    def test_are_actions(self) -> None:
        text = table(
            "| No. | Components | Cost in $ |",
            "| 1 | Enhanced mobilisation of climate finance | 25,000 |",
            "| 2 | Data gathering for land use planning | 35,000 |",
            "| | TOTAL | 60,000 |",
        )
        assert [(record["id"], record["label"]) for record in records(text)] == [("action-1", "1"), ("action-2", "2")]

    def test_a_table_of_budgets_over_years_has_none(self) -> None:
        text = table(
            "| Programme components | Total cost ($) | Short-term cost ($) | Long-term cost ($) |",
            "| Land use mapping and planning | 40,000 | 20,000 | 20,000 |",
        )
        assert records(text) == []


class TestValues:
    """What stands under `Targets` beside an action is its measure, if it counts something."""

    @pytest.mark.parametrize("value", ["14,971 ha", "15 acres", "5% annually", "90 days"])
    def test_with_a_unit(self, value: str) -> None:
        text = table("| Action | Targets |", f"| Restore the forests of the north | {value} |")
        assert kinds(text) == [("action", "Restore the forests of the north"), ("measure", value)]

    def test_a_lone_number(self) -> None:
        text = table("| Action | Targets |", "| Restore the forests of the north | 12 |")
        assert [kind for kind, _ in kinds(text)] == ["action"]


def test_frequency_is_no_due_date() -> None:
    text = table("| Indicator | Frequency |", "| Number of visitors to the site | Monthly |")
    assert records(text)[0]["due"] is None


def test_a_label_stands_before_the_name_of_its_statement() -> None:
    """`ActionID | ActionName | ActionDesc`, as programs export plans; a launch date is a start."""
    rows = (
        "PillarID,ActionID,ActionName,ActionDesc,ActionLaunchDate",
        "P1,P1.A1,Reading for all,Expand reading lessons in every school of the state,2026-01-01",
        "P1,P1.A2,Playing to learn,Increase play-based learning in all early classrooms,2027-01-01",
    )
    first, second = records("\n".join(rows), "plan.csv")
    assert (first["label"], first["category"], second["label"]) == ("P1.A1", "Reading for all", "P1.A2")
    assert first["due"] == {"text": "2026-01-01", "start": "2026-01-01", "end": None}


class TestCaptions:
    """A figure's caption heads nothing, a table's its own table: it groups its rows where it has sisters."""

    def test_of_a_figure(self) -> None:
        text = "## Agriculture\n\n### Figure 3: Emissions of farms\n\n" + table(
            "| Action | Lead |", "| Improve the herds of the country | Ministry |"
        )
        assert records(text)[0]["category"] == "Agriculture"

    def test_of_a_table(self) -> None:
        rows = ("| Action | Lead |", "| Improve the herds of the country | Ministry |")
        text = "## Agriculture\n\n### Table 2: Actions on herds\n\n" + table(*rows) + "\n\nIn between.\n\n"
        text += table("| Action | Lead |", "| Plant trees along all rivers | Ministry |")
        assert [record["category"] for record in records(text)] == ["Agriculture", "Agriculture"]
        text += "\n\n### Table 3: Actions on soil\n\n" + table(
            "| Action | Lead |", "| Turn the soil once a year | Ministry |"
        )
        found = [record["category"] for record in records(text)]
        assert found == ["Actions on herds", "Agriculture", "Actions on soil"]


def test_a_header_row_with_a_column_of_its_own_making_reads_across() -> None:
    """`Key Milestone | Milestone Due Date | Milestone Status | Comments` over rows that end in `milestone`."""
    text = table(
        "| Key Milestone | Milestone Due Date | Milestone Status | Comments |",
        "| The maker completes its review milestone | FY 2018 Q1 | Green | Completed |",
        "| The maker completes the engine checkpoint | FY 2018 Q2 | Green | On track |",
        "| The rival conducts its launch test | FY 2018 Q4 | Green | On track |",
    )
    assert [kind for kind, _ in kinds(text)] == ["milestone"] * 3
    assert {record["status"] for record in records(text)} == {"Green"}


def test_periods_at_the_heads_of_lines_part_a_cell() -> None:
    cell = "FY18 Q1: Introduce the strategy to all offices<br>FY18 Q2: Communicate feedback<br>FY18 Q2: Deploy training"
    text = table("| Key Milestone | Owner |", f"| {cell} | Office |")
    assert len(records(text)) == 3


class TestDescriptions:
    def test_of_what_another_column_states(self) -> None:
        """`Mitigation action | Brief description of the action`: one statement and what explains it."""
        text = table(
            "| Mitigation action | Brief description of the action | Lead |",
            "| Solar photovoltaic | Generation of 20% of electricity using solar panels. | Ministry |",
        )
        (action,) = records(text)
        assert action["text"] == "Solar photovoltaic"
        assert action["fields"] == {
            "Brief description of the action": "Generation of 20% of electricity using solar panels."
        }


class TestCharts:
    """Boxes of an organisation chart and what stands around a diagram are no tables of records."""

    def test_a_kind_word_in_a_name_over_two_rows(self) -> None:
        rows = (("OFFICE OF BUDGET &", "OFFICE OF INTEGRATIVE"), ("FINANCE", "ACTIVITIES"))
        head = "".join("<tr>" + "".join(f"<th>{cell}</th>" for cell in row) + "</tr>" for row in rows)
        text = f"<table>{head}<tr><td>Ann Lee, Head of Office</td><td>Bob Ray, Head of Office</td></tr></table>"
        assert records(text, "plan.html") == []

    @pytest.mark.parametrize("cell", ["(Source: City survey", "Survey Group)", "703.292.8040"])
    def test_sources_and_telephone_numbers(self, cell: str) -> None:
        assert records(table("| Goals | Lead |", f"| {cell} | Ministry |")) == []


@pytest.mark.parametrize("ranks", [("High", "Medium"), ("1 - high", "2 - low"), ("P1", "P2"), ("H", "L")])
def test_ranks_are_no_priorities(ranks: tuple[str, str]) -> None:
    text = table(
        "| Action | Priority |",
        f"| Publish the guide for councils | {ranks[0]} |",
        f"| Recruit officers for the border | {ranks[1]} |",
    )
    assert [kind for kind, _ in kinds(text)] == ["action", "action"]


class TestSisterTargets:
    """`Unconditional targets | Conditional targets`: a plan's own aims side by side."""

    found = records(
        "<table><tr><th>Unconditional targets 2015<sup>7</sup></th><th>Unconditional targets 2020</th></tr>"
        "<tr><td>A reduction of emissions by 15% against the baseline</td>"
        "<td>A reduction of emissions by 20% against the baseline</td></tr>"
        "<tr><td>Conditional targets 2015</td><td>Conditional targets 2020</td></tr>"
        "<tr><td>A reduction of emissions by 30% against the baseline</td>"
        "<td>A reduction of emissions by 31% against the baseline</td></tr></table>",
        "plan.html",
    )

    def test_a_second_header_row_is_no_record(self) -> None:
        assert [record["text"][28:31] for record in self.found] == ["15%", "20%", "30%", "31%"]

    def test_each_stands_under_its_header(self) -> None:
        assert [record["category"][-17:] for record in self.found[2:]] == ["onal targets 2015", "onal targets 2020"]

    def test_none_serves_the_one_beside_it(self) -> None:
        assert [record["parents"] for record in self.found] == [[]] * 4


def test_the_date_in_the_sentence_that_points_to_the_table() -> None:
    """It holds for the rows that name no other."""
    text = "Much was done. The following actions until 2030 are highlighted.\n\n" + table(
        "| Action | Lead |",
        "| Improve forest management in the north | Ministry |",
        "| Plant new forests by 2025 | Ministry |",
    )
    dues = [record["due"] and record["due"]["text"] for record in records(text)]
    assert dues == ["until 2030", "by 2025"]


def test_a_goal_row_stands_under_the_section_row_above_it() -> None:
    """And what the goal holds for stands under the goal, not under the heading over the table."""
    text = (
        "<h2>Guiding principles</h2><table><tr><td colspan=3>1. NATURAL RESOURCES</td></tr>"
        "<tr><td colspan=3>Goal: Protect the rivers and the air of the county</td></tr>"
        "<tr><th>Initiative</th><th>Department</th><th>Status</th></tr>"
        "<tr><td>Plant trees along the river banks</td><td>Parks</td><td>New</td></tr></table>"
    )
    goal, action = records(text, "plan.html")
    assert (goal["category"], action["category"], action["parents"]) == ("NATURAL RESOURCES", None, [goal["id"]])


def test_a_column_of_numbers_named_like_statements_numbers_those_beside_it() -> None:
    """And the rows that others are numbered under are the policies that those carry out."""
    text = table(
        "| Policy / Action | Description | Department | Timeframe |",
        "| LU-1 | Guide growth to the old centers. | | |",
        "| LU-1.1 | Rezone the river front. | Planning | 2027 |",
        "| LU-1.2 | Map the empty lots. | Planning | 2028 |",
    )
    found = [(record["id"], record["label"], record["parents"]) for record in records(text)]
    assert found == [
        ("objective-1", "LU-1", []),
        ("action-1", "LU-1.1", ["objective-1"]),
        ("action-2", "LU-1.2", ["objective-1"]),
    ]


def test_ticked_years_are_named_as_their_heads_name_them() -> None:
    found = records(table("| Initiative | Year 1 | Year 2 | Year 3 |", "| Open a crime lab | x | | x |"))
    assert [record["due"]["text"] for record in found] == ["Year 1; Year 3"]


def test_a_figure_under_a_name_and_its_colon_belongs_to_it() -> None:
    """`Homes repaired:` over `85 households`, as housing plans print what they count."""
    lines = ["Homes repaired:", "85 households", "Shelter beds:", "120 persons assisted"]
    cell = sheet_cell(*lines)
    found = [statement.text for statement in cell_statements(cell, frozenset(), "always")]
    assert found == ["Homes repaired: 85 households", "Shelter beds: 120 persons assisted"]


def sheet_cell(*lines: str) -> Cell:
    page = Sheet().text(55, 100, *lines).page()
    rows: dict[float, list[Word]] = {}
    for word in page.words:
        assert word.bbox is not None
        rows.setdefault(word.bbox[1], []).append(word)
    return Cell(row=0, column=0, lines=tuple(Line(tuple(row)) for row in rows.values()), bbox=(50, 95, 250, 160))


def test_a_lower_half_of_the_header_names_columns() -> None:
    """Ticked years, and owners behind the target, belong to the activity and to its measure."""
    text = (
        "<table><tr><td rowspan=2>Objective</td><td rowspan=2>Activities</td><td rowspan=2>Indicator</td>"
        "<td rowspan=2>Target</td><td colspan=2>Timeframe</td><td rowspan=2>Responsible</td><td colspan=2>Budget</td>"
        "</tr><tr><td>2024</td><td>2025</td><td>Available</td><td>Gap</td></tr>"
        "<tr><td rowspan=2>Roads are safe for all</td><td>Train planning officers</td><td>Number of officers trained"
        "</td><td>45</td><td>X</td><td>X</td><td>Human Resources</td><td>100</td><td>20</td></tr>"
        "<tr><td>Audit 25 bus stations</td><td>Number of audits</td><td>25</td><td></td><td>X</td><td>Transport Office"
        "</td><td>5</td><td>0</td></tr></table>"
    )
    found = [
        (record["id"].rsplit("-", 1)[0], record["owner"], (record["due"] or {}).get("text"))
        for record in records(text, "plan.html")
    ]
    assert found == [
        ("objective", None, None),
        ("action", "Human Resources", "2024; 2025"),
        ("measure", "Human Resources", "2024; 2025"),
        ("action", "Transport Office", "2025"),
        ("measure", "Transport Office", "2025"),
    ]


def test_a_line_of_a_cell_may_say_itself_what_it_states() -> None:
    """Among the measures of an objective `Milestone: …` is a milestone, and no end of the item above."""
    cell = "- 40 bridges repaired<br>- Cost within £2m<br>Milestone: contract let by May 2031"
    table = f"| Objective | Performance measures (including milestones) |\n|---|---|\n| Renew the bridges | {cell} |\n"
    plan = parse(table.encode(), name="plan.md")
    assert [measure.text for measure in plan.measures] == ["40 bridges repaired", "Cost within £2m"]
    assert [(step.text, step.label) for step in plan.milestones] == [("contract let by May 2031", "Milestone")]


def test_outputs_between_actions_and_their_indicators_are_delivered() -> None:
    plan = parse(
        b"| Strategic actions | Outputs | Indicators |\n|---|---|---|\n| Reform planning appeals | New act in force |"
        b" Median time of appeals |\n",
        name="plan.md",
    )
    assert [step.text for step in plan.milestones] == ["New act in force"]
    assert not plan.objectives


def test_a_bare_answer_among_responses_is_a_state() -> None:
    plan = parse(
        b"| Recommendation | Management response | Due |\n|---|---|---|\n| Update the register | Agreed. We will review"
        b" it each quarter. | May 2031 |\n| Test the backup site | Agreed. | June 2031 |\n",
        name="plan.md",
    )
    assert "Agreed." not in [action.text for action in plan.actions]
    assert [action.status for action in plan.actions if action.text == "Test the backup site"] == ["Agreed."]


def test_labels_of_a_letter_and_numbers() -> None:
    plan = parse(
        b"| Indicator | Activity |\n|---|---|\n| P.1.1 Public health laws | Review all laws |\n"
        b"| P.4.2 Surveillance | Open three laboratories |\n",
        name="plan.md",
    )
    assert [(measure.label, measure.text) for measure in plan.measures] == [
        ("P.1.1", "Public health laws"),
        ("P.4.2", "Surveillance"),
    ]


def test_statements_under_years_are_for_these_years() -> None:
    """Roadmaps print a column for each year; beside an indicator it holds targets."""
    plan = parse(
        b"| Priority | 2030 | 2031 |\n|---|---|---|\n| Better trains | Open the north line | Extend it to the port |\n",
        name="plan.md",
    )
    assert [(action.text, action.due and action.due.text) for action in plan.actions] == [
        ("Open the north line", "2030"),
        ("Extend it to the port", "2031"),
    ]
    assert all(action.parents == (plan.objectives[0].id,) for action in plan.actions)
    counted = parse(
        b"| Indicator | 2030 | 2031 |\n|---|---|---|\n| Trains on time | At least 80 percent | At least 90 percent |\n",
        name="plan.md",
    )
    assert not counted.actions
