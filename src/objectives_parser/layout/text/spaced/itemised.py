"""Rows that items of numbered lists in the first column begin, and the titles over these lists.

Initiative                                     Short   Long
Clean Harbours
1. Sweep all quays each spring and
after storms                                   X
2. Lend nets to all who fish                           X
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser import late as regex
from objectives_parser.document import Line, Word
from objectives_parser.layout.text.spaced.rowing import Slice
from objectives_parser.layout.wrapping import wants_more

ITEM = regex.compile(r"(\d{1,2})[.)]")
BARE = regex.compile(r"\d{1,2}")
LETTER = regex.compile(r"[a-z][.)]")
LEAST, COUNTING, AT_TOP = 3, 0.75, 0.75
"""Items of a table at least; the share of them that count on or begin anew, and of those beside which cells begin."""
LONGEST_TITLE = 10
Cells = Sequence[Sequence[tuple[Word, ...]]]


def itemised(cells: Cells) -> frozenset[int]:
    """The lines of a table at which its numbered items begin, if they are its rows: the first column counts from one,
    more than once perhaps, and what stands beside an item begins at its first line. A lettered part of an item with
    cells beside it is a row too."""
    numbers = [(at, number) for at, line in enumerate(cells) if (number := _number(line[0])) is not None]
    if len(numbers) < LEAST:
        numbers = _bare_numbers(cells)
    if len(numbers) < LEAST:
        return frozenset()
    counting = sum(b in (a + 1, 1) for (_, a), (_, b) in pairwise(numbers))
    if counting < COUNTING * (len(numbers) - 1):
        return frozenset()
    starts = [at for at, _ in numbers]
    beside = [[any(line[1:]) for line in cells[a:b]] for a, b in pairwise([*starts, len(cells)])]
    full = [lines for lines in beside if any(lines)]
    if not full or sum(lines[0] for lines in full) < AT_TOP * len(full):
        return frozenset()
    lettered = (at for at, line in enumerate(cells) if line[0] and LETTER.fullmatch(line[0][0].text) and any(line[1:]))
    return frozenset([*starts, *lettered])


def item_rows(group: Sequence[Slice]) -> list[tuple[int, int]]:
    """The rows as first and last line: what stands before the first item is one too."""
    begun = sorted({0, *(at for at, part in enumerate(group) if part.item)})
    return [(a, b - 1) for a, b in pairwise([*begun, len(group)])]


def titles_of_items(cells: Cells, starts: frozenset[int]) -> frozenset[int]:
    """The lines that are titles of lists: short, with nothing beside them, over an item that counts as the first."""
    found: set[int] = set()
    for at in starts:
        if _number(cells[at][0]) != 1:
            continue
        place = at - 1
        while place >= 0 and place not in starts and _is_title(cells[place], cells[place - 1] if place else None):
            found.add(place)
            place -= 1
    return frozenset(found)


def _is_title(line: Sequence[tuple[Word, ...]], above: Sequence[tuple[Word, ...]] | None) -> bool:
    words = line[0]
    if not words or any(line[1:]) or len(words) > LONGEST_TITLE or words[-1].text[-1] in ".;,:":
        return False
    bare = words[1:] if len(words) > 1 and len(words[0].text) == 2 and words[0].text[1] in ".)" else words
    if not bare[0].text[0].isupper() or _number(words) is not None:
        return False
    return above is None or not above[0] or not wants_more(Line(above[0]))


def _bare_numbers(cells: Cells) -> list[tuple[int, int]]:
    """The numbers without a stop that count a table's rows from one, and the lines that they stand at the head of (`2
    Cut crime`); none where one of them counts otherwise."""
    found = [
        (at, int(line[0][0].text))
        for at, line in enumerate(cells)
        if len(line[0]) > 1 and BARE.fullmatch(line[0][0].text) and line[0][1].text[:1].isupper()
    ]
    return found if [number for _, number in found] == list(range(1, len(found) + 1)) else []


def _number(words: Sequence[Word]) -> int | None:
    found = ITEM.fullmatch(words[0].text) if len(words) > 1 else None
    return int(found.group(1)) if found else None
