"""Tables in reading-order text whose cells can't be counted off: the header's cells stand one under the other, then the
body's, some missing, some in the order of columns. Which column a cell belongs to is told by what it says: a date, a
body, something counted, a command. A new row begins where the order of columns begins again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
import regex

from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.blocks import Part
from objectives_parser.layout.text.spaced.prose import Piece, glued_bullet
from objectives_parser.layout.wrapping import BULLETS
from objectives_parser.roles import HeaderRole, header_role, printed_label
from objectives_parser.roles.forms import is_imperative, is_noun_phrase, is_reached
from objectives_parser.roles.wording import wording
from objectives_parser.values import is_date_only, is_value_only

LEAST_HEADS = 3
LONGEST_HEAD = 6
SURE = 0.8
LONGEST_CELL = 10  # lines
WIDE = 75  # characters: the lines of running text; a cell's are shorter
NOWHERE = 0.35
"""What speaks for no column at all: a cell must fit one better than this."""
LEAST_STATED = 3
VALUES = {"period": ("due",), "status": ("status",)}
"""Header words that are values too, behind the header of the column that they are values of."""
STATEMENTS = frozenset({"objective", "measure", "milestone", "action"})
_BODY = regex.compile(r"[\p{Lu}\d/&+.-]+[,;)]?$|\(|(?:of|and|for|the|&|/|all)$|\p{Lu}[\p{L}’'.-]+[,;)]?$")
_COUNTED = regex.compile(
    r"(?:the\s)?(?:total\s|annual\s|average\s|cumulative\s)?(?:number|percent(?:age)?|share|proportion|rates?|ratio|amount|"
    r"volume|level|score|area|length|hectares|tonnes|#|%|№|no\.)(?:\s|$)",
    regex.IGNORECASE,
)
_MONEY = regex.compile(r"[$€£¥]\s?\d|\d\s?(?:m|bn|k|million|billion|thousand)?\s?(?:USD|EUR|GBP|US\$|dollars)\b")
_STATUS = regex.compile(
    r"(?:not\s(?:yet\s)?(?:started|begun|met)|on\s(?:track|schedule|target)|off\strack|completed|under\s?way|"
    r"on-?going|in\sprogress|delayed|achieved|(?:complete|met|planned|existing|new|started|launched|proposed|green|"
    r"amber|yellow|red|blue)(?=\W*$))\b",
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


def told_table(
    parts: Sequence[Part], at: int, is_form: Callable[[int], bool]
) -> tuple[Table | None, int, list[Furniture]]:
    """The table whose header cells stand from the place on; None where none do. ``is_form`` says whether a form begins
    at a place: no table goes on behind it."""
    columns, body = _head(parts, at)
    if not columns:
        return None, at, []
    cells, stop, left = _body(parts, body, is_form)
    if _run_together(columns, cells):
        return None, at, []
    placed = _placed(cells, columns)
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
        if cell is None or (cell.role in VALUES and any(column.role in VALUES[cell.role] for column in columns)):
            break  # `Due | Status`, then `FY 2018`, `Green`
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
        if (role := _head_role(both.text)) is not None and _is_one(role, first, following):
            return Column(head=both, role=role.role), at + 2
    role = _head_role(first.text)
    if role is not None:
        return Column(head=Told(pieces=(first,)), role=role.role), at + 1
    if len(first.text.split()) <= 3 and first.text[:1].isupper() and first.text.replace(" ", "").isalpha():
        return Column(head=Told(pieces=(first,)), role=None), at + 1
    return None, at


def _is_one(role: HeaderRole, first: Piece, second: Piece) -> bool:
    """Whether two lines are one header: together they are a term, or the first alone says nothing (`Dept.` over
    `Objective`)."""
    alone = _head_role(first.text)
    return role.strength >= 1.0 or (alone is None and _head_role(second.text) is not None)


def _head_role(text: str) -> HeaderRole | None:
    if len(text.split()) > LONGEST_HEAD or text.endswith((".", ":", ",", ";")) or not text[:1].isupper():
        return None
    role = header_role(text)
    return role if role is not None and role.strength >= SURE else None


def _body(
    parts: Sequence[Part], at: int, is_form: Callable[[int], bool]
) -> tuple[list[Told], int, list[Furniture]]:
    """The cells from a place on, up to running text, another table or header, a form, or a labelled statement."""
    cells: list[Told] = []
    left: list[Furniture] = []
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Furniture):
            left.append(part)
        elif not isinstance(part, Piece) or _is_running(part) or _is_labelled(part) or _head(parts, at)[0] or is_form(at):
            break
        elif cells and not part.first.blanks and part.first.page == cells[-1].pieces[-1].last.page:
            cells[-1] = Told(pieces=(*cells[-1].pieces, part))
        else:
            cells.append(Told(pieces=(part,)))
        at += 1
    return cells, at, left


def _run_together(columns: Sequence[Column], cells: Sequence[Told]) -> bool:
    """Whether no empty line parts most header cells, nor the rows of the body."""
    apart = sum(column.head.pieces[0].first.blanks > 0 for column in columns[1:])
    return 2 * apart < len(columns) and any(len(cell.lines) > LONGEST_CELL for cell in cells)


def _is_running(piece: Piece) -> bool:
    """Whether most lines are as long as a page is wide; a converter that joins a broken word makes one line longer."""
    return median([strand.high - strand.low for strand in piece.strands]) >= WIDE


def _is_labelled(piece: Piece) -> bool:
    label = printed_label(piece.text)
    return label is not None and label.kind == "word" and label.role is not None and label.number is not None


# --- what cells say -----------------------------------------------------------------------------------------------


def _placed(cells: Sequence[Told], columns: Sequence[Column]) -> list[int]:
    """For each cell its column, the number of columns where it fits none: the best row of places by what the cells say
    and by the order of columns (Viterbi)."""
    if not cells:
        return []
    count = len(columns)
    best: list[float] = []
    ways: list[list[int]] = []
    for cell in cells:
        fits = [*(_fit(cell, column.role) for column in columns), NOWHERE]
        if not ways:
            best = [fit + _step(None, at, count) for at, fit in enumerate(fits)]
            ways.append([-1] * (count + 1))
            continue
        sources = [
            max(range(count + 1), key=lambda source, at=at: best[source] + _step(source, at, count))
            for at in range(count + 1)
        ]
        best = [best[source] + _step(source, at, count) + fits[at] for at, source in enumerate(sources)]
        ways.append(sources)
    at = max(range(count + 1), key=best.__getitem__)
    placed = [at]
    for sources in reversed(ways[1:]):
        at = sources[at]
        placed.append(at)
    return placed[::-1]


def _step(last: int | None, column: int, count: int) -> float:
    """What the order of columns speaks for: the next column most, then one further on, then the first ones again."""
    if column == count or last == count:
        return 0.0
    if last is None:
        return 0.2 if column == 0 else 0.0
    if column > last:
        return 0.25 - 0.05 * (column - last - 1)
    return 0.15 - 0.05 * column if column < last else 0.0


def _fit(cell: Told, role: str | None) -> float:
    """How well a cell's words fit a column, from 0 to 1."""
    text = _bare(cell)
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
    if role in ("target", "cost"):
        return 0.7 if is_value_only(text) or _MONEY.search(text) else 0.3
    return 0.75 if _tells_about(cell) else 0.3


