"""By when: the due date of a cell, the date phrase in a statement that says when it is due, a plan's period."""

from __future__ import annotations

import itertools
import re

from objectives_parser.records import Due, Period
from objectives_parser.values.cells import whole_date
from objectives_parser.values.dates import FoundDate, find_dates
from objectives_parser.values.deadlines import NEAR, is_deadline_word, is_due, is_untold, names_a_thing
from objectives_parser.values.fiscal import UNKNOWN, Fiscal
from objectives_parser.values.yearless import in_year

EMPTY = re.compile(r"[\s?\-–—_.*/]*|(?:n\s?/\s?a|none|nil|null|x|✓|✔|☑|tbd\?)\.?", re.IGNORECASE)
# "This commitment is complete.": says that the time is over, not when.
OVER = re.compile(
    r"\b(?:is|are|was|were|has been|have been)\b.{0,40}\bcompleted?\b|^\s*(?:completed?|done|closed|achieved)\W*$",
    re.IGNORECASE,
)
# "In progress / need $80 Million by 2022": the date is of the money.
OF_MONEY = re.compile(r"\bneed(?:s|ed)?\s+[$£€]\s?[\d.,]+[^;.]{0,30}$", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\([^()]{0,200}\)")

# "October 31, 2020*"
FOOTNOTE_MARK = re.compile(r"(?<=\w)(?:\s?[*†‡]{1,3}|[¹²³⁰-⁹]{1,2})$")
VALUE = re.compile(
    r"\d[\d,.]*\s?(?:%|per ?cent|percent|[a-z]{1,15}\b)?|%\s?\d|"
    r"\b(?:zero|half|all|double|full|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
HEAD_OF_SENTENCE = re.compile(r"(?:^|[.!?;:]\s+|[•▪●]\s*)[\"“(\[]?$")
LONGEST_READ = 4000


def due_of_cell(text: str, fiscal: Fiscal = UNKNOWN) -> Due | None:
    """The due of a cell of a due column: its whole text as printed, with the interval of the dates that it names.

    None for a cell that names no time at all ("–", "?", "This commitment is complete.").
    """
    printed = whole_date(FOOTNOTE_MARK.sub("", " ".join(text.split())))
    read = printed[:LONGEST_READ]
    if EMPTY.fullmatch(printed):
        return None
    dates = [found for found in _outside_brackets(read, find_dates(read, fiscal)) if _of_the_cell(printed, found)]
    if not dates and OVER.search(printed) and not re.search(r"\bongoing\b|\bremain", printed, re.IGNORECASE):
        return None
    first, last = _union(dates)
    if not dates and fiscal.year is not None:
        first, last = in_year(printed, fiscal.year)
    return Due(text=printed, start=first, end=last)


def _of_the_cell(printed: str, found: FoundDate) -> bool:
    """Not the date of a need for money, nor of a thing ("the FY2023 budget timeline")."""
    named = found.form in ("year", "fiscal") and names_a_thing(printed, found)
    return not named and not OF_MONEY.search(printed[max(0, found.lead_start - NEAR) : found.lead_start])


def due_in_statement(text: str, fiscal: Fiscal = UNKNOWN) -> Due | None:
    """The date phrase that says when a statement is to be reached, its preposition included; None where none does.

    >>> due_in_statement("75% by 2030; 100% by 2050").text
    'by 2050'
    """
    read = text[:LONGEST_READ]
    dates = find_dates(read, fiscal)
    outside = _outside_brackets(read, dates)
    said = [found for found in outside if is_due(text, found)]
    if not said and len(outside) < len(dates):
        # "All rulings since 2015 online (Q4 2027)": the date outside is none of the statement's
        said = [found for found in dates if found not in outside and is_due(text, found)]
    if not said:
        return None
    chosen = _choose(text, said)
    starts = chosen.lead_start if chosen.lead or chosen.lead_start < chosen.start_char else chosen.start_char
    return Due(text=text[starts : chosen.end_char], start=chosen.interval_start, end=chosen.interval_end)


def closing_due(text: str, fiscal: Fiscal = UNKNOWN) -> Due | None:
    """The day, month or quarter that a milestone ends with: what was reached by then is told as done.

    >>> closing_due("Wing handed over in May 2026").text
    'in May 2026'
    """
    found = next(iter(find_dates(text[:LONGEST_READ], fiscal)[-1:]), None)
    if found is None or found.form not in ("day", "month", "quarter") or any(map(str.isalnum, text[found.end_char :])):
        return None
    if not is_untold(text, found):
        return None
    starts = found.lead_start if found.lead else found.start_char
    return Due(text=text[starts : found.end_char], start=found.interval_start, end=found.interval_end)


def period_of(text: str, fiscal: Fiscal = UNKNOWN) -> Period | None:
    """The period that a title or a sentence names: "2012/13", "2014-2019", "FY13 - FY19"; else the year it names."""
    dates = find_dates(text[:LONGEST_READ], fiscal)
    spans = [found for found in dates if found.form in ("years", "fiscal", "range")]
    years = [found for found in dates if found.form == "year"]
    for found in (*spans, *years):
        return Period(text=text[found.start_char : found.end_char], start=found.interval_start, end=found.interval_end)
    return None


def _outside_brackets(text: str, dates: tuple[FoundDate, ...]) -> tuple[FoundDate, ...]:
    """A date in brackets only explains ("2019 (50th Anniversary)", "(budget FY19)"), unless there is no other."""
    inside = [(match.start(), match.end()) for match in IN_BRACKETS.finditer(text)]
    outside = tuple(found for found in dates if not any(low <= found.start_char < high for low, high in inside))
    return outside or dates


def _union(dates: list[FoundDate]) -> tuple[str | None, str | None]:
    """From the first start to the last end; open where a "from" or a "before" leaves it open."""
    dated = [found for found in dates if found.dated]
    starts = [found.interval_start for found in dated if found.interval_start]
    ends = [found.interval_end for found in dated if found.interval_end]
    return min(starts, default=None), max(ends, default=None)


def _choose(text: str, said: list[FoundDate]) -> FoundDate:
    """The date of the whole statement. Of values with their dates ("75% by 2030; 100% by 2050") the last; else the one
    that opens a sentence ("By August 5, 2020, NASA will …"), else the first deadline."""
    deadlines = [found for found in said if is_deadline_word(found)] or said
    if len(deadlines) == 1:
        return deadlines[0]
    opening = [
        found
        for found in deadlines
        if HEAD_OF_SENTENCE.search(text[max(0, found.lead_start - 20) : found.lead_start] if found.lead_start else "")
    ]
    if opening:
        return opening[0]
    if _is_series(text, deadlines):
        return max(deadlines, key=lambda found: (found.interval_end or "", found.start_char))
    return deadlines[0]


def _is_series(text: str, dates: list[FoundDate]) -> bool:
    """Whether each later date ends a short piece with a value of its own: "; 100%", "— 3%", "and 40%"."""
    pairs = itertools.pairwise(dates)
    return all(
        len(piece.split()) <= 8 and VALUE.search(piece)
        for piece in (text[one.end_char : two.lead_start] for one, two in pairs)
    )
