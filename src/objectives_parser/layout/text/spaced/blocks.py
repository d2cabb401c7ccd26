"""Pieces → headings, paragraphs and list items, over the whole document.

Text has no sizes: a heading is a short line that ends no sentence and stands over something. Capitals, the room above
it and the depth of its number tell its level; at a page's top, where room says nothing, headings worded alike do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Block, Furniture, Heading, Line, ListItem, Paragraph, Table
from objectives_parser.layout.flow.lists import with_depths_going_on
from objectives_parser.layout.text.form_lines import told_behind_names
from objectives_parser.layout.text.spaced.cards import is_fact
from objectives_parser.layout.text.spaced.cell_forms import says_value
from objectives_parser.layout.text.spaced.prose import Piece
from objectives_parser.layout.text.spaced.rows import WIDE, x0, x1
from objectives_parser.layout.text.spaced.strands import (
    glued_bullet,
    is_closed_strand,
    is_titled,
    marker_of,
    open_ended,
)
from objectives_parser.layout.text.spaced.unmarked import announces
from objectives_parser.roles import heading_role, is_lead_in, printed_label
from objectives_parser.values import is_date_only

MOST_WORDS, MOST_LINES = 14, 3
NUMBER = regex.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?$")
COUNT = regex.compile(r"(?:\d{1,2}|[a-zA-Z])[.)]$")
LETTER = regex.compile(r"[a-z][.)]$")
LETTERED = regex.compile(r"[A-Z][.)]|\([A-Z]\)|[IVX]{2,4}[.)]")
"""`A. Business objectives` over a table."""
FULL = 0.8
SHORTER = 0.9
FEW_LINES = 3
FEWEST_SAID = 5
"""Words of a line that says something, and names nothing."""
LONGEST_PAGE = 90
"""Lines of a page, at most; text without page ends is longer."""
ROOMS = (4, 2, 1, 0)
"""Empty lines above headings that part their levels."""
FEWEST_SLIDES, MOST_SLIDES, LONGEST_SLIDE = 4, 0.6, 28
Part: TypeAlias = "Piece | Table | Furniture"
Rank: TypeAlias = tuple[int, int, int]


def blocks_of(parts: Sequence[Part]) -> list[Block]:
    """All parts of the document in order → its blocks."""
    flow = _with_paragraphs(_joined(parts))
    titles = {at for at in range(len(flow)) if _is_heading(flow, at)} - _forms(flow)
    pieces = [(at, part) for at, part in enumerate(flow) if at in titles and isinstance(part, Piece)]
    levels = _under_labels(pieces, _levels(pieces, flow))
    indents = _indents(flow)
    blocks: list[Block] = []
    for at, part in enumerate(flow):
        if isinstance(part, Piece):
            blocks.append(_block(part, levels.get(at), indents))
        else:
            blocks.append(part)
    pages = [list(page) for _, page in groupby(blocks, key=_page)]
    return _with_bullets_under_numbers([block for page in with_depths_going_on(pages) for block in page])


def _with_bullets_under_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the bullets nested under the numbered paragraph that leads in to them (`11. We aim to:`), which text
    without indents sets level with it."""
    found: list[Block] = []
    over: ListItem | None = None
    for block in blocks:
        if isinstance(block, ListItem):
            if _is_counted(block):
                over = block if is_lead_in(_item_text(block)) and _item_text(block).endswith(":") else None
            elif over is not None and block.level == over.level:
                block = attrs.evolve(block, level=over.level + 1)
        elif not isinstance(block, Furniture):
            over = None
        found.append(block)
    return found


def _is_counted(block: ListItem) -> bool:
    return bool(block.marker) and block.lines[0].words[0].text[0].isdigit()


def _item_text(block: ListItem) -> str:
    return " ".join(line.text for line in block.lines)


def _page(block: Block) -> int:
    if isinstance(block, Table):
        return block.pages[0] if block.pages else 0
    return next((word.page or 0 for line in block.lines for word in line.words), 0)


def _block(piece: Piece, level: int | None, indents: Mapping[int, Sequence[int]]) -> Block:
    lines = tuple(Line(strand.words) for strand in piece.strands)
    if level is not None:
        return Heading(lines=lines, level=level)
    if _is_item(piece):
        place = piece.first.low - piece.low
        depth = max(0, sum(indent <= place for indent in indents[piece.first.page]) - 1)
        return ListItem(lines=lines, marker=piece.marker, level=min(depth, 6))
    return Paragraph(lines=lines)