def _statement_fit(cell: Told, role: str) -> float:
    text = _bare(cell)
    words = text.split()
    if is_value_only(text):
        return NOWHERE  # the number of a statement that is printed elsewhere
    if len(words) < 3 or is_date_only(text) or text[:1].islower() or _names_bodies(text):
        return 0.0
    if len(words) <= 6 and (_STATUS.match(text) or _MONEY.search(text) or _head_role(text) is not None):
        return 0.0
    if role == "measure":
        if _COUNTED.match(text):
            return 1.0
        if is_imperative(text):
            return 0.0
        return max(0.6 * wording(text).measure + (0.3 if is_noun_phrase(text) else 0.0), 0.7 if is_reached(text) else 0.0)
    if is_imperative(text):
        return 1.0
    if _COUNTED.match(text):
        return 0.0
    return (0.5 if _tells_about(cell) else 0.9) * wording(text).probability(role)


def _bare(cell: Told) -> str:
    """A cell's text without its bullet."""
    first = cell.pieces[0]
    words = cell.text.split()[first.marker :]
    return " ".join(words).lstrip("".join(BULLETS)) if glued_bullet(first.first) else " ".join(words)


def _tells_about(cell: Told) -> bool:
    """Whether a cell is whole sentences that command nothing, as of a column that gives reasons or comments."""
    return cell.text.endswith(".") and len(cell.text.split()) >= 5 and not is_imperative(cell.text)


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
