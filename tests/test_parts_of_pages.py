"""Pages copied from the web: stuck labels, broad lines, topics, fields over lists, headers that ask."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.roles import header_role


def read(text: str, name: str = "plan.txt") -> Plan:
    return parse(text.encode(), name=name)


def told(plan: Plan) -> list[tuple[str, str, str | None]]:
    return [(record.kind, record.text, record.label) for record in plan.records]


@pytest.mark.parametrize("name", ["plan.txt", "plan.html"])
def test_labels_stuck_to_their_statements(name: str) -> None:
    lines = [
        "Goal 1:Open the harbour to all",
        "1.1.Objective: Dredge the channel",
        "1.2.Objective:  Mend the pier",
        "1.2.a. Task: Drive new piles",
        "Goal 2:Bring back visitors",
        "2.1 Objective: Advertise in three towns",
    ]
    text = "\n\n".join(lines) if name.endswith("txt") else "".join(f"<p>{line}</p>" for line in lines)
    assert sorted((kind, said, (label or "").split(" ")[-1]) for kind, said, label in told(read(text, name))) == [
        ("action", "Drive new piles", "Task"),
        ("objective", "Advertise in three towns", "Objective"),
        ("objective", "Bring back visitors", "2"),
        ("objective", "Dredge the channel", "Objective"),
        ("objective", "Mend the pier", "Objective"),
        ("objective", "Open the harbour to all", "1"),
    ]


def test_in_text_of_lines_broader_than_a_page_a_torn_line_says_nothing_of_the_others() -> None:
    long = "The council has adopted this plan for the whole of the county and will look at it again each year. "
    plan = read(
        f"Our plan\n{long * 3}\nIt is looked at each year.\nGoals\n- Keep the harbour open\n- Bring back visitors\n"
        "- Plant ten thousand trees\n- House all our nurses\n- Mend every roof\nHow it goes\nThe office tells the "
        "council how it goes\nof each of the goals.\nThe next report is due soon.\nAll may read it.\nIt is short.\n"
        "It is on paper.\nIt costs nothing.\n"
    )
    assert [record.text for record in plan.objectives] == [
        "Keep the harbour open", "Bring back visitors", "Plant ten thousand trees", "House all our nurses",
        "Mend every roof",
    ]  # fmt: skip
    assert not plan.actions


def test_an_aim_of_two_sentences_under_its_name_and_its_measures() -> None:
    plan = read(
        "Priority 1: Safe wards\nAim\nSet up a line for worried families. Answer each call within an hour.\nMeasures\n"
        "- 95% of calls answered within an hour\n- All families know the number\nPriority 2: Less smoke\nAim\n"
        "Help all patients who want to stop smoking.\nMeasures\n- 75% of patients asked whether they smoke\n"
    )
    aims = {record.text for record in plan.objectives}
    assert "Set up a line for worried families. Answer each call within an hour." in aims
    assert "Help all patients who want to stop smoking." in aims
    assert len(plan.measures) == 3


def test_parts_printed_under_each_goal_of_running_text_belong_to_it() -> None:
    goal = (
        "GOAL {number}: Build up the {what} of all our members and of those who join us in the years ahead\n"
        "so that they can go on without us.\n\nRationale:\n\nMembers are many.\n\nObjectives:\n\n"
        "- Write a guide for {what}\n- Train ten leaders in {what}\n\n"
    )
    plan = read("Plan\n\n" + goal.format(number=1, what="skills") + goal.format(number=2, what="groups"))
    aims = [record for record in plan.objectives if record.label]
    served = [record.parents for record in plan.objectives if not record.label]
    assert served == [(aims[0].id,), (aims[0].id,), (aims[1].id,), (aims[1].id,)]


def test_a_heading_that_names_a_part_leaves_what_is_announced() -> None:
    plan = read(
        "# District plan\n\n### Performance objectives:\n\n#### Focus area: Teaching\n\n1. Design rounds for schools\n"
        "2. Pilot rounds at four schools\n\n#### Focus area: Climate\n\n1. Write an equity policy\n",
        "plan.md",
    )
    assert [(record.kind, record.category) for record in plan.records] == [
        ("objective", "Teaching"), ("objective", "Teaching"), ("objective", "Climate")
    ]  # fmt: skip


def test_names_under_aims_are_what_these_are_about() -> None:
    plan = read(
        "## Priority 1: Cut rural crime\n\n- Fly-tipping\n- Wildlife crime\n- Poaching\n\n"
        "## Priority 2: Put victims first\n\n- Hate crime\n- Courts and restorative justice\n- Vulnerability\n",
        "plan.md",
    )
    assert [record.text for record in plan.records] == ["Cut rural crime", "Put victims first"]


def test_who_and_when_over_a_list_hold_for_its_actions() -> None:
    part = "## {title}\n\nLead: {lead}\n\nTimeline: by June 2027\n\n**Actions**\n\n- Build homes\n- Let two flats\n\n"
    plan = read(
        "# Plan\n\n" + part.format(title="Homes", lead="Housing") + "## Parks\n\n**Actions**\n\n- Plant a wood\n",
        "p.md",
    )
    assert [(record.owner, record.due and record.due.text) for record in plan.actions] == [
        ("Housing", "by June 2027"), ("Housing", "by June 2027"), (None, None)
    ]  # fmt: skip


def test_a_season_behind_a_dash_is_no_owner() -> None:
    plan = read(
        "# Plan\n\n## Actions\n\n- Ask all families and staff – Spring 2027\n- Print the draft – Fall 2027\n", "p.md"
    )
    assert [(record.owner, record.due and record.due.text) for record in plan.actions] == [
        (None, "Spring 2027"), (None, "Fall 2027")
    ]  # fmt: skip


def test_days_are_dates_of_a_schedule() -> None:
    plan = read(
        "# Timetable\n\n- September 15, 2025: Form the teams\n- October 1, 2025: Ask all families\n"
        "- November 3, 2025: Publish the draft\n",
        "plan.md",
    )
    assert [(record.text, record.due and record.due.text) for record in plan.actions] == [
        ("Form the teams", "September 15, 2025"),
        ("Ask all families", "October 1, 2025"),
        ("Publish the draft", "November 3, 2025"),
    ]


def test_numbers_in_columns_beside_what_they_number() -> None:
    plan = read(
        "Goal,Goal name,Target,Target description,Indicator,Indicator description\n"
        'Goal 1,End hunger in town,Target 1.1,"By 2030, feed every child",Indicator 1.1.1,Meals a day\n'
        'Goal 1,End hunger in town,Target 1.1,"By 2030, feed every child",Indicator 1.1.2,Kitchens at work\n'
        "Goal 1,End hunger in town,Target 1.a,Open a food bank for all,Indicator 1.a.1,Towns so served\n",
        "plan.csv",
    )
    assert sorted(told(plan)) == [
        ("measure", "Kitchens at work", "Indicator 1.1.2"),
        ("measure", "Meals a day", "Indicator 1.1.1"),
        ("measure", "Towns so served", "Indicator 1.a.1"),
        ("objective", "By 2030, feed every child", "Target 1.1"),
        ("objective", "End hunger in town", "Goal 1"),
        ("objective", "Open a food bank for all", "Target 1.a"),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Action Steps What Will Be Done?", "action"),
        ("WHO? Who needs to be involved with each action?", "owner"),
        ("Timeline By When? (Day/Month)", "due"),
        ("Evidence of Success How will you know that you are making progress?", "measure"),
        ("RESULTS? What data or documents will indicate success?", "measure"),
    ],
)
def test_a_header_that_asks_what_its_name_asks_for(text: str, role: str) -> None:
    found = header_role(text)
    assert found is not None and found.role == role and found.strength >= 0.5


def test_a_row_of_questions_under_the_names_is_a_part_of_the_header() -> None:
    plan = read(
        "<table><tr><td>Actions</td><td>Results</td><td>Who</td></tr><tr><td>What will be done?</td><td>What data will "
        "indicate success?</td><td>Who will do it?</td></tr><tr><td>Train all heads</td><td>Heads trained</td><td>The "
        "office</td></tr><tr><td>Visit all schools</td><td>Schools visited</td><td>The board</td></tr></table>",
        "plan.html",
    )
    assert sorted((record.kind, record.text) for record in plan.records) == [
        ("action", "Train all heads"), ("action", "Visit all schools"),
        ("measure", "Heads trained"), ("measure", "Schools visited"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lead",
    [
        "Below are the final priorities for the plan.",
        "The board has adopted the following four strategic goals.",
        "Our priorities for the year are listed below.",
        "Its four areas guide the library’s service to the community:",
    ],
)
def test_a_sentence_that_tells_of_the_list_under_it(lead: str) -> None:
    plan = read(
        f"# Plan\n\nMuch was asked. {lead}\n\n1. Engage with our community\n2. Empower individuals of all ages\n"
        "3. Evolve with the neighbourhoods\n4. Excel in delivering each service\n",
        "plan.md",
    )
    assert [record.kind for record in plan.records] == ["objective"] * 4


def test_a_sentence_on_what_was_reached_announces_nothing() -> None:
    plan = read("# Report\n\nThe following goals were achieved in 2026.\n\n- Safer streets\n- More trees\n", "plan.md")
    assert not plan.records


def test_bullets_inside_a_line_part_its_items() -> None:
    plan = read(
        "FIRE DEPARTMENT\n\nDepartmental Objectives \uf0d8 Provide fire protection to reduce the losses. \uf0d8 "
        "Maintain crews that answer each call in time. \uf0d8 Support builders by a timely review.\n"
    )
    assert [(record.kind, record.text) for record in plan.records] == [
        ("objective", "Provide fire protection to reduce the losses."),
        ("objective", "Maintain crews that answer each call in time."),
        ("objective", "Support builders by a timely review."),
    ]


def test_a_menu_in_a_line_is_no_list() -> None:
    plan = read(
        "Home • About us • Our goals • Contact • News and events • Privacy • Accessibility of this whole site\n"
    )
    assert not plan.records


def test_what_a_label_is_said_to_mean_is_no_record() -> None:
    plan = read(
        "# How to read this plan\n\nGoal: a broad statement of what the county wants to reach\n\n"
        "Action: a short description of the work that serves the goal\n\n# Plan\n\nGoal: Safe roads for all who walk\n",
        "plan.md",
    )
    assert [record.text for record in plan.records] == ["Safe roads for all who walk"]


def test_lines_that_say_who_and_when_under_numbered_work() -> None:
    plan = read(
        "GOAL A: SAFE TOWN\n\nA.1 Adopt a plan\n    Lead: Fire brigade\n    Target: June 2026\n    Status: Begun\n\n"
        "A.2 Hire four officers\n    Lead: Police\n    Target: May 2027\n    Status: Not started\n"
    )
    assert [(record.label, record.owner, record.due and record.due.text, record.status) for record in plan.actions] == [
        ("A.1", "Fire brigade", "June 2026", "Begun"),
        ("A.2", "Police", "May 2027", "Not started"),
    ]
    assert {record.parents for record in plan.actions} == {(plan.objectives[0].id,)}


def test_key_results_under_an_objective_are_measures_and_in_a_report_nothing() -> None:
    part = "**Key results**\n\n- 80% of services have a page\n- Errors fall by half\n"
    plan = read(f"### Objective 1: Residents find services\n\n{part}", "plan.md")
    assert [record.parents for record in plan.measures] == [(plan.objectives[0].id,)] * 2
    assert not read(f"# Annual report\n\n{part}", "plan.md").measures


def test_quarters_as_headings_date_what_is_planned_for_them() -> None:
    plan = read("# Roadmap\n\n## Q1 2026\n\n- Launch the portal\n\n## Q2 2026\n\n- Move the payments\n", "plan.md")
    assert [record.due and record.due.text for record in plan.actions] == ["Q1 2026", "Q2 2026"]


def test_bold_names_at_the_margin_right_under_a_list_speak_of_what_stands_over_it() -> None:
    plan = read(
        "**Goal:** Make each form usable on a phone\n**Metrics:**\n- Completion reaches 70%\n- Calls fall by 20%\n"
        "**Timeline:** by May 2027\n**Owner:** Digital team\n",
        "plan.md",
    )
    assert [(record.owner, record.due and record.due.text) for record in plan.records] == [
        ("Digital team", "by May 2027"), (None, None), (None, None)
    ]  # fmt: skip


def test_a_name_and_a_date_in_brackets_behind_several_statements() -> None:
    plan = read(
        "# Work plan\n\n## Tasks\n\n- Publish the newsletter (Ana, March 2026)\n- Close the books (Tom, May 2026)\n",
        "plan.md",
    )
    assert [(record.text, record.owner, record.due and record.due.text) for record in plan.actions] == [
        ("Publish the newsletter", "Ana", "March 2026"),
        ("Close the books", "Tom", "May 2026"),
    ]


def test_a_header_that_is_the_aim_of_its_table() -> None:
    table = (
        "<table><tr><th>Goal {n}: {aim}</th><th>Lead</th><th>Timeline</th></tr><tr><td>{deed}</td><td>Head</td>"
        "<td>Fall 2025</td></tr><tr><td>Train all staff</td><td>Coach</td><td>June 2026</td></tr></table>"
    )
    plan = read(
        table.format(n=1, aim="Safe schools", deed="Install cameras")
        + table.format(n=2, aim="Strong readers", deed="Buy books"),
        "plan.html",
    )
    assert [(record.text, record.label) for record in plan.objectives] == [
        ("Safe schools", "Goal 1"), ("Strong readers", "Goal 2")
    ]  # fmt: skip
    served = {record.id: record.text for record in plan.objectives}
    assert [(record.text, served[record.parents[0]], record.owner) for record in plan.actions] == [
        ("Install cameras", "Safe schools", "Head"),
        ("Train all staff", "Safe schools", "Coach"),
        ("Buy books", "Strong readers", "Head"),
        ("Train all staff", "Strong readers", "Coach"),
    ]


def test_a_goal_without_a_number_right_under_a_numbered_priority_is_its_own() -> None:
    plan = read(
        "Plan\n\nStrategic Priority 1: Health\nGoal: Prevent illness\nObjectives:\n1.1 Open two clinics by 2027.\n"
        "1.2 Vaccinate older residents.\nStrategic Priority 2: Roads\nGoal: Make roads safe for all\nObjectives:\n"
        "2.1 Resurface 50 miles a year.\n2.2 Build ten crossings.\n"
    )
    names = {record.id: record.text for record in plan.objectives}
    assert [(record.text, [names[at] for at in record.parents]) for record in plan.objectives[:3]] == [
        ("Health", []), ("Prevent illness", ["Health"]), ("Open two clinics by 2027.", ["Prevent illness"])
    ]  # fmt: skip
    assert ("Roads", ()) in [(record.text, record.parents) for record in plan.objectives]


def test_letters_count_behind_the_word_of_a_label() -> None:
    plan = read(
        "Goal 1. Improve reading.\n   Objective a. All classes use the program.\n   Objective b. Test scores rise.\n"
    )
    assert [(record.label, len(record.parents)) for record in plan.objectives] == [
        ("Goal 1", 0), ("Objective a", 1), ("Objective b", 1)
    ]  # fmt: skip


def test_lists_beside_a_list_of_one_aim_serve_it() -> None:
    plan = read(
        "# Plan\n\n## Homes\n\n### What we want to achieve\n\n- Everyone has a home\n\n### What we will do\n\n"
        "- Build 300 homes\n- Fill empty homes\n\n### How we will measure success\n\n- Number of homes built\n",
        "plan.md",
    )
    aim = plan.objectives[0].id
    assert {record.parents for record in [*plan.actions, *plan.measures]} == {(aim,)}


def test_capitals_behind_the_number_of_a_label() -> None:
    plan = read(
        "Goal 1: Keep each road safe.\nObjective 1A: Cut speeding near schools.\nObjective 1B: Light every crossing.\n"
        "Goal 2: Keep parks open.\nObjective 2A: Repair the paths.\n"
    )
    names = {record.id: record.label for record in plan.objectives}
    assert [(record.label, [names[at] for at in record.parents]) for record in plan.objectives] == [
        ("Goal 1", []), ("Objective 1A", ["Goal 1"]), ("Objective 1B", ["Goal 1"]), ("Goal 2", []),
        ("Objective 2A", ["Goal 2"]),
    ]  # fmt: skip


def test_our_targets_over_sentences_are_aims_and_what_we_will_know_by_measures() -> None:
    plan = read(
        "# Plan\n\n## Our targets\n\n- Halve the waste we send to landfill\n- Plant a wood at the school\n\n"
        "## We will know we have succeeded when\n\n- Bins are half empty\n- Children plant trees\n",
        "plan.md",
    )
    assert [record.text for record in plan.objectives] == [
        "Halve the waste we send to landfill", "Plant a wood at the school"
    ]  # fmt: skip
    assert [record.text for record in plan.measures] == ["Bins are half empty", "Children plant trees"]
