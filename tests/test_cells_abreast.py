"""Reading-order text: columns written as wholes, cells that span rows, and lists that lost their bullets."""

from __future__ import annotations

from objectives_parser import Plan, parse


def plan_of(*chunks: str) -> Plan:
    return parse(("\n\n".join(chunks) + "\n\f").encode(), name="plan.txt")


def told(plan: Plan) -> list[tuple[str, str, str | None, str | None]]:
    return [(record.kind, record.text, record.owner, record.due and record.due.text) for record in plan.records]


def test_columns_written_as_wholes_are_told_row_by_row() -> None:
    """Where dates count the rows, the chunks beside them that hold as many cells are their columns."""
    plan = plan_of(
        "Harbour milestones",
        "Milestone",
        "Due Date",
        "Status",
        "Depth survey of the north basin reported\nDredging completed\nNew quay opened to ferries",
        "Q1, FY 2031\nQ4, FY 2031\nQ1, FY 2032",
        "On-Track\nOn-Track\nDelayed",
    )
    assert sorted((record.text, record.due and record.due.text, record.status) for record in plan.milestones) == [
        ("Depth survey of the north basin reported", "Q1, FY 2031", "On-Track"),
        ("Dredging completed", "Q4, FY 2031", "On-Track"),
        ("New quay opened to ferries", "Q1, FY 2032", "Delayed"),
    ]


def test_header_cells_right_over_their_columns_are_parted_from_them() -> None:
    plan = plan_of(
        "Harbour safety plan\nObjective\nKeep the piers safe\nfor everybody",
        "Action\nFit ladders to all piers\nTrain forty wardens in\nlife saving",
        "Lead\nPort Office\nMinistry of\nTransport",
        "Deadline\nJune 2031\nSeptember\n2032",
    )
    assert told(plan)[-2:] == [
        ("action", "Fit ladders to all piers", "Port Office", "June 2031"),
        ("action", "Train forty wardens in life saving", "Ministry of Transport", "September 2032"),
    ]


def test_an_objective_that_stands_once_serves_the_rows_below_it() -> None:
    """And the last row's year is no page number."""
    plan = plan_of(
        "Objective", "Action", "Lead", "Deadline",
        "Keep the piers safe\nfor everybody", "Fit ladders to all piers", "Port Office", "2031",
        "Train forty wardens in\nlife saving", "Ministry of\nTransport", "2032",
    )  # fmt: skip
    aim = plan.objectives[0]
    assert [(action.text, action.due and action.due.text, action.parents) for action in plan.actions] == [
        ("Fit ladders to all piers", "2031", (aim.id,)),
        ("Train forty wardens in life saving", "2032", (aim.id,)),
    ]


def test_partners_stand_beside_who_leads() -> None:
    plan = plan_of(
        "Action", "Lead", "Partners", "Timeline",
        "1.1 Publish a charter for passengers", "Department of Ports", "NPA", "Q2 2031",
        "1.2 Set up a council of users", "DOP", "Harbour Users Union", "Q4 2031",
    )  # fmt: skip
    assert told(plan) == [
        ("action", "Publish a charter for passengers", "Department of Ports", "Q2 2031"),
        ("action", "Set up a council of users", "DOP", "Q4 2031"),
    ]


def test_promises_in_small_letters_are_a_list_without_bullets() -> None:
    plan = plan_of(
        "Harbour strategy",
        "Objective 1: Keep the harbour open in winter\nThe ice costs the town a month of trade. We will:\n"
        "buy a second ice breaker by 2031;\ntrain the crews of all tugs; and\nwarn ships two days ahead.",
    )
    assert [record.text.split(";")[0] for record in plan.actions] == [
        "buy a second ice breaker by 2031",
        "train the crews of all tugs",
        "warn ships two days ahead.",
    ]
    assert [record.text for record in plan.objectives] == ["Keep the harbour open in winter"]


def test_commands_right_under_a_labelled_goal_are_its_list() -> None:
    plan = plan_of(
        "Harbour arts",
        "Goal 1: Art on every quay\nToo few people visit the halls in winter.\n"
        "Open the halls on Sundays\nTake the collection to schools",
    )
    assert [(record.kind, record.text) for record in plan.records] == [
        ("objective", "Art on every quay"),
        ("action", "Open the halls on Sundays"),
        ("action", "Take the collection to schools"),
    ]


def test_promises_parted_by_semicolons_are_a_list_in_any_text() -> None:
    plan = parse(
        b"Harbour plan\nPriority 1: A harbour open in winter\nWe will:\nbuy a second ice breaker by 2031;\n"
        b"train the crews of all tugs; and\nwarn ships two days\nahead.\n",
        name="plan.txt",
    )
    aim = plan.objectives[0]
    assert (aim.text, aim.label) == ("A harbour open in winter", "Priority 1")
    assert [(action.text.split(";")[0], action.parents) for action in plan.actions] == [
        ("buy a second ice breaker by 2031", (aim.id,)),
        ("train the crews of all tugs", (aim.id,)),
        ("warn ships two days ahead.", (aim.id,)),
    ]
