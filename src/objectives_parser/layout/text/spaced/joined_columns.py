"""Header cells that a converter wrote line by line as one: `Task Task Owner` over `Due Date Status from last`."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Word
from objectives_parser.layout.text.spaced.cell_forms import Told
from objectives_parser.layout.text.spaced.fitting import Column
from objectives_parser.layout.text.spaced.prose import Piece
from objectives_parser.layout.text.spaced.strands import Strand
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role

MOST_LINES = 4
"""Lines of a header cell."""
MOST_JOINED = 12
EXACT = 0.9
_SPANS = frozenset(["month", "quarter", "year", "week", "period"])


def joined_columns(lines: Sequence[Strand]) -> tuple[tuple[Column, ...], tuple[Told, ...], int] | None:
    """The columns of header cells that a converter wrote line by line as one, `Task Task Change Owner` over `Due Date
    Status from last` and `month`, the words that name none of them, and over how many lines; None for other lines. A
    word that stands twice in the first line shows it."""
    top = [word.text for word in lines[0].words]
    again = {text for text in top if top.count(text) > 1 and text.isalpha() and text[0].isupper()}
    if not again or len(top) > MOST_JOINED:
        return None
    count = 1
    while count < min(len(lines), 1 + MOST_LINES) and _goes_on(lines[count]):
        count += 1
    named: dict[str, list[Word]] = {}
    lower: list[str] = []
    odd: list[Word] = []
    for at, strand in enumerate(lines[:count]):
        for word in strand.words:
            role = header_role(word.text) if word.text.casefold() not in _SPANS else None
            if role is None or role.strength < EXACT or role.role in STATEMENTS:
                odd.append(word)
                continue
            if at:
                lower.append(role.role)
            named.setdefault(role.role, []).append(word)
    if len(named) < 2:
        return None
    order = [*dict.fromkeys(lower), *(role for role in named if role not in lower)]
    columns = tuple(Column(head=_told(named[role], lines[0]), role=role, sure=EXACT) for role in order)
    return columns, (_told(odd, lines[0]),) if odd else (), count


def _told(words: Sequence[Word], like: Strand) -> Told:
    return Told(pieces=(piece_of([attrs.evolve(like, words=tuple(words))]),))


def _goes_on(strand: Strand) -> bool:
    """Whether a line goes on with header cells written as one: a few words, no figure, some of them headers'."""
    texts = [word.text for word in strand.words]
    if len(texts) > MOST_JOINED or any(char.isdigit() for text in texts for char in text):
        return False
    return strand.text[:1].islower() or all(header_role(text) is not None for text in texts)


def piece_of(strands: Sequence[Strand]) -> Piece:
    return Piece(strands=tuple(strands), marker=0, low=strands[0].low, high=max(strand.high for strand in strands))
