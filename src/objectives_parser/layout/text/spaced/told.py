"""Tables in reading-order text whose cells can't be counted off: the header's cells stand one under the other, then the
body's, some missing, some in the order of columns. Which column a cell belongs to is told by what it says: a date, a
body, something counted, a command. A new row begins where the order of columns begins again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

import attrs

from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.abreast import rows_abreast
from objectives_parser.layout.text.spaced.blocks import Part
from objectives_parser.layout.text.spaced.fitting import STATEMENTS, Column, Told, placed, subject_of
from objectives_parser.layout.text.spaced.prose import Piece, Strand, is_lone_code
from objectives_parser.layout.text.spaced.told_heads import WIDE, StackedHead, head_at
from objectives_parser.layout.text.spaced.unmarked import announces
from objectives_parser.roles import header_role, printed_label

LONGEST_CELL = 10  # lines
LEAST_PLACED = 3
LEAST_COUNTED = 3
AHEAD = 3
SURE_TITLE = 0.8
LEADING = 3
PROMISING = frozenset(["will", "shall", "following"])
TEXT, TEXT_LINES, FEW_CELLS, MOST_CELLS = 60, 3, 4, 0.8
"""From so many characters and lines on a piece may be text behind the table, if so many cells are much narrower."""
PAGE_TOP, ABOVE = 7, 6
MOST_UNSTATED, ROWS_UNSTATED = 9, 3
WIDEST, WIDER = 95, 1.5
"""No cell is wider than that; where cells of several lines are wide, a cell of one line may be wider still."""
Entry: TypeAlias = "Told | Piece"
"""A cell; a piece is a row of its own (`Objective 2: …`), over the rows below it."""


@attrs.frozen(kw_only=True, eq=False)
class Stacked:
    """A table put together: what stood over it in its first part, its cells, what the pages carry between them, where
    the text behind it begins, and how many parts before its first are a title in its first header cell. ``unsure`` says
    that only columns written as wholes make a table of it."""

    before: tuple[Piece, ...]
    table: Table
    left: tuple[Furniture, ...]
    end: int
    over: int = 0
    unsure: bool = False


def told_table(parts: Sequence[Part], at: int, is_form: Callable[[int], bool], barren: set[int]) -> Stacked | None:
    """The table whose header cells stand from the place on; None where none do. ``is_form`` says whether a form begins
    at a place: no table goes on behind it. ``barren`` has the places that tables found in vain covered, where the same
    header need not be tried again; this one's are added."""
    head = head_at(parts, at) if at not in barren else None
    if head is None:
        return None
    body = _Body(parts, at, head, is_form)
    plain = _told(parts, at, head, body, (body.entries, body.ends))
    table = plain
    if any(len(cell.lines) > 1 for cell in body.cells):
        by_rows = _told_by_rows(body)
        if len(by_rows[0]) > len(body.entries):
            table = _told(parts, at, head, body, by_rows)
    if table is not None and plain is None:
        table = attrs.evolve(table, unsure=True)
    if table is None:
        barren.update(range(at, body.stop))
    return table


def _told(
    parts: Sequence[Part], at: int, head: StackedHead, body: _Body, told: tuple[list[Entry], list[int]]
) -> Stacked | None:
    entries, ends = told
    columns = list(head.columns)
    if _run_together(columns, body.cells):
        return None
    entries = _with_numbers(entries)
    if any(cell.numbers for cell in _cells(entries)) and all(column.role != "label" for column in columns):
        columns.insert(0, Column(head=Told(pieces=()), role="label"))
    places, last = _places(entries, columns)
    stated = sum(column < len(columns) and columns[column].role in STATEMENTS for column in places.values())
    if not stated or len(places) < LEAST_PLACED:
        return None
    entries = entries[: last + 1]
    end = ends[last] if last >= 0 else head.end
    left = tuple(part for part in parts[head.end : end] if isinstance(part, Furniture)) + tuple(
        Furniture(lines=piece.lines, kind="repeated-header")
        for place, piece in [*((head.end - 1, odd) for odd in head.odd), *body.again]
        if place < end
    )
    title = None if head.before else _title_over(parts, at, head.columns[0])
    if title is not None:
        columns = [title if column is head.columns[0] else column for column in columns]
    table = _table(columns, entries, places)
    return Stacked(before=head.before, table=table, left=left, end=end, over=int(title is not None))


