"""Forms without vertical lines: names down the left side, and right of each what it names."""

from __future__ import annotations

from objectives_parser.layout.tables import find_tables
from tests.sheets import Sheet, texts

FORM = [
    ["Action", "Plant hedges along the canal"],
    ["Lead officer", "Parks"],
    ["By when", "March 2027"],
    ["Measure of success", "Two miles of hedge"],
]


def form(sheet: Sheet, rows: list[list[str]], top: float = 100) -> float:
    """The rows of a form on a page; where they end."""
    for name, text in rows:
        sheet.text(50, top, name, bold=True)
        sheet.text(180, top, text)
        top += 15
    return top


def test_each_name_begins_a_row_where_nothing_is_drawn() -> None:
    sheet = Sheet()
    form(sheet, FORM)
    (table,) = find_tables(sheet.page())
    assert texts(table) == FORM


def test_a_name_and_its_text_may_go_on_over_lines() -> None:
    sheet = Sheet()
    end = form(sheet, FORM)
    sheet.text(50, end, "Reasons for", "choosing it", bold=True)
    sheet.text(180, end, "Wind dries the fields", "and takes the soil")
    (table,) = find_tables(sheet.page())
    assert texts(table)[-1] == ["Reasons for choosing it", "Wind dries the fields and takes the soil"]


def test_rules_over_each_record_leave_its_rows() -> None:
    sheet, top = Sheet(), 100.0
    for _ in range(3):
        sheet.across(top - 5, 50, 500)
        top = form(sheet, FORM, top) + 10
    (table,) = find_tables(sheet.page())
    assert texts(table) == FORM * 3


def test_a_heading_between_records_is_no_row() -> None:
    sheet, top = Sheet(), 100.0
    for number in range(4):
        sheet.across(top - 5, 50, 500)
        top = form(sheet, FORM, top) + 10
        if number == 1:
            sheet.text(50, top + 12, "Clean water", size=16, bold=True)
            top += 45
    assert [texts(table) for table in find_tables(sheet.page())] == [FORM * 2, FORM * 2]


def test_lines_of_two_columns_whose_left_one_names_nothing_are_no_form() -> None:
    sheet = Sheet()
    form(
        sheet, [["We walked on", "the old bridge"], ["that morning", "near the mill"], ["until noon", "and then home"]]
    )
    assert find_tables(sheet.page()) == ()
