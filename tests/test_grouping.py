"""What groups statements and what only parts a document, who serves whom by number, and whose owner a row names."""

from __future__ import annotations

from typing import Any

import pytest

from objectives_parser import parse
from objectives_parser.document import Word
from objectives_parser.drafts import Draft
from objectives_parser.frozen import evolve
from objectives_parser.reading import _that_say_something
from objectives_parser.recognizers.parts import names_kinds, names_part


def records(text: str, name: str = "plan.md") -> dict[str, dict[str, Any]]:
    plan = parse(text.encode(), name=name).to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return {record["text"]: record for record in found}


def parents(found: dict[str, dict[str, Any]], text: str) -> list[str]:
    by_id = {record["id"]: record["text"] for record in found.values()}
    return [by_id[parent] for parent in found[text]["parents"]]


@pytest.mark.parametrize(
    "text",
    [
        "Results framework",
        "Action Plan 2026/27",
        "ANNEX II – Policy actions of the ministries",
        "2025 Council plan",
        "Part I – Year One Goals",
        "Key Performance Indicators",
        "Implementation matrix (continued)",
        "The steps we will take",
        "Intermediate results",
        "Potential metrics/measures of success",
    ],
)
def test_names_of_parts(text: str) -> None:
    assert names_part(text)


@pytest.mark.parametrize("text", ["Water", "Business delivery objectives", "Proposed efforts", "Must do", "Transport"])
def test_names_of_groups(text: str) -> None:
    assert not names_part(text) and not names_kinds(text)


def test_a_part_of_the_plan_leaves_the_group_to_the_heading_over_it() -> None:
    found = records(
        "# Harbour Town\n\n## Water\n\n### Action plan 2027\n\n"
        "| Action | Lead |\n|---|---|\n| Mend all pipes | Works |\n"
    )
    assert found["Mend all pipes"]["category"] == "Water"


def test_a_caption_names_no_group_unless_it_tells_tables_apart() -> None:
    rows = "| Action | Lead |\n|---|---|\n| {} | Works |\n"
    one = records("# Town\n\n## Water\n\nTable 1: Improvement of pipes\n\n" + rows.format("Mend all pipes"))
    assert one["Mend all pipes"]["category"] == "Water"
    two = records(
        "# Town\n\n## Water\n\nTable 1: Works in the north\n\n" + rows.format("Mend all pipes")
        + "\nTable 2: Works in the south\n\n" + rows.format("Dig two wells")
    )  # fmt: skip
    assert "north" in two["Mend all pipes"]["category"] and "south" in two["Dig two wells"]["category"]


def test_a_caption_says_whom_its_table_serves() -> None:
    found = records(
        "# Plan\n\n**Output 1.1:** Landing sites are equipped to keep fish fresh\n\n"
        "**Output 1.2:** Wardens patrol every bay\n\n"
        "Table A2.1: Activities under Output 1.1\n\n| Activity | Lead |\n|---|---|\n| Build an ice plant | Works |\n"
    )
    assert parents(found, "Build an ice plant") == ["Landing sites are equipped to keep fish fresh"]
    assert not any("Activities under" in text for text in found)


OUTLINE = (
    "| Ref | {} | Sponsor | Due | RAG |\n|---|---|---|---|---|\n"
    "| 1 | Students who succeed | | | |\n"
    "| 1.1 | Strengthen advising | | | |\n"
    "| 1.1.1 | Appoint a lead in each faculty | Provost | May 2027 | Green |\n"
    "| 1.1.2 | Move all records to the portal | Registrar | June 2027 | Amber |\n"
    "| 2 | Research that matters | | | |\n"
    "| 2.1 | Open a contract office | Provost | May 2028 | Green |\n"
)


@pytest.mark.parametrize("header", ["Description", "Goal / Strategy / Action", "Item text"])
def test_an_outline_in_one_column(header: str) -> None:
    """All levels of a plan in one column, told apart by their numbers."""
    found = records(OUTLINE.format(header))
    assert found["Strengthen advising"]["id"].startswith("objective")
    assert parents(found, "Strengthen advising") == ["Students who succeed"]
    assert found["Appoint a lead in each faculty"]["id"].startswith("action")
    assert parents(found, "Appoint a lead in each faculty") == ["Strengthen advising"]
    assert found["Appoint a lead in each faculty"]["owner"] == "Provost"
    assert parents(found, "Open a contract office") == ["Research that matters"]


