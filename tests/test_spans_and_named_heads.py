"""Rules beside cells that span rows, bullets that the page draws in cells, and heads whose names plans know."""

from __future__ import annotations

from itertools import pairwise

import attrs
import pytest

from objectives_parser import parse
from objectives_parser.document import Mark, Page, Table
from objectives_parser.layout.drawn_bullets import with_drawn_bullets
from objectives_parser.layout.tables import find_tables
from objectives_parser.statements import cell_statements
from tests.sheets import Sheet, texts

XS = (50.0, 180.0, 500.0)


def rule(sheet: Sheet, y: float, *xs: float, joined: bool = True) -> None:
    """A rule drawn cell by cell, or in one piece."""
    for x0, x1 in pairwise(xs) if joined else [(xs[0], xs[-1])]:
        sheet.across(y, x0, x1)


def spanned(*, joined: bool) -> Page:
    """Rules between rows; the second name spans two rows, and the rule between them begins at its right side."""
    sheet = Sheet()
    sheet.text(55, 80, "Mend the roads").text(185, 80, "Fill the holes of the north", "Paint the lines anew")
    rule(sheet, 110, *XS, joined=joined)
    sheet.text(55, 115, "Save water").text(185, 115, "Renew the pumps of both wells")
    rule(sheet, 135, *XS[1:])
    sheet.text(185, 140, "Find the leaks of the old mains below the market", "and close them before the frost")
    rule(sheet, 170, *XS, joined=joined)
    sheet.text(55, 175, "Plant trees").text(185, 175, "Raise oaks in the nursery")
    rule(sheet, 195, *XS, joined=joined)
    return sheet.page()


@pytest.mark.parametrize("joined", [True, False])
def test_a_rule_that_begins_at_a_column_parts_rows_beside_a_span(joined: bool) -> None:
    """A table had ended there: below such a rule stood no text of the first column."""
    (table,) = find_tables(spanned(joined=joined))
    assert texts(table) == [
        ["Mend the roads", "Fill the holes of the north Paint the lines anew"],
        ["Save water", "Renew the pumps of both wells"],
        ["Find the leaks of the old mains below the market and close them before the frost"],
        ["Plant trees", "Raise oaks in the nursery"],
    ]
    assert next(cell for cell in table.cells if cell.text == "Save water").row_span == 2


def test_spans_may_stand_right_of_a_rule_and_a_band_below_it() -> None:
    sheet, xs = Sheet(), (50.0, 250.0, 400.0, 500.0)
    sheet.text(55, 80, "Action").text(255, 80, "Lead").text(405, 80, "Status")
    rule(sheet, 95, *xs)
    for y, deed in ((100, "Mend the roads of the north"), (130, "Paint the lines anew each spring")):
        sheet.text(55, y, deed, "as far as the money goes")
        rule(sheet, y + 27, *(xs[:2] if y == 100 else xs))
    sheet.text(255, 100, "Works").text(405, 100, "Begun")
    sheet.text(55, 162, "Theme two: water").text(55, 182, "Renew the pumps").text(255, 182, "Water").text(
        405, 182, "Open"
    )
    rule(sheet, 177, *xs)
    rule(sheet, 197, *xs)
    (table,) = find_tables(sheet.page())
    assert [row[0] for row in texts(table)] == [
        "Action",
        "Mend the roads of the north as far as the money goes",
        "Paint the lines anew each spring as far as the money goes",
        "Theme two: water",
        "Renew the pumps",
    ]
    assert next(cell for cell in table.cells if cell.text == "Works").row_span == 2


def test_a_span_that_began_on_the_page_before_has_its_row_over_the_first_rule() -> None:
    sheet = Sheet()
    sheet.text(185, 60, "Find the leaks of the old mains below the market", "and close them before the frost")
    rule(sheet, 90, *XS[1:])
    sheet.text(185, 95, "Test the taps of all schools")
    rule(sheet, 115, *XS)
    sheet.text(55, 120, "Plant trees").text(185, 120, "Raise oaks in the nursery")
    rule(sheet, 140, *XS)
    (table,) = find_tables(sheet.page())
    assert texts(table)[0][-1] == "Find the leaks of the old mains below the market and close them before the frost"


def listed(marks: list[Mark]) -> Table:
    sheet = Sheet().grid((50.0, 150.0, 500.0), (80.0, 150.0, 190.0))
    sheet.text(55, 85, "Roads").text(160, 85, "Mend the roads of the north")
    sheet.text(170, 97, "Map the holes that there are").text(170, 109, "Buy tar and gravel for the").text(
        170, 121, "winter"
    )
    sheet.text(160, 133, "Paint the lines anew").text(55, 155, "Water").text(160, 155, "Save water in all offices")
    sheet.text(170, 167, "Renew the taps")
    page = attrs.evolve(sheet.page(), marks=tuple(marks))
    (table,) = with_drawn_bullets(find_tables(page), [page])
    assert isinstance(table, Table)
    return table


