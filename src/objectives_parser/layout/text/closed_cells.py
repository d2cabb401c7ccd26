"""Tables written a cell a line, each cell closed by a sign, without a rule and without line ends that tell the rows:

    Objective |
    Measure |
    Target |
    Safer roads |
    ...

A cell may have several lines; a sign alone on its line closes a list, or an empty cell. How many of the first cells
are the header is found by trying: the rows below have to come out even. Where cells over several rows were written
only once, the lists among them tell in which rows they stand.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Block, Cell, Furniture, Line, Paragraph, Table
from objectives_parser.layout.text.closed import SIGN, Closed, cells_among, is_sure, may_head
from objectives_parser.layout.text.closed_rows import Told, cost_of, rows_of
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.layout.text.values_at_end import is_year
from objectives_parser.roles import header_role

_COLUMNS = range(3, 15)
_MOST_TITLE_WORDS, _MOST_SURE_WORDS = 30, 6
_SURE, _SHARE = 0.6, 0.4


Row = dict[int, Closed]


@attrs.frozen(kw_only=True)
class _Found:
    """A header, the rows below it, and the cells that are left."""

    header: list[Closed]
    rows: list[Row]
    merged: frozenset[int]
    left: list[Closed]


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """Such tables among the lines, and the signs that are left over beside them."""
    found = list(_tables(lines))
    yield from found
    within = {number for region in found for number in range(region.first, region.last + 1)}
    for line in lines if found else ():
        if line.text == SIGN and line.number not in within:
            mark = Furniture(lines=(line.line,), kind="cell-mark")
            yield Region(first=line.number, last=line.number, blocks=(mark,))


def _tables(lines: Sequence[TextLine]) -> Iterator[Region]:
    cells = cells_among(lines)
    starts = [at for at in range(len(cells)) if _may_begin(cells, at)]
    at = 0
    while starts:
        start = starts.pop(0)
        if start < at:
            continue
        found = _found([_last_line(lines, cells[start]), *cells[start + 1 :]], [other - start for other in starts])
        if found is None:
            continue
        title = _title(lines, cells, start, at)
        end = len(cells) - len(found.left)
        yield _region(lines, found, title, cells[end - 1].last)
        at = end


def _may_begin(cells: Sequence[Closed], at: int) -> bool:
    """Whether the cell ends with the name of a column, and the next cells follow at once with others."""
    lines, more = cells[at].lines, cells[at + 1 : at + _COLUMNS.start]
    if not lines or len(more) < _COLUMNS.start - 1:
        return False
    if any(cell.first != before.last + 1 for before, cell in itertools.pairwise(cells[at : at + _COLUMNS.start])):
        return False
    ends = [" ".join(line.text for line in lines[-count:]) for count in (1, 2)]
    return any(is_sure(end) and _are_columns([end, *(cell.text for cell in more)]) for end in ends)


def _are_columns(texts: Sequence[str]) -> bool:
    """Whether they name columns, two and more of them surely and differently (a date may be a value as well)."""
    roles = [header_role(text) for text in texts]
    sure = {role.role for role in roles if role is not None and role.strength >= _SURE and role.role != "period"}
    return len(sure) > 1 and all(map(may_head, texts))


def _last_line(lines: Sequence[TextLine], cell: Closed) -> Closed:
    """The header's first cell, which text may stand before: its last line, with the word before it that belongs."""
    count = 1
    if len(cell.lines) > 1:
        two = cell.lines[-2:]
        if len(two[0].words) == 1 and is_sure(" ".join(line.text for line in two)):
            count = 2
    kept = cell.lines[-count:]
    first = next(at for at in range(cell.first, cell.last + 1) if lines[at].words[0] is kept[0].words[0])
    return Closed(first=first, last=cell.last, lines=kept)


