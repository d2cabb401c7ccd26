"""Dates as plans print them, with the interval that each means."""

from __future__ import annotations

import calendar
import random

import attrs


@attrs.frozen(kw_only=True)
class When:
    """A date as printed and the days it means, first and last, ISO; None where the page does not say which it means."""

    text: str
    start: str | None
    end: str | None


def month(year: int, number: int, name: str) -> When:
    """A whole month, under the given name."""
    last = calendar.monthrange(year, number)[1]
    return When(text=name, start=f"{year}-{number:02}-01", end=f"{year}-{number:02}-{last:02}")


def random_when(rng: random.Random, year: int, british: bool) -> When:
    """A date near the year, in one of the forms that British or American plans use."""
    year, number = year + rng.choice((0, 0, 1)), rng.randint(1, 12)
    full, short = calendar.month_name[number], calendar.month_abbr[number]
    form = rng.choice(("full", "full", "short", "day", "quarter", "year"))
    if form == "full":
        return month(year, number, f"{full} {year}")
    if form == "short":
        return month(year, number, f"{short} {year}")
    if form == "day":
        day = rng.choice((1, 15, 30 if number != 2 else 28))
        iso = f"{year}-{number:02}-{day:02}"
        return When(text=f"{day} {full} {year}" if british else f"{full} {day}, {year}", start=iso, end=iso)
    if form == "quarter":
        return british_quarter(year, rng.randint(1, 4)) if british else fiscal_quarter(year, rng.randint(1, 4))
    return When(text=f"end of {year}", start=f"{year}-01-01", end=f"{year}-12-31")


def british_quarter(year: int, quarter: int) -> When:
    """A quarter of the financial year that begins on 1 April."""
    first = 3 * quarter + 1
    return _quarter(f"Q{quarter} {year}/{(year + 1) % 100:02}", year + (first > 12), (first - 1) % 12 + 1)


def fiscal_quarter(year: int, quarter: int) -> When:
    """A quarter of the fiscal year of a body that does not say when its year begins."""
    return When(text=f"FY {year} Q{quarter}", start=None, end=None)


def _quarter(text: str, year: int, first: int) -> When:
    last = calendar.monthrange(year, first + 2)[1]
    return When(text=text, start=f"{year}-{first:02}-01", end=f"{year}-{first + 2:02}-{last:02}")
