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


def test_titles_and_lines_of_commands_in_text_without_empty_lines() -> None:
    text = (
        "Page 8\nMission Statement\nThe office keeps the records of the town and helps all who ask for\nthem.\n"
        "Goals and Objectives\nContinue to answer letters within a week.\nReduce the costs of paper.\n"
        "Keep the archive open on Saturdays.\n79 Back to Table of Contents\n"
    )
    assert [(record.kind, record.text) for record in _records(text)] == [
        ("objective", "Continue to answer letters within a week."),
        ("objective", "Reduce the costs of paper."),
        ("objective", "Keep the archive open on Saturdays."),
    ]


def test_lines_of_values_under_a_measure_are_no_part_of_it() -> None:
    text = (
        "Goal 1: Answer the public\nObjective 1.1: Answer letters within the time that the council has\nset.\n"
        "Performance Measure 1.1.1: Share of letters answered within a week.\nPrior Year Actual (2024) 80%\n"
        "Current Year Estimate (2025) 85%\nBudget Year Target (2026) 90%\n"
        "Objective 1.2: Report to the council.\nPerformance Measure 1.2.1: Number of reports.\nN/A\n"
        "Prior Year Actual (2024)\nCurrent Year Estimate (2025) 12\nBudget Year Target (2026) 14\n"
    )
    found = [record for record in _records(text) if record.kind == "measure"]
    assert [record.text for record in found] == ["Share of letters answered within a week.", "Number of reports."]
    assert [record.target.text if record.target else None for record in found] == ["90%", "14"]
    assert all(len(record.parents) == 1 for record in found)


def test_captions_over_lists_in_text_without_empty_lines() -> None:
    text = (
        "Goal One: Improve reading for all.\nKey Improvement Strategies:\na. Develop a list of books\n"
        "b. Embed reading in all lessons\nGoal Two: Improve the yard.\nKey Improvement Strategies:\na. Plant trees\n"
        "b. Mend the fence\nRules of the club\nand its aims\nObjectives:\n➢ Hold two meetings each year\n"
    )
    found = _records(text)
    names = {record.id: record.text for record in found}
    assert [(record.text, [names[parent] for parent in record.parents]) for record in found][:4] == [
        ("Improve reading for all.", []),
        ("Develop a list of books", ["Improve reading for all."]),
        ("Embed reading in all lessons", ["Improve reading for all."]),
        ("Improve the yard.", []),
    ]
    assert found[-1].kind == "objective"
    assert found[-1].text == "Hold two meetings each year"


def test_the_status_itself_comes_before_a_response() -> None:
    text = "Recommendation 12.2 – Publish the answers\n\nJoint Response: Accept in principle\n\nStatus: In progress\n"
    assert [record.status for record in _records(text)] == ["In progress"]


def test_br_tags_end_the_lines_of_a_page_and_lone_blanks_begin_items() -> None:
    """A viewer of scanned records writes the page on one line; the bullets are lost, a blank stands for each."""
    page = (
        "WebLink\n<br /> STAFF REPORT <br /> <br />DATE: March 7, 2026 <br /> <br />Staff has prepared plans for "
        "three of the goals developed at <br />our session. Here are the goals that action plans were prepared for: "
        "<br /> <br /> Integrated communications plan – website, social media, improve resident <br />communications "
        "(46 points) <br /> Implement a business retention program (18 points) <br /> Evaluate options for organized "
        "collection contract renewal (15 points, 6 <br />voters) <br /> <br />These were the ones that most of the "
        "members of the council and many <br />others voted for. <br />"
    )
    found = _records(page)
    assert [record.text for record in found] == [
        "Integrated communications plan – website, social media, improve resident communications (46 points)",
        "Implement a business retention program (18 points)",
        "Evaluate options for organized collection contract renewal (15 points, 6 voters)",
    ]
    assert {record.kind for record in found} == {"objective"}


def test_paragraphs_whose_state_is_printed_under_them_are_what_is_followed_up() -> None:
    asked = ("review the risk register", "train its managers in planning", "publish the results of audits")
    text = "This page details our response to these recommendations:\n\nCause for Concern\n\n" + "".join(
        f"The Service should {what} each year\n\nAction Taken\n\nWork goes on\n\nStatus: In progress\n\n"
        for what in asked
    )
    found = _records(text)
    assert [(record.text, record.status, record.category) for record in found] == [
        (f"The Service should {what} each year", "In progress", "Cause for Concern") for what in asked
    ]
    reported = text.replace("The Service should review", "The Service was asked to review").replace(
        "Status: ", "Its end: "
    )
    assert not [record for record in _records(reported) if record.evidence == ("status: printed under it",)]


def test_a_header_whose_cells_stand_below_it_too_is_no_run_on_header() -> None:
    """A spreadsheet's cells written one under the other: nothing tells which column any of them is of."""
    text = "\n\n".join(
        ("Priority Area Objective Code Strategy Indicator Indicator", "Code", "Measurement Source and", "Frequency",
         "Weight Activity / Project Budget Vote No. Baseline Q1 Deliverable target", "Q1 Financial",
         "target Q2 Deliverable", "target", "Q2 Financial target", "Annual Target Custodian", "Strong core team",
         "Core team set up", "Quarterly", "Reports Appointment of", "Manager", "1 Forum Report", "4 Forum Manager",
         "No of sessions held Quarterly")
    )  # fmt: skip
    assert not _records(text)
