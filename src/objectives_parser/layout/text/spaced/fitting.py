"""Cells of reading-order text to columns: what a cell says, how wide its lines are, and the order of the columns."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import regex

from objectives_parser.document import Line
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.prose import Piece, glued_bullet
from objectives_parser.layout.wrapping import BULLETS
from objectives_parser.roles import HeaderRole, header_role
from objectives_parser.roles.forms import is_imperative, is_noun_phrase, is_reached
from objectives_parser.roles.wording import wording
from objectives_parser.values import is_date_only, is_value_only

LONGEST_HEAD = 6
SURE = 0.8
LEAST_LINES = 3
UNLIKE = 0.5
NOWHERE = 0.35
"""What speaks for no column at all: a cell must fit one better than this."""
UNFIT = -0.5
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
    """A cell: the pieces that no empty line parts; ``numbers`` says that it is a row's number, ``numbered`` that one
    stands before it."""

    pieces: tuple[Piece, ...]
    numbers: bool = False
    numbered: bool = False

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def width(self) -> int:
        return max(strand.high - strand.low for piece in self.pieces for strand in piece.strands)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(strand.words) for piece in self.pieces for strand in piece.strands)


@attrs.frozen(kw_only=True)
class Column:
    """A column by its header: what its cells say."""

    head: Told
    role: str | None


def placed(cells: Sequence[Told], columns: Sequence[Column]) -> list[int]:
    """For each cell its column, the number of columns where it fits none: by what the cells say and the order of
    columns, then again with the widths that the columns have by that."""
    fits = [[*(_fit(cell, column.role) or UNFIT for column in columns), NOWHERE] for cell in cells]
    first = next(at for at, column in enumerate(columns) if column.role in STATEMENTS)
    starts = [first if cell.numbered else -1 for cell in cells]
    places = _best_row(fits, starts, len(columns))
    widths = _widths(cells, places, len(columns))
    for cell, row in zip(cells, fits, strict=True):
        for column, width in enumerate(widths):
            if width is not None and len(cell.lines) >= LEAST_LINES and abs(cell.width - width) > UNLIKE * width:
                row[column] -= 0.4
    return _best_row(fits, starts, len(columns))


def _widths(cells: Sequence[Told], places: Sequence[int], count: int) -> list[float | None]:
    """The usual width of each column's cells of several lines; None where there are too few."""
    found: list[float | None] = []
    for column in range(count):
        own = [
            cell.width
            for cell, at in zip(cells, places, strict=True)
            if at == column and len(cell.lines) >= LEAST_LINES
        ]
        found.append(median(own) if len(own) > LEAST_LINES else None)
    return found


def _best_row(fits: Sequence[Sequence[float]], starts: Sequence[int], count: int) -> list[int]:
    """The best places of all cells together (Viterbi)."""
    if not fits:
        return []
    best = [fit + _step(None, at, count, starts[0]) for at, fit in enumerate(fits[0])]
    ways: list[list[int]] = []
    for row, start in zip(fits[1:], starts[1:], strict=True):
        reached = [
            max((best[source] + _step(source, at, count, start), -source) for source in range(count + 1))
            for at in range(count + 1)
        ]
        best = [score + row[at] for at, (score, _) in enumerate(reached)]
        ways.append([-source for _, source in reached])
    at = max(range(count + 1), key=best.__getitem__)
    places = [at]
    for sources in reversed(ways):
        at = sources[at]
        places.append(at)
    return places[::-1]


def _step(last: int | None, column: int, count: int, start: int) -> float:
    """What the order of columns speaks for: the next column most, then one further on, then the first ones again; the
    first one where a row's number stands before the cell."""
    if start >= 0:
        return 0.5 if column == start else 0.0
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
    if cell.numbers:
        return 1.0 if role == "label" else 0.0
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
    if is_value_only(text):  # perhaps the number of a statement that is printed elsewhere
        return 0.0 if _MONEY.search(text) else NOWHERE
    if len(words) < 3 or is_date_only(text) or text[:1].islower() or _names_bodies(text):
        return 0.0
    if len(words) <= 6 and (_STATUS.match(text) or _MONEY.search(text) or head_role(text) is not None):
        return 0.0
    if role == "measure":
        if _COUNTED.match(text):
            return 1.0
        if is_imperative(text):
            return 0.0
        return max(
            0.6 * wording(text).measure + (0.3 if is_noun_phrase(text) else 0.0), 0.7 if is_reached(text) else 0.0
        )
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
    if not 0 < len(words) <= 20 or is_imperative(text) or text.endswith("."):
        return False
    named = sum(_BODY.match(word) is not None for word in words)
    return named >= 0.7 * len(words) and (words[0][0].isupper() or not words[0][0].isalpha())


def head_role(text: str) -> HeaderRole | None:
    if len(text.split()) > LONGEST_HEAD or text.endswith((".", ":", ",", ";")) or not text[:1].isupper():
        return None
    role = header_role(text)
    return role if role is not None and role.strength >= SURE else None
