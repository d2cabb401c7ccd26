"""Heads that stand again amid a table, each over rows of its own: `OUTPUT 1 | Indicator | Baseline | Target` under
`OUTCOME | Indicator | Baseline | Target`, as logframes print them."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser.frozen import evolve
from objectives_parser.recognizers.grid import Row, filled, header_text
from objectives_parser.roles import Vocabulary, header_role

_FEWEST = 3
_MOSTLY = 0.6
_LONGEST = 5  # words


def with_heads_again(rows: list[Row], vocabulary: Vocabulary) -> list[Row]:
    """Rows that print most of what the head of the table prints in the same columns are heads too, and so are rows of
    names on the same ground where such heads are. One that names a topic (`Transport | 2020 | 2021` under `Headline
    indicators | 2020 | 2021`) is a section of the rows that the head is over."""
    head = next((row for row in rows if row.kind == "header"), None)
    said = {cell.column: header_text(cell) for cell in filled(head.cells)} if head is not None else {}
    if len(said) < _FEWEST:
        return rows
    again = {row.number for row in rows if row.kind == "body" and _says_again(row, said)}
    if not again:
        return rows
    if not all(_names_kind(row, said, vocabulary) for row in rows if row.number in again):
        return [evolve(row, kind="section") if row.number in again else row for row in rows]
    ground = _ground(head) if head is not None else None
    return [
        evolve(row, kind="header")
        if row.number in again or (ground is not None and row.kind == "body" and _is_named_on(row, ground))
        else row
        for row in rows
    ]


def heads_levels(rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Whether the heads of a table name levels of a chain by their first cells (`Impact`, `Outcome`, `Output 1`)."""
    firsts = [filled(row.cells)[0] for row in rows if row.kind == "header" and filled(row.cells)]
    if len(firsts) < 2 or len({cell.column for cell in firsts}) > 1:
        return False
    roles = [header_role(header_text(cell), vocabulary) for cell in firsts]
    return len({role.level for role in roles if role is not None and role.role == "objective"}) > 1


def _says_again(row: Row, said: dict[int, str]) -> bool:
    full = filled(row.cells)
    same = sum(said.get(cell.column) == header_text(cell) for cell in full)
    return same >= _FEWEST and same >= _MOSTLY * len(full)


def _names_kind(row: Row, said: dict[int, str], vocabulary: Vocabulary) -> bool:
    """Whether the first cell of a row says what stands below it, as that of the table's head does."""
    first = filled(row.cells)[0]
    return said.get(first.column) == header_text(first) or header_role(header_text(first), vocabulary) is not None


def _ground(row: Row) -> str | None:
    """The colour that all cells of a row stand on."""
    grounds = {cell.fill for cell in filled(row.cells)}
    return grounds.pop() if len(grounds) == 1 else None


def _is_named_on(row: Row, ground: str) -> bool:
    full = filled(row.cells)
    short = all(len(cell.text.split()) <= _LONGEST for cell in full)
    return len(full) >= _FEWEST and short and _ground(row) == ground
