"""One row, or some cells of one, alone at the head of a page: what the table before tells of it."""

from __future__ import annotations

import attrs

from objectives_parser.document import Page, Table
from objectives_parser.layout.going_on import with_rests
from objectives_parser.layout.tables import each_word_once, paper_of, tables_on
from tests.sheets import Sheet, texts

XS = [50.0, 200.0, 330.0, 450.0]
HEAD = ("Action", "Owner", "Due")
ROWS = [("Publish the data", "Cabinet", "May 2018"), ("Train all officers", "Finance", "June 2019")]


def first(rules: str) -> Page:
    """A page that ends with a table, its last row far from the foot."""
    sheet = Sheet()
    for number, row in enumerate([HEAD, *ROWS, *ROWS]):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 5, 105 + 30 * number, text, bold=number == 0)
    if rules == "grid":
        sheet.grid(XS, [100, 120, 150, 180, 210, 240])
    return sheet.page()


def rest(page: Page, before: Page) -> tuple[Table, ...]:
    return with_rests((paper, tables_on(paper)) for paper in map(paper_of, (before, page)))[1]


def test_one_ruled_row_at_the_head_of_the_next_page_is_table() -> None:
    sheet = Sheet(2).grid(XS, [50, 90])
    sheet.text(55, 55, "Review the", "permits").text(205, 55, "Legal").text(335, 55, "2020")
    assert [texts(table) for table in rest(sheet.page(), first("grid"))] == [[["Review the permits", "Legal", "2020"]]]


def test_cells_of_one_column_alone_have_empty_cells_on_both_sides() -> None:
    sheet = Sheet(2).grid(XS, [50, 90]).across(70, 200, 330).text(205, 55, "Legal unit").text(205, 75, "Archive")
    (table,) = rest(sheet.page(), first("grid"))
    assert [(cell.column, cell.text) for cell in table.cells if cell.lines] == [(1, "Legal unit"), (1, "Archive")]
    assert table.columns == 3


def test_one_row_with_nothing_drawn_is_table_if_its_texts_begin_as_the_columns_do() -> None:
    sheet = Sheet(2).text(55, 55, "Review the", "permits").text(205, 55, "Legal").text(335, 55, "2020")
    assert [texts(table) for table in rest(sheet.page(), first("none"))] == [[["Review the permits", "Legal", "2020"]]]


def test_running_text_at_the_head_of_the_next_page_is_no_table() -> None:
    sheet = Sheet(2).text(55, 55, *["The city works with its partners to make the streets better for all"] * 4)
    assert rest(sheet.page(), first("none")) == ()


def test_a_heading_over_a_row_leaves_it_alone() -> None:
    sheet = Sheet(2).text(55, 40, "What else the departments of the city will do in the years to come", bold=True)
    sheet.text(55, 60, "Review the", "permits").text(205, 60, "Legal").text(335, 60, "2020")
    assert rest(sheet.page(), first("none")) == ()


def two_columns(sheet: Sheet, top: float, *rows: tuple[str, str]) -> Sheet:
    """Rows of two columns with rules between them and none down the page."""
    for number, (one, other) in enumerate(rows):
        sheet.text(55, top + 30 * number, one).text(305, top + 30 * number, other)
    return sheet


def ruled_in_two() -> Page:
    rows = [("Action", "Outcome"), ("Publish the data", "People know"), ("Train all officers", "Officers can")]
    sheet = two_columns(Sheet(), 655, *rows)
    for y in (650, 675, 705):
        sheet.across(y, 50, 300).across(y, 300, 550)
    return sheet.page()


def test_a_row_of_two_columns_goes_on_down_to_the_rule_that_ends_it() -> None:
    sheet = two_columns(Sheet(2), 55, ("of all towns", "do the work"))
    sheet.text(305, 67, "on their own").across(90, 50, 300).across(90, 300, 550)
    sheet.text(55, 120, "The next part of the plan is about the towns themselves and their people.")
    found = rest(sheet.page(), ruled_in_two())
    assert [texts(table) for table in found] == [[["of all towns", "do the work on their own"]]]


def test_two_columns_without_a_rule_below_are_no_row() -> None:
    sheet = two_columns(Sheet(2), 55, ("of all towns", "do the work"))
    assert rest(sheet.text(305, 67, "on their own").page(), ruled_in_two()) == ()


def test_no_table_grows_by_what_another_one_holds() -> None:
    sheet = Sheet().grid(XS[:3], [100, 120, 140]).grid(XS[:3], [300, 320, 340])
    for top in (104, 124, 304, 324):
        sheet.text(55, top, f"Step {top}").text(205, top, "Works")
    upper, lower = tables_on(paper_of(sheet.page()))
    moved = tuple(attrs.evolve(cell, row=cell.row + upper.rows) for cell in lower.cells)
    grown = attrs.evolve(upper, cells=(*upper.cells, *moved), rows=upper.rows + lower.rows)
    assert each_word_once([upper, lower], [grown, lower]) == [upper, lower]
    assert each_word_once([upper], [grown]) == [grown]
