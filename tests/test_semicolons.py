"""Measures that share a cell, parted by semicolons."""

import pytest

from objectives_parser import parse


def _measures(cell: str) -> list[str]:
    page = f"| Action | Measurement |\n|---|---|\n| Engage stakeholders early | {cell} |\n"
    return [record.text for record in parse(page.encode(), name="p.md").records if record.kind == "measure"]


def test_a_semicolon_parts_two_measures() -> None:
    assert _measures("Number of engagement events; Improvements added to the site") == [
        "Number of engagement events;",
        "Improvements added to the site",
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "75% by 2030; 100% by 2050",
        "Reports to the boards: the Senior Board; The Reform Board",
        "Events (Meetings held; Calls made)",
    ],
)
def test_values_lists_and_brackets_stay_whole(cell: str) -> None:
    assert _measures(cell) == [cell]
