"""Two parts of a table on two pages → one table, if they are of one make."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell, Line, Table
from objectives_parser.frozen import evolve
from objectives_parser.layout.tables.lattices import common_lattice, on_lattice

CONTINUED = re.compile(r"\W*\b(?:continued|cont['’]?d|cont\.|contd)\W*$", re.IGNORECASE)
HEAD_ROWS = 5
"""A head printed again repeats some of this many first rows."""
UNFINISHED = re.compile(
    r"(?:[,(/&–—-]|\b(?:a|an|the|and|or|of|to|for|in|on|at|by|with|from|as|that|which|will|be|is|are|also|their|its|this))$",
    re.IGNORECASE,
)
"""The end of a text that goes on: a comma, an open bracket, a hyphen, or a word that wants another behind it."""
FINISHED = re.compile(r"[.!?;:][\"'”’)\]]*$")
LABEL = re.compile(r"[\W_]*(?:\d+(?:\.\d+)*|[A-Z]|[a-z]|[ivxIVX]+)[.):]?(?:\s|$)|\W*[•●○▪■◦‣✓►▶➢➤➔❖◆]")
"""A number or a list marker at the head of a cell: what begins with one is no rest of a cut cell."""
FORM = 2
"""Columns of a form: label and value."""
NUMBER = re.compile(r"\d+(?:\.\d+)*")
Rows = dict[int, list[Cell]]


@attrs.frozen(kw_only=True)
class Join:
    """A table put together, and the lines of the head that its second part printed again."""

    table: Table
    repeated: tuple[Line, ...]


def joined(before: Table, after: Table) -> Join | None:
    """The table that goes on as ``after``; None if ``after`` is another table.

    It goes on if its columns are the same and either its head is printed again or it has none of its own. A full-width
    title row at its top that is not the first part's begins another table (nap3-self-assessment: a form each).
    """
    lattice = common_lattice(before, after)
    if lattice is None:
        return None
    one, other = on_lattice(before, lattice), on_lattice(after, lattice)
    repeated = repeated_rows(one, other)
    if not repeated and _begins_anew(one, other):
        return None
    table, rest = _with_head(one, repeated), _without_rows(other, repeated)
    lines = tuple(line for cell in other.cells if cell.row in repeated for line in cell.lines)
    return Join(table=_appended(table, rest), repeated=lines)


def rows_of_table(table: Table) -> Rows:
    rows: Rows = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return rows


def repeated_rows(one: Table, other: Table) -> dict[int, int]:
    """The rows at the head of the second part that repeat rows at the head of the first: its row → the first's row."""
    ours, theirs = _first_rows(one), _first_rows(other)
    found: dict[int, int] = {}
    at = 0
    for row, cells in enumerate(theirs):
        match = next((r for r in range(at, len(ours)) if _says_the_same(cells, ours[r])), None)
        if match is None:
            break
        found[row] = match
        at = match + 1
    return found


@attrs.frozen
class _FirstRow:
    """The texts of a row at the head of a table, and whether all its cells are known for heads."""

    texts: tuple[str, ...]
    headed: bool


def _first_rows(table: Table) -> list[_FirstRow]:
    rows: list[list[Cell]] = [[] for _ in range(min(HEAD_ROWS, table.rows))]
    for cell in table.cells:
        if cell.row < len(rows):
            rows[cell.row].append(cell)
    return [_FirstRow(_row_text(cells), all(cell.header for cell in cells if cell.lines)) for cells in rows]


def _says_the_same(row: _FirstRow, other: _FirstRow) -> bool:
    """Do two rows have the same texts? A head may lack a word that was taken for the page's running head."""
    ours, theirs = row.texts, other.texts
    if not ours or not theirs:
        return False
    heads = row.headed and other.headed
    return ours == theirs or (heads and len(ours) == len(theirs) > 1 and all(map(_nearly, ours, theirs)))


def _nearly(text: str, other: str) -> bool:
    """Are the words of one the first of the other's?"""
    return text.startswith(other) or other.startswith(text)


def _row_text(cells: Sequence[Cell]) -> tuple[str, ...]:
    """A row's texts, white space, case and "(continued)" apart."""
    texts = [" ".join(_without_more(cell.text).casefold().split()) for cell in cells if cell.lines]
    return tuple([text for text in texts if text])


def _without_more(text: str) -> str:
    return CONTINUED.sub("", text) if "cont" in text.casefold() else text


