"""Cells of neighbouring columns that a converter wrote on one line, where the columns nearly touch."""

from __future__ import annotations

from objectives_parser import Plan, parse


def rows(plan: Plan) -> dict[str, tuple[str | None, str | None]]:
    return {record.text: (record.owner, record.due.text if record.due else None) for record in plan.actions}


def test_header_cells_on_one_line_are_told_by_their_words() -> None:
    """`By when How we will measure` over `success`: two header cells, each known by itself."""
    text = """Ref

Action

Lead officer By
when

How we will measure
success

1.1.1 Dredge the channel to
eight metres

Harbour Master

March
2031

Ships of 200 metres
berth

1.1.2 Mend the lights on both
moles

Works Team

June
2032

Lights lit every night

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    assert rows(plan) == {
        "Dredge the channel to eight metres": ("Harbour Master", "March 2031"),
        "Mend the lights on both moles": ("Works Team", "June 2032"),
    }
    assert [record.label for record in plan.actions] == ["1.1.1", "1.1.2"]
    assert [record.text for record in plan.measures] == ["Ships of 200 metres berth", "Lights lit every night"]
    assert [record.parents for record in plan.measures] == [("action-1",), ("action-2",)]


def test_a_date_behind_the_first_line_of_a_statement_is_the_next_column_s() -> None:
    text = """Milestone

Start date

End date

Pass the by-law on moorings

January 2031

June 2031

Adopt a common standard for charts March 2031
and tide tables

September 2031

Open the new quay July 2031

August 2032

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    dues = {record.text: record.due and record.due.text for record in plan.milestones}
    assert dues["Adopt a common standard for charts and tide tables"] == "September 2031"


def test_a_name_and_a_date_line_by_line() -> None:
    """`Economic Sept` over `Development Team 2031`; `Skills` and `Manager` behind a statement's lines."""
    text = """No.

Action

Lead officer

By when

Measure of success

1

Offer berths to small boats at half
the price

Economic
Sept
Development Team 2031

Number of berths let

2

Run a training day in each harbour Skills
on the coast
Manager

June
2032

Number of crews trained

3

Clean the slipways

Works Team

May
2032

Number of slipways cleaned

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    assert rows(plan)["Offer berths to small boats at half the price"] == ("Economic Development Team", "Sept 2031")
    assert rows(plan)["Run a training day in each harbour on the coast"] == ("Skills Manager", "June 2032")


def test_something_counted_behind_a_statement_is_the_next_column_s() -> None:
    text = """Strategy

Key performance indicator

Target
2031

Responsible

Mend the sea walls before each winter

Metres of wall mended

400

Works Team

Open waiting rooms for crews beside Number of waiting rooms in
the landing stages
service

14

Harbour Office

Teach pilots to steer in fog

Number of pilots trained

30

Harbour Office

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    assert "Open waiting rooms for crews beside the landing stages" in {record.text for record in plan.records}
    assert "Number of waiting rooms in service" in [record.text for record in plan.measures]


def test_a_date_that_ends_a_sentence_s_line_stays_in_it() -> None:
    text = """Action

Lead

Timeline

Mend the sea wall

Works Team

June 2031

Review what was learned in the year 2030
and since then

Harbour Office

May 2031

Mend the lights

Works Team

July 2031

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    assert "Review what was learned in the year 2030 and since then" in rows(plan)


def test_who_does_it_is_no_header() -> None:
    """`Works Team`: each word may head a column, but nothing else near it does."""
    text = """Action

Lead

Timeline

Mend the sea wall

Works Team

June 2031

Dredge the channel to eight metres

Project Manager

May 2031

Mend the lights

Planning Team

July 2031

"""
    plan = parse(f"{text}\f".encode(), name="plan.txt")
    assert [record.owner for record in plan.actions] == ["Works Team", "Project Manager", "Planning Team"]


RESULTS = """Sea Plan

No.

Adaptation measure

Indicator

Implementing entity

Timeframe Estimated
cost (USD
million)

Coasts and harbours
1

Mend the sea walls before
each winter

Number of walls Ministry of
mended
Works

2031–2033 18

2

Raise the old quay at the
fish market

Number of berths
open

Harbour Agency

2032–2034 42

Fish and shellfish
3

Close the spawning grounds
each spring

Number of days
closed

Fisheries Agency

2031–2035 12

"""


def test_a_title_right_over_a_row_s_number_is_a_band() -> None:
    """`Fish and shellfish` over `3`: what groups the rows below, and the number of the first of them."""
    plan = parse(f"{RESULTS}\f".encode(), name="plan.txt")
    assert [(record.label, record.category) for record in plan.actions] == [
        ("1", "Coasts and harbours"),
        ("2", "Coasts and harbours"),
        ("3", "Fish and shellfish"),
    ]
    assert plan.actions[2].text == "Close the spawning grounds each spring"


def test_a_body_that_breaks_off_behind_a_line_is_the_next_column_s() -> None:
    plan = parse(f"{RESULTS}\f".encode(), name="plan.txt")
    assert [record.text for record in plan.measures] == [
        "Number of walls mended",
        "Number of berths open",
        "Number of days closed",
    ]
    assert [record.owner for record in plan.actions] == ["Ministry of Works", "Harbour Agency", "Fisheries Agency"]
    assert [record.due.text if record.due else None for record in plan.actions] == [
        "2031–2033",
        "2032–2034",
        "2031–2035",
    ]
