"""Cells that state nothing by themselves: a number, a tick, a dash, a letter, a date."""

from __future__ import annotations

import re

from objectives_parser.values.date_patterns import MON
from objectives_parser.values.dates import find_dates

NUMBER = (
    r"[<>≤≥~±+-]?\s?[$£€]?\s?\d[\d,.\s]*+(?:\s?(?:%|per ?cent|percent|[kmb]|bn|million|billion|pts?|points?|ppt?|"
    r"percentage points?|mw|gw|kwh|km|ha|days?|hours?|weeks?|months?|years?|fte|x))?"
)
VALUE = re.compile(
    rf"(?:{NUMBER}(?:\s?(?:[-–—/;,:]|to|of|and|(?<=[\s,]))\s?{NUMBER}){{0,6}}|[A-Za-z]|[-–—_.…*/?\s]+"
    r"|[✓✔☑☒✗✘■□●○•√xX×]+|(?:n\s?/\s?[ad]|none|nil|null|tb[acd]|to be (?:determined|confirmed|decided|advised)"
    r"|not (?:applicable|available)|yes|no|y\s?/\s?n|"
    r"high|medium|low|increase|decrease|maintain|ongoing|h|m|l|r|a|g|red|amber|green|yellow|blue)"
    r"|[A-Za-z]?\d+(?:\.\d+)*(?:\s?[,;&/]\s?[A-Za-z]?\d+(?:\.\d+)*){0,20})[.*†)]?",
    re.IGNORECASE,
)
FILLING = re.compile(
    r"\b(?:by|in|before|end|of|the|on|from|to|and|until|due|start|ongoing|q[1-4]|fy|early|late|mid|starting|"
    r"completed?|during|between|no later than)\b|[\s;,:/&()–—.*-]+",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
YEAR_INSIDE = re.compile(rf"\b{YEAR.pattern}\b")
MONTH = re.compile(rf"{MON}\.?,?", re.IGNORECASE)
LONGEST_VALUE = 60
# "30/11/202 6", "10/31/ 2026": a date that a narrow column broke anywhere
BROKEN_DATE = re.compile(r"\d{1,2}(?P<sign>[/.-]) ?\d{1,2}(?P=sign) ?(?:19|2 ?0) ?\d ?\d")
LONGEST_BROKEN = 14


def is_value_only(text: str) -> bool:
    """Whether a cell is only a number, a tick, a letter, a dash, TBD or the like.

    >>> [is_value_only(cell) for cell in ("85%", "4.5pp", "n/a", "✓", "1, 3, 4", "New policy")]
    [True, True, True, True, True, False]
    """
    plain = " ".join(text.split())
    return len(plain) <= LONGEST_VALUE and (not plain or VALUE.fullmatch(plain) is not None)


def is_year(text: str) -> bool:
    """Whether a text is a year and nothing else.

    >>> is_year("2027"), is_year("by 2027"), is_year("2727")
    (True, False, False)
    """
    return YEAR.fullmatch(text) is not None


def names_year(text: str) -> bool:
    """Whether a text names a year.

    >>> names_year("by the end of 2027"), names_year("12027 homes")
    (True, False)
    """
    return YEAR_INSIDE.search(text) is not None


def is_month(word: str) -> bool:
    """Whether a word is the name of a month.

    >>> [is_month(word) for word in ("March", "Sept.", "Nov,", "Marching")]
    [True, True, True, False]
    """
    return MONTH.fullmatch(word) is not None


def whole_date(plain: str) -> str:
    """A cell's text, joined if it is a date that a narrow column broke.

    >>> whole_date("30/11/202 6"), whole_date("10 or 12 2026")
    ('30/11/2026', '10 or 12 2026')
    """
    broken = " " in plain and len(plain) <= LONGEST_BROKEN and BROKEN_DATE.fullmatch(plain)
    return plain.replace(" ", "") if broken else plain


def is_date_only(text: str) -> bool:
    """Whether a cell says nothing but a time: "By March 2014", "Q1 2018 – Q2 2018", "2020-2025; 2025-2030"."""
    plain = whole_date(" ".join(text.split()))
    dates = find_dates(plain) if len(plain) <= LONGEST_VALUE * 2 else ()
    if not dates:
        return False
    rest, at = [], 0
    for found in dates:
        rest.append(plain[at : found.lead_start])
        at = found.end_char
    return not FILLING.sub("", "".join((*rest, plain[at:])))


# "Ongoing", "Each quarter", "In line with the agreed timetable", "As required", "To be agreed"
_TIMELESS = re.compile(
    r"(?:on-?going|continu(?:ous|al|ing)(?:ly)?|immediate(?:ly)?|rolling|all year(?: round)?|year[- ]round|"
    r"annual(?:ly)?|(?:bi-?)?(?:monthly|weekly|annually)|quarterly|yearly|daily|"
    r"(?:every|each) (?:year|quarter|month|week|term|spring|summer|autumn|winter)|"
    r"throughout(?: the)? (?:financial |fiscal |academic |school |reporting )?(?:year|period|plan)|"
    r"(?:by )?(?:the )?(?:(?:mid|end)[- ](?:of[- ])?(?:the )?)?(?:financial )?year(?:[- ]end)?|"
    r"(?:short|mid|medium|near|long)(?:er)?[- ]term(?: \(\d[^()]{2,16}\))?|"
    r"\d{1,2}\s?[-–]\s?\d{1,2}\+? years?(?:,? (?:short|mid|medium|near|long)[- ]term)?|"
    r"(?:(?:by|in|during) )?(?:the )?(?:(?:start|middle|mid|end)[- ](?:of[- ])?(?:the )?)?"
    r"(?:autumn|spring|summer|first|second|third|fourth) (?:half[- ])?term|"
    r"(?:(?:in (?:line|accordance) with|according to|as per|as set out in|per|to|within) )(?:(?:the|an?|our|its) )?"
    r"(?:(?:agreed|published|project|programme|program|ministerial|parliamentary|legislative|delivery|planned|own|set|"
    r"implementation|statutory|relevant) ){0,3}(?:time ?(?:tables?|scales?|lines?|frames?)|schedules?|deadlines?)|"
    r"(?:as|when|where)(?: and when)? (?:required|needed|necessary|appropriate|agreed|requested)|"
    r"to be (?:agreed|announced|scheduled))[.;,]?",
    re.IGNORECASE,
)


def is_timeless(text: str) -> bool:
    """Whether a cell says nothing but when, without naming a date.

    >>> [is_timeless(cell) for cell in ("Ongoing", "In line with agreed timetable", "Ongoing review of fees")]
    [True, True, False]
    >>> is_timeless("By the end of the autumn term")
    True
    """
    plain = " ".join(text.split())
    return len(plain) <= LONGEST_VALUE and _TIMELESS.fullmatch(plain) is not None
