"""Panels across the columns of a page: one box, drawn or shaded, over or under text in columns, is read as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import BBox, Fill, Ruling, Table, Word
from objectives_parser.layout.boxes import BoxRow, holds
from objectives_parser.layout.columns import Gutter
from objectives_parser.layout.frames import frames_of

LOWEST, HIGHEST = 20.0, 0.5
"""A panel is at least so many points high, and at most this share of the text."""
FEWEST_LINES = 2
WHITE = frozenset(("#ffffff", "#fefefe"))
MOST = 40


def panels_across(
    gutter: Gutter, fills: Sequence[Fill], rulings: Sequence[Ruling], words: Sequence[Word], tables: Sequence[Table]
) -> list[BoxRow]:
    """The boxes that reach over a page's gutter, with their words: no line of theirs belongs to a column, short as it
    may be. A box that a table stands in, or that holds half of the text, is none."""
    if not words:
        return []
    shaded = (fill.bbox for fill in fills if fill.color not in WHITE)
    boxes = {tuple(map(round, box)): box for box in (*shaded, *frames_of(rulings)) if _reaches_over(box, gutter)}
    if len(boxes) > MOST:
        return []
    taken = [table.bbox for table in tables if table.bbox is not None]
    height = max(_bottom(word) for word in words) - min(_top(word) for word in words)
    wide = [
        box
        for box in boxes.values()
        if LOWEST <= box[3] - box[1] <= HIGHEST * height and not any(_overlap(box, other) for other in taken)
    ]
    outer = [box for box in wide if not any(holds(other, box) for other in wide)]
    return [panel for box in outer if (panel := _panel(box, words)) is not None]


def _panel(box: BBox, words: Sequence[Word]) -> BoxRow | None:
    """A box with its words; None where words cross its sides, or it holds next to none."""
    inside = tuple(word for word in words if _stands_in(word, box))
    lines = len({round(_top(word)) for word in inside})
    if lines < FEWEST_LINES or any(_left(word) < box[0] - 1 or _right(word) > box[2] + 1 for word in inside):
        return None
    return BoxRow(boxes=(inside,), bbox=box, lines=lines)


def _reaches_over(box: BBox, gutter: Gutter) -> bool:
    """Does a box stand on both sides of a gutter, more than a little to either side? The columns may go on below it."""
    left, right = gutter.x0 - box[0], box[2] - gutter.x1
    return left > 0 and right > 0 and 3 * min(left, right) > max(left, right)


def _stands_in(word: Word, box: BBox) -> bool:
    x, y = (_left(word) + _right(word)) / 2, (_top(word) + _bottom(word)) / 2
    return word.bbox is not None and box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _overlap(one: BBox, other: BBox) -> bool:
    return min(one[2], other[2]) > max(one[0], other[0]) and min(one[3], other[3]) > max(one[1], other[1])


def _left(word: Word) -> float:
    return word.bbox[0] if word.bbox is not None else 0.0


def _top(word: Word) -> float:
    return word.bbox[1] if word.bbox is not None else 0.0


def _right(word: Word) -> float:
    return word.bbox[2] if word.bbox is not None else 0.0


def _bottom(word: Word) -> float:
    return word.bbox[3] if word.bbox is not None else 0.0
