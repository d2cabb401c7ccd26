"""Tables that go on over pages are one; what the page cuts is whole again; no word is lost."""

from __future__ import annotations

from collections import Counter

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from objectives_parser.document import (
    Block,
    Cell,
    Furniture,
    Heading,
    Line,
    Paragraph,
    Table,
    Word,
    block_words,
)
from objectives_parser.layout.stitching import stitch

XS = (50.0, 200.0, 330.0, 450.0)


def line(text: str, page: int, x: float = 50.0, y: float = 100.0) -> Line:
    words = []
    for token in text.split():
        words.append(
            Word(text=token, start=0, end=len(token), page=page, bbox=(x, y, x + 5 * len(token), y + 10), size=10)
        )
        x += 5 * len(token) + 3
    return Line(tuple(words))


def table(page: int, *rows: tuple[str, ...], xs: tuple[float, ...] = XS, head: bool = False) -> Table:
    """A drawn table; a row of one text is a band over all columns."""
    cells = []
    for row, row_texts in enumerate(rows):
        band = len(row_texts) == 1
        for column, text in enumerate(row_texts):
            right = xs[-1] if band else xs[column + 1]
            cells.append(
                Cell(
                    row=row,
                    column=column,
                    column_span=len(xs) - 1 if band else 1,
                    lines=(line(text, page, xs[column] + 5, 100 + 20 * row),) if text else (),
                    header=head and row == 0,
                    page=page,
                    bbox=(xs[column], 100.0 + 20 * row, right, 120.0 + 20 * row),
                )
            )
    bbox = (xs[0], 100.0, xs[-1], 100.0 + 20 * len(rows))
    return Table(cells=tuple(cells), rows=len(rows), columns=len(xs) - 1, pages=(page,), bbox=bbox, way="ruled")


def only_table(blocks: tuple[Block, ...]) -> Table:
    (found,) = (block for block in blocks if isinstance(block, Table))
    return found


def rows(found: Table) -> list[list[str]]:
    out: list[list[str]] = [[] for _ in range(found.rows)]
    for cell in found.cells:
        out[cell.row].append(cell.text)
    return out


HEAD = ("Action", "Owner", "Due")
ONE = ("Publish the data.", "Finance", "2018")
TWO = ("Train the staff.", "Legal", "2019")


def test_a_table_with_its_head_printed_again_is_one_table() -> None:
    blocks = stitch([table(1, HEAD, ONE, head=True), table(2, HEAD, TWO, head=True)])
    found = only_table(blocks)
    assert rows(found) == [[*HEAD], [*ONE], [*TWO]]
    assert found.pages == (1, 2)
    assert [b.kind for b in blocks if isinstance(b, Furniture)] == ["repeated-header"]


def test_a_head_that_is_repeated_is_known_for_a_head() -> None:
    found = only_table(stitch([table(1, HEAD, ONE), table(2, HEAD, TWO)]))
    assert {cell.row for cell in found.cells if cell.header} == {0}


def test_a_table_without_its_head_again_goes_on_between_running_heads() -> None:
    foot = Furniture(lines=(line("Strategic plan 4", 1),))
    found = only_table(stitch([table(1, HEAD, ONE, head=True), foot, table(2, TWO)]))
    assert rows(found) == [[*HEAD], [*ONE], [*TWO]]


def test_text_between_two_tables_keeps_them_apart() -> None:
    caption = Heading(lines=(line("Goal 2: Better streets", 2),), level=2)
    blocks = stitch([table(1, HEAD, ONE, head=True), caption, table(2, HEAD, TWO, head=True)])
    assert sum(isinstance(block, Table) for block in blocks) == 2


def test_the_next_number_of_a_list_in_front_begins_another_table() -> None:
    """`2. Better streets` is the next part, though the page before lists it with the first."""
    listed = [Heading(lines=(line(text, 1),), level=3) for text in ("1. Cleaner air", "2. Better streets")]
    first = Heading(lines=(line("1. Cleaner air", 2),), level=2)
    second = Heading(lines=(line("2. Better streets", 3),), level=2)
    tables = table(2, HEAD, ONE, head=True), table(3, HEAD, TWO, head=True)
    blocks = stitch([*listed, first, tables[0], second, tables[1]])
    assert sum(isinstance(block, Table) for block in blocks) == len(tables)


