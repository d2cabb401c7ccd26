"""Text in two columns that headings cut into sections, and cards side by side."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.layout.columns import Item, columns
from objectives_parser.layout.sections import section_tops


def read(text: str) -> Plan:
    return parse((text + "\f").encode(), name="plan.txt")


SECTIONS = (
    "Harbour Plan\n"
    "Priority 1: Keep the quays safe\n"
    "\n"
    "Ferries have grown longer, and the old steps are slippery when it     How we will measure\n"
    "rains.                                                                success\n"
    "\n"
    "                                                                        Falls on the steps and on the\n"
    "We will:                                                                gangways\n"
    "   Cut grooves in the steps of all four ferry piers                     Rescues in winter\n"
    "   Place ladders and ropes along the northern quay and on all of the\n"
    "   new moorings\n"
    "\n"
    "\n"
    "Priority 2: Let more people learn to sail\n"
    "\n"
    "Few children of the upper town have ever been on a boat.              How we will measure\n"
    "                                                                      success\n"
    "We will:\n"
    "   Lend two boats to each school for a summer                           Pupils who pass the first test\n"
    "   Train teachers as skippers                                           Boats on the water on an\n"
    "                                                                        average day\n"
)


def test_what_stands_under_a_heading_in_both_columns_belongs_to_it() -> None:
    plan = read(SECTIONS)
    safe, learn = plan.objectives
    assert [(m.text, m.parents) for m in plan.measures] == [
        ("Falls on the steps and on the gangways", (safe.id,)),
        ("Rescues in winter", (safe.id,)),
        ("Pupils who pass the first test", (learn.id,)),
        ("Boats on the water on an average day", (learn.id,)),
    ]
    assert [a.parents for a in plan.actions] == [(safe.id,)] * 2 + [(learn.id,)] * 2


def test_columns_whose_paragraphs_begin_at_other_heights_are_no_sections() -> None:
    left = [(0.0, float(y), 100.0, y + 10.0) for y in (0, 10, 20, 40, 60, 70, 80)]
    right = [(120.0, float(y), 220.0, y + 10.0) for y in (0, 10, 20, 30, 40, 60, 80)]
    assert section_tops(left, right, []) == []
    items = [Item(box, box) for box in (*left, *right)]
    assert [len(group) for group in columns(items)] == [7, 7]


def test_sections_are_read_one_after_the_other() -> None:
    heads = [(0.0, y, 90.0, y + 10.0) for y in (0.0, 100.0, 200.0)]
    left = [(0.0, y + off, 100.0, y + off + 10.0) for y in (0.0, 100.0, 200.0) for off in (20.0, 30.0, 40.0)]
    right = [(120.0, y + off, 220.0, y + off + 10.0) for y in (0.0, 100.0, 200.0) for off in (20.0, 30.0)]
    assert section_tops([*heads, *left], right, []) == [100.0, 200.0]
    order = [item.content for group in columns([Item(box, box) for box in (*heads, *left, *right)]) for item in group]
    assert [box[1] // 100 for box in order] == sorted(box[1] // 100 for box in order)


def test_titles_of_cards_over_the_same_facts_are_no_header() -> None:
    plan = read(
        "Coast Strategy\n"
        "Goal: The coast stays green\n"
        "\n"
        "Action 1.1                                           Action 1.2\n"
        "Plant beach grass on the dunes between the pier      Close the cliff path in storms\n"
        "and the point                                        Lead: Coast Guard\n"
        "Lead: Parks Office                                   Timeline: 2031\n"
        "Timeline: 2032                                       Measure: Days on which the path is closed\n"
        "Measure: Metres of dune planted\n"
        "\n"
        "\n"
        "Action 1.3                                           Action 1.4\n"
        "Buy the last meadows behind the beach                Build a hide for watching birds\n"
        "Lead: Land Trust                                     Lead: Bird Club\n"
        "Timeline: 2034                                       Timeline: 2033\n"
        "Measure: Hectares bought                             Measure: Visits to the hide\n"
    )
    actions = {action.id: action for action in plan.actions}
    assert {a.label: a.owner for a in plan.actions} == {
        "Action 1.1": "Parks Office",
        "Action 1.2": "Coast Guard",
        "Action 1.3": "Land Trust",
        "Action 1.4": "Bird Club",
    }
    assert {m.text: actions[m.parents[0]].label for m in plan.measures} == {
        "Metres of dune planted": "Action 1.1",
        "Days on which the path is closed": "Action 1.2",
        "Hectares bought": "Action 1.3",
        "Visits to the hide": "Action 1.4",
    }


def test_a_heading_below_the_gutter_cuts_no_columns() -> None:
    heads = [(0.0, y, 90.0, y + 10.0) for y in (0.0, 100.0, 200.0)]
    left = [(0.0, y + off, 100.0, y + off + 10.0) for y in (0.0, 100.0, 200.0) for off in (20.0, 30.0, 40.0)]
    right = [(120.0, y + off, 220.0, y + off + 10.0) for y in (0.0, 100.0, 200.0) for off in (20.0, 30.0)]
    assert section_tops([*heads, *left], right, [], bottom=150.0) == [100.0]
