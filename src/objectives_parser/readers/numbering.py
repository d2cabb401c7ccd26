"""The markers of lists as they are printed: "1.", "b)", "iv.", "•"."""

from __future__ import annotations

BULLET = "•"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LETTERS = 26

# What HTML, Word and OpenDocument call the same five ways to count.
WAYS = {
    "1": "decimal", "a": "lower-letter", "A": "upper-letter", "i": "lower-roman", "I": "upper-roman",
    "decimal": "decimal", "decimalZero": "decimal-zero", "ordinal": "decimal",
    "lowerLetter": "lower-letter", "upperLetter": "upper-letter",
    "lowerRoman": "lower-roman", "upperRoman": "upper-roman",
}  # fmt: skip


def numeral(number: int, way: str) -> str:
    """A number in a way of counting: 4 is "4", "d", "D", "iv" or "IV"."""
    match WAYS.get(way, "decimal"):
        case "lower-letter":
            return _letters(number)
        case "upper-letter":
            return _letters(number).upper()
        case "lower-roman":
            return _roman(number)
        case "upper-roman":
            return _roman(number).upper()
        case "decimal-zero":
            return f"{number:02d}"
        case _:
            return str(number)


def _letters(number: int) -> str:
    """Word and HTML go on after z with aa; beyond what anybody prints, digits."""
    if not 0 < number <= LETTERS * 27:
        return str(number)
    high, low = divmod(number - 1, LETTERS)
    return (chr(ord("a") + high - 1) if high else "") + chr(ord("a") + low)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


class Counter:
    """Counts the items of one list of HTML."""

    def __init__(self, way: str | None, start: int) -> None:
        self._way = way
        self._number = start - 1

    @classmethod
    def of_list(cls, tag: str, way: str | None, start: str | None) -> Counter:
        """From the list's element: ``ul`` has bullets, ``ol`` counts from ``start`` in the way of its ``type``."""
        if tag != "ol":
            return cls(None, 1)
        return cls(way if way in WAYS else "1", _number(start, 1))

    def next(self, value: str | None = None) -> str:
        """The next item's marker; ``value`` sets the count anew."""
        self._number = _number(value, self._number + 1)
        return BULLET if self._way is None else f"{numeral(self._number, self._way)}."


def _number(text: str | None, default: int) -> int:
    try:
        return int((text or "").strip()[:9])
    except ValueError:
        return default
