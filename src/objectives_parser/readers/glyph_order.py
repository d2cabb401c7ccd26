"""Text of fonts that name no characters, told by the order of their glyphs (`3HUPDQHQW` is `Permanent`).

A printer driver that keeps a TrueType font's glyphs and drops their names leaves a text layer of glyph numbers. Most
such fonts have them in the Macintosh's standard order, which OpenType's `post` table gives: the space is the third,
the signs of ASCII follow in their own order, then those of Mac Roman.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

SPACE = "\x03"
SIGNS = frozenset(map(chr, [*range(4, 9), 11, 12, *range(14, 30)]))  # where such a font has its stops and figures
FEWEST_SIGNS = 3  # on a page: text has none of them
ASCII, MAC_ROMAN = 29, 30  # how far a glyph's number lies below its character's code
LAST_ASCII, LAST = 97, 225
VOWELS = frozenset("aeiouAEIOU")


def has_glyph_numbers(text: str) -> bool:
    """Whether a page's text layer may hold glyph numbers for characters."""
    return not text.isprintable() and sum(map(SIGNS.__contains__, text)) >= FEWEST_SIGNS


def named(text: str, fonts: Sequence[Hashable]) -> str:
    """The text with characters for glyph numbers, one for one; ``fonts`` says of each place in which font it is set,
    with a false value for what no font sets. A font is read so if more vowels come of it: only letters make words.

    >>> named("3HUPDQHQW\\x036HFUHWDU\\\\", ["F"] * 19)
    'Permanent Secretary'
    """
    places: dict[Hashable, list[int]] = defaultdict(list)
    for at, font in enumerate(fonts):
        if font:
            places[font].append(at)
    letters = list(text)
    for own in places.values():
        before = [text[at] for at in own]
        after = [character(char) for char in before]
        if _vowels(after) > _vowels(before):
            for at, char in zip(own, after, strict=True):
                letters[at] = char
    return "".join(letters)


def character(glyph: str) -> str:
    """The character of a glyph, given as the character whose code is the glyph's number."""
    number = ord(glyph)
    if number < ord(SPACE) or number > LAST:
        return glyph
    if number <= LAST_ASCII:
        return chr(number + ASCII)
    return bytes([number + MAC_ROMAN]).decode("mac_roman")


def _vowels(letters: Sequence[str]) -> int:
    return sum(letter in VOWELS for letter in letters)
