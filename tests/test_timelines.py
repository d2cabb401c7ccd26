"""Milestones by their dates: in lists, in lines, in two columns without rules, under dates side by side."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from objectives_parser import Plan, parse

ROWS = (
    ("March 2031", "Consultation opens"),
    ("June 2031", "Responses are published"),
    ("January 2032", "Rules laid before the assembly"),
    ("October 2032", "New regime in force"),
)


def read(plan: Plan) -> list[tuple[str, str | None]]:
    return [(record.text, record.due and record.due.text) for record in plan.milestones]


def markdown(title: str, lines: list[str]) -> Plan:
    return parse(f"# Ferry plan\n\n## {title}\n\n{''.join(lines)}".encode(), media_type="text/markdown")


def page(title: str, rows: tuple[tuple[str, str], ...], left: float = 50, right: float = 160) -> Plan:
    """A page of running text, a heading, and two columns with nothing drawn between them."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica", 10)
    for at, line in enumerate(
        ("The ferries carry a third of all who travel between the islands,", "and few boats are new.")
    ):
        canvas.drawString(50, 790 - 13 * at, line)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(50, 740, title)
    canvas.setFont("Helvetica", 10)
    for at, (one, other) in enumerate(rows):
        canvas.drawString(left, 715 - 14 * at, one)
        canvas.drawString(right, 715 - 14 * at, other)
    canvas.save()
    return parse(buffer.getvalue())


@pytest.mark.parametrize("title", ["Key milestones", "Timeline", "Our roadmap"])
def test_dates_before_what_is_reached(title: str) -> None:
    plan = markdown(title, [f"- **{date}**: {text}\n" for date, text in ROWS])
    assert read(plan) == [(text, date) for date, text in ROWS]


def test_years_before_what_is_reached() -> None:
    plan = markdown("Milestones", [f"{year}: {text}\n\n" for year, (_, text) in enumerate(ROWS, 2031)])
    assert read(plan) == [(text, str(year)) for year, (_, text) in enumerate(ROWS, 2031)]


def test_dates_behind_what_is_reached() -> None:
    plan = markdown("Key milestones", [f"{text} – {date}\n\n" for date, text in ROWS])
    assert read(plan) == [(f"{text} – {date}", date) for date, text in ROWS]


def test_a_history_under_a_timeline_states_nothing() -> None:
    past = ("Harbour was opened", "Club was founded", "Pier was built", "Tolls were dropped")
    assert not markdown("Timeline", [f"- {1990 + at}: {text}\n" for at, text in enumerate(past)]).records


@pytest.mark.parametrize("title", ["Milestones", "Timeline"])
def test_dates_down_the_first_of_two_columns(title: str) -> None:
    assert read(page(title, ROWS)) == [(text, date) for date, text in ROWS]


def test_dates_down_the_second_of_two_columns() -> None:
    turned = tuple((text, date) for date, text in ROWS)
    assert read(page("Milestones", turned, right=400)) == list(turned)


def test_two_columns_under_their_names() -> None:
    rows = (("Action", "Lead"), ("Open the depot", "Works"), ("Buy ten trams", "Finance"), ("Train drivers", "People"))
    plan = page("Work plan", rows, right=300)
    assert [(action.text, action.owner) for action in plan.actions] == list(rows[1:])


def test_two_columns_of_prose_are_no_table() -> None:
    rows = (
        ("Action on the", "Lead times for"),
        ("ferries is what", "new boats have"),
        ("all want, and", "grown, and no"),
    )
    assert not page("What we heard", rows, right=300).records


def test_dates_side_by_side_over_what_is_reached() -> None:
    table = (
        "| 2031 | 2032 | 2033 |\n|---|---|---|\n| Plans complete<br>Funding agreed | Pier rebuilt | First sailing |\n"
    )
    plan = markdown("Roadmap", [table])
    assert read(plan) == [
        ("Plans complete", "2031"), ("Funding agreed", "2031"), ("Pier rebuilt", "2032"), ("First sailing", "2033"),
    ]  # fmt: skip


def test_values_under_years_are_no_milestones() -> None:
    table = "| 2031 | 2032 | 2033 |\n|---|---|---|\n| 40% | 50% | 60% |\n"
    assert not markdown("Roadmap", [table]).milestones
