"""What a plan says of itself: title, organisation, person, period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from objectives_parser import late as regex
from objectives_parser.document import Cell, Document, Heading, Paragraph, Table, Word
from objectives_parser.drafts import Context, plain
from objectives_parser.recognizers.cover import cover_texts, title_of
from objectives_parser.recognizers.first_lines import first_lines, is_person
from objectives_parser.recognizers.publisher import PLAN_WORDS, is_organisation, organisation_of
from objectives_parser.records import About, Period
from objectives_parser.values import period_of

_NAME = regex.compile(r"(?:name|permanent secretary|post ?holder|officer|employee)$", regex.IGNORECASE)
_ORGANISATION = regex.compile(
    r"(?:department|organi[sz]ation|agency|ministry|council|authority|company|institution)$", regex.IGNORECASE
)


def about_document(document: Document, context: Context) -> tuple[About, tuple[Word, ...]]:
    """What the document says of itself, and the words of the tables that say it."""
    blocks = document.blocks or ()
    first = first_lines(document, context)
    title = _fuller(title_of(document, context), first.title, document)
    name, organisation, words = _name_table(blocks)
    cover = (*cover_texts(document), *filter(None, (first.organisation,)))
    return About(
        title=title,
        organisation=organisation or organisation_of(title, cover, document),
        person=name or first.person,
        period=_period(title, document, context),
    ), words


def year_of_plan(about: About) -> tuple[date, date] | None:
    """The one year that the title says the plan is about (`Work Plan 2026`); None for plans of several years."""
    period = about.period
    if period is None or period.start is None or period.end is None or period.text not in (about.title or ""):
        return None
    first, last = date.fromisoformat(period.start), date.fromisoformat(period.end)
    return (first, last) if 363 <= (last - first).days <= 366 else None


def _fuller(title: str | None, first: str | None, document: Document) -> str | None:
    """The title; but what the first lines call the plan where that says more, or where the title is a body's name or,
    without a cover, a section's."""
    if title is None or first is None:
        return title or first
    covered = document.media_type == "application/pdf"
    says_more = plain(title) in plain(first) or is_organisation(title)
    return first if not covered and (says_more or not PLAN_WORDS.search(title)) else title


def _name_table(blocks: Sequence[object]) -> tuple[str | None, str | None, tuple[Word, ...]]:
    """A small table `Name | Department` over `Sir … | Cabinet Office`, or with each beside its name, which may be the
    first rows of a longer one."""
    for block in blocks:
        if not isinstance(block, Table) or block.columns > _MOST_NAMED:
            continue
        cells = {(cell.row, cell.column): cell for cell in block.cells}
        top = [cells.get((0, column)) for column in range(block.columns)]
        asked = all(cell is not None and _head(cell) is not None for cell in top)
        below = asked or (block.rows == 2 and not _names_who(cells.get((0, 1)), block))
        found = (_told(cells, step=(1, 0)) if below else {}) or _told(cells, step=(0, 1))
        if found:
            small = block.rows <= 2
            words = tuple(word for cell in block.cells for line in cell.lines for word in line.words) if small else ()
            return found.get("name"), found.get("organisation"), words
    return None, None, ()


_MOST_NAMED, _ROWS_OF_NAMES = 4, 2


def _names_who(cell: Cell | None, table: Table) -> bool:
    """Whether the second cell of a row is a value beside `Name`: the next name stands below or behind it."""
    return cell is not None and table.columns > 1 and _head(cell) is None


def _head(cell: Cell) -> str | None:
    text = cell.text.rstrip(":").strip()
    return "name" if _NAME.match(text) else "organisation" if _ORGANISATION.match(text) else None


def _told(cells: dict[tuple[int, int], Cell], step: tuple[int, int]) -> dict[str, str]:
    """What stands one step below or beside the cells that ask for a name or a body, in the first rows."""
    found: dict[str, str] = {}
    for (row, column), cell in cells.items():
        head = _head(cell) if row < _ROWS_OF_NAMES else None
        value = cells.get((row + step[0], column + step[1])) if head is not None else None
        if head is None or value is None or not value.text or _head(value) is not None:
            continue
        if step == (1, 0) or head == "organisation" or is_person(value.text):
            found.setdefault(head, value.text)
    return found if step == (1, 0) or "name" in found else {}


def _period(title: str | None, document: Document, context: Context) -> Period | None:
    """The period in the title, in the lines of the cover, or the one year that the plan says it is about."""
    if title and (_SPAN.search(title) or _YEAR_OF_PLAN.search(title)):
        found = period_of(title, context.fiscal)
        if found is not None:
            return found
    for block in (document.blocks or ())[:12]:
        if isinstance(block, Heading | Paragraph):
            text = " ".join(line.text for line in block.lines)
            if len(text.split()) <= 14 and _SPAN.search(text):
                found = period_of(text, context.fiscal)
                if found is not None:
                    return found
    return _year_ahead(document)


# "2014-2019", "2012/13", "FY13 - FY19", "2018 to 2021"
_SPAN = regex.compile(r"\b(?:FY\s?)?(?:19|20)?\d\d\s?(?:[-–/]|to)\s?(?:FY\s?)?(?:19|20)?\d\d\b", regex.IGNORECASE)
_YEAR_OF_PLAN = regex.compile(
    r"\b20\d\d\s+(?:\p{L}+\s+){0,4}(?:plan|strategy|programme|program|objectives|agenda)\b"
    r"|\b(?:plan|strategy|programme|program|objectives|agenda)\s+(?:for\s+)?20\d\d\b",
    regex.IGNORECASE,
)
# "in 2014 Cabinet Office will …", "2014 will also be a year in which …", "over the course of 2014"
_YEAR_AHEAD = regex.compile(
    r"\b(?:in|during|for)\s+(?P<a>20\d\d)\b(?=[^.]{0,60}\bwill\b)"
    r"|\b(?:throughout|over the course of)\s+(?P<a>20\d\d)\b(?=[^.]{0,60}\bwill\b|\s*[.])"
    r"|\b(?P<b>20\d\d)\s+will\b"
)


def _year_ahead(document: Document) -> Period | None:
    """The one year that the plan speaks of as its own. A round year (`in 2030 emissions will …`) is a target's."""
    years = Counter(
        match.group("a") or match.group("b")
        for block in document.blocks or ()
        if isinstance(block, Paragraph)
        for match in _YEAR_AHEAD.finditer(" ".join(line.text for line in block.lines))
    )
    common = Counter({year: count for year, count in years.items() if int(year) % 5}).most_common(2)
    if not common or common[0][1] < 2 or (len(common) > 1 and common[1][1] * 2 > common[0][1]):
        return None
    year = common[0][0]
    return Period(text=year, start=f"{year}-01-01", end=f"{year}-12-31")
