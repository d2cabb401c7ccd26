"""Headings and headers in small capitals, whose large and smaller letters a text layer parts."""

from __future__ import annotations

from objectives_parser.readers.printed import Print, Style
from objectives_parser.readers.small_capitals import small_capitals_joined

LARGE, SMALL = 18.0, 12.0


def set_out(*pieces: tuple[str, float], size: float = LARGE, gap: float = 0.0, left: float = 50.0) -> list[Print]:
    """Pieces side by side, each with the room before it: those of one capital large, the others small."""
    prints, x = [], left
    for text, room in pieces:
        large = len(text) == 1 and (text.isupper() or not text.isalpha())
        own = size if large else size * SMALL / LARGE
        x += gap + room
        end = x + 0.6 * own * len(text)
        top, foot = (100.0, 120.0) if large else (108.0, 116.0)
        prints.append(Print(text, (x, top, end, foot), Style(size=own)))
        x = end
    return prints


def texts(prints: list[Print]) -> list[str]:
    return [item.text for item in small_capitals_joined(prints)]


def test_a_large_capital_belongs_to_the_smaller_letters_behind_it() -> None:
    line = set_out(("W", 0), ("oodland", 1.5), ("and", 7), ("M", 7), ("eadow", 1.5))
    assert texts(line) == ["Woodland", "and", "Meadow"]


def test_words_in_small_capitals_are_all_as_large_as_their_capitals() -> None:
    words = small_capitals_joined(set_out(("W", 0), ("oodland", 1.5), ("and", 7), ("M", 7), ("eadow", 1.5)))
    assert {item.style.size for item in words} == {LARGE}
    assert len({(item.box[1], item.box[3]) for item in words}) == 1


def test_letters_set_apart_are_words_by_the_wider_gaps() -> None:
    letters = [("A", 0), *[(letter, 2.5) for letter in "ction"], ("B", 8), *[(letter, 2.5) for letter in "y"]]
    assert texts(set_out(*letters)) == ["Action", "By"]


def test_headers_of_neighbouring_columns_stay_apart() -> None:
    line = set_out(("O", 0), ("wner", 1), ("D", 60), ("ate", 1))
    assert texts(line) == ["Owner", "Date"]


def test_an_article_is_no_part_of_the_word_behind_it() -> None:
    assert texts(set_out(("A", 0), ("garden", 4.5), ("for", 4.5), ("all", 4.5))) == ["A", "garden", "for", "all"]


def test_a_raised_initial_leaves_the_text_behind_it_as_it_is() -> None:
    sentence = ("he", 0.5), *[("words", 4.0)] * 40
    words = small_capitals_joined(set_out(("T", 0), *sentence))
    assert [item.style.size for item in words[1:]] == [SMALL] * 41


def test_words_of_both_cases_behind_a_capital_are_no_small_capitals() -> None:
    line = set_out(("C", 0), ("McLeod", 1))
    assert texts(line) == ["C", "McLeod"]
