"""Turns plans into typed, linked, dated and traceable objective, measure, milestone and action records."""

from objectives_parser.contract import VERSION
from objectives_parser.errors import Damaged, Encrypted, OverLimit, ReadError, UnknownFormat
from objectives_parser.pipeline import parse
from objectives_parser.records import (
    About,
    Action,
    Diagnostic,
    Due,
    Ledger,
    Measure,
    Milestone,
    Objective,
    Period,
    Place,
    Plan,
    Record,
    Source,
    Target,
)

__version__ = VERSION

__all__ = [
    "About",
    "Action",
    "Damaged",
    "Diagnostic",
    "Due",
    "Encrypted",
    "Ledger",
    "Measure",
    "Milestone",
    "Objective",
    "OverLimit",
    "Period",
    "Place",
    "Plan",
    "ReadError",
    "Record",
    "Source",
    "Target",
    "UnknownFormat",
    "__version__",
    "parse",
]
