"""Goals over tables, general aims over numbered ones, measures for all that is done for a goal, and questions that
announce its actions."""

from __future__ import annotations

from typing import Any

import pytest

from objectives_parser import parse
from objectives_parser.records import Plan
from objectives_parser.roles import lead_in_role


def plan_of(body: str) -> Plan:
    return parse(body.encode(), name="plan.html")


def told(plan: Plan) -> list[tuple[Any, ...]]:
    by_id = {record.id: record.text for record in plan.records}
    found = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.id.split("-")[0], record.text, [by_id[parent] for parent in record.parents]) for record in found]


def table(*rows: tuple[str, ...], tag: str = "th") -> str:
    head, *body = rows
    cells = [f"<{tag}>{cell}</{tag}>" for cell in head]
    return (
        f"<table><tr>{''.join(cells)}</tr>"
        + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body)
        + "</table>"
    )


def listed(*items: str) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def test_a_goal_in_bold_behind_its_name_is_the_goal_of_the_table_below() -> None:
    aims = table(("Objectives", "Actions"), ("1.1 Safe quays by night", "1.1.1 Light all the quays"))
    plan = plan_of(f"<p><b>Goal: A harbour open to all</b></p>{aims}")
    goal, quays = "A harbour open to all", "Safe quays by night"
    assert told(plan) == [
        ("objective", goal, []),
        ("objective", quays, [goal]),
        ("action", "Light all the quays", [quays]),
    ]


@pytest.mark.parametrize("name", ["Programme objective", "Overall objective", "Policy objective"])
def test_numbered_objectives_serve_the_one_that_is_named_more_widely(name: str) -> None:
    quays, boats = "Quays are safe by day and night", "Boats carry less oil"
    plan = plan_of(
        f"<p>{name}: The harbour is a good neighbour</p><p>Objective 1: {quays}</p>{listed('Light all the quays')}"
        f"<p>Objective 2: {boats}</p>{listed('Sell clean engines')}"
    )
    wide = "The harbour is a good neighbour"
    assert [(text, parents) for kind, text, parents in told(plan) if kind == "objective"] == [
        (wide, []),
        (quays, [wide]),
        (boats, [wide]),
    ]


def goal(number: int, *, early: bool = False) -> str:
    measures = "<p>We will measure success by:</p>" + listed(f"Share of boats that are safe in basin {number}")
    lamps, guards = listed(f"Buy lamps for basin {number}"), listed(f"Hire guards for basin {number}")
    return (
        f"<h2>Goal {number}: Make harbour {number} safe for all</h2>"
        f"<h3>Objective {number}.1: Light the quays of basin {number}</h3>{lamps}{measures if early else ''}"
        f"<h3>Objective {number}.2: Guard the boats in basin {number}</h3>{guards}{'' if early else measures}"
    )


def served(plan: Plan) -> list[str]:
    by_id = {record.id: record for record in plan.records}
    return [by_id[parent].label or "" for measure in plan.measures for parent in measure.parents]


def test_measures_behind_the_last_objective_of_each_goal_are_the_goals() -> None:
    assert served(plan_of(goal(1) + goal(2))) == ["Goal 1", "Goal 2"]


def test_one_goal_or_measures_elsewhere_tell_nothing_of_whose_they_are() -> None:
    assert served(plan_of(goal(1))) == ["Objective 1.2"]
    assert served(plan_of(goal(1) + goal(2, early=True))) == ["Objective 1.2", "Objective 2.1"]


def test_a_list_of_measures_beside_all_that_is_done_speaks_of_the_goal_above() -> None:
    row = (listed("Light all the quays", "Hire two guards"), listed("Boats stolen each year", "Falls on the quays"))
    plan = plan_of("<h2>Goal A: Be a safe harbour by night</h2>" + table(("Strategies", "Performance measures"), row))
    assert served(plan) == ["Goal A", "Goal A"]


def test_a_question_tells_what_answers_it_and_not_the_objective_that_it_names() -> None:
    told_by = {
        "How our department is achieving this objective:": "action",
        "How we will deliver these goals:": "action",
        "How we measure this objective:": "measure",
        "Our objectives are:": "objective",
        "What did we do to reach the goals:": None,
    }
    assert {text: lead_in_role(text) for text in told_by} == told_by


