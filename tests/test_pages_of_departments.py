"""How departments print their plans: cells that wrap beside figures, lists without bullets, panels across columns,
aims under aims in forms and section rows, descriptions beside numbers."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.document import Cell, Furniture, Line, block_words
from objectives_parser.layout.pages import page_blocks
from objectives_parser.layout.tables import find_tables
from objectives_parser.roles import header_role, printed_label
from objectives_parser.statements import cell_statements
from tests.sheets import Sheet, texts


def read(text: str, name: str = "plan.md") -> Plan:
    return parse(text.encode(), name=name)


def parents(plan: Plan) -> dict[str, list[str]]:
    said = {record.id: record.text for record in plan.records}
    return {record.text: [said[parent] for parent in record.parents] for record in plan.records}


# --- layout -----------------------------------------------------------------------------------------------------------


def test_cells_of_several_lines_beside_figures_are_one_row() -> None:
    """`At least / 95%` and `March 31, / 2029` put figures on the second lines, in other columns than the first's."""
    sheet = Sheet().grid((50, 200, 270, 340, 400, 460), (100, 120, 160, 200))
    for x, name in zip((52, 202, 272, 342, 402), ("Indicator", "Target", "By", "2027", "2028"), strict=True):
        sheet.text(x, 104, name)
    for top, said in ((122, "Share of ships seen"), (162, "Share of letters kept")):
        sheet.text(52, top, said, "within the time", "that the law sets").text(202, top, "At least", "95%")
        sheet.text(272, top, "March 31,", "2029").text(342, top, "93%").text(402, top, "94%")
    (table,) = find_tables(sheet.page())
    assert [row[0] for row in texts(table)] == [
        "Indicator",
        "Share of ships seen within the time that the law sets",
        "Share of letters kept within the time that the law sets",
    ]


def lines_cell(sheet: Sheet, width: float) -> Cell:
    lines: dict[float, list[object]] = {}
    for word in sheet.page().words:
        assert word.bbox is not None
        lines.setdefault(word.bbox[1], []).append(word)
    made = tuple(Line(tuple(words)) for words in lines.values())  # type: ignore[arg-type]
    return Cell(row=1, column=1, lines=made, bbox=(50, 90, 50 + width, 300))


def test_capitals_alone_head_the_statements_of_a_narrow_cell() -> None:
    sheet = Sheet().text(
        52, 100, "Pilot extended", "to eight offices", "Outside", "assurance obtained", "for the IT system",
        "Spending within", "the agreed limit",
    )  # fmt: skip
    said = [statement.text for statement in cell_statements(lines_cell(sheet, 98), frozenset(), "never")]
    assert said == [
        "Pilot extended to eight offices",
        "Outside assurance obtained for the IT system",
        "Spending within the agreed limit",
    ]


def test_names_at_the_heads_of_lines_do_not_part_a_statement() -> None:
    sheet = Sheet().text(
        52, 100, "Agree with the", "Harbour Board and", "the Port of Ayle", "on dredging the", "Sound by spring",
    )  # fmt: skip
    assert len(cell_statements(lines_cell(sheet, 98), frozenset(), "never")) == 1


def panel_page(*, boxed: bool) -> list[str]:
    sheet = Sheet()
    sheet.text(50, 60, "Goal 1: A river that is clean from the springs in the hills down to the sea", size=14.0)
    sheet.text(50, 100, "Mend all the old sewers", "of the upper town and", "plant trees on the banks")
    sheet.text(320, 100, "Ask every farm to fence", "its land off and", "pay for half the fence")
    if boxed:
        sheet.grid((45, 560), (150, 196))
    sheet.text(50, 155, "We will know by this", "Fish in all of the brooks")
    sheet.text(50, 181, "A river that every child of the town may bathe in from May until September")
    sheet.text(320, 215, "More of this is told in", "the annex, where each of", "the works is costed")
    sheet.text(50, 215, "The council looks at it", "every year and tells the", "town what was done")
    return [" ".join(word.text for word in block_words(block)) for block in page_blocks((sheet.page(),))]


