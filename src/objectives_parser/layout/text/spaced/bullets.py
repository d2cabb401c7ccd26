"""Bullets, numbers (`1.`, `2.`) and labels (`Goal 1`, `Goal 2`) that a converter wrote before all the items of their
list, a line each, back to their items."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Line
from objectives_parser.layout.text.spaced.strands import Strand
from objectives_parser.layout.wrapping import is_bullet, is_closed
from objectives_parser.roles import printed_label

LEAST_BULLETS = 2
LONGEST = 24
LONGEST_TITLE = 4
TICKS = frozenset("✓✔☑☒✗✘")
"""One alone on its line is a cell: the step is taken then."""
COUNTED = regex.compile(r"(?P<name>(?:\p{Lu}\p{L}+\s){1,2})?(?P<number>\d{1,2})(?P<sign>[.):]?)")
SECTION = regex.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?")
ENDS_ITEM = regex.compile(r"; (?:and|or)$")
FULL = 0.85
"""A line shorter than this, beside the longest, ends its item."""


def with_own_bullets(strands: Sequence[Strand]) -> list[Strand]:
    """The lines, the marks of a run (`•` `•` `•`) put before the lines that begin as many items behind it, and the
    number of a heading that was written with them before that heading. Where the items can't be counted the marks stay
    where they are."""
    found: list[Strand] = []
    numbers: list[tuple[int, Strand]] = []
    at = 0
    while at < len(strands):
        end = _marks_end(strands, at)
        many = end - at >= LEAST_BULLETS or (end > at and _is_letter_over(strands, at))
        body = end + (many and _is_section_number(strands, end))
        starts = _starts(strands, body, end - at) if many else []
        if not starts:
            found.extend(strands[at : max(end, at + 1)])
            at = max(end, at + 1)
            continue
        if strands[at].text == "o":
            _with_title_apart(found)
        bullets = iter(strands[at:end])
        numbers += [(len(found) + starts[-1] - body, strand) for strand in strands[end:body]]
        for place in range(body, starts[-1] + 1):
            strand = strands[place]
            words = (*next(bullets).words, *strand.words) if place in starts else strand.words
            found.append(attrs.evolve(strand, words=words))
        at = starts[-1] + 1
    return _with_numbers(found, numbers)


def _with_numbers(strands: list[Strand], numbers: Sequence[tuple[int, Strand]]) -> list[Strand]:
    """The lines with each number before the next line behind its place that an empty one parts from those above."""
    for place, number in reversed(numbers):
        at = next((at for at in range(place + 1, len(strands)) if strands[at].blanks), len(strands))
        if at < len(strands) and strands[at].text[0].isupper():
            strands[at] = attrs.evolve(strands[at], words=(*number.words, *strands[at].words))
        else:
            strands.insert(at, number)
    return strands


def _is_section_number(strands: Sequence[Strand], at: int) -> bool:
    """Whether a line between bullets and their items is the number of a heading further down, which stands as far left
    on the page as they do."""
    return at + 1 < len(strands) and SECTION.fullmatch(strands[at].text) is not None and strands[at + 1].blanks > 0


def _is_letter_over(strands: Sequence[Strand], at: int) -> bool:
    """Whether a lone `o`, which only lists have as a bullet, stands right over a line that begins something."""
    below = strands[at + 1] if at + 1 < len(strands) else None
    return strands[at].text == "o" and below is not None and below.blanks <= 1 and below.text[:1].isupper()


def _with_title_apart(found: list[Strand]) -> None:
    """Parts the last line from those above it if it is a title over a list whose bullet was moved (`Challenge`)."""
    if len(found) < LEAST_BULLETS or found[-1].blanks or len(found[-1].words) > LONGEST_TITLE:
        return
    if found[-1].text[:1].isupper() and found[-1].text[-1].isalpha() and is_closed(Line(found[-2].words)):
        found[-1] = attrs.evolve(found[-1], blanks=1, hard=1)


def _marks_end(strands: Sequence[Strand], first: int) -> int:
    """Behind the run of marks that begins with a line: bullets, or numbers or labels that count."""
    at = first
    while at < len(strands) and _is_lone_bullet(strands[at]):
        at += 1
    if at > first:
        return at
    begun = _count_of(strands[first])
    if begun is None or begun[1] != 1:
        return first
    while at < len(strands) and _count_of(strands[at]) == (begun[0], at - first + 1):
        at += 1
    return at


def _count_of(strand: Strand) -> tuple[str, int] | None:
    """How a line counts that is only a number with its sign, or a label: what stands around the number, and it."""
    text = strand.text
    if len(text) > LONGEST or not (found := COUNTED.fullmatch(text)):
        return None
    if not found["name"] and not found["sign"]:
        return None  # `2`: a figure
    if found["name"] and ((label := printed_label(text)) is None or label.role is None or label.end < len(text)):
        return None
    return f"{found['name']}{found['sign']}", int(found["number"])


def _is_lone_bullet(strand: Strand) -> bool:
    return len(strand.words) == 1 and is_bullet(strand.words[0]) and strand.words[0].text not in TICKS


def _starts(strands: Sequence[Strand], first: int, count: int) -> list[int]:
    """The lines from a place on at which as many items begin; none where the text ends before."""
    end = next((at for at in range(first + 1, len(strands)) if strands[at].blanks), len(strands))
    if end - first == count and not any(strand.text[:1].islower() for strand in strands[first:end]):
        return list(range(first, end))
    starts: list[int] = []
    high = 0
    for at in range(first, len(strands)):
        strand = strands[at]
        if _is_lone_bullet(strand):
            break
        high = max(high, strand.high)
        if at == first or _begins(strands[at - 1], strand, high):
            starts.append(at)
            if len(starts) == count:
                return starts
    return []


def _begins(before: Strand, strand: Strand, high: int) -> bool:
    """Whether an item begins with a line: with a capital or a figure, behind a line that ends one."""
    if strand.text[:1].islower():
        return False
    ended = is_closed(Line(before.words)) or ENDS_ITEM.search(before.text) is not None
    return strand.blanks > 0 or ended or before.high < FULL * high
