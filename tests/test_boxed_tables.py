"""Tables of boxes with gaps, shaded heads amid ruled rows, and headings between tables that rules alone draw."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from objectives_parser.document import block_words
from objectives_parser.layout.pages import page_blocks
from objectives_parser.layout.tables import find_tables
from objectives_parser.layout.tables.rowing import centred_starts, named_pair
from objectives_parser.layout.tables.text_rows import TextRow
from tests.sheets import Sheet, texts

HEAD = ["No", "Objective", "How we will know", "By"]
ROWS = [["1", "Keep the harbour open", "Ships call weekly", "May"], ["2", "Bring visitors", "Beds are full", "July"],
        ["3", "Mend the pier", "The pier is safe", "June"]]  # fmt: skip
XS = (50.0, 90.0, 250.0, 420.0)
ENDS = (84.0, 244.0, 414.0, 500.0)


def boxes(sheet: Sheet, top: float, cells: list[str], color: str, ends: tuple[float, ...] = ENDS) -> None:
    for left, right, text in zip(XS, ends, cells, strict=False):
        sheet.fill(color, left, top, right, top + 24)
        sheet.text(left + 5, top + 7, text)


def boxed(rows: list[list[str]] = ROWS, head: str = "#22aa77") -> Sheet:
    sheet = Sheet()
    boxes(sheet, 100, HEAD, head)
    for number, row in enumerate(rows):
        boxes(sheet, 130 + 30 * number, row, "#f4fbf8")
    return sheet


def test_boxes_in_rows_and_columns_are_cells() -> None:
    (table,) = find_tables(boxed().page())
    assert (table.way, texts(table)) == ("boxed", [HEAD, *ROWS])


def test_boxes_without_words_are_cells_too() -> None:
    rows = [[*row[:2], "", ""] for row in ROWS]
    (table,) = find_tables(boxed(rows).page())
    assert texts(table) == [HEAD, *rows]


def test_a_box_over_the_width_is_a_row() -> None:
    sheet = boxed()
    sheet.fill("#f4fbf8", 50, 220, 500, 244).text(55, 227, "Later years")
    boxes(sheet, 250, ["4", "Plant trees", "Shade at noon", "2030"], "#f4fbf8")
    (table,) = find_tables(sheet.page())
    assert texts(table)[4:] == [["Later years"], ["4", "Plant trees", "Shade at noon", "2030"]]


def test_boxes_that_end_anywhere_are_no_table() -> None:
    sheet = Sheet()
    for number, row in enumerate([HEAD, *ROWS]):
        boxes(sheet, 100 + 30 * number, row, "#f4fbf8", (84.0, 200.0 + 14 * number, 414.0 - 20 * number, 500.0))
    assert not any(table.way == "boxed" for table in find_tables(sheet.page()))


def test_cards_of_one_width_are_no_table() -> None:
    """Three by three of them, all on one ground, with a text in each."""
    sheet = Sheet()
    for number in range(9):
        left, top = 50 + 170 * (number % 3), 100 + 70 * (number // 3)
        sheet.fill("#eef4ee", left, top, left + 160, top + 60)
        sheet.text(left + 5, top + 5, f"Card {number} of the plan has a", "text of two lines and more")
    assert not any(table.way == "boxed" for table in find_tables(sheet.page()))


@pytest.mark.parametrize("named", [True, False])
def test_two_columns_of_boxes_are_a_form_where_the_left_ones_name_fields(named: bool) -> None:
    sheet = Sheet()
    left = ("Lead agency", "Timeline", "Objective") if named else ("Harbours old", "Of the boats", "Rope and sail")
    said = ("Ministry of Works", "2026 to 2028", "Ships call weekly")
    for number, pair in enumerate(zip(left, said, strict=True)):
        top = 100 + 30 * number
        sheet.fill("#f4fbf8", 50, top, 194, top + 24).text(55, top + 7, pair[0])
        sheet.fill("#f4fbf8", 200, top, 500, top + 24).text(205, top + 7, pair[1])
    assert any(table.way == "boxed" for table in find_tables(sheet.page())) == named


def test_a_head_that_only_its_ground_parts_from_the_row_below_is_a_row() -> None:
    """As on the page after a cut: the head again, and the rest of a row."""
    sheet = Sheet()
    sheet.fill("#12355b", 45, 100, 505, 120)
    for left, head, rest in zip(XS, HEAD, ["", "of the coast", "with grain", ""], strict=True):
        sheet.text(left, 105, head, bold=True)
        sheet.text(left, 125, rest)
    for number, row in enumerate(ROWS):
        for left, text in zip(XS, row, strict=True):
            sheet.text(left, 145 + 20 * number, text)
    for x in (45.0, 85.0, 245.0, 415.0, 505.0):
        sheet.down(x, 100, 200)
    for y in (100, 140, 160, 180, 200):
        sheet.across(y, 45, 505)
    (table,) = find_tables(sheet.page())
    assert texts(table)[:2] == [HEAD, ["", "of the coast", "with grain", ""]]


def test_a_heading_in_larger_type_ends_what_rules_pile_up() -> None:
    """Two forms with a rule under each row, and a heading between them."""
    sheet = Sheet()
    for part, top in ((1, 100), (2, 200)):
        sheet.text(50, top, f"Commitment {part}: Mend the pier", bold=True, size=15.0)
        for number, pair in enumerate(
            (("Lead agency", "Works"), ("Public problem", "The pier is old"), ("Main objective", "Ships call"))
        ):
            sheet.text(50, top + 25 + 20 * number, pair[0]).text(250, top + 25 + 20 * number, pair[1])
            sheet.across(top + 40 + 20 * number, 45, 505)
    first, second = (texts(table) for table in find_tables(sheet.page()))
    assert (
        [row[0] for row in first] == [row[0] for row in second] == ["Lead agency", "Public problem", "Main objective"]
    )


COLUMNS = (50.0, 240.0, 420.0, 550.0)


def framed(lines: list[tuple[float, tuple[str, ...], bool]], foot: float) -> Sheet:
    """Lines of cells between a rule at the top and one at the foot, with rules down the columns and none across."""
    sheet = Sheet().across(100, 50, 550).across(foot, 50, 550)
    for x in COLUMNS:
        sheet.down(x, 100, foot)
    for top, cells, bold in lines:
        for x, text in zip(COLUMNS, cells, strict=False):
            sheet.text(x + 5, top, text, bold=bold)
    return sheet


def test_bold_names_over_all_columns_are_rows_where_no_rule_says_so() -> None:
    lines = [
        (105.0, ("Business objectives", "Measures", "Milestones"), True),
        (120.0, ("Keep the harbour open", "Ships call weekly", "Dredged by May"), False),
        (140.0, ("Bring visitors", "Beds are full", "Guide in print"), False),
        (160.0, ("Corporate objectives", "Measures", "Milestones"), True),
        (175.0, ("Staff stay longer", "Fewer leave", "Survey in July"), False),
    ]
    (table,) = find_tables(framed(lines, 195).page())
    firsts = [row[0] for row in texts(table)]
    assert {"Business objectives", "Corporate objectives", "Staff stay longer"} < set(firsts)


def test_a_frame_around_a_chart_is_no_table_of_bands() -> None:
    """Its axes are figures; bands of white run through it."""
    sheet = Sheet().across(100, 50, 550).across(330, 50, 550)
    for x in COLUMNS:
        sheet.down(x, 100, 330)
    sheet.text(250, 105, "Programs in place", bold=True)
    for number in range(6):
        top = 130 + 30 * number + 8 * (number % 2)
        sheet.text(55, top, str(300 - 50 * number)).text(250, top, str(37 + number)).text(430, top, str(280 - number))
    assert all(table.rows < 4 for table in find_tables(sheet.page()))


SEEDS = ("0", "1", "2", "3")
SHADED = """
from tests.test_boxed_tables import HEAD, ROWS, XS
from tests.sheets import Sheet, texts
from objectives_parser.layout.tables import find_tables
sheet = Sheet()
for number, row in enumerate([HEAD, *ROWS]):
    top = 100 + 20 * number
    if not number:
        sheet.fill("#12355b", 45, top, 505, top + 20)
    for left, right, text in zip(XS, (90, 250, 420, 505), row):
        sheet.text(left, top + 5, text, bold=not number)
        sheet.across(top + 20, left - 5, right - 5)
    sheet.across(top + 20, 45, 505)