def test_a_panel_across_two_columns_belongs_to_neither() -> None:
    said = panel_page(boxed=True)
    fence = next(at for at, text in enumerate(said) if "fence" in text)
    panel = next(at for at, text in enumerate(said) if "Fish in all" in text)
    assert fence < panel


def test_the_heading_under_a_table_is_no_row_of_it_though_a_box_stands_below() -> None:
    sheet = Sheet()
    for y in (100, 120, 140, 160):
        for x0, x1 in ((50, 300), (300, 400), (400, 550)):
            sheet.across(y, x0, x1)
    for x0, x1 in ((50, 300), (300, 400), (400, 550)):
        sheet.fill("#005566", x0, 100, x1, 120)
    for y, row in ((104, ("Measure", "Result", "Target")), (124, ("Letters answered", "71%", "80%")),
                   (144, ("Calls taken", "64%", "75%"))):  # fmt: skip
        for x, text in zip((52, 302, 402), row, strict=True):
            sheet.text(x, y, text)
    sheet.text(52, 166, "Priority two: Sites of danger are governed well by those who run them", size=15.0, bold=True)
    sheet.fill("#e0f2f1", 50, 182, 550, 240)
    sheet.text(60, 190, "What it looks like", "Each loss is told and learnt from", "People near trust the office")
    (table,) = find_tables(sheet.page())
    assert texts(table)[-1] == ["Calls taken", "64%", "75%"]


# --- headers and labels -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Description of main measures of direct relevance", "measure"),
        ("Description of key policy measures", "action"),
        ("Description of progress", "note"),
        ("Description of the situation", "note"),
    ],
)
def test_headers_that_say_what_is_described(text: str, role: str) -> None:
    found = header_role(text)
    assert found is not None and found.role == role


@pytest.mark.parametrize("text", ["Strategic priority one: Safe work", "Outcome three – Safe work", "Priority two"])
def test_numbers_spelled_in_small_letters(text: str) -> None:
    found = printed_label(text)
    assert found is not None and found.role == "objective" and found.number in ("one", "two", "three")


def test_a_number_in_small_letters_needs_its_sign() -> None:
    assert printed_label("Goal one Council after the other has named") is None


def test_the_description_beside_a_number_states_what_the_number_counts() -> None:
    plan = read(
        "# Hazards\n\nGoal 1: Protect lives.\n\nGoal 2: Keep damage small.\n\n## Mitigation\n\n"
        "| Action ID | Description | Hazard | Goal(s) met | Lead agency |\n|---|---|---|---|---|\n"
        "| C-1 | Raise the houses by the brook | Flood | 2 | Works |\n"
        "| C-2 | New engines for both shelters | All | 1, 2 | Rescue |\n"
    )
    assert [(action.label, action.text, action.owner) for action in plan.actions] == [
        ("C-1", "Raise the houses by the brook", "Works"),
        ("C-2", "New engines for both shelters", "Rescue"),
    ]
    assert parents(plan)["New engines for both shelters"] == ["Protect lives.", "Keep damage small."]


def test_a_description_of_commands_with_who_and_when_lists_actions() -> None:
    rows = "| 1 | Raise the houses | Works | May 2029 |\n| 2 | Buy two engines | Rescue | June 2029 |\n"
    plan = read("| No. | Description | Lead | Deadline |\n|---|---|---|---|\n" + rows)
    assert [action.text for action in plan.actions] == ["Raise the houses", "Buy two engines"]


def test_a_description_beside_topics_states_nothing() -> None:
    rows = "| 1 | The houses by the brook | Works |\n| 2 | Both of the town's engines | Rescue |\n"
    plan = read("| No. | Description | Lead |\n|---|---|---|\n" + rows)
    assert not plan.records


def test_measures_that_are_taken_on_a_recommendation() -> None:
    plan = read(
        "| Recommendation | Description of main measures | Legal act | Expected impact |\n|---|---|---|---|\n"
        "| Reduce the levy on low pay | Raise the allowance in three steps | Act 1 | Levy down by 2 points |\n"
        "| Improve access to care | Build 14,000 new places in towns | Act 2 | Care for 30 % of children |\n"
    )
    assert [action.text for action in plan.actions][1::2] == [
        "Raise the allowance in three steps",
        "Build 14,000 new places in towns",
    ]
    assert parents(plan)["Levy down by 2 points"] == ["Raise the allowance in three steps"]


