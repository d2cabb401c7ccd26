"""The value that a measure is to reach: "by 15%", "≥ 90%", "from 40% to 60%", "at least 800 people"."""

from __future__ import annotations

import re

from objectives_parser.records import Target
from objectives_parser.values.dates import find_dates

# "$5", "A$20m", "Rs. 500 million", "KES 2 billion"
_MONEY = (
    r"(?:US|A|AU|NZ|C|CA|S|HK|EC|FJ)?\$|[£€₹¥]|(?:Rs\.?|GH¢|USD|EUR|GBP|AUD|NZD|CAD|INR|NPR|LKR|BDT|PKR|ZAR|KES|UGX|TZS|RWF|GHS|"
    r"NGN|ETB|ZMW|XCD|XOF|FJD|CHF|SEK|NOK|DKK|JPY)(?=\s?\d)"
)
AMOUNT = (
    r"(?P<{name}sign>[<>≤≥=~+-]{{0,2}})\s?(?P<{name}money>" + _MONEY + r")?\s?"
    r"(?P<{name}number>\d+,\d{{1,2}}(?=\s?%)|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d/]|:\d)\s?"
    r"(?P<{name}unit>%|per "
    r"?cent\b|percent(?:age points?)?\b|(?:million|billion|thousand|trillion|[kmb]|bn)\b|mw\b|gw\b|kwh\b)?"
)
ONE = re.compile(r"(?<![\w.,/-])(?<!\d:)(?:%(?=\d))?" + AMOUNT.format(name=""), re.IGNORECASE)
_BEFORE = rf"(?:{_MONEY})?\s?\d[\d.,]*\s?(?:%|per ?cent|percent|(?:million|billion|thousand|[kmb]|bn)\b)?"
FROM_TO = re.compile(
    r"\bfrom\s+(?:a baseline of\s+|(?:approximately|about|around|an? estimated|some)\s+)?"
    rf"(?P<baseline>{_BEFORE})(?:\s?per [\d,]+)?"
    # "from 1,400 MW in 2020 to 15,000 MW"
    r"(?:\s[A-Za-z][\w²³/]{0,11}){0,2}?(?:\s+in\s+(?:19|20)\d\d)?(?:\s*\([^()]{0,40}\))?\s+to\s+"
    r"(?:approximately\s+|about\s+|around\s+|at least\s+)?" + AMOUNT.format(name=""),
    re.IGNORECASE,
)
# "5,000 → 7,500", "12 days -> 8 days"
ARROW = re.compile(
    rf"(?<![\w.,/-])(?P<baseline>{_BEFORE})(?:\s[A-Za-z][\w²³/]{{0,11}})?\s*(?:→|➔|➜|⇒|[-=]>)\s*"
    + AMOUNT.format(name=""),
    re.IGNORECASE,
)
# "7,500 families (up from 5,000)", "90% (from 70% in 2015)"
UP_FROM = re.compile(
    rf"\((?:(?:up|down|increased?|reduced?|currently)\s)?from\s(?P<baseline>{_BEFORE})[^()]{{0,40}}\)", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
# "2000 ha of woodland": an amount that looks like a year
COUNTED_UNIT = re.compile(
    r"\s?(?:ha|hectares?|acres?|km2?|met(?:re|er)s?|m[23]|t|tons?|tonnes?|kg|lit(?:re|er)s?|kw|people|persons|households|"
    r"families|farmers|trees|units|jobs|homes)\b",
    re.IGNORECASE,
)
BASELINE = re.compile(
    r"\bbaseline(?:\s+(?:of|is|was|=|:))?\s*:?\s*\(?(?P<baseline>[$£€]?\s?\d[\d.,]*\s?(?:%|per ?cent|percent)?)",
    re.IGNORECASE,
)
COMPARATORS = (
    (
        "at least",
        re.compile(
            r"\b(?:at least|a minimum of|minimum|not less than|no less than|no fewer than|or (?:more|above|higher|"
            r"greater)|(?<!no )(?<!not )more than|over|above|greater than|exceed(?:s|ing)?)\s*$",
            re.IGNORECASE,
        ),
    ),
    (
        "at most",
        re.compile(
            r"\b(?:at most|a maximum of|maximum|not more than|no more than|(?<!no )(?<!not )less than|fewer than|"
            r"under|below|within|up to)\s*$",
            re.IGNORECASE,
        ),
    ),
    ("change by", re.compile(r"\bby\s+(?:an? )?(?:additional |further |another |at least )?$", re.IGNORECASE)),
)
SIGNS = {">": "at least", "≥": "at least", ">=": "at least", "<": "at most", "≤": "at most", "<=": "at most"}
MULTIPLES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12}
# "Section 8 tenants", "the top 7 employers", "7(a) loans", "Number of plans (1)": a number in a name or of a note
IN_NAME = re.compile(
    r"\b(?:after|every|aged|first|last|past|next|scope|section|title|chapter|article|annex|phase|stage|tier|level|class|grade|type|category|schedule|zone|ward|form|"
    r"big|top|route|highway|step|year|age|sdg|iso|goal|target|objective|action|priority|module|unit)s?\s"
    r"(?:\d{1,2},? (?:or |and |& )?){0,4}$|\($",
    re.IGNORECASE,
)
# "… – target 80%"
NAMED_TARGET = re.compile(r"\btarget:?\s(?:is\s|of\s|at\sleast\s)?$", re.IGNORECASE)
RATE = re.compile(r"\bper\s?$", re.IGNORECASE)
CLAUSE = re.compile(r"\([a-z\d]{1,3}\)|\)")
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
NO_UNITS = frozenset(
    ("by", "in", "to", "and", "or", "per", "on", "for", "from", "at", "of", "out", "with", "as", "is", "are", "that",
     "which", "who", "more", "than", "during", "each", "every", "within", "the", "a", "new", "additional")
)  # fmt: skip
# "500,000 improved cookstoves"
UNIT_NOUN = re.compile(r"\s?(?:of\s+)?(?:[a-z]{3,}(?<!e)ed(?:\s+|(?=\W|$)))?(?P<noun>[A-Za-z][\w-]*)")
# "Number of claims decided within 60 days", "% over 14 months": what is counted, not how many there are to be
COUNTED = re.compile(
    r"(?:^|\b(?:track|measure|monitor|report)(?:s|ed|ing)? |\s[–—-]\s)"
    r"(?:\W*(?:the|total|annual|average|overall|median|mean)\b)*\W*(?:numbers? of|#|no\. of|count of|"
    r"(?:percent(?:ages?)?\b|per cent\b|%)(?!\s?\d)|proportions? of|shares? of|ratios? of|fractions? of)",
    re.IGNORECASE,
)
# "… online: 95%", "… rises to 14%", "… (target: at least 40)"
REACHED = re.compile(
    r"(?:[:=;–—→(]|\s-|\b(?:to|by|reach(?:e[sd]|ing)?|exceed(?:s|ed|ing)?|targets?(?: (?:of|is))?))\s*"
    r"(?:\b(?:at (?:least|most)|a (?:minimum|maximum) of|(?:no|not) (?:more|less|fewer) than|over|under|"
    r"more than|less than|an? (?:additional|further)|another|about|around|approximately)\s*)?$",
    re.IGNORECASE,
)
ENDED = re.compile(r"\W*$")
LONGEST_READ = 2000


