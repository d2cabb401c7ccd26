"""Header cells that one blank parts, as between any two words (`Milestone Status Owner`, `No. KPI`): the names that
they are, and the columns that begin below, tell them apart, in tables of two rows too."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.heads import Head, columns_of
from objectives_parser.layout.text.spaced.rivers import is_of_date
from objectives_parser.layout.text.spaced.rows import Row, Run, run_of, x0, x1
from objectives_parser.roles import header_role

EXACT = 0.9
NEAR = 4
"""Characters by which a converter moves a cell away from under its header."""
LONGEST = 20
BODY = 24
_PERIOD = regex.compile(r"(?:Q[1-4]|H[12]|(?:19|20)\d\d(?:[-–/]\d{2,4})?|FY ?\d{2,4}(?:[-–/]\d{2,4})?)$")


def with_names_apart(head: Head, rows: Sequence[Row], last: int) -> Head:
    """The header of a table that ends with a row, its cells that one blank parts cut where the names of columns meet
    and a column begins below."""
    band = rows[head.first : head.last + 1]
    body = rows[head.last + 1 : min(last, head.last + BODY) + 1]
    if all(len(run.words) < 2 for row in band for run in row.runs):
        return head
    known = [piece for row in band for run in row.runs for piece in _in_columns(run, head.extents)]
    runs = [run for piece in known for run in _cut(piece, band, body)]
    if len(runs) == len(known):
        return head
    columns = columns_of(runs)
    extents = [(min(run.low for run in column), max(run.high for run in column)) for column in columns]
    extents = sorted([*extents, *(part for part in head.extents if part[1] < extents[0][0])])
    return attrs.evolve(head, extents=tuple(extents)) if len(extents) > len(head.extents) else head


def _in_columns(run: Run, extents: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """The run by the header cells that are known already."""
    lows = [low for low, _ in extents]
    for _, words in groupby(run.words, key=lambda word: bisect_right(lows, x0(word))):
        yield run_of(tuple(words))


def _cut(run: Run, band: Sequence[Row], body: Sequence[Row]) -> Iterator[Run]:
    if not 1 < len(run.words) <= LONGEST:
        yield run
        return
    starts = sorted({x0(word) for row in band for word in row.words})
    cuts = [0]
    for at in range(1, len(run.words)):
        if _are_names(run.words[cuts[-1] : at], run.words[at:]) and _begins(x0(run.words[at]), starts, body):
            cuts.append(at)
    for start, end in pairwise([*cuts, len(run.words)]):
        yield run_of(run.words[start:end])


def _are_names(before: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether a name of a column ends here, and another one begins."""
    first = words[0].text
    if not (first[:1].isupper() or first[:1].isdigit()) or is_of_date(before[-1].text, first):
        return False
    if _PERIOD.match(first) and any(_PERIOD.match(word.text) for word in before):
        return True
    return _is_name(before) and any(_is_name(words[:count]) for count in range(1, len(words) + 1))


def _is_name(words: Sequence[Word]) -> bool:
    role = header_role(" ".join(word.text for word in words))
    return role is not None and role.strength >= EXACT


def _begins(place: int, starts: Sequence[int], body: Sequence[Row]) -> bool:
    """Whether a column begins below a header word: cells that stand apart from what is left of them begin nearer to it
    than to any other word of the header, and no fewer than there are words across that place."""
    begun = across = 0
    for row in body:
        lows = [b.low for a, b in pairwise(row.runs) if abs(b.low - place) <= NEAR and a.high <= place + 1]
        lows += [row.low] if 0 < place <= row.low <= place + NEAR else []  # beside a number set in the row's middle
        if any(min(starts, key=lambda start: (abs(start - low), start)) == place for low in lows):
            begun += 1
        elif any(x0(word) < place - 1 and x1(word) > place + 1 for word in row.words):
            across += 1
    return begun > 0 and begun >= across


def pushed_together(row: Row, columns: int) -> list[float] | None:
    """The places between a header's names where these are as many as the columns, one blank between most of them, so
    that they stand left of the columns that they name; None where they are not:

        Task                              Responsible Start Finish Indicator
        Bury the lines at the quay        Works            2031     2033      Miles buried
    """
    cuts: list[float] = []
    whole = sum(_is_name(run.words) for run in row.runs)
    crowded = [run for run in row.runs if not _is_name(run.words)]
    if len(crowded) != 1 or len(crowded[0].words) > LONGEST:
        return None
    for run in row.runs:
        cuts.append(run.low - 1.0)
        if run is crowded[0]:
            names = _in_names(run.words, columns - whole)
            if names is None:
                return None
            cuts += [(x1(run.words[at - 1]) + x0(run.words[at])) / 2 for at in names]
    return cuts[1:]


def _in_names(words: Sequence[Word], count: int) -> list[int] | None:
    """Where so many names that make up the words begin, but the first."""
    ways: list[dict[int, list[int]]] = [{} for _ in range(len(words) + 1)]
    ways[0][0] = []
    for end in range(1, len(words) + 1):
        for start in range(end):
            if ways[start] and _is_name(words[start:end]):
                for before, cuts in ways[start].items():
                    ways[end].setdefault(before + 1, [*cuts, start])
    found = ways[-1].get(count)
    return found[1:] if found is not None else None
