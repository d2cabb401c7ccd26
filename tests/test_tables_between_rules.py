"""Tables with rules between their rows and none between their columns: rules and white space are read together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from objectives_parser.document import Page, Table
from objectives_parser.layout.furniture import furniture_of
from objectives_parser.layout.tables import find_tables
from objectives_parser.layout.tables.edges import Edge, Edges
from objectives_parser.layout.tables.gutters import gutters
from objectives_parser.layout.tables.lines import rows_of
from objectives_parser.layout.tables.papers import Paper
from objectives_parser.layout.tables.ruled_rows import with_shades
from tests.sheets import Sheet, texts


def only(page: Page) -> Table:
    (table,) = find_tables(page)
    return table


def ruled(sheet: Sheet, ys: Sequence[float], x0: float = 50, x1: float = 550) -> Sheet:
    for y in ys:
        sheet.across(y, x0, x1)
    return sheet


def pieced(sheet: Sheet, y: float, *xs: float) -> Sheet:
    """A rule that is drawn cell by cell."""
    for low, high in pairwise(xs):
        sheet.across(y, low, high)
    return sheet


def middled(sheet: Sheet, y: float, task: Sequence[str], *others: str) -> Sheet:
    """A row of two lines, its other cells set in the middle."""
    sheet.text(55, y, *task)
    for x, text in zip((250, 360, 450), others, strict=True):
        sheet.text(x, y + 6, text)
    return sheet


TASKS = [
    ((("Mend the lanterns of the harbour", "before the winter"), "Harbour", "May 2021", "Lit")),
    ((("Paint the sheds of the old market", "in one colour"), "Market", "June 2021", "Done")),
    ((("Count the trees along both banks", "of the river"), "Parks", "July 2021", "List")),
]


def test_cells_set_in_the_middle_of_ruled_rows_part_the_columns_under_rows_that_run_over_them() -> None:
    sheet = Sheet().text(55, 105, "Goal 2: Keep the harbour and the old market fit for everybody who works there")
    sheet.text(55, 125, "Why this is so: the harbour feeds one half of the town in every year since then")
    for at, (task, *others) in enumerate(TASKS):
        middled(sheet, 145 + 30 * at, task, *others)
    table = only(ruled(sheet, [100, 120, 140, 170, 200, 230]).page())
    assert texts(table)[2:] == [[" ".join(task), *others] for task, *others in TASKS]
    assert [(cell.column, cell.column_span) for cell in table.cells if cell.row < 2] == [(0, 4), (0, 4)]


def test_a_row_with_text_in_its_first_column_alone_does_not_end_the_table() -> None:
    sheet = Sheet()
    rows = ["Mend all of the lanterns of the harbour and of the", "Paint all of the sheds of the old town's market and"]
    for at, first in enumerate([rows[0], rows[1], rows[0]]):
        sheet.text(55, 105 + 30 * at, first, "pier in one colour")
        if at != 1:
            sheet.text(350, 105 + 30 * at, "May 2021").text(450, 105 + 30 * at, "Harbour")
    table = only(ruled(sheet, [100, 130, 160, 190]).page())
    assert texts(table)[1] == [f"{rows[1]} pier in one colour", "", ""]


def test_a_bar_over_all_columns_is_a_whole_row_though_its_text_is_short() -> None:
    sheet = Sheet().fill("#ccffcc", 50, 100, 550, 120).text(55, 105, "New efforts")
    for at in range(3):
        sheet.text(55, 125 + 20 * at, "Mend the lanterns").text(250, 125 + 20 * at, "May").text(450, 125 + 20 * at, "X")
    table = only(ruled(sheet, [100, 120, 140, 160, 180]).page())
    assert [cell.column_span for cell in table.cells if cell.row == 0] == [3]


def test_a_bold_line_with_room_around_it_heads_the_table_under_it() -> None:
    sheet = Sheet()
    for top, task in ((100, "Mend lantern"), (188, "Light pier")):
        for at in range(3):
            sheet.text(55, top + 4 + 20 * at, f"{task} {at}").text(300, top + 4 + 20 * at, f"{at + 1} May 20{top // 9}")
        ruled(sheet, [top + 20 * at for at in range(4)])
    sheet.text(55, 169, "Commitment 2: Light the pier", bold=True)
    tables = find_tables(sheet.page())
    assert [table.rows for table in tables] == [3, 3]


def test_a_short_rule_amid_a_cell_belongs_to_a_drawing() -> None:
    sheet, xs = Sheet(), (50, 250, 400, 550)
    for at in range(3):
        sheet.text(55, 105 + 60 * at, "Mend the lanterns", "of the pier").text(255, 105 + 60 * at, "May 2021")
        sheet.text(405, 105 + 60 * at, "Harbour office")
    for y in (100, 160, 220, 280):
        pieced(sheet, y, *xs)
    table = only(sheet.across(200, 460, 480).page())
    assert table.rows == 3


def test_borders_of_shaded_rows_part_rows_where_no_rule_is_drawn() -> None:
    sheet = Sheet().fill("#88aacc", 30, 140, 300, 180).fill("#88aacc", 300, 140, 550, 180)
    sheet.fill("#88aacc", 60, 190, 90, 200)
    rules = Edges(across=(Edge(100, 50, 550), Edge(182, 50, 550), Edge(260, 50, 550)), down=())
    edges = with_shades(rules, Paper(sheet.page()))
    assert [edge.at for edge in edges.across] == [100, 140, 182, 260]
    assert edges.bbox == rules.bbox


def test_a_border_that_a_line_runs_over_is_none_in_its_row_whatever_stands_in_other_columns() -> None:
    """The first column is the room before what is set in: `Found a green bank` runs over it."""
    sheet, xs = Sheet(), (50, 70, 300, 550)
    sheet.text(55, 117, "Found a green bank").text(305, 105, "One billion", "of assets", "by 2035")
    for at in range(2):
        sheet.text(75, 145 + 40 * at, "Lend to homes").text(305, 145 + 40 * at, "One")
    for y in (100, 140, 180, 220):
        pieced(sheet, y, *xs)
    table = only(sheet.page())
    assert [(cell.column, cell.column_span) for cell in table.cells if cell.row == 0] == [(0, 2), (2, 1)]


def test_a_head_between_the_first_rules_of_a_table_is_no_running_head() -> None:
    pages = []
    for number in range(1, 5):
        sheet = ruled(Sheet(number), [50, 80, 190, 300])
        sheet.text(55, 60, "Sustainable initiative").text(450, 60, "Short term")
        sheet.text(55, 150, "Mend the lanterns").text(450, 150, "X")
        pages.append(sheet.page())
    assert not any(furniture_of(pages))


@pytest.mark.parametrize(("over", "found"), [("Forests under the care of the villages", 0), ("Ticks", 1)])
def test_bullets_that_hang_in_a_cell_are_no_column(over: str, found: int) -> None:
    sheet = Sheet().text(50, 100, over).text(50, 112, over).text(50, 124, "Woods")
    for at in range(9):
        sheet.text(68, 136 + 12 * at, "•").text(100, 136 + 12 * at, "Plant trees along the banks of the river")
    assert len(gutters(rows_of(list(sheet.page().words)))) == found


def test_a_drawn_row_whose_first_line_names_its_columns_has_a_head() -> None:
    sheet = Sheet().text(55, 105, "Objective 1: Keep all the harbours of the coast lit in every night of the year")
    sheet.text(55, 125, "Performance measures", bold=True).text(305, 125, "Milestones", bold=True)
    for at in range(4):
        sheet.text(55, 137 + 12 * at, "• Lanterns lit at night").text(305, 137 + 12 * at, "• New pier by May 2021")
    table = only(sheet.down(50, 100, 190).down(550, 100, 190).down(300, 120, 190).across(100, 50, 550)
                 .across(120, 50, 550).across(190, 50, 550).page())  # fmt: skip
    assert texts(table)[1] == ["Performance measures", "Milestones"]
