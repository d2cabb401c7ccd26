"""Any file at all: a Document whose words are right, or a ReadError; never anything else."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from objectives_parser.document import Document, block_words
from objectives_parser.errors import ReadError
from objectives_parser.readers import READERS, read
from objectives_parser.readers.detection import CSV, DOCX, HTML, MARKDOWN, ODS, ODT, TSV, XLSX
from objectives_parser.readers.limits import Limits
from tests.holding import composed, holds
from tests.office import excel, opendocument, p, rows, tbl, tc, word

LIMITS = Limits(max_cells=5_000, max_expanded_bytes=5_000_000)
OURS = (MARKDOWN, HTML, CSV, TSV, DOCX, ODT, XLSX, ODS)
SLICED = {MARKDOWN, CSV, TSV}
FUZZ = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def tried(data: bytes, media_type: str) -> Document | None:
    """The document, checked; None where the file cannot be read."""
    try:
        document = read(data, "any", media_type=media_type, limits=LIMITS)
    except ReadError as error:
        assert str(error)
        return None
    (holds if media_type in SLICED else composed)(document)
    return document


def words_of(document: Document | None) -> list[str]:
    return [each.text for block in (document.blocks if document else None) or () for each in block_words(block)]


@pytest.mark.parametrize("media_type", OURS)
@FUZZ
@given(data=st.binary(max_size=400))
def test_any_bytes(media_type: str, data: bytes) -> None:
    tried(data, media_type)


@FUZZ
@given(
    data=st.binary(max_size=400) | st.text(max_size=400).map(str.encode),
    name=st.sampled_from(["a", "a.md", "a.csv", "a.html"]),
)
def test_any_bytes_whatever_they_are_called(data: bytes, name: str) -> None:
    """The text reader's grid is not ours to check, but nothing else than a ReadError may leave."""
    try:
        read(data, name, limits=LIMITS)
    except ReadError as error:
        assert str(error)


PIECES = st.sampled_from(
    ["# ", "## A", "+--+--+\n", "| a | b |", "|---|---|", "|x", "- ", "* b", "1. c", "  ", "\n", "\n\n", "\r\n",
     "**", "_", "*", "`",
     "[", "](#x)", "](y)", "![", "<table>", "<tr>"
     "<td>", "</td>", "</table>", "<br>", "<h4>", "</h4>", "<ul><li>", "<!--",
     "-->", "{% include x text=\"T\" lvl=2 %}", "{: .c}", "{div .x}", "---", "+++", "title: x", "```", "\\", "\\|",
     "&nbsp;",
     "&amp;", "<script>", "</script>", "> ", "\t", "word", "Ende.", "•", "[^1]", "[^1]: n", "\u200b", "ü", "\f",
     "\x1c", "\x85",
     "<td markdown=1>", "<p>", "<div>", "</div>", "<a href='#q'>", "</a>", "\ufeff", "\U000f0000"]
)  # fmt: skip


@FUZZ
@given(pieces=st.lists(PIECES, max_size=60), media_type=st.sampled_from([MARKDOWN, HTML, CSV, TSV]))
def test_any_markup(pieces: list[str], media_type: str) -> None:
    tried("".join(pieces).encode(), media_type)


HTML_TAGS = st.sampled_from(
    [
        "p",
        "div",
        "span",
        "b",
        "sup",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "caption",
        "h1",
        "h3",
        "pre",
        "br",
        "nav",
        "header",
        "footer",
        "article",
        "a",
    ]
)
ATTRIBUTES = st.sampled_from(
    ["", ' rowspan="1000000"', ' colspan="999"', ' rowspan="0"', ' colspan="x"', ' hidden', ' style="display:none"',
     ' rowspan="3"',
     ' colspan="2"', ' href="#x"', ' start="9999999999"', ' value="-5"', ' type="i"', ' role="presentation"',
     ' type="a" start="-3"']
)  # fmt: skip
LEAVES = st.sampled_from(["one", "two three", " ", "", "x &amp; y", "•"])
TREES = st.recursive(
    LEAVES,
    lambda inner: st.tuples(HTML_TAGS, ATTRIBUTES, st.lists(inner, max_size=5)).map(
        lambda made: f"<{made[0]}{made[1]}>{' '.join(made[2])}</{made[0]}>"
    ),
    max_leaves=40,
)


@FUZZ
@given(tree=TREES)
def test_any_tree_of_html(tree: str) -> None:
    tried(tree.encode(), HTML)
    tried(f"Text\n\n{tree}\n\nmore".encode(), MARKDOWN)


