"""A table's rows as a recogniser meets them, the cells that hold words, and a header's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell

RowKind: TypeAlias = Literal["header", "section", "body", "empty"]


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
    text = " ".join(words).rstrip(":")
    # `Goal(s` / `) met` in a narrow column
    return readable(text.replace(" )", ")") if " )" in text else text)


def filled(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.filled]
