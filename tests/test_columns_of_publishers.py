"""What columns hold, as publishers head them: periods, values, names, kinds, and words that state nothing."""

from __future__ import annotations

import pytest

from objectives_parser import Plan, parse
from objectives_parser.layout.furniture import furniture_of
from objectives_parser.roles import header_role
from tests.sheets import Sheet


def plan_of(*lines: str) -> Plan:
    """The plan of a table in Markdown, its first line the header."""
    head, *body = lines
    rule = "|" + "---|" * (head.count("|") - 1)
    return parse("\n".join([head, rule, *body, ""]).encode(), name="plan.md")


def html_plan(*rows: str) -> Plan:
    """The plan of a table in HTML; a row of one cell spans four columns, cells are parted by bars."""
    cells = [row.split("|") for row in rows]
    body = "".join(
        "<tr>" + "".join(f'<td colspan="{4 if len(row) == 1 else 1}">{cell}</td>' for cell in row) + "</tr>"
        for row in cells
    )
    return parse(f"<table>{body}</table>".encode(), name="plan.html")


def said(plan: Plan) -> list[tuple[str, str]]:
    """Kind and text of each record, in order."""
    return sorted((record.kind, record.text) for record in plan.records)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("DRI", "owner"),
        ("Lead beneficiary", "owner"),
        ("Who holds this", "owner"),
        ("OPI", "owner"),
        ("Scheduled for", "due"),
        ("R/A/G", "status"),
        ("Target met?", "status"),
        ("DLI", "measure"),
        ("Prior actions", "action"),
        ("Planned work", "action"),
        ("What needs doing?", "action"),
        ("Where we want to get to", "objective"),
        ("WBS", "label"),
        ("25/26", "period"),
        ("Years 3–10", "period"),
        ("Triggers DPO2", "action"),
    ],
)
def test_headers_of_many_publishers(header: str, role: str) -> None:
    found = header_role(header)
    assert found is not None and found.role == role


@pytest.mark.parametrize(
    "periods",
    ["| Baseline | 2026 | 2027 |", "| Year 1 | Year 2 | Years 3-5 |", "| Baseline | March 2026 | March 2027 |"],
)
def test_values_under_periods_ahead_are_a_measures_targets(periods: str) -> None:
    (measure,) = plan_of(f"| Indicator {periods}", "| Homes with fibre | 40% | 55% | 70% |").measures
    assert measure.target is not None and measure.target.text == "70%"


def test_values_of_the_past_are_no_targets() -> None:
    (measure,) = plan_of("| Indicator | 2021 | 2022 |", "| Homes with fibre | 40% | 55% |").measures
    assert measure.target is None


def test_a_value_belongs_to_the_measure_left_of_it() -> None:
    plan = plan_of(
        "| Output | Indicators | Targets | Outcome | Indicators | Targets |",
        "| Wells drilled | Number of wells | 40 | Safe water | Homes with safe water | 900 |",
    )
    assert [m.target.text for m in plan.measures if m.target] == ["40", "900"]


def test_the_number_behind_per_is_no_target() -> None:
    (measure,) = plan_of("| Indicator | Lead |", "| Deaths per 100,000 births | Clinics |").measures
    assert measure.target is None


def test_statements_under_periods_beside_a_deed_are_its_steps() -> None:
    plan = plan_of(
        "| Initiative | FY26 Q1 | FY26 Q2 | FY26 Q3 |",
        "| Ferry tickets online | Vendor selected | Pilot on two lines | All lines moved |",
        "| Harbour lights | Survey finished | | Lights installed |",
    )
    assert [m.text for m in plan.milestones] == [
        "Vendor selected",
        "Pilot on two lines",
        "All lines moved",
        "Survey finished",
        "Lights installed",
    ]
    assert plan.milestones[1].due is not None and plan.milestones[1].due.text == "FY26 Q2"
    assert plan.milestones[1].parents == (plan.actions[0].id,)


def test_quarters_over_statements_say_when() -> None:
    plan = plan_of(
        "| Workstream | Q1 (Apr–Jun) | Q2 (Jul–Sep) |",
        "| Ferries | Choose a new operator | Move all crews over |",
        "| Piers | Survey the old north pier | Close the south pier |",
    )
    assert [action.due.text for action in plan.actions if action.due] == ["Q1 (Apr–Jun)", "Q2 (Jul–Sep)"] * 2


def test_a_status_in_words_comes_before_a_share() -> None:
    (action,) = plan_of("| Action | % Complete | Status |", "| Replace the pier roof | 60% | In progress |").actions
    assert action.status == "In progress"