def _title(lines: Sequence[TextLine], cells: Sequence[Closed], start: int, at: int) -> Closed | None:
    """The cell directly over the header, over all columns."""
    if start == at or cells[start].first != cells[start - 1].last + 1 or len(cells[start].lines) > 2:
        return None
    above = cells[start - 1]
    count = 2 if len(above.lines) > 1 and len(above.lines[-2].words) == 1 else 1
    kept = above.lines[-count:]
    if not above.lines or sum(len(line.words) for line in kept) > _MOST_TITLE_WORDS:
        return None
    first = next((at for at in range(above.first, above.last + 1) if lines[at].words[0] is kept[0].words[0]), None)
    return None if first is None else Closed(first=first, last=above.last, lines=kept)


def _found(cells: Sequence[Closed], starts: Sequence[int]) -> _Found | None:
    """The header with the most names of columns below which the rows come out even, up to where another begins."""
    best: _Found | None = None
    most = 0
    for width in _COLUMNS:
        if width > len(cells) or not may_head(cells[width - 1].text):
            break
        headers = cells[:width]
        sure = sum(is_sure(cell.text) for cell in headers)
        if sure <= max(most, _SHARE * width) or not _are_columns([cell.text for cell in headers]):
            continue
        if _is_years(headers[-1]) and width < len(cells) and _is_years(cells[width]):
            continue
        end = next((other for other in starts if other > width), len(cells))
        for header in (headers, _without_spanning(headers)):
            if header and (found := _even_rows(header, cells[width:end], cells[end:])):
                best, most = found, sure
    return best


def _without_spanning(header: Sequence[Closed]) -> list[Closed]:
    """The header without a cell over several years (`Target | 2024 | 2025`), whose words go to the first of them."""
    years = [_is_years(cell) for cell in header]
    for at in range(1, len(header) - 2):
        if not years[at] and all(years[at + 1 :]):
            first = attrs.evolve(header[at + 1], lines=(*header[at].lines, *header[at + 1].lines))
            return [*header[:at], first, *header[at + 2 :]]
    return []


def _is_years(cell: Closed) -> bool:
    return bool(cell.lines) and all(is_year(word) for line in cell.lines for word in line.words)


def _even_rows(header: Sequence[Closed], body: Sequence[Closed], left: Sequence[Closed]) -> _Found | None:
    """The rows, where they come out even: one cell before the next header may be its title, or text. Of several ways,
    the one with lists in the same columns throughout, whose cells suit their columns best."""
    ways: list[_Found] = []
    heads = [head.text for head in header]
    for rest in (0, 1):
        cells = body[: len(body) - rest]
        after = [*body[len(cells) :], *left]
        if len(cells) < len(header):
            continue
        if rows := _rows_lacking(cells, heads):
            ways.append(_Found(header=list(header), rows=rows, merged=frozenset(), left=after))
        if rest and not left and not body[-1].lines:
            continue
        for merged in (frozenset[int](), *_merged_columns(cells[: len(header)])):
            if rows := _rows(cells, len(header), merged):
                ways.append(_Found(header=list(header), rows=rows, merged=merged, left=after))
    return min(ways, key=lambda found: (_unlike(found), _cost(found, heads)), default=None)


def _rows_lacking(cells: Sequence[Closed], heads: Sequence[str]) -> list[Row]:
    """Rows of which some lack the first columns, whose cells above go on."""
    rows = rows_of([_told(cell) for cell in cells], heads)
    if any(-1 in row for row in rows) or all(0 in row for row in rows):
        return []
    told = iter(cells)
    return [{column: next(told) for column in columns} for columns in rows]


def _told(cell: Closed) -> Told:
    return Told(text=cell.text, bulleted=cell.bulleted)


def _cost(found: _Found, heads: Sequence[str]) -> float:
    return cost_of([{column: _told(cell) for column, cell in row.items()} for row in found.rows], heads)


