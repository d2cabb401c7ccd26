"""Matrices → drafts: the kinds down the first column, what they belong to along the head.

`| Gather insights | Improve services` over rows `Current state`, `Objectives`, `Milestones`: the row says what a cell
states, the column under what it stands. `Measure impact` over a column is a name there, whatever its words would say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Table, Word
from objectives_parser.drafts import Context, Draft, Spot
from objectives_parser.labelling import labelled
from objectives_parser.recognizers.cell_passages import cell_passage
from objectives_parser.recognizers.fieldlines import FieldLine, with_field
from objectives_parser.recognizers.grid import filled
from objectives_parser.recognizers.row_periods import says
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import STATEMENTS, Kind
from objectives_parser.roles import HeaderRole, header_role, is_imperative
from objectives_parser.statements import block_statement, cell_statements
from objectives_parser.values import due_of_cell

_SURE = 0.8
_LONGEST_NAME = 5  # words
_LONGEST_HEAD = 9
_SHORTEST_AIM = 2
# "Project A", "Pilot 2": a name that only counts
_COUNTED_HEAD = regex.compile(r"^\p{L}+ (?:\p{Lu}|\d{1,2})$")


@attrs.frozen(kw_only=True, eq=False)
class Matrix:
    """The head of each column but the first, and the rows by number with their name and what it speaks for."""

    heads: dict[int, Cell]
    names: dict[int, tuple[Cell, HeaderRole | None]]


def matrix_of(table: Table, context: Context) -> Matrix | None:
    """The table as a matrix; None if it is none: its first column names two rows or more, one at least by a kind of
    statement, its first row names what the columns are about, and there are three columns at least."""
    cells = filled(table.cells)
    first = min((cell.row for cell in cells), default=0)
    heads = {cell.column: cell for cell in cells if cell.row == first and cell.column > 0}
    body = [cell for cell in cells if cell.row > first]
    naming = {cell.row: cell for cell in body if cell.column == 0}
    if len(heads) < 2 or len(naming) < 2 or not all(map(_may_name, naming.values())):
        return None
    if any(cell.column_span > 1 or cell.row_span > 1 for cell in (*heads.values(), *body)):
        return None
    beside = Counter(cell.row for cell in body if cell.column > 0)
    if any(beside[row] < 2 for row in naming) or not all(map(_may_head, heads.values())):
        return None
    names = {row: (cell, _role(cell, context)) for row, cell in naming.items()}
    if all(role is not None and role.role == "period" for _, role in names.values()):
        return _by_horizon(heads, names, body)
    kinds = [role for _, role in names.values() if role is not None and role.role in STATEMENTS]
    if not kinds or len({role.role for role in kinds}) != len(kinds):
        return None
    corner = next((cell for cell in cells if cell.row == first and cell.column == 0), None)
    if corner is not None and header_role(corner.text, context.vocabulary) is not None:
        return None
    roles = [header_role(cell.text.rstrip(":"), context.vocabulary) for cell in heads.values()]
    named = [role for role in roles if role is not None and role.strength >= 0.6]
    # `Measure impact` is a name that ends in a header's word, `Indicator` a header
    headed = len(named) * 2 > len(heads) or any(role.strength >= 0.9 for role in named)
    return None if headed else Matrix(heads=heads, names=names)


def _by_horizon(
    heads: dict[int, Cell], names: dict[int, tuple[Cell, HeaderRole | None]], body: Sequence[Cell]
) -> Matrix | None:
    """`Invest in skills | Govern data well` over rows `Short term`, `Medium term`, `Long term`: what will be done for
    each aim, by when. Heads that tell nobody to do anything (`Skills | Data`) are topics."""
    items = [line.text for cell in body if cell.column > 0 for line in cell.lines if line.words]
    told = sum(map(tells, items))
    if not all(is_imperative(cell.text) for cell in heads.values()) or not told or 3 * told < len(items):
        return None
    deed = HeaderRole(role="action", strength=_SURE, term="action")
    return Matrix(heads=heads, names={row: (name, deed) for row, (name, _) in names.items()})


def _role(cell: Cell, context: Context) -> HeaderRole | None:
    role = header_role(cell.text.rstrip(":"), context.vocabulary)
    return role if role is not None and role.strength >= _SURE else None


def _states(role: HeaderRole | None) -> bool:
    return role is not None and role.role in STATEMENTS


def _may_name(cell: Cell) -> bool:
    return len(cell.text.partition(" (")[0].split()) <= _LONGEST_NAME


# `Strategy and`, `ICT Procurement,`: the first line of a box that the next one goes on
_CUT_OFF = regex.compile(r"(?:[,/&–-]|\b(?:and|or|of|for|the|to|with))$", regex.IGNORECASE)


def _may_head(cell: Cell) -> bool:
    text = cell.text.strip()
    return len(text.split()) <= _LONGEST_HEAD and any(map(str.isalpha, text)) and not _CUT_OFF.search(text)


@attrs.frozen(kw_only=True, eq=False)
class MatrixReading:
    """The drafts of a matrix, and the words of its rows' names."""

    drafts: tuple[Draft, ...] = ()
    heading_words: tuple[Word, ...] = ()


