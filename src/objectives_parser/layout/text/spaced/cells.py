"""A table laid out by blanks → its cells: section rows, the rows between them, and the lines of each cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import GRID_X, Cell, Line, Table, Word, union
from objectives_parser.layout.text.spaced.bands import bands
from objectives_parser.layout.text.spaced.centred import centred_rows
from objectives_parser.layout.text.spaced.ends import is_label
from objectives_parser.layout.text.spaced.found import Found, Places, head_lines
from objectives_parser.layout.text.spaced.itemised import item_rows, itemised, titles_of_items
from objectives_parser.layout.text.spaced.rivers import parted
from objectives_parser.layout.text.spaced.rowing import (
    CODE,
    Slice,
    counted_rows,
    logical_rows,
    names_columns,
    rows_under_numbers,
)
from objectives_parser.layout.text.spaced.rows import Row, x0
from objectives_parser.layout.text.spaced.shifted import with_shifted
from objectives_parser.layout.text.spaced.spanning import Split, spanned_rows, split_row
from objectives_parser.layout.text.spaced.values_apart import with_values_apart
from objectives_parser.layout.wrapping import NUMBERED, names_in, wants_more

NUMBER = re.compile(r"(?:[A-Z]{0,3}[-. ]?)?\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Za-z][.)]|\([a-z0-9]{1,3}\)")
STAIRS = 3
EXACT, NEAR = 1, 3


def table_of(parts: Sequence[Found]) -> Table:
    """The parts of a table on one page or several → one table."""
    names = names_in(Line(cell) for part in parts for row in part.rows for cell in parted(row.words, part.places))
    columns = len(parts[0].places) + 1
    cells: list[Cell] = []
    for at, title in enumerate(parts[0].over):
        cells.append(Cell(row=at, column=0, column_span=columns, lines=(title.line,), page=title.page))
    number = len(parts[0].over)
    if parts[0].head:
        head = enumerate(head_lines(parts[0]))
        page = parts[0].rows[0].page
        cells += [Cell(row=number, column=column, lines=lines, header=True, page=page) for column, lines in head]
        number += 1
    for group in _sections(parts):
        if isinstance(group, Row):
            cells.append(Cell(row=number, column=0, column_span=columns, lines=(group.line,), page=group.page))
            number += 1
            continue
        extents = _extents(group)
        for first, last, split in _rows_of(group, names, parts[0].sided):
            row = group[first : last + 1]
            cells.extend(_row_cells(row, number, extents, split))
            number += len(split.rows) if split else 1
    pages = tuple(sorted({row.page for part in parts for row in part.rows}))
    return Table(cells=tuple(cells), rows=number, columns=columns, pages=pages, way="aligned")


def _rows_of(group: Sequence[Slice], names: frozenset[str], sided: bool) -> list[tuple[int, int, Split | None]]:
    """The rows of some lines: first and last line, and the rows beside cells that span them; none do where the left
    cells name the rows."""
    if sided:
        return [(first, last, None) for first, last in logical_rows(group, names, sided=True)]
    items = any(part.item for part in group)
    if items and (centred := centred_rows(group, names)) is not None:
        return centred
    if items:
        return [(first, last, None) for first, last in item_rows(group)]
    start = next((at for at, part in enumerate(group) if part.cells[0]), 0)
    if numbered := rows_under_numbers(group):
        return [(first, last, None) for first, last in numbered]
    if counted := counted_rows(group):
        rows = counted
    elif (centred := centred_rows(group, names)) is not None:
        return centred
    elif not _runs_on(group, start) and (spanned := spanned_rows(group[start:], names)) is not None:
        above = [(first, last, None) for first, last in logical_rows(group[:start], names)]
        return [*above, *((first + start, last + start, split) for first, last, split in spanned)]
    else:
        rows = logical_rows(group, names)
    return [(first, last, split_row(group[first : last + 1], names)) for first, last in rows]


def _runs_on(group: Sequence[Slice], start: int) -> bool:
    """Whether a cell goes on in small letters from the lines above a place to those from there on, as beside a subject
    that is set in the middle of its row."""
    for column in range(len(group[0].cells)) if start else ():
        over = next((part.cells[column] for part in reversed(group[:start]) if part.cells[column]), ())
        below = next((part.cells[column] for part in group[start:] if part.cells[column]), ())
        if over and below and below[0].text[:1].islower():
            return True
    return False


def _sections(parts: Sequence[Found]) -> Iterator[Row | list[Slice]]:
    """Section rows one by one, and the runs of body lines between them."""
    run: list[Slice] = []
    y = 0
    parts = [_without_stairs(part) for part in parts]
    found = [_body_cells(part) for part in parts]
    numbered = itemised([line for cells in found for line in cells])
    before = 0
    for part, cells in zip(parts, found, strict=True):
        starts = _starts(part)
        labels = _has_labels(part)
        body = part.rows[part.head :]
        sections = any(is_label(row.text) and _spans(row, part.places) for row in body)
        lead = _lead(body, cells)
        items = frozenset(at - before for at in numbered if before <= at < before + len(cells))
        before += len(cells)
        named = bands(cells, [max(0, row.blanks - lead) for row in body], items)
        titles = titles_of_items(cells, items) | named
        for at, row in enumerate(_with_bands_whole(body, part.places, starts)):
            if row is None:
                continue
            blanks = max(0, row.blanks - lead) if at else 0
            y += blanks + 1
            coded = labels and len(part.places) == 1 and NUMBER.fullmatch(row.words[0].text) is not None
            whole = row is not body[at]
            over = whole or (_spans(row, part.places) and not coded and not _fits(row, part.places, starts))
            title = labels and not coded and _is_title(row, part.places)
            if over or title or at in titles or _opens_rows(body, at, part.places, sections=sections):
                if run:
                    yield run
                run = []
                yield row
            else:
                names = names_columns(cells[at])
                run.append(Slice(cells=cells[at], y=y, blanks=blanks, page=row.page, item=at in items, names=names))
    if run:
        yield run


def _with_bands_whole(body: Sequence[Row], places: Places, starts: Sequence[int]) -> list[Row | None]:
    """A table's rows, lines over the columns with what is left of them on the next line, in whose place is none."""
    rows: list[Row | None] = list(body)
    for at, (row, below) in enumerate(pairwise(body)):
        lone = len(below.runs) == 1 and not below.blanks and below.low == row.low
        over = lone and _spans(row, places) and not _fits(row, places, starts)
        if over and below.text[:1].islower() and at + 2 < len(body):
            rows[at] = attrs.evolve(row, runs=(*row.runs, *below.runs))
            rows[at + 1] = None
    return rows