def _title_over(parts: Sequence[Part], at: int, first: Column) -> Column | None:
    """The first column with the short title that stands right over its header cell (`Milestone Summary`)."""
    above = parts[at - 1] if at else None
    if not isinstance(above, Piece) or not first.head.pieces or first.head.pieces[0].first.blanks:
        return None
    if len(above.strands) > 1 or above.first.page != first.head.pieces[0].first.page or len(above.text.split()) > 3:
        return None
    role = header_role(f"{above.text} {first.head.text}")
    if above.marker or role is None or role.role != first.role or role.strength < SURE_TITLE:
        return None
    return attrs.evolve(first, head=Told(pieces=(above, *first.head.pieces)))


def _cells(entries: Sequence[Entry]) -> list[Told]:
    return [entry for entry in entries if isinstance(entry, Told)]


def _places(entries: Sequence[Entry], columns: Sequence[Column]) -> tuple[dict[int, int], int]:
    """The columns of the cells by their places among the entries, and the last entry that belongs to the table."""
    numbers = [at for at, entry in enumerate(entries) if isinstance(entry, Told)]
    starts = {at for at, (a, b) in enumerate(pairwise([-1, *numbers])) if b - a > 1}
    cells = _cells(entries)
    found = placed(cells, columns, starts)
    end = _stated_end(cells, found, columns)
    while 0 < end < len(cells) and cells[end].run is not None and cells[end].run == cells[end - 1].run:
        end += 1
    del found[end:]
    return dict(zip(numbers, found, strict=False)), numbers[len(found) - 1] if found else -1


def _stated_end(cells: Sequence[Told], places: Sequence[int], columns: Sequence[Column]) -> int:
    """Behind the last cell that fits a column, before a stretch in which nothing is stated over several rows."""
    end, since = 0, 0
    for at, place in enumerate(places):
        if cells[at].is_tick:
            continue
        since = 0 if place < len(columns) and columns[place].role in STATEMENTS else since + 1
        if since > max(MOST_UNSTATED, ROWS_UNSTATED * len(columns)):
            break
        end = at + 1 if place < len(columns) else end
    return end


# --- body ---------------------------------------------------------------------------------------------------------


