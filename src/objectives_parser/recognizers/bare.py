"""Texts that only name a time, a price, a person's post or a file to fetch: whatever stands over them, they state
nothing."""

from __future__ import annotations

from objectives_parser import late as regex
from objectives_parser.values.date_patterns import MON

# "July 2020 to July 2021", "by the end of spring 2026", "September 2025 and then annually"
_TIME = regex.compile(
    rf"(?:(?:{MON}|(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?|q[1-4]|fy\s?\d\d(?:\d\d)?(?:[/–-]\d\d(?:\d\d)?)?|"
    r"spring|summer|autumn|fall|winter|\d{1,2}(?:st|nd|rd|th)?)"
    r"|(?:to|until|through|from|and|then|by|the|end|of|early|mid|late|in|annually|ongoing|yearly|monthly|quarterly|or|"
    r"before|after|start|beginning|year|month|quarter|school|fiscal|financial|academic|[–—&,;/-])"
    r")(?:[\s,;–—/-]+|\.?$|(?=[,;]))",
    regex.IGNORECASE,
)
_YEAR_OR_MONTH = regex.compile(rf"(?:19|20)\d\d|\b{MON}|\bq[1-4]\b|\bfy", regex.IGNORECASE)
# "Excel | PDF", "Download (PDF, 230 KB)", "click here"
_LINK = regex.compile(
    r"(?:downloads?|views?|open|read|click|here|see|excel|word|pdf|docx?|xlsx?|csv|pptx?|powerpoint|html?|[km]b|online|"
    r"links?|files?|versions?|print|the|as|an?|or|and|\d[\d.,]*+|\W)++",
    regex.IGNORECASE,
)
_FETCHED = regex.compile(
    r"download|click|excel|pdf|docx?\b|xlsx?\b|csv\b|pptx?\b|powerpoint|\blink|online", regex.IGNORECASE
)
# "Inputs: staff EUR 310,000", "Budget: $ 2.5 m"
_PRICE = regex.compile(
    r"(?:inputs?|means|costs?|resources?|budget|funding|estimated cost)\s?:[^:]{0,40}?"
    r"(?:[$£€]|\b(?:EUR|USD|GBP|AUD|CAD|NZD|CHF|US\$)\b)\s?\d",
    regex.IGNORECASE,
)
_POST = (
    r"(?:Officers?|Managers?|Directors?|Co-?[Oo]rdinators?|Chairs?|Chairman|Chairwoman|Chairperson|Secretary|Principals?|"
    r"Superintendent|Librarians?|Clerk|Treasurer|President|Administrators?|Supervisors?|Mayor|Commissioner|Minister|"
    r"Chief|Head|Dean|Provost|Leader|Leads?|Champions?|Advis[eo]rs?|Specialists?|Analysts?|Engineer|Planner|"
    r"Counsel|Councillors?)"
)
_RANK = r"(?:Deputy|Assistant|Associate|Acting|Vice|Vice-|Executive|Senior|Chief|General|Managing|Interim)"
# "RAP Project Officer", "Director, People and Culture", "Assistant Director of Parks"
_ROLE = regex.compile(
    rf"(?:\p{{Lu}}[\p{{L}}&’'/-]*\s(?:(?:of|and|for|the|&)\s)?){{0,6}}{_POST}"
    rf"|(?:{_RANK}\s){{0,2}}{_POST}(?:\sGeneral)?(?:,|\s(?:of|for|[–—-]))\s(?:the\s)?"
    r"\p{Lu}[\p{L}&’'-]*(?:,?\s(?:and|of|for|the|&|\p{Lu}[\p{L}&’'-]*)){0,8}(?:\s\([^()]{3,60}\))?"
)


def is_bare(text: str) -> bool:
    """Whether a text is nothing but a time, a price or a file to fetch.

    >>> is_bare("July 2020 to Sept. 2021"), is_bare("Excel | PDF"), is_bare("Decide by 2026"), is_bare("Open data")
    (True, True, False, False)
    """
    if len(text) > 80:
        return False
    return (
        _is_time(text)
        or _PRICE.match(text) is not None
        or (_FETCHED.search(text) is not None and _LINK.fullmatch(text) is not None)
    )


def _is_time(text: str) -> bool:
    at = 0
    while at < len(text):
        found = _TIME.match(text, at)
        if found is None or found.end() == at:
            return False
        at = found.end()
    return _YEAR_OR_MONTH.search(text) is not None


# "1A", "2.3", "SO1, SO3"
_CODES = regex.compile(r"(?:(?:\p{Lu}{1,3}[-. ]?)?\d{1,2}(?:\.\d{1,2}){0,2}[A-Za-z]?(?:\s*(?:[,;&]|and)\s*|$))+")


def is_code(text: str) -> bool:
    """Whether a text is nothing but numbers of statements that stand elsewhere.

    >>> is_code("1A"), is_code("SO1, SO3"), is_code("2 parks")
    (True, True, False)
    """
    return len(text) <= 40 and _CODES.fullmatch(text) is not None


# "Goal: a broad statement of what a plan wants to reach", as a plan explains its words
_DEFINED = regex.compile(
    r"(?:an?|the) (?:[\w’-]+,? (?:and )?){0,4}"
    r"(?:statements?|descriptions?|sentences?|expressions?|definition|stage|event)\b",
    regex.IGNORECASE,
)


def defines_label(text: str) -> bool:
    """Whether a text behind a label's word says what such a thing is.

    >>> defines_label("a short statement of what will be done"), defines_label("A safe town for all")
    (True, False)
    """
    return _DEFINED.match(text) is not None


def is_role(text: str) -> bool:
    """Whether a text is nothing but somebody's post.

    >>> is_role("Director, People and Culture"), is_role("Town Manager"), is_role("Hire a Town Manager")
    (True, True, False)
    """
    if len(text) > 110 or text.endswith((".", ":", ";")) or not text[:1].isupper():
        return False
    return _ROLE.fullmatch(text) is not None and not text.split(" ", 1)[0].endswith(("ed", "ing"))
