"""A table found on a page of text laid out by blanks."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Line
from objectives_parser.layout.text.spaced.rivers import parted
from objectives_parser.layout.text.spaced.rows import Row

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


def head_lines(part: Found) -> list[tuple[Line, ...]]:
    rows = [parted(row.words, part.names or part.places) for row in part.rows[: part.head]]
    return [tuple(Line(row[column]) for row in rows if row[column]) for column in range(len(part.places) + 1)]
