"""Bullets that are pictures: a small image or drawing left of a line's first word starts a list item there.

Word processors write picture bullets, and browsers and some converters draw every bullet; the text layer then holds no
sign of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from objectives_parser.document import BBox, Block, Line, Page, Table
from objectives_parser.frozen import evolve

_LARGEST = 16.0
_FARTHEST = 24.0
_SLACK = 1.5  # points
DOT = 0.7  # ems: no bullet of running text is larger
AFAR = 2.5  # ems
FEW = 2
SMALLEST_SQUARE, LARGEST_SQUARE, EVEN = 2.0, 6.0, 0.3
DARKEST, GREY = 96, 16
MOST = 200  # a page with more dots is a chart or a map


def with_drawn_bullets(blocks: Sequence[Block], pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks with ``Line.begins`` and ``Line.item`` set in table cells whose lines a drawn bullet stands before.
    What is set in below such a line goes on with it; of a line that stands further left its look tells."""
    bullets = {page.number: found for page in pages if len(found := _bullets(page)) >= 2}
    if not bullets:
        return tuple(blocks)
    return tuple(_table(block, bullets) if isinstance(block, Table) else block for block in blocks)


def dots_of(pages: Sequence[Page]) -> list[list[BBox]]:
    """For each page the drawings that may be the bullets of running text. One that stands alone on its page is one too
    if the page before has such at the same place across: the last item of a list that the page end cuts."""
    found = [dots_on(page) for page in pages]
    for at in range(1, len(pages)):
        if not found[at] and found[at - 1]:
            found[at] = [box for box in _bullets(pages[at])[:FEW] if _stands_as(box, found[at - 1])]
    return found


def _stands_as(box: BBox, others: Sequence[BBox]) -> bool:
    """Whether a dot is as large as one of the others and as far from the page's side."""
    size = (box[2] - box[0], box[3] - box[1])
    return any(
        abs(box[0] - other[0]) < 1.0 and _alike(size, (other[2] - other[0], other[3] - other[1])) for other in others
    )


def dots_on(page: Page) -> list[BBox]:
    """The drawings of a page that may be the bullets of running text, from top to bottom: several of one size. An icon
    or the tick of a form stands alone, or is as large as the type."""
    boxes = _bullets(page)
    if not 1 < len(boxes) <= MOST:
        return []
    sizes = [(box[2] - box[0], box[3] - box[1]) for box in boxes]
    known = sorted(set(sizes))
    return [
        box
        for box, size in zip(boxes, sizes, strict=True)
        if sizes.count(size) > 1 or any(other != size and _alike(size, other) for other in known)
    ]


def _alike(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether two sizes are the same, but for rounding."""
    return abs(a[0] - b[0]) < 1.0 and abs(a[1] - b[1]) < 1.0


def has_dot(dots: Sequence[BBox], line: BBox, size: float) -> bool:
    """Whether a dot stands before a line of a type size as its bullet does: small, at half the height of its letters
    and not far from its first word."""
    x0, top, _, bottom = line
    for dot in dots[bisect_left(dots, top - size, key=lambda box: box[1]) :]:
        if dot[1] > bottom:
            return False
        middle = (dot[1] + dot[3]) / 2
        small = dot[3] - dot[1] <= DOT * size and dot[2] - dot[0] <= DOT * size
        if small and top + 0.2 * size < middle < bottom - 0.1 * size and 0 <= x0 - dot[2] <= AFAR * size:
            return True
    return False


def _bullets(page: Page) -> list[BBox]:
    boxes = [*page.images, *(mark.bbox for mark in page.marks), *_squares(page)]
    small = [box for box in boxes if 1.0 < box[2] - box[0] <= _LARGEST and 1.0 < box[3] - box[1] <= _LARGEST]
    return sorted(small, key=lambda box: box[1])


def _squares(page: Page) -> list[BBox]:
    """Small squares in the colour of type that stand one under the other, by which browsers draw the bullets of the
    third level of a list. The key of a chart is coloured."""
    lanes: dict[tuple[int, str], list[BBox]] = {}
    for fill in page.fills:
        x0, top, x1, bottom = fill.bbox
        if SMALLEST_SQUARE <= x1 - x0 <= LARGEST_SQUARE and abs(x1 - x0 - bottom + top) < EVEN and _is_dark(fill.color):
            lanes.setdefault((round(x0), fill.color), []).append(fill.bbox)
    return [box for boxes in lanes.values() if len(boxes) >= FEW for box in boxes]


def _is_dark(color: str) -> bool:
    """Whether a colour is black or a dark grey."""
    shades = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return max(shades) <= DARKEST and max(shades) - min(shades) <= GREY


def _table(table: Table, bullets: dict[int, list[BBox]]) -> Table:
    found = [[_bullet_of(line, bullets) for line in cell.lines] for cell in table.cells]
    several = [[box for box in boxes if box is not None] for boxes in found]
    lanes = [box[0] for boxes in several if len(boxes) >= FEW for box in boxes]
    # one bullet alone in its cell is one where other cells have theirs at the same place
    listed = [
        len(boxes) >= FEW or any(abs(box[0] - lane) < _SLACK for box in boxes for lane in lanes) for boxes in several
    ]
    return evolve(
        table,
        cells=tuple(
            evolve(cell, lines=lines) if is_list and (lines := _lines(cell.lines, starts)) is not cell.lines else cell
            for cell, starts, is_list in zip(table.cells, found, listed, strict=True)
        ),
    )


def _lines(lines: tuple[Line, ...], bullets: Sequence[BBox | None]) -> tuple[Line, ...]:
    if any(line.begins is not None for line in lines):
        return lines
    found: list[Line] = []
    item: Line | None = None
    for line, bullet in zip(lines, bullets, strict=True):
        starts = bullet is not None
        begins = True if starts or not found else False if item and _hangs(line, item) else None
        found.append(Line(line.words, begins=begins, item=starts))
        item = line if starts else item
    return tuple(found)


def _hangs(line: Line, item: Line) -> bool:
    """Whether a line begins no further left than the words of the item above, or on another page."""
    a, b = line.bbox, item.bbox
    return a is None or b is None or line.page != item.page or a[0] > b[0] - _SLACK


def _bullet_of(line: Line, bullets: dict[int, list[BBox]]) -> BBox | None:
    """The drawn bullet before a line."""
    found = bullets.get(line.page) if line.page is not None else None
    box = line.bbox if found else None
    if not found or box is None:
        return None
    middle = (box[1] + box[3]) / 2
    for bullet in found[bisect_left(found, middle - _LARGEST, key=lambda b: b[1]) :]:
        if bullet[1] > middle:
            return None
        if bullet[3] >= middle - 2 and -2.0 <= box[0] - bullet[2] <= _FARTHEST:
            return bullet
    return None