class _Body:
    """The cells under a header, up to running text, another header, a form, or a labelled statement behind which the
    table does not go on; ``ends`` has the part behind each, ``again`` the header where it is printed again."""

    def __init__(self, parts: Sequence[Part], at: int, head: StackedHead, is_form: Callable[[int], bool]) -> None:
        self.entries: list[Entry] = []
        self.ends: list[int] = []
        self.again: list[tuple[int, Told]] = []
        self._parts, self._head, self._is_form = parts, head, is_form
        self._above = {part.text for part in parts[max(0, at - ABOVE) : at] if isinstance(part, Piece)}
        self._wide = float(WIDE)
        self._numbered = any(column.role == "label" for column in head.columns)
        self._widths: list[int] = []
        self._titles = {title for title in head.titles if any(map(str.isalpha, title))}
        self._under: Strand | None = None
        self._add_rest(head)
        at = head.end
        while at < len(parts):
            following = self._take(at)
            if following is None:
                break
            at = following
        self.stop = at

    @property
    def cells(self) -> list[Told]:
        return _cells(self.entries)

    def _take(self, at: int) -> int | None:
        """Takes the part at a place; returns where to go on, None at the table's end."""
        part = self._parts[at]
        if isinstance(part, Furniture):
            return at + 1
        if not isinstance(part, Piece) or self._ends_with_page(at, part):
            return None
        if self._is_running(part) and not (self.entries and self._is_title(part)):
            return None
        if self._leads_in(at):
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

    def _ends_with_page(self, at: int, piece: Piece) -> bool:
        """Whether the table ends with the page before: what follows is text, or stands over another header."""
        page = next((entry for entry in reversed(self.entries) if isinstance(entry, Told)), None)
        if page is None or page.pieces[-1].last.page == piece.first.page:
            return False
        again = head_at(self._parts, at)
        if again is not None and again.titles == self._head.titles:
            return False
        if piece.text in self._above:
            return True
        ahead = [part for part in self._parts[at : at + PAGE_TOP] if isinstance(part, Piece)]
        if 2 * sum(self._is_running(part) for part in ahead) > len(ahead):
            return True
        heads = [head_at(self._parts, place) for place in range(at + 1, min(at + PAGE_TOP, len(self._parts)))]
        return any(head is not None and not set(head.titles) <= set(self._head.titles) for head in heads)

    def _leads_in(self, at: int) -> bool:
        """Whether lines that no empty one parts lead in to a list: `How we will do it` / `To be ready, we will:`."""
        for place in range(at, min(at + LEADING, len(self._parts))):
            part = self._parts[place]
            if not isinstance(part, Piece) or (place > at and part.first.blanks):
                return False
            if part.text.endswith(":") and not PROMISING.isdisjoint(part.text.rstrip(":").split()):
                return True
        return False

    def _repeated(self, head: StackedHead, at: int) -> int | None:
        """Behind the header where it is printed again."""
        if head.titles != self._head.titles or head.before:
            return None
        self.again.extend((at, told) for told in (*(column.head for column in head.columns), *head.odd))
        self._add_rest(head)
        return head.end

    def _add_rest(self, head: StackedHead) -> None:
        """What stands right under the header's last cell."""
        self._under = None if head.odd else head.columns[-1].head.pieces[-1].last
        for piece in head.rest:
            self._add(piece, head.end)

    def _add(self, piece: Piece, end: int) -> None:
        if len(piece.strands) > 1:
            widest = max(strand.high - strand.low for strand in piece.strands)
            self._wide = max(self._wide, min(WIDEST, WIDER * widest))
            self._widths.append(widest)
        last = self.entries[-1] if self.entries else None
        if (
            isinstance(last, Told)
            and not piece.first.blanks
            and piece.first.page == last.pieces[-1].last.page
            and not is_lone_code(piece.first)
        ):
            self.entries[-1] = attrs.evolve(last, pieces=(*last.pieces, piece))
            self.ends[-1] = end
        else:
            # what no empty line parts from the last header cell is of its column
            under = self._under is not None and not piece.first.blanks and self._under.page == piece.first.page
            self.entries.append(Told(pieces=(piece,), last=under))
            self.ends.append(end)
        self._under = None

    def _is_running(self, piece: Piece) -> bool:
        """Whether most lines are as long as a page is wide, or much longer than those of all cells so far; a converter
        that joins a broken word makes one line longer."""
        lines = [strand.high - strand.low for strand in piece.strands]
        usual = median(lines)
        if len(lines) >= TEXT_LINES and len(self._widths) >= FEW_CELLS and usual >= TEXT:
            return usual >= min(WIDE, WIDER * sorted(self._widths)[int(MOST_CELLS * len(self._widths))])
        return usual >= (self._wide if len(lines) == 1 else WIDE)

    def _is_title(self, piece: Piece) -> bool:
        """Whether a piece is a labelled statement over numbered rows, wide as it may be."""
        return self._numbered and len(piece.strands) == 1 and is_labelled(piece)

    def _goes_on(self, at: int) -> bool:
        """Whether the table goes on behind a labelled statement: with cells, not with text, another title or header."""
        ahead = [part for part in self._parts[at + 1 : at + 1 + AHEAD] if not isinstance(part, Furniture)]
        return len(ahead) >= AHEAD - 1 and all(
            isinstance(part, Piece)
            and (not self._is_running(part) or self._is_title(part))
            and not announces(part.text)
            and head_at(self._parts, at + 1 + number) is None
            for number, part in enumerate(ahead)
        )


