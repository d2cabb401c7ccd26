"""Run-on tables whose rows bear neither numbers nor bullets: wording, width and order tell the columns."""

from __future__ import annotations

from typing import Any

from objectives_parser import parse
from objectives_parser.roles import split_run_on

HEADER = "Delivery objectives Performance measures Milestones \n\n"
ROWS = (
    "Keep the harbours of the north \nopen in all weathers \n\n"
    "Fewer days on which the piers are closed \nthan in 2011 \n\n"
    "Number of ships that wait for more than \nthree hours \n\n"
    "Winter plan published \nOctober 2012 \n\n"
    "Build two ferries for the small \nislands within the budget \n\n"
    "Share of the crossings that leave at the \nprinted time \n\n"
    "Keel of the first one laid March \n2013 \n\n"
)


def records(text: str) -> list[dict[str, Any]]:
    plan = parse(text.encode(), name="plan.txt").to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return sorted(found, key=lambda record: record["where"][0]["start"])


def kinds(text: str) -> list[tuple[str, str]]:
    return [(record["id"].rsplit("-", 1)[0], record["text"]) for record in records(text)]


def test_rows_are_told_by_what_they_say() -> None:
    """A year that ends a date on a line of its own is no page's number."""
    assert kinds(HEADER + ROWS) == [
        ("objective", "Keep the harbours of the north open in all weathers"),
        ("measure", "Fewer days on which the piers are closed than in 2011"),
        ("measure", "Number of ships that wait for more than three hours"),
        ("milestone", "Winter plan published October 2012"),
        ("objective", "Build two ferries for the small islands within the budget"),
        ("measure", "Share of the crossings that leave at the printed time"),
        ("milestone", "Keel of the first one laid March 2013"),
    ]


def test_lettered_names_between_rows_are_sections() -> None:
    first, rest = ROWS.split("Build", 1)
    found = records(HEADER + "A. Service delivery \n\n" + first + "B. New ships \n\nBuild" + rest)
    aims = [(record["text"][:5], record["category"]) for record in found if record["id"].startswith("objective")]
    assert aims == [("Keep ", "Service delivery"), ("Build", "New ships")]


def test_a_measure_may_begin_with_a_figure() -> None:
    """`95 per cent of …` is no row with the number 95."""
    text = HEADER + ROWS + "95 per cent of dues are paid within \nthe month they fall due \n\n"
    assert kinds(text)[-1][1] == "95 per cent of dues are paid within the month they fall due"


def test_dates_tell_milestones_from_measures() -> None:
    items = ["The board is content with the reports", "Each office has a plan", "Guide in use from May 2013"]
    assert split_run_on(items, ("measure", "milestone")) == (2,)
    assert split_run_on(items[:2], ("measure", "milestone"), dated=True) == (2,)


def test_a_column_ends_at_an_empty_line() -> None:
    items = ["Better reports for the board", "Reports read by the board", "Office opened"]
    assert split_run_on(items, ("measure", "milestone"), frozenset({2})) == (2,)


def test_a_cell_without_bullets_begins_under_the_last_bullet() -> None:
    """Only the measures have bullets; the milestone behind them stands right under a short last line."""
    row = "{}. Keep harbour {} open in all weathers\n• Days on which the piers of the harbour are\nclosed\n{}\n"
    text = "Objective Measures of success Key milestones\n" + "".join(
        row.format(number, name, said)
        for number, name, said in ((1, "Alpha", "New pier opened"), (2, "Beta", "Old crane replaced"))
    )
    assert [said for kind, said in kinds(text) if kind == "milestone"] == ["New pier opened", "Old crane replaced"]
