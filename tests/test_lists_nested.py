"""Lists inside lists whose indents got lost, and commands that a list of topics completes."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from objectives_parser import Plan, parse


def told(plan: Plan) -> list[tuple[str, ...]]:
    texts = {record.id: record.text for record in plan.records}
    return [(record.kind, record.text, *(texts[parent] for parent in record.parents)) for record in plan.records]


@pytest.mark.parametrize(
    ("name", "head"), [("plan.txt", "Village Action Plan"), ("plan.md", "# Actions"), ("plan.md", "## Next steps")]
)
def test_bullets_between_numbers_are_steps_of_the_number_above(name: str, head: str) -> None:
    text = (
        f"{head}\n\n1. Refit the kitchen of the hall\n- Ask three firms for a price\n- Choose one of them\n"
        "2. Replace the bus shelter\n- Remove the old one\n- Build the new one\n"
    )
    assert told(parse(text.encode(), name=name)) == [
        ("action", "Refit the kitchen of the hall"),
        ("action", "Ask three firms for a price", "Refit the kitchen of the hall"),
        ("action", "Choose one of them", "Refit the kitchen of the hall"),
        ("action", "Replace the bus shelter"),
        ("action", "Remove the old one", "Replace the bus shelter"),
        ("action", "Build the new one", "Replace the bus shelter"),
    ]


@pytest.mark.parametrize("head", ["Commitments and milestone activities", "No Commitments & milestones Agency"])
def test_numbers_without_a_stop_count_the_milestones_of_a_commitment(head: str) -> None:
    text = (
        f"{head}\n\n1. Open the accounts of all towns\n1 Draft a form for the accounts\n2 Training of the clerks\n"
        "3 Publish the first accounts\n"
        "2. Ask citizens about the budget\n1 Hold two meetings\n2 Publish what was said\n"
    )
    assert sorted(told(parse(text.encode(), name="plan.txt"))) == sorted([
        ("action", "Open the accounts of all towns"),
        ("milestone", "Draft a form for the accounts", "Open the accounts of all towns"),
        ("milestone", "Training of the clerks", "Open the accounts of all towns"),
        ("milestone", "Publish the first accounts", "Open the accounts of all towns"),
        ("action", "Ask citizens about the budget"),
        ("milestone", "Hold two meetings", "Ask citizens about the budget"),
        ("milestone", "Publish what was said", "Ask citizens about the budget"),
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (
            "## Goals\n\n- Improve access to:\n  - primary care\n  - dental care\n",
            "Improve access to: primary care dental care",
        ),
        (
            "## Actions\n\nAction: Raise funds by working with partners:\n\n- The research office\n- The county fund\n",
            "Raise funds by working with partners: The research office The county fund",
        ),
    ],
)
def test_topics_complete_the_command_above_them(text: str, joined: str) -> None:
    assert [record.text for record in parse(text.encode(), name="plan.md").records] == [joined]


@pytest.mark.parametrize(
    "items",
    [
        "- Decrease by 25 % the number of fires\n- Increase by 10 % the number of wardens\n",
        "- Hire wardens\n- Buy hoses\n",
    ],
)
def test_clauses_stand_alone(items: str) -> None:
    plan = parse(f"## Goals\n\nGoal 1: Make the town safe from fire:\n\n{items}".encode(), name="plan.md")
    assert len(plan.records) == 3


COMMANDS = """## Goal 1: Finance

Adopt a balanced budget by June.

Review the reserve policy.

## Goal 2: Housing

Our town has few homes for rent.

