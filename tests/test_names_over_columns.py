"""Headings set right under one another, and names over columns of sentences."""

from __future__ import annotations

from objectives_parser import parse
from objectives_parser.document import Heading
from objectives_parser.layout.pages import page_blocks
from objectives_parser.layout.tables import find_tables
from tests.sheets import Sheet, texts


def headings(*lines: str) -> list[str]:
    sheet = Sheet().text(50, 100, *lines, size=14, bold=True)
    sheet.text(50, 150, *["The river rises every spring and the town waits for the water to fall"] * 4)
    return [
        " ".join(line.text for line in block.lines)
        for block in page_blocks((sheet.page(),))
        if isinstance(block, Heading)
    ]


def test_a_named_heading_is_none_with_the_title_above() -> None:
    title = "Harbour and river walls of the old town: the plan for 2027 to 2031"
    assert headings(title, "Outcome A – Quays are safe") == [title, "Outcome A – Quays are safe"]


def test_a_title_that_goes_on_with_a_name_is_one() -> None:
    title = "What the town has done in the last two years for all quays under"
    assert headings(title, "Goal 2: Clean quays") == [f"{title} Goal 2: Clean quays"]


def test_sentences_side_by_side_under_names_of_columns_are_rows() -> None:
    goals = ["The walls of the old harbour hold", "through every storm of the year and", "need no more than care"]
    steps = ["Masons look at each wall in autumn", "and mend what the summer has opened", "before the first storm"]
    sheet = Sheet().text(50, 100, "Goals", bold=True).text(300, 100, "Strategies", bold=True)
    sheet.across(115, 45, 550)
    for top in (120, 165):
        sheet.text(50, top, *goals).text(300, top, *steps).across(top + 40, 45, 550)
    (table,) = find_tables(sheet.page())
    assert texts(table) == [["Goals", "Strategies"], *[[" ".join(goals), " ".join(steps)]] * 2]


def test_a_label_in_a_title_over_its_fields_names_what_it_is() -> None:
    text = "# Milestones\n\n### Milestone: Form asks no more than it needs\n\nTarget Date: May 2027\n\nStatus: Done\n"
    text += "\n### Milestone: Boats of nine ports counted\n\nStatus: Late\n"
    plan = parse(text.encode(), name="plan.md")
    assert [record.text for record in plan.milestones] == [
        "Form asks no more than it needs",
        "Boats of nine ports counted",
    ]


def test_a_label_in_a_title_over_text_is_a_heading() -> None:
    text = "# Plan\n\n### Milestone: Form for all\n\nThe office has many forms and none is liked.\n"
    assert not parse(text.encode(), name="plan.md").milestones
