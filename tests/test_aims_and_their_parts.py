"""Aims over their parts as plans print them: labels in tabs over titles, forms one under the other, section rows."""

from __future__ import annotations

from objectives_parser import Plan, parse


def page(*body: str) -> Plan:
    return parse("".join(body).encode(), name="plan.html")


def table(*rows: tuple[str, ...], head: bool = True) -> str:
    lines = []
    for at, row in enumerate(rows):
        tag = "th" if head and not at else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>")
    return f"<table>{''.join(lines)}</table>"


def test_numbered_forms_in_one_table_are_a_form_each() -> None:
    plan = page(
        table(
            ("Objective 1", "Bring down the backlog of repairs"),
            ("Measures", "Backlog below 40m"),
            ("Milestones", "Survey complete by June 2026"),
            ("Objective 2", "Open two new depots on budget"),
            ("Measures", "Outturn within 3% of the plan"),
            ("Milestones", "Site bought by May 2027"),
            head=False,
        )
    )
    first, second = plan.objectives
    assert (first.label, second.label, second.parents) == ("Objective 1", "Objective 2", ())
    assert [record.parents[0] for record in (*plan.measures, *plan.milestones)] == [
        first.id, second.id, first.id, second.id,
    ]  # fmt: skip


def test_a_label_in_small_type_over_a_title_is_the_titles() -> None:
    plan = page(
        "<h1>Council plan</h1>",
        "<p>Priority 1</p><h2>A clean and green borough</h2><h3>What we will do</h3>",
        "<ul><li>Plant 500 trees</li><li>Collect food waste from every home</li></ul>",
        "<p>Priority 2</p><h2>Homes that people can afford</h2><h3>What we will do</h3>",
        "<ul><li>Build 400 homes</li><li>License every shared house</li></ul>",
    )
    assert [(goal.label, goal.text) for goal in plan.objectives] == [
        ("Priority 1", "A clean and green borough"),
        ("Priority 2", "Homes that people can afford"),
    ]
    assert [action.parents[0] for action in plan.actions] == ["objective-1"] * 2 + ["objective-2"] * 2


def test_parts_for_this_outcome_say_what_stands_over_them() -> None:
    plan = page(
        "<h1>Delivery plan</h1>",
        "<h2>Keep villages connected to services</h2><h3>Our metrics for this outcome</h3>",
        "<ul><li>Share of homes near a surgery</li></ul>",
        "<h2>Protect rivers and uplands</h2><h3>Our metrics for this outcome</h3>",
        "<ul><li>Kilometres of clean river</li></ul>",
    )
    assert [goal.text for goal in plan.objectives] == [
        "Keep villages connected to services",
        "Protect rivers and uplands",
    ]


def test_a_column_of_missions_by_number_links_to_the_missions() -> None:
    plan = page(
        "<h2>Mission 1: Everybody can register online</h2><ul><li>Launch the service</li></ul>",
        "<h2>Mission 2: Data that can be shared</h2><ul><li>Publish the interfaces</li></ul>",
        "<h1>How we will measure success</h1>",
        table(("Mission", "Measure", "Today", "2028"), ("1", "Share of forms sent online", "19%", "75%"),
              ("2", "Departments using our data", "0", "15")),
    )  # fmt: skip
    assert [measure.parents for measure in plan.measures] == [("objective-1",), ("objective-2",)]


class TestSectionRows:
    """Rows over the width of a table of actions."""

    def test_must_do_and_a_topic_group_and_state_nothing(self) -> None:
        plan = page(
            "<table><tr><th>Ref</th><th>Action</th><th>Lead</th></tr>"
            "<tr><td colspan=3>Must do: Urgent care</td></tr>"
            "<tr><td>M1</td><td>Audit the time to triage</td><td>Matron</td></tr>"
            "<tr><td colspan=3>Should do: Maternity</td></tr>"
            "<tr><td>S1</td><td>Clear the open incidents</td><td>Director</td></tr></table>"
        )
        assert [action.text for action in plan.actions] == ["Audit the time to triage", "Clear the open incidents"]
        assert [action.parents for action in plan.actions] == [(), ()]

    def test_a_numbered_row_is_read_like_its_sisters(self) -> None:
        plan = page(
            "<table><tr><th>Action</th><th>Lead</th></tr>"
            "<tr><td colspan=2>LU-1 Direct new growth to the core.</td></tr>"
            "<tr><td>LU-1.a Rewrite the zoning code</td><td>Planning</td></tr>"
            "<tr><td colspan=2>LU-2 Preserve farmland outside the boundary.</td></tr>"
            "<tr><td>LU-2.a Host a yearly forum</td><td>Extension</td></tr></table>"
        )
        assert [goal.text for goal in plan.objectives] == [
            "Direct new growth to the core.",
            "Preserve farmland outside the boundary.",
        ]
        assert [(action.label, action.parents) for action in plan.actions] == [
            ("LU-1.a", ("objective-1",)),
            ("LU-2.a", ("objective-2",)),
        ]


