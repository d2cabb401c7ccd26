"""Tables whose cells only a sign parts, as programs and converters write them: no rule of dashes under the header."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse

ROWS = """\
Parks plan 2027

Goal | Action | Lead | By when
Grow the canopy | Plant a thousand trees | Parks | May 2027
Open spaces | Open the quarry to walkers | Estates | June 2028
Clean water | Dredge the mill pond | Works | July 2028

Notes follow.
"""


def rows(plan: Plan) -> list[tuple[str, str | None, str | None]]:
    return [(record.text, record.owner, record.due.text if record.due else None) for record in plan.actions]


READ = [
    ("Plant a thousand trees", "Parks", "May 2027"),
    ("Open the quarry to walkers", "Estates", "June 2028"),
    ("Dredge the mill pond", "Works", "July 2028"),
]


@pytest.mark.parametrize("name", ["plan.txt", "plan.md"])
def test_pipes_between_cells_part_them(name: str) -> None:
    assert rows(parse(ROWS.encode(), name=name)) == READ


def test_slashes_between_cells_part_them() -> None:
    assert rows(parse(ROWS.replace(" | ", " / ").encode(), name="plan.txt")) == READ


def test_pipes_around_rows_part_them_too() -> None:
    text = "\n".join(f"| {line} |" if "|" in line else line for line in ROWS.splitlines())
    assert rows(parse(text.encode(), name="plan.txt")) == READ


def test_a_cell_goes_on_over_lines_without_the_sign_and_rows_may_lack_their_last_cells() -> None:
    text = """\
Action / By when / Responsible officer / Outcome
Found a library / May 2027 / Town clerk / A house of books
and of music
Plant a wood / June 2027 / Forester
Mow the lawn / July 2027 / Gardener / Short grass
"""
    plan = parse(text.encode(), name="plan.txt")
    assert rows(plan) == [
        ("Found a library", "Town clerk", "May 2027"),
        ("Plant a wood", "Forester", "June 2027"),
        ("Mow the lawn", "Gardener", "July 2027"),
    ]
    assert "A house of books and of music" in [record.text for record in plan.objectives]


def test_every_word_is_accounted_for() -> None:
    plan = parse(ROWS.encode(), name="plan.txt")
    assert plan.ledger.words == len(ROWS.split())


@pytest.mark.parametrize("name", ["plan.txt", "plan.md"])
def test_menus_are_no_tables(name: str) -> None:
    text = "Home | Goals | Actions | Contact\n\nThe council met in May.\n\nNews | Plans | Events\n"
    assert not list(parse(text.encode(), name=name).records)


def test_a_numbered_first_column_may_have_no_name() -> None:
    text = (
        "Action / Lead / By when / Measure of success\n"
        "1.1. The harbour\n"
        "1.1.1. Safe quays / Repair the northern quay / Marta / May 2031 / No falls in a year\n"
        "1.1.2. Clean water / Dredge the basin / Ivo / June 2031 / Divers see the ground\n"
    )
    plan = parse(text.encode(), name="plan.txt")
    assert [record.text for record in plan.actions] == ["Repair the northern quay", "Dredge the basin"]
    assert [record.text for record in plan.measures] == ["No falls in a year", "Divers see the ground"]


def test_one_row_under_a_sure_header_is_a_table_and_a_cell_may_hold_a_list() -> None:
    text = (
        "Activities / Lead / Involving / Success criteria / Timescale / Progress\n"
        "1. Hold a day of the harbour / Marta / Pilots\nFishers /\n"
        "  • Two hundred guests\n  • A film of the day\n/ May 2031 / Not begun\n"
    )
    plan = parse(text.encode(), name="plan.txt")
    assert rows(plan) == [("Hold a day of the harbour", "Marta", "May 2031")]
    assert [record.text for record in plan.measures] == ["Two hundred guests", "A film of the day"]


@pytest.mark.parametrize(("first", "last"), [("", ""), ("|", "|")])
def test_pipes_that_touch_their_words_part_cells(first: str, last: str) -> None:
    """`Goal|Action|Lead` without a blank, with pipes at both ends or none, and no rule under the header."""
    lines = (
        "Goal|Action|Lead|By when",
        "Grow the canopy|Plant a thousand trees|Parks|May 2027",
        "Open spaces|Open the quarry to walkers|Estates|June 2028",
        "Clean water|Dredge the mill pond|Works|July 2028",
    )
    text = "Parks plan 2027\n\n" + "\n".join(f"{first}{line}{last}" for line in lines) + "\n\nNotes follow.\n"
    plan = parse(text.encode(), name="plan.txt")
    assert rows(plan) == READ
    assert all(text[place.start : place.end] for record in plan.actions for place in record.where)


def test_a_line_of_lone_signs_belongs_to_no_statement() -> None:
    """Converters of web pages leave a pipe on a line of its own before a table."""
    text = "Parks plan 2027\nGoal 1: Grow the canopy of the lower town\n|\nAction | Lead | By when |\n"
    text += "Plant a thousand trees | Parks | May 2027 |\nOpen the quarry to walkers | Estates | June 2028 |\n"
    plan = parse(text.encode(), name="plan.txt")
    assert [goal.text for goal in plan.objectives] == ["Grow the canopy of the lower town"]
    assert rows(plan) == READ[:2]
