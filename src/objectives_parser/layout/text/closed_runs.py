"""Runs of cells that a sign closes each, under headers of which few say what they hold, over forms and over a line of
numbers for the columns:

    Aim 1: Wider audiences |
    Objective |
    Task |
    Resource |
    1.1 Attract families |
    Run six trails |
    £900 |
    Add a play corner |
    £2,500 |

The sign proves the table. How many columns it has is found by trying which number reads best: with known names in the
header, none among the cells, and figures, dates, lists and sentences each in columns of their own.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from statistics import median

import attrs

from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.text.closed import Closed, cells_among, is_sure, may_head
from objectives_parser.layout.text.closed_rows import Told, cost_of, is_value, rows_of
from objectives_parser.layout.text.lines import Region, TextLine
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role, printed_label

_WIDTHS = range(2, 13)
_LEAST_CELLS, _MOST_LABEL_WORDS = 4, 4
_MOST_COST = 0.45
_UNKNOWN, _SAID, _LABELLED, _NAME_BELOW, _UNLIKE = 0.35, 0.8, 1.5, 1.0, 0.4
_TITLED, _ONE_ROW = 0.03, 0.06
_SHORT, _LONG = 3, 6  # words
_FORM_SHARE = 0.6

Row = dict[int, Closed]


@attrs.frozen(kw_only=True)
class _Reading:
    """A way to read a run: its title, header and rows, and what speaks against it for each cell."""

    title: Closed | None
    header: list[Closed]
    rows: list[Row]
    cost: float


def regions(lines: Sequence[TextLine]) -> Iterator[Region]:
    """Such tables among the lines."""
    for run in _runs(lines):
        reading = _form(run) or _best(run)
        if reading is not None:
            yield _region(lines, run, reading)


def _runs(lines: Sequence[TextLine]) -> Iterator[list[Closed]]:
    """Cells right behind each other; text before a run stays out of its first cell, and text inside begins another."""
    run: list[Closed] = []
    for cell in cells_among(lines):
        apart = not run or cell.first != run[-1].last + 1
        if apart or _holds_text(cell):
            if len(run) >= _LEAST_CELLS:
                yield run
            run = [_end_of(lines, cell)]
        else:
            run.append(cell)
    if len(run) >= _LEAST_CELLS:
        yield run


def _holds_text(cell: Closed) -> bool:
    """Whether text that is none of its own stands before the name of a column: lines, and a short one at the end."""
    if len(cell.lines) < 2 or cell.listed or cell.bulleted:
        return False
    last = cell.lines[-1].text
    return may_head(last) and (is_sure(last) or last == "#" or cell.lines[-2].text.endswith((".", ":")))


def _end_of(lines: Sequence[TextLine], cell: Closed) -> Closed:
    """The cell's last line, where text stands before the run."""
    if len(cell.lines) < 2 or cell.bulleted:
        return cell
    begin = cell.lines[-1].words[0]
    first = next(at for at in range(cell.first, cell.last + 1) if lines[at].words[:1] == (begin,))
    return Closed(first=first, last=cell.last, lines=cell.lines[-1:])


def _form(run: Sequence[Closed]) -> _Reading | None:
    """`Objective |`, what it is, `Actions |`, what these are: labels and values by turns."""
    if len(run) % 2:
        return None
    labels = [cell.text for cell in run[::2]]
    known = [role.role for label in labels if (role := header_role(label)) is not None and role.strength >= 0.8]
    values = sum(is_sure(cell.text) and not is_value(cell.text) for cell in run[1::2])
    if len(known) < max(3, _FORM_SHARE * len(labels)) or len(set(labels)) < len(labels) or 6 * values > len(labels):
        return None
    if not set(known) & STATEMENTS or any(len(label.split()) > _MOST_LABEL_WORDS for label in labels):
        return None
    rows = [dict(enumerate(run[at : at + 2])) for at in range(0, len(run), 2)]
    return _Reading(title=None, header=[], rows=rows, cost=0.0)


def _best(run: Sequence[Closed]) -> _Reading | None:
    """The reading that costs least, if it costs little."""
    readings = [
        reading
        for titled in (False, True)
        for width in _WIDTHS
        if (reading := _reading(run, width, titled=titled)) is not None
    ]
    best = min(readings, key=lambda reading: reading.cost, default=None)
    return best if best is not None and best.cost <= _MOST_COST else None


