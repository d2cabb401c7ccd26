"""HTML: what a browser shows, in the order it shows it."""

from __future__ import annotations

import pytest

from objectives_parser.document import Document, Furniture, Heading, ListItem
from objectives_parser.errors import OverLimit
from objectives_parser.readers import read
from objectives_parser.readers.limits import Limits
from tests.factories import is_done_within
from tests.holding import composed, grid, outline, tables, text_of


def opened(html: str, limits: Limits | None = None) -> Document:
    document = read(f"<!doctype html>{html}".encode(), "plan.html", limits=limits)
    composed(document)
    return document


def only_table(html: str) -> list[list[str]]:
    (found,) = tables(opened(html))
    return grid(found)


def test_spans_and_header_cells() -> None:
    (found,) = tables(
        opened(
            "<table><thead><tr><td rowspan=2>Goal<td colspan=2>How<tr><td>Measure<td>Date</thead>"
            "<tr><th rowspan=2>Less waste<td>20%<td>May<tr><td>30%<td>June</table>"
        )
    )
    assert grid(found) == [
        ["Goal", "How", ""],
        ["", "Measure", "Date"],
        ["Less waste", "20%", "May"],
        ["", "30%", "June"],
    ]
    assert {cell.text for cell in found.cells if cell.header} == {"Goal", "How", "Measure", "Date", "Less waste"}


@pytest.mark.parametrize("span", ["rowspan=1000000", "colspan=1000000", "rowspan=0", "colspan=-3", "rowspan=x"])
def test_absurd_spans(span: str) -> None:
    (found,) = tables(opened(f"<table><tr><td {span}>a<td>b<tr><td>c<td>d</table>"))
    assert found.rows == 2
    assert found.columns <= 3


def test_lines_of_a_cell_begin_where_the_mark_up_says() -> None:
    html = "<table><tr><th>A<th>B<tr><td>one<br>two<p>three</p><td><ol type=a><li>x<ul><li>y</ul><li>z</ol></table>"
    (found,) = tables(opened(html))
    assert grid(found)[1] == ["one / two / three", "a. x / • y / b. z"]
    assert [line.indent for line in found.cells[-1].lines] == [0, 1, 0]
    assert all(line.begins for cell in found.cells for line in cell.lines)


def test_nested_lists_and_their_counts() -> None:
    document = opened("<ol start=3><li>three<li value=7>seven<ul><li>deep</ul><li>eight</ol>")
    items = [block for block in document.blocks or () if isinstance(block, ListItem)]
    assert [(text_of(block), block.level) for block in items] == [
        ("3. three", 0),
        ("7. seven", 0),
        ("• deep", 1),
        ("8. eight", 0),
    ]


def test_what_is_hidden_is_left_out() -> None:
    html = (
        "<p hidden>a</p><p style='color:red; display: none'>b</p><div aria-hidden=true><p>c</p></div><script>d</script>"
        "<style>e</style><span class='sr-only'>f</span><template>g</template><del>h</del><s>j</s>"
        "<span style='text-decoration: line-through'>k</span><!-- i --><p>seen</p>"
    )
    assert outline(opened(html)) == [("Paragraph", "seen")]


def test_navigation_and_footers_are_furniture_but_an_articles_header_is_not() -> None:
    html = (
        "<header><h1>Plan</h1><a href=/>Home</a></header><nav><h2>On this page</h2><ul><li>"
        "<a href='#a'>A</a></ul></nav>"
        "<ul><li><a href='#a'>A</a><li><a href='#b'>B</a></ul>"
        "<article><header><p>Our goal is clear.</p></header></article><footer>Imprint</footer>"
    )
    assert outline(opened(html)) == [
        ("Heading", "Plan"),
        ("Furniture", "Home"),
        ("Furniture", "On this page"),
        ("Furniture", "A"),
        ("Furniture", "A"),
        ("Furniture", "B"),
        ("Paragraph", "Our goal is clear."),
        ("Furniture", "Imprint"),
    ]


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td>{}</table>",
        "<table role=presentation><tr><td>{}<td>side<tr><td>a<td>b</table>",
        "<table><tr><td>menu<td>{}</table>",
    ],
)
def test_tables_that_only_place_things_are_no_tables(layout: str) -> None:
    data = "<table><tr><th>Goal<th>Date<tr><td>Less waste<td>May</table>"
    assert only_table(layout.format(data)) == [["Goal", "Date"], ["Less waste", "May"]]


def test_a_definition_list_is_a_table_of_terms() -> None:
    assert only_table("<dl><dt>Owner</dt><dd>Jo</dd><dt>Due</dt><dd>May</dd><dd>June</dd></dl>") == [
        ["Owner", "Jo"],
        ["Due", "May"],
        ["", "June"],
    ]