def _is_item(piece: Piece) -> bool:
    return bool(piece.marker or piece.listed or glued_bullet(piece.first))


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Pieces that a column's or page's end cuts, joined; furniture between them stands behind."""
    flow: list[Part] = []
    for part in parts:
        before = next((at for at in range(len(flow) - 1, -1, -1) if not isinstance(flow[at], Furniture)), None)
        last = flow[before] if before is not None else None
        if isinstance(part, Piece) and isinstance(last, Piece) and before is not None and _goes_on(last, part):
            flow[before] = Piece(
                strands=(*last.strands, *part.strands),
                marker=last.marker,
                low=last.low,
                high=last.high,
                listed=last.listed,
            )
        else:
            flow.append(part)
    return flow


def _goes_on(last: Piece, piece: Piece) -> bool:
    """A new page or column that begins in the middle of a sentence."""
    elsewhere = piece.first.page != last.last.page or piece.first.y < last.last.y
    if not elsewhere or _is_item(piece) or is_closed_strand(last.last):
        return False
    if piece.text[:1].islower():
        return len(last.text) > 40 or open_ended(last.last)
    full = last.last.high - last.low > FULL * (last.high - last.low)
    fills = len(piece.strands) > 1 and piece.first.high - piece.low > FULL * (piece.high - piece.low)
    return full and fills and not _caps(piece.text) and len(last.strands) > 1


def _with_paragraphs(flow: Sequence[Part]) -> list[Part]:
    """The parts with the further paragraphs of a list item, which are set to the item's text, taken to the item."""
    found: list[Part] = []
    at: int | None = None
    for part in flow:
        item = found[at] if at is not None else None
        if at is not None and isinstance(part, Piece) and isinstance(item, Piece) and _belongs(part, item):
            found[at] = attrs.evolve(item, strands=(*item.strands, *part.strands))
            continue
        found.append(part)
        if not isinstance(part, Furniture):
            at = len(found) - 1 if isinstance(part, Piece) and part.marker else None
    return found


def _belongs(part: Piece, item: Piece) -> bool:
    """Whether a paragraph goes on with a list item that is running text itself, of several sentences."""
    if _is_item(part) or len(item.strands) < FEW_LINES or len(part.strands) < 2 or part.first.blanks > 2:
        return False
    words = [word.text for strand in item.strands for word in strand.words]
    start = x0(item.first.words[item.marker]) if item.marker < len(item.first.words) else item.first.low
    off = abs(part.first.low - start)
    if off > (part.first.page != item.last.page) or part.text.endswith(":"):
        return False
    if not is_closed_strand(item.last) or not is_closed_strand(part.last):
        return False
    return any(len(a) > 3 and a[-1] in ".!?" and b[:1].isupper() for a, b in pairwise(words))


def _forms(flow: Sequence[Part]) -> set[int]:
    """The positions of the pieces that say something behind a name, among others that do, right one under the other."""
    found: set[int] = set()
    chunk: list[tuple[int, Piece]] = []
    for at, part in enumerate((*flow, None)):
        if isinstance(part, Piece) and chunk and not part.first.blanks:
            chunk.append((at, part))
            continue
        words = [[word for strand in piece.strands for word in strand.words] for _, piece in chunk]
        found.update(chunk[told][0] for told in told_behind_names(words))
        chunk = [(at, part)] if isinstance(part, Piece) else []
    return found


# --- headings -----------------------------------------------------------------------------------------------------


def _is_heading(flow: Sequence[Part], at: int) -> bool:
    piece = flow[at]
    if not isinstance(piece, Piece) or not _may_be_heading(piece):
        return False
    following = _following(flow, at)
    if says_value(piece.text) or (_says_value(following) and is_date_only(piece.text)):
        return False  # a cell: `On track`; `Q2 FY 2026` before `On track`
    before = next((part for part in reversed(flow[:at]) if not isinstance(part, Furniture)), None)
    if isinstance(before, Piece) and _label_alone(before.text):
        return False  # `Action Item A (st) ::` stands over its statement
    if is_fact(piece.text) and any(_is_fact_beside(part, piece) for part in (before, following)):
        return False
    if following is None or (piece.marker and not _numbered_heading(piece, following)):
        return False
    if _caps(piece.text):
        return True
    if isinstance(following, Table):
        return not _is_last_of_list(before, piece)
    wide = piece.last.high - piece.low > 0.85 * (piece.high - piece.low)
    if wide and len(piece.strands) == 1 and not (piece.first.blanks and following.first.blanks):
        return False
    over_list = _is_item(following)
    apart = piece.first.blanks > 0 or piece.first.top
    return over_list or apart or len(following.text) > 1.5 * len(piece.text)


def _is_last_of_list(before: Part | None, piece: Piece) -> bool:
    """Whether a line over a table goes on with a list above it, line under line: both say something."""
    if not isinstance(before, Piece) or piece.first.blanks or piece.first.top or piece.first.page != before.first.page:
        return False
    return min(len(piece.text.split()), len(before.text.split())) >= FEWEST_SAID


def _says_value(part: Part | None) -> bool:
    return isinstance(part, Piece) and says_value(part.text)


def _following(flow: Sequence[Part], at: int) -> Piece | Table | None:
    return next((part for part in flow[at + 1 :] if not isinstance(part, Furniture)), None)


