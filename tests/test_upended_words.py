"""Heads of narrow columns that are set upwards, which a text layer has letter by letter."""

from __future__ import annotations

from objectives_parser.readers.printed import Print, Style
from objectives_parser.readers.spacing import closed_up

UPWARDS = Style(size=12.0, angle=90.0)


def letters(text: str, left: float, bottom: float) -> list[Print]:
    return [
        Print(letter, (left, bottom - 7 * (at + 1), left + 14, bottom - 7 * at), UPWARDS, 0)
        for at, letter in enumerate(text)
        if letter != " "
    ]


def test_letters_one_over_the_other_are_words() -> None:
    prints = closed_up([*letters("Short term", 100, 200), *letters("Mid", 130, 200)])
    assert [item.text for item in prints] == ["Short", "term", "Mid"]
