"""Heads that name a plan's columns: below them stands a table, however few rows it has on the page."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.layout.tables.gutters import LOOSE, Run, runs_of
from objectives_parser.layout.tables.repeats import LARGER, Row, stands_beside
from objectives_parser.layout.tables.stack_ends import foot_of, top_of
from objectives_parser.layout.tables.text_rows import TextRow
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role

FEWEST = 3  # columns
MOST_LINES, LONGEST = 4, 8  # of a head, and words of a name
MOST_BEGUN = 0.8  # of the texts over a head begin where its names do, in a table that goes on
CROSSED = 2  # beginnings of columns
SAME = 3.0  # points between the beginnings of texts of one column
NEAR = 0.6  # heights of a line, between lines of one text
FEWEST_PLAIN, LONGEST_PLAIN = 4, 3  # columns and words of a name where the head is in plain type
MOST_SURE = 0.75  # of the names of such a head are sure
KNOWN = 0.6  # the share of names that plans give to columns
SURE, TOLD = 0.9, 0.75  # how surely one of them is such a name, and one of statements


def named_head(rows: Sequence[TextRow]) -> int:
    """How many lines in bold stand over all columns, over lines in plain type, whose names plans give to columns, one
    of them to statements; 0 for none. A table that a page cuts may have no more than the head and a part of a row."""
    columns = max((max(row.texts) for row in rows), default=0) + 1
    count = next((at for at, row in enumerate(rows) if not row.bold), len(rows)) or _plain_head(rows, columns)
    if columns < FEWEST or not 0 < count <= MOST_LINES or count == len(rows) or len(rows[0].texts) < columns:
        return 0
    names = [" ".join(row.texts[at] for row in rows[:count] if at in row.texts) for at in range(columns)]
    if len(set(names)) < columns or max(len(name.split()) for name in names) > LONGEST:
        return 0
    return count if _are_names(names) and not _is_larger(rows[:count], rows[count]) else 0


def _is_larger(head: Sequence[TextRow], below: TextRow) -> bool:
    """Are names set larger than what stands below? Then they are headings, of lists side by side."""
    return min(word.size for row in head for word in row.words) > LARGER * max(word.size for word in below.words)


def _plain_head(rows: Sequence[TextRow], columns: int) -> int:
    """1 where the first line, in plain type, is nothing but short and sure names, one for each of many columns."""
    names = list(rows[0].texts.values()) if rows else []
    if columns < FEWEST_PLAIN or len(names) < columns or max(len(name.split()) for name in names) > LONGEST_PLAIN:
        return 0
    roles = [role for role in map(header_role, names) if role is not None]
    sure = sum(role.strength >= SURE for role in roles)
    return int(len(roles) == len(names) and sure >= MOST_SURE * len(names))


def _are_names(names: Sequence[str]) -> bool:
    """Are most of some texts what plans call their columns, one of them surely, and one of them of statements?"""
    roles = [role for role in map(header_role, names) if role is not None]
    stated = any(role.role in STATEMENTS and role.strength >= TOLD for role in roles)
    sure = any(role.strength >= SURE for role in roles)
    several = len(roles) >= max(FEWEST, KNOWN * len(names)) and len({role.role for role in roles}) > 1
    return stated and sure and several


def named_beginnings(rows: Sequence[Row]) -> list[int]:
    """Lines from top to bottom → the numbers of those that begin a head in bold whose names plans give to columns, and
    of those where running text or a heading goes on under its table: neither stands in the columns of the head."""
    found: list[int] = []
    starts: list[float] = []
    size = 0.0
    for at, row in enumerate(rows):
        if len(row) >= FEWEST and row[0].bold and (runs := _named_runs(row)):
            last = found[-1] if found else 0
            if not ((at and _goes_on(rows[at - 1], row)) or _stand_in_columns(rows[last:at], runs)):
                found.append(_top_of_head(rows, at))
            starts, size = [run.low for run in runs], max(word.size for word in row)
        elif starts and _ends_table(rows, at, starts, size):
            found.append(at)
            starts = []
        elif starts and _heads_others(rows, at, starts):
            found.append(at)
    return sorted({at for at in found if at})


def _named_runs(row: Row) -> list[Run]:
    """The texts of a line that names columns; [] for another."""
    runs = runs_of(row, LOOSE)
    if len(runs) < FEWEST or not all(word.bold for word in row) or max(len(run.words) for run in runs) > LONGEST:
        return []
    return runs if _are_names([" ".join(word.text for word in run.words) for run in runs]) else []


def _goes_on(above: Row, row: Row) -> bool:
    """Is a line the next one of a head that begins above, each of whose texts stands under one there?"""
    begun = [run.low for run in runs_of(above, LOOSE)]
    under = all(any(abs(run.low - low) < SAME for low in begun) for run in runs_of(row, LOOSE))
    close = foot_of(above) + NEAR * (foot_of(row) - top_of(row)) > top_of(row)
    return under and close and all(word.bold for word in above)


def _stand_in_columns(above: Sequence[Row], head: Sequence[Run]) -> bool:
    """Do most lines over a head stand in its columns, in two of them at least? Then it is another head of their table,
    which began on the page before."""
    starts = [run.low for run in head]
    columns = [
        {at for at, start in enumerate(starts) if abs(run.low - start) < SAME}
        for row in above
        for run in runs_of(row, LOOSE)
    ]
    begun = [found for found in columns if found]
    return len(set().union(*begun)) > 1 and len(begun) >= MOST_BEGUN * len(columns)


def _heads_others(rows: Sequence[Row], at: int, starts: Sequence[float]) -> bool:
    """Is a line in bold, under one that is not, a head of other columns?"""
    row, runs = rows[at], runs_of(rows[at], LOOSE)
    if len(runs) < FEWEST or not all(word.bold for word in row) or rows[at - 1][0].bold:
        return False
    return len(runs) < len(starts) and any(sum(run.low < x < run.high for x in starts) for run in runs)


def _top_of_head(rows: Sequence[Row], at: int) -> int:
    """The first line of a head: names of two lines may begin above the others, not above the first of them."""
    left = runs_of(rows[at], LOOSE)[0].high
    while at > 0 and stands_beside(rows[at - 1], rows[at]) and runs_of(rows[at - 1], LOOSE)[0].low > left:
        at -= 1
    return at


def _ends_table(rows: Sequence[Row], at: int, starts: Sequence[float], size: float) -> bool:
    """Is a line none of the table's: two lines of running text that cross the columns, or one in larger type?"""
    if not _crosses(rows[at], starts):
        return False
    larger = min(word.size for word in rows[at]) > LARGER * size
    return larger or (at + 1 < len(rows) and _crosses(rows[at + 1], starts) and not rows[at][0].bold)


def _crosses(row: Row, starts: Sequence[float]) -> bool:
    """Does a line of one text reach over the beginnings of two columns?"""
    runs = runs_of(row, LOOSE)
    return len(runs) == 1 and sum(runs[0].low + 1 < start < runs[0].high - 1 for start in starts) >= CROSSED
