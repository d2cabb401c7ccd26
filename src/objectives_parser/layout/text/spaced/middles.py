"""Labels set in the middle of what they label, told by their heights: which lines stand around which label.

                        Restore the banks of both rivers and plant
Priority 1
                        trees along them
Indicators              Metres of bank restored
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Line
from objectives_parser.layout.wrapping import is_bullet, wants_more

MOST_OFF, FREE, NEARLY = 2.0, 0.5, 0.1
"""Lines between the middle of a label and that of what it labels, at most, and those that cost next to nothing: half a
line is what rounding does, and decides between equals."""
EMPTY, MOST_LABEL = 1.0, 3
"""What a label with nothing beside it costs, and the lines of a label at most."""
TORN, BEGUN, BLANK = 3.0, 1.0, 0.3
MOST_LABELS, MOST_LINES = 48, 48
"""Labels of a form on one page at most, and the lines that one of them labels."""
MOST_COST = 0.75
"""Of a row on average; where they cost more, labels stand elsewhere."""


@attrs.frozen(kw_only=True)
class Told:
    """A line of labels or of what they label: its place among the lines, its height, the empty lines over it, and what
    it says."""

    at: int
    y: int
    blanks: int
    line: Line

    @property
    def begins(self) -> bool:
        return not self.line.text[:1].islower()


@attrs.frozen(kw_only=True)
class _Way:
    """The labels and lines so far, and what it costs to read them so: each label's lines, and those beside them."""

    cost: float
    rows: tuple[tuple[Sequence[Told], Sequence[Told]], ...]


def around_labels(labels: Sequence[Told], values: Sequence[Told]) -> list[tuple[Sequence[Told], Sequence[Told]]] | None:
    """Each label's lines and the lines that it stands in the middle of, in order; None where labels stand elsewhere."""
    if len(labels) > MOST_LABELS:
        return None
    ways: dict[tuple[int, int], _Way] = {(0, 0): _Way(cost=0.0, rows=())}
    for first in range(len(labels)):
        for start in range(len(values) + 1):
            way = ways.get((first, start))
            if way is None:
                continue
            for last in range(first + 1, min(first + MOST_LABEL, len(labels)) + 1):
                label = labels[first:last]
                if last > first + 1 and not _goes_on(labels[last - 2], labels[last - 1]):
                    break
                for end, cost in _reaches(label, values, start):
                    known = ways.get((last, end))
                    total = way.cost + cost + _cut(values, end)
                    if known is None or total < known.cost:
                        ways[last, end] = _Way(cost=total, rows=(*way.rows, (label, values[start:end])))
    found = ways.get((len(labels), len(values)))
    return list(found.rows) if found is not None and found.cost <= MOST_COST * len(found.rows) else None


def _goes_on(above: Told, below: Told) -> bool:
    """Whether a label goes on with a line: `Responsible` / `ministry`, `Priority` / `2`."""
    rest = not below.begins or not below.line.text[0].isalpha() or wants_more(above.line)
    return rest and below.y - above.y <= 2


def _reaches(label: Sequence[Told], values: Sequence[Told], start: int) -> list[tuple[int, float]]:
    """Behind which lines those from a place on may end that a label stands in the middle of, and what each costs."""
    middle = (label[0].y + label[-1].y) / 2
    found = [(start, EMPTY)]
    for end in range(start + 1, min(len(values), start + MOST_LINES) + 1):
        off = (values[start].y + values[end - 1].y) / 2 - middle
        if off > MOST_OFF:
            break
        if off >= -MOST_OFF:
            found.append((end, max(NEARLY * abs(off), abs(off) - FREE)))
    return found


def _cut(values: Sequence[Told], at: int) -> float:
    """What it costs to begin a row with a line."""
    if not 0 < at < len(values):
        return 0.0
    above, line = values[at - 1], values[at]
    cost = TORN if not line.begins or wants_more(above.line) else 0.0
    if is_bullet(line.line.words[0]) and (is_bullet(above.line.words[0]) or _is_deeper(above.line, line.line)):
        cost += BEGUN
    return cost - BLANK * bool(line.blanks)


def _is_deeper(above: Line, below: Line) -> bool:
    """Whether a line stands further in than the bullet below it: it goes on with the item before."""
    a, b = above.words[0].bbox, below.words[0].bbox
    return a is not None and b is not None and a[0] > b[0]
