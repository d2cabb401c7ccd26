"""Plans on a page: aims side by side, each over the list of what will be done for it."""

from __future__ import annotations

import io

import openpyxl
import pytest

from objectives_parser import Plan, parse

LISTS = (
    ("Open four walking routes", "Cut smoking to 8%"),
    ("Create 2,000 apprenticeships", "Attract two large employers"),
    ("Plant 10,000 trees", "Halve what goes to landfill"),
)
AIMS = ("Healthy lives", "Good jobs", "Green city")


def page(title: str, *heads: tuple[str, ...]) -> Plan:
    """A table with rows of heads over one row of lists."""
    rows = ["".join(f"<th>{head}</th>" for head in row) for row in heads]
    rows.append("".join(f"<td><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul></td>" for items in LISTS))
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return parse(f"<h1>City plan</h1><h2>{title}</h2><table>{table}</table>".encode(), name="plan.html")


def served(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {
        aim.text: tuple(action.text for action in plan.actions if action.parents == (aim.id,))
        for aim in plan.objectives
    }


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Plan on a page", (("1 Healthy lives", "2 Good jobs", "3 Green city"),)),
        ("Plan on a page", (("Goal 1: Healthy lives", "Goal 2: Good jobs", "Goal 3: Green city"),)),
        ("Plan on a page", (("Goal 1", "Goal 2", "Goal 3"), AIMS)),
        ("Our priorities", (AIMS,)),
    ],
)
def test_aims_side_by_side_over_their_lists(title: str, heads: tuple[tuple[str, ...], ...]) -> None:
    assert served(page(title, *heads)) == dict(zip(AIMS, LISTS, strict=True))


def test_the_number_above_an_aim_is_its_label() -> None:
    plan = page("Plan on a page", ("Goal 1", "Goal 2", "Goal 3"), AIMS)
    assert [aim.label for aim in plan.objectives] == ["Goal 1", "Goal 2", "Goal 3"]


def test_each_statement_comes_from_its_own_cell() -> None:
    """Rows of a drawn table are cells of their own, named as the spreadsheet names them."""
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(("Goal 1: Healthy lives", "Goal 2: Good jobs"))
    sheet.append(("Open four walking routes", "Train two hundred nurses"))
    sheet.append(("Cut smoking to one in ten", "Attract two large employers"))
    book.save(buffer)
    plan = parse(buffer.getvalue(), name="plan.xlsx")
    assert [(action.text, action.where[0].cell) for action in plan.actions] == [
        ("Open four walking routes", "Sheet!A2"),
        ("Train two hundred nurses", "Sheet!B2"),
        ("Cut smoking to one in ten", "Sheet!A3"),
        ("Attract two large employers", "Sheet!B3"),
    ]


def test_topics_side_by_side_are_no_aims() -> None:
    plan = page("Plan on a page", ("People", "Economy", "Environment"))
    assert not plan.objectives
    assert [action.text for action in plan.actions] == [item for items in LISTS for item in items]
