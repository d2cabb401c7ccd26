"""Forms of plans that programs and facilitators fill for hundreds of schools, brigades and cities."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.document import ListItem, block_words
from objectives_parser.layout.flow.side_labels import NAMED
from objectives_parser.layout.pages import page_blocks
from objectives_parser.layout.tables import find_tables
from objectives_parser.readers.printed import Print, Style
from objectives_parser.readers.spacing import closed_up
from objectives_parser.recognizers.contents_lists import listed_contents
from objectives_parser.recognizers.wordings import says_nothing
from objectives_parser.roles import printed_label
from tests.sheets import Sheet, texts


def read(html: str) -> Plan:
    return parse(html.encode(), name="plan.html")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Objective 1A: Train all crews", "Objective 1A"),
        ("Strategy 2.B Open the ring road", "Strategy 2.B"),
        ("Goal II.A: Safe streets", "Goal II.A"),
        ("Action 1.A.3 – Mend the weir", "Action 1.A.3"),
        ("1A. Train all crews", "1A"),
        ("2.B.1 Open the ring road", "2.B.1"),
        ("Council Plan priority 2: Homes for all", "Council Plan priority 2"),
    ],
)
def test_numbers_with_capitals_in_them(text: str, label: str) -> None:
    found = printed_label(text)
    assert found is not None and found.text == label


@pytest.mark.parametrize("text", ["3D Printing for schools", "5G Networks", "24H Service", "10M Euro for ferries"])
def test_things_that_look_like_numbers_with_capitals(text: str) -> None:
    assert printed_label(text) is None


class TestObjectiveForms:
    """`Objective 1A | …`, `Timeframe | … | Assigned to | …`, `Critical Tasks | …`."""

    plan = read(
        "<style>th{background:#ddd}</style><table><tr><th>Objective 1A</th><td colspan=3>Assess the training of crews"
        "</td></tr><tr><th>Timeframe</th><td>May 2027</td><th>Assigned to</th><td>Fire Marshal</td></tr><tr>"
        "<th>Critical Tasks</th><td colspan=3><ul><li>Form a team of all ranks.</li><li>Report the gaps.</li></ul></td>"
        "</tr></table>"
    )

    def test_the_aim_has_its_number_and_the_tasks_serve_it(self) -> None:
        (aim,) = self.plan.objectives
        assert (aim.text, aim.label) == ("Assess the training of crews", "Objective 1A")
        assert [(task.text, task.parents) for task in self.plan.actions] == [
            ("Form a team of all ranks.", (aim.id,)),
            ("Report the gaps.", (aim.id,)),
        ]

    def test_two_labels_in_one_row_have_their_own_values(self) -> None:
        (aim,) = self.plan.objectives
        assert (aim.owner, aim.due and aim.due.text) == ("Fire Marshal", "May 2027")


class TestLabelledCells:
    """`Strategy 1: …` in a cell over the lines that say what is expected and who monitors it, reviews beside it."""

    plan = read(
        "<p>Goal 1: All pupils read well.</p><table><tr><th>Strategy 1 Details</th><th colspan=2>Reviews</th></tr><tr>"
        "<td><b>Strategy 1:</b> Coach all teachers of reading.<br><b>Strategy's Expected Result/Impact:</b> Better "
        "lessons<br><b>Staff Responsible for Monitoring:</b> Principals, coaches</td><td>Nov</td><td>June</td></tr>"
        "</table>"
    )

    def test_the_statement_ends_where_a_line_has_a_name(self) -> None:
        (step,) = self.plan.actions
        assert (step.text, step.label) == ("Coach all teachers of reading.", "Strategy 1")
        assert step.owner == "Principals, coaches"

    def test_it_serves_the_goal_above(self) -> None:
        (step,), (goal,) = self.plan.actions, self.plan.objectives
        assert step.parents == (goal.id,)


def test_figures_by_period_under_an_empty_head_are_measured() -> None:
    plan = read(
        "<h2>Performance Measures</h2><table><tr><th></th><th>FY 2025 Actual</th><th>FY 2026 Target</th></tr>"
        "<tr><td colspan=3>Goal: Keep the streets safe</td></tr><tr><td>Potholes filled</td><td>3,122</td>"
        "<td>2,700</td></tr><tr><td>Lane miles resurfaced</td><td>16</td><td>24</td></tr></table>"
    )
    (goal,) = plan.objectives
    assert [(measure.text, measure.parents) for measure in plan.measures] == [
        ("Potholes filled", (goal.id,)),
        ("Lane miles resurfaced", (goal.id,)),
    ]


def test_spending_by_period_is_not_measured() -> None:
    plan = read(
        "<h2>Expenditures</h2><table><tr><th></th><th>FY 2025 Actual</th><th>FY 2026 Adopted</th></tr><tr><td>Salaries"
        "</td><td>3,122</td><td>2,700</td></tr><tr><td>Supplies</td><td>16</td><td>24</td></tr></table>"
    )
    assert not plan.records


def test_numbered_commands_over_numbered_rows_with_measures_are_aims() -> None:
    plan = read(
        "<table><tr><th>Code</th><th>Action</th><th>Measure</th></tr><tr><td colspan=3>1.1 Renew the parks</td></tr>"
        "<tr><td>1.1.1</td><td>Upgrade the playground</td><td>Playground open</td></tr></table>"
    )
    (aim,), (action,) = plan.objectives, plan.actions
    assert (aim.text, action.parents) == ("Renew the parks", (aim.id,))


def test_the_contents_of_a_page_state_nothing() -> None:
    plan = parse(
        b"# Plan\n\n## In this section\n\n- Our goals\n- Plans\n\n## Our goals\n\n- Mend all roads\n",
        name="plan.md",
    )
    assert [record.text for record in plan.records] == ["Mend all roads"]
    assert listed_contents([]) == frozenset()


def test_a_legend_states_nothing() -> None:
    assert says_nothing("No Progress ● Accomplished ➜ Continue ✖ Discontinue")
    assert not says_nothing("Plant trees ➜ 2,000 by 2030")


def test_a_label_level_with_the_middle_of_two_lines_comes_before_both() -> None:
    sheet = Sheet()
    sheet.text(50, 106, "Goal 1", bold=True, size=12.0)
    sheet.text(120, 100, "Develop a workforce that is prepared for every", "emergency that can occur in the county")
    sheet.text(50, 150, "Crews answer more calls each year, and the calls take them longer than they did.")
    said = [" ".join(word.text for word in block_words(block)) for block in page_blocks((sheet.page(),))]
    assert said[:2] == [
        "Goal 1",
        "Develop a workforce that is prepared for every emergency that can occur in the county",
    ]
    assert NAMED.match("Strategic Priority 2:") and not NAMED.match("Goal setting")


def test_a_line_over_the_next_title_is_no_foot_of_the_column_beside_a_box() -> None:
    sheet = Sheet()
    sheet.text(50, 80, "Priority 1")
    sheet.text(50, 94, "Visible policing in each of our towns and in every village of the county today", size=14.0)
    sheet.text(50, 130, "• publish the names of all officers", "• put officers into the towns", "• go to each burglary")
    sheet.text(330, 130, "How will I know?", "More people say so", "Fewer burglaries")
    sheet.text(50, 200, "Priority 2")
    sheet.text(50, 214, "Protecting people from violence and from abuse at home and in the streets", size=14.0)
    blocks = page_blocks((sheet.page(),))
    said = [" ".join(word.text for word in block_words(block)) for block in blocks]
    assert any(isinstance(block, ListItem) for block in blocks)
    assert said.index("Priority 2") > next(at for at, text in enumerate(said) if text.endswith("Fewer burglaries"))


def test_letterspaced_capitals_that_the_layer_parts() -> None:
    style = Style(size=10.0)
    ends = {"THE": (50.0, 70.0), "M": (71.4, 79.0), "E": (80.4, 87.0), "II": (92.0, 98.0)}
    prints = [Print(text, (x0, 100.0, x1, 110.0), style, at) for at, (text, (x0, x1)) in enumerate(ends.items())]
    assert [item.text for item in closed_up(prints)] == ["THEME", "II"]


def test_a_shaded_head_over_one_white_row_is_a_table() -> None:
    sheet = Sheet().text(50, 60, "Access and flow", bold=True, size=14.0)
    xs = (50.0, 250.0, 350.0, 450.0)
    for left, right, head, cell in zip(
        xs, xs[1:], ("Indicator", "Current", "Target"), ("Time to bed", "1.35", "0.75"), strict=False
    ):
        sheet.fill("#00738a", left, 100, right, 120).text(left + 5, 105, head, bold=True)
        sheet.text(left + 5, 128, cell).across(146, left, right)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Indicator", "Current", "Target"], ["Time to bed", "1.35", "0.75"]]


def test_change_ideas_over_their_methods_and_measures() -> None:
    plan = read(
        "<table><tr><td colspan=3>Change Idea #1 Create an area for low-acuity arrivals</td></tr><tr><th>Methods</th>"
        "<th>Process measures</th><th>Target for process measure</th></tr><tr><td>Review the flow of patients weekly"
        "</td><td>Percentage of patients moved in time</td><td>80% by May 2027</td></tr></table>"
    )
    (idea,), (measure,) = plan.actions, plan.measures
    assert (idea.text, idea.label) == ("Create an area for low-acuity arrivals", "Change Idea #1")
    assert measure.parents == (idea.id,)


class TestPillars:
    """Aims side by side over `We will:`, and a table of indicators whose bands name them again."""

    plan = read(
        "<h1>Our plan</h1><table><tr><th>Warm homes</th><th>Good services</th></tr><tr><td>Nobody is cold.<br>"
        "We will:<ul><li>survey every home</li><li>replace old boilers</li></ul></td><td>Once is enough.<br>We will:"
        "<ul><li>publish our figures</li><li>open until eight</li></ul></td></tr></table>"
        "<h2>How we will measure success</h2><table><tr><th>Measure</th><th>2026</th><th>2027</th></tr>"
        "<tr><td colspan=3>Warm homes</td></tr>"
        "<tr><td>Homes "
        "in band C</td><td>71%</td><td>78%</td></tr><tr><td colspan=3>Good services</td></tr><tr><td>Overall "
        "satisfaction</td><td>66%</td><td>69%</td></tr></table>"
    )

    def test_the_heads_are_aims_and_what_stands_before_the_lead_in_is_none(self) -> None:
        assert [aim.text for aim in self.plan.objectives] == ["Warm homes", "Good services"]
        assert [action.text for action in self.plan.actions] == [
            "survey every home",
            "replace old boilers",
            "publish our figures",
            "open until eight",
        ]

    def test_indicators_serve_the_aim_that_their_band_names(self) -> None:
        first, second = self.plan.objectives
        assert [measure.parents for measure in self.plan.measures] == [(first.id,), (second.id,)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Theme 2: Strengthen primary care", "objective"),
        ("Theme 2: A thriving economy", None),
        ("Pillar 1: Health", None),
    ],
)
def test_themes_that_command_are_aims(text: str, role: str | None) -> None:
    found = printed_label(text)
    assert found is not None and found.role == role


def test_paragraphs_under_signs_of_success_and_with_bold_titles() -> None:
    plan = read(
        "<h2>Goal 1: Every child has books</h2><h3>What we’ll do</h3><p><b>Gift.</b> Give a million books.</p><p>"
        "<b>Share.</b> Set up swaps in all schools.</p><h3>How will I know?</h3><p>The gap has "
        " closed by half</p><p>Our index is quoted in parliament</p>"
    )
    assert [action.text for action in plan.actions] == [
        "Gift. Give a million books.",
        "Share. Set up swaps in all schools.",
    ]
    assert [measure.text for measure in plan.measures] == [
        "The gap has closed by half",
        "Our index is quoted in parliament",
    ]
