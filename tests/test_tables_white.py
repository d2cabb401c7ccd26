"""Tables that white space alone draws: texts beside rows they span, cells that come near each other, a bold head."""

from __future__ import annotations

from objectives_parser.layout.tables import find_tables, paper_of
from objectives_parser.layout.tables.repeats import new_beginnings
from tests.sheets import Sheet, texts


def test_rows_begin_beside_the_last_line_of_a_text_that_spans_them() -> None:
    sheet = Sheet()
    for x, name in ((50, "Objective"), (160, "Action"), (350, "Lead"), (440, "Due")):
        sheet.text(x, 100, name, bold=True)
    sheet.text(50, 117, "Keep the children", "safe on line").text(160, 117, "Check the age on sites")
    sheet.text(350, 117, "Regulator").text(160, 141, "Teach the safe use of", "the net").text(350, 141, "Ministry", "A")
    sheet.text(440, 117, "2026").text(440, 141, "2027").text(440, 178, "2028")
    sheet.text(50, 178, "Help parents", "and carers").text(160, 178, "Open an advice line").text(
        350, 178, "Office", "B"
    )
    (table,) = find_tables(sheet.page())
    assert texts(table) == [
        ["Objective", "Action", "Lead", "Due"],
        ["Keep the children safe on line", "Check the age on sites", "Regulator", "2026"],
        ["", "Teach the safe use of the net", "Ministry A", "2027"],
        ["Help parents and carers", "Open an advice line", "Office B", "2028"],
    ]


def test_a_cell_that_nearly_touches_the_next_is_parted_where_the_column_begins() -> None:
    sheet = Sheet().text(50, 100, "Ref").text(73, 100, "Action").text(226, 100, "Owner").text(330, 100, "Due")
    sheet.text(50, 117, "1.5").text(73, 117, "Set up a register of", "interests").text(226, 117, "Legal")
    sheet.text(330, 117, "May 2025")
    sheet.text(50, 147, "1.6").text(73, 147, "Run a survey of all residents", "each year").text(226, 147, "Press")
    sheet.text(330, 147, "March 2026")
    (table,) = find_tables(sheet.page())
    assert texts(table)[1:] == [
        ["1.5", "Set up a register of interests", "Legal", "May 2025"],
        ["1.6", "Run a survey of all residents each year", "Press", "March 2026"],
    ]


def test_lines_a_little_apart_are_rows_where_each_begins_all_columns_and_no_other_does() -> None:
    sheet = Sheet()
    for number, (action, owner, due) in enumerate(
        [
            ("Action", "Owner", "Due"),
            ("Publish", "Legal", "2025"),
            ("Train", "Staff", "2026"),
            ("Audit", "Press", "2027"),
        ]
    ):
        top = 100 + 28 * number
        sheet.text(50, top, f"{action} the data of all", "offices").text(250, top, owner).text(400, top, due)
    (table,) = find_tables(sheet.page())
    assert [row[0] for row in texts(table)] == [
        "Action the data of all offices",
        "Publish the data of all offices",
        "Train the data of all offices",
        "Audit the data of all offices",
    ]


def test_the_last_white_row_of_a_zebra_under_a_white_head_belongs_to_it() -> None:
    sheet = Sheet()
    rows = [["Aim", "Lead", "By"], ["Mend the quay", "Works", "2027"], ["Paint the pier", "Port", "2028"]]
    for number, row in enumerate(rows):
        top = 100 + 20 * number
        if number == 1:
            for left, right in ((45, 245), (245, 445), (445, 545)):
                sheet.fill("#eeeeee", left, top, right, top + 20)
        for x, text in zip((50, 250, 450), row, strict=True):
            sheet.text(x, top + 5, text, bold=number == 0)
    (table,) = find_tables(sheet.page())
    assert texts(table) == rows


def test_a_head_printed_again_begins_a_table_though_its_names_wrap_elsewhere() -> None:
    sheet = Sheet()
    xs = ((50, 110, 300, 400), (50, 120, 270, 350))
    for number, (name, places) in enumerate(zip(("Goal 1: Safe piers", "Goal 2: Clean quays"), xs, strict=True)):
        top = 100 + 160 * number
        sheet.text(50, top, name, bold=True, size=14)
        last = ("How we will", "measure success") if number == 0 else ("How we will measure success",)
        for x, lines in zip(places, (("Ref",), ("Action",), ("Lead officer",), last), strict=True):
            sheet.text(x, top + 24, *lines, bold=True)
        for row, (action, lead, told) in enumerate(
            [("Mend the eastern", "Works", "Planks laid"), ("Paint the western", "Port", "Coats of paint")]
        ):
            y = top + 58 + 34 * row
            sheet.text(places[0], y, f"{number + 1}.{row + 1}").text(places[1], y, action, "pier by the spring")
            sheet.text(places[2], y, lead).text(places[3], y, told)
    assert new_beginnings(paper_of(sheet.page()).rows) == [7]


def test_under_a_head_a_first_column_of_few_cells_makes_a_table() -> None:
    sheet = Sheet()
    for x, name in ((50, "Objective"), (190, "Strategy"), (350, "Target"), (430, "Lead")):
        sheet.text(x, 100, name, bold=True)
    sheet.text(50, 130, "Piers are safe")
    for number in range(8):
        y = 130 + 36 * number
        sheet.text(190, y, "Mend the planks of", f"pier number {number}").text(350, y, f"{number}0%")
        sheet.text(430, y, "Works")
    (table,) = find_tables(sheet.page())
    assert len(texts(table)) == 9 and texts(table)[1][:2] == ["Piers are safe", "Mend the planks of pier number 0"]