def _body_cells(part: Found) -> Sequence[tuple[tuple[Word, ...], ...]]:
    """The words of the lines below a part's head by column."""
    body = part.rows[part.head :]
    cells = with_shifted(body, [tuple(parted(row.words, part.places)) for row in body], part.places)
    return with_values_apart(cells, part.places)


def _lead(body: Sequence[Row], cells: Sequence[Sequence[tuple[Word, ...]]]) -> int:
    """The empty lines that a page's type leaves between the lines of one cell: one where rows stand further apart, and
    most lines with one empty line over them go on in small letters."""
    single = [at for at in range(1, len(body)) if body[at].blanks == 1]
    going_on = sum(any(cell and cell[0].text[:1].islower() for cell in cells[at]) for at in single)
    apart = any(row.blanks > 1 for row in body[1:])
    return 1 if apart and going_on and 2 * going_on >= len(single) else 0


def _spans(row: Row, places: Places) -> bool:
    """A section row: one run over a river, from the first column on."""
    return len(row.runs) == 1 and row.low < places[0] < row.high - 1 and not row.goes_on


def _without_stairs(part: Found) -> Found:
    """The table with its first body lines made one where each holds the beginning of one cell, a little lower than the
    cell left of it: a converter takes lines that do not stand at one height apart."""
    stairs: list[Row] = []
    at = -1
    for row in part.rows[part.head :]:
        full = [column for column, words in enumerate(parted(row.words, part.places)) if words]
        if len(full) != 1 or full[0] <= at:
            break
        stairs.append(row)
        at = full[0]
    if len(stairs) < STAIRS or not any(row.blanks for row in stairs[1:]):
        return part
    runs = tuple(run for row in stairs for run in row.runs)
    joined = attrs.evolve(stairs[-1], runs=runs, blanks=stairs[0].blanks)
    return attrs.evolve(part, rows=(*part.rows[: part.head], joined, *part.rows[part.head + len(stairs) :]))


