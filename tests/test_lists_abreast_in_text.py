"""Lists that stand side by side in text laid out by blanks: columns of a page, cards, a slide's lists."""

from __future__ import annotations

from objectives_parser import Plan, parse


def read(text: str) -> Plan:
    return parse((text + "\f").encode(), name="plan.txt")


SLIDES = (
    "Ferries\n"
    "Goal Leader: Ada Quill\n"
    "\n"
    "Goal Statement: Run a ferry every hour by 2030\n"
    "\n"
    "\n"
    "Strategies                            Key Indicators                Key Milestones\n"
    "\n"
    "• Lend boats at every pier            • Boats lent each month       • First ten boats bought, Q4\n"
    "• Teach the harbour staff to swim     • Share of staff who swim       FY2026\n"
    "  and to row                                                        • Piers rebuilt, Q2 FY2027\n"
    "• Light all the quays\n"
    "\f"
    "Piers\n"
    "Goal Leader: Bo Reed\n"
    "\n"
    "Goal Statement: Open every closed pier by 2030\n"
    "\n"
    "\n"
    "Strategies                            Key Indicators                Key Milestones\n"
    "\n"
    "• Drive new piles at the four         • Piers open to walkers       • Piles driven, Q1 FY2028\n"
    "  oldest piers                        • Cost of a metre of pier     • Last pier open, Q3 FY2029\n"
    "• Sell what is left of the wood\n"
)


def _check_slides(plan: Plan) -> None:
    first, second = (objective.id for objective in plan.objectives)
    assert [o.text for o in plan.objectives] == ["Run a ferry every hour by 2030", "Open every closed pier by 2030"]
    assert [(a.text, a.parents) for a in plan.actions] == [
        ("Lend boats at every pier", (first,)),
        ("Teach the harbour staff to swim and to row", (first,)),
        ("Light all the quays", (first,)),
        ("Drive new piles at the four oldest piers", (second,)),
        ("Sell what is left of the wood", (second,)),
    ]
    assert [m.parents for m in plan.measures] == [(first,), (first,), (second,), (second,)]
    assert [(m.text, m.parents) for m in plan.milestones] == [
        ("First ten boats bought, Q4 FY2026", (first,)),
        ("Piers rebuilt, Q2 FY2027", (first,)),
        ("Piles driven, Q1 FY2028", (second,)),
        ("Last pier open, Q3 FY2029", (second,)),
    ]


def test_bulleted_lists_under_captions_side_by_side_serve_the_goal_over_them() -> None:
    _check_slides(read(SLIDES))


def test_lists_set_in_under_their_captions_have_drawn_bullets() -> None:
    _check_slides(read(SLIDES.replace("•", " ")))


def test_goals_on_cards_side_by_side_keep_their_own_lists() -> None:
    plan = read(
        "Strategic Goals of the Harbour\n"
        "Goal 1: Ships come in safely             Goal 2: Crews like to come back\n"
        "Objectives                               Objectives\n"
        "• Keep the fairway at twelve metres      • Build a house for crews by the\n"
        "  through the winter                       east pier\n"
        "• Light the northern mole                • Open the baths on Sundays\n"
        "Measures                                 Measures\n"
        "• Ships aground in a year                • Crews who rate their stay good\n"
    )
    goals = {o.label: o.id for o in plan.objectives if o.label}
    assert {o.text: o.parents for o in plan.objectives if not o.label} == {
        "Keep the fairway at twelve metres through the winter": (goals["Goal 1"],),
        "Light the northern mole": (goals["Goal 1"],),
        "Build a house for crews by the east pier": (goals["Goal 2"],),
        "Open the baths on Sundays": (goals["Goal 2"],),
    }
    assert [(m.text, m.parents) for m in plan.measures] == [
        ("Ships aground in a year", (goals["Goal 1"],)),
        ("Crews who rate their stay good", (goals["Goal 2"],)),
    ]


