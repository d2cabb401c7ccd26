"""One worksheet's XML → a Sheet."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from objectives_parser.document import Finding
from objectives_parser.readers.archives import attribute, child, local
from objectives_parser.readers.composing import Run
from objectives_parser.readers.numbers import printed
from objectives_parser.readers.parting import Place, SheetCell
from objectives_parser.readers.sheets import Sheet
from objectives_parser.readers.xlsx.strings import Rich, broken_lines, rich_text, unescaped
from objectives_parser.readers.xlsx.styles import CellStyle, CellStyles

if TYPE_CHECKING:
    from lxml import etree

REFERENCE = re.compile(r"^\$?([A-Z]{1,3})\$?(\d{1,7})$")
MAX_COLUMN = 16_384
ON = frozenset({"1", "true"})


@attrs.frozen(kw_only=True)
class Workbook:
    """What a workbook's sheets share."""

    strings: list[Rich]
    styles: CellStyles
    since_1904: bool = False


def read_sheet(
    root: etree._Element, name: str, number: int, workbook: Workbook
) -> tuple[Sheet, int, tuple[Finding, ...]]:
    """A worksheet → the sheet, how many cells it lists, and what is odd about it."""
    cells: dict[Place, SheetCell] = {}
    hidden: set[int] = set()
    count = unknown = 0
    for row, row_hidden, elements in _rows(child(root, "sheetData")):
        if row_hidden:
            hidden.add(row)
        for column, element in _row_cells(elements):
            count += 1
            style = workbook.styles.at(attribute(element, "s"))
            lines = broken_lines(_runs(element, style, workbook))
            if any(run.text.strip() for line in lines for run in line):
                cells[row, column] = SheetCell(lines=lines, fill=style.fill)
            elif child(element, "f") is not None and not _has_value(element):
                unknown += 1
    sheet = Sheet(
        name=name,
        number=number,
        cells=cells,
        merges=dict(_merges(root)),
        hidden_rows=frozenset(hidden),
        hidden_columns=_hidden_columns(root),
    )
    return sheet, count, _unknown_values(name, number, unknown)


def _has_value(element: etree._Element) -> bool:
    stored = child(element, "v")
    return stored is not None and bool(stored.text)


def _unknown_values(name: str, number: int, count: int) -> tuple[Finding, ...]:
    if not count:
        return ()
    message = f"Sheet {name}: {count} formulas have no stored value; open and save the file in its program."
    return (Finding(code="formula-without-value", message=message, pages=(number,)),)


def _rows(data: etree._Element | None) -> Iterator[tuple[int, bool, etree._Element]]:
    """Rows with their number from 0, hidden or not; a row without a number follows the one before."""
    number = -1
    for row in data if data is not None else ():
        if local(row) == "row":
            stated = attribute(row, "r") or ""
            number = int(stated) - 1 if stated.isdigit() and len(stated) < 9 else number + 1
            flat = attribute(row, "ht") == "0" and attribute(row, "customHeight") in ON
            yield number, attribute(row, "hidden") in ON or flat, row


def _row_cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    column = -1
    for element in row:
        if local(element) == "c":
            place = reference(attribute(element, "r") or "")
            column = place[1] if place else column + 1
            yield column, element


def reference(text: str) -> Place | None:
    """``B4`` → (3, 1)."""
    match = REFERENCE.match(text)
    if not match:
        return None
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match.group(2)) - 1, column - 1


def _runs(element: etree._Element, style: CellStyle, workbook: Workbook) -> Rich:
    """A cell's stored value in the cell's own style."""
    kind = attribute(element, "t") or "n"
    if kind == "inlineStr":
        inline = child(element, "is")
        runs = rich_text(inline) if inline is not None else ()
    else:
        stored = child(element, "v")
        text = (stored.text or "").strip() if stored is not None else ""
        runs = _stored(text, stored, kind, style, workbook)
    return tuple(attrs.evolve(run, bold=run.bold or style.bold, size=style.size) for run in runs)


def _stored(text: str, stored: etree._Element | None, kind: str, style: CellStyle, workbook: Workbook) -> Rich:
    match kind:
        case "s":
            index = int(text) if text.isdigit() and len(text) < 9 else -1
            return workbook.strings[index] if 0 <= index < len(workbook.strings) else ()
        case "b":
            return (Run(text="TRUE" if text == "1" else "FALSE"),)
        case "str" | "e":
            return (Run(text=unescaped((stored.text or "") if stored is not None else "")),)
        case "d":
            return (Run(text=text.replace("T00:00:00", "").removesuffix(".000")),)
        case _:
            return (Run(text=_number(text, style, workbook)),) if text else ()


def _number(text: str, style: CellStyle, workbook: Workbook) -> str:
    try:
        value = float(text)
    except ValueError:
        return text
    return printed(value, style.code, workbook.since_1904) if math.isfinite(value) else text


def _merges(root: etree._Element) -> Iterator[tuple[Place, Place]]:
    ranges = child(root, "mergeCells")
    for entry in ranges if ranges is not None else ():
        first, _, last = (attribute(entry, "ref") or "").partition(":")
        start, end = reference(first), reference(last or first)
        if start and end:
            yield start, end


def _hidden_columns(root: etree._Element) -> frozenset[int]:
    hidden: set[int] = set()
    columns = child(root, "cols")
    for entry in columns if columns is not None else ():
        first, last = attribute(entry, "min") or "", attribute(entry, "max") or ""
        if (
            (attribute(entry, "hidden") in ON or attribute(entry, "width") == "0")
            and first.isdigit()
            and last.isdigit()
        ):
            hidden.update(range(int(first) - 1, min(int(last[:6]), MAX_COLUMN)))
    return frozenset(hidden)
