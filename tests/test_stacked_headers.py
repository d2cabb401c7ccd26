"""Text in reading order whose header's cells stand one under the other."""

from __future__ import annotations

from typing import Any

from objectives_parser import parse


def records(text: str) -> list[dict[str, Any]]:
    plan = parse(text.encode(), name="plan.txt").to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return sorted(found, key=lambda record: record["where"][0]["start"])


def links(text: str) -> list[tuple[str, str, list[str]]]:
    found = {record["id"]: record for record in records(text)}
    return [
        (record["id"].rsplit("-", 1)[0], record["text"], [found[parent]["text"] for parent in record["parents"]])
        for record in found.values()
    ]


def test_numbered_rows_under_a_header_of_two_cells() -> None:
    """The heading over the next table, and the number of the page, belong to no row."""
    text = (
        "Objectives\n\nPerformance Measures (including at least one\nmilestone)\n\n"
        "1. Keep the harbours open for ships of\nevery size.\n\n"
        "• Piers mended by 31 March 2015.\n• No ship waits longer than\nthree days.\n\n"
        "2. Let the ferries on fair terms.\n\n• Contract signed in June 2014.\n\n"
        "Corporate management\n\nObjectives\n\nPerformance Measures (including at least one\nmilestone)\n\n"
        "3. Live within the budget.\n\n• Accounts without remarks.\n\nPage 1 of 1\n"
    )
    first = "Keep the harbours open for ships of every size."
    assert links(text) == [
        ("objective", first, []),
        ("measure", "Piers mended by 31 March 2015.", [first]),
        ("measure", "No ship waits longer than three days.", [first]),
        ("objective", "Let the ferries on fair terms.", []),
        ("measure", "Contract signed in June 2014.", ["Let the ferries on fair terms."]),
        ("objective", "Live within the budget.", []),
        ("measure", "Accounts without remarks.", ["Live within the budget."]),
    ]


def test_objectives_worded_alike_open_rows() -> None:
    """The first cells stand right under their headers, as some converters write them."""
    text = (
        "Delivery objectives\nTo keep the harbours open in\nall weathers\n\n"
        "Performance measures\nFewer days on which all of the piers are\nclosed\n\n"
        "To build two ferries for the islands in\nthe north\n\nCost against the budget\n"
    )
    assert [(kind, said) for kind, said, _ in links(text)] == [
        ("objective", "To keep the harbours open in all weathers"),
        ("measure", "Fewer days on which all of the piers are closed"),
        ("objective", "To build two ferries for the islands in the north"),
        ("measure", "Cost against the budget"),
    ]


def test_an_item_may_stand_in_the_rows_first_line() -> None:
    text = (
        "Improvement goals Actions How we will know we have succeeded\n"
        "1. Better charts • Survey the northern harbours\n• Train every new pilot in using them\n"
        "• Number of charts that are up to date\n"
        "2. Safer piers • Mend the oldest pier first\n• Share of piers that passed inspection\n"
    )
    kinds = [kind for kind, _, _ in links(text)]
    assert kinds == ["objective", "action", "action", "measure", "objective", "action", "measure"]


def test_headings_over_prose_are_no_header() -> None:
    """Two headings that name kinds do not make a table where nothing below tells rows apart."""
    text = "Objectives\n\nMeasures\n\nThe office looks after the harbours of the north.\n\nIt has done so for long.\n"
    assert "objective" not in [kind for kind, _, _ in links(text)]
