"""Tables in reading-order text whose cells can't be counted off: the header's cells stand one under the other, then the
body's, some missing, some in the order of columns. Which column a cell belongs to is told by what it says: a date, a
body, something counted, a command. A new row begins where the order of columns begins again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

import attrs

from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.blocks import Part
from objectives_parser.layout.text.spaced.fitting import STATEMENTS, Column, Told, placed
from objectives_parser.layout.text.spaced.prose import Piece
from objectives_parser.layout.text.spaced.told_heads import WIDE, StackedHead, head_at
from objectives_parser.layout.text.spaced.unmarked import announces
from objectives_parser.roles import printed_label

LONGEST_CELL = 10  # lines
LEAST_STATED, SURELY_NAMED = 2, 4
LEAST_COUNTED = 3
AHEAD = 3
WIDEST, WIDER = 95, 1.5
"""No cell is wider than that; where cells of several lines are wide, a cell of one line may be wider still."""
Entry: TypeAlias = "Told | Piece"
"""A cell; a piece is a row of its own (`Objective 2: …`), over the rows below it."""


@attrs.frozen(kw_only=True, eq=False)
class Stacked:
    """A table put together: what stood over it in its first part, its cells, what the pages carry between them, and
    where the text behind it begins."""

    before: tuple[Piece, ...]
    table: Table
    left: tuple[Furniture, ...]
    end: int


def told_table(parts: Sequence[Part], at: int, is_form: Callable[[int], bool]) -> Stacked | None:
    """The table whose header cells stand from the place on; None where none do. ``is_form`` says whether a form begins
    at a place: no table goes on behind it."""
    head = head_at(parts, at)
    if head is None:
        return None
    columns = list(head.columns)
    body = _Body(parts, head, is_form)
    if _run_together(columns, body.cells):
        return None
    entries = _with_numbers(body.entries)
    if any(cell.numbers for cell in _cells(entries)) and all(column.role != "label" for column in columns):
        columns.insert(0, Column(head=Told(pieces=()), role="label"))
    places, last = _places(entries, columns)
    stated = sum(column < len(columns) and columns[column].role in STATEMENTS for column in places.values())
    named = sum(column.role is not None for column in columns)
    if stated < (LEAST_STATED if named < SURELY_NAMED else 1):
        return None
    entries = entries[: last + 1]
    end = body.ends[last] if last >= 0 else head.end
    left = tuple(part for part in parts[head.end : end] if isinstance(part, Furniture)) + tuple(
        Furniture(lines=piece.lines, kind="repeated-header") for place, piece in body.again if place < end
    )
    return Stacked(before=head.before, table=_table(columns, entries, places), left=left, end=end)


def _cells(entries: Sequence[Entry]) -> list[Told]:
    return [entry for entry in entries if isinstance(entry, Told)]


def _places(entries: Sequence[Entry], columns: Sequence[Column]) -> tuple[dict[int, int], int]:
    """The columns of the cells by their places among the entries, and the last entry that belongs to the table."""
    numbers = [at for at, entry in enumerate(entries) if isinstance(entry, Told)]
    starts = {at for at, (a, b) in enumerate(pairwise([-1, *numbers])) if b - a > 1}
    found = placed(_cells(entries), columns, starts)
    while found and found[-1] == len(columns):
        found.pop()
    return dict(zip(numbers, found, strict=False)), numbers[len(found) - 1] if found else -1


# --- body ---------------------------------------------------------------------------------------------------------


class _Body:
    """The cells under a header, up to running text, another header, a form, or a labelled statement behind which the
    table does not go on; ``ends`` has the part behind each, ``again`` the header where it is printed again."""

    def __init__(self, parts: Sequence[Part], head: StackedHead, is_form: Callable[[int], bool]) -> None:
        self.entries: list[Entry] = []
        self.ends: list[int] = []
        self.again: list[tuple[int, Told]] = []
        self._parts, self._head, self._is_form = parts, head, is_form
        self._wide = float(WIDE)
        self._titles = {title for title in head.titles if any(map(str.isalpha, title))}
        for piece in head.rest:
            self._add(piece, head.end)
        at = head.end
        while at < len(parts):
            following = self._take(at)
            if following is None:
                break
            at = following

    @property
    def cells(self) -> list[Told]:
        return _cells(self.entries)

    def _take(self, at: int) -> int | None:
        """Takes the part at a place; returns where to go on, None at the table's end."""
        part = self._parts[at]
        if isinstance(part, Furniture):
            return at + 1
        if not isinstance(part, Piece) or _is_running(part, self._wide):
            return None
        if is_labelled(part):
            if not self._goes_on(at):
                return None
            self.entries.append(part)
            self.ends.append(at + 1)
            return at + 1
        head = head_at(self._parts, at)
        if head is not None:
            return self._repeated(head, at)
        if self._is_form(at):
            return None
        if part.text.casefold() in self._titles:
            self.again.append((at, Told(pieces=(part,))))
            return at + 1
        self._add(part, at + 1)
        return at + 1

    def _repeated(self, head: StackedHead, at: int) -> int | None:
        """Behind the header where it is printed again."""
        if head.titles != self._head.titles or head.before:
            return None
        self.again.extend((at, column.head) for column in head.columns)
        for piece in head.rest:
            self._add(piece, head.end)
        return head.end

    def _add(self, piece: Piece, end: int) -> None:
        if len(piece.strands) > 1:
            widest = max(strand.high - strand.low for strand in piece.strands)
            self._wide = max(self._wide, min(WIDEST, WIDER * widest))
        last = self.entries[-1] if self.entries else None
        if isinstance(last, Told) and not piece.first.blanks and piece.first.page == last.pieces[-1].last.page:
            self.entries[-1] = Told(pieces=(*last.pieces, piece))
            self.ends[-1] = end
        else:
            self.entries.append(Told(pieces=(piece,)))
            self.ends.append(end)

    def _goes_on(self, at: int) -> bool:
        """Whether the table goes on behind a labelled statement: with cells, not with text, another title or header."""
        ahead = [part for part in self._parts[at + 1 : at + 1 + AHEAD] if not isinstance(part, Furniture)]
        return len(ahead) >= AHEAD - 1 and all(
            isinstance(part, Piece)
            and not _is_running(part, self._wide)
            and not announces(part.text)
            and head_at(self._parts, at + 1 + number) is None
            for number, part in enumerate(ahead)
        )


