"""Word files: what is printed in the end, in reading order, lists and merged cells as Word shows them."""

from __future__ import annotations

import io

import docx
import pytest

from objectives_parser.document import Document, Furniture, Heading, ListItem, Table, block_words
from objectives_parser.errors import Damaged, Encrypted, OverLimit
from objectives_parser.readers import read
from objectives_parser.readers.limits import Limits
from tests.holding import composed, grid, outline, tables, text_of
from tests.office import STRICT_W, archive, p, part, r, tbl, tc, word


def opened(data: bytes, limits: Limits | None = None) -> Document:
    document = read(data, "plan.docx", limits=limits)
    composed(document)
    return document


def numbering(*levels: str, starts: str = "") -> str:
    """One list, number 1; each level is ``way:text``."""
    made = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{way}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (way, text) in enumerate(level.split(":", 1) for level in levels)
    )
    abstract = f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
    return part("numbering", f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{starts}')


def item(text: str, level: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_cells_merged_both_ways() -> None:
    table = tbl(
        tc("Goal", '<w:vMerge w:val="restart"/>') + tc("How", '<w:gridSpan w:val="2"/>'),
        tc("", "<w:vMerge/>") + tc("Measure") + tc("Date"),
        tc("Less waste", '<w:vMerge w:val="restart"/>') + tc("20%") + tc("May"),
        tc("", "<w:vMerge/>") + tc("30%") + tc("June"),
    )
    (found,) = tables(opened(word(table)))
    spans = {cell.lines[0].text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in found.cells}
    assert spans["Goal"] == (0, 0, 2, 1)
    assert spans["How"] == (0, 1, 1, 2)
    assert spans["Less waste"] == (2, 0, 2, 1)
    assert spans["June"] == (3, 2, 1, 1)


def test_a_list_stays_in_its_cell() -> None:
    table = tbl(tc("Goal") + tc("Actions"), tc("Less waste") + tc(item("Sort") + item("Burn less") + item("x", 1)))
    (found,) = tables(opened(word(table, numbering=numbering("decimal:%1.", "lowerLetter:%2)"))))
    assert grid(found)[1] == ["Less waste", "1. Sort / 2. Burn less / a) x"]
    last = found.cells[-1].lines
    assert [line.begins for line in last] == [True] * 3
    assert [line.indent for line in last] == [0, 0, 1]


def test_markers_as_word_prints_them() -> None:
    levels = numbering("upperRoman:%1.", "decimal:%1.%2", "bullet:")
    body = item("a") + item("b", 1) + item("c", 1) + item("d", 2) + item("e") + item("f", 1)
    texts = [text for _, text in outline(opened(word(body, numbering=levels)))]
    assert texts == ["I. a", "I.1 b", "I.2 c", "• d", "II. e", "II.1 f"]


def test_a_second_list_of_the_same_definition_starts_anew_where_it_says_so() -> None:
    starts = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = item("a") + item("b") + item("c", 0, 2) + item("d", 0, 3)
    document = opened(word(body, numbering=numbering("decimal:%1.", starts=starts)))
    assert [text for _, text in outline(document)] == ["1. a", "2. b", "1. c", "2. d"]


def test_headings_by_style_by_outline_and_by_look() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="Own"/><w:basedOn w:val="x"/></w:style>',
    )
    body = (
        p("Plan", '<w:outlineLvl w:val="0"/>')
        + p("Aims", '<w:pStyle w:val="y"/>')
        + p("Water", run="<w:b/>")
        + p("We will use less of it than last year.")
        + p("Done so far")
        + item("Pipes mended")
    )
    document = opened(word(body, styles=styles, numbering=numbering("bullet:o")))
    levels = {text_of(block): block.level for block in document.blocks or () if isinstance(block, Heading)}
    assert levels == {"Plan": 1, "Aims": 2, "Water": 3, "Done so far": 4}


def test_the_final_text_of_tracked_changes() -> None:
    body = (
        f"<w:p>{r('We ')}<w:del>{r('may ')}</w:del><w:ins>{r('will ')}</w:ins>{r('act')}"
        f"<w:moveFrom>{r(' there')}</w:moveFrom><w:moveTo>{r(' here')}</w:moveTo></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('First ')}</w:p>{p('second')}"
        + tbl(tc("A") + tc("B"), tc("1") + tc("2"))
        + "<w:tbl><w:tr>"
        + tc("C")
        + tc("D")
        + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>"
        + tc("gone")
        + tc("gone")
        + "</w:tr><w:tr>"
        + tc("3")
        + tc("4")
        + "</w:tr></w:tbl>"
    )
    document = opened(word(body))
    assert [text for _, text in outline(document)] == ["We will act here", "First second", "A B 1 2", "C D 3 4"]


def test_notes_boxes_controls_and_what_every_page_carries() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Boxed aim')}</w:txbxContent></v:textbox></w:pict></w:r>"
    body = (
        f"<w:p>{r('Aim')}<w:r><w:footnoteReference w:id='2'/></w:r>{r('.')}{box}</w:p>"
        f"<w:sdt><w:sdtContent>{p('Chosen')}</w:sdtContent></w:sdt>"
        f"<w:p>{r('Seen')}{r('Hidden', '<w:vanish/>')}{r('Struck', '<w:strike/>')}</w:p>"
    )
    notes = part("footnotes", f'<w:footnote w:id="0" w:type="separator">{p("--")}</w:footnote>'
                              f'<w:footnote w:id="2">{p("A note")}</w:footnote>')  # fmt: skip
    document = opened(
        word(
            body,
            footnotes=notes,
            header1=part("hdr", p("Head")),
            header2=part("hdr", p("Head")),
            footer1=part("ftr", p("Foot")),
        )
    )
    assert outline(document) == [
        ("Furniture", "Head"),
        ("Paragraph", "Aim2."),
        ("Paragraph", "Boxed aim"),
        ("Paragraph", "Chosen"),
        ("Paragraph", "Seen"),
        ("Furniture", "2 A note"),
        ("Furniture", "Foot"),
    ]
    assert [word.superscript for word in document.blocks[1].lines[0].words] == [False, True, False]  # type: ignore[index,union-attr]


def test_one_of_two_alternatives() -> None:
    choice = f"<w:txbxContent>{p('new')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>{choice}</w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict>{choice}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert outline(opened(word(body))) == [("Paragraph", "new")]


def test_a_table_inside_a_cell_has_rows_of_its_own_in_the_outer_table() -> None:
    inner = tbl(tc("i1") + tc("i2"), tc("i3") + tc("i4"))
    table = tbl(tc("A") + tc("B"), tc("1") + tc(f"{p('over')}{inner}{p()}"), tc("2") + tc("3"))
    (found,) = tables(opened(word(table)))
    label = next(cell for cell in found.cells if cell.text == "1")
    assert (found.rows, found.columns, label.row_span) == (5, 3, 3)
    inside = {cell.text: (cell.row, cell.column_span) for cell in found.cells}
    assert [inside[text] for text in ("over", "i1", "i4", "3")] == [(1, 2), (2, 1), (3, 1), (4, 2)]


def test_tables_side_by_side_in_a_row_are_lines_of_their_cells() -> None:
    inner = tbl(tc("i1") + tc("i2"), tc("i3") + tc("i4"))
    table = tbl(tc("A") + tc("B"), tc(inner + p()) + tc(inner + p()), tc("2") + tc("3"))
    (found,) = tables(opened(word(table)))
    assert grid(found)[1] == ["i1 / i2 / i3 / i4", "i1 / i2 / i3 / i4"]


def test_a_frame_of_one_cell_is_no_table() -> None:
    document = opened(word(tbl(tc(p("Our vision", run="<w:b/>") + p("A city without waste.")))))
    assert outline(document) == [("Heading", "Our vision"), ("Paragraph", "A city without waste.")]


def test_typed_bullets_are_items() -> None:
    (block,) = opened(word(p("•\tSort waste"))).blocks or ()
    assert isinstance(block, ListItem)
    assert (block.marker, text_of(block)) == (1, "• Sort waste")


def test_strict_files_are_read_alike() -> None:
    body = tbl(tc("A") + tc("B", '<w:gridSpan w:val="1"/>'), tc("1") + tc("2"))
    assert outline(opened(word(body, space=STRICT_W))) == outline(opened(word(body)))


def test_a_file_of_python_docx() -> None:
    made = docx.Document()
    made.core_properties.title = "Plan 2020"
    made.add_heading("Aims", 1)
    made.add_paragraph("Less waste", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Goal"
    table.cell(0, 1).text, table.cell(1, 1).text = "a", "b\nc"
    file = io.BytesIO()
    made.save(file)
    document = opened(file.getvalue())
    assert document.title == "Plan 2020"
    assert outline(document)[:2] == [("Heading", "Aims"), ("ListItem", "• Less waste")]
    assert grid(tables(document)[0]) == [["Goal", "a"], ["", "b / c"]]


def test_the_carey_school_plan(shared) -> None:  # type: ignore[no-untyped-def]
    """Headings without styles: the plan's parts, the three verbs under each, the titles over the lists."""
    path = shared / "truth/dev/carey-school/carey-school.docx"
    document = opened(path.read_bytes())
    levels = {text_of(block): block.level for block in document.blocks or () if isinstance(block, Heading)}
    part_level = levels["I. Specializing in Elementary Education"]
    assert levels["We Know Children and"] == part_level + 1
    assert levels["Developmental stages"] == part_level + 2
    assert sum(isinstance(block, ListItem) for block in document.blocks or ()) == 59
    assert all(block.kind in ("header", "footer") for block in document.blocks or () if isinstance(block, Furniture))


def test_damaged_encrypted_and_hostile_files() -> None:
    with pytest.raises(Damaged, match="broken"):
        read(word(p("x"))[:200], "plan.docx")
    with pytest.raises(Encrypted):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "plan.docx")
    with pytest.raises(OverLimit, match="unpacks"):
        read(word(p("x" * 10_000)), "plan.docx", limits=Limits(max_expanded_bytes=9_000))
    with pytest.raises(OverLimit, match="cells"):
        read(word(tbl(*(tc("a") + tc("b") for _ in range(60)))), "plan.docx", limits=Limits(max_cells=100))
    with pytest.raises((Damaged, OverLimit)):
        read(word("<w:tbl><w:tr><w:tc>" * 2000 + "</w:tc></w:tr></w:tbl>" * 2000), "plan.docx")
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:body/>'
        "</w:document>"
    )
    with pytest.raises(Damaged, match="entities"):
        read(archive({"word/document.xml": bomb}), "plan.docx")


