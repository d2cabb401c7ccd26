"""Dates, fiscal years, quantities and bare values inside a text."""

from __future__ import annotations

from objectives_parser.values.cells import is_date_only, is_month, is_timeless, is_value_only, is_year, names_year
from objectives_parser.values.dates import FoundDate, find_dates, may_name_date
from objectives_parser.values.due import closing_due, due_in_statement, due_of_cell, period_of
from objectives_parser.values.fiscal import AUSTRALIA, CANADA, UK, UNKNOWN, US_FEDERAL, Fiscal, guess_fiscal
from objectives_parser.values.targets import target_of
from objectives_parser.values.yearless import yearless_due

__all__ = [
    "AUSTRALIA",
    "CANADA",
    "UK",
    "UNKNOWN",
    "US_FEDERAL",
    "Fiscal",
    "FoundDate",
    "closing_due",
    "due_in_statement",
    "due_of_cell",
    "find_dates",
    "guess_fiscal",
    "is_date_only",
    "is_month",
    "is_timeless",
    "is_value_only",
    "is_year",
    "may_name_date",
    "names_year",
    "period_of",
    "target_of",
    "yearless_due",
]
