"""A table's rows as a recogniser meets them: which row is a header, a section, a body row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import attrs
import regex

from objectives_parser.document import Cell, Table
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.roles import HeaderRole, Vocabulary, header_role, is_imperative

RowKind: TypeAlias = Literal["header", "section", "body", "empty"]

_LONGEST_HEADER = 14
_SURE = 0.6
_STATED = frozenset({"objective", "measure", "milestone", "action"})


@attrs.frozen(kw_only=True, eq=False)
class Row:
    """One row of a table: its kind, the cells that begin in it, and all cells that cover it (spans from above too)."""

    number: int
    kind: RowKind
    cells: tuple[Cell, ...]
    covering: tuple[Cell, ...]


# "ActionDesc", "focus_id": headers as programs export them
_HUMP = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})")


def readable(text: str) -> str:
    """A header as words: `ActionLaunchDate` → `Action Launch Date`, `focus_id` → `focus id`."""
    if " " in text.strip():
        return text
    return str(_HUMP.sub(" ", text.replace("_", " ")))


def header_text(cell: Cell) -> str:
    """The cell's words as a header reads them: without footnote marks and the final colon."""
    words = [word.text for line in cell.lines for word in line.words if not word.superscript]
    return readable(" ".join(words).rstrip(":"))


def filled(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.filled]


def table_rows(table: Table, vocabulary: Vocabulary) -> list[Row]:
    """The table's rows, classified."""
    begin: dict[int, list[Cell]] = {}
    cover: dict[int, list[Cell]] = {}
    for cell in table.cells:
        begin.setdefault(cell.row, []).append(cell)
        for row in range(cell.row, min(table.rows, cell.row + cell.row_span)):
            cover.setdefault(row, []).append(cell)
    rows: list[Row] = []
    seen_header = seen_body = False
    for number in range(table.rows):
        cells = tuple(sorted(begin.get(number, ()), key=lambda cell: cell.column))
        covering = tuple(sorted(cover.get(number, ()), key=lambda cell: cell.column))
        kind = _row_kind(cells, covering, table, vocabulary, first=not seen_body)
        if kind == "header" and seen_header and not _sure_header(cells, vocabulary) and not _under_group(rows, cells):
            kind = "body"
        if kind == "body" and not seen_body and (_is_lower_half(rows, cells) or _asks_for(rows, cells)):
            kind = "header"
        seen_header = seen_header or kind == "header"
        seen_body = seen_body or kind == "body"
        rows.append(Row(number=number, kind=kind, cells=cells, covering=covering))
    return _with_naming_rows(_with_group_rows(rows))


_MOST_NAMING, _FEWEST_ASKED = 6, 2
_NUMBER_OF_ROW = regex.compile(
    r"(?:(?P<deep>\d{1,2}\.\d{1,2})[.)]?|(?P<roman>\(?[ivx]{1,4}[.)])|"
    r"\(?(?P<letter>\p{L})[.):]|\(?(?P<number>\d{1,2})[.):]?)$"
)


def _with_naming_rows(rows: list[Row]) -> list[Row]:
    """Rows with nothing but a short name in the first column are section rows where the names are counted (`A. Service
    delivery`) and the statements below them are not, or where these are whole sentences and the names are not."""
    names = [at for at, row in enumerate(rows[:-1]) if _may_name(row, rows[at + 1])]
    others = [_first_text(row) for at, row in enumerate(rows) if at not in names and row.kind == "body"]
    texts = [_first_text(rows[at]) for at in names]
    if not names or not others:
        return rows
    counted = {_counting(text) for text in texts}
    apart = counted != {""} and "" not in counted and counted.isdisjoint(map(_counting, others))
    short = max(len(text.split()) for text in texts)
    if not apart and (len(names) < 2 or short > 4 or min(len(text.split()) for text in others) < 2 * short):
        return rows
    return [attrs.evolve(row, kind="section") if at in names else row for at, row in enumerate(rows)]


