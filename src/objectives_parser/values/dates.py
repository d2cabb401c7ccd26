"""Dates in a text, in the forms that plans print, as places in the text and as intervals of ISO dates."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal, TypeAlias

import attrs

from objectives_parser.values.fiscal import UNKNOWN, Fiscal, Interval, fiscal_quarter, fiscal_year

Form: TypeAlias = Literal["day", "month", "quarter", "half", "fiscal", "year", "years", "season", "range", "relative"]


@attrs.frozen(kw_only=True)
class FoundDate:
    """A date phrase: ``text`` is ``whole[start_char:end_char]``, its preposition left out.

    ``interval_start``/``interval_end`` are ISO dates; None where the phrase names none ("Spring 2018") or only one end
    ("before December 2019"). ``lead`` is the preposition before it in lower case ("by", "by the end of"), and
    ``lead_start`` where that begins.
    """

    start_char: int
    end_char: int
    text: str
    interval_start: str | None = None
    interval_end: str | None = None
    form: Form
    lead: str = ""
    lead_start: int

    @property
    def dated(self) -> bool:
        """Whether the phrase names a day at either end."""
        return bool(self.interval_start or self.interval_end)


@attrs.frozen
class _Atom:
    start: int
    end: int
    form: Form
    interval: Interval | None


MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if number}

Y = r"(?:19[5-9]|20\d|21[0])\d"
MON = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
DASH = r"\s{0,2}[-–—‑]\s{0,2}"
TO = rf"(?:{DASH}|\s+(?:to|through|thru|until|till)\s+)"
FY = r"(?:FYE?|F\.Y\.|fiscal years?|fiscal|financial years?|budget year|school year|academic year)\s{0,2}"
PAIR = rf"['’]?(?:{Y}|\d\d)(?:\s?[-–—/]\s?['’]?(?:{Y}|\d\d(?!\d|\s?(?:%|per\s?cent))))?(?!\d)"
QUARTER = (
    r"(?:Q\s?[1-4]|(?:quarter|qtr\.?)\s?[1-4]|(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s(?:quarter|"
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
        rf"\d\d))(?!\d)",
    ),  # 31 March 2014, Dec. 31, 2021
    ("months", rf"(?P<months>{MON}(?:{TO}|\s?(?:/|&|and|or)\s?){MON},?\s{{0,2}}(?:of\s)?{Y})(?!\d)"),  # Mar – Apr 2018
    ("month", rf"(?P<month>{MON},?\s{{0,2}}(?:of\s)?{Y}|{MON}[-\s]?['’]\d\d|{MON}-\d\d)(?!\d)"),  # Oct 2012, Mar-14
    ("monthnumber", rf"(?P<monthnumber>(?<![\d/.])(?:0?[1-9]|1[0-2])/{Y}|{Y}-(?:0[1-9]|1[0-2]))(?![\d/-])"),  # 03/2014
    (
        "quarter",
        rf"(?P<quarter>(?P<q1>{QUARTERS}){YEAR_WORDS}?(?P<y1>(?:{FY})?{PAIR})|(?P<y2>{FY}{PAIR}|"
        rf"{Y}(?:[-/]\d\d)?)[\s,:/-]{{0,3}}(?P<q2>{QUARTERS}))",
    ),  # Q2 2013/14
    (
        "half",
        rf"(?P<half>(?P<h>H[12]|(?:first|second|1st|2nd) half)(?:\sof)?\s(?P<hy>(?:{FY})?{PAIR}))",
    ),  # first half of 2018
    ("fiscal", rf"(?P<fiscal>{FY}(?P<fy>{PAIR}))"),  # FY 18 - 19, fiscal year 2018
    (
        "season",
        rf"(?P<season>{SEASON}[\s/-]{{1,2}}(?:(?:of\s)?(?:{SEASON}|{MON})\s)?(?:(?:{FY})?{PAIR}))",
    ),  # Spring 2018, mid-2017
    ("pair", rf"(?P<pair>{Y}\s?[-–—/]\s?\d\d)(?![\d/-]|\.\d)"),  # 2012/13
    ("year", rf"(?P<year>{Y})(?![\d%/]|[.,]\d|[-–]\d\b)"),  # 2018
)
ATOM = re.compile("(?:" + "|".join(pattern for _, pattern in PATTERNS) + ")", re.IGNORECASE)
DIGIT = re.compile(r"\d")
# No date begins after these: "$2018", "1,2018", "12018"; but the second part of a range may follow a dash.
STUCK = re.compile(r"[\w$£€#.,/-]")
RANGE = re.compile(rf"{TO}(?:the )?(?:end of )?|,?\s+and\s+", re.IGNORECASE)

# The preposition before a date; "by the end of", "between", "no later than", "Start:".
LEAD = re.compile(
    r"(?:^|(?<=[\s(\[,;:—–-]))(?P<lead>(?P<word>(?:no|not) later than|on or before|prior to|ahead of|as of|as at|"
    r"starting(?: from| in| on)?|beginning(?: in| on)?|commencing(?: in| on)?|"
    r"effective(?: from)?|start(?: date)?:|from|since|by|before|until|till|up to|after|post|in|during|throughout|"
    r"between|within|over|on|at|for|of|through|"
    r"to|end(?: date)?:|due(?: date)?:?|deadline:?|target(?: date)?:?|towards?|around|circa|about|than|against|vs\.?|"
    r"below|above)?\s*"
    r"(?P<part>(?:the\s)?(?:very\s)?(?:(?:year-|month-)?end|close|beginning|start|"
    r"middle)(?:\sof)?(?:\sthe)?(?:\scalendar)?|the "
    r"(?:year|period|month|academic year|school year|winter|summer|spring|autumn|fall)(?:\sof)?|the|calendar years?|"
    r"cy|mid|early|late)?\s*)$",
    re.IGNORECASE,
)
VAGUE_PART = re.compile(
    r"beginning|start|middle|mid|early|late|winter|summer|spring|autumn|fall|school|academic", re.IGNORECASE
)
FROM_WORDS = ("from", "since", "starting", "beginning", "commencing", "effective", "start")
# "April 2013 onwards", "2014+".
ONWARDS = re.compile(r"\s?(?:onwards?\b|\+|and (?:beyond|after|onwards?)\b|forward\b)", re.IGNORECASE)
UNTIL_WORDS = ("until", "till", "up to", "before", "prior to", "ahead of")
# "30-60 days from 12/22/2017", "within 6 months of 1 March 2018".
RELATIVE = re.compile(
    r"(?P<low>\d{1,3})(?:\s?[-–]\s?(?P<high>\d{1,3}))?\s(?P<unit>days?|weeks?)\s(?:from|after|of|following)\s$",
    re.IGNORECASE,
)


def find_dates(text: str, fiscal: Fiscal = UNKNOWN) -> tuple[FoundDate, ...]:
    """The date phrases of a text in order; fiscal years get dates by the rules of ``fiscal``.

    >>> [(d.text, d.interval_start, d.interval_end) for d in find_dates("by end of March 2014")]
    [('end of March 2014', '2014-03-01', '2014-03-31')]
    """
    if not DIGIT.search(text):  # every form has a digit
        return ()
    return tuple(_with_lead(text, atom) for atom in _joined(text, list(_atoms(text, fiscal)), fiscal))


def _atoms(text: str, fiscal: Fiscal) -> Iterator[_Atom]:
    at = 0
    while match := ATOM.search(text, at):
        stuck = match.start() and STUCK.match(text, match.start() - 1)
        atom = None if stuck else _atom(match, fiscal)
        at = match.end()
        if not atom:
            at = match.start() + 1
            continue
        yield atom
        while joint := RANGE.match(text, at):
            second = ATOM.match(text, joint.end())
            following = second and _atom(second, fiscal)
            if not second or not following:
                break
            yield following
            at = second.end()


def _atom(match: re.Match[str], fiscal: Fiscal) -> _Atom | None:
    name = next(name for name, _ in PATTERNS if match[name] is not None)
    form, read = READINGS[name]
    try:
        interval = read(match, fiscal)
    except ValueError:  # no such day: 31/02/2014, 99/99/2014
        return None
    if name == "year" and not _is_year(match):
        return None
    if name == "pair" and interval is None and int(match["pair"][-2:]) <= int(match["pair"][2:4]):
        return None
    return _Atom(match.start(), match.end(), form, interval)


def _is_year(match: re.Match[str]) -> bool:
    """A round number before a word for things is an amount: "2000 homes", but "in 2000 and"."""
    after = match.string[match.end() : match.end() + 20]
    amount = re.match(r"\s+(?!and|or|to|by|in|the|with|for|on|was|is|will|as|at|of)[a-z]{3,}s\b", after)
    return not (match["year"] in ("2000", "1950", "2100") and amount)


def _joined(text: str, atoms: list[_Atom], fiscal: Fiscal) -> Iterator[_Atom]:
    """Atoms with ranges put together: "2020 to 2025", "between April 2013 and March 2014"."""
    index = 0
    while index < len(atoms):
        atom = atoms[index]
        index += 1
        while index < len(atoms) and _is_range(text, atom, atoms[index]):
            atom = _range(atom, atoms[index])
            index += 1
        yield atom


def _is_range(text: str, first: _Atom, second: _Atom) -> bool:
    joint = text[first.end : second.start]
    if not RANGE.fullmatch(joint):
        return False
    if joint.strip(" ,").lower() == "and":
        return bool(re.search(r"\bbetween\s+(?:the\s)?$", text[max(0, first.start - 14) : first.start], re.IGNORECASE))
    if first.interval and second.interval:
        return first.interval[0] <= second.interval[1]
    return first.form == second.form


def _range(first: _Atom, second: _Atom) -> _Atom:
    form: Form = (
        "years"
        if first.form == second.form == "year"
        else "fiscal"
        if "fiscal" in (first.form, second.form)
        else "range"
    )
    both = (first.interval[0], second.interval[1]) if first.interval and second.interval else None
    return _Atom(first.start, second.end, form, both)


def _with_lead(text: str, atom: _Atom) -> FoundDate:
    before = text[max(0, atom.start - 60) : atom.start]
    offset = atom.start - len(before)
    lead = LEAD.search(before)
    word = (lead["word"] or "").lower().strip(" :") if lead else ""
    part = lead["part"] or "" if lead else ""
    # "beginning 2018" starts something, "beginning of 2018" is a part of the year.
    starts = offset + (lead.start("part") if lead and part.strip() else len(before))
    lead_start = offset + lead.start("lead") if lead and (word or part.strip()) else atom.start
    onwards = ONWARDS.match(text, atom.end)
    first, last = _ends(atom.interval, "from" if onwards else word, part, atom.form)
    relative = RELATIVE.search(before)
    if relative and first:
        first, last, starts = *_after(first, relative), offset + relative.start()
        lead_start, word = starts, ""
    return FoundDate(
        start_char=starts,
        end_char=atom.end,
        text=text[starts : atom.end],
        interval_start=first.isoformat() if first else None,
        interval_end=last.isoformat() if last else None,
        form="relative" if relative else atom.form,
        lead=text[lead_start:starts].strip().lower().rstrip(":"),
        lead_start=lead_start,
    )


def _ends(interval: Interval | None, word: str, part: str, form: Form) -> tuple[date | None, date | None]:
    """Both ends of the interval as the preposition leaves them."""
    if not interval or VAGUE_PART.search(part):
        return None, None
    first, last = interval
    if word in ("before", "prior to", "ahead of"):
        return None, first - timedelta(days=1)
    if word in UNTIL_WORDS:
        return None, last
    if word in ("after", "post"):
        return last + timedelta(days=1), None
    # "from January to March 2018" has both its ends, "from April 2013" only its first.
    if word.startswith(FROM_WORDS) and form not in ("range", "years"):
        return first, None
    return first, last


def _after(anchor: date, relative: re.Match[str]) -> Interval:
    days = 7 if relative["unit"].lower().startswith("week") else 1
    low, high = int(relative["low"]) * days, int(relative["high"] or relative["low"]) * days
    return anchor + timedelta(days=low), anchor + timedelta(days=high)


def _month_of(text: str) -> int:
    match = re.search(MON, text, re.IGNORECASE)
    if not match:
        raise ValueError(text)
    return MONTH_NUMBERS[match[0][:3].lower()]


def _whole_month(year: int, month: int) -> Interval:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _whole_year(year: int) -> Interval:
    return date(year, 1, 1), date(year, 12, 31)


def _full_year(digits: str, like: int | None = None) -> int:
    """Four digits for two: "13" is 2013, or what follows ``like``."""
    number = int(digits)
    if len(digits) == 4:
        return number
    return (like // 100 * 100 if like else 2000) + number


def _single(day: date) -> Interval:
    return day, day


def _read_iso(match: re.Match[str], fiscal: Fiscal) -> Interval:
    return _single(date(*(int(part) for part in re.split(r"[-/]", match["iso"]))))


def _read_numeric(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    """Day first where the month cannot be first, month first where the day cannot; else by the document's country."""
    one, two, last = (part for part in re.split(r"[/.-]", match["numeric"]))
    first, second, year = int(one), int(two), _full_year(last)
    if first > 12 or second > 12:
        day, month = (first, second) if first > 12 else (second, first)
    elif fiscal.day_first is False:
        month, day = first, second
    elif fiscal.day_first or "." in match["numeric"]:
        day, month = first, second
    elif first == second:
        day = month = first
    else:
        return None
    return _single(date(year, month, day))


