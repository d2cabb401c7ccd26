"""Tables whose columns nothing names, or whose names stand above the first ruling."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from objectives_parser import Plan, parse

ROWS = (
    ("1.1", "Review the scheme of delegation", "Chief Executive", "30 April 2031"),
    ("1.2", "Publish all contracts on the website", "Procurement", "31 July 2031"),
    ("1.3", "Train every budget holder", "Finance", "31 December 2031"),
)
READ = [(label, text, owner, due) for label, text, owner, due in ROWS]


def read(plan: Plan) -> list[tuple[str | None, str, str | None, str | None]]:
    return [(action.label, action.text, action.owner, action.due and action.due.text) for action in plan.actions]


def page(title: str = "", head: tuple[str, ...] = (), ruled: bool = True) -> bytes:
    """A table with rules round its rows, perhaps with a line of names above the first."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(50, 780, title)
    edges = [50, 90, 320, 430, 540]
    canvas.setFont("Helvetica", 10)
    for left, name in zip(edges, head, strict=False):
        canvas.drawString(left + 4, 706, name)
    for at, row in enumerate(ROWS):
        for left, text in zip(edges, row, strict=False):
            canvas.drawString(left + 4, 686 - 20 * at, text)
    canvas.grid(edges, [700 - 20 * at for at in range(len(ROWS) + 1)])
    canvas.save()
    return buffer.getvalue()


def test_what_columns_hold_tells_what_they_are_where_dates_stand_beside_deeds() -> None:
    assert read(parse(page(), name="plan.pdf")) == READ


def test_a_heading_says_what_a_table_without_header_lists() -> None:
    rows = "".join(f"<tr><td>{text}</td><td>{owner}</td></tr>" for _, text, owner, _ in ROWS)
    plan = parse(f"<h1>Plan</h1><h2>Actions for 2031</h2><table>{rows}</table>".encode(), name="plan.html")
    assert [action.text for action in plan.actions] == [text for _, text, _, _ in ROWS]


def test_figures_without_header_are_nothing_of_a_plan() -> None:
    rows = "".join(f"<tr><td>{name}</td><td>{count}</td></tr>" for name, count in (("Anna", 3), ("Bo", 4), ("Cy", 5)))
    plan = parse(f"<h1>Visits</h1><table>{rows}</table>".encode(), name="plan.html")
    assert not plan.records


def test_names_of_columns_above_the_first_ruling_are_the_head() -> None:
    plan = parse(page("Openness plan", ("Ref", "Milestone", "Responsible", "Deadline")), name="plan.pdf")
    assert [(step.label, step.text, step.owner, step.due and step.due.text) for step in plan.milestones] == READ


def test_a_line_of_text_above_a_table_is_no_head() -> None:
    told = ("All", "of our milestones for the coming year are listed", "in this table below", "for you")
    assert read(parse(page("Openness plan", told), name="plan.pdf")) == READ


def test_codes_in_a_column_link_to_the_aims_with_these_labels() -> None:
    plan = parse(
        b"| Objective | Indicator |\n|---|---|\n| A1. Restore burnt land | Hectares restored |\n"
        b"| A2. Prevent large fires | Large fires |\n\n## Activities\n\n| Objective | Activity |\n|---|---|\n"
        b"| A2 | Clear 80 km of firebreaks |\n| A1 | Grow two million seedlings |\n",
        name="plan.md",
    )
    aims = {aim.id: aim.label for aim in plan.objectives}
    assert [[aims[parent] for parent in action.parents] for action in plan.actions] == [["A2"], ["A1"]]


def test_strategic_objectives_are_labelled() -> None:
    plan = parse(
        b"| Strategic objective | Activity |\n|---|---|\n| SO2: Open the courts | Build two |\n", name="plan.md"
    )
    assert [(aim.label, aim.text) for aim in plan.objectives] == [("SO2", "Open the courts")]
