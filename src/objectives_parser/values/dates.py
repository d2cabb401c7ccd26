"""Dates in a text, in the forms that plans print, as places in the text and as intervals of ISO dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from objectives_parser.values.date_patterns import ATOM, TO
from objectives_parser.values.date_readings import Form, read_date
from objectives_parser.values.fiscal import UNKNOWN, Fiscal, Interval, fiscal_year


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


# Every form ends in two digits at least.
DIGITS = re.compile(r"\d\d")
# Where a date may begin: with a digit or the first letters of the words of ``date_patterns``. None begins behind a
# letter, digit or sign ("$2018", "1,2018", "12018"); but the second part of a range may follow a dash.
BEGINS = re.compile(
    r"(?:(?<![\w$£€#.,/-])|(?<=\bend-))(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[fsap]y|f\.y|fiscal|financial|budget|school|"
    r"academic|q(?:\s?[1-4]|uarter|tr|\.?\s?i)|i[iv]{0,2}\sq|first|second|third|fourth|last|h[12]|spring|summer|autumn|fall|winter|early|"
    r"mid|late|beginning|start)",
    re.IGNORECASE,
)
RANGE = re.compile(rf"{TO}(?:the )?(?:end of )?|,?\s+and\s+|\s?/\s?", re.IGNORECASE)

# The preposition before a date; "by the end of", "between", "no later than", "Start:".
LEAD = re.compile(
    r"(?:^|(?<=[\s(\[,;:—–-]))(?P<lead>(?P<word>(?:no|not) (?:later|earlier|sooner) than|"
    r"on or (?:before|after)|prior to|ahead of|as of|as at|"
    r"starting(?: from| in| on)?|beginning(?: in| on)?|commencing(?: in| on)?|"
    r"effective(?: from)?|start(?: date)?:|from|since|by|before|until|till|up to|after|post|in|during|throughout|"
    r"between|within|over|on|at|for|of|through|"
    r"to|end(?: date)?:|due(?: date)?:?|deadline:?|target(?: date)?:?|towards?|around|circa|about|than|against|vs\.?|"
    r"below|above)?\s*"
    r"(?P<part>(?:the\s)?(?:very\s)?(?:(?:year-|month-)?end-?|close|beginning|start|"
    r"middle)(?:\sof)?(?:\sthe)?(?:\scalendar)?|the "
    r"(?:year|period|month|academic year|school year|winter|summer|spring|autumn|fall)(?:\sof)?|the|calendar years?|"
    r"cy|mid|early|late)?\s*)$",
    re.IGNORECASE,
)
VAGUE_PART = re.compile(
    r"beginning|start|middle|mid|early|late|winter|summer|spring|autumn|fall|school|academic", re.IGNORECASE
)
FROM_WORDS = (
    "no earlier",
    "not earlier",
    "no sooner",
    "not sooner",
    "on or after",
    "from",
    "since",
    "starting",
    "beginning",
    "commencing",
    "effective",
    "start",
)
# "April 2013 onwards", "2014+", "2025 – ongoing".
ONWARDS = re.compile(
    r"\s?(?:onwards?\b|\+|and (?:beyond|after|onwards?|ongoing)\b|forward\b|"
    r"(?:[-–—]|to|then|and)?\s?(?:ongoing|present|continuing|continuous)\b)",
    re.IGNORECASE,
)
UNTIL_WORDS = ("until", "till", "up to", "before", "prior to", "ahead of")
# "30-60 days from 12/22/2017", "within 6 months of 1 March 2018".
RELATIVE = re.compile(
    r"(?P<low>\d{1,3})(?:\s?[-–]\s?(?P<high>\d{1,3}))?\s(?P<unit>days?|weeks?)\s(?:from|after|of|following)\s$",
    re.IGNORECASE,
)


def may_name_date(text: str) -> bool:
    """Whether the text has what no date is without: two digits side by side."""
    return DIGITS.search(text) is not None


def find_dates(text: str, fiscal: Fiscal = UNKNOWN) -> tuple[FoundDate, ...]:
    """The date phrases of a text in order; fiscal years get dates by the rules of ``fiscal``.

    >>> [(d.text, d.interval_start, d.interval_end) for d in find_dates("by end of March 2014")]
    [('end of March 2014', '2014-03-01', '2014-03-31')]
    """
    if not may_name_date(text):
        return ()
    return tuple(_with_lead(text, atom) for atom in _joined(text, list(_atoms(text, fiscal)), fiscal))


def _atoms(text: str, fiscal: Fiscal) -> Iterator[_Atom]:
    at = 0
    while begins := BEGINS.search(text, at):
        match = ATOM.match(text, begins.start())
        atom = match and _atom(match, fiscal)
        if not match or not atom:
            at = begins.start() + 1
            continue
        yield atom
        at = match.end()
        while joint := RANGE.match(text, at):
            second = ATOM.match(text, joint.end())
            following = second and _atom(second, fiscal)
            if not second or not following:
                break
            yield following
            at = second.end()


def _atom(match: re.Match[str], fiscal: Fiscal) -> _Atom | None:
    read = read_date(match, fiscal)
    return _Atom(match.start(), match.end(), *read) if read else None


def _joined(text: str, atoms: list[_Atom], fiscal: Fiscal) -> Iterator[_Atom]:
    """Atoms with ranges put together: "2020 to 2025", "between April 2013 and March 2014"."""
    index = 0
    while index < len(atoms):
        atom = atoms[index]
        index += 1
        while index < len(atoms):
            following = _read_alike(text, atom, atoms[index], fiscal)
            if not _is_range(text, atom, following):
                break
            atom = _range(atom, following)
            index += 1
        yield atom


def _read_alike(text: str, first: _Atom, second: _Atom, fiscal: Fiscal) -> _Atom:
    """`fiscal years 2028 and 2029`: the second year is one of the kind of the first."""
    if (first.form, second.form) != ("fiscal", "year") or not RANGE.fullmatch(text[first.end : second.start]):
        return second
    year = int(text[second.start : second.end])
    return attrs.evolve(second, form="fiscal", interval=fiscal_year(year, None, fiscal, marked=True))


def _follows(text: str, first: _Atom, second: _Atom) -> bool:
    """Whether the second of two years follows right on the first: `in FY 2028 and FY 2029`."""
    if first.form != second.form or first.form not in ("year", "fiscal"):
        return False
    if first.interval and second.interval:
        return first.interval[1] + timedelta(days=1) == second.interval[0]
    one, two = text[first.start : first.end][-2:], text[second.start : second.end][-2:]
    return one.isdigit() and two.isdigit() and int(one) + 1 == int(two)


def _is_range(text: str, first: _Atom, second: _Atom) -> bool:
    joint = text[first.end : second.start]
    if not RANGE.fullmatch(joint):
        return False
    if joint.strip(" ,").lower() == "and":
        between = re.search(r"\bbetween\s+(?:the\s)?$", text[max(0, first.start - 14) : first.start], re.IGNORECASE)
        return bool(between) or _follows(text, first, second)
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
    if part.strip().lower() in ("start", "beginning") and atom.form in ("month", "day", "year", "quarter"):
        word, part = "from", ""  # "Start Jan 2026", but "start of 2026"
    starts = offset + (lead.start("part") if lead and part.strip() else len(before))
    lead_start = offset + lead.start("lead") if lead and (word or part.strip()) else atom.start
    lead_start += len(text[lead_start : atom.start]) - len(text[lead_start : atom.start].lstrip())
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
