"""Several statements, dates and owners in one row's cells, line beside line."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from objectives_parser import parse

COLUMNS = (40, 300, 420, 555)
ROWS = (
    ("FY18 Q1: Introduce the strategy to offices", "12/15/17", "Field office"),
    ("FY18 Q2: Communicate feedback to all staff", "1/19/18", "Head office"),
    ("FY18 Q3: Deploy the training of lenders", "2/9/18", "Field office"),
)


def _page() -> bytes:
    """A ruled table whose one body row holds three statements with their dates and owners."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for x, name in zip(COLUMNS, ("Key Milestone", "Due Date", "Owner"), strict=False):
        canvas.drawString(x + 4, 705, name)
    for number, row in enumerate(ROWS):
        for x, text in zip(COLUMNS, row, strict=False):
            canvas.drawString(x + 4, 680 - 20 * number, text)
    for y in (720, 698, 620):
        canvas.line(COLUMNS[0], y, COLUMNS[-1], y)
    for x in COLUMNS:
        canvas.line(x, 720, x, 620)
    canvas.save()
    return file.getvalue()


def test_a_statement_has_the_date_and_the_owner_on_its_line() -> None:
    plan = parse(_page(), name="plan.pdf")
    assert [(record.due and record.due.end, record.owner) for record in plan.milestones] == [
        ("2017-12-15", "Field office"),
        ("2018-01-19", "Head office"),
        ("2018-02-09", "Field office"),
    ]


def _cells(*lines: float) -> bytes:
    """A ruled table with two short lines in a cell, at these heights."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    columns = (40, 200, 350)
    for x, name in zip(columns, ("Objective", "Indicators"), strict=False):
        canvas.drawString(x + 4, 705, name)
    canvas.drawString(44, 680, "Build boat sheds in six towns")
    for y, text in zip(lines, ("Boats that are kept in sheds", "Storm damage below 8%"), strict=True):
        canvas.drawString(204, y, text)
    for y in (720, 698, 620):
        canvas.line(40, y, 350, y)
    for x in columns:
        canvas.line(x, 720, x, 620)
    canvas.save()
    return file.getvalue()


def test_a_blank_line_parts_two_lines_that_are_alone_in_their_cell() -> None:
    plan = parse(_cells(680, 657), name="plan.pdf")
    assert [record.text for record in plan.measures] == ["Boats that are kept in sheds", "Storm damage below 8%"]