def test_numbers_alone_make_no_outline() -> None:
    """Nobody is to do it by any time: a list of parts."""
    text = (
        "| No. | Description |\n|---|---|\n| 1 | The old town |\n| 1.1 | Its harbour walls |\n"
        "| 1.2 | Its two gates |\n| 2 | The new town |\n"
    )
    assert not records(text)


def test_a_first_column_that_names_the_same_for_several_rows_groups_them() -> None:
    rows = [
        ("Gully Reserve", "Protect all corals"),
        ("Gully Reserve", "Keep the water clean"),
        ("Stone Bay", "Let seals breed"),
    ]
    text = "Framework,Objective,Why\n" + "".join(
        f"{area},{aim},\n" for area, aim in [*rows, ("Stone Bay", "Mend the pier")]
    )
    found = records(text, "plan.csv")
    assert found["Keep the water clean"]["category"] == "Gully Reserve"
    assert found["Let seals breed"]["category"] == "Stone Bay"


def test_the_nearest_of_two_grouping_columns() -> None:
    text = "| Sector | Strategic area | Action |\n|---|---|---|\n| Food | Rural roads | Pave all farm roads |\n"
    assert records(text)["Pave all farm roads"]["category"] == "Rural roads"


class TestFieldsOfARow:
    def test_recommendation_and_what_is_done_about_it(self) -> None:
        """The answer between them explains; owner and date are those of both."""
        found = records(
            "| No. | Recommendation | Management response | Corrective action | Responsible official | Target date "
            "| Status |\n"
            "|---|---|---|---|---|---|---|\n"
            "| 1 | Update the card policy | Concur | Issue a new policy to all | Chief of Finance | 31 March 2027 "
            "| Open |\n"
            "| 2 | Recover unallowed costs | Partially concur | Send letters to all debtors | Director | 30 June 2027 "
            "| Open |\n"
        )
        assert "Concur" not in found
        assert parents(found, "Issue a new policy to all") == ["Update the card policy"]
        for text in ("Update the card policy", "Issue a new policy to all"):
            assert (found[text]["owner"], found[text]["due"]["text"]) == ("Chief of Finance", "31 March 2027")

    def test_methods_under_a_group_of_columns_explain(self) -> None:
        html = (
            "<table><tr><th colspan=3>Change</th></tr><tr><th>Planned initiatives</th><th>Methods</th>"
            "<th>Process measures</th></tr><tr><td>Open a lounge on weekdays</td><td>Convert the old clinic</td>"
            "<td>Percent of discharges before noon</td></tr></table>"
        )
        found = records(html, "plan.html")
        assert "Convert the old clinic" not in found
        assert parents(found, "Percent of discharges before noon") == ["Open a lounge on weekdays"]

    def test_the_state_of_a_deed_is_not_its_measure_s(self) -> None:
        found = records(
            "<table><tr><th>Action</th><th>Lead</th><th>KPI</th><th>Status</th></tr>"
            "<tr><td rowspan=2>Mend all pipes</td><td rowspan=2>Works</td><td>Leaks per mile</td>"
            "<td rowspan=2>Green</td></tr>"
            "<tr><td>Hours without water</td></tr></table>",
            "plan.html",
        )
        assert found["Mend all pipes"]["status"] == "Green" and found["Leaks per mile"]["status"] is None

    def test_a_column_of_figures_named_status_is_where_measures_stood(self) -> None:
        found = records(
            "| Performance criteria | Unit | Status previous year | Target |\n|---|---|---|---|\n"
            "| Acreage under irrigation | acres | 8,400 | 9,000 |\n| Dams completed | number | 62 | 80 |\n"
        )
        record = found["Acreage under irrigation"]
        assert record["status"] is None and record["target"]["baseline"] == "8,400"


