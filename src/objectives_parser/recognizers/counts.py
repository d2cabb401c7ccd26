"""Small numbers as sentences print them: `three priorities`, `12 actions`."""

from __future__ import annotations

from objectives_parser.roles.label_forms import COUNTING

_WORDS = COUNTING[1:]
SMALL_NUMBER = rf"(?:{'|'.join(_WORDS)}|[2-9]|1[0-2])"
"""A number from two to twelve, in words or figures."""


def number_said(said: str) -> int:
    """The number that a word or figures say.

    >>> number_said("Three"), number_said("12")
    (3, 12)
    """
    word = said.casefold()
    return int(word) if word.isdigit() else COUNTING.index(word) + 1
