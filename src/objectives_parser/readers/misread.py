"""Bullets that a program which reads scanned pages took for other signs: `¢ Mend all roofs`, `e Paint the hall`.

A round bullet looks like `¢`, `e`, `°`, `+` or `«` to such a program, and like another one on the next line. Where
lines begin with them, they are bullets again, also before a statement that begins within a line.
"""

from __future__ import annotations

from collections import Counter

from objectives_parser import late as regex

_BULLET = "•"
_OPENS = r"(?=[ ]{1,2}[\p{Lu}\d(“\"‘£$])"
_FIRST = regex.compile(rf"(?m)^[ ]*(?P<sign>[¢e°+«*]|{_BULLET}){_OPENS}")
_LETTERED = regex.compile(r"(?m)^[ ]*[df][ ]{1,2}\p{Lu}")
_NEVER_ELSE, _ODD = "¢°", "¢°e"
_FEWEST = 2


def with_bullets(text: str) -> str:
    """The text, as long as before, with bullets for the signs they were taken for."""
    if not any(f"{sign} " in text for sign in _ODD):
        return text
    first = Counter(found["sign"] for found in _FIRST.finditer(text))
    odd = _NEVER_ELSE if _LETTERED.search(text) else _ODD
    if sum(first[sign] for sign in odd) < _FEWEST:
        return text
    signs = odd + "".join(sign for sign in "+«*" if first[sign])
    return regex.compile(rf"(?<![^\s|])(?<!\d )[{signs}]{_OPENS}").sub(_BULLET, text)
