"""The title on the cover of a plan."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Block, Document, Furniture, Heading, Line, Paragraph, Table
from objectives_parser.drafts import Context, plain
from objectives_parser.layout.median import median
from objectives_parser.recognizers.publisher import PLAN_WORDS, is_organisation
from objectives_parser.roles import printed_label
from objectives_parser.statements import block_statement
from objectives_parser.values import names_year

# What programs write into a file's title: "Microsoft Word - plan.docx", "PowerPoint Presentation", "untitled"
_NO_TITLE = regex.compile(
    r"^(?:microsoft|powerpoint|untitled|slide \d|document\d*$|layout \d|print|publisher version)"
    r"|\.(?:docx?|pdf|indd|pptx?|xlsx?|qxd|pub|html?|odt|rtf|md|txt)$|^\S+_\S+$|^[\p{Ll}\d]+(?:-[\p{Ll}\d]+)*$",
    regex.IGNORECASE,
)
# "May 2020", "30 November 2020", "Updated 1/6/18", "FY 2018 Q1", "Page 4", "Version 2.1"
_DATE_WORD = regex.compile(
    r"(?:draft|updated?|final|version|page|published|revised|as|of|on|fy|q[1-4]|\d{1,2}(?:st|nd|rd|th)?|[\d./-]+|jan\w*|"
    r"feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*|spring|summer|autumn|fall|winter|[ivx]+)?",
    regex.IGNORECASE,
)
# A line that names nothing but the kind of document: the title stands beside it.
_KIND_WORD = regex.compile(
    r"(?:agency|priority|goals?|action|plan|strategic|annual|corporate|performance|improvement|business|report|the|"
    r"fy|quarter|progress|update|[\d–—-]+)",
    regex.IGNORECASE,
)
# "Foreword", "Goal Leader(s):": a section of the plan, or a field's name
_SECTION = regex.compile(
    r"(?:table of )?contents$|(?:foreword|preface|introduction|executive summary|acknowledge?ments)\b"
    r"|(?:[\p{L}()]+\s){0,2}[\p{L}()]+:$",
    regex.IGNORECASE,
)
_WIDE_SPACE = regex.compile(r"\s{2,}|\n")
_LETTERS = regex.compile(r"\p{L}{2}")
_DIGIT = regex.compile(r"\d")
# "Contact – …", "Version: …"
_LED_IN = regex.compile(r"[\p{L} ]{3,24}\s[–—]\s|^[\p{L} ]{3,24}:\s")
_OPEN_END = regex.compile(r":$|\b(?:for|of|the|and|to|in)$")
_GOES_ON = regex.compile(r"\p{Ll}|F(?:or|OR)\b|\d")
_NOT_TITLE = regex.compile(r"[:]\s|\bpage\s\d|^(?!(?:19|20)\d\d\b)\d", regex.IGNORECASE)
# "Table 5: Issues ranked …", "Schedule 1: Priorities": what stands on the page, not what the plan is called
_CAPTION = regex.compile(r"(?:table|figure|box|chart|schedule|appendix|annex)\s\d", regex.IGNORECASE)
# "Letter to the community ..……… 3": a line of the contents
_ENTRY = regex.compile(r"[.·…_](?:\s?[.·…_]){2,}\s*\d{1,3}$")
_PAGE_NUMBER = regex.compile(r"[\s|–—-]*\bpage\s+\d+(?:\s+of\s+\d+)?$", regex.IGNORECASE)
# Title lines may be this much smaller than the largest one: "UPDATED" over "NATIONALLY DETERMINED CONTRIBUTION"
_SMALLER = 0.7
# A connecting line ("for the", "as part of the") may be smaller still between two lines of the title.
_CONNECTING_WORDS = 4
_MOST_TITLE_WORDS = 35
# A paragraph of this many words is no line of a cover; headings behind it name sections.
_RUNNING_TEXT = 20


@attrs.frozen(eq=False)
class _CoverLine:
    """One block of the first page (a body's name in its first line apart): its text, its size of type in points, and
    how many tables and paragraphs of running text stand before it."""

    text: str
    size: float
    part: int = 0


def title_of(document: Document, context: Context) -> str | None:
    """The title as printed in the largest type of the first page, else what the file says of itself, else a
    heading that names a plan."""
    stated = None
    if document.title and not _NO_TITLE.search(document.title):
        stated = str(_WIDE_SPACE.split(document.title.strip())[0])
        stated = None if _SECTION.match(stated) else stated
    if document.media_type == "application/pdf":
        found = _printed_title(document, stated, context) or stated or _plan_heading(document, context)
    else:
        found = _headed(document, stated, context) or stated or _plan_heading(document, context)
        found = found or _first_heading(document, context)
    return _bare(found) if found else None


# "Small firms' share Co-Goal Leader: Robin Wong, Administrator": who leads is no part of the title.
_LEADER = regex.compile(
    r"\s(?:\p{L}+[- ])?(?:goal |project |plan )?(?:leaders?|leads?|owners?|sponsors?)(?:\(s\))?\s*:.*$",
    regex.IGNORECASE,
)
_ODD_HEAD = regex.compile(r"^[^\p{L}\p{N}“\"'‘(¿¡\[]+")
_JOINERS = regex.compile("[\u2060\u200b\ufeff\u00ad]")


def _bare(title: str) -> str | None:
    """A title without page numbers, signs before it and signs that print nothing, and without who leads."""
    return _LEADER.sub("", _ODD_HEAD.sub("", _PAGE_NUMBER.sub("", _JOINERS.sub("", title)))) or None


def _headed(document: Document, stated: str | None, context: Context) -> str | None:
    """The heading that opens the text where it names a plan and the file calls itself otherwise: what a site writes
    into a page's properties (`Action Plan`, `Plan | Title of the page`) is copied from page to page. Where these say
    the same and more, they stay."""
    body = (block for block in document.blocks or () if not isinstance(block, Furniture))
    first = next(body, None)
    if not stated or not isinstance(first, Heading) or first.level > 1:
        return None
    text = " ".join(line.text for line in first.lines)
    if not PLAN_WORDS.search(text) or not _may_be_title(text, context):
        return None
    within = plain(text) in plain(stated)
    return None if within and "|" not in stated else text


def _first_heading(document: Document, context: Context) -> str | None:
    """The first heading of a format that knows headings."""
    if document.media_type == "text/plain":
        return None
    first = next((block for block in document.blocks or () if isinstance(block, Heading)), None)
    text = " ".join(line.text for line in first.lines) if first else ""
    return text if text and _may_be_title(text.lstrip("0123456789. "), context) else None


def cover_texts(document: Document) -> tuple[str, ...]:
    """What is printed on the first page of a document with pages, block by block."""
    return tuple(line.text for line in _cover_lines(document)) if document.media_type == "application/pdf" else ()


# --- the printed title ----------------------------------------------------------------------------------------------


def _printed_title(document: Document, stated: str | None, context: Context) -> str | None:
    """The lines of the first page that stand together in its largest type. Names of bodies and dates around them are
    no title; a line of the file's own title is."""
    lines = _cover_lines(document)
    usual = _usual_size(document)
    large = [line for line in lines if line.size >= 1.02 * usual or len(lines) <= 4]
    for line in large:
        if stated and plain(line.text) == plain(stated):
            return line.text
    titles = [line for line in large if _is_title_line(line.text, context)]
    best = max(titles, key=lambda line: line.size, default=None)
    # `Corporate Plan 2026–27` in larger type than all else is the title, `Agency Priority Goal Action Plan` is no name
    least = _SMALLER if best and not names_year(best.text) else 1.0
    named = [line for line in titles if best and line.size >= least * best.size and not _names_kind(line.text)]
    best = max(named, key=lambda line: line.size, default=best)
    if best is None or (best.size < 1.15 * usual and len(lines) > 4):
        return None
    parts = _together(large, best, context)
    text = " ".join(line.text for line in parts)
    if stated and plain(text) in plain(stated) and len(stated.split()) <= _MOST_TITLE_WORDS:
        return stated
    told = 2 <= len(text.split()) <= _MOST_TITLE_WORDS and not text.endswith(":")
    return text if told else None


def _cover_lines(document: Document) -> list[_CoverLine]:
    """The lines of the first page with text of its own, a running head in large type among them."""
    found: list[_CoverLine] = []
    first: int | None = None
    part = 0
    for block in _printed(document.blocks or ()):
        if isinstance(block, Table):
            part += 1
            continue
        page = block.lines[0].page or 0
        text = _said(block.lines)
        if first is None and _LETTERS.search(text):
            first = page
        if first is not None and page > first:
            break
        lines = list(block.lines)
        if _ENTRY.search(text):
            continue
        if len(lines) > 1 and is_organisation(lines[0].text):
            found.append(_CoverLine(lines[0].text, _size(lines[:1]), part))
            lines = lines[1:]
        found.append(_CoverLine(_said(lines), _size(lines), part))
        part += isinstance(block, Paragraph) and len(text.split()) >= _RUNNING_TEXT
    return found


def _printed(blocks: Sequence[Block]) -> Iterator[Heading | Paragraph | Furniture | Table]:
    for block in itertools.islice(blocks, 60):
        if isinstance(block, Table) or (isinstance(block, Heading | Paragraph | Furniture) and block.lines):
            yield block


def _said(lines: Sequence[Line]) -> str:
    """What lines say, as all other statements are put together: `2026–` over `2030` is one period."""
    return block_statement(tuple(lines)).text


def _size(lines: Sequence[Line]) -> float:
    return max((word.size for line in lines for word in line.words), default=0.0)


def _usual_size(document: Document) -> float:
    """The size of the running text, by the first pages that have some."""
    sizes = [word.size for page in document.pages[:6] for word in page.words]
    return median(sizes) if sizes else 0.0


def _is_title_line(text: str, context: Context) -> bool:
    """Whether a line in large type may begin a title: no date, no body's name, no label with its value."""
    if (
        not _LETTERS.search(text)
        or _is_date_line(text)
        or is_organisation(text)
        or _SECTION.match(text)
        or _CAPTION.match(text)
    ):
        return False
    if printed_label(text, context.vocabulary) is not None or len(text.split()) > 25:
        return False
    return not _LED_IN.match(text) or bool(PLAN_WORDS.search(text))


def _is_date_line(text: str) -> bool:
    return _all_words(_DATE_WORD, text) and _DIGIT.search(text) is not None


def _names_kind(text: str) -> bool:
    return _all_words(_KIND_WORD, text)


def _all_words(pattern: regex.Pattern[str], text: str) -> bool:
    return all(pattern.fullmatch(word.strip(",.:;()–-")) for word in text.split())


def _together(lines: Sequence[_CoverLine], best: _CoverLine, context: Context) -> list[_CoverLine]:
    """The lines around the largest one that carry the title on: in type not much smaller, or connecting two such."""
    at = next(number for number, line in enumerate(lines) if line is best)

    def carries_on(number: int) -> bool:
        line = lines[number]
        if (
            line.part != best.part
            or not _is_title_line(line.text, context)
            or (number > at and _is_motto(lines, number))
        ):
            return False
        return line.size >= _SMALLER * best.size or (number > 0 and lines[number - 1].text.endswith(":"))

    first = last = at
    while first > 0 and carries_on(first - 1):
        first -= 1
    while last + 1 < len(lines) and (carries_on(last + 1) or _connects(lines, last + 1, best)):
        last += 1
    parts = list(lines[first : last + 1])
    while len(parts) > 1 and _names_kind(parts[0].text):
        parts.pop(0)
    return parts


def _is_motto(lines: Sequence[_CoverLine], number: int) -> bool:
    """`It's Elementary` under `The Carey School Strategic Plan`: the title is complete without it."""
    before, line = lines[number - 1].text, lines[number].text
    complete = bool(PLAN_WORDS.search(before)) and not _OPEN_END.search(before)
    return complete and not PLAN_WORDS.search(line) and not _GOES_ON.match(line)


def _connects(lines: Sequence[_CoverLine], number: int, best: _CoverLine) -> bool:
    """`for the` in small type between two large lines."""
    line, following = lines[number], lines[number + 1 : number + 2]
    small = len(line.text.split()) <= _CONNECTING_WORDS and line.text[:1].islower()
    return small and bool(following) and following[0].size >= _SMALLER * best.size


def _may_be_title(text: str, context: Context) -> bool:
    if printed_label(text, context.vocabulary) is not None or not 2 <= len(text.split()) <= 25 or _CAPTION.match(text):
        return False
    return not text.endswith(":") and not _NOT_TITLE.search(text)


def _plan_heading(document: Document, context: Context) -> str | None:
    best: tuple[float, str] | None = None
    for order, block in enumerate(_first_headings(document)):
        text = _said(block.lines)
        if printed_label(text, context.vocabulary) is not None or not 2 <= len(text.split()) <= 20:
            continue
        if not PLAN_WORDS.search(text) or text.endswith(":"):
            continue
        score = _size(block.lines) - block.level - 0.5 * order
        if best is None or score > best[0]:
            best = (score, text)
    return best[1] if best else None


def _first_headings(document: Document) -> Iterator[Heading]:
    """Headings of the first pages. Plain text has no sizes: only marked headings and lines in capitals are titles."""
    for block in (document.blocks or ())[:60]:
        if isinstance(block, Heading):
            text = _said(block.lines)
            if document.media_type != "text/plain" or block.level <= 2 or text.isupper():
                yield block
