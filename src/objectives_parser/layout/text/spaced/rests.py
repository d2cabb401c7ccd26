"""The rest of a table at the top of a page that does not print its header again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser.layout.text.spaced.columns_again import columns_again
from objectives_parser.layout.text.spaced.ends import FAR, is_label, last_row
from objectives_parser.layout.text.spaced.found import Found, Places
from objectives_parser.layout.text.spaced.heads import FULL, Head, head_at
from objectives_parser.layout.text.spaced.rivers import cut_share, parted, rivers
from objectives_parser.layout.text.spaced.rows import Row, x0, x1
from objectives_parser.layout.text.spaced.unmarked import announces
from objectives_parser.roles import printed_label

MOST_CUT_REST = 0.2
PARTED = 0.4
WIDER = 8
"""Characters by which a column may be wider than on the page before."""
MOST_LAST, ASIDE = 4, 3
"""Lines that are left of a table's last row, and characters by which they may stand over a river."""
SEVERAL = 3
MOST_TRIES = 40
"""How often the end of a table is looked for further up: as often as a printed page has texts that stand apart."""


def rest_of(rows: Sequence[Row], before: Found) -> Found | None:
    """The rest of a table at a page's top, without its header: lines in the same columns."""
    reach = rows[: _reach(rows, before)]
    near = _text_below(reach, before.places)
    found = _rest_in(reach, before) or (_rest_in(reach[:near], before) if near < len(reach) else None)
    found = found or _rest_moved(reach, before) or _last_lines(rows, before)
    return found or _rest_moved(reach, before, indented=False)


def _rest_moved(rows: Sequence[Row], before: Found, *, indented: bool = True) -> Found | None:
    """The rest of a table whose columns moved: as far down as lines are no longer than its columns were wide."""
    if before.lists or before.sided or not rows or _is_heading(rows):
        return None
    at, tries = _text_begins(rows, before), 0
    while at and tries < MOST_TRIES:
        tries += 1
        places = columns_again(rows[:at], before.places, indented=indented)
        if places is None:
            at = _last_apart(rows[:at])
            continue
        last = last_row(rows[:at], _without_names(rows[:at], places))
        if last + 1 == at:
            part = tuple(rows[:at])
            return Found(first=0, last=last, head=0, places=tuple(places), rows=part, titles=before.titles)
        at = last + 1
    return None


def _text_begins(rows: Sequence[Row], before: Found) -> int:
    """Before which row text begins that is wider than the columns were: behind an empty line, or on two lines."""
    high = max(row.high for row in before.rows)
    widest = max(b - a for a, b in pairwise((0.0, *before.places, high))) + WIDER
    wide = [len(row.runs) == 1 and row.high - row.low > widest for row in rows]
    return next((at for at, row in enumerate(rows) if wide[at] and (row.blanks or all(wide[at : at + 2]))), len(rows))


def _last_apart(rows: Sequence[Row]) -> int:
    """Before which row the lowest text may begin that stands further apart than the rows do; 0 if there is none."""
    usual = max((row.blanks for row in rows[1:] if len(row.runs) > 1), default=0)
    return next((at for at in range(len(rows) - 1, 0, -1) if len(rows[at].runs) == 1 and rows[at].blanks > usual), 0)


def _last_lines(rows: Sequence[Row], before: Found) -> Found | None:
    """What is left of a table's last row at a page's top: lines up to an empty one, the first in small letters, none of
    them over the columns that were."""
    last = next((at for at, pair in enumerate(pairwise(rows)) if pair[1].blanks), len(rows) - 1)
    if before.lists or not 0 <= last < MOST_LAST or not rows[0].text[0].islower():
        return None
    part = tuple(rows[: last + 1])
    runs = [run for row in part for run in row.runs]
    if any(run.low + ASIDE < place < run.high - ASIDE for run in runs for place in before.places):
        return None
    return Found(first=0, last=last, head=0, places=before.places, rows=part, titles=before.titles)