def xml_trees(tags: str, attributes: list[str]) -> st.SearchStrategy[str]:
    """Trees of these elements, in any order, with any of these attributes."""
    return st.recursive(
        st.sampled_from(["", "text ", "a b", "7"]).map(escape),
        lambda inner: st.tuples(
            st.sampled_from(tags.split()),
            st.lists(st.sampled_from(attributes), max_size=3, unique_by=lambda a: a.split("=")[0]),
            st.lists(inner, max_size=5),
        ).map(lambda made: f"<{made[0]} {' '.join(made[1])}>{''.join(made[2])}</{made[0]}>"),
        max_leaves=30,
    )  # fmt: skip


WORD_TREES = xml_trees(
    "w:p w:r w:t w:tbl w:tr w:tc w:tcPr w:trPr w:pPr w:rPr w:gridSpan w:vMerge w:hMerge w:gridBefore w:del w:ins w:sdt "
    "w:sdtContent w:numPr w:numId w:ilvl w:br w:tab w:hyperlink w:drawing w:txbxContent mc:AlternateContent mc:Choice "
    "mc:Fallback w:footnoteReference w:sym w:b w:sz w:outlineLvl w:pStyle w:vanish w:shd w:tblHeader",
    [
        'w:val="1"',
        'w:val="99999999999"',
        'w:val="restart"',
        'w:val="x"',
        'w:val="-1"',
        'w:char="F0B7"',
        'w:id="2"',
        'w:fill="aabbcc"',
    ],
)
ODF_TREES = xml_trees(
    "text:p text:h text:span text:s text:tab text:line-break text:list text:list-item text:note text:note-body "
    "text:note-citation table:table table:table-row table:table-cell table:covered-table-cell table:table-column "
    "table:table-header-rows text:section text:table-of-content text:tracked-changes",
    ['table:number-columns-repeated="16384"', 'table:number-columns-repeated="3"',
     'table:number-rows-repeated="1048576"',
     'table:number-rows-spanned="9999999"', 'table:number-columns-spanned="4"', 'text:outline-level="0"',
     'text:outline-level="2"',
     'table:visibility="collapse"', 'office:date-value="2020-01-01"', 'text:c="1000000"', 'text:start-value="7"'],
)  # fmt: skip
EXCEL_TREES = xml_trees(
    "sheetData row c v is t f mergeCells mergeCell cols col",
    ['r="A1"', 'r="XFD1048576"', 'r="B2"', 'r="7"', 'ref="A1:XFD1048576"', 'ref="B2:C4"', 't="s"', 't="inlineStr"',
     't="b"', 't="d"',
     'hidden="1"', 'min="1"', 'max="16384"', 's="3"', 'r="-4"', 'ht="0"'],
)  # fmt: skip


@FUZZ
@given(tree=WORD_TREES)
def test_any_tree_of_word(tree: str) -> None:
    tried(word(tree), DOCX)


@FUZZ
@given(tree=ODF_TREES)
def test_any_tree_of_opendocument(tree: str) -> None:
    tried(opendocument("text", tree), ODT)
    tried(opendocument("spreadsheet", tree), ODS)


@FUZZ
@given(tree=EXCEL_TREES)
def test_any_tree_of_excel(tree: str) -> None:
    tried(excel(tree), XLSX)


WHOLE = {
    DOCX: word(p("Plan") + tbl(tc("Goal") + tc("Measure"), tc("Less waste") + tc("20%"))),
    ODT: opendocument("text", "<text:h text:outline-level='1'>Plan</text:h><text:p>Less waste</text:p>"),
    XLSX: excel(rows("Goal|Measure", "Less waste|20%")),
}


@pytest.mark.parametrize("media_type", WHOLE)
@FUZZ
@given(cut=st.integers(0, 5000), at=st.integers(0, 5000), sign=st.integers(0, 255))
def test_a_damaged_archive(media_type: str, cut: int, at: int, sign: int) -> None:
    """Cut off, or with a byte changed."""
    whole = WHOLE[media_type]
    changed = bytearray(whole)
    changed[at % len(whole)] = sign
    tried(whole[: cut % len(whole)], media_type)
    tried(bytes(changed), media_type)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@FUZZ
@given(part=st.sampled_from(["document", "styles", "numbering", "footnotes"]), junk=st.binary(max_size=60))
def test_a_part_that_is_no_xml(part: str, junk: bytes) -> None:
    file = io.BytesIO(WHOLE[DOCX])
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(f"word/{part}.xml", junk)
    tried(file.getvalue(), DOCX)