def bullet(y: float, x: float = 162.0) -> Mark:
    return Mark(bbox=(x, y + 3, x + 4, y + 7))


def said(table: Table, start: str) -> list[tuple[bool, str]]:
    cell = next(cell for cell in table.cells if cell.text.startswith(start))
    return [(statement.listed, statement.text) for statement in cell_statements(cell, frozenset(), "never")]


def test_drawn_bullets_say_nothing_of_the_lines_without_one() -> None:
    """Lines without a bullet had gone on with the one above them, a title in bold with its first item too."""
    assert said(listed([bullet(97), bullet(109)]), "Mend") == [
        (False, "Mend the roads of the north"),
        (True, "Map the holes that there are"),
        (True, "Buy tar and gravel for the winter"),
        (False, "Paint the lines anew"),
    ]


@pytest.mark.parametrize(("x", "alone"), [(162.0, True), (158.0, False)])
def test_one_drawn_bullet_is_one_where_other_cells_have_theirs(x: float, alone: bool) -> None:
    marks = [bullet(97), bullet(109), bullet(167, x)]
    assert any(listed for listed, _ in said(listed(marks), "Save")) is alone


HEAD = ("Goal", "Action", "Lead", "Due date")
PLACES = (50.0, 180.0, 330.0, 430.0)


def headed(top: float, sheet: Sheet, names: tuple[str, ...] = HEAD, **style: object) -> Sheet:
    """One row of a table that only white space draws, cut by the page's end."""
    for x, name in zip(PLACES, names, strict=True):
        sheet.text(x, top, name, **style)
    sheet.text(50, top + 20, "Clean water for", "every village").text(180, top + 20, "Renew the pumps", "of both wells")
    return (
        sheet.text(180, top + 50, "Find the leaks of", "the old mains")
        .text(330, top + 20, "Water")
        .text(430, top + 20, "May 2030")
    )


def test_bold_names_that_plans_know_head_a_table_of_one_row() -> None:
    """It had been read as columns, one after the other."""
    (table,) = find_tables(headed(100, Sheet(), bold=True).page())
    assert texts(table)[0] == list(HEAD)
    assert texts(table)[1][0] == "Clean water for every village"


@pytest.mark.parametrize("names", [("Goals", "Action", "Lead", "Due date"), ("Spring", "Rain", "Wind", "Sun in May")])
def test_plain_names_head_one_only_where_all_are_sure(names: tuple[str, ...]) -> None:
    tables = find_tables(headed(100, Sheet(), names).page())
    assert bool(tables) is (names[0] == "Goals")


def test_running_text_across_the_columns_ends_a_table_and_a_known_head_begins_one() -> None:
    """Two tables and what stands between them had been one block, whose columns nothing parts."""
    sheet = headed(100, Sheet(), bold=True)
    sheet.text(
        50, 190, "Below stand the deeds of the second part of the plan, which the board approved in", "the spring"
    )
    sheet.text(50, 202, "and which the offices that it names will carry out before the end of the third year of it.")
    headed(226, sheet, ("Objective", "Activity", "Owner", "Deadline"), bold=True)
    assert [texts(table)[0][0] for table in find_tables(sheet.page())] == ["Goal", "Objective"]


def test_a_head_within_a_form_is_the_forms() -> None:
    """`Lead agency` in bold beside its value stands right over the head of the form's milestones: running text reads
    the form whole, and no table tears them from it."""
    plain, fields = Sheet(), Sheet().text(50, 100, "Lead agency", bold=True).text(330, 100, "Ministry of Water")
    for sheet in (plain, fields):
        headed(115, sheet, ("Milestone", "Action", "Start", "End"), bold=True)
    assert find_tables(plain.page())
    assert not find_tables(fields.page())


def test_a_number_that_counts_on_stands_under_no_bullet() -> None:
    sheet = Sheet().grid((50.0, 300.0, 500.0), (80.0, 120.0, 150.0)).text(305, 85, "Begun").text(305, 125, "Open")
    sheet.text(55, 85, "• Answer all calls").text(55, 105, "2. Corporate aims").text(55, 125, "Other")
    (table,) = find_tables(sheet.page())
    assert said(table, "•") == [(True, "Answer all calls"), (True, "Corporate aims")]


