"""The forms of dates that plans print, as patterns, each beside an example that it must match."""

from __future__ import annotations

import calendar
import re

MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if number}

Y = r"(?:19[5-9]|20\d|21[0])\d"
MON = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
MONTH_NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
DASH = r"\s{0,2}[-–—‑]\s{0,2}"
TO = rf"(?:{DASH}|\s+(?:to|through|thru|until|till)\s+)"
FY = (
    r"(?:FYE?|F\.Y\.|[SAP]Y(?=\s?\d)|fiscal years?|fiscal|financial years?|budget year|school year|academic year)"
    r"\s{0,2}"
)
PAIR = rf"['’]?(?:{Y}|\d\d)(?:\s?[-–—/]\s?['’]?(?:{Y}|\d\d(?!\d|\s?(?:%|per\s?cent))))?(?!\d)"
QUARTER = (
    r"(?:Q\s?[1-4]|[1-4]Q|(?:quarter|qtr\.?)\s?[1-4]|(?:Q\.?\s?|quarter\s)(?:IV|I{1,3})|(?:IV|I{1,3})\s(?:quarter|qtr)|(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s(?:quarter|"
    r"qtr))(?![\da-eg-z])"
)
QUARTERS = rf"{QUARTER}(?:(?:{DASH}|\s?(?:&|/|and|to|through)\s?){QUARTER})?"
YEAR_WORDS = r"(?:[\s,/:-]{1,3}(?:of\s|in\s)?(?:the\s)?)"
SEASON = (
    r"(?:spring|summer|autumn|fall|winter|early|mid|late|beginning of|start of|middle of|mid-year|midyear|"
    r"q[1-4]/q[1-4])"
)

# Each with an example that it must match; the first that fits at a place wins.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", rf"(?P<iso>{Y}[-/](?:0[1-9]|1[0-2])[-/](?:0[1-9]|[12]\d|3[01]))(?!\d)"),  # 2014-03-31
    (
        "numeric",
        r"(?P<numeric>\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d))(?![\d/])",
    ),  # 31/03/2014, 12/22/2017
    (
        "days",
        rf"(?P<days>(?:{DAY}\s(?:of\s)?{MON}|{MON}\s?{DAY}){TO}(?:{DAY}\s(?:of\s)?{MON},?\s?{Y}|"
        rf"{MON}\s?{DAY},?\s{{1,2}}{Y}))",
    ),  # February 27-March 1, 2018
    (
        "span",
        rf"(?P<span>{DAY}{TO}{DAY}\s(?:of\s)?{MON},?\s?{Y}|{MON}\s?{DAY}{TO}{DAY},?\s{{1,2}}{Y})",
    ),  # 27-28 February 2018
    (
        "day",
        rf"(?P<day>{DAY}\s{{0,2}}(?:of\s)?{MON},?\s{{0,2}}{Y}|{MON}\s{{0,2}}{DAY},?\s{{0,2}}{Y}|{DAY}-{MON}-(?:{Y}|"
        rf"\d\d)|{DAY}\s{MON}\s\d\d(?=\s*(?:$|[);,.])))(?!\d)",
    ),  # 31 March 2014, Dec. 31, 2021
    ("months", rf"(?P<months>{MON}(?:{TO}|\s?(?:/|&|and|or)\s?){MON},?\s{{0,2}}(?:of\s)?{Y})(?!\d)"),  # Mar – Apr 2018
    (
        "month",
        rf"(?P<month>{MON},?\s{{0,2}}(?:of\s)?{Y}|{MON}[/-]{Y}|{MON}[-\s]?['’]\d\d|{MON}-\d\d)(?!\d)",
    ),  # Oct 2012, Mar-14
    ("monthnumber", rf"(?P<monthnumber>(?<![\d/.])(?:0?[1-9]|1[0-2])/{Y}|{Y}-(?:0[1-9]|1[0-2]))(?![\d/-])"),  # 03/2014
    (
        "quarter",
        rf"(?P<quarter>(?P<q1>{QUARTERS}){YEAR_WORDS}?(?P<y1>(?:{FY})?{PAIR})|(?P<y2>{FY}{PAIR}|"
        rf"{Y}(?:[-/]\d\d)?)[\s,:/-]{{0,3}}(?P<q2>{QUARTERS}))",
    ),  # Q2 2013/14
    (
        "half",
        rf"(?P<half>(?P<h>H[12]|(?:first|second|1st|2nd) half)(?:\sof)?\s(?P<hy>(?:{FY})?{PAIR})|"
        rf"(?P<hy2>{FY}{PAIR}|{Y})\s(?P<h2>H[12])\b)",
    ),  # first half of 2018
    ("fiscal", rf"(?P<fiscal>{FY}(?P<fy>{PAIR}))"),  # FY 18 - 19, fiscal year 2018
    (
        "yearnamed",
        rf"(?P<yearnamed>(?P<yn>{Y}(?:\s?[-–—/]\s?(?:{Y}|\d\d))?)\s(?P<kind>fiscal|financial|budget|school|academic)"
        rf"\syears?)(?!\s?\d)",
    ),  # 2018 fiscal year, 2025-26 school year
    (
        "season",
        rf"(?P<season>{SEASON}(?:\s(?:term|semester),?)?[\s/-]{{1,2}}(?:(?:of\s)?(?:{SEASON}|{MON})\s)?(?:(?:{FY})?{PAIR}))",
    ),  # Spring 2018, mid-2017
    ("pair", rf"(?P<pair>{Y}(?:\s?[-–—/]\s?\d\d|/{Y}))(?![\d/-]|\.\d)"),  # 2012/13, 2012/2013
    ("year", rf"(?P<year>{Y})(?![\d%/]|[.,]\d|[-–]\d\b)"),  # 2018
)
ATOM = re.compile("(?:" + "|".join(pattern for _, pattern in PATTERNS) + ")", re.IGNORECASE)
