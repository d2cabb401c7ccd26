"""Labels in small capitals over what they name, again and again in one order."""

from __future__ import annotations

import pytest

from objectives_parser import parse
from objectives_parser.document import Furniture, Line, Paragraph, Table, block_words
from objectives_parser.layout.pages import page_blocks
from objectives_parser.layout.stacked_records import with_stacked_records
from tests.sheets import Sheet, texts

RECORDS = [
    {"TASK": ["Part the storm drains"], "RESPONSIBLE": ["Sewer District"], "INDICATOR": ["Miles parted", "Homes dry"]},
    {"TASK": ["Pay for valves"], "RESPONSIBLE": ["Building Office"], "INDICATOR": ["Valves set"]},
    {"TASK": ["Bury the mains"], "INDICATOR": ["Miles buried"]},
]
NAMES = ["TASK", "RESPONSIBLE", "INDICATOR"]


def stacks(records: list[dict[str, list[str]]], *, bold: bool = True, size: float = 8.0) -> Sheet:
    sheet, top = Sheet(), 100.0
    sheet.text(50, 60, "By then the worst streets will be dry, as the council said in spring of last year.")
    for record in records:
        for name, values in record.items():
            sheet.text(50, top, name, bold=bold, size=size)
            top += 14
            for value in values:
                sheet.text(50, top, value)
                top += 20
        top += 12
    return sheet


def test_each_record_is_a_row_and_each_label_a_column() -> None:
    (table,) = (block for block in page_blocks((stacks(RECORDS).page(),)) if isinstance(block, Table))
    assert texts(table)[0] == NAMES
    assert [[cell.text for cell in table.cells if cell.row == row] for row in (1, 2, 3)] == [
        ["Part the storm drains", "Sewer District", "Miles parted Homes dry"],
        ["Pay for valves", "Building Office", "Valves set"],
        ["Bury the mains", "Miles buried"],
    ]


def test_no_word_is_lost_and_labels_printed_again_are_furniture() -> None:
    page = stacks(RECORDS).page()
    blocks = page_blocks((page,))
    assert sorted(word.start for block in blocks for word in block_words(block)) == [word.start for word in page.words]
    again = [line.text for block in blocks if isinstance(block, Furniture) for line in block.lines]
    assert again == ["TASK", "RESPONSIBLE", "INDICATOR", "TASK", "INDICATOR"]


def test_text_behind_the_last_record_is_its_own() -> None:
    sheet = stacks(RECORDS)
    sheet.text(50, 480, "The council reports on all of this in the autumn of each year, and to the people as well.")
    last = page_blocks((sheet.page(),))[-1]
    assert isinstance(last, Paragraph)
    assert last.lines[0].text.startswith("The council reports")


@pytest.mark.parametrize(
    "records",
    [
        RECORDS[:1],
        [dict(reversed(record.items())) if number % 2 else record for number, record in enumerate(RECORDS)],
        [{"TASK": record["TASK"], "INDICATOR": record["INDICATOR"]} for record in RECORDS],
        [{"NORTH": ["Rain fell"], "SOUTH": ["Wind blew"], "WEST": ["Snow lay"]}] * 3,
    ],
    ids=["once", "no order", "two labels", "no names of columns"],
)
def test_what_is_no_stack_of_records_stays_text(records: list[dict[str, list[str]]]) -> None:
    assert not any(isinstance(block, Table) for block in page_blocks((stacks(records).page(),)))


def test_labels_that_mark_up_sets_apart_are_labels_too() -> None:
    text = "## Objective 1. No home floods\n\n" + "\n\n".join(
        f"**{name}**\n\n{value}" for record in RECORDS[:2] for name, values in record.items() for value in values[:1]
    )
    plan = parse(text.encode(), name="plan.md")
    assert [(record.text, record.owner) for record in plan.actions] == [
        ("Part the storm drains", "Sewer District"),
        ("Pay for valves", "Building Office"),
    ]
    assert [record.parents for record in plan.measures] == [("action-1",), ("action-2",)]


def test_parts_of_a_section_under_each_aim_are_no_record() -> None:
    text = "".join(
        f"## {name}\n\n### Actions\n\n- Open two {what}\n- Mend the {what}\n\n### Indicator\n\nVisits to the {what}\n\n"
        "### Lead\n\nWorks\n\n"
        for name, what in (("Objective 1: Clean streets", "yards"), ("Objective 2: Green parks", "gardens"))
    )
    plan = parse(text.encode(), name="plan.md")
    assert {record.parents for record in plan.measures} == {("objective-1",), ("objective-2",)}


def paragraphs(*lines: str) -> list[Paragraph]:
    """A paragraph for each line; names in capitals are set small and bold."""
    sheet = Sheet()
    for at, line in enumerate(lines):
        sheet.text(50, 20 * at, line, bold=line in NAMES, size=8.0 if line in NAMES else 10.0)
    words = sheet.page().words
    rows = [
        tuple(word for word in words if word.bbox is not None and word.bbox[1] == 20 * at) for at in range(len(lines))
    ]
    return [Paragraph(lines=(Line(row),)) for row in rows]


def test_a_foot_amid_the_text_behind_the_last_record_is_kept_once() -> None:
    said = [text for record in RECORDS[:2] for name, values in record.items() for text in (name, values[0])]
    behind = ["Harbour Plan 7", "The board reports on this in autumn.", "Harbour Plan 8", "It tells the people too."]
    blocks = [
        Furniture(lines=block.lines) if block.lines[0].text.startswith("Harbour") else block
        for block in paragraphs(*said, *behind)
    ]
    found = with_stacked_records(blocks)
    assert [type(block) for block in found] == [Table, Furniture, Furniture, Paragraph, Furniture, Paragraph]
    starts = [word.start for block in blocks for word in block_words(block)]
    assert sorted(word.start for block in found for word in block_words(block)) == starts
