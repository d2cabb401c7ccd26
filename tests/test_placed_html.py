"""HTML whose lines say where they stand on a page, and HTML that is but paragraphs: what converters of pages write."""

from __future__ import annotations

import json

import pytest

from objectives_parser import parse
from objectives_parser.document import Document
from objectives_parser.emitters.tables import emit
from objectives_parser.errors import OverLimit
from objectives_parser.layout import lay_out
from objectives_parser.readers import read
from objectives_parser.readers.html.placed import MOST_PIECES
from objectives_parser.readers.limits import Limits
from tests.factories import is_done_within, seconds
from tests.holding import grid, holds, tables

NBSP = "&#160;"


def line(top: float, left: float, text: str, of: str = "") -> str:
    return f'<p style="position:absolute;top:{top}px;left:{left}px;white-space:nowrap"{of}>{text}</p>'


def page(*lines: str, number: int = 1) -> str:
    return f'<div id="page{number}-div" style="position:relative;width:918px;height:1188px;">{"".join(lines)}</div>'


def opened(html: str, limits: Limits | None = None) -> Document:
    document = read(f"<!doctype html><html><body>{html}</body></html>".encode(), "plan.html", limits=limits)
    holds(lay_out(document))
    words = [word for page_ in document.pages for word in page_.words]
    assert document.blocks is not None or "".join(word.text for word in words) == "".join(document.text.split())
    return document


ROWS = (
    (("Objective", 65), ("Measure", 400), ("Due", 700)),
    (("Mend the roofs of all halls", 65), ("Halls without a leak", 400), ("May 2031", 700)),
    (("before the winter", 65), ("on 1 October", 400)),
    (("Teach every child to swim", 65), ("Children who swim 50 metres", 400), ("June 2032", 700)),
    (("Open the mill to visitors", 65), ("Visitors in a summer", 400), ("July 2033", 700)),
)


def rows_of_a_table(top: int = 100, number: int = 1) -> str:
    lines = [line(top + 30 * at, left, text, ' class="ft10"') for at, row in enumerate(ROWS) for text, left in row]
    return "<style>.ft10{font-size:18px;font-family:Times}</style>" + page(*lines, number=number)


def test_placed_lines_are_a_table_where_they_stand_as_one() -> None:
    (found,) = tables(lay_out(opened(rows_of_a_table())))
    assert [row[0] for row in grid(found)] == [
        "Objective",
        "Mend the roofs of all halls / before the winter",
        "Teach every child to swim",
        "Open the mill to visitors",
    ]
    plan = parse(rows_of_a_table().encode(), name="plan.html")
    assert [aim.text for aim in plan.objectives] == [
        "Mend the roofs of all halls before the winter",
        "Teach every child to swim",
        "Open the mill to visitors",
    ]
    assert [aim.due and aim.due.text for aim in plan.objectives] == ["May 2031", "June 2032", "July 2033"]


def test_a_page_on_which_nothing_is_placed_is_empty() -> None:
    document = opened(page() + rows_of_a_table(number=2) + page(number=3))
    assert document.page_count == 3
    assert len(tables(lay_out(document))) == 1


def test_places_are_those_of_the_page() -> None:
    html = rows_of_a_table() + page(line(100, 65, "What else the town will do"), number=2)
    plan = parse(html.encode(), name="plan.html")
    assert plan.source.pages == 2
    (place,) = plan.objectives[1].where
    assert place.page == 1
    assert place.bbox is not None
    left, top, right, bottom = place.bbox
    assert (left, top) == (65 * 0.75, (100 + 90) * 0.75)
    assert 150 < right < 300  # points, and no further than the next column
    assert bottom - top == pytest.approx(1.15 * 18 * 0.75)
    found = json.loads(emit(lay_out(read(html.encode(), "plan.html")), None))
    cells = [cell for table in found["tables"] for cell in table["cells"]]
    assert {round(cell["bbox"][0], 2) for cell in cells} == {48.75, 300.0, 525.0}


