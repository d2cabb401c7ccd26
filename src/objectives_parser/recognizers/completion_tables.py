"""Tables that only tell how far what is listed above has come: its numbers down the side, steps of a scale across, and
a tick in each row (`4.1. Inventory | Not started | Limited | Substantial | Complete`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from objectives_parser import late as regex
from objectives_parser.document import Cell, Table
from objectives_parser.drafts import Draft, Passage
from objectives_parser.recognizers.cell_passages import cell_text
from objectives_parser.recognizers.completion_scales import status_on_scale

_STEPS = regex.compile(
    r"not started|limited|substantial|(?:partially |fully )?completed?|none|withdrawn|delayed|on track|in progress|"
    r"partial|ongoing|ahead of schedule|behind schedule|unclear|full",
    regex.IGNORECASE,
)
_FEWEST_STEPS = 3
_HEAD_ROWS = 3
_NUMBER = regex.compile(r"\(?(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}|\p{Ll})[.):]*\s")


def completion_told(table: Table, drafts: Sequence[Draft]) -> Mapping[int, Passage] | None:
    """The states that a table's rows give to the statements with their numbers; None for any other table."""
    steps = _steps(table)
    if len(steps) < _FEWEST_STEPS or not drafts:
        return None
    head = max(cell.row for cell in steps.values())
    names = [cell for cell in table.cells if cell.column == 0 and cell.row > head and cell.lines]
    told: dict[int, Passage] = {}
    known = 0
    for name in names:
        at = _numbered(cell_text(name), drafts)
        if at is None:
            continue
        known += 1
        state = _state(table, name, steps)
        if state is not None:
            told[at] = state
    return told if 2 * known > len(names) > 1 else None


def _steps(table: Table) -> dict[int, Cell]:
    """The cells that name the steps of the scale, by their columns."""
    heads = (cell for cell in table.cells if cell.row < _HEAD_ROWS and cell.column and cell.lines)
    return {cell.column: cell for cell in heads if _STEPS.fullmatch(cell_text(cell))}


def _numbered(text: str, drafts: Sequence[Draft]) -> int | None:
    """The nearest statement above with the number that a row begins with: `Commitment 4` for `4. Overall`."""
    found = _NUMBER.match(text)
    if found is None:
        return None
    number = found.group("number")
    for at in range(len(drafts) - 1, -1, -1):
        label = drafts[at].label or ""
        if label == number or label.endswith(f" {number}"):
            return at
    return None


def _state(table: Table, name: Cell, steps: Mapping[int, Cell]) -> Passage | None:
    """The step that is ticked beside a row's name; None where none or several are."""
    ticked = [
        field.passage
        for cell in table.cells
        if cell.row == name.row and cell.column in steps and (cell.lines or cell.marks)
        if (field := status_on_scale(cell, steps[cell.column])) is not None and not field.letters
    ]
    return ticked[0] if len(ticked) == 1 else None
