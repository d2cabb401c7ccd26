"""Tables whose cells a converter parted by tabs, one physical line a row: `Objective<tab>Measure<tab>Milestone`.

Such pipelines slice one logical row over many physical ones, at the cell's printed lines, with a cell that was centred
in the vertical middle of its neighbours standing somewhere in between; a blank line is a page's end, which may cut a
cell while another column has already moved on. Here the physical rows become logical rows again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Block, Cell, Furniture, Line, Table
from objectives_parser.layout.text.ghosts import ghosts_among
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.paragraph_rows import paragraph_rows, row_cells
from objectives_parser.layout.text.slices import LogicalRow, PhysicalRow, logical_rows, one_row
from objectives_parser.layout.text.tabbed_grid import goes_on, grid_cells, is_gridded, section_rows
from objectives_parser.layout.text.tabbed_heads import (
    header_names,
    is_header,
    is_header_again,
    lists_side_by_side,
    subject_column,
    with_whole_headers,
)
from objectives_parser.layout.wrapping import names_in, wants_more


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """The tabbed tables among the lines."""
    groups = list(_groups(lines))
    if not groups:
        return
    known = _known_words(lines)
    names = names_in(Line(cell) for line in lines for cell in line.cells)
    for group in groups:
        yield Region(first=group[0].number, last=group[-1].number, blocks=tuple(_table_blocks(group, known, names)))


def _groups(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Runs of tabbed lines, with the rows among them that have a first cell only. A blank line inside a run is a page's
    end; a blank line before a row with more cells, or before a header of another shape, parts two tables."""
    group: list[TextLine] = []
    blanks: list[TextLine] = []
    bare = _bare_rows(lines)
    for at, line in enumerate(lines):
        if not line.words:
            blanks.append(line)
        elif not line.tabs and not (group and at in bare):
            if _is_table(group):
                yield group
            group, blanks = [], []
        else:
            if blanks and group and _begins_another(line, group):
                if _is_table(group):
                    yield group
                group = []
            group.extend(blanks if group else [])
            group.append(line)
            blanks = []
    if _is_table(group):
        yield group


def _begins_another(line: TextLine, group: Sequence[TextLine]) -> bool:
    """Whether a row after a blank line belongs to another table than the rows before it: it has more cells than they
    have, or it is a header of fewer that repeats none of theirs."""
    if len(line.cells) > max(len(before.cells) for before in group):
        return True
    row, head = _one_row(line), _one_row(group[0])
    fewer = 1 < len(line.cells) < len(head.cells)
    return fewer and is_header(row) and not header_names(row) & header_names(head)


def _bare_rows(lines: Sequence[TextLine]) -> set[int]:
    """Lines without a tab that are rows all the same, their empty cells lost with the white space at the line's end."""
    found: set[int] = set()
    for first, last in _runs(lines):
        tabbed = [at for at in range(first, last + 1) if lines[at].tabbed]
        if not tabbed or any(lines[at].level for at in range(first, last + 1)):
            continue
        # A converter leaves a blank line behind a table, so that what stands right below it is a row of it.
        found.update(range(tabbed[0], last + 1))
        if not is_header(_one_row(lines[tabbed[0]])):
            found.update(range(first, tabbed[0]))  # a page's first rows; over a header it would be a caption
    return {at for at in found if not lines[at].tabbed}


def _runs(lines: Sequence[TextLine]) -> Iterator[tuple[int, int]]:
    """The first and last position of each run of lines without a blank one among them."""
    first: int | None = None
    for at, line in enumerate(lines):
        if line.words and first is None:
            first = at
        elif not line.words and first is not None:
            yield first, at - 1
            first = None
    if first is not None:
        yield first, len(lines) - 1


def _one_row(line: TextLine) -> PhysicalRow:
    return PhysicalRow(cells=tuple(Line(words) for words in line.cells), page=line.page)


def _is_table(group: Sequence[TextLine]) -> bool:
    return sum(bool(line.words) for line in group) >= 2


def _table_blocks(group: Sequence[TextLine], known: Counter[str], names: frozenset[str]) -> Iterator[Block]:
    columns = max(len(line.cells) for line in group)
    whole = paragraph_rows(group)
    if whole is not None:
        yield _of_paragraphs(whole, columns)
        return
    rows, ghosts = _without_ghosts(with_whole_headers(_physical(group, columns)), known)
    cells: list[Cell] = []
    number = subject = 0
    parts = list(_sections(rows))
    heads = frozenset(at for at, row in enumerate(rows) if any(row is part for part in parts))
    if is_gridded(rows, heads):
        cells, parts, number = list(grid_cells(rows, heads)), [], len(rows)
    header, listed = None, False
    for part in parts:
        if isinstance(part, PhysicalRow):
            cells.extend(_header_cells(part, number))
            number += 1
            header, subject = part, subject_column(part, subject)
            listed = lists_side_by_side(part)
            continue
        for run in _between(part, section_rows(part, header)):
            if isinstance(run, Cell):
                cells.append(attrs.evolve(run, row=number, column_span=columns))
                number += 1
                continue
            for logical in _logical(run, names, subject, listed=listed):
                cells.extend(_body_cells(logical, number))
                number += 1
    pages = tuple(sorted({line.page for line in group}))
    yield Table(cells=tuple(cells), rows=number, columns=columns, pages=pages, way="tabbed")
    if ghosts:
        yield Furniture(lines=tuple(ghosts), kind="ghost")


