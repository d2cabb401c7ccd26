"""Labels at the head of statements, and sentences that announce lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from objectives_parser.roles import is_lead_in, lead_in_role, printed_label
from tests.factories import is_done_within

# text, label, role, number
LABELS = (
    ("Goal 1: Do it", "Goal 1", "objective", "1"),
    ("Objective 2 (st) :: Do it", "Objective 2 (st)", "objective", "2"),
    ("Action Item A (mt) :: Foster it", "Action Item A (mt)", "action", "A"),
    ("Strategy 1: Do it", "Strategy 1", "objective", "1"),
    ("ACTION 5: Do it", "ACTION 5", "action", "5"),
    ("Strategy: Do it", "Strategy", "objective", None),
    ("Our goal: Every child reads", "Our goal", "objective", None),
    ("Our target: halve emissions by 2035", "Our target", "objective", None),
    ("KPI 3 – Waiting time", "KPI 3", "measure", "3"),
    ("KPI 3 (continued): Waiting time", "KPI 3", "measure", "3"),
    ("Outcome 1: Services", "Outcome 1", "objective", "1"),
    ("Target Ag2: By 2030, all", "Target Ag2", "objective", "Ag2"),
    ("Indicator Ag1.5: Share", "Indicator Ag1.5", "measure", "Ag1.5"),
    ("Commitment 4. Open it", "Commitment 4", "action", "4"),
    ("Strategic Objective 1.2: Grow", "Strategic Objective 1.2", "objective", "1.2"),
    ("Milestone 1 Draft ready", "Milestone 1", "milestone", "1"),
    ("Goal #2 Grow", "Goal #2", "objective", "2"),
    ("Theme 01 Transforming", "Theme 01", None, "01"),
    ("Output 2.1", "Output 2.1", "objective", "2.1"),
    ("Deliverable: a report", "Deliverable", "milestone", None),
    ("Key Action: do it", "Key Action", "action", None),
    ("2.1 People first", "2.1", None, "2.1"),
    ("1. Do it", "1", None, "1"),
    ("2.1 Do it", "2.1", None, "2.1"),
    ("1.1. Do it", "1.1", None, "1.1"),
    ("a. do it", "a", None, "a"),
    ("b) do it", "b", None, "b"),
    ("(iii) do it", "iii", None, "iii"),
    ("IV. Do it", "IV", None, "IV"),
    ("1 :: TITLE", "1", None, "1"),
    ("Goal– To provide it", "Goal", "objective", None),
    ("Goal- “Lexington grows", "Goal", "objective", None),
    ("Goal—Clean water", "Goal", "objective", None),
    ("Goal Statement- Modernize it", "Goal Statement", "objective", None),
    ("STRATEGY 3⁴: Continue", "STRATEGY 3", "objective", "3"),
    ("E1 – 89 MW of wind", "E1", None, "E1"),
    ("MA6 – Biogas", "MA6", None, "MA6"),
    ("Stage 0: Plan it", "Stage 0", None, "0"),
    ("CAEG: Do it", "CAEG", None, None),
    ("CITY FOCUS: Do it", "CITY FOCUS", None, None),
)
NO_LABELS = (
    "Goal statements are written once", "Goal 3 is met", "2014 will also be a year", "2014. A year", "5 years of work",
    "Our impact: We reached 3,000 families",
    "100 % of staff", "3.5 million people", "A culture of trust", "Our goal: clean water", "24/7 support",
    "5 - year plan",
    "31 March 2014", "31.12.2014 report", "e.g. a report", "i.e. a report", "U.S. government", "J. Smith",
    "Non-auto: 50%",
    "Federal Data Strategy: a plan",
    "0.05 Tonnes",
    "15.8 MW of solar power",
    "1.5 megawatts (MW) of solar power",
    "4.5 Hectares of forest",
    "FY18 Q1: Launch the site",
    "Goal-oriented work",
    "Action- and results-oriented work",
    "Target—the year 2030",
    "3.5 Million Visitors",
    "Part 2 of the plan", "Action on water", "Targets were missed", "NOTE: see below", "12/22/2017", "2.5 FTE", "",
)  # fmt: skip


@pytest.mark.parametrize(("text", "label", "role", "number"), LABELS)
def test_a_printed_label_is_told_from_its_statement(
    text: str, label: str, role: str | None, number: str | None
) -> None:
    """The label comes without its punctuation, and what follows is the statement."""
    found = printed_label(text)
    assert found and (found.text, found.role, found.number) == (label, role, number)
    assert text[found.end :] == text[found.end :].lstrip()
    assert text[: found.end].strip().startswith(label[:1]) or text.startswith("(")


@pytest.mark.parametrize("text", NO_LABELS)
def test_a_statement_without_label_keeps_its_words(text: str) -> None:
    """Amounts, dates, initials and sentences are no labels."""
    assert printed_label(text) is None


def test_a_bare_number_is_doubtful() -> None:
    """ "10 Downing Street" and "1 Improve it" look alike; the caller has to know the neighbours."""
    assert printed_label("1 Improve it").strength < 0.5


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("HRSA will provide additional funding to:", "action"), ("we will:", "action"), ("GDS will:", "action"),
        ("Activities to support these efforts in FY 2018-19 include the following", "action"),
        ("The actions we will take are:", "action"), ("To mitigate emissions the city by:", "action"),
        ("Delivering services that meet user needs, through:", "action"), ("Our goals are:", "objective"),
        ("The objectives of the plan are to:", "objective"), ("Success will be measured by:", "measure"),
        ("Key indicators include:", "measure"), ("Key milestones include:", "milestone"), ("To do that we need", None),
        ("We do that by", None), ("Cabinet Office supports", None), ("This includes:", None),
        ("Energy efficiency measures include:", "action"), ("The following measures will be implemented:", "action"),
        ("Performance measures include:", "measure"), ("Key measures of success are:", "measure"),
        ("GDS intends to achieve this objective by:", "action"), ("Indicators for this objective are:", "measure"),
        ("The plan is informed by:", None), ("It will include the following types of resources:", None),
        ("NSF will take into account the following considerations:", None), ("We will measure success by:", "measure"),
        ("Water is short. Medium-term targets from 2020-2028 include:", "objective"),
        ("We will support business in the following ways:", "action"),
        ("The goal is supported by the following actions:", "action"),
        ("The actions needed are grouped under five headings:", None), ("The county is large.", None),
    ],
)  # fmt: skip
def test_a_lead_in_announces_its_bullets(text: str, role: str | None) -> None:
    """Lead-ins that promise announce records; those that describe announce none."""
    assert lead_in_role(text) == role


def test_a_closed_sentence_is_no_lead_in() -> None:
    """A lead-in is left open for its list."""
    assert not is_lead_in("We will publish the plan.")
    assert is_lead_in("We will publish:")


@given(st.text(max_size=200))
def test_labels_never_pass_the_text_s_end(text: str) -> None:
    """A label is a slice of the text."""
    found = printed_label(text)
    assert found is None or 0 < found.end <= len(text)
    lead_in_role(text)


@pytest.mark.parametrize(
    "hostile",
    ["Goal " * 8000, "A" * 50000, "1." * 20000, "(" * 20000, "Aa " * 20000, "Goal A. " * 8000, "AB &" * 9000 + ":",
    "we will " * 9000 + ":"],
)  # fmt: skip
def test_hostile_text_takes_no_time(hostile: str) -> None:
    """Patterns do not backtrack over long junk."""
    assert is_done_within(0.5, lambda: (printed_label(hostile), lead_in_role(hostile), is_lead_in(hostile)))
