"""Markdown: its structure seen through, also where it is broken; every word a slice of the file."""

from __future__ import annotations

import pytest

from objectives_parser.document import Document, Furniture, Heading, ListItem, block_words
from objectives_parser.readers import read
from tests.factories import is_done_within
from tests.holding import grid, holds, outline, tables


def opened(text: str) -> Document:
    document = read(text.encode(), "plan.md")
    assert document.text == text.removeprefix("\ufeff")
    holds(document)
    return document


def only_table(text: str) -> list[list[str]]:
    (found,) = tables(opened(text))
    return grid(found)


def levels(document: Document) -> list[int]:
    return [block.level for block in document.blocks or () if isinstance(block, Heading)]


def test_headings_of_every_kind() -> None:
    marked = "# One #\n\n##Two\n###03 Three\nFour\n----\n\n"
    text = f"{marked}<h4 id='x'>\n\nFive\n\n</h4>\n\n{{% include h.html lvl=3 text='Six' %}}\n"
    document = opened(text)
    assert outline(document) == [("Heading", name) for name in ("One", "Two", "03 Three", "Four", "Five", "Six")]
    assert levels(document) == [1, 2, 3, 2, 4, 3]


def test_a_hash_before_a_number_is_no_heading() -> None:
    assert outline(opened("#1 priority is water\n")) == [("Paragraph", "#1 priority is water")]


def test_emphasis_links_and_tags_are_seen_through() -> None:
    text = '**Lead**: the [*Agency*](http://x/y_(z) "t") <b>will</b> `do` it\\*, 2 * 3 * 4, see [1]. ![pic](a.png)\n'
    (block,) = opened(text).blocks or ()
    assert outline(opened(text)) == [("Paragraph", "Lead: the Agency will do it*, 2 * 3 * 4, see [1].")]
    assert [word.text for word in block_words(block) if word.bold] == ["Lead", "will"]
    assert [word.text for word in block_words(block) if word.italic] == ["Agency"]


def test_what_is_struck_out_has_been_taken_back() -> None:
    text = "Open it by <s>May 2020</s> <b>June 2020</b>\n\nDo ~~this~~ that, about ~5 or ~6 times ~~\n"
    assert outline(opened(text)) == [
        ("Paragraph", "Open it by June 2020"),
        ("Paragraph", "Do that, about ~5 or ~6 times ~~"),
    ]


def test_a_lone_asterisk_stays() -> None:
    assert outline(opened("The target*\n\n\\* see below\n"))[0] == ("Paragraph", "The target*")


def test_lists_with_levels_and_markers() -> None:
    document = opened("1. one\n   - deep\n   more\n2) other\n\n• pasted\n\n- first\n\n  second paragraph\n")
    items = [(block.level, block.marker) for block in document.blocks or () if isinstance(block, ListItem)]
    assert outline(document) == [
        ("ListItem", "1. one"),
        ("ListItem", "- deep more"),
        ("ListItem", "2) other"),
        ("ListItem", "• pasted"),
        ("ListItem", "- first"),
        ("Paragraph", "second paragraph"),
    ]
    assert items == [(0, 1), (1, 1), (0, 1), (0, 1), (0, 1)]


def test_a_table_of_pipes() -> None:
    text = "Before\n| **A** | B |\n|:---|---:|\n| 1<br>2 | x \\| y |\nb | c\n\nAfter\n"
    document = opened(text)
    (found,) = tables(document)
    assert grid(found) == [["A", "B"], ["1 / 2", "x | y"], ["b", "c"]]
    assert all(cell.header == (cell.row == 0) for cell in found.cells)
    assert next(kind for kind, _ in outline(document)) == "Paragraph"
    assert outline(document)[-1] == ("Paragraph", "After")


def test_broken_tables_of_pipes() -> None:
    assert only_table("| A | B |\n|---|---|\n| one |\n| a | b | c |\n| goes\non | here |\n") == [
        ["A", "B"],
        ["one", ""],
        ["a", "b | c"],
        ["goes / on", "here"],
    ]
    assert only_table("| A | B |\n| a | b |\n\n| c | d |\n") == [["A", "B"], ["a", "b"], ["c", "d"]]
    assert only_table("A | B\n--|--\na | b\n") == [["A", "B"], ["a", "b"]]
    assert only_table("| | |\n|---|---|\n| a | b |\n| c | d |\n") == [["a", "b"], ["c", "d"]]


