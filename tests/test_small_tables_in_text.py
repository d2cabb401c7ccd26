"""Small tables as a converter that keeps columns writes them: cells that nearly touch, rows of a line, bands."""

from __future__ import annotations

from objectives_parser import Plan, parse


def read(text: str) -> Plan:
    return parse((text + "\f").encode(), name="plan.txt")


def test_header_cells_that_one_blank_parts_are_told_by_their_names_and_columns() -> None:
    plan = read(
        "Key Milestones\n"
        " Milestone                         Due Date       Milestone Status Owner                Comments\n"
        " Dig 400 wells                     Q2, FY 2026 Complete                Office of Waters Dug 412\n"
        " Open the electronic book of wells Q3, FY 2026 On-track                Office of Letters\n"
        " Publish a map of wells            Q4, FY 2026 Missed                  Office of Maps   Under review\n"
    )
    assert [(m.text, m.due and m.due.text, m.owner, m.status) for m in plan.milestones] == [
        ("Dig 400 wells", "Q2, FY 2026", "Office of Waters", "Complete"),
        ("Open the electronic book of wells", "Q3, FY 2026", "Office of Letters", "On-track"),
        ("Publish a map of wells", "Q4, FY 2026", "Office of Maps", "Missed"),
    ]


def test_a_number_and_an_owner_pushed_off_their_columns_are_told() -> None:
    plan = read(
        "Ref   Action                         Lead         Target      RAG\n"
        "                                                  date\n"
        "HB1 Ensure all quays have lamps      Chief        30/06/2025 Green\n"
        "    at night                         Engineer\n"
        "HB2 Ensure pilots are trained up     Director of HR 31/03/2025 Amber\n"
        "    to date\n"
        "HB3 Review the signs at the main     Head of      31/12/2025 Red\n"
        "    gates                            Estates\n"
    )
    assert [(a.owner, a.due and a.due.text) for a in plan.actions] == [
        ("Chief Engineer", "30/06/2025"),
        ("Director of HR", "31/03/2025"),
        ("Head of Estates", "31/12/2025"),
    ]


def test_rows_of_one_line_each_stay_apart_beside_a_cell_that_spans_them() -> None:
    plan = read(
        "Scorecard\n"
        "Objective                 Measure                         2022/23   2023/24   Target 2024/25   Owner\n"
        "Spend money well          Cost per ship (£)               412       398       390              Finance\n"
        "                          Share of dues paid in time      78%       81%       85%              Harbour\n"
        "Keep our crews            Crews who left                  14%       13%       12%              HR\n"
    )
    assert [m.text for m in plan.measures] == ["Cost per ship (£)", "Share of dues paid in time", "Crews who left"]
    first, second = (objective.id for objective in plan.objectives)
    assert [m.parents for m in plan.measures] == [(first,), (first,), (second,)]


def test_bands_with_a_label_stand_over_rows_with_codes() -> None:
    plan = read(
        "Implementation Matrix\n"
        "Action                              Short (1-2   Medium (3-5   Long (6+   Lead\n"
        "                                    yrs)         yrs)          yrs)\n"
        "Goal LU-1: Build around the old harbour\n"
        "LU-1.1 Change the zoning code for   X                                     Planning\n"
        "mixed use\n"
        "LU-1.2 Adopt a plan for the sea                  X                        Planning; Public\n"
        "front                                                                     Works\n"
        "Goal T-1: Make walking safe\n"
        "T-1.1 Close gaps in the footpath                               X          Public Works\n"
        "by the quay\n"
    )
    assert [o.text for o in plan.objectives] == ["Build around the old harbour", "Make walking safe"]
    assert [(a.label, a.text) for a in plan.actions] == [
        ("LU-1.1", "Change the zoning code for mixed use"),
        ("LU-1.2", "Adopt a plan for the sea front"),
        ("T-1.1", "Close gaps in the footpath by the quay"),
    ]


def test_numbers_that_count_one_in_another_begin_rows() -> None:
    plan = read(
        "Fleet plan\n"
        "No Objectives and activities Who           When     Indicator\n"
        "1   More women at sea\n"
        "1.1 Set targets for crews     HR            2026     Targets published\n"
        "1.2 Mentor 50 women           Training unit 2026–27 Number of women mentored\n"
        "2   Equal pay on board\n"
        "2.1 Audit pay each year       Finance       Yearly   Audit report\n"
    )
    assert [o.text for o in plan.objectives] == ["More women at sea", "Equal pay on board"]
    assert [(a.text, a.owner) for a in plan.actions] == [
        ("Set targets for crews", "HR"),
        ("Mentor 50 women", "Training unit"),
        ("Audit pay each year", "Finance"),
    ]


def test_quarters_in_one_run_of_a_header_are_columns() -> None:
    plan = read(
        "Work plan\n"
        "Goal 1: Safe quays\n\n"
        " Activity                    Responsible Q1 Q2 Q3 Q4\n"
        " Hire 50 watchmen by 2026    Team 1           x\n"
        " Light 30 km of quays        Team 1           x           x\n"
    )
    assert [(a.text, a.owner) for a in plan.actions] == [
        ("Hire 50 watchmen by 2026", "Team 1"),
        ("Light 30 km of quays", "Team 1"),
    ]
