"""Slides as text: the titles at the heads of their pages are of one level, however they are worded."""

from __future__ import annotations

from objectives_parser import Plan, parse

SLIDES = (
    "Overview\n\n     Goal Statement\n          •    Halve the queue at the harbour by June 2031.\n\n     Challenge\n"
    "          •    The queue is as long as the pier itself.\n\n\n     Opportunity\n"
    "          •    Two new gates stand empty at the end of the pier.\n",
    "Goal Structure & Strategies\n\n     •    Open the two gates to all who wait at the pier\n\n"
    "     •    Sell tickets for the pier in every shop of the town\n",
    "Summary of Progress\n\n     •    Both gates were painted in the spring.\n",
    "Data Accuracy and Reliability\n\n     •    Clerks count those who wait at noon.\n",
    "Additional Information\n\n     •    Harbour board; pier trust; ferry line\n",
)


def read(pages: tuple[str, ...]) -> Plan:
    return parse("\f".join(pages).encode(), name="plan.txt")


def test_a_slides_title_worded_like_a_part_of_another_slide_is_no_part_of_that() -> None:
    plan = read(SLIDES)
    assert [action.text for action in plan.actions] == [
        "Open the two gates to all who wait at the pier",
        "Sell tickets for the pier in every shop of the town",
    ]
    assert [aim.text for aim in plan.objectives] == ["Halve the queue at the harbour by June 2031."]
    assert all(action.parents == (plan.objectives[0].id,) for action in plan.actions)