class TestColumns:
    """What a column's header and cells say together."""

    def test_a_programme_is_the_name_of_what_it_will_deliver(self) -> None:
        plan = page(
            table(("Project or programme", "What we will deliver", "Completion date"),
                  ("Rural Bus Fund", "Award grants to 40 authorities", "March 2027"),
                  ("Village Halls", "Refurbish 125 halls", "December 2026"))
        )  # fmt: skip
        assert [(action.text, action.category) for action in plan.actions] == [
            ("Award grants to 40 authorities", "Rural Bus Fund"),
            ("Refurbish 125 halls", "Village Halls"),
        ]

    def test_outputs_and_process_measures_are_measures(self) -> None:
        plan = page(
            table(("Key activities", "Outputs / Process Measures"), ("Recruit 28 schools", "# of schools signed"),
                  ("Train the nurses", "# of nurses trained"))
        )  # fmt: skip
        assert [measure.text for measure in plan.measures] == ["# of schools signed", "# of nurses trained"]

    def test_measures_with_targets_and_a_lead_officer_are_measures(self) -> None:
        plan = page(
            table(("Ref", "Measure", "2024/25 result", "2026/27 target", "2028/29 target", "Lead officer"),
                  ("E2", "Fly-tips removed within two working days", "81%", "90%", "95%", "Head of Waste"),
                  ("E3", "Parks holding a Green Flag", "4", "6", "8", "Parks Manager"))
        )  # fmt: skip
        assert (len(plan.measures), len(plan.actions)) == (2, 0)

    def test_an_action_number_that_begins_with_its_year_is_no_date(self) -> None:
        plan = page(
            table(("Action #", "Mitigation action", "Lead agency"), ("2026-01", "Raise the culverts", "Public Works"),
                  ("2026-02", "Adopt the new code", "Building Department"))
        )  # fmt: skip
        assert [(action.label, action.due) for action in plan.actions] == [("2026-01", None), ("2026-02", None)]

    def test_the_revised_date_holds_and_a_broken_one_is_read_whole(self) -> None:
        plan = page(
            table(("Audit & date", "Agreed action", "Original due date", "Revised due date"),
                  ("Payroll (March 2026)", "Sign the checklist", "30/06/202<br>6", "31/12/202<br>6"),
                  ("Fleet (July 2026)", "Reconcile the mileage logs", "30/11/2026", ""))
        )  # fmt: skip
        assert [action.due and (action.due.text, action.due.end) for action in plan.actions] == [
            ("31/12/2026", "2026-12-31"),
            ("30/11/2026", "2026-11-30"),
        ]


def test_a_plan_that_a_title_names_is_no_action() -> None:
    plan = page("<h1>National Action Plan: Operational plan 2027</h1><ul><li>Train the teams</li></ul>")
    assert [action.text for action in plan.actions] == ["Train the teams"]


