"""Values that stand a little off their column, as where the cell before them is full (`Stock-out rate of ten 34%`,
`HR 31/03/2027`): columns of dates and figures draw them from the cells beside, and give back what is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import regex

from objectives_parser.document import Line, Word
from objectives_parser.layout.text.spaced.fitting import says_value
from objectives_parser.layout.text.spaced.rowing import CODE, COUNTED_BEFORE
from objectives_parser.layout.text.spaced.rows import x0, x1
from objectives_parser.layout.wrapping import bare, wants_more
from objectives_parser.values import is_date_only

MOST_WORDS, LONGEST_NAME, MOST_OFF = 4, 2, 2
ALIKE = 0.6
OFF = 8
"""Characters from its column's edge at which a value may stand."""
Cells: TypeAlias = tuple[tuple[Word, ...], ...]
_FIGURE = regex.compile(r"[<>≤≥~]?\s?[$€£¥]?\s?\d[\d.,]*\s?(?:%|[kKmM]|per cent|percent)?$")


def with_values_apart(lines: Sequence[Cells], places: Sequence[float]) -> list[Cells]:
    """The cells of a table's lines with the values at the edges of cells in the columns of their kind."""
    kinds = [_kind([line[column] for line in lines]) for column in range(len(places) + 1)]
    return [_with_values(line, kinds, places) for line in lines] if any(kinds) else list(lines)


def _with_values(line: Cells, kinds: Sequence[str], places: Sequence[float]) -> Cells:
    cells = list(line)
    for column, kind in enumerate(kinds):
        if not kind or not column:
            continue
        if cells[column] and not _says(cells[column], kind):
            _give_back(cells, column, kind)
        elif not cells[column] and not kinds[column - 1]:
            _draw(cells, column, kind, places[column - 1])
    return tuple(cells)


def _give_back(cells: list[tuple[Word, ...]], column: int, kind: str) -> None:
    """`HR 31/03/2027` among dates: what stands before the value belongs to the cell left of it."""
    words = cells[column]
    at = next((at for at in range(1, min(len(words), MOST_OFF + 1)) if _is_pushed(words, at, kind)), None)
    if kind != "name" and at is not None and cells[column - 1] and not _wants(words[at - 1]):
        cells[column - 1], cells[column] = (*cells[column - 1], *words[:at]), words[at:]


def _is_pushed(words: Sequence[Word], at: int, kind: str) -> bool:
    """`HR 31/03/2027`: a value behind words that are none, and not what a sentence goes on with (`by 2027`)."""
    first = words[at].text[0]
    return words[at - 1].text[-1].isalpha() and first != "(" and not first.islower() and _says(words[at:], kind)


def _draw(cells: list[tuple[Word, ...]], column: int, kind: str, place: float) -> None:
    """`Stock-out rate of ten 34%` beside an empty cell of figures: the value is that cell."""
    words = cells[column - 1]
    for at in range(max(1, len(words) - MOST_WORDS), len(words)):
        if _says(words[at:], kind):
            near = kind == "name" or place - OFF <= x0(words[at])
            full = x1(words[-1]) >= place - OFF / 2
            if near and full and not _wants(words[at - 1]) and (kind != "name" or words[at - 1].text.islower()):
                cells[column - 1], cells[column] = words[:at], words[at:]
            return


def _wants(word: Word) -> bool:
    return bare(word.text) in COUNTED_BEFORE or wants_more(Line((word,)))


def _kind(cells: Sequence[Sequence[Word]]) -> str:
    """Of which kind the values of a column are: most of its cells dates, figures or words of a state."""
    full = [cell for cell in cells if cell]
    for kind in ("date", "figure", "state", "code", "name"):
        alike = sum(_says(cell, kind) for cell in full)
        pushed = sum(len(cell) > 1 and _is_pushed(cell, 1, kind) for cell in full) if alike else 0
        if alike + pushed > 1 - (len(full) < 2) and alike + pushed >= ALIKE * len(full):
            return kind
    return ""


def _says(words: Sequence[Word], kind: str) -> bool:
    if not words or len(words) > 2 * MOST_WORDS:
        return False
    text = " ".join(word.text for word in words)
    if kind == "date":
        return any(map(str.isdigit, text)) and is_date_only(text.rstrip(","))
    if kind == "figure":
        return _FIGURE.match(text) is not None
    if kind == "code":
        return len(words) == 1 and CODE.match(text) is not None
    if kind == "state":
        return says_value(text)
    return len(words) <= LONGEST_NAME and all(word.text[0].isupper() for word in words) and words[-1].text[-1].isalpha()
