"""Tables laid out by blanks: where they begin and end on a page, and the rivers between their columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.cards import are_cards
from objectives_parser.layout.text.spaced.columns_again import columns_again
from objectives_parser.layout.text.spaced.ends import crosses, last_row
from objectives_parser.layout.text.spaced.found import Found, head_lines
from objectives_parser.layout.text.spaced.groups import name_groups
from objectives_parser.layout.text.spaced.heads import Head, head_at, head_end
from objectives_parser.layout.text.spaced.lists_abreast import are_captions, heads_lists
from objectives_parser.layout.text.spaced.rests import is_sure, rest_of
from objectives_parser.layout.text.spaced.rivers import parted, rivers, with_hidden
from objectives_parser.layout.text.spaced.rows import Row, run_of
from objectives_parser.layout.text.spaced.same_heads import head_again, places_as_before
from objectives_parser.layout.text.spaced.touching import pushed_together, with_names_apart

PROSE = 28
ON_MOST = 0.6
EDGE, LONGEST_TITLE = 0.15, 6
"""How far from a table's left side its title stands, and its words at most."""


def tables_of(rows: Sequence[Row], before: Found | None = None) -> list[Found]:
    """The tables of a page: those with a header of their own, and the rest of the one ``before`` on the last page."""
    found: list[Found] = []
    at = 0
    while at < len(rows):
        table = _at(rows, at, found[-1] if found else before, before if not at else None)
        if before is not None and not found:
            if table is None and at == 0:
                table = rest_of(rows, before)
            elif table is not None and table.head:
                table = _as_before(rows, table, before)
        if table is not None:
            free = at - (found[-1].last + 1 if found else 0)
            found.append(_with_title(rows, table, free) if table.head and not table.lists else table)
        at = table.last + 1 if table is not None else at + 1
    return found


def _at(rows: Sequence[Row], at: int, last: Found | None, before: Found | None) -> Found | None:
    """The table whose header begins with a row: that of the ``last`` table printed again, in whatever room, or one of
    its own; where the table ``before`` may go on, only a sure one."""
    own = head_at(rows, at)
    again = head_again(rows, at, last.titles) if last is not None and not last.lists else None
    if again is not None and (own is None or len(own.extents) <= len(again.extents)):
        table = _found(rows, again, last_row(rows, again))
        if table is not None and len(table.places) + 1 == len(again.extents):
            return table
    if own is None or (before is not None and again is None and not is_sure(own, before)):
        return None
    return _found(rows, own, last_row(rows, own))


def _with_title(rows: Sequence[Row], table: Found, free: int) -> Found:
    """The table with the names of groups of its columns, and with the line right over its header, if that is its title:
    short, and set over its middle. ``free`` lines stand over it."""
    low, high = table.rows[0].low, max(row.high for row in table.rows)
    inset = EDGE * (high - low)
    first = table.first
    if free and _names_groups(rows[first - 1], table):
        first, free = first - 1, free - 1
    if free and (first < table.first or not rows[first].blanks):
        above = rows[first - 1]
        beside = len(above.runs) > 1 or len(above.words) > LONGEST_TITLE
        if not beside and low + inset <= above.low and above.high <= high:
            first -= 1
    return attrs.evolve(table, first=first, over=tuple(rows[first : table.first]))


def _names_groups(above: Row, table: Found) -> bool:
    """Whether the line over a table's header names groups of its columns."""
    few = 1 < len(above.runs) <= len(table.places) and table.rows[0].blanks < 2
    short = all(len(run.words) <= LONGEST_TITLE for run in above.runs)
    return few and short and name_groups([above], table.rows, table.head - 1)


def _found(rows: Sequence[Row], head: Head, last: int) -> Found | None:
    if last == len(rows) - 1 == head.last and head.sure == len(head.extents):
        return _head_alone(rows, head)
    if last == head.last or are_captions(rows, head) or are_cards(rows, head, last):
        return None
    if (lists := _lists(rows, head, last)) is not None:
        return lists
    head = with_names_apart(head, rows, last)
    body = [row for row in rows[head.first : last + 1] if row.goes_on or not crosses(row, head.extents)]
    places = rivers(body, head.extents)
    if not places or (len(places) == 1 and _is_prose(rows[head.last + 1 : last + 1], places)):
        return None
    places = with_hidden(places, rows[head.first : head.last + 1], rows[head.last + 1 : last + 1])
    places = _with_names_over_cells(places, rows[head.first : head.last + 1], rows[head.last + 1 : last + 1])
    end = min(head_end(rows, head, places), last)
    found = Found(
        first=head.first,
        last=last,
        head=end - head.first + 1,
        places=tuple(places),
        rows=tuple(rows[head.first : last + 1]),
    )
    found = _with_names_in_order(found)
    titles = tuple(" ".join(line.text for line in lines).casefold() for lines in head_lines(found))
    return attrs.evolve(found, titles=titles)