# --- aims under aims --------------------------------------------------------------------------------------------------


def form(*rows: tuple[str, str]) -> str:
    return "| | |\n|---|---|\n" + "".join(f"| {label} | {value} |\n" for label, value in rows)


TASKS = ("Critical tasks", "Map the outfalls<br>Line the worst pipes")
MORE = ("Critical tasks", "Plant willows<br>Fence the pasture")


@pytest.mark.parametrize(
    ("goal", "first", "second"),
    [("Goal 1", "Objective 1A", "Objective 1B"), ("Goal", "Objective", "Objective")],
)
def test_the_objectives_of_a_form_have_tasks_and_owners_of_their_own(goal: str, first: str, second: str) -> None:
    plan = read(
        form((goal, "Keep the river clean"), (first, "Stop overflows from sewers"), ("Lead", "Utilities"), TASKS,
             (second, "Restore the banks"), ("Lead", "Parks"), MORE)
    )  # fmt: skip
    found = parents(plan)
    assert found["Stop overflows from sewers"] == found["Restore the banks"] == ["Keep the river clean"]
    assert found["Line the worst pipes"] == ["Stop overflows from sewers"]
    assert found["Fence the pasture"] == ["Restore the banks"]
    assert {aim.text: aim.owner for aim in plan.objectives} == {
        "Keep the river clean": None,
        "Stop overflows from sewers": "Utilities",
        "Restore the banks": "Parks",
    }


def test_the_items_of_a_form_that_states_nothing_else_serve_what_stands_over_it() -> None:
    plan = read(
        "Objective 2B: Bring the town in\n\n" + form(("Timeframe", "12 months"), ("Assigned to", "Educator"), TASKS)
    )
    found = parents(plan)
    assert found["Map the outfalls"] == found["Line the worst pipes"] == ["Bring the town in"]


def test_an_aim_on_a_section_row_serves_the_wider_aim_on_the_row_above() -> None:
    head = "<tr><th>Action steps</th><th>Who</th></tr>"
    goals = "".join(
        f"<tr><td colspan=2>Goal: {goal}</td></tr><tr><td colspan=2>Strategy: {strategy}</td></tr>{head}"
        f"<tr><td>{deed}</td><td>Head</td></tr>"
        for goal, strategy, deed in (
            ("More children read well", "Teach in small groups", "Train all of the teachers"),
            ("More children come each day", "Build a team for those who stay away", "Call home on the first day"),
        )
    )
    found = parents(read(f"<table>{goals}</table>", "plan.html"))
    assert found["Teach in small groups"] == ["More children read well"]
    assert found["Build a team for those who stay away"] == ["More children come each day"]
    assert found["Call home on the first day"] == ["Build a team for those who stay away"]


def test_counted_parts_of_counted_aims_over_what_will_be_done() -> None:
    part = "### {} {}\n\n##### How we will do this\n\n- {}\n- {}\n\n"
    plan = read(
        "# Plan\n\n## Our objectives\n\n1. Give everyone clean power\n2. Leave the land in a better state\n\n"
        "## 1. Give everyone clean power\n\n"
        + part.format("1.1", "Ensure supply in each winter", "hold the auctions by May 2030", "review the standard")
        + part.format("1.2", "Keep bills low for all homes", "widen the discount", "offer a meter to each home")
        + "### Our performance\n\n| Indicator | Latest figure |\n|---|---|\n| Homes with meters | 12 |\n\n"
        "## 2. Leave the land in a better state\n\n"
        + part.format("2.1", "Improve the air in towns", "support 33 councils", "restrict the worst fuels")
    )
    found = parents(plan)
    assert found["Keep bills low for all homes"] == ["Give everyone clean power"]
    assert found["widen the discount"] == ["Keep bills low for all homes"]
    assert found["restrict the worst fuels"] == ["Improve the air in towns"]
    assert found["Homes with meters"] == ["Give everyone clean power"]


# --- what stands beside, over and under tables ------------------------------------------------------------------------


