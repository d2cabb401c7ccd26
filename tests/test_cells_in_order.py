"""Tables in reading-order text: rows by what their columns usually hold, with section rows and repeated headers."""

from __future__ import annotations

from objectives_parser import parse
from objectives_parser.document import Heading
from objectives_parser.layout.text.lines import TextLine, document_lines
from objectives_parser.layout.text.spaced.rows import is_printed
from objectives_parser.ledger import document_words
from objectives_parser.pipeline import read
from objectives_parser.readers import read as read_file


def lines_of(text: str) -> tuple[TextLine, ...]:
    return document_lines(read_file(text.encode(), "plan.txt"))


ROWS = """Harbour Town Corporate Plan

A cleaner harbour
How we will know

Ref

Indicator

2023/24
actual

2024/25
target

RAG

Lead

Objective 1: Keep the water clean

C1

Beaches that meet the bathing standard (%)

81

90

G

Env.
Services

C2

Boats that use the pump-out station

412

500

A

Port Office
\fRef

Indicator

2023/24
actual

2024/25
target

RAG

Lead

Objective 2: Keep the quay safe

C3

Ladders inspected within a month (%)

97

100

R

Works

The council reads this table twice a year, in May and in November, and asks the port office about every red or amber
line. What it decides is published on the pages of the council in the week after the meeting, with the figures.
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(record.kind, record.text) for record in parse(text.encode(), name="plan.txt").records]


def test_section_rows_and_the_header_of_the_next_page_stand_inside_the_table() -> None:
    plan = parse(ROWS.encode(), name="plan.txt")
    objectives = {record.id: record.text for record in plan.objectives}
    assert [(record.text, [objectives[parent] for parent in record.parents]) for record in plan.measures] == [
        ("Beaches that meet the bathing standard (%)", ["Keep the water clean"]),
        ("Boats that use the pump-out station", ["Keep the water clean"]),
        ("Ladders inspected within a month (%)", ["Keep the quay safe"]),
    ]
    assert [record.owner for record in plan.measures] == ["Env. Services", "Port Office", "Works"]


def test_every_word_of_the_table_stands_in_one_block() -> None:
    assert sorted(word.text for word in document_words(read(ROWS.encode(), name="plan.txt"))) == sorted(ROWS.split())


JOINED = """Harbour Town Goal Plan
\fKey Milestones
Milestone Summary
Key Milestone

Milestone Milestone Change Owner
Due Date Status
from last
quarter

Dredge the inner basin

Q2 FY 2026

On track

N/A

Port Office

Open the new slipway

Q3 FY 2026

On track

N/A

Works
"""


def test_header_cells_written_as_one_are_their_columns() -> None:
    plan = parse(JOINED.encode(), name="plan.txt")
    found = [(r.text, r.due.text if r.due else None, r.status, r.owner) for r in plan.milestones]
    assert found == [
        ("Dredge the inner basin", "Q2 FY 2026", "On track", "Port Office"),
        ("Open the new slipway", "Q3 FY 2026", "On track", "Works"),
    ]


TITLES = """Open Harbour Plan
\fWhat we will do
1. Share Data on the Harbour
The council has data on tides, berths and fees that nobody outside can use today, and it is asked for them each week.
To open them up, the council will:
• Publish the tide tables as open data.
• Publish the berth plan each month.
2. Listen to the People Who Use It
Those who use the harbour are seldom asked, though they see first where something is broken, late or in the way.
To hear them, the council will:
• Hold a meeting for users in each season.
"""


def test_numbered_titles_in_capitals_right_over_text_head_what_is_under_them() -> None:
    plan = parse(TITLES.encode(), name="plan.txt")
    assert {record.text: record.category for record in plan.actions} == {
        "Publish the tide tables as open data.": "Share Data on the Harbour",
        "Publish the berth plan each month.": "Share Data on the Harbour",
        "Hold a meeting for users in each season.": "Listen to the People Who Use It",
    }


def test_titles_are_no_header_lines() -> None:
    text = (
        "Goal 3: A Great Place to Work\n\nStaff are paid fairly.\n\nStrategies, Objectives, and Milestones\n\nNone.\n"
    )
    assert all(type(block).__name__ != "Table" for block in read(text.encode(), name="plan.txt").blocks or ())


MEASURES = """Harbour Town Safety Plan
\fStorms

