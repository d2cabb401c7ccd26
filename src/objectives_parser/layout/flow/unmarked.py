"""Lists whose bullets no converter wrote: lines that stand further in, under a line that announces them.

    Performance measures:
        Attainment gap narrows from its 2012 level
        Number of schools below the floor falls

Bullets of a face of signs alone are lost with its letters, and those that are drawn with their drawings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from objectives_parser.layout.begun_items import begun_items
from objectives_parser.layout.flow.strips import Strip, with_bullet
from objectives_parser.layout.median import median
from objectives_parser.layout.wrapping import is_bullet, names_in
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import heading_role, is_imperative, printed_label

DEEPER, DEEPEST = 0.8, 5.0  # ems
SAME = 1.0  # points
LEAST_ITEMS = 2
FAR = 3.2  # ems from line to line
FEWEST_WORDS, USUAL_WORDS = 3, 30
LONGEST_TITLE = 8  # words
SURE = 0.9


def with_unmarked_items(rows: Sequence[Strip], column: tuple[float, float]) -> list[Strip]:
    """The lines of a column, those where an item of such a list begins with a marker of no words. A column that prints
    bullets has none of these lists."""
    if len(rows) < LEAST_ITEMS or any(row.marker == 0 or is_bullet(row.words[0]) for row in rows):
        return list(rows)
    begun: set[int] = set()
    known: list[float] = []
    waiting: list[int] = []
    for at, (head, inner) in enumerate(pairwise(rows)):
        if not DEEPER * inner.size <= inner.bbox[0] - head.bbox[0] <= DEEPEST * inner.size:
            continue
        block = _block(rows, at + 1)
        found = _items(rows, block, column) if _may_stand_over(head, inner) else []
        if len(found) < LEAST_ITEMS or not (_announces(head.text) or _all_tell(rows, found)):
            waiting += [at] if found else []
            continue
        begun.update(found)
        known.append(inner.bbox[0])
    known.sort()
    for at in waiting:
        left = rows[at + 1].bbox[0]
        if bisect_right(known, left - SAME) < bisect_left(known, left + SAME):
            begun.update(_items(rows, _block(rows, at + 1), column))
    return [with_bullet(row) if at in begun else row for at, row in enumerate(rows)] if begun else list(rows)


def _may_stand_over(head: Strip, inner: Strip) -> bool:
    """Whether a line may be a title or a lead-in of a list: one that ends in a colon, in bold or in larger letters, or
    a short one in another colour."""
    if head.angle or inner.angle or inner.bold or inner.size > head.size + 0.6:
        return False
    if head.text.endswith(":") or head.bold or head.size > inner.size + 0.6:
        return True
    titled = len(head.words) <= LONGEST_TITLE and head.text[:1].isupper() and head.text[-1].isalpha()
    return titled and (head.color != inner.color or _names_list(head.text))


def _announces(text: str) -> bool:
    """Whether a line says that items follow."""
    return text.endswith(":") or _names_list(text)


def _names_list(text: str) -> bool:
    """Whether a line is a title that says what the items under it are."""
    if len(text.split()) > LONGEST_TITLE or not text[:1].isupper():
        return False
    role = heading_role(text)
    return role is not None and role.role in STATEMENTS and role.strength >= SURE and printed_label(text) is None


def _all_tell(rows: Sequence[Strip], found: Iterable[int]) -> bool:
    """Whether each item says what somebody will do."""
    return all(is_imperative(rows[at].text) for at in found)


def _block(rows: Sequence[Strip], first: int) -> range:
    """The lines from a place on that begin where the first one does, in its type, without a marker."""
    left, size = rows[first].bbox[0], max(rows[first].size, 1.0)
    end = first
    while end < len(rows) and abs(rows[end].bbox[0] - left) < SAME and _alike(rows[first], rows[end]):
        if end > first and rows[end].bbox[3] - rows[end - 1].bbox[3] > FAR * size:
            break
        end += 1
    return range(first, end)


def _alike(a: Strip, b: Strip) -> bool:
    return b.marker is None and not b.angle and abs(a.size - b.size) < 0.6 and a.bold == b.bold


def _items(rows: Sequence[Strip], block: range, column: tuple[float, float]) -> list[int]:
    """Where the items of a list begin; nowhere if the lines are none, but a paragraph or several."""
    if not block:
        return []  # what is set in has a marker
    lines = [rows[at].line for at in block]
    width = column[1] - rows[block.start].bbox[0]
    begun = begun_items(lines, width, names_in(lines), listed=False)
    found = [at for at, begins in zip(block, begun, strict=True) if begins]
    items = [rows[start:end] for start, end in pairwise([*found, block.stop])]
    lengths = [sum(len(line.words) for line in item) for item in items]
    if not FEWEST_WORDS <= median(lengths) <= USUAL_WORDS or 2 * sum(map(_is_prose, items)) >= len(items):
        return []
    if 2 * sum(map(_is_field, items)) > len(items):
        return []
    return found


def _is_prose(item: Sequence[Strip]) -> bool:
    """Whether several sentences stand in an item."""
    words = [word for line in item for word in line.words]
    return any(a.text[-1] in ".?!" and len(a.text) > 3 and b.text[:1].isupper() for a, b in pairwise(words))


def _is_field(item: Sequence[Strip]) -> bool:
    """`Output: Number of visits`"""
    return any(word.text.endswith(":") for word in item[0].words[:4])
