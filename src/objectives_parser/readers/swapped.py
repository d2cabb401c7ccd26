"""Ligatures whose letters a converter wrote with their bytes the wrong way round: `e昀昀ect`, `吀栀e o昀케ce`.

Ghostscript's text writer puts the letters that a ligature stands for one byte off, so that `f` (0066) becomes `昀`
(6600); of three letters it adds the last two (`fi`: 66 + 69 = CF). A text that has such signs and no other ones of
Chinese or Korean gets its letters back.
"""

from __future__ import annotations

import string

from objectives_parser import late as regex

_ASIAN = regex.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
_LETTERS = {ord(letter) << 8: letter for letter in string.ascii_letters}
_ADDED = {(ord("f") + ord(last)) << 8: "f" + last for last in "il"}


def with_ligatures(text: str) -> str:
    """The text with the letters of its ligatures, if it has such signs alone."""
    signs = set(_ASIAN.findall(text))
    known = _LETTERS | _ADDED
    return text.translate(known) if signs and all(ord(sign) in known for sign in signs) else text