Action

Raise the sea wall at the market

Hazards Met

Flood

Lead Agency

Quay Office

Timeline

2026

Storms that came

Action

Mend the siren on the pier

Hazards Met

Lead Agency

Harbour Office

Timeline

2027

Storms to come

Action

Clear the culvert under the road

Hazards Met

Flood

Lead Agency

Roads

Timeline

2028
"""


def test_labels_that_stand_there_often_may_say_nothing_once() -> None:
    plan = parse(MEASURES.encode(), name="plan.txt")
    assert [(record.text, record.owner) for record in plan.actions] == [
        ("Raise the sea wall at the market", "Quay Office"),
        ("Mend the siren on the pier", "Harbour Office"),
        ("Clear the culvert under the road", "Roads"),
    ]


def test_values_are_no_headings() -> None:
    text = "Harbour Plan\n\fKey Milestones\n\nDredge the basin.\n\nQ2 FY 2026\n\nOn track\n\nN/A\n\nMend the crane.\n"
    blocks = read(text.encode(), name="plan.txt").blocks or ()
    titles = [block.lines[0].text for block in blocks if isinstance(block, Heading)]
    assert titles == ["Key Milestones"]


CODES = """Harbour Town Matrix
\fPolicy /
Action

Description

Responsible
Department

Cost

HT-1

Keep the harbour clean for all who use it.

HT-1.1

Buy a skimmer for the inner basin.

Works

$$

HT-1.2

Plant reeds along the inlet.

Parks

$
"""


def test_codes_stand_in_a_column_of_statements() -> None:
    plan = parse(CODES.encode(), name="plan.txt")
    found = {record.text: record for record in plan.records}
    assert set(found) == {
        "Keep the harbour clean for all who use it.",
        "Buy a skimmer for the inner basin.",
        "Plant reeds along the inlet.",
    }
    assert found["Plant reeds along the inlet."].owner == "Parks"


def test_pages_that_no_form_feed_parts_are_read_like_pages() -> None:
    """Many converters write none; the lines of a printed page are known by their length."""
    with_feeds = parse(ROWS.encode(), name="plan.txt")
    without = parse(ROWS.replace("\f", "\n").encode(), name="plan.txt")
    assert with_feeds.measures
    assert [(m.text, m.owner) for m in without.measures] == [(m.text, m.owner) for m in with_feeds.measures]


def test_text_in_long_lines_or_without_empty_ones_is_no_print() -> None:
    rows = ROWS.replace("\f", "\n")
    assert is_printed(lines_of(rows))
    assert not is_printed(lines_of(rows + "\n" + "The council met again. " * 12))
    assert not is_printed(lines_of("\n".join(line for line in rows.splitlines() if line)))


def test_indented_print_keeps_its_lone_blanks() -> None:
    lines = [f"   Line {number} of a paragraph that goes\n   on below\n" for number in range(12)]
    bullets = [f" Repair well number {number}\n" for number in range(12)]
    assert is_printed(lines_of("\n".join(["Our plan\n", *lines, *bullets[:4]])))
    assert not is_printed(lines_of("\n".join(["Our plan\n", *lines[:2], *bullets, *bullets])))


def told(text: str) -> list[tuple[str, str | None]]:
    return [(record.text, record.owner) for record in parse(text.encode(), name="plan.txt").records]


def test_room_before_every_line_says_nothing() -> None:
    rows = ROWS.replace("\f", "\n")
    assert told(rows) == told("\n".join(f"    {line}" if line else line for line in rows.split("\n")))


def test_an_empty_line_behind_every_line_says_nothing() -> None:
    aims = "".join(
        f"Goal {number}: Keep quay number {number} safe for\nall who walk on\nit by day\n\n"
        f"The council will mend ladder\nnumber {number} of the quay\nbefore the end of March 2027.\n\n"
        for number in range(1, 6)
    )
    assert len(told(aims)) >= 5
    assert told(aims.replace("\n", "\n\n")) == told(aims)


def test_paragraphs_with_an_empty_line_between_stay_apart() -> None:
    aims = "".join(f"Goal {number}: Keep quay number {number} safe\n\nIt is old.\n\n" for number in range(1, 12))
    assert [text for text, _ in told(aims)] == [f"Keep quay number {number} safe" for number in range(1, 12)]