def test_places_may_come_from_classes_and_from_the_foot_of_the_page() -> None:
    styles = "".join(f".x{at}{{left:{at}px}}" for at in (65, 400, 700))
    styles += "".join(f".y{at}{{bottom:{1000 - 30 * at}px;}}" for at in range(len(ROWS)))
    html = "".join(f'<div class="t x{left} y{at} f0">{text}</div>' for at, row in enumerate(ROWS) for text, left in row)
    html = f"<style>.w0{{width:918px}} .h0{{height:1188px}} .t{{position:absolute}} {styles}</style>" + (
        f'<div class="pf"><div class="pc w0 h0">{html}</div></div>'
    )
    assert len(parse(html.encode(), name="plan.html").objectives) == 3


def test_lines_of_one_paragraph_stand_below_each_other() -> None:
    lines = [line(100 + 60 * at, 65, f"Aim number {at} of the<br/>town and its halls") for at in range(8)]
    text = opened(page(*lines)).text.splitlines()
    assert [row.strip() for row in text if row.strip()][:2] == ["Aim number 0 of the", "town and its halls"]


def test_a_bullet_in_a_font_of_its_own_stands_before_its_text() -> None:
    lines = [
        piece
        for at in range(6)
        for piece in (line(96 + 30 * at, 65, "•"), line(100 + 30 * at, 85, f"Open hall number {at}"))
    ]
    rows = [row.split() for row in opened(page(*lines)).text.splitlines() if row.strip()]
    assert rows == [["•", "Open", "hall", "number", str(at)] for at in range(6)]


def test_cells_that_a_converter_joined_are_parted_where_a_column_begins() -> None:
    lines = [
        piece
        for at in range(6)
        for piece in (
            line(100 + 30 * at, 65, "Mend a hall"),
            line(100 + 30 * at, 300, "The clerk of works"),
            line(100 + 30 * at, 455, "May 2031"),
        )
    ]
    lines[10:12] = [line(190, 300, f"The master of works{NBSP}June 2032")]
    found = opened(page(*lines)).text.splitlines()
    (row,) = [row for row in found if "master" in row]
    other = next(row for row in found if "clerk" in row)
    assert row.index("June") == other.index("May")


def test_a_font_that_an_earlier_page_had_keeps_its_size() -> None:
    """A converter counts pages and fonts in its classes and writes the rule of each font once."""
    of = ' class="ft20"'
    second = page(*(line(100 + 40 * at, 65, f"Hall number {at}", of) for at in range(5)), number=2)
    html = rows_of_a_table() + f"<style>p {{margin: 0}}</style>{second}"
    document = opened(html)
    behind = document.text[document.text.index("\f") :].strip().splitlines()
    assert len(behind) == 9  # lines of 18 pixels that are 40 apart have room between them


def test_text_that_is_placed_nowhere_is_kept() -> None:
    document = opened(rows_of_a_table() + "<p>Printed in May</p>")
    assert document.text.split()[-3:] == ["Printed", "in", "May"]


def test_pages_that_place_only_some_of_their_text_are_read_by_their_elements() -> None:
    menu = "".join(line(at, 10, f"Menu {at}") for at in range(10))
    body = "<h1>Aims of the town</h1>" + "".join(f"<p>The town will open hall number {at}.</p>" for at in range(20))
    document = opened(menu + body)
    assert document.blocks is not None
    framed = opened(f'<div style="position:absolute;left:0;top:0">{body}</div>')
    assert framed.blocks is not None


def test_the_outline_behind_the_pages_is_not_read_again() -> None:
    listed = '<a name="outline"></a><h1>Outline</h1><ul><li><a href="plan.html#1">Aims</a></li></ul>'
    document = opened(rows_of_a_table() + listed)
    assert "Outline" not in document.text
    assert [finding.code for finding in document.findings] == ["outline"]