def _unlike(found: _Found) -> int:
    """How many cells have bullets where the first row has none in their column, or the other way round."""
    first = found.rows[0]
    cells = ((cell, first[column]) for row in found.rows for column, cell in row.items() if column in first)
    return sum(cell.bulleted != above.bulleted for cell, above in cells if cell.lines and above.lines)


def _rows(cells: Sequence[Closed], width: int, merged: frozenset[int]) -> list[Row]:
    if merged:
        return _rows_with_merged(cells, width, merged)
    if len(cells) % width:
        return []
    return [dict(enumerate(cells[at : at + width])) for at in range(0, len(cells), width)]


def _merged_columns(first: Sequence[Closed]) -> list[frozenset[int]]:
    """The columns that may have cells over several rows: those with lists, and the first."""
    lists = frozenset(at for at, cell in enumerate(first) if cell.listed)
    return [lists, lists | {0}] if lists and len(lists | {0}) < len(first) - 1 else []


def _rows_with_merged(cells: Sequence[Closed], width: int, merged: frozenset[int]) -> list[Row]:
    """Rows of which some lack the merged columns: whole ones have lists where the first has them."""
    lists = frozenset(at for at in range(width) if cells[at].listed)
    others = [column for column in range(width) if column not in merged]
    rows: list[Row] = []
    at = 0
    while at < len(cells):
        row = cells[at : at + width]
        listed = frozenset(number for number, cell in enumerate(row) if cell.listed)
        if listed == frozenset(column for column in lists if column < len(row)) and (listed or len(row) > len(others)):
            rows.append(dict(enumerate(row)))
        elif rows and len(row) >= len(others) and not any(cell.listed for cell in row[: len(others)]):
            row = row[: len(others)]
            rows.append(dict(zip(others, row, strict=True)))
        else:
            return []
        at += len(row)
    return rows


def _region(lines: Sequence[TextLine], found: _Found, title: Closed | None, last: int) -> Region:
    first = (title or found.header[0]).first
    marks = tuple(word for line in lines[first : last + 1] for word in line.words if word.text == SIGN)
    blocks: list[Block] = [_table(found, title, lines[first].page), Furniture(lines=(Line(marks),), kind="cell-mark")]
    if first and not title and _is_caption(lines[first - 1]):
        first -= 1
        blocks.insert(0, Paragraph(lines=(lines[first].line,)))
    return Region(first=lines[first].number, last=lines[last].number, blocks=tuple(blocks))


def _is_caption(line: TextLine) -> bool:
    """Whether a line directly above a header says what the table tells."""
    text = line.text.rstrip(":")
    return 0 < len(line.words) <= _MOST_SURE_WORDS and text != SIGN and may_head(text) and is_sure(text)


def _rows_below(rows: Sequence[Row], number: int, column: int) -> int:
    """Over how many rows a cell goes where those below lack the first columns."""
    below = itertools.takewhile(lambda row: row and column < min(row), rows[number + 1 :])
    return 1 + sum(1 for _ in below)


def _table(found: _Found, title: Closed | None, page: int) -> Table:
    width = len(found.header)
    cells: list[Cell] = []
    if title:
        cells.append(Cell(row=0, column=0, column_span=width, lines=title.lines, page=page))
    top = len(cells)
    for column, head in enumerate(found.header):
        cells.append(Cell(row=top, column=column, lines=head.lines, header=True, page=page))
    for number, row in enumerate(found.rows):
        below = itertools.takewhile(lambda other: not found.merged & other.keys(), found.rows[number + 1 :])
        span = 1 + sum(1 for _ in below)
        for column in range(width):
            if column in row:
                rows = span if column in found.merged else _rows_below(found.rows, number, column)
                lines = row[column].lines
                cells.append(Cell(row=top + 1 + number, column=column, row_span=rows, lines=lines, page=page))
            elif found.merged & row.keys():
                cells.append(Cell(row=top + 1 + number, column=column, row_span=span, page=page))
    return Table(cells=tuple(cells), rows=top + 1 + len(found.rows), columns=width, pages=(page,), way="parted")
