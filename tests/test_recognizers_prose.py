"""Running text and lists: what is promised, told from what is forecast, reported or explained."""

from __future__ import annotations

import attrs
import pytest

from objectives_parser import Plan, parse
from objectives_parser.document import ListItem, Table
from objectives_parser.reading import recognize
from objectives_parser.recognizers.commitments import commitment_kind
from objectives_parser.recognizers.wordings import is_goal_sentence, is_past, names_deed
from objectives_parser.roles import is_imperative
from tests.factories import Text


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def texts(plan: Plan) -> list[str]:
    return [record.text for record in plan.records]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 the Department will publish a new strategy for the region.",
        "By 2030, mulberry and fruit orchard areas will be expanded to 6,000 ha.",
        "(Transport) By 2030, expand the electric rail network to 200 km.",
        "By 2025, sales of electric vehicles will be 25% of all sales.",
        "These priorities overlap, so the Office of Resilience will work with the community in 2018.",
        "The city has announced that it will close the plant by 2025 for good.",
        "The City, in partnership with the County, will increase transit funding by 2022.",
        "Fee payment (starting with tribunal fees): this will be introduced in July 2013.",
        "We aim to halve the number of accidents in the harbour by 2030.",
        "The city has committed to becoming free of smoke by 2050.",
        "The board has agreed to publish its minutes from January 2026.",
        "The pilot will begin in September 2026 and run for a year.",
    ],
)
def test_who_promises_something_commits(text: str) -> None:
    assert commitment_kind(text) == "action"


@pytest.mark.parametrize(
    "text",
    [
        "In 2025, more than 90 percent of the projected jobs will be in energy efficiency.",
        "Heavy duty vehicles will also see improved emissions due to new standards by 2018.",
        "In addition, new federal fuel economy standards will reduce carbon pollution by 21% by 2030.",
        "Assumes that we will achieve half of the maximum amount of clean energy by 2018.",
        "With this contribution, Ruritania will be a net sink of emissions by 2030.",
        "The final balance of the account will transfer to the agency from 1 July 2017.",
        "The first global stocktake will take place in 2023 in a city not yet chosen.",
        "The Agency Priority Goal will increase by 5% in FY 2019 over the number of loans.",
        "Phases II and III, planned for completion by FY 2023, include an extension that will contribute 20,000 MWh.",
        "If the study shows savings, we will buy the vehicles in 2019.",
        "The Paris Agreement aims to limit warming to 1.5 degrees by 2100.",
        "The federal government has pledged to plant many trees by 2030.",
        "By 2030 the population of the town will reach 52,000.",
        "The grant for the new bus lines will end in September 2026.",
        "In 2010, power generation was responsible for 40 percent of water use in the state.",
        "* We will publish the figures in 2019 on our website.",
    ],
)
def test_what_happens_by_itself_is_no_commitment(text: str) -> None:
    assert commitment_kind(text) is None


def test_a_promise_in_the_sentence_behind_a_fact_stands_alone() -> None:
    plan = read("# The region\n\nJobs are expected to grow in the region. In 2025 the City will open a job centre.\n")
    assert texts(plan) == ["In 2025 the City will open a job centre."]


def test_the_sentence_that_explains_a_commitment_stays_with_it() -> None:
    plan = read("# The region\n\nThe plan will be updated by 2021. It will name milestones for each sector.\n")
    assert texts(plan) == ["The plan will be updated by 2021. It will name milestones for each sector."]


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Designated a liaison to monitor progress in the region", True),
        ("Held 12 meetings with partners", True),
        ("Developed and implemented procedures for safety", True),
        ("Improved access to primary care", False),
        ("Expanded use of renewable energy", False),
        ("Set a target for each department", False),
    ],
)
def test_past_work_begins_with_what_somebody_did(text: str, past: bool) -> None:
    assert is_past(text) == past


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Train lending staff on system improvements", True),
        ("Engaging in longer lease terms. Longer terms support lower rents.", True),
        ("Outreach to small lenders", True),
        ("Entrepreneurs may not be aware of loan products; the agency will tell them", False),
        ("The agencies have experience with such data.", False),
        ("The number of institutions passing an audit", False),
    ],
)
def test_what_a_strategy_slide_lists(text: str, named: bool) -> None:
    assert names_deed(text) == named


def test_risks_under_a_strategy_heading_are_no_actions() -> None:
    plan = read(
        "# Goal Structure & Strategies\n\nExternal Factors and Mitigation Strategies\n\n"
        "- A lack of coordination with partners outside the agency\n- Major management challenges in the field\n"
    )
    assert texts(plan) == []


