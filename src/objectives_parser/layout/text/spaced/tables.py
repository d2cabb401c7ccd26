"""Tables laid out by blanks: where they begin and end on a page, and how their lines become cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import GRID_X, Cell, Line, Table, union
from objectives_parser.layout.median import median
from objectives_parser.layout.text.spaced.ends import FAR, crosses, is_label, last_row
from objectives_parser.layout.text.spaced.heads import Head, head_at, head_end
from objectives_parser.layout.text.spaced.rivers import cut_share, parted, rivers, with_hidden
from objectives_parser.layout.text.spaced.rowing import Slice, counted_rows, logical_rows
from objectives_parser.layout.text.spaced.rows import Row, run_of, x0
from objectives_parser.layout.text.spaced.spanning import Split, spanned_rows, split_row
from objectives_parser.layout.wrapping import names_in

MOST_CUT_REST = 0.2
NUMBER = re.compile(r"(?:[A-Z]{0,3}[-. ]?)?\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Za-z][.)]|\([a-z0-9]{1,3}\)")
STAIRS = 3
PROSE = 28
ON_MOST = 0.6
EXACT, NEAR = 1, 3
PARTED = 0.4
EDGE, LONGEST_TITLE = 0.15, 6
"""How far from a table's left side its title stands, and its words at most."""
Places = Sequence[float]


@attrs.frozen(kw_only=True, eq=False)
class Found:
    """A table on one page: its rows (positions on the page), how many of them are the head, its rivers, and what its
    header cells say, also where they stand on an earlier page. ``title`` is a line over the whole table, the first of
    its positions and none of its rows. ``sided`` says that its left cells name the rows."""

    first: int
    last: int
    head: int
    places: tuple[float, ...]
    rows: tuple[Row, ...]
    titles: tuple[str, ...] = ()
    title: Row | None = None
    sided: bool = False


def tables_of(rows: Sequence[Row], before: Found | None = None) -> list[Found]:
    """The tables of a page: those with a header of their own, and the rest of the one ``before`` on the last page."""
    found: list[Found] = []
    at = 0
    while at < len(rows):
        head = head_at(rows, at)
        table = _found(rows, head, last_row(rows, head)) if head is not None else None
        if table is None and at == 0 and before is not None:
            table = _rest(rows, before)
        if table is not None:
            free = at > (found[-1].last + 1 if found else 0)
            found.append(_with_title(table, rows[at - 1]) if free and table.head else table)
        at = table.last + 1 if table is not None else at + 1
    return found


def _with_title(table: Found, above: Row) -> Found:
    """The table with the line right over its header, if that is its title: short, and set over its middle."""
    low, high = table.rows[0].low, max(row.high for row in table.rows)
    inset = EDGE * (high - low)
    beside = len(above.runs) > 1 or table.rows[0].blanks or len(above.words) > LONGEST_TITLE
    if beside or above.low < low + inset or above.high > high:
        return table
    return attrs.evolve(table, first=table.first - 1, title=above)


def _found(rows: Sequence[Row], head: Head, last: int) -> Found | None:
    if last == head.last:
        return None
    body = [row for row in rows[head.first : last + 1] if not crosses(row, head.extents)]
    places = rivers(body, head.extents)
    if not places or (len(places) == 1 and _is_prose(rows[head.last + 1 : last + 1], places)):
        return None
    places = with_hidden(places, rows[head.first : head.last + 1], rows[head.last + 1 : last + 1])
    end = min(head_end(rows, head, places), last)
    found = Found(
        first=head.first,
        last=last,
        head=end - head.first + 1,
        places=tuple(places),
        rows=tuple(rows[head.first : last + 1]),
    )
    titles = tuple(" ".join(line.text for line in lines).casefold() for lines in _head_lines(found))
    return attrs.evolve(found, titles=titles)


def _rest(rows: Sequence[Row], before: Found) -> Found | None:
    """The rest of a table at a page's top, without its header: lines in the same columns."""
    reach = rows[: _reach(rows)]
    near = _text_below(reach, before.places)
    return _rest_in(reach, before) or (_rest_in(reach[:near], before) if near < len(reach) else None)


def _rest_in(reach: Sequence[Row], before: Found) -> Found | None:
    while reach:
        places = _same_columns(reach, before)
        last = _unbroken(reach, places) if places is not None else len(reach)
        if places is None or not last:
            return None
        if last == len(reach):
            titles = before.titles
            return Found(first=0, last=last - 1, head=0, places=tuple(places), rows=tuple(reach), titles=titles)
        reach = reach[:last]
    return None


def _reach(rows: Sequence[Row]) -> int:
    """How many rows of a page stand before a labelled statement, a header, or a line far from the others."""
    for at, row in enumerate(rows):
        lone = len(row.runs) == 1
        if (lone and ((row.blanks >= FAR and at) or is_label(row.text))) or head_at(rows, at) is not None:
            return at
    return len(rows)


def _text_below(rows: Sequence[Row], places: Places) -> int:
    """How many of the rows stand before a line over the rivers of the page before that empty lines part from them."""
    if not rows or len(rows[0].runs) == 1:
        return len(rows)
    over = (at for at, row in enumerate(rows) if row.blanks > 1 and _is_over(row, places))
    return next(over, len(rows))


def _is_over(row: Row, places: Places) -> bool:
    return len(row.runs) == 1 and any(row.low < place < row.high - 1 for place in places)


