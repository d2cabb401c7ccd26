"""Links that codes and labels tell across sheets, tables and sections: `SO1`, `Priority A`, `Indicators for Goal 2`."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse

AIMS = "# Port Strategy\n\n## Strategic objectives\n\n- **SO1** – The port is safe\n- **SO2** – The port is green\n\n"


def _plan(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def _parents(plan: Plan) -> dict[str, list[str]]:
    texts = {record.id: record.text for record in plan.records}
    return {record.text: [texts[parent] for parent in record.parents] for record in plan.records}


def test_codes_in_a_column_name_aims_that_stand_elsewhere() -> None:
    plan = _plan(AIMS + "## Actions\n\n| Ref | Objective | Action |\n|---|---|---|\n| A1 | SO1 | Mend the quay wall |\n"
                 "| A2 | SO1; SO2 | Train all pilots |\n\n## Indicators\n\n| KPI | Linked objective | Target |\n"
                 "|---|---|---|\n| Accidents a year | SO1 | 3 |\n| Tonnes of fuel | SO 2 | 400 |\n")  # fmt: skip
    parents = _parents(plan)

    assert [(aim.label, aim.text) for aim in plan.objectives] == [
        ("SO1", "The port is safe"),
        ("SO2", "The port is green"),
    ]
    assert parents["Mend the quay wall"] == ["The port is safe"]
    assert parents["Train all pilots"] == ["The port is safe", "The port is green"]
    assert parents["Accidents a year"] == ["The port is safe"]
    assert parents["Tonnes of fuel"] == ["The port is green"]


def test_codes_that_nobody_bears_link_nothing() -> None:
    plan = _plan("# Plan\n\n| Action | Supports |\n|---|---|\n| Mend the quay wall | SO7 |\n| Train pilots | X1 |\n")

    assert [action.parents for action in plan.actions] == [(), ()]


def test_a_code_alone_is_the_heading_of_its_aim() -> None:
    plan = _plan(AIMS + "## Work\n\n### SO2\n\n| Action | Lead |\n|---|---|\n| Fit shore power | Energy |\n")

    assert _parents(plan)["Fit shore power"] == ["The port is green"]


def test_a_label_alone_over_parts_is_the_heading_of_its_aim() -> None:
    """`Priority A` over `Actions:` and `Measures:`, after the priorities were stated one under the other."""
    plan = _plan("# School Plan\n\nPriority A: Every pupil reads well\n\nPriority B: Every pupil feels safe\n\n"
                 "## Priority A\n\nActions:\n\n- Buy new books\n\nSuccess measures:\n\n- 85% of pupils pass\n\n"
                 "## Priority B\n\nActions:\n\n- Appoint a counsellor\n")  # fmt: skip
    parents = _parents(plan)

    assert [aim.text for aim in plan.objectives] == ["Every pupil reads well", "Every pupil feels safe"]
    assert parents["Buy new books"] == parents["85% of pupils pass"] == ["Every pupil reads well"]
    assert parents["Appoint a counsellor"] == ["Every pupil feels safe"]


def test_indicators_for_a_numbered_item_of_a_list() -> None:
    plan = _plan("# Health Plan\n\n## Objectives\n\n1. Reduce smoking\n2. Improve access to clinics\n\n"
                 "### Indicators for Objective 2\n\n- Waiting time for a first visit\n")  # fmt: skip

    assert [measure.text for measure in plan.measures] == ["Waiting time for a first visit"]
    assert _parents(plan)["Waiting time for a first visit"] == ["Improve access to clinics"]


@pytest.mark.parametrize("text", ["SO2 emissions fall by a third", "CO2 falls by half", "PM10 stays below its limit"])
def test_gases_are_no_labels(text: str) -> None:
    plan = _plan(f"# Plan\n\n| Objective | Owner |\n|---|---|\n| {text} | Works |\n")

    assert [(aim.label, aim.text) for aim in plan.objectives] == [(None, text)]
