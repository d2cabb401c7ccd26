"""Cells whose lists a converter wrote in one line, in tables of a row a line."""

from __future__ import annotations

from tests.test_pieces_of_tables import kinds

HEADER = "Objective\tMeasures\tMilestones\n"


def test_bullets_and_numbers_inside_a_line_begin_items() -> None:
    text = HEADER + (
        "Improve the safety of harbours\t1. Fewer accidents than in 2031 2. Masters of ships are content\t"
        "(a) Survey done May 2032; (b) plan agreed by July 2032\n"
        "Keep the fleet in repair\t• Engines start at once • No boat is out of use for more than a week\t"
        "- Slipway mended June 2032 - Crane tested July 2032\n"
    )
    assert kinds(text, "plan.txt") == [
        ("objective", "Improve the safety of harbours"),
        ("measure", "Fewer accidents than in 2031"),
        ("measure", "Masters of ships are content"),
        ("milestone", "Survey done May 2032;"),
        ("milestone", "plan agreed by July 2032"),
        ("objective", "Keep the fleet in repair"),
        ("measure", "Engines start at once"),
        ("measure", "No boat is out of use for more than a week"),
        ("milestone", "Slipway mended June 2032"),
        ("milestone", "Crane tested July 2032"),
    ]


def test_dashes_and_figures_inside_a_statement_are_none() -> None:
    text = HEADER + (
        "Improve the safety of harbours\tAccidents - on land - fall\t- Survey of piers - all of them - done May 2032\n"
        "Keep the fleet in repair\tSection (b) of the code is met\tSlipway mended June 2032\n"
    )
    assert [text for _, text in kinds(text, "plan.txt")] == [
        "Improve the safety of harbours",
        "Accidents - on land - fall",
        "Survey of piers - all of them - done May 2032",
        "Keep the fleet in repair",
        "Section (b) of the code is met",
        "Slipway mended June 2032",
    ]


def test_a_row_stays_one_where_a_cell_begins_in_small_letters() -> None:
    rows = (
        "Agree a code of conduct that all masters of ships sign up to\tHarbour Master\tJune 2031\tMasters keep to it\n"
        "Give each pilot a mentor\tPilot Office\tJuly 2031\tPilots say that it has helped\n"
        "Share plans with the shipping lines\tHarbour Master\tby end December 2031\tNo line is surprised\n"
    )
    text = "Action\tOwner\tTimescale\tMeasure of success\nAll ships\t\t\t\n" + rows
    assert [text for kind, text in kinds(text, "plan.txt") if kind == "action"][-3:] == [
        row.split("\t")[0] for row in rows.splitlines()
    ]


def test_short_lone_cells_over_full_rows_of_deeds_are_bands() -> None:
    rows = (
        "Strengthen the crews\t\t\t\nGive each pilot a mentor\tPilot Office\tJuly 2031\tPilots say that it has helped\n"
        "Deliver through partners\t\t\t\nShare plans with all lines\tHarbour Master\tMay 2031\tNo line is surprised\n"
    )
    text = "Action\tOwner\tTimescale\tMeasure of success\n" + rows
    assert [text for kind, text in kinds(text, "plan.txt") if kind == "objective"] == [
        "Strengthen the crews",
        "Deliver through partners",
    ]


def test_a_time_without_a_date_is_no_milestone() -> None:
    text = HEADER + (
        "Improve the safety of harbours\tFewer accidents than in 2031\tOngoing\n"
        "Keep the fleet in repair\tEngines start at once\tIn line with agreed timetable\n"
    )
    assert [kind for kind, _ in kinds(text, "plan.txt")] == ["objective", "measure"] * 2


def test_lead_in_sentences_are_captions_of_rounds() -> None:
    text = "Objectives of the harbour master\n\nBusiness objectives\n"
    for number, aim in enumerate(("Keep the harbour open in winter", "Bring more visitors to the quays"), 1):
        text += (
            f"{number}. {aim}.\nProgress will be measured by:\n• days on which the harbour is closed\n"
            "• what masters of ships say\nThe main milestones are:\n• second tug bought by June 2031\n"
        )
    assert [kind for kind, _ in kinds(text, "plan.txt")] == ["objective", "measure", "measure", "milestone"] * 2
