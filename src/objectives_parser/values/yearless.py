"""Quarters and months without a year in a plan of one year: `Q1; Q2`, `June`, `by 31 March`, `July – September`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from objectives_parser.values.date_patterns import DAY, MON, QUARTER
from objectives_parser.values.date_readings import month_of, quarter_of
from objectives_parser.values.fiscal import Interval, fiscal_quarter

PART = rf"(?:(?P<quarter>{QUARTER})|(?P<before>{DAY}\s)?(?P<month>{MON})(?P<after>\s{DAY})?)"
LEAD = r"(?:by|in|during|at|from|the|end|of|end-of|close|until|till|\s)*"
# What may stand between two of them; anything else, and the cell says more than when.
BETWEEN = r"(?:\s|[-–—;,/&+]|and|to|through|until|by|the|end|of)*"
ONE = re.compile(PART, re.IGNORECASE)
GAP = re.compile(BETWEEN + r"\.?$", re.IGNORECASE)
HEAD = re.compile(LEAD + "$", re.IGNORECASE)
MOST = 80  # characters


def in_year(text: str, year: Interval) -> tuple[str | None, str | None]:
    """The first and the last day of a cell that names nothing but parts of a plan's one year; (None, None) for others.

    >>> in_year("Q1; Q2", (date(2026, 1, 1), date(2026, 12, 31)))
    ('2026-01-01', '2026-06-30')
    >>> in_year("by end of March", (date(2025, 4, 1), date(2026, 3, 31)))
    ('2026-03-01', '2026-03-31')
    >>> in_year("May be deferred", (date(2026, 1, 1), date(2026, 12, 31)))
    (None, None)
    """
    parts = list(ONE.finditer(text)) if len(text) <= MOST else []
    if not parts or not HEAD.match(text[: parts[0].start()]) or not _only_joined(text, parts):
        return None, None
    days = list(_intervals(parts, year))
    lead = text[: parts[0].start()].strip().lower()
    first = None if lead.startswith(("until", "till")) else min(start for start, _ in days).isoformat()
    last = None if lead.startswith("from") and len(parts) == 1 else max(end for _, end in days).isoformat()
    return first, last


def _only_joined(text: str, parts: list[re.Match[str]]) -> bool:
    ends = [*(part.start() for part in parts[1:]), len(text)]
    return all(GAP.match(text[part.end() : end]) for part, end in zip(parts, ends, strict=True))


def _intervals(parts: list[re.Match[str]], year: Interval) -> Iterator[Interval]:
    for part in parts:
        if part["quarter"]:
            yield fiscal_quarter(year, quarter_of(part["quarter"]))
            continue
        day = re.search(r"\d+", part["before"] or part["after"] or "")
        yield _in_month(month_of(part["month"]), int(day[0]) if day else None, year)


def _in_month(month: int, day: int | None, year: Interval) -> Interval:
    """A month, or a day of it, of the twelve that begin with the year."""
    first = date(year[0].year + (month < year[0].month), month, 1)
    if day is not None:
        try:
            return first.replace(day=day), first.replace(day=day)
        except ValueError:
            pass  # 31 April
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
