"""Tables that others on the page explain: grids of one row; cells that a ground parts; how close lines stand."""

from __future__ import annotations

from objectives_parser.document import Heading, Paragraph, block_words
from objectives_parser.layout.pages import page_blocks
from objectives_parser.layout.tables import find_tables
from tests.sheets import Sheet, texts

XS = (50.0, 300.0, 420.0, 550.0)
HEAD = ["Action", "Responsible", "When"]
FIRST = [["Line the canals", "Works", "May 2027"], ["Fill the holes", "Roads", "June 2027"]]
LAST = ["Train the wardens", "Parks", "July 2027"]


def row(sheet: Sheet, top: float, cells: list[str]) -> None:
    for x, text in zip(XS, cells, strict=False):
        sheet.text(x + 5, top + 5, text)


def drawn(last: tuple[float, ...]) -> Sheet:
    sheet = Sheet().text(50, 80, "Outcome 1: Water runs clean", bold=True, size=14.0)
    for number, cells in enumerate([HEAD, *FIRST]):
        row(sheet, 100 + 20 * number, cells)
    sheet.grid(XS, (100, 120, 140, 160))
    sheet.text(50, 200, "Outcome 2: Parks are safe", bold=True, size=14.0)
    row(sheet, 220, LAST)
    return sheet.grid(last, (220, 240))


def test_a_grid_of_one_row_with_the_columns_of_a_table_is_one_too() -> None:
    first, second = find_tables(drawn(XS).page())
    assert texts(first) == [HEAD, *FIRST]
    assert texts(second) == [LAST]


def test_a_grid_of_one_row_with_columns_of_its_own_is_none() -> None:
    (only,) = find_tables(drawn((50.0, 295.0, 400.0, 540.0)).page())
    assert texts(only) == [HEAD, *FIRST]


def test_words_that_the_side_of_a_ground_parts_are_no_cell() -> None:
    """A coloured box over two rows beside a text of two columns, with a rule between the rows."""
    sheet = Sheet()
    sheet.fill("#1b5e20", 50, 100, 150, 300).text(55, 190, "Goal 1 Healthy", "woods and", "clean rivers")
    for number, deeds in enumerate((("Thin the", "old woods"), ("Buy the", "river banks"))):
        top = 100 + 100 * number
        sheet.text(
            155, top + 5, f"Objective 1.{number + 1}: Keep the land in good heart for all who live on it", bold=True
        )
        sheet.text(160, top + 25, "Strategies").text(380, top + 25, "Measures")
        sheet.text(160, top + 40, f"• {deeds[0]}", deeds[1]).text(380, top + 40, "• Acres of", "land in care")
        sheet.across(top + 100, 150, 550)
    assert not find_tables(sheet.page())


def test_lines_that_go_on_tell_how_close_lines_stand() -> None:
    """Most paragraphs are of one line, a blank one between them; those of two lines show that no two are one."""
    sheet = Sheet()
    tops = iter(range(100, 700, 21))
    for number in range(4):
        sheet.text(
            50,
            next(tops),
            "Journeys in the towns are short and many of them could be made on foot if",
            "streets were better.",
        )
        next(tops)
        for step in ("Widen the pavements of the old town by 2027", "Time crossings for those who walk slowly"):
            sheet.text(65, next(tops), f"T{number}.{1 + (step[0] == 'T')} {step}")
    said = [" ".join(word.text for word in block_words(block)) for block in page_blocks((sheet.page(),))
            if isinstance(block, Paragraph | Heading)]  # fmt: skip
    assert [text[:4] for text in said] == [
        text for number in range(4) for text in ("Jour", f"T{number}.1", f"T{number}.2")
    ]
