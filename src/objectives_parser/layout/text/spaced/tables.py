"""Tables laid out by blanks: where they begin and end on a page, and the rivers between their columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Line
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.cards import are_cards
from objectives_parser.layout.text.spaced.ends import FAR, crosses, is_label, last_row
from objectives_parser.layout.text.spaced.groups import name_groups
from objectives_parser.layout.text.spaced.heads import Head, head_at, head_end
from objectives_parser.layout.text.spaced.lists_abreast import are_captions, heads_lists
from objectives_parser.layout.text.spaced.rivers import cut_share, parted, rivers, with_hidden
from objectives_parser.layout.text.spaced.rows import Row, run_of
from objectives_parser.layout.text.spaced.same_heads import places_as_before
from objectives_parser.layout.text.spaced.touching import pushed_together, with_names_apart

MOST_CUT_REST = 0.2
PROSE = 28
ON_MOST = 0.6
PARTED = 0.4
EDGE, LONGEST_TITLE = 0.15, 6
"""How far from a table's left side its title stands, and its words at most."""
Places = Sequence[float]


@attrs.frozen(kw_only=True, eq=False)
class Found:
    """A table on one page: its rows (positions on the page), how many of them are the head, its rivers, and what its
    header cells say, also where they stand on an earlier page. ``over`` are lines over the whole table or over groups
    of its columns, the first of its positions and none of its rows. ``sided`` says that its left cells name the rows,
    ``lists`` that its columns are lists side by side, each under its caption, and no rows go over them; ``names`` has
    the places between the header's names where they do not stand over their columns."""

    first: int
    last: int
    head: int
    places: tuple[float, ...]
    rows: tuple[Row, ...]
    titles: tuple[str, ...] = ()
    over: tuple[Row, ...] = ()
    sided: bool = False
    lists: bool = False
    names: tuple[float, ...] | None = None


def tables_of(rows: Sequence[Row], before: Found | None = None) -> list[Found]:
    """The tables of a page: those with a header of their own, and the rest of the one ``before`` on the last page."""
    found: list[Found] = []
    at = 0
    while at < len(rows):
        head = head_at(rows, at)
        table = _found(rows, head, last_row(rows, head)) if head is not None else None
        if before is not None and not found:
            if table is None and at == 0:
                table = _rest(rows, before)
            elif table is not None and table.head:
                table = _as_before(table, before)
        if table is not None:
            free = at - (found[-1].last + 1 if found else 0)
            found.append(_with_title(rows, table, free) if table.head and not table.lists else table)
        at = table.last + 1 if table is not None else at + 1
    return found


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


def _as_before(table: Found, before: Found) -> Found:
    """The table, in the columns of the one before where it prints the header of that again."""
    if table.lists or before.lists or table.titles == before.titles:
        return table
    head = table.rows[: table.head]
    places = places_as_before(head, table.rows, before.titles)
    if places is None or len(places) != len(before.places):
        return table
    return attrs.evolve(table, places=tuple(places), titles=before.titles)


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


def _rest(rows: Sequence[Row], before: Found) -> Found | None:
    """The rest of a table at a page's top, without its header: lines in the same columns."""
    reach = rows[: _reach(rows)]
    near = _text_below(reach, before.places)
    return _rest_in(reach, before) or (_rest_in(reach[:near], before) if near < len(reach) else None)


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


def _reach(rows: Sequence[Row]) -> int:
    """How many rows of a page stand before a labelled statement, a header, or a line far from the others."""
    for at, row in enumerate(rows):
        lone = len(row.runs) == 1
        if (lone and ((row.blanks >= FAR and at) or is_label(row.text))) or head_at(rows, at) is not None:
            return at
    return len(rows)


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


def _is_prose(rows: Sequence[Row], places: Sequence[float]) -> bool:
    """Two columns of full lines, both on most lines: text set in columns, whatever its first line looks like."""
    lines = [parted(row.words, places) for row in rows]
    return all(
        sum(bool(line[c]) for line in lines) > ON_MOST * len(lines)
        and median(run_of(line[c]).high - run_of(line[c]).low for line in lines if line[c]) > PROSE
        for c in range(2)
    )


def head_lines(part: Found) -> list[tuple[Line, ...]]:
    rows = [parted(row.words, part.names or part.places) for row in part.rows[: part.head]]
    return [tuple(Line(row[column]) for row in rows if row[column]) for column in range(len(part.places) + 1)]
