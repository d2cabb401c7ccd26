"""Pages that a converter wrote word by word at their places on paper, and filled with blanks to their width and height.

Each word begins in the column that its place comes to, however broad the column's letters are, or one blank behind the
word before where that reaches further. Large print so stands torn apart (`Our    Plan   for`), and small print runs
over the columns of a table (`Mend all roofs of the town Clerk`, with `Clerk` under a header that stands further left).
Where a word stands behind more than one blank its place is known; elsewhere it is worked out of how broad the print is
and where neighbours above and below begin. All is written again in columns as broad as the page's letters (pdfplumber,
`extract_text(layout=True)`).
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from objectives_parser.readers import placing
from objectives_parser.readers.placing import Placed

_FEWEST_LINES, _NARROWEST, _WIDEST = 12, 50, 200
_MOST_WORDS, _FULLEST = 80, 1500
"""Of a line, of a page: more are no page of print."""
_FILLED = 20
"""At most one line in so many is shorter than the page is wide."""
_SHEETS = {63: 82, 59: 84, 44: 116, 45: 109}
"""Columns by lines of sheets of 210 by 297 mm and of 8.5 by 11 inches, upright and sideways; the last line is lost with
the blanks at its end."""
_LONG_RUN = 5.0
_FEWEST_RUNS, _SHORT_RUNS = 3, 6
_USUAL, _LEAST, _MOST = 1.45, 0.8, 1.75
"""Columns to the em: of print of ten points and a half, of six, of thirteen."""
_SCALES = (1.0, 1.12, 0.88, 1.3, 1.6, 2.0)
"""How the print of a line may differ from that of the page."""
_OTHER_SCALE, _GOOD = 2.4, 0.2
_NEAR, _MOST_COLUMNS = 10, 30
_NEIGHBOUR, _FADING = 0.7, 0.125
_ROOM = 1.5
_LONG_TEXT, _LONG_SHARE = 12, 0.9
_APART, _CELLS_APART = 1.2, 3
"""How much broader than the print the page is written, and the blanks between cells at the least."""


def page_width(lines: Sequence[str]) -> int | None:
    """How many blanks wide a page is that was written word by word: that to which its lines are filled, empty ones too,
    or that of a sheet of as many lines where an editor took the blanks at their ends away; None for other pages."""
    if len(lines) < _FEWEST_LINES:
        return None
    width, _ = Counter(map(len, lines)).most_common(1)[0]
    short = sum(len(line) < width for line in lines[:-1])
    full = sum(line.endswith(" ") and not line.isspace() for line in lines)
    if not (_FILLED * short <= len(lines) and full > 1):
        bare = not full and not any(map(str.strip, (*lines[:2], lines[-1])))
        width = _SHEETS.get(len(lines), 0) if bare else 0
    words = [len(line.split()) for line in lines] if _NARROWEST <= width <= _WIDEST else []
    return width if words and max(words) <= _MOST_WORDS and sum(words) <= _FULLEST else None


def columns_of(words: Sequence[Sequence[tuple[int, str]]], width: int) -> list[list[int]]:
    """The columns of a page as broad as its letters in which the words of each line begin; ``words`` has each with the
    column that it is written in."""
    page = [placing.placed(line) for line in words]
    scale = _scale(page, width)
    starts = {y: list(_starts(line, scale)) for y, line in enumerate(page) if line}
    full = sorted(starts)
    cells = {
        y: _cells(page[y], _support(starts, full[max(0, at - _NEAR) : at + _NEAR + 1], y), scale)
        for at, y in enumerate(full)
    }
    return _written(page, cells, _letters(page, cells, scale))


def _scale(page: Sequence[Sequence[Placed]], width: int) -> float:
    """How many columns an em of the page's smaller print comes to."""
    left = min((line[0].at for line in page if line), default=0)
    bounds = sorted(bound for line in page for bound in _bounds(line, width - min(left, width // 8)))
    if len(bounds) < _FEWEST_RUNS:
        return _USUAL
    return min(max(bounds[len(bounds) // _SHORT_RUNS], _LEAST), _MOST)


def _bounds(line: Sequence[Placed], right: int) -> Iterator[float]:
    """What the scale is at most, for each long stretch from one word whose place is known to the next one or to the
    page's margin."""
    for first, word in enumerate(line):
        if not word.known:
            continue
        ems = 0.0
        for after in line[first:]:
            if ems >= _LONG_RUN and after.known:
                yield (after.at - word.at + 0.5) / ems
                break
            ems += after.ems
        else:
            if ems >= _LONG_RUN:
                yield (right - word.at + 0.5) / ems


def _starts(line: Sequence[Placed], scale: float) -> Iterator[int]:
    """The columns in which the line begins, or goes on behind more room than print of that scale leaves between
    words."""
    behind = -_ROOM
    for word in line:
        if word.known:
            if word.at - behind >= _ROOM:
                yield word.at
            behind = word.at
        behind += scale * word.ems


def _support(starts: Mapping[int, Sequence[int]], near: Sequence[int], y: int) -> dict[int, float]:
    """How many of the lines near by have something that begins in a column, those next to the line before others."""
    found: dict[int, float] = defaultdict(float)
    for other in near:
        if other != y:
            for start in starts[other]:
                found[start] += _NEIGHBOUR / (1.0 + _FADING * (abs(other - y) - 1))
    return dict(sorted(found.items(), key=lambda item: -item[1])[:_MOST_COLUMNS])


def _cells(line: Sequence[Placed], support: Mapping[int, float], scale: float) -> dict[int, int]:
    """The words that begin the cells of a line, by their position, and the column each begins in: the likeliest reading
    in any size of print."""
    best = placing.Reading(float("inf"), ())
    for factor in _SCALES:
        reading = placing.likeliest(line, support, scale * factor)
        cost = reading.cost + _OTHER_SCALE * abs(factor - 1.0)
        if cost < best.cost:
            best = attrs.evolve(reading, cost=cost)
        if best.cost < _GOOD:
            break
    return dict(best.cells)


def _letters(page: Sequence[Sequence[Placed]], cells: Mapping[int, Mapping[int, int]], scale: float) -> float:
    """How many letters of the page's print fill a column that the converter wrote."""
    shares: list[float] = []
    for y, found in cells.items():
        for first, behind in itertools.pairwise([*found, len(page[y])]):
            text = page[y][first:behind]
            letters = sum(len(word.text) + 1 for word in text) - 1
            if letters >= _LONG_TEXT:
                shares.append(letters / (scale * sum(word.ems for word in text)))
    if not shares:
        return 1.0
    return max(1.0, _APART * sorted(shares)[int(len(shares) * _LONG_SHARE)])


def _written(
    page: Sequence[Sequence[Placed]], cells: Mapping[int, Mapping[int, int]], letters: float
) -> list[list[int]]:
    """The columns of all words: cells at their places, the words of a cell behind single blanks."""
    written: list[list[int]] = []
    for y, line in enumerate(page):
        columns: list[int] = []
        behind = -_CELLS_APART
        for at, word in enumerate(line):
            begins = cells[y].get(at)
            column = behind + 1 if begins is None else max(round(begins * letters), behind + _CELLS_APART)
            columns.append(column)
            behind = column + len(word.text)
        written.append(columns)
    return written
