"""Who does an item of a list and by when, printed in a line of its own under it."""

from __future__ import annotations

from objectives_parser import Plan, parse


def _parsed(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def _said(plan: Plan) -> dict[str, tuple[str | None, str | None]]:
    records = [*plan.objectives, *plan.actions]
    return {record.text: (record.owner, record.due.text if record.due else None) for record in records}


def test_lines_under_items_are_said_of_the_items() -> None:
    plan = _parsed(
        "# Strategic plan\n\n## Objective 1.1: Fewer deaths on the road\n\n"
        "- Repaint all crossings.\n\n  Lead: Public Works | Timeline: Year 1\n\n"
        "- Fund two crossing guards.\n\n  Lead: Police | Timeline: Year 2\n"
    )
    assert _said(plan) == {
        "Fewer deaths on the road": (None, None),
        "Repaint all crossings.": ("Public Works", "Year 1"),
        "Fund two crossing guards.": ("Police", "Year 2"),
    }


def test_a_line_each_for_who_and_when() -> None:
    plan = _parsed(
        "# Strategic plan\n\n## Goal 1: Safer streets\n\n"
        "- Repaint all crossings.\n\nLead: Public Works\n\nTimeline: 2027\n\n"
        "- Fund two crossing guards.\n\nLead: Police\n\nTimeline: 2028\n"
    )
    assert _said(plan) == {
        "Safer streets": (None, None),
        "Repaint all crossings.": ("Public Works", "2027"),
        "Fund two crossing guards.": ("Police", "2028"),
    }


def test_a_line_behind_a_list_is_said_of_what_the_list_serves() -> None:
    plan = _parsed(
        "# Strategic plan\n\n## Goal 1: A cleaner river\n\n"
        "- Plant trees along the bank.\n- Fine all dumping.\n\nGoal lead: Water Board\n"
    )
    assert _said(plan)["A cleaner river"] == ("Water Board", None)
    assert _said(plan)["Fine all dumping."] == (None, None)
