"""Pages printed sideways: a wide table on a page that stands upright, all its letters turned by a quarter; a sheet that
went through the scanner upside down.

Where most letters of a page are turned alike, the page is read as if it had been turned by hand; ``Page.turn`` keeps by
how much, so that places can be told as the page is displayed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import attrs

from objectives_parser.document import BBox, Ruling
from objectives_parser.readers.printed import Print, PrintedPage, Style

TURNS = (90, -90, 180)
SHARE = 0.85  # of a page's letters that are turned alike
FEWEST = 60  # letters: fewer are a title at the side of a picture
CLOSE = 2  # degrees
LEVEL = 0.4  # sizes: feet on one line differ by less
STEP = 4.0  # sizes from one line to the next

Turn = Callable[[BBox], BBox]


def upright(page: PrintedPage) -> PrintedPage:
    """The page so that most of its letters stand upright."""
    turn = _turn(page)
    return page if not turn else _turned(page, turn)


def _turn(page: PrintedPage) -> int:
    """By how many degrees, anticlockwise, most letters are turned; 0 for a usual page."""
    if not any(style.angle for style in {id(item.style): item.style for item in page.prints}.values()):
        return 0
    letters: Counter[int] = Counter()
    for item in page.prints:
        angle = item.style.angle
        letters[next((turn for turn in TURNS if abs(angle - turn) <= CLOSE), 0)] += len(item.text)
    turn, count = letters.most_common(1)[0]
    return turn if count >= FEWEST and count >= SHARE * letters.total() else 0


def _turned(page: PrintedPage, turn: int) -> PrintedPage:
    moved = _mover(turn, page.width, page.height)
    styles: dict[int, Style] = {}
    sideways = abs(turn) == 90
    return attrs.evolve(
        page,
        width=page.height if sideways else page.width,
        height=page.width if sideways else page.height,
        turn=turn,
        prints=tuple(_downwards([_print(item, moved, turn, styles) for item in page.prints])),
        rulings=tuple(_ruling(ruling, moved) for ruling in page.rulings),
        fills=tuple(attrs.evolve(fill, bbox=moved(fill.bbox)) for fill in page.fills),
        images=tuple(map(moved, page.images)),
        marks=tuple(attrs.evolve(mark, bbox=moved(mark.bbox)) for mark in page.marks),
        covers=tuple(map(moved, page.covers)),
        lids=tuple((order, moved(area), rulings) for order, area, rulings in page.lids),
    )


def _mover(turn: int, width: float, height: float) -> Turn:
    """What a box becomes when a page of that size is turned so that its letters stand upright."""
    match turn:
        case 90:
            return lambda box: (height - box[3], box[0], height - box[1], box[2])
        case -90:
            return lambda box: (box[1], width - box[2], box[3], width - box[0])
        case _:
            return lambda box: (width - box[2], height - box[3], width - box[0], height - box[1])


def _print(item: Print, moved: Turn, turn: int, styles: dict[int, Style]) -> Print:
    style = styles.get(id(item.style))
    if style is None:
        angle = (item.style.angle - turn + 180) % 360 - 180
        style = attrs.evolve(item.style, angle=0.0 if abs(angle) <= CLOSE else angle)
        styles[id(item.style)] = style
    return item._replace(box=moved(item.box), style=style)


def _downwards(prints: Sequence[Print]) -> Iterator[Print]:
    """The words with the lines in the order in which they are read: PDFium has what stands at one height of the page
    from left to right, which is from the last line to the first where letters are turned clockwise."""
    upwards: list[list[Print]] = []
    for line in _lines(prints):
        if upwards and not 0 < upwards[-1][0].box[3] - line[0].box[3] < STEP * line[0].style.size:
            yield from chain.from_iterable(reversed(upwards))
            upwards = []
        upwards.append(line)
    yield from chain.from_iterable(reversed(upwards))


def _lines(prints: Sequence[Print]) -> Iterator[list[Print]]:
    """The words that stand on one line, one after the other."""
    line: list[Print] = []
    for item in prints:
        if line and (abs(line[-1].box[3] - item.box[3]) > LEVEL * item.style.size or item.box[0] < line[-1].box[0]):
            yield line
            line = []
        line.append(item)
    if line:
        yield line


def _ruling(ruling: Ruling, moved: Turn) -> Ruling:
    x0, top, x1, bottom = moved((ruling.x0, ruling.top, ruling.x1, ruling.bottom))
    return attrs.evolve(ruling, x0=x0, top=top, x1=x1, bottom=bottom)
