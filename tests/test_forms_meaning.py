"""Forms: tables that read downwards, as commitment templates, fact sheets and performance statements print them."""

from __future__ import annotations

import attrs

from objectives_parser import Plan, parse


def form(*rows: tuple[str, ...]) -> Plan:
    lines = ["".join(f"<td{' colspan=2' if len(row) == 1 else ''}>{cell}</td>" for cell in row) for row in rows]
    return parse(f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>".encode(), name="plan.html")


class TestPerformanceStatements:
    """`Criterion | Target | Source | Result`, one under the other."""

    plan = form(
        ("Criterion", "Improve the governance of investments"),
        ("Target", "We will have a framework for digital investments."),
        ("Source", "Corporate plan"),
        ("Result", "Partial achievement.<br>The first roadmap was published in December."),
        ("Criterion", "Develop a capable agency"),
        ("Target", "Staff say that they are well led and well trained."),
        ("Result", "Not delivered by the office"),
    )

    def test_each_criterion_opens_a_form(self) -> None:
        first, second = self.plan.objectives
        assert (first.text, second.text) == ("Improve the governance of investments", "Develop a capable agency")
        assert [measure.parents for measure in self.plan.measures] == [(first.id,), (second.id,)]

    def test_the_state_a_result_opens_with(self) -> None:
        assert [goal.status for goal in self.plan.objectives] == ["Partial achievement", "Not delivered by the office"]


class TestFactSheets:
    """The first row names what the sheet is about."""

    def test_a_title_has_the_fields_and_the_aim_is_its_parent(self) -> None:
        plan = form(
            ("Project title", "Upgrade of the water network"),
            ("Objective", "To reduce losses of water"),
            ("Description", "The network is old and leaks in many places."),
            ("Responsible", "Water utility"),
            ("Timeframe", "2021-2023"),
        )
        (project,), (aim,) = plan.actions, plan.objectives
        assert (project.owner, project.due and project.due.text, project.parents) == (
            "Water utility",
            "2021-2023",
            (aim.id,),
        )
        assert aim.owner is None

    def test_a_measure_that_is_taken(self) -> None:
        plan = form(
            ("Name of the measure", "Solar home systems programme"),
            ("Sector", "Energy"),
            ("Implementing entity", "Rural agency"),
            ("Timeframe", "2020-2030"),
        )
        assert [action.text for action in plan.actions] == ["Solar home systems programme"]
        assert not plan.measures

    def test_an_indicator_gets_its_target_and_baseline(self) -> None:
        plan = form(
            ("KPI", "Percentage of invoices paid within 30 days"),
            ("Baseline", "78%"),
            ("Target", "95%"),
            ("Owner", "Head of Finance"),
        )
        (measure,) = plan.measures
        assert measure.target is not None
        assert (measure.target.text, measure.target.baseline, measure.owner) == ("95%", "78%", "Head of Finance")

    def test_a_target_in_words_beside_an_indicator_is_no_record(self) -> None:
        plan = form(
            ("Goal", "Reduce homelessness among veterans"),
            ("Measure", "Number of veterans without shelter"),
            ("Target", "Fewer than 1,000 by the year 2025"),
            ("Lead", "Department of Housing"),
        )
        assert [measure.text for measure in plan.measures] == ["Number of veterans without shelter"]
        assert attrs.asdict(plan.measures[0])["target"] is not None


def test_the_number_over_a_worksheet_labels_its_action_and_a_rank_is_no_aim() -> None:
    rows = (("Mitigation Action", "Raise the bridge"), ("Lead Agency", "Public Works"), ("Priority", "High"))
    plan = form(("Action 2025-01",), *rows)
    assert [(record.kind, record.label, record.text, record.owner) for record in plan.records] == [
        ("action", "Action 2025-01", "Raise the bridge", "Public Works")
    ]


def test_a_line_of_goals_numbers_links_to_those_goals() -> None:
    page = "<p>Goal 1: Protect life.</p><p>Goal 2: Keep roads open.</p><p>Goal 3: Tell people what to do.</p>"
    rows = (("Mitigation Action", "Raise the bridge"), ("Goal(s) Supported", "1, 3"), ("Lead Agency", "Public Works"))
    body = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    (action,) = parse(f"{page}<table>{body}</table>".encode(), name="plan.html").actions
    assert action.parents == ("objective-1", "objective-3")


def test_the_years_under_a_commitment_s_title_are_its_own() -> None:
    """A date over the width of a form says when; a row for contacts opens no other form."""
    plan = form(
        ("Commitment 1: Publish contracts from planning to payment",),
        ("1 January 2023 – 31 December 2025",),
        ("Lead implementing agency", "Procurement Authority"),
        ("What is the commitment?", "Contracts can be found in one place."),
        ("Contact information",),
        ("Email", "office@example.org"),
    )
    (action,) = [action for action in plan.actions if action.label]
    assert [each.text for each in plan.actions if not each.text.startswith("Contracts")] == [action.text]
    assert action.due is not None
    assert (action.due.start, action.due.end) == ("2023-01-01", "2025-12-31")
    assert action.owner == "Procurement Authority"


def test_the_table_under_a_box_of_goal_and_strategy_carries_out_the_strategy() -> None:
    """And a further box that only states a strategy is for the same goal."""

    def rows(*cells: tuple[str, ...]) -> str:
        return (
            "<table>" + "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in cells) + "</table>"
        )

    def steps(text: str) -> str:
        return rows(("Action Steps", "Person Responsible", "Timeline"), (text, "Dean", "May 2026"))

    goal, why = ("SMART Goal", "Attendance will rise to 95%."), ("Rationale", "One in four missed 18 days.")
    page = (
        rows(goal, why, ("Evidence-Based Strategy", "Early warning")) + steps("Call each family")
        + rows(("Evidence-Based Strategy", "Restorative practices"), why) + steps("Train all staff")
    )  # fmt: skip
    plan = parse(page.encode(), name="plan.html")
    assert [(record.text, record.parents) for record in plan.objectives[1:]] == [
        ("Early warning", ("objective-1",)),
        ("Restorative practices", ("objective-1",)),
    ]
    assert [action.parents for action in plan.actions] == [("objective-2",), ("objective-3",)]


def test_a_table_inside_a_form_may_have_a_column_nobody_knows() -> None:
    """Commitment templates print `New or ongoing` between the milestones and their dates."""
    rows = (
        ("Lead agency", "<td colspan=3>Ministry of Works</td>"),
        ("Main objective", "<td colspan=3>More people take part in planning.</td>"),
        ("Milestones to fulfil the commitment", "<td>New or ongoing</td><td>Start date</td><td>End date</td>"),
        ("4.1 Prepare the specification", "<td>New</td><td>July 2031</td><td>December 2031</td>"),
        ("4.2 Train staff in all offices", "<td>Ongoing</td><td>January 2032</td><td>June 2033</td>"),
    )
    body = "".join(f"<tr><td>{label}</td>{cells}</tr>" for label, cells in rows)
    title = "<tr><td colspan=4>4. Open a planning portal</td></tr>"
    plan = parse(f"<table>{title}{body}</table>".encode(), name="commitment.html")
    assert [(step.label, step.text, step.due and step.due.text) for step in plan.milestones] == [
        ("4.1", "Prepare the specification", "December 2031"),
        ("4.2", "Train staff in all offices", "June 2033"),
    ]
    assert all(step.parents == (plan.actions[0].id,) for step in plan.milestones)
    assert plan.milestones[0].fields["New or ongoing"] == "New"
