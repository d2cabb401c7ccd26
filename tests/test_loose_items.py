"""Lists in plain text that lost their bullets: a command a line under what announces them."""

from __future__ import annotations

import pytest

from objectives_parser import parse

GOALS = ["Provide a high level of public safety", "Grow the economy of the valley", "Foster an engaged community"]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(record.kind, record.text) for record in parse(text.encode(), name="plan.txt").records]


@pytest.mark.parametrize(
    "above",
    [
        "Our goals",
        "The goals of the council for the next four years are:",
        "Council goals\n\nEach year the council meets. Its goals, set in May 2027, are listed here.",
        "Council goals\n\nThe council met in May and talked for a whole day about what it wants.",
    ],
)
def test_a_command_a_paragraph_under_what_announces_them(above: str) -> None:
    between = "\n\n"
    text = above + between + between.join(GOALS) + "\n"
    assert kinds(text) == [("objective", goal) for goal in GOALS]


def test_a_command_a_line_under_their_title() -> None:
    assert kinds("Our goals\n" + "\n".join(GOALS) + "\n") == [("objective", goal) for goal in GOALS]


def test_what_is_counted_under_measures() -> None:
    counted = ["Number of fires put out in time", "Share of streets swept", "Total visits to the library"]
    assert kinds("Performance measures\n\n" + "\n\n".join(counted)) == [("measure", text) for text in counted]


def test_links_are_no_list_of_the_plan() -> None:
    assert kinds("Quick links\n\nPay a bill\n\nReport a hole in the road\n\nApply for a permit\n") == []


def test_headings_over_text_stay_headings() -> None:
    told = "The streets of the town have been unsafe for years, and people say so."
    text = "Our goals\n\n" + "\n\n".join(f"{goal}\n\n{told}" for goal in GOALS)
    assert not [record for record in parse(text.encode(), name="plan.txt").records if record.basis == "list"]


def test_a_list_under_a_title_is_no_header_over_cells() -> None:
    text = (
        "Our goals\n"
        + "\n".join(GOALS)
        + "\n\nPerformance measures\n\nNumber of fires\n\nShare of streets\n\nTotal visits\n"
    )
    assert kinds(text)[:3] == [("objective", goal) for goal in GOALS]
