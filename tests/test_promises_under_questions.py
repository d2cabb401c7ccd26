"""Sentences and numbered lines under headings that announce them, where no list is marked up."""

from __future__ import annotations

from objectives_parser import Plan, parse


def _parsed(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def test_sentences_under_what_i_will_do_are_actions() -> None:
    plan = _parsed(
        "# Plan\n\n## Priority 1: Safe homes\n\n### Why this matters\n\nLast year 400 fires broke out.\n\n"
        "### What I will do\n\nI will fund smoke alarms for all flats. I will visit every school.\n"
    )
    assert [(action.text, action.parents) for action in plan.actions] == [
        ("I will fund smoke alarms for all flats.", ("objective-1",)),
        ("I will visit every school.", ("objective-1",)),
    ]


def test_a_text_that_also_tells_is_none_of_them() -> None:
    text = "# Plan\n\n## What we will do\n\nWe will plant trees. The town has few of them.\n"
    assert not _parsed(text).actions


def test_numbered_paragraphs_under_goals_are_goals() -> None:
    plan = _parsed(
        "# Strategy\n\nStrategic Priority One: Good teaching\n\nGoals\n\n1.1 Raise results in maths\n\n"
        "1.2 Close the gap between schools\n\nActions\n\n* Recruit five teachers\n"
    )
    assert [(objective.label, objective.parents) for objective in plan.objectives] == [
        ("Strategic Priority One", ()), ("1.1", ("objective-1",)), ("1.2", ("objective-1",)),
    ]  # fmt: skip


def test_lines_that_count_on_in_one_paragraph_are_items() -> None:
    plan = _parsed(
        "# Plan\n\n**Target 1.** By 2030, a third of the land is protected.\n\n"
        "Actions:\n1.1. Expand the parks (Ministry of Land, 2027).\n1.2. Map the reefs (Coast Guard, 2026).\n\n"
        "**Target 2.** By 2030, no species is lost.\n\nActions:\n2.1. Adopt twenty rescue plans.\n"
    )
    assert [(action.label, action.text) for action in plan.actions] == [
        ("1.1", "Expand the parks"), ("1.2", "Map the reefs"), ("2.1", "Adopt twenty rescue plans."),
    ]  # fmt: skip


def test_lines_of_prose_that_begin_with_figures_stay_together() -> None:
    plan = _parsed("# Plan\n\n## Actions\n\n- Open the halls of the town on\n3 Sundays a month and on\n5 holidays.\n")
    assert len(plan.actions) == 1


def test_a_goal_in_small_letters_is_no_topic() -> None:
    plan = _parsed(
        "# Plan\n\n**Goal one: open our doors**\n\nWe will hold ten open days by May 2027.\n\n"
        "**Goal two: look after our songs**\n\nWe will print 500 songs by March 2027.\n"
    )
    assert [objective.text for objective in plan.objectives] == ["open our doors", "look after our songs"]


def test_enumerations_of_two_need_one_sure_command() -> None:
    plan = _parsed(
        "# Research strategy\n\n**Energy**\n\nGoals for 2030: (i) build a pilot plant; (ii) file ten patents.\n"
    )
    assert [objective.text for objective in plan.objectives] == ["build a pilot plant;", "file ten patents."]


def test_sub_outputs_are_aims_of_their_own() -> None:
    plan = _parsed(
        "# Agreement\n\n## Output 1: Better teaching\n\nSub-output 1.1: Teachers are assessed\n\n"
        "- Activity 1.1.1: Develop a test\n- Activity 1.1.2: Assess 500 teachers\n"
    )
    assert [objective.label for objective in plan.objectives] == ["Output 1", "Sub-output 1.1"]
    assert [action.parents for action in plan.actions] == [("objective-2",), ("objective-2",)]