def target_of(text: str) -> Target | None:
    """The value to be reached that a statement or a target cell names, with unit, comparator and baseline; or None.

    >>> target = target_of("Increase attendance from 40% to 60% by 2010")
    >>> target.value, target.unit, target.baseline
    (60.0, '%', '40%')
    """
    read = text[:LONGEST_READ]
    match = FROM_TO.search(read) or ARROW.search(read)
    if match and not (_YEAR.match(match["baseline"].strip()) and _YEAR.match(match["number"])):
        return _target(read, match, baseline=match["baseline"].strip())
    dates = [
        (found.start_char, found.end_char)
        for found in find_dates(read)
        if COUNTED_UNIT.match(read, found.end_char) is None or not _YEAR.match(read[found.start_char : found.end_char])
    ]
    baseline = BASELINE.search(read) or UP_FROM.search(read)
    skipped = [*dates, *([baseline.span()] if baseline else [])]
    amounts = [match for match in ONE.finditer(read) if not any(low <= match.start() < high for low, high in skipped)]
    counted = COUNTED.search(read)
    counts_from = counted.end() if counted else len(read)
    amounts = [
        match
        for match in amounts
        if not (_is_in_name(read, match) or (match.start() >= counts_from and _is_counted(read, match)))
    ]
    if not amounts:
        return None
    return _target(
        read,
        max(amounts, key=lambda match: _weight(read, match)),
        baseline=baseline["baseline"].strip() if baseline else None,
    )