def test_a_table_of_pipes_with_a_cell_a_line() -> None:
    """As converters of web pages write cells of several paragraphs: rows have no marks of their own."""
    text = (
        "What we do\nAction |\nLead |\nBy when |\n---|---|---|\nRepair the hall\nand its roof |\nClerk\n|\nMay 2020 |\n"
        "Plant trees |\n|\n|\nNext year\nAction |\nLead |\nBy when |\n---|---|---|\nMow |\nAll |\n2021 |\nThe end.\n"
    )
    header = ["Action", "Lead", "By when"]
    assert [grid(table) for table in tables(opened(text))] == [
        [header, ["Repair the hall / and its roof", "Clerk", "May 2020"], ["Plant trees", "", ""]],
        [header, ["Mow", "All", "2021"]],
    ]


def test_html_tables_inside_with_empty_lines_and_markdown() -> None:
    text = (
        "<table>\n<tr><th>Goal</th>\n\n<th>Date<sup>1</sup></th></tr>\n"
        '<tr><td rowspan="2" markdown="1">\nLess [waste](/w)\n\n- and **more**\n</td><td>May</td>'
        "</tr>\n<tr><td>June</td></tr></table>\n"
    )
    assert only_table(text) == [["Goal", "Date1"], ["Less waste / - and more", "May"], ["", "June"]]


def test_front_matter_tells_title_and_properties() -> None:
    document = opened('---\ntitle: "Plan: 2020"\nlead: Jo\nnav:\n  - x\n---\n# Aims\n')
    assert document.title == "Plan: 2020"
    assert document.properties["lead"] == "Jo"
    assert outline(document)[1:] == [("Heading", "Aims")]
    assert isinstance(document.blocks[0], Furniture)  # type: ignore[index]


def test_marks_of_site_generators() -> None:
    box = "{div .box}\nLess waste.\n{/div}\n"
    text = box + '<div class="x" markdown="1">\n- one {: .c}\n</div>\n{: .d}\n{% comment %}\nText {{ site.x }} end\n'
    assert outline(opened(text)) == [("Paragraph", "Less waste."), ("ListItem", "- one"), ("Paragraph", "Text end")]


