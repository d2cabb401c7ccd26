"""Headings of a text without sizes → their levels.

Capitals, the room above a heading and the depth of its number tell its level; at a page's top, where room says nothing,
headings worded alike do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from objectives_parser import late as regex
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.strands import is_in_caps
from objectives_parser.layout.text.spaced.titles import NUMBER, is_item, is_title, part_behind
from objectives_parser.layout.text.spaced.unmarked import announces
from objectives_parser.roles import printed_label

LETTER = regex.compile(r"[a-z][.)]$")
LONGEST_PAGE = 90
"""Lines of a page, at most; text without page ends is longer."""
ROOMS = (4, 2, 1, 0)
"""Empty lines above headings that part their levels."""
FEWEST_SLIDES, MOST_SLIDES, LONGEST_SLIDE = 4, 0.6, 28
Rank: TypeAlias = tuple[int, int, int]


def levels_of(titles: Sequence[tuple[int, Piece]], flow: Sequence[Part]) -> dict[int, int]:
    """The levels of the headings at those positions, from 1."""
    return _under_labels(titles, _levels(titles, flow))


def _levels(titles: Sequence[tuple[int, Piece]], flow: Sequence[Part]) -> dict[int, int]:
    """Headings → levels from 1. At a page's top, and on a lone page right under another heading, where the room above
    says nothing, it is of the level of those worded alike, or that stand over the like of what it stands over."""
    ranks = {at: _rank(piece) for at, piece in titles}
    family: dict[str, list[Rank]] = {}
    lone = len({piece.first.page for _, piece in titles}) == 1 and titles[-1][1].first.y <= LONGEST_PAGE
    places = {at for at, _ in titles} if lone else set()
    slides = _begin_pages(titles, flow)
    roomless = {
        at for at, piece in titles if (piece.first.top and not slides) or (at - 1 in places and not piece.first.blanks)
    }
    for at, piece in titles:
        if at not in roomless:
            family.setdefault(_wording(piece), []).append(ranks[at])
            family.setdefault(_place(piece, flow, at), []).append(ranks[at])
    for at, piece in titles:
        if at in roomless:
            alike = family.get(_wording(piece)) or ([] if piece.first.fresh else family.get(_place(piece, flow, at)))
            ranks[at] = max(set(alike), key=alike.count) if alike else ranks[at]
    order = sorted(set(ranks.values()))
    return {at: 1 + order.index(rank) for at, rank in ranks.items()}


def _begin_pages(titles: Sequence[tuple[int, Piece]], flow: Sequence[Part]) -> bool:
    """Whether most pages begin with a heading over a few lines, as slides do: these are of one level, the highest."""
    lines = Counter(strand.page for part in flow if isinstance(part, Piece) for strand in part.strands)
    begun = {piece.first.page for _, piece in titles if piece.first.top}
    few = sum(lines[page] <= LONGEST_SLIDE for page in begun)
    return few >= FEWEST_SLIDES and few >= MOST_SLIDES * len(lines)


def _under_labels(titles: Sequence[tuple[int, Piece]], levels: dict[int, int]) -> dict[int, int]:
    """The levels, with `Initiatives`, `Why this matters` again and again and `1.2 Plant trees` below the `Goal 1: Clean
    rivers` that they follow, however they are set, and below the heading right over it; captions over lists side by
    side below all that stands over them on their page."""
    found = dict(levels)
    again = Counter(piece.text.casefold() for _, piece in titles)
    labelled: int | None = None
    count = ""
    page = deepest = 0
    for at, piece in titles:
        page, deepest = piece.first.page, deepest if piece.first.page == page else 0
        if piece.caption:
            found[at] = 1 + deepest
            continue
        deepest = max(deepest, found[at])
        if at - 1 in found and found[at] < found[at - 1] and announces(piece.text):
            found[at] = found[at - 1] + 1
        label = printed_label(piece.text)
        if label is not None and label.kind == "word" and label.role is not None and label.number is not None:
            labelled, count = found[at], label.number.rstrip(".:")
        elif labelled is not None and found[at] <= labelled:
            part = label is not None and label.kind == "number" and label.text.startswith((f"{count}.", f"{count}-"))
            if part or announces(piece.text) or again[piece.text.casefold()] > 1:
                found[at] = labelled + 1
            else:
                labelled = None
    return found


def _place(piece: Piece, flow: Sequence[Part], at: int) -> str:
    """Where a heading begins, and what it stands over: a list, another heading, text, or a table."""
    following = part_behind(flow, at)
    kind = type(following).__name__
    if isinstance(following, Piece):
        title = any(part is following and is_title(flow, index) for index, part in enumerate(flow[at : at + 9], at))
        kind = "item" if is_item(following) else "title" if title else "text"
    return f"{piece.first.low} {kind}"


def _rank(piece: Piece) -> Rank:
    """Depth of the number, then capitals before others, then the room above."""
    first = piece.first.words[0].text
    number = NUMBER.match(first) if piece.marker else None
    depth = number.group(1).count(".") if number else 1 if piece.marker and LETTER.match(first) else -1
    room = 0 if piece.first.top else next(at for at, least in enumerate(ROOMS) if piece.first.blanks >= least)
    return depth, 0 if is_in_caps(piece.text) else 1, room if depth < 0 else 0


def _wording(piece: Piece) -> str:
    """What headings worded alike share: the first word, and a mark at the end."""
    words = piece.text.split()
    end = words[-1][-1] if not words[-1][-1].isalnum() else ""
    return f"{words[0].casefold()} {end}"
