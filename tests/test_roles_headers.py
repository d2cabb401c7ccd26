"""What column headers and headings announce."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from objectives_parser.roles import VocabularyError, header_role, heading_role, load_vocabulary
from tests.factories import is_done_within

# Headers of US, UK, Australian, Canadian, African and UN plans, with the role that they announce.
HEADERS = {
    "objective": (
        "DIP Goals", "Objectives", "Main objective",
        "strategic_objective", "Strategic Goal", "1. Business delivery objectives:", "Outcome",
        "Priorities", "Expected Outcomes", "Overall objective of the Action", "What we want to achieve", "Aims",
        "Goals and Objectives", "Improvement priority", "Strategies", "Part 2: Leadership objectives:",
        "EFFICIENCY OBJECTIVES:",
    ),
    "measure": (
        "Performance Measures:", "KPI¹",
        "KPIs", "Success criteria", "How will we know", "How will we know it is working?",
        "Check-Step",
        "Measurement", "Indicator", "Indicative Measures", "Target/KPI", "Measures of success", "Metrics",
        "Performance Indicators (outcomes)", "Objectively Verifiable Indicators", "How we will measure success",
    ),
    "milestone": ("Milestones:", "Key Milestone", "Deliverables", "Key dates"),
    "action": (
        "What", "Initiatives", "What we will do", "Next steps", "Activity", "Intervention", "DIP Actions",
        "Action Steps",
        "Tasks", "Commitments", "Action required", "Key activities", "Program Activities", "Mitigation measures",
        "Energy efficiency measures", "Corrective measures", "Proposed Mitigation Actions", "What will we do?",
    ),
    "owner": (
        "Who", "AGENCY", "Responsible Party", "Lead (1st listed) and Partners", "Line Ministry (implementing entities)",
        "Lead government actors", "Person(s) Responsible", "Owner", "Responsible Agency/Department", "Lead officer",
        "By whom",
        "Responsibility", "Implementing entities", "Who will do it?",
    ),
    "due": (
        "When", "Milestone Due Date", "Target Date", "By when", "Timeframe", "Time-frame", "Timeline", "End date",
        "Deadline",
        "Completion date", "Timescale", "By when?", "Estimated Completion Date", "Date due",
    ),
    "status": ("Milestone Status", "Status", "Completion level", "RAG rating", "Status of milestone", "% Complete"),
    "target": ("Target", "Target Value", "2020 Target", "Target 2020", "Annual target"),
    "baseline": ("Baseline", "Baseline (2015)", "Baseline value"),
    "label": ("No.", "S/N", "#", "Ref", "SN", "Goal #", "Action No."),
    "category": ("Theme", "Focus Area", "Pillar", "Key Result Areas", "Sector"),
    "start": ("Start date", "Start", "ActionLaunchDate"),
    "note": (
        "Why", "Comments", "Resources Needed", "Budget", "Means of verification", "Reporting Mechanism",
        "Required or Encouraged",
        "Change from last quarter", "Description of results", "Other actors involved", "Risks", "Assumptions",
        "Actual Value",
        "Supporting national policy & measures", "Policy framework", "Relevant legislation",
        "Funding Status", "Rationale", "Progress to date", "Estimated cost (USD)",
    ),
    "commitment-text": ("Brief description",),
    "period": (
        "Short",
        "Long-term",
        "Ongoing","2020-2025", "FY 2018", "Q1", "2020 – 2025", "Q3 FY 2019", "Year 1", "Jan 2018", "2012/13"),
}  # fmt: skip

# Cells of table bodies that hold words of the vocabulary.
BODIES = (
    "Develop performance measures", "Goal 1: Increase access to health care", "Number of milestones met",
    "Increase the number of goals that are met", "Rollout of new IT", "Implement the communications strategy",
    "85% of milestones are delivered on time", "Identify lead agencies and set target dates for every action.",
    "Ensure that all managers have clear and consistent performance objectives about their management responsibilities",
    "Feedback from Ministers that Cabinet and its committees are addressing the right issues at the right time",
)  # fmt: skip


@pytest.mark.parametrize(
    ("header", "role"), [(header, role) for role, headers in HEADERS.items() for header in headers]
)
def test_a_header_speaks_for_its_role(header: str, role: str) -> None:
    """Headers as many publishers print them are known, and known surely enough to make a column."""
    found = header_role(header)
    assert found and found.role == role
    assert found.strength >= 0.5


@pytest.mark.parametrize("body", BODIES)
def test_a_body_cell_is_no_header(body: str) -> None:
    """A statement that holds a header word stays below the strength of a header."""
    found = header_role(body)
    assert found is None or found.strength < 0.4


def test_the_head_of_the_phrase_decides() -> None:
    """What stands before the head only says of what: "Milestone Due Date" is a due."""
    assert [header_role(text).role for text in ("Milestone", "Milestone Due Date", "Milestone Status")] == [
        "milestone", "due", "status",
    ]  # fmt: skip


def test_the_level_is_the_source_s_own_word() -> None:
    """The level is singular and lower case, and only objectives have one."""
    assert header_role("DIP Goals").level == "goal"
    assert header_role("Strategic Priorities").level == "priority"
    assert header_role("Performance Measures").level is None


def test_strategies_are_doubtful() -> None:
    """A column of strategies may be objectives or actions, so its strength asks for a second look."""
    assert header_role("Strategies").strength < header_role("Objectives").strength


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Goal Statement", "objective"), ("Objectives", "objective"), ("Key Milestones: Lean Events", "milestone"),
        ("Key Indicators", "measure"), ("Actions", "action"), ("Next steps", "action"), ("Performance measures",
        "measure"),
        ("Zoo Goals:", "objective"), ("Short Term Goals (1-2yr)", "objective"), ("What we will do", "action"),
        ("Strategic Priorities", "objective"), ("Digital Strategy", None), ("Improving outcomes", None),
        ("Better Health Outcomes", None), ("Goal 1: Clean water", None), ("Transforming our services", None),
        ("Where we are", "note"), ("Foreword", "note"),
        ("Program Activities:", "note"), ("NASA Program Activities", "note"), ("Other Federal Activities:", "note"),
        ("Regulations:", "note"), ("Tax Expenditures", "note"), ("Contributing Programs", "note"),
        ("Organizations:", "note"), ("Organization", "owner"), ("Planned Activities", "action"),
        ("Potential Metrics/Measures of Success", "measure"),
        ("Part 2: Leadership objectives:", "objective"), ("EFFICIENCY OBJECTIVES:", "objective"),
    ],
)  # fmt: skip
def test_a_heading_announces_its_items(heading: str, role: str | None) -> None:
    """Headings that name a kind announce it; headings that are statements or topics announce nothing."""
    found = heading_role(heading)
    assert (found and found.role) == role


def test_a_user_s_vocabulary_adds_and_overrides(tmp_path: Path) -> None:
    """A user's terms count beside the shipped ones, and win where both know a term."""
    path = tmp_path / "words.toml"
    path.write_text('[objective]\nterms = ["destination postcard"]\n[note]\nterms = ["tactic"]\n', encoding="utf-8")
    vocabulary = load_vocabulary(path)
    assert header_role("Destination postcards", vocabulary).role == "objective"
    assert header_role("Tactics", vocabulary).role == "note"
    assert header_role("Tactics").role == "action"
    assert header_role("Goals", vocabulary).role == "objective"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[objectiv]\nterms = []\n", "unknown section [objectiv]"),
        ("[objective]\nwords = []\n", "unknown key words in [objective]"),
        ('[objective]\nterms = "goal"\n', "list of strings"),
        ("[objective\n", "TOML"),
        ('[labels]\nowner = ["lead"]\n', "unknown key owner in [labels]"),
        ("labels = 3\n", "[labels]"),
        ('[headers]\nlevels = 3\n', "list of strings"),
        ('[headers]\nlevel = ["goal"]\n', "unknown key level in [headers]"),
    ],
)  # fmt: skip
def test_a_bad_vocabulary_is_refused_with_the_reason(tmp_path: Path, content: str, says: str) -> None:
    """The message names the file and what is wrong."""
    path = tmp_path / "words.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        load_vocabulary(path)
    assert says in str(caught.value) and str(path) in str(caught.value)


