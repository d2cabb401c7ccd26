"""Sections whose parts serve what the section is for, in flow and in tables."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse


def served(plan: Plan) -> list[tuple[str, str | None, list[str]]]:
    texts = {record.id: record.text for record in plan.records}
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.text, record.label, [texts[parent] for parent in record.parents]) for record in in_order]


@pytest.mark.parametrize("part", ["Strategies", "How we will do it", "Key actions"])
def test_what_a_section_is_for_over_the_part_that_says_how(part: str) -> None:
    text = f"""\
Care of the sick

To give good care to all.

{part}

• Mend the old clinic
• Train nurses in every village

Research on health

To find out what keeps people well.

{part}

• Study what people eat
• Publish all findings
"""
    care, research = "To give good care to all.", "To find out what keeps people well."
    assert served(parse(text.encode(), name="plan.txt")) == [
        (care, None, []),
        ("Mend the old clinic", None, [care]),
        ("Train nurses in every village", None, [care]),
        (research, None, []),
        ("Study what people eat", None, [research]),
        ("Publish all findings", None, [research]),
    ]


TABLE = """\
<html><body><h2>Work</h2><table>
<tr><th>{first}</th><th>Activities</th><th>Milestones</th></tr>
<tr><td colspan=3>3. <b>Building skills</b><br>OUTCOME 3: Officers have the skills that the law asks for</td></tr>
<tr><td>3.1 {aim}</td><td>Write a job description</td><td>Description approved</td></tr>
<tr><td></td><td>Train the trainer abroad</td><td>Training held</td></tr>
<tr><td>3.2 A handbook is in force</td><td>Review the handbook</td><td>Handbook endorsed</td></tr>
</table></body></html>
"""


def test_a_column_without_a_known_name_over_several_activities_says_what_they_are_for() -> None:
    text = TABLE.format(first="Relation to the guidelines", aim="A trainer is appointed by the ministry")
    outcome, aim = "Officers have the skills that the law asks for", "A trainer is appointed by the ministry"
    found = [line for line in served(parse(text.encode(), name="plan.html")) if line[1] or line[2] == [aim]]
    assert found == [
        (outcome, "OUTCOME 3", []),
        (aim, "3.1", [outcome]),
        ("Write a job description", None, [aim]),
        ("Train the trainer abroad", None, [aim]),
        ("A handbook is in force", "3.2", [outcome]),
    ]


def test_topics_in_such_a_column_are_no_aims() -> None:
    text = TABLE.format(first="Subject", aim="Trainers").replace("A handbook is in force", "Handbooks")
    assert [record.text for record in parse(text.encode(), name="plan.html").objectives] == [
        "Officers have the skills that the law asks for"
    ]


def test_what_is_done_in_steps_is_an_action() -> None:
    text = "".join(
        f"{title}\n\n{deed}\n\nImplementation steps\n\n• {step}\n\n"
        for title, deed, step in [
            ("Buildings", "Adopt a standard for large buildings.", "Convene the owners of mills"),
            ("Charging", "Install charging ports in all car parks.", "Ask firms for proposals"),
        ]
    )
    plan = parse(text.encode(), name="plan.txt")
    assert [(record.kind, record.label, record.parents) for record in plan.records] == [
        ("action", None, ()),
        ("action", None, (plan.actions[0].id,)),
        ("action", None, ()),
        ("action", None, (plan.actions[2].id,)),
    ]
