"""Forms whose cells bear their names themselves: `Lead` over `Fleet Services`, beside `Timeline` over `2027 to 2030`.

Cards of actions and templates of office programs are set so; other forms have the name in a cell beside.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Cell, Line, Table
from objectives_parser.drafts import Context
from objectives_parser.layout.wrapping import starts_item
from objectives_parser.records import OWN_FIELDS
from objectives_parser.roles import HeaderRole, header_role

_SURE, _LONGEST_NAME, _FEWEST = 0.8, 5, 3  # strength, words, named cells


def named_cells(table: Table, context: Context) -> dict[int, list[tuple[Cell, Cell]]]:
    """The names and what they name, in each row whose cells all bear their names; {} for a table of another kind.

    Such a table has three named cells or more, one of them for who, when or how it stands, two of them side by side,
    and no row of several cells without names.
    """
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.filled:
            rows.setdefault(cell.row, []).append(cell)
    if sum(map(_may_be_named, table.cells)) < _FEWEST:
        return {}
    found = {number: _row(sorted(cells, key=lambda cell: cell.column), context) for number, cells in rows.items()}
    named = {number: pairs for number, pairs in found.items() if pairs}
    if any(len(cells) > 1 and number not in named for number, cells in rows.items()):
        return {}
    roles = [_role(name, context) for pairs in named.values() for name, _ in pairs]
    said = {role.role for role in roles if role is not None}
    beside = any(len(pairs) > 1 for pairs in named.values())
    return named if len(roles) >= _FEWEST and said & OWN_FIELDS and beside else {}


def _may_be_named(cell: Cell) -> bool:
    return len(cell.lines) > 1 or ":" in cell.text


def _row(cells: Sequence[Cell], context: Context) -> list[tuple[Cell, Cell]]:
    """Each cell of a row as its name and the rest of it; [] if one has no name. Where some names are known, what is
    set like them is a name too (`GHG reduction` over `High`)."""
    parts = [_parted(cell) for cell in cells]
    pairs = [part for part in parts if part is not None]
    if len(pairs) < len(cells):
        return []
    roles = [_role(name, context) for name, _ in pairs]
    known = [role for role in roles if role is not None and role.strength >= _SURE]
    alike = len({_bold(name) for name, _ in pairs}) == 1
    return pairs if known and (len(known) == len(pairs) or (alike and len(known) * 2 >= len(pairs))) else []


def _parted(cell: Cell) -> tuple[Cell, Cell] | None:
    """A cell's name, its first line or what stands before a colon in it, and the rest; None for a cell without."""
    lines = [line for line in cell.lines if line.words]
    if not lines or starts_item(lines[0]):
        return None
    words = lines[0].words
    count = next((at for at, word in enumerate(words, 1) if word.text.endswith(":")), len(words))
    if count > _LONGEST_NAME or not words[0].text[:1].isupper() or not _is_apart(lines, count):
        return None
    behind = (attrs.evolve(lines[0], words=words[count:]),) if words[count:] else ()
    plain = attrs.evolve(cell, header=False)  # a shaded strip of facts is no row of headers
    return attrs.evolve(plain, lines=(Line(words=words[:count]),)), attrs.evolve(plain, lines=(*behind, *lines[1:]))


def _is_apart(lines: Sequence[Line], count: int) -> bool:
    """Whether a name is told from what follows: by a colon, or as a line of its own, bold over text that is not."""
    words = lines[0].words
    if sum(len(line.words) for line in lines) <= count:
        return False
    if words[count - 1].text.endswith(":"):
        return True
    after = lines[1].words
    return all(word.bold for word in words) and not all(word.bold for word in after)


def _bold(cell: Cell) -> bool:
    return all(word.bold for line in cell.lines for word in line.words)


def _role(name: Cell, context: Context) -> HeaderRole | None:
    return header_role(" ".join(line.text for line in name.lines).rstrip(": "), context.vocabulary)
