"""Four times the rows cost four times the work, counted in calls and not in seconds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from objectives_parser import parse
from objectives_parser.document import Page
from objectives_parser.layout.tables import find_tables
from tests.factories import work
from tests.sheets import Sheet

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


TABLE = """Action                            Lead             By

Count the nests of the swallows   Bird wardens     March 2027

Lay a path along the four quays   Streets          May 2027
"""


def _apart(rows: int) -> bytes:
    return ("Plan\n\n" + TABLE + "\f" + "Mend a step of the pier\n\n\n" * rows).encode()


def _wide(rows: int) -> bytes:
    line = "ab   " + " ".join(f"word{number}" for number in range(rows))
    return ("Plan\n\n" + TABLE + "\f" + f"{line}\n" * 10).encode()


def _headless(tables: int) -> bytes:
    row = "<tr><td>Ferry of the line</td><td>{0}</td></tr>"
    return "".join(f"<h2>Part {at}</h2><table>{row.format(at) * 2}</table>" for at in range(tables)).encode()


def _beside(rows: int) -> Page:
    """A page with a rule under each row, every fourth of them over the first column, too."""
    sheet = Sheet()
    for row in range(rows):
        y = 50.0 + 12 * row
        sheet.across(y, 50 if row % 4 == 0 else 240, 550)
        sheet.text(52, y + 3, f"Mend wall {row}").text(250, y + 3, "Port works").text(450, y + 3, "May 2031")
    return sheet.across(50.0 + 12 * rows, 50, 550).page()


def _calls(text: bytes, name: str = "plan.txt") -> int:
    return work(lambda: parse(text, name=name))


@pytest.mark.parametrize(
    ("page", "few", "bound"),
    [(_table, 400, 4.6), (_forms, 100, 5.0), (_heads, 100, 4.6), (_columns, 50, 4.8), (_alike, 200, 4.6)],
)
def test_work_grows_with_the_rows(page: Callable[[int], bytes], few: int, bound: float) -> None:
    """A look through all cells for each row made 27 million calls of three thousand rows."""
    parse(page(20), name="plan.txt")
    assert _calls(page(4 * few)) < bound * _calls(page(few))


@pytest.mark.parametrize(("page", "few", "bound"), [(_apart, 100, 4.6), (_wide, 100, 4.6)])
def test_work_grows_with_what_stands_on_the_next_page(page: Callable[[int], bytes], few: int, bound: float) -> None:
    """Each text that stands apart had the columns told anew of all lines above it."""
    parse(page(20), name="plan.txt")
    assert _calls(page(4 * few)) < bound * _calls(page(few))


def test_work_grows_with_the_tables_without_headers() -> None:
    """Each had been compared with all others of the document."""
    parse(_headless(20), name="plan.html")
    assert _calls(_headless(800), "plan.html") < 4.8 * _calls(_headless(200), "plan.html")


def test_work_grows_with_the_rules_beside_spans() -> None:
    """Each rule had been held against all words for each of the other rules."""
    few, many = _beside(20), _beside(80)
    find_tables(_beside(5))
    assert work(lambda: find_tables(many)) < 5.5 * work(lambda: find_tables(few))
