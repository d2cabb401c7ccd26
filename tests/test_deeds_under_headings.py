"""Recommendations that headings state, lists that a heading names, and what groups what stands under it."""

from __future__ import annotations

from typing import Any

from objectives_parser import parse


def records(text: str, name: str = "plan.md") -> dict[str, dict[str, Any]]:
    plan = parse(text.encode(), name=name).to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return {record["text"]: {**record, "kind": record["id"].partition("-")[0]} for record in found}


def test_a_lead_in_under_a_recommendation_does_not_end_the_recommendations() -> None:
    """The words between a heading that tells what to do and its list go on with it."""
    found = records(
        "## 7 Recommendations\n\n"
        "To help the boroughs, the following recommendations are made:\n\n"
        "###1. Help the boroughs \n\nso that they may share one register:\n\n"
        "-   Publish the format of the register\n\n-   Lend the boroughs two clerks\n\n"
        "A shared format lets them plan ahead.\n\n"
        "###2. Work with every printer \n\nincluding the small ones to:\n\n"
        "-   Review the price of paper\n\n-   Agree one list of inks\n\n"
        "###3. Write a guide\n\nfor new clerks.\n"
    )
    assert {text for text, record in found.items() if record["kind"] == "action"} == set(found)
    assert [record["label"] for record in found.values() if record["label"]] == ["1", "2", "3"]
    by_id = {record["id"]: text for text, record in found.items()}
    assert [by_id[parent] for parent in found["Agree one list of inks"]["parents"]] == ["Work with every printer"]


def test_measures_that_are_taken_by_a_time_are_deeds() -> None:
    """`Short-term measures` over commands lists what is done, and groups it; over what is counted it lists measures."""
    found = records(
        "## 4 Policy recommendations\n\nThe following policy recommendations are proposed:\n\n"
        "**Short-term measures (1-2 years)**\n\n"
        "1. **Survey of the dykes**: Commission an engineer to walk every dyke.\n"
        "2. **Pumps**: Replace the pumps of the lower town.\n\n"
        "**Long-term measures (5-10 years)**\n\n"
        "3. **A second sluice**: Build a sluice above the mill.\n"
        "4. **A law on dykes**: Enact a law on who keeps the dykes.\n"
    )
    assert {record["kind"] for record in found.values()} == {"action"}
    assert len(found) == 4
    assert found["A second sluice: Build a sluice above the mill."]["category"] == "Long-term measures (5-10 years)"
    counted = records("## Plan\n\n### Key measures\n\n- Number of dykes walked\n- Share of pumps replaced\n")
    assert {record["kind"] for record in counted.values()} == {"measure"}


def test_two_commands_of_three_bullets_make_a_list_of_deeds() -> None:
    """A bullet without a verb among commands is one of them; numbered paragraphs are no such list."""
    found = records("# Board\n\n## Growth\n\n- Open a second reading room\n- Capital campaign\n- Expand the book bus\n")
    assert {record["kind"] for record in found.values()} == {"action"}
    assert len(found) == 3


def test_ticks_are_bullets_and_what_will_have_been_done_tells_success() -> None:
    """`By 2031, we will have:` under `Success measures` lists measures, with the date for each."""
    found = records(
        "# Shelter\n\n## Success measures\n\nBy 31 December 2031, we will have:\n\n"
        "✓ Housed 200 families\n✓ Trained 40 wardens\n✓ Built a second kitchen\n"
    )
    assert {text: record["kind"] for text, record in found.items()} == dict.fromkeys(
        ("Housed 200 families", "Trained 40 wardens", "Built a second kitchen"), "measure"
    )
    assert {record["due"]["text"] for record in found.values()} == {"By 31 December 2031"}


def test_the_name_over_the_title_groups_nothing_and_kinds_of_metrics_do() -> None:
    found = records(
        "# HARBOUR KITCHEN\n## Strategic Plan 2031-2034\n\n## Measuring\n\n"
        "### Kitchen metrics\n- Meals served: 5,000 → 7,500\n- Streets reached: 40\n\n"
        "### Financial metrics\n- Cost of a meal: $2\n- Share of costs met by gifts: 90%\n"
    )
    assert found["Meals served: 5,000 → 7,500"]["category"] == "Kitchen metrics"
    assert found["Cost of a meal: $2"]["category"] == "Financial metrics"
    plain = records("# HARBOUR KITCHEN\n## Strategic Plan 2031-2034\n\n### Goals\n- Serve every street of the town\n")
    assert [record["category"] for record in plain.values()] == [None]


