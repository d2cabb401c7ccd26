"""Cells that a converter sets left of where their column begins, because they would else have stood behind a full cell:
two of their lines, one under the other, begin at one place.

Action to be taken                      Who
Paint lines outside the school          County
                                        Roads
Raise funds for new equipment Friends of the
                              Green
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.rows import Row, x0, x1

FAR, NEAR = 14, 2
"""Characters left of a river at which its column's cells may begin; and around the usual begin of the column there."""
Cells = tuple[tuple[Word, ...], ...]


def with_shifted(body: Sequence[Row], cells: Sequence[Cells], places: Sequence[float]) -> list[Cells]:
    """The cells of lines, those that begin left of their columns' rivers in the columns that they are of."""
    found = list(cells)
    for column, place in enumerate(places):
        usual = _usual(cells, column)
        for at in range(len(body) - 1):
            if body[at + 1].blanks:
                continue
            for full, other in ((at, at + 1), (at + 1, at)):
                begin = _begin(body[other], place, usual)
                if begin is not None and _holds(found[full], column, begin):
                    for line in (full, other):
                        found[line] = _cut(found[line], column, begin)
    return found


def _usual(cells: Sequence[Cells], column: int) -> int:
    """Where the cells of a column begin most often."""
    counts = Counter(x0(line[column][0]) for line in cells if line[column])
    return counts.most_common(1)[0][0] if counts else 0


def _begin(row: Row, place: float, usual: int) -> int | None:
    """Where a run that stands apart begins left of a river, and not where the column there does."""
    for run in row.runs:
        if place - FAR < run.low < place - NEAR and run.low > usual + NEAR:
            return run.low
    return None


def _holds(line: Cells, column: int, begin: int) -> bool:
    """Whether words of a line, one blank between two, reach from the left over the place, and one of them begins there
    like a cell."""
    words = (*line[column], *line[column + 1])
    at = next((at for at, word in enumerate(words) if at and x0(word) == begin), None)
    if at is None or x0(words[at]) - x1(words[at - 1]) > 1:
        return False
    return words[at].text[0].isupper() and words[at - 1].text[-1].isalnum()


def _cut(line: Cells, column: int, begin: int) -> Cells:
    words = (*line[column], *line[column + 1])
    left = tuple(word for word in words if x0(word) < begin)
    return (*line[:column], left, words[len(left) :], *line[column + 2 :])