def test_absurd_spans_are_kept_within_the_table() -> None:
    table = tbl(tc("A", '<w:gridSpan w:val="999999999"/>') + tc("B"), tc("1") + tc("2"))
    (found,) = tables(opened(word(table)))
    assert found.columns <= 3
    assert isinstance(found, Table)


def test_a_first_row_that_the_tables_style_sets_apart_is_a_header() -> None:
    rule = '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:fill="4472C4"/></w:tcPr></w:tblStylePr>'
    styles = part(
        "styles",
        f'<w:style w:type="table" w:styleId="a"><w:name w:val="Grid 4"/>{rule}</w:style>'
        '<w:style w:type="table" w:styleId="b"><w:name w:val="Grid 5"/><w:basedOn w:val="a"/></w:style>',
    )
    look = '<w:tblPr><w:tblStyle w:val="b"/><w:tblLook w:val="04A0"/></w:tblPr>'
    table = tbl(tc("Goal") + tc("Date"), tc("Less waste") + tc("May")).replace("<w:tbl>", f"<w:tbl>{look}")
    (found,) = tables(opened(word(table, styles=styles)))
    assert [cell.text for cell in found.cells if cell.header] == ["Goal", "Date"]
    (plain,) = tables(opened(word(table.replace("04A0", "0000"), styles=styles)))
    assert not any(cell.header for cell in plain.cells)


