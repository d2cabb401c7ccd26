"""Decks of slides: strategies, the lines over milestone tables, indicators, and what goes on over slides."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from objectives_parser import Plan, parse


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def test_line_over_a_table_that_prints_a_listed_strategy_in_another_form() -> None:
    text = (
        "# Goal Statement\n\n- By 2030, permits will be issued within ten days.\n\n"
        "# Goal Structure & Strategies\n\n- Rolling out one permit system for all offices\n"
        "- Improve the Shared Permit Register\n\n"
        "# Key Milestones\n\nRoll out one permit system for all offices\n\n"
        "| Key Milestone | Due Date |\n|---|---|\n| Select a vendor | 3/31/2029 |\n\n"
        "# Key Milestones\n\nShared Permit Register\n\n"
        "| Key Milestone | Due Date |\n|---|---|\n| Clean up old entries | 6/30/2029 |\n"
    )
    plan = read(text)
    strategies = plan.objectives[1:]
    assert [strategy.text for strategy in strategies] == [
        "Rolling out one permit system for all offices",
        "Improve the Shared Permit Register",
    ]
    assert [milestone.parents for milestone in plan.milestones] == [(strategy.id,) for strategy in strategies]


def test_paragraph_over_a_table_that_tells_in_several_sentences_what_its_rows_are_for() -> None:
    text = (
        "# Goal Statement\n\n- By 2030, all tenants will have a lease.\n\n# Key Milestones\n\n"
        "Reach out to landlords in all districts. The agency will meet every landlord once a year.\n\n"
        "| Key Milestone | Due Date |\n|---|---|\n| Write to landlords | 3/31/2029 |\n\n"
        "# Key Milestones\n\nMeet the districts. The table below gives the dates.\n\n"
        "| Key Milestone | Due Date |\n|---|---|\n| Hold a first meeting | 6/30/2029 |\n"
    )
    plan = read(text)
    assert [objective.text for objective in plan.objectives[1:]] == [
        "Reach out to landlords in all districts. The agency will meet every landlord once a year."
    ]
    assert plan.milestones[0].parents == (plan.objectives[1].id,)


def test_strategies_parted_by_a_lead_in_go_on_under_the_title_printed_again() -> None:
    text = (
        "# Goal Statement\n\n- By 2030, permits will be issued within ten days.\n\n"
        "# Goal Structure & Strategies\n\nThe office-wide effort includes:\n\n"
        "1) Senior managers speaking of the goal to all staff. Managers will set an example. Further steps include:\n"
        "   - A letter to all of the regional offices\n"
        "2) Rolling out one permit system for all offices\n\n"
        "# Goal Structure & Strategies\n\n3) Sending experts to regions that fall behind\n\n"
        "**Training:** The office will train all of its clerks.\n\n"
        "# Key Milestones\n\nRoll out one permit system for all offices\n\n"
        "| Key Milestone | Due Date |\n|---|---|\n| Select a vendor | 3/31/2029 |\n"
    )
    plan = read(text)
    goal = plan.objectives[0].id
    assert [(aim.label, aim.text, aim.parents) for aim in plan.objectives[1:]] == [
        ("1", "Senior managers speaking of the goal to all staff. Managers will set an example.", (goal,)),
        ("2", "Rolling out one permit system for all offices", (goal,)),
        ("3", "Sending experts to regions that fall behind", (goal,)),
    ]
    assert [action.text for action in plan.actions] == [
        "A letter to all of the regional offices",
        "Training: The office will train all of its clerks.",
    ]
    assert plan.milestones[0].parents == (plan.objectives[2].id,)


def test_topics_under_a_lead_in_that_only_parts_are_no_actions() -> None:
    text = (
        "# Goal Structure & Strategies\n\nThe office invests along three axes:\n\n"
        "- Research and innovation;\n- Research buildings; and\n- Workforce development.\n"
    )
    assert not read(text).records


def test_actions_planned_on_a_page_of_progress() -> None:
    text = (
        "# Goal Statement\n\n- By 2030, permits will be issued within ten days.\n\n# Summary of Progress – 2029\n\n"
        "## Results achieved\n\n- Permits took twelve days.\n\n"
        "## Actions planned to ensure achievement of the goal\n\n- A memo to regions\n- Training of clerks\n"
    )
    plan = read(text)
    assert [(action.text, action.category) for action in plan.actions] == [
        ("A memo to regions", None),
        ("Training of clerks", None),
    ]


def test_heading_left_open_for_its_list() -> None:
    text = (
        "# Outreach\n\n## The outreach plan to include:\n\n"
        "- Informing owners about the new rules;\n- Developing leaflets for the counters.\n"
    )
    assert [action.text for action in read(text).actions] == [
        "Informing owners about the new rules;",
        "Developing leaflets for the counters.",
    ]


def test_indicator_named_in_quotation_marks() -> None:
    text = (
        "# Key Indicator\n\n- The key indicator, “Share of roads in good condition,” tells how much of the network is "
        "fit for use.\n- “Good” is defined by\n    - using the Road Index, a rating that compares repairs, or\n"
        "    - the plan for that road\n"
    )
    assert [measure.text for measure in read(text).measures] == ["Share of roads in good condition"]


def test_indicator_that_a_sentence_tells() -> None:
    text = (
        "# Key Indicators\n\n- Note: The metric being used is the number of offices on the new system.\n"
        "- The data are collected each month.\n"
    )
    assert [measure.text for measure in read(text).measures] == [
        "Note: The metric being used is the number of offices on the new system."
    ]


def test_title_row_that_names_what_a_table_of_values_counts() -> None:
    text = (
        "<h2>Key Indicators</h2><p>Permits Under Review</p><table>"
        '<tr><td colspan="4">Number of Permits Under Review</td></tr>'
        "<tr><td>FY16 Results</td><td>FY17 Results</td><td>FY18 Target</td><td>FY19 Target</td></tr>"
        "<tr><td>n/a</td><td>1,200</td><td>900</td><td>500</td></tr></table>"
    )
    plan = parse(text.encode(), name="plan.html")
    assert [(record.kind, record.text) for record in plan.records] == [("measure", "Number of Permits Under Review")]


def test_header_that_begins_the_sentences_of_its_column() -> None:
    text = (
        "<h2>Goal Statement</h2><ul><li>Keep floods away from the towns along the rivers of the United States. By "
        "September 30, 2029, the agency will protect 40 towns.</li></ul><h2>Goal Structure &amp; Strategies</h2><table>"
        '<tr><td colspan="2">Goal: Keep floods away from the towns along the rivers of the U.S.</td></tr>'
        "<tr><th>Sub-goals: By September 2029, the agency will:</th><th>Strategies to achieve sub-goal</th></tr>"
        "<tr><td>Raise the dykes along the two largest rivers</td><td>Hire engineers for the dykes</td></tr>"
        "<tr><td>Warn every town a day ahead</td><td>Install gauges upstream of each town</td></tr></table>"
    )
    plan = parse(text.encode(), name="plan.html")
    goal, *aims = plan.objectives
    assert [(aim.text, aim.parents, aim.due.text if aim.due else None) for aim in aims] == [
        ("Raise the dykes along the two largest rivers", (goal.id,), "By September 2029"),
        ("Warn every town a day ahead", (goal.id,), "By September 2029"),
    ]
    assert [action.parents for action in plan.actions] == [(aim.id,) for aim in aims]


def test_what_ends_the_names_of_leaders_and_whose_goals_are_theirs() -> None:
    text = (
        "# Faster Permits\n\n## Goal Leaders: Ann Smith and Bob Jones<br>Theme: General Government / Transport\n\n"
        "# Goal Statement\n\n- Issue permits within ten days in all offices.\n- By 2030, close all cases in a month.\n"
    )
    assert [goal.owner for goal in read(text).objectives] == ["Ann Smith and Bob Jones"] * 2


def deck(*slides: list[str]) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(720, 540))
    for title, *lines in slides:
        canvas.setFont("Helvetica-Bold", 28)
        canvas.drawString(40, 490, title)
        canvas.setFont("Helvetica", 16)
        for number, line in enumerate(lines):
            canvas.drawString(40, 430 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_leaders_on_the_lines_under_their_name() -> None:
    cover = ["Faster Permits", "Goal Leader(s):", "Ann Smith, Director for Permits", "Theme: Transport"]
    goal = ["Goal Statement", "• By 2030, the office will issue permits within ten days in every region."]
    (objective,) = parse(deck(cover, goal), name="deck.pdf").objectives
    assert objective.owner == "Ann Smith, Director for Permits"


def test_captions_over_lists_group_their_items() -> None:
    text = (
        "# Goal Structure & Strategies\n\nCounting Addresses:\n\n- Test the new address lists.\n\n"
        "Answering Online:\n\n- Send letters with a code.\n\nField Work and Visits\n\n- Hire visitors in all regions.\n"
    )
    assert [action.category for action in read(text).actions] == [
        "Counting Addresses",
        "Answering Online",
        "Field Work and Visits",
    ]


def test_topic_in_brackets_behind_what_a_heading_announces() -> None:
    text = (
        "# Drier Towns\n\n# Key Indicators (Flood Maps)\n\n## People served by flood maps in the river basins\n\n"
        "- Baseline: less than 1 % of the people\n\n# Key Milestones (1 of 2)\n\n"
        "| Key Milestone | Due Date |\n|---|---|\n| Draw the first maps | 3/31/2029 |\n"
    )
    plan = read(text)
    assert [(record.kind, record.text, record.category) for record in plan.records] == [
        ("measure", "People served by flood maps in the river basins", "Flood Maps"),
        ("milestone", "Draw the first maps", None),
    ]


def test_titles_of_a_document_that_is_all_tables_are_headings() -> None:
    """There is no running text to tell how large text is set; what the cells say tells it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    rows = ("Objective", "Performance measure"), ("Repair all of the bridges", "40 bridges repaired by May 2031")
    canvas.setFont("Helvetica", 18)
    canvas.drawString(60, 800, "Objectives for the coming year")
    for top, title in ((760, "Business delivery"), (600, "Corporate matters")):
        canvas.setFont("Helvetica", 14)
        canvas.drawString(60, top, title)
        canvas.setFont("Helvetica", 10)
        for at, (left, right) in enumerate(rows):
            canvas.drawString(64, top - 34 - 20 * at, left if at == 0 else f"{left} for {title[:4]}")
            canvas.drawString(304, top - 34 - 20 * at, right)
        canvas.grid([60, 300, 540], [top - 20, top - 40, top - 60])
    canvas.save()
    plan = parse(buffer.getvalue(), name="plan.pdf")
    assert [aim.category for aim in plan.objectives] == ["Business delivery", "Corporate matters"]


