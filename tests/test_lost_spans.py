"""Tables of pipes whose merged cells a converter lost: the rows beside them begin at the left all the same."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.layout.lost_spans import header_lacks_number, moved_rows

PADDED = """\
Action | Deliverable | Timeline | Responsibility |
---|---|---|---|
Found a library | (a) Rent the old mill | May 2027 | Town clerk |
(b) Buy a thousand books | June 2027 | Librarian | |
Open it to schools | (a) Write to all heads | September 2027 | Town clerk |
"""
SHORT = PADDED.replace("Librarian | |", "Librarian |")


@pytest.mark.parametrize("text", [PADDED, SHORT])
def test_rows_beside_a_merged_cell_stand_where_their_contents_belong(text: str) -> None:
    plan = parse(text.encode(), name="plan.md")
    assert [(record.text, record.parents) for record in plan.milestones] == [
        ("Rent the old mill", (plan.actions[0].id,)),
        ("Buy a thousand books", (plan.actions[0].id,)),
        ("Write to all heads", (plan.actions[1].id,)),
    ]
    assert [record.owner for record in plan.milestones] == ["Town clerk", "Librarian", "Town clerk"]


def test_a_header_over_numbers_too_is_one_cell() -> None:
    text = """\
Action | Timeline | Responsibility | |
---|---|---|---|
7. | Found a library | May 2027 | Town clerk |
8. | Plant a wood | June 2027 | Forester |
"""
    plan = parse(text.encode(), name="plan.md")
    assert [(record.label, record.text, record.owner) for record in plan.actions] == [
        ("7", "Found a library", "Town clerk"),
        ("8", "Plant a wood", "Forester"),
    ]


def test_rows_that_end_early_stay() -> None:
    rows = [["Action", "Due", "Note"], ["Plant", "May 2027", "Oaks"], ["Mow", "June 2027", ""]]
    assert moved_rows(rows, 1, 3) == {}
    assert not header_lacks_number(rows, 1, 3)


def test_nothing_moves_where_no_column_tells() -> None:
    rows = [["Action", "Who", "Note"], ["Plant a wood", "Forester", "Oaks"], ["Mow the lawn", "Clerk", ""]]
    assert moved_rows(rows, 1, 3) == {}
