"""List markers: which words at a line's head are one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from objectives_parser.document import Word
from objectives_parser.layout.wrapping import BULLETS, is_bullet, is_number
from objectives_parser.roles.labels import is_quantity

MARKER_GAP = 5.0  # ems between a list marker and its text
GLUED_BULLET = re.compile(r"[•●▪■◦‣▶➢✓❖◆○□➔→]+\w")
DECIMAL = re.compile(r"\d+(?:\.\d+)+$")  # `5.3 billion` is no item, `5.3 Billing` may be one
YEAR = re.compile(r"(?:1[89]|20)\d\d[.)]?$")


def is_marker(word: Word) -> bool:
    """Whether a word by itself is a list marker."""
    text = word.text
    if len(text) == 1:
        return text in BULLETS
    return not text[-1:].isalpha() and is_number(text)


def marker_of(words: Sequence[Word], size: float) -> int | None:
    """The number of words of the list marker at the head of a line of a size; None where none is."""
    first = words[0]
    text = first.text
    if first.angle or (len(text) > 1 and text[0].isalnum() and text[-1].isalpha()):  # a plain word, as mostly
        return None
    if len(text) > 1 and not text[0].isalnum() and GLUED_BULLET.match(text):
        return 0
    if not is_marker(first) or YEAR.match(text) or first.superscript:
        return None
    if len(words) == 1:
        return 1 if is_bullet(first) else None
    if text in {">", "¥"} and not words[1].text[:1].isalpha():  # `> 80 %`, `¥ 500`
        return None
    if DECIMAL.match(text) and not words[1].text[:1].isupper():
        return None
    if text[-1].isdigit() and is_quantity(text, words[1].text):  # `1.5 MW of solar power`
        return None
    if text in {"-", "–", "—", "o", "O", "*"} and not _apart(words, size):
        return None
    if text.lower() in {"a.", "i."} and words[1].text[:1].islower() and not _apart(words, size):
        return None
    return 1


def _apart(words: Sequence[Word], size: float) -> bool:
    """Whether a dash or letter stands apart from what follows, as a marker does, and is no word of the sentence."""
    a, b = words[0].bbox, words[1].bbox
    return a is not None and b is not None and b[0] - a[2] > 0.15 * size
