"""Plans as bodies print them on their own pages: pillars, outlines saved as headings, key results."""

from __future__ import annotations

from typing import Any

from objectives_parser import parse


def records(text: str, name: str = "plan.md") -> dict[str, dict[str, Any]]:
    plan = parse(text.encode(), name=name).to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return {record["text"]: {**record, "kind": record["id"].partition("-")[0]} for record in found}


def kinds(found: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {text: record["kind"] for text, record in found.items()}


def test_a_pillar_is_a_title_its_aim_and_the_list_of_what_is_done() -> None:
    found = records(
        "# Plan of the harbour trust\n\n## Strategic pillars\n\n"
        "### Water of the basin\n\nReduce what the yards let into the basin by half.\n\n"
        "- Build a drain along the east quay.\n- Train the yards to keep what they drain.\n\n"
        "### Quays for walking\n\nIncrease the part of the quays that anybody may walk on.\n\n"
        "- Take down the fence of the old fish market.\n- Light the steps by the crane.\n"
    )
    aims = [text for text, record in found.items() if record["kind"] == "objective"]
    assert aims == [
        "Reduce what the yards let into the basin by half.",
        "Increase the part of the quays that anybody may walk on.",
    ]
    by_id = {record["id"]: text for text, record in found.items()}
    assert [by_id[parent] for parent in found["Light the steps by the crane."]["parents"]] == aims[1:]


def test_themes_without_lists_only_name_what_is_dealt_with() -> None:
    found = records(
        "# Yearbook\n\n## Strategic themes\n\n"
        "### Water of the basin\n\nReduce what the yards let into the basin, the council once said.\n\n"
        "### Quays for walking\n\nThe quays were open on most days.\n"
    )
    assert not found


def test_the_last_lines_of_an_outline_saved_as_headings_are_its_items() -> None:
    found = records(
        "# Reading rooms\n\n## 2031\n\n### Objectives\n\n"
        "#### Open ten reading rooms in the outer districts.\n\n#### Lend twice as many books to schools.\n\n"
        "### Actions\n\n#### Rent the three empty shops by the station.\n\n#### Hire a librarian for every room.\n"
    )
    assert kinds(found) == {
        "Open ten reading rooms in the outer districts.": "objective",
        "Lend twice as many books to schools.": "objective",
        "Rent the three empty shops by the station.": "action",
        "Hire a librarian for every room.": "action",
    }


def test_headings_that_name_parts_are_no_items_of_an_outline() -> None:
    """Topics under `Objectives`, and headings that hold text, stay headings."""
    assert not records("# Plan\n\n## Objectives\n\n### Rooms\n\n### Books\n\n### Who we are\n")
    found = records(
        "# Plan\n\n## Objectives\n\n### Rooms for the outer districts\n\n- Open ten reading rooms.\n- Heat them all.\n"
    )
    assert set(found) == {"Open ten reading rooms.", "Heat them all."}


def test_key_results_may_be_named_for_their_year_and_office() -> None:
    table = records(
        "# Plan\n\n| Objective | 2031 Harbour Office Key Results |\n|---|---|\n"
        "| Ships wait less | Waiting time falls from 9 to 4 hours |\n"
        "| Quays are safe | Accidents fall by half |\n"
    )
    assert kinds(table) == {
        "Ships wait less": "objective",
        "Waiting time falls from 9 to 4 hours": "measure",
        "Quays are safe": "objective",
        "Accidents fall by half": "measure",
    }


def test_a_heading_may_end_in_a_time_in_title_case() -> None:
    found = records("# The choir\n\n## Priorities This Year\n\n- A second concert in the town hall\n- New robes\n")
    assert set(found) == {"A second concert in the town hall", "New robes"}


def test_further_links_state_nothing() -> None:
    found = records(
        "# Plan\n\n## Actions\n\n- Build a drain along the quay.\n\n### Useful links and references\n\n"
        "- Improve your drains: a guide for yards\n- Reduce what you let into the basin: the law explained\n"
    )
    assert set(found) == {"Build a drain along the quay."}


def test_what_the_words_of_a_method_mean_is_no_aim() -> None:
    found = records(
        "# How we plan\n\n## OKRs\n\nThe harbour office uses objectives and key results to steer its work.\n\n"
        "## Objectives\n\nObjectives are short, bold statements of what a team wants to reach.\n\n"
        "## Key results\n\nA key result is a metric that tells how near it came.\n"
    )
    assert not found


def test_goals_under_a_numbered_goal_are_what_it_holds() -> None:
    """The paragraph below `Goals` is one even where the heading over both is `Goal 1: …`."""
    found = records(
        "# Plan of the office\n\n## Goal 1: A library in every district\n\n### Goals\n\n"
        "Open ten reading rooms in the outer districts.\n\n"
        "## Goal 2: Readers of all ages\n\n### Goals\n\nLend twice as many books to children.\n"
    )
    assert {"Open ten reading rooms in the outer districts.", "Lend twice as many books to children."} < set(found)


def test_a_team_that_is_to_use_a_method_is_an_aim() -> None:
    found = records(
        "# Plan\n\n## Objectives\n\n- Every team of the office uses OKRs\n- Ships wait for four hours less\n"
    )
    assert set(found) == {"Every team of the office uses OKRs", "Ships wait for four hours less"}


def test_key_results_are_nested_in_their_objectives() -> None:
    """Under a heading that names objectives and key results the form of the list tells which is which."""
    found = records(
        "# Harbour office\n\n## Q3 2031 OKRs\n\n"
        "- **Ships wait less at the gate**\n"
        "  - Waiting time falls from 9 to 4 hours\n"
        "  - Nine of ten ships are told their berth a day ahead\n"
        "- **Quays are safe by night**\n"
        "  - Accidents fall by half\n"
    )
    by_id = {record["id"]: text for text, record in found.items()}
    assert [text for text, record in found.items() if record["kind"] == "objective"] == [
        "Ships wait less at the gate",
        "Quays are safe by night",
    ]
    assert found["Accidents fall by half"]["kind"] == "measure"
    assert [by_id[parent] for parent in found["Accidents fall by half"]["parents"]] == ["Quays are safe by night"]


def test_key_results_are_listed_under_headings_of_objectives() -> None:
    labelled = records(
        "# Harbour office OKRs\n\n## Objective: Ships wait less\n\n- Waiting time falls from 9 to 4 hours\n"
        "- Nine of ten ships are told their berth\n\n## Objective: Quays are safe\n\n- Accidents fall by half\n"
    )
    bare = records(
        "# Harbour office OKRs\n\n## Ships wait less at the gate\n\n- Waiting time falls from 9 to 4 hours\n"
        "- Nine of ten ships are told their berth\n\n## Quays are safe by night\n\n- Accidents fall by half\n"
    )
    for found in (labelled, bare):
        assert [record["kind"] for record in found.values()] == ["objective"] * 2 + ["measure"] * 3
        assert all(bool(record["parents"]) == (record["kind"] == "measure") for record in found.values())


def test_key_results_under_teams_and_quarters_serve_no_objective() -> None:
    found = records(
        "# Harbour office OKRs\n\n## The pilots of the second team\n\n- Waiting time falls from 9 to 4 hours\n\n"
        "## Second quarter of 2031\n\n- Accidents fall by half\n"
    )
    assert not [text for text, record in found.items() if record["kind"] == "objective"]


def test_dates_of_figures_schedule_too() -> None:
    found = records(
        "# Data group\n\n## Milestones\n\n- 2031-03-01: First draft of the berth model\n"
        "- 2031-05-30: Freeze of the tide words\n- 2031-08-15: Call for tests\n"
    )
    assert {text: record["due"]["text"] for text, record in found.items()} == {
        "First draft of the berth model": "2031-03-01",
        "Freeze of the tide words": "2031-05-30",
        "Call for tests": "2031-08-15",
    }


def test_a_sentence_that_ends_in_what_stands_below_points_there() -> None:
    found = records("# Data group\n\n## Deliverables\n\nThe group will deliver the draft documents below.\n")
    assert not found
