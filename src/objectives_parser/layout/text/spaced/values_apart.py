"""Values that stand a little off their column, as where the cell before them is full (`Stock-out rate of ten 34%`,
`HR 31/03/2027`): columns of dates and figures draw them from the cells beside, and give back what is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from objectives_parser import late as regex
from objectives_parser.document import Line, Word
from objectives_parser.layout.text.spaced.cell_forms import says_value
from objectives_parser.layout.text.spaced.rivers import is_of_date
from objectives_parser.layout.text.spaced.rowing import CODE, COUNTED_BEFORE
from objectives_parser.layout.text.spaced.rows import x0, x1
from objectives_parser.layout.wrapping import bare, wants_more
from objectives_parser.values import is_date_only

MOST_WORDS, MOST_OFF = 4, 2
ALIKE = 0.6
OFF = 8
"""Characters from its column's edge at which a value may stand."""
Cells: TypeAlias = tuple[tuple[Word, ...], ...]
WHOLE = regex.compile(r"\d{4}|\d/\d|\d[.]\d|FY|Q[1-4]")
_FIGURE = regex.compile(r"[<>≤≥~]?\s?[$€£¥]?\s?\d[\d.,]*\s?(?:%|[kKmM]|per cent|percent)?$")


def with_values_apart(lines: Sequence[Cells], places: Sequence[float]) -> list[Cells]:
    """The cells of a table's lines with the values at the edges of cells in the columns of their kind."""
    columns = [[line[column] for line in lines if line[column]] for column in range(len(places) + 1)]
    kinds = [_kind(cells) for cells in columns]
    parted = [_with_values(line, kinds, places) for line in lines] if any(kinds) else lines
    names = [{_text(cell) for cell in cells if cell[0].text[0].isupper()} for cells in columns]
    return [_with_names(line, names, places) for line in parted]


def _with_names(line: Cells, names: Sequence[set[str]], places: Sequence[float]) -> Cells:
    """`Award 40 grants HRSA` beside an empty cell, where that column says `HRSA` in another row."""
    cells = list(line)
    for column in range(1, len(cells)):
        words = cells[column - 1]
        if cells[column] or len(words) < 2 or x1(words[-1]) < places[column - 1] - OFF / 2:
            continue
        for at in range(max(1, len(words) - MOST_WORDS), len(words)):
            if _text(words[at:]) in names[column] and not _wants(words[at - 1]):
                cells[column - 1], cells[column] = words[:at], words[at:]
                break
    return tuple(cells)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


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
    words, before = cells[column], cells[column - 1]
    if not before or x0(words[0]) - x1(before[-1]) > 1:
        return
    at = next((at for at in range(1, min(len(words), MOST_OFF + 1)) if _is_pushed(words, at, kind)), None)
    if at is not None and not _wants(words[at - 1]):
        cells[column - 1], cells[column] = (*before, *words[:at]), words[at:]


def _is_pushed(words: Sequence[Word], at: int, kind: str) -> bool:
    """`HR 31/03/2027`: a value behind words that are none, and not what a sentence goes on with (`by 2027`)."""
    first = words[at].text[0]
    if not words[at - 1].text[-1].isalpha() or first == "(" or first.islower() or not _says(words[at:], kind):
        return False
    if kind == "figure" and is_of_date(words[at - 1].text, words[at].text):
        return False
    return kind != "date" or any(WHOLE.search(word.text) for word in words[at:])  # not `March 31,` over `2027`


def _draw(cells: list[tuple[Word, ...]], column: int, kind: str, place: float) -> None:
    """`Stock-out rate of ten 34%` beside an empty cell of figures: the value is that cell."""
    words = cells[column - 1]
    for at in range(max(1, len(words) - MOST_WORDS), len(words)):
        if _says(words[at:], kind):
            near = place - OFF <= x0(words[at]) and x1(words[-1]) >= place - OFF / 2
            if near and not _wants(words[at - 1]):
                cells[column - 1], cells[column] = words[:at], words[at:]
            return


def _wants(word: Word) -> bool:
    return bare(word.text) in COUNTED_BEFORE or wants_more(Line((word,)))


def _kind(full: Sequence[Sequence[Word]]) -> str:
    """Of which kind the values of a column are: most of its cells dates, figures, words of a state or codes."""
    for kind in ("date", "figure", "state", "code"):
        alike = sum(_says(cell, kind) for cell in full)
        pushed = sum(len(cell) > 1 and _is_pushed(cell, 1, kind) for cell in full) if alike and kind == "date" else 0
        if alike + pushed > 1 - (len(full) < 2) and alike + pushed >= ALIKE * len(full):
            return kind
    return ""


def _says(words: Sequence[Word], kind: str) -> bool:
    if not words or len(words) > 2 * MOST_WORDS:
        return False
    text = _text(words)
    if kind == "date":
        return any(map(str.isdigit, text)) and is_date_only(text.rstrip(","))
    if kind == "figure":
        return _FIGURE.match(text) is not None
    if kind == "code":
        return len(words) == 1 and CODE.match(text) is not None
    return says_value(text)
