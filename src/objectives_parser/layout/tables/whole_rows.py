"""Rows over the whole width of a table that no vertical line parts: `Goal 2: Replace one quarter of the cars …` runs
over the borders of its columns, and `Current Efforts` stands on one shaded bar over all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import compress

import attrs

from objectives_parser.document import BBox, Fill
from objectives_parser.layout.tables.filling import Filled
from objectives_parser.layout.tables.grids import NEAR


def with_whole_rows(sheet: Filled, fills: Sequence[Fill]) -> Filled:
    """The same; a row's last text reaches to the table's end if it runs over a border, or stands alone on one bar."""
    rows: dict[int, list[int]] = defaultdict(list)
    for index, box in enumerate(sheet.grid.boxes):
        for row in range(box.row, box.row + box.row_span):
            rows[row].append(index)
    bars = _bars(sheet, fills, rows) if fills else set()
    columns = len(sheet.grid.xs) - 1
    boxes, kept = list(sheet.grid.boxes), [True] * len(sheet.grid.boxes)
    for row, members in rows.items():
        last = _last_text(sheet, members)
        if last is None or not (boxes[last].column_span > 1 or row in bars):
            continue
        behind = [index for index in members if boxes[index].column > boxes[last].column]
        if any(boxes[index].row_span > 1 for index in (last, *behind)):
            continue
        boxes[last] = attrs.evolve(boxes[last], column_span=columns - boxes[last].column)
        for index in behind:
            kept[index] = False
    if all(kept):
        return sheet
    grid = attrs.evolve(sheet.grid, boxes=tuple(compress(boxes, kept)))
    return Filled(grid=grid, words=tuple(compress(sheet.words, kept)))


def _last_text(sheet: Filled, members: Sequence[int]) -> int | None:
    """The last box of a row that holds a text."""
    return max(
        (index for index in members if sheet.words[index]),
        key=lambda index: sheet.grid.boxes[index].column,
        default=None,
    )


def _bars(sheet: Filled, fills: Sequence[Fill], rows: Mapping[int, Sequence[int]]) -> set[int]:
    """The rows with one text at their beginning, on one bar of a colour on which no row of several texts stands."""
    x0, _, x1, _ = sheet.grid.bbox
    bars = [fill for fill in fills if fill.bbox[0] < x0 + 2 * NEAR and fill.bbox[2] > x1 - 2 * NEAR]
    colors: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for row, (upper, lower) in enumerate(zip(sheet.grid.ys, sheet.grid.ys[1:], strict=False)):
        color = next((bar.color for bar in reversed(bars) if _holds(bar.bbox, (upper + lower) / 2)), None)
        if color is not None:
            colors[color].append((row, _is_lone(sheet, rows.get(row, ()))))
    return {row for colored in colors.values() if all(lone for _, lone in colored) for row, _ in colored}


def _holds(bar: BBox, height: float) -> bool:
    return bar[1] < height < bar[3]


def _is_lone(sheet: Filled, members: Sequence[int]) -> bool:
    """Does a row hold one text, in its first column?"""
    held = [sheet.grid.boxes[index] for index in members if sheet.words[index]]
    return len(held) == 1 and held[0].column == 0 and held[0].row_span == 1
