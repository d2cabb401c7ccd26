"""Tables in reading-order text whose header stands apart: the name of the statements' column over its first cells
(`Key Milestone`), and only behind some of these, where lower or wrapped cells of the header come, the other names (`Due
Date`, `Status`, `Owner`), each perhaps right over its values.

No order of columns decides such a table. What a cell says tells whether it states something; a date or a state is a
row's where as many of them stand there as statements, or where one follows each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Furniture, Line, Table
from objectives_parser.layout.text.spaced.cell_forms import CODE, head_role
from objectives_parser.layout.text.spaced.cell_groups import is_statement
from objectives_parser.layout.text.spaced.joined_columns import MOST_LINES
from objectives_parser.layout.text.spaced.late_cells import LateCell, head_length, late_cells
from objectives_parser.layout.text.spaced.prose import Part, Piece
from objectives_parser.layout.text.spaced.strands import Strand, glued_bullet
from objectives_parser.layout.text.spaced.told_heads import WIDE, part_of
from objectives_parser.records import STATEMENTS

TELLING = frozenset(["due", "start", "status", "owner"])
SURE, LONGEST_NAME = 0.8, 4
FEWEST, MOST_PIECES = 2, 80
"""Names of further columns, and statements, at least; pieces of a table, at most."""
CARD = 3
WIDER, NARROW = 1.3, 0.6
_COLUMNS = {
    "date": ("due", "start"),
    "mark": ("status",),
    "names": ("owner",),
    "short": ("owner",),
    "figure": ("target", "baseline"),
}
"""The columns that take each kind of value."""


@attrs.frozen(kw_only=True, eq=False)
class LateTable:
    """A table put together, the words of its header that name no column, and the part behind it all. The ``over`` parts
    before its first are a title in its first header cell, but for the pieces ``before`` that stand over that."""

    table: Table
    left: tuple[Furniture, ...]
    end: int
    over: int = 0
    before: tuple[Piece, ...] = ()


def late_table(parts: Sequence[Part], at: int) -> LateTable | None:
    """The table whose statements' column the part at a place names; None where no other names follow late."""
    first = parts[at]
    if not isinstance(first, Piece) or first.marker or len(first.strands) > 1 or not _names_statements(first.first):
        return None
    strands, end = _body(parts, at + 1, first.first.page)
    cells = _without_notes(late_cells(strands))
    if not _is_table(cells):
        return None
    cells = _with_names_apart(cells)
    odd = [Furniture(lines=cell.lines, kind="repeated-header") for cell in cells if cell.kind == "odd"]
    between = [part for part in parts[at:end] if isinstance(part, Furniture)]
    title, over, before = _title_over(parts, at, first)
    table = _table([*title, first.first], cells)
    return LateTable(table=table, left=(*odd, *between), end=end, over=over, before=before)


def _title_over(parts: Sequence[Part], at: int, first: Piece) -> tuple[list[Strand], int, tuple[Piece, ...]]:
    """The title right over the name of the statements' column (`Milestone Summary`), over how many parts it stands, and
    what stands over it: the end of the piece above, or a piece by itself. A line alone between that and a heading which
    announces a list is no item of it."""
    above = parts[at - 1] if at else None
    if not isinstance(above, Piece) or first.first.blanks or above.first.page != first.first.page:
        return [], 0, ()
    if not _names_statements(above.last) or above.marker:
        return [], 0, ()
    if len(above.strands) > 1:
        return [above.last], 1, (part_of(above, 0, len(above.strands) - 1),)
    higher = parts[at - 2] if at > 1 else None
    listed = isinstance(higher, Piece) and higher.listed and higher.first.page == first.first.page
    if not listed or not isinstance(higher, Piece) or (at > 2 and getattr(parts[at - 3], "listed", False)):
        return [above.first], 1, ()
    return [above.first], 2, (attrs.evolve(higher, listed=False),)


def _names_statements(strand: Strand) -> bool:
    role = head_role(strand.text) if len(strand.words) <= LONGEST_NAME else None
    return role is not None and role.role in STATEMENTS and role.strength >= SURE


# --- the lines ----------------------------------------------------------------------------------------------------


def _body(parts: Sequence[Part], at: int, page: int) -> tuple[list[list[Strand]], int]:
    """The lines of the pieces that may be the table's, up to the page's end, an item, a labelled statement, the name of
    another list or text much wider than the first cells; and the part behind them."""
    found: list[list[Strand]] = []
    reach = float(WIDE)
    named = False
    while at < len(parts) and len(found) < MOST_PIECES:
        part = parts[at]
        if isinstance(part, Furniture):
            at += 1
            continue
        if not isinstance(part, Piece) or part.first.page != page or part.marker or glued_bullet(part.first):
            break
        # a converter that joins a broken word makes one line longer
        wide = min(strand.high - strand.low for strand in part.strands)
        named = named or head_length(list(_run(parts, at))) > 0
        if not named:
            reach = max(reach, WIDER * wide)
        if wide > reach or (named and _is_coded(part.first)) or is_statement(part) or part.text.startswith("*"):
            break
        if len(part.strands) == 1 and _names_statements(part.first) and not head_length(list(_run(parts, at))):
            break
        found.append(list(part.strands))
        at += 1
    return found, at


def _is_coded(strand: Strand) -> bool:
    """`BE-2 Bulk buying`: the next card, or row of a table whose statements bear codes."""
    code = strand.words[0].text
    return len(strand.words) > 1 and ("-" in code or "." in code) and CODE.fullmatch(code) is not None


