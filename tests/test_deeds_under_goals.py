"""Actions as headings under a goal, or as numbered paragraphs, with a text and who does them by when, in many forms."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.document import Word
from objectives_parser.statements import text_of

DEEDS = (
    ("B-1", "Adopt an all-electric building code", "New homes will use less gas.", "Planning", "2031"),
    ("B-2", "Retrofit all city buildings", "Forty of them need heat pumps.", "Public Works", "2031–2035"),
    ("B-3", "Offer loans for home upgrades", "A fund pays up front.", "Finance", "2032"),
)
FORMS = (
    "### {0} {1}\n\n{2}\n\nLead Department: {3}\n\nTimeframe: {4}\n\nCost: $$\n\n",
    "### {0}: {1}\n\n{2}\n\nLead: {3}. Timeframe: {4}.\n\n",
    "### {0}. {1}\n\n{2} **Lead:** {3} **Timeframe:** {4}\n\n",
    "### {0} {1}\n\n{2}\n\n| Lead | Timeframe | Cost |\n|---|---|---|\n| {3} | {4} | $$ |\n\n",
)


def read(form: str) -> Plan:
    text = "# Climate plan\n\n## Goal B: Clean buildings\n\n" + "".join(form.format(*deed) for deed in DEEDS)
    return parse(text.encode(), media_type="text/markdown")


@pytest.mark.parametrize("form", FORMS)
def test_headings_that_command_under_a_goal(form: str) -> None:
    plan = read(form)
    (goal,) = plan.objectives
    assert [(a.label, a.text, a.owner, a.due and a.due.text, a.parents) for a in plan.actions] == [
        (label, text, owner, due, (goal.id,)) for label, text, _, owner, due in DEEDS
    ]


def test_numbered_paragraphs_that_command_under_a_goal() -> None:
    plan = read("**{0}. {1}.** {2} (Lead: {3}; Timeframe: {4})\n\n")
    assert [(a.label, a.owner, a.due and a.due.text) for a in plan.actions] == [
        (label, owner, due) for label, _, _, owner, due in DEEDS
    ]


def test_headings_over_lists_of_commands_are_aims_of_their_own() -> None:
    plan = read("### {0} {1}\n\n- Draft the rules\n- Train the staff\n\n")
    assert [aim.text for aim in plan.objectives] == ["Clean buildings", *(text for _, text, *_ in DEEDS)]


def test_headings_that_only_name_what_is_told_below_are_none() -> None:
    plan = parse(
        b"# Plan\n\n## Goal 1: Clean air\n\n### Background\n\nSmoke is bad.\n\n### What we heard\n\nPeople cough.\n",
        media_type="text/markdown",
    )
    assert not plan.actions


def line(*words: str) -> tuple[Word, ...]:
    return tuple(Word(text=word, start=0, end=len(word), page=1, bbox=None) for word in words)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [("B-", "1", "B-1"), ("in 2026–", "2030", "in 2026–2030"), ("Part A –", "1", "Part A – 1")],
)
def test_a_code_or_a_range_broken_at_its_dash(first: str, second: str, joined: str) -> None:
    assert text_of([line(*first.split()), line(second)]) == joined
