"""Pieces → headings, paragraphs and list items, over the whole document.

Text has no sizes: ``titles`` says which pieces are headings, ``title_levels`` how deep each of them stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

import attrs

from objectives_parser.document import Block, Furniture, Heading, Line, ListItem, Paragraph, Table
from objectives_parser.layout.flow.lists import with_depths_going_on
from objectives_parser.layout.text.form_lines import told_behind_names
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.rows import x0
from objectives_parser.layout.text.spaced.strands import is_closed_strand, is_in_caps, open_ended
from objectives_parser.layout.text.spaced.title_levels import levels_of
from objectives_parser.layout.text.spaced.titles import is_item, is_title
from objectives_parser.roles import is_lead_in

FULL = 0.8
FEW_LINES = 3


def blocks_of(parts: Sequence[Part]) -> list[Block]:
    """All parts of the document in order → its blocks."""
    flow = _with_paragraphs(_joined(parts))
    titles = {at for at in range(len(flow)) if is_title(flow, at)} - _forms(flow)
    pieces = [(at, part) for at, part in enumerate(flow) if at in titles and isinstance(part, Piece)]
    levels = levels_of(pieces, flow)
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
    if is_item(piece):
        place = piece.first.low - piece.low
        depth = max(0, sum(indent <= place for indent in indents[piece.first.page]) - 1)
        return ListItem(lines=lines, marker=piece.marker, level=min(depth, 6))
    return Paragraph(lines=lines)


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
    if not elsewhere or is_item(piece) or is_closed_strand(last.last):
        return False
    if piece.text[:1].islower():
        return len(last.text) > 40 or open_ended(last.last)
    full = last.last.high - last.low > FULL * (last.high - last.low)
    fills = len(piece.strands) > 1 and piece.first.high - piece.low > FULL * (piece.high - piece.low)
    return full and fills and not is_in_caps(piece.text) and len(last.strands) > 1


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
    if is_item(part) or len(item.strands) < FEW_LINES or len(part.strands) < 2 or part.first.blanks > 2:
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


def _indents(flow: Sequence[Part]) -> dict[int, list[int]]:
    """Where each page's list items begin, from left to right, relative to their columns."""
    places: dict[int, set[int]] = {}
    for part in flow:
        if isinstance(part, Piece) and is_item(part):
            places.setdefault(part.first.page, set()).add(part.first.low - part.low)
    return {page: _steps(sorted(found)) for page, found in places.items()}


def _steps(places: Sequence[int]) -> list[int]:
    steps: list[int] = []
    for place in places:
        if not steps or place - steps[-1] > 1:
            steps.append(place)
    return steps
