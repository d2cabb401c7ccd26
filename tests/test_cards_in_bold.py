"""Cards whose title is the statement, label and all, in bold: `Milestone: Hire four clerks` over its dates."""

from __future__ import annotations

import io

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from objectives_parser import Plan, parse

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12)


def printed(*lines: str) -> Plan:
    """The lines as paragraphs of one page; an empty one is white room."""
    file = io.BytesIO()
    parts = [Paragraph(line, BODY) if line else Spacer(1, 10) for line in lines]
    SimpleDocTemplate(file, invariant=1).build(parts)
    return parse(file.getvalue(), name="plan.pdf")


def test_each_card_is_a_record_with_its_fields() -> None:
    cards = [
        (
            f"<b>Milestone: {deed}</b>",
            "",
            f"<b>Due Date:</b> {due}",
            "",
            f"<b>Owner:</b> {owner}",
            "",
            f"<b>Comments:</b> {said}",
            "",
        )
        for deed, due, owner, said in (
            ("Publish one list of what counts as proof", "June 2027", "Policy Office", "Published in March"),
            ("Hire forty examiners", "July 2027", "Human Capital", "Thirty on board so far"),
            ("Send the folder to all offices", "May 2028", "Information Office", "It took longer than planned"),
        )
    ]
    plan = printed(*(line for card in cards for line in card))
    assert [(record.text, record.owner) for record in plan.milestones] == [
        ("Publish one list of what counts as proof", "Policy Office"),
        ("Hire forty examiners", "Human Capital"),
        ("Send the folder to all offices", "Information Office"),
    ]


def test_a_word_behind_a_label_in_bold_heads_what_follows() -> None:
    plan = printed("<b>Objective: Water</b>", "", "Mend the pipes of the upper town by 2029.", "", "It leaks.")
    assert [record.text for record in plan.objectives] != ["Water"]


def test_a_card_says_what_is_counted_and_the_years_under_it() -> None:
    html = "<h1>Plan</h1><h2>Objective 1: All children have a good start in life</h2>" + "".join(
        f"<h4>Measure: {what}</h4><p><b>2026/27 actual:</b> {now}</p><p><b>2027/28 target:</b> {then}</p>"
        for what, now, then in (
            ("Number of meals served in schools", "412", "640"),
            ("Percentage of three-year-olds who were seen by a nurse", "58%", "62%"),
            ("Rate of children who learn to swim", "40%", "55%"),
        )
    )
    measures = parse(html.encode(), name="plan.html").measures
    assert [record.text.split()[0] for record in measures] == ["Number", "Percentage", "Rate"]
    assert {record.parents for record in measures} == {("objective-1",)}


def test_fields_in_bold_are_lines_of_their_own_below_the_title() -> None:
    plan = printed(
        "<b>Measure: Number of meals served in<br/>all schools</b><br/>"
        "<b>2026/27 actual:</b> 412<br/><b>2027/28 target:</b> 640",
        "",
        "The town counts them each autumn and says in the spring what it has found, school by school.",
    )
    assert [record.text for record in plan.measures] == ["Number of meals served in all schools"]
