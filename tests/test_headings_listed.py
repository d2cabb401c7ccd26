"""Numbered lines in bold under the line that announces them are its list."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse

PLAN = """# Clean town

The goals and objectives of this plan are as follows:

## 1. Quiet streets

- Fewer lorries at night

## 2. Warm homes

- Lower bills
- Better windows

## 3. Clean water

# Dangers

Floods come more often than before.
"""


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def test_numbered_headings_under_a_lead_in_are_its_list() -> None:
    plan = read(PLAN)
    names = {aim.id: aim.text for aim in plan.objectives}
    assert [(aim.label, aim.text, [names[parent] for parent in aim.parents]) for aim in plan.objectives] == [
        ("1", "Quiet streets", []),
        (None, "Fewer lorries at night", ["Quiet streets"]),
        ("2", "Warm homes", []),
        (None, "Lower bills", ["Warm homes"]),
        (None, "Better windows", ["Warm homes"]),
        ("3", "Clean water", []),
    ]


@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace("are as follows:", "are told in three chapters."),
        PLAN.replace("## 2.", "## 5."),
        PLAN.replace("## 2. Warm", "Homes are cold.\n\n## 2. Warm"),
    ],
    ids=["nothing left open", "not counted on", "text between"],
)
def test_other_numbered_headings_part_the_text(text: str) -> None:
    assert "Quiet streets" not in [aim.text for aim in read(text).objectives]
