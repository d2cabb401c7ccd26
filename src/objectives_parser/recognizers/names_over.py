"""Forms whose names stand in rows of their own over what they name: `Proposed action` beside `Lead`, and in the row
below `Clear the culverts` beside `Public Works`, then the next row of names.

Worksheets of hazard plans and templates of office programs are set so; other forms have the name beside the value.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from objectives_parser.document import Cell, Table
from objectives_parser.drafts import Context
from objectives_parser.recognizers.grid import filled
from objectives_parser.roles import header_role, printed_label

_LONGEST_NAME, _FEWEST_ROWS, _SURE = 8, 2, 0.6  # words, rows of names, strength
_ALONE, _KNOWN = 0.75, 0.5  # of the rows of values that have names right below them too; of the names that are known

NamedPair = tuple[Cell, Cell]
"""A name, and the cell right under it."""


def names_over(table: Table, context: Context) -> dict[int, list[NamedPair]]:
    """The names and what stands under each, by the row of the values; {} for a table of another kind.

    Such a table has two rows of names or more, no name in two of them and each over one row only, and at least half of
    its rows are such; one row has names side by side, which a table's headers would be too if they stood but once.
    """
    rows = _rows(table)
    found: dict[int, list[NamedPair]] = {}
    taken: set[int] = set()
    for above, below in pairwise(sorted(rows)):
        if above in taken or not _are_names(rows[above], rows[below], context):
            continue
        pairs = _pairs(rows[above], rows[below])
        if pairs:
            found[below] = pairs
            taken |= {above, below}
    names = [name for pairs in found.values() for name in {name.text.casefold() for name, _ in pairs}]
    beside = any(len(pairs) > 1 for pairs in found.values())
    if len(found) < _FEWEST_ROWS or len(set(names)) < len(names) or not beside or 2 * len(taken) < len(rows):
        return {}
    alone = sum(_ends(below, rows, rows_of_names(found), found) for below in found)
    roles = [_role(name, context) for pairs in found.values() for name, _ in pairs]
    known = [role for role in roles if role is not None]
    if alone < _ALONE * len(found) or len(known) < _KNOWN * len(roles) or len(set(known)) < _FEWEST_ROWS:
        return {}
    return found


def _ends(below: int, rows: Mapping[int, Sequence[Cell]], names: Collection[int], found: Mapping[int, object]) -> bool:
    """Whether a row of values is the only one under its names: behind it stand other names, or a name and its value
    side by side, or nothing."""
    after = min((number for number in rows if number > below), default=None)
    if after is None or after in names:
        return True
    name = next(cell for row in names for cell in rows[row])
    first, *others = rows[after]
    return len(others) > 0 and after not in found and _look(first) == _look(name) != _look(others[0])


def rows_of_names(named: dict[int, list[NamedPair]]) -> frozenset[int]:
    """The rows that only hold names."""
    return frozenset(name.row for pairs in named.values() for name, _ in pairs)


def _rows(table: Table) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(filled(table.cells), key=lambda cell: cell.column):
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _are_names(above: Sequence[Cell], below: Sequence[Cell], context: Context) -> bool:
    """Whether the cells of a row are short, set alike, and told from those below by a colon, bold type or a ground."""
    if not all(_may_name(cell, context) for cell in above) or len({_look(cell) for cell in above}) > 1:
        return False
    if all(cell.text.rstrip().endswith(":") for cell in above):
        return not any(cell.text.rstrip().endswith(":") for cell in below)
    return all(_look(above[0]) != _look(cell) for cell in below) and _look(above[0]) != (None, False)


def _may_name(cell: Cell, context: Context) -> bool:
    text = cell.text.strip()
    if not text[:1].isupper() or len(text.split()) > _LONGEST_NAME or text[-1:] in ".;,":
        return False
    return cell.row_span == 1 and printed_label(text, context.vocabulary) is None


def _pairs(above: Sequence[Cell], below: Sequence[Cell]) -> list[NamedPair]:
    """Each name with the cell under it, [] where a cell stands under none or under two; a name may have none."""
    pairs: list[NamedPair] = []
    for cell in below:
        over = [name for name in above if _overlap(name, cell)]
        if len(over) != 1:
            return []
        pairs.append((over[0], cell))
    return pairs


def _overlap(name: Cell, cell: Cell) -> bool:
    return name.column < cell.column + cell.column_span and cell.column < name.column + name.column_span


def _look(cell: Cell) -> tuple[str | None, bool]:
    """How a cell is set: its ground, and whether its words are bold."""
    return cell.fill, all(word.bold for line in cell.lines for word in line.words)


def _role(name: Cell, context: Context) -> str | None:
    role = header_role(name.text.rstrip(": "), context.vocabulary)
    return role.role if role is not None and role.strength >= _SURE else None
