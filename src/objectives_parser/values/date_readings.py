"""From a matched date form to the days that it means."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date
from typing import Literal, TypeAlias

from objectives_parser.values.date_patterns import MON, MONTH_NUMBERS, PATTERNS, QUARTER, TO, Y
from objectives_parser.values.fiscal import Fiscal, Interval, fiscal_quarter, fiscal_year

Form: TypeAlias = Literal["day", "month", "quarter", "half", "fiscal", "year", "years", "season", "range", "relative"]


def read_date(match: re.Match[str], fiscal: Fiscal) -> tuple[Form, Interval | None] | None:
    """The form of a match of ``ATOM`` and its first and last day; None if it is no date after all (31/02/2014)."""
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
    return form, interval


def _is_year(match: re.Match[str]) -> bool:
    """A round number before a word for things is an amount: "2000 homes", but "in 2000 and"."""
    after = match.string[match.end() : match.end() + 20]
    amount = re.match(r"\s+(?!and|or|to|by|in|the|with|for|on|was|is|will|as|at|of)[a-z]{3,}s\b", after)
    return not (match["year"] in ("2000", "1950", "2100") and amount)


def month_of(text: str) -> int:
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
        digits = re.search(rf"(?:{Y}|[-\s](\d\d))$", text)
        year = _full_year(digits[0].strip("- ")) if digits else 0
        text = text[: digits.start()] if digits else text
    number = re.search(r"\d{1,2}", text)
    return date(year, month_of(text), int(number[0]) if number else 1)


def _read_days(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    year = int(match["days"][-4:])
    parts = re.split(TO, match["days"][:-4].rstrip(" ,"), maxsplit=1, flags=re.IGNORECASE)
    last, first = _day_in(parts[1], year), _day_in(parts[0], year)
    return (first if first <= last else first.replace(year=year - 1)), last


def _read_span(match: re.Match[str], fiscal: Fiscal) -> Interval:
    year, month = int(match["span"][-4:]), month_of(match["span"])
    first, last = (int(number) for number in re.findall(r"\d{1,2}", match["span"][:-4])[:2])
    return date(year, month, first), date(year, month, last)


def _read_month(match: re.Match[str], fiscal: Fiscal) -> Interval:
    digits = re.search(r"\d+$", match["month"])
    return _whole_month(_full_year(digits[0]) if digits else 0, month_of(match["month"]))


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
    if re.match(r"\s*(?:school|academic|[sap]y\b|[sap]y(?=\d))", text, re.IGNORECASE):
        return None
    if _marked(text) or (second is not None and second == first + 1):
        return fiscal_year(first, second, fiscal, marked=_marked(text))
    return (_whole_year(first)[0], _whole_year(second or first)[1]) if (second or first) >= first else None


def _read_quarter(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    quarters = [quarter_of(found) for found in re.findall(QUARTER, match["q1"] or match["q2"], re.IGNORECASE)]
    year_text = match["y1"] or match["y2"]
    bare = fiscal.bare_quarters and len(year_text) == 4 and year_text.isdigit()
    year = fiscal_year(int(year_text), None, fiscal, marked=True) if bare else _year_interval(year_text, fiscal)
    if not year or not (350 < (year[1] - year[0]).days < 370):
        return None
    return fiscal_quarter(year, quarters[0])[0], fiscal_quarter(year, quarters[-1])[1]


def quarter_of(text: str) -> int:
    """The number of a quarter, in figures, Roman figures or words."""
    digit = re.search(r"[1-4]", text)
    if digit:
        return int(digit[0])
    roman = re.search(r"\b(?:IV|I{1,3})\b", text, re.IGNORECASE) or re.search(
        r"(?<=Q)(?:IV|I{1,3})$", text, re.IGNORECASE
    )
    if roman:
        return ("I", "II", "III", "IV").index(roman[0].upper()) + 1
    return {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[text.split()[0].lower()]


def _read_half(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    year = _year_interval(match["hy"] or match["hy2"], fiscal)
    if not year:
        return None
    first = (match["h"] or match["h2"]).lower() in ("h1", "first half", "1st half")
    quarters = (1, 2) if first else (3, 4)
    return fiscal_quarter(year, quarters[0])[0], fiscal_quarter(year, quarters[1])[1]


def _read_fiscal(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    return _year_interval(match["fiscal"], fiscal)


def _read_year_named(match: re.Match[str], fiscal: Fiscal) -> Interval | None:
    return _year_interval(f"{match['kind']} year {match['yn']}", fiscal)


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
    "yearnamed": ("fiscal", _read_year_named),
    "season": ("season", _read_none),
    "pair": ("fiscal", _read_pair),
    "year": ("year", _read_year),
}
