"""`Objective: To …` in the type of a heading."""

from __future__ import annotations

from objectives_parser import parse

PLAN = """ACTION PLAN

Objective: To keep the parks open

Actions

- Open the gate
- Paint the fence

Objective: To mend the roads

Actions

- Dig holes
- Pave streets
"""


def test_an_aim_behind_its_label_is_one_and_its_actions_serve_it() -> None:
    plan = parse(PLAN.encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == ["To keep the parks open", "To mend the roads"]
    assert [record.parents for record in plan.actions] == [("objective-1",)] * 2 + [("objective-2",)] * 2
