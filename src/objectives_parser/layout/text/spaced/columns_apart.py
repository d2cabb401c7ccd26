"""Two columns of reading-order text that stand one after the other, each under its name: `Agency`, who acts,
`Activity`, what each does. The names may go on between the statements where a converter went from row to row."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.text.spaced.cell_forms import Told, head_role, kind_of
from objectives_parser.layout.text.spaced.cell_groups import is_statement
from objectives_parser.layout.text.spaced.late_heads import LateTable
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.strands import glued_bullet, is_closed_strand
from objectives_parser.layout.text.spaced.told_heads import head_at, part_of
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import is_imperative
from objectives_parser.values import is_date_only

KINDS = {"owner": ("names", "short"), "due": ("date",)}
"""What stands under the name of the first column."""
SURE, LONGEST_NAME, LONGEST_VALUE = 1.0, 3, 8
MOST_VALUES, FEWEST_WORDS = 24, 4


def columns_apart(parts: Sequence[Part], at: int) -> LateTable | None:
    """The table whose first column is named by the part at a place: who, or when; the second says what."""
    role = _name(parts[at])
    if role not in KINDS:
        return None
    values: list[Piece] = []
    place = at + 1
    while place < len(parts) and len(values) <= MOST_VALUES and _is_value(parts[place], role):
        values.append(parts[place])  # type: ignore[arg-type]
        place += 1
    if not values or place == len(parts) or _name(parts[place]) not in STATEMENTS or head_at(parts, at) is not None:
        return None
    cells, end = _statements(parts, place + 1, role)
    stated = [pieces for pieces, beside in cells if not beside]
    if not stated or 2 * sum(map(_is_whole, stated)) < len(stated):
        return None
    first, second = parts[at], parts[place]
    assert isinstance(first, Piece) and isinstance(second, Piece)
    left = tuple(part for part in parts[at:end] if isinstance(part, Furniture))
    return LateTable(table=_table(first, second, values, cells), left=left, end=end)


def _name(part: Part) -> str:
    """What the name of a column says that stands there: one line, nothing but a header's words."""
    if not isinstance(part, Piece) or part.marker or len(part.strands) > 1 or len(part.first.words) > LONGEST_NAME:
        return ""
    role = head_role(part.text)
    return role.role if role is not None and role.strength >= SURE else ""


def _is_value(part: Part, role: str) -> bool:
    if not isinstance(part, Piece) or part.marker or glued_bullet(part.first) or _name(part):
        return False
    words = len(part.text.split())
    return words <= LONGEST_VALUE and (
        is_date_only(part.text) if role == "due" else kind_of(Told(pieces=(part,))) in KINDS[role]
    )


def _statements(parts: Sequence[Part], at: int, role: str) -> tuple[list[tuple[list[Piece], bool]], int]:
    """What stands under the second column's name, each with the items below it, whether it is a cell of the first
    column that comes between; up to the page's end, another name or a labelled statement."""
    cells: list[tuple[list[Piece], bool]] = []
    page = parts[at - 1].first.page if isinstance(parts[at - 1], Piece) else 0  # type: ignore[union-attr]
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Furniture):
            at += 1
            continue
        if not isinstance(part, Piece) or part.first.page != page or _name(part) or is_statement(part):
            break
        if cells and (part.marker or glued_bullet(part.first) or part.text[:1].islower()):
            cells[-1][0].append(part)
        else:
            beside = _is_value(part, role)
            if not beside and len(part.text.split()) < FEWEST_WORDS:
                break
            cells.append(([part], beside))
        at += 1
    return cells, at


def _is_whole(pieces: Sequence[Piece]) -> bool:
    """Whether a cell begins with a capital and ends its sentence, or commands something, or holds a list."""
    first = pieces[0]
    whole = is_closed_strand(first.last) or len(pieces) > 1 or is_imperative(first.text)
    return first.text[:1].isupper() and whole


def _table(first: Piece, second: Piece, values: Sequence[Piece], cells: Sequence[tuple[list[Piece], bool]]) -> Table:
    page = first.first.page
    found = [
        Cell(row=0, column=column, lines=_lines([piece]), header=True, page=page)
        for column, piece in enumerate((first, second))
    ]
    named = [[piece] for piece in values] + [pieces for pieces, beside in cells if beside]
    stated = _parted([pieces for pieces, beside in cells if not beside], len(named))
    rows = range(1, len(stated) + 1)
    found += [
        Cell(row=row, column=1, lines=_lines(pieces), page=page, repaired=True)
        for row, pieces in zip(rows, stated, strict=True)
    ]
    if len(named) == len(stated):
        found += [
            Cell(row=row, column=0, lines=_lines(pieces), page=page, repaired=True)
            for row, pieces in zip(rows, named, strict=True)
        ]
        return Table(cells=tuple(found), rows=len(rows) + 1, columns=2, pages=(page,), way="aligned")
    lines = tuple(line for pieces in named for line in _lines(pieces))
    found.append(Cell(row=len(rows) + 1, column=2, lines=lines, page=page, repaired=True))
    return Table(cells=tuple(found), rows=len(rows) + 2, columns=3, pages=(page,), way="aligned")


def _parted(stated: list[list[Piece]], count: int) -> list[list[Piece]]:
    """The statements, parted behind lines that end a sentence if there are as many as names then."""
    if len(stated) >= count:
        return stated
    found: list[list[Piece]] = []
    for first, *items in stated:
        at = 0
        for end in range(1, len(first.strands) + 1):
            if end == len(first.strands) or (
                is_closed_strand(first.strands[end - 1]) and first.strands[end].text[:1].isupper()
            ):
                found.append([part_of(first, at, end)])
                at = end
        found[-1] += items
    return found if len(found) == count else stated


def _lines(pieces: Sequence[Piece]) -> tuple[Line, ...]:
    return tuple(Line(strand.words) for piece in pieces for strand in piece.strands)
