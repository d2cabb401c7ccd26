"""Running heads and feet, page numbers, tabs: lines that stand at the same place on many pages.

A line counts by its text, digits made alike, and its place. Lines large enough to be a slide's title are left alone
unless nearly every page has them; so is what stands inside a table's header (it is drawn into cells or repeated lower).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import attrs

from objectives_parser.document import Page, Word
from objectives_parser.layout.flow.strips import Strip, strips_of
from objectives_parser.layout.wrapping import is_bullet

HEAD, FOOT = 0.13, 0.16  # of the page's height, where what repeats is furniture
MARGIN = 0.07  # of the page's width, at its sides
EDGE = 0.085  # of the height: a lone page number stands no further in
NEAR = 4.0  # points that a running head may move from page to page
FEWEST = 3
MOST = 0.7  # the share of pages that makes a large line furniture
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|\[]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:of|/|\|)\s*\d{1,4})?\s*[-–—|\]]?$", re.IGNORECASE
)


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
    near = [word for word in words if _at_edge(word, page)]
    return [strip for strip in strips_of(near) if _says_something(strip)] if near else []


def _says_something(strip: Strip) -> bool:
    """Whether a line is more than the bullet of a line that stands a little lower."""
    return any(map(str.isalnum, strip.text)) and not (len(strip.words) == 1 and is_bullet(strip.words[0]))


def _at_edge(word: Word, page: Page) -> bool:
    x0, top, x1, bottom = word.bbox or (0.0, 0.0, 0.0, 0.0)
    head_or_foot = bottom < HEAD * page.height or top > (1 - FOOT) * page.height
    return head_or_foot or x1 < MARGIN * page.width or x0 > (1 - MARGIN) * page.width


def _usual_size(pages: Iterable[Iterable[Word]]) -> float:
    sizes: dict[float, int] = defaultdict(int)
    for words in pages:
        for word in words:
            sizes[round(word.size)] += len(word.text)
    return max(sizes, key=lambda size: sizes[size], default=11.0)


def _repeated(pages: Sequence[Page], edges: Sequence[Sequence[Strip]], large: float) -> set[int]:
    """The lines whose text stands at the same height on at least three pages (two of two or three)."""
    places: dict[str, list[tuple[float, int, Strip]]] = defaultdict(list)
    for number, (page, strips) in enumerate(zip(pages, edges, strict=True)):
        for strip in strips:
            from_edge = strip.bbox[1] if strip.bbox[1] < page.height / 2 else strip.bbox[1] - page.height
            places[DIGITS.sub("#", strip.text.casefold())].append((round(from_edge, 1), number, strip))
    found: set[int] = set()
    least = min(FEWEST, max(2, len(pages) // 2))
    for entries in places.values():
        for group in _near_groups(entries):
            count = len({number for _, number, _ in group})
            enough = count >= MOST * len(pages) if group[0][2].size >= large else count >= least
            if enough and len(pages) > 1 and not _in_grid(pages, group):
                found.update(id(strip) for _, _, strip in group)
    return found


def _near_groups(entries: list[tuple[float, int, Strip]]) -> list[list[tuple[float, int, Strip]]]:
    groups: list[list[tuple[float, int, Strip]]] = []
    for entry in sorted(entries, key=lambda entry: (entry[0], entry[1])):
        if groups and entry[0] - groups[-1][-1][0] <= NEAR:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def _in_grid(pages: Sequence[Page], group: Sequence[tuple[float, int, Strip]]) -> bool:
    """Whether the line is a table header that is printed again: on most of its pages an upright ruling touches it, or
    a coloured cell no wider than itself and its neighbours lies under it."""
    drawn = sum(_cell_like(pages[number], strip) for _, number, strip in group)
    return drawn > len(group) / 2


def _cell_like(page: Page, strip: Strip) -> bool:
    x0, top, x1, bottom = strip.bbox
    middle = (top + bottom) / 2
    for ruling in page.rulings:
        upright = abs(ruling.x0 - ruling.x1) < 0.5
        if upright and ruling.top - 1 <= middle <= ruling.bottom + 1 and ruling.bottom - ruling.top < 0.9 * page.height:
            return True
    return (
        sum(
            fill.bbox[0] - 1 <= x0
            and fill.bbox[2] + 1 >= x1
            and fill.bbox[1] <= middle <= fill.bbox[3]
            and fill.bbox[2] - fill.bbox[0] < 0.6 * page.width
            and fill.color != "#ffffff"
            for fill in page.fills
        )
        > 0
    )


def _page_numbers(pages: Sequence[Page], edges: Sequence[Sequence[Strip]]) -> set[int]:
    """Lone numbers at the very head or foot, at about the same height as on another page or equal to the page's."""
    found = []
    for page, strips in zip(pages, edges, strict=True):
        for strip in strips:
            outer = strip.bbox[3] < EDGE * page.height or strip.bbox[1] > (1 - EDGE) * page.height
            if outer and PAGE_NUMBER.match(strip.text):
                found.append((round(strip.bbox[1]), page.number, strip))
    heights: dict[int, set[int]] = defaultdict(set)
    for height, number, _ in found:
        heights[height].add(number)
    return {
        id(strip)
        for height, number, strip in found
        if len(set().union(*(heights[height + d] for d in range(-3, 4) if height + d in heights))) > 1
        or strip.text.strip("-– ") == str(number)
    }
