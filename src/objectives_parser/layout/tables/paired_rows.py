"""Two columns that only white space draws, under two names: what is aimed at, and beside it what is done for it.

Under `Objective` and `Actions` stand a sentence and a list, and below a white band the next sentence and its list: read
as two columns of a page, the one after the other, no action would know its objective.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.layout.median import median
from objectives_parser.layout.tables.text_rows import TextRow
from objectives_parser.layout.wrapping import BULLETS
from objectives_parser.roles import header_role

FEWEST = 2
LONGEST = 8  # words of a column's name
SURE, KNOWN = 0.9, 0.5
WHITE, LEAST, STEP = 0.45, 0.45, 0.1
"""Heights of a line: white over a row is more, more at least, and as far apart as two levels of white room are."""
LEADING = frozenset({"objective", "action"})


def paired_rows(rows: Sequence[TextRow]) -> list[int]:
    """The lines of two columns where a row begins, the head apart; none where no two names stand over them, or no white
    bands part rows of both."""
    if len(rows) <= FEWEST or max(max(row.texts) for row in rows) != 1 or not _are_named(rows[0]):
        return []
    if any(row.crossing or row.texts.get(0, "a").split(maxsplit=1)[0] in BULLETS for row in rows[1:]):
        return []  # two lists side by side: their items are no pairs
    starts = _starts(rows)
    return starts if len(starts) >= FEWEST and starts[0] == 1 and _are_sentences(rows, starts) else []


def _starts(rows: Sequence[TextRow]) -> list[int]:
    """The lines under white room that is the least of those that part rows of both columns; else those under any white
    room behind which both columns stand."""
    white = _white(rows)
    height = median([row.bottom - row.top for row in rows])
    levels = sorted({round(room / height / STEP) * STEP for room in white.values()})
    for level in levels:
        starts = [1, *(at for at, room in white.items() if room > (level - STEP / 2) * height)]
        if level > LEAST and len(starts) >= FEWEST and all(map(_has_both, _parts(rows, starts))):
            return starts
    starts = [1, *(at for at, room in white.items() if room > WHITE * height)]
    return [at for at, part in zip(starts, _parts(rows, starts), strict=True) if _has_both(part)]


def _are_sentences(rows: Sequence[TextRow], starts: Sequence[int]) -> bool:
    """Whether what stands at the left of each row goes on over its lines, and is no list of items."""
    more = [row.texts[0] for part in _parts(rows, starts) for row in [line for line in part if 0 in line.texts][1:]]
    return 2 * sum(text[0].isupper() for text in more) <= len(more)


def _white(rows: Sequence[TextRow]) -> dict[int, float]:
    """The white room over each line below the first under the head."""
    found, foot = {}, rows[1].bottom
    for at, row in enumerate(rows[2:], start=2):
        found[at] = row.top - foot
        foot = max(foot, row.bottom)
    return found


def _parts(rows: Sequence[TextRow], starts: Sequence[int]) -> list[Sequence[TextRow]]:
    return [rows[low:high] for low, high in pairwise([*starts, len(rows)])]


def _are_named(head: TextRow) -> bool:
    """Whether a line names two columns for different things, the first of them what rows are about."""
    texts = [head.texts.get(column, "") for column in (0, 1)]
    if not all(texts) or any(len(text.split()) > LONGEST or not text[0].isupper() for text in texts):
        return False
    first, second = map(header_role, texts)
    if first is None or second is None or (first.role, first.level) == (second.role, second.level):
        return False
    if first.role not in LEADING:
        return False  # measures beside milestones are two lists of what stands above
    return min(first.strength, second.strength) >= (KNOWN if head.bold else SURE)


def _has_both(part: Sequence[TextRow]) -> bool:
    return {column for row in part for column in row.texts} == {0, 1}
