"""Which pieces are headings, and of which level: by their look against the body's, over the whole document.

A heading is set larger than the body, or bold, in capitals or in a colour of its own where the body is not; it is short
and does not end as a sentence. Looks are ranked by size, then capitals, weight and colour; the rank is the level.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import attrs

from objectives_parser.document import Table, Word, luminance
from objectives_parser.layout.flow.paragraphs import Piece
from objectives_parser.layout.flow.strips import Strip

MANY_PARTS = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?$")
SQUARES = frozenset("■◼▪◆►▶")
LONGEST_TITLE = 14  # words
FEWEST_SAID = 8  # words of a sentence
LARGER = 1.12
LONGEST = 24  # words of a heading
LONGEST_LEAD = 8  # words of a heading that ends in a colon
MOST_LINES = 4
WHITE, FEWEST_CELLS = 1.5, 3  # ems between two cells
INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")

Look: TypeAlias = tuple[float, bool, bool, bool]  # size, capitals, bold, coloured


@attrs.frozen(kw_only=True)
class Body:
    """How running text is set in a document."""

    size: float
    bold: bool
    color: str | None


def body_of(parts: Sequence[Piece | Table]) -> Body:
    """The look of most of the document's letters; of the longer pieces, if there are any. In a document that is all
    tables but for their titles and short lines it is the look of what the cells say."""
    pieces = [part for part in parts if isinstance(part, Piece)]
    if all(map(_may_be_title, pieces)) and not any(map(_is_said, pieces)):
        cells = [word for part in parts if isinstance(part, Table) for word in _told(part)]
        if sum(len(piece.first.text) for piece in pieces) < sum(len(word.text) for word in cells):
            return _body_of_cells(cells)
    sizes: Counter[tuple[float, bool]] = Counter()
    colors: Counter[str | None] = Counter()
    for piece in pieces:
        long = 5 if len(piece.strips) > 1 or len(piece.first.words) > 8 else 1
        for strip in piece.strips:
            letters = (len(strip.text) - strip.text.count(" ")) * long
            sizes[(round(strip.size * 2) / 2, strip.bold)] += letters
            colors[strip.color] += letters
    if not sizes:
        return Body(size=11.0, bold=False, color=None)
    (size, bold), _ = sizes.most_common(1)[0]
    return Body(size=size, bold=bold, color=colors.most_common(1)[0][0])


def _may_be_title(piece: Piece) -> bool:
    """A short line, or a few in bold."""
    if len(piece.strips) == 1 and len(piece.first.words) <= LONGEST_TITLE:
        return True
    words = sum(len(strip.words) for strip in piece.strips)
    return len(piece.strips) < MOST_LINES and words <= LONGEST and all(strip.bold for strip in piece.strips)


def _is_said(piece: Piece) -> bool:
    """A sentence, or what opens a list: text in the size of its own, and no title over a table."""
    return len(piece.first.words) >= FEWEST_SAID and piece.first.words[-1].text.endswith((".", ":"))


def _told(table: Table) -> Iterator[Word]:
    """The words of a table's cells but its header's."""
    return (word for cell in table.cells if not cell.header for line in cell.lines for word in line.words)


def _body_of_cells(words: Sequence[Word]) -> Body:
    sizes: Counter[tuple[float, bool]] = Counter()
    colors: Counter[str | None] = Counter()
    for word in words:
        sizes[(round(word.size * 2) / 2, word.bold)] += len(word.text)
        colors[word.color] += len(word.text)
    (size, bold), _ = sizes.most_common(1)[0]
    return Body(size=size, bold=bold, color=colors.most_common(1)[0][0])


def look_of(strip: Strip, body: Body) -> Look:
    """What tells headings of different levels apart."""
    colored = strip.color not in (body.color, None) and not _grey(strip.color)
    return round(strip.size * 2) / 2, strip.caps, strip.bold, colored


def is_heading(piece: Piece, body: Body, following: Piece | None) -> bool:
    """Whether the piece names what follows."""
    words = sum(len(strip.words) for strip in piece.strips)
    if piece.marker is not None and not _numbered_heading(piece, body):
        return False
    if words > LONGEST or len(piece.strips) > MOST_LINES or not _has_letters(piece) or piece.first.angle:
        return False
    if _is_row(piece.first):
        return False
    if piece.first.size >= LARGER * body.size:
        return not _sentence(piece) or (words <= 5 and piece.first.size >= 1.3 * body.size)
    if piece.first.size < 0.9 * body.size or _sentence(piece):
        return False
    if piece.marker is not None and words <= 12 and _styled_number(piece, body):
        return True
    if all(strip.bold for strip in piece.strips) and not body.bold:
        return words <= 16
    return all(strip.caps for strip in piece.strips) or (words <= 12 and _stands_out(piece, body, following))


def _is_row(strip: Strip) -> bool:
    """Whether white parts a line as it parts cells, twice at least: the head of a table, printed again."""
    if len(strip.words) < FEWEST_CELLS:
        return False
    boxes = [word.bbox for word in strip.words if word.bbox is not None]
    return sum(after[0] - before[2] > WHITE * strip.size for before, after in pairwise(boxes)) >= FEWEST_CELLS - 1


def _stands_out(piece: Piece, body: Body, following: Piece | None) -> bool:
    """A short line in a colour of its own, or darker than the list or text that it stands over."""
    _, _, _, colored = look_of(piece.first, body)
    if len(piece.strips) > 1 or piece.marker is not None:
        return False
    if colored or following is None or not piece.first.text[:1].isupper():
        return colored
    if following.marker is not None and _over_list(piece, following):
        return True
    if following.first.caps or following.first.bold:
        return False  # a label in grey capitals
    darker = luminance(following.first.color) - luminance(piece.first.color) > 60
    return darker and following.first.bbox[0] >= piece.first.bbox[0] - 2 and len(following.first.words) > 3


def _over_list(piece: Piece, items: Piece) -> bool:
    """`Challenge` over bullets that stand further in: a few words, no colon, on a line of their own."""
    words = piece.first.words
    plain = len(words) <= 5 and words[-1].text[-1:].isalnum() and words[0].text[:1].isupper()
    deeper = items.first.bbox[0] - piece.first.bbox[0] > 0.8 * piece.first.size
    return plain and deeper and piece.first.size > 0.95 * items.first.size


def _numbered_heading(piece: Piece, body: Body) -> bool:
    """`6.1.2 Redesigning services`: a number does not make a heading a list item where the look says heading, nor does
    a square before capitals."""
    first = piece.first.words[0].text
    told = piece.first.italic or look_of(piece.first, body)[3]
    if told and MANY_PARTS.match(first) and len(piece.strips) == 1 and not _sentence(piece):
        return True
    if first in SQUARES and all(s.caps for s in piece.strips):
        return piece.first.bold or look_of(piece.first, body)[3]
    if not first[:1].isalnum() or len(first) < 2 or len(piece.first.words) < 2:
        return False
    larger = piece.first.size >= LARGER * body.size
    return larger or (all(s.bold for s in piece.strips) and not body.bold) or all(s.caps for s in piece.strips)


def _styled_number(piece: Piece, body: Body) -> bool:
    """`1.3.4 Transport` in italics of a colour of its own, hardly larger than the text: a section's number and name."""
    first = piece.first
    styled = first.italic and look_of(first, body)[3] and first.size > 1.03 * body.size
    return styled and bool(MANY_PARTS.match(first.words[0].text))


