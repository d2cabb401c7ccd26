"""Running heads and feet, page numbers, tabs: lines that stand at the same place on many pages.

A line counts by its text, digits made alike, and its place. Lines large enough to be a slide's title are left alone
unless nearly every page has them; so is what stands inside a table's header (it is drawn into cells or repeated lower).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TypeAlias

import attrs

from objectives_parser.document import NOWHERE, Page, Word
from objectives_parser.layout.flow.strips import Strip, strips_of
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.roles import printed_label

HEAD, FOOT = 0.13, 0.16  # of the page's height, where what repeats is furniture
MARGIN = 0.07  # of the page's width, at its sides
EDGE = 0.085  # of the height: a lone page number stands no further in
FRAME = 0.8  # of the page's height: a longer upright line frames the page
NEAR = 4.0  # points that a running head may move from page to page
WIDE, HEADED, ROWS = 0.4, 8.0, 2  # a table's rules, of the page's width; its head, in lines; the rules below that
FEWEST = 3
MOST = 0.7  # the share of pages that makes a large line furniture
SIZE = attrgetter("size")
DIGITS = re.compile(r"\d+")
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|\[]?\s*(?P<number>\d{1,4}|[ivxlc]{1,6})\s*(?:(?:of|/|\|)\s*\d{1,4})?\s*[-–—|\]]?$", re.IGNORECASE
)

Place: TypeAlias = tuple[float, int, Strip]  # from the page's edge, page, line


@attrs.frozen(eq=False)
class Carried:
    """A line that a page carries, and what it is: ``running``, ``page-number``, ``watermark`` or ``hidden``."""

    words: tuple[Word, ...]
    kind: str


def furniture_of(pages: Sequence[Page]) -> list[list[Carried]]:
    """For each page the lines that are furniture."""
    seen = [[word for word in page.words if not (word.hidden or word.watermark)] for page in pages]
    edges = [_edge_strips(page, words) for page, words in zip(pages, seen, strict=True)]
    large = 1.3 * _usual_size(seen)
    repeated = _repeated(pages, edges, large)
    numbers = _page_numbers(pages, edges)
    found = repeated | numbers
    return [
        [*_unseen(page), *(_carried(strip, id(strip) in numbers) for strip in strips if id(strip) in found)]
        for page, strips in zip(pages, edges, strict=True)
    ]


def _carried(strip: Strip, number: bool) -> Carried:
    return Carried(strip.words, "page-number" if number else "running")


def _unseen(page: Page) -> list[Carried]:
    """What nobody sees on the page, and what lies behind its text."""
    found = []
    for kind, words in (
        ("watermark", tuple(word for word in page.words if word.watermark)),
        ("hidden", tuple(word for word in page.words if word.hidden and not word.watermark)),
    ):
        if words:
            found.append(Carried(words, kind))
    return found


def _edge_strips(page: Page, words: Iterable[Word]) -> list[Strip]:
    """The lines at the page's head, foot and sides."""
    near = _words_at_edge(page, words)
    return [strip for strip in strips_of(near) if _says_something(strip)] if near else []


def _says_something(strip: Strip) -> bool:
    """Whether a line is more than the bullet of a line that stands a little lower."""
    return any(map(str.isalnum, strip.text)) and not (len(strip.words) == 1 and is_bullet(strip.words[0]))


def _words_at_edge(page: Page, words: Iterable[Word]) -> list[Word]:
    head, foot = HEAD * page.height, (1 - FOOT) * page.height
    left, right = MARGIN * page.width, (1 - MARGIN) * page.width
    return [
        word
        for word in words
        for x0, top, x1, bottom in (word.bbox or NOWHERE,)
        if bottom < head or top > foot or x1 < left or x0 > right
    ]


def _usual_size(pages: Iterable[Iterable[Word]]) -> float:
    letters: dict[float, int] = defaultdict(int)
    for words in pages:
        for size, alike in groupby(words, key=SIZE):
            letters[size] += sum([len(word.text) for word in alike])
    sizes: dict[float, int] = defaultdict(int)
    for size, count in letters.items():
        sizes[round(size)] += count
    return max(sizes, key=lambda size: sizes[size], default=11.0)


