"""Tables in reading-order text whose cells can't be counted off: the header's cells stand one under the other, then the
body's, some missing, some in the order of columns. Which column a cell belongs to is told by what it says: a date, a
body, something counted, a command. A new row begins where the order of columns begins again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

import attrs

from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.text.spaced.abreast import rows_abreast
from objectives_parser.layout.text.spaced.cell_forms import CODE, Told
from objectives_parser.layout.text.spaced.fitting import Column, placed, subject_of
from objectives_parser.layout.text.spaced.longer_heads import longer_heads
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.shared_lines import lone_cell, parted_cells
from objectives_parser.layout.text.spaced.told_body import Body, Entry, cells_of, is_labelled, names_aim
from objectives_parser.layout.text.spaced.told_heads import PAIR, StackedHead, head_at, pair_at
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role

LONGEST_CELL = 10  # lines
LONGEST_BAND, LONGEST_NUMBER = 6, 3  # words of a title over rows, figures of a row's number
LEAST_PLACED = 3
LEAST_COUNTED = 3
LEAST_GAIN = 0.3
"""By how much the cells must fit the columns of a longer header better."""
SURE_TITLE = 0.8
LEAST_PAIRS, MOST_PAIRED = 2, 0.7
"""Rows of a table of two columns that have both cells, and their share."""
MOST_UNSTATED, ROWS_UNSTATED = 9, 3


@attrs.frozen(kw_only=True, eq=False)
class Stacked:
    """A table put together: what stood over it in its first part, its cells, what the pages carry between them, where
    the text behind it begins, and how many parts before its first are a title in its first header cell."""

    before: tuple[Piece, ...]
    table: Table
    left: tuple[Furniture, ...]
    end: int
    over: int = 0


def told_table(parts: Sequence[Part], at: int, is_form: Callable[[int], bool], barren: set[int]) -> Stacked | None:
    """The table whose header cells stand from the place on; None where none do. ``is_form`` says whether a form begins
    at a place: no table goes on behind it. ``barren`` has the places that tables found in vain covered, where the same
    header need not be tried again; this one's are added."""
    head = head_at(parts, at) if at not in barren else None
    if head is None:
        return None
    head, body = _best_head(parts, at, head, is_form)
    table = _told(parts, at, head, body, _told_apart(body, head))
    if any(len(cell.lines) > 1 for cell in body.cells):
        by_rows = _told_by_rows(body)
        if len(by_rows[0]) > len(body.entries):
            table = _told(parts, at, head, body, by_rows)
    if table is None:
        barren.update(range(at, body.stop))
    return table


def _best_head(
    parts: Sequence[Part], at: int, head: StackedHead, is_form: Callable[[int], bool]
) -> tuple[StackedHead, Body]:
    """The header, with the cells behind it that say nothing by themselves if the rows fit more columns better; and what
    stands under it."""
    best = head, Body(parts, at, head, is_form)
    most = _fit_under(*best)
    for longer in longer_heads(parts, head):
        body = Body(parts, at, longer, is_form)
        fit = _fit_under(longer, body)
        if fit > most + LEAST_GAIN:
            best, most = (longer, body), fit
    return best


def _fit_under(head: StackedHead, body: Body) -> float:
    """How well the cells under a header fit its columns."""
    return placed(body.cells, head.columns).score


def pair_table(parts: Sequence[Part], at: int, is_form: Callable[[int], bool], barren: set[int]) -> Stacked | None:
    """The table of two columns whose header cells stand from the place on, where nearly each row has both cells."""
    head = pair_at(parts, at) if at not in barren else None
    if head is None:
        return None
    body = Body(parts, at, head, is_form)
    table = _told(parts, at, head, body, _told_apart(body, head))
    if table is None or not _has_pairs(table.table):
        barren.update(range(at, body.stop))
        return None
    return table


def _has_pairs(table: Table) -> bool:
    """Whether nearly each row but for titles has cells of both columns."""
    rows: dict[int, set[int]] = {}
    for cell in table.cells:
        if cell.row and cell.column_span == 1:
            rows.setdefault(cell.row, set()).add(cell.column)
    numbers = table.columns > PAIR and not any(cell.lines for cell in table.cells if cell.header and not cell.column)
    pair = {1, 2} if numbers else {0, 1}
    both = sum(pair <= row for row in rows.values())
    return both >= LEAST_PAIRS and both >= MOST_PAIRED * len(rows) and table.columns == PAIR + numbers