class TestLists:
    def test_bullets_between_numbers_are_parts_of_what_is_numbered(self) -> None:
        found = records(
            "Action Plan 2026/27\n\n1. Refurbish the pier\n- Agree the tender\n- Decide who manages it\n"
            "2. Prepare for the elections\n- Plan posters and a newsletter\n",
            "plan.txt",
        )
        assert parents(found, "Agree the tender") == ["Refurbish the pier"]
        assert parents(found, "Decide who manages it") == ["Refurbish the pier"]
        assert parents(found, "Plan posters and a newsletter") == ["Prepare for the elections"]
        assert parents(found, "Prepare for the elections") == []

    def test_one_bullet_under_each_number_tells_what_its_title_means(self) -> None:
        found = records(
            "Action Plan\n\n1. Agree the scope\n- Articulate clear goals for the council\n"
            "2. Choose the partners\n- Implement an open selection of partners\n",
            "plan.txt",
        )
        assert parents(found, "Articulate clear goals for the council") == []

    def test_the_same_part_under_each_labelled_aim(self) -> None:
        found = records(
            "Strategic Priority One: Invest in the growth of all staff.\n\nGoals:\n\n- Assess the skills of all staff\n"
            "- Create a plan of training\n\nStrategic Priority Two: Keep the building safe in storms.\n\nGoals:\n\n"
            "- Create a plan for disasters\n- Identify what to spend first\n"
        )
        assert parents(found, "Create a plan of training") == ["Invest in the growth of all staff."]
        assert parents(found, "Create a plan for disasters") == ["Keep the building safe in storms."]

    def test_rows_that_share_a_number_are_not_served_by_it(self) -> None:
        """`1.1` numbers what three indicators are for, none of which `1.1.1` could serve."""
        found = records(
            "ref,kpi name,unit\n1.1,Net revenue growth rate,%\n1.1,Cost of revenue collection,%\n"
            "1.1.1,Planned audits done,%\n",
            "plan.csv",
        )
        assert parents(found, "Planned audits done") == []


class TestAims:
    """Aims that no label names: rows and titles that tell how things shall be."""

    BAND = (
        "<table><tr><td colspan=4>1 Fewer young people are drawn into violence</td></tr>"
        "<tr><th>We will</th><th>Owner</th><th>By when</th><th>Measures of success</th></tr>"
        "<tr><td>Fund a mentor in every school</td><td>Head of Youth</td><td>May 2027</td>"
        "<td rowspan=2>First-time entrants to the justice system</td></tr>"
        "<tr><td>Extend diversion to weekends</td><td>Chief</td><td>June 2027</td></tr></table>"
    )

    def test_a_row_over_the_header_that_tells_an_outcome(self) -> None:
        found = records(self.BAND, "plan.html")
        aim = "Fewer young people are drawn into violence"
        assert found[aim]["id"] == "objective-1" and found[aim]["label"] == "1"
        assert parents(found, "Extend diversion to weekends") == [aim]

    def test_one_cell_of_measures_beside_all_that_is_done_for_an_aim(self) -> None:
        found = records(self.BAND, "plan.html")
        assert parents(found, "First-time entrants to the justice system") == [
            "Fewer young people are drawn into violence"
        ]

    def test_a_row_that_names_a_topic_groups(self) -> None:
        found = records(
            self.BAND.replace("1 Fewer young people are drawn into violence", "1. Young people"), "plan.html"
        )
        assert found["Extend diversion to weekends"]["category"] == "Young people"

    PARTS = "# {}\n\nSome words on it.\n\n## What we will do\n\n- {}\n\n## How we will know\n\n- {}\n\n"

    def test_titles_over_the_same_parts(self) -> None:
        found = records(
            self.PARTS.format("A greener borough", "Plant trees along all roads", "Trees planted in a year")
            + self.PARTS.format("Homes for everyone", "Build 350 homes for rent", "Affordable homes completed")
        )
        assert parents(found, "Plant trees along all roads") == ["A greener borough"]
        assert parents(found, "Affordable homes completed") == ["Homes for everyone"]

    def test_a_title_alone_over_such_parts_may_be_the_plan_s(self) -> None:
        found = records(
            self.PARTS.format("A greener borough", "Plant trees along all roads", "Trees planted in a year")
        )
        assert "A greener borough" not in found

    def test_a_sentence_that_says_which_aim_is_served(self) -> None:
        found = records(
            "# Objectives\n\n- Objective 1: Increase the share of entrants from poor areas\n"
            "- Objective 2: Close the gap in degrees between groups\n\n# Strategies\n\n## Strategy for mentoring\n\n"
            "Objectives and targets: this strategy supports Objective 2 (PTS_1).\n\n"
            "| Activity | Inputs |\n|---|---|\n| Mentor all first-year students | 120 mentors |\n"
        )
        assert parents(found, "Mentor all first-year students") == ["Close the gap in degrees between groups"]
        assert not any("supports" in text for text in found)

    def test_the_year_of_a_baseline_is_no_due_date(self) -> None:
        found = records(
            "| Indicator | Baseline year | Baseline | Target |\n|---|---|---|---|\n"
            "| Share of entrants from poor areas | 2022 | 9.1% | 12% |\n| Gap in degrees | 2023 | 8% | 5% |\n"
        )
        assert found["Gap in degrees"]["due"] is None


