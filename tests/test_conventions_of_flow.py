"""Conventions of short plans outside tables: outlines, forms of named lines, states and values behind statements."""

from __future__ import annotations

from objectives_parser import Plan, parse
from objectives_parser.values import target_of


def _typed(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


def _marked_up(text: str) -> Plan:
    return parse(text.encode(), name="plan.md")


def test_a_labelled_action_is_no_sentence_of_the_goal_over_it() -> None:
    plan = _marked_up(
        "# Plan\n\n## Goal 1: Cleaner air in every ward\n\n**Action 1.1:** Replace forty diesel buses.\n\n"
        "**Action 1.2:** Plant hedges beside six schools.\n\n"
        "Indicator: Days above the limit. Baseline: 31. Target: 12 (2030).\n\n"
        "## Goal 2: Quieter nights\n\n**Action 2.1:** Lay smooth asphalt on the ring road.\n"
    )
    assert [(o.label, o.text) for o in plan.objectives] == [
        ("Goal 1", "Cleaner air in every ward"), ("Goal 2", "Quieter nights"),
    ]  # fmt: skip
    (measure,) = plan.measures
    assert (measure.text, measure.parents) == ("Days above the limit", ("objective-1",))
    assert measure.target is not None and (measure.target.text, measure.target.baseline) == ("12 (2030)", "31")


def test_an_indicator_behind_each_action_is_the_actions() -> None:
    plan = _marked_up(
        "# Plan\n\n## Goal 1: Cleaner air in every ward\n\n**Action 1.1:** Replace forty diesel buses.\n\n"
        "Indicator: Buses replaced. Target: 40.\n\n**Action 1.2:** Plant hedges beside six schools.\n\n"
        "Indicator: Hedges planted. Target: 6.\n"
    )
    assert [measure.parents for measure in plan.measures] == [("action-1",), ("action-2",)]


def test_success_that_is_measured_by_something_is_a_measure() -> None:
    plan = _marked_up(
        "# Plan\n\n## Priority 1: Warm homes\n\n- Insulate every attic by 2029\n\n"
        "Success will be measured by the number of homes in band C.\n\n"
        "## Priority 2: Good work\n\n- Open two job clubs\n\n"
        "Progress will be assessed by an independent panel.\n"
    )
    assert [(m.text, m.parents) for m in plan.measures] == [("the number of homes in band C.", ("objective-1",))]


def test_the_deepest_of_three_levels_under_goals_are_deeds() -> None:
    plan = _typed(
        "Goals of the library\n\n1. Make readers of all children\n   1.1 Reach families early\n"
        "       1.1.1 Give a book to each newborn\n       1.1.2 Hold story hours in two parks\n"
        "2. Keep our halls open\n   2.1 Mend what is broken\n       2.1.1 Replace the boiler\n"
    )
    assert [o.label for o in plan.objectives] == ["1", "1.1", "2", "2.1"]
    assert [(a.label, a.parents) for a in plan.actions] == [
        ("1.1.1", ("objective-2",)), ("1.1.2", ("objective-2",)), ("2.1.1", ("objective-4",)),
    ]  # fmt: skip


def test_counted_goals_are_no_goal_of_the_whole_plan() -> None:
    plan = _typed(
        "PLAN OF THE MUSEUM\n\nI. Goal: Every school visits us\n   A. Objective: Win over teachers\n"
        "      1. Print a guide for teachers\nII. Goal: Our walls stay dry\n   A. Objective: Find the leaks\n"
        "      1. Survey the roof by May 2027\n"
    )
    assert [(o.text, o.parents) for o in plan.objectives] == [
        ("Every school visits us", ()), ("Win over teachers", ("objective-1",)),
        ("Our walls stay dry", ()), ("Find the leaks", ("objective-3",)),
    ]  # fmt: skip


def test_lines_behind_dates_are_milestones_with_their_states() -> None:
    plan = _typed(
        "Harbour plan\n\nKey Milestones\nQ1 FY 2027 - Sign the tender. (Complete)\n"
        "Q2 FY 2027 - Open the slipway. (On track)\nQ3 FY 2027 - Move the cranes. (Delayed)\n"
    )
    assert [(m.text, m.due and m.due.text, m.status) for m in plan.milestones] == [
        ("Sign the tender.", "Q1 FY 2027", "Complete"), ("Open the slipway.", "Q2 FY 2027", "On track"),
        ("Move the cranes.", "Q3 FY 2027", "Delayed"),
    ]  # fmt: skip


def test_one_word_in_brackets_is_no_state() -> None:
    plan = _marked_up("# Plan\n\n## Actions\n\n- Open the archive (completed)\n- Print the index\n")
    assert [(a.text, a.status) for a in plan.actions] == [
        ("Open the archive (completed)", None), ("Print the index", None),
    ]  # fmt: skip


def test_states_in_bold_behind_the_full_stop() -> None:
    plan = _marked_up(
        "# Plan\n\n## Our actions\n\n1. Publish all votes. **Complete**\n2. Lower the fees. **Behind schedule**\n"
    )
    assert [(a.text, a.status) for a in plan.actions] == [
        ("Publish all votes.", "Complete"), ("Lower the fees.", "Behind schedule"),
    ]  # fmt: skip


def test_named_lines_under_a_numbered_action_are_its_form() -> None:
    plan = _typed(
        "Mitigation Actions\n\n2027-1  Raise the pump house\n  Hazard addressed: Flood\n  Lead agency: Works\n"
        "  Potential funding: Bonds\n  Timeline: 2029\n  Priority: High\n\n"
        "2027-2  Clear brush at the dam\n  Hazard addressed: Fire\n  Lead agency: Fire District\n"
        "  Potential funding: Fees\n  Timeline: 2028\n  Priority: Medium\n"
    )
    assert [(a.label, a.text, a.owner, a.due and a.due.text) for a in plan.actions] == [
        ("2027-1", "Raise the pump house", "Works", "2029"),
        ("2027-2", "Clear brush at the dam", "Fire District", "2028"),
    ]  # fmt: skip
    assert not plan.objectives


def test_named_lines_of_a_scorecard_are_no_headings() -> None:
    plan = _typed(
        "SCORECARD 2027\n\nFINANCE\nObjective: Keep costs low\nMeasure: Cost per visit\nTarget: below $40\n\n"
        "CLIENTS\nObjective: Answer fast\nMeasure: Share of letters answered in a week\nTarget: 90%\n"
    )
    assert [(m.text, m.parents, m.target and m.target.text) for m in plan.measures] == [
        ("Cost per visit", ("objective-1",), "below $40"),
        ("Share of letters answered in a week", ("objective-2",), "90%"),
    ]  # fmt: skip


def test_items_nested_under_a_labelled_item_are_done_for_it() -> None:
    plan = _marked_up(
        "# River strategy\n\n- **Goal 1: Healthy rivers**\n  - Objective 1.1: Halve nitrate by 2031\n"
        "    - Pay farmers for hedges\n    - Upgrade two works\n  - Objective 1.2: Bring back salmon\n"
        "    - Remove six weirs\n    - Number of salmon counted at the weir\n"
    )
    assert [(a.text, a.parents) for a in plan.actions] == [
        ("Pay farmers for hedges", ("objective-2",)), ("Upgrade two works", ("objective-2",)),
        ("Remove six weirs", ("objective-3",)),
    ]  # fmt: skip
    assert [m.parents for m in plan.measures] == [("objective-3",)]


def test_quarters_over_milestones_are_their_dates() -> None:
    plan = _marked_up(
        "# Delivery milestones 2027/28\n\n## Quarter 1 (April to June 2027)\n\n- Case approved\n\n"
        "## Quarter 2 (July to September 2027)\n\n- Contract signed\n- Trial begun\n"
    )
    assert not plan.objectives and not plan.actions
    assert [(m.due and m.due.start, m.category) for m in plan.milestones] == [
        ("2027-04-01", None), ("2027-07-01", None), ("2027-07-01", None),
    ]  # fmt: skip


def test_promises_in_line_are_several() -> None:
    plan = _typed(
        "OUR AMBITIONS\n\nAmbition one: A campus without waste\n\n"
        "We will: ban single-use cups by 2028; compost all\nfood; and mend what can be mended.\n\n"
        "How we will measure success: waste per student; cups\nsaved.\n"
    )
    assert [a.text.rstrip(".;") for a in plan.actions] == [
        "ban single-use cups by 2028", "compost all food", "mend what can be mended",
    ]  # fmt: skip
    assert {m.parents for m in plan.measures} == {("objective-1",)}


def test_letters_ask_for_what_is_to_be_done() -> None:
    plan = _typed(
        "Dear Chair,\n\nFirst, I expect the Agency to publish its plan by 30 June 2027.\n\n"
        "We would like you to send us your comments by 3 May 2027.\n"
    )
    assert [(a.text, a.due and a.due.text) for a in plan.actions] == [
        ("First, I expect the Agency to publish its plan by 30 June 2027.", "by 30 June 2027")
    ]  # fmt: skip


def test_what_success_looks_like_measures_the_aim_over_it() -> None:
    plan = _marked_up(
        "# Strategy\n\n## Priority 1: Music for all\n\n**What we will do**\n\n- Lend 200 violins\n\n"
        "**What success looks like**\n\n- Half of all pupils play an instrument\n"
    )
    assert [(m.text, m.parents) for m in plan.measures] == [
        ("Half of all pupils play an instrument", ("objective-1",))
    ]  # fmt: skip


def test_lists_under_activities_and_outputs_are_no_columns() -> None:
    plan = _typed(
        "Results\n\nActivities\n1. Train sixty nurses\n2. Buy four boats\n\nOutputs\n1. Sixty nurses are certified\n"
        "2. Boats reach all islands\n\nImpact\nFewer mothers die in childbirth.\n"
    )
    assert [a.text for a in plan.actions] == ["Train sixty nurses", "Buy four boats"]
    assert [o.text for o in plan.objectives] == [
        "Sixty nurses are certified", "Boats reach all islands", "Fewer mothers die in childbirth.",
    ]  # fmt: skip


def test_values_behind_an_indicator_of_a_logframe() -> None:
    plan = _typed(
        "LOGFRAME\n\nOutcome 1: Growers sell at a fair price.\n  Indicator: Price paid per sack. Baseline $9, target\n"
        "  $13 in 2029.\n\n"
        "Output 1.1: Sheds are in use.\n  Indicator: Number of sheds. Baseline 0, target 30 in 2028.\n"
    )
    assert [(m.text, m.target and (m.target.text, m.target.baseline)) for m in plan.measures] == [
        ("Price paid per sack", ("$13 in 2029", "$9")), ("Number of sheds", ("30 in 2028", "0")),
    ]  # fmt: skip


def test_a_table_of_notes_under_regulations_is_about_its_actions() -> None:
    plan = _typed(
        "ACTION PLAN\n\nRegulation 12: Safe care\n\nIssue: Charts were not kept.\nAction: Check the charts weekly.\n"
        "Responsible person: Ward Sister\nCompletion date: 15 May 2027\n\n"
        "Regulation 18: Staffing\n\nIssue: Shifts were not filled.\nAction: Recruit four nurses.\n"
        "Responsible person: Matron\nCompletion date: 30 June 2027\n"
    )
    assert [(a.text, a.owner, a.category) for a in plan.actions] == [
        ("Check the charts weekly.", "Ward Sister", "Regulation 12: Safe care"),
        ("Recruit four nurses.", "Matron", "Regulation 18: Staffing"),
    ]  # fmt: skip


def test_what_others_aim_at_is_not_the_plans() -> None:
    plan = _marked_up(
        "# Background\n\nThe European Union has set a target of a 55% cut in emissions by 2030.\n\n"
        "# The national context\n\nThe government will spend 3 billion on trains by 2031.\n"
    )
    assert not plan.objectives and not plan.actions


def test_what_an_indicator_counts_is_no_target() -> None:
    assert target_of("Number of adults who walk 150 minutes a week") is None
    assert target_of("Share of people over 65 with a bus pass") is None
    told = target_of("Percentage of homes within 10 minutes of a park: 85% by 2030")
    assert told is not None and told.value == 85.0


def test_what_inspectors_ask_for_is_to_be_done() -> None:
    plan = _typed(
        "What does the service need to do to improve?\n\nLeaders must ensure that risks are reviewed after every\n"
        "fall.\n\nLeaders should mend the signs in the garden.\n"
    )
    assert [a.text for a in plan.actions] == [
        "Leaders must ensure that risks are reviewed after every fall.", "Leaders should mend the signs in the garden.",
    ]  # fmt: skip


def test_the_sentence_before_the_ways_to_it_is_the_aim() -> None:
    plan = _typed(
        "We will make our streets safer. To do this we will:\n\n-  fund ten wardens\n-  light the park\n\n"
        "We will cut our carbon. To do this we will:\n\n-  fit heat pumps in two schools\n"
    )
    assert [o.text for o in plan.objectives] == ["We will make our streets safer.", "We will cut our carbon."]
    assert [a.parents for a in plan.actions] == [("objective-1",), ("objective-1",), ("objective-2",)]


def test_a_sentence_that_counts_aims_announces_as_many() -> None:
    text = "The board adopted three objectives for the years to 2030.\n\n"
    items = "1. Patients are seen in four weeks.\n\n2. Every ward has enough nurses.\n\n3. No patient falls unaided.\n"
    assert [o.label for o in _typed(text + items).objectives] == ["1", "2", "3"]
    assert not _typed(text.replace("three", "four") + items).objectives


def test_ends_under_topics_are_the_aims_of_cards() -> None:
    html = "<h1>Youth plan</h1>" + "".join(
        f'<h3>{topic}</h3><p class="lead">{end}</p><ul><li>{deed}</li></ul>'
        for topic, end, deed in (
            ("Safe", "Fewer young people are harmed", "Train forty mentors"),
            ("Heard", "More young people shape decisions", "Hold a youth vote each spring"),
            ("Skilled", "Better routes into work", "Offer 100 paid placements"),
        )
    )
    plan = parse(html.encode(), name="plan.html")
    assert [(o.text, o.category) for o in plan.objectives] == [
        ("Fewer young people are harmed", "Safe"), ("More young people shape decisions", "Heard"),
        ("Better routes into work", "Skilled"),
    ]  # fmt: skip
    assert [a.parents for a in plan.actions] == [("objective-1",), ("objective-2",), ("objective-3",)]


def test_who_and_when_behind_one_dash() -> None:
    plan = _marked_up(
        "# Plan\n\n## Actions\n\n- Open three hubs — Council, by March 2028\n"
        "- Launch a festival — Leisure Trust, May 2027\n"
    )
    assert [(a.text, a.owner, a.due and a.due.text) for a in plan.actions] == [
        ("Open three hubs", "Council", "by March 2028"), ("Launch a festival", "Leisure Trust", "May 2027"),
    ]  # fmt: skip


def test_key_dates_are_milestones() -> None:
    plan = _typed(
        "Key dates\n\n31 March 2027: White Paper published\n30 June 2027: Bill introduced\n1 April 2028: Office opens\n"
    )
    assert [(m.text, m.due and m.due.text) for m in plan.milestones] == [
        ("White Paper published", "31 March 2027"), ("Bill introduced", "30 June 2027"),
        ("Office opens", "1 April 2028"),
    ]  # fmt: skip


def test_typed_dashes_and_questions_answered_in_line() -> None:
    plan = _typed(
        "Outcome 1. People live longer\n\nWhat will be different by 2031?\n-- Half as many adults smoke\n\n"
        "What will we do?\n-- Offer support in every pharmacy\n\nWho will lead? Head of Health\n"
    )
    assert [(o.text, o.owner, o.due and o.due.text) for o in plan.objectives] == [
        ("People live longer", "Head of Health", None), ("Half as many adults smoke", None, "by 2031"),
    ]  # fmt: skip
    assert [a.text for a in plan.actions] == ["Offer support in every pharmacy"]


def test_items_with_their_target_are_measures() -> None:
    plan = _marked_up(
        "# Scorecard\n\n## A council that listens\n\n- Calls answered within 60 seconds – target 80%, actual 76%\n"
        "- Complaints answered in full – target 90%, actual 93%\n\n## A cleaner town\n\n- Waste recycled – target 55%\n"
    )
    assert [(m.category, m.target and m.target.text) for m in plan.measures] == [
        ("A council that listens", "80%"), ("A council that listens", "90%"), ("A cleaner town", "55%"),
    ]  # fmt: skip


def test_an_item_that_counts_on_from_before_a_lead_in_is_none_of_its_list() -> None:
    plan = _typed(
        "OUR PRIORITIES FOR 2027/28\n\nA. Growing our economy\n\nWe will know we are succeeding when:\n"
        "   *  fewer shops stand empty\n\nB. Caring for each other\n\nWe will know we are succeeding when:\n"
        "   *  fewer of us are lonely\n"
    )
    assert [(o.label, o.text) for o in plan.objectives] == [
        ("A", "Growing our economy"), ("B", "Caring for each other"),
    ]  # fmt: skip
    assert [m.parents for m in plan.measures] == [("objective-1",), ("objective-2",)]


def test_what_applicants_are_told_is_no_plan() -> None:
    assert not _marked_up(
        "# Guidance for applicants\n\nRead these notes first.\n\n1. Describe your project in 200 words.\n"
        "2. List your partners.\n3. Attach a budget.\n"
    ).actions


def test_what_success_looks_like_stays_an_aim_beside_measures() -> None:
    plan = _marked_up(
        "# Strategy\n\n## Priority 1: Safe work\n\n### What success looks like in 2031\n\n- Fewer people are hurt\n\n"
        "### How we will measure our performance\n\n- Rate of injuries\n"
    )
    assert [o.text for o in plan.objectives] == ["Safe work", "Fewer people are hurt"]
    assert [m.text for m in plan.measures] == ["Rate of injuries"]


def test_two_levels_under_goals_and_actions() -> None:
    plan = _typed(
        "STRATEGIC GOALS AND ACTIONS\n\n1. Teach every child to swim\n1.1 Offer free lessons in May\n"
        "1.2 Train thirty instructors\n\n2. Keep older people moving\n2.1 Start walks in five parks\n"
    )
    assert [o.label for o in plan.objectives] == ["1", "2"]
    assert [(a.label, a.parents) for a in plan.actions] == [
        ("1.1", ("objective-1",)), ("1.2", ("objective-1",)), ("2.1", ("objective-2",)),
    ]  # fmt: skip


def test_what_a_roadmap_says_under_its_years_is_reached_then() -> None:
    html = (
        "<h1>Digital health roadmap</h1><h2>2027</h2><ul><li>National index goes live</li></ul>"
        "<h2>2028</h2><ul><li>Private clinics join the index</li></ul>"
    )
    plan = parse(html.encode(), name="plan.html")
    assert [(m.text, m.due and m.due.text) for m in plan.milestones] == [
        ("National index goes live", "2027"), ("Private clinics join the index", "2028"),
    ]  # fmt: skip


def test_dates_in_the_type_of_the_title_part_its_targets() -> None:
    plan = _typed(
        "Our targets\n\nBy 2028\n  *  every school has a travel plan\n  *  air meets the legal limit everywhere\n\n"
        "By 2031\n  *  half of all trips are on foot or by bus\n"
    )
    assert [(o.text, o.due and o.due.text) for o in plan.objectives] == [
        ("every school has a travel plan", "By 2028"), ("air meets the legal limit everywhere", "By 2028"),
        ("half of all trips are on foot or by bus", "By 2031"),
    ]  # fmt: skip


def test_deeds_counted_in_words() -> None:
    text = (
        "Dear Secretary,\n\nFirst, restore trust by clearing the backlog.\n\nSecond, bring forward a law on leave.\n\n"
        "Finally, publish a plan for the estate.\n"
    )
    assert len(_typed(text).actions) == 3
    assert not _typed("First, it rained. We waited.\n\nSecond, the bus was late.\n\nThird, we lost.\n").actions


def test_who_and_when_in_square_brackets() -> None:
    plan = _typed(
        "Action 4.1  Expand the bike share to 60 stations [Works; 2028]\n"
        "Action 4.2  Add bus lanes [Works, Transit; 2027]\n"
    )
    assert [(a.label, a.text, a.owner, a.due and a.due.text) for a in plan.actions] == [
        ("Action 4.1", "Expand the bike share to 60 stations", "Works", "2028"),
        ("Action 4.2", "Add bus lanes", "Works, Transit", "2027"),
    ]  # fmt: skip


def test_the_purpose_in_a_chain_of_results_is_an_aim() -> None:
    text = (
        "**Goal:** Fewer children are hungry in the valley.\n\n**Purpose:** Mothers feed infants as recommended.\n\n"
        "**Output 1:** Nurses give sound advice.\n\n- Activity 1.1: Write a manual\n"
    )
    plan = _marked_up(text)
    assert [(o.label, o.parents) for o in plan.objectives] == [
        ("Goal", ()), ("Purpose", ("objective-1",)), ("Output 1", ("objective-2",)),
    ]  # fmt: skip
    assert [o.label for o in _marked_up(text.replace("Output 1", "Area 1")).objectives] == ["Goal"]


def test_states_with_a_colon_before_milestones() -> None:
    plan = _typed(
        "Goal 2: Faster patents\n\nStrategy 1: Hire examiners.\nStrategy 2: Automate the first search.\n\n"
        "Key Milestones\n• Complete: Post 400 vacancies\n• Not started: Release the tool to all units\n"
    )
    assert [(m.text, m.status, m.parents) for m in plan.milestones] == [
        ("Post 400 vacancies", "Complete", ("objective-1",)),
        ("Release the tool to all units", "Not started", ("objective-1",)),
    ]  # fmt: skip


def test_actions_numbered_by_their_year() -> None:
    plan = _marked_up(
        "### Mitigation Action 2027-04: Retrofit the courthouse\n\n- **Hazards:** Fire\n- **Lead:** Works\n\n"
        "### Mitigation Action 2027-05: Install sirens\n\n- **Hazards:** Fire\n- **Lead:** Fire Service\n"
    )
    assert [(a.label, a.text, a.owner) for a in plan.actions] == [
        ("Mitigation Action 2027-04", "Retrofit the courthouse", "Works"),
        ("Mitigation Action 2027-05", "Install sirens", "Fire Service"),
    ]  # fmt: skip


def test_captions_in_the_type_of_the_text_name_their_lists() -> None:
    plan = _marked_up(
        "# Equality objectives\n\n**Objective 1: Close the pay gap to 5% by 2030**\n\nWhat we will do\n\n"
        "- Publish pay by grade each March\n- Offer flexible hours\n\nHow we will measure it\n\n- Median pay gap\n"
    )
    assert [a.text for a in plan.actions] == ["Publish pay by grade each March", "Offer flexible hours"]
    assert [m.text for m in plan.measures] == ["Median pay gap"]


def test_what_a_theme_aims_to_is_the_aim_of_its_actions() -> None:
    plan = _typed(
        "THEME 1: ACTIVE TRAVEL\n\nWe aim to double cycling in the city by 2031.\n\nActions\n"
        "1. Complete the ring path\n2. Lend 500 bikes\n\n"
        "THEME 2: CLEAN VEHICLES\n\nWe aim to run an electric fleet by 2033.\n\nActions\n"
        "1. Convert the depot\n"
    )
    assert [(o.text, o.category) for o in plan.objectives] == [
        ("We aim to double cycling in the city by 2031.", "ACTIVE TRAVEL"),
        ("We aim to run an electric fleet by 2033.", "CLEAN VEHICLES"),
    ]  # fmt: skip
    assert [a.parents for a in plan.actions] == [("objective-1",), ("objective-1",), ("objective-2",)]


def test_measures_with_labels_under_their_own_name_are_no_column() -> None:
    plan = _typed(
        "Aim: To reduce falls on Ward 4 by 30% by March 2028.\n\nChange ideas\n1) Hourly rounds by assistants\n"
        "2) Sensor mats beside 12 beds\n\nMeasures\nOutcome measure: Falls per 1,000 bed days\n"
        "Balancing measure: Staff time spent on rounds\n"
    )
    assert [m.parents for m in plan.measures] == [("objective-1",), ("objective-1",)]


def test_years_of_a_plan_with_lists_in_line() -> None:
    plan = _typed(
        "Our plan\n\nYear 1:  mend the hall roof; new swings for the play area\nYear 2:  buy a defibrillator\n"
        "Year 3:  resurface the car park\n"
    )
    assert [(a.text.rstrip(";"), a.due and a.due.text) for a in plan.actions] == [
        ("mend the hall roof", "Year 1"), ("new swings for the play area", "Year 1"),
        ("buy a defibrillator", "Year 2"), ("resurface the car park", "Year 3"),
    ]  # fmt: skip


def test_headings_that_a_sentence_counts_are_the_priorities() -> None:
    text = "# The Minister for Fisheries\n\nI will focus on two priorities.\n\n"
    held = "## Sustainable stocks\n\n- Set catch limits by May\n\n## Thriving ports\n\n- Invest in cold storage\n"
    plan = _marked_up(text + held)
    assert [o.text for o in plan.objectives] == ["Sustainable stocks", "Thriving ports"]
    assert [a.parents for a in plan.actions] == [("objective-1",), ("objective-2",)]
    assert not _marked_up(text.replace("two", "three") + held).objectives


def test_what_stands_beside_tasks_is_to_be_done_as_well() -> None:
    plan = _marked_up(
        "# Corporate priorities\n\n1. **Put customers first**\n   - Answer calls within a minute\n"
        "   - Redesign the website\n     - Deadline: May 2028\n     - Lead: Head of Digital\n"
        "2. **Live within our means**\n   - Review every lease\n     - Deadline: June 2028\n     - Lead: Estates\n"
    )
    assert [o.text for o in plan.objectives] == ["Put customers first", "Live within our means"]
    assert [(a.text, a.owner) for a in plan.actions] == [
        ("Answer calls within a minute", None), ("Redesign the website", "Head of Digital"),
        ("Review every lease", "Estates"),
    ]  # fmt: skip


def test_the_form_under_a_goal_is_the_goals() -> None:
    rows = (
        "<tr><th>Target</th><td>Halve deaths by 2032</td></tr>"
        "<tr><th>Actions</th><td><ul><li>Lower speed limits</li><li>Redesign ten junctions</li></ul></td></tr>"
        "<tr><th>Lead</th><td>Road Safety Team</td></tr>"
    )
    html = f"<h1>Plan</h1><h2>Goal 1: Fewer people killed on our roads</h2><table>{rows}</table>"
    plan = parse(html.encode(), name="plan.html")
    assert [(o.text, o.owner) for o in plan.objectives] == [("Fewer people killed on our roads", "Road Safety Team")]
    assert {record.parents for record in (*plan.actions, *plan.measures)} == {("objective-1",)}
    assert (len(plan.actions), len(plan.measures)) == (2, 1)


def test_aims_of_bodies_above_nations_are_not_counted() -> None:
    plan = _marked_up(
        "# Our context\n\nThe European Council agreed two priorities.\n\n## A free Europe\n\n- Uphold the law\n\n"
        "## A strong Europe\n\n- Invest in defence\n"
    )
    assert not plan.objectives


def test_outcomes_over_what_serves_them_are_aims() -> None:
    plan = _marked_up(
        "# Strategy\n\n## Outcome: Fewer people start\n\n### Actions\n\n- Train teachers in sixty schools\n\n"
        "## Outcome: More people recover\n\n### Actions\n\n- Open a café by 2028\n\n"
        "We promise to:\n\n- stay open late\n"
    )
    assert [(o.label, o.text) for o in plan.objectives] == [
        ("Outcome", "Fewer people start"), ("Outcome", "More people recover"),
    ]  # fmt: skip
    assert [a.text for a in plan.actions] == [
        "Train teachers in sixty schools", "Open a café by 2028", "stay open late",
    ]  # fmt: skip
