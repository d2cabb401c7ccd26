"""Pages of boxes side by side, and tables whose rows take turns in colour."""

from __future__ import annotations

from objectives_parser.document import block_words
from objectives_parser.layout.pages import page_blocks
from objectives_parser.layout.tables import find_tables
from tests.sheets import Sheet, texts

HEAD = ["Ref", "Measure", "Result", "Target"]
ROWS = [["E1", "Waste sent for reuse", "38%", "44%"], ["E2", "Parks with a flag", "4", "6"]]
XS = (55.0, 105.0, 305.0, 405.0)


def zebra(sheet: Sheet, rows: list[list[str]]) -> Sheet:
    ends = (*XS[1:], 500.0)
    for number, row in enumerate([HEAD, *rows]):
        top = 100 + 20 * number
        for x, end, text in zip(XS, ends, row, strict=True):
            if number == 0 or number % 2:
                sheet.fill("#7b2d8b" if number == 0 else "#eeeeee", x - 5, top, end - 5, top + 20)
            sheet.text(x, top + 5, text, bold=number == 0)
    return sheet


def test_a_white_row_ends_a_zebra() -> None:
    (table,) = find_tables(zebra(Sheet(), ROWS).page())
    assert texts(table) == [HEAD, *ROWS]


def test_a_paragraph_below_a_zebra_is_no_row_of_it() -> None:
    sheet = zebra(Sheet(), ROWS[:1]).text(50, 150, "All figures are those of the last full year before this plan")
    (table,) = find_tables(sheet.page())
    assert texts(table) == [HEAD, ROWS[0]]


def box(sheet: Sheet, left: float, title: str, *lines: str, top: float = 130) -> None:
    sheet.fill("#e3f1e1", left, top, left + 160, top + 80)
    sheet.text(left + 5, top + 5, title, bold=True)
    sheet.text(left + 5, top + 25, *lines)


WHY = (
    "One home in four is not what",
    "it should be, and the list of",
    "those who wait has grown in",
    "each of the past ten years.",
)
HOW = ("• More people say so in the", "yearly survey of the towns", "• Fewer homes stand empty")


def test_boxes_side_by_side_are_read_one_after_the_other_under_each_title() -> None:
    sheet = Sheet()
    for number, (title, step) in enumerate((("Safe homes", "Fund a refuge"), ("Clean air", "Plant a wood"))):
        top = 100 + 150 * number
        sheet.text(50, top, title, bold=True, size=16.0)
        box(sheet, 50, "Why it matters", *WHY, top=top + 30)
        box(sheet, 220, "What we will do", f"• {step} in each", "of the five towns", top=top + 30)
        box(sheet, 390, "How we will know", *HOW, top=top + 30)
    said = [" ".join(word.text for word in block_words(block)) for block in page_blocks((sheet.page(),))]
    parts = ["Why it matters", "What we will do", "How we will know"]
    assert [text for text in said if text in parts] == parts * 2
    assert said.index("Clean air") > max(at for at, text in enumerate(said[:9]) if text in parts)


def test_a_name_in_the_middle_of_a_head_of_two_lines_heads_no_table() -> None:
    sheet = Sheet()
    for number in range(2):
        top = 100 + 150 * number
        sheet.text(55, top - 20, f"Goal {number + 1}: Fewer closures of the locks", bold=True)
        sheet.fill("#1f3864", 50, top, 500, top + 28)
        for x, text in ((305, "FY 2026"), (405, "FY 2027")):
            sheet.text(x, top + 3, text, "Target", bold=True, color="#ffffff")
        sheet.text(55, top + 9, "Performance indicator", bold=True, color="#ffffff")
        for line, row in enumerate((("Locks closed", "12", "9"), ("Miles open", "88", "91"))):
            for x, text in zip((55, 305, 405), row, strict=True):
                sheet.text(x, top + 35 + 20 * line, text)
            sheet.across(top + 50 + 20 * line, 50, 500)
    first, second = find_tables(sheet.page())
    assert [texts(table)[-3] for table in (first, second)] == [
        ["Performance indicator", "FY 2026 Target", "FY 2027 Target"]
    ] * 2


def test_cards_in_a_row_are_no_table() -> None:
    sheet = Sheet().text(50, 60, "Outcome 1: Everybody can reach work", bold=True, size=16.0)
    for number, (deed, lead) in enumerate((("Extend six bus routes", "Bus Alliance"), ("Open a taxi", "Council"))):
        left = 50 + 200 * number
        sheet.fill("#e5f1f4", left, 100, left + 180, 200)
        sheet.text(left + 5, 105, f"Action 1.{number + 1}", bold=True)
        sheet.text(left + 5, 130, deed)
        sheet.text(left + 5, 165, f"Lead: {lead}", "Timescale: 2027")
    said = [" ".join(word.text for word in block_words(block)) for block in page_blocks((sheet.page(),))]
    assert said.index("Action 1.2") > said.index("Lead: Bus Alliance")
    assert not find_tables(sheet.page())