def _run(parts: Sequence[Part], at: int) -> Iterator[Strand]:
    """The first lines from a part on that no empty line parts."""
    count = 0
    for part in parts[at : at + MOST_LINES]:
        for strand in part.strands if isinstance(part, Piece) else ():
            if (count and strand.blanks) or count == MOST_LINES:
                return
            yield strand
            count += 1


def _without_notes(cells: Sequence[LateCell]) -> list[LateCell]:
    """The cells, those of a narrow column of notes told from statements: many lines, much narrower than the statements
    over the late names."""
    late = next((at for at, cell in enumerate(cells) if cell.kind == "head"), 0)
    usual = max((_width(cell) for cell in cells[:late] if cell.kind == "statement"), default=0)
    return [
        attrs.evolve(cell, kind="note")
        if cell.kind == "statement" and len(cell.strands) > MOST_LINES and _width(cell) < NARROW * usual
        else cell
        for cell in cells
    ]


def _with_names_apart(cells: Sequence[LateCell]) -> list[LateCell]:
    """The cells; names one under the other are a cell each if there are as many lines of names as statements."""
    lines = sum(len(cell.strands) for cell in cells if cell.kind == "names")
    if lines != sum(cell.kind == "statement" for cell in cells):
        return list(cells)
    return [
        part
        for cell in cells
        for part in (
            [LateCell(strands=(strand,), kind="names") for strand in cell.strands] if cell.kind == "names" else [cell]
        )
    ]


def _width(cell: LateCell) -> int:
    return max(strand.high - strand.low for strand in cell.strands)


def _is_table(cells: Sequence[LateCell]) -> bool:
    """Whether the cells are a table's: at least two columns of fields are named behind the first statement, or in lines
    of several names, and what they hold stands there."""
    kinds = [cell.kind for cell in cells]
    roles = [cell.role for cell in cells if cell.kind == "head"]
    stated = kinds.count("statement")
    if stated < FEWEST or TELLING.isdisjoint(roles):
        return False
    if len(set(roles)) < FEWEST:  # one name: as many values stand under it
        own = next(kinds for kinds, _ in _by_column({roles[0]: 1}))
        return sum(kind in own for kind in kinds) == stated == len(cells) - stated - 1
    if _is_card(kinds):
        return False
    values = sum(kind in ("date", "mark") for kind in kinds)
    late = kinds.index("statement") < max(at for at, kind in enumerate(kinds) if kind == "head")
    return values > 0 and 2 * stated >= kinds.count("sentence") and (late or "odd" in kinds)


def _is_card(kinds: Sequence[str]) -> bool:
    """Whether behind the statements each name has one thing to say, as on a card: `Lead`, `Parks Office`, `Timeframe`,
    `2026`."""
    rest = kinds[kinds.index("head") :]
    names, said = rest[::2], rest[1::2]
    count = rest.count("head")
    return count >= CARD and {*names[:count]} == {"head"} and len(said) >= count and "odd" not in rest


# --- the table ----------------------------------------------------------------------------------------------------


def _table(first: Sequence[Strand], cells: Sequence[LateCell]) -> Table:
    heads: dict[str, LateCell] = {}
    for cell in cells:
        if cell.kind == "head":
            heads.setdefault(cell.role, cell)
    columns = {role: at for at, role in enumerate(heads, 1)}
    rows = {at: row for row, at in enumerate((at for at, cell in enumerate(cells) if cell.kind == "statement"), 1)}
    page = first[0].page
    lines = tuple(Line(strand.words) for strand in first)
    found = [Cell(row=0, column=0, lines=lines, header=True, page=page)]
    found += [
        Cell(row=0, column=columns[role], lines=head.lines, header=True, page=page) for role, head in heads.items()
    ]
    found += [Cell(row=row, column=0, lines=cells[at].lines, page=page, repaired=True) for at, row in rows.items()]
    unsure = [cell for cell in cells if cell.kind == "head" and cell is not heads[cell.role]]
    for kinds, column in _by_column(columns):
        values = [at for at, cell in enumerate(cells) if cell.kind in kinds]
        paired = _paired(values, list(rows))
        for at in values:
            if at in paired:
                row = rows[paired[at]]
                found.append(Cell(row=row, column=column, lines=cells[at].lines, page=page, repaired=True))
            else:
                unsure.append(cells[at])
    placed = {kind for kinds, _ in _by_column(columns) for kind in kinds} | {"statement", "head", "odd"}
    unsure += [cell for cell in cells if cell.kind not in placed]
    if unsure:
        lines = tuple(line for cell in unsure for line in cell.lines)
        found.append(Cell(row=len(rows) + 1, column=len(columns) + 1, lines=lines, page=page, repaired=True))
    wide = len(columns) + 1 + bool(unsure)
    return Table(cells=tuple(found), rows=len(rows) + 1 + bool(unsure), columns=wide, pages=(page,), way="aligned")


def _by_column(columns: dict[str, int]) -> list[tuple[frozenset[str], int]]:
    """The kinds of values that each column takes, and the column."""
    taken: dict[int, set[str]] = {}
    for kind, roles in _COLUMNS.items():
        column = next((columns[role] for role in roles if role in columns), None)
        if column is not None:
            taken.setdefault(column, set()).add(kind)
    return [(frozenset(kinds), column) for column, kinds in taken.items()]


def _paired(values: Sequence[int], stated: Sequence[int]) -> dict[int, int]:
    """The statement of each value, by their places: one for each, or one behind each."""
    if len(values) == len(stated):
        return dict(zip(values, stated, strict=True))
    found: dict[int, int] = {}
    for before, value in pairwise([-1, *values]):
        own = [at for at in stated if before < at < value]
        if len(own) == 1:
            found[value] = own[0]
    return found