def _has_labels(part: Found) -> bool:
    """Whether the first column holds numbers or labels only."""
    cells = [parted(row.words, part.places)[0] for row in part.rows[part.head :]]
    texts = [" ".join(word.text for word in cell) for cell in cells if cell]
    return len(texts) > 1 and sum(NUMBER.fullmatch(text) is not None for text in texts) > 0.5 * len(texts)


def _is_title(row: Row, places: Places) -> bool:
    """`Agriculture` alone on its line, where the rows have their numbers."""
    return len(row.runs) == 1 and row.low < places[0] and row.text[0].isupper() and not NUMBER.fullmatch(row.text)


def _opens_rows(body: Sequence[Row], at: int, places: Places, *, sections: bool) -> bool:
    """`Goal T-1: Make walking safe` alone on its line, right over a row that has a code of its own, or in a table that
    has other such lines for section rows."""
    row, below = body[at], body[at + 1 : at + 2]
    if len(row.runs) > 1 or row.low >= places[0] or not below or len(below[0].runs) < 2 or not is_label(row.text):
        return False
    above = parted(body[at - 1].words, places)[0] if at and not row.blanks else ()
    if above and wants_more(Line(above)):
        return False  # `… the aims of all,` / `Goal 3 among them`
    first = below[0].words[0].text
    if sections and first[0].isupper():
        return True
    return CODE.match(first) is not None or NUMBERED.match(first) is not None or is_label(below[0].runs[0].text)


def _starts(part: Found) -> list[int]:
    """Where the cells right of each river usually begin."""
    counts: list[Counter[int]] = [Counter() for _ in part.places]
    for row in part.rows[part.head :]:
        for column, words in enumerate(parted(row.words, part.places)[1:]):
            if words:
                counts[column][x0(words[0])] += 1
    return [max(count, key=lambda low: (count[low], -low)) if count else -9 for count in counts]


def _fits(row: Row, places: Places, starts: Sequence[int]) -> bool:
    """Cells that all fill their columns look like one run; its words begin where the columns do, or nearly so; beside
    a labelled statement (`Outcome 1: …`) they begin in no small letters."""
    near = EXACT if row.blanks else NEAR
    fresh = is_label(row.text)
    words = [word for word in row.words if not (fresh and word.text[0].islower())]
    begun = {x0(word) + off for word in words for off in range(-near, near + 1)}
    crossed = [start for place, start in zip(places, starts, strict=True) if row.low < place < row.high]
    crossed = [start for start in crossed if start >= 0] or crossed  # a column without text says nothing
    return bool(crossed) and all(start in begun for start in crossed)


def _row_cells(
    slices: Sequence[Slice], number: int, extents: Sequence[tuple[float, float]], split: Split | None
) -> Iterator[Cell]:
    """The cells of a row, or of the rows inside it beside the cells that span them."""
    for column, extent in enumerate(extents):
        if split is not None and split.parts and column == split.low - 1:
            for first, last, lines in split.parts:
                yield _cell(lines, column, number + first, column, extent, last - first + 1)
            continue
        if split is None or not split.low <= column < split.high:
            span = len(split.rows) if split else 1
            yield _cell(slices, column, number, column, extent, span)
            continue
        for below, row in enumerate(split.rows):
            yield _cell(row, column - split.low, number + below, column, extent, 1)


def _cell(slices: Sequence[Slice], at: int, row: int, column: int, extent: tuple[float, float], span: int) -> Cell:
    lines = tuple(_cell_lines(slices, at))
    box = union(line.bbox for line in lines)
    bbox = (extent[0], box[1], extent[1], box[3]) if box and slices[0].page == slices[-1].page else None
    return Cell(row=row, column=column, row_span=span, lines=lines, page=slices[0].page, bbox=bbox)


def _cell_lines(slices: Sequence[Slice], column: int) -> Iterator[Line]:
    """A cell's lines; an empty line of the file between two of them is room, a line of other cells is none."""
    blanks = 0
    for part in slices:
        blanks += part.blanks
        if part.cells[column]:
            yield Line(part.cells[column], tight=not blanks)
            blanks = 0


def _extents(slices: Sequence[Slice]) -> list[tuple[float, float]]:
    """From where to where the text of each column reaches, and a blank."""
    found = []
    for column in range(len(slices[0].cells)):
        box = union(word.bbox for part in slices for word in part.cells[column])
        found.append((box[0], box[2] + GRID_X) if box else (0.0, 0.0))
    return found
