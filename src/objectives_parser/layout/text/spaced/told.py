"""Tables in reading-order text whose cells can't be counted off: the header's cells stand one under the other, then the
body's, some missing, some in the order of columns. Which column a cell belongs to is told by what it says: a date, a
body, something counted, a command. A new row begins where the order of columns begins again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
import regex

from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.text.spaced.blocks import Part
from objectives_parser.layout.text.spaced.prose import Piece, glued_bullet
from objectives_parser.roles import HeaderRole, header_role, printed_label
from objectives_parser.roles.forms import is_imperative, is_noun_phrase
from objectives_parser.roles.wording import wording
from objectives_parser.values import is_date_only, is_value_only

LEAST_HEADS = 3
LONGEST_HEAD = 6
SURE = 0.8
WIDE = 75  # characters: the lines of running text; a cell's are shorter
LEAST_FIT = 0.5
LEAST_STATED = 3
STATEMENTS = frozenset({"objective", "measure", "milestone", "action"})
_BODY = regex.compile(r"[\p{Lu}\d/&+.-]{2,}[,;)]?$|\(|(?:of|and|for|the|&|/|all)$|\p{Lu}[\p{L}’'.-]+[,;)]?$")
_COUNTED = regex.compile(
    r"(?:the\s)?(?:total\s|annual\s|average\s|cumulative\s)?(?:number|percent(?:age)?|share|proportion|rates?|ratio|amount|"
    r"volume|level|score|area|length|hectares|tonnes|#|%|№|no\.)(?:\s|$)",
    regex.IGNORECASE,
)
_STATUS = regex.compile(
    r"(?:not\s(?:yet\s)?(?:started|begun)|on\s(?:track|schedule|target)|off\strack|complete[d]?|under\s?way|ongoing|"
    r"on-going|in\sprogress|delayed|achieved|met|not\smet|planned|existing|new|started|launched|proposed)\b",
    regex.IGNORECASE,
)


@attrs.frozen(kw_only=True, eq=False)
class Told:
    """A cell: the pieces that no empty line parts."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(strand.words) for piece in self.pieces for strand in piece.strands)


@attrs.frozen(kw_only=True)
class Column:
    """A column by its header: what its cells say."""

    head: Told
    role: str | None


def told_table(parts: Sequence[Part], at: int) -> tuple[Table | None, int, list[Furniture]]:
    """The table whose header cells stand from the place on; None where none do."""
    columns, body = _head(parts, at)
    if not columns:
        return None, at, []
    cells, stop, left = _body(parts, body)
    placed = list(_placed(cells, columns))
    while placed and placed[-1] == len(columns):
        placed.pop()
    stated = sum(column < len(columns) and columns[column].role in STATEMENTS for column in placed)
    if stated < LEAST_STATED:
        return None, at, []
    if len(placed) < len(cells):
        stop = parts.index(cells[len(placed)].pieces[0])
        left = [part for part in parts[body:stop] if isinstance(part, Furniture)]
    return _table(columns, cells[: len(placed)], placed), stop, left


# --- header and body ----------------------------------------------------------------------------------------------


def _head(parts: Sequence[Part], at: int) -> tuple[list[Column], int]:
    """The columns whose header cells stand from the place on, and where the body begins; none where fewer than three
    say what stands under them, or none of them a statement."""
    columns: list[Column] = []
    end = at
    while end < len(parts):
        cell, following = _head_cell(parts, end)
        if cell is None:
            break
        columns.append(cell)
        end = following
    while columns and columns[-1].role is None:
        end = parts.index(columns.pop().head.pieces[0])
    roles = {column.role for column in columns if column.role is not None}
    sure = sum(column.role is not None for column in columns)
    if sure < LEAST_HEADS or len(roles) < 2 or not roles & STATEMENTS or columns[0].role is None:
        return [], at
    return columns, end


def _head_cell(parts: Sequence[Part], at: int) -> tuple[Column | None, int]:
    """The header cell at a place, set in one line or two, and what stands behind it."""
    first = parts[at]
    if not isinstance(first, Piece):
        return None, at
    following = parts[at + 1] if at + 1 < len(parts) else None
    if isinstance(following, Piece) and not following.first.blanks and len(first.strands) == 1:
        both = Told(pieces=(first, following))
        if (role := _head_role(both.text)) is not None and role.strength >= 1.0:
            return Column(head=both, role=role.role), at + 2
    role = _head_role(first.text)
    if role is not None:
        return Column(head=Told(pieces=(first,)), role=role.role), at + 1
    if len(first.text.split()) <= 3 and first.text[:1].isupper() and first.text.replace(" ", "").isalpha():
        return Column(head=Told(pieces=(first,)), role=None), at + 1
    return None, at