def test_captions_that_meet_on_a_line_of_a_page_in_columns_name_no_table() -> None:
    plan = read(
        "Plan for the Orchards of the Coast\n"
        "                                                    Actions\n"
        "Goal 1. Plant trees where none grow                   Prune each tree every third winter\n"
        "                                                      Paint the stems against the sun\n"
        "Half of the old orchards were cleared in the last   How we will measure success\n"
        "thirty years, and few were planted again.             Trees pruned in time\n"
        "Actions\n"
        "  Plant 900 trees a year on public land             Goal 3. Teach the trade\n"
        "  Give a tree to every child that is born\n"
        "How we will measure success                         Growers tell us that they find nobody to hire, and\n"
        "  Trees alive after two years                       that the old hands retire.\n"
        "                                                    Actions\n"
        "Goal 2. Keep the trees we have                        Pay for ten apprentices a year\n"
        "                                                      Open the school orchard on Saturdays\n"
        "Most trees that died could have been saved.         How we will measure success\n"
        "                                                      Apprentices who stay in the trade\n"
    )
    texts = {o.id: o.text for o in plan.objectives}
    assert sorted(texts.values()) == ["Keep the trees we have", "Plant trees where none grow", "Teach the trade"]
    assert {a.text: texts[a.parents[0]] for a in plan.actions} == {
        "Plant 900 trees a year on public land": "Plant trees where none grow",
        "Give a tree to every child that is born": "Plant trees where none grow",
        "Prune each tree every third winter": "Keep the trees we have",
        "Paint the stems against the sun": "Keep the trees we have",
        "Pay for ten apprentices a year": "Teach the trade",
        "Open the school orchard on Saturdays": "Teach the trade",
    }
    assert {m.text: texts[m.parents[0]] for m in plan.measures} == {
        "Trees alive after two years": "Plant trees where none grow",
        "Trees pruned in time": "Keep the trees we have",
        "Apprentices who stay in the trade": "Teach the trade",
    }


def test_a_list_beside_its_caption_over_a_table_is_the_goals() -> None:
    plan = read(
        "Plan of the School on the Mole\n"
        "\n"
        "Priority 1: Raise what pupils know of tides so that all can sail alone by the end of\n"
        "year six\n"
        "\n"
        "Success criteria         Nine pupils of ten pass the tide test\n"
        "                         The gap between town and island pupils is\n"
        "                         under 5 points\n"
        "\n"
        "Actions                          Who               When\n"
        "Teach tides each Monday          Ada Quill         Autumn term\n"
        "in years three to six\n"
        "Buy six tide clocks              Bo Reed           February\n"
    )
    (goal,) = plan.objectives
    assert goal.text == "Raise what pupils know of tides so that all can sail alone by the end of year six"
    assert [(m.text, m.parents) for m in plan.measures] == [
        ("Nine pupils of ten pass the tide test", (goal.id,)),
        ("The gap between town and island pupils is under 5 points", (goal.id,)),
    ]
    assert [a.parents for a in plan.actions] == [(goal.id,), (goal.id,)]


def test_lead_between_the_lines_of_a_cell_parts_no_rows() -> None:
    plan = read(
        "Objective                    Indicator                           Target\n"
        "\n"
        "\n"
        "                             Number of boats that pass the       900\n"
        "                             winter test\n"
        "All boats of the\n"
        "\n"
        "harbour are fit for sea\n"
        "\n"
        "\n"
        "                             Crews that know the new signals     75%\n"
        "Crews are trained\n"
        "\n"
        "in all that they need\n"
        "\n"
        "\n"
        "Quays are lit at night       Lamps that burn                     400\n"
    )
    assert [o.text for o in plan.objectives] == [
        "All boats of the harbour are fit for sea",
        "Crews are trained in all that they need",
        "Quays are lit at night",
    ]
    assert [m.parents for m in plan.measures] == [(o.id,) for o in plan.objectives]


def test_a_subject_of_four_lines_is_one_beside_cells_of_two_statements() -> None:
    plan = read(
        "Objectives of the Harbour Master\n"
        "\n"
        "        Objective                 Performance Measures                   Milestones\n"
        "\n"
        "\n"
        "                              Yearly cost of the yard\n"
        "Lead the harbour                                                  Plan for the yard agreed by\n"
        "                              falls by a tenth against the\n"
        "to run a sounder                                                  council (June 2031)\n"
        "                              year of the storm\n"
        "dock which costs                                                  First ten sheds sold\n"
        "                              At least nine ships of ten leave\n"
        "less to run                                                       (December 2031)\n"
        "                              on the day listed\n"
        "\n"
        "\n"
        "                                                                  Tender documents\n"
        "Ensure that the new           No ship waits in any                issued by September\n"
        "rules for all pilots          part of the harbour                 2031\n"
        "on the river are kept         Tender round closes with at         Posts filled by\n"
        "on time and to budget         least three bids per post           March 2032\n"
        "\n"
    )
    assert [o.text for o in plan.objectives] == [
        "Lead the harbour to run a sounder dock which costs less to run",
        "Ensure that the new rules for all pilots on the river are kept on time and to budget",
    ]
