"""Which lines of a list begin an item where no sign stands before them: behind more white than stands between the
others, or with a capital or in small letters as the first item does, under a line that has ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from objectives_parser.document import NOWHERE, Line
from objectives_parser.layout.wrapping import Column, breaks, is_closed, is_lone_date, wants_more, word_width
from objectives_parser.roles import is_imperative

FREE = 0.04
"""Of a line's width: with more room than this behind the next word a line has ended on purpose."""
CLEARLY = 0.1
"""The same before a figure or a second name, which may well go on with the statement."""
SLACK = 0.3  # ems that a line may be short of its column's width
WIDER = 0.12  # ems: by so much items are set apart from each other
ENDED = 1.2
"""A line's score from which its end and the next one's capital tell enough: a full stop, a date."""


def begun_items(lines: Sequence[Line], width: float, names: frozenset[str], *, listed: bool) -> Iterator[bool]:
    """Whether an item begins with each line of a list, whose full lines are so many points wide; ``names`` are words
    with a capital of their own, and ``listed`` says that the lines are a list for sure."""
    size = max(lines[0].words[0].size, 1.0)
    column = Column(full=width - SLACK * size, names=names, grid=False, torn=True)
    steps = [_foot(below) - _foot(above) for above, below in pairwise(lines)]
    usual = sorted(step for step in steps if step > 0)  # none from a page to the next
    wide = usual[len(usual) // 4] + WIDER * size if usual else 0.0
    small = lines[0].text[:1].islower()
    each = all(is_imperative(line.text) for line in lines)
    heads = not any(_is_name(word.text) for line in lines for word in line.words[1:])
    yield True
    for (above, below), step in zip(pairwise(lines), steps, strict=True):
        if wants_more(above) or below.text[0] == "(":
            yield False
        elif below.text[:1].islower():
            yield small and (step > wide or each or _room(above, below, column) > FREE)
        elif step > wide:
            yield True
        elif not below.text[0].isalpha() or _names_on(above, below):
            yield is_closed(above) or _room(above, below, column) > CLEARLY
        else:
            score = breaks([above], below, column)
            ended = heads or listed or score > ENDED or _room(above, below, column) > 0 or _tell(lines[0], below)
            yield ended and score > 0 and not is_lone_date(below)


def is_full(above: Line, below: Line, right: float) -> bool:
    """Whether a line that nothing ends leaves no room for the next one's first word."""
    end = (above.bbox or NOWHERE)[2]
    return not is_closed(above) and end + word_width(below.words[0], grid=False) > right - SLACK * below.words[0].size


def _foot(line: Line) -> float:
    return (line.bbox or NOWHERE)[3]


def _tell(first: Line, below: Line) -> bool:
    """Whether both lines say what somebody will do."""
    return is_imperative(first.text) and is_imperative(below.text)


def _names_on(above: Line, below: Line) -> bool:
    """`… that follows the Millennium` / `Development Goals`: a name may go on over the end of a line."""
    words = [above.words[-1].text, *(word.text for word in below.words[:2])]
    return all(map(_is_name, words)) and not is_imperative(below.text)


def _is_name(text: str) -> bool:
    return text[0].isupper() and text[1:].islower()


def _room(above: Line, below: Line, column: Column) -> float:
    """How much of a line's width is free behind the next line's first word."""
    left, _, right, _ = above.bbox or NOWHERE
    used = right - left + word_width(below.words[0], grid=False)
    return (column.full - used) / column.full if column.full > 0 else 0.0
