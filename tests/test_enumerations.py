"""Lists that run on in a sentence of a paragraph."""

import pytest

from objectives_parser import parse

LEAD = "Goal 1: Save energy in every home.\n\n"


def _told(paragraph: str) -> list[tuple[str | None, str]]:
    return [(record.label, record.text) for record in parse((LEAD + paragraph).encode(), name="p.md").records[1:]]


@pytest.mark.parametrize("marks", [("(1)", "(2)", "(3)"), ("a)", "b)", "c)"), ("(i)", "(ii)", "(iii)")])
def test_marks_that_count_up_part_the_deeds_of_a_sentence(marks: tuple[str, str, str]) -> None:
    first, second, third = marks
    told = _told(
        f"Homes matter. Strategies to be used include: {first} promote home audits; {second} create a green "
        f"certificate programme; and {third} train the building trade. The rest is told elsewhere."
    )
    assert told == [
        (first.strip("()"), "promote home audits;"),
        (second.strip("()"), "create a green certificate programme;"),
        (third.strip("()"), "train the building trade."),
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The policy includes: (1) efficiency of appliances, (2) buildings and (3) industrial processes.",
        "As we said in section (1) promote nothing before (3) create something.",
        "The survey asked two things: (1) homes were cold, (2) bills were high.",
    ],
)
def test_things_and_facts_are_no_deeds(paragraph: str) -> None:
    assert _told(paragraph) == []