def _is_heading(rows: Sequence[Row]) -> bool:
    """Whether a page begins with a heading: it says what stands under it, or has a number and stands apart."""
    if announces(rows[0].text):
        return True
    label = printed_label(rows[0].text)
    apart = len(rows[0].runs) == 1 and len(rows) > 1 and rows[1].blanks > 0
    return apart and label is not None and label.kind == "number" and rows[0].text[label.end :].strip()[:1].isupper()


def _without_names(rows: Sequence[Row], places: Places) -> Head:
    """A header of no lines, whose cells stand where a table's columns do."""
    columns = [parted(row.words, places) for row in rows]
    full = [[cells[at] for cells in columns if cells[at]] for at in range(len(places) + 1)]
    extents = tuple((min(x0(c[0]) for c in cells), max(x1(c[-1]) for c in cells)) for cells in full if cells)
    return Head(first=-1, last=-1, extents=extents, sure=len(extents))


def _rest_in(reach: Sequence[Row], before: Found) -> Found | None:
    while reach:
        places = _same_columns(reach, before)
        last = _unbroken(reach, places) if places is not None else len(reach)
        if places is None or not last:
            return None
        if last == len(reach):
            titles = before.titles
            return Found(first=0, last=last - 1, head=0, places=tuple(places), rows=tuple(reach), titles=titles)
        reach = reach[:last]
    return None


def _reach(rows: Sequence[Row], before: Found) -> int:
    """How many rows of a page stand before a labelled statement, a header, or a line far from the others."""
    for at, row in enumerate(rows):
        lone = len(row.runs) == 1
        if lone and ((row.blanks >= FAR and at) or is_label(row.text)):
            return at
        head = head_at(rows, at)
        if head is not None and is_sure(head, before):
            return at
    return len(rows)


def is_sure(head: Head, before: Found) -> bool:
    """Whether a header at the top of a page is none of the lines of the table before: it names most columns, or others
    than that has."""
    return len(head.extents) < SEVERAL or head.sure >= FULL * len(head.extents) or len(before.places) < SEVERAL - 1


def _text_below(rows: Sequence[Row], places: Places) -> int:
    """How many of the rows stand before a line over the rivers of the page before that empty lines part from them."""
    if not rows or len(rows[0].runs) == 1:
        return len(rows)
    over = (at for at, row in enumerate(rows) if row.blanks > 1 and _is_over(row, places))
    return next(over, len(rows))


def _is_over(row: Row, places: Places) -> bool:
    return len(row.runs) == 1 and any(row.low < place < row.high - 1 for place in places)


def _unbroken(rows: Sequence[Row], places: Places) -> int:
    """How many of the rows stand before text over the rivers, which no table holds on two lines."""
    over = [_is_over(row, places) for row in rows]
    last = next((at for at, pair in enumerate(pairwise(over)) if all(pair)), len(rows))
    while last and over[last - 1]:
        last -= 1
    return last


def _same_columns(body: Sequence[Row], before: Found) -> list[float] | None:
    """The rivers of lines that may go on with the columns of a table; None if they do not."""
    if sum(len(row.runs) > 1 for row in body) < max(1, PARTED * len(body)):
        return None
    places = rivers([row for row in body if len(row.runs) > 1])
    known = _full_columns(before)
    if len(places) == len(before.places):
        return places
    if len(places) + 1 == len(known):
        return _with_empty(places, known, len(before.places) + 1)
    own = list(before.places)
    return own if all(cut_share(at, own, body) <= MOST_CUT_REST for at in range(len(own))) else None


def _full_columns(part: Found) -> list[int]:
    """The columns that hold text below the head: those with drawings alone, as coloured bars, are empty in text."""
    lines = [parted(row.words, part.places) for row in part.rows[part.head :]]
    return [column for column in range(len(part.places) + 1) if sum(bool(line[column]) for line in lines) > 1]


def _with_empty(places: Sequence[float], full: Sequence[int], columns: int) -> list[float]:
    """The rivers between the full columns, doubled where the columns between them are empty."""
    found: list[float] = []
    for column in range(1, columns):
        at = sum(known < column for known in full)
        found.append(places[min(max(at, 1), len(places)) - 1] if at else float("-inf"))
    if full[-1] < columns - 1:
        found = [*found[: full[-1]], *[float("inf")] * (columns - 1 - full[-1])]
    return found