def test_a_part_of_the_plan_over_a_table_groups_its_rows() -> None:
    """`Pillar 1: …` over the width of the table, above the header, is nearer than the caption over the table."""
    found = records(
        "## Table 2: What it costs\n\n<table>"
        '<tr><td colspan="3">Pillar 1: Clean water for the lower town</td></tr>'
        "<tr><th>No.</th><th>Activities</th><th>Cost in $</th></tr>"
        "<tr><td>1</td><td>Dredge the mill pond</td><td>35,000</td></tr>"
        "<tr><td>2</td><td>Fence the springs</td><td>20,000</td></tr></table>\n"
    )
    assert {record["category"] for record in found.values()} == {"Pillar 1: Clean water for the lower town"}


def test_a_full_stop_in_brackets_ends_no_sentence() -> None:
    """`(some 70 Mt. CO2eq.)` in the midst of a promise leaves it whole."""
    text = "The island commits to cut its emissions by a fifth (some 70 Mt. CO2eq.) and its waste by half in 2031."
    assert text in records(f"# The pledge\n\n{text} The council agreed to this in spring.\n")


def test_lone_signs_between_cells_are_read() -> None:
    """A line of nothing but the sign that parts cells, as converters leave it."""
    found = records(
        "Results\n|\nInitial state | Current | Trend | ||\nOutcome indicators |\nShips mended\n|\n"
        "57% (2022) | 58% (2031) | ↑ |\n|\n15% (2022) | 16% (2031) | ↑ |\n",
        "plan.txt",
    )
    assert isinstance(found, dict)


def test_a_form_of_results_alone_reports_on_what_its_head_states() -> None:
    """`Criterion | Keep the ferries on time` over `Result` twice: one aim, and what came of it."""
    plan = parse(
        (
            b"<table><tr><th>Criterion</th><th>2. Keep the ferries of the sound on time</th></tr>"
            b"<tr><td>Result</td><td>Achieved.<br>The ferries left on time on most days of the year.</td></tr>"
            b"<tr><td>Result</td><td>Achieved.<br>Captains were trained in fog, and a second pier was opened.</td></tr>"
            b"</table>"
        ),
        name="report.html",
    )
    assert [(aim.text, aim.status) for aim in plan.objectives] == [
        ("Keep the ferries of the sound on time", "Achieved")
    ]
    assert not plan.measures and not plan.actions


def test_a_line_over_the_parts_of_a_goal_states_it() -> None:
    """`Priority 1: OPEN DOORS` over a line in bold that says what it means: that is the goal, the title its group."""
    found = records(
        "## PRIORITIES\n\n### PRIORITY 1: OPEN DOORS\n**Reach every street of the lower town by foot**\n\n"
        "**Goals:**\n- Open two more kitchens\n- Serve meals on Sundays\n\n"
        "**Key metrics:**\n- Streets reached on foot\n- Meals served\n\n"
        "### PRIORITY 2: STAND FIRM\n**Build a reserve for the years to come**\n\n"
        "**Goals:**\n- Find forty new donors\n- Rent out the upper hall\n\n"
        "**Key metrics:**\n- Donors found\n- Days rented out\n"
    )
    aim = found["Reach every street of the lower town by foot"]
    assert (aim["label"], aim["category"], aim["kind"]) == ("PRIORITY 1", "OPEN DOORS", "objective")
    assert found["Open two more kitchens"]["parents"] == found["Meals served"]["parents"] == [aim["id"]]


def test_what_a_thing_will_bring_is_a_strategy() -> None:
    """`A shared register will enable …` under `Strategies` says what will be made; what may happen is none."""
    text = """# Goal structure and strategies

- A shared register of boats will enable quicker searches at sea
- Building a second slipway will allow crews to leave at low tide
- The weather will reduce the days at sea if storms come
- Crews have asked for more fuel
"""
    plan = parse(text.encode(), name="plan.md")
    assert [record.text[:12] for record in plan.actions] == ["A shared reg", "Building a s"]
