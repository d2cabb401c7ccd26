"""Four times the rows cost four times the work, counted in calls and not in seconds."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable

import pytest

from objectives_parser import parse

HEADER = "Objectives\tPerformance measures\tMilestones\n"


def _table(rows: int) -> bytes:
    row = "Improve service {0}\tAnswer within {0} days\tDecember 2012\n"
    return (HEADER + "".join(row.format(number) for number in range(rows))).encode()


def _forms(rows: int) -> bytes:
    return ("Plan\n\f" + "Goal\n\nsome text goes here\n\n" * rows).encode()


def _heads(rows: int) -> bytes:
    return ("Plan\n\f" + "Goal\n\nMeasure\n\nOwner\n\nsome words here\n\n" * rows).encode()


def _columns(rows: int) -> bytes:
    row = "Keep it clean {0:4}        Sweep street number {0:5}      Public Works\n\n"
    return (
        "Goal                      Action                         Owner\n" + "".join(map(row.format, range(rows)))
    ).encode()


def _alike(rows: int) -> bytes:
    return ("Objectives\tActions\tOwner\n" + "Keep the city clean\tSweep every street of it\tWorks\n" * rows).encode()


def _calls(text: bytes) -> int:
    profile = cProfile.Profile()
    profile.enable()
    parse(text, name="plan.txt")
    profile.disable()
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("page", "few", "bound"),
    [(_table, 400, 4.6), (_forms, 100, 5.0), (_heads, 100, 4.6), (_columns, 50, 4.8), (_alike, 200, 4.6)],
)
def test_work_grows_with_the_rows(page: Callable[[int], bytes], few: int, bound: float) -> None:
    """A look through all cells for each row made 27 million calls of three thousand rows."""
    parse(page(20), name="plan.txt")
    assert _calls(page(4 * few)) < bound * _calls(page(few))
