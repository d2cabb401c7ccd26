"""Tables in reading-order text: cells one under the other, told by what they say."""

from __future__ import annotations

from objectives_parser import parse
from objectives_parser.document import Table
from objectives_parser.ledger import document_words
from objectives_parser.pipeline import read

PLAN = """Harbour Town Coastal Plan

Actions

No

Action

Indicator

Responsible body

Timeline

1

Restore the dunes north
of the pier with native
grasses

Metres of dune planted
with native grass

Parks Dept / NGOs

2025-2027

2

Raise the sea wall at the
fish market

Number of properties
protected

HTC (Works)

\f3

Publish flood maps for
every ward

Percentage of wards with
a published map

MoE/HTC

by 2026

Ongoing

On the council's pages everybody can follow how far the work has come, and what it has cost the town so far this year.
The next report will say what was learnt from the storms of last winter and from what other towns have tried since.
"""


def told(text: str = PLAN) -> list[tuple[str, str, str | None, str | None]]:
    plan = parse(text.encode(), name="plan.txt")
    return [(r.kind, r.text, r.owner, r.due.text if r.due else None) for r in plan.records]


def test_cells_go_to_the_columns_that_they_speak_for() -> None:
    records = told()
    assert [(kind, text) for kind, text, _, _ in records if kind == "action"] == [
        ("action", "Restore the dunes north of the pier with native grasses"),
        ("action", "Raise the sea wall at the fish market"),
        ("action", "Publish flood maps for every ward"),
    ]
    assert [text for kind, text, _, _ in records if kind == "measure"] == [
        "Metres of dune planted with native grass",
        "Number of properties protected",
        "Percentage of wards with a published map",
    ]


def test_rows_begin_at_their_numbers() -> None:
    plan = parse(PLAN.encode(), name="plan.txt")
    labels = {record.text[:7]: record.label for record in plan.records if record.kind == "action"}
    assert labels == {"Restore": "1", "Raise t": "2", "Publish": "3"}
    parents = {record.text[:7]: record.parents for record in plan.records if record.kind == "measure"}
    actions = {record.label: record.id for record in plan.records if record.kind == "action"}
    assert parents == {"Metres ": (actions["1"],), "Number ": (actions["2"],), "Percent": (actions["3"],)}


def test_running_text_ends_the_table() -> None:
    assert all("council's pages" not in text for _, text, _, _ in told())


def test_no_word_is_lost() -> None:
    document = read(PLAN.encode(), name="plan.txt")
    assert sorted(word.text for word in document_words(document)) == sorted(PLAN.split())
    assert any(isinstance(block, Table) for block in document.blocks or ())


def test_a_title_that_ends_in_plan_is_no_header() -> None:
    text = "Service Goals Action Plan\n\nOverview\n\nGoal 1: Answer every letter within five days\n"
    assert [(kind, wording) for kind, wording, _, _ in told(text)] == [
        ("objective", "Answer every letter within five days")
    ]


def test_titles_over_goal_sentences_hold_what_the_headings_below_them_list() -> None:
    text = """Learning Together

Reading well
Our goal is to be a school where every child reads for pleasure.

In the classroom
•

Give every class a library of its own.

•

Train all teachers in phonics.

At home
•

Lend families a book a week.

Growing well
Our goal is to be a school where every child feels safe.

On the playground
•

Ask older pupils to mediate.

\f•

Build a roof against the sun.
"""
    plan = parse(text.encode(), name="plan.txt")
    goals = {record.id: record.text for record in plan.records if record.kind == "objective"}
    assert len(goals) == 2
    hangs = {
        record.text: [goals[parent] for parent in record.parents] for record in plan.records if record.kind == "action"
    }
    assert {text: parents[0][-5:] for text, parents in hangs.items() if parents} == {
        "Give every class a library of its own.": "sure.",
        "Train all teachers in phonics.": "sure.",
        "Lend families a book a week.": "sure.",
        "Ask older pupils to mediate.": "safe.",
        "Build a roof against the sun.": "safe.",
    }


def test_commands_among_cells_without_a_header_are_a_list() -> None:
    cells = [
        "Pier Ward", "Install lamps along the quay", "Works", "2026", "Underway",
        "Extend the hedges round the car park", "Parks", "New",
        "Repair the slipway before the summer", "Works", "2027", "New",
        "Publish the tide tables on the website", "IT", "Underway",
        "Offer sailing lessons to every school", "Youth Office", "2028",
    ]  # fmt: skip
    text = "Harbour Town\n\f" + "\n\n".join(cells) + "\n"
    assert [record[1] for record in told(text) if record[0] == "action"] == [
        "Install lamps along the quay",
        "Extend the hedges round the car park",
        "Repair the slipway before the summer",
        "Publish the tide tables on the website",
        "Offer sailing lessons to every school",
    ]


def test_a_header_cell_between_empty_lines_heads_no_run_on_table() -> None:
    text = PLAN.replace("Indicator\n", "Action Outcome Indicator\n").replace("\f", "")
    assert all(
        not (isinstance(block, Table) and block.way == "run-on")
        for block in read(text.encode(), name="p.txt").blocks or ()
    )


def test_bullets_printed_before_their_items_go_back_to_them() -> None:
    text = """Harbour Town Coastal Plan

Actions
•
•
•

Restore the dunes north of the pier with native grasses, and fence
them off while they grow.
Raise the sea wall at the fish market.
Publish flood maps for every ward.
\fThe plan is reviewed each year.
"""
    actions = [record[1] for record in told(text) if record[0] == "action"]
    assert actions == [
        "Restore the dunes north of the pier with native grasses, and fence them off while they grow.",
        "Raise the sea wall at the fish market.",
        "Publish flood maps for every ward.",
    ]


def test_a_rows_own_code_begins_a_row_of_text_in_columns() -> None:
    text = """Harbour Town Coastal Plan

Code      Action                                          Lead        When

SH-1      Keep the beaches open to everybody.
SH-1.1    Repair the steps at the north pier.             Works       2026
SH-1.2    Mark the paths across the dunes.                Parks       2027
SH-2      Warn the town in time.
SH-2.1    Install sirens in every ward.                   Fire        2026
SH-2.2    Train wardens twice a year.                     Fire        2025
"""
    assert sorted(record[1] for record in told(text)) == [
        "Install sirens in every ward.",
        "Keep the beaches open to everybody.",
        "Mark the paths across the dunes.",
        "Repair the steps at the north pier.",
        "Train wardens twice a year.",
        "Warn the town in time.",
    ]


def test_a_cell_of_a_bullet_alone_names_nobody() -> None:
    """A tick below the cells of one row, as checklists print them."""
    text = "\fHarbour Plan 2021–2035\nIndicator\nTime frame\nLead\nNon-revenue\n\n✓"
    assert parse(text.encode(), name="plan.txt").records == ()