class TestLevelsByNumber:
    """Printed numbers tell which level serves which."""

    def test_outputs_serve_the_outcome_above_them_in_one_column(self) -> None:
        plan = page(
            table(("Results", "Performance indicators", "Baseline"),
                  ("Outcome 1: Farmers have more resilient livelihoods.", "1.1 Share of farms insured", "6%"),
                  ("Output 1.1: Cooperatives process their crops.", "1.1.1 Number of cooperatives", "3"),
                  ("Outcome 2: People use responsive services.", "2.1 Births registered", "61%"),
                  ("Output 2.1: Courts apply digital files.", "2.1.1 Courts with the system", "0"))
        )  # fmt: skip
        assert [goal.parents for goal in plan.objectives] == [(), ("objective-1",), (), ("objective-3",)]

    def test_a_label_tells_the_kind_under_a_header_of_several(self) -> None:
        plan = page(
            table(("Programme Outcome / Intervention / Output", "Indicator", "Responsible"),
                  ("Outcome 1.1: Reduced housing deficit", "Deficit in units", "Ministry"),
                  ("Intervention 1.1.1: Establish a mortgage facility", "Number of loans", "Bank"))
        )  # fmt: skip
        (outcome,), (intervention,) = plan.objectives, plan.actions
        assert (intervention.label, intervention.parents) == ("Intervention 1.1.1", (outcome.id,))

    def test_a_wider_number_serves_no_deeper_one(self) -> None:
        plan = page(
            "<h1>Goal 1: Safe waterways</h1><h2>Strategic Objective 1.1: Reduce deaths on the water</h2>",
            "<p>Performance Goal 1.1.1: Inspect every barge once a year.</p>",
            "<h2>Strategic Objective 1.2: Keep the locks open</h2>",
        )
        assert [goal.parents for goal in plan.objectives] == [(), ("objective-1",), ("objective-2",), ("objective-1",)]

    def test_steps_serve_the_strategy_over_them_and_it_the_goal_of_the_box(self) -> None:
        def box(number: int, goal: str) -> str:
            return table((f"SMART Goal {number}", f"By May 2027, {goal}."), ("Root cause", "Bus"), head=False)

        steps = table(("Action Steps", "Person(s) Responsible", "Timeline"), ("Call home", "Office", "May 2027"))
        plan = page(
            box(1, "reading scores will rise to 55%"),
            "<p><b>Strategy 1.1:</b> Teach phonics in all rooms</p>",
            steps,
            box(2, "absence will fall to 15%"),
            "<p><b>Strategy 2.1:</b> Build ties with families</p>",
            steps,
        )
        assert [(goal.label, goal.parents) for goal in plan.objectives] == [
            ("SMART Goal 1", ()),
            ("Strategy 1.1", ("objective-1",)),
            ("SMART Goal 2", ()),
            ("Strategy 2.1", ("objective-3",)),
        ]
        assert [action.parents for action in plan.actions] == [("objective-2",), ("objective-4",)]


def test_headings_that_a_table_names_as_priorities_are_the_priorities() -> None:
    plan = page(
        "<h1>Police plan</h1><h3>Justice for victims</h3><ul><li>Fund independent advisers</li></ul>",
        "<h3>Prevention first</h3><ul><li>Invest in drug treatment</li></ul>",
        "<h2>How we will be held to account</h2>",
        table(("Priority", "Measures", "Baseline"), ("Justice for victims", "Victim satisfaction", "71%"),
              ("Prevention first", "First-time entrants", "112")),
    )  # fmt: skip
    assert [goal.text for goal in plan.objectives] == ["Justice for victims", "Prevention first"]
    served = [goal.id for goal in plan.objectives]
    assert [action.parents[0] for action in plan.actions] == served
    assert [measure.parents[0] for measure in plan.measures] == served


def test_a_row_over_the_width_says_who_leads_the_aim_over_the_table() -> None:
    plan = page(
        "<p>Performance Goal 1.1: Inspect every barge once a year.</p>",
        "<table><tr><td colspan=3>Goal Leader: Chief of Operations</td></tr>"
        "<tr><th>Performance indicator</th><th>2025 Target</th><th>2026 Target</th></tr>"
        "<tr><td>Barges inspected</td><td>95%</td><td>98%</td></tr></table>",
    )
    (goal,), (measure,) = plan.objectives, plan.measures
    assert (goal.owner, measure.parents, measure.category) == ("Chief of Operations", (goal.id,), None)


def test_as_many_headings_as_a_title_says_are_the_aims() -> None:
    plan = page(
        "<h1>Our five-year strategy: two ambitions</h1>",
        "<h2>Be there when it matters</h2><p><b>By 2030 we will:</b></p><ul><li>answer nine calls in ten</li></ul>",
        "<h2>A team that lasts</h2><p><b>By 2030 we will:</b></p><ul><li>halve our turnover</li></ul>",
    )
    assert [goal.text for goal in plan.objectives] == ["Be there when it matters", "A team that lasts"]
    assert [action.parents for action in plan.actions] == [("objective-1",), ("objective-2",)]


def test_what_is_reached_in_one_quarter_serves_nothing_of_the_quarter_before() -> None:
    plan = page(
        table(("Workstream", "Q1 2027", "Q2 2027"),
              ("Identity", "Prototype of the sign-in tested", "Private beta opened to two departments"),
              ("Payments", "Card payments live for licences", "Refunds automated in all shops"))
    )  # fmt: skip
    assert len(plan.milestones) == 4
    assert not any(milestone.parents for milestone in plan.milestones)