def _with_names_in_order(table: Found) -> Found:
    """The table with its header's names one for each column in turn, where a column would have none else."""
    first, *others = head_lines(table)
    if table.head != 1 or not first or all(others):
        return table
    names = pushed_together(table.rows[0], len(table.places) + 1)
    return attrs.evolve(table, names=tuple(names)) if names is not None else table


def _head_alone(rows: Sequence[Row], head: Head) -> Found:
    """The header that a page ends with: its rows stand on the next one."""
    places = tuple((left[1] + right[0]) / 2 - 0.5 for left, right in pairwise(head.extents))
    part = tuple(rows[head.first : head.last + 1])
    found = Found(first=head.first, last=head.last, head=len(part), places=places, rows=part)
    titles = tuple(" ".join(line.text for line in lines).casefold() for lines in head_lines(found))
    return attrs.evolve(found, titles=titles)


def _lists(rows: Sequence[Row], head: Head, last: int) -> Found | None:
    """The lists that a header's cells stand over, side by side; None where they name a table's columns."""
    places = rivers(rows[head.first : last + 1], head.extents)
    over = [parted(row.words, places) for row in rows[head.first : head.last + 1]]
    names = [" ".join(word.text for cells in over for word in cells[at]) for at in range(len(places) + 1)]
    if not heads_lists(head, names, rows[head.last + 1 : last + 1], places):
        return None
    part = tuple(rows[head.first : last + 1])
    size = head.last - head.first + 1
    return Found(first=head.first, last=last, head=size, places=tuple(places), rows=part, lists=True)


def _as_before(rows: Sequence[Row], table: Found, before: Found) -> Found:
    """The table, in the columns of the one before where it prints the header of that again."""
    if table.lists or before.lists or table.titles == before.titles:
        return table
    head = table.rows[: table.head]
    places = places_as_before(head, table.rows, before.titles)
    if places is None or len(places) != len(before.places):
        return _under_same_head(rows, table, before) or table
    return attrs.evolve(table, places=tuple(places), titles=before.titles)


def _under_same_head(rows: Sequence[Row], table: Found, before: Found) -> Found | None:
    """The table, under the same words as the one before, in columns that moved; None where the words are others or its
    lines stand in no such columns."""
    said = Counter(word for title in before.titles for word in title.split())
    lines: Counter[str] = Counter()
    for size, row in enumerate(rows[table.first : table.last + 1], 1):
        lines.update(word.text.casefold() for word in row.words)
        if lines == said:
            places = columns_again(rows[table.first : table.last + 1], before.places)
            if places is None:
                return None
            return attrs.evolve(table, places=tuple(places), head=size, names=None, titles=before.titles)
        if lines - said:
            return None
    return None


def _with_names_over_cells(places: Sequence[float], head: Sequence[Row], body: Sequence[Row]) -> list[float]:
    """The rivers but those between a name with nothing below it and cells without a name, right or left of it."""
    named, full = (
        [any(column) for column in zip(*(parted(row.words, places) for row in rows), strict=True)]
        for rows in (head, body)
    )
    kept: list[float] = []
    joined = -1
    for at, place in enumerate(places):
        apart = [(named[column], full[column]) for column in (at, at + 1)]
        if at - 1 != joined and sorted(apart) == [(False, True), (True, False)]:
            joined = at
        else:
            kept.append(place)
    return kept or list(places)


def _is_prose(rows: Sequence[Row], places: Sequence[float]) -> bool:
    """Two columns of full lines, both on most lines: text set in columns, whatever its first line looks like."""
    lines = [parted(row.words, places) for row in rows]
    return all(
        sum(bool(line[c]) for line in lines) > ON_MOST * len(lines)
        and median(run_of(line[c]).high - run_of(line[c]).low for line in lines if line[c]) > PROSE
        for c in range(2)
    )