def _is_fact_beside(part: Part | None, piece: Piece) -> bool:
    """Whether another fact stands right over or under a line, as on a card."""
    if not isinstance(part, Piece) or part.first.page != piece.first.page or not is_fact(part.text):
        return False
    return 0 <= max(part.first.y - piece.last.y, piece.first.y - part.last.y) <= 1


def _label_alone(text: str) -> bool:
    label = printed_label(text)
    return label is not None and label.kind == "word" and label.end >= len(text)


def _may_be_heading(piece: Piece) -> bool:
    text = piece.text
    words = text.split()
    if len(words) > MOST_WORDS or len(piece.strands) > MOST_LINES or glued_bullet(piece.first) or piece.listed:
        return False
    if text.rstrip("\"'”’)").endswith((".", ";", ",")) or open_ended(piece.last):
        return False
    if _is_pair(piece):
        return False
    if is_lead_in(text) and text.endswith(":") and heading_role(text) is None:
        return False
    body = text if not piece.marker else " ".join(words[1:])
    return sum(map(str.isalpha, body)) >= 3 and not body[:1].islower() and (
        not body[:1].isdigit() or _caps(body)
    )  # fmt: skip


def _is_pair(piece: Piece) -> bool:
    """`Output:     Number of visits`, but not `RECOMMENDATION #4:     Promote walking`."""
    at = next((at for at, word in enumerate(piece.first.words[:-1]) if word.text.endswith(":")), None)
    if at is None or any(map(str.isdigit, piece.first.words[at].text)):
        return False
    return x0(piece.first.words[at + 1]) - x1(piece.first.words[at]) >= WIDE


def _numbered_heading(piece: Piece, following: Part) -> bool:
    """`6.1.2 Redesigning services`; `1. Improve …` only in capitals or where text, no other item, follows it."""
    first = piece.first.words[0].text
    if COUNT.match(first) and _titles_text(piece, following):
        return True
    number = NUMBER.match(first)
    if number is None:
        return isinstance(following, Table) and LETTERED.fullmatch(first) is not None
    if _caps(" ".join(piece.text.split()[1:])):
        return True
    deep = "." in number.group(1)
    over_text = isinstance(following, Piece) and following.first.hard > 0 and len(following.strands) > 1
    apart = piece.first.blanks > 0 or piece.first.top or over_text
    if deep and piece.first.blanks > 0 and len(piece.strands) == 1 and is_titled(piece.first):
        return True
    if not apart or (isinstance(following, Piece) and (marker_of(following.first) or glued_bullet(following.first))):
        return False
    return deep or isinstance(following, Table) or (isinstance(following, Piece) and following.first.hard > 0)


def _titles_text(piece: Piece, following: Part) -> bool:
    """`2. Keep Rivers Clean`, `f) Waste Management` right over running text: one short line, its words in capitals,
    that ends no sentence."""
    if (
        len(piece.strands) > 1
        or not isinstance(following, Piece)
        or _is_item(following)
        or is_closed_strand(piece.last)
    ):
        return False
    if not is_titled(piece.first) or is_titled(following.first):
        return False
    wide = following.first.high - following.first.low
    runs = is_closed_strand(following.last) or len(following.strands) > 1
    return runs and piece.first.high - piece.first.low < SHORTER * wide


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
    following = _following(flow, at)
    kind = type(following).__name__
    if isinstance(following, Piece):
        title = any(part is following and _is_heading(flow, index) for index, part in enumerate(flow[at : at + 9], at))
        kind = "item" if _is_item(following) else "title" if title else "text"
    return f"{piece.first.low} {kind}"


def _rank(piece: Piece) -> Rank:
    """Depth of the number, then capitals before others, then the room above."""
    first = piece.first.words[0].text
    number = NUMBER.match(first) if piece.marker else None
    depth = number.group(1).count(".") if number else 1 if piece.marker and LETTER.match(first) else -1
    room = 0 if piece.first.top else next(at for at, least in enumerate(ROOMS) if piece.first.blanks >= least)
    return depth, 0 if _caps(piece.text) else 1, room if depth < 0 else 0


def _wording(piece: Piece) -> str:
    """What headings worded alike share: the first word, and a mark at the end."""
    words = piece.text.split()
    end = words[-1][-1] if not words[-1][-1].isalnum() else ""
    return f"{words[0].casefold()} {end}"


def _caps(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)


def _indents(flow: Sequence[Part]) -> dict[int, list[int]]:
    """Where each page's list items begin, from left to right, relative to their columns."""
    places: dict[int, set[int]] = {}
    for part in flow:
        if isinstance(part, Piece) and _is_item(part):
            places.setdefault(part.first.page, set()).add(part.first.low - part.low)
    return {page: _steps(sorted(found)) for page, found in places.items()}


def _steps(places: Sequence[int]) -> list[int]:
    steps: list[int] = []
    for place in places:
        if not steps or place - steps[-1] > 1:
            steps.append(place)
    return steps
