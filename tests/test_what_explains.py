"""Text that speaks of a plan, its abbreviations and its tables, and states nothing itself."""

import pytest

from objectives_parser import parse


@pytest.mark.parametrize(
    "text",
    [
        "## Objectives\n\nThese five objectives are the outcomes that we want to achieve.\n",
        "## Strategic priorities\n\nThis plan will also drive business planning.\n",
        "## Consultancies\n\nDuring 2015–16, two new consultancy contracts were entered into by\n\n- the office\n",
        "## Targets\n\n*Source: National Center for Statistics, to be updated.\n",
        "## Scope\n\nThe targets in this section will be implemented by 2030.\n",
        "# Glossary and abbreviations list\n\n## KPI\n\nkey performance indicator\n\n## SME\n\nsmall enterprise\n",
    ],
)
def test_it_is_no_record(text: str) -> None:
    assert not parse(f"# Plan\n\n{text}".encode(), name="plan.md").records


def test_what_stands_under_why_this_matters_promises_nothing() -> None:
    text = (
        "## Objective 1: People live in warm homes\n\n### Why this matters\n\nThe council will be net zero "
        "by 2030.\n\n### Steps we will take\n\n- Insulate 300 homes a year\n- Train 40 installers\n"
    )
    plan = parse(text.encode(), name="plan.md")
    assert [action.text for action in plan.actions] == ["Insulate 300 homes a year", "Train 40 installers"]
    assert not plan.measures


@pytest.mark.parametrize(
    ("why", "label"),
    [
        ("### Rationale:", "__Objectives__:"),
        ("### Why this matters", "Objectives:"),
        ("**Background**", "**Objectives**"),
        ("#### Context", "Key objectives"),
    ],
)
def test_a_label_in_the_text_ends_what_says_why(why: str, label: str) -> None:
    goal = "## Goal {number}: {goal}\n\n{why}\n\nThe chapters are new.\n\n{label}\n\n- {aim}\n\n"
    text = goal.format(
        number=1, goal="Grow the chapters", why=why, label=label, aim="Train two leaders in each chapter"
    )
    text += goal.format(number=2, goal="Keep the books", why=why, label=label, aim="Win three donors")
    plan = parse(f"# Plan\n\n{text}".encode(), name="plan.md")
    texts = {record.id: record.text for record in plan.objectives}
    assert [(record.text, *(texts[parent] for parent in record.parents)) for record in plan.objectives] == [
        ("Grow the chapters",),
        ("Train two leaders in each chapter", "Grow the chapters"),
        ("Keep the books",),
        ("Win three donors", "Keep the books"),
    ]


@pytest.mark.parametrize(
    "part",
    [
        "## Background\n\n**Objectives of the evaluation**\n\n- Judge whether the programme reached the poor\n",
        "## Introduction\n\n**Objectives**\n\n- Describe the district\n",
    ],
)
def test_what_a_report_says_of_itself_stays_explained(part: str) -> None:
    assert not parse(f"# Report\n\n{part}".encode(), name="report.md").records


@pytest.mark.parametrize(
    ("definition", "kind"),
    [
        ("Actions are the specific activities to be done in each year. Some may be small.", "action"),
        ("Objectives are measurable statements of what we want.", "objective"),
        ("Key performance indicators are how we measure this.", "measure"),
    ],
)
def test_a_definition_right_over_a_list_says_what_the_list_is_of(definition: str, kind: str) -> None:
    text = (
        f"# School\n\n{definition}\n\n- Share of pupils who read at their age\n- Visits of each class to the library\n"
    )
    assert [record.kind for record in parse(text.encode(), name="plan.md").records] == [kind, kind]


def test_what_people_are_defines_no_list() -> None:
    text = "# School\n\nParents are the first teachers of a child.\n\n- Homes with books\n- Meals at one table\n"
    assert not parse(text.encode(), name="plan.md").records