def _may_name(row: Row, following: Row) -> bool:
    full = filled(row.cells)
    if row.kind != "body" or following.kind != "body" or len(full) != 1 or len(filled(row.covering)) != 1:
        return False
    below = filled(following.cells)
    if full[0].column or full[0].row_span > 1 or len(below) < 2 or below[0].column:
        return False
    words = full[0].text.split()
    if _counting(full[0].text) == "deep" and _counting(below[0].text) in ("roman", "letter"):
        return True  # `1.1 Simplify the rules` over `i. Consult the councils`
    bare = " ".join(words[1:] if _counting(full[0].text) else words)
    stated = bare[-1:] in ".;," or bare[:1].islower() or bare.startswith("To ") or is_imperative(bare)
    return 0 < len(words) <= _MOST_NAMING and not stated


def _first_text(row: Row) -> str:
    return next((cell.text for cell in filled(row.cells) if not cell.column), "")


def _counting(text: str) -> str:
    """How a text is counted: by letters, by numbers (`deep`: `1.1`), or not at all."""
    found = _NUMBER_OF_ROW.match(text.split(maxsplit=1)[0]) if text else None
    return found.lastgroup or "" if found is not None else ""


def _with_group_rows(rows: list[Row]) -> list[Row]:
    """Rows that only name the rows below them are section rows: a short text alone in the first column, over rows whose
    first cells are indented, or in bold over rows that are not."""
    return [
        attrs.evolve(row, kind="section")
        if row.kind == "body" and (_groups(row, following) or _is_banner(row, rows[at + 1 : at + 4]))
        else row
        for at, (row, following) in enumerate(zip(rows, [*rows[1:], None], strict=True))
    ]


