"""Labels one under the other in one cell of a form, each beside its own lines of the value."""

from __future__ import annotations

from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Line

_SLACK = 4.0  # points by which a value's first line may stand above its label's
_ROOM = 20.0  # points from one label to the next: lines of one label stand closer

Place = tuple[int, float]


def parted_labels(label: Cell, value: Cell) -> list[tuple[Cell, Cell]]:
    """The two cells as a pair for each line of the label: `Target` and, well below it, `Source`, which no rule parts.
    One pair where the lines are one label, or where not all of them have something beside them."""
    whole = [(label, value)]
    starts = [_place(line) for line in label.lines]
    places = [_place(line) for line in value.lines]
    if len(starts) < 2 or None in starts or None in places:
        return whole
    known = [start for start in starts if start is not None]
    if not all(two[0] > one[0] or two[1] - one[1] > _ROOM for one, two in pairwise(known)):
        return whole
    beside = [tuple(line for line in value.lines if _label_beside(line, known) == at) for at in range(len(label.lines))]
    if not all(beside):
        return whole
    return [
        (attrs.evolve(label, lines=(line,)), attrs.evolve(value, lines=lines))
        for line, lines in zip(label.lines, beside, strict=True)
    ]


def _label_beside(line: Line, starts: list[Place]) -> int:
    """The last label that begins no lower than the line."""
    place = _place(line) or starts[0]
    return max(0, sum((page, top - _SLACK) <= place for page, top in starts) - 1)


def _place(line: Line) -> Place | None:
    first = next(iter(line.words), None)
    return None if first is None or first.bbox is None else (first.page or 0, first.bbox[1])