def test_a_missing_vocabulary_is_refused(tmp_path: Path) -> None:
    """A path that is no file gives the same kind of error."""
    with pytest.raises(VocabularyError):
        load_vocabulary(tmp_path / "none.toml")


@given(st.text(max_size=200))
def test_any_text_can_be_asked(text: str) -> None:
    """No text breaks the reading of headers, and strengths stay between 0 and 1."""
    for found in (header_role(text), heading_role(text)):
        assert found is None or 0 < found.strength <= 1


@pytest.mark.parametrize("hostile", ["(" * 5000, "goal " * 5000, "/ " * 5000, "a" * 50000, "1." * 5000, "( ) " * 5000])
def test_hostile_text_takes_no_time(hostile: str) -> None:
    """Patterns do not backtrack over long junk."""
    assert is_done_within(0.5, lambda: (header_role(hostile), heading_role(hostile)))


@pytest.mark.parametrize(
    "cell",
    [
        "Department of Health",
        "protected areas",
        "Improved GHG sink capacity/ reduced emissions",
        "City Department",
        "industrial sectors",
    ],
)
def test_an_everyday_noun_in_a_phrase_is_a_doubtful_header(cell: str) -> None:
    """Owners and places in the body of a table hold the same nouns as its headers."""
    assert header_role(cell).strength < 0.6
    assert header_role("Department").strength == header_role("Lead department").strength == 1.0


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("What (objective)", "objective"),
        ("How (key activities)", "action"),
        ("Who (lead)", "owner"),
        ("Progress at mid-year", "note"),
        ("What does good look like?", "measure"),
        ("What I want to achieve", "objective"),
    ],
)
def test_headers_of_personal_objectives(header: str, role: str) -> None:
    found = header_role(header)
    assert found is not None and found.role == role and found.strength >= 0.8


BODIES = (
    *("What the council will do", "What the ports should deliver by 2030"),
    *("How our department will achieve this", "How the fleet plans to meet its goals"),
)


@pytest.mark.parametrize("text", BODIES)
def test_what_a_body_will_do_are_actions_whoever_it_is(text: str) -> None:
    found, announced = header_role(text), heading_role(text)
    assert found is not None and found.role == "action"
    assert announced is not None and announced.role == "action"


@pytest.mark.parametrize("text", ["What the inspectors found", "What the data show", "What the problem is"])
def test_what_a_body_found_is_no_action(text: str) -> None:
    assert heading_role(text) is None
    found = header_role(text)
    assert found is None or found.role != "action"
