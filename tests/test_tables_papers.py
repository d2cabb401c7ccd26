"""What is known of a page before a table is looked for: lines, words in a box, grounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from objectives_parser.document import Fill, Word
from objectives_parser.layout.tables.filling import Grounds
from objectives_parser.layout.tables.lines import rows_of
from objectives_parser.layout.tables.papers import Paper, Standing
from tests.sheets import Sheet

THREE_LINES = ("Publish the data", "of all districts", "by May")


def said(rows: list[list[Word]]) -> list[str]:
    return [" ".join(word.text for word in row) for row in rows]


@given(st.permutations(range(8)))
def test_lines_are_the_same_in_whatever_order_their_words_come(order: list[int]) -> None:
    words = Sheet().text(50, 100, *THREE_LINES).page().words
    assert said(rows_of([words[at] for at in order])) == list(THREE_LINES)


def test_words_of_two_columns_that_come_one_after_the_other_make_common_lines() -> None:
    words = Sheet().text(50, 100, "Train", "Publish").text(200, 100, "2019", "2020").page().words
    assert said(rows_of(list(words))) == ["Train 2019", "Publish 2020"]


def test_words_in_a_box_come_in_the_order_of_the_page() -> None:
    words = Sheet().text(200, 100, "right").text(50, 100, "left").text(50, 300, "below").page().words
    assert [word.text for _, _, _, word in Standing(words).inside((0, 90, 600, 120))] == ["right", "left"]
    assert Standing(words).any_inside((0, 90, 100, 120))
    assert not Standing(words).any_inside((0, 130, 600, 290))


def test_a_watermark_stands_in_no_box_and_on_no_line() -> None:
    page = Sheet().text(50, 100, "Plan").text(80, 100, "DRAFT", watermark=True).page()
    assert [word.text for _, _, _, word in Standing(page.words).inside((0, 0, 600, 800))] == ["Plan"]
    assert said(Paper(page).rows) == ["Plan"]


def test_a_question_about_a_page_is_answered_once() -> None:
    asked = []
    paper = Paper(Sheet().page())

    def question(paper: Paper) -> int:
        asked.append(paper)
        return len(asked)

    assert (paper.once(question), paper.once(question), len(asked)) == (1, 1, 1)


def test_the_ground_of_a_cell_is_the_fill_painted_last() -> None:
    table = (50.0, 100.0, 450.0, 300.0)
    grounds = Grounds([Fill(bbox=table, color="#eeeeee"), Fill(bbox=(50, 100, 450, 120), color="#003366")], table)
    assert grounds.under((50, 100, 200, 120)) == "#003366"
    assert grounds.under((50, 140, 200, 160)) == "#eeeeee"


def test_a_white_ground_is_none() -> None:
    table = (50.0, 100.0, 450.0, 300.0)
    assert Grounds([Fill(bbox=table, color="#ffffff")], table).under((50, 140, 200, 160)) is None
    assert Grounds([], table).none_at(table)
