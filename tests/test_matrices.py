"""Matrices: kinds of statements down the first column, what they belong to along the head."""

from __future__ import annotations

from typing import Any

import pytest

from objectives_parser import parse
from objectives_parser.document import Cell, Line, Page, Table, Word
from objectives_parser.layout.tables.stubs import with_stubs


def plan_of(text: str) -> dict[str, Any]:
    return parse(text.encode(), name="plan.md").to_dict()


def links(plan: dict[str, Any], kind: str) -> list[tuple[str, list[str]]]:
    texts = {record["id"]: record["text"] for found in ("objectives", "measures") for record in plan[found]}
    return [(record["text"], [texts[parent] for parent in record["parents"]]) for record in plan[kind]]


MATRIX = """\
| | Gather insights | Measure impact |
|---|---|---|
| Current state | Research is focused on one group. | Some measures are known. |
| Objectives | A system to share useful tools is in place. | Measures are tested in 25 centres. |
| Milestones | Pilot design is agreed | Baseline analysis is published |
"""


class TestMatrix:
    def test_the_row_says_what_it_is_and_the_column_whose(self) -> None:
        """`Measure impact` over a column is a name, though `impact` would be an objective's word."""
        plan = plan_of(MATRIX)
        assert links(plan, "objectives") == [
            ("Gather insights", []),
            ("Measure impact", []),
            ("A system to share useful tools is in place.", ["Gather insights"]),
            ("Measures are tested in 25 centres.", ["Measure impact"]),
        ]
        assert links(plan, "milestones") == [
            ("Pilot design is agreed", ["Gather insights"]),
            ("Baseline analysis is published", ["Measure impact"]),
        ]

    def test_rows_of_no_kind_are_fields_of_the_column(self) -> None:
        plan = plan_of(MATRIX)
        assert plan["objectives"][0]["fields"] == {"Current state": "Research is focused on one group."}

    @pytest.mark.parametrize(
        "head", ["| | Owner | Due date |", "| | Indicators | Assumptions |", "| Level | Statement | Indicator |"]
    )
    def test_columns_that_are_fields_make_none(self, head: str) -> None:
        text = MATRIX.replace("| | Gather insights | Measure impact |", head)
        assert not any("row head" in record["evidence"][0] for record in plan_of(text)["objectives"])


class TestNamesOutsideTheFrame:
    """Slides shade the body of a matrix and print the names of its rows beside it."""

    def word(self, text: str, x: float, y: float, start: int) -> Word:
        return Word(text=text, start=start, end=start + len(text), page=1, bbox=(x, y, x + 40.0, y + 10.0))

    def table(self) -> Table:
        words = {(row, column): self.word("text", 200.0 + 100 * column, 105.0 + 50 * row, 100 + row * 30 + column * 10)
                 for row in range(3) for column in range(3)}  # fmt: skip
        cells = [
            Cell(row=row, column=column, page=1, header=row == 0,
                 lines=(Line(words=(words[row, column],)),),
                 bbox=(200.0 + 100 * column, 100.0 + 50 * row, 300.0 + 100 * column, 150.0 + 50 * row))
            for row in range(3) for column in range(3)
        ]  # fmt: skip
        return Table(cells=tuple(cells), rows=3, columns=3, pages=(1,), bbox=(200.0, 100.0, 500.0, 250.0))

    def page(self, *beside: Word) -> Page:
        words = [word for cell in self.table().cells for line in cell.lines for word in line.words]
        return Page(number=1, width=600.0, height=400.0, words=(*beside, *words))

    def first_column(self, *beside: Word) -> list[str]:
        (table,) = with_stubs([self.table()], self.page(*beside))
        return [cell.text for cell in table.cells if cell.column == 0] if table.columns == 4 else []

    def test_become_the_first_column(self) -> None:
        names = (self.word("Objectives", 120.0, 160.0, 0), self.word("Milestones", 120.0, 210.0, 20))
        assert self.first_column(*names) == ["Objectives", "Milestones"]

    def test_a_sentence_beside_the_table_does_not(self) -> None:
        said = [
            self.word(text, 20.0 + 30 * at, 160.0, at * 10) for at, text in enumerate(("We", "will", "do", "it", "now"))
        ]
        assert self.first_column(*said, self.word("Milestones", 120.0, 210.0, 90)) == []

    def test_numbers_do_not(self) -> None:
        assert self.first_column(self.word("1", 180.0, 160.0, 0), self.word("2", 180.0, 210.0, 20)) == []

    def test_a_name_beside_the_head_does_not(self) -> None:
        names = (self.word("Strategies", 120.0, 110.0, 0), self.word("Milestones", 120.0, 210.0, 20))
        assert self.first_column(*names) == []


def test_a_row_that_states_the_aim_of_each_column_is_what_the_other_rows_serve() -> None:
    """The heads of the columns only name it."""
    plan = plan_of(
        "| | Learn | Gather |\n|---|---|---|\n"
        "| Goal | Children arrive at school ready to read. | Our rooms bring neighbors together. |\n"
        "| Measures of success | Share of children enrolled | Visits per resident |\n"
    )
    assert links(plan, "measures") == [
        ("Share of children enrolled", ["Children arrive at school ready to read."]),
        ("Visits per resident", ["Our rooms bring neighbors together."]),
    ]
    assert [record["category"] for record in plan["objectives"]] == ["Learn", "Gather"]
