"""Plans whose parts repeat the same headings: where we are, what is wanted, what will be done, how it is measured."""

from __future__ import annotations

from objectives_parser import parse
from tests.test_pieces_of_tables import kinds, links

HEADER = "<tr><th>Action</th><th>Owner</th><th>Timing</th></tr>"
TABLE = "<table>" + HEADER + "<tr><td>{}</td><td>Pilot Office</td><td>May 2031</td></tr></table>"


def page(*parts: str) -> str:
    return f"<html><body><h1>Harbour plan</h1>{''.join(parts)}</body></html>"


def part(number: int, aim: str, deed: str) -> str:
    here = "<h2>Where we are now</h2><p>Too few of the crews know the rules of the harbour.</p>"
    return f"<h2>{number}. {aim}</h2>{here}<h2>What we will do</h2>{TABLE.format(deed)}"


def test_counted_commands_over_what_will_be_done_are_aims() -> None:
    text = page(part(1, "Set a clear course", "Publish a sailing plan"), part(2, "Use charts well", "Train all crews"))
    assert links(text, "plan.html") == {
        "Set a clear course": [],
        "Publish a sailing plan": ["Set a clear course"],
        "Use charts well": [],
        "Train all crews": ["Use charts well"],
    }


def test_a_sentence_under_the_repeated_heading_outcome_is_one() -> None:
    def of(number: int, aim: str, outcome: str) -> str:
        served = "<h3>Performance measures</h3><ul><li>Share of ferries that sail on time</li></ul>"
        return f"<h2>Priority {number}: {aim}</h2><h3>Expected result</h3><p>{outcome}</p>{served}"

    text = page(
        of(1, "Renew the ferries", "Ferries that sail on time in every season."),
        of(2, "Lengthen the season", "Islands have a boat for at least ten months."),
    )
    assert [text for kind, text in kinds(text, "plan.html") if kind == "objective"] == [
        "Renew the ferries",
        "Ferries that sail on time in every season.",
        "Lengthen the season",
        "Islands have a boat for at least ten months.",
    ]


def test_rows_that_leave_out_the_aim_and_its_group_go_on_with_it() -> None:
    rows = (
        "Ref,Type,Objective,Measure,Milestone\n"
        "1,Business,Bring the new tugs into service,Tugs start,First tug afloat\n"
        ",,,No tug is late,All tugs afloat\n2,People,Train the crews,All crews hold the certificate,Course opens\n"
    )
    plan = parse(rows.encode(), name="plan.csv")
    assert [measure.parents for measure in plan.measures] == [("objective-1",), ("objective-1",), ("objective-2",)]
    assert [milestone.parents for milestone in plan.milestones] == [
        ("objective-1",),
        ("objective-1",),
        ("objective-2",),
    ]
