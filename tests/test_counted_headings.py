"""Plain text of converters: numbered headings under lists, items whose lines are not set in, rows of one line."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.document import Heading, Line, ListItem, Paragraph, Word
from objectives_parser.layout.text.counted_headings import with_counted_headings


def line(text: str) -> tuple[Line, ...]:
    places = [at for at in range(len(text)) if not text[at].isspace() and (not at or text[at - 1].isspace())]
    words = ((at, text[at:].split()[0]) for at in places)
    return (Line(tuple(Word(text=word, start=at, end=at + len(word), page=None, bbox=None) for at, word in words)),)


def headings(*items: str) -> list[str]:
    """Which of these items are headings between `2) Answer letters` and `4) Train clerks`, text under the last."""
    listed = (ListItem(lines=line(item), marker=1) for item in items)
    parts = (Heading(lines=line("2) Answer letters"), level=2), *listed, Paragraph(lines=line("It is shut.")))
    found = with_counted_headings([*parts, Heading(lines=line("4) Train clerks"), level=2)])
    return [block.lines[0].text for block in found[1:-1] if isinstance(block, Heading)]


def test_a_number_between_two_headings_is_the_heading_between_them_and_no_item() -> None:
    assert headings("- Name a clerk", "3) Open the archives") == ["3) Open the archives"]


def test_a_number_that_its_own_list_counts_or_that_is_written_otherwise_stays_an_item() -> None:
    assert not headings("2) Name a clerk", "3) Open the archives")
    assert not headings("- Name a clerk", "3. Open the archives")
    assert not headings("3) Open the archives", "- Name a clerk")


ITEM = """• Guard the Money of the Town. The council is determined to work with all of its offices and with those of the
Audit Board of the Region, which looks at its books each year, so that no money is lost. In line with the rules of the
Audit Act, the council will go on to take all of the steps that cost little, and its offices will be given new tools and
training. The Board will be told of each step. These steps will help the offices of the council and the \
offices of the Region to be good stewards of all of the money that has been given to them, and the council will tell of
Regional Funds in its yearly report.
• Publish the Books. All of the books of the council and of its boards will be open to all who want to read them from
Monday to Friday in the reading room of the town hall, where a clerk of the Archive helps to read what is in them.
"""


def test_the_lines_of_an_item_that_are_not_set_in_are_told_by_how_full_they_are() -> None:
    plan = parse(("The council will:\n\n" + ITEM).encode(), name="plan.txt")
    assert [(action.text[:16], action.text[-16:]) for action in plan.actions] == [
        ("Guard the Money ", "s yearly report."),
        ("Publish the Book", "what is in them."),
    ]


ROWS = """Key Milestone                                               Milestone     Milestone   Change from
                                                            Due Date      Status      last quarter

Finish the forms                                                 FY18Q1      Met          N/A
Print forms                                                      FY18Q2
First Mailing of forms                                           FY18Q2
Web form in service                                              FY18Q2
Conduct Web survey                                               FY18Q2
Begin visits                                                     FY18Q3
"""


def rows() -> Plan:
    return parse(ROWS.encode(), name="plan.txt")


def test_a_whole_date_on_each_line_is_a_row_each() -> None:
    assert [(step.text, step.due and step.due.text) for step in rows().milestones] == [
        ("Finish the forms", "FY18Q1"),
        ("Print forms", "FY18Q2"),
        ("First Mailing of forms", "FY18Q2"),
        ("Web form in service", "FY18Q2"),
        ("Conduct Web survey", "FY18Q2"),
        ("Begin visits", "FY18Q3"),
    ]
