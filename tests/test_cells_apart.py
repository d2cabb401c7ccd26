"""Tables as text with an empty line behind each paragraph, whether it is a cell or an item of one."""

from __future__ import annotations

from objectives_parser import Plan, parse

BANDS = """\
What (objective)

How (key activities)

By when

Evidence of success

Delivery objectives

1. Increase the supply of boats

Agree funding with each harbour

Bring forward spare piers

March 2027

8,300 boats approved

2. Improve the safety of piers

Consult on a new standard

Mend the worst first

By end of May 2027

Standard published

Corporate objectives

3. Manage the budget of the office

Review spending every month with heads of division

Ongoing

Outturn within 1% of budget
"""
NUMBERED = """\
Action

Deliverable

Timeline

Responsibility

1 Work with the families who came here first and with the groups that speak for them in the town.

Identify all groups of families who live here or near here and write down how to reach them.

September 2026

Library Champions

Research what other towns do well and which principles support such partnerships.

December 2026

Chair of the Network

2 Tell of our plan.

Talk with all staff about it.

September 2026

Library Champions
"""


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


def test_a_band_that_names_a_column_again_ends_the_header() -> None:
    plan = read(BANDS)
    first, second, third = plan.objectives
    assert [r.text for r in (first, second, third)] == [
        "Increase the supply of boats",
        "Improve the safety of piers",
        "Manage the budget of the office",
    ]
    assert [(r.text, r.parents) for r in plan.actions][:2] == [
        ("Agree funding with each harbour", (first.id,)),
        ("Bring forward spare piers", (first.id,)),
    ]


def test_long_lines_with_an_empty_one_behind_each_are_cells() -> None:
    plan = read(NUMBERED)
    first, second = plan.actions
    assert [(r.label, r.text[:16]) for r in (first, second)] == [("1", "Work with the fa"), ("2", "Tell of our plan")]
    assert [(r.text[:12], r.parents, r.owner) for r in plan.milestones] == [
        ("Identify all", (first.id,), "Library Champions"),
        ("Research wha", (first.id,), "Chair of the Network"),
        ("Talk with al", (second.id,), "Library Champions"),
    ]
