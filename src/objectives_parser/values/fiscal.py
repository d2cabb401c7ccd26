"""Fiscal years: the one place that says when they begin and what "FY 2018" and "2012/13" mean.

| body | begins | "2012/13" | "FY 2018" | "FY 2018-19" |
|---|---|---|---|---|
| UK government | April | April 2012 to March 2013 | not said | April 2018 to March 2019 |
| US federal government | October | not said | Oct 2017 to Sept 2018 | Oct 2017 to Sept 2019 (two years) |
| Australian government | July | July 2012 to June 2013 | July 2017 to June 2018 | July 2018 to June 2019 |
| Canadian government | April | April 2012 to March 2013 | April 2017 to March 2018 | April 2018 to March 2019 |
| unknown | – | no dates | no dates | no dates |

``guess_fiscal`` chooses the British or the federal year by the document's words, and any other only where the document
says itself when its fiscal year begins: a city's, a state's or a school's year is not to be guessed.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

import attrs

Interval = tuple[date, date]


@attrs.frozen(kw_only=True)
class Fiscal:
    """How a body counts its fiscal years.

    ``month`` is the first month, None where it is unknown. ``single`` says that "FY 2018" names the year by the
    calendar year in which it ends. ``pair_is_one_year`` tells "FY 2018-19" as one year from two years. ``bare_pairs``
    says that "2012/13" without a word before it is a fiscal year, ``bare_quarters`` that "Q2 2018" is a quarter of one.
    ``year`` is the one year that the plan is about (`Work Plan 2026`): it dates quarters and months in its due cells.
    ``day_first`` tells how the body writes 07/04/2014, None where that is unknown.
    """

    name: str
    month: int | None = None
    single: bool = False
    pair_is_one_year: bool = True
    bare_pairs: bool = False
    bare_quarters: bool = False
    day_first: bool | None = None
    year: Interval | None = None


UNKNOWN = Fiscal(name="unknown")
UK = Fiscal(name="uk", month=4, bare_pairs=True, day_first=True)
US_FEDERAL = Fiscal(name="us-federal", month=10, single=True, pair_is_one_year=False, day_first=False)
AUSTRALIA = Fiscal(name="australia", month=7, single=True, bare_pairs=True, day_first=True)
CANADA = Fiscal(name="canada", month=4, single=True, bare_pairs=True)


def fiscal_year(first: int, second: int | None, fiscal: Fiscal, *, marked: bool) -> Interval | None:
    """The interval of "FY 2018" (``second`` None) or "2012/13"; ``marked`` says that a word such as FY stands before.

    None where the rules do not say.
    """
    if fiscal.month is None or not (marked or fiscal.bare_pairs):
        return None
    if second is None:
        return _ending_in(first, fiscal.month) if fiscal.single else None
    if second == first + 1 and fiscal.pair_is_one_year:
        return _months(first, fiscal.month, 12)
    if not fiscal.single or second < first:  # `FY99-20`
        return None
    return _ending_in(first, fiscal.month)[0], _ending_in(second, fiscal.month)[1]


def fiscal_quarter(year: Interval, quarter: int) -> Interval:
    """The interval of a quarter (1 to 4) of a fiscal or calendar year."""
    month = year[0].month - 1 + 3 * (quarter - 1)
    return _months(year[0].year + month // 12, month % 12 + 1, 3)


def _ending_in(year: int, month: int) -> Interval:
    return _months(year if month == 1 else year - 1, month, 12)


def _months(year: int, month: int, count: int) -> Interval:
    last = month - 1 + count - 1
    end_year, end_month = year + last // 12, last % 12 + 1
    return date(year, month, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
ACCOUNTS = ("fiscal", "financial", "budget")
YEAR = re.compile(r" year")  # begins with what is rarer than the letters before it
# "The fiscal year begins on July 1", "financial year (1 July to 30 June)", "our fiscal year runs from October 1".
BEGINS = re.compile(
    rf"(?:fiscal|financial|budget) years?\b(?: of the \w+)?[ ,(]{{0,3}}(?:which )?(?:begins?|starts?|commences?|"
    rf"runs? from|runs?|beginning|starting|from|is|covers)?"
    rf"[ (]{{0,2}}(?:on |in |from )?(?:the )?(?:\d{{1,2}}(?:st)? )?(?P<month>{MONTHS})\b(?: 1(?:st)?\b)?"
)
# "fiscal year ending June 30", "financial year ended 31 March 2016".
ENDS = re.compile(
    rf"(?:fiscal|financial|budget) years?\b (?:that |which )?(?:ends?|ended|ending)(?: on)?(?: the)? "
    rf"(?:\d{{1,2}}(?:st|th)? )?(?P<month>{MONTHS})\b"
)
# A capital and a boundary once for all, then alternatives that begin with letters: in one look most places of a text
# are passed over without trying any.
COUNTRY_WORDS = re.compile(
    r"(?=[A-Z])\b(?:(?P<uk>"
    r"UK\b|United Kingdom\b|GOV\.UK\b|Whitehall\b|Permanent Secretar(?:y|ies)\b|Civil Serv(?:ice|ants?)\b|"
    r"HM (?:Treasury|Government|Revenue|Prison|Courts)\b|NHS\b|Cabinet Office\b|Department for\b|"
    r"Ministry of Justice\b|Northern Ireland\b|Scot(?:land|tish)\b|(?<!South )Wales\b|Welsh\b|(?<!New )England\b|"
    r"British [Gg]overnment\b|Ofsted\b|GDS\b|DEFRA\b|HMRC\b|(?:Borough|Unitary|Parish) Council\b|NDPBs?\b|CCGs?\b|"
    r"Great Britain\b"
    r")|(?P<federal>"
    r"Federal (?:[Gg]overnment|[Aa]genc(?:y|ies)|[Dd]ata|[Rr]egister|[Ff]unding|[Bb]uilding|[Ee]mployee)|OMB\b|"
    r"Agency Priority Goals?\b|APG\b|Census Bureau\b|"
    r"Milestone (?:Due Date|Status)\b|Congress(?:ional)?\b|U\.S\. (?:Department|Government|Agency)|"
    r"Department of (?:Agriculture|Commerce|Defense|Education|Energy|Health and Human Services|Homeland Security|"
    r"Housing and Urban Development|the Interior|Justice|Labor|State|Transportation|the Treasury|Veterans Affairs)\b|"
    r"(?:NASA|EPA|HHS|USDA|GSA|HUD|NSF|SBA|DHS|DOJ|DOE|FDA|CDC|USAID|OPM|NIST|NOAA|USPTO|SSA|GAO|FEMA|BLM|USGS|VA|"
    r"FAA|IRS|OSTP)\b|White House\b|President's Management Agenda\b|GPRA\b|CAP [Gg]oals?\b"
    # A city, a county, a school district or a state of the United States, whose fiscal year is its own.
    r")|(?P<local>"
    r"Mayors?\b|City of\b|City (?:Council|Manager|[Ss]taff)\b|Metro\b|"
    r"Count(?:y|ies) (?:Commission|Government|Board|Manager|of)\b|(?:School|Water|Park|Fire) (?:District|Board)\b|"
    r"Governor\b|State Board\b|Statewide\b|Superintendent\b|Town of\b|State (?:Legislature|agencies)\b"
    r")|(?P<other>"
    r"Australian?\b|Commonwealth (?:entit|agenc|Government)|New South Wales\b|Queensland\b|Victorian\b|"
    r"New Zealand\b|Canad(?:a|ian)\b|Ontario\b|India\b|Ireland\b|Irish\b|South Africa\b|Kenya\b|"
    r"Nepal\b|Bhutan\b|Nigeria\b|Ghana\b|Rwanda\b|Uganda\b|Tanzania\b|Pakistan\b|Bangladesh\b|European Union\b"
    r"))"
)
FEDERAL = r"federal (?:[Gg]overnment|[Aa]genc(?:y|ies)|[Dd]ata|[Rr]egister|[Ff]unding|[Bb]uilding|[Ee]mployee)"
# Those written small, or signs; before each, what a text that has any of them has.
SMALL_WORDS = {
    "uk": (("local authorit", ".gov.uk", "£"), re.compile(r"local authorit(?:y|ies)\b|\.gov\.uk\b|£")),
    "federal": (("federal ",), re.compile(FEDERAL)),
    "local": (("statewide",), re.compile(r"statewide\b")),
}
# "FY 18 Q1", "Q1 FY2018", "Quarter 1 of Fiscal Year 2018"
FISCAL_QUARTER = re.compile(
    r"\bFY ?['’]?\d{2,4},? ?Q[1-4]\b|\bQ[1-4],? (?:of )?FY ?['’]?\d|\b[Qq]uarter [1-4],? of [Ff]iscal"
)
LONGEST_READ = 120_000


def guess_fiscal(text: str, properties: Mapping[str, str] | None = None) -> Fiscal:
    """The fiscal year that a document counts in, by what it says; UNKNOWN where it says too little."""
    read = " ".join((text[:LONGEST_READ], *(properties or {}).values()))
    stated = _stated_month(read)
    uk, federal, local, other = _places(read)
    if uk >= 2 and uk > 2 * other and uk > max(federal, local) and stated in (None, 4):
        return UK
    if federal >= 2 and federal > local and federal > 2 * other and stated in (None, 10):
        return attrs.evolve(US_FEDERAL, bare_quarters=FISCAL_QUARTER.search(read) is not None)
    day_first = _writes_day_first(read, american=local > other)
    if stated:
        return Fiscal(name="stated", month=stated, single=True, bare_pairs=True, day_first=day_first)
    return attrs.evolve(UNKNOWN, day_first=day_first)


def _places(text: str) -> tuple[int, int, int, int]:
    """How often words of the United Kingdom, of the United States' government, of a state or a city there, and of
    other countries are printed."""
    told = Counter(match.lastgroup for match in COUNTRY_WORDS.finditer(text))
    told["federal"] += "Agency Priority Goal" in text  # nobody else has them: on a cover alone it is enough
    for country, (signs, words) in SMALL_WORDS.items():
        if any(sign in text for sign in signs):
            told[country] += len(words.findall(text))
    return told["uk"], told["federal"], told["local"], told["other"]


MONTH_OR_DAY = re.compile(r"/\d\d?/\d\d")  # begins with a sign, which is found faster than any digit
NUMERIC_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")


def _writes_day_first(text: str, *, american: bool) -> bool | None:
    """Whether 07/04/2014 is a day in April: as the document's other dates show, else as its country has it."""
    dates = [(int(one), int(two)) for one, two in NUMERIC_DATE.findall(text)] if MONTH_OR_DAY.search(text) else []
    day_first, month_first = sum(one > 12 for one, _ in dates), sum(two > 12 for _, two in dates)
    if day_first != month_first:
        return day_first > month_first
    return False if american else None


def _stated_month(text: str) -> int | None:
    names, folded = MONTHS.split("|"), text.lower()
    years = (match.start() for match in YEAR.finditer(folded))
    said = [at - len(kind) for at in years for kind in ACCOUNTS if folded.endswith(kind, 0, at)]
    for pattern, later in ((ENDS, 1), (BEGINS, 0)):
        if match := next(filter(None, (pattern.match(folded, at) for at in said)), None):
            return (names.index(match["month"]) + later) % 12 + 1
    return None
