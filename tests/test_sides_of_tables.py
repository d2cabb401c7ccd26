"""Tables without a header that blanks lay out: what stands at the left names what stands beside it."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.document import Table
from objectives_parser.layout.text.lines import document_lines
from objectives_parser.layout.text.spaced.rows import page_rows
from objectives_parser.layout.text.spaced.sides import side_tables
from objectives_parser.pipeline import read as read_blocks
from objectives_parser.readers import read as read_file


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


def test_labels_at_the_left_make_a_form_beside_other_tables() -> None:
    form = (
        "Area of Focus #{n}: {area}\n"
        "SMART Goal                                     {goal}\n"
        "                                               by the end of June 2027.\n"
        "Rationale                                      Only one child in five can do so today, and the\n"
        "                                               lake is deep.\n"
        "Evidence-Based Strategy                        {strategy}\n\n\n"
        "Action Steps                Person(s) Responsible      Timeline\n"
        "1. {step}        {who}          August 2026\n\n\n\n"
    )
    plan = read(
        form.format(
            n=1,
            area="Swimming",
            goal="Nine of ten children will swim 50 metres",
            strategy="Lessons in small groups",
            step="Hire two teachers",
            who="Head of sports",
        )
        + form.format(
            n=2,
            area="Reading",
            goal="Eight of ten children will read aloud well",
            strategy="Readers from the town",
            step="Ask the library  ",
            who="Head teacher  ",
        )
    )
    assert [record.text for record in plan.objectives] == [
        "Nine of ten children will swim 50 metres by the end of June 2027.",
        "Lessons in small groups",
        "Eight of ten children will read aloud well by the end of June 2027.",
        "Readers from the town",
    ]
    assert [record.parents for record in plan.actions] == [("objective-2",), ("objective-4",)]


def test_kinds_down_the_side_and_names_along_the_head() -> None:
    plan = read(
        "Our plan in brief\n\n"
        "                                     Learn                              Gather\n\n"
        " Goal               Children arrive at school ready to read    Halls bring neighbours together\n"
        "                    and adults go on learning                  on every day of the week\n\n"
        " Initiatives        • Lend a thousand books to families        • Renovate the east hall\n"
        "                      with small children                      • Open on Sundays\n"
        "                    • Teach English in the evening\n\n"
        " Measures of        • Share of children enrolled               • Visits to each hall a year\n"
        " Success            • Adults who finish a class                • Hours that halls are let\n"
    )
    parents = {record.text: record.parents for record in plan.records}
    texts = {record.id: record.text for record in plan.records}
    learn = "Children arrive at school ready to read and adults go on learning"
    gather = "Halls bring neighbours together on every day of the week"
    assert [texts[one] for one in parents["Teach English in the evening"]] == [learn]
    assert [texts[one] for one in parents["Open on Sundays"]] == [gather]
    assert [texts[one] for one in parents["Hours that halls are let"]] == [gather]


def test_text_in_two_columns_is_no_table() -> None:
    document = read_blocks(
        (
            b"The council of the town has met each month     The harbour is the heart of the town, and\n"
            b"of the year, and has heard what people of       has been so for four hundred years. Boats\n"
            b"all its quarters had to say.                    bring fish, and take away what the town\n"
            b"                                                makes.\n"
            b"Many of them spoke of the roads, which are      It has two moles. The east mole is old and\n"
            b"narrow and steep, and of the lamps.             must be mended.\n"
        ),
        name="plan.txt",
    )
    assert not any(isinstance(block, Table) for block in document.blocks or ())


def test_a_text_without_pages_may_hold_thousands_of_them() -> None:
    """Read one inside the rest of the others, two thousand went deeper than Python can."""
    one = (
        "The council met again in spring and said that it was long and that all of it was read aloud twice.\n\n"
        "Blue harbour         Everyone reads by the age of seven and\n"
        "                     learns to swim in the new pool.\n"
        "Green valley         Open a library in each of the\n                     four quarters of the town soon\n"
        "Old market           The library team of the ward says\n                     that more is to come\n\n"
    )
    rows = page_rows(document_lines(read_file((one * 1_500).encode(), "plan.txt")))
    assert len(side_tables(rows)) == 1_500
