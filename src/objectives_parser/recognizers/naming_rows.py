"""Rows that name the rows below them: a cell over the table's width, a letter and a name, a short name alone."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Table
from objectives_parser.recognizers.grid import Row, filled
from objectives_parser.roles import is_imperative

_MOST_NAMING, _MOST_NAME, _MOST_SPANNING = 6, 8, 20
_COLOR = regex.compile(r"#[0-9A-Fa-f]{6}")
_DARK = 110  # of 255
_NUMBER_OF_ROW = regex.compile(
    r"(?:(?P<deep>\d{1,2}\.\d{1,2})[.)]?|(?P<roman>\(?[ivx]{1,4}[.)])|"
    r"\(?(?P<letter>\p{L})[.):]|\(?(?P<number>\d{1,2})[.):]?)$"
)
_LETTER = regex.compile(r"(?:\p{Lu}|[IVX]{1,4}|\d{1,2})[.)]?$")


def with_naming_rows(rows: list[Row]) -> list[Row]:
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


def with_group_rows(rows: list[Row]) -> list[Row]:
    """Rows that only name the rows below them are section rows: a short text alone in the first column, over rows whose
    first cells are indented, or in bold or italics over rows that are not."""
    return [
        attrs.evolve(row, kind="section")
        if row.kind == "body" and (_groups(row, following) or _is_banner(row, rows[at + 1 : at + 4]))
        else row
        for at, (row, following) in enumerate(zip(rows, [*rows[1:], None], strict=True))
    ]


def _is_banner(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row holds one cell alone, in bold or light letters on a ground that the next row of several cells has
    not: `Goal: Safe streets` over the width, its other cells drawn but empty."""
    full = filled(row.cells)
    if len(full) != 1 or full[0].column or full[0].fill is None or len(filled(row.covering)) != 1:
        return False
    under = next((filled(other.cells) for other in below if len(filled(other.cells)) > 1), None)
    if under is None or under[0].column or under[0].fill == full[0].fill:
        return False
    words, first = [word for line in full[0].lines for word in line.words], under[0].lines[0].words[0]
    light = _is_dark(full[0].fill) and not _is_dark(under[0].fill) and all(word.color != first.color for word in words)
    return light or (all(word.bold for word in words) and not first.bold)


def _is_dark(color: str | None) -> bool:
    """Whether letters on a ground have to be light to be read."""
    if color is None or _COLOR.fullmatch(color) is None:
        return False  # a workbook names the colours of its theme
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return 0.3 * red + 0.6 * green + 0.1 * blue < _DARK


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
    most = _MOST_NAME if full[0].column_span == 1 else _MOST_SPANNING  # what reaches over columns may say more
    if not below or len(filled(following.cells)) < 2 or len(full[0].text.split()) > most:
        return False
    one, other = full[0].lines[0].words[0], below[0].lines[0].words[0]
    indented = one.bbox is not None and other.bbox is not None and 5.0 < other.bbox[0] - one.bbox[0] < 60.0
    return indented or (one.bold and not other.bold) or (_in_italics(full[0]) and not other.italic)


def _in_italics(cell: Cell) -> bool:
    return all(word.italic for line in cell.lines for word in line.words)


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


def section_cell(row: Row) -> Cell:
    """The cell of a section row that names the section: behind its letter, where it has one."""
    full = filled(row.cells)
    return full[1] if len(full) > 1 and _LETTER.match(full[0].text.strip()) else full[0]


def is_lettered_section(full: Sequence[Cell], covering: Sequence[Cell], table: Table) -> bool:
    """`A | Financial stewardship` with the name over all the columns behind the letter."""
    if len(full) != 2 or len(filled(covering)) != 2 or not _LETTER.match(full[0].text.strip()):
        return False
    name = full[1]
    wide = name.column_span >= 3 and name.column + name.column_span >= table.columns
    return wide and name.row_span == full[0].row_span == 1 and full[0].column == 0 and not is_imperative(name.text)


def is_section_row(full: Sequence[Cell], covering: Sequence[Cell], table: Table) -> bool:
    """Whether the row is one cell that stands over the rows below: it spans (nearly) the whole table."""
    if len(full) != 1 or len(filled(covering)) != 1 or table.columns < 2:
        return False
    cell = full[0]
    if cell.row_span > 1:
        return False
    return cell.column_span >= max(2, table.columns - 1) or (cell.column_span * 2 > table.columns and cell.column == 0)