def _is_banner(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row holds one cell alone, in bold on a ground that the next row of several cells has not: `Goal: Safe
    streets` over the width, its other cells drawn but empty."""
    full = filled(row.cells)
    if len(full) != 1 or full[0].column or full[0].fill is None or len(filled(row.covering)) != 1:
        return False
    under = next((filled(other.cells) for other in below if len(filled(other.cells)) > 1), None)
    if under is None or under[0].column or under[0].fill == full[0].fill:
        return False
    return all(word.bold for line in full[0].lines for word in line.words) and not under[0].lines[0].words[0].bold


def _groups(row: Row, following: Row | None) -> bool:
    full = filled(row.cells)
    if following is not None and following.kind == "body" and _numbers(row, following):
        return True
    if (
        following is None
        or following.kind != "body"
        or len(full) != 1
        or len(filled(row.covering)) != 1
        or full[0].column != 0
    ):
        return False
    below = [cell for cell in filled(following.cells) if cell.column == 0]
    if not below or len(filled(following.cells)) < 2 or len(full[0].text.split()) > 8:
        return False
    one, other = full[0].lines[0].words[0], below[0].lines[0].words[0]
    indented = one.bbox is not None and other.bbox is not None and 5.0 < other.bbox[0] - one.bbox[0] < 60.0
    return indented or (one.bold and not other.bold)


_LETTER = regex.compile(r"(?:\p{Lu}|[IVX]{1,4}|\d{1,2})[.)]?$")


def section_cell(row: Row) -> Cell:
    """The cell of a section row that names the section: behind its letter, where it has one."""
    full = filled(row.cells)
    return full[1] if len(full) > 1 and _LETTER.match(full[0].text.strip()) else full[0]


def _is_lettered_section(full: Sequence[Cell], covering: Sequence[Cell], table: Table) -> bool:
    """`A | Financial stewardship` with the name over all the columns behind the letter."""
    if len(full) != 2 or len(filled(covering)) != 2 or not _LETTER.match(full[0].text.strip()):
        return False
    name = full[1]
    wide = name.column_span >= 3 and name.column + name.column_span >= table.columns
    return wide and name.row_span == full[0].row_span == 1 and full[0].column == 0 and not is_imperative(name.text)


def _numbers(row: Row, following: Row) -> bool:
    """`B | Core mandate | | 55` in bold or on a fill, over `B1 | Acreage irrigated | Acres | 15`: a name with no more
    than a figure beside it, whose letter begins the numbers of the rows below."""
    full, below = filled(row.cells), filled(following.cells)
    if not 2 <= len(full) <= 3 or len(below) <= len(full) or full[0].column != 0 or below[0].column != 0:
        return False
    letter, number, name = full[0].text.strip().rstrip(".)"), below[0].text.strip(), full[1]
    if not _LETTER.match(letter) or not number.startswith(letter) or number[len(letter) :][:1] not in "0123456789.":
        return False
    if len(number) == len(letter) or any(char.isalpha() for cell in full[2:] for char in cell.text):
        return False
    one, other = name.lines[0].words[0], below[1].lines[0].words[0]
    marked = (one.bold and not other.bold) or (name.fill is not None and name.fill != below[1].fill)
    return marked and len(name.text.split()) <= 8 and not is_imperative(name.text)


def _row_kind(
    cells: Sequence[Cell], covering: Sequence[Cell], table: Table, vocabulary: Vocabulary, *, first: bool
) -> RowKind:
    full = filled(cells)
    if not full:
        return "empty" if not filled(covering) else "body"
    if is_header_row(full, table, vocabulary, first=first, rows_before=full[0].row > 0):
        return "header"
    if is_section_row(full, covering, table) or _is_lettered_section(full, covering, table):
        return "section"
    return "body"


def is_header_row(
    full: Sequence[Cell], table: Table, vocabulary: Vocabulary, *, first: bool, rows_before: bool = True
) -> bool:
    """Whether the filled cells of a row name columns: most of them are header words (two at least), or the format or
    the drawing says so and one of them is a header word."""
    marked = all(cell.header for cell in full)
    short = [cell for cell in full if len(cell.text.split()) <= _LONGEST_HEADER]
    if not marked and len(short) < len(full):
        # one header may be long (`Comments and discussion of progress, changes from last update, …`), not several
        alone = first and len(full) - len(short) == 1 and len(short) >= 2
        return alone and all(_is_sure(header_role(header_text(cell), vocabulary)) for cell in short)
    if len(full) == 1 and full[0].column_span > 1 and full[0].column_span >= table.columns - 1:
        return False
    if not first and not marked:
        return len(full) >= 2 and all(_is_sure(header_role(header_text(cell), vocabulary)) for cell in full)
    sure = sum(_is_sure(header_role(header_text(cell), vocabulary)) for cell in full)
    if marked:
        return sure >= 1 or (first and not _states(full))
    if first and sure >= 3 and not rows_before and all(len(header_text(cell).split()) <= 4 for cell in full):
        return True
    if first and sure and sure + sum(_is_period(cell, vocabulary) for cell in full) == len(full) >= 3:
        return True  # `Measure | 2019 | 2020 | 2021`
    if first and sure == 1 and not rows_before and _names_one(full, table, vocabulary):
        return True
    return (first and len(full) >= 2 and sure >= 2 and sure * 2 >= len(full)) or (sure >= 2 and sure == len(full))


def _states(full: Sequence[Cell]) -> bool:
    """Whether cells that the format calls headers are statements: Markdown has no table without a header, so that the
    piece of one behind a page's end begins with a rule under its first row."""
    if len(full) < 2:
        return False
    return any(is_bullet(cell.lines[0].words[0]) for cell in full) or any(
        len(cell.text.split()) > _LONGEST_HEADER for cell in full
    )


def _names_one(full: Sequence[Cell], table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a first row of short names, one for each column, has one that is just what statements are called, over
    statements: `Area | Objective | Why it matters | Next_Step` as programs write it out."""
    texts = [header_text(cell) for cell in full]
    if len(full) < table.columns or len(set(texts)) < len(texts) or not all(_is_name(text) for text in texts):
        return False
    for cell, text in zip(full, texts, strict=True):
        role = header_role(text, vocabulary)
        if role is not None and role.strength >= 1.0 and role.role in _STATED:
            below = [other.text for other in table.cells if other.column == cell.column and other.row > cell.row]
            return len(below) > 1 and sum(len(other.split()) >= 3 for other in below) * 10 >= 7 * len(below)
    return False


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= 4 and text[0].isalpha() and not text.endswith((".", ",", ";"))


def _under_group(rows: Sequence[Row], cells: Sequence[Cell]) -> bool:
    """Whether the row stands right under a header row some of whose cells group several columns (`Timeline` over
    `2020-2025 | 2025-2030`), or is drawn as a header itself."""
    if not rows or rows[-1].kind != "header" or _is_numbered(filled(cells)):
        return False
    return all(cell.header for cell in filled(cells)) or any(cell.column_span > 1 for cell in filled(rows[-1].cells))


# "1", "2.1", "A.3": what numbers a row of an outline
_ROW_NUMBER = regex.compile(r"(?:\d{1,2}|\p{Lu}\.\d{1,2})(?:\.\d{1,2}){0,3}\.?$")


def _is_numbered(full: Sequence[Cell]) -> bool:
    """Whether the row begins with a number of its own and words: the first row of an outline, set off like a header
    (`1 | Students who succeed` in bold on grey), and not `(1) | (2) | (3)`, which counts the columns."""
    return (
        bool(full)
        and full[0].column == 0
        and _ROW_NUMBER.match(full[0].text.strip()) is not None
        and any(len(cell.text.split()) >= 2 for cell in full[1:])
    )


def _is_lower_half(rows: Sequence[Row], cells: Sequence[Cell]) -> bool:
    """Whether the row is the lower half of the header row above it: some headers reach down beside it, and each of its
    own stands under one that groups several columns (`Budget` over `Available | Gap`, `Owner` over both rows)."""
    if not rows or rows[-1].kind != "header" or not filled(cells):
        return False
    upper = filled(rows[-1].cells)
    groups = [cell for cell in upper if cell.column_span > 1 and cell.row_span == 1]
    if not groups or not any(cell.row_span == 2 and cell.row == rows[-1].number for cell in upper):
        return False
    return all(
        any(group.column <= cell.column < group.column + group.column_span for group in groups)
        for cell in filled(cells)
    )


def _asks_for(rows: Sequence[Row], cells: Sequence[Cell]) -> bool:
    """Whether the row right under a header row tells what its columns ask for: `What will be done?` under `Actions`,
    `(who leads)` under `Lead`."""
    texts = [cell.text for cell in filled(cells)]
    if not rows or rows[-1].kind != "header" or len(texts) < _FEWEST_ASKED:
        return False
    return all(text[-1] == "?" or (text[0] == "(" and text[-1] == ")") for text in texts) and any(
        "?" in t for t in texts
    )


def _sure_header(cells: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    full = filled(cells)
    sure = sum(_is_sure(header_role(header_text(cell), vocabulary)) for cell in full)
    marked = all(cell.header for cell in full)
    return (sure == len(full) and (sure >= 2 or marked)) or (marked and sure >= 2 and sure * 2 >= len(full))


def _is_period(cell: Cell, vocabulary: Vocabulary) -> bool:
    role = header_role(header_text(cell), vocabulary)
    return role is not None and role.role == "period"


def _is_sure(role: HeaderRole | None) -> bool:
    return role is not None and role.strength >= _SURE and role.role != "period"


def is_section_row(full: Sequence[Cell], covering: Sequence[Cell], table: Table) -> bool:
    """Whether the row is one cell that stands over the rows below: it spans (nearly) the whole table."""
    if len(full) != 1 or len(filled(covering)) != 1 or table.columns < 2:
        return False
    cell = full[0]
    if cell.row_span > 1:
        return False
    return cell.column_span >= max(2, table.columns - 1) or (cell.column_span * 2 > table.columns and cell.column == 0)
