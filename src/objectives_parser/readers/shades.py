"""Shaded areas and bold words out of a page's picture, for scans: a header row on grey, a card on pale blue.

The picture is grey, ``SCALE`` pixels for a point. Behind each word the paper's shade is what most of its box shows;
with the words painted over by it, an area of one shade is a rectangle of nearly equal cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

import attrs

from objectives_parser.document import BBox, Fill
from objectives_parser.readers.printed import Print, Style
from objectives_parser.readers.scans import DEEP
from objectives_parser.readers.traces import SCALE

if TYPE_CHECKING:
    from PIL.Image import Image

CELL = 4  # pixels that are looked at as one
EQUAL = 8  # of 255: cells of one area differ by less
PAPER = 249  # what is lighter is no area
PALER = 5  # than the paper by less is none either
SMALLEST = (24.0, 8.0)  # points
NEAREST = 40  # areas above that one may go on with
LINE = 2  # cells that a ruling across an area takes
CROSSED = 1  # cells that a ruling or a letter in an area takes
DARK, WORDS = 128, 75  # a darker area may have white words that nobody read, so many cells long
NO_SHADE = 999  # behind the last cell
FILLED = 0.75  # of an area's rows that show its shade
FLAT = 8  # of 255: shades that paper has at one place
FAINT, FULL = 40, 140  # of 255: letters less apart from the paper tell nothing, letters so far apart are black
BOLD = 1.22  # times the ink of most words
THIN = 0.35  # of a page's words have no more ink than common ones
CAPITALS = 1.2  # times the ink of small letters
HIGHEST, LOWEST = 1.0, 0.1  # sizes over and under the baseline where a word's ink is looked for
INKED = 90  # of 255: ink differs by more from the paper
FEWEST_BOLD = 3  # letters


class Look(NamedTuple):
    """What the picture shows of a word: the shade behind it, and how much of its box is ink."""

    behind: int
    ink: float


@attrs.define
class _Area:
    left: int
    right: int
    top: int
    bottom: int
    shade: int
    rows: int = 1


def looks(picture: Image, prints: Sequence[Print]) -> list[Look]:
    """What the picture shows of each word."""
    return [_look(cut(picture, item.box).histogram()) for item in prints]


def cut(picture: Image, box: BBox) -> Image:
    """What a box shows, inside the picture."""
    left, top, right, bottom = _pixels(box)
    left, top = min(max(left, 0), picture.width), min(max(top, 0), picture.height)
    return picture.crop((left, top, max(min(right, picture.width), left), max(min(bottom, picture.height), top)))


def height(picture: Image, item: Print) -> float:
    """How high the ink of a word is in points; 0 where it is not to be told."""
    x0, _, x1, foot = item.box
    size = item.style.size
    top = foot - HIGHEST * size
    ink = inked(cut(picture, (x0, top, x1, foot + LOWEST * size)))
    if top < 0 or ink is None or ink[1] == 0:
        return 0.0
    low = ink[3] if not DEEP.search(item.text) else round(foot * SCALE) - round(top * SCALE)
    return (low - ink[1]) / SCALE


def inked(crop: Image) -> tuple[int, int, int, int] | None:
    """The box of what stands out of the paper."""
    histogram = crop.histogram()
    behind = _look(histogram).behind
    return crop.point([255 if abs(shade - behind) > INKED else 0 for shade in range(256)]).getbbox()


def _pixels(box: BBox) -> tuple[int, int, int, int]:
    x0, top, x1, bottom = box
    return round(x0 * SCALE), round(top * SCALE), max(round(x1 * SCALE), round(x0 * SCALE) + 1), round(bottom * SCALE)


def _look(histogram: Sequence[int]) -> Look:
    total = sum(histogram)
    if not total:
        return Look(255, 0.0)
    flat = max(range(0, 256, FLAT), key=lambda shade: sum(histogram[shade : shade + FLAT]))
    behind = max(range(flat, flat + FLAT), key=histogram.__getitem__)
    apart = [(abs(shade - behind), count) for shade, count in enumerate(histogram) if count]
    most = max(far for far, _ in apart)
    if most < FAINT:
        return Look(behind, 0.0)
    full = behind if most > FULL and behind > most else most
    return Look(behind, sum(far * count for far, count in apart) / full / total)


def emboldened(prints: Sequence[Print], shown: Sequence[Look]) -> tuple[Print, ...]:
    """The words with those bold that have more ink than most."""
    inks = [_ink(item.text, look) for item, look in zip(prints, shown, strict=True)]
    telling = sorted(ink for item, ink in zip(prints, inks, strict=True) if ink and len(item.text) >= FEWEST_BOLD)
    if not telling:
        return tuple(prints)
    usual = telling[int(THIN * len(telling))]
    bold: list[Print] = []
    styles: dict[int, Style] = {}
    for run in _lines(list(zip(prints, inks, strict=True))):
        heavy = _bold_words([ink / usual for _, ink in run], [len(item.text) for item, _ in run])
        for at, (item, _) in enumerate(run):
            style = item.style
            if at < heavy:
                style = styles.get(id(style)) or styles.setdefault(id(style), attrs.evolve(style, bold=True))
            bold.append(item._replace(style=style))
    return tuple(bold)


def _bold_words(inks: Sequence[float], lengths: Sequence[int]) -> int:
    """How many words at the head of a line are bold: all, a lead of two and more, or none. Words of few letters tell
    nothing."""
    votes = [
        0 if length < FEWEST_BOLD or not ink else 1 if ink >= BOLD else -1
        for ink, length in zip(inks, lengths, strict=True)
    ]
    sums = list(accumulate(votes))
    best = max(range(len(sums)), key=lambda at: (sums[at], at))
    if sums[-1] > 0 and 2 * sums[-1] >= sum(map(abs, votes)):
        return len(votes)
    return best + 1 if sums[best] > 1 else 0


def _ink(text: str, look: Look) -> float:
    capitals = sum(sign.isupper() or sign.isdigit() for sign in text)
    return look.ink / (1 + (CAPITALS - 1) * capitals / len(text))


def _lines(items: Sequence[tuple[Print, float]]) -> Iterator[list[tuple[Print, float]]]:
    run: list[tuple[Print, float]] = []
    for item in items:
        if run:
            a, b = run[-1][0], item[0]
            if a.box[3] != b.box[3] or not -a.style.size < b.box[0] - a.box[2] < 1.5 * a.style.size:
                yield run
                run = []
        run.append(item)
    if run:
        yield run


def shaded(picture: Image, prints: Sequence[Print], shown: Sequence[Look]) -> list[Fill]:
    """The areas of one shade that is not the paper's."""
    clean = picture.copy()
    for item, look in zip(prints, shown, strict=True):
        x0, top, x1, bottom = _pixels(item.box)
        clean.paste(look.behind, (x0 - 2, top - 1, x1 + 2, bottom + 1))
    cells = clean.reduce(CELL)
    width, height, data = cells.width, cells.height, cells.tobytes()
    paper = max(range(256), key=picture.histogram().__getitem__)
    if paper < 128:
        return []
    lightest = min(PAPER, paper - PALER)
    areas = _mended([area for area in _areas(data, width, lightest) if area.rows >= FILLED * (area.bottom - area.top)])
    return [_fill(area, data, width, height) for area in areas if _is_large(area)]