def _begins_anew(one: Table, other: Table) -> bool:
    """Does the second part have a head of its own, or a title row where the first has another?"""
    ours, theirs = rows_of_table(one), rows_of_table(other)
    first = theirs.get(0, [])
    if _is_band(first, other) and _is_band(ours.get(0, []), one) and not _is_cut_band(ours[max(ours)], first, one):
        return True
    if any(cell.header for cell in first) and any(cell.header for cell in one.cells):
        return True
    if _is_next_form(ours, first, one.columns):
        return True
    return "aligned" in (one.way, other.way) and one.columns != other.columns


def _is_cut_band(last: Sequence[Cell], first: Sequence[Cell], table: Table) -> bool:
    """Does the title that a part ends with go on in the next part's first row?"""
    return _is_band(last, table) and _goes_on(last[0], first[0]) > 0


def _is_next_form(ours: Rows, first: Sequence[Cell], columns: int) -> bool:
    """Is the first label that of the part before, which no other row of that part has? So forms begin that are printed
    one under the other ("Adaptation priority 2", "Adaptation priority 3"; "Criterion" | "Simpler services").

    In tables of more columns than a form's two, a number must be in it.
    """
    name = _name(first, columns)
    return bool(name) and [row for row in sorted(ours) if _name(ours[row], columns) == name] == [0]


def _name(cells: Sequence[Cell], columns: int) -> str:
    """The text of a row's first cell without its number."""
    text = next((" ".join(cell.text.split()).casefold() for cell in cells if cell.column == 0), "")
    name = NUMBER.sub("", text)
    known = name != text or (columns == FORM and len(cells) == FORM)
    return name if known and any(char.isalpha() for char in name) else ""


def _is_band(cells: Sequence[Cell], table: Table) -> bool:
    return len(cells) == 1 and bool(cells[0].lines) and cells[0].column_span == table.columns


def _with_head(table: Table, repeated: dict[int, int]) -> Table:
    """Rows that are printed again on the next page are a head."""
    rows = set(repeated.values())
    if not rows:
        return table
    cells = tuple(
        evolve(cell, header=True) if cell.row in rows and cell.column_span < table.columns else cell
        for cell in table.cells
    )
    return evolve(table, cells=cells)


def _without_rows(table: Table, repeated: dict[int, int]) -> Table:
    """The table without its first rows, which the page printed again."""
    count = max(repeated, default=-1) + 1
    cells = tuple(evolve(cell, row=cell.row - count) for cell in table.cells if cell.row >= count)
    return evolve(table, cells=cells, rows=table.rows - count)


def _appended(one: Table, other: Table) -> Table:
    """The rows of the second part behind those of the first; what the page cut is whole again."""
    last = {cell.column: cell for cell in one.cells if cell.row + cell.row_span == one.rows}
    first = {cell.column: cell for cell in other.cells if cell.row == 0}
    if other.rows and _is_cut(last, first):
        cells = _mended(one, other, last, first)
        rows = one.rows + other.rows - 1
    else:
        cells = _spanned(one, other, last, first)
        rows = one.rows + other.rows
    return evolve(
        one,
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        rows=rows,
        pages=(*one.pages, *other.pages),
    )


def _is_cut(last: dict[int, Cell], first: dict[int, Cell]) -> bool:
    """Is the first row of the next page the rest of the last row of this one?

    It is if its cells match and more of them go on in the middle of a sentence than begin something new.
    """
    if set(first) - set(last) or any(last[c].column_span != first[c].column_span for c in first):
        return False
    pairs = [(last[column], first[column]) for column in first if first[column].lines]
    if not pairs or any(not before.lines for before, _ in pairs):
        return False
    lead = first.get(min(last))
    if lead is not None and lead.lines and LABEL.match(lead.text):
        alone = all(cell is lead or not (cell.lines or cell.marks) for cell in first.values())
        return alone and _goes_on_lettering(last[min(last)], lead)
    if lead is not None and not lead.lines and last[min(last)].lines and _is_rest(last, first):
        return True
    going = sum(_goes_on(before, after) for before, after in pairs)
    return going > 0 and all(column in first or not cell.lines or cell.row_span > 1 for column, cell in last.items())


LETTER = re.compile(r"\W?([a-z])([.)])\s")


def _goes_on_lettering(before: Cell, after: Cell) -> bool:
    """Does a cell begin with the letter behind the last one of the cell above (`10. Green the fleet: a. … b. …`, then
    `c. …`)? The cell above begins with another kind of marker: rows may be lettered themselves."""
    found = LETTER.match(after.text)
    letters = [LETTER.match(line.text) for line in before.lines] if found is not None else []
    known = [match for match in letters if match is not None]
    if found is None or not known or letters[0] is not None:
        return False
    return known[-1].group(2) == found.group(2) and ord(known[-1].group(1)) + 1 == ord(found.group(1))


