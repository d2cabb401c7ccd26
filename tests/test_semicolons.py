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


def test_measures_in_small_letters_are_as_many() -> None:
    assert _measures("people survey score above 65%; half of senior posts held by women") == [
        "people survey score above 65%;",
        "half of senior posts held by women",
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "75% by 2030; 100% by 2050",
        "share of homes insulated in rural districts; and of schools insulated in rural districts",
        "Reports to the boards: the Senior Board; The Reform Board",
        "Events (Meetings held; Calls made)",
    ],
)
def test_values_lists_and_brackets_stay_whole(cell: str) -> None:
    assert _measures(cell) == [cell]