class TestGuesses:
    """A link that only the place of a statement tells is named by a diagnostic."""

    @staticmethod
    def guessed(text: str, name: str = "plan.md") -> set[str]:
        plan = parse(text.encode(), name=name).to_dict()
        named = [diagnostic["records"] for diagnostic in plan["diagnostics"] if diagnostic["code"] == "guessed-parent"]
        return {record for ids in named for record in ids}

    def test_bullets_between_numbers(self) -> None:
        text = (
            "Action Plan 2026/27\n\n1. Refurbish the pier\n- Agree the tender\n- Decide who manages it\n"
            "2. Prepare for the elections\n"
        )
        assert self.guessed(text, "plan.txt") == {"action-2", "action-3"}

    def test_rows_under_a_labelled_aim_are_no_guess(self) -> None:
        text = "## Goal 1: Clean air for all\n\n| Action | Lead |\n|---|---|\n| Plant all streets | Works |\n"
        assert self.guessed(text) == set()

    def test_all_that_nothing_claims_under_the_one_goal(self) -> None:
        text = (
            "# Goal Statement\n\nReduce deaths on roads by 30 percent by 2030.\n\n# Key Milestones\n\n"
            "| Milestone | Due |\n|---|---|\n| Open a crash laboratory | May 2027 |\n"
        )
        assert self.guessed(text) <= {"milestone-1"}


class TestLevels:
    """A logframe's levels down its first column, set upright."""

    ROWS = (
        "<table><tr><th></th><th>Results chain</th><th>Indicators</th></tr>"
        "<tr><td>I m p a c t</td><td>Growth reaches all regions of the country</td><td>Share of the poor</td></tr>"
        "<tr><td>O u t c o m e ( s )</td><td>Small firms find credit near home</td><td>Value of bank lending</td></tr>"
        "<tr><td>O u t p u t s</td><td>Staff trained in five towns</td><td>Number of staff trained</td></tr></table>"
    )

    def test_each_serves_the_level_above(self) -> None:
        found = records(self.ROWS, "plan.html")
        assert parents(found, "Small firms find credit near home") == ["Growth reaches all regions of the country"]
        assert parents(found, "Staff trained in five towns") == ["Small firms find credit near home"]
        assert {record["category"] for record in found.values()} == {None}

    def test_rows_that_begin_together_give_no_date_to_their_aim(self) -> None:
        found = records(
            "<table><tr><th>Objective</th><th>Activity</th><th>Start</th><th>End</th></tr>"
            "<tr><td rowspan=2>Safe toys for all</td><td>Train inspectors</td><td>Jan 2027</td><td>May 2027</td></tr>"
            "<tr><td>Run two sweeps of shops</td><td>Jan 2027</td><td>Nov 2027</td></tr></table>",
            "plan.html",
        )
        assert found["Safe toys for all"]["due"] is None
        assert found["Run two sweeps of shops"]["due"]["text"] == "Nov 2027"


def test_cells_of_a_lone_dash_leave_the_links_of_all_others() -> None:
    """A cell that holds a dash states nothing; dropped, it must not move what the statements behind it serve."""
    plan = (
        "# Town\n\n## Goal 1: Keep the river clean\n\n"
        "| Action | Measure |\n|---|---|\n| - | - |\n| Mend all pipes | Leaks found |\n| - | Wells dug |\n\n"
        "## Goal 2: Make streets safer\n\n| Action | Measure |\n|---|---|\n| Build zebra crossings | - |\n"
        "| Lower all speed limits | Accidents on main roads |\n"
    )
    found = records(plan)
    assert parents(found, "Mend all pipes") == ["Keep the river clean"]
    assert parents(found, "Leaks found") == ["Mend all pipes"]
    assert parents(found, "Build zebra crossings") == ["Make streets safer"]
    assert parents(found, "Accidents on main roads") == ["Lower all speed limits"]


def test_what_hangs_on_a_lone_dash_hangs_on_nothing() -> None:
    lines = ((Word(text="-", start=0, end=1),),), ((Word(text="Act", start=2, end=5),),)
    dash = Draft(kind="objective", lines=lines[0], text="-", basis="table")
    deed = Draft(kind="action", lines=lines[1], text="Act", basis="table", under=(0, 2), fixed_parents=(0, 2))
    goal = evolve(deed, kind="objective", text="Goal", under=(), fixed_parents=None)
    kept = _that_say_something([dash, deed, goal])
    assert [(draft.under, draft.fixed_parents) for draft in kept] == [((1,), (1,)), ((), None)]