def test_a_list_between_smaller_tables_is_text() -> None:
    """Sentences stand in the size of the text: tables set smaller do not make a list of goals headings."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    goals = ("1. Every boat finds a berth", "2. The water is clean")
    lines = ("The harbour board has adopted two goals for the port:", *goals)
    rows = [("Action", "Lead"), *((f"Dredge the north basin, part {part}", "Works") for part in range(8))]
    canvas.setFont("Helvetica", 11)
    for at, line in enumerate(lines):
        canvas.drawString(60, 800 - 18 * at, line)
    canvas.setFont("Helvetica", 9)
    for row, (left, right) in enumerate(rows):
        canvas.drawString(64, 686 - 20 * row, left)
        canvas.drawString(404, 686 - 20 * row, right)
    canvas.grid([60, 400, 540], [700 - 20 * row for row in range(10)])
    canvas.save()
    plan = parse(buffer.getvalue(), name="plan.pdf")
    assert [aim.text for aim in plan.objectives] == ["Every boat finds a berth", "The water is clean"]


def test_a_goal_under_its_label_may_have_two_words() -> None:
    plan = read(
        "# GOAL 1\n\n## Student success\n\n### Strategies\n\n- Expand tutoring to all schools\n- Train teachers\n"
    )
    assert [(aim.label, aim.text) for aim in plan.objectives] == [("GOAL 1", "Student success")]
    assert all(action.parents == (plan.objectives[0].id,) for action in plan.actions)


def test_a_heading_with_a_bare_label_states_what_stands_behind_it() -> None:
    plan = read(
        "# Work plan\n\n## Outcome: All children go to school\n\n| Activity | Lead |\n|---|---|\n| Mend roofs | Ann |\n"
    )
    assert [aim.text for aim in plan.objectives] == ["All children go to school"]
    assert plan.actions[0].parents == (plan.objectives[0].id,)


def test_numbered_aims_over_lettered_deeds() -> None:
    text = (
        "STRATEGIC PLAN\n\nGoal 1 – Protect the river\n\n1.1 Improve water quality\n    a. Fence 40 km of streams\n"
        "    b. Upgrade the works by 2031\n1.2 Restore habitats\n    a. Plant trees along the banks\n"
    )
    plan = parse(text.encode(), name="plan.txt")
    assert [(aim.label, aim.text) for aim in plan.objectives] == [
        ("Goal 1", "Protect the river"),
        ("1.1", "Improve water quality"),
        ("1.2", "Restore habitats"),
    ]
    assert [action.parents for action in plan.actions] == [
        (plan.objectives[1].id,),
        (plan.objectives[1].id,),
        (plan.objectives[2].id,),
    ]


def test_leader_who_shares_the_goal() -> None:
    plan = read("# Open Data\n\nGoal Co-Leader: Ada Berg, Archive\n\n# Goal Statement\n\n- By 2030, open all data.\n")
    assert [goal.owner for goal in plan.objectives] == ["Ada Berg, Archive"]


def chart(*texts: tuple[float, float, str]) -> Plan:
    """A slide `Key Indicators` with a chart: the words at those places."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(720, 540))
    canvas.setFont("Helvetica", 24)
    canvas.drawString(30, 500, "Key Indicators")
    canvas.setFont("Helvetica", 12)
    for x, y, text in texts:
        canvas.drawString(x, y, text)
    canvas.save()
    return parse(file.getvalue(), name="slides.pdf")


def test_legend_of_a_chart_is_no_indicator() -> None:
    bars = ((60, 400, "Percent of clerks with a licence"), (60, 300, "With licence"), (260, 300, "Without licence"))
    plan = chart(*bars, (460, 300, "Goal remaining"))
    assert [measure.text for measure in plan.measures] == ["Percent of clerks with a licence"]


def test_figure_of_an_axis_far_before_a_title_is_none_of_its_words() -> None:
    axis = [(40.0, 440.0 - 20 * at, f"{90 - 10 * at}%") for at in range(9)]
    plan = chart((250, 440, "Licences granted in ten days"), *axis)
    assert [measure.text for measure in plan.measures] == ["Licences granted in ten days"]
