"""Header lines of tables laid out by blanks: a few lines whose runs, taken together column by column, name columns."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.rivers import parted
from objectives_parser.layout.text.spaced.rows import Row, Run
from objectives_parser.roles import header_role

MOST_LINES = 6
LONGEST = 9
SURE = 0.6
_RECORDS = frozenset({"objective", "measure", "milestone", "action"})


@attrs.frozen(kw_only=True, eq=False)
class Head:
    """Header rows ``first`` to ``last`` of a page, and the extents of the header cells."""

    first: int
    last: int
    extents: tuple[tuple[int, int], ...]
    sure: int


def heads(rows: Sequence[Row]) -> list[Head]:
    """The headers of a page, none overlapping another."""
    found: list[Head] = []
    at = 0
    while at < len(rows):
        head = _head_at(rows, at)
        if head is None:
            at += 1
        else:
            found.append(head)
            at = head.last + 1
    return found


def _head_at(rows: Sequence[Row], at: int) -> Head | None:
    """The best header that begins with the row: the most columns named for sure, with the fewest lines."""
    best: Head | None = None
    if len(rows[at].runs) < 2 and not _may_open(rows, at):
        return None
    for end in range(at, min(at + MOST_LINES, len(rows))):
        if end > at and rows[end].blanks > 1:
            break
        head = _head(rows, at, end)
        if head is not None and (best is None or head.sure > best.sure):
            best = head
    return best


def _may_open(rows: Sequence[Row], at: int) -> bool:
    """`Reporting` over `Milestone  Measurement  Mechanism  Target Date`: a line of one short run above a longer one."""
    row = rows[at]
    follows = at + 1 < len(rows) and len(rows[at + 1].runs) > 1 and not rows[at + 1].blanks
    return follows and len(row.words) <= 3 and rows[at + 1].low + 3 < row.low and row.high < rows[at + 1].high


def _head(rows: Sequence[Row], first: int, last: int) -> Head | None:
    columns = _columns([run for row in rows[first : last + 1] for run in row.runs])
    if len(columns) < 2:
        return None
    texts = [" ".join(run.text for run in column) for column in columns]
    if any(len(text.split()) > LONGEST or text[0].islower() for text in texts):
        return None
    roles = [header_role(text) for text in texts]
    sure = [role for role in roles if role is not None and role.strength >= SURE]
    named = {role.role for role in sure} - {"period", "note"}
    if len(sure) < 2 or len(sure) * 2 < len(columns) or not named:
        return None
    if not named & _RECORDS and len(named) < 2:
        return None
    extents = tuple((min(run.low for run in column), max(run.high for run in column)) for column in columns)
    return Head(first=first, last=last, extents=extents, sure=len(sure))


def _columns(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs of consecutive lines → columns: those that stand over each other, each in reading order."""
    columns: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.low):
        if columns and run.low < max(other.high for other in columns[-1]):
            columns[-1].append(run)
        else:
            columns.append([run])
    return [sorted(column, key=lambda run: run.words[0].start) for column in columns]


def head_end(rows: Sequence[Row], head: Head, places: Sequence[float]) -> int:
    """The last header row once the rivers are known: `Due Date  Status  from last` under `Milestone Milestone Change`
    goes on with it, a line of the body does not."""
    cells: list[tuple[Word, ...]] = [()] * (len(places) + 1)
    for row in rows[head.first : head.last + 1]:
        cells = [(*cell, *more) for cell, more in zip(cells, parted(row.words, places), strict=True)]
    last = head.last
    for at in range(head.last + 1, min(head.first + MOST_LINES, len(rows))):
        more = parted(rows[at].words, places)
        if rows[at].blanks or more[0] or not _goes_on(cells, more):
            break
        cells = [(*cell, *part) for cell, part in zip(cells, more, strict=True)]
        last = at
    return last


def _goes_on(cells: Sequence[tuple[Word, ...]], more: Sequence[tuple[Word, ...]]) -> bool:
    full = [(cell, part) for cell, part in zip(cells, more, strict=True) if part]
    if not full or any(not cell or len(part) > 3 for cell, part in full):
        return False
    good = sum(part[0].text[:1].islower() or _is_sure((*cell, *part)) for cell, part in full)
    return good * 2 >= len(full)


def _is_sure(words: Sequence[Word]) -> bool:
    role = header_role(" ".join(word.text for word in words))
    return role is not None and role.strength >= SURE
