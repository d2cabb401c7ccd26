"""Dates in a text, in the forms that plans print, and the fiscal years that they count in."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from objectives_parser.values import AUSTRALIA, CANADA, UK, UNKNOWN, US_FEDERAL, Fiscal, find_dates, guess_fiscal
from tests.factories import is_done_within

# text, the phrase found, its interval: whatever the country
ANYWHERE = (
    ("Reviews completed December 2012", "December 2012", "2012-12-01", "2012-12-31"),
    ("Oct 2012", "Oct 2012", "2012-10-01", "2012-10-31"),
    ("by 31 March 2014", "31 March 2014", "2014-03-31", "2014-03-31"),
    ("By September 30, 2019", "September 30, 2019", "2019-09-30", "2019-09-30"),
    ("Dec. 31, 2021", "Dec. 31, 2021", "2021-12-31", "2021-12-31"),
    ("1st April 2013", "1st April 2013", "2013-04-01", "2013-04-01"),
    ("31/03/2014", "31/03/2014", "2014-03-31", "2014-03-31"),
    ("12/22/2017", "12/22/2017", "2017-12-22", "2017-12-22"),
    ("2014-03-31", "2014-03-31", "2014-03-31", "2014-03-31"),
    ("03/2014", "03/2014", "2014-03-01", "2014-03-31"),
    ("Mar-14", "Mar-14", "2014-03-01", "2014-03-31"),
    ("Feb 2016", "Feb 2016", "2016-02-01", "2016-02-29"),
    ("end of 2014", "end of 2014", "2014-01-01", "2014-12-31"),
    ("End of February 2018", "End of February 2018", "2018-02-01", "2018-02-28"),
    ("by the end of 2017", "the end of 2017", "2017-01-01", "2017-12-31"),
    ("Mar – Apr 2018", "Mar – Apr 2018", "2018-03-01", "2018-04-30"),
    ("January - August 2018", "January - August 2018", "2018-01-01", "2018-08-31"),
    ("February 27-March 1, 2018", "February 27-March 1, 2018", "2018-02-27", "2018-03-01"),
    ("1-5 June 2018", "1-5 June 2018", "2018-06-01", "2018-06-05"),
    ("April 1, 2013 – June 30, 2014", "April 1, 2013 – June 30, 2014", "2013-04-01", "2014-06-30"),
    ("2020-2025", "2020-2025", "2020-01-01", "2025-12-31"),
    ("2020–25", "2020–25", "2020-01-01", "2025-12-31"),
    ("between 2014 and 2020", "2014 and 2020", "2014-01-01", "2020-12-31"),
    ("Q4 2018", "Q4 2018", "2018-10-01", "2018-12-31"),
    ("second quarter of 2018", "second quarter of 2018", "2018-04-01", "2018-06-30"),
    ("first half of 2018", "first half of 2018", "2018-01-01", "2018-06-30"),
    ("by 15% by 2010", "2010", "2010-01-01", "2010-12-31"),
    ("before December 2019", "December 2019", None, "2019-11-30"),
    ("until 2020", "2020", None, "2020-12-31"),
    ("from April 2013", "April 2013", "2013-04-01", None),
    ("Start: April 2013", "April 2013", "2013-04-01", None),
    ("April 2013 onwards", "April 2013", "2013-04-01", None),
    ("from January to March 2018", "January to March 2018", "2018-01-01", "2018-03-31"),
    ("30-60 days from 12/22/2017", "30-60 days from 12/22/2017", "2018-01-21", "2018-02-20"),
    ("Spring 2018", "Spring 2018", None, None),
    ("by early 2017", "early 2017", None, None),
    ("mid-2017", "mid-2017", None, None),
    ("late summer 2018", "late summer 2018", None, None),
)
# text, fiscal, interval
FISCAL = (
    ("FY 2018", US_FEDERAL, "2017-10-01", "2018-09-30"),
    ("FY18", US_FEDERAL, "2017-10-01", "2018-09-30"),
    ("FY 2018 Q1", US_FEDERAL, "2017-10-01", "2017-12-31"),
    ("Q3 FY19", US_FEDERAL, "2019-04-01", "2019-06-30"),
    ("Q1FY18", US_FEDERAL, "2017-10-01", "2017-12-31"),
    ("FY 18 - 19", US_FEDERAL, "2017-10-01", "2019-09-30"),
    ("FY 2018-19", US_FEDERAL, "2017-10-01", "2019-09-30"),
    ("FY13 - FY19", US_FEDERAL, "2012-10-01", "2019-09-30"),
    ("by the end of fiscal year 2019", US_FEDERAL, "2018-10-01", "2019-09-30"),
    ("2012/13", US_FEDERAL, None, None),
    ("2012/13", UK, "2012-04-01", "2013-03-31"),
    ("during 2013-14", UK, "2013-04-01", "2014-03-31"),
    ("Q2 2013/14", UK, "2013-07-01", "2013-09-30"),
    ("FY 2018-19", UK, "2018-04-01", "2019-03-31"),
    ("FY18", UK, None, None),
    ("2015–16", AUSTRALIA, "2015-07-01", "2016-06-30"),
    ("2015–16", CANADA, "2015-04-01", "2016-03-31"),
    ("FY 2018", UNKNOWN, None, None),
    ("2012/13", UNKNOWN, None, None),
)
NO_DATES = (
    "$2018 of grants",
    "2000 homes",
    "ongoing",
    "quarterly",
    "within 60 days",
    "page 3 of 4",
    "call 0207 219 3000",
    "1,2018",
    "2050%",
)


@pytest.mark.parametrize(("text", "phrase", "start", "end"), ANYWHERE)
def test_dates_mean_intervals(text: str, phrase: str, start: str | None, end: str | None) -> None:
    """Each form gives its phrase and the days that it means."""
    (found,) = find_dates(text)
    assert (found.text, found.interval_start, found.interval_end) == (phrase, start, end)
    assert text[found.start_char : found.end_char] == phrase


@pytest.mark.parametrize(("text", "fiscal", "start", "end"), FISCAL)
def test_fiscal_years_follow_their_body(text: str, fiscal: Fiscal, start: str | None, end: str | None) -> None:
    """The same words mean other days for other bodies, and none where the body is unknown."""
    (found,) = find_dates(text, fiscal)
    assert (found.interval_start, found.interval_end) == (start, end)


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_are_no_dates(text: str) -> None:
    """Sums, counts, durations and telephone numbers name no day."""
    assert find_dates(text) == ()


def test_an_ambiguous_day_follows_the_country() -> None:
    """07/04/2014 is in April in Britain, in July in the United States, and nobody knows elsewhere."""
    starts = [find_dates("07/04/2014", fiscal)[0].interval_start for fiscal in (UK, US_FEDERAL, UNKNOWN)]
    assert starts == ["2014-04-07", "2014-07-04", None]


@pytest.mark.parametrize(
    ("text", "name", "month"),
    [
        ("The Permanent Secretary of the Cabinet Office leads the Civil Service reform 2012/13. £3m", "uk", 4),
        ("NHS England and local authorities in the UK", "uk", 4),
        ("EPA and OMB track the Agency Priority Goals in FY 2018 for Congress", "us-federal", 10),
        ("City of Springfield, Office of the Mayor: FY18 goals for residents", "unknown", None),
        ("City of Springfield. The fiscal year begins on July 1.", "stated", 7),
        ("The Mayor's budget. The fiscal year ending June 30, 2019", "stated", 7),
        ("The City Council of Fayetteville in New England and the City Council staff in FY18", "unknown", None),
        ("BLM and Bureau of Indian Affairs with the EPA: Indian lands", "us-federal", 10),
        ("A plan for the school year", "unknown", None),
        ("", "unknown", None),
    ],
)
def test_the_fiscal_year_is_taken_from_the_document(text: str, name: str, month: int | None) -> None:
    """British and federal words choose their years; any other body has to say when its year begins."""
    fiscal = guess_fiscal(text)
    assert (fiscal.name, fiscal.month) == (name, month)


def test_bare_quarters_are_fiscal_where_the_document_counts_fiscal_quarters() -> None:
    """`Q2 2028` beside `FY 28 Q1` is a quarter of the fiscal year."""
    federal = "EPA and OMB track the Agency Priority Goals for Congress."
    starts = [
        find_dates("Q2 2028", guess_fiscal(text))[0].interval_start
        for text in (federal, f"{federal} Progress – FY 28 Q1")
    ]
    assert starts == ["2028-04-01", "2028-01-01"]


def test_years_behind_fiscal_years_are_fiscal() -> None:
    """`fiscal years 2028 and 2029` is one stretch of two fiscal years."""
    for text in ("fiscal years 2028 and 2029", "fiscal years 2028 through 2029"):
        (found,) = find_dates(text, US_FEDERAL)
        assert (found.interval_start, found.interval_end) == ("2027-10-01", "2029-09-30")


def test_other_dates_of_the_document_tell_how_days_are_written() -> None:
    """A date that can only be read one way shows how the others are to be read."""
    assert guess_fiscal("Due 31/03/2014 and 07/04/2014").day_first is True
    assert guess_fiscal("Due 3/31/2014 and 7/4/2014").day_first is False


@given(st.text(max_size=300))
def test_any_text_can_be_searched(text: str) -> None:
    """Phrases are slices of the text, in order, and never overlap."""
    dates = find_dates(text, UK)
    assert all(text[found.start_char : found.end_char] == found.text for found in dates)
    assert all(one.end_char <= two.start_char for one, two in itertools.pairwise(dates))
    assert all(found.lead_start <= found.start_char < found.end_char for found in dates)


@given(
    st.lists(
        st.sampled_from(
            ["FY", "20", "18", "2018", "-", "/", " ", "Q1", "March", "to", "31", "end of", "by", ",", "99"]
        ),
        max_size=14,
    )
)
def test_any_heap_of_date_parts_can_be_searched(parts: list[str]) -> None:
    """Impossible dates give no error, and intervals never end before they start."""
    for found in find_dates("".join(parts), US_FEDERAL) + find_dates(" ".join(parts), UK):
        if found.interval_start and found.interval_end:
            assert found.interval_start <= found.interval_end


@pytest.mark.parametrize(
    "hostile",
    [
        "1 " * 20000,
        "FY " * 10000,
        "2018-" * 10000,
        "Q1 " * 10000,
        "jan " * 10000,
        "the end of " * 5000,
        "12/" * 10000,
        "1-2-3 March " * 3000,
    ],
)
def test_hostile_text_takes_no_time(hostile: str) -> None:
    """Patterns do not backtrack over long junk."""
    assert is_done_within(2, lambda: (find_dates(hostile), guess_fiscal(hostile)))


def test_fiscal_years_that_run_backwards_have_no_interval() -> None:
    assert all(found.interval_start is None for found in find_dates("FY99-20", US_FEDERAL))