@pytest.mark.parametrize("left", ["1e9", "99999999999999", "-5000", "nan", "0.0000001", "50%", "calc(1px)"])
def test_absurd_places(left: str) -> None:
    lines = (f'<p style="position:absolute;top:{at}px;left:{left}px">Hall {at}</p>' for at in range(0, 400, 20))
    document = opened(page(*lines))
    assert document.text.split().count("Hall") == 20
    assert len(document.text) < 100_000


def test_no_place_costs_more_than_its_line() -> None:
    """Lines all on one row, on one place, nested, or as far apart as can be."""
    for place in ("top:5px;left:{}px", "top:5px;left:5px", "top:{}px;left:9999px"):
        few, many = (
            page("".join(f'<p style="position:absolute;{place.format(at)}">a{NBSP}b</p>' for at in range(count)))
            for count in (4_000, 12_000)
        )
        spent = seconds(lambda few=few: read(few.encode(), "plan.html"))  # type: ignore[misc]
        assert is_done_within(8 * max(spent, 0.5), lambda many=many: read(many.encode(), "plan.html"))  # type: ignore[misc]


def test_nested_places_are_read_without_recursion() -> None:
    html = '<div style="position:absolute;left:1px;top:1px">' * 200 + "deep" + "</div>" * 200
    assert "deep" in opened(page(html) + rows_of_a_table()).text


def test_a_text_too_wide_is_over_the_limit() -> None:
    lines = "".join(line(9 * at, at, "a") for at in range(1000))
    with pytest.raises(OverLimit):
        opened(page(lines), Limits(max_expanded_bytes=20_000))


def test_pages_of_mere_paragraphs_are_lines_of_text() -> None:
    rows = [("Objective", "Measure"), ("Mend the roofs", "Halls without a leak"), ("Teach all to swim", "Swimmers")]
    html = "".join(f"<h3>{cell}</h3>" if at == 0 else f"<p>{cell}</p>" for at, row in enumerate(rows) for cell in row)
    html = f'<div id="page0">{html}<p>End</p></div><div id="page1"><p>More of it</p></div>'
    document = opened(html)
    assert document.blocks is None
    assert document.text.splitlines() == [*(cell for row in rows for cell in row), "End", "", "More of it"]


@pytest.mark.parametrize(
    ("paragraph", "lines"),
    [
        ("• Mend the roof • Paint the doors", ["• Mend the roof", "• Paint the doors"]),
        ("• Mend the roof • Paint the doors Milestones:", ["• Mend the roof", "• Paint the doors", "Milestones:"]),
        ("1. Mend the roof 2. Paint the doors 3. Rest", ["1. Mend the roof", "2. Paint the doors", "3. Rest"]),
        ("Mend 4. Of the roofs", ["Mend 4. Of the roofs"]),
    ],
)
def test_items_that_a_converter_ran_together_are_lines_of_their_own(paragraph: str, lines: list[str]) -> None:
    filled = "".join(f"<p>Filler {letter}</p>" for letter in "abcdefgh")
    document = opened(f'<div id="page1"><p>{paragraph}</p>{filled}</div>')
    assert document.text.splitlines()[: len(lines)] == lines


def test_paragraphs_of_a_page_with_lists_are_read_by_their_elements() -> None:
    html = '<div id="page1">' + "<p>The town will open a hall.</p>" * 9 + "<ul><li>One</li></ul></div>"
    assert opened(html).blocks is not None


def test_a_line_end_of_the_source_is_no_blank_and_each_page_ends() -> None:
    """No browser shows the blank that a line end leaves before a line; a form feed says where a page ends."""
    html = "".join(f"Open hall number {at}<br/>\n" for at in range(10)) + "<hr/>\n"
    assert opened(html).text == "".join(f"Open hall number {at}\n" for at in range(10)) + "\f"
    assert parse(rows_of_a_table().encode(), name="plan.html").source.pages == 1


def test_a_page_fuller_than_print_is_read_without_its_places() -> None:
    many = "".join(line(at % 900, at * 37 % 800, f"word{at}") for at in range(MOST_PIECES + 1))
    assert opened(page(many)).page_count is None