Work with the county on a trust for housing. The Board will also report twice a year.
"""


def test_paragraphs_under_named_goals_command_what_is_done_for_them() -> None:
    assert [record[1:] for record in told(parse(COMMANDS.encode(), name="plan.md")) if record[0] == "action"] == [
        ("Adopt a balanced budget by June.", "Finance"),
        ("Review the reserve policy.", "Finance"),
        ("Work with the county on a trust for housing.", "Housing"),
        ("The Board will also report twice a year.", "Housing"),
    ]


def test_one_sentence_under_a_named_goal_is_the_goal() -> None:
    text = "## Goal 1: Finance\n\nAdopt a balanced budget by June.\n\n## Goal 2: Homes\n\nBuild homes near work.\n"
    plan = parse(text.encode(), name="plan.md")
    assert {record.kind for record in plan.records} == {"objective"}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("outer", "inner"), [("A. B.", "i. ii."), ("A. B.", "a. b."), ("1. 2.", "a. b.")])
def test_an_outline_without_indents_is_told_by_its_letters(outer: str, inner: str, gap: str) -> None:
    first, second = outer.split()
    one, two = inner.split()
    lines = [
        "County Strategic Plan", "Goal 1. Keep the county clean", f"{first} Sweep the streets daily",
        f"{one} Buy brooms for all crews", f"{two} Train the crews", f"{second} Wash the squares", f"{one} Buy hoses",
    ]  # fmt: skip
    assert sorted(told(parse(gap.join(lines).encode(), name="plan.txt"))) == [
        ("action", "Buy brooms for all crews", "Sweep the streets daily"),
        ("action", "Buy hoses", "Wash the squares"),
        ("action", "Sweep the streets daily", "Keep the county clean"),
        ("action", "Train the crews", "Sweep the streets daily"),
        ("action", "Wash the squares", "Keep the county clean"),
        ("objective", "Keep the county clean"),
    ]


def test_items_nested_under_what_somebody_will_do_are_actions_also_in_a_note() -> None:
    text = (
        "## Opportunity\n\n- The floods have brought all offices together. Specifically, the Harbour Office will:\n"
        "  1. Repair the sluices\n  2. Train more divers\n"
    )
    plan = parse(text.encode(), name="plan.md")
    assert [(action.text, action.owner) for action in plan.actions] == [
        ("Repair the sluices", "the Harbour Office"),
        ("Train more divers", "the Harbour Office"),
    ]


def test_items_nested_under_what_a_thing_will_do_are_none() -> None:
    text = "## Opportunity\n\n- The town tests new pumps. The pumps will:\n  1. Reduce the noise\n  2. Save power\n"
    assert parse(text.encode(), name="plan.md").actions == ()


def test_steps_behind_a_further_paragraph_of_an_item_serve_it() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(600, 800))
    for x, y, text in (
        (40, 740, "Records are open to all. The Office will:"),
        (
            50,
            710,
            "• Open the archives. The law of 2031 lets all people read the minutes of the council and of its boards,",
        ),
        (57, 698, "and asks all offices to help them with a desk of their own."),
        (57, 670, "Furthermore, the Office commits to the following further steps to open the archives:"),
        (75, 640, "1. Publish a guide to the archives of the whole town for all of its schools"),
        (75, 626, "2. Train two clerks in the reading of old hands"),
        (50, 600, "• Answer all letters. Each letter will be answered within ten days of its day of receipt."),
    ):
        canvas.drawString(x, y, text)
    canvas.save()
    plan = parse(file.getvalue(), name="plan.pdf")
    assert [(kind, text[:17], *(above[:17] for above in over)) for kind, text, *over in told(plan)] == [
        ("action", "Open the archives"),
        ("action", "Publish a guide t", "Open the archives"),
        ("action", "Train two clerks ", "Open the archives"),
        ("action", "Answer all letter"),
    ]


FLAT = (
    "OBJECTIVES\n\n❖ More walking\n➢ Strategy 1: Build a network of paths\n▪ Action 1: Map all of the paths\n"
    "▪ Action 2: Buy the land for others\n➢ Strategy 2: Publish a map each year\n▪ Action 1: Draw the map\n"
    "❖ Less waste\nThe town burns what others mend.\n➢ Strategy 1: Promote the repair of goods\n"
    "▪ Action 1: Open a repair shop\n"
)


def test_signs_tell_the_levels_where_no_item_is_set_in() -> None:
    assert sorted(told(parse(FLAT.encode(), name="plan.txt"))) == sorted(
        [
            ("objective", "More walking"),
            ("objective", "Build a network of paths", "More walking"),
            ("action", "Map all of the paths", "Build a network of paths"),
            ("action", "Buy the land for others", "Build a network of paths"),
            ("objective", "Publish a map each year", "More walking"),
            ("action", "Draw the map", "Publish a map each year"),
            ("objective", "Less waste"),
            ("objective", "Promote the repair of goods", "Less waste"),
            ("action", "Open a repair shop", "Promote the repair of goods"),
        ]
    )


def test_signs_that_stand_in_lists_of_their_own_tell_no_levels() -> None:
    text = (
        "Actions\n\n• Map all of the paths\n• Buy the land for others\n\nNext steps\n\n– Draw the map\n"
        "– Open a repair shop\n"
    )
    assert all(not over for _, _, *over in told(parse(text.encode(), name="plan.txt")))


def test_an_item_whose_first_line_is_far_from_full_is_a_name_over_its_text() -> None:
    page = (
        "                              OPEN TOWN PLAN\n\n"
        + "The town spends its money for all who live in it, and all of them should know what it is spent on.\n" * 20
        + "\nOBJECTIVES\n\n"
        "• Less waste\n"
        "  The town burns what others mend, and it pays for what it burns. Most of what is burnt could have been\n"
        "  used by others for years to come.\n"
        "• More walking\n"
        "  Half of all trips in the town are shorter than a mile, and most of them are made by car because the paths\n"
        "  end at the ring road.\n\f"
    )
    plan = parse(page.encode(), name="plan.txt")
    assert [aim.text for aim in plan.objectives] == ["Less waste", "More walking"]
