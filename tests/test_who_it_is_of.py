"""Whose plan it is: names and bodies beside or below their names, in lines of their own, and before a title."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.recognizers.publisher import is_organisation
from objectives_parser.records import About

TABLE = "\n\nObjective\tMeasures\nKeep all piers open\tDays on which piers are shut\nTrain the crews\tCrews at sea\n"


def about(head: str) -> About:
    return parse((head + TABLE).encode(), name="plan.txt").about


@pytest.mark.parametrize(
    "head",
    [
        "Permanent Secretary Objectives 2031/32\n\nName: Harriet Loxley\n\nDepartment: Department for Harbours",
        "Permanent Secretary Objectives 2031/32\n\nName\tHarriet Loxley\nDepartment\tDepartment for Harbours",
        "Permanent Secretary Objectives 2031/32\n\nName\tHarriet Loxley\tDepartment\tDepartment for Harbours",
        "Permanent Secretary Objectives 2031/32\n\nName\tDepartment\nHarriet Loxley\tDepartment for Harbours",
    ],
)
def test_a_name_and_a_body_beside_or_below_what_asks_for_them(head: str) -> None:
    found = about(head)
    assert (found.person, found.organisation) == ("Harriet Loxley", "Department for Harbours")


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Dame Ada Crane DCB", "Dame Ada Crane"),
        ("Sir Alan Prosser, Permanent Secretary", "Sir Alan Prosser"),
        ("Harriet Loxley: objectives for 2031 to 2032", "Harriet Loxley"),
        ("Permanent Under-Secretary: Performance Objectives 2031/32", None),
    ],
)
def test_a_person_in_a_line(line: str, person: str | None) -> None:
    assert about(f"Permanent Secretary Objectives 2031/32\n\n{line}").person == person


@pytest.mark.parametrize("text", ["HM Treasury", "HM Revenue and Customs", "Scottish Government"])
def test_names_of_bodies(text: str) -> None:
    assert is_organisation(text)


@pytest.mark.parametrize("text", ["Local Government", "HM", "Open Government"])
def test_no_names_of_bodies(text: str) -> None:
    assert not is_organisation(text)