def _mended(areas: Sequence[_Area]) -> list[_Area]:
    """The areas with those as one that words in them cut: the pieces under an area, side by side, that are as wide as
    it together go on with it."""
    whole: list[_Area] = []
    for _, row in groupby(sorted(areas, key=lambda area: (area.top, area.left)), key=lambda area: area.top):
        rest = list(row)
        for area in whole[-NEAREST:]:
            pieces = [piece for piece in rest if _is_piece(piece, area)]
            if pieces and sum(piece.right - piece.left for piece in pieces) >= FILLED * (area.right - area.left):
                area.bottom = min(piece.bottom for piece in pieces)
                area.rows = area.bottom - area.top
                rest = [piece for piece in rest if piece not in pieces]
        whole += rest
    return whole


def _is_piece(piece: _Area, area: _Area) -> bool:
    under = abs(piece.top - area.bottom) <= 1 and abs(piece.shade - area.shade) <= 2 * EQUAL
    return under and piece.left >= area.left - 1 and piece.right <= area.right + 1


def _is_large(area: _Area) -> bool:
    points = CELL / SCALE
    return (area.right - area.left) * points >= SMALLEST[0] and (area.bottom - area.top) * points >= SMALLEST[1]


def _fill(area: _Area, data: bytes, width: int, height: int) -> Fill:
    """An area with the parts of the cells at its sides that are of its shade."""
    row, column = (area.top + area.bottom) // 2, (area.left + area.right) // 2

    def part(x: int, y: int, dx: int, dy: int) -> float:
        if not (0 <= x + dx < width and 0 <= y + dy < height):
            return 0.0
        near, far = data[y * width + x], data[(y + dy) * width + x + dx]
        return min(max((far - near) / (far - area.shade), 0.0), 1.0) if abs(far - area.shade) > EQUAL else 0.0

    left = area.left - (part(area.left - 1, row, -1, 0) if area.left else 0)
    right = area.right + (part(area.right, row, 1, 0) if area.right < width else 0)
    top = area.top - (part(column, area.top - 1, 0, -1) if area.top else 0)
    bottom = area.bottom + (part(column, area.bottom, 0, 1) if area.bottom < height else 0)
    points = CELL / SCALE
    return Fill(
        bbox=(left * points, top * points, right * points, bottom * points),
        color=f"#{area.shade:02x}" + f"{area.shade:02x}" * 2,
    )