def test_targets_that_begin_the_rows_are_what_indicators_tell_of() -> None:
    plan = plan_of(
        "| SDG Target | Indicator | Baseline | 2030 |", "| 6.1 Bring safe water to all islands | Homes served | 4 | 9 |"
    )
    assert said(plan) == [("measure", "Homes served"), ("objective", "Bring safe water to all islands")]


def test_words_that_perhaps_name_deeds_group_what_surely_does() -> None:
    plan = plan_of("| Focus | Commitment |", "| Workforce | Recruit more women to the fleet |")
    assert said(plan) == [("action", "Recruit more women to the fleet")]
    assert plan.actions[0].category == "Workforce"


def test_an_effect_that_is_mitigated_is_no_aim() -> None:
    plan = plan_of("| Impact | Mitigation measure | Responsible |", "| Dust | Spray the roads twice a day | Builder |")
    assert said(plan) == [("action", "Spray the roads twice a day")]


def test_what_money_is_spent_on_states_nothing() -> None:
    plan = plan_of("| Service | 2026 budget £000 | 2027 budget £000 |", "| Waste collection | 4,210 | 4,455 |")
    assert said(plan) == []


@pytest.mark.parametrize("head", ["| Term | Meaning |", "| Rating | Definition |"])
def test_words_explained_state_nothing(head: str) -> None:
    plan = plan_of(head, "| Outcome | The change that we want to see |", "| Indicator | A number that shows it |")
    assert said(plan) == []


def test_performance_goals_beside_values_by_year_are_counted() -> None:
    plan = plan_of(
        "| Performance Goal | FY 2025 Actual | FY 2026 Target |",
        "| Percent of claims paid on time | 71% | 75% |",
        "| Average days to a decision | 32 | 30 |",
    )
    assert [measure.text for measure in plan.measures] == [
        "Percent of claims paid on time",
        "Average days to a decision",
    ]


def test_a_column_of_aims_and_key_results_goes_by_their_labels() -> None:
    plan = plan_of(
        "| Objective / Key result | Owner | Start | Target |",
        "| O1: Delight our passengers | Ana | | |",
        "| KR 1.1: Passenger score | Luis | 31 | 45 |",
    )
    (measure,) = plan.measures
    assert measure.text == "Passenger score" and measure.due is None
    assert measure.target is not None and (measure.target.text, measure.target.baseline) == ("45", "31")


def test_a_column_that_says_milestone_or_target_names_the_kind_of_the_row() -> None:
    plan = plan_of(
        "| No | Measure | Milestone/Target | Name | Quarter |",
        "| 1 | Reform 1.1: Harbour permits | Milestone | Entry into force of the harbour act | Q4 |",
        "| 2 | Investment 1.2: Pier renovation | Target | Piers renovated | Q2 |",
    )
    assert {"Entry into force of the harbour act", "Piers renovated"} <= {record.text for record in plan.records}
    assert [a.text for a in plan.actions] == ["Harbour permits", "Pier renovation"]


def test_numbers_with_letters_label_the_measures_behind_them() -> None:
    (measure,) = plan_of("| Measure | Lead |", "| 1a. Share of calls answered | Desk |").measures
    assert (measure.label, measure.text) == ("1a", "Share of calls answered")


def test_a_programme_over_its_objective_groups() -> None:
    plan = html_plan(
        "Programme: Fisheries",
        "Objective: To land more fish",
        "Sub-programme|Key output|Indicator|Target",
        "Boats|Boats repaired|Number of boats repaired|30",
    )
    assert plan.actions == ()
    assert [objective.text for objective in plan.objectives] == ["To land more fish", "Boats repaired"]


def test_sections_with_a_label_of_their_own_group() -> None:
    plan = html_plan(
        "Indicator|Baseline|Year 1|Year 2",
        "Component 1: Repair of piers",
        "Piers repaired|0|4|9",
        "Component 2: Harbour reform",
        "Harbours with audited accounts|1|2|5",
    )
    assert [measure.category for measure in plan.measures] == [
        "Component 1: Repair of piers", "Component 2: Harbour reform",
    ]  # fmt: skip


def test_who_and_when_in_rows_of_a_matrix() -> None:
    plan = plan_of(
        "| | Project A | Project B |",
        "| Aim | Cut falls at home | Reduce loneliness |",
        "| Actions | Fit grab rails in 90 homes | Start a phone friend scheme |",
        "| Lead | Therapy team | Age charity |",
        "| Deadline | May 2026 | July 2026 |",
    )
    assert [objective.text for objective in plan.objectives] == ["Cut falls at home", "Reduce loneliness"]
    assert [action.owner for action in plan.actions] == ["Therapy team", "Age charity"]
    assert [action.due.text for action in plan.actions if action.due] == ["May 2026", "July 2026"]


