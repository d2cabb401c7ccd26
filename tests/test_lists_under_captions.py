"""Lists behind a lone blank, captions right under the last item, titles that part one kind, and lists that
leave open which aim they serve."""

from __future__ import annotations

from typing import Any

import pytest

from objectives_parser import parse
from objectives_parser.roles import heading_role


def records(*lines: str) -> dict[str, dict[str, Any]]:
    plan = parse("\n".join(lines).encode(), name="plan.txt").to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return {record["text"]: record for record in found}


def parents(found: dict[str, dict[str, Any]], text: str) -> list[str]:
    by_id = {record["id"]: record["text"] for record in found.values()}
    return [by_id[parent] for parent in found[text]["parents"]]


LOST = (
    "Harbour Office ",
    "",
    "1. Keep the piers open in all seasons and repair what the storms of the winter have ",
    "broken ",
    "",
    "This will be measured by: ",
    "",
    " Days on which a pier is shut ",
    " £2m of repairs agreed with the council of the island and spent by the end of the ",
    "season ",
    " 200 planks replaced ",
    "2. Bring more visitors to the lighthouse ",
    "",
    "This will be measured by: ",
    "",
    " Tickets sold at the door ",
    " Feedback of guides ",
    "",
)


def test_items_behind_a_lone_blank_are_items_from_the_first_to_the_last() -> None:
    found = records(*LOST)
    aim = "Keep the piers open in all seasons and repair what the storms of the winter have broken"
    repairs = "£2m of repairs agreed with the council of the island and spent by the end of the season"
    for text in ("Days on which a pier is shut", repairs, "200 planks replaced"):
        assert parents(found, text) == [aim]
    assert parents(found, "Tickets sold at the door") == ["Bring more visitors to the lighthouse"]


@pytest.mark.parametrize(
    "text", ["How we will know that we have succeeded", "How will you know that you have been successful?"]
)
def test_a_question_may_be_as_long_as_it_needs(text: str) -> None:
    role = heading_role(text)
    assert role is not None and role.role == "measure" and role.strength >= 0.8


CAPTIONED = (
    "## Plan of the ferry office 2031",
    "",
    "## Business delivery objectives",
    "",
    "## 1. Keep the ferries running through the winter",
    "",
    "Performance measures:",
    "",
    "- Sailings cancelled",
    "- Passengers carried",
    "",
    "Milestones:",
    "",
    "- Winter timetable published in October 2031",
    "",
    "## 2. Replace the oldest boats of the fleet",
    "",
    "Performance measures:",
    "",
    "- Age of the fleet",
    "",
    "Milestones:",
    "",
    "- First boat launched in May 2031",
    "",
    "## Corporate objectives",
    "",
    "## 3. Reduce the cost of running the offices",
    "",
    "Performance measures:",
    "",
    "- Rent paid for each desk",
    "",
)


def test_every_aim_over_captions_is_served_and_stands_in_its_group() -> None:
    found = records(*CAPTIONED)
    assert parents(found, "Age of the fleet") == ["Replace the oldest boats of the fleet"]
    assert parents(found, "First boat launched in May 2031") == ["Replace the oldest boats of the fleet"]
    assert found["Replace the oldest boats of the fleet"]["category"] == "Business delivery objectives"
    assert found["Reduce the cost of running the offices"]["category"] == "Corporate objectives"


def test_measures_beside_several_aims_may_serve_each() -> None:
    found = records(
        "# Plan of the harbour",
        "",
        "## Boats",
        "",
        "## Objectives",
        "",
        "- Keep all boats afloat",
        "- Train the crews",
        "",
        "## How success will be measured",
        "",
        "- Boats that sail on time",
        "",
        "## Piers",
        "",
        "## Objectives",
        "",
        "- Mend the planks",
        "",
        "## How success will be measured",
        "",
        "- Planks that hold",
        "",
    )
    assert parents(found, "Boats that sail on time") == ["Keep all boats afloat", "Train the crews"]
    assert parents(found, "Planks that hold") == ["Mend the planks"]
    assert found["Train the crews"]["category"] == "Boats"