SEEN_THROUGH = st.sampled_from(
    ["# ", "|", " | ", "|---|---|\n", "- ", "1. ", "\n", "\n\n", "> ", "**", "*", "_", "`", "<table><tr><td>", "<td>",
     "<tr>", "</td></tr></table>", "<br>", "<h4>", "</h4>", "+--+--+\n", "```\n", "    ", "\t", "---\n", "===\n",
     "• ", "<ul><li>", "</ul>", "<p>", "</p>", "<div>", "</div>", "\\", " ", "<sup>", "</sup>", "<dl><dt>",
     "<dd>", "</dl>", "~~"]
)  # fmt: skip


@FUZZ
@given(pieces=st.lists(SEEN_THROUGH, max_size=40))
def test_no_word_of_markdown_is_lost_between_its_marks(pieces: list[str]) -> None:
    """Marks that hide nothing, in any order, a word after each."""
    names = [f"w{number}x" for number in range(len(pieces))]
    text = "".join(f"{piece}{name} " for piece, name in zip(pieces, names, strict=True))
    found = " ".join(words_of(tried(text.encode(), MARKDOWN)))
    assert [found.count(name) for name in names] == [1] * len(names)


SHAPES = st.recursive(
    st.just([]),
    lambda inner: st.tuples(HTML_TAGS, st.lists(inner, max_size=4)).map(list),
    max_leaves=30,
)


def spelled(shape: list[object], names: list[str]) -> str:
    """A tree of tags with a word of its own before and behind each tag."""
    if not shape:
        return said(names)
    tag, inner = shape
    assert isinstance(inner, list)
    return f"{said(names)}<{tag}>{said(names)}{''.join(spelled(each, names) for each in inner)}</{tag}>{said(names)}"


def said(names: list[str]) -> str:
    names.append(f"w{len(names)}x")
    return f" {names[-1]} "


@FUZZ
@given(shape=SHAPES)
def test_no_word_of_html_is_lost_between_its_tags(shape: list[object]) -> None:
    names: list[str] = []
    html = spelled(shape, names)
    found = " ".join(words_of(tried(html.encode(), HTML)))
    assert [found.count(name) for name in names] == [1] * len(names)


NAMES = st.lists(st.integers(0, 10**6).map(lambda n: f"w{n}"), min_size=1, max_size=25, unique=True)


@FUZZ
@given(names=NAMES, data=st.data())
def test_no_word_is_lost_or_doubled(names: list[str], data: st.DataObject) -> None:
    """The same words in paragraphs, lists and cells: each format gives each of them once."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(names)), max_size=4)))
    parts = [names[a:b] for a, b in zip([0, *cuts], [*cuts, len(names)], strict=True)]
    kinds = data.draw(st.lists(st.sampled_from(["p", "li", "td"]), min_size=len(parts), max_size=len(parts)))
    for media_type, file in files_of(parts, kinds).items():
        assert sorted(word for word in words_of(tried(file, media_type)) if word in set(names)) == sorted(names), (
            media_type
        )


def files_of(parts: list[list[str]], kinds: list[str]) -> dict[str, bytes]:
    """The same parts as a file of each format."""
    texts = [" ".join(part) for part in parts]
    both = list(zip(kinds, texts, strict=True))
    html = {"p": "<p>{}</p>", "li": "<ul><li>{}</li></ul>", "td": "<table><tr><td>{0}<th>kk<tr><td>kk<td>kk</table>"}
    mark = {"p": "{}\n", "li": "- {}\n", "td": "| {} | kk |\n|---|---|\n| kk | kk |\n"}
    docx = {"p": p("{}"), "li": p("• {}"), "td": tbl(tc("{}") + tc("kk"), tc("kk") + tc("kk"))}
    odt = {
        "p": "<text:p>{}</text:p>",
        "li": "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
        "td": "<table:table>"
        + 2 * "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
        + "</table:table>",
    }
    odt["td"] = odt["td"].replace("{}", "kk", 1)
    quoted = "\n".join(f'"{text}","kk"' for text in texts)
    return {
        HTML: "".join(html[kind].format(text) for kind, text in both).encode(),
        MARKDOWN: "\n".join(mark[kind].format(text) for kind, text in both).encode(),
        DOCX: word("".join(docx[kind].format(text) for kind, text in both)),
        ODT: opendocument("text", "".join(odt[kind].format(text) for kind, text in both)),
        XLSX: excel(rows(*(f"{text}|kk" for text in texts))),
        CSV: quoted.encode(),
    }


def test_every_reader_is_tried() -> None:
    assert set(READERS) - set(OURS) == {"application/pdf", "text/plain"}