def test_a_value_in_a_drawn_cell_of_a_lone_page_is_no_page_number() -> None:
    sheet = Sheet()
    for x, width in ((50, 200), (250, 100), (350, 100)):
        sheet.down(x, 20, 60).down(x + width, 20, 60)
    for y in (20, 40, 60):
        sheet.across(y, 50, 450)
    sheet.text(60, 25, "Indicator").text(260, 25, "Baseline").text(360, 25, "Target")
    sheet.text(60, 45, "Main breaks").text(260, 45, "18").text(360, 45, "12")
    assert furniture_of([sheet.page()]) == [[]]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("What will my success criteria be?", "measure"),
        ("Desired condition", "objective"),
        ("Related types of action", "action"),
        ("Key outputs and milestones", "milestone"),
        ("Y1", "period"),
        ("M7–M12", "period"),
        ("Action (lead)", "action"),
        ("Target (date)", "due"),
    ],
)
def test_headers_that_ask_and_name(header: str, role: str) -> None:
    found = header_role(header)
    assert found is not None and found.role == role


@pytest.mark.parametrize("header", ["This year we will", "In 2026/27 we will", "The council will", "Our team will"])
def test_what_somebody_promises_over_a_column_is_done(header: str) -> None:
    plan = plan_of(f"| KPI code | Goal | {header} |", "| K7 | Safe piers | Fit lamps at the steps |")
    assert said(plan) == [("action", "Fit lamps at the steps"), ("objective", "Safe piers")]
    assert plan.objectives[0].label == "K7"


def test_a_column_that_ends_in_the_lead_gives_owners() -> None:
    plan = plan_of(
        "| Outcome | Action (lead) | Due |",
        "| Cleaner beaches | Fit nets on storm drains (Drainage) | 2027 |",
        "| Safer piers | Add lamps at the steps (by night) | 2026 |",
    )
    assert [(action.text, action.owner) for action in plan.actions] == [
        ("Fit nets on storm drains", "Drainage"),
        ("Add lamps at the steps (by night)", None),
    ]


def test_a_cell_that_names_its_fields_says_who_and_when() -> None:
    plan = plan_of(
        "| Action | Details |",
        "| Publish a parking strategy | Lead: Transport Planning<br>By: June 2027<br>Budget: £30,000 |",
        "| Review the ferry fares | Fares were last raised in 2019. |",
    )
    first, second = plan.actions
    assert (first.owner, first.due and first.due.text) == ("Transport Planning", "June 2027")
    assert (second.owner, second.due) == (None, None)


def test_now_next_and_later_hold_what_will_be_done() -> None:
    plan = plan_of("| Theme | Now | Next | Later |", "| Fares | Add cards to gates | Split fares between friends | |")
    assert said(plan) == [("action", "Add cards to gates"), ("action", "Split fares between friends")]


def test_the_final_target_is_the_measures() -> None:
    (measure,) = plan_of("| KPI | Mid-term target | End-term target |", "| Litres per cow | 9 | 12 |").measures
    assert measure.target is not None and measure.target.text == "12"


def test_what_each_service_costs_states_nothing() -> None:
    assert said(plan_of("| Service | Fee from April 2026 |", "| Garden bin | £52 |", "| Bulky waste | £38 |")) == []


def test_what_is_carried_out_stands_beside_what_is_meant() -> None:
    plan = plan_of(
        "| Intent | Implementation | Impact |",
        "| All pupils are active each day | Train lunchtime staff to lead games | More pupils play |",
    )
    assert ("action", "Train lunchtime staff to lead games") in said(plan)
    assert ("objective", "All pupils are active each day") in said(plan)


def test_key_results_side_by_side() -> None:
    plan = plan_of("| Objective | KR1 | KR2 |", "| Win new ports | Sign 12 ports | Renewals at 95% |")
    assert [(m.text, m.parents) for m in plan.measures] == [
        ("Sign 12 ports", (plan.objectives[0].id,)),
        ("Renewals at 95%", (plan.objectives[0].id,)),
    ]


def test_what_will_be_there_by_then_is_reached() -> None:
    plan = plan_of("| Ambition | By March 2027 we will have |", "| Better care | Clinics open in all six towns |")
    assert [milestone.text for milestone in plan.milestones] == ["Clinics open in all six towns"]


def test_an_entry_of_an_index_names_no_period() -> None:
    role = header_role("indicators, 22–24")
    assert role is None or role.strength < 0.9
