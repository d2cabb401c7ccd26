"""Header cells one under the other, as reading order has them: each in a line or a few, mostly with an empty line
between, the first perhaps right under a title, the last perhaps right over its first cell.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import regex

from objectives_parser.layout.text.spaced.blocks import Part
from objectives_parser.layout.text.spaced.fitting import STATEMENTS, Column, Told, head_role
from objectives_parser.layout.text.spaced.prose import Piece, Strand, glued_bullet, marker_of

LEAST_HEADS, MOST_HEADS = 3, 24
SURE = 0.8
MOST_LINES = 4
"""Lines of a header cell."""
MOST_NAMELESS = 3
"""Words of a header cell that says nothing by itself (`Inputs`, `Final`)."""
WIDE = 75
VALUES = {"period": ("due",), "status": ("status",)}
"""Header words that are values too, behind the header of the column that they are values of."""
FIGURES = regex.compile(r"(?:19|20)\d\d|\d{1,2}")


@attrs.frozen(kw_only=True, eq=False)
class StackedHead:
    """The columns of a header; ``before`` what stands over it in the first part, ``rest`` what stands under its last
    cell in that cell's part, and ``end`` the part behind it all."""

    columns: tuple[Column, ...]
    before: tuple[Piece, ...]
    rest: tuple[Piece, ...]
    end: int

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(column.head.text.casefold() for column in self.columns)


def head_at(parts: Sequence[Part], at: int) -> StackedHead | None:
    """The header whose first cell stands in the part at a place; None where fewer than three of its cells say what
    stands under them, or none of them a statement."""
    first = parts[at]
    if not isinstance(first, Piece) or not _may_hold_head(first):
        return None
    for skip in range(len(first.strands) if len(first.strands) <= MOST_LINES + 2 else 1):
        head = _head(parts, at, skip)
        if head is not None:
            return head
    return None


def _may_hold_head(piece: Piece) -> bool:
    return not piece.marker and not glued_bullet(piece.first) and piece.first.high - piece.first.low < WIDE


def _head(parts: Sequence[Part], at: int, skip: int) -> StackedHead | None:
    columns: list[tuple[Column, int, int]] = []  # with the place behind each: part, line
    place, line = at, skip
    while len(columns) < MOST_HEADS:
        found = _cell_at(parts, place, line)
        if found is None or _repeats(found[0], [column for column, _, _ in columns]):
            break
        columns.append(found)
        place, line = found[1], found[2]
        if not columns[0][0].role and len(columns) == 1 and _words(columns[0][0]) > 2:
            return None
    while columns and columns[-1][0].role is None:
        columns.pop()
    if not _is_head([column for column, _, _ in columns]):
        return None
    first = parts[at]
    _, place, line = columns[-1]
    under = parts[place] if line else None
    return StackedHead(
        columns=tuple(column for column, _, _ in columns),
        before=(part_of(first, 0, skip),) if isinstance(first, Piece) and skip else (),
        rest=(part_of(under, line, len(under.strands)),) if isinstance(under, Piece) else (),
        end=place + 1 if line else place,
    )


def part_of(piece: Piece, first: int, last: int) -> Piece:
    """Some lines of a piece as one."""
    strands = piece.strands[first:last]
    return Piece(strands=strands, marker=marker_of(strands[0]), low=piece.low, high=piece.high)


def _words(column: Column) -> int:
    return len(column.head.text.split())


def _repeats(column: Column, before: Sequence[Column]) -> bool:
    """`Due`, `Status`, then `FY 2018`, `Green`; or the first cell's name again, over another table or form."""
    taken = {other.role for other in before}
    if column.role in VALUES and any(role in taken for role in VALUES[column.role]):
        return True
    same = [other for other in before if other.head.text.casefold() == column.head.text.casefold()]
    return bool(same) and not FIGURES.search(column.head.text)


def _is_head(columns: Sequence[Column]) -> bool:
    roles = [column.role for column in columns]
    numbers = roles.index("label") if "label" in roles else 0
    if numbers == 1 or (numbers and roles[0] == roles[1]):
        return False  # the numbers' column is the first: what stands over it is a title
    named = {column.role for column in columns if column.role is not None}
    sure = sum(column.sure >= SURE for column in columns)
    count = sum(column.role is not None for column in columns)
    return count >= LEAST_HEADS and sure >= LEAST_HEADS - 1 and len(named) >= 2 and bool(named & STATEMENTS)


def _cell_at(parts: Sequence[Part], place: int, line: int) -> tuple[Column, int, int] | None:
    """The header cell that begins with a line of a part, and where the next one would begin."""
    lines = _chunk(parts, place, line)
    if not lines:
        return None
    whole = len(lines) <= MOST_LINES
    best: tuple[float, int, str] | None = None
    for count in range(min(len(lines), MOST_LINES), 0, -1):
        text = " ".join(strand.text for strand, _, _ in lines[:count])
        role = head_role(text)
        if role is None or (best is not None and role.strength <= best[0]):
            continue
        if best is None or _is_head_line(lines[count][0]):
            best = (role.strength, count, role.role)
    if best is None:
        text = " ".join(strand.text for strand, _, _ in lines)
        if not whole or not _may_be_nameless(text):
            return None
        return _column(parts, lines, len(lines), None, 0.0)
    return _column(parts, lines, best[1], best[2], best[0])


def _is_head_line(strand: Strand) -> bool:
    return head_role(strand.text) is not None


def _column(
    parts: Sequence[Part], lines: Sequence[tuple[Strand, int, int]], count: int, role: str | None, sure: float
) -> tuple[Column, int, int]:
    taken = [strand for strand, _, _ in lines[:count]]
    piece = Piece(strands=tuple(taken), marker=0, low=taken[0].low, high=max(strand.high for strand in taken))
    _, place, line = lines[count - 1]
    last = parts[place]
    behind = (place, line + 1) if isinstance(last, Piece) and line + 1 < len(last.strands) else (place + 1, 0)
    return Column(head=Told(pieces=(piece,)), role=role, sure=sure), *behind


def _chunk(parts: Sequence[Part], place: int, line: int) -> list[tuple[Strand, int, int]]:
    """The lines from one on up to the next empty one; none where they are items or running text."""
    found: list[tuple[Strand, int, int]] = []
    while place < len(parts):
        part = parts[place]
        if not isinstance(part, Piece):
            break
        for at in range(line, len(part.strands)):
            strand = part.strands[at]
            if found and (strand.blanks or strand.page != found[-1][0].page or len(found) > 2 * MOST_LINES):
                return found
            if not found and (marker_of(strand) or strand.high - strand.low >= WIDE):
                return []
            found.append((strand, place, at))
        place, line = place + 1, 0
    return found


def _may_be_nameless(text: str) -> bool:
    words = text.split()
    if not 0 < len(words) <= MOST_NAMELESS or not text[:1].isupper():
        return False
    return text.replace(" ", "").replace("/", "").replace("&", "").isalpha()
