"""Footnotes: small text at the end of a column that begins with a mark which stands, raised, in the text above.

They are taken out of the flow, so that a paragraph or table goes on over the page's end past them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from objectives_parser.document import Table, block_words
from objectives_parser.layout.flow.headings import Body
from objectives_parser.layout.flow.paragraphs import Piece

Part: TypeAlias = "Piece | Table"

SMALL = 0.93  # of the body's size
SIGNS = frozenset("*†‡§¶")


def notes_of(page: Sequence[Sequence[Part]], body: Body) -> set[int]:
    """The identities of a page's pieces that are footnotes."""
    marks = frozenset(_marks(part for column in page for part in column))
    return {id(piece) for column in page for piece in _tail(column, body, marks)} if marks else set()


def _marks(parts: Iterable[Part]) -> Iterable[str]:
    """The raised marks on a page."""
    for part in parts:
        words = block_words(part) if isinstance(part, Table) else (w for strip in part.strips for w in strip.words)
        yield from (_bare(word.text) for word in words if word.superscript or word.text in SIGNS)


def _tail(column: Sequence[Part], body: Body, marks: frozenset[str]) -> list[Piece]:
    """The notes at a column's end: from the first piece that begins with a mark, all small."""
    tail: list[Piece] = []
    for part in reversed(column):
        if not isinstance(part, Piece) or part.first.size > SMALL * body.size or part.first.angle:
            break
        tail.append(part)
    tail.reverse()
    while tail and not _begins_note(tail[0], marks):
        tail = tail[1:]
    return tail


def _begins_note(piece: Piece, marks: frozenset[str]) -> bool:
    """Whether the piece begins with a raised mark, or one that stands raised elsewhere on the page."""
    first = piece.first.words[0]
    if len(piece.first.words) < 2 and len(piece.strips) < 2:
        return False
    return (first.superscript or _raised_first(piece)) or _bare(first.text) in marks


def _raised_first(piece: Piece) -> bool:
    """A mark at a line's head is raised against the word behind it."""
    a, b = piece.first.words[0], piece.first.words[min(1, len(piece.first.words) - 1)]
    return a is not b and a.size < 0.8 * b.size and len(a.text) <= 3


def _bare(text: str) -> str:
    return text.strip("[]().,")
