"""What tells the column of a cell in text without columns: times without a date, ticks, titles told over each row,
and that hardly any row lacks its fields."""

from __future__ import annotations

import pytest

from objectives_parser.layout.text.times import tells_time
from tests.test_pieces_of_tables import kinds, records

PLAN = "Harbour Board\n"


@pytest.mark.parametrize(
    "text",
    [
        *("February", "From September", "Spring", "Mid-term (2031–2033)", "12 to 24 months", "Years 1-3"),
        *("By half term", "Within 60 days of the vote", "Q2 2031", "Ongoing"),
    ],
)
def test_a_time_needs_no_date(text: str) -> None:
    assert tells_time(text)


@pytest.mark.parametrize("text", ["May we help", "Marching orders", "Terms of trade", "Harbour Master", "In", "40"])
def test_what_only_sounds_like_a_time_is_none(text: str) -> None:
    assert not tells_time(text)


def test_months_and_spans_of_time_are_dues() -> None:
    text = (
        f"{PLAN}Action Lead Due Cost\nDredge the outer basin before\nthe storms\nWorks Unit\nFebruary\n$400\n"
        "Train the pilots in the new\nchannel\nHarbour Master\nFrom September\n$900\n"
        "Paint the beacons on the mole\nWorks Unit\nWithin 60 days of approval\n$200\n"
    )
    assert [(record["owner"], record["due"]["text"]) for record in records(text, "plan.txt")] == [
        ("Works Unit", "February"),
        ("Harbour Master", "From September"),
        ("Works Unit", "Within 60 days of approval"),
    ]


def test_a_month_goes_on_with_its_year() -> None:
    text = (
        f"{PLAN}Issue Action Who Timescale\nSilt in the basin\nDredge it before the storms\nWorks Unit\n"
        "February\n2031\n"
        "Pilots are few\nTrain twelve of them\nHarbour Master\nBy December\n2032\n"
    )
    assert [record["due"]["text"] for record in records(text, "plan.txt")] == ["February 2031", "By December 2032"]


def test_statements_with_figures_are_no_ticks() -> None:
    row = "{}\nNew mangrove on {} hectares at the\nthree river mouths\n✓\n✓\nWorks Unit\nHigh\n"
    text = f"{PLAN}No.\nAction\nShort\nterm\nMedium\nterm\nLong\nterm\nLead agency\nCost\n" + "".join(
        row.format(f"1.{at}", 10 * at) for at in range(1, 5)
    )
    assert kinds(text, "plan.txt") == [
        ("action", f"New mangrove on {10 * at} hectares at the three river mouths") for at in range(1, 5)
    ]


def test_paragraphs_behind_a_table_are_no_rows_of_it() -> None:
    """Each row has a lead and a date, and what stands behind the last one has neither."""
    rows = (
        "Survey of the quay\nsigned off\nWorks Unit\nJune 2031\nCranes tested under\nfull load\nHarbour Master\n"
        "May 2032\nLamps on the mole\nreplaced\nWorks Unit\nJuly 2032\n"
    )
    behind = "Berths for all ships\nShips wait outside as nobody tells them of a berth that is free for them.\n"
    found = kinds(f"{PLAN}Milestone\nLead\nDue\n{rows}{behind}", "plan.txt")
    assert [text for kind, text in found if kind == "milestone"] == [
        "Survey of the quay signed off",
        "Cranes tested under full load",
        "Lamps on the mole replaced",
    ]


def test_what_would_be_a_title_over_each_row_is_a_column() -> None:
    """`Wall finished` in two words with a capital could stand over the next row; over every row nothing does."""
    row = "{}\nWorks Unit\nJune 2031\n{}\n"
    cells = [
        ("Mend the quay wall with new stone", "Wall finished"),
        ("Dredge the outer basin before the storms", "Basin deepened"),
        ("Paint the beacons on the mole", "Beacons seen"),
        ("Hang new lamps over the stairs", "Lamps lit"),
    ]
    text = f"{PLAN}Action\nLead\nDue\nEvidence of success\n" + "".join(row.format(*pair) for pair in cells)
    assert [text for kind, text in kinds(text, "plan.txt") if kind == "measure"] == [said for _, said in cells]


def test_a_month_alone_is_a_due_where_empty_lines_part_the_cells() -> None:
    """A word with a capital is a name by its form; the name of a month is a time."""
    cells = [
        *("Action", "Owner", "When", "Resources"),
        *("Dredge the outer basin before the storms", "Works Unit", "February", "$400"),
        *("Train the pilots in the new channel", "Harbour Master", "From September", "$900"),
        *("Paint the beacons on the mole", "Works Unit", "12 to 24 months", "$200"),
    ]
    found = records("Harbour plan\n\n" + "\n\n".join(cells), "plan.txt")
    assert [(record["owner"], record["due"]["text"]) for record in found] == [
        ("Works Unit", "February"),
        ("Harbour Master", "From September"),
        ("Works Unit", "12 to 24 months"),
    ]
