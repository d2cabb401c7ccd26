"""Cells of reading-order text: a piece and the list items under it, and the table that some of them make."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell, Line, Table
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.strands import glued_bullet
from objectives_parser.roles import HeaderRole, header_role, printed_label

LONGEST_LABEL = 5
SURE = 0.6


@attrs.frozen(kw_only=True, eq=False)
class Group:
    """A cell: a piece and the list items under it."""

    pieces: tuple[Piece, ...]

    @property
    def words(self) -> int:
        return sum(len(piece.text.split()) for piece in self.pieces)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(strand.words) for piece in self.pieces for strand in piece.strands)

    @property
    def page(self) -> int:
        return self.pieces[0].first.page


def role_of(part: Part) -> HeaderRole | None:
    """What a piece says if it is a label or header cell: short, and a header word for sure."""
    if not isinstance(part, Piece) or part.marker or glued_bullet(part.first) or len(part.strands) > 2:
        return None
    if len(part.text.split()) > LONGEST_LABEL or part.text.endswith((".", ":", ",")) or not part.text[0].isupper():
        return None
    role = header_role(part.text)
    return role if role is not None and role.strength >= SURE else None


def is_item(part: Part) -> bool:
    return isinstance(part, Piece) and bool(part.marker or glued_bullet(part.first))


def is_statement(piece: Piece) -> bool:
    """Whether a label says what a piece states: `Goal 1`."""
    label = printed_label(piece.text)
    return label is not None and label.kind == "word" and label.role is not None


def cells_in_row(row: int, groups: Sequence[Group], *, header: bool = False) -> list[Cell]:
    return [
        Cell(row=row, column=column, lines=group.lines, header=header, page=group.page)
        for column, group in enumerate(groups)
    ]


def table_of(cells: Sequence[Cell], rows: int, columns: int) -> Table:
    pages = tuple(sorted({cell.page for cell in cells if cell.page is not None}))
    return Table(cells=tuple(cells), rows=rows, columns=columns, pages=pages, way="aligned")