def test_an_item_that_gives_examples_is_whole_without_them() -> None:
    nested = listed("printing maps of the sands", "calling boats by radio")
    body = (
        "<h2>Deliverables</h2><ul><li>Charts of all harbours of the coast</li>"
        f"<li>Advice and support to the pilots of the coast, including:{nested}</li></ul>"
    )
    advice = "Advice and support to the pilots of the coast, including:"
    assert told(plan_of(body))[1:] == [
        ("milestone", advice, []),
        ("milestone", "printing maps of the sands", [advice]),
        ("milestone", "calling boats by radio", [advice]),
    ]


def test_a_cell_may_say_first_where_its_measure_starts() -> None:
    said = (
        "<p>Starting point: 12 % of quays in 2026</p><p>Performance indicator:<br>Share of quays with lamps</p>"
        "<p>Target: 80 % by 2030</p>"
    )
    plan = plan_of(table(("Actions", "Performance indicators and targets"), ("Light all the quays", said)))
    (measure,) = plan.measures
    assert measure.text == "Share of quays with lamps"
    assert measure.target is not None
    assert (measure.target.text, measure.target.baseline) == ("80 % by 2030", "12 % of quays in 2026")


def test_a_row_in_italics_alone_names_the_rows_below_it() -> None:
    rows = table(
        ("Action", "Owner"),
        ("<i>Guard, light and mend</i>", ""),
        ("Light all the quays", "Harbour office"),
        ("Hire two guards", "Police"),
    )
    assert [(action.text, action.category) for action in plan_of(rows).actions] == [
        ("Light all the quays", "Guard, light and mend"),
        ("Hire two guards", "Guard, light and mend"),
    ]


def promised(heading: str, deed: str) -> str:
    return f"<h3>{heading}</h3><p>We will:</p>{listed(deed, f'{deed} again')}"


def test_clauses_over_what_will_be_done_under_a_numbered_aim_are_aims() -> None:
    plan = plan_of(
        "<h2>Priority 1: A harbour where all can work</h2>"
        + promised("Crews get the best start", "open a school for pilots")
        + promised("Boats use less oil", "sell clean engines")
    )
    wide = "A harbour where all can work"
    assert [(aim.text, aim.parents) for aim in plan.objectives] == [
        (wide, ()),
        ("Crews get the best start", ("objective-1",)),
        ("Boats use less oil", ("objective-1",)),
    ]
    assert {action.parents for action in plan.actions} == {("objective-2",), ("objective-3",)}


def test_topics_under_a_numbered_aim_part_what_will_be_done() -> None:
    plan = plan_of(
        "<h2>Priority 1: A harbour where all can work</h2>"
        + promised("Schools", "open a school for pilots")
        + promised("Engines", "sell clean engines")
    )
    assert len(plan.objectives) == 1
    assert {action.parents for action in plan.actions} == {("objective-1",)}


def test_a_heading_of_the_same_word_states_what_its_number_and_title_stand_for() -> None:
    steps = table(("Milestones", "Deadline"), ("4.1 Build a register of boats", "May 2027"))
    plan = plan_of(
        "<h2>Commitment 4: Open harbours</h2><h3>The issue to be addressed</h3><p>Few know who owns a boat.</p>"
        f"<h3>Commitment</h3><p>The Government will make it easy to know who owns the boats.</p>{steps}"
    )
    (commitment,) = plan.actions
    assert commitment.text == "The Government will make it easy to know who owns the boats."
    assert (commitment.label, commitment.category) == ("Commitment 4", "Open harbours")
    assert [step.parents for step in plan.milestones] == [(commitment.id,)]


def test_policies_and_proposals_list_what_will_be_done() -> None:
    trial = listed("Trial hydrogen on two ferries")
    plan = plan_of(f"<h2>Goal 1: Ferries are clean and quiet</h2><h3>Policies and proposals</h3>{trial}")
    assert [(action.text, action.parents) for action in plan.actions] == [
        ("Trial hydrogen on two ferries", ("objective-1",))
    ]