def _told_by_rows(body: _Body) -> tuple[list[Entry], list[int]]:
    """The body's entries with columns written as wholes told row by row, and the part behind each."""
    entries: list[Entry] = []
    ends: list[int] = []
    for banded, group in groupby(range(len(body.entries)), key=lambda at: isinstance(body.entries[at], Piece)):
        places = list(group)
        cells = [body.entries[at] for at in places]
        told = [(cell, at) for at, cell in enumerate(cells)] if banded else rows_abreast(_cells(cells))
        entries += [cell for cell, _ in told]
        ends += [body.ends[places[at]] for _, at in told]
    return entries, ends


def _run_together(columns: Sequence[Column], cells: Sequence[Told]) -> bool:
    """Whether no empty line parts most header cells, nor the rows of the body."""
    apart = sum(column.head.pieces[0].first.blanks > 0 for column in columns[1:])
    return 2 * apart < len(columns) and any(len(cell.lines) > LONGEST_CELL for cell in cells)


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


def _with_spans(cells: Sequence[Cell], columns: Sequence[Column], rows: int) -> list[Cell]:
    """The cells, those of statements left of the rows' subject spanning the rows below that have none of their own:
    an objective stands once beside all its actions."""
    subject = subject_of(columns)
    spanning = {at for at in range(subject or 0) if columns[at].role in STATEMENTS}
    if not spanning or not all(columns[at].role == "objective" for at in spanning):
        return list(cells)
    taken = {(cell.row, cell.column) for cell in cells}
    bands = {cell.row for cell in cells if cell.column_span > 1}
    found: list[Cell] = []
    for cell in sorted(cells, key=lambda cell: (-cell.row, cell.column)):
        if cell.column not in spanning or cell.header or cell.column_span > 1:
            found.append(cell)
            continue
        end = cell.row + 1
        while (
            end < rows
            and end not in bands
            and not any((end, at) in taken for at in range(cell.column + 1) if at in spanning)
        ):
            if (end, subject) not in taken:
                break
            end += 1
        found.append(attrs.evolve(cell, row_span=end - cell.row))
    return sorted(found, key=lambda cell: (cell.row, cell.column))


# --- the table ----------------------------------------------------------------------------------------------------


def _table(columns: Sequence[Column], entries: Sequence[Entry], places: dict[int, int]) -> Table:
    first = next(column.head.pieces[0].first for column in columns if column.head.pieces)
    found = [
        Cell(row=0, column=at, lines=column.head.lines, header=True, page=first.page)
        for at, column in enumerate(columns)
    ]
    row, last = 0, len(columns) + 1  # the first cell begins a row
    taken: set[int] = set()
    under = False
    wide = len(columns) + (1 if len(columns) in places.values() else 0)
    for at, entry in enumerate(entries):
        if isinstance(entry, Piece):
            row, last, under = row + 1, len(columns) + 1, False
            lines = tuple(Line(strand.words) for strand in entry.strands)
            found.append(Cell(row=row, column=0, column_span=wide, lines=lines, page=entry.first.page, repaired=True))
            continue
        column = places[at]
        if column < last or column in taken or entry.last or (entry.numbers and not under):
            row, taken = row + 1, set()
        under = entry.last
        taken.add(column)
        last = -1 if entry.last else column  # what stands right under the header belongs to the row below it
        page = entry.pieces[0].first.page
        found.append(Cell(row=row, column=column, lines=entry.lines, page=page, repaired=True))
    pages = tuple(sorted({cell.page for cell in found if cell.page is not None}))
    found = _with_spans(found, columns, row + 1)
    return Table(cells=tuple(found), rows=row + 1, columns=wide, pages=pages, way="aligned")
