"""Pages that a converter wrote word by word at their places and filled with blanks to the sheet's width and height."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from objectives_parser import Plan, parse
from objectives_parser.document import GRID_X, Word
from objectives_parser.readers import text as reader
from objectives_parser.readers.padded import page_width
from tests.factories import is_done_within

WIDTH, LINES = 84, 60
SMALL, LARGE = 0.66, 1.6
"""Columns to the letter of the print of tables and of titles."""


def line(*cells: tuple[int, str], letter: float = SMALL) -> str:
    """Cells at their columns as such a converter writes them: each word in the column that its place comes to, or one
    blank behind the word before."""
    written = ""
    for begin, cell in cells:
        place = float(begin)
        for word in cell.split():
            column = max(round(place), len(written) + bool(written))
            written = written.ljust(column) + word
            place += letter * (len(word) + 1)
    return written.ljust(WIDTH)


def page(*lines: str) -> str:
    blank = " " * WIDTH
    return "\n".join([blank, blank, *lines, *[blank] * (LINES - 2 - len(lines))])


def read(text: str) -> Plan:
    return parse(text.encode(), name="plan.txt")


def words_of(text: str) -> tuple[Word, ...]:
    return tuple(word for page in reader.read(text.encode(), "plan.txt").pages for word in page.words)


def gaps(words: Sequence[Word]) -> list[int]:
    """The columns between the words of each line."""
    return [
        round((after.bbox[0] - before.bbox[2]) / GRID_X)
        for before, after in pairwise(words)
        if before.bbox and after.bbox and before.bbox[1] == after.bbox[1]
    ]


TITLE = line((6, "Harbour Works Plan 2031"), letter=LARGE)
TABLE = (
    line((6, "Action"), (38, "Lead"), (58, "Due date")),
    line((6, "Renew all the moorings along the north quay"), (38, "Harbour office"), (58, "May 2031")),
    line((6, "and paint the bollards yellow"), (38, ""), (58, "")),
    line((6, "Dredge the south basin"), (38, "Works department of the town"), (58, "June 2032")),
    line((6, "Train twelve pilots at the new school"), (38, "Harbour office"), (58, "July 2033")),
    line((6, "Buy two tugs"), (38, "Harbour office"), (58, "May 2034")),
    line((6, "Mend the lamps"), (38, "Works department"), (58, "June 2034")),
)
PAGE = page(TITLE, " " * WIDTH, *TABLE)


def test_cells_that_ran_over_the_next_column_are_parted() -> None:
    assert "north quay Harbour office" in PAGE
    plan = read(PAGE)
    assert [(action.text, action.owner) for action in plan.actions] == [
        ("Renew all the moorings along the north quay and paint the bollards yellow", "Harbour office"),
        ("Dredge the south basin", "Works department of the town"),
        ("Train twelve pilots at the new school", "Harbour office"),
        ("Buy two tugs", "Harbour office"),
        ("Mend the lamps", "Works department"),
    ]
    assert [action.due and action.due.text for action in plan.actions][:3] == ["May 2031", "June 2032", "July 2033"]


def test_a_title_torn_apart_is_one_text() -> None:
    assert "Harbour  " in TITLE
    title = [word for word in words_of(PAGE) if word.end < PAGE.index("Action")]
    assert [word.text for word in title] == ["Harbour", "Works", "Plan", "2031"]
    assert set(gaps(title)) == {1}


def test_blanks_taken_away_at_the_ends_of_lines_change_nothing() -> None:
    bare = "\n".join(written.rstrip() for written in PAGE.split("\n"))
    assert [record.text for record in read(bare).records] == [record.text for record in read(PAGE).records]


def test_every_word_stays_where_it_is_in_the_text() -> None:
    words = words_of(PAGE)
    assert all(PAGE[word.start : word.end] == word.text for word in words)
    assert "".join(word.text for word in words) == "".join(PAGE.split())


def test_words_of_other_pages_stand_in_the_columns_that_they_are_written_in() -> None:
    text = "\n".join(written.rstrip() for written in TABLE)
    words = words_of(text)
    starts = [word.start - (text.rfind("\n", 0, word.start) + 1) for word in words]
    assert [round(word.bbox[0] / GRID_X) if word.bbox else None for word in words] == starts


def test_prose_is_not_cut_where_other_lines_begin() -> None:
    text = (
        "The harbour of the town is the oldest of the coast and wants repair; this plan",
        "says what the town will do for it and who pays for each of the works in the ten",
        "years to come, and how the council and all its partners are going to be told.",
    )
    written = page(*(line((6, row)) for row in text), line((20, "Adopted in May")), *(line((6, row)) for row in text))
    assert set(gaps(words_of(written))) == {1}


def test_a_page_filled_with_blanks_is_as_wide_as_they_say_though_a_sheet_has_as_many_lines() -> None:
    assert page_width([" " * 116] * 44 + ["Renew all moorings".ljust(116)] * 2) == 116
    assert page_width([""] * 40 + ["Renew all moorings"] * 4 + [""]) == 109
    assert page_width(["Renew all moorings"] * 44 + [""]) is None


def test_a_page_fuller_than_print_can_be_is_not_read_by_places() -> None:
    crowded = [("a b  c   " * 14).ljust(140)] * 60
    assert page_width([" " * 140, *crowded]) is None
    assert page_width([" " * 140, *crowded[:10], *[" " * 140] * 20]) == 140


def test_beginnings_everywhere_cost_no_more_time_than_a_page_may() -> None:
    lines = [("Roofs   of " * 11)[at % 7 :].ljust(120) for at in range(55)]
    assert is_done_within(20, lambda: words_of("\n".join([" " * 120, *lines])))
