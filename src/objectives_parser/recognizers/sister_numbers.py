"""Numbers that only the rows above or below show to be labels: `1.2 Hectares drained` under `1.1 Number of farmers …`,
where the number alone could count what follows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from objectives_parser import late as regex
from objectives_parser.drafts import Draft
from objectives_parser.frozen import evolve
from objectives_parser.labelling import drop_words
from objectives_parser.statements import text_of

_NUMBER = regex.compile(r"(?P<before>\d{1,2}(?:\.\d{1,2}){0,2})\.(?P<last>\d{1,2})\.?$")
# "T2.3", "A-4", "7"
_CODE = regex.compile(r"(?P<before>\p{L}{0,4}[ -]?(?:\d{1,2}[.-]){0,3})(?P<last>\d{1,2})$")
_LEAST_WORDS = 3


def with_sister_numbers(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the numbers as labels that count on, or are counted on, in the labels of their column."""
    labels = {at: _counted(draft.label.split()[-1]) for at, draft in enumerate(drafts) if draft.label}
    columns: dict[tuple[int, int], set[tuple[str, int]]] = {}
    for at, number in labels.items():
        spot = drafts[at].spot
        if number is not None and spot is not None:
            columns.setdefault((spot.table, spot.column), set()).add(number)
    return [_numbered(draft, columns) if draft.label is None else draft for draft in drafts]


def _numbered(draft: Draft, columns: dict[tuple[int, int], set[tuple[str, int]]]) -> Draft:
    words = draft.words
    spot = draft.spot
    if spot is None or len(words) < _LEAST_WORDS or draft.text[:1].isalpha():
        return draft
    number = _counted(words[0].text)
    known: Iterable[tuple[str, int]] = columns.get((spot.table, spot.column), ())
    if number is None or not words[1].text[:1].isupper():
        return draft
    if not any(before == number[0] and abs(last - number[1]) == 1 for before, last in known):
        return draft
    lines = drop_words(draft.lines, 1)
    label_words = (*draft.label_words, words[0])
    return evolve(draft, lines=lines, text=text_of(lines), label=words[0].text.rstrip("."), label_words=label_words)


def is_next(before: str, number: str) -> bool:
    """Whether a number counts on from another: `T2.3` after `T2.2`."""
    one, other = _CODE.match(before.rstrip(".:)")), _CODE.match(number.rstrip(".:)"))
    return (
        one is not None
        and other is not None
        and one["before"] == other["before"]
        and int(one["last"]) + 1 == int(other["last"])
    )


def _counted(number: str) -> tuple[str, int] | None:
    """`1.2` as what stands before its last part, and that part."""
    match = _NUMBER.match(number)
    return (match["before"], int(match["last"])) if match is not None else None
