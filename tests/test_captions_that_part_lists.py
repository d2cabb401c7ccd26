"""Captions that part a list which the heading or lead-in above announces: `Transport:`, `By 2030:`, `Short term:`."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse


def _under(caption: str, heading: str = "## Actions") -> Plan:
    text = f"# Plan\n\n{heading}\n\n{caption}\n\n- open a hall by the river\n- plant ten trees in the park\n"
    return parse(text.encode(), name="plan.md")


@pytest.mark.parametrize("caption", ["Transport:", "For schools:", "In the first year:", "Phase 1 (2026):"])
def test_what_stands_under_a_caption_is_what_the_heading_says(caption: str) -> None:
    assert [action.text for action in _under(caption).actions] == [
        "open a hall by the river", "plant ten trees in the park",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("caption", "due"),
    [("By 2030:", "By 2030"), ("Short term (1-2 years):", "Short term (1-2 years)"), ("Year 1:", "Year 1")],
)
def test_a_time_over_a_list_is_when_its_items_are_due(caption: str, due: str) -> None:
    plan = _under(caption, "## Measures of success")
    assert [measure.due.text if measure.due else None for measure in plan.measures] == [due, due]
    assert all(measure.category is None for measure in plan.measures)


@pytest.mark.parametrize("caption", ["Partners:", "Risks:", "For example:", "Resources:", "Background:"])
def test_captions_of_notes_part_nothing(caption: str) -> None:
    assert not _under(caption).records


def test_captions_part_what_a_lead_in_promises() -> None:
    plan = _under("Over the year we will:\n\nTransport:", "## Next year")
    assert [action.category for action in plan.actions] == ["Transport", "Transport"]


def test_a_question_over_a_lead_in_ends_the_list_of_aims() -> None:
    plan = parse(
        b"# Plan\n\nOur strategic objectives:\n\nTo protect every child from harm.\n\n"
        b"How we will measure progress\n\nBy 2030:\n\n- child poverty falls to 5%\n",
        name="plan.md",
    )
    assert [objective.text for objective in plan.objectives] == ["To protect every child from harm."]
    assert [measure.text for measure in plan.measures] == ["child poverty falls to 5%"]