def test_contents_and_notes_are_furniture() -> None:
    text = "1. [One](#one)\n\n2. [Two](#two)\n\nText[^1] goes on.\n\n[^1]: A note\n    over lines\n"
    assert outline(opened(text)) == [
        ("Furniture", "1. One"),
        ("Furniture", "2. Two"),
        ("Paragraph", "Text1 goes on."),
        ("Furniture", "1 A note over lines"),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_and_byte_order_marks(end: str) -> None:
    text = end.join(["\ufeff# Aims", "", "- one", "- two", "", "| A | B |", "|---|---|", "| a | b |", ""])
    assert outline(opened(text)) == [
        ("Heading", "Aims"),
        ("ListItem", "- one"),
        ("ListItem", "- two"),
        ("Table", "A B a b"),
    ]


@pytest.mark.parametrize(
    "text",
    ["*a " * 20_000, "[" * 20_000, "![" * 20_000, "<a " * 20_000, "| " * 20_000 + "\n|--|\n", "- " * 5_000 + "x",
     "> " * 5_000 + "x",
     "<table>" * 5_000, "`" * 20_000, "{% " * 20_000, "<!--" * 10_000, "**a" * 10_000, "\\" * 20_000, "<td>" * 20_000,
     "[a](" * 10_000, "[^" * 10_000],
)  # fmt: skip
def test_hostile_texts_take_no_time(text: str) -> None:
    assert is_done_within(6, lambda: opened(f"# Head\n\n{text}\n\nend\n"))


def test_the_justice_ministrys_page(shared) -> None:  # type: ignore[no-untyped-def]
    """Headings without a blank, box marks, headings printed twice, links inside the actions."""
    data = (shared / "truth/dev/uk-moj-digital-strategy/uk-moj-digital-strategy.md").read_bytes()
    document = read(data, "plan.md")
    holds(document)
    found = outline(document)
    assert ("Heading", "Theme 02 Transforming the way we work") in found
    assert ("ListItem", "4. Completing the transition to GOV.UK for all our services.") in found
    assert not any("{" in text or "](" in text for _, text in found)


def test_the_digital_offices_report(shared) -> None:  # type: ignore[no-untyped-def]
    data = (shared / "truth/dev/dto-annual-report/dto-program-performance.md").read_bytes()
    document = read(data, "report.md")
    holds(document)
    assert document.title == "2. Report on program performance"
    first = tables(document)[0]
    assert grid(first)[0] == ["KPI1", "Target2", "Action", "Comment"]
    assert len(first.cells[11].lines) == 2


def test_a_table_drawn_as_a_grid() -> None:
    text = (
        "+-------+--------+\n| Goal  | Due    |\n+=======+========+\n| Less  | May    |\n| waste | - June |\n"
        "+-------+--------+\n| over both      |\n+-------+--------+\n"
    )
    (found,) = tables(opened(text))
    assert grid(found) == [["Goal", "Due"], ["Less / waste", "May / - June"], ["over both", ""]]
    assert [cell.header for cell in found.cells] == [True, True, False, False, False]


def test_bold_labels_after_breaks_begin_paragraphs() -> None:
    text = "**Owner:** Health  \n**Due**: June 2021  \nnext line\n"
    assert outline(opened(text)) == [("Paragraph", "Owner: Health"), ("Paragraph", "Due: June 2021 next line")]


DASHED = """\
  -------------------------------------------
  Milestone                 Date       Lead
  ------------------------- ---------- ------
  Report on the quality of  June 2026  Office
  water published

  Review done               July 2027  Dean
  -------------------------------------------
"""


def test_a_table_drawn_with_dashes_whose_rows_go_over_lines() -> None:
    (found,) = tables(opened(f"# Plan\n\n{DASHED}\nText.\n"))
    assert grid(found) == [
        ["Milestone", "Date", "Lead"],
        ["Report on the quality of / water published", "June 2026", "Office"],
        ["Review done", "July 2027", "Dean"],
    ]
    assert found.cells[0].header


def test_a_table_drawn_with_dashes_a_row_a_line() -> None:
    text = (
        "Action          Due\n--------------- ---------\nMend the roof   May 2026\nPaint the hall  June 2026\n\nText.\n"
    )
    (found,) = tables(opened(text))
    assert grid(found) == [["Action", "Due"], ["Mend the roof", "May 2026"], ["Paint the hall", "June 2026"]]


@pytest.mark.parametrize("text", ["Plan\n--------\n\nText\n", "---- ----\n\nText\n", "A  B\n\n---- ----\n\nText\n"])
def test_dashes_that_draw_no_table(text: str) -> None:
    assert not tables(opened(text))


UNDER_A_LIST = "# Plan\n\nWe will:\n\n- mend the roof\n- paint the hall\nRead the whole plan\nWho we are\n{}\n"


def test_lines_under_a_list_that_nobody_wrapped_stand_beside_it() -> None:
    """A program that writes each paragraph of a page on a line leaves no empty line behind a list."""
    found = outline(opened(UNDER_A_LIST.format("We are the trustees of the hall, " * 5)))
    assert [kind for kind, _ in found[-4:]] == ["ListItem", "Paragraph", "Paragraph", "Paragraph"]
    assert [text for _, text in found[-4:-1]][1:] == ["Read the whole plan", "Who we are"]


def test_a_wrapped_item_goes_on_at_the_margin() -> None:
    found = outline(opened(UNDER_A_LIST.format("Trustees of the hall")))
    assert [kind for kind, _ in found[-2:]] == ["ListItem", "ListItem"]


def test_tables_torn_line_by_line_are_told() -> None:
    torn = (
        "Mend the northern light Ships find the port First\n"
        "| before the autumn | in the dark | quarter |\n| --- | --- | --- |\nstorms\n"
    )
    whole = "| Action | Measure |\n| --- | --- |\n| Mend the light | Ships call |\n\nThe port is open.\n\n"
    found = [finding.code for finding in read((torn * 3).encode(), "plan.md").findings]
    assert "torn-tables" in found
    found = [finding.code for finding in read((whole * 4).encode(), "plan.md").findings]
    assert "torn-tables" not in found


def test_torn_tables_are_read_as_the_text_that_they_were() -> None:
    row = "| Mend the light | Ships call  |\n| -------------- | ----------- |\nbefore storms\n"
    document = read((row * 3).encode(), "plan.md")
    assert document.blocks is None
    assert [word.text for word in document.pages[0].words][:7] == [
        "Mend",
        "the",
        "light",
        "Ships",
        "call",
        "before",
        "storms",
    ]
    assert "|" not in document.text
