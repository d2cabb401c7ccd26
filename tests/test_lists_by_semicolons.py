"""Lists that run on in a sentence, between semicolons."""

from __future__ import annotations

from objectives_parser import parse

PLAN = """Goals and strategies
Goal 1:
The valley keeps its old orchards.
Strategies include: mapping the old trees with the growers; a nursery for sorts that are rare; and teaching grafting.
Goal 2:
Children know the trees.
Strategies include: inviting the schools of the valley each spring; lending spades and gloves to every class that comes.
"""


def test_the_parts_are_what_the_lead_in_says() -> None:
    plan = parse(PLAN.encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == [
        "The valley keeps its old orchards.",
        "Children know the trees.",
    ]
    assert [record.text.rstrip(".;") for record in plan.actions] == [
        "mapping the old trees with the growers",
        "a nursery for sorts that are rare",
        "teaching grafting",
        "inviting the schools of the valley each spring",
        "lending spades and gloves to every class that comes",
    ]
    assert plan.actions[2].parents == (plan.objectives[0].id,)
    assert plan.actions[3].parents == (plan.objectives[1].id,)


def test_lists_of_things_are_no_deeds() -> None:
    text = "Background\n\nThe members include: the mayor of the town; the head of the school; two growers.\n"
    assert not list(parse(text.encode(), name="plan.txt").records)
