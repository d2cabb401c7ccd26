"""Paragraphs that say what will be done under titles of their own, and sentences that their bullets only complete."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse

TITLED = [
    ("Night buses", "The town will run two buses through the night."),
    ("Bulk buying", "The town will help neighbours to buy heat pumps together."),
    ("Roof register", "Work with the surveyors on a register of roofs."),
    ("Parking code", "The town will review its parking code to ease charging at home."),
    ("School kitchens", "Explore electric kitchens in all schools."),
    ("Warm homes", "The council will offer advice to tenants in cold homes."),
]


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def sections(pairs: list[tuple[str, str]]) -> str:
    return "# Energy\n\n" + "\n\n".join(f"## {title}\n\n{text}" for title, text in pairs)


def test_each_under_its_title_is_done() -> None:
    plan = read(sections(TITLED))
    assert [(action.text, action.category) for action in plan.actions] == [(text, title) for title, text in TITLED]
    assert not plan.objectives and not plan.measures and not plan.milestones


def test_a_title_over_what_only_is_so_states_nothing() -> None:
    plan = read(sections([*TITLED, ("Old mill", "The mill was built in 1890 and has three floors.")]))
    assert [action.text for action in plan.actions] == [text for _, text in TITLED]


@pytest.mark.parametrize(
    "pairs",
    [
        TITLED[:4],  # four may be chapters
        [*TITLED, *((name, f"{name} has been so for long.") for name in ("Water", "Roads", "Trees", "Parks"))],
        [(title, f"{text}\n\nMuch can be said of it.\n\nMore can be said of it.") for title, text in TITLED],
    ],
    ids=["few", "most tell what is", "chapters of several paragraphs"],
)
def test_promises_in_chapters_are_running_text(pairs: list[tuple[str, str]]) -> None:
    assert not read(sections(pairs)).actions


COMPLETED = """# Actions

Ports matter. The port will invest its money along three lines:

- Cranes and sheds;
- Rail; and
- People.

# Later actions

- Open the archives to schools.
"""


def test_bullets_that_name_what_a_promise_holds_are_part_of_it() -> None:
    texts = [action.text for action in read(COMPLETED).actions]
    assert texts[0] == "The port will invest its money along three lines: Cranes and sheds; Rail; and People."
    assert texts[1:] == ["Open the archives to schools."]


def test_bullets_that_tell_something_are_statements_of_their_own() -> None:
    text = COMPLETED.replace("Cranes and sheds", "Buy two cranes").replace("Rail", "Lay new rails")
    assert "Buy two cranes" in [action.text.rstrip(";") for action in read(text).actions]


NESTED = """# Actions

- Managers speak to all staff. Further efforts will include:
    - Guidance on the use of the register; and
    - Lessons at noon.
- Open a desk for complaints.
"""


def test_nested_names_are_part_of_their_item() -> None:
    assert [action.text for action in read(NESTED).actions] == [
        "Managers speak to all staff. Further efforts will include: Guidance on the use of the register; and "
        "Lessons at noon.",
        "Open a desk for complaints.",
    ]


def test_nested_deeds_hang_on_their_item() -> None:
    text = NESTED.replace("Guidance on the use of the register; and", "Write a guide to the register; and")
    actions = read(text).actions
    assert [action.text for action in actions][:2] == [
        "Managers speak to all staff.",
        "Write a guide to the register; and",
    ]
    assert actions[1].parents == (actions[0].id,)
