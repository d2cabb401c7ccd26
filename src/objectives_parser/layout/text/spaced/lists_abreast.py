"""Captions over lists that stand side by side, told from the names of a table's columns.

Actions                        Measures
  Plant a tree a day             Trees alive after three years
  Mulch the young ones
  before July
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs

from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.heads import Head
from objectives_parser.layout.text.spaced.rivers import parted
from objectives_parser.layout.text.spaced.rows import Row, run_of
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role

INDENT = 2
"""How far the text stands in behind bullets that were drawn, and that no converter writes."""
PAGE = 90
"""Lines on both sides among which a caption stands again: text without page ends is one long page."""
Words: TypeAlias = tuple[Word, ...]
OF_A_ROW = frozenset({"due", "start", "status", "target", "baseline", "label", "period"})
"""What is said of each row of a table, and of no list."""


def are_captions(rows: Sequence[Row], head: Head) -> bool:
    """Whether one of two header cells stands on the page in the other's column too, over another list."""
    if len(head.extents) != 2:
        return False
    middle = (head.extents[0][0] + head.extents[1][0]) / 2
    names: tuple[set[str], set[str]] = (set(), set())
    for row in rows[head.first : head.last + 1]:
        for run in row.runs:
            names[run.low >= middle].add(run.text.casefold())
    others = [*rows[max(0, head.first - PAGE) : head.first], *rows[head.last + 1 : head.last + 1 + PAGE]]
    return any(run.text.casefold() in names[run.low < middle] for row in others for run in row.runs)


def heads_lists(head: Head, names: Sequence[str], body: Sequence[Row], places: Sequence[float]) -> bool:
    """Whether header cells are captions over lists: they announce statements, and under each of them stand bullets, or
    nothing that begins where it does, but further in."""
    roles = [header_role(name) for name in names]
    said = [role.role for role in roles if role is not None]
    if len(places) + 1 != len(head.extents) or len(said) < len(roles) or not OF_A_ROW.isdisjoint(said):
        return False
    if said[0] not in STATEMENTS or len([role for role in said if role in STATEMENTS]) < 2:
        return False
    cells = [parted(row.words, places) for row in body]
    columns = [[line for line in column if line] for column in zip(*cells, strict=True)]
    if not all(columns):
        return False
    aims = said[0] == "objective" and all(role is None or role.level != "strategy" for role in roles[:1])
    of_aims = aims and len(said) > 2  # aims, measures and milestones beside each other: rows
    if _all_set_in(columns, head):
        return not of_aims and not _begin_rows(body, cells)
    return not of_aims and _all_bulleted(columns) and _is_one_row(body, cells)


def _all_set_in(columns: Sequence[Sequence[Words]], head: Head) -> bool:
    lows = [min(run_of(line).low for line in column) for column in columns]
    return all(low >= over + INDENT for low, (over, _) in zip(lows, head.extents, strict=True))


def _all_bulleted(columns: Sequence[Sequence[Words]]) -> bool:
    """Whether each column begins with a bullet, and the first one has several."""
    return all(is_bullet(column[0][0]) for column in columns) and sum(is_bullet(line[0]) for line in columns[0]) > 1


def _is_one_row(body: Sequence[Row], cells: Sequence[Sequence[Words]]) -> bool:
    """Whether no empty line stands over a line on which all columns begin anew."""
    pairs = list(zip(body, cells, strict=True))[1:]
    return not any(row.blanks and all(cell and is_bullet(cell[0]) for cell in line) for row, line in pairs)


def _begin_rows(body: Sequence[Row], cells: Sequence[Sequence[Words]]) -> bool:
    """Whether empty lines part rows: under each of them the first column begins anew, and another beside it."""
    begun = [line for row, line in list(zip(body, cells, strict=True))[1:] if row.blanks]
    return bool(begun) and all(line[0] and any(line[1:]) for line in begun)


def columns_apart(
    rows: Sequence[Row], head: int, places: Sequence[float], *, sided: bool = False
) -> Iterator[tuple[int, list[Row]]]:
    """The rows of each column by themselves, and how many of them are its caption; ``sided`` says that the caption is
    the first column."""
    cells = [parted(row.words, places) for row in rows]
    for column in range(len(places) + 1):
        full = [at for at, cell in enumerate(cells) if cell[column]]
        own = [attrs.evolve(rows[at], runs=(run_of(cells[at][column]),)) for at in full]
        yield len(own) if sided and not column else sum(at < head for at in full), own
