"""Cells that say nothing but when, also where no date stands in them: `From September`, `Within 60 days of approval`,
`12 to 24 months`, `Year 2`, `Medium-term (2026–2028)`."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.values import is_date_only, is_timeless

LONGEST = 60
"""Characters; of times behind an event (`Within 60 days of …`) more."""
_LEAD = r"(?:(?:from|by|in|to|at|end|start|early|mid|late|before|until|during|beginning|the|of)[\s-]){0,4}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:\.|uary|ruary|ch|il|e|y|ust|tember|ober|ember)?"
_UNIT = r"(?:working\s|school\s|calendar\s)?(?:day|week|month|year|term|quarter)s?"
_COUNT = r"(?:\d{1,3}|one|two|three|four|five|six)"
_SPAN = rf"{_COUNT}(?:\s?(?:[-–—/]|to)\s?{_COUNT})?"
_TIME = regex.compile(
    rf"{_LEAD}(?:{_MONTH}(?:\s?(?:[-–—/&,]|to|and)\s?{_MONTH}){{0,5}}|(?:spring|summer|autumn|winter)|"
    r"half[- ]term|(?:school\s|academic\s|financial\s)(?:year|term)(?:[- ]end)?)"
    r"|(?:immediate|near|short|medium|mid|long)(?:er)?[- ]?(?:to[- ](?:medium|long)[- ])?(?:term)?\s?\([^()]{1,20}\)"
    r"|(?:near|mid|short[- ]to[- ]medium|medium[- ]to[- ]long)[- ]term"
    rf"|(?:(?:with)?in\s|after\s|over\s|up\sto\s)(?:the\s)?(?:next\s|first\s)?{_SPAN}[\s-]{_UNIT}"
    rf"|{_COUNT}\s?(?:[-–—/]|to)\s?{_COUNT}[\s-]{_UNIT}"
    rf"|(?:year|yr|quarter|term|month|week)s?\s{_SPAN}",
    regex.IGNORECASE,
)
_BEHIND = regex.compile(rf"(?:with)?in\s{_COUNT}\s{_UNIT}\s(?:of|from|after)\s.{{3,90}}$", regex.IGNORECASE)


def tells_time(text: str) -> bool:
    """Whether a cell says nothing but when.

    >>> [tells_time(text) for text in ("June 2031", "From September", "2031", "12 to 24 months", "May we help")]
    [True, True, True, True, False]
    """
    if is_timeless(text) or (any(map(str.isdigit, text)) and is_date_only(text)):
        return True
    plain = text.rstrip(" .")
    return (len(plain) <= LONGEST and _TIME.fullmatch(plain) is not None) or _BEHIND.match(plain) is not None