@pytest.mark.parametrize("heading", ["Guiding Principles", "Lessons learned", "Key Accomplishments in 2019", "Risks"])
def test_headings_that_explain_announce_no_actions(heading: str) -> None:
    plan = read(f"# {heading}\n\n- Promote regional cooperation\n- Preserve neighbourhoods\n- Lead by example\n")
    assert texts(plan) == []


def test_what_a_body_has_done_is_no_action() -> None:
    plan = read(
        "# Health and safety\n\nIn line with its commitment to safety, the agency has:\n\n"
        "- implemented health and safety policies\n- promoted the use of counselling\n"
    )
    assert texts(plan) == []


COMMITMENTS = """# National Action Plan

## 1) Ensure Accountability for Grants

Every year the government spends much on grants. Under this commitment, Federal agencies will:

- Review data standards when they are published
- Align reform initiatives with the agenda

## 2) Provide Public Access to Funded Research

The office will develop a report on open science.

## 3) Using Open Data to Improve Public Health

The agency holds much data.

## 4) Improve Transparency of Assistance

Transparency matters.

### Improve Transparency in the Defense Sector

The department will publish what it buys.
"""


def test_sister_headings_that_tell_what_to_do_are_aims_over_what_is_done_for_them() -> None:
    plan = read(COMMITMENTS)
    assert [(record.label, record.text) for record in plan.objectives] == [
        ("1", "Ensure Accountability for Grants"),
        ("2", "Provide Public Access to Funded Research"),
        ("3", "Using Open Data to Improve Public Health"),
        ("4", "Improve Transparency of Assistance"),
    ]
    assert [(record.text, record.owner, record.parents) for record in plan.actions] == [
        ("Review data standards when they are published", "Federal agencies", ("objective-1",)),
        ("Align reform initiatives with the agenda", "Federal agencies", ("objective-1",)),
        ("Improve Transparency in the Defense Sector", None, ("objective-4",)),
    ]


def test_a_lead_in_that_only_parts_lets_its_items_speak() -> None:
    plan = read(
        "# Census\n\nOptimizing Self-Response:\n\n- Maximize online response\n- Validate the contact strategy\n"
    )
    assert texts(plan) == ["Maximize online response", "Validate the contact strategy"]


def test_what_somebody_must_do_to_qualify_is_no_action() -> None:
    plan = read(
        "# Audit\n\nIn this audit I also:\n\n- Identify the risks of misstatement\n- Evaluate the policies used\n"
    )
    assert texts(plan) == []


def test_a_list_goes_on_behind_the_paragraphs_of_its_item() -> None:
    plan = read(
        "# Data\n\nTo open its data, the Federal Government will:\n\n"
        "- Expand the use of equitable data. The order called for a group.\n\n"
        "The government commits to its recommendations.\n\n"
        "- Revise the standards for race and ethnicity. The office began a review.\n"
    )
    assert [(record.text.split(".")[0], record.owner) for record in plan.actions] == [
        ("Expand the use of equitable data", "the Federal Government"),
        ("Revise the standards for race and ethnicity", "the Federal Government"),
    ]


def test_a_heading_that_prints_a_listed_objective_again_opens_it() -> None:
    plan = read(
        "# Themes\n\nThe priorities are:\n\n- Improve Access to Data\n- Transform Service Delivery\n\n"
        "## Improve Access to Data\n\nThe agency will:\n\n- Publish its data\n\n"
        "## Transform Service Delivery\n\nThe agency will:\n\n- Reduce paperwork\n"
    )
    assert [(record.text, record.parents) for record in plan.actions] == [
        ("Publish its data", ("objective-1",)),
        ("Reduce paperwork", ("objective-2",)),
    ]
    assert len(plan.objectives) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania’s target is to maintain its status as a carbon neutral country.",
        "Under the strategy the kingdom has set the goal to achieve zero waste.",
        "The goal of the agency is to serve its users.",
    ],
)
def test_a_goal_sentence_is_an_objective(text: str) -> None:
    assert texts(read(f"# Waste\n\n{text}\n")) == [text]


def test_a_labelled_part_over_the_sentence_that_tells_its_aim_is_an_objective() -> None:
    plan = read(
        "# Adaptation\n\nThe programme is based on two pillars:\n\n- Pillar 1: An enabling environment for all\n\n"
        "The project development objective is to put in place an enabling environment.\n\n"
        "- Pillar 2: Land use mapping and planning\n\nIt consists of several parts.\n"
    )
    assert [(record.label, record.text, record.parents) for record in plan.objectives] == [
        ("Pillar 1", "An enabling environment for all", ()),
        (None, "The project development objective is to put in place an enabling environment.", ("objective-1",)),
        ("Pillar 2", "Land use mapping and planning", ()),
    ]