def _sentence(piece: Piece) -> bool:
    """Whether the piece ends as a sentence or a long lead-in does; `… in the U.S.` does not."""
    last = piece.last.words[-1].text.rstrip("\"'”’)")
    if last.endswith(":"):
        return sum(len(strip.words) for strip in piece.strips) > LONGEST_LEAD
    return last.endswith((".", ";", ",")) and not INITIALS.search(last)


def _has_letters(piece: Piece) -> bool:
    text = "".join(word.text for strip in piece.strips for word in strip.words)
    return sum(map(str.isalnum, text)) >= 3 and any(map(str.isalpha, text))


def _grey(color: str | None) -> bool:
    if not color:
        return True
    red, green, blue = int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
    return max(red, green, blue) - min(red, green, blue) < 40


def levels_of(looks: Sequence[Look]) -> dict[Look, int]:
    """Looks → levels from 1: larger before smaller; of one size capitals, then bold, then coloured, then plain."""
    ranked = sorted(set(looks), key=lambda look: (-look[0], not look[1], not look[2], not look[3]))
    levels: dict[Look, int] = {}
    for look in ranked:
        before = next(reversed(levels), None)
        same = before is not None and look[0] > 0.95 * before[0] and look[1:] == before[1:]
        levels[look] = max(levels.values(), default=0) + (not same)
    return levels
