"""What a plan prints twice: tables in the text and in an annex, tables of what the same actions cost, commitments that
a summary and a chapter say with the same figures; and what only looks alike."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.records import Plan
from objectives_parser.repeats.alike import shared_words


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def table(head: str, *rows: str) -> str:
    return "\n".join((f"| {head} |", "|---" * (head.count("|") + 1) + "|", *(f"| {row} |" for row in rows))) + "\n\n"


ROWS = ("Plant hedges | 40 km", "Mend the weirs | 12 weirs", "Buy two barges | 2 barges")
CANALS = "## Canals\n\n" + table("Action | Target", *ROWS)


def test_a_table_printed_again_in_an_annex_is_one_table() -> None:
    plan = read(f"# Water plan\n\n{CANALS}## Harbours\n\nShips need deep water.\n\n# Annex\n\n{CANALS}")
    assert [action.text for action in plan.actions] == ["Plant hedges", "Mend the weirs", "Buy two barges"]
    assert [measure.text for measure in plan.measures] == ["40 km", "12 weirs", "2 barges"]
    assert [measure.parents for measure in plan.measures] == [(action.id,) for action in plan.actions]


def test_the_same_rows_under_another_heading_are_other_records() -> None:
    other = CANALS.replace("## Canals", "## Rivers")
    plan = read(f"# Water plan\n\n{CANALS}{other}")
    assert len(plan.actions) == 6


def test_the_same_rows_with_another_owner_are_other_records() -> None:
    ours = "## Canals\n\n" + table("Action | Lead", "Plant hedges | Parks", "Mend weirs | Works", "Buy barges | Port")
    plan = read(f"# Water plan\n\n{ours}# Annex\n\n{ours.replace('Port', 'Navy')}")
    assert [action.owner for action in plan.actions] == ["Parks", "Works", "Port", "Parks", "Works", "Navy"]


def test_a_table_of_what_the_actions_cost_states_none_again() -> None:
    plan = read(
        "# Heat plan\n\n## What we will do\n\n"
        + table(
            "Mitigation action | Description",
            "Solar roofs | All schools get one.",
            "Warm walls in old houses | Owners get a grant.",
            "Heat from rivers | Two pumps.",
            "Windmills | Nine on the coast.",
        )
        + "## What it costs\n\n"
        + table(
            "Mitigation action | Cost (USD) | Type of support needed",
            "Solar roofs | 5,000 | Finance",
            "Warm walls of old houses | 7,000 | Finance, technology",
            "Heat from rivers | 9,000 | Technology",
            "Windmills | 1,000 | Finance",
        )
    )
    assert [action.text for action in plan.actions] == [
        "Solar roofs",
        "Warm walls in old houses",
        "Heat from rivers",
        "Windmills",
    ]


def test_actions_that_only_a_table_of_costs_names_are_records() -> None:
    plan = read("## Costs\n\n" + table("Action | Cost", "Plant hedges | 5", "Mend the weirs | 7", "Buy barges | 9"))
    assert len(plan.actions) == 3


def test_the_type_of_support_needed_groups_nothing() -> None:
    head = "Adaptation action | Type of support needed"
    plan = read("# Plan\n\n" + table(head, "Plant hedges | Finance", "Mend the weirs | Technology"))
    assert [action.category for action in plan.actions] == [None, None]
    assert dict(plan.actions[0].fields) == {"Type of support needed": "Finance"}


def test_a_commitment_said_again_with_the_same_figures_is_one_record() -> None:
    power = "the island commits to produce 40% of its power and 15% of its heat from the sun in 2035"
    ferries = "The island commits to run 40% of its buses and 15% of its ferries on batteries in 2035."
    plan = read(
        f"# Climate plan\n\n## Summary\n\nT{power[1:]}.\n\n## Energy\n\nMoreover, {power}, compared to none today.\n\n"
        f"## Transport\n\n{ferries}\n"
    )
    assert [record.text[:30] for record in plan.records] == [
        "Moreover, the island commits t",
        "The island commits to run 40% ",
    ]


@pytest.mark.parametrize("last", ["Manage the risk of floods", "Manage the risks of floods"])
def test_a_row_spelt_out_in_slightly_other_words_is_spelt_out(last: str) -> None:
    rows = ("Farms that last", "Forests for all", "Clean coasts", "Safe harbours", last)
    actions = [f"{row.replace('risk ', 'risks ')} | {deed}" for row in rows for deed in ("Train crews", "Buy tools")]
    plan = read(
        "# Plan\n\n## Overview\n\n"
        + table("Policy action | No. of programmes", *(f"{row} | 2" for row in rows))
        + "# Annex\n\n"
        + table("Policy action | Programme of action", *actions)
    )
    texts = [action.text for action in plan.actions]
    assert "Manage the risks of floods" in texts
    assert "Manage the risk of floods" not in texts


def test_the_share_of_words_that_two_texts_have_in_common() -> None:
    assert shared_words("Plant ten trees", "plant two trees") == 0.5


def test_the_aim_of_a_form_that_goes_on_is_one_record() -> None:
    """`Criterion | …` again at the head of the next page, over the rest of the rows."""
    page = "<table>{}</table><p>Appendix</p>"
    row = "<tr><td>{}</td><td>{}</td></tr>".format
    aim = row("Criterion", "Public figures are open to all")
    first = aim + row("Target", "Nine sets of figures are published by May") + row("Source", "Budget statement")
    rest = aim + row("Result", "Seven sets were published, and two agencies wait")
    told = parse((page.format(first) + page.format(rest)).encode(), name="report.html")
    assert [record.text for record in told.objectives] == ["Public figures are open to all"]
