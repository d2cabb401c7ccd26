"""Whole plans that say their aims more than once: at a glance up front, in the parts, in the tables behind them."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.drafts import Draft
from objectives_parser.records import Kind
from objectives_parser.repeats.outlines import told_by_outline


def html(*parts: str) -> Plan:
    return parse(f"<h1>Plan of the valley</h1>{''.join(parts)}".encode(), name="plan.html")


def rows(*lines: str) -> str:
    head, *body = (line.split(" | ") for line in lines)
    cells = ["<tr>" + "".join(f"<th>{cell}</th>" for cell in head) + "</tr>"]
    cells += ["<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in body]
    return "<table>" + "".join(cells) + "</table>"


def parents(plan: Plan) -> dict[str, list[str]]:
    named = {record.id: record.text for record in plan.records}
    return {record.text: [named[at] for at in record.parents] for record in plan.records}


def part(priority: str, wished: str, done: str) -> str:
    return f"<h2>{priority}</h2><h3>We want to see:</h3><ul>{wished}</ul><h3>We will:</h3><ul>{done}</ul>"


AT_A_GLANCE = rows(
    "Priority 1<br>Rivers for all | Priority 2<br>Busy mills",
    "Cleaner water | More spinners in work",
    "Fewer floods | Fair prices for wool",
)
PARTS = (
    part("Priority 1: Rivers for all", "<li>Cleaner water</li><li>Fewer floods</li>", "<li>Dredge the weir</li>"),
    part(
        "Priority 2: Busy mills",
        "<li>More spinners in work</li><li>Fair prices for wool</li>",
        "<li>Train forty weavers</li>",
    ),
)


def test_cells_of_a_plan_on_a_page_are_what_its_parts_state() -> None:
    """A list under a priority's heading says whom it serves; the cell that only names it says nothing."""
    found = parents(html(AT_A_GLANCE, *PARTS))
    assert found["Cleaner water"] == found["Fewer floods"] == ["Rivers for all"]
    assert found["More spinners in work"] == found["Fair prices for wool"] == ["Busy mills"]


def test_a_table_that_says_more_than_the_parts_is_no_overview() -> None:
    led = rows("Objective | Lead", "Cleaner water | Miller", "Fewer floods | Warden", "Fair prices for wool | Reeve")
    plan = html(led, *PARTS)
    assert {record.owner for record in plan.objectives} >= {"Miller", "Warden", "Reeve"}


CARDS = (
    "<h2>Target 1: Half of all looms powered by water by 2030</h2>"
    "<h3>L1. Mend the mill race at the ford</h3><p>Eighty yards of it, with new gates.</p>"
    "<p>Lead: Mill Office | Timeline: 2027</p>"
    "<h3>L2. Buy six turbines for the dale</h3><p>They are made in the next town.</p>"
    "<p>Lead: Power Board | Timeline: 2028</p>"
)
MATRIX = "<h2>Annex: Implementation matrix</h2>" + rows(
    "No. | Action | Lead | Timeline | Indicator",
    "L1 | Mend the mill race at the ford | Mill Office | 2027 | Yards mended",
    "L2 | Buy six turbines for the dale | Power Board | 2028 | Turbines that run",
)


def test_a_row_of_the_matrix_serves_what_its_card_stands_under() -> None:
    found = parents(html(CARDS, MATRIX))
    aim = "Half of all looms powered by water by 2030"
    assert found["Mend the mill race at the ford"] == found["Buy six turbines for the dale"] == [aim]
    assert found["Yards mended"] == ["Mend the mill race at the ford"]


def test_figures_under_a_deed_in_a_heading_explain_it() -> None:
    """`120 yards of it` under a heading and over who leads: the heading is what will be done."""
    plan = html(CARDS.replace("Eighty", "80").replace("They are made in the next town", "12 cranes, from the coast"))
    assert [(record.text, record.owner) for record in plan.actions] == [
        ("Mend the mill race at the ford", "Mill Office"),
        ("Buy six turbines for the dale", "Power Board"),
    ]


GOALS = ("Streams that fish return to", "Paths that link the villages")
STATED = "".join(
    f"<h2>Goal {number}: {goal}</h2><p>Why it matters.</p>"
    f"<h3>Actions</h3><ul><li>Plant {number}0 willows</li><li>Mend {number} bridges</li></ul>"
    for number, goal in enumerate(GOALS, 1)
)


def test_a_goal_named_in_two_tables_is_one_record() -> None:
    indicators = rows("Goal | Indicator", f"1. {GOALS[0]} | Trout counted", f"2. {GOALS[1]} | Miles of path")
    years = rows("Goal | Milestone", f"1. {GOALS[0]} | Weir taken down", f"2. {GOALS[1]} | Third stile built")
    plan = html(STATED, "<h2>How we will know</h2>", indicators, "<h2>The next years</h2>", years)
    assert [record.text for record in plan.objectives] == list(GOALS)
    found = parents(plan)
    assert found["Trout counted"] == found["Weir taken down"] == [GOALS[0]]
    assert found["Miles of path"] == found["Third stile built"] == [GOALS[1]]