def _unbroken(rows: Sequence[Row], places: Places) -> int:
    """How many of the rows stand before text over the rivers, which no table holds on two lines."""
    over = [_is_over(row, places) for row in rows]
    last = next((at for at, pair in enumerate(pairwise(over)) if all(pair)), len(rows))
    while last and over[last - 1]:
        last -= 1
    return last


def _same_columns(body: Sequence[Row], before: Found) -> list[float] | None:
    """The rivers of lines that may go on with the columns of a table; None if they do not."""
    if sum(len(row.runs) > 1 for row in body) < max(1, PARTED * len(body)):
        return None
    places = rivers([row for row in body if len(row.runs) > 1])
    known = _full_columns(before)
    if len(places) == len(before.places):
        return places
    if len(places) + 1 == len(known):
        return _with_empty(places, known, len(before.places) + 1)
    own = list(before.places)
    return own if all(cut_share(at, own, body) <= MOST_CUT_REST for at in range(len(own))) else None


def _full_columns(part: Found) -> list[int]:
    """The columns that hold text below the head: those with drawings alone, as coloured bars, are empty in text."""
    lines = [parted(row.words, part.places) for row in part.rows[part.head :]]
    return [column for column in range(len(part.places) + 1) if sum(bool(line[column]) for line in lines) > 1]


def _with_empty(places: Sequence[float], full: Sequence[int], columns: int) -> list[float]:
    """The rivers between the full columns, doubled where the columns between them are empty."""
    found: list[float] = []
    for column in range(1, columns):
        at = sum(known < column for known in full)
        found.append(places[min(max(at, 1), len(places)) - 1] if at else float("-inf"))
    if full[-1] < columns - 1:
        found = [*found[: full[-1]], *[float("inf")] * (columns - 1 - full[-1])]
    return found


def _is_prose(rows: Sequence[Row], places: Sequence[float]) -> bool:
    """Two columns of full lines, both on most lines: text set in columns, whatever its first line looks like."""
    lines = [parted(row.words, places) for row in rows]
    return all(
        sum(bool(line[c]) for line in lines) > ON_MOST * len(lines)
        and median(run_of(line[c]).high - run_of(line[c]).low for line in lines if line[c]) > PROSE
        for c in range(2)
    )


def table_of(parts: Sequence[Found]) -> Table:
    """The parts of a table on one page or several → one table."""
    names = names_in(Line(cell) for part in parts for row in part.rows for cell in parted(row.words, part.places))
    columns = len(parts[0].places) + 1
    cells: list[Cell] = []
    number = 0
    if (title := parts[0].title) is not None:
        cells.append(Cell(row=0, column=0, column_span=columns, lines=(title.line,), page=title.page))
        number = 1
    if parts[0].head:
        head = enumerate(_head_lines(parts[0]))
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
    start = next((at for at, part in enumerate(group) if part.cells[0]), 0)
    if counted := counted_rows(group):
        rows = counted
    elif (spanned := spanned_rows(group[start:], names)) is not None:
        above = [(first, last, None) for first, last in logical_rows(group[:start], names)]
        return [*above, *((first + start, last + start, split) for first, last, split in spanned)]
    else:
        rows = logical_rows(group, names)
    return [(first, last, split_row(group[first : last + 1], names)) for first, last in rows]


def _head_lines(part: Found) -> list[tuple[Line, ...]]:
    rows = [parted(row.words, part.places) for row in part.rows[: part.head]]
    return [tuple(Line(row[column]) for row in rows if row[column]) for column in range(len(part.places) + 1)]


def _sections(parts: Sequence[Found]) -> Iterator[Row | list[Slice]]:
    """Section rows one by one, and the runs of body lines between them."""
    run: list[Slice] = []
    y = 0
    for part in map(_without_stairs, parts):
        starts = _starts(part)
        labels = _has_labels(part)
        for at, row in enumerate(part.rows[part.head :]):
            blanks = row.blanks if at else 0
            y += blanks + 1
            over = _spans(row, part.places) and not _fits(row, part.places, starts)
            if over or (labels and _is_title(row, part.places)):
                if run:
                    yield run
                run = []
                yield row
            else:
                run.append(Slice(cells=tuple(parted(row.words, part.places)), y=y, blanks=blanks, page=row.page))
    if run:
        yield run


def _spans(row: Row, places: Places) -> bool:
    """A section row: one run over a river, from the first column on."""
    return len(row.runs) == 1 and row.low < places[0] < row.high - 1


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


def _starts(part: Found) -> list[int]:
    """Where the cells right of each river usually begin."""
    counts: list[Counter[int]] = [Counter() for _ in part.places]
    for row in part.rows[part.head :]:
        for column, words in enumerate(parted(row.words, part.places)[1:]):
            if words:
                counts[column][x0(words[0])] += 1
    return [max(count, key=lambda low: (count[low], -low)) if count else -9 for count in counts]


def _fits(row: Row, places: Places, starts: Sequence[int]) -> bool:
    """Cells that all fill their columns look like one run; its words begin where the columns do, or nearly so."""
    near = EXACT if row.blanks else NEAR
    begun = {x0(word) + off for word in row.words for off in range(-near, near + 1)}
    crossed = [start for place, start in zip(places, starts, strict=True) if row.low < place < row.high]
    return bool(crossed) and all(start in begun for start in crossed)


def _row_cells(
    slices: Sequence[Slice], number: int, extents: Sequence[tuple[float, float]], split: Split | None
) -> Iterator[Cell]:
    """The cells of a row, or of the rows inside it beside the cells that span them."""
    for column, extent in enumerate(extents):
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