def test_broken_markup_and_entities() -> None:
    document = opened("<p>Caf&eacute; &amp; &#8364;5&nbsp;m<ul><li>one<li>two</p></ul><b>bo</b>ld</div>")
    assert [text for _, text in outline(document)] == ["Café & €5 m", "• one", "• two", "bold"]


def test_a_heading_printed_twice_for_a_script() -> None:
    document = opened("<h4><span>Theme 01 <span>Our services</span></span> <span>Our services</span></h4>")
    assert outline(document) == [("Heading", "Theme 01 Our services"), ("Furniture", "Our services")]


def test_raised_marks_are_words_of_their_own() -> None:
    (block,) = opened("<p>KPI<sup>1</sup>, at 5 m<sup>2</sup></p>").blocks or ()
    assert text_of(block) == "KPI1, at 5 m2"
    # the power of a unit is said, and is no mark of a note
    assert [word.text for line in block.lines for word in line.words if word.superscript] == ["1"]  # type: ignore[union-attr]


def test_encodings() -> None:
    meta = '<meta charset="iso-8859-15"><title>Plan</title><p>5 €</p>'
    document = read(meta.encode("iso-8859-15"), "plan.html")
    assert (document.title, document.text) == ("Plan", "5 €")
    assert read("<p>Größe</p>".encode("utf-16"), "plan.html").text == "Größe"


@pytest.mark.parametrize("tag", ["div", "ul><li", "table><tr><td", "b", "dl><dd", "blockquote"])
def test_deep_nesting_neither_fails_nor_takes_long(tag: str) -> None:
    html = f"<p>first</p>{f'<{tag}>' * 30_000}last"
    assert opened(html).text.split()[0] == "first"
    assert "last" in opened(html).text
    assert is_done_within(5, lambda: opened(html))


def test_a_million_cells_are_over_the_limit() -> None:
    with pytest.raises(OverLimit, match="--max-cells"):
        opened("<table>" + ("<tr>" + "<td>x" * 100) * 200, Limits(max_cells=10_000))


def test_external_entities_are_not_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret"
    secret.write_text("treasure")
    html = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><p>&x; and <iframe src="file://{secret}"></iframe></p>'
    )
    assert "treasure" not in read(html.encode(), "plan.html").text


def test_the_carey_school_page(shared) -> None:  # type: ignore[no-untyped-def]
    document = read((shared / "truth/dev/carey-school/carey-school.html").read_bytes(), "carey.html")
    composed(document)
    assert sum(isinstance(block, ListItem) for block in document.blocks or ()) == 59
    assert [text_of(b) for b in document.blocks or () if isinstance(b, Heading) and b.level == 1][1:] == [
        "Specializing in Elementary Education",
        "Cultivating Elementary Teaching Expertise",
        "Caring for the Carey Community",
        "Strengthening Our School",
    ]
    assert {b.kind for b in document.blocks or () if isinstance(b, Furniture)} >= {"footer", "contents"}


def test_what_a_button_unfolds_is_part_of_the_page() -> None:
    html = (
        '<h3><button aria-expanded="false" aria-controls="a">Goal 1</button></h3><div id="a" hidden>'
        "<p>Less waste.</p></div>"
        '<button data-bs-target="#b">Goal 2</button><div id="b" style="display:none"><p>Less noise.</p></div>'
        "<details><summary>Goal 3</summary><p>Less light.</p></details><button>Search</button>"
    )
    assert outline(opened(html)) == [
        ("Heading", "Goal 1"),
        ("Paragraph", "Less waste."),
        ("Heading", "Goal 2"),
        ("Paragraph", "Less noise."),
        ("Heading", "Goal 3"),
        ("Paragraph", "Less light."),
    ]


def test_a_table_made_of_roles() -> None:
    row = "<div role=row><span role=cell>{}</span><span role=cell>{}</span></div>"
    head = row.replace("cell", "columnheader").format("Goal", "Date")
    assert only_table(f"<div role=table>{head}{row.format('Less waste', 'May')}</div>") == [
        ["Goal", "Date"],
        ["Less waste", "May"],
    ]


def test_a_lone_link_to_a_place_on_the_page_is_no_text_of_it() -> None:
    html = "<p><a href='#main'>Skip to content</a></p><h2><a href='#x'>Aims</a></h2><p>See <a href='#y'>below</a>.</p>"
    assert outline(opened(html)) == [("Furniture", "Skip to content"), ("Heading", "Aims"), ("Paragraph", "See below.")]


def test_a_row_set_apart_by_bold_type_is_a_header() -> None:
    html = "<table><tr><td><b>Goal</b><td><b>Date</b><tr><td>Less waste<td>May<tr><td><b>Note</b><td>x</table>"
    (found,) = tables(opened(html))
    assert [cell.text for cell in found.cells if cell.header] == ["Goal", "Date"]
