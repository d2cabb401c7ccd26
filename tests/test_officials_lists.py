"""Officials' objectives as a list under a title with a year, whose measures stand under each."""

from __future__ import annotations

import pytest

from objectives_parser import parse

MEASURED = """# Chief Executive's objectives 2026-27

1. Deliver the road programme on time.

   Measures: costs within 5% of budget; two roads opened.

2. Lead an office where people speak up.

   Measures: an engagement score above 65%; fewer grievances.
"""


def test_measures_hang_under_the_item_over_them() -> None:
    plan = parse(MEASURED.encode(), name="plan.md")
    assert [objective.parents for objective in plan.objectives] == [(), ()]
    assert [measure.parents for measure in plan.measures] == [
        ("objective-1",), ("objective-1",), ("objective-2",), ("objective-2",),
    ]  # fmt: skip


@pytest.mark.parametrize("fact", ["Name: Ann Stone", "Department: Ministry of Roads", "Period: May 2026 to May 2027"])
def test_facts_between_title_and_list_part_nothing(fact: str) -> None:
    text = (
        f"# Permanent Secretary objectives 2026-27\n\n{fact}\n\n1. Deliver the road programme.\n2. Train all staff.\n"
    )
    plan = parse(text.encode(), name="plan.md")
    assert [objective.text for objective in plan.objectives] == ["Deliver the road programme.", "Train all staff."]
    assert not plan.actions


def test_a_title_with_a_year_over_parts_announces_nothing() -> None:
    parts = "## Part A: Roads\n\n1. Mend a bridge.\n\n## Part B: Rails\n\n1. Mend a line.\n"
    text = f"# Performance objectives 2026-27\n\n{parts}"
    plan = parse(text.encode(), name="plan.md")
    assert not plan.objectives


def test_an_answer_to_a_recommendation_is_no_action() -> None:
    text = "**Recommendation 1:** The council should publish a strategy.\n\n**Response:** Partially accepted.\n"
    assert [action.label for action in parse(text.encode(), name="plan.md").actions] == ["Recommendation 1"]
