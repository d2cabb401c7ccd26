"""Measures printed behind a statement among its fields, and in columns that are counted."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse


def read(text: str) -> Plan:
    return parse(text.encode(), media_type="text/markdown")


@pytest.mark.parametrize(
    "tail",
    [
        "*Lead: Head of Estates. Timescale: by March 2031. Measure: homes started on site.*",
        "Lead: Head of Estates; Timescale: by March 2031; KPI: homes started on site",
        "(Lead: Head of Estates; Indicator: homes started on site; Due: by March 2031)",
    ],
)
def test_a_measure_among_the_fields_behind_a_statement(tail: str) -> None:
    plan = read(f"# Homes\n\n**Action 1.1:** Release ten sites for building. {tail}\n")
    (action,), (measure,) = plan.actions, plan.measures
    assert action.text.rstrip(".") == "Release ten sites for building"
    assert (action.owner, action.due and action.due.text) == ("Head of Estates", "by March 2031")
    assert (measure.text, measure.parents) == ("homes started on site", (action.id,))


def test_a_line_of_fields_under_headings() -> None:
    plan = read(
        "# Plan\n\n## 1.1 Release ten sites\n\nLead: Estates | Measure: homes started | Due: 2031\n\n"
        "## 1.2 Sell two yards\n\nLead: Parks | Measure: yards sold | Due: 2032\n"
    )
    assert [(action.text, action.owner) for action in plan.actions] == [
        ("Release ten sites", "Estates"),
        ("Sell two yards", "Parks"),
    ]
    assert [(measure.text, measure.parents) for measure in plan.measures] == [
        ("homes started", (plan.actions[0].id,)),
        ("yards sold", (plan.actions[1].id,)),
    ]


def test_key_results_in_counted_columns() -> None:
    plan = read(
        "| Objective | Key Result 1 | Key Result 2 |\n|---|---|---|\n"
        "| Make the ferries easy to use | Satisfaction rises to 85% | Calls fall by 20% |\n"
        "| Be a good place to work | Engagement score of 70% | Sickness below 5 days |\n"
    )
    first, second = (objective.id for objective in plan.objectives)
    assert [(measure.text, measure.parents) for measure in plan.measures] == [
        ("Satisfaction rises to 85%", (first,)),
        ("Calls fall by 20%", (first,)),
        ("Engagement score of 70%", (second,)),
        ("Sickness below 5 days", (second,)),
    ]


def test_areas_for_improvement_that_are_topics_group() -> None:
    plan = read(
        "| Area for improvement | What we will do | Lead |\n|---|---|---|\n"
        "| Leadership and culture | Hold sessions with all staff | HR |\n"
        "| Commercial skills | Train 200 contract managers | Procurement |\n"
    )
    assert not plan.objectives
    assert [action.category for action in plan.actions] == ["Leadership and culture", "Commercial skills"]


def test_a_target_under_an_aim_tells_when_it_is_reached() -> None:
    plan = read(
        "# Quality\n\n## Priority 1: Fewer falls\n\n**What we will do**\n\n- Train all staff\n\n"
        "**Target:** a fifth fewer by March 2031\n\n**Lead:** Chief Nurse\n"
    )
    (aim,), (measure,) = plan.objectives, plan.measures
    assert (aim.text, aim.owner, measure.text) == ("Fewer falls", "Chief Nurse", "a fifth fewer by March 2031")
    assert measure.parents == (aim.id,)


def test_measures_beside_indicators_are_taken() -> None:
    plan = read(
        "| Sector | Mitigation target | Measures | Indicator | Target year |\n|---|---|---|---|---|\n"
        "| Energy | Increase the share of wind power to 60% | Build wind parks | Capacity (MW) | 2030 |\n"
        "| Forestry | Raise forest cover to 30% | Plant native trees | Area planted (ha) | 2031 |\n"
    )
    assert [objective.text for objective in plan.objectives] == [
        "Increase the share of wind power to 60%",
        "Raise forest cover to 30%",
    ]
    assert [action.text for action in plan.actions] == ["Build wind parks", "Plant native trees"]
    assert [measure.text for measure in plan.measures] == ["Capacity (MW)", "Area planted (ha)"]


def test_rows_over_a_table_of_objectives_and_activities_are_the_objectives() -> None:
    head = "<tr><th>No</th><th>Objectives and activities</th><th>Who</th></tr>"
    rows = "".join(
        f"<tr><td>{number}</td><td colspan=2><b>{aim}</b></td></tr>"
        f"<tr><td>{number}.1</td><td>{deed}</td><td>HR</td></tr>"
        for number, aim, deed in (
            (1, "More women in leadership", "Set targets"),
            (2, "Equal pay", "Audit pay each year"),
        )
    )
    plan = parse(f"<table>{head}{rows}</table>".encode(), media_type="text/html")
    assert [(aim.label, aim.text) for aim in plan.objectives] == [("1", "More women in leadership"), ("2", "Equal pay")]
    assert [(deed.text, deed.parents) for deed in plan.actions] == [
        ("Set targets", (plan.objectives[0].id,)),
        ("Audit pay each year", (plan.objectives[1].id,)),
    ]
