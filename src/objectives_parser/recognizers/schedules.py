"""Schedules: dates one after the other, each over what is to be done then, with no word that says so.

`March 2019` over `• Form the teams`, `April 2019 Meetings of the teams`: three dates at least, none before the one
above it, commands among what stands under them, and nothing of it past. Under `Milestones`, `Timeline` or `Roadmap`
there need be no commands: `March 2019: Hall opens` is what is to be reached by then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Heading, ListItem, Paragraph
from objectives_parser.recognizers.wordings import is_done, tells
from objectives_parser.statements import block_statement
from objectives_parser.values import due_of_cell
from objectives_parser.values.date_patterns import MONTH_NAME

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# "FY28 Q1", "Q1 FY 2028"
_FISCAL_QUARTER = r"(?:FY\s?(?:20)?\d\d,?\s?Q[1-4]|Q[1-4],?\s?FY\s?(?:20)?\d\d)"
_DATE = regex.compile(
    rf"(?:(?:Early|Mid|Late|By|From)[ -])?"
    rf"(?:{_FISCAL_QUARTER}|20\d\d-[01]\d-[0-3]\d|(?:(?:{_DAY}\s)?{MONTH_NAME}(?:\s?[-–—/&]\s?{MONTH_NAME}|\s{_DAY}(?:\s?[-–]\s?{_DAY})?)?|"
    r"Spring|Summer|Fall|Autumn|Winter|Q[1-4])"
    r",?\s+20\d\d)(?:\s?[–—-]\s?(?:ongoing|onwards?|present|completion)\b)?(?=\s*:?\s*$|\s*[:–—-]\s+\p{Lu}|\s+\p{Lu})"
)
# "2027: …", "By 2030 – …", "FY 2027-28"
_YEAR_FIRST = regex.compile(
    r"(?:(?:By|In) )?(?:FY ?)?20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?=\s*:?\s*$|\s*[:–—-]\s+\p{Lu})"
)
_YEAR_ALONE = regex.compile(r"20\d\d:?")
_TIMES = regex.compile(
    r"(?:\p{L}+ ){0,4}(?:time-?lines?|road-?map|timetable|schedule|milestones?|calendar|(?:key|important|main) dates)"
    r"(?: (?:for|to|of|and) .{1,40})?\W*$",
    regex.IGNORECASE,
)
# "These are the milestones that we have set.", "The timeline is as follows:": a paragraph right over the dates
_TELLS_TIMES = regex.compile(
    r"\b(?:(?P<milestones>milestones)|time-?lines?|timetable|schedule|key dates)\b", regex.IGNORECASE
)
_INITIALS = frozenset("JFMASONDWQBELI0123456789")
_LONGEST_NAME = 80  # characters of a heading
_COLUMN_NAME = 3  # words
_LEAST_DATES, _LEAST_WORDS, _MOST_WORDS = 3, 2, 60


@attrs.frozen(eq=False)
class Schedule:
    """``dates``: the positions of blocks that begin with a date, and how many words it has; ``under``: those of blocks
    that stand under dates on lines of their own; ``milestones``: those of blocks that the paragraph over the dates
    calls so."""

    dates: dict[int, int] = attrs.field(factory=dict)
    under: frozenset[int] = frozenset()
    milestones: frozenset[int] = frozenset()


def names_times(text: str) -> bool:
    """Whether a heading says that under it stands what comes when: `Key milestones`, `Our roadmap to 2030`."""
    return len(text) < _LONGEST_NAME and _TIMES.match(text) is not None


def schedule_of(blocks: Sequence[object]) -> Schedule:
    """What the blocks schedule."""
    dates: dict[int, int] = {}
    under: set[int] = set()
    milestones: set[int] = set()
    for run in _runs(blocks):
        texts = [_text(blocks[at], count) for at, count in run.items()]
        said = [text for text in texts if len(text.split()) >= _LEAST_WORDS]
        told = sum(tells(text) for text in said)
        heads = {at: count for at, count in run.items() if count}
        paragraph = _told_times(blocks, min(run))
        reached = paragraph is not None and paragraph["milestones"] is not None
        if len(heads) < _LEAST_DATES or any(is_done(text) for text in said):
            continue
        timed = bool(said) and (paragraph is not None or _under_times(blocks, min(run)))
        if reached:
            milestones.update(run)
        if timed or (told >= max(2, len(said) / 4) and not any(_year_first(blocks[at]) for at in heads)):
            dates.update(heads)
            under.update(at for at, count in run.items() if not count)
    return Schedule(dates, frozenset(under), frozenset(milestones))


def _told_times(blocks: Sequence[object], at: int) -> regex.Match[str] | None:
    """What the paragraph over what stands at that position says of times, if it does."""
    # `Deadline`, `Headline`: the names of columns that a converter put one under the other
    while at and isinstance(head := blocks[at - 1], Heading) and len(_text(head, 0).split()) <= _COLUMN_NAME:
        at -= 1
    before = blocks[at - 1] if at else None
    if not isinstance(before, Paragraph):
        return None
    words = block_statement(before.lines).words
    return _TELLS_TIMES.search(" ".join(word.text for word in words)) if len(words) <= _MOST_WORDS else None


def _under_times(blocks: Sequence[object], at: int) -> bool:
    """Whether the heading, or the short line, over what stands at that position names times."""
    before = blocks[at - 1] if at else None
    if not isinstance(before, Heading | Paragraph) or len(before.lines) > 1:
        return False
    return names_times(before.lines[0].text)


# "2027", "Year 1 (2026-27)", "FY 2027", "2026/27 school year": a heading that is a year and nothing else
_YEAR = regex.compile(
    r"(?:by )?"
    r"(?:(?:school|fiscal|academic|financial|plan|phase|stage|year)\s+){0,2}(?:(?:\d|one|two|three|four|five)\b)?\s*[:(,–—-]?\s*"
    r"(?:[FCAS]Y)?\s?['’]?20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\)?(?:\s(?:school|fiscal|academic|financial)?\s?year)?\s?:?"
    r"|(?:quarter|q|half|term) ?[1-4](?: ?[:,–—-])? ?\([^()]{3,30}20\d\d\)"
    rf"|(?:(?:quarter|q) ?[1-4] ?[:,–—-]? ?)?{MONTH_NAME}(?: 20\d\d)?(?:\s?[-–—/]\s?| to | and ){MONTH_NAME},? 20\d\d:?"
    r"|(?:spring|summer|autumn|fall|winter) (?:term|semester),? 20\d\d(?:[-–/]\d\d(?:\d\d)?)?:?"
    r"|(?:quarter|q) ?[1-4],? (?:of )?(?:FY ?)?20\d\d[-–/]\d\d(?:\d\d)?:?"
    r"|(?:(?:Q[1-4]|H[12])(?:\s?[-–&]\s?Q[1-4])?|(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter|spring|summer|"
    r"autumn|fall|winter)"
    r"(?: of)?,?\s(?:FY\s?)?(?:20)?\d\d:?|(?:FY\s?)?20\d\d\s?[-–/]?\s?(?:Q[1-4]|H[12]):?",
    regex.IGNORECASE,
)
_SISTERS = 2


def year_headings(blocks: Sequence[object]) -> frozenset[int]:
    """The positions of headings that are years, one after the other: what stands under each is planned for it. One
    alone may be a cover's."""
    found: dict[int, list[int]] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and len(block.lines) == 1 and _YEAR.fullmatch(block.lines[0].text):
            found.setdefault(block.level, []).append(at)
    return frozenset(at for places in found.values() if _rise(blocks, places) for at in places)


