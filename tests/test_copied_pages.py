"""Plans as web pages, converters and programs leave them: a line a paragraph, headings of one size, bare headers."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.roles import printed_label


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    in_order = sorted(plan.records, key=lambda record: record.where[0].start)
    return [(record.kind, record.text, record.parents) for record in in_order]


def read(text: str, name: str = "plan.txt") -> list[tuple[str, str, tuple[str, ...]]]:
    return told(parse(text.encode(), name=name))


def test_a_line_is_a_paragraph_where_nothing_was_wrapped() -> None:
    assert read(
        "Goal 1: Keep the harbour open\nHarbour Objectives:\n- Dredge the channel.\n- Mend the quay.\n"
        "Goal 2: Bring visitors\nVisitor Objectives:\n- Open a museum.\n- Print a map.\n"
    ) == [
        ("objective", "Keep the harbour open", ()),
        ("objective", "Dredge the channel.", ("objective-1",)),
        ("objective", "Mend the quay.", ("objective-1",)),
        ("objective", "Bring visitors", ()),
        ("objective", "Open a museum.", ("objective-4",)),
        ("objective", "Print a map.", ("objective-4",)),
    ]


def test_a_numbered_label_under_a_wrapped_item_begins_another_block() -> None:
    assert read(
        "Goal 1: Keep the harbour open\n- Dredge the channel at the mouth of the\n  river every spring.\n"
        "Goal 2: Bring visitors\n- Open a museum in the old customs house\n  behind the quay.\n"
    ) == [
        ("objective", "Keep the harbour open", ()),
        ("action", "Dredge the channel at the mouth of the river every spring.", ("objective-1",)),
        ("objective", "Bring visitors", ()),
        ("action", "Open a museum in the old customs house behind the quay.", ("objective-2",)),
    ]


def test_a_form_of_labels_one_below_the_other() -> None:
    assert read(
        "Improvement Plan\nPlan Outcome: Every pupil reads well\nPlan Measure: % of pupils at grade level\n"
        "School “SMART” Goal (Specific, Measurable, Timely): By June 2030, pupils at grade level will rise to 80%.\n"
        "Plan Strategy: Teachers meet weekly to look at reading data.\n- Action: Train all teachers in phonics\n"
        "- Action: Read aloud every day\n"
    ) == [
        ("objective", "Every pupil reads well", ()),
        ("measure", "% of pupils at grade level", ("objective-1",)),
        ("objective", "By June 2030, pupils at grade level will rise to 80%.", ("objective-1",)),
        ("objective", "Teachers meet weekly to look at reading data.", ("objective-2",)),
        ("action", "Train all teachers in phonics", ("objective-3",)),
        ("action", "Read aloud every day", ("objective-3",)),
    ]


def test_a_heading_repeated_names_its_part_by_its_last_noun_and_leaf_strategies_are_actions() -> None:
    assert read(
        "End of Season Target Outcome: Water\n\nBy June 2030, all wells will be tested.\n\nStrategy 1\n\n"
        "• Train testers in every village.\n\nStrategy 2\n\n• Testing kits will be bought together.\n\n"
        "End of Season Target Outcome: Roads\n\nBy June 2031, all bridges will be safe.\n\nStrategy 1\n\n"
        "• Inspect bridges with the district.\n"
    ) == [
        ("objective", "By June 2030, all wells will be tested.", ()),
        ("action", "Train testers in every village.", ("objective-1",)),
        ("action", "Testing kits will be bought together.", ("objective-1",)),
        ("objective", "By June 2031, all bridges will be safe.", ()),
        ("action", "Inspect bridges with the district.", ("objective-2",)),
    ]


def test_headings_of_one_size_over_a_labelled_goal_and_its_objectives() -> None:
    assert read(
        "## THEME A: MONEY\n\nGOAL: Rely less on grants.\n\n## Strategic Objectives:\n\n- Raise fees fairly.\n"
        "- Find new donors.\n\n## THEME B: PEOPLE\n\nGOAL: Keep good staff.\n\n## Strategic Objectives:\n\n"
        "- Pay on time.\n- Train managers.\n",
        "plan.md",
    ) == [
        ("objective", "Rely less on grants.", ()),
        ("objective", "Raise fees fairly.", ("objective-1",)),
        ("objective", "Find new donors.", ("objective-1",)),
        ("objective", "Keep good staff.", ()),
        ("objective", "Pay on time.", ("objective-4",)),
        ("objective", "Train managers.", ("objective-4",)),
    ]


def test_the_aim_under_its_title_is_what_the_labelled_bullets_serve() -> None:
    assert read(
        "Goal / Area 1: Harbour\n\nTo keep the harbour open to all ships through steady work.\n\n"
        "  • Objective 1: Dredge the channel.\n  • Objective 2: Mend the quay.\n\n"
        "Goal / Area 2: Town\n\nTo bring visitors to the town in every season.\n\n  • Objective 1: Open a museum.\n"
    ) == [
        ("objective", "To keep the harbour open to all ships through steady work.", ()),
        ("objective", "Dredge the channel.", ("objective-1",)),
        ("objective", "Mend the quay.", ("objective-1",)),
        ("objective", "To bring visitors to the town in every season.", ()),
        ("objective", "Open a museum.", ("objective-4",)),
    ]


def test_one_header_among_names_that_mean_nothing_to_a_plan() -> None:
    assert read(
        "Place,Objective,Why,Next_Look\nNorth Bay,Protect the coral from anchors,Coral is rare.,Divers come back.\n"
        "South Bay,Keep the seagrass clear of nets,Fish breed there.,Boats are counted.\n",
        "plan.csv",
    ) == [
        ("objective", "Protect the coral from anchors", ()),
        ("objective", "Keep the seagrass clear of nets", ()),
    ]


def test_the_sentence_under_a_goals_title_is_the_goal() -> None:
    plan = parse(
        b"Goal 1: Strong Teams\n\nGive all staff time to train together every month.\n\n"
        b"Goal 2: Welcoming Rooms\n\nFurnish the rooms for readers of every age.\n",
        name="plan.txt",
    )
    assert [(r.text, r.label, r.category) for r in plan.objectives] == [
        ("Give all staff time to train together every month.", "Goal 1", "Strong Teams"),
        ("Furnish the rooms for readers of every age.", "Goal 2", "Welcoming Rooms"),
    ]


def test_a_title_over_an_explanation_stays_the_goal() -> None:
    assert read(
        "Goal 1: Train all staff\n\nStaff train too seldom today.\n\nGoal 2: Furnish the rooms\n\nThe rooms are bare.\n"
    ) == [("objective", "Train all staff", ()), ("objective", "Furnish the rooms", ())]


def test_sections_of_a_title_an_aim_and_a_list() -> None:
    assert read(
        "## Grow\n\nGrow our friendships to reach more readers in town.\n\n* We will write down who our friends are.\n"
        "* We will visit schools.\n\n## Connect\n\nConnect readers with experts to answer hard questions.\n\n"
        "* We will list experts.\n* We will hold open evenings.\n\n## Ready\n\n"
        "Prepare the building to serve people in every season.\n\n* We will mend the roof.\n* We will plan drills.\n",
        "plan.md",
    )[:3] == [
        ("objective", "Grow our friendships to reach more readers in town.", ()),
        ("action", "We will write down who our friends are.", ("objective-1",)),
        ("action", "We will visit schools.", ("objective-1",)),
    ]


def test_short_commands_before_colons_are_what_their_lists_are_for() -> None:
    assert read(
        "Our Library\n\nPromote reading:\n\n– Open early.\n– Lend more books.\n\nBuild skills:\n\n"
        "– Train the staff in cataloguing.\n– Review the shelves every year.\n\n"
        "Improve access:\n\n– Build ramps.\n– Drop all fines.\n"
    ) == [
        ("objective", "Promote reading:", ()),
        ("action", "Open early.", ("objective-1",)),
        ("action", "Lend more books.", ("objective-1",)),
        ("objective", "Build skills:", ()),
        ("action", "Train the staff in cataloguing.", ("objective-2",)),
        ("action", "Review the shelves every year.", ("objective-2",)),
        ("objective", "Improve access:", ()),
        ("action", "Build ramps.", ("objective-3",)),
        ("action", "Drop all fines.", ("objective-3",)),
    ]


def test_an_item_broken_in_two_is_one() -> None:
    plan = parse(
        b"## Strategic Objectives:\n\n- i. Buy more of what the town makes.\n- ii. Buy less of what comes\n"
        b"- from far away.\n- iii . Sell more bread.\n- iv . Sell more fish.\n",
        name="plan.md",
    )
    assert [(r.label, r.text) for r in plan.objectives] == [
        ("i", "Buy more of what the town makes."),
        ("ii", "Buy less of what comes from far away."),
        ("iii", "Sell more bread."),
        ("iv", "Sell more fish."),
    ]


def test_objectives_and_key_results_by_their_letters() -> None:
    assert read(
        "# Team OKRs\n\n### O1: Our site is the best way to reach us.\n\n1. Visits have grown by 5%.\n"
        "2. No form fails.\n\n### O2: Our staff know what to do.\n\n- KR1: Three in four staff feel well trained.\n",
        "plan.md",
    ) == [
        ("objective", "Our site is the best way to reach us.", ()),
        ("measure", "Visits have grown by 5%.", ("objective-1",)),
        ("measure", "No form fails.", ("objective-1",)),
        ("objective", "Our staff know what to do.", ()),
        ("measure", "Three in four staff feel well trained.", ("objective-2",)),
    ]


def test_all_bullets_under_an_action_that_say_what_will_be() -> None:
    assert read(
        "#### Action 01: All schools will redesign their forms\n\nFor the remaining schools:\n\n"
        "- plans to train teachers will be part of each budget\n- the new forms must be open to parents\n",
        "plan.md",
    ) == [
        ("action", "All schools will redesign their forms", ()),
        ("action", "plans to train teachers will be part of each budget", ("action-1",)),
        ("action", "the new forms must be open to parents", ("action-1",)),
    ]


def test_a_goal_behind_its_label_in_a_heading() -> None:
    assert read("## GOAL: Improve all roads by the harbour.\n\n## Strategic Objectives:\n\n- Mend the quay road.\n"
                "- Light the bridge.\n\n## GOAL: Improve all wells in the town.\n\n## Strategic Objectives:\n\n"
                "- Test the wells.\n- Cover the wells.\n", "plan.md")[:2] == [
        ("objective", "Improve all roads by the harbour.", ()),
        ("objective", "Mend the quay road.", ("objective-1",)),
    ]  # fmt: skip


def test_a_year_before_what_is_planned_for_it() -> None:
    plan = parse(
        b"# Roads\n\n**2027**: Mend the quay road. Recruit two engineers for it. The town may grow.\n\n"
        b"**2028: Build a** bridge over the river in steps:\n\n1. **Draw it**\n"
        b"  - Draw the bridge with the builders.\n",
        name="plan.md",
    )
    assert [(r.text, r.due and r.due.text, r.due and r.due.end) for r in plan.actions][:3] == [
        ("Mend the quay road.", "2027", "2027-12-31"),
        ("Recruit two engineers for it.", "2027", "2027-12-31"),
        ("Build a bridge over the river in steps:", "2028", "2028-12-31"),
    ]


def test_what_happened_in_a_year_is_no_plan() -> None:
    assert read("# History\n\n1998: The library was founded.\n\n2004: A second hall opened.\n", "plan.md") == []


def test_stated_targets_over_rows_of_indicators_are_aims() -> None:
    assert read(
        "<table><tr><th>Objective</th><th>Annual Target</th><th>Indicator</th><th>Baseline</th></tr>"
        '<tr><td rowspan="4">Health of staff improved</td>'
        '<td rowspan="2">Six health sessions conducted by June 2022.</td><td>Number of sessions</td><td>1</td></tr>'
        "<tr><td>Number of new cases</td><td>0</td></tr>"
        '<tr><td rowspan="2">Four committee meetings conducted by June 2022.</td><td>Number of meetings</td><td>4</td>'
        "</tr><tr><td>Share of members present</td><td>50%</td></tr></table>",
        "plan.html",
    ) == [
        ("objective", "Health of staff improved", ()),
        ("objective", "Six health sessions conducted by June 2022.", ("objective-1",)),
        ("measure", "Number of sessions", ("objective-2",)),
        ("measure", "Number of new cases", ("objective-2",)),
        ("objective", "Four committee meetings conducted by June 2022.", ("objective-1",)),
        ("measure", "Number of meetings", ("objective-3",)),
        ("measure", "Share of members present", ("objective-3",)),
    ]


def test_a_numbered_mission_is_an_aim_and_a_mission_alone_is_none() -> None:
    assert read("# Mission\n\nWe serve the people of the town.\n", "plan.md") == []
    assert read(
        "# Mission 18\n\nOur council finds its way through change.\n\n# Mission 19\n\nOur council works efficiently.\n",
        "plan.md",
    ) == [
        ("objective", "Our council finds its way through change.", ()),
        ("objective", "Our council works efficiently.", ()),
    ]


def test_a_hyphen_right_behind_a_numbered_label_parts_it_from_a_name() -> None:
    label = printed_label("Goal 2-Aquatic life: Protect the quality of water.")
    assert label is not None and (label.text, label.role) == ("Goal 2", "objective")
    assert printed_label("Goal 2-year review") is None