def _areas(data: bytes, width: int, lightest: int) -> Iterator[_Area]:
    """Rows of cells of one shade, one under the other, as areas."""
    open_: list[_Area] = []
    for row in range(len(data) // width):
        kept: list[_Area] = []
        for left, right, shade in _spans(data[row * width : (row + 1) * width], lightest):
            area = next((a for a in open_ if _goes_on(a, left, right, shade)), None)
            if area is None:
                area = _Area(left, right, row, row + 1, shade)
            else:
                open_.remove(area)
                area.bottom = row + 1
                area.rows += 1
                area.shade = shade
            kept.append(area)
        for area in open_:
            if row - area.bottom < LINE:
                kept.append(area)
            else:
                yield area
        open_ = kept
    yield from open_


def _goes_on(area: _Area, left: int, right: int, shade: int) -> bool:
    return abs(area.left - left) <= 1 and abs(area.right - right) <= 1 and abs(area.shade - shade) <= EQUAL


def _spans(row: bytes, lightest: int) -> Iterator[tuple[int, int, int]]:
    """Where a row of cells is of one shade: first cell, the one behind the last, the shade."""
    if min(row) > lightest:
        return
    least = int(SMALLEST[0] * SCALE / CELL)
    start, last, shade = 0, 0, _pure(row, 0)
    for at, value in enumerate((*row, NO_SHADE)):
        if abs(value - shade) <= EQUAL:
            last = at
        elif shade > lightest or at == len(row) or at - last > (WORDS if shade < DARK else CROSSED) or value > lightest:
            if shade <= lightest and last + 1 - start >= least:
                yield start, last + 1, shade
            start, last, shade = at, at, _pure(row, at)


def _pure(row: bytes, at: int) -> int:
    """The shade that begins at a cell, which may show a little of what stands before it."""
    if at + 1 < len(row) and abs(row[at + 1] - row[at]) <= EQUAL:
        return row[at + 1]
    return row[min(at, len(row) - 1)]
