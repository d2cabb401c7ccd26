"""Where the columns of a table part on a page that does not name them again."""

from __future__ import annotations

import re

from objectives_parser.document import GRID_X, Word
from objectives_parser.layout.text.spaced.columns_again import columns_again
from objectives_parser.layout.text.spaced.rows import Row, runs_of

BEFORE = (29.5, 44.5)


def rows(*lines: str) -> list[Row]:
    """The lines of a page, an empty line between none of them."""
    return [_row(line, at) for at, line in enumerate(lines)]


def _row(line: str, at: int) -> Row:
    words = [
        Word(
            text=found.group(),
            start=1000 * at + found.start(),
            end=1000 * at + found.end(),
            page=2,
            bbox=(GRID_X * found.start(), 12.0 * at, GRID_X * found.end(), 12.0 * at + 10),
            size=10.0,
        )
        for found in re.finditer(r"\S+", line)
    ]
    return Row(number=at, page=2, y=at, runs=runs_of(words))


MOVED = (
    "Mend the nest boxes        Town workshop  2028",
    "Paint the old railings     Port crew      2029",
    "Count the boats of the     Wardens        2030",
    "whole town",
)


def test_columns_that_moved_are_told_by_where_runs_begin() -> None:
    assert columns_again(rows(*MOVED), BEFORE) == [26.5, 41.5]


def test_columns_much_wider_or_narrower_than_they_were_are_others() -> None:
    assert columns_again(rows(*MOVED), (69.5, 74.5)) is None


def test_running_text_stands_in_no_columns() -> None:
    prose = (
        "The harbour of the town has grown over many years, and the",
        "council has heard from all who live and work on its quays,",
        "from ferries to the yards.  What they say is set out below",
        "in three parts, the first of which tells of safe crossings",
    )
    assert columns_again(rows(*prose), BEFORE) is None


def test_lines_longer_than_any_page_and_more_columns_than_any_table_are_not_looked_at() -> None:
    assert columns_again(rows(*MOVED, "Mend the quays " * 40), BEFORE) is None
    assert columns_again(rows(*MOVED), [10.0 * at for at in range(1, 15)]) is None
    assert columns_again(rows(*MOVED), ()) is None
    assert columns_again([], BEFORE) is None


def test_one_column_beside_another_needs_room_on_several_lines() -> None:
    lines = ("Mend the nest boxes      Town", *["Paint the railings"] * 7)
    assert columns_again(rows(*lines), (24.5,)) is None
    assert columns_again(rows(*MOVED[:2]), (29.5,)) is not None


def test_a_column_that_nothing_ended_is_not_told_again() -> None:
    assert columns_again(rows(*MOVED), (29.5, float("inf"))) is None
    assert columns_again(rows(*MOVED), (float("inf"), float("inf"))) is None