def test_lists_as_deep_as_their_styles_say() -> None:
    styles = part("styles", '<w:style w:type="paragraph" w:styleId="d"><w:name w:val="List Bullet 2"/></w:style>')
    body = item("one") + item("deep").replace("<w:pPr>", '<w:pPr><w:pStyle w:val="d"/>')
    document = opened(word(body, styles=styles, numbering=numbering("bullet:o")))
    assert [block.level for block in document.blocks or () if isinstance(block, ListItem)] == [0, 1]


def test_words_know_their_paragraph_or_cell() -> None:
    table = tbl(tc("A") + tc("B"), tc("1") + tc(tbl(tc("x") + tc("y")) + p()), tc("2") + tc("3"))
    document = opened(word(p("one") + p() + p("three") + table + p("last"), footer1=part("ftr", p("Foot"))))
    places = {word.text: word.place for block in document.blocks or () for word in block_words(block)}
    assert places == {
        "one": "paragraph 1",
        "three": "paragraph 3",
        "A": "table 1, row 1, column 1",
        "B": "table 1, row 1, column 2",
        "1": "table 1, row 2, column 1",
        "x": "table 1, row 2, column 2",
        "y": "table 1, row 2, column 2",
        "2": "table 1, row 3, column 1",
        "3": "table 1, row 3, column 2",
        "last": "paragraph 4",
        "Foot": "footer",
    }


def test_a_file_that_takes_too_long() -> None:
    with pytest.raises(OverLimit, match="--max-seconds"):
        read(word(p("x") * 2_000), "plan.docx", limits=Limits(max_seconds=0))
    with pytest.raises(OverLimit, match="too many elements"):
        read(word("<w:p/>" * 3_000), "plan.docx", limits=Limits(max_cells=100))
