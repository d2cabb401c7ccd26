"""Values at a line's end, and the words over them: `Calls answered 85% 90% 92%` under `2019 2020 2021 Target`."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Word

_SAYING = frozenset(
    """actual actuals estimate estimates estimated target targets budget budgeted approved adopted proposed projected
    projection forecast baseline benchmark revised result results audited""".split()  # noqa: SIM905
)
_BESIDE = frozenset(
    ("fy", "cy", "py", "year", "end", "of", "financial", "fiscal", "ytd", "to", "date", "est.", "act.", "&")
)
_YEAR = regex.compile(
    r"(?:FY|CY)?(?:19|20)\d\d(?:[-–/](?:(?:19|20)\d\d|\d\d))?\*?$|(?:FY|CY)['’]?\d\d(?:[-–/]\d\d)?\*?$"
)
_VALUE = regex.compile(r"[<>≥≤~±+–-]{0,2}[$£€]?\(?\d[\d.,:/]*\)?(?:%|[KkMmBb]n?)?\*?$|[-–—]+$")
_SAID = frozenset(["n/a", "na", "n.a.", "tbd", "tbc", "yes", "no", "met", "nil"])
_LEAST_ALIKE = 3


def says_value(word: Word) -> bool:
    """`Actual`, `Target/`, `2019-20`, `FY25`: a word that says what a column of values holds."""
    return word.text.casefold().strip("/()*,:") in _SAYING or is_year(word)


def is_year(word: Word) -> bool:
    """Whether a word is a year, or one that a fiscal year begins in (`2031`, `2031-32`)."""
    return _YEAR.match(word.text) is not None


def saying(words: Sequence[Word]) -> Sequence[Word]:
    """The words at a line's end that say what columns of values hold."""
    begin = len(words)
    while begin and (says_value(words[begin - 1]) or words[begin - 1].text.casefold() in _BESIDE):
        begin -= 1
    return words[begin:]


def values_at_end(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The values that the words end in: figures, figures with one unit (`180 days 428 days`), `n/a` and `Yes`, or one
    word three times and more (`Annual Annual Annual`)."""
    alike = 1
    while alike < len(words) and words[-alike - 1].text == words[-1].text:
        alike += 1
    if alike >= _LEAST_ALIKE and not _is_value(words[-1]):
        return [(word,) for word in words[len(words) - alike :]]
    values: list[tuple[Word, ...]] = []
    at = len(words)
    unit = words[-1].text if len(words) > 3 and words[-1].text.isalpha() and not _is_value(words[-1]) else None
    while at:
        if unit is None and _is_value(words[at - 1]):
            values.insert(0, (words[at - 1],))
            at -= 1
        elif unit is not None and at > 1 and words[at - 1].text == unit and _is_value(words[at - 2]):
            values.insert(0, (words[at - 2], words[at - 1]))
            at -= 2
        else:
            break
    return values


def _is_value(word: Word) -> bool:
    return _VALUE.match(word.text) is not None or word.text.casefold() in _SAID
