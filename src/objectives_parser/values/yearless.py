"""Quarters and months without a year: `Q1; Q2`, `June`, `by 31 March`, `July – September` in a plan of one year, and at
the end of what a statement says (`… by the end of July`, `… (Q2)`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from objectives_parser.records import Due
from objectives_parser.values.date_patterns import DAY, MON, QUARTER
from objectives_parser.values.date_readings import month_of, quarter_of
from objectives_parser.values.fiscal import UNKNOWN, Fiscal, Interval, fiscal_quarter

PART = rf"(?:(?P<quarter>{QUARTER})|(?P<before>{DAY}\s)?(?P<month>{MON})(?P<after>\s{DAY})?)"
LEAD = r"(?:by|in|during|at|from|the|end|of|end-of|close|until|till|\s)*"
# What may stand between two of them; anything else, and the cell says more than when.
BETWEEN = r"(?:\s|[-–—;,/&+]|and|to|through|until|by|the|end|of)*"
ONE = re.compile(PART, re.IGNORECASE)
GAP = re.compile(BETWEEN + r"\.?$", re.IGNORECASE)
HEAD = re.compile(LEAD + "$", re.IGNORECASE)
MOST = 80  # characters
LONGEST = 1000  # characters of a statement
# `… by the end of July`, `… in Q3.`, `… by 31 March and …`: a deadline anywhere, a time in which at a clause’s end,
# `Q1: …`, `… (Q1)`, `… – by June`: what stands apart
_PART_OF_YEAR = rf"(?:{QUARTER}|(?:{DAY}\s(?:of\s)?)?{MON}(?:\s{DAY}(?!\s?%))?)"
_WHICH = r"(?:(?:the\s)?(?:end|close|start|beginning|middle)[\s-](?:of[\s-])?|early\s|mid[\s-]|late\s)?(?:the\s)?"
_END_OF_YEAR = (
    r"(?:(?:the\s)?end\sof\s(?:the\s)?(?:(?:financial|fiscal|calendar|school|academic)\s)?year|year[\s-]end)\b"
)
_CLAUSE_ENDS = r"(?=\W*$|[.;]\s)"
_IN_STATEMENT = re.compile(
    rf"(?<![\w-])(?:(?P<by>(?:by|before|until|no later than)\s(?:{_WHICH}{_PART_OF_YEAR}|{_END_OF_YEAR}))"
    rf"(?=[\s.,;)]|$)(?!,?\s\d)|"
    rf"(?P<during>(?:in|during|from)\s{_WHICH}{_PART_OF_YEAR}){_CLAUSE_ENDS}|"
    rf"^(?P<opens>{_PART_OF_YEAR})(?=\s?[:–—-]\s)|"
    rf"(?:(?<=\()|(?<=[-–—]\s))(?P<apart>(?:by\s)?{_WHICH}{_PART_OF_YEAR}(?:\s?[-–—/&]\s?{_PART_OF_YEAR})?){_CLAUSE_ENDS})",
    re.IGNORECASE,
)
# `the report released in late November`, `nests found before mid-May`: what was done then
_DONE = re.compile(r"\b(?:found|made|held|built|[a-z]{3,}ed)\s(?:\S+\s){0,3}$", re.IGNORECASE)
_MAY_NAME = re.compile(r"\b(?:[Qq]\s?[1-4]|[Qq]uarter|[Yy]ear|[JFMASOND][a-z]{2})")


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


def yearless_due(text: str, fiscal: Fiscal = UNKNOWN) -> Due | None:
    """The quarter or month without a year by which a statement is to be reached, dated if the plan is of one year.

    >>> yearless_due("Publish the guide by the end of July and train staff").text
    'by the end of July'
    >>> yearless_due("Review the forms (Q3).").text
    'Q3'
    >>> yearless_due("Offer classes in May and June each year") is None
    True
    """
    if not _MAY_NAME.search(text):
        return None
    for found in _IN_STATEMENT.finditer(text[:LONGEST]):
        if not found["opens"] and not found["apart"] and _is_of_the_past(text, found):
            continue
        printed = found[found.lastgroup or 0].rstrip(".")
        first, last = in_year(printed, fiscal.year) if fiscal.year is not None else (None, None)
        return Due(text=printed, start=first, end=last)
    return None


def _is_of_the_past(text: str, found: re.Match[str]) -> bool:
    """Whether the date says when something was done: `released in November`, but `claims paid by 31 December`."""
    surely = found[0].casefold().startswith(("by", "until", "no later"))
    return not surely and _DONE.search(text[max(0, found.start() - 60) : found.start()]) is not None


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
