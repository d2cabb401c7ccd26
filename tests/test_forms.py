"""Forms: tables that read downwards, a label at the left and what it says beside it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from objectives_parser import parse
from objectives_parser.document import Cell, Line, Word
from objectives_parser.recognizers.label_stacks import parted_labels
from objectives_parser.values import due_in_statement, due_of_cell


def records(text: str, name: str = "plan.html") -> list[dict[str, Any]]:
    plan = parse(text.encode(), name=name).to_dict()
    found = [record for kind in ("objectives", "measures", "milestones", "actions") for record in plan[kind]]
    return sorted(found, key=lambda record: record["where"][0]["start"])


def form(*rows: tuple[str, str]) -> str:
    body = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    return f"<table>{body}</table>"


def linked(found: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    texts = {record["id"]: record["text"] for record in found}
    return [(record["text"], [texts[parent] for parent in record["parents"]]) for record in found]


class TestCriteria:
    """`Criterion | Target | Source | Result`: the criterion is what the targets serve."""

    one = (
        ("Criterion", "1. Set the digital vision and drive it"),
        ("Target", "<p>Deliver strategies that support the agenda.</p><p>Report progress to the cabinet.</p>"),
        ("Source", "Corporate plan"),
        ("Result", "<p>Partial achievement.</p><p>The roadmap was published in December.</p>"),
    )
    two = (
        ("Criterion", "2. Support the transformation of services"),
        ("Target", "Open a shared market place for suppliers."),
        ("Source", "Corporate plan"),
        ("Result", "Not delivered. The work ceased."),
    )

    def test_targets_hang_on_their_criterion(self) -> None:
        found = records(form(*self.one))
        aim = "Set the digital vision and drive it"
        assert linked(found) == [
            (aim, []),
            ("Deliver strategies that support the agenda.", [aim]),
            ("Report progress to the cabinet.", [aim]),
        ]

    def test_the_first_label_again_begins_the_next_form(self) -> None:
        found = records(form(*self.one, *self.two))
        assert linked(found)[-2:] == [
            ("Support the transformation of services", []),
            ("Open a shared market place for suppliers.", ["Support the transformation of services"]),
        ]
        assert [record["label"] for record in found if record["id"].startswith("objective")] == ["1", "2"]

    def test_a_result_opens_with_the_status(self) -> None:
        found = records(form(*self.one, *self.two))
        assert [record["status"] for record in found if record["id"].startswith("objective")] == [
            "Partial achievement",
            "Not delivered",
        ]

    def test_a_result_that_only_tells_has_none(self) -> None:
        told = (*self.one[:3], ("Result", "Achieved savings of 4 million were reported to the board in June."))
        assert {record["status"] for record in records(form(*told))} == {None}


def test_labels_one_under_the_other_have_their_own_values() -> None:
    """No rule parts `Target` from `Source` below it."""

    def line(text: str, top: float) -> Line:
        word = Word(text=text, start=int(top), end=int(top) + len(text), page=1, bbox=(0.0, top, 50.0, top + 10.0))
        return Line(words=(word,))

    label = Cell(row=0, column=0, lines=(line("Target", 100.0), line("Source", 150.0)))
    value = Cell(row=0, column=1, lines=(line("Deliver", 98.0), line("a", 112.0), line("Plan", 149.0)))
    assert [(one.text, two.text) for one, two in parted_labels(label, value)] == [
        ("Target", "Deliver a"),
        ("Source", "Plan"),
    ]
    close = attrs.evolve(label, lines=(line("Lead", 100.0), line("agency", 112.0)))
    assert parted_labels(close, value) == [(close, value)]


class TestStartColumns:
    """What begins says nothing of its end."""

    @pytest.mark.parametrize("header", ["ActionLaunchDate", "start_date", "Commencement date"])
    def test_open_the_interval(self, header: str) -> None:
        text = f"ActionID,ActionName,ActionDesc,{header}\nP1.A1,Readiness,Expand places in pre-schools,2026-01-01\n"
        (record,) = records(text, "plan.csv")
        assert record["due"] == {"text": "2026-01-01", "start": "2026-01-01", "end": None}
        assert (record["label"], record["category"]) == ("P1.A1", "Readiness")

    def test_a_due_date_beside_it_counts(self) -> None:
        text = "Action,Start date,End date\nExpand places in pre-schools,2026-01-01,2026-06-30\n"
        (record,) = records(text, "plan.csv")
        assert record["due"]["end"] == "2026-06-30"
        assert record["fields"] == {"Start date": "2026-01-01"}


@pytest.mark.parametrize(
    "text", ["No earlier than March 2019", "Not sooner than March 2019", "On or after 1 March 2019", "From March 2019"]
)
def test_no_earlier_than_says_when_it_starts(text: str) -> None:
    due = due_of_cell(text)
    assert due is not None and (due.start, due.end) == ("2019-03-01", None)


def test_a_statement_that_starts_no_earlier() -> None:
    due = due_in_statement("Open the second site no earlier than March 2019")
    assert due is not None and (due.start, due.end) == ("2019-03-01", None)


def test_how_often_something_is_measured_is_no_due() -> None:
    text = (
        "| Indicator | Target | Frequency |\n|---|---|---|\n| Share of visitors who are satisfied | 80% | Monthly |\n"
    )
    (record,) = records(text, "plan.md")
    assert record["due"] is None
    assert record["fields"]["Frequency"] == "Monthly"


def test_an_owner_ends_where_the_next_label_begins() -> None:
    """A cover's centred lines: `Goal Leader: …` over `Deputy Goal Leader: …`."""
    text = (
        "# Faster Permits\n\n## Goal Leader: Ann Smith, Director<br>Deputy Goal Leader: Bob Jones, Adviser\n\n"
        "## Goal Statement\n\n- Issue all permits within 60 days.\n"
    )
    assert [record["owner"] for record in records(text, "plan.md")] == ["Ann Smith, Director"]
