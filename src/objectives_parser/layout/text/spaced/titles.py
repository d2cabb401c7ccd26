"""Which pieces of a text without sizes are headings: short lines that end no sentence and stand over something."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Furniture, Table
from objectives_parser.layout.text.spaced.cards import is_fact
from objectives_parser.layout.text.spaced.cell_forms import says_value
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.rows import WIDE, x0, x1
from objectives_parser.layout.text.spaced.strands import (
    glued_bullet,
    is_closed_strand,
    is_in_caps,
    is_titled,
    marker_of,
    open_ended,
)
from objectives_parser.roles import heading_role, is_lead_in, printed_label
from objectives_parser.values import is_date_only

MOST_WORDS, MOST_LINES = 14, 3
NUMBER = regex.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?$")
COUNT = regex.compile(r"(?:\d{1,2}|[a-zA-Z])[.)]$")
COUNTED = regex.compile(r"(?P<number>\d{1,2})(?P<sign>[.)])")
LETTERED = regex.compile(r"[A-Z][.)]|\([A-Z]\)|[IVX]{2,4}[.)]")
"""`A. Business objectives` over a table."""
SHORTER = 0.9
FEWEST_SAID = 5
"""Words of a line that says something, and names nothing."""


def is_title(flow: Sequence[Part], at: int) -> bool:
    """Whether the part at that place is a heading."""
    piece = flow[at]
    if not isinstance(piece, Piece) or not _may_be_heading(piece):
        return False
    following = part_behind(flow, at)
    if says_value(piece.text) or (_says_value(following) and is_date_only(piece.text)):
        return False  # a cell: `On track`; `Q2 FY 2026` before `On track`
    before = next((part for part in reversed(flow[:at]) if not isinstance(part, Furniture)), None)
    if isinstance(before, Piece) and _label_alone(before.text):
        return False  # `Action Item A (st) ::` stands over its statement
    if is_fact(piece.text) and any(_is_fact_beside(part, piece) for part in (before, following)):
        return False
    if following is None or (piece.marker and not _numbered_heading(piece, following)):
        return False
    if piece.marker and isinstance(before, Piece) and _counts_on(before, piece):
        return False
    if is_in_caps(piece.text):
        return True
    if isinstance(following, Table):
        return not _is_last_of_list(before, piece)
    wide = piece.last.high - piece.low > 0.85 * (piece.high - piece.low)
    if wide and len(piece.strands) == 1 and not (piece.first.blanks and following.first.blanks):
        return False
    over_list = is_item(following)
    apart = piece.first.blanks > 0 or piece.first.top
    return over_list or apart or len(following.text) > 1.5 * len(piece.text)


def _is_last_of_list(before: Part | None, piece: Piece) -> bool:
    """Whether a line over a table goes on with a list above it, line under line: both say something."""
    if not isinstance(before, Piece) or piece.first.blanks or piece.first.top or piece.first.page != before.first.page:
        return False
    return min(len(piece.text.split()), len(before.text.split())) >= FEWEST_SAID


def _says_value(part: Part | None) -> bool:
    return isinstance(part, Piece) and says_value(part.text)


def part_behind(flow: Sequence[Part], at: int) -> Piece | Table | None:
    """The part behind the one at that place."""
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
        not body[:1].isdigit() or is_in_caps(body)
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
    if is_in_caps(" ".join(piece.text.split()[1:])):
        return True
    deep = "." in number.group(1)
    over_text = isinstance(following, Piece) and following.first.hard > 0 and len(following.strands) > 1
    apart = piece.first.blanks > 0 or piece.first.top or over_text
    if deep and piece.first.blanks > 0 and len(piece.strands) == 1 and is_titled(piece.first):
        return True
    if not apart or (isinstance(following, Piece) and (marker_of(following.first) or glued_bullet(following.first))):
        return False
    return deep or isinstance(following, Table) or (isinstance(following, Piece) and following.first.hard > 0)


def _counts_on(before: Piece, piece: Piece) -> bool:
    """Whether a numbered line stands right under the one that is counted before it, as the last of a list does."""
    if piece.first.blanks or piece.first.top or piece.first.page != before.last.page or not before.marker:
        return False
    above, own = (COUNTED.fullmatch(part.first.words[0].text) for part in (before, piece))
    if above is None or own is None or above["sign"] != own["sign"]:
        return False
    return int(own["number"]) == int(above["number"]) + 1


def _titles_text(piece: Piece, following: Part) -> bool:
    """`2. Keep Rivers Clean`, `f) Waste Management` right over running text: one short line, its words in capitals,
    that ends no sentence."""
    if len(piece.strands) > 1 or not isinstance(following, Piece) or is_item(following) or is_closed_strand(piece.last):
        return False
    if not is_titled(piece.first) or is_titled(following.first):
        return False
    wide = following.first.high - following.first.low
    runs = is_closed_strand(following.last) or len(following.strands) > 1
    return runs and piece.first.high - piece.first.low < SHORTER * wide


def is_item(piece: Piece) -> bool:
    """Whether a piece is an item of a list, its bullet printed or not."""
    return bool(piece.marker or piece.listed or glued_bullet(piece.first))
