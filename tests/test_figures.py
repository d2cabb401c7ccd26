"""Tables of figures in reading order: indicators with their values under years and what these are."""

from __future__ import annotations

from objectives_parser import parse
from objectives_parser.contract import Plan

PARKS = """Parks and Gardens
Mission Statement
The division keeps the town's parks.
2021-22 2022-23 2023-24
EXPENDITURES Actual Budget Proposed
Staff 92,100 103,500 99,800
Supplies 12,100 10,400 16,900
2021-22 2022-23 2023-24
PERFORMANCE INDICATORS Actual Estimate Target
Trees planted 30 36 40
Playgrounds inspected within ten days of
a complaint 81% 85% 90%
Hours of volunteers 530 550 600
12
"""

STANDARDS = """Service standards

Road safety

2018-19 Target 2018-19 Actual
Effectiveness measures
Share of drivers who wear belts, as
observed at twelve places
96% 95%
Satisfaction of schools with courses 80% 84%
Efficiency measure
Cost of a course $118 $102
"""

BENCH = """Library
Performance Measures
Bench 2018 2019 2020
Mark Actual Estimated Target
SERVICE
1. Days open 300 days 290 days 295 days 301 days
2. Award for design Yes No No Yes
3. Audit of loans Annual Annual Annual Annual
"""


def _measures(text: str) -> list[str]:
    return [measure.text for measure in _plan(text).measures]


def _plan(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


def test_indicators_over_figures_are_measures_and_sums_of_money_are_none() -> None:
    assert _measures(PARKS) == [
        "Trees planted",
        "Playgrounds inspected within ten days of a complaint",
        "Hours of volunteers",
    ]


def test_the_target_column_is_the_target() -> None:
    targets = [measure.target.text for measure in _plan(PARKS).measures if measure.target]
    assert targets == ["40", "90%", "600"]


def test_what_is_measured_may_be_said_over_the_table_or_under_its_header() -> None:
    assert _measures(STANDARDS) == [
        "Share of drivers who wear belts, as observed at twelve places",
        "Satisfaction of schools with courses",
        "Cost of a course",
    ]
    assert _measures(STANDARDS.removeprefix("Service standards\n")) == _measures(STANDARDS)


def test_values_may_have_a_unit_or_be_words() -> None:
    assert _measures(BENCH) == ["Days open", "Award for design", "Audit of loans"]


def test_a_sentence_that_ends_in_years_is_no_header() -> None:
    assert not _measures("Performance measures\nThe board has met its aims for 2019 2020\nRoads 12 13\nPaths 14 15\n")


def test_sections_that_are_marked_leave_all_other_lines_to_the_names() -> None:
    text = (
        "PERFORMANCE MEASURES\nInput: PY Actual CY Estimate Projected\n# of Full Time Clerks 3 3 4\n"
        "Output:\nRequests of the Public\nprocessed 764 710 700\nMeetings posted 50 48 48\nEfficiencies:\n"
        "Percent of Requests of the Public\nAnswered in less than\n5 days 90% 90% 95%\n"
    )
    assert _measures(text) == [
        "# of Full Time Clerks",
        "Requests of the Public processed",
        "Meetings posted",
        "Percent of Requests of the Public Answered in less than 5 days",
    ]
