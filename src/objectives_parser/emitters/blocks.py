"""The document's blocks as the layout saw them, a block a line: what a person compares when a reading went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from objectives_parser.document import Block, Cell, Document, Furniture, Heading, Line, ListItem, Paragraph, Table


def emit(document: Document, number: int | None) -> str:
    """Such as ``heading 1 | …``; a table's cells on lines of their own; a slash where a line ends in print."""
    return "".join(line + "\n" for block in document.blocks or () for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"heading {block.level} | {_lines(block.lines)}"
        case Paragraph():
            yield f"paragraph | {_lines(block.lines)}"
        case ListItem():
            yield f"{'  ' * block.level}item | {_lines(block.lines)}"
        case Furniture():
            yield f"furniture, {block.kind} | {_lines(block.lines)}"
        case Table():
            pages = f" on pages {', '.join(map(str, block.pages))}" if block.pages else ""
            yield f"table, {block.way}, {block.rows} rows, {block.columns} columns{pages}"
            yield from map(_cell, block.cells)
        case _:
            assert_never(block)


def _cell(cell: Cell) -> str:
    row, column = _span(cell.row, cell.row_span), _span(cell.column, cell.column_span)
    notes = ", ".join(name for name in ("header", "repaired") if getattr(cell, name))
    marks = f", {cell.marks} marks" if cell.marks else ""
    return f"  {row}:{column}{', ' * bool(notes)}{notes}{marks} | {_lines(cell.lines)}"


def _span(first: int, length: int) -> str:
    return str(first + 1) if length == 1 else f"{first + 1}-{first + length}"


def _lines(lines: tuple[Line, ...]) -> str:
    return " / ".join(line.text for line in lines)
