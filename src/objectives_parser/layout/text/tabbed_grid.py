"""Tabbed tables whose lines are rows as drawn: no line is a slice of a row, and an empty cell means something.

Converters that see a table's rules write so: `1.1<tab>Open the port<tab>Pilots`, `Goal 2: Bring visitors<tab><tab>`
for a row that spans all columns, and empty cells where a cell spans the rows above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from objectives_parser.document import Cell, Line
from objectives_parser.layout.text.slices import PhysicalRow
from objectives_parser.layout.wrapping import UNFINISHED, starts_item
from objectives_parser.roles import header_role, is_imperative, printed_label
from objectives_parser.values import is_date_only

_LEAST_ROWS = 3
_SURE, _LONGEST_CODE = 0.6, 2
_RARE, _MOST_DATE_WORDS = 12, 8
_LEAST_BANDED, _LONGEST_BAND = 3, 9
_GROUPED = ("objectives", "priorities", "goals", "outcomes", "aims", "targets")


def is_gridded(rows: Sequence[PhysicalRow], headers: frozenset[int]) -> bool:
    """Whether each line is a row as drawn: hardly a cell begins in small letters or breaks off, as slices of cells do.
    ``headers`` are the positions of the header rows among the lines."""
    body = [row for at, row in enumerate(rows) if at not in headers]
    titled = bool(headers) and 0 not in headers and all(_is_lone(row) for row in rows[: min(headers)])
    few = len(body) < _LEAST_ROWS and not (titled and len(body) > 1)
    if few or any(row.after_cut and not row.cells[0].words for row in body):
        return False
    doubted = 0
    for row, below in zip(body, [*body[1:], None], strict=True):
        going_on = sum(map(goes_on, row.cells))
        breaking_off = sum(map(_breaks_off, row.cells))
        if going_on and (not row.cells[0].words or goes_on(row.cells[0])):
            return False
        if breaking_off and below is not None and not (below.cells[0].words and not any(map(goes_on, below.cells))):
            return False
        doubted += going_on + breaking_off
    return _RARE * doubted < sum(bool(cell.words) for row in body for cell in row.cells)


def _breaks_off(cell: Line) -> bool:
    return bool(cell.words) and (cell.words[-1].text[-1] == "," or cell.words[-1].text in UNFINISHED)


def goes_on(cell: Line) -> bool:
    """Whether a cell may go on with the one above: it begins in small letters, and neither with a bullet or letter of
    a list nor with when (`by end of June 2014`)."""
    words = cell.words
    if not words or not words[0].text[0].islower() or starts_item(cell):
        return False
    return len(words) > _MOST_DATE_WORDS or not is_date_only(cell.text)


def grid_cells(rows: Sequence[PhysicalRow], headers: frozenset[int]) -> Iterator[Cell]:
    """The cells of the table: a lone first cell spans all columns over a header, or if it bears a label; empty cells
    under an empty first one belong to the cells above."""
    columns = len(rows[0].cells)
    coded = _has_codes(rows, headers)
    bands = _bands(rows, headers)
    open_cells: dict[int, Cell] = {}
    for number, row in enumerate(rows):
        filled = [column for column, cell in enumerate(row.cells) if cell.words]
        whole = filled == [0] and (number in bands or _spans(rows, number, headers, coded=coded))
        if number in headers or whole or not filled or filled[0] == 0:
            yield from open_cells.values()
            open_cells = {}
        for column, cell in enumerate(row.cells):
            if not cell.words and number not in headers:
                continue
            if column in open_cells:
                yield open_cells.pop(column)
            lines = (cell,) if cell.words else ()
            span = columns if whole else 1
            made = Cell(
                row=number, column=column, column_span=span, lines=lines, header=number in headers, page=row.page
            )
            if number in headers or whole:
                yield made
            else:
                open_cells[column] = made
        open_cells = {column: attrs.evolve(cell, row_span=number + 1 - cell.row) for column, cell in open_cells.items()}
    yield from open_cells.values()


def _has_codes(rows: Sequence[PhysicalRow], headers: frozenset[int]) -> bool:
    """Whether the first column only numbers the rows."""
    named = (header_role(rows[at].cells[0].text) for at in headers if rows[at].cells[0].words)
    return any(role is not None and role.role == "label" and role.strength >= _SURE for role in named)


def _bands(rows: Sequence[PhysicalRow], headers: frozenset[int]) -> frozenset[int]:
    """The short lone first cells over rows of deeds or measures, where all other rows are filled: `Strengthen the
    crews` over `Give each pilot a mentor<tab>Pilot Office<tab>July 2031`. (An aim may have nothing beside it.)"""
    role = header_role(rows[min(headers)].cells[0].text) if headers and rows[min(headers)].cells[0].words else None
    if len(rows[0].cells) < _LEAST_BANDED or role is None or role.role not in ("action", "measure", "milestone"):
        return frozenset()
    body = [at for at in range(min(headers), len(rows)) if at not in headers]
    lone = [at for at in body if _is_lone(rows[at])]
    full = sum(sum(bool(cell.words) for cell in rows[at].cells) >= len(rows[at].cells) - 1 for at in body)
    short = all(len(rows[at].cells[0].words) <= _LONGEST_BAND for at in lone)
    over = all(at + 1 < len(rows) and at + 1 not in headers and not _is_lone(rows[at + 1]) for at in lone)
    named = len(lone) > 1 or lone == body[:1]
    return frozenset(lone) if named and short and over and full == len(body) - len(lone) else frozenset()


def _spans(rows: Sequence[PhysicalRow], at: int, headers: frozenset[int], *, coded: bool) -> bool:
    """Whether a lone first cell fills its row: over a header, behind a label of words (`Goal 2: …`), or longer than a
    code where the first column holds codes."""
    below = at + 1
    while below < len(rows) and below not in headers and _is_lone(rows[below]):
        below += 1
    if below in headers:
        return True
    text = rows[at].cells[0].text
    label = printed_label(text)
    labelled = label is not None and label.kind == "word" and label.number is not None and label.end < len(text)
    return labelled or (coded and len(rows[at].cells[0].words) > _LONGEST_CODE)


def section_rows(rows: Sequence[PhysicalRow], header: PhysicalRow | None) -> list[tuple[int, int]]:
    """First and end of the lone first cells among slices that fill a row of their own: behind a label of words that
    speaks of something else than the column (`Outcome 1: …` under `Indicator`), and what goes on below in small
    letters; and names of groups (`2. Corporate objectives`)."""
    found = [(at, at + 1) for at in range(len(rows)) if _names_group(rows, at)]
    role = header_role(header.cells[0].text) if header is not None and header.cells[0].words else None
    if header is not None and (role is None or role.role == "objective"):
        return found
    own = role.role if role is not None else None
    for at, row in enumerate(rows):
        label = printed_label(row.cells[0].text) if _is_lone(row) else None
        if label is None or label.kind != "word" or label.number is None or label.role in (None, own):
            continue
        end = at + 1
        while end < len(rows) and _is_lone(rows[end]) and rows[end].cells[0].text[0].islower():
            end += 1
        found.append((at, end))
    return _apart(found)


def _apart(sections: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sections in order, each row in one of them: one may be found by its label and as a group's name."""
    kept: list[tuple[int, int]] = []
    for first, end in sorted(sections, key=lambda section: (section[0], -section[1])):
        if not kept or first >= kept[-1][1]:
            kept.append((first, end))
    return kept


def _names_group(rows: Sequence[PhysicalRow], at: int) -> bool:
    """`2. Corporate objectives` alone in its row, the next row with a subject of its own below it: a group's name."""
    if not _is_lone(rows[at]) or at + 1 == len(rows) or not rows[at + 1].cells[0].words:
        return False
    words = rows[at].cells[0].words[1 if starts_item(rows[at].cells[0]) else 0 :]
    text = " ".join(word.text for word in words).rstrip(" :")
    if not words or len(words) > _LONGEST_BAND or not text[0].isupper() or _ends_open(rows, at):
        return False
    return text.casefold().endswith(_GROUPED) and not is_imperative(text) and not goes_on(rows[at + 1].cells[0])


def _ends_open(rows: Sequence[PhysicalRow], at: int) -> bool:
    """Whether the first cell above breaks off."""
    return at > 0 and _breaks_off(rows[at - 1].cells[0])


def _is_lone(row: PhysicalRow) -> bool:
    return bool(row.cells[0].words) and not any(cell.words for cell in row.cells[1:])
