"""What stands in a plan and is none of its own: terms, other people's aims, how it was made, what things cost."""

from __future__ import annotations

import pytest

from objectives_parser import parse

OWN = "\n\n## Goal 1: Make streets safer\n\nActions:\n\n- Build 12 zebra crossings\n- Lower speed limits\n"
TEXTS = ["Make streets safer", "Build 12 zebra crossings", "Lower speed limits"]


def table(*rows: str) -> str:
    first, *rest = (f"| {row} |" for row in rows)
    return "\n".join((first, "|---" * (rows[0].count("|") + 1) + "|", *rest))


@pytest.mark.parametrize(
    "part",
    [
        "## Glossary\n\n**Goal** – a broad statement of what the town wants.\n\n**Action** – a task to reach a goal.",
        "## Abbreviations\n\n"
        + table("Abbreviation | Meaning", "KPI | Key performance indicator", "RAG | Red or green"),
        "## National policy context\n\nThe national strategy sets out three goals:\n\n1. Raise living standards\n"
        "2. Build a clean economy",
        "## Links to the Sustainable Development Goals\n\n- Goal 3: Ensure healthy lives\n- Goal 13: Climate",
        "## What other cities do\n\n" + table("Town | Goal", "Ostby | Reduce waste by 80%", "Vik | Use no coal"),
        "## How the plan was developed\n\n"
        + table("Date | Step", "May 2025 | Public survey", "June 2025 | First draft"),
        "## Funding sources\n\n"
        + table("Programme | Purpose", "Safe Streets | Build cycle lanes", "Green | Plant trees"),
        "## Institutional and legal framework\n\nThe development plan of the nation sets out its priorities:\n\n"
        "1. restoring good governance\n2. building roads",
        "## Technology needs\n\n"
        + table("Sector | Priority technologies", "Farms | Drip irrigation", "Coast | Breakwater systems"),
        "## SWOT analysis\n\n" + table("Strengths | Opportunities", "Strong clubs | Develop the harbour"),
    ],
)
def test_a_part_about_other_things_states_nothing_until_the_plan_goes_on(part: str) -> None:
    plan = parse(("# Town plan\n\n" + part + OWN).encode(), name="plan.md")
    assert [record.text for record in plan.records] == TEXTS


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        (
            "Cities that take part in the campaign work through five milestones:",
            ("Count the emissions", "Set a target"),
        ),
        (
            "The plan follows the Five Milestone methodology:",
            ("Milestone 1: Count emissions", "Milestone 2: Set a target"),
        ),
        ("We prepared the plan in four steps:", ("Step 1: Review of all plans", "Step 2: Analysis of data")),
        ("Good objectives are:", ("Specific – they say what will change", "Measurable – progress can be counted")),
        ("The previous plan had two goals:", ("Improve parking", "Attract new employers")),
        ("Our plan contributes to the following SDGs:", ("Goal 3: Good health", "Goal 13: Climate action")),
        (
            "The Safe Harbours programme was established as part of the Ports Act of 2031. The programme’s desired "
            "outcomes include:",
            ("Create new jobs on the coast", "Improve the safety of piers"),
        ),
    ],
)
def test_a_list_of_what_others_ask_for_or_how_it_was_made_states_nothing(lead: str, items: tuple[str, ...]) -> None:
    listed = "\n".join(f"- {item}" for item in items)
    plan = parse(f"# Town plan\n\n{lead}\n\n{listed}{OWN}".encode(), name="plan.md")
    assert [record.text for record in plan.records] == TEXTS


def test_what_is_asked_of_a_person_is_no_step_of_the_plan() -> None:
    asked = "To be sworn in, an employee must:\n\n- Sign the oath of the office\n- Complete the training on data"
    plan = parse(f"# Action plan\n\n## Strategies\n\n{asked}{OWN}".encode(), name="plan.md")
    assert [record.text for record in plan.records] == TEXTS


def test_the_aims_of_the_nation_in_its_own_plan_stay() -> None:
    text = "# Our goals\n\nThe national strategy sets out two goals:\n\n1. Raise living standards\n2. Build roads\n"
    plan = parse(text.encode(), name="plan.md")
    assert [record.text for record in plan.objectives] == ["Raise living standards", "Build roads"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Town | Target | Year", "Ostby | Reduce emissions by 80% | 2050", "Vik | Net zero | 2040"),
        ("Item | 2026 | 2027", "Staff costs | 410,000 | 420,000", "Build new school | 2,000,000 | 1,000,000"),
        ("Criterion | Weight | Description", "Impact | 40% | Fewer crashes", "Cost | 60% | Can be paid for"),
        ("Comment | Response", "More crossings are needed | The plan now has 12.", "Later buses | A county matter"),
    ],
)
def test_tables_of_others_of_prices_of_scores_and_of_answers_state_nothing(rows: tuple[str, ...]) -> None:
    plan = parse(("# Results\n\n" + table(*rows) + OWN).encode(), name="plan.md")
    assert [record.text for record in plan.records] == TEXTS


