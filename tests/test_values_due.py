"""Dues of cells and statements, periods, targets, and cells that state nothing."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from objectives_parser.values import (
    UK,
    UNKNOWN,
    US_FEDERAL,
    closing_due,
    due_in_statement,
    due_of_cell,
    is_date_only,
    is_value_only,
    period_of,
    target_of,
    yearless_due,
)
from tests.factories import is_done_within

TRUTH = Path(__file__).parent.parent.parent / "shared" / "truth" / "dev"

CELLS = (
    ("Q1FY18", "2017-10-01", "2017-12-31"),
    ("4QFY18", "2018-07-01", "2018-09-30"),
    ("Feb 2018", "2018-02-01", "2018-02-28"),
    ("2020-2025; 2025-2030", "2020-01-01", "2030-12-31"),
    ("By Feb 28, 2018 (budget FY19)", "2018-02-28", "2018-02-28"),
    ("2019 (50th Anniversary)", "2019-01-01", "2019-12-31"),
    ("This commitment is on track to be completed by June 2017.", "2017-06-01", "2017-06-30"),
    ("Start: January 2018; End: March 2019", "2018-01-01", "2019-03-31"),
    ("In progress / need $80 Million by 2022", None, None),
    ("As required by the FY2023 budget timeline", None, None),
    ("Ongoing", None, None),
    ("Quarterly", None, None),
    ("Within 60 days of completion", None, None),
    ("This commitment will remain ongoing.", None, None),
)
STATEMENTS = (
    ("The town commits to make 18% of its power in 2030, compared to a combined 15% in 2015.", "in 2030"),
    ("20% emission reductions by 2030", "by 2030"),
    ("In 2018 the Board was created; it will report by May 2020", "by May 2020"),
    ("Objectives agreed and published December 2012", "December 2012"),
    ("By September 30, 2019, the agency will reduce delays by 50%.", "By September 30, 2019"),
    ("We will publish our priorities by March 2013, once we know more.", "by March 2013"),
    ("75% by 2030; 100% by 2050", "by 2050"),
    ("2% annual savings by 2024 — 3% by 2030", "by 2030"),
    ("100% clean electricity by 2035 (national goal — local commitment by 2040)", "by 2035"),
    ("FY 13 Develop a manual.", "FY 13"),
    ("FY 14 - 75% of all staff will have received training.", "FY 14"),
    ("Train 75% of all staff by the end of FY 14.", "by the end of FY 14"),
    ("Establish a network of champions during 2013-14.", "during 2013-14"),
    ("Increase donors by 100 % before December 2019", "before December 2019"),
    ("The project will take place January - August 2018.", "January - August 2018"),
    ("In 2018, the agency will continue to update the guidance", "In 2018"),
    ("A survey is to be completed in Q2FY18", "in Q2FY18"),
    ("85% of Employees have a score of 3.5 out of 5 by 2019", "by 2019"),
    ("The centers are expected to continue producing briefs in 2018.", "in 2018"),
    ("Cut delays by 10 percent annually in fiscal years 2028 and 2029.", "in fiscal years 2028 and 2029"),
    ("Open two offices in FY28 and FY29", "in FY28 and FY29"),
    ("We will visit towns in 2028 and 2031", "in 2028"),
    ("For FY 2028, the office intends to close ten cases.", "For FY 2028"),
    ("Five offices will be visited in FY 2028 with four more visited in FY 2029", "in FY 2029"),
)
NO_DUES = (
    "In 2018, the Subcommittee was re-chartered to guide the work.",
    "Launched in 2018, the programme will train staff",
    "Launched as part of the summit in December 2021, the strategy will guide agencies",
    "On April 27, 2011, the President issued a memorandum. We will improve it.",
    "Implement activities identified through analysis of the Annual Skills Review 2013 findings",
    "Reach the 2% annual savings goal set in 2015",
    "Cut emissions by 26% below 2005 levels",
    "Starting from the baseline of September 30, 2017",
    "Establish goals for FY14",
    "Prepare the plan for FY 2028, when it is needed",
    "Collecting data for decisions made since October 1, 2017",
    "By 30 June 2016, the office had done nine assessments",
    "Grants to 1,178 centers that received $200 million in September 2017",
    "Complete the Healthy City 2020 Plan",
    "Respond within 3 business days",
    "In May 2022, the office released the guidance",
    "The country ratified the amendments in 2019",
    "Use the lessons from the 2018 Census Test",
    "Cut emissions by a 20% reduction from 2010",
    "As at 30 June 2017, the office had identified 55 projects",
)


@pytest.mark.parametrize(("text", "start", "end"), CELLS)
def test_a_due_cell_is_kept_whole(text: str, start: str | None, end: str | None) -> None:
    """The text as printed, with the days where it names any."""
    due = due_of_cell(text, US_FEDERAL)
    assert due and (due.text, due.start, due.end) == (text, start, end)


def test_a_due_has_no_footnote_mark() -> None:
    """The star behind a date belongs to the note under the table."""
    due = due_of_cell("October 31, 2020*")
    assert due and (due.text, due.start) == ("October 31, 2020", "2020-10-31")


@pytest.mark.parametrize("text", ["", "–", "?", "n/a", "This commitment is complete.", "Completed"])
def test_a_cell_without_time_has_no_due(text: str) -> None:
    """Dashes and words that only say that it is done name no time."""
    assert due_of_cell(text) is None


@pytest.mark.parametrize(("text", "phrase"), STATEMENTS)
def test_the_deadline_of_a_statement_is_found(text: str, phrase: str) -> None:
    """The phrase comes with its preposition, as printed."""
    due = due_in_statement(text)
    assert due and due.text == phrase


@pytest.mark.parametrize("text", NO_DUES)
def test_dates_that_only_name_things_are_no_dues(text: str) -> None:
    """Years of reports, yardsticks and past events do not say when something is to be reached."""
    assert due_in_statement(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Renew the moorings. In April 2028, HMHO released guidance to all harbours.",
        "Renew the moorings. In 2028, U.S. Secretary of Harbours Ann Ozoma awarded grants to nine towns.",
        "Renew the moorings. In addition, in May 2028 Minister Ozoma appointed seven members.",
        "Renew the moorings. In May 2028, the Deputy Minister of Harbours issued a strategy that goes far.",
    ],
)
def test_who_did_what_then_is_told_and_not_due(text: str) -> None:
    """The story behind a deed gives it no date."""
    assert due_in_statement(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "In 2028, deliver improved services to all harbours",
        "In June 2028, the updated framework published for consultation",
        "In 2028, the number of trained staff doubles",
        "In 2028, the Harbour Office will release trained staff to the towns",
    ],
)
def test_what_is_to_be_done_then_is_due(text: str) -> None:
    """Participles make no story."""
    assert due_in_statement(text) is not None


@pytest.mark.parametrize(
    ("text", "phrase", "start", "end"),
    [
        ("PERFORMANCE OBJECTIVES 2012/13", "2012/13", "2012-04-01", "2013-03-31"),
        ("Strategic Plan 2014-2019", "2014-2019", "2014-01-01", "2019-12-31"),
        ("2021 Action Plan", "2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_title_names_the_period(text: str, phrase: str, start: str, end: str) -> None:
    """A span before a single year."""
    period = period_of(text, UK)
    assert period and (period.text, period.start, period.end) == (phrase, start, end)


def test_a_title_without_years_names_no_period() -> None:
    """Nothing is made up."""
    assert period_of("Strategic Plan") is None
    assert period_of("6 Year Plan FY13 - FY19", UNKNOWN).start is None


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator", "baseline"),
    [
        ("≥ 90%", 90.0, "%", "at least", None),
        ("Increase attendance from 40% to 60% by 2010", 60.0, "%", None, "40%"),
        ("reduce consumption by 15% by 2010", 15.0, "%", "change by", None),
        ("At least 800 people are reached", 800.0, "people", "at least", None),
        ("$79 million by 2022", 79e6, "$", None, None),
        ("$1B invested by 2035", 1e9, "$", None, None),
        ("1,400 installs", 1400.0, "installs", None, None),
        ("no more than 5 percent", 5.0, "%", "at most", None),
        ("80 per cent or more", 80.0, "%", "at least", None),
        ("85%", 85.0, "%", None, None),
        ("Raise the mean score in 4th grade reading to 225 by 2030", 225.0, None, None, None),
        ("Expand generation from about 900 MW to 2,500 MW", 2500.0, "mw", None, "900"),
        ("Households served: from 12,000 in 2021 to 45,000 in 2026", 45000.0, None, None, "12,000"),
        ("2000 ha of woodland", 2000.0, "ha", None, None),
        ("Reach 1.5 million people under SDG 6", 1.5e6, "people", None, None),
        ("4.5 out of 5 in the survey", 4.5, None, None, None),
        ("Extend the service from 2020 to 2025 to 12 villages", 12.0, "villages", None, None),
    ],
)
def test_targets_are_numbers_with_units(
    text: str, value: float, unit: str, comparator: str | None, baseline: str | None
) -> None:
    """Value, unit, direction and baseline as far as they are said; years are no values."""
    target = target_of(text)
    assert target and (target.value, target.unit, target.comparator, target.baseline) == (
        value,
        unit,
        comparator,
        baseline,
    )
    assert target.text in text


@pytest.mark.parametrize(
    ("text", "value", "unit", "baseline"),
    [
        ("Families served: 5,000 → 7,500", 7500, None, "5,000"),
        ("Waiting time: 12 days -> 8 days", 8, "days", "12"),
        ("Serve 7,500 families each month (up from 5,000)", 7500, "families", "5,000"),
        ("Increase to 90% (from 70% in 2015)", 90, "%", "70%"),
        ("Grow revenue from $3.5M to $5M by 2027", 5e6, "$", "$3.5M"),
        ("Cut infant deaths from 32 per 1,000 to 22 per 1,000 births", 22, None, "32"),
        ("Meals served: 2.5M", 2.5e6, None, None),
        ("Spend KES 2 billion on roads", 2e9, "KES", None),
        ("Raise A$20m", 2e7, "A$", None),
        ("Install 500,000 improved stoves", 5e5, "stoves", None),
        ("Losses of 12,5 %", 12.5, "%", None),
        ("Share of claims decided within 60 days (target: 95%)", 95, "%", None),
        ("Number of pupils absent for more than 10 days falls to 400", 400, None, None),
        ("Percentage of letters answered within 5 days: 90%", 90, "%", None),
        ("Percentage of tenants satisfied 80%", 80, "%", None),
    ],
)
def test_targets_are_read_with_where_they_start_from(
    text: str, value: float, unit: str | None, baseline: str | None
) -> None:
    """Arrows and brackets tell the baseline; money of any country is a unit, millions are none."""
    target = target_of(text)
    assert target and (target.value, target.unit, target.baseline) == (value, unit, baseline)


def test_a_ratio_is_no_value() -> None:
    assert target_of("Return on what is spent: 4:1") is None


@pytest.mark.parametrize(
    "text",
    [
        "New policy by 2024",
        "Stakeholder feedback",
        "",
        "Section 8 homes let",
        "7(a) loans made",
        "Plans adopted (1)",
        "Pupils on levels 3, 4 or 5",
        "The 8th grade",
        "Number of claims decided within 60 days",
        "% of first calls over 14 minutes",
        "First calls - % over 14 minutes",
        "We will track the percentage of claims decided within 60 days",
        "Number of 4(b), 77 and small loans approved",
        "# of audits of halls >25,000 square feet",
        "The total number of adults walking at least 150 minutes a week",
        "Share of farms with at least 30% shade",
    ],
)
def test_statements_without_value_have_no_target(text: str) -> None:
    """A year is no value, nor is a number in a name or the mark of a note."""
    assert target_of(text) is None


@pytest.mark.parametrize(
    "text", ["85%", "n/a", "✓", "1, 3, 4", "–", "TBD", "Y", "$3.5 million", "2.1", "", "12 - 15", "X", "10,000"]
)
def test_values_state_nothing(text: str) -> None:
    """Numbers, ticks, letters and placeholders."""
    assert is_value_only(text)


@pytest.mark.parametrize("text", ["New policy", "85% of staff trained", "Plan", "Data", "Publish 3 reports"])
def test_words_state_something(text: str) -> None:
    """Even a single word can be a statement."""
    assert not is_value_only(text)


@pytest.mark.parametrize(
    "text", ["By March 2014", "Q1 2018 – Q2 2018", "2020-2025; 2025-2030", "end of 2014", "FY 2018"]
)
def test_times_alone_are_told(text: str) -> None:
    """Cells that only say when."""
    assert is_date_only(text)


@pytest.mark.parametrize("text", ["New policy by 2024", "Ongoing", "", "Report for March 2014", "100 by 2020"])
def test_times_with_words_are_no_times_alone(text: str) -> None:
    """A statement with a date is a statement."""
    assert not is_date_only(text)


@given(st.text(max_size=200))
def test_any_text_can_be_asked(text: str) -> None:
    """Phrases are slices; no text breaks the reading."""
    due = due_in_statement(text)
    assert due is None or due.text in text
    target = target_of(text)
    assert target is None or target.text in text
    due_of_cell(text), period_of(text), is_value_only(text), is_date_only(text)


@pytest.mark.parametrize(
    "hostile",
    [
        "1 " * 20000,
        "by 2018 " * 3000,
        "set in 2015 " * 3000,
        "ed " * 20000,
        "(" * 30000,
        "from 1 " * 9000,
        "1,111" * 9000,
    ],
)
def test_hostile_text_takes_no_time(hostile: str) -> None:
    """Patterns do not backtrack over long junk."""
    for asked in (due_in_statement, due_of_cell, target_of, is_value_only, is_date_only):
        assert is_done_within(3, lambda asked=asked: asked(hostile))  # type: ignore[misc]


def test_the_dues_of_real_plans_are_found() -> None:
    """Nineteen of twenty statements of the plans with truth agree on the due phrase, or on there being none."""
    if not TRUTH.is_dir():
        pytest.skip("the plans with truth are not here")
    federal = ("apg-", "fds-", "nap3-")
    counts: Counter[bool] = Counter()
    for path in sorted(TRUTH.glob("*/truth.json")):
        name = path.parent.name
        fiscal = US_FEDERAL if name.startswith(federal) else UK if name.startswith(("seed-", "uk-")) else UNKNOWN
        for record in json.loads(path.read_text(encoding="utf-8"))["records"]:
            said = record.get("due")
            due = (
                due_in_statement(record["text"], fiscal)
                if not said or said in record["text"]
                else due_of_cell(said, fiscal)
            )
            expected = (said, record.get("due_start"), record.get("due_end")) if said else None
            counts[(due and (due.text, due.start, due.end)) == expected] += 1
    assert counts[True] >= 19 * counts[False]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Scan the maps by the end of the 2018 fiscal year.", "by the end of the 2018 fiscal year"),
        ("Open the hall by the 2025-26 school year", "by the 2025-26 school year"),
    ],
)
def test_a_year_before_what_it_counts(text: str, due: str) -> None:
    found = due_in_statement(text, UNKNOWN)
    assert found is not None and found.text == due


@pytest.mark.parametrize(
    ("cell", "interval"),
    [
        ("2026 H2", ("2026-07-01", "2026-12-31")),
        ("end-2026", ("2026-01-01", "2026-12-31")),
        ("Start Jan 2026; finish Dec 2026", ("2026-01-01", "2026-12-31")),
        ("beginning 2027", ("2027-01-01", None)),
        ("beginning of 2027", (None, None)),
        ("30 Nov 26", ("2026-11-30", "2026-11-30")),
        ("Dec 2025/Jan 2026", ("2025-12-01", "2026-01-31")),
        ("2025 – ongoing", ("2025-01-01", None)),
        ("2024-present", ("2024-01-01", None)),
        # a financial year written out; school and program years are not said when they begin
        ("2025/2026", ("2025-04-01", "2026-03-31")),
        ("SY 2025-26", (None, None)),
        ("PY 2024", (None, None)),
    ],
)
def test_more_forms_of_dates_in_cells(cell: str, interval: tuple[str | None, str | None]) -> None:
    due = due_of_cell(cell, UK)

    assert due is not None
    assert (due.start, due.end) == interval


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Publish the guide by the end of July and train staff in its use", "by the end of July"),
        ("Review the reporting forms (Q3);", "Q3"),
        ("Open the second depot – by June", "by June"),
        ("Hold the first forum in mid-November.", "in mid-November"),
        ("Q2: prefilled form tested", "Q2"),
        ("Sign two partnerships by end of year.", "by end of year"),
        ("Nests found before mid-May are fenced", None),
        ("Offer classes in May and June each year", None),
        ("Everybody may march in", None),
    ],
)
def test_quarters_and_months_without_a_year_are_due(text: str, phrase: str | None) -> None:
    """In a bracket, behind a dash, behind `by`, or at the end; what was done then is none."""
    due = yearless_due(text)
    assert (due.text if due else None) == phrase


def test_a_plan_of_one_year_dates_what_names_no_year() -> None:
    """The plan's year says which July is meant."""
    year = attrs.evolve(UK, year=(date(2026, 4, 1), date(2027, 3, 31)))
    due = yearless_due("Publish the guide by the end of February", year)
    assert due and (due.start, due.end) == ("2027-02-01", "2027-02-28")


def test_a_milestone_told_as_reached_is_due_by_its_last_date() -> None:
    """`handed over in May` is no story where it is a milestone; `since` and `for` date other things."""
    due = closing_due("New wing handed over in May 2026.")
    assert due and (due.text, due.end) == ("in May 2026", "2026-05-31")
    assert closing_due("Permits counted since October 1, 2017") is None
    assert closing_due("Set priorities for June 2020") is None
