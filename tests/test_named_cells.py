"""Forms whose cells bear their names themselves, as cards of actions print them; and names that stand in no form."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse

NAMED = "<td><b>Lead</b><br>Works</td><td><b>Timeline</b><br>2026–2028</td><td><b>Carbon saved</b><br>High</td>"


def plan(body: str) -> Plan:
    return parse(f"<html><body>{body}</body></html>".encode(), name="plan.html")


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


class TestACard:
    """`T-1 Build …` over the width, names over values, and the steps in a row of their own."""

    plan = plan(
        table(
            "<td colspan=3>T-1 Build a cycle path along the quay</td>",
            NAMED,
            "<td colspan=3><b>Steps</b><ol><li>Survey the quay wall</li><li>Lay the path</li></ol></td>",
        )
    )

    def test_the_title_is_what_is_done(self) -> None:
        deed, *steps = self.plan.actions
        assert (deed.label, deed.text) == ("T-1", "Build a cycle path along the quay")
        assert [step.text for step in steps] == ["Survey the quay wall", "Lay the path"]
        assert all(step.parents == (deed.id,) for step in steps)

    def test_what_the_cells_say_is_said_of_it(self) -> None:
        deed = self.plan.actions[0]
        assert deed.owner == "Works"
        assert deed.due and deed.due.text == "2026–2028"
        assert deed.fields == {"Carbon saved": "High"}


@pytest.mark.parametrize("row", [NAMED, "<td>Lead: Works</td><td>Timeline: 2026–2028</td><td>Carbon saved: High</td>"])
def test_a_row_of_named_cells_below_the_heading_of_a_deed(row: str) -> None:
    (deed,) = plan(f"<h2>Action T1: Build a cycle path along the quay</h2>{table(row)}").actions
    assert (deed.owner, deed.due and deed.due.text) == ("Works", "2026–2028")


def test_cells_in_bold_lines_without_who_or_when_are_no_form() -> None:
    """Columns of a page: each cell has a title, and none says who does it or by when."""
    row = (
        "<td><b>Water</b><br>Line the canals</td><td><b>Roads</b><br>Fill the holes</td><td><b>Trees</b><br>Plant</td>"
    )
    assert not any(deed.owner or deed.due for deed in plan(table(row, row)).actions)


def test_a_header_over_rows_is_no_form() -> None:
    """Two lines in the header's cells are one name."""
    rows = [f"<td>{text}</td><td>Works</td><td>2027</td>" for text in ("Line the canals", "Fill the holes")]
    head = "<th>Action<br>to take</th><th>Lead<br>office</th><th>Due<br>date</th>"
    deeds = plan(table(head, *rows)).actions
    assert [(deed.text, deed.owner) for deed in deeds] == [("Line the canals", "Works"), ("Fill the holes", "Works")]


NUMBERED = """# Port plan

## 1. Build a port that lasts

### How we will achieve this

#### 1.1 Renew the quays

We will:

- drive new piles at the north quay
- dredge the basin

#### 1.2 Cut the noise of ships

We will:

- lay shore power to all berths

## 2. Protect the bay

### How we will achieve this

#### 2.1 Keep oil out of the water

We will:

- inspect every tanker
"""


def test_titles_numbered_below_an_aim_are_its_aims() -> None:
    told = parse(NUMBERED.encode(), name="plan.md")
    labels = {aim.id: aim.label for aim in told.objectives}
    assert [(labels[aim.id], *map(labels.get, aim.parents)) for aim in told.objectives] == [
        ("1",), ("1.1", "1"), ("1.2", "1"), ("2",), ("2.1", "2"),
    ]  # fmt: skip
    assert [labels[deed.parents[0]] for deed in told.actions] == ["1.1", "1.1", "1.2", "2.1"]


def test_a_work_programme_is_no_aim_of_the_table_below_it() -> None:
    rows = ["<td>Launch the portal</td><td>Contract signed</td><td>Portal open</td>"] * 2
    told = plan(
        "<h2>Work programme 2026: milestones by quarter</h2>"
        + table("<th>Initiative</th><th>Q1</th><th>Q2</th>", *rows).replace("Launch the portal", "Launch it all", 1)
    )
    assert not told.objectives
    assert len(told.actions) == 2


def test_a_paragraph_that_counts_on_is_one_of_the_actions() -> None:
    """Whatever verb it begins with."""
    source = "## Policy T2: Make the ferry the natural choice\n\nActions\n\nT2.1 Agree one ticket for all boats\n\n" \
        "T2.2 Gloss new signs at 120 stops\n\nThe boats carried 40,000 people last year.\n"  # fmt: skip
    told = parse(source.encode(), name="plan.md")
    assert [deed.label for deed in told.actions] == ["T2.1", "T2.2"]


def test_means_beside_activities_are_no_measure() -> None:
    rows = [
        "<td>Output 1</td><td>Crews are trained</td><td>40 certificates</td>",
        "<td>Activities</td><td>1.1 Hold courses</td><td>Means: 4 vehicles, 12 staff</td>",
    ]
    told = plan(table("<th></th><th>Intervention logic</th><th>Indicators</th>", *rows))
    assert [measure.text for measure in told.measures] == ["40 certificates"]


@pytest.mark.parametrize("head", ["Responsible area", "Responsible branch", "Lead section", "Accountable officer"])
def test_offices_that_answer_for_a_row(head: str) -> None:
    rows = [f"<td>{text}</td><td>Parks</td>" for text in ("Line the canals", "Fill the holes")]
    told = plan(table(f"<th>Action</th><th>{head}</th>", *rows))
    assert {deed.owner for deed in told.actions} == {"Parks"}