def test_what_happens_by_itself_by_a_year_is_no_promise() -> None:
    text = "# Trends\n\nBy 2030 the population will reach 52,000. By 2030 the council will plant 3,000 trees.\n"
    assert [record.text for record in parse(text.encode(), name="plan.md").records] == [
        "By 2030 the council will plant 3,000 trees."
    ]


def test_a_sentence_that_counts_what_a_campaign_asks_of_its_members_states_nothing() -> None:
    text = "Cities that take part have two milestones to meet: (1) counting the emissions; (2) setting a target."
    assert parse(f"# Town plan\n\n{text}\n".encode(), name="plan.md").records == ()


@pytest.mark.parametrize(
    "own",
    [
        "Goal 1: Make streets safer\n\nGoal 2: Make streets greener\n",
        table("Goal | Lead", "Make streets safer | Works", "Make streets greener | Parks") + "\n",
    ],
)
def test_the_plan_goes_on_without_a_heading(own: str) -> None:
    plan = parse(f"# Policy context\n\nThe state has a plan of its own.\n\n{own}".encode(), name="plan.md")
    assert [goal.text for goal in plan.objectives] == ["Make streets safer", "Make streets greener"]


def test_lines_with_dots_before_a_page_number_are_contents() -> None:
    text = "CONTENTS\n\nGoal 1: Make streets safer ........ 4\n\nGoal 2: Make streets greener . . . . . . 9\n"
    assert parse(text.encode(), name="plan.txt").records == ()


def test_a_part_that_goes_on_through_most_of_a_plan_is_the_plan() -> None:
    towns = "".join(
        f"## Topic {chr(65 + at)}\n\n- Mend the bridges\n- Plant more trees\n- Open a school\n\n" for at in range(20)
    )
    assert len(parse(f"# Policy context\n\n{towns}".encode(), name="plan.md").actions) > 1
    assert not parse(f"# Policy context\n\n{towns[:200]}".encode(), name="plan.md").actions


def test_what_is_set_apart_is_told_by_its_name_and_place() -> None:
    part = "## National policy context\n\n- Raise living standards\n- Build a clean economy\n\n"
    source = "# Town plan\n\n" + part + table("Law | Goal", "Water Act | Clean rivers") + OWN
    plan = parse(source.encode(), name="plan.md")
    told = [diagnostic for diagnostic in plan.diagnostics if diagnostic.code == "set-apart"]
    assert [diagnostic.message for diagnostic in told] == [
        "Not read as the plan's own, by the words that stand over it: “National policy context” "
        "(2 list items and 1 table)."
    ]
    words = " ".join(source[place.start : place.end] for place in told[0].where)
    assert "Raise living standards" in words and "Clean rivers" in words and "Make streets safer" not in words


def test_a_glossary_without_lists_is_not_worth_a_word() -> None:
    plan = parse(
        ("# Town plan\n\n## Glossary\n\nA goal is what the town wants to reach." + OWN).encode(), name="plan.md"
    )
    assert not [diagnostic for diagnostic in plan.diagnostics if diagnostic.code == "set-apart"]


def unread(source: str) -> list[str]:
    """What stands in the tables that the plan says it could not read."""
    plan = parse(source.encode(), name="plan.md")
    told = [diagnostic for diagnostic in plan.diagnostics if diagnostic.code == "unread-table"]
    return [source[place.start : place.end] for diagnostic in told for place in diagnostic.where]


def test_tables_with_sentences_that_state_nothing_are_told() -> None:
    strange = table(
        "Flimflam | Gubbins", "North side | The old mill by the river", "South side | The new hall on the hill"
    )
    assert [text.split()[0] for text in unread("# Town plan\n\n" + strange + OWN)] == ["Flimflam"]


def test_tables_of_figures_and_tables_said_again_are_not() -> None:
    figures = table("Year | Visits", "2024 | 1,200", "2025 | 1,350")
    again = table(
        "Goal | Action", "Make streets safer | Build 12 zebra crossings", "Make streets safer | Lower speed limits"
    )
    assert not unread("# Town plan\n\n" + figures + OWN)
    assert not unread("# Town plan\n\n" + again + OWN)
