"""Spreadsheets: what is seen on each sheet, as it is printed; CSV as slices of its file."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest

from objectives_parser.document import Document, Table
from objectives_parser.errors import OverLimit
from objectives_parser.readers import read
from objectives_parser.readers.limits import Limits
from objectives_parser.readers.numbers import printed
from tests.holding import composed, grid, holds, outline, tables
from tests.office import excel, opendocument, rows


def opened(data: bytes, limits: Limits | None = None) -> Document:
    document = read(data, "plan.xlsx", limits=limits)
    composed(document)
    return document


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings]


def test_every_visible_sheet_under_its_name() -> None:
    sheets = (rows("Goal|Date", "Less waste|May"), rows("Secret|x", "y|z"), rows("Goal|Date", "Less noise|June"))
    document = opened(excel(*sheets, names=("Waste", "Hidden", "Sheet3"), states=("visible", "hidden")))
    assert outline(document) == [
        ("Heading", "Waste"),
        ("Table", "Goal Date Less waste May"),
        ("Table", "Goal Date Less noise June"),
    ]
    assert [table.pages for table in tables(document)] == [(1,), (3,)]
    assert tables(document)[0].cells[3].place == "Waste!B2"
    assert (document.page_count, codes(document)) == (3, ["hidden-sheet"])


def test_merged_cells_among_hidden_rows_and_columns() -> None:
    data = rows("Goal|Measure|Secret|Date", "Less waste|20%|x|May", "|30%|x|June", "|40%|x|July", hidden=(3,))
    merges = '<mergeCells><mergeCell ref="A2:A4"/></mergeCells>'
    columns = '<cols><col min="3" max="3" hidden="1"/></cols>'
    document = opened(excel(columns + data + merges))
    (found,) = tables(document)
    assert grid(found) == [["Goal", "Measure", "Date"], ["Less waste", "20%", "May"], ["", "40%", "July"]]
    assert next(cell for cell in found.cells if cell.text == "Less waste").row_span == 2
    assert document.findings[0].message == "Sheet Plan 1: hidden rows 3 and columns C were left out."


def test_a_merged_cell_whose_first_row_is_hidden_is_still_seen() -> None:
    data = rows("Goal|Measure", "Less waste|20%", "|30%", "|40%", hidden=(2,))
    document = opened(excel(data + '<mergeCells><mergeCell ref="A2:A4"/></mergeCells>'))
    assert grid(tables(document)[0]) == [["Goal", "Measure"], ["Less waste", "30%"], ["", "40%"]]


def test_a_merge_over_all_the_sheet_takes_no_time() -> None:
    data = rows("Goal|Measure", "a|b", "c|d") + '<mergeCells><mergeCell ref="B2:XFD1048576"/></mergeCells>'
    assert grid(tables(opened(excel(data)))[0]) == [["Goal", "Measure"], ["a", "b"], ["c", "d"]]


def test_lines_of_a_cell() -> None:
    (found,) = tables(opened(excel(rows("Goal|Measure", "Less waste|one_x000D_\n\ntwo\nthree"))))
    assert grid(found)[1][1] == "one / two / three"
    assert [(line.begins, line.blanks) for line in found.cells[-1].lines] == [(True, 0), (True, 1), (True, 0)]


def test_title_and_tables_that_stand_apart() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plan"
    bold = openpyxl.styles.Font(bold=True)
    for row in (
        ["Waste plan 2020"],
        [],
        ["Goal", "Date"],
        ["Less waste", "May"],
        [],
        ["More reuse", "June"],
        [],
        ["Risk", "Level"],
        ["Fire", "low"],
    ):
        sheet.append(row)
    for place in ("A1", "A3", "B3", "A8", "B8"):
        sheet[place].font = bold
    document = opened(saved(book))
    assert outline(document)[:2] == [("Heading", "Plan"), ("Heading", "Waste plan 2020")]
    first, second = tables(document)
    assert grid(first) == [["Goal", "Date"], ["Less waste", "May"], ["More reuse", "June"]]
    assert grid(second) == [["Risk", "Level"], ["Fire", "low"]]
    assert [cell.header for cell in first.cells] == [True, True, False, False, False, False]


def test_tables_side_by_side() -> None:
    data = rows("Goal|Date||Risk|Level", "Less waste|May||Fire|low", "More reuse|June", "Less noise|July")
    assert [grid(table)[0] for table in tables(opened(excel(data)))] == [["Goal", "Date"], ["Risk", "Level"]]


def test_dates_numbers_and_formulas_as_stored() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Due", "Month", "Share", "Cost", "Count", "Yes", "Sum"])
    sheet.append([datetime.date(2019, 6, 30), datetime.date(2019, 6, 1), 0.2, 1234.5, 3.0, True, "=1+1"])
    for place, code in (("A2", "dd/mm/yyyy"), ("B2", "mmm-yy"), ("C2", "0%"), ("D2", "£#,##0.00")):
        sheet[place].number_format = code
    document = opened(saved(book))
    assert grid(tables(document)[0])[1] == ["2019-06-30", "June 2019", "20%", "£1,234.50", "3", "TRUE", ""]
    assert codes(document) == ["formula-without-value"]
    stored = (
        '<sheetData><row><c t="str"><f>A1</f><v>said</v></c><c><f>1+1</f><v>2</v></c></row><row><c><v>1</v>'
        "</c><c><v>2</v></c></row></sheetData>"
    )
    assert grid(tables(opened(excel(stored)))[0])[0] == ["said", "2"]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [(43646, "General", "43646"), (0.155, "0.0%", "15.5%"), (-5, '"$"#,##0', "-$5"), (1e6, "#,##0", "1,000,000"),
     (43646.5, "m/d/yy h:mm", "2019-06-30 12:00"),
     (2019, "0", "2019"), (0.5, "h:mm", "12:00"), (43646, "yyyy", "2019"), (3, '0 "days"', "3"), (1.5, "[$€-407] 0.0",
     "€1.5"), (1e300, "dd/mm/yyyy", "1e+300")],
)  # fmt: skip
def test_numbers_as_printed(value: float, code: str, text: str) -> None:
    assert printed(value, code) == text


def test_a_million_cells_are_over_the_limit() -> None:
    with pytest.raises(OverLimit, match="--max-cells"):
        opened(excel(rows(*["a|b"] * 600)), Limits(max_cells=1_000))
    repeated = (
        '<table:table table:name="x"><table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16000"><text:p>a</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    with pytest.raises(OverLimit, match="--max-cells"):
        read(opendocument("spreadsheet", repeated), "plan.ods", limits=Limits(max_cells=1_000))


def cell(text: str, attribute: str = "table:style-name", value: str = "") -> str:
    lines = "".join(f"<text:p>{line}</text:p>" for line in text.split("/"))
    return f'<table:table-cell {attribute}="{value}">{lines if text else ""}</table:table-cell>'


def test_opendocument_spreadsheets() -> None:
    table = (
        '<table:table table:name="Waste"><table:table-column/>'
        '<table:table-column table:visibility="collapse"/><table:table-column/>'
        f"<table:table-row>{cell('Goal')}{cell('x')}{cell('Due')}</table:table-row>"
        f"<table:table-row>{cell('Less waste', 'table:number-rows-spanned', '2')}{cell('')}"
        f"{cell('30.06.19', 'office:date-value', '2019-06-30T00:00:00')}</table:table-row>"
        f"<table:table-row><table:covered-table-cell/>{cell('')}{cell('a/b')}</table:table-row>"
        f'<table:table-row table:visibility="collapse">{cell("secret")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000">'
        f"{cell('', 'table:number-columns-repeated', '16384')}"
        "</table:table-row></table:table>"
        '<table:table table:name="Off" table:style-name="off"><table:table-row><table:table-cell>'
        "<text:p>z</text:p></table:table-cell></table:table-row></table:table>"
    )
    styles = (
        '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    document = read(opendocument("spreadsheet", table, styles), "plan.ods")
    composed(document)
    assert outline(document)[0] == ("Heading", "Waste")
    assert grid(tables(document)[0]) == [["Goal", "Due"], ["Less waste", "2019-06-30"], ["", "a / b"]]
    assert tables(document)[0].cells[1].place == "Waste!C1"
    assert codes(document) == ["hidden-cells", "hidden-sheet"]


def separated(text: str, name: str = "plan.csv", encoding: str = "utf-8") -> Document:
    document = read(text.encode(encoding), name)
    holds(document)
    assert document.text == text.removeprefix("\ufeff")
    return document


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_dialects_of_csv(delimiter: str) -> None:
    lines = ["Goal,Measure", '"Less waste, and noise","a ""good"" one\ntwo"', "Reuse,"]
    text = "\r\n".join(lines).replace(",", delimiter).replace(f"waste{delimiter} and", "waste, and")
    document = separated(text)
    assert grid(tables(document)[0]) == [
        ["Goal", "Measure"],
        ["Less waste, and noise", 'a "good" one / two'],
        ["Reuse", ""],
    ]
    assert tables(document)[0].cells[2].place == "A2"


def test_csv_with_a_title_an_encoding_and_a_stated_delimiter() -> None:
    document = separated("Plan 2020;;\n;;\nGoal;Measure;\nGrößer;5 €;\n", encoding="cp1252")
    assert outline(document)[0] == ("Paragraph", "Plan 2020")
    assert grid(tables(document)[0]) == [["Goal", "Measure"], ["Größer", "5 €"]]
    assert codes(document) == ["encoding"]
    assert grid(tables(separated("sep=;\nA;B,C\n1;2,3\n"))[0]) == [["A", "B,C"], ["1", "2,3"]]


def test_a_quote_that_is_never_closed_loses_nothing() -> None:
    (found,) = tables(separated('Goal,Measure\n"Less waste,20%\nReuse,5" pipes\n'))
    assert isinstance(found, Table)
    assert grid(found)[1:] == [['"Less waste', "20%"], ["Reuse", '5" pipes']]


def test_the_logframe(shared) -> None:  # type: ignore[no-untyped-def]
    """Rows hidden sheet by sheet, the header in the eighth row, cells merged over five."""
    document = opened((shared / "truth/dev/issd-logframe/issd-logframe.xlsx").read_bytes())
    complete = tables(document)[-1]
    assert (complete.pages, complete.rows, complete.columns) == ((6,), 35, 8)
    assert grid(complete)[5][2:5] == ["Indicator", "Baseline", "Target"]
    assert [
        cell.row_span for cell in complete.cells if cell.text in ("Impact/ ultimate outcome", "Other Outcomes")
    ] == [4, 3]
    assert codes(document) == ["hidden-cells"] * 5


def test_tables_under_one_another_with_the_same_header() -> None:
    lines = ["Plan 2020", "", "Goal 1: Water", "Action|Date", "Save|May", "Goal 2: Air", "Action|Date", "Filter|June"]
    document = opened(excel(rows(*lines), names=("Sheet1",)))
    assert outline(document) == [
        ("Heading", "Plan 2020"),
        ("Heading", "Goal 1: Water"),
        ("Table", "Action Date Save May"),
        ("Heading", "Goal 2: Air"),
        ("Table", "Action Date Filter June"),
    ]


def test_a_section_row_goes_over_its_empty_neighbours() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Goal", "Measure", "Date"], ["Water"], ["Save", "20%", "May"], ["Air"], ["Filter", "30%", "June"]):
        sheet.append(row)
    for place in ("A1", "B1", "C1", "A2", "A4"):
        sheet[place].font = openpyxl.styles.Font(bold=True)
    (found,) = tables(opened(saved(book)))
    assert {cell.text: cell.column_span for cell in found.cells if cell.column == 0} == {
        "Goal": 1,
        "Water": 3,
        "Save": 1,
        "Air": 3,
        "Filter": 1,
    }
