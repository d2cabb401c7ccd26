"""Forms whose labels stand on lines of their own, closed by a colon."""

from __future__ import annotations

from objectives_parser import parse

PAGE = """Wildlife and stones

Delivery objective:
Keep all meadows in flower
Action ID:
Delivery action:
Buy the two meadows at the lake and mow them late
Lead partner:
Nature Office
Target date:
May 2031
"""

LISTED = """Goal 1: Keep all meadows in flower

Actions:
- Buy the two meadows at the lake
- Mow them late

Measures:
- Number of orchids
"""


def test_a_page_for_each_action() -> None:
    plan = parse(PAGE.encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == ["Keep all meadows in flower"]
    (action,) = plan.actions
    assert action.text == "Buy the two meadows at the lake and mow them late"
    assert action.parents == (plan.objectives[0].id,)


def test_two_pages_are_two_forms() -> None:
    other = PAGE.replace("meadows", "ponds").replace("Nature", "Water")
    plan = parse((PAGE + "\n" + other).encode(), name="plan.txt")
    assert len(plan.objectives) == len(plan.actions) == 2
    assert plan.actions[1].parents == (plan.objectives[1].id,)


def test_captions_over_lists_are_no_form() -> None:
    plan = parse(LISTED.encode(), name="plan.txt")
    assert len(plan.actions) == 2
    assert [record.text for record in plan.measures] == ["Number of orchids"]