def _told(
    parts: Sequence[Part], at: int, head: StackedHead, body: Body, told: tuple[list[Entry], list[int]]
) -> Stacked | None:
    entries, ends = told
    columns = list(head.columns)
    if _run_together(columns, body.cells):
        return None
    entries = _with_numbers(entries)
    if any(cell.numbers for cell in cells_of(entries)) and all(column.role != "label" for column in columns):
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


def _places(entries: Sequence[Entry], columns: Sequence[Column]) -> tuple[dict[int, int], int]:
    """The columns of the cells by their places among the entries, and the last entry that belongs to the table."""
    numbers = [at for at, entry in enumerate(entries) if isinstance(entry, Told)]
    starts = {at for at, (a, b) in enumerate(pairwise([-1, *numbers])) if b - a > 1}
    cells = cells_of(entries)
    found = placed(cells, columns, starts).columns
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


def _told_apart(body: Body, head: StackedHead) -> tuple[list[Entry], list[int]]:
    """The body's entries with cells that share their lines parted, and the part behind each."""
    numbered = any(column.role == "label" for column in head.columns)
    parts = [
        (part, end)
        for entry, end in zip(body.entries, body.ends, strict=True)
        for part in (_band_apart(entry) if numbered else [entry])
    ]
    entries: list[Entry] = []
    ends: list[int] = []
    for banded, group in groupby(parts, key=lambda part: isinstance(part[0], Piece)):
        own = list(group)
        cells = [cell for cell, _ in own]
        told = [(cell, at) for at, cell in enumerate(cells)] if banded else parted_cells(cells_of(cells), head.columns)
        entries += [cell for cell, _ in told]
        ends += [own[at][1] for _, at in told]
    return entries, ends


def _band_apart(entry: Entry) -> list[Entry]:
    """`Water resources` right over `4`: a title over rows, and the number of the first of them."""
    if not isinstance(entry, Told):
        return [entry]
    strands = [strand for piece in entry.pieces for strand in piece.strands]
    title, number = strands[:-1], strands[-1]
    counts = number.text.isdecimal() and len(number.text) <= LONGEST_NUMBER
    if not title or not (counts or CODE.fullmatch(number.text)) or len(title) > 2:
        return [entry]
    band = Piece(strands=tuple(title), marker=0, low=title[0].low, high=max(strand.high for strand in title))
    words = [word.text for strand in title for word in strand.words]
    plain = (counts or _is_part_of(number.text, words[0])) and (
        len(words) <= LONGEST_BAND and words[0][0].isupper() and words[-1][-1].isalpha()
    )
    return [band, lone_cell([number])] if plain or names_aim(band) or is_labelled(band) else [entry]


def _is_part_of(code: str, number: str) -> bool:
    """Whether a row's code begins with the letter or number of the title over it: `A. Roads` over `A1`."""
    part = number.rstrip(".:)")
    return part != number and 0 < len(part) < len(code) and code.startswith(part)


def _told_by_rows(body: Body) -> tuple[list[Entry], list[int]]:
    """The body's entries with columns written as wholes told row by row, and the part behind each."""
    entries: list[Entry] = []
    ends: list[int] = []
    for banded, group in groupby(range(len(body.entries)), key=lambda at: isinstance(body.entries[at], Piece)):
        places = list(group)
        cells = [body.entries[at] for at in places]
        told = [(cell, at) for at, cell in enumerate(cells)] if banded else rows_abreast(cells_of(cells))
        entries += [cell for cell, _ in told]
        ends += [body.ends[places[at]] for _, at in told]
    return entries, ends


def _run_together(columns: Sequence[Column], cells: Sequence[Told]) -> bool:
    """Whether no empty line parts most header cells, nor the rows of the body."""
    apart = sum(column.head.pieces[0].first.blanks > 0 for column in columns[1:])
    return 2 * apart < len(columns) and any(len(cell.lines) > LONGEST_CELL for cell in cells)


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
        if column < last or column in taken or entry.last or (entry.numbers and not under and not column):
            row, taken = row + 1, set()
        under = entry.last
        taken.add(column)
        last = -1 if entry.last else column  # what stands right under the header belongs to the row below it
        page = entry.pieces[0].first.page
        found.append(Cell(row=row, column=column, lines=entry.lines, page=page, repaired=True))
    pages = tuple(sorted({cell.page for cell in found if cell.page is not None}))
    found = _with_spans(found, columns, row + 1)
    return Table(cells=tuple(found), rows=row + 1, columns=wide, pages=pages, way="aligned")