def test_rows_of_a_table_serve_the_listed_objective_that_its_title_prints_again() -> None:
    page = Text()
    listed = ListItem(lines=(page.line("- Pillar 1: An enabling environment"),), marker=1, level=0)
    blocks = (
        page.heading("Adaptation"),
        listed,
        page.paragraph("The project development objective is to put in place an enabling environment."),
        page.heading("Costs"),
        titled_table(page, "Pillar 1: The enabling environment", ("Action", "Cost"), ("Review the policies", "35,000")),
    )
    reading = recognize(page.document(*blocks))
    assert [(record.text, record.parents) for record in reading.records if record.kind == "action"] == [
        ("Review the policies", ("objective-1",))
    ]


def titled_table(page: Text, title: str, *rows: tuple[str, ...]) -> Table:
    table = page.table((title, ""), *rows)
    cells = tuple(
        attrs.evolve(cell, column_span=2, header=False) if cell.row == 0 else attrs.evolve(cell, header=cell.row == 1)
        for cell in table.cells
    )
    return attrs.evolve(table, cells=cells)


def test_the_announcement_of_a_list_is_no_aim() -> None:
    plan = read(
        "# Strategic priorities\n\nWe have identified five strategic priorities that will drive our work.\n\n"
        "## Priority 1: Set the vision\n\nText.\n"
    )
    assert texts(plan) == ["Set the vision"]


@pytest.mark.parametrize(
    ("lead", "due"),
    [
        (
            "The following options will be explored by the City between now and year-end 2020.",
            "between now and year-end 2020",
        ),
        (
            "The following will be undertaken within 90 days of adoption of the plan.",
            "within 90 days of adoption of the plan",
        ),
        ("Beyond 2020. The following options will be explored with partners.", "Beyond 2020"),
        ("The following actions will be completed by 2030.", "by 2030"),
    ],
)
def test_a_sentence_dates_all_that_stands_under_its_heading(lead: str, due: str) -> None:
    plan = read(
        f"# Recommendations\n\n## Soon\n\n{lead}\n\n### Renters\n\nThe City will set up a task force on renting.\n\n"
        "### Codes\n\nThe City will adopt a code by March 2019.\n\n## Later\n\n### Water\n\nThe City will save water.\n"
    )
    dues = [record.due.text if record.due else None for record in plan.actions]
    assert dues == [due, "by March 2019", None]


@pytest.mark.parametrize(
    "text",
    [
        "efficient, and there will be continued opportunities to capture savings in the 2025-2030 timeframe.",
        "With projections of growth through 2025, the Department intends to make thoughtful choices.",
    ],
)
def test_the_date_of_a_circumstance_is_no_due(text: str) -> None:
    assert texts(read(f"# Airport\n\n{text}\n")) == []


def test_dated_phases_are_checkpoints_of_the_count_above_them() -> None:
    plan = read(
        "# Goal 1: Better service\n\nNumber of call centers with expanded hours:\n\n"
        "- Phase 1 – by 6/30/18, calls come until 11 pm\n- Phase 2 – by 3/31/19, calls come all day\n\n"
        "Number of call centers that meet the standard:\n\n- Phase 1 – by 6/30/18, monthly speed <= 70 seconds\n"
    )
    assert [(record.kind, record.label, record.parents) for record in plan.records if record.kind != "objective"] == [
        ("measure", None, ("objective-1",)),
        ("measure", None, ("objective-1",)),
        ("milestone", "Phase 1", ("measure-1",)),
        ("milestone", "Phase 2", ("measure-1",)),
        ("milestone", "Phase 1", ("measure-2",)),
    ]


@pytest.mark.parametrize(
    "text",
    ["\\*Firms counted once a year.", "Source: National Center", "As of Dec 14, 2017", "DoD DOE HHS VA NASA DHS"],
)
def test_notes_and_axes_under_indicators_are_no_measures(text: str) -> None:
    assert texts(read(f"# Key Indicators\n\n{text}\n")) == []


def test_a_value_of_the_indicator_above_is_no_measure_of_its_own() -> None:
    plan = read("# Key Indicators\n\n- Percent of small firms\n  - FY 2019 Target: 23%\n  - FY 2016 Baseline: 24%\n")
    assert texts(plan) == ["Percent of small firms"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Target housing vouchers to the most vulnerable veterans", True),
        ("Target date to be set", False),
        ("Focus on the poor", True),
        ("Focus of the plan", False),
        ("Open Government to increase integrity", False),
        ("Open new offices in the region", True),
    ],
)
def test_doubtful_words_that_command(text: str, told: bool) -> None:
    assert is_imperative(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The country commits to unconditionally generate 18% of its power from renewables by 2030.",
        "The Republic of Ruritania will reduce its emissions by 21 % in 2030.",
        "The Republic commits to reducing its greenhouse gas emissions by 20% below the baseline by 2030.",
        "The agency is targeting the launch of three to five satellites a year in 2028 and 2029.",
    ],
)
def test_a_level_promised_in_figures_is_an_aim(text: str) -> None:
    assert commitment_kind(text) == "objective"


