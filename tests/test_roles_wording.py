"""What the form and the wording of a statement say of its kind."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from objectives_parser.roles import is_imperative, is_noun_phrase, split_run_on, wording
from tests.factories import is_done_within

LABELLED = Path(__file__).parent.parent.parent / "shared" / "labelled" / "role_statements.csv"

COMMANDS = (
    "Gather regular structured feedback from stakeholders", "Empower improvements to be made at every level",
    "Review the policy",
    "Continue to support agencies", "Jointly lead the work", "Continually benchmark practices of peer schools",
    "Host 2 presentations",
    "FY 13 Develop QI training manual", "Plan and deliver an annual event",
    "Increase access between the island and the region",
    "Report quickly on damage", "Run quarterly events with partners", "Survey small businesses on the service",
    "Position Canada as a leader", "Use data on parks to plan their upkeep",
    "Hire two engineers", "Remove barriers", "Produce guidance", "Conserve water", "Rezone land near stations",
)  # fmt: skip
NAMES = (
    "Rollout of new IT", "Users’ rating of new IT", "Number of data requests made", "% of activity needs reported",
    "Review of policy",
    "People survey rating of change management", "Stakeholder feedback", "Six month rating of inductions",
    "Cost per capita of provisions",
    "Audit data on dam safety", "Use data on parks", "Survey results", "Research expenditure as a proportion of income",
    "Adoption of flexible working", "Increase in attendance", "Staff turnover",
)  # fmt: skip


@pytest.mark.parametrize("text", COMMANDS)
def test_a_command_begins_with_a_base_form_verb(text: str) -> None:
    """Verbs are told from nouns by the lists and by what follows."""
    assert is_imperative(text) and not is_noun_phrase(text)


@pytest.mark.parametrize("text", NAMES)
def test_a_name_does_not_command(text: str) -> None:
    """Noun phrases are none of the commands."""
    assert is_noun_phrase(text) and not is_imperative(text)


@pytest.mark.parametrize("text", ["To support effective government", "Ensuring value", "We will publish the plan", ""])
def test_other_forms_are_neither(text: str) -> None:
    """Infinitives, gerunds and sentences are neither commands nor names."""
    assert not is_imperative(text) and not is_noun_phrase(text)


def test_run_together_columns_are_cut_where_the_form_turns() -> None:
    """Actions come first and command, measures come after and name."""
    assert split_run_on([*COMMANDS[:2], *NAMES[:3]]) == (2,)
    assert split_run_on([COMMANDS[0], NAMES[3]]) == (1,)


def test_measures_are_told_from_milestones() -> None:
    """Both are noun phrases: what is counted or compared is a measure, what is reached a milestone."""
    items = [
        "Plan the site",
        "Higher scores for upkeep",
        "Reduction in cancelled services",
        "Site opened",
        "Guide published by May",
    ]
    assert split_run_on(items, ("action", "measure", "milestone")) == (1, 3)


def test_any_pair_or_triple_of_kinds_can_be_cut() -> None:
    """One cut fewer than kinds, in rising order, for kinds in the order of the columns."""
    items = [*NAMES[:2], *COMMANDS[:2]]
    assert split_run_on(items, ("measure", "action")) == (2,)
    cuts = split_run_on(
        [*COMMANDS[:2], *NAMES[:2], "Draft strategy published June 2014"], ("action", "measure", "milestone")
    )
    assert cuts == (2, 4)


def test_a_single_item_or_none_can_be_cut() -> None:
    """Blocks too short for all columns leave a column empty."""
    assert split_run_on([]) == (0,)
    assert split_run_on([NAMES[0]]) == (0,)
    assert split_run_on([COMMANDS[0]]) == (1,)


@given(
    st.lists(st.text(max_size=60), max_size=8),
    st.sampled_from([("action", "measure"), ("objective", "action", "measure")]),
)
def test_cuts_are_in_order(items: list[str], kinds: tuple[str, ...]) -> None:
    """Cuts rise and stay within the items, whatever the text."""
    cuts = split_run_on(items, kinds)
    assert len(cuts) == len(kinds) - 1
    assert list(cuts) == sorted(cuts) and all(0 <= cut <= len(items) for cut in cuts)


@given(st.text(max_size=200))
def test_probabilities_add_up(text: str) -> None:
    """The four kinds share one."""
    told = wording(text)
    assert abs(told.objective + told.measure + told.milestone + told.action - 1) < 1e-9


def test_mixed_blocks_of_labelled_statements_are_cut_right() -> None:
    """Nineteen in twenty blocks of actions and measures that other publishers wrote are cut at the right place."""
    if not LABELLED.exists():
        pytest.skip("the labelled statements are not here")
    with LABELLED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    actions = [
        row["text"] for row in rows if row["label"] == "action" and row["source"].startswith(("NCDPI", "Canada"))
    ]
    measures = [row["text"] for row in rows if row["label"] == "measure"]
    rng, right = random.Random(11), 0
    for _ in range(200):
        first, second = rng.sample(actions, rng.randint(1, 4)), rng.sample(measures, rng.randint(1, 4))
        right += split_run_on([*first, *second]) == (len(first),)
    assert right >= 190


def test_long_text_takes_no_time() -> None:
    """The wording of a page-long statement is read in milliseconds."""
    assert is_done_within(1, lambda: wording("develop the plan " * 20000))
    assert is_done_within(1, lambda: (is_imperative("a" * 100000), is_noun_phrase("to " * 50000)))
