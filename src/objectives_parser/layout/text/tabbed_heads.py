"""Header rows of tabbed tables: which rows are headers, also where they were sliced or are printed again, and what they
say of the rows below."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Line
from objectives_parser.layout.text.slices import PhysicalRow
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import header_role

_MOST_HEADER_WORDS, _MOST_HEADER_ENDS = 9, 4
_SURE = 0.6


def is_header(row: PhysicalRow) -> bool:
    """Whether the row names its columns: two cells at least, all short, most of them header words; or one short cell
    that is a header and ends with a colon (`2. Corporate objectives:` with its neighbours' headers missing)."""
    texts = [cell.text for cell in row.cells if cell.words]
    if not texts or any(len(text.split()) > _MOST_HEADER_WORDS for text in texts):
        return False
    roles = [header_role(text) for text in texts]
    strong = sum(role is not None and role.strength >= 0.6 for role in roles)
    if not any(role is not None and role.strength >= 0.6 and role.role not in ("period", "note") for role in roles):
        return False  # `Staff survey | December 2012`: dates stand in headers, but in rows as well
    if len(texts) == 1:
        return strong == 1 and texts[0].endswith(":") and bool(row.cells[0].words)
    return strong >= 2 or (strong >= 1 and (strong * 2 > len(texts) or all(text.endswith(":") for text in texts)))


def with_whole_headers(rows: Sequence[PhysicalRow]) -> list[PhysicalRow]:
    """The rows with the headers in one piece that were sliced at their printed lines: `1. Business delivery | How will
    you know you have` over `objectives: | succeeded?`."""
    found: list[PhysicalRow] = []
    known: set[tuple[int, str]] = set()
    at = 0
    while at < len(rows):
        row = rows[at]
        at += 1
        if is_header_again(row, known) if known else is_header(row):
            while at < len(rows) and _goes_on_as_header(row, rows[at]):
                row = _with_slice(row, rows[at])
                at += 1
            known |= header_names(row)
        found.append(row)
    return found


def _goes_on_as_header(header: PhysicalRow, row: PhysicalRow) -> bool:
    """Whether a row holds nothing but the ends of the cells of the header over it: a few words each, in small letters,
    or such as name a column only together (`Performance` / `Measures:`)."""
    filled = [at for at, cell in enumerate(row.cells) if cell.words]
    if row.after_cut or not filled or len(filled) == len([cell for cell in header.cells if cell.words]) > 2:
        return False
    return all(_ends_header(header.cells[at], row.cells[at]) for at in filled)


def _ends_header(above: Line, below: Line) -> bool:
    if not above.words or len(below.words) > _MOST_HEADER_ENDS or above.text.endswith((":", "?")):
        return False
    role, alone = header_role(f"{above.text} {below.text}"), header_role(above.text)
    if below.text[0].islower():
        return role is not None and (alone is None or role.role == alone.role or below.text.endswith((":", "?")))
    return role is not None and alone is None


def _with_slice(header: PhysicalRow, row: PhysicalRow) -> PhysicalRow:
    cells = tuple(Line(above.words + below.words) for above, below in zip(header.cells, row.cells, strict=True))
    return attrs.evolve(header, cells=cells)


def subject_column(header: PhysicalRow, before: int) -> int:
    """The column whose cells tell the rows apart: that of objectives, but for what success looks like right of the
    actions; that of actions beside themes; as before where the header names neither."""
    roles = [header_role(cell.text) if cell.words else None for cell in header.cells]
    sure = [role.role if role is not None and role.strength >= _SURE else None for role in roles]
    done = sure.index("action") if "action" in sure else len(sure)
    if "objective" in sure[:done]:
        return sure.index("objective")
    return done if done < len(sure) and (done == 0 or sure[0] == "category") else _last_named(sure, before)


def _last_named(roles: Sequence[str | None], before: int) -> int:
    return roles.index("objective") if "objective" in roles else before


def lists_side_by_side(header: PhysicalRow) -> bool:
    """`Performance measures | Milestones` over two lists without common rows: what they serve stands above."""
    roles = [header_role(cell.text) if cell.words else None for cell in header.cells]
    return {role.role if role is not None else None for role in roles} == {"measure", "milestone"}


def header_names(row: PhysicalRow) -> set[tuple[int, str]]:
    """The row's cells as column and header, in small letters and without the colon."""
    return {(at, cell.text.casefold().rstrip(" :")) for at, cell in enumerate(row.cells) if cell.words}


def is_header_again(row: PhysicalRow, known: set[tuple[int, str]]) -> bool:
    """Whether a row below the first header is a header too: it repeats one of the headers in its column, or it stands
    alone and ends with a colon, or every cell is a header by itself. `chronic conditions | … by lowering the | Civil
    Society Repression Score` are slices of cells."""
    filled = [cell for cell in row.cells if cell.words]
    if any(cell.words[0].text[0].islower() or len(cell.words) > _MOST_HEADER_WORDS for cell in filled):
        return False
    if header_names(row) & known:
        return True
    if not is_header(row):
        return False
    roles = [header_role(cell.text) for cell in filled]
    if not row.cells[0].words and not any(role is not None and role.role in STATEMENTS for role in roles):
        return False  # `Office | 2031`: the ends of two cells
    return len(filled) == 1 or all(role is not None and role.strength >= 0.8 for role in roles)