def _reading(run: Sequence[Closed], width: int, *, titled: bool) -> _Reading | None:
    """The run as a table of so many columns."""
    title = run[0] if titled else None
    header = list(run[titled : titled + width])
    body = list(run[titled + width :])
    heads = [cell.text for cell in header]
    if len(header) < width or not all(map(may_head, heads)) or len(set(heads)) < width:
        return None
    sure = sum(map(is_sure, heads))
    roles = {role.role for head in heads if (role := header_role(head)) is not None}
    if not sure or not roles & STATEMENTS or any(is_value(head) and not is_sure(head) for head in heads):
        return None
    if title is not None and is_sure(title.text) and not _is_labelled(title.text):
        return None
    if [cell.text for cell in body[:width]] == [str(number) for number in range(1, width + 1)]:
        body = body[width:]  # numbers of the columns
    while body and not body[-1].lines and len(body) % width:
        body.pop()
    if len(body) < width:
        return None
    best: _Reading | None = None
    for rows in _ways(body, heads):
        less_sure = _TITLED * titled + _ONE_ROW * (len(rows) == 1)
        cost = (_header_cost(heads) + _body_cost(rows, heads)) / len(run) + less_sure
        if best is None or cost < best.cost:
            best = _Reading(title=title, header=header, rows=rows, cost=cost)
    return best


def _ways(body: Sequence[Closed], heads: Sequence[str]) -> Iterator[list[Row]]:
    width = len(heads)
    if len(body) % width == 0:
        yield [dict(enumerate(body[at : at + width])) for at in range(0, len(body), width)]
    if rows := rows_of([Told(text=cell.text, bulleted=cell.bulleted) for cell in body], heads):
        cells = iter(body)
        yield [{column: next(cells) for column in columns} for columns in rows]


def _header_cost(heads: Sequence[str]) -> float:
    return sum(map(_cost_of_head, heads))


def _cost_of_head(head: str) -> float:
    """How little a text suits as the name of a column."""
    if _is_labelled(head):
        return _LABELLED
    if is_sure(head):
        return 0.0
    return _UNKNOWN if len(head.split()) < _LONG - 1 else _SAID


def _is_labelled(text: str) -> bool:
    """`Aim 1: Wider audiences`."""
    label = printed_label(text)
    return label is not None and label.number is not None and label.end < len(text)


def _body_cost(rows: Sequence[Row], heads: Sequence[str]) -> float:
    """What speaks against the cells: names of columns among them, and cells unlike the others of their column."""
    told = [{at: Told(text=cell.text, bulleted=cell.bulleted) for at, cell in row.items()} for row in rows]
    cost = cost_of(told, heads)
    for column in range(len(heads)):
        texts = [row[column].text for row in rows if column in row]
        said = [text for text in texts if text]
        cost += _NAME_BELOW * sum(_is_name(text) for text in said)
        if len(said) > 1:
            usual = median(len(text.split()) for text in said)
            values = [is_value(text) for text in said]
            cost += _UNLIKE * min(sum(values), len(values) - sum(values))
            cost += _UNLIKE * sum(usual >= _LONG and len(text.split()) <= _SHORT for text in said)
    return cost


def _is_name(text: str) -> bool:
    """Whether a cell says what a column holds, and no more."""
    if len(text.split()) > _MOST_LABEL_WORDS:
        return False
    role = header_role(text)
    return role is not None and role.strength >= 1.0 and role.role in STATEMENTS | {"owner", "due"}


def _region(lines: Sequence[TextLine], run: Sequence[Closed], reading: _Reading) -> Region:
    first, last = run[0].first, run[-1].last
    page = lines[first].page
    width = max(len(reading.header), len(reading.rows[0]))
    cells: list[Cell] = []
    top = 0
    if reading.title is not None:
        cells.append(Cell(row=0, column=0, column_span=width, lines=reading.title.lines, page=page))
        top = 1
    for column, head in enumerate(reading.header):
        cells.append(Cell(row=top, column=column, lines=head.lines, header=True, page=page))
    top += bool(reading.header)
    for number, row in enumerate(reading.rows):
        if -1 in row:
            cells.append(Cell(row=top + number, column=0, column_span=width, lines=row[-1].lines, page=page))
            continue
        for column, cell in row.items():
            span = _span(reading.rows[number + 1 :], column)
            cells.append(Cell(row=top + number, column=column, row_span=span, lines=cell.lines, page=page))
    placed = {id(word) for cell in cells for line in cell.lines for word in line.words}
    words = [word for line in lines[first : last + 1] for word in line.words if id(word) not in placed]
    table = Table(cells=tuple(cells), rows=top + len(reading.rows), columns=width, pages=(page,), way="parted")
    marks = Furniture(lines=(Line(tuple(words)),), kind="cell-mark")
    return Region(first=lines[first].number, last=lines[last].number, blocks=(table, marks))


def _span(below: Sequence[Row], column: int) -> int:
    """Over how many rows a cell goes where those below lack the first columns."""
    return 1 + sum(1 for _ in itertools.takewhile(lambda row: -1 not in row and column < min(row), below))