def test_a_caption_printed_again_as_continued_does_not() -> None:
    caption = Paragraph(lines=(line("Table 3: Actions (continued)", 2),))
    blocks = stitch([table(1, HEAD, ONE, head=True), caption, table(2, HEAD, TWO, head=True)])
    assert only_table(blocks).pages == (1, 2)
    assert sum(isinstance(block, Paragraph) for block in blocks) == 0


def test_a_band_printed_again_as_continued_is_no_row() -> None:
    blocks = stitch(
        [
            table(1, ("Strategy: Improve access",), HEAD, ONE),
            table(2, ("Strategy: Improve access (continued)",), HEAD, TWO),
        ]
    )
    assert rows(only_table(blocks)) == [["Strategy: Improve access"], [*HEAD], [*ONE], [*TWO]]


def test_another_title_row_begins_another_table() -> None:
    blocks = stitch([table(1, ("1. First commitment",), ONE), table(2, ("2. Second commitment",), TWO)])
    assert sum(isinstance(block, Table) for block in blocks) == 2


def test_another_head_begins_another_table() -> None:
    other = ("Risk", "Impact", "Answer")
    blocks = stitch([table(1, HEAD, ONE, head=True), table(2, other, TWO, head=True)])
    assert sum(isinstance(block, Table) for block in blocks) == 2


def test_other_columns_are_another_table() -> None:
    blocks = stitch([table(1, HEAD, ONE), table(2, ("a", "b", "c", "d"), xs=(50, 90, 300, 400, 450))])
    assert sum(isinstance(block, Table) for block in blocks) == 2


def test_a_left_page_may_stand_further_left_than_a_right_page() -> None:
    shifted = (64.0, 214.0, 344.0, 464.0)
    assert only_table(stitch([table(1, HEAD, ONE), table(2, TWO, xs=shifted)])).rows == 3


def test_a_row_that_the_page_cuts_is_one_row_with_the_place_of_its_first_part() -> None:
    cut = table(1, HEAD, ("Implement", "Stewardship Manager", "in line with the"))
    rest = table(2, ("stewardship plan", "(new)", "budget of 2019"), TWO)
    found = only_table(stitch([cut, rest]))
    assert rows(found)[1] == [
        "Implement stewardship plan",
        "Stewardship Manager (new)",
        "in line with the budget of 2019",
    ]
    assert all(cell.page == 1 and cell.repaired for cell in found.cells if cell.row == 1)
    assert rows(found)[2] == [*TWO]


def test_a_value_that_the_page_cuts_beside_an_empty_label_is_one_cell() -> None:
    form = (50.0, 150.0, 450.0)
    first = table(1, ("Title",), ("Results", "The window is complete and will"), xs=form)
    rest = table(2, ("", "continue to advise the trade."), ("End date", "2016"), xs=form)
    assert rows(only_table(stitch([first, rest])))[1] == [
        "Results",
        "The window is complete and will continue to advise the trade.",
    ]


def test_a_merged_cell_goes_on_over_the_page() -> None:
    first = table(1, HEAD, ("Goal one", "Finance unit.", "2018"))
    rest = table(2, ("", "Legal unit.", "2019"), ("Goal two", "IT unit.", "2020"))
    found = only_table(stitch([first, rest]))
    goal = next(cell for cell in found.cells if cell.text == "Goal one")
    assert (goal.row, goal.row_span) == (1, 2)
    assert found.rows == 4


def test_a_merged_cell_goes_on_behind_a_row_that_the_page_cuts() -> None:
    first = table(1, ("Goal", "Action", "Who"), ("Clean rivers", "Plant trees along the", "Parks"), head=True)
    rest = table(2, ("", "southern bank", ""), ("", "Close the drains", "Works"))
    first_cells = [cell for cell in rest.cells if cell.column or cell.row == 0]
    merged = [attrs.evolve(cell, row_span=2) if not cell.column else cell for cell in first_cells]
    (one,) = stitch((first, attrs.evolve(rest, cells=tuple(merged))))
    assert isinstance(one, Table)
    goal = next(cell for cell in one.cells if cell.text == "Clean rivers")
    assert (goal.row, goal.row_span) == (1, 2)
    assert [cell.text for cell in one.cells if cell.column == 1] == [
        "Action",
        "Plant trees along the southern bank",
        "Close the drains",
    ]