print([texts(table) for table in find_tables(sheet.page())])
"""


def test_rules_of_one_height_are_taken_in_one_order_whatever_the_hash_seed() -> None:
    run = [
        subprocess.run(
            [sys.executable, "-c", SHADED], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
            cwd=Path(__file__).parent.parent,
        ).stdout
        for seed in SEEDS
    ]  # fmt: skip
    assert len(set(run)) == 1


def line(top: float, **texts: str) -> TextRow:
    """A line ten points high, its texts by column (`c0`, `c1`, …)."""
    return TextRow(
        top=top, bottom=top + 10, texts={int(name[1:]): text for name, text in texts.items()}, words=(), places=()
    )


MIDDLE = [
    line(100, c0="No", c1="Task", c2="Owner"),
    line(122, c1="Line the canals of"),
    line(128, c0="1", c2="Works"),
    line(134, c1="the old town"),
    line(156, c0="2", c1="Fill the holes", c2="Roads"),
    line(178, c1="Train the wardens"),
    line(184, c0="3", c2="Parks"),
    line(190, c1="of all the parks"),
]


def test_white_bands_part_rows_whose_cells_are_set_in_the_middle() -> None:
    """One line beside the middle of two, and no rule at all."""
    assert centred_starts(MIDDLE) == [1, 4, 5]


def test_lines_that_stand_evenly_are_parted_by_no_bands() -> None:
    assert not centred_starts([line(100 + 14.5 * number, c0="1", c1="Fill the holes") for number in range(6)])


def test_bands_over_lines_without_the_first_column_part_items_of_a_cell() -> None:
    assert not centred_starts([*MIDDLE, line(212, c1="A further item of the cell")])


def test_boxes_that_begin_step_by_step_to_the_right_are_no_table() -> None:
    """Each a little further than the one above: no place is that of a column."""
    sheet = Sheet()
    for number in range(8):
        left, top = 50 + 2.4 * number, 100 + 30 * number
        sheet.fill("#f4fbf8", left, top, left + 200, top + 24).text(left + 5, top + 7, "Lead agency")
        sheet.fill("#f4fbf8", left + 206, top, 560, top + 24).text(left + 215, top + 7, "Ministry of Works")
    assert not any(table.way == "boxed" for table in find_tables(sheet.page()))


def test_any_boxes_and_rules_can_be_looked_at() -> None:
    """Boxes that stand nearly in rows and columns, with rules and words here and there: nothing breaks."""
    chance = random.Random(5)
    for _ in range(150):
        sheet, top = Sheet(), 40.0
        xs = sorted(chance.uniform(20, 560) for _ in range(chance.randint(2, 7)))
        for _ in range(chance.randint(1, 9)):
            height, gap = chance.choice([8, 15, 24, 40]), chance.choice([0, 1, 2.4, 5, 9, 14, 20])
            for left, right in pairwise(xs):
                begin, end = left + chance.choice([0, 0, 0, 2.4, 6]), right - chance.choice([0, 2, 5, 12])
                if chance.random() < 0.85 and end - begin > 3:
                    sheet.fill(chance.choice(["#eeeeee", "#123456"]), begin, top, end, top + height)
                if chance.random() < 0.7:
                    said = chance.choice(
                        [("Lead agency",), ("Ministry of", "Works"), ("Plant 3 trees", "2027"), ("300",)]
                    )
                    sheet.text(begin + 3, top + 3, *said, bold=chance.random() < 0.3)
                if chance.random() < 0.2:
                    sheet.down(left, top, top + height)
            if chance.random() < 0.4:
                sheet.across(top + height, xs[0], xs[-1])
            top += height + gap
        page = sheet.page()
        held = sorted(word.start for block in page_blocks((page,)) for word in block_words(block))
        assert held == sorted(word.start for word in page.words)


def test_two_columns_that_begin_right_of_the_first_are_no_pair() -> None:
    rows = [line(100, c0="Action", c1="Lead"), *(line(112 + 12 * at, c1="Mend it", c2="Works") for at in range(4))]
    assert not named_pair(rows)
