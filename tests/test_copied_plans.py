"""Plans copied from web pages and budgets as text: labels on lines of their own, paragraphs under `Milestones`."""

from __future__ import annotations

from objectives_parser import parse
from objectives_parser.records import Record


def _records(text: str) -> list[Record]:
    return sorted(parse(text.encode(), name="plan.txt").records, key=lambda record: record.where[0].start)


def test_a_label_alone_over_its_statement_whatever_kind_it_has() -> None:
    text = (
        "Commitment 2: Better records\n\nLead agency: The Archive\n\nMilestone 1\n\nPublish the lists of files\n\n"
        "Progress: completed\n\nMilestone 2\n\nDevelop measures of use\n\nEnd date: June 2028\n"
    )
    found = _records(text)
    assert [(record.kind, record.text, len(record.parents)) for record in found] == [
        ("action", "Better records", 0),
        ("milestone", "Publish the lists of files", 1),
        ("milestone", "Develop measures of use", 1),
    ]


def test_paragraphs_of_several_sentences_under_milestones() -> None:
    text = (
        "Our pool\n\nMilestones\n\nOpen the baths to schools. Each class will have its hour in the week.\n\n"
        "Mend the roof of the great hall so that visitors keep dry.\n\n"
    )
    assert [record.text for record in _records(text)] == [
        "Open the baths to schools. Each class will have its hour in the week.",
        "Mend the roof of the great hall so that visitors keep dry.",
    ]


def test_an_indicator_may_be_the_state_that_one_is_to_see() -> None:
    text = "Key performance indicators\n\n• Savings of the merger are realised\n• Visitors' satisfaction\n"
    found = [record.text for record in _records(text)]
    assert found == ["Savings of the merger are realised", "Visitors' satisfaction"]