def test_a_numbered_row_is_no_rest() -> None:
    first = table(1, HEAD, ("4", "Publish all the data of", "2018"))
    assert only_table(stitch([first, table(2, ("5", "the archive", "2019"))])).rows == 3


def test_three_pages_are_one_table() -> None:
    assert only_table(stitch([table(1, HEAD, ONE), table(2, HEAD, TWO), table(3, HEAD, ONE)])).pages == (1, 2, 3)


CELL = st.sampled_from(["", "Goal", "and the rest", "2019", "Publish the", "(continued)", "Done."])
ROW = st.one_of(st.tuples(CELL), st.tuples(CELL, CELL, CELL))
PAGE = st.one_of(
    st.lists(ROW, min_size=1, max_size=4).map(lambda found: ("table", found)),
    CELL.map(lambda text: ("text", [(text or "x",)])),
    CELL.map(lambda text: ("foot", [(text or "1",)])),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PAGE, max_size=7))
def test_stitching_keeps_every_word_once_and_spans_apart(parts: list[tuple[str, list[tuple[str, ...]]]]) -> None:
    blocks: list[Block] = []
    for page, (kind, found) in enumerate(parts, start=1):
        if kind == "table":
            blocks.append(table(page, *found))
        elif kind == "text":
            blocks.append(Paragraph(lines=(line(found[0][0], page),)))
        else:
            blocks.append(Furniture(lines=(line(found[0][0], page),)))
    before = Counter(id(word) for block in blocks for word in block_words(block))
    out = stitch(blocks)
    assert Counter(id(word) for block in out for word in block_words(block)) == before
    for block in out:
        if isinstance(block, Table):
            places = Counter(
                (row, column)
                for cell in block.cells
                for row in range(cell.row, cell.row + cell.row_span)
                for column in range(cell.column, cell.column + cell.column_span)
            )
            assert max(places.values()) == 1
            assert all(row < block.rows and column < block.columns for row, column in places)


def test_a_form_with_the_next_number_begins_another_table() -> None:
    xs = (50.0, 150.0, 450.0)
    one = table(1, ("Priority 2", "Water for all"), ("Key activities", "Mend the pipes"), xs=xs)
    other = table(2, ("Priority 3", "Clean air"), ("Key activities", "Plant trees"), xs=xs)
    assert len(stitch([one, other])) == 2


def test_rows_with_the_next_number_go_on() -> None:
    one = table(1, ("Action 1", "Mend the pipes", "2018"), ("Action 2", "Plant trees", "2019"))
    other = table(2, ("Action 3", "Count the birds", "2020"))
    assert only_table(stitch([one, other])).rows == 3


def test_a_form_with_the_same_first_label_and_another_value_begins_another_table() -> None:
    xs = (50.0, 150.0, 450.0)
    one = table(1, ("Criterion", "Simpler services"), ("Target", "Ten forms online"), xs=xs)
    other = table(2, ("Criterion", "Open data"), ("Target", "A catalogue"), xs=xs)
    assert len(stitch([one, other])) == 2


def test_a_head_printed_again_that_lacks_a_word_is_the_same_head() -> None:
    one = table(1, ("Action", "Owner", "Time for start"), ("Mend the pipes", "Works", "2018"), head=True)
    other = table(2, ("Action", "Owner", "Time for"), ("Count the birds", "Parks", "2020"), head=True)
    assert only_table(stitch([one, other])).rows == 3


def test_the_letters_of_a_cut_cell_go_on_on_the_next_page() -> None:
    def lettered(page: int, *texts: str) -> Table:
        lines = tuple(line(text, page, 55, 120 + 12 * at) for at, text in enumerate(texts))
        found = table(page, HEAD, ("", "", ""), head=True)
        cells = [
            Cell(row=c.row, column=c.column, lines=lines, page=page, bbox=c.bbox) if c.row == 1 and c.column == 0 else c
            for c in found.cells
        ]
        return Table(cells=tuple(cells), rows=2, columns=3, pages=(page,), bbox=found.bbox, way="ruled")

    cut = stitch([lettered(1, "9. Green the fleet:", "a. Buy vans", "b. Share cars"), lettered(2, "c. Sell trucks")])
    assert only_table(cut).rows == 2
    rows_of_letters = stitch([lettered(1, "b. Share cars"), lettered(2, "c. Sell trucks")])
    assert only_table(rows_of_letters).rows == 3
