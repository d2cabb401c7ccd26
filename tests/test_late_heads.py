"""Tables in reading-order text whose header stands apart, and columns that stand one after the other."""

from __future__ import annotations

from objectives_parser import parse
from objectives_parser.ledger import document_words
from objectives_parser.pipeline import read

LATE = """Harbour Agency
Overview
Goal Statement
o By 2028, the agency will halve the time that ships wait for a berth.

1
\fKey Milestones
Milestone Summary
Key Milestone
Open the second pilot station
Train twelve new pilots in night work

Milestone
Due Date
12/31/26
3/31/27

Milestone
Status
Completed

Owner

Comments

Publish the list of berths every
morning

6/30/27

2
\fAfterword
The agency thanks all who took part.

3
"""


def said(text: str) -> list[tuple[str, str, str | None]]:
    plan = parse(text.encode(), name="plan.txt")
    return [(record.kind, record.text, record.due.text if record.due else None) for record in plan.records]


def test_names_of_columns_behind_the_first_cells() -> None:
    assert said(LATE)[1:] == [
        ("milestone", "Open the second pilot station", "12/31/26"),
        ("milestone", "Train twelve new pilots in night work", "3/31/27"),
        ("milestone", "Publish the list of berths every morning", "6/30/27"),
    ]


def test_milestones_serve_the_goal() -> None:
    plan = parse(LATE.encode(), name="plan.txt")
    assert {record.parents for record in plan.milestones} == {("objective-1",)}


def test_no_word_is_lost() -> None:
    document = read(LATE.encode(), name="plan.txt")
    assert sorted(word.text for word in document_words(document)) == sorted(LATE.split())


def test_values_written_into_the_lines_of_statements_are_no_words_of_theirs() -> None:
    text = """Harbour Agency
Overview
1
\fKey Milestones

Milestone Summary
Milestone Milestone Change Owner
Due Date status from last
month
Open the second pilot station at Cape FY 2027 Q3 Completed
Wrath and its lighthouse
Train twelve new pilots for night FY 2027 Q4
work and rescue

2
\fAfterword
3
"""
    assert said(text) == [
        ("milestone", "Open the second pilot station at Cape Wrath and its lighthouse", "FY 2027 Q3"),
        ("milestone", "Train twelve new pilots for night work and rescue", "FY 2027 Q4"),
    ]


def test_a_card_of_names_and_values_is_no_table() -> None:
    text = """Harbour Agency
Overview
1
\fSteps
Build a shed for the boats
Hire a guard for the night

Lead

Works Office

Timeframe

2027

Status

Planned

Budget

$4,000

2
\fAfterword
3
"""
    assert [record.text for record in parse(text.encode(), name="plan.txt").actions] == [
        "Build a shed for the boats",
        "Hire a guard for the night",
    ]


COLUMNS = """Harbour Agency
1
\fGoal Structure
Strategies of the agency
Strategy: Keep the harbour clean

AGENCY

HPA

Port Police

ACTIVITY

HPA will sweep the quays every week with boats of its own.
The police will fine ships that let off oil in the harbour:
● at night
● in the dry season

2
\fGoal Structure
Strategies of the agency
Strategy: Keep the harbour clean (continued)

AGENCY

Harbour Watch

ACTIVITY

The watch will set up bins on all piers and empty them daily.

3
"""


def test_columns_one_after_the_other() -> None:
    plan = parse(COLUMNS.encode(), name="plan.txt")
    assert [(action.owner, action.text[:20]) for action in plan.actions] == [
        ("HPA", "HPA will sweep the q"),
        ("Port Police", "The police will fine"),
        ("Harbour Watch", "The watch will set u"),
    ]


def test_what_stands_under_a_title_continued_serves_the_same_aim() -> None:
    plan = parse(COLUMNS.encode(), name="plan.txt")
    assert [aim.text for aim in plan.objectives] == ["Keep the harbour clean"]
    assert {action.parents for action in plan.actions} == {("objective-1",)}
