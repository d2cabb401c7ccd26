"""Raised letters that belong to the text: the ending of an ordinal (`2nd`), the power of a unit (`km2`); other raised
signs are footnote marks."""

from __future__ import annotations

_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_POWERS = frozenset(("2", "3"))
_UNITS = frozenset(("m", "km", "cm", "mm", "ft"))
_JOINTS = frozenset(("and", "&", ","))


def goes_on_raised(text: str) -> bool:
    """Whether a word as small and as high as the footnote mark before it goes on with the marks: `1 and 3`.

    >>> goes_on_raised("and"), goes_on_raised("3"), goes_on_raised("2,"), goes_on_raised("percent")
    (True, True, True, False)
    """
    return text in _JOINTS or text.rstrip(",;").isdigit()


def raised_part(before: str, raised: str) -> bool:
    """Whether what is raised behind a word is part of it.

    >>> raised_part("the 2", "nd"), raised_part("30 km", "2"), raised_part("forest", "2"), raised_part("2030", "4")
    (True, True, False, False)
    """
    plain = raised.rstrip(".,;:)").casefold()
    if plain in _ENDINGS:
        return before[-1:].isdigit()
    unit = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    return plain in _POWERS and unit.lstrip("0123456789.,").casefold() in _UNITS
