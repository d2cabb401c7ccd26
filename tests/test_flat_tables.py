"""Tables that print an aim in every row that serves it, and lines that refer to aims by their numbers."""

from __future__ import annotations

from objectives_parser import Plan, parse

FLAT = """No.,Goal,Objective,Action,Ownership
1,Safe streets,Reduce crashes by half,Rebuild ten junctions,Roads
2,Safe streets,Reduce crashes by half,Lower speed limits,Police
3,Safe streets,Make walking safer,Widen the pavements,Roads
4,Clean air,Cut emissions from buses,Buy electric buses,Transit
"""


def served(plan: Plan) -> list[tuple[str | None, str, str | None, list[str]]]:
    texts = {record.id: record.text for record in plan.records}
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [
        (record.label, record.text, record.owner, [texts[parent] for parent in record.parents]) for record in in_order
    ]


def test_an_aim_printed_again_in_each_row_is_one_record_and_the_numbers_are_the_rows_own() -> None:
    assert served(parse(FLAT.encode(), name="plan.csv")) == [
        (None, "Safe streets", None, []),
        (None, "Reduce crashes by half", None, ["Safe streets"]),
        ("1", "Rebuild ten junctions", "Roads", ["Reduce crashes by half"]),
        ("2", "Lower speed limits", "Police", ["Reduce crashes by half"]),
        (None, "Make walking safer", "Roads", ["Safe streets"]),
        ("3", "Widen the pavements", "Roads", ["Make walking safer"]),
        (None, "Clean air", "Transit", []),
        (None, "Cut emissions from buses", "Transit", ["Clean air"]),
        ("4", "Buy electric buses", "Transit", ["Cut emissions from buses"]),
    ]


def test_the_same_objective_under_another_goal_is_another_one() -> None:
    text = FLAT.replace("2,Safe streets", "2,Quiet streets")
    assert [record.text for record in parse(text.encode(), name="plan.csv").objectives].count(
        "Reduce crashes by half"
    ) == 2


def test_rows_that_only_repeat_the_last_column_s_words_stay_rows() -> None:
    text = "Theme,Action\nWest bank,Clean the old harbour\nEast bank,Clean the old harbour\n"
    assert len(parse(text.encode(), name="plan.csv").actions) == 2


REFERRING = """# Plan

## Objective 1: Build more homes

## Objective 2: Keep homes affordable

## Strategy 1: Second homes on one plot

Owners may build a small house beside theirs.

**Relevant Objectives:** Objectives 1 and 2

## Strategy 2: Rents tied to incomes

Supports: Objective 2

- Write the rules for tied rents
"""


def test_a_line_of_references_links_and_is_no_record() -> None:
    plan = parse(REFERRING.encode(), name="plan.md")
    found = {text: parents for _, text, _, parents in served(plan)}
    assert found == {
        "Build more homes": [],
        "Keep homes affordable": [],
        "Second homes on one plot": ["Build more homes", "Keep homes affordable"],
        "Rents tied to incomes": ["Keep homes affordable"],
        "Write the rules for tied rents": ["Rents tied to incomes"],
    }


def test_a_list_in_a_cell_of_html_inside_markdown_is_led_by_all_sentences_above_it() -> None:
    text = (
        "# Plan\n\n<table><tr><th>Goals</th><th>Supporting Strategies</th></tr>\n"
        "<tr><td>Goal 1. Publish more data</td><td><b>Why this matters.</b> Nobody can use what nobody has. We\n"
        "have to hand on what we know, and hand it on in time for those who need it. We will:\n"
        "<ol><li>Name a coordinator in each office.</li><li>Publish every list once a month.</li></ol></td></tr>\n"
        "</table>\n"
    )
    plan = parse(text.encode(), name="plan.md")
    assert [record.text for record in plan.actions] == [
        "Name a coordinator in each office.",
        "Publish every list once a month.",
    ]


def test_measures_behind_a_goal_and_its_list_of_objectives_are_the_goal_s() -> None:
    text = (
        "# Plan\n\n## Goal 1: Connect people\n\n- **Objective 1.1**: Raise attendance by a fifth\n"
        "  - Hire a librarian\n- **Objective 1.2**: Open on Sundays\n\n### Measures\n\n- Number of visitors\n"
    )
    found = {record_text: parents for _, record_text, _, parents in served(parse(text.encode(), name="plan.md"))}
    assert found["Number of visitors"] == ["Connect people"]
    assert found["Hire a librarian"] == ["Raise attendance by a fifth"]
