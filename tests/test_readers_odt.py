"""OpenDocument texts: what is printed in the end, lists as they count, repeated and merged cells."""

from __future__ import annotations

import io

import pytest
from odf import opendocument as made
from odf import table as t
from odf import text as x

from objectives_parser.document import Document, Heading
from objectives_parser.errors import Damaged
from objectives_parser.readers import read
from tests.holding import composed, grid, outline, tables, text_of
from tests.office import opendocument

LIST = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="o"/></text:list-style>'
)
BOLD = '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'


def opened(body: str, styles: str = "", shared: str = "") -> Document:
    document = read(opendocument("text", body, styles, shared=shared), "plan.odt")
    composed(document)
    return document


def item(*inner: str) -> str:
    return f"<text:list-item>{''.join(inner)}</text:list-item>"


def para(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_lists_count_as_printed_and_stay_in_their_cells() -> None:
    nested = f"<text:list>{item(para('x'))}{item(para('y'))}</text:list>"
    items = item(para("one"), para("more of one"), nested) + item(para("two"))
    listed = f'<text:list text:style-name="L">{items}</text:list>'
    document = opened(listed, LIST)
    assert outline(document) == [
        ("ListItem", "1. one"),
        ("Paragraph", "more of one"),
        ("ListItem", "a) x"),
        ("ListItem", "b) y"),
        ("ListItem", "2. two"),
    ]
    cells = "".join(f"<table:table-cell>{inner}</table:table-cell>" for inner in (para("A"), listed))
    (found,) = tables(opened(f"<table:table>{f'<table:table-row>{cells}</table:table-row>' * 2}</table:table>", LIST))
    assert grid(found)[0] == ["A", "1. one / more of one / a) x / b) y / 2. two"]
    assert [line.indent for line in found.cells[1].lines] == [0, 0, 1, 1, 0]


def test_cells_merged_both_ways_and_repeated() -> None:
    rows = (
        '<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">'
        "<text:p>Goal</text:p>"
        "</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>Due</text:p>"
        "</table:table-cell></table:table-row>"
        '</table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned="2">'
        "<text:p>a</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"><text:p>b</text:p></table:table-cell></table:table-row>'
        "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>c</text:p></table:table-cell>"
        "<table:table-cell><text:p>d</text:p></table:table-cell></table:table-row>"
    )
    (found,) = tables(opened(f"<table:table>{rows}</table:table>"))
    assert grid(found) == [["Goal", "", "Due"], ["a", "b", "b"], ["", "c", "d"]]
    assert [cell.header for cell in found.cells[:3]] == [True, True, False]


def test_headings_by_level_by_style_and_by_look() -> None:
    shared = (
        "<office:styles>"
        '<style:style style:name="H" style:family="paragraph" style:default-outline-level="2"/>'
        "</office:styles>"
    )
    body = (
        '<text:h text:outline-level="1">Plan</text:h><text:p text:style-name="H">Aims</text:p>'
        '<text:p><text:span text:style-name="B">Water</text:span></text:p><text:p>We will save it.</text:p>'
    )
    document = opened(body, BOLD, shared)
    levels = {text_of(block): block.level for block in document.blocks or () if isinstance(block, Heading)}
    assert levels == {"Plan": 1, "Aims": 2, "Water": 3}


def test_final_text_notes_frames_and_contents() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>Aims 3</text:p></text:index-body></text:table-of-content>"
        "<text:p>One<text:s/>two<text:line-break/>three<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note</text:p></text:note-body></text:note></text:p>"
        "<text:p>Framed: <text:text-box><text:p>boxed</text:p></text:text-box></text:p>"
    )
    shared = (
        "<office:master-styles><style:master-page><style:header><text:p>Head</text:p></style:header>"
        "</style:master-page></office:master-styles>"
    )
    document = opened(body, shared=shared)
    assert outline(document) == [
        ("Furniture", "Head"),
        ("Furniture", "Aims 3"),
        ("Paragraph", "One two three1"),
        ("Paragraph", "Framed:"),
        ("Paragraph", "boxed"),
        ("Furniture", "1 A note"),
    ]


def test_a_file_of_odfpy() -> None:
    text = made.OpenDocumentText()
    text.text.addElement(x.H(outlinelevel=1, text="Aims"))
    listed = x.List()
    entry = x.ListItem()
    entry.addElement(x.P(text="Less waste"))
    listed.addElement(entry)
    text.text.addElement(listed)
    table = t.Table()
    for words in (("Goal", "Date"), ("Less waste", "May")):
        row = t.TableRow()
        for word in words:
            cell = t.TableCell()
            cell.addElement(x.P(text=word))
            row.addElement(cell)
        table.addElement(row)
    text.text.addElement(table)
    file = io.BytesIO()
    text.save(file)
    document = read(file.getvalue(), "plan.odt")
    composed(document)
    assert outline(document) == [
        ("Heading", "Aims"),
        ("ListItem", "• Less waste"),
        ("Table", "Goal Date Less waste May"),
    ]


def test_a_damaged_file() -> None:
    with pytest.raises(Damaged, match="save it anew"):
        read(opendocument("spreadsheet", ""), "plan.odt", media_type="application/vnd.oasis.opendocument.text")
