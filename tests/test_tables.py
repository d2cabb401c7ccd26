"""The tables of a page: drawn whole, drawn in part, shaded, or aligned by white space alone; and what is no table."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from objectives_parser.document import GRID_X, GRID_Y, Page, Table, Word, block_words
from objectives_parser.layout.tables import chosen, find_tables, paper_of
from tests.factories import is_done_within
from tests.sheets import Sheet, texts


def only(page: Page) -> Table:
    (table,) = find_tables(page)
    return table


def plan_rows(sheet: Sheet, xs: list[float], top: float) -> Sheet:
    """Three rows of a plan: action over two lines, owner, date."""
    for row, (action, owner, date) in enumerate(
        [
            (("Publish the open", "data catalogue"), "Cabinet Office", "May 2018"),
            (("Train all grant", "officers"), "Finance unit", "June 2019"),
            (("Review the permit", "backlog"), "Legal unit", "March 2020"),
        ]
    ):
        y = top + 40 * row
        sheet.text(xs[0] + 5, y, *action).text(xs[1] + 5, y, owner).text(xs[2] + 5, y, date)
    return sheet


ROWS = [
    ["Publish the open data catalogue", "Cabinet Office", "May 2018"],
    ["Train all grant officers", "Finance unit", "June 2019"],
    ["Review the permit backlog", "Legal unit", "March 2020"],
]
XS = [50.0, 200.0, 330.0, 450.0]


def headed(sheet: Sheet) -> Sheet:
    return sheet.text(55, 105, "Action", bold=True).text(205, 105, "Owner", bold=True).text(335, 105, "Due", bold=True)


def test_a_grid_of_rulings_gives_its_cells_with_their_lines() -> None:
    table = only(plan_rows(headed(Sheet()), XS, 125).grid(XS, [100, 120, 160, 200, 240]).page())
    assert texts(table) == [["Action", "Owner", "Due"], *ROWS]
    assert [len(cell.lines) for cell in table.cells if cell.column == 0] == [1, 2, 2, 2]
    assert table.way == "ruled"


def test_a_bold_row_at_the_top_is_the_head() -> None:
    table = only(plan_rows(headed(Sheet()), XS, 125).grid(XS, [100, 120, 160, 200, 240]).page())
    assert {cell.row for cell in table.cells if cell.header} == {0}


def test_between_horizontal_rules_alone_white_space_parts_the_columns() -> None:
    sheet = plan_rows(headed(Sheet()), XS, 125)
    for y in (100, 120, 160, 200, 240):
        sheet.across(y, 50, 450)
    assert texts(only(sheet.page())) == [["Action", "Owner", "Due"], *ROWS]


def test_a_head_without_a_rule_over_it_belongs_to_the_table() -> None:
    sheet = plan_rows(headed(Sheet()), XS, 125)
    for y in (120, 160, 200, 240):
        sheet.across(y, 50, 450)
    assert texts(only(sheet.page()))[0] == ["Action", "Owner", "Due"]


def test_zebra_stripes_are_rows() -> None:
    sheet = plan_rows(headed(Sheet()), XS, 125).grid(XS, [100, 120])
    for row, color in enumerate(("#eeeeee", "#dddddd", "#eeeeee")):
        for left, right in pairwise(XS):
            sheet.fill(color, left, 120 + 40 * row, right, 160 + 40 * row)
    table = only(sheet.page())
    assert texts(table) == [["Action", "Owner", "Due"], *ROWS]
    assert [cell.fill for cell in table.cells if cell.column == 0] == [None, "#eeeeee", "#dddddd", "#eeeeee"]


def test_strips_of_one_colour_behind_the_lines_of_a_cell_are_one_cell() -> None:
    sheet = plan_rows(headed(Sheet()), XS, 125).grid(XS, [100, 120, 160, 200, 240])
    for top in range(120, 160, 10):
        sheet.fill("#cccccc", 50, top, 200, top + 10)
    assert texts(only(sheet.page())) == [["Action", "Owner", "Due"], *ROWS]


def test_columns_of_short_texts_with_nothing_drawn_are_a_table() -> None:
    sheet = headed(Sheet())
    for row, (code, owner, due) in enumerate(
        [("A1", "Finance", "2018"), ("A2", "Legal", "2019"), ("A3", "IT", "2020")]
    ):
        sheet.text(55, 120 + 15 * row, code).text(205, 120 + 15 * row, owner).text(335, 120 + 15 * row, due)
    assert texts(only(sheet.page()))[1:] == [["A1", "Finance", "2018"], ["A2", "Legal", "2019"], ["A3", "IT", "2020"]]


def test_wrapped_cells_with_nothing_drawn_are_rows_where_white_bands_part_them() -> None:
    assert texts(only(plan_rows(headed(Sheet()), XS, 125).page())) == [["Action", "Owner", "Due"], *ROWS]


def test_a_cell_over_several_rows_and_one_over_several_columns() -> None:
    sheet = Sheet().across(100, 50, 450).across(120, 50, 450).across(160, 50, 450).across(200, 200, 450)
    sheet.across(240, 50, 450).down(50, 100, 240).down(450, 100, 240).down(200, 120, 240).down(330, 120, 240)
    sheet.text(55, 105, "Energy and water").text(55, 125, "Goal one").text(205, 125, "Act now").text(335, 125, "2018")
    sheet.text(55, 165, "Goal two").text(205, 165, "Act soon").text(335, 165, "2019")
    sheet.text(205, 205, "Act later").text(335, 205, "2020")
    cells = {cell.text: cell for cell in only(sheet.page()).cells}
    assert cells["Energy and water"].column_span == 3
    assert cells["Goal two"].row_span == 2
    assert (cells["Act later"].row, cells["Act later"].column) == (3, 1)


def test_a_row_that_begins_a_column_further_right_has_no_cell_on_its_left() -> None:
    sheet = Sheet()
    for top, x in ((100, 50), (120, 70), (140, 50), (160, 70)):
        sheet.across(top, x, 300).across(top + 20, x, 300)
        for line in (x, 200, 300):
            sheet.down(line, top, top + 20)
        sheet.text(x + 3, top + 5, "Strategy" if x == 50 else "Action").text(205, top + 5, "Now")
    columns = [(cell.row, cell.column, cell.column_span) for cell in only(sheet.page()).cells if cell.text != "Now"]
    assert columns == [(0, 0, 2), (1, 1, 1), (2, 0, 2), (3, 1, 1)]


def test_slanted_words_head_the_columns_that_their_lower_ends_touch() -> None:
    sheet = plan_rows(Sheet(), XS, 125).grid(XS, [120, 160, 200, 240])
    page = sheet.page()
    slanted = [
        Word(
            text=text,
            start=900 + 9 * n,
            end=900 + 9 * n + len(text),
            page=1,
            bbox=(x, 80, x + 30, 118),
            size=9,
            angle=60,
        )
        for n, (text, x) in enumerate([("Actions", 120), ("Lead", 260), ("When", 380)])
    ]
    table = only(Page(number=1, width=600, height=800, words=(*page.words, *slanted), rulings=page.rulings))
    assert texts(table)[0] == ["Actions", "Lead", "When"]
    assert all(cell.header for cell in table.cells if cell.row == 0)


def test_a_box_round_a_paragraph_is_no_table() -> None:
    sheet = Sheet().grid([50, 450], [100, 160]).text(60, 105, "We will publish all data", "as soon as it is ready.")
    assert find_tables(sheet.page()) == ()


def test_prose_in_two_columns_is_no_table() -> None:
    sheet = Sheet()
    for line in range(30):
        sheet.text(50, 100 + 12 * line, "the city works with its partners to make homes")
        sheet.text(320, 100 + 12 * line, "and streets better for all who live and move there")
    assert find_tables(sheet.page()) == ()


def test_a_numbered_list_is_no_table() -> None:
    sheet = Sheet()
    for number in range(8):
        sheet.text(50, 100 + 14 * number, f"{number + 1}.").text(
            90, 100 + 14 * number, "Publish the data that people need"
        )
    assert find_tables(sheet.page()) == ()


def test_a_table_of_contents_is_no_table() -> None:
    sheet = Sheet()
    for number in range(8):
        sheet.text(50, 100 + 14 * number, "Chapter heading").text(400, 100 + 14 * number, str(3 + 4 * number))
    assert find_tables(sheet.page()) == ()


def test_the_scale_of_a_chart_is_no_table() -> None:
    sheet = Sheet()
    for step in range(6):
        sheet.text(50, 100 + 30 * step, str(250 - 50 * step)).text(300, 100 + 30 * step, str(500 - 100 * step))
        sheet.across(105 + 30 * step, 70, 280)
    assert find_tables(sheet.page()) == ()


def test_a_text_grid_is_read_like_any_page() -> None:
    lines = [
        "Action         Owner      Due",
        "",
        "Publish data   Finance    2018",
        "",
        "Train staff    Legal      2019",
    ]
    words, start = [], 0
    for row, line in enumerate(lines):
        column = 0
        for token in line.split():
            column = line.index(token, column)
            box = (column * GRID_X, row * GRID_Y, (column + len(token)) * GRID_X, (row + 1) * GRID_Y)
            words.append(Word(text=token, start=start, end=start + len(token), page=1, bbox=box))
            start += len(token) + 1
            column += len(token)
    page = Page(number=1, width=600, height=100, words=tuple(words))
    assert texts(only(page)) == [
        ["Action", "Owner", "Due"],
        ["Publish data", "Finance", "2018"],
        ["Train staff", "Legal", "2019"],
    ]


def test_a_candidate_says_why_it_was_chosen() -> None:
    page = plan_rows(headed(Sheet()), XS, 125).grid(XS, [100, 120, 160, 200, 240]).page()
    (candidate,) = chosen(paper_of(page))
    assert str(candidate.score).startswith("1.00 = whole 1.00, apart 1.00")


PLACES = st.integers(0, 60).map(lambda n: 10.0 * n)
MESSES = st.lists(st.tuples(PLACES, PLACES, st.sampled_from(["a", "12", "goal one", "•"])), max_size=40)
LINES = st.lists(st.tuples(PLACES, PLACES, PLACES), max_size=20)


@settings(max_examples=150, deadline=None)
@given(MESSES, LINES, LINES, st.lists(st.tuples(PLACES, PLACES, PLACES, PLACES), max_size=6))
def test_on_any_page_each_word_stands_in_one_cell_or_outside_and_cells_do_not_overlap(
    texts: list[tuple[float, float, str]],
    across: list[tuple[float, float, float]],
    down: list[tuple[float, float, float]],
    fills: list[tuple[float, float, float, float]],
) -> None:
    sheet = Sheet()
    for x, y, text in texts:
        sheet.text(x, y, text)
    for at, one, other in across:
        sheet.across(at, min(one, other), max(one, other))
    for at, one, other in down:
        sheet.down(at, min(one, other), max(one, other))
    for x0, y0, x1, y1 in fills:
        sheet.fill("#abcdef", min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    page = sheet.page()
    tables = find_tables(page)
    counts = Counter(id(word) for table in tables for word in block_words(table))
    assert set(counts) <= {id(word) for word in page.words}
    assert not counts or max(counts.values()) == 1
    for table in tables:
        assert_spans_apart(table)


def assert_spans_apart(table: Table) -> None:
    places = Counter(
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    )
    assert max(places.values()) == 1
    assert all(row < table.rows and column < table.columns for row, column in places)


def test_a_million_tiny_rulings_do_not_hold_the_finder_up() -> None:
    sheet = plan_rows(headed(Sheet()), XS, 125)
    for number in range(30_000):
        sheet.across(number % 700, number % 500, number % 500 + 2)
    assert len(find_tables(sheet.page())) <= 1


def test_tables_of_the_competition_are_found(shared: Path) -> None:
    """The floor of ICDAR 2013's adjacency relations, mean over documents (pdfplumber's default reaches 0.66)."""
    folder = shared / "tables" / "icdar2013-eu"
    if not folder.is_dir():
        pytest.skip("the competition's documents are not here")
    from benchmarks.tables import mean, our_relations, scores, truth_relations

    pdfs = sorted(folder.glob("*.pdf"))
    rows = [scores(our_relations(pdf), truth_relations(pdf.with_name(f"{pdf.stem}-str.xml"))) for pdf in pdfs]
    assert mean(rows)[2] >= 0.97


def test_shaded_bars_with_white_rows_between_are_a_zebra_with_its_last_row() -> None:
    sheet = plan_rows(headed(Sheet()), XS, 125).fill("#3366aa", 50, 100, 450, 120).fill("#eeeeee", 50, 160, 450, 200)
    assert texts(only(sheet.page())) == [["Action", "Owner", "Due"], *ROWS]


@pytest.mark.parametrize("ruled", [False, True])
def test_rows_of_shaded_cells_with_white_rows_between_are_one_table(ruled: bool) -> None:
    """A head and every other row shaded cell by cell; or a head and one row, and rules under the white ones."""
    sheet = plan_rows(headed(Sheet()), XS, 125)
    shaded = 120 if ruled else 160
    for left, right in pairwise(XS):
        sheet.fill("#334455", left, 100, right, 120).fill("#eeeeee", left, shaded, right, shaded + 40)
    if ruled:
        sheet.across(200, 50, 450).across(240, 50, 450)
    assert texts(only(sheet.page())) == [["Action", "Owner", "Due"], *ROWS]


def test_heads_of_years_printed_again_under_headings_begin_tables() -> None:
    """`Measure | 2027 | 2028` under `Efficiency measures`, again and again, with rules of one width."""
    sheet = Sheet()
    for table in range(3):
        top = 100 + 90 * table
        sheet.text(50, top - 14, "Efficiency measures", bold=True)
        sheet.text(55, top + 5, "Measure", bold=True)
        sheet.text(255, top + 5, "2027", bold=True).text(355, top + 5, "2028", bold=True)
        for y, name in ((top + 22, f"Cost of license {table}"), (top + 38, "Licenses"), (top + 54, "Days taken")):
            sheet.text(55, y, name).text(255, y, "$28").text(355, y, "$29")
        for y in (top, top + 18, top + 68):
            sheet.across(y, 50, 450)
    found = find_tables(sheet.page())
    assert [texts(table)[1] for table in found] == [[f"Cost of license {table}", "$28", "$29"] for table in range(3)]


def test_a_column_that_holds_nothing_but_its_head_is_a_column() -> None:
    sheet = headed(Sheet()).text(400, 105, "Notes", bold=True)
    plan_rows(sheet, XS, 125)
    for y in (100, 120, 160, 200, 240):
        sheet.across(y, 50, 450)
    assert texts(only(sheet.page()))[0] == ["Action", "Owner", "Due", "Notes"]


def test_a_page_of_many_words_and_rulings_takes_no_more_than_a_moment() -> None:
    sheet = Sheet(width=2000, height=2000)
    for line in range(150):
        sheet.text(10, 10 + 12 * line, "word " * 40)
        sheet.across(9 + 12 * line, 10, 1900)
        sheet.down(10 + 12 * line, 10, 1900)
    assert is_done_within(5, lambda: find_tables(sheet.page()))


def test_a_form_whose_last_cell_holds_nearly_all_its_text_is_no_frame() -> None:
    sheet = Sheet().grid([50, 150, 550], [100, 120, 140, 400, 420])
    for y, label, text in ((105, "Priority 6", "Public health"), (125, "Goals", "3 and 6"), (405, "Source", "A plan")):
        sheet.text(55, y, label).text(155, y, text)
    sheet.text(55, 250, "Key activities").text(
        155, 145, *["• Assess the vulnerability of the public health sector"] * 18
    )
    assert [row[0] for row in texts(only(sheet.page()))] == ["Priority 6", "Goals", "Key activities", "Source"]


def test_a_frame_round_a_page_with_a_head_and_a_foot_is_no_table() -> None:
    sheet = Sheet().grid([50, 450, 550], [100, 120, 600]).text(55, 105, "A vision").text(455, 105, "2020")
    sheet.text(55, 130, *["We will work with all who live in the city and with those who visit it"] * 30)
    assert find_tables(sheet.page()) == ()


def test_running_text_over_the_borders_of_a_page_frame_and_a_quotation_is_no_table() -> None:
    sheet = Sheet().grid([40, 560], [40, 700]).fill("#336600", 40, 40, 560, 60).fill("#cccc99", 240, 240, 530, 300)
    for line in range(10):
        sheet.text(80, 100 + 12 * line, "The educational component of the plan cannot be overstated")
        sheet.text(80, 320 + 12 * line, "The more that people hear about the plan the more they will do")
    sheet.text(250, 250, "The economy and the environment", "are the same thing")
    sheet.text(80, 250, "The campaign should", "use the press and")
    assert find_tables(sheet.page()) == ()


def test_a_rule_under_a_title_and_one_over_the_notes_are_no_table() -> None:
    sheet = Sheet().across(72, 70, 540).across(680, 72, 216).text(80, 690, "7 From the plan of 2012")
    for number in range(6):
        top = 100 + 60 * number
        sheet.text(80, top, "❖").text(100, top, "Waste reduction in all the offices")
        sheet.text(100, top + 12, "Recycling keeps goods out of the landfill")
    assert find_tables(sheet.page()) == ()


def test_a_ruled_row_with_a_raised_mark_and_a_figure_set_in_the_middle_is_one_row() -> None:
    sheet = Sheet().grid([50, 200, 330, 450], [100, 130, 160, 190])
    for number, (action, cost) in enumerate((("Mend the pipes", "20.8"), ("Plant trees", "66.7"), ("Count", "309"))):
        top = 103 + 30 * number
        sheet.text(55, top, "Transport").text(205, top, action, "and more by 2030").text(335, top + 6, cost)
        sheet.text(305, top + 8, "4", size=6)
    assert [row[2] for row in texts(only(sheet.page()))] == ["20.8", "66.7", "309"]


def pieces(sheet: Sheet, y: float, *xs: float) -> Sheet:
    """A rule drawn as one piece a cell."""
    for low, high in pairwise(xs):
        sheet.across(y, low, high)
    return sheet


def test_rules_drawn_cell_by_cell_tell_the_columns() -> None:
    """Browsers draw a row's rule so. Text that fills its cell leaves no gutter, and a full-width row crosses the
    borders without parting the table."""
    sheet = Sheet()
    for y in (100, 120, 150, 180, 210):
        pieces(sheet, y, 50, 200, 260, 320)
    sheet.text(52, 104, "Measure").text(202, 104, "2024").text(262, 104, "2025")
    sheet.text(52, 123, "Share of the operators seenn", "at least once").text(202, 123, "80%").text(262, 123, "85%")
    sheet.text(52, 153, "Method: notices closed in time as a share of all notices", "that were due in the whole year")
    sheet.text(52, 183, "Mean days for one decisionnn", "on a permit").text(202, 183, "7").text(262, 183, "6")
    (table,) = find_tables(sheet.page())
    found = [[text for text in row if text] for row in texts(table)]
    assert found == [
        ["Measure", "2024", "2025"],
        ["Share of the operators seenn at least once", "80%", "85%"],
        ["Method: notices closed in time as a share of all notices that were due in the whole year"],
        ["Mean days for one decisionnn on a permit", "7", "6"],
    ]


def test_rows_between_two_rules_are_parted_by_their_bands() -> None:
    """Where the stubs and other cells wrap, a line of a statistic need not be a row."""
    sheet = Sheet()
    for y in (100, 120, 240):
        pieces(sheet, y, 50, 240, 330, 400, 470)
    sheet.text(52, 104, "Indicator").text(242, 104, "Frequency").text(332, 104, "2024").text(402, 104, "2025")
    for at, name in enumerate(("People who can reach", "Schools that have got", "Villages which do now")):
        sheet.text(52, 124 + 38 * at, name, "clean water").text(242, 124 + 38 * at, "Half-", "yearly")
        sheet.text(332, 124 + 38 * at, str(40 + at)).text(402, 124 + 38 * at, str(50 + at))
    (table,) = find_tables(sheet.page())
    assert [row[0] for row in texts(table)] == [
        "Indicator",
        "People who can reach clean water",
        "Schools that have got clean water",
        "Villages which do now clean water",
    ]