def _is_rest(last: dict[int, Cell], first: dict[int, Cell]) -> bool:
    """Under a first cell left empty: is this the rest of a row, and not the next row beside a merged cell?

    It is the rest if another cell is left empty too, or if there is but one other (a form: label and value).
    """
    others = [column for column in last if column != min(last) and last[column].lines]
    empty = [column for column in others if column not in first or not first[column].lines]
    return len(last) == 2 or (len(others) > 1 and bool(empty) and _goes_on_anywhere(last, first))


def _goes_on_anywhere(last: dict[int, Cell], first: dict[int, Cell]) -> bool:
    """Does no text begin anew, or one go on that breaks off for certain? Others may have ended with a paragraph."""
    rests = [(last[column], cell) for column, cell in first.items() if cell.lines]
    return all(_goes_on(*rest) >= 0 for rest in rests) or any(_breaks_off(*rest) for rest in rests)


def _breaks_off(before: Cell, after: Cell) -> bool:
    """Does a text end with a word that wants another, and go on in small letters?"""
    return UNFINISHED.search(before.text) is not None and after.text[0].islower()


def _goes_on(before: Cell, after: Cell) -> int:
    """1 if the text goes on from the one cell to the other in mid-sentence, -1 if it begins anew, else 0."""
    end, start = before.text, after.text
    if LABEL.match(start):
        return -1 if FINISHED.search(end) else 0
    if UNFINISHED.search(end):
        return 1
    if start[0].islower() or start[0] in "(,;)":
        return 0 if FINISHED.search(end) else 1
    return -1 if FINISHED.search(end) else 0


def _mended(one: Table, other: Table, last: dict[int, Cell], first: dict[int, Cell]) -> list[Cell]:
    """All cells, those of the cut row put together from their two parts."""
    kept = [cell for cell in one.cells if cell not in last.values()]
    for column, cell in last.items():
        rest = first.get(column)
        if rest is None or not rest.lines:
            # a group's name over the cut row spans the rows behind it too
            kept.append(
                cell if rest is None or not cell.lines else evolve(cell, row_span=cell.row_span + rest.row_span - 1)
            )
            continue
        kept.append(
            evolve(
                cell,
                lines=(*cell.lines, *rest.lines),
                marks=cell.marks + rest.marks,
                row_span=cell.row_span + rest.row_span - 1,
                repaired=True,
            )
        )
    moved = one.rows - 1
    return kept + [evolve(cell, row=cell.row + moved) for cell in other.cells if cell.row > 0]


def _spanned(one: Table, other: Table, last: dict[int, Cell], first: dict[int, Cell]) -> list[Cell]:
    """All cells; one that the first part ends with and the second leaves empty at its head spans the cut.

    So it is if its column has no empty cells elsewhere (a goal's cell over its rows), and the row is no new group.
    """
    spans: dict[int, int] = {}
    gone: set[int] = set()
    for column, cell in first.items():
        above = last.get(column)
        if above is None or not above.lines or above.column_span != cell.column_span or above.header:
            continue
        if (
            cell.lines
            or cell.marks
            or not _leads(column, first)
            or _has_empty(one, column, _second_row(one))
            or _has_empty(other, column, 1)
        ):
            continue
        spans[column] = cell.row_span
        gone.add(column)
    kept = [
        evolve(cell, row_span=cell.row_span + spans[column], repaired=True)
        if (column := cell.column) in spans and cell is last[column]
        else cell
        for cell in one.cells
    ]
    moved = [cell for cell in other.cells if not (cell.row == 0 and cell.column in gone)]
    return kept + [evolve(cell, row=cell.row + one.rows) for cell in moved]


def _leads(column: int, first: dict[int, Cell]) -> bool:
    """Are all the cells left of the column empty too? What a merged cell groups stands right of it."""
    return all(not cell.lines for other, cell in first.items() if other < column)


def _second_row(table: Table) -> int:
    """The row behind the first under the header: that one may itself go on with a cell of a page that is not there."""
    return max((cell.row for cell in table.cells if cell.header), default=-1) + 2


def _has_empty(table: Table, column: int, start: int = 0) -> bool:
    return any(
        not cell.lines for cell in table.cells if cell.column == column and cell.row >= start and not cell.header
    )
