"""Footnotes: small text at the end of a column, or right under a table, that begins with a mark which stands, raised,
in the text above.

They are taken out of the flow, so that a paragraph or table goes on over the page's end past them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from objectives_parser.document import Line, Table, block_lines
from objectives_parser.layout.flow.headings import Body
from objectives_parser.layout.flow.paragraphs import Piece

Part: TypeAlias = "Piece | Table"

SMALL = 0.93  # of the body's size
SPARE = 8.0  # points of white between the notes and what stands under them
SIGNS = frozenset("*†‡§¶")


def notes_of(page: Sequence[Sequence[Part]], body: Body) -> set[int]:
    """The identities of a page's pieces that are footnotes."""
    under = {id(piece) for column in page for piece in _under_tables(column, body)}
    tails = [tail for column in page if (tail := _small_tail(column, body))]
    raised = [tail for column in page if (tail := _raised_tail(column))]
    if not tails and not raised:
        return under
    marks = _marks(part for column in page for part in column)
    notes = {id(piece) for tail in tails for piece in _from_mark(tail, marks)} if marks else set()
    for tail in raised:
        own = {id(piece) for piece in tail}
        others = _marks(part for column in page for part in column if id(part) not in own)
        if all(_bare(piece.first.words[0].text) in others for piece in tail):
            notes |= own
    return notes | under


def _under_tables(column: Sequence[Part], body: Body) -> Iterator[Piece]:
    """The small pieces right under a table that begin with a sign which stands in it (`Not available *`)."""
    table: Table | None = None
    for part in column:
        if isinstance(part, Table):
            table = part
        elif table is not None and _is_of_table(part, table, body):
            yield part
        else:
            table = None


def _is_of_table(piece: Piece, table: Table, body: Body) -> bool:
    sign = piece.first.words[0].text[0]
    if sign not in SIGNS or piece.first.size > SMALL * body.size:
        return False
    return any(word.text[-1] == sign for line in block_lines(table) for word in line.words)


def _raised_tail(column: Sequence[Part]) -> list[Piece]:
    """The pieces at a column's end that each begin with a raised mark, whatever the size of their type: tables are
    often set smaller than the notes under them."""
    tail: list[Piece] = []
    for part in reversed(column[:-1] if _is_named(column) else column):
        if not isinstance(part, Piece) or part.first.angle or not _is_raised(part):
            break
        tail.append(part)
    return tail


def _is_named(column: Sequence[Part]) -> bool:
    """Whether the page's own name stands at the column's end."""
    return len(column) > 1 and isinstance(column[-1], Piece) and _is_short_line(column[-1])


def _is_raised(piece: Piece) -> bool:
    first = piece.first.words[0]
    return len(piece.first.words) > 2 and first.text.isalnum() and (first.superscript or _raised_first(piece))


def _marks(parts: Iterable[Part]) -> frozenset[str]:
    """The raised marks on a page."""
    lines = [line for part in parts for line in _lines(part)]
    return frozenset([_bare(w.text) for line in lines for w in line.words if w.superscript or w.text in SIGNS])


def _lines(part: Part) -> Iterable[Line]:
    return block_lines(part) if isinstance(part, Table) else part.lines


def _small_tail(column: Sequence[Part], body: Body) -> list[Piece]:
    """The pieces at a column's end that are all small; the page's own name may stand under them."""
    tail: list[Piece] = []
    for part in reversed(column[:-1] if _is_named(column) else column):
        if not isinstance(part, Piece) or part.first.size > SMALL * body.size or part.first.angle:
            break
        tail.append(part)
    tail.reverse()
    return tail


def _is_short_line(piece: Piece) -> bool:
    return len(piece.strips) == 1 and len(piece.first.words) <= 4 and piece.marker is None and piece.gap_before > SPARE


def _from_mark(tail: list[Piece], marks: frozenset[str]) -> list[Piece]:
    """The notes among small pieces: from the first that begins with a mark."""
    first = next((at for at, piece in enumerate(tail) if _begins_note(piece, marks)), len(tail))
    return tail[first:]


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