def _repeated(pages: Sequence[Page], edges: Sequence[Sequence[Strip]], large: float) -> set[int]:
    """The lines whose text stands at the same height on at least three pages (two of two or three)."""
    places: dict[str, list[Place]] = defaultdict(list)
    for number, (page, strips) in enumerate(zip(pages, edges, strict=True)):
        for strip in strips:
            if not any(map(str.isalpha, strip.text)):
                continue
            from_edge = strip.bbox[1] if strip.bbox[1] < page.height / 2 else strip.bbox[1] - page.height
            places[DIGITS.sub("#", strip.text.casefold())].append((round(from_edge, 1), number, strip))
    found: set[int] = set()
    least = min(FEWEST, max(2, len(pages) // 2))
    for entries in places.values():
        for group in _near_groups(entries):
            count = len({number for _, number, _ in group})
            enough = count >= MOST * len(pages) if group[0][2].size >= large else count >= least
            if enough and len(pages) > 1 and not _in_grid(pages, edges, group):
                found.update(id(strip) for _, _, strip in _again(group))
    return found


def _again(group: Sequence[Place]) -> Iterator[Place]:
    """The lines of a group that are furniture. `Goal 1`, `Goal 2`, … over the pages, alike but for their numbers, are
    what the pages are about; of each the first is none."""
    labels: set[str] = set()
    for place in sorted(group, key=lambda place: place[1]):
        text = place[2].text
        if text in labels or not _is_label(text):
            yield place
        labels.add(text)


def _is_label(text: str) -> bool:
    """Whether a line is the label of an objective, an action, … and no more: `Goal 1`, `Commitment 12:`."""
    label = printed_label(text)
    return label is not None and label.role is not None and label.number is not None and label.end == len(text)


def _near_groups(entries: list[Place]) -> list[list[Place]]:
    groups: list[list[Place]] = []
    for entry in sorted(entries, key=lambda entry: (entry[0], entry[1])):
        if groups and entry[0] - groups[-1][-1][0] <= NEAR:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def _in_grid(pages: Sequence[Page], edges: Sequence[Sequence[Strip]], group: Sequence[Place]) -> bool:
    """Whether the line is a table header that is printed again: on most of its pages it stands between upright rulings
    or on one of several coloured cells, in a row of four and more, or between the first rules of a table."""
    drawn = sum(
        _cell_like(pages[number], strip)
        or _in_row(edges[number], strip)
        or _between_rules(pages[number], edges[number], strip)
        for _, number, strip in group
    )
    return drawn > len(group) / 2


def _cell_like(page: Page, strip: Strip) -> bool:
    """Whether rulings or fills make cells at the line's height; one ruling or fill is decoration."""
    _x0, top, _x1, bottom = strip.bbox
    middle = (top + bottom) / 2
    uprights = {
        round(ruling.x0 / 5)
        for ruling in page.rulings
        if ruling.top - 1 <= middle <= ruling.bottom + 1
        and abs(ruling.x0 - ruling.x1) < 0.5
        and ruling.bottom - ruling.top < FRAME * page.height
    }
    cells = {
        round(fill.bbox[0] / 5)
        for fill in page.fills
        if fill.bbox[1] <= middle <= fill.bbox[3]
        and fill.bbox[3] - fill.bbox[1] < 4 * strip.height
        and fill.bbox[2] - fill.bbox[0] < 0.6 * page.width
        and fill.color != "#ffffff"
    }
    return len(uprights) > 2 or len(cells) > 1


def _between_rules(page: Page, strips: Sequence[Strip], strip: Strip) -> bool:
    """Whether a line stands with others right between two rules of one extent, and more of them follow: the head of a
    table that no upright line parts."""
    _, top, _, bottom = strip.bbox
    rules = [
        (ruling.top, round(ruling.x0 / NEAR), round(ruling.x1 / NEAR))
        for ruling in page.rulings
        if ruling.bottom - ruling.top < 1 and ruling.x1 - ruling.x0 > WIDE * page.width
    ]
    upper, *extent = max([rule for rule in rules if rule[0] <= top + 2], default=(0.0, 0, 0))
    alike = sorted(at for at, *other in rules if other == extent and at > bottom - 2)
    if len(alike) < 1 + ROWS or alike[0] - upper > HEADED * strip.height:
        return False
    return sum(upper - 2 < other.bbox[1] and other.bbox[3] < alike[0] + 2 for other in strips) > 1


def _in_row(strips: Sequence[Strip], strip: Strip) -> bool:
    return sum(abs(other.bbox[3] - strip.bbox[3]) < 2 for other in strips) >= 4


def _page_numbers(pages: Sequence[Page], edges: Sequence[Sequence[Strip]]) -> set[int]:
    """Lone numbers at the very head or foot that count with the pages: number less page is the same on two pages. On a
    page alone any number counts with itself, so that one in a drawn table's cell is a value."""
    counted: dict[tuple[str, int], list[Strip]] = defaultdict(list)
    for page, strips in zip(pages, edges, strict=True):
        for strip in strips:
            match = PAGE_NUMBER.match(strip.text)
            if match and _is_outermost(strip, page) and not (len(pages) == 1 and _cell_like(page, strip)):
                counted[_counting(match["number"], page.number)].append(strip)
    least = 1 if len(pages) == 1 else 2
    return {id(strip) for strips in counted.values() if len(strips) >= least for strip in strips}


def _is_outermost(strip: Strip, page: Page) -> bool:
    """Whether a line stands at the very head or foot, or nothing stands between it and the page's edge."""
    _, top, _, bottom = strip.bbox
    if bottom < EDGE * page.height or top > (1 - EDGE) * page.height:
        return True
    own = {id(word) for word in strip.words}
    others = [word.bbox for word in page.words if word.bbox is not None and id(word) not in own]
    return not others or bottom < min(box[1] for box in others) or top > max(box[3] for box in others)


def _counting(number: str, page: int) -> tuple[str, int]:
    """What pages counted alike share: the way of writing, and the difference of number and page."""
    if number.isdigit():
        return "arabic", int(number) - page
    return "roman", roman_number(number) - page


def roman_number(text: str) -> int:
    """The value of a roman number in small or large letters."""
    values = [ROMAN[letter] for letter in text.casefold()]
    return sum(-v if v < max(values[at:]) else v for at, v in enumerate(values))
