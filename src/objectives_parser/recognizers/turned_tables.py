"""Tables set the other way round, as the tables that they are: aims behind what serves them, a column for each item.

Where cells of the last columns span the rows of what stands left of them (`Action | Lead | Strategic objective`), they
are the aims of those rows, as if they stood before them. Where names of fields stand down the first column and the
items side by side (`Action | … | …` over `Lead | … | …` over `By when | … | …`), each column is a row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from objectives_parser.document import Cell, Table
from objectives_parser.drafts import Context
from objectives_parser.frozen import evolve
from objectives_parser.recognizers.form_rows import STATED, label_role
from objectives_parser.recognizers.grid import filled, header_text
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import HeaderRole, Vocabulary, header_role
from objectives_parser.values import is_value_only

_AIMS = frozenset(("objective", "action"))
_WEAKER = frozenset(("strategy", "approach"))
_SURE = 0.8
_LEAST_AIM = 2.5  # words, on the average
_FEWEST_ROWS = 2
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 7
_LONGEST_STATED = 60  # words
_SAID = 0.75  # the share of a table's cells that say something


def with_aims_first(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with the column of aims before the columns that it groups; as it is where no such column stands
    behind others."""
    at = _aims_column(table, vocabulary)
    if at is None:
        return table
    order = [at, *(column for column in range(table.columns) if column != at)]
    place = {column: new for new, column in enumerate(order)}
    return evolve(table, cells=tuple(evolve(cell, column=place[cell.column]) for cell in table.cells))


def _aims_column(table: Table, vocabulary: Vocabulary) -> int | None:
    """The column of aims that stands behind what serves them, by its cells that span their rows and by its name."""
    if table.columns < _FEWEST_COLUMNS - 1 or any(cell.column_span > 1 and cell.filled for cell in table.cells):
        return None
    columns: dict[int, list[Cell]] = defaultdict(list)
    for cell in filled(table.cells):
        columns[cell.column].append(cell)
    if len(columns) < table.columns:
        return None
    top = min(cell.row for cell in table.cells)
    heads = {column: [c for c in cells if c.header or c.row == top] for column, cells in columns.items()}
    bodies = {column: [c for c in cells if not (c.header or c.row == top)] for column, cells in columns.items()}
    spanning = [at for at, body in bodies.items() if at and _spans(body)]
    if len(spanning) != 1 or any(cell.row_span > 1 for at, body in bodies.items() for cell in body if at < spanning[0]):
        return None
    (at,) = spanning
    roles = {column: _role_of(cells, vocabulary) for column, cells in heads.items()}
    before = [role for column, role in roles.items() if column < at and role is not None]
    return at if _are_aims(roles[at], bodies[at], before) else None


def _spans(body: Sequence[Cell]) -> bool:
    """Whether most cells of a column reach over several rows, and there are two such groups at least."""
    wide = sum(cell.row_span > 1 for cell in body)
    return len(body) >= _FEWEST_ROWS and 2 * wide >= len(body) and wide > 0


def _role_of(heads: Sequence[Cell], vocabulary: Vocabulary) -> HeaderRole | None:
    return header_role(header_text(heads[-1]), vocabulary) if heads else None


def _are_aims(role: HeaderRole | None, body: Sequence[Cell], before: Sequence[HeaderRole]) -> bool:
    """Whether a column is named as one of aims, holds statements, and what stands before it serves aims and is none."""
    if role is None or role.role not in _AIMS or not any(other.role in STATEMENTS for other in before):
        return False
    if any(
        other.role == "objective" and other.level not in _WEAKER and other.strength >= _SURE for other in before
    ) or sum(len(cell.text.split()) for cell in body) < _LEAST_AIM * len(body):
        return False
    return role.role == "objective" or any(other.role == "action" for other in before)


def items_across(table: Table, context: Context) -> Table | None:
    """A table that names its fields down the first column, with a row for each of the items that stand side by side;
    None for another table."""
    if not _FEWEST_COLUMNS <= table.columns <= _MOST_COLUMNS or table.rows < _FEWEST_COLUMNS:
        return None
    cells = filled(table.cells)
    if any(cell.column_span > 1 or cell.row_span > 1 for cell in cells):
        return None
    named = {cell.row: label_role(cell, context) for cell in cells if cell.column == 0}
    if len(named) < table.rows or not _name_fields(list(named.values())):
        return None
    values = [cell for cell in cells if cell.column > 0]
    across = Counter(cell.row for cell in values)
    subject = next(row for row, role in sorted(named.items()) if role is not None and role.role in STATED)
    if across[subject] < table.columns - 1 or len(values) < _SAID * table.rows * (table.columns - 1):
        return None
    return None if _read_across(cells, subject, context) else _turned(table)


def _name_fields(roles: Sequence[HeaderRole | None]) -> bool:
    """Whether most names speak for a role, two of different ones at least, and one for a kind of statement that no
    other names too."""
    known = [(role.role, role.level) for role in roles if role is not None]
    kinds = [role for role in known if role[0] in STATED]
    return bool(kinds) and len(set(kinds)) == len(kinds) and len(set(known)) > 1 and 2 * len(known) >= len(roles)


def _read_across(cells: Sequence[Cell], subject: int, context: Context) -> bool:
    """Whether most cells of the first row or of the row of statements name columns themselves, or these rows state
    nothing of a few words, or a column holds nothing but values, as the weights beside what is asked for do."""
    first = min(cell.row for cell in cells)
    heads = [[cell for cell in cells if cell.column > 0 and cell.row == row] for row in (first, subject)]
    if any(2 * sum(label_role(cell, context) is not None for cell in row) > len(row) for row in heads):
        return True
    if any(_holds_values(cells, column) for column in {cell.column for cell in heads[0]}):
        return True
    stated = [len(cell.text.split()) for cell in heads[-1]]
    return sum(stated) < _LEAST_AIM * len(stated) or max(stated) > _LONGEST_STATED


def _holds_values(cells: Sequence[Cell], column: int) -> bool:
    below = sorted((cell.row, cell.text) for cell in cells if cell.column == column)[1:]
    return bool(below) and all(is_value_only(text) for _, text in below)


def _turned(table: Table) -> Table:
    cells = (evolve(cell, row=cell.column, column=cell.row, header=cell.column == 0) for cell in table.cells)
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return evolve(table, cells=ordered, rows=table.columns, columns=table.rows)