def _of_paragraphs(rows: Sequence[Sequence[TextLine]], columns: int) -> Table:
    """The table of rows whose cells' paragraphs stand on lines of their own."""
    known: set[tuple[int, str]] = set()
    cells: list[Cell] = []
    for number, lines in enumerate(rows):
        row = LogicalRow(cells=row_cells(lines, columns), page=lines[0].page)
        first = PhysicalRow(cells=tuple(cell[0] if cell else Line(()) for cell in row.cells), page=row.page)
        if len(lines) == 1 and (is_header_again(first, known) if known else is_header(first)):
            known |= header_names(first)
            cells.extend(_header_cells(first, number))
        else:
            cells.extend(_body_cells(row, number))
    pages = tuple(sorted({line.page for row in rows for line in row}))
    return Table(cells=tuple(cells), rows=len(rows), columns=columns, pages=pages, way="tabbed")


def _logical(run: Sequence[PhysicalRow], names: frozenset[str], subject: int, *, listed: bool) -> Sequence[LogicalRow]:
    if not _is_sliced(run):
        return _as_printed(run)
    return [one_row(run)] if listed else logical_rows(run, names, subject)


def _is_sliced(rows: Sequence[PhysicalRow]) -> bool:
    """Whether some rows may be slices of others: a cell is empty, begins in small letters or breaks off."""
    cells = [cell for row in rows for cell in row.cells]
    if not all(cell.words for cell in cells) or any(map(goes_on, cells)):
        return True
    return any(wants_more(cell) for row in rows[:-1] for cell in row.cells)


def _as_printed(rows: Sequence[PhysicalRow]) -> list[LogicalRow]:
    return [LogicalRow(cells=tuple((cell,) if cell.words else () for cell in row.cells), page=row.page) for row in rows]


def _between(
    rows: Sequence[PhysicalRow], sections: Sequence[tuple[int, int]]
) -> Iterator[Cell | Sequence[PhysicalRow]]:
    """The cells that fill rows of their own, and the slices between them."""
    at = 0
    for first, end in (*sections, (len(rows), len(rows))):
        if rows[at:first]:
            yield rows[at:first]
        if first < end:
            lines = tuple(row.cells[0] for row in rows[first:end])
            yield Cell(row=0, column=0, lines=lines, page=rows[first].page)
        at = end


def _physical(group: Sequence[TextLine], columns: int) -> list[PhysicalRow]:
    rows: list[PhysicalRow] = []
    cut = False
    for line in group:
        if not line.words:
            cut = True
            continue
        cells = tuple(Line(words) for words in line.cells) + (Line(()),) * (columns - len(line.cells))
        rows.append(PhysicalRow(cells=cells, after_cut=cut, page=line.page))
        cut = False
    return rows


def _sections(rows: Sequence[PhysicalRow]) -> Iterator[PhysicalRow | list[PhysicalRow]]:
    """Header rows one by one, and the runs of body rows between them."""
    run: list[PhysicalRow] = []
    known: set[tuple[int, str]] = set()
    for row in rows:
        if is_header_again(row, known) if known else is_header(row):
            known |= header_names(row)
            if run:
                yield run
            run = []
            yield row
        else:
            run.append(row)
    if run:
        yield run


def _known_words(lines: Sequence[TextLine]) -> Counter[str]:
    return Counter([word.text.strip(".,;:()").casefold() for line in lines for word in line.words])


def _without_ghosts(rows: list[PhysicalRow], known: Counter[str]) -> tuple[list[PhysicalRow], list[Line]]:
    """The rows with their ghosts taken out of the cells, and the ghosts. A row that held a ghost alone goes."""
    cells = [list(row.cells) for row in rows]
    ghosts: list[Line] = []
    for column in range(len(cells[0]) if cells else 0):
        filled = [at for at, row in enumerate(cells) if row[column].words]
        found = ghosts_among([cells[at][column] for at in filled], known)
        for position in sorted(found):
            ghosts.append(cells[filled[position]][column])
            cells[filled[position]][column] = Line(())
    kept: list[PhysicalRow] = []
    cut = False
    for row, left in zip(rows, cells, strict=True):
        cut = cut or row.after_cut
        if any(cell.words for cell in left):
            kept.append(attrs.evolve(row, cells=tuple(left), after_cut=cut))
            cut = False
    return kept, ghosts


def _header_cells(row: PhysicalRow, number: int) -> Iterator[Cell]:
    for column, cell in enumerate(row.cells):
        lines = (cell,) if cell.words else ()
        yield Cell(row=number, column=column, lines=lines, header=True, page=row.page)


def _body_cells(row: LogicalRow, number: int) -> Iterator[Cell]:
    for column, lines in enumerate(row.cells):
        yield Cell(row=number, column=column, lines=lines, page=row.page, repaired=column in row.repaired)
