"""Lines of a page's text that begin something of their own: labels, fields, headings, and who sees to a goal."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse


def read(text: str, name: str = "plan.md") -> Plan:
    return parse(text.encode(), name=name)


def parents(plan: Plan) -> list[tuple[str, ...]]:
    texts = {record.id: record.text for record in plan.records}
    return [(record.text, *(texts[parent] for parent in record.parents)) for record in plan.records]


def test_fields_under_an_item_are_the_items() -> None:
    plan = read(
        "## Actions\n\n- Mend the roof\n  Owner: Jane Doe\n  Due: May 2026\n- Paint the hall\nLead: Parks team\n"
        "Date of next review: May 2027\n"
    )
    assert [(record.text, record.owner, record.due and record.due.text) for record in plan.actions] == [
        ("Mend the roof", "Jane Doe", "May 2026"),
        ("Paint the hall", "Parks team", None),
    ]


def test_the_list_of_the_second_priority_serves_it() -> None:
    plan = read(
        "Strategic Plan\n\nPriority One:\nServe every reader well.\nGoals:\n- Open a branch\nPriority Two:\n"
        "Care for the staff.\nGoals:\n- Train all staff\nContact: office@library.example\n"
    )
    assert parents(plan) == [
        ("Serve every reader well.",),
        ("Open a branch", "Serve every reader well."),
        ("Care for the staff.",),
        ("Train all staff", "Care for the staff."),
    ]
    assert [record.owner for record in plan.records] == [None] * 4


def test_a_heading_on_the_titles_next_line_announces() -> None:
    text = "Library Plan 2026\nGoals\n\nDevelop talent for all readers.\n\nTransform the reading rooms.\n"
    assert [(goal.text, goal.parents) for goal in read(text).objectives] == [
        ("Develop talent for all readers.", ()),
        ("Transform the reading rooms.", ()),
    ]


def test_labelled_initiatives_serve_the_aim_over_them() -> None:
    text = "## Goals\n\n{}\n\n{}\n"
    plan = read(
        text.format(
            "Develop talent for all readers.\nInitiative: Redesign how staff are welcomed.",
            "Transform the reading rooms.\nInitiative: Buy new desks.\nInitiative: Paint the halls.",
        )
    )
    assert [pair for pair in parents(plan) if len(pair) > 1] == [
        ("Redesign how staff are welcomed.", "Develop talent for all readers."),
        ("Buy new desks.", "Transform the reading rooms."),
        ("Paint the halls.", "Transform the reading rooms."),
    ]


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Facilitators", "- Ada Ruiz\n- Bo van der Berg\n"),
        ("Goal leads:", "\n- Ada Ruiz\n- Bo van der Berg\n"),
        ("- Champions", "- Ada Ruiz\n- Bo van der Berg\n"),
        ("**Team**\n", "Ada Ruiz, Bo van der Berg\n"),
    ],
)
def test_those_who_see_to_a_goal_are_its_owners(label: str, names: str) -> None:
    plan = read(f"# Plan\n\n## Goal 1: Open the archive\n\n- Scan the maps\n- Publish the index\n\n{label}\n{names}")
    assert [(record.text, record.owner) for record in plan.records] == [
        ("Open the archive", "Ada Ruiz, Bo van der Berg"),
        ("Scan the maps", None),
        ("Publish the index", None),
    ]
