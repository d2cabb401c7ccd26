"""Columns of reading-order text that a converter wrote as wholes: the cells of several rows one right under the other
in one chunk, and those of the next column in the next chunk.

    Evaluation completed        Q4, FY 2031      On track
    Report published            Q1, FY 2032      On track

Where one chunk holds nothing but dates, states or figures, a line each, it counts the rows; the chunks beside it that
come to as many cells are told row by row. Header cells that stand right over what is below them are parted from it.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.layout.text.spaced.cell_forms import Told, head_role, is_status
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.strands import Strand, marker_of, open_ended
from objectives_parser.records import STATEMENTS
from objectives_parser.values import is_date_only, is_value_only

LEAST_ROWS, MOST_ROWS = 2, 40
LEAST_HEADS, MOST_HEAD_LINES, LONGEST_HEAD = 3, 3, 5
SURE = 0.8
FIELDS = frozenset({"due", "start", "status", "owner", "target", "baseline", "period"})
MONTH = regex.compile(
    r"(?:(?:by|end|mid|early|late)\s)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{Ll}*\.?(?:\s\d{1,2},)?$"
    r"|Q[1-4],?(?:\sFY)?$",
    regex.IGNORECASE,
)
_POSSESSIVE = ("’s", "'s", "s’")


# --- header cells right over their columns ------------------------------------------------------------------------


def with_heads_apart(parts: Sequence[Part]) -> list[Part]:
    """The parts, with header cells that stand right over the first cells of their columns before these."""
    found: list[Part] = []
    at = 0
    while at < len(parts):
        chunks, end = _headed_chunks(parts, at)
        if not chunks:
            found.append(parts[at])
            at += 1
            continue
        title = chunks[0].title
        found += [title] if title is not None else []
        found += [chunk.head for chunk in chunks]
        found += [_apart(chunk.body) for chunk in chunks if chunk.body is not None]
        at = end
    return found


@attrs.frozen(kw_only=True, eq=False)
class _Chunk:
    """Lines that no empty one parts: a header cell, what stands right under it, and over it."""

    head: Piece
    body: Piece | None
    role: str
    title: Piece | None = None


def _headed_chunks(parts: Sequence[Part], at: int) -> tuple[list[_Chunk], int]:
    """The chunks from a place on that begin with header cells, and the place behind them; none where they are too few,
    or hardly one has something under its header cell."""
    found: list[_Chunk] = []
    place = at
    while place < len(parts):
        lines, end = _lines_at(parts, place)
        chunk = _chunk(lines, first=not found) if lines else None
        if chunk is None or chunk.role in {other.role for other in found}:
            break
        found.append(chunk)
        place = end
    roles = {chunk.role for chunk in found}
    filled = sum(chunk.body is not None for chunk in found)
    if len(found) < LEAST_HEADS or filled < len(found) or not roles & STATEMENTS or not roles & FIELDS:
        return [], at
    return found, place


def _lines_at(parts: Sequence[Part], place: int) -> tuple[list[Strand], int]:
    """The lines of the parts from a place on that no empty line parts, and the place behind them."""
    lines: list[Strand] = []
    while place < len(parts):
        part = parts[place]
        if not isinstance(part, Piece) or (lines and part.first.blanks):
            break
        lines += part.strands
        place += 1
    return lines, place


def _chunk(lines: Sequence[Strand], *, first: bool) -> _Chunk | None:
    for over in range(2 if first and len(lines) > 2 else 1):
        if marker_of(lines[over]):
            return None
        for count in range(min(MOST_HEAD_LINES, len(lines) - over), 0, -1):
            text = " ".join(strand.text for strand in lines[over : over + count])
            role = head_role(text) if count == 1 or not any(map(str.isdigit, text)) else None
            if role is None or role.strength < SURE or len(text.split()) > LONGEST_HEAD:
                continue
            rest = lines[over + count :]
            if any(_names_column(strand) for strand in rest):
                return None
            return _Chunk(
                head=_piece(lines[over : over + count]),
                body=_piece(rest) if rest else None,
                role=role.role,
                title=_piece(lines[:over]) if over else None,
            )
    return None


def _names_column(strand: Strand) -> bool:
    dated = any(map(str.isdigit, strand.text)) or MONTH.match(strand.text)
    role = head_role(strand.text) if not dated else None
    return role is not None and role.strength >= SURE and role.role in STATEMENTS | FIELDS


def _piece(strands: Sequence[Strand]) -> Piece:
    low, high = min(strand.low for strand in strands), max(strand.high for strand in strands)
    return Piece(strands=tuple(strands), marker=marker_of(strands[0]), low=low, high=high)


def _apart(piece: Piece) -> Piece:
    """The piece as behind an empty line."""
    first = attrs.evolve(piece.first, blanks=max(1, piece.first.blanks))
    return attrs.evolve(piece, strands=(first, *piece.strands[1:]))


# --- rows ---------------------------------------------------------------------------------------------------------


def rows_abreast(cells: Sequence[Told]) -> list[tuple[Told, int]]:
    """The cells, with those that hold a column of several rows told row by row; and the place of the last cell that
    each was told with."""
    found: list[tuple[Told, int]] = []
    at = 0
    while at < len(cells):
        rows, end = _abreast(cells, at)
        if not rows:
            rows, end = [cells[at]], at + 1
        found += [(cell, end - 1) for cell in rows]
        at = end
    return found


def _abreast(cells: Sequence[Told], at: int) -> tuple[list[Told], int]:
    """The cells row by row of the chunks from a place on that hold as many, and the place behind them."""
    for counting in range(at, min(at + 3, len(cells))):
        values = _values(cells[counting])
        count = len(values)
        if not LEAST_ROWS <= count <= MOST_ROWS:
            continue
        columns = [_cells_of(cell, count) for cell in cells[at:counting]]
        if counting == at or not all(columns):
            continue
        columns.append(values)
        end = counting + 1
        while end < len(cells) and (more := _values(cells[end], count) or _cells_of(cells[end], count)):
            if _is_statement(more) and not _is_statement(columns[-1]) and end + 1 < len(cells):
                break  # the next rows' statements
            columns.append(more)
            end += 1
        return [
            Told(pieces=(_piece(column[row]),), column=(at, number), opens=not number)
            for row in range(count)
            for number, column in enumerate(columns)
        ], end
    return [], at


def _is_statement(column: Sequence[Sequence[Strand]]) -> bool:
    return all(sum(len(strand.words) for strand in cell) >= 3 for cell in column)


def _strands(cell: Told) -> list[Strand]:
    return [strand for piece in cell.pieces for strand in piece.strands]


def _values(cell: Told, count: int = 0) -> list[list[Strand]]:
    """The cell's lines as dates, states or figures, one each, `September` over `2031` one as well; none where it holds
    anything else, or not as many as told."""
    found: list[list[Strand]] = []
    for strand in _strands(cell):
        if found and MONTH.match(_text(found[-1])) and is_date_only(_text([*found[-1], strand])):
            found[-1].append(strand)
        else:
            found.append([strand])
    good = all(_is_value(_text(value)) for value in found)
    return found if good and (not count or len(found) == count) else []


def _is_value(text: str) -> bool:
    return is_date_only(text) or is_value_only(text) or is_status(text)


def _cells_of(cell: Told, count: int) -> list[list[Strand]]:
    """The lines of a cell as so many cells, each begun with a capital or figure; none where they are not so many."""
    strands = _strands(cell)
    for begins in (_begins, _begins_anew):
        found: list[list[Strand]] = []
        for strand in strands:
            if found and not begins(found[-1], strand):
                found[-1].append(strand)
            else:
                found.append([strand])
        if len(found) == count and all(cell[0].text[:1].isupper() or cell[0].text[:1].isdigit() for cell in found):
            return found
    return []


def _begins(cell: Sequence[Strand], strand: Strand) -> bool:
    last = cell[-1]
    return not strand.text[:1].islower() and not open_ended(last) and not last.text.endswith(_POSSESSIVE)


def _begins_anew(cell: Sequence[Strand], strand: Strand) -> bool:
    """Whether a line begins a cell, where a line that ends in capitals may go on with the name that it began."""
    return _begins(cell, strand) and not (len(cell) == 1 and len(cell[0].words) == 1)


def _text(strands: Sequence[Strand]) -> str:
    return " ".join(strand.text for strand in strands)
