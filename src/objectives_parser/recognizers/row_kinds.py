"""Which rows of a table are headers, which name sections, and which are its body."""

from __future__ import annotations

from collections.abc import Sequence

from objectives_parser import late as regex
from objectives_parser.document import Cell, Table
from objectives_parser.layout.wrapping import is_bullet
from objectives_parser.recognizers.columns import names_period
from objectives_parser.recognizers.grid import Row, RowKind, filled, header_text
from objectives_parser.recognizers.heads_again import with_heads_again
from objectives_parser.recognizers.naming_rows import (
    is_lettered_section,
    is_section_row,
    with_group_rows,
    with_naming_rows,
)
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import STATEMENTS
from objectives_parser.roles import HeaderRole, Vocabulary, header_role
from objectives_parser.values import is_date_only, is_year

_LONGEST_HEADER = 14
_FEWEST_ASKED = 2
_FEWEST_TOLD = 4  # words
_FEWEST_NAMES, _FEWEST_SURE, _LONGEST_NAME = 4, 3, 7
_SURE = 0.6
# "1", "2.1", "A.3": what numbers a row of an outline
_ROW_NUMBER = regex.compile(r"(?:\d{1,2}|\p{Lu}\.\d{1,2})(?:\.\d{1,2}){0,3}\.?$")


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
        if kind == "body" and not seen_header and _names_most(filled(cells), vocabulary):
            kind = "header"
        if kind == "header" and seen_header and not _sure_header(cells, vocabulary) and not _under_group(rows, cells):
            kind = "body"
        if kind == "body" and not seen_body and (_is_lower_half(rows, cells) or _asks_for(rows, cells)):
            kind = "header"
        seen_header = seen_header or kind == "header"
        seen_body = seen_body or kind == "body"
        rows.append(Row(number=number, kind=kind, cells=cells, covering=covering))
    return with_naming_rows(with_group_rows(with_heads_again(rows, vocabulary)))


def _row_kind(
    cells: Sequence[Cell], covering: Sequence[Cell], table: Table, vocabulary: Vocabulary, *, first: bool
) -> RowKind:
    full = filled(cells)
    if not full:
        return "empty" if not filled(covering) else "body"
    if _is_header_row(full, table, vocabulary, first=first, rows_before=full[0].row > 0):
        return "header"
    if is_section_row(full, covering, table) or is_lettered_section(full, covering, table):
        return "section"
    return "body"