def read_matrix(table: Table, matrix: Matrix, number: int, context: Context) -> MatrixReading:
    """The drafts of a matrix, ``fixed_parents`` counted from its first: each column's head is an aim, and what the
    rows state of it hangs there. Rows that name no kind (`Current state`) are fields of the aim."""
    drafts: list[Draft] = []
    stated = _goal_row(table, matrix)
    for column, head in sorted(matrix.heads.items()):
        below = sorted((c for c in filled(table.cells) if c.column == column and c.row > head.row), key=lambda c: c.row)
        at = len(drafts)
        goal = next((cell for cell in below if cell.row == stated), None)
        drafts.append(_aim(goal or head, below, matrix, number, context))
        if goal is not None:
            drafts[at] = attrs.evolve(drafts[at], category=cell_passage(head), grouped_by_row=True)
        for cell in below:
            name = matrix.names.get(cell.row)
            if name is None or name[1] is None or not _states(name[1]) or cell is goal:
                continue
            drafts.extend(_stated(cell, name[0], name[1], number, context, at))
        drafts[at:] = _with_said(drafts[at:], below, matrix, context)
    words = tuple(word for name, _ in matrix.names.values() for line in name.lines for word in line.words)
    return MatrixReading(drafts=tuple(drafts), heading_words=words)


def _goal_row(table: Table, matrix: Matrix) -> int | None:
    """The row in which each column states the one aim that its head only names: `Learn` over `Children arrive at
    school ready to read.`; None where there is none, or a head tells what to do."""
    rows = [row for row, (_, role) in matrix.names.items() if role is not None and role.role == "objective"]
    heads = [cell.text for cell in matrix.heads.values()]
    if len(rows) != 1 or any(
        len(head.split()) > _LONGEST_NAME
        or (" " in head and is_imperative(head) and _COUNTED_HEAD.search(head) is None)
        for head in heads
    ):
        return None
    cells = [cell for cell in filled(table.cells) if cell.row == rows[0] and cell.column > 0]
    single = all(len(cell_statements(cell, frozenset(), "never")) == 1 for cell in cells)
    told = all(len(cell.text.split()) >= _SHORTEST_AIM for cell in cells)
    return rows[0] if len(cells) == len(heads) and single and told else None


def _aim(head: Cell, below: Sequence[Cell], matrix: Matrix, number: int, context: Context) -> Draft:
    named = [(matrix.names[cell.row], cell) for cell in below if cell.row in matrix.names]
    told = tuple((name.text, cell_passage(cell)) for (name, role), cell in named if not _states(role))
    statement = block_statement(head.lines)
    draft = Draft(
        kind="objective", lines=statement.lines, text=statement.text, label_words=statement.marker, basis="table",
        evidence=("matrix: column head",), score=0.8, spot=_spot(head, number, -1), fixed_parents=None,
        fields=told, repaired=head.repaired, place=head.place,
    )  # fmt: skip
    return labelled(draft, context)


def _with_said(drafts: Sequence[Draft], below: Sequence[Cell], matrix: Matrix, context: Context) -> list[Draft]:
    """The aim of a column and what is done for it, with who answers for them and by when as rows of their own say
    (`Lead`, `Deadline`)."""
    for cell in below:
        name, role = matrix.names.get(cell.row, (None, None))
        if name is None or role is None or role.role not in ("owner", "due", "status") or not says(cell.text):
            continue
        line = FieldLine(role=role.role, name=name.text, name_words=(), passage=cell_passage(cell))
        drafts = [with_field(draft, line, context) if draft.kind != "measure" else draft for draft in drafts]
    return list(drafts)


def _stated(cell: Cell, name: Cell, role: HeaderRole, number: int, context: Context, aim: int) -> list[Draft]:
    kind: Kind = role.role  # type: ignore[assignment]
    due = due_of_cell(name.text.rstrip(":"), context.fiscal) if kind == "action" else None
    dated = due if due is not None and due.end is not None else None
    return [
        labelled(
            Draft(
                kind=kind, lines=statement.lines, text=statement.text, label_words=statement.marker, basis="table",
                evidence=(f"row head: {name.text.casefold()}",), score=0.6 + 0.35 * role.strength,
                spot=_spot(cell, number, cell.column), fixed_parents=(aim,),
                level=role.level if kind == "objective" else None, due=dated, repaired=cell.repaired, place=cell.place,
            ),
            context,
        )
        for statement in cell_statements(cell, context.names, "always")
    ]  # fmt: skip


def _spot(cell: Cell, number: int, column: int) -> Spot:
    first = next((word.start for line in cell.lines for word in line.words), -1)
    return Spot(table=number, first=cell.row, last=cell.row, column=column, cell=first)
