"""Heads of tables: printed again under a heading, drawn as one box over columns that part below."""

from __future__ import annotations

from objectives_parser.document import Page, Table, block_words
from objectives_parser.layout.tables import find_tables
from tests.sheets import Sheet, texts

HEAD = ["Action", "Owner", "Due"]
FIRST = [("Publish the open data", "Cabinet", "May 2018"), ("Train all grant officers", "Finance", "June 2019")]
SECOND = [("Review the permits", "Legal unit", "March 2020"), ("Open the archive", "Archive", "April 2021")]
XS = (55.0, 205.0, 335.0)


def small_table(sheet: Sheet, top: float, rows: list[tuple[str, str, str]], rules: bool) -> None:
    for number, row in enumerate([HEAD, *rows]):
        for x, text in zip(XS, row, strict=True):
            sheet.text(x, top + 20 * number, text, bold=number == 0)
        if rules:
            sheet.across(top + 15 + 20 * number, 50, 450)


def two_tables(rules: bool) -> Page:
    sheet = Sheet()
    sheet.text(55, 80, "Goal 1: Open government", bold=True, color="#003366")
    small_table(sheet, 100, FIRST, rules)
    sheet.text(55, 180, "Goal 2: Better permits for everybody in town", bold=True, color="#003366")
    small_table(sheet, 200, SECOND, rules)
    return sheet.page()


def said(tables: tuple[Table, ...]) -> set[str]:
    return {word.text for table in tables for word in block_words(table)}


def test_a_heading_with_the_head_again_under_it_parts_two_tables_between_rules() -> None:
    tables = find_tables(two_tables(rules=True))
    assert [texts(table) for table in tables] == [[HEAD, *map(list, FIRST)], [HEAD, *map(list, SECOND)]]
    assert "Goal" not in said(tables)


def test_a_heading_with_the_head_again_under_it_parts_two_tables_with_nothing_drawn() -> None:
    tables = find_tables(two_tables(rules=False))
    assert [texts(table) for table in tables] == [[HEAD, *map(list, FIRST)], [HEAD, *map(list, SECOND)]]
    assert "Goal" not in said(tables)


def test_where_the_first_column_alone_is_shaded_the_head_says_how_the_rest_parts() -> None:
    sheet = Sheet().fill("#7fbfb3", 50, 100, 550, 120)
    for x, text in zip((55, 155, 355), ("Priority", "What we will do", "How we will know"), strict=True):
        sheet.text(x, 105, text, bold=True)
    for number, name in enumerate(("Safe homes", "Clean air", "Open data", "Fair rents")):
        top = 120 + 50 * number
        sheet.fill("#cfe8e3", 50, top, 150, top + 50)
        if number % 2:
            sheet.fill("#eef6f4", 150, top, 550, top + 50)
        sheet.text(55, top + 5, name, bold=True)
        sheet.text(155, top + 5, "• Support all the tenants", "• Act on every complaint", "• Tell what was done")
        sheet.text(355, top + 5, "• Audit of estates", "• Report on energy")
    (table,) = find_tables(sheet.page())
    assert texts(table)[0] == ["Priority", "What we will do", "How we will know"]
    assert [row[0] for row in texts(table)[1:]] == ["Safe homes", "Clean air", "Open data", "Fair rents"]
    assert texts(table)[2][2] == "• Audit of estates • Report on energy"


def ruled_body(sheet: Sheet) -> Sheet:
    """Two rows of three ruled columns under a head that is one box."""
    for y in (100, 120, 150, 180):
        sheet.across(y, 50, 450)
    sheet.down(50, 100, 180).down(450, 100, 180).down(200, 120, 180).down(330, 120, 180)
    for number, row in enumerate(FIRST):
        for x, text in zip(XS, row, strict=True):
            sheet.text(x, 125 + 30 * number, text)
    return sheet


def test_a_head_without_rules_between_its_texts_is_a_cell_for_each_column() -> None:
    sheet = ruled_body(Sheet())
    for x, text in zip(XS, HEAD, strict=True):
        sheet.text(x, 105, text, bold=True)
    (table,) = find_tables(sheet.page())
    assert texts(table)[0] == HEAD


def test_a_title_over_all_columns_stays_whole() -> None:
    (table,) = find_tables(ruled_body(Sheet()).text(55, 105, "What the city will do by 2020 and who leads").page())
    assert texts(table)[0] == ["What the city will do by 2020 and who leads"]