@pytest.mark.parametrize(("title", "count"), [("Development Pathway", 2), ("The hubs of the region", 1)])
def test_a_name_in_capitals_over_long_sentences_is_none_of_them(title: str, count: int) -> None:
    items = (
        "Through the work of the hubs all farmers learn of the weather in good time for their fields",
        "Enhanced skills are found among those who use the news and those who write it for them",
    )
    cell = f"<p>{title}</p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    plan = parse(f"<table><tr><th>Objective</th></tr><tr><td>{cell}</td></tr></table>".encode(), name="plan.html")
    assert len(plan.objectives) == count


def test_names_larger_than_the_lists_below_them_are_headings() -> None:
    sheet = Sheet()
    for x, name in zip(PLACES[:3], ("Strategies", "Key indicators", "Milestones"), strict=True):
        sheet.text(x, 100, name, bold=True, size=13.0)
    sheet.text(50, 122, "Hire forty clerks", "Open a counter").text(180, 122, "Permits a day")
    sheet.text(330, 122, "Counter opens")
    assert not find_tables(sheet.page())


@pytest.mark.parametrize(("title", "count"), [("Performance indicators", 1), ("Water and the drains", 0)])
def test_a_known_name_over_a_lone_item_is_no_part_of_it(title: str, count: int) -> None:
    cell = f"<p><b>{title}</b></p><ul><li>640 acre-feet of water delivered a year by 2032</li></ul>"
    page = f"<table><tr><th>Measure</th></tr><tr><td>{cell}</td></tr></table>"
    found = [measure.text for measure in parse(page.encode(), name="plan.html").measures]
    assert sum(text.startswith("640") for text in found) == count


def test_names_in_two_rows_are_heads_and_no_form() -> None:
    """Heads of parts of one table had been taken for the names of a form, each over its value."""

    def row(*cells: str, bold: bool = False) -> str:
        return "<tr>" + "".join(f"<td><b>{cell}</b></td>" if bold else f"<td>{cell}</td>" for cell in cells) + "</tr>"

    page = "<table>" + row("Name", "Department", "Year", bold=True) + row("Jo Hill", "Works", "2012")
    for part, deed in (("Business objectives", "Open the pier"), ("Corporate objectives", "Train all clerks")):
        page += row(part, "Performance Measures", "Milestones", bold=True)
        page += row(f"{deed} in each town", f"Share of towns that {deed.lower()}", "Report published May 2013")
    plan = parse(f"{page}</table>".encode(), name="plan.html")
    assert [(record.kind, record.parents) for record in plan.records] == [
        ("objective", ()),
        ("objective", ()),
        ("measure", ("objective-1",)),
        ("measure", ("objective-2",)),
        ("milestone", ("objective-1",)),
        ("milestone", ("objective-2",)),
    ]


def test_a_second_head_of_a_table_that_goes_on_does_not_cut_it() -> None:
    sheet = Sheet().text(50, 60, "Clean water for", "every village").text(180, 60, "Renew the pumps", "of both wells")
    for y in (90, 120):
        sheet.text(50, y, "Safe roads in", "all towns").text(180, y, "Mend the holes", "of the north")
    headed(150, sheet, bold=True)
    (table,) = find_tables(sheet.page())
    assert texts(table)[0][:2] == ["Clean water for every village", "Renew the pumps of both wells"]


def test_the_second_line_of_a_head_begins_no_table() -> None:
    """`Target` / `date` and the like: the lower line of a head may name columns by itself."""
    sheet = headed(100, Sheet(), ("Strategic", "Key", "Lead", "Due"), bold=True)
    for x, name in zip(PLACES, ("goal", "action", "agency", "date"), strict=True):
        sheet.text(x, 110, name, bold=True)
    (table,) = find_tables(sheet.page())
    assert texts(table)[0] == ["Strategic goal", "Key action", "Lead agency", "Due date"]


def test_names_of_other_columns_end_the_table_above() -> None:
    """Else its columns are crossed by what stands below, and none of the tables has any."""
    sheet = headed(100, Sheet(), bold=True)
    sheet.text(50, 180, "Steps", bold=True).text(200, 180, "By the end of the spring term of the year", bold=True)
    sheet.text(440, 180, "By summer", bold=True).text(200, 192, "Choose the sites of all the pumps in it")
    sheet.text(440, 192, "Open one")
    sheet.text(50, 212, "Priority two: make all streets of the town safe for those who walk", bold=True)
    headed(230, sheet, ("Objective", "Activity", "Owner", "Deadline"), bold=True)
    found = {texts(table)[0][0]: (table.rows, table.columns) for table in find_tables(sheet.page())}
    assert found["Goal"] == found["Objective"] == (2, 4)