def _read_day(match: re.Match[str], fiscal: Fiscal) -> Interval:
    return _single(_day_in(match["day"], None))


def _day_in(text: str, year: int | None) -> date:
    if year is None:
        digits = re.search(rf"(?:{Y}|-(\d\d))$", text)
        year = _full_year(digits[0].strip("-")) if digits else 0
        text = text[: digits.start()] if digits else text
    number = re.search(r"\d{1,2}", text)
    return date(year, _month_of(text), int(number[0]) if number else 1)


def _read_days(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    year = int(match["days"][-4:])
    parts = re.split(TO, match["days"][:-4].rstrip(" ,"), maxsplit=1, flags=re.IGNORECASE)
    last, first = _day_in(parts[1], year), _day_in(parts[0], year)
    return (first if first <= last else first.replace(year=year - 1)), last


def _read_span(match: re.Match[str], fiscal: Fiscal) -> Interval:
    year, month = int(match["span"][-4:]), _month_of(match["span"])
    first, last = (int(number) for number in re.findall(r"\d{1,2}", match["span"][:-4])[:2])
    return date(year, month, first), date(year, month, last)


def _read_month(match: re.Match[str], fiscal: Fiscal) -> Interval:
    digits = re.search(r"\d+$", match["month"])
    return _whole_month(_full_year(digits[0]) if digits else 0, _month_of(match["month"]))


def _read_months(match: re.Match[str], fiscal: Fiscal) -> Interval:
    year = int(match["months"][-4:])
    names = [found[:3].lower() for found in re.findall(MON, match["months"], re.IGNORECASE)]
    first, last = MONTH_NUMBERS[names[0]], MONTH_NUMBERS[names[1]]
    return _whole_month(year if first <= last else year - 1, first)[0], _whole_month(year, last)[1]


def _read_month_number(match: re.Match[str], fiscal: Fiscal) -> Interval:
    numbers = [int(part) for part in re.split(r"[/-]", match["monthnumber"])]
    return _whole_month(max(numbers), min(numbers))


def _years(text: str) -> tuple[int, int | None]:
    digits = re.findall(r"\d{4}|\d\d", text)
    first = _full_year(digits[0])
    return first, _full_year(digits[1], first) if len(digits) > 1 else None


def _marked(text: str) -> bool:
    return bool(re.match(r"\s*(?:FY|F\.Y|fiscal|financial|budget)", text, re.IGNORECASE))


def _year_interval(text: str, fiscal: Fiscal) -> Interval | None:
    """The interval of "FY 2018", "2013/14" or "2018"."""
    first, second = _years(text)
    if re.match(r"\s*(?:school|academic)", text, re.IGNORECASE):
        return None
    if _marked(text) or (second is not None and second == first + 1):
        return fiscal_year(first, second, fiscal, marked=_marked(text))
    return (_whole_year(first)[0], _whole_year(second or first)[1]) if (second or first) >= first else None


def _read_quarter(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    quarters = [_quarter_number(found) for found in re.findall(QUARTER, match["q1"] or match["q2"], re.IGNORECASE)]
    year_text = match["y1"] or match["y2"]
    year = _year_interval(year_text, fiscal)
    if not year or not (350 < (year[1] - year[0]).days < 370):
        return None
    return fiscal_quarter(year, quarters[0])[0], fiscal_quarter(year, quarters[-1])[1]


def _quarter_number(text: str) -> int:
    digit = re.search(r"[1-4]", text)
    if digit:
        return int(digit[0])
    return {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[text.split()[0].lower()]


def _read_half(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    year = _year_interval(match["hy"], fiscal)
    if not year:
        return None
    first = match["h"].lower() in ("h1", "first half", "1st half")
    quarters = (1, 2) if first else (3, 4)
    return fiscal_quarter(year, quarters[0])[0], fiscal_quarter(year, quarters[1])[1]


def _read_fiscal(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    return _year_interval(match["fiscal"], fiscal)


def _read_pair(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    return _year_interval(match["pair"], fiscal)


def _read_year(match: re.Match[str], fiscal: Fiscal) -> Interval:
    return _whole_year(int(match["year"]))


def _read_none(match: re.Match[str], fiscal: Fiscal) -> None:
    return None


READINGS: dict[str, tuple[Form, Callable[[re.Match[str], Fiscal], Interval | None]]] = {
    "iso": ("day", _read_iso),
    "numeric": ("day", _read_numeric),
    "days": ("range", _read_days),
    "span": ("range", _read_span),
    "day": ("day", _read_day),
    "months": ("range", _read_months),
    "month": ("month", _read_month),
    "monthnumber": ("month", _read_month_number),
    "quarter": ("quarter", _read_quarter),
    "half": ("half", _read_half),
    "fiscal": ("fiscal", _read_fiscal),
    "season": ("season", _read_none),
    "pair": ("fiscal", _read_pair),
    "year": ("year", _read_year),
}
