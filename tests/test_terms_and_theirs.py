"""Lists of terms that a converter wrote as items: `- Strategies:` over `- 1. Open the park`."""

from __future__ import annotations

from objectives_parser import parse

TERMS = """Goal 2: A lively orchard

- Objective 1:
- More children plant trees.
- Strategies:
- 1. Invite the schools of the valley to the spring planting.
- 2. Lend spades and gloves.
- Objective 2:
- Old sorts are kept.
- Strategies:
- 1. Map the old trees with the growers.
- 2. Graft ten sorts a year.
"""


def test_a_term_stands_over_the_items_behind_it() -> None:
    plan = parse(TERMS.encode(), name="plan.txt")
    aims = {record.text: record for record in plan.objectives}
    actions = {record.text: record for record in plan.actions}
    assert set(aims) == {"A lively orchard", "More children plant trees.", "Old sorts are kept."}
    assert len(actions) == 4
    assert actions["Lend spades and gloves."].parents == (aims["More children plant trees."].id,)
    assert actions["Graft ten sorts a year."].parents == (aims["Old sorts are kept."].id,)
    assert plan.ledger.words == len(TERMS.split())


def test_items_that_name_fields_stay_items() -> None:
    text = "Actions\n\n- Open the park\n- Measures:\n- Lead: Parks\n"
    assert [record.text for record in parse(text.encode(), name="plan.txt").actions] == ["Open the park"]