def _head_role(text: str) -> HeaderRole | None:
    if len(text.split()) > LONGEST_HEAD or text.endswith((".", ":", ",", ";")) or not text[:1].isupper():
        return None
    role = header_role(text)
    return role if role is not None and role.strength >= SURE else None


def _body(parts: Sequence[Part], at: int) -> tuple[list[Told], int, list[Furniture]]:
    """The cells from a place on, up to running text, another table or header, or a labelled statement."""
    cells: list[Told] = []
    left: list[Furniture] = []
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Furniture):
            left.append(part)
        elif not isinstance(part, Piece) or _is_running(part) or _is_labelled(part) or _head(parts, at)[0]:
            break
        elif cells and not part.first.blanks and part.first.page == cells[-1].pieces[-1].last.page:
            cells[-1] = Told(pieces=(*cells[-1].pieces, part))
        else:
            cells.append(Told(pieces=(part,)))
        at += 1
    return cells, at, left


def _is_running(piece: Piece) -> bool:
    return max(strand.high - strand.low for strand in piece.strands) >= WIDE


def _is_labelled(piece: Piece) -> bool:
    label = printed_label(piece.text)
    return label is not None and label.kind == "word" and label.role is not None and label.number is not None


# --- what cells say -----------------------------------------------------------------------------------------------


def _placed(cells: Sequence[Told], columns: Sequence[Column]) -> Iterator[int]:
    """For each cell its column; the number of columns where it fits none."""
    last = -1
    for cell in cells:
        fits = [_fit(cell, column.role) + _in_order(at, last, len(columns)) for at, column in enumerate(columns)]
        best = max(range(len(columns)), key=fits.__getitem__)
        if fits[best] < LEAST_FIT:
            yield len(columns)
            continue
        last = best
        yield best


def _in_order(column: int, last: int, count: int) -> float:
    """What the order of columns speaks for: the next column most, those behind it, then the first ones again."""
    if column == last + 1:
        return 0.2
    return 0.1 if column > last else 0.05 if column == 0 else 0.0


def _fit(cell: Told, role: str | None) -> float:
    """How well a cell's words fit a column, from 0 to 1."""
    text = cell.text
    if role in STATEMENTS:
        return _statement_fit(cell, str(role))
    if role in ("due", "period"):
        return 1.0 if is_date_only(text) else 0.0
    if role == "status":
        return 0.9 if len(text.split()) <= 6 and _STATUS.match(text) else 0.0
    if role == "owner":
        return 0.8 if _names_bodies(text) else 0.0
    if role == "label":
        return 0.8 if len(text) <= 5 and is_value_only(text) else 0.0
    if role in ("target", "note", "cost"):
        return 0.7 if is_value_only(text) else 0.3
    return 0.3


def _statement_fit(cell: Told, role: str) -> float:
    text = cell.pieces[0].text
    words = text.split()
    if len(words) < 3 or is_value_only(text) or is_date_only(text) or text[:1].islower():
        return 0.0
    told = is_imperative(text) or bool(cell.pieces[0].marker) or glued_bullet(cell.pieces[0].first)
    if role == "measure":
        if _COUNTED.match(text):
            return 1.0
        return 0.0 if told else 0.6 * wording(text).measure + (0.3 if is_noun_phrase(text) else 0.0)
    if told:
        return 1.0
    if _COUNTED.match(text) or _names_bodies(text):
        return 0.0
    return 0.9 * wording(text).probability(role)


def _names_bodies(text: str) -> bool:
    """Whether a text is only names, as of who is to do something: `MoE / MININFRA (RWRB, private sector)`."""
    words = text.split()
    if len(words) > 20 or is_imperative(text) or text.endswith("."):
        return False
    named = sum(_BODY.match(word) is not None for word in words)
    return named >= 0.7 * len(words) and (words[0][0].isupper() or not words[0][0].isalpha())


# --- the table ----------------------------------------------------------------------------------------------------


def _table(columns: Sequence[Column], cells: Sequence[Told], placed: Sequence[int]) -> Table:
    found = [Cell(row=0, column=at, lines=column.head.lines, header=True, page=column.head.pieces[0].first.page)
             for at, column in enumerate(columns)]  # fmt: skip
    row, last = 1, -1
    taken: set[int] = set()
    wide = len(columns) + any(column == len(columns) for column in placed)
    for cell, column in zip(cells, placed, strict=True):
        if column < last or column in taken:
            row, taken = row + 1, set()
        taken.add(column)
        last = column
        found.append(Cell(row=row, column=column, lines=cell.lines, page=cell.pieces[0].first.page))
    pages = tuple(sorted({cell.page for cell in found if cell.page is not None}))
    return Table(cells=tuple(found), rows=row + 1, columns=wide, pages=pages, way="aligned")