def test_what_success_looks_like_beside_an_objective_tells_how_one_will_know() -> None:
    row = "| Lead the work on the ports | {} | Rehearsal in May 2029 |\n"
    plan = read(
        "| Objective | What success looks like | Milestones |\n|---|---|---|\n" + row.format("Few lorries wait")
    )
    assert [measure.text for measure in plan.measures] == ["Few lorries wait"]
    assert parents(plan)["Rehearsal in May 2029"] == ["Lead the work on the ports"]
    alone = read("| Priority area | What success looks like |\n|---|---|\n| Ports | Few lorries wait at the gate |\n")
    assert [aim.text for aim in alone.objectives] == ["Few lorries wait at the gate"]


def test_a_list_that_goes_on_behind_semicolons_is_cut_at_each() -> None:
    sheet = Sheet().text(52, 100, "Running costs down by a tenth in real terms;", "clean accounts;")
    said = [statement.text for statement in cell_statements(lines_cell(sheet, 300), frozenset(), "always")]
    assert said == ["Running costs down by a tenth in real terms;", "clean accounts;"]


@pytest.mark.parametrize(
    ("text", "number", "end"),
    [
        ("2.3 Goal 1: Clean water", "1", 12),
        ("4. Objective 2.1 – Safe roads", "2.1", 19),
        ("2.3 Goals for all", "2.3", 4),
    ],
)
def test_labels_behind_the_number_of_a_section(text: str, number: str, end: int) -> None:
    found = printed_label(text)
    assert found is not None and (found.number, found.end) == (number, end)


def test_a_lone_action_in_a_column_of_lists_is_a_list_of_one() -> None:
    head = "| Objective | Strategies for delivery | KPI |\n|---|---|---|\n"
    plan = read(
        head + "| Keep the roads safe | - Seal 30 km<br>- Mend all the culverts | Kilometres sealed |\n"
        "| Let people cycle | Build the riverside path | Length of path opened |\n"
    )
    assert parents(plan)["Length of path opened"] == ["Let people cycle"]
    single = read(head + "| Let people cycle | Build the riverside path | Length of path opened |\n")
    assert parents(single)["Length of path opened"] == ["Build the riverside path"]


def test_the_theme_over_a_form_is_no_commitment() -> None:
    rows = (
        "<tr><td colspan=2>Theme: Public money</td></tr><tr><td colspan=2>Commitment 1: Publish the budget</td></tr>"
        "<tr><td>Lead agency</td><td>Treasury</td></tr><tr><td>Next steps</td><td>Test it with readers</td></tr>"
    )
    plan = read(f"<table>{rows}</table>", "plan.html")
    assert [action.text for action in plan.actions] == ["Publish the budget", "Test it with readers"]


def test_inputs_with_their_price_are_no_indicators() -> None:
    plan = read(
        "| Objective | Indicator |\n|---|---|\n| Children are safe | Cases fall by 30% |\n"
        "| Centres are open | Inputs: staff EUR 310,000; works EUR 120,000 |\n"
    )
    assert [measure.text for measure in plan.measures] == ["Cases fall by 30%"]


def test_a_core_responsibility_is_what_results_are_grouped_by() -> None:
    plan = read(
        "# Core responsibility: Food and health\n\nIn 2029 the agency will:\n\n- test a new route\n- ask all farms\n"
    )
    assert not plan.objectives and [action.text for action in plan.actions] == ["test a new route", "ask all farms"]


def test_notes_right_under_a_table_are_none_of_its_plan() -> None:
    sheet = Sheet().grid((50, 250, 350), (100, 120, 140, 160))
    for y, row in ((104, ("Indicator", "Result")), (124, ("Ships seen", "None *")), (144, ("Letters kept", "91%"))):
        for x, text in zip((52, 252), row, strict=True):
            sheet.text(x, y, text)
    sheet.text(50, 168, "* It was counted for the first time in the year before", size=7.0)
    sheet.text(50, 200, "The agency will look at these figures again in the next year.", "It will tell the town.")
    blocks = page_blocks((sheet.page(),))
    assert [block.kind for block in blocks if isinstance(block, Furniture)] == ["note"]
