"""What a plan says of itself: title, organisation, person, period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from objectives_parser.document import Document, Heading, Paragraph, Table, Word
from objectives_parser.drafts import Context
from objectives_parser.records import About, Period
from objectives_parser.roles import printed_label
from objectives_parser.values import period_of

_PLAN_WORDS = regex.compile(
    r"\b(?:plan|strategy|strategic|objectives|programme|program|framework|agenda|priorities|report|goals|commitments?)\b",
    regex.IGNORECASE,
)
# What programs write into a file's title: "Microsoft Word - plan.docx", "PowerPoint Presentation", "untitled"
_NO_TITLE = regex.compile(
    r"^(?:microsoft|powerpoint|untitled|slide \d|document\d*$|layout \d|print)"
    r"|\.(?:docx?|pdf|indd|pptx?|xlsx?|qxd|pub)$|^\S+_\S+$",
    regex.IGNORECASE,
)
_NAME = regex.compile(r"(?:name|permanent secretary|post ?holder|officer|employee)$", regex.IGNORECASE)
_ORGANISATION = regex.compile(
    r"(?:department|organi[sz]ation|agency|ministry|council|authority|company|institution)$", regex.IGNORECASE
)


def about_document(document: Document, context: Context) -> tuple[About, tuple[Word, ...]]:
    """What the document says of itself, and the words of the tables that say it."""
    blocks = document.blocks or ()
    title = _title(document, context)
    name, organisation, words = _name_table(blocks)
    return About(
        title=title,
        organisation=organisation or _named_most(document),
        person=name,
        period=_period(title, document, context),
    ), words


def _title(document: Document, context: Context) -> str | None:
    """The title as printed in the largest type of the first page, else what the file says of itself, else a
    heading that names a plan."""
    stated = None
    if document.title and not _NO_TITLE.search(document.title):
        stated = str(regex.split(r"\s{2,}|\n", document.title.strip())[0])
    if document.media_type == "application/pdf":
        return _printed_title(document, context) or stated or _plan_heading(document, context)
    return stated or _plan_heading(document, context) or _first_heading(document, context)


def _first_heading(document: Document, context: Context) -> str | None:
    """The first heading of a format that knows headings."""
    if document.media_type == "text/plain":
        return None
    first = next((block for block in document.blocks or () if isinstance(block, Heading)), None)
    text = " ".join(line.text for line in first.lines) if first else ""
    return text if text and _may_be_title(text.lstrip("0123456789. "), context) else None


def _printed_title(document: Document, context: Context) -> str | None:
    """The heading in the largest type on the first page, if it is clearly larger than the rest of the page."""
    first = [block for block in document.blocks or () if isinstance(block, Heading) and block.lines[0].page == 1]
    sizes = {id(block): max(word.size for line in block.lines for word in line.words) for block in first}
    body = [word.size for page in document.pages[:1] for word in page.words]
    usual = sorted(body)[len(body) // 2] if body else 0.0
    named = [block for block in first if _may_be_title(" ".join(line.text for line in block.lines), context)]
    if not named:
        return None
    best = max(named, key=lambda block: sizes[id(block)])
    return " ".join(line.text for line in best.lines) if sizes[id(best)] >= 1.15 * usual else None


def _may_be_title(text: str, context: Context) -> bool:
    if printed_label(text, context.vocabulary) is not None or not 2 <= len(text.split()) <= 25:
        return False
    return not text.endswith(":") and not regex.search(r"[:]\s|\bpage\s\d|^\d", text, regex.IGNORECASE)


def _plan_heading(document: Document, context: Context) -> str | None:
    best: tuple[float, str] | None = None
    for order, block in enumerate(_first_headings(document)):
        text = " ".join(line.text for line in block.lines)
        if printed_label(text, context.vocabulary) is not None or not 2 <= len(text.split()) <= 20:
            continue
        if not _PLAN_WORDS.search(text) or text.endswith(":"):
            continue
        size = max((word.size for line in block.lines for word in line.words), default=0.0)
        score = size - block.level - 0.5 * order
        if best is None or score > best[0]:
            best = (score, text)
    return best[1] if best else None


def _first_headings(document: Document) -> Iterator[Heading]:
    """Headings of the first pages. Plain text has no sizes: only marked headings and lines in capitals are titles."""
    for block in (document.blocks or ())[:60]:
        if isinstance(block, Heading):
            text = " ".join(line.text for line in block.lines)
            if document.media_type != "text/plain" or block.level <= 2 or text.isupper():
                yield block


def _name_table(blocks: Sequence[object]) -> tuple[str | None, str | None, tuple[Word, ...]]:
    """A small table `Name | Department` over `Sir … | Cabinet Office`."""
    for block in blocks:
        if isinstance(block, Table) and block.rows == 2 and block.columns <= 4:
            cells = {(cell.row, cell.column): cell for cell in block.cells}
            found: dict[str, str] = {}
            for column in range(block.columns):
                head, value = cells.get((0, column)), cells.get((1, column))
                if head is None or value is None or not value.text:
                    continue
                if _NAME.match(head.text.rstrip(":").strip()):
                    found["name"] = value.text
                elif _ORGANISATION.match(head.text.rstrip(":").strip()):
                    found["organisation"] = value.text
            if found:
                words = tuple(word for cell in block.cells for line in cell.lines for word in line.words)
                return found.get("name"), found.get("organisation"), words
    return None, None, ()


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
    r"\b(?:in|during|throughout|over the course of|for)\s+(?P<a>20\d\d)\b(?=[^.]{0,60}\bwill\b|\s*[.])"
    r"|\b(?P<b>20\d\d)\s+will\b"
)


def _year_ahead(document: Document) -> Period | None:
    years = Counter(
        match.group("a") or match.group("b")
        for block in document.blocks or ()
        if isinstance(block, Paragraph)
        for match in _YEAR_AHEAD.finditer(" ".join(line.text for line in block.lines))
    )
    common = years.most_common(2)
    if not common or common[0][1] < 2 or (len(common) > 1 and common[1][1] * 2 > common[0][1]):
        return None
    year = common[0][0]
    return Period(text=year, start=f"{year}-01-01", end=f"{year}-12-31")


_ORGANISATION_NAME = regex.compile(
    r"(?:Department|Ministry|Office|Bureau|Agency|City|County|University|Government)\s+(?:of|for)\s+(?:the\s+)?"
    r"\p{Lu}[\p{L}’'-]+(?:(?:,|\s+and|\s+&)?\s+\p{Lu}[\p{L}’'-]+){0,3}"
    r"|(?:\p{Lu}[\p{L}’'&-]+\s+){1,4}(?:Office|Department|Ministry|Agency|Council|Authority|Commission|Trust|Institute|University|School|"
    r"District|Bureau|Administration|Foundation|Association)\b"
)


def _named_most(document: Document) -> str | None:
    """The organisation that the document names far more often than any other."""
    names = Counter(
        " ".join(match.group().removeprefix("The ").split())
        for match in _ORGANISATION_NAME.finditer(document.text[:200_000])
    )
    common = names.most_common(2)
    if not common or common[0][1] < 8 or (len(common) > 1 and common[1][1] * 2 > common[0][1]):
        return None
    return None if common[0][0] in _NO_NAME or len(common[0][0].split()) < 2 else common[0][0]


_NO_NAME = frozenset(
    ("City Council", "County Council", "The Council", "Federal Government", "Local Government", "Central Government")
)
