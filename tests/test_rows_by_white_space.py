"""Tables whose rows white space draws, alone or between a few rules."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.document import Heading, Table
from objectives_parser.layout.pages import page_blocks
from objectives_parser.layout.tables import find_tables
from tests.sheets import Sheet, texts

PAIRS = [
    ["Keep each home near a clinic", "Open two clinics in the east", "Pay a bus to the hospital", "Train forty nurses"],
    ["Bring all pupils through school", "Feed them at noon", "Mend ninety roofs"],
    ["Bring safe water to the delta", "Drill sixty wells", "Test them twice a year"],
]


def pairs(sheet: Sheet, *, bullet: str = "", heads: tuple[str, str] = ("Objective", "Key actions")) -> Sheet:
    """Sentences with their lists beside them, under two names in bold."""
    sheet.text(50, 100, heads[0], bold=True).text(300, 100, heads[1], bold=True)
    top = 120.0
    for aim, *deeds in PAIRS:
        sheet.text(50, top, bullet + aim).text(300, top, *deeds)
        top += 12 * len(deeds) + 9
    return sheet


def test_two_named_columns_are_rows_of_a_sentence_and_its_list() -> None:
    (table,) = find_tables(pairs(Sheet()).page())
    assert texts(table)[1:] == [[aim, " ".join(deeds)] for aim, *deeds in PAIRS]


def test_a_paragraph_of_the_last_list_is_of_its_row() -> None:
    sheet = pairs(Sheet())
    sheet.text(300, 227, "Publish the results")
    (table,) = find_tables(sheet.page())
    assert texts(table)[-1][1].endswith("Publish the results")


def panels() -> Sheet:
    """Two lists whose bullets no word tells, side by side under two names, once more under the next heading."""
    sheet, top = Sheet(), 100.0
    for number, deeds, signs in (
        (
            1,
            ("Renew the lessons", "Find each a place", "Praise good teachers"),
            ("Students are content", "Most find work"),
        ),
        (2, ("Found three schools", "Hire forty fellows"), ("Income grows by half", "Papers are open")),
    ):
        sheet.text(
            50, top, f"Priority {number}: Teach and learn for a world that changes by the day", size=13.0, bold=True
        )
        sheet.text(50, top + 30, "What we will do", bold=True).text(300, top + 30, "How we will know", bold=True)
        sheet.text(60, top + 52, *deeds).text(310, top + 52, *signs)
        top += 105
    return sheet


@pytest.mark.parametrize(
    "sheet",
    [
        pairs(Sheet(), bullet="• "),
        pairs(Sheet(), heads=("Performance measures", "Milestones")),
        pairs(Sheet(), heads=("Yesterday", "Tomorrow")),
        panels(),
    ],
)
def test_two_lists_side_by_side_are_no_rows(sheet: Sheet) -> None:
    assert find_tables(sheet.page()) == ()


LEVELS = [
    ["Goal", "Children on the move are safe", "Cases fall by a third", "Court records"],
    ["Purpose", "Families use shelters", "Six thousand are seen", "Case files"],
    ["Output 1", "Four shelters are open", "Four by month eight", "Lists"],
    ["Output 2", "Guards know whom to call", "Two hundred trained", "Tests"],
]


def test_a_head_may_leave_out_the_name_over_the_names_of_rows() -> None:
    sheet = Sheet()
    for x, name in zip((130, 300, 450), ("Narrative summary", "Indicators", "Verification"), strict=True):
        sheet.text(x, 100, name, bold=True)
    for number, row in enumerate(LEVELS):
        for x, text in zip((50, 130, 300, 450), row, strict=True):
            sheet.text(x, 120 + 36 * number, text)
        sheet.text(300, 132 + 36 * number, "as counted each year").text(
            130, 132 + 36 * number, "and stay so in all towns"
        )
        sheet.text(450, 132 + 36 * number, "and visits")
    (table,) = find_tables(sheet.page())
    assert [[row[0], row[1]] for row in texts(table)[1:]] == [
        [name, f"{aim} and stay so in all towns"] for name, aim, *_ in LEVELS
    ]


def middle(sheet: Sheet, top: float = 100.0, what: str = "homes") -> Sheet:
    """Rows whose cells stand in the middle, under a head whose last name has two lines."""
    for x, name in zip((50, 170, 320), ("Service", "Objective", "Strategies"), strict=True):
        sheet.text(x, top + 6, name, bold=True)
    sheet.text(460, top, "Standard /", "indicator", bold=True)
    for number, (service, aim, deeds) in enumerate(
        (
            ("Housing", (f"More {what}", "for rent"), ("Build on the mill", f"site for {what}", "Buy ten flats")),
            ("Shelters", (f"Fewer {what}", "in shelters"), ("Visit each week", f"Hire for {what}", "Rent rooms")),
            ("Repairs", (f"Dry {what}", "for all"), ("Mend forty roofs", f"Line the {what}", "Air the cellars")),
        )
    ):
        upper = top + 42 + 54 * number
        sheet.text(50, upper + 12, service).text(170, upper + 6, *aim).text(320, upper, *deeds)
        sheet.text(460, upper + 6, f"{what.title()} a year", f"with {what}")
    return sheet


def test_cells_in_the_middle_make_one_row() -> None:
    (table,) = find_tables(middle(Sheet()).page())
    rows = texts(table)
    assert rows[0] == ["Service", "Objective", "Strategies", "Standard / indicator"]
    assert [row[0] for row in rows[1:]] == ["Housing", "Shelters", "Repairs"]
    assert rows[1][2] == "Build on the mill site for homes Buy ten flats"


def test_a_head_again_begins_a_table_though_one_name_has_two_lines() -> None:
    sheet = middle(Sheet())
    middle(sheet.text(50, 310, "Roads Directorate", bold=True, size=14.0), 345, "roads")
    assert [table.rows for table in find_tables(sheet.page())] == [4, 4]


def test_inner_rules_down_the_page_are_columns_whose_rows_stand_a_little_apart() -> None:
    sheet = Sheet()
    sheet.across(115, 45, 550)
    for x in (200, 400):
        sheet.down(x, 95, 195)
    rows = [
        [["Clean the beaches", "each spring"], ["Parks"], ["May 2027"]],
        [["Plant trees along", "the canal"], ["Works"], ["June 2027"]],
        [["Open a market"], ["Trade"], ["July 2027"]],
        [["Mend the pier"], ["Harbour"], ["August 2027"]],
    ]
    for x, name in zip((50, 205, 405), ("Action", "Lead", "When"), strict=True):
        sheet.text(x, 100, name, bold=True)
    top = 118.0
    for row in rows:
        for x, lines in zip((50, 205, 405), row, strict=True):
            sheet.text(x, top, *lines)
        top += 12 * max(map(len, row)) + 3
    (table,) = find_tables(sheet.page())
    assert texts(table)[1:] == [[" ".join(cell) for cell in row] for row in rows]


def test_rules_that_break_off_at_names_of_rows_go_on_below() -> None:
    sheet = Sheet()
    for y in (90, 110, 255):
        sheet.across(y, 45, 550)
    for x in (45, 550):
        sheet.down(x, 90, 255)
    for x in (90, 320):
        sheet.down(x, 90, 110).down(x, 128, 182).down(x, 197, 255)
    for x, name in zip((50, 95, 325), ("No.", "Objective", "Measures"), strict=True):
        sheet.text(x, 95, name, bold=True)
    sheet.text(50, 115, "A. Business delivery objectives of the year").text(
        50, 184, "B. Corporate objectives of the year"
    )
    for y, code, aim, measure in (
        (130, "A1", "Open the market", "Bill enacted with support"),
        (157, "A2", "Insure the homes", "Homes insured each month"),
        (199, "B1", "Train the staff", "Days of training taken"),
        (226, "B2", "Keep to the budget", "Spend within one percent"),
    ):
        sheet.text(50, y, code).text(95, y, aim).text(325, y, measure, "as the board counts it")
    (table,) = find_tables(sheet.page())
    assert [row[0] for row in texts(table) if row[0][:2] in ("A1", "A2", "B1", "B2")] == ["A1", "A2", "B1", "B2"]


def striped(sheet: Sheet, rows: list[list[str]], top: float, xs: tuple[float, ...]) -> float:
    """Rows each other of which is shaded; where they end."""
    for number, row in enumerate(rows):
        if number % 2 == 0:
            for x, end in zip(xs, (*xs[1:], 550.0), strict=True):
                sheet.fill("#e8f0f8", x - 5, top, end - 5, top + 18)
        for x, text in zip(xs, row, strict=True):
            sheet.text(x, top + 4, text)
        top += 18
    return top


def test_a_head_between_two_striped_tables_is_of_the_lower_one() -> None:
    forms = [
        [["Lead agency", who], ["Problem", f"{what} are hidden"], ["Main aim", f"{what} are known"]]
        for who, what in (("Ministry of Justice", "Owners"), ("Board of Trade", "Prices"))
    ]
    steps = [
        [[f"Pass the {what} rules", "May 2027", "June 2027"], [f"Build the {what} register", "June 2027", "March 2028"]]
        for what in ("owners’", "price")
    ]
    head = ["Milestone activity", "Start date", "End date"]
    sheet, top = Sheet(), 100.0
    for number, form, rows in zip((1, 2), forms, steps, strict=True):
        sheet.text(50, top - 20, f"Commitment {number}", bold=True, size=14.0)
        top = striped(sheet, form, top, (50, 230 + 15 * number)) + 14
        for x, name in zip((50, 270 + 10 * number, 400), head, strict=True):
            sheet.text(x, top, name, bold=True)
        sheet.across(top + 14, 45, 545)
        top = striped(sheet, rows, top + 14, (50, 270 + 10 * number, 400)) + 50
    found = [texts(table) for table in find_tables(sheet.page())]
    assert found == [forms[0], [head, *steps[0]], forms[1], [head, *steps[1]]]


def test_a_heading_of_two_lines_ends_a_pile_of_rules() -> None:
    sheet, top = Sheet(), 100.0
    for number in (1, 2):
        for at, (name, text) in enumerate((("Lead agency", "Justice"), ("Problem", "Hidden owners"), ("Aim", "Light"))):
            sheet.text(50, top + 18 * at, name).text(230, top + 18 * at, text).across(top + 18 * at + 14, 45, 545)
        top += 80
        if number == 1:
            sheet.text(50, top, "Commitment 2: Involve the people in", "the budgets of towns", bold=True, size=14.0)
            top += 40
    assert [table.rows for table in find_tables(sheet.page())] == [3, 3]


def test_titles_of_two_lines_head_tables_where_nothing_else_stands_outside_them() -> None:
    sheet = Sheet()
    for number in (0, 1):
        top = 100 + 200 * number
        sheet.text(
            50, top, f"Commitment {number}: Publish a register of", "the owners of companies", bold=True, size=14.0
        )
        sheet.grid((45, 200, 545), (top + 30, top + 50, top + 70, top + 90))
        for at, (name, text) in enumerate(
            (("Lead", "Justice"), ("Problem", "Owners are hidden"), ("Aim", "Light for all"))
        ):
            sheet.text(50, top + 34 + 20 * at, name).text(205, top + 34 + 20 * at, f"{text} and as said before")
    found = page_blocks((sheet.page(),))
    assert [type(block) for block in found] == [Heading, Table, Heading, Table]


def test_a_row_over_some_columns_in_bold_names_the_rows_below() -> None:
    html = (
        "<table><tr><th>No.</th><th>Action</th><th>Lead</th><th>Partners</th><th>Near</th><th>Far</th><th>Cost</th></tr>"
        + "".join(
            f"<tr><td colspan=3><b>{name}</b></td><td></td><td></td><td></td><td></td></tr>"
            f"<tr><td>{number}.1</td><td>{deed} in every ward</td>"
            "<td>Works</td><td>Towns</td><td>X</td><td></td><td>3</td></tr>"
            for number, name, deed in (
                (1, "Local energy from the sun for the whole city", "Mount panels"),
                (2, "A real choice of ways to come to work", "Paint lanes"),
            )
        )
        + "</table>"
    )
    plan = parse(html.encode(), name="plan.html")
    assert [(record.text, record.category) for record in plan.actions] == [
        ("Mount panels in every ward", "Local energy from the sun for the whole city"),
        ("Paint lanes in every ward", "A real choice of ways to come to work"),
    ]


def test_names_of_columns_below_the_first_rows_head_those_that_follow() -> None:
    head = "<td></td><td></td><td>Indicator</td>"
    head += "<td>Baseline</td><td>Target</td><td>Achieved 31-12-2026</td><td>ON TRACK or at RISK</td>"
    rows = "".join(
        f"<tr><td>Outcome {number}</td><td>{aim}</td><td>{what}</td>"
        f"<td>0</td><td>{number}0</td><td>Y</td><td>-</td></tr>"
        for number, aim, what in (
            (1, "Farmers know their soils", "Number of maps in use"),
            (2, "Offices lend on soil data", "Number of loans made"),
        )
    )
    html = (
        "<table><tr><td>Impact</td><td>Farms earn more</td><td colspan=5>Told in the report of the programme</td></tr>"
        f"<tr>{head}</tr>{rows}</table>"
    )
    assert [record.text for record in parse(html.encode(), name="plan.html").measures] == [
        "Number of maps in use",
        "Number of loans made",
    ]