def _rise(blocks: Sequence[object], places: Sequence[int]) -> bool:
    begins = [_begin(blocks[at], len(blocks[at].lines[0].words)) for at in places]  # type: ignore[attr-defined]
    return len(places) >= _SISTERS and begins == sorted(begins)


def _runs(blocks: Sequence[object]) -> Iterator[dict[int, int]]:
    """Dates one after the other, none before the one above it, with what stands under them: for each position of a
    block how many words its date has, 0 for what stands under one."""
    run: dict[int, int] = {}
    latest, head = "", 0
    for at, block in enumerate(blocks):
        count = _date_words(block)
        begin = _begin(block, count) if count else ""
        if count and (begin >= latest or not begin):
            run[at] = count
            latest, head = begin or latest, at
        elif not count and run and _is_undated_sister(block, blocks[head], run[head]):
            continue
        elif not count and run and _stands_under(blocks, at, run):
            run[at] = 0
        elif not isinstance(block, Furniture):
            if run:
                yield run
            run, latest, head = ({at: count}, begin, at) if count else ({}, "", 0)
    if run:
        yield run


def _date_words(block: object) -> int:
    """How many words the date has that a block begins with."""
    if not isinstance(block, Heading | Paragraph | ListItem) or not block.lines:
        return 0
    words = block_statement(block.lines, getattr(block, "marker", 0)).words
    if len(words) == 1:
        return int(not isinstance(block, ListItem) and _YEAR_ALONE.fullmatch(words[0].text) is not None)
    if not words or words[0].text[0] not in _INITIALS or len(words) > _MOST_WORDS:
        return 0
    text = " ".join(word.text for word in words)
    date = _DATE.match(text) or _YEAR_FIRST.match(text)
    return len(date.group().split()) if date else 0


def _year_first(block: object) -> bool:
    """Whether a block begins with a year alone: other lists than those of times say what years mean in them."""
    assert isinstance(block, Heading | Paragraph | ListItem)
    return _DATE.match(block_statement(block.lines, getattr(block, "marker", 0)).text) is None


def _begin(block: object, count: int) -> str:
    assert isinstance(block, Heading | Paragraph | ListItem)
    words = block_statement(block.lines, getattr(block, "marker", 0)).words[:count]
    due = due_of_cell(" ".join(word.text for word in words))
    return str(due.start or "") if due is not None else ""


def _is_undated_sister(block: object, head: object, count: int) -> bool:
    """`• Later: all homes are warm` behind `• 2027: half of the homes are warm`: an item with no date, and none of what
    is to be done by the date above it."""
    if not isinstance(block, ListItem) or not isinstance(head, ListItem):
        return False
    return block.level <= head.level and bool(_text(head, count))


def _stands_under(blocks: Sequence[object], at: int, run: dict[int, int]) -> bool:
    """Whether a block stands under the last date: an item of its list, or the one paragraph under it."""
    block, above = blocks[at], max(run)
    if isinstance(block, ListItem):
        return True
    last = blocks[above]
    alone = run[above] > 0 and isinstance(last, Heading | Paragraph) and not _text(last, run[above])
    if not alone or not isinstance(block, Heading | Paragraph) or len(_text(block, 0).split()) > _MOST_WORDS:
        return False
    # a short line between two dates, which looks like a title in a text without type
    return isinstance(block, Paragraph) or at + 1 == len(blocks) or _date_words(blocks[at + 1]) > 0


def _text(block: object, count: int) -> str:
    """A block's text behind the words of its date."""
    assert isinstance(block, Heading | Paragraph | ListItem)
    words = block_statement(block.lines, getattr(block, "marker", 0)).words[count:]
    return " ".join(word.text for word in words).lstrip(":–—- ")
