"""When a row's cells say that something is done: ticked period columns, start dates, and what all rows agree on."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Context, Draft, Passage
from objectives_parser.frozen import evolve
from objectives_parser.recognizers.cell_lines import RowField
from objectives_parser.records import Due
from objectives_parser.values import due_of_cell, is_date_only
from objectives_parser.values.date_patterns import MON

# "Original due date | Revised due date"
_REVISED = regex.compile(r"\b(?:revised|current|latest|new|updated|extended|forecast)\b", regex.IGNORECASE)


def _latest(dues: list[RowField]) -> list[RowField]:
    """Of the cells of several due columns those that hold: the revised dates where there are any, else those that are
    dates and nothing else (`Audit & date | … | Due date`)."""
    if len({field.column for field in dues}) < 2:
        return dues
    revised = [field for field in dues if _REVISED.search(field.header)]
    return revised or [field for field in dues if is_date_only(field.passage.text)] or dues


def _worded(states: list[RowField]) -> list[RowField]:
    """Of the cells of several columns of states those that say it in words (`% complete | Status`)."""
    return [field for field in states if any(map(str.isalpha, field.passage.text))] or states


def agreed(fields: Sequence[RowField], role: str, first: int, last: int) -> Passage | None:
    """The one passage of that role over all the rows; None where rows differ or one is empty."""
    mine = [field for field in fields if field.role == role and says(field.passage.text)]
    if role == "due":
        mine = _latest(mine)
    elif role == "status":
        mine = _worded(mine)
    texts = {field.passage.text for field in mine}
    if not mine or (len(texts) > 1 and len({(field.first, field.last) for field in mine}) > 1):
        return None
    covered = {row for field in mine for row in range(field.first, field.last + 1)}
    if not covered.issuperset(range(first, last + 1)):
        return None
    return mine[0].passage


# Traffic lights, as text has them: "🟢", "🔴 Delayed"
LIGHTS = frozenset("🟢🟡🟠🔴⚪⚫🔵🟣🟤")


def says(text: str) -> bool:
    """Whether a cell says anything: not a dash, nor that nothing applies."""
    return any(char.isalnum() or char in LIGHTS for char in text) and text.casefold() not in (
        "n/a",
        "na",
        "none",
        "nil",
    )


def with_periods(draft: Draft, mine: Sequence[RowField], context: Context) -> Draft:
    """Ticked period columns give the periods (`2020-2025; 2025-2030`), where all rows of the statement agree."""
    spot = draft.spot
    if spot is None or draft.due is not None:
        return draft
    rows = [
        tuple(f.header for f in mine if f.role == "due-period" and f.first <= row <= f.last)
        for row in range(spot.first, spot.last + 1)
    ]
    if not rows or not rows[0] or len(set(rows)) > 1:
        return draft
    periods = [_period_text(header) for header in rows[0]]
    text = "; ".join(periods)
    due = due_of_cell(text, context.fiscal) or Due(text=text)
    return evolve(draft, due=_under_one_year(periods, due, context))


_MONTH_OF_YEAR = regex.compile(
    r"\(?(?P<year>(?:FY\s?)?(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?)\)?\s+(?P<part>\p{L}{3,9}\.?|Q[1-4]|H[12])$"
)


def _under_one_year(periods: Sequence[str], due: Due, context: Context) -> Due:
    """Months or quarters that are ticked under one year's head are named by themselves (`Jan; Feb`); the year dates
    them."""
    parts = [_MONTH_OF_YEAR.match(period) for period in periods]
    named = [found for found in parts if found is not None]
    if len(named) < len(parts) or len({found.group("year") for found in named}) > 1:
        return due
    dated = due_of_cell("; ".join(f"{found.group('part')} {found.group('year')}" for found in named), context.fiscal)
    text = "; ".join(found.group("part") for found in named)
    return Due(text=text, start=dated.start if dated else None, end=dated.end if dated else None)


def with_start(draft: Draft, mine: Sequence[RowField], context: Context) -> Draft:
    """Where only a start is given, that is all that is known of when (`Launch date`)."""
    spot = draft.spot
    ends = any(field.role == "due" and says(field.passage.text) for field in mine)
    passage = agreed(mine, "start", spot.first, spot.last) if not (spot is None or draft.due or ends) else None
    due = due_of_cell(passage.text, context.fiscal) if passage is not None else None
    if passage is None or due is None:
        return draft
    return evolve(draft, due=evolve(due, end=None), due_words=passage.words)


_COUNTED_PERIOD = regex.compile(
    r"\b(?:years?|yrs?|phase|stage|quarter|qtr|months?|weeks?|days?)\.?\s*\d(?!\d{3}\b).*$", regex.IGNORECASE
)


# "Medium (3-5 years)" under "Timeframe": the name with its brackets
_BRACKETED = regex.compile(r"\p{L}\s?\([^()]*\d[^()]*\)\W*$")
_GROUP = regex.compile(
    r"^(?:time ?(?:frame|line|scale|table)s?|timing|when|schedule|term|period|target|implementation)\b[\s:–—-]*",
    regex.IGNORECASE,
)


# "Summer 2031", "June – August 2031"
_NAMED = regex.compile(rf"(?:spring|summer|autumn|fall|winter|{MON}\s?(?:[–-]|to|and)\s)", regex.IGNORECASE)


def _period_text(header: str) -> str:
    """`Timeline 2020-2025` → `2020-2025`, but `Year 1` as it is."""
    if _NAMED.match(header) and is_date_only(header):
        return header
    if _BRACKETED.search(header):
        return str(_GROUP.sub("", header))
    counted = _COUNTED_PERIOD.search(header)
    if counted is not None:
        return str(counted.group())
    digits = next((at for at, char in enumerate(header) if char.isdigit()), 0)
    head = header[:digits].rsplit(" ", 1)[-1]
    return head + header[digits:] if digits else header
