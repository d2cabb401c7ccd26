"""Numbers and bullets that a converter of reading-order text wrote apart from what they stand before."""

from __future__ import annotations

from objectives_parser import parse


def test_a_heading_s_number_among_bullets_takes_none_of_them() -> None:
    """The number stands as far left on the page as the bullets do, and is written with them."""
    text = """Harbour Strategy

1. The harbour lies on the coast and has been open to ships for two hundred years and more, in all weathers.

2. During the longer term, the harbour aims to:
•
•
•

3.3

Keep the channel open;
Bring visitors to the old town and to the
fish market; and
Teach the young to sail.

Statement of Current Planning

3. The channel was dredged last in the year before the war and has silted up since then on both of its sides.

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == [
        "Keep the channel open;",
        "Bring visitors to the old town and to the fish market; and",
        "Teach the young to sail.",
    ]


def test_items_whose_bullets_are_lost_are_told_by_semicolons() -> None:
    text = """Harbour Strategy

Over the coming ten years our objectives are to:

Keep the channel open for ships of all sizes and in all
weathers;
Bring visitors to the old town;
Cut the harbour's own emissions by half, as the council has
asked; and
Teach the young to sail.

The channel was dredged last in the year before the war and
has silted up since then on both of its sides.

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == [
        "Keep the channel open for ships of all sizes and in all weathers;",
        "Bring visitors to the old town;",
        "Cut the harbour's own emissions by half, as the council has asked; and",
        "Teach the young to sail.",
    ]


def test_strategies_under_each_aim_are_a_list_of_their_own() -> None:
    """`Strategies` right under an aim and over a list, where another caption follows."""
    text = """Harbour Plan
Goal A: Keep the harbour open
Strategies
Dredge the channel
Mend the lights on both
moles

Performance measures
Ships that call each week
Days closed in winter

Goal B: Bring visitors
Strategies
Print a map of the old town
Open the museum on Sundays

Performance measures
Beds let at night
Tickets sold

Goal C: Teach the young
Strategies
Lend boats to schools

Performance measures
Pupils who pass

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    goals = [record.text for record in plan.objectives]
    assert goals == ["Keep the harbour open", "Bring visitors", "Teach the young"]
    assert [(record.text, record.parents) for record in plan.actions] == [
        ("Dredge the channel", ("objective-1",)),
        ("Mend the lights on both moles", ("objective-1",)),
        ("Print a map of the old town", ("objective-2",)),
        ("Open the museum on Sundays", ("objective-2",)),
        ("Lend boats to schools", ("objective-3",)),
    ]
    assert [record.text for record in plan.measures][-1] == "Pupils who pass"


def test_a_sentence_under_a_priority_s_title_is_none_of_it() -> None:
    text = """Harbour Plan
Priority 1: Teach the young
Those who learn to sail early stay with it all their lives.

What we will do
Lend boats to schools
Train two hundred teachers

How we will measure success
Pupils who pass the test
Schools that take part

Priority 2: Keep the sea clean
Our waters are those in which our children swim and fish.

What we will do
Close the old outfall
Fine those who dump oil

How we will measure success
Days on which beaches are closed
Share of samples that pass

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    assert [record.text for record in plan.objectives] == ["Teach the young", "Keep the sea clean"]