def _run_together(columns: Sequence[Column], cells: Sequence[Told]) -> bool:
    """Whether no empty line parts most header cells, nor the rows of the body."""
    apart = sum(column.head.pieces[0].first.blanks > 0 for column in columns[1:])
    return 2 * apart < len(columns) and any(len(cell.lines) > LONGEST_CELL for cell in cells)


def _is_running(piece: Piece, wide: float) -> bool:
    """Whether most lines are as long as a page is wide; a converter that joins a broken word makes one line longer."""
    lines = [strand.high - strand.low for strand in piece.strands]
    return median(lines) >= (wide if len(lines) == 1 else WIDE)


def is_labelled(piece: Piece) -> bool:
    """Whether a piece is a labelled statement: `Objective 1.1 – Fewer crashes`."""
    label = printed_label(piece.text)
    return label is not None and label.kind == "word" and label.role is not None and label.number is not None


def _with_numbers(entries: Sequence[Entry]) -> list[Entry]:
    """The cells, the numbers of rows among them marked, and what stands behind each: rows' numbers count on."""
    texts = {at: entry.text for at, entry in enumerate(entries) if isinstance(entry, Told)}
    numbered = {at: int(text) for at, text in texts.items() if text.isdecimal() and len(text) < 4}
    latest = {number: at for at, number in numbered.items()}
    counted: set[int] = set()
    last: int | None = None
    for at, number in numbered.items():
        following = latest.get(number + 1, -1) > at
        if (last is None and following) or (last is not None and number == last + 1):
            counted.add(at)
            last = number
    counted = {at for at in counted if at + 1 not in numbered}
    if len(counted) < LEAST_COUNTED:
        return list(entries)
    return [
        attrs.evolve(entry, numbers=at in counted, numbered=at - 1 in counted) if isinstance(entry, Told) else entry
        for at, entry in enumerate(entries)
    ]


# --- the table ----------------------------------------------------------------------------------------------------


def _table(columns: Sequence[Column], entries: Sequence[Entry], places: dict[int, int]) -> Table:
    first = next(column.head.pieces[0].first for column in columns if column.head.pieces)
    found = [
        Cell(row=0, column=at, lines=column.head.lines, header=True, page=first.page)
        for at, column in enumerate(columns)
    ]
    row, last = 0, len(columns) + 1  # the first cell begins a row
    taken: set[int] = set()
    wide = len(columns) + (1 if len(columns) in places.values() else 0)
    for at, entry in enumerate(entries):
        if isinstance(entry, Piece):
            row, last = row + 1, len(columns) + 1
            lines = tuple(Line(strand.words) for strand in entry.strands)
            found.append(Cell(row=row, column=0, column_span=wide, lines=lines, page=entry.first.page, repaired=True))
            continue
        column = places[at]
        if column < last or column in taken or entry.numbers:
            row, taken = row + 1, set()
        taken.add(column)
        last = column
        page = entry.pieces[0].first.page
        found.append(Cell(row=row, column=column, lines=entry.lines, page=page, repaired=True))
    pages = tuple(sorted({cell.page for cell in found if cell.page is not None}))
    return Table(cells=tuple(found), rows=row + 1, columns=wide, pages=pages, way="aligned")
