"""Rulings out of a page's picture, for scans, whose tables are drawn in the picture alone.

A ruling is a ridge: darker (or, on a shaded page, lighter) than what lies on either side of it, without a gap for
longer than letters are. The picture is grey, ``SCALE`` pixels for a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from objectives_parser.document import Ruling

if TYPE_CHECKING:
    from PIL.Image import Image

SCALE = 2.0  # pixels a point
REACH = 5  # pixels from a ruling's middle to beside it
DEPTH = 14  # how much darker than its sides a ruling is, of 255
CELL = 8  # pixels that are looked at as one
UNBROKEN = re.compile(rb"[\xd0-\xff]{5,}")  # five cells and more that are nearly all ruling
NEAR = 3  # pixels: runs so near are of one ruling
LONGEST_GAP = 12  # pixels in a ruling that a letter or a speck crosses

Run = tuple[int, int, int]  # row, first and last column
Band = list[int]  # first row, last row, first column, last column


def traced(picture: Image) -> list[Ruling]:
    """The straight lines of a picture along its axes."""
    from PIL.Image import Transpose

    level = [_ruling(band, upright=False) for band in _lines(picture)]
    upright = [_ruling(band, upright=True) for band in _lines(picture.transpose(Transpose.TRANSPOSE))]
    return [*level, *upright]


def _ruling(band: Band, *, upright: bool) -> Ruling:
    first, last, start, end = band
    middle, width = (first + last + 1) / 2 / SCALE, (last - first + 1) / SCALE
    if upright:
        return Ruling(x0=middle, top=start / SCALE, x1=middle, bottom=end / SCALE, width=width)
    return Ruling(x0=start / SCALE, top=middle, x1=end / SCALE, bottom=middle, width=width)


def _lines(picture: Image) -> list[Band]:
    """The level lines of a picture."""
    found: list[Band] = []
    for run in _runs(picture):
        _add(found, run)
    return _joined(found)


def _runs(picture: Image) -> Iterator[Run]:
    """Where a row of pixels is part of a level line."""
    from PIL import ImageChops

    above, below = ImageChops.offset(picture, 0, REACH), ImageChops.offset(picture, 0, -REACH)
    dark = ImageChops.subtract(ImageChops.darker(above, below), picture)
    light = ImageChops.subtract(picture, ImageChops.lighter(above, below))
    ridge = ImageChops.lighter(dark, light).point([0] * DEPTH + [255] * (256 - DEPTH))
    cells = ridge.reduce((CELL, 1))
    width, wide = cells.width, ridge.width
    rough, fine = cells.tobytes(), ridge.tobytes()
    for row in range(REACH, picture.height - REACH):
        for found in UNBROKEN.finditer(rough, row * width, (row + 1) * width):
            start, end = (found.start() - row * width) * CELL, (found.end() - row * width) * CELL
            left = fine.rfind(b"\0", row * wide, row * wide + start + 1) + 1
            right = fine.find(b"\0", row * wide + min(end, wide) - 1, (row + 1) * wide)
            yield row, max(left - row * wide, 0), wide if right < 0 else right - row * wide


def _add(bands: list[Band], run: Run) -> None:
    """Put a run to the line that it goes on, among the last ones; or it begins another."""
    row, start, end = run
    for band in reversed(bands[-80:]):
        if row - band[1] <= NEAR and start < band[3] and end > band[2]:
            band[1], band[2], band[3] = row, min(start, band[2]), max(end, band[3])
            return
    bands.append([row, row, start, end])


def _joined(bands: Iterable[Band]) -> list[Band]:
    """Lines with the pieces that specks and letters part, in the order of their places."""
    joined: list[Band] = []
    for band in sorted(bands, key=lambda band: (band[0] + band[1], band[2])):
        for other in reversed(joined[-40:]):
            level = abs(band[0] + band[1] - other[0] - other[1]) <= 2 * NEAR
            if level and band[2] - other[3] <= LONGEST_GAP and other[2] - band[3] <= LONGEST_GAP:
                other[0], other[1] = min(other[0], band[0]), max(other[1], band[1])
                other[2], other[3] = min(other[2], band[2]), max(other[3], band[3])
                break
        else:
            joined.append(band)
    return joined