def _is_in_name(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number is part of a name, a rank (`4th grade`), or the mark of a note in brackets."""
    if match["unit"] or match["money"] or match["sign"]:
        return False
    if RATE.search(text[max(0, match.start() - 8) : match.start()]) and len(match["number"].replace(",", "")) > 2:
        return True  # `deaths per 100,000 births`
    if ORDINAL.match(text, match.end()):
        return True
    before = IN_NAME.search(text[max(0, match.start() - 24) : match.start()])
    clause = CLAUSE.match(text, match.end())
    noted = clause is not None and clause.group() == ")"
    return (clause is not None and not noted) or (before is not None and (noted or before.group() != "("))


def _is_counted(text: str, match: re.Match[str]) -> bool:
    """Whether an amount tells what an indicator counts (`Number of claims decided within 60 days`), not what it is to
    reach."""
    if REACHED.search(text[max(0, match.start() - 40) : match.start()]):
        return False
    return match["unit"] is None or ENDED.match(text, match.end()) is None


def _weight(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Percentages and sums of money before other counts, what is to be reached (`to 225`) before these, then the
    first."""
    strong = bool(match["unit"] or match["money"] or match["sign"] in SIGNS) + bool(_comparator(text, match))
    strong += text[: match.start()].endswith(" to ")
    strong += 2 * (NAMED_TARGET.search(text[max(0, match.start() - 24) : match.start()]) is not None)
    return strong, -match.start()


def _comparator(text: str, match: re.Match[str]) -> str | None:
    if match["sign"] in SIGNS:
        return SIGNS[match["sign"]]
    before, after = (
        text[max(0, match.start() - 30) : match.start("number")].rstrip("$£€ "),
        text[match.end() : match.end() + 12],
    )
    if re.match(r"\s?(?:\+|or (?:more|above|higher|greater))", after):
        return "at least"
    return next((name for name, pattern in COMPARATORS if pattern.search(before + " ")), None)


def _target(text: str, match: re.Match[str], *, baseline: str | None) -> Target:
    unit_word = (match["unit"] or "").lower().replace(" ", "")
    number = _number(match["number"]) * MULTIPLES.get(unit_word, 1)
    percent = unit_word in ("%", "percent") or text[max(0, match.start() - 1) : match.start() + 1].startswith("%")
    start = match.start("money") if match["money"] else match.start("sign") if match["sign"] else match.start("number")
    return Target(
        text=text[start : match.end()].strip(),
        value=number,
        unit="%"
        if percent
        else match["money"] or (unit_word if unit_word not in MULTIPLES else "") or _noun(text, match),
        comparator=_comparator(text, match),
        baseline=baseline,
    )


def _number(printed: str) -> float:
    """`12,5` is twelve and a half, `1,250` is no fraction."""
    head, comma, tail = printed.rpartition(",")
    return float(f"{head}.{tail}") if comma and len(tail) < len("000") else float(printed.replace(",", ""))


def _noun(text: str, match: re.Match[str]) -> str | None:
    noun = UNIT_NOUN.match(text, match.end())
    return noun["noun"].lower() if noun and noun["noun"].lower() not in NO_UNITS else None