def _is_header_row(
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
    if not marked and _begins_with_deed(full, vocabulary):
        return False
    if not first and not marked:
        return len(full) >= 2 and (
            all(_is_sure(header_role(header_text(cell), vocabulary)) for cell in full)
            or _names_values(full, vocabulary)
        )
    sure = sum(_is_sure(header_role(header_text(cell), vocabulary)) for cell in full)
    if marked:
        return sure >= 1 or (first and not _states(full) and not _is_outline(full))
    if first and sure >= 3 and not rows_before and all(len(header_text(cell).split()) <= 4 for cell in full):
        return True
    if first and sure and sure + sum(_is_period(cell, vocabulary) for cell in full) == len(full) >= 3:
        return True  # `Measure | 2019 | 2020 | 2021`
    if first and sure == 1 and not rows_before and _names_one(full, table, vocabulary):
        return True
    return (first and len(full) >= 2 and sure >= 2 and sure * 2 >= len(full)) or (sure >= 2 and sure == len(full))


def _begins_with_deed(full: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a row begins with what somebody is told to do and gives a date for it: `Find out what visitors want to
    know | Communications | Clear objectives | June 2031` is no header, whatever its other words are."""
    if not any(is_date_only(cell.text) and not is_year(cell.text.strip()) for cell in full[1:]):
        return False
    text = header_text(full[0])
    return len(text.split()) >= _FEWEST_TOLD and tells(text) and not _is_sure(header_role(text, vocabulary))


def _states(full: Sequence[Cell]) -> bool:
    """Whether cells that the format calls headers are statements: Markdown has no table without a header, so that the
    piece of one behind a page's end begins with a rule under its first row."""
    if len(full) < 2:
        return False
    return any(is_bullet(cell.lines[0].words[0]) for cell in full) or any(
        len(cell.text.split()) > _LONGEST_HEADER for cell in full
    )


def _is_outline(full: Sequence[Cell]) -> bool:
    """`1.1 | Open a shelter | Housing`, and no `1 | 2 | 3`: a row numbered on several levels is no header, whatever the
    format calls it."""
    return _is_numbered(full) and "." in full[0].text.strip().rstrip(".")


def _names_one(full: Sequence[Cell], table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a first row of short names, one for each column, has one that is just what statements are called, over
    statements: `Area | Objective | Why it matters | Next_Step` as programs write it out."""
    texts = [header_text(cell) for cell in full]
    if len(set(texts)) < len(texts) or not all(_is_name(text) for text in texts):
        return False
    if len(full) < table.columns and not (len(full) == table.columns - 1 and _counts_below(full, table)):
        return False
    for cell, text in zip(full, texts, strict=True):
        role = header_role(text, vocabulary)
        if role is not None and role.strength >= 1.0 and role.role in STATEMENTS:
            below = [other.text for other in table.cells if other.column == cell.column and other.row > cell.row]
            return len(below) > 1 and sum(len(other.split()) >= 3 for other in below) * 10 >= 7 * len(below)
    return False


_ROW_CODE = regex.compile(r"(?:\p{Lu}{0,3}[-. ]?\d{1,2}(?:\.\d{1,2})*|\p{Lu}|[ivxIVX]{1,4})[.):]?$")


def _counts_below(full: Sequence[Cell], table: Table) -> bool:
    """Whether the first column has no name because it only counts the rows: nothing over `A`, `B`, `C`."""
    below = [cell.text.strip() for cell in table.cells if cell.column == 0 and cell.row > full[0].row]
    return full[0].column == 1 and len(below) > 1 and all(map(_ROW_CODE.match, below))


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= 4 and text[0].isalpha() and not text.endswith((".", ",", ";"))


def _under_group(rows: Sequence[Row], cells: Sequence[Cell]) -> bool:
    """Whether the row stands right under a header row some of whose cells group several columns (`Timeline` over
    `2020-2025 | 2025-2030`), or is drawn as a header itself."""
    if not rows or rows[-1].kind != "header" or _is_numbered(filled(cells)):
        return False
    return all(cell.header for cell in filled(cells)) or any(cell.column_span > 1 for cell in filled(rows[-1].cells))


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


def _names_values(full: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """`Indicator | Q1 | Q2 | Q3` amid a table: what is counted, and the periods of its values."""
    first, *others = (header_role(header_text(cell), vocabulary) for cell in full)
    named = first is not None and first.role == "measure" and _is_sure(first)
    return named and len(others) > 1 and all(_is_period(cell, vocabulary) for cell in full[1:])


def _names_most(full: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a row below what a table says first names most of its columns, one of them a statement's: in a logical
    framework `Indicator | Baseline | Target | On track yes/no | Comments` below the row of the impact."""
    texts = [header_text(cell) for cell in full]
    if len(full) < _FEWEST_NAMES or any(len(text.split()) > _LONGEST_NAME or not text[:1].isupper() for text in texts):
        return False
    if len({text.casefold() for text in texts}) < len(texts) or any(text[-1] in ".;," for text in texts):
        return False
    roles = [role.role for text in texts if _is_sure(role := header_role(text, vocabulary)) and role is not None]
    return len(set(roles)) >= _FEWEST_SURE and 3 * len(roles) >= 2 * len(full) and not STATEMENTS.isdisjoint(roles)


def _sure_header(cells: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    full = filled(cells)
    sure = sum(_is_sure(header_role(header_text(cell), vocabulary)) for cell in full)
    marked = all(cell.header for cell in full)
    named = (sure == len(full) and (sure >= 2 or marked)) or (marked and sure >= 2 and sure * 2 >= len(full))
    return named or _names_values(full, vocabulary)


def _is_period(cell: Cell, vocabulary: Vocabulary) -> bool:
    role = header_role(header_text(cell), vocabulary)
    return role.role == "period" if role is not None else names_period(header_text(cell))


def _is_sure(role: HeaderRole | None) -> bool:
    return role is not None and role.strength >= _SURE and role.role != "period"
