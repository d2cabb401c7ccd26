"""Links that a strategy's own number tells, where columns of a page were written one after the other."""

from __future__ import annotations

from objectives_parser import parse

ABREAST = """Town Plan

Goal E1: Supply the town with clean power

Goal E2: Use less energy in homes by 2035

Strategy E1.1: Buy from the wind

Build two turbines on the hill.
Lease the roofs of the schools.

Strategy E2.1: Know what homes use

Read the meters of a thousand homes.
Print the results on a map.

Strategy E1.2: Store the sun

Hire a battery for the quay.
Pay for what is stored.

"""


def test_a_number_names_the_goal_where_another_stands_nearer() -> None:
    """`Strategy E1.1` serves `Goal E1`, though `Goal E2` stands right above it."""
    plan = parse(f"{ABREAST}\f".encode(), name="plan.txt")
    labels = {record.id: record.label for record in plan.records}
    links = {record.label: tuple(labels[parent] for parent in record.parents) for record in plan.records}
    assert links["Strategy E1.1"] == ("Goal E1",)
    assert links["Strategy E2.1"] == ("Goal E2",)
    assert links["Strategy E1.2"] == ("Goal E1",)
