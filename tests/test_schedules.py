"""Dates over what is to be done then, fields on lines under items, and lines that lead elsewhere."""

from __future__ import annotations

from objectives_parser import parse
from objectives_parser.records import Record

TIMELINE = """How we will get there
January–February 2027
- Form the working groups
- Meetings with neighbours
March 2027
Review the survey: what was asked last year is asked again.
May 2027:
- Develop a list of sites
Fall 2027 Vote of the board
January 2028: Begin to build
"""


def _records(text: str) -> list[Record]:
    return parse(text.encode(), name="plan.txt").records


def _dated(text: str) -> list[tuple[str, str | None]]:
    return [(record.text, record.due.text if record.due else None) for record in _records(text)]


def test_dates_over_what_is_to_be_done() -> None:
    assert _dated(TIMELINE) == [
        ("Form the working groups", "January–February 2027"),
        ("Meetings with neighbours", "January–February 2027"),
        ("Review the survey: what was asked last year is asked again.", "March 2027"),
        ("Develop a list of sites", "May 2027"),
        ("Vote of the board", "Fall 2027"),
        ("Begin to build", "January 2028"),
    ]


QUARTERS = """Roadmap

- FY27 Q1: Open the first hall
- FY27 Q3: Open the second hall
- Q2 FY28: Open the third hall
- Later: Open a hall in each town of the valley
"""


def test_fiscal_quarters_are_dates_and_an_item_without_one_has_none() -> None:
    assert _dated(QUARTERS)[:3] == [
        ("Open the first hall", "FY27 Q1"),
        ("Open the second hall", "FY27 Q3"),
        ("Open the third hall", "Q2 FY28"),
    ]
    assert all(due is None for _, due in _dated(QUARTERS)[3:])


def test_what_is_to_be_done_twice_is_two_records() -> None:
    text = (
        "Date Action\nMarch 2027\n• Invite all clubs\n• Find a hall\nApril 2027 Meetings of the teams\n"
        "May 2027 Meetings of the teams\nJune 2027\n• Send the map\n• Train the guides\n"
    )
    assert [due for said, due in _dated(text) if said == "Meetings of the teams"] == ["April 2027", "May 2027"]


def test_a_history_is_no_schedule() -> None:
    past = (
        "Our story\nMarch 2017\n- Founded the club\nMay 2018\n- The hall was built\nJune 2019\n- Visit of the mayor\n"
    )
    assert not _records(past)


def test_dates_that_do_not_follow_each_other_are_no_schedule() -> None:
    assert not _records("News\nMay 2027\n- Fair\n- Buy seeds\nMarch 2027\n- Market\n- Find help\nJune 2026\n- Tea\n")


def test_fields_on_the_line_under_an_item() -> None:
    text = (
        "Milestones for the pool:\n\n  • Find a site for the pool\n    Start date: May 2027 End date: July 2027\n\n"
        "  • Publish the plans\n    Lead: Parks\n\n  • Open the pool\n    End date: June 2028\n"
    )
    found = _records(text)
    assert [record.text for record in found] == ["Find a site for the pool", "Publish the plans", "Open the pool"]
    assert [record.due.text if record.due else None for record in found] == ["July 2027", None, "June 2028"]
    assert [record.owner for record in found] == [None, "Parks", None]


def test_lines_that_lead_elsewhere_state_nothing() -> None:
    text = (
        "Skip to main content\n\nActions\n\n• Mend the roof of the hall\n• Paint the doors of the hall\n\n"
        "Read the full report\n\nNEXT PAGE Commitment 5: Playgrounds for all\n\n^ to top\n"
    )
    assert [record.text for record in _records(text)] == ["Mend the roof of the hall", "Paint the doors of the hall"]


def test_an_item_is_no_header_of_a_table() -> None:
    text = (
        "For all offices\n\n· Create Measures for each of the Expected Outcomes\n· Create a Target for each Measure\n"
    )
    assert [record.text for record in _records(text)] == [
        "Create Measures for each of the Expected Outcomes",
        "Create a Target for each Measure",
    ]


def test_a_heading_that_is_a_year_dates_what_stands_under_it_and_a_deed_of_two_years_is_two() -> None:
    text = """\
Our two-year schedule

YEAR 1 (2027)

  • Assess what was done
  • Choose the priorities

YEAR 2 (2028)

  • Build the new hall
  • Choose the priorities
"""
    assert [
        (record.text, record.due and record.due.start) for record in parse(text.encode(), name="plan.txt").actions
    ] == [
        ("Assess what was done", "2027-01-01"),
        ("Choose the priorities", "2027-01-01"),
        ("Build the new hall", "2028-01-01"),
        ("Choose the priorities", "2028-01-01"),
    ]


def test_a_line_left_of_the_bullets_goes_on_with_none_of_them() -> None:
    text = """\
Actions

  • Repair the old hall
  • Hold a workshop
Fall 2027
  • Build the new hall
"""
    assert [record.text for record in parse(text.encode(), name="plan.txt").actions] == [
        "Repair the old hall",
        "Hold a workshop",
        "Build the new hall",
    ]