def test_a_plan_of_actions_lists_actions() -> None:
    text = """Parish Action Plan 2026/27

Much is done every year and will go on. These have been found besides:
1. Village Green
- To maintain the footpaths
- To consider a shelter by the pond
2. Prepare for the elections
- Encourage people to stand
"""
    plan = parse(text.encode(), name="plan.txt")
    assert [record.text for record in plan.actions] == [
        "To maintain the footpaths",
        "To consider a shelter by the pond",
        "Prepare for the elections",
        "Encourage people to stand",
    ]


def test_a_label_begins_a_statement_where_the_source_breaks_the_line() -> None:
    text = """Priority 1: Keep the parks clean

Goals:
- Empty every bin daily
- Paint the gates
Priority 2: Make the streets safe
Goals:
- Light every path
"""
    plan = parse(text.encode(), name="plan.md")
    assert [record.text for record in plan.objectives if record.level == "priority"] == [
        "Keep the parks clean",
        "Make the streets safe",
    ]


def test_what_tells_how_far_something_has_come_promises_nothing() -> None:
    notes = ["May 9, 2027 Status: ", "Update (June 2027): ", "Progress to date: "]
    told = "The council will review all comments on the plan by May 2028."
    assert texts(read("Comments were many.\n\n" + told)) == [told]
    assert not [text for note in notes for text in texts(read("Comments were many.\n\n" + note + told))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The first plan of the piers is scheduled for completion in the spring of 2028.", "milestone"),
        ("The new pier is due to be opened to the public by June 2028.", "milestone"),
        ("The harbour games of the county are scheduled for June 2028 in Ostmouth.", None),
        ("The strategy aims to halve the time that ferries wait by 2030.", "objective"),
        ("The county's strategy aims to halve the time that ferries wait by 2030.", None),
        ("The strategy aims to halve the time that the ferries wait at the quay.", None),
    ],
)
def test_what_is_scheduled_and_what_the_plan_aims_to_reach_by_a_year(text: str, kind: str | None) -> None:
    assert commitment_kind(text) == kind


@pytest.mark.parametrize(
    "lead",
    [
        "Our aim is:",
        "The objective of this plan is as follows:",
        "In 2028 the office worked towards a single outcome, which holds for its towns too:",
    ],
)
def test_an_aim_displayed_in_a_paragraph_of_its_own(lead: str) -> None:
    text = f"# The office\n\n{lead}\n\nTo keep the harbours open for all who sail.\n\nThe office has 30 wardens.\n"
    assert texts(read(text)) == ["To keep the harbours open for all who sail."]


def test_paragraphs_that_a_lead_in_announces_without_bullets() -> None:
    said = "# The office\n\nThis year the office will:\n\nOpen three piers.\n\nTrain 40 wardens.\n\nIt has 30 boats.\n"
    assert texts(read(said)) == ["Open three piers.", "Train 40 wardens."]
    told = "# The office\n\nThe purpose of the meeting is:\n\nThe budget of the piers.\n"
    assert not texts(read(told))


@pytest.mark.parametrize("name", ["plan.md", "plan.html"])
def test_raised_endings_and_powers_are_said_and_footnote_marks_are_not(name: str) -> None:
    raised = "by the 23<sup>rd</sup> of May 2028 plant 30 km<sup>2</sup> of forest<sup>4</sup>"
    source = f"# Plan\n\nThe office will:\n\n- {raised}\n- Open the gates\n"
    if name.endswith("html"):
        source = f"<h1>Plan</h1><p>The office will:</p><ul><li>{raised}</li><li>Open the gates</li></ul>"
    plan = parse(source.encode(), name=name)
    assert texts(plan) == ["by the 23rd of May 2028 plant 30 km2 of forest", "Open the gates"]


@pytest.mark.parametrize(
    "text",
    [
        "Construction of the new depot is scheduled to start in spring 2026.",
        "The bill on open ports is expected to be submitted to parliament in March 2026.",
    ],
)
def test_what_is_set_to_begin_or_to_be_handed_in_is_a_checkpoint(text: str) -> None:
    assert commitment_kind(text) == "milestone"


@pytest.mark.parametrize(
    "text",
    [
        "The target is to restore 1,000 hectares of wetland by 2030.",
        "The aim is for all buses to be electric by 2032.",
        "We have set ourselves the target of cutting the use of paper by 2027.",
        "The county has adopted a goal of clean power by 2035.",
    ],
)
def test_a_goal_told_in_a_sentence_is_one(text: str) -> None:
    assert is_goal_sentence(text)
