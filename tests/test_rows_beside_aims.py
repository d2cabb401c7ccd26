"""What stands behind a list of aims in one section serves any of them, and aims that a sentence says over the ways to
them."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.recognizers.wordings import promises_by_ways

PARKS = """<h1>Parks plan</h1><h2>1. Play areas</h2><h3>Goals</h3>
<ul><li>Give every child a play area within walking distance</li><li>Keep all play areas safe</li></ul>
<h3>Actions</h3><table><tr><th>Action</th><th>Lead</th></tr>
<tr><td>Build two play areas in the west</td><td>Parks</td></tr>
<tr><td>Inspect all swings twice a year</td><td>Works</td></tr></table>
<h2>2. Benches</h2><h3>Actions</h3><table><tr><th>Action</th><th>Lead</th></tr>
<tr><td>Paint all benches green</td><td>Parks</td></tr><tr><td>Count the benches</td><td>Parks</td></tr></table>"""

CARDS = """<h1>Harbour plan</h1><h2>Clean quays</h2>
<table><tr><th>2028 target</th><th>2035 target</th></tr>
<tr><td>Halve the waste that boats leave on the quays</td><td>Treat all the water of the docks</td></tr></table>
<table><tr><th>Actions</th><th>Lead</th></tr><tr><td>Hire two more skips for the north quay</td><td>Port</td></tr>
<tr><td>Ask all skippers what they need</td><td>Port</td></tr></table>"""

GOAL = """<h1>Library plan</h1><h2>Goal 1: Everybody reads</h2><p>Objectives</p>
<ul><li>Lend twice as many books by 2030</li><li>Open a library in each quarter</li></ul>
<p>Measures</p><ul><li>Books lent a year</li><li>Readers who come again</li></ul>"""

PIPES = """<h1>Water plan</h1><p>The office will follow two strategies: 1) repair old pipes in the centre, and 2) save
rain in barrels.</p><table><tr><th>Key milestone</th><th>Due</th></tr>
<tr><td>Pipes in Main Street repaired</td><td>2027</td></tr>
<tr><td>First hundred barrels given out</td><td>2026</td></tr></table>"""

WASTE = """<h1>Waste plan</h1><h2>Strategies</h2>
<p>The city will cut household waste by half by running the following programs.</p>
<ul><li>Collecting food scraps at the kerb.</li><li>Opening three repair shops in the north.</li></ul>"""


def links(page: str) -> dict[str, tuple[str, ...]]:
    plan = parse(page.encode(), name="plan.html")
    texts = {record.id: record.text for record in plan.records}
    return {record.text: tuple(texts[parent] for parent in record.parents) for record in plan.records}


def test_rows_serve_any_of_the_aims_listed_above_them() -> None:
    """The source leaves open which goal an action is for: all are possible, those of other sections are not."""
    found = links(PARKS)
    goals = ("Give every child a play area within walking distance", "Keep all play areas safe")
    assert found["Build two play areas in the west"] == goals
    assert found["Inspect all swings twice a year"] == goals
    assert found["Paint all benches green"] == ()


def test_rows_serve_the_aims_of_the_table_above_them() -> None:
    """Aims side by side in a table of their own, over the table of what will be done."""
    aims = ("Halve the waste that boats leave on the quays", "Treat all the water of the docks")
    assert links(CARDS)["Hire two more skips for the north quay"] == aims


def test_a_list_under_a_goal_serves_the_goal() -> None:
    """Objectives and measures side by side under `Goal 1` are both its."""
    assert links(GOAL)["Books lent a year"] == ("Everybody reads",)


def test_strategies_counted_over_milestones_are_aims() -> None:
    """What milestones lead to is an objective, and each milestone may lead to any of them."""
    plan = parse(PIPES.encode(), name="plan.html")
    assert [record.level for record in plan.objectives] == ["strategy", "strategy"]
    assert len(links(PIPES)["First hundred barrels given out"]) == 2


def test_an_aim_said_over_the_ways_to_it_is_what_they_serve() -> None:
    """A lead-in that is complete in itself is a record, and its bullets hang on it."""
    aim = "The city will cut household waste by half by running the following programs."
    found = links(WASTE)
    assert found[aim] == ()
    assert found["Collecting food scraps at the kerb."] == (aim,)


@pytest.mark.parametrize(
    "sentence",
    [
        "The office will achieve this goal by:",
        "This will be measured by:",
        "Success will be tracked through the following indicators:",
        "The board will meet every month to talk about the following topics.",
        "We will do so by:",
    ],
)
def test_what_tells_of_the_aim_above_is_none(sentence: str) -> None:
    assert not promises_by_ways(sentence)
