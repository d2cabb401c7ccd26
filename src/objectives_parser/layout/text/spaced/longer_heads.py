"""Headers of reading-order text that end in cells which say nothing by themselves (`Inputs`, `Budget (USD)`): where the
header ends and the first row begins, only the rows can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.layout.text.spaced.cell_forms import Told, says_value
from objectives_parser.layout.text.spaced.fitting import Column
from objectives_parser.layout.text.spaced.joined_columns import MOST_LINES
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.told_heads import HINT, SURE, StackedHead
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role, is_imperative, printed_label
from objectives_parser.values import is_date_only, is_value_only

MOST_ADDED, LONGEST_ADDED = 3, 5
"""Cells that may end a header and say nothing by themselves, and the words of one."""


def longer_heads(parts: Sequence[Part], head: StackedHead) -> Iterator[StackedHead]:
    """The header with one short piece of text behind it as one more cell, with two, with three."""
    if head.rest or head.odd or any(column.role and column.sure < SURE for column in head.columns):
        return
    for _ in range(MOST_ADDED):
        piece = parts[head.end] if head.end < len(parts) else None
        if not isinstance(piece, Piece) or not _may_be_added(piece, head):
            return
        role = header_role(piece.text)
        known = role if role is not None and role.strength >= HINT and role.role not in STATEMENTS else None
        column = Column(head=Told(pieces=(piece,)), role=known.role if known else None)
        head = attrs.evolve(head, columns=(*head.columns, column), end=head.end + 1)
        yield head


def _may_be_added(piece: Piece, head: StackedHead) -> bool:
    """Whether a piece may be a header cell: short, and neither a value nor a statement."""
    text = piece.text
    if piece.marker or not piece.first.blanks or piece.first.page != head.columns[-1].head.pieces[-1].last.page:
        return False
    said = is_date_only(text) or is_value_only(text) or says_value(text) or text.endswith((".", ":", ";", ","))
    said = said or is_imperative(text) or printed_label(text) is not None
    return (
        not said
        and len(text.split()) <= LONGEST_ADDED
        and (text[0].isupper() or text[0].isdigit())
        and len(piece.strands) <= MOST_LINES
    )