def test_a_code_in_a_column_is_the_goal_that_bears_it() -> None:
    goals = rows("Code | Goal", f"ST | {GOALS[0]}", f"PA | {GOALS[1]}")
    work = rows("Goal | Strategy | Lead", "ST | Take the weir down | Miller", "PA | Build three stiles | Warden")
    plan = html("<h2>Our goals</h2>", goals, "<h2>Work plan</h2>", work)
    assert [record.text for record in plan.objectives if not record.parents] == list(GOALS)
    assert parents(plan)["Take the weir down"] == [GOALS[0]]
    assert parents(plan)["Build three stiles"] == [GOALS[1]]


def test_a_goal_listed_stated_and_measured_is_one_record() -> None:
    listed = "<h2>Our goals</h2><ol>" + "".join(f"<li>{goal}</li>" for goal in GOALS) + "</ol>"
    indicators = rows("Goal | Indicator", f"1. {GOALS[0]} | Trout counted", f"2. {GOALS[1]} | Miles of path")
    plan = html(listed, STATED, "<h2>How we will know</h2>", indicators)
    assert [record.text for record in plan.objectives] == list(GOALS)
    assert parents(plan)["Plant 20 willows"] == parents(plan)["Miles of path"] == [GOALS[1]]


def test_bullets_under_numbered_objectives_are_deeds() -> None:
    """The goal that `1.1` is a part of is the heading; bare bullets are a level of their own."""
    plan = html(
        "<h2>Goal 1</h2><h3>Paths that link the villages</h3><h3>Objectives</h3>"
        "<ul><li>1.1 Safe crossings of the river"
        "<ul><li>Build a bridge at the ford</li><li>Repair the ferry</li></ul></li>"
        "<li>1.2 Signs that all can read"
        "<ul><li>Design new signs</li><li>Install benches beside them</li></ul></li></ul>"
    )
    assert [record.text for record in plan.actions] == [
        "Build a bridge at the ford",
        "Repair the ferry",
        "Design new signs",
        "Install benches beside them",
    ]


def test_what_a_deed_is_for_does_not_make_it_a_description() -> None:
    plan = html(
        "<h2>Objective 1: Open the river</h2><h3>Strategies</h3><ul>"
        "<li>Schedule repairs of all locks together, so that the river is closed once.</li>"
        "<li>Stock spare gates for the weir.</li></ul>"
    )
    assert len(plan.actions) == len(("Schedule", "Stock"))


def test_a_goal_of_adaptation_is_the_plans_own() -> None:
    plan = html("<h2>Adaptation</h2><p>The long-term goal of adaptation is to protect the dale from drought.</p>")
    assert [record.kind for record in plan.records] == ["objective"]


def test_where_a_body_works_states_nothing() -> None:
    plan = html("<h2>Operating environment</h2><p>The Wool Accord commits to halve the tithe by 2030.</p>", STATED)
    assert not any("tithe" in record.text for record in plan.records)


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("Commitments of the previous plan", False),
        ("Review of the 2019–2022 action plan", False),
        ("Our last strategy", False),
        ("Progress on the 2023–2025 plan", True),
    ],
)
def test_what_came_of_an_earlier_plan_is_none_of_this_one(heading: str, read: bool) -> None:
    table = rows("Commitment | Result", "Publish the budget of the dale | Completed", "Open the old archive | Dropped")
    text = f"<h1>Action plan of the dale 2023–2025</h1><h2>{heading}</h2>{table}{STATED}"
    plan = parse(text.encode(), name="plan.html")
    assert any("archive" in record.text for record in plan.records) is read


def draft(kind: Kind, text: str, *under: int) -> Draft:
    return Draft(kind=kind, lines=(), text=text, basis="list", under=under)


def test_an_outline_in_other_words_is_told_by_its_parts() -> None:
    """A summary says the aim, and one part of it, otherwise than the section does."""
    summary = [
        draft("objective", "Use the river in more ways"),
        draft("action", "Build landings at all mills", 0),
        draft("action", "Teach people on boats", 0),
        draft("action", "Run a ferry in winter", 0),
    ]
    section = [
        draft("objective", "A river that carries goods"),
        draft("action", "Build landings at all mills", 4),
        draft("action", "Teach forty people who steer boats", 4),
        draft("action", "Run a ferry in winter", 4),
    ]
    assert told_by_outline([*summary, *section], {1: 5, 3: 7}) == {2: 6}
    assert told_by_outline([*summary, *section], {1: 5, 2: 6, 3: 7}) == {0: 4}
    assert told_by_outline([*summary, *section], {1: 5}) == {}
