"""Goals behind their names, and counts of what is in a state, which are no statements."""

from __future__ import annotations

from objectives_parser import parse


def test_a_goal_behind_its_name_is_one() -> None:
    text = (
        "The watch of the harbour works in the areas below:\n\n"
        "  • Safe roads - The goal being to calm the traffic by the quays.\n"
        "  • Clean water - The goal being to keep oil out of the basin.\n"
    )
    assert len(parse(text.encode(), name="plan.txt").objectives) == 2


def test_how_many_are_in_a_state_is_no_statement() -> None:
    text = (
        "Actions\n\nOf the thirty actions:\n\n  • ten are “on track”\n\n  • five are in “some delay”\n\n"
        "  • three have “not commenced”.\n"
    )
    assert not list(parse(text.encode(), name="plan.txt").records)
