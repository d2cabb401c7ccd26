"""A form's rows: the label in the first column with the role it speaks for, and the cells of what it says beside it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell, Table
from objectives_parser.drafts import Context
from objectives_parser.frozen import evolve
from objectives_parser.recognizers.columns import unbroken
from objectives_parser.recognizers.grid import filled
from objectives_parser.recognizers.label_stacks import parted_labels
from objectives_parser.recognizers.named_cells import named_cells
from objectives_parser.recognizers.names_over import names_over, rows_of_names
from objectives_parser.records import Kind
from objectives_parser.roles import HeaderRole, header_role, printed_label

# What the labels of a form state, by their roles
STATED: dict[str, Kind] = {
    "objective": "objective",
    "measure": "measure",
    "milestone": "milestone",
    "action": "action",
    "commitment-text": "action",
}
_LONGEST_LABEL = 9
_PAIRED = frozenset({"owner", "due", "start", "status"})
_SURE = 0.6
# What a target is set for and a result reported against: `Criterion | …` over `Target | …`
_CRITERION = regex.compile(r"(?:performance )?criteri(?:on|a)\W*\d*$", regex.IGNORECASE)


@attrs.frozen(kw_only=True, eq=False)
class FormRow:
    """One row of a form: its label cell with the label's role, and its value cells; or the one cell that takes up the
    table's whole width."""

    number: int
    label: Cell | None
    role: HeaderRole | None
    values: tuple[Cell, ...]
    wide: Cell | None = None


def form_rows(table: Table, context: Context) -> list[FormRow]:
    """The table's rows read as a form's; a label that spans several rows is the label of each."""
    starts: dict[int, list[Cell]] = {}
    for cell in filled(table.cells):
        starts.setdefault(cell.row, []).append(cell)
    labels, over = _labels(table), names_over(table, context)
    named = over or named_cells(table, context)
    found: list[FormRow] = []
    for number in sorted(starts.keys() - rows_of_names(over)):
        if number in named:
            pairs = named[number]
            found.extend(
                FormRow(number=number, label=name, role=label_role(name, context), values=(said,))
                for name, said in pairs
            )
            continue
        cells = sorted(starts[number], key=lambda cell: cell.column)
        wide = _wide_cell(cells, table.columns)
        label = None if wide else labels.get(number)
        values = tuple(cell for cell in cells if cell is not label and cell is not wide)
        role = label_role(label, context) if label else None
        row = FormRow(number=number, label=label, role=role, values=values, wide=wide)
        found.extend(part for pair in _pairs(row, context) for part in _parted(pair, context))
    return found


def _pairs(row: FormRow, context: Context) -> list[FormRow]:
    """The row as one for each of the labels side by side in it: `Timeframe | 6 months | Assigned to | Fire Marshal`."""
    if row.label is None or len(row.values) < 2:
        return [row]
    alternate = _alternate(row)
    if row.role is None and not alternate:
        return [row]
    look, (first, *others) = _look(row.label), row.values
    if _look(first) == look:
        return _plain_pairs(row, context)
    rows = [attrs.evolve(row, values=(first,))]
    for cell in others:
        role = label_role(cell, context) if _look(cell) == look and rows[-1].values else None
        if role is not None or (alternate and _look(cell) == look):
            rows.append(FormRow(number=row.number, label=cell, role=role, values=()))
        else:
            rows[-1] = attrs.evolve(rows[-1], values=(*rows[-1].values, cell))
    return [found for found in rows if found.values]


def _alternate(row: FormRow) -> bool:
    """Whether a row of four cells and more is set as label, value, label, value."""
    looks = [_look(cell) for cell in (row.label, *row.values) if cell is not None]
    return (
        len(looks) > 3
        and len(looks) % 2 == 0
        and len({*looks[::2]}) == len({*looks[1::2]}) == 1
        and looks[0] != looks[1]
    )


def _plain_pairs(row: FormRow, context: Context) -> list[FormRow]:
    """The row as two if it reads `Lead | Fire Marshal | Timeframe | 6 months`, nothing of which is set apart."""
    if row.role is None or row.role.role not in _PAIRED or len(row.values) != 3:
        return [row]
    said, label, value = row.values
    role = label_role(label, context)
    named = {found.role for found in (label_role(said, context), label_role(value, context)) if found is not None}
    if role is None or role.role not in _PAIRED or named - {"period"}:
        return [row]
    return [attrs.evolve(row, values=(said,)), FormRow(number=row.number, label=label, role=role, values=(value,))]


def _look(cell: Cell) -> tuple[str | None, bool]:
    """How a cell is set: its ground, and whether its words are bold."""
    return cell.fill, all(word.bold for line in cell.lines for word in line.words)


def _labels(table: Table) -> dict[int, Cell]:
    """The cell of the first column that stands in each row."""
    labels: dict[int, Cell] = {}
    for cell in filled(table.cells):
        if cell.column == 0 and cell.column_span < table.columns:
            labels.update((row, cell) for row in range(cell.row, cell.row + cell.row_span))
    return labels


def _wide_cell(cells: Sequence[Cell], columns: int) -> Cell | None:
    """The one cell of a row that takes up the table's whole width."""
    alone = len(cells) == 1 and cells[0].column == 0 and cells[0].column_span == columns > 1
    return cells[0] if alone else None


def _parted(row: FormRow, context: Context) -> list[FormRow]:
    """The row as one for each of the labels that stand one under the other in its first cell."""
    if row.label is None or len(row.values) != 1:
        return [row]
    parts = [(label, label_role(label, context), value) for label, value in parted_labels(row.label, row.values[0])]
    if not all(role for _, role, _ in parts):
        return [row]
    return [evolve(row, label=label, role=role, values=(value,)) for label, role, value in parts]


def may_label(text: str, context: Context) -> bool:
    """Whether a first cell is short enough to name what stands beside it, and is no numbered item of a nested table."""
    label = printed_label(text, context.vocabulary)
    numbered = label is not None and label.kind == "number" and label.end < len(text)
    return len(text.split()) <= _LONGEST_LABEL and not numbered


def label_role(cell: Cell, context: Context) -> HeaderRole | None:
    """The role that a label surely speaks for, its number left out (`Milestone 2:`)."""
    text = " ".join(word.text for line in cell.lines for word in line.words).rstrip(":")
    if len(text.split()) > _LONGEST_LABEL:
        return None
    if _CRITERION.match(text):
        return HeaderRole(role="objective", level="objective", strength=0.8, term="criterion")
    label = printed_label(text, context.vocabulary)
    role = header_role(text, context.vocabulary)
    if not is_sure(role) and len(cell.lines) > 1:
        role = header_role(unbroken(cell).rstrip(":"), context.vocabulary)  # `Milestone` / `s` in a narrow column
    if not is_sure(role) and label is not None and label.kind == "word" and label.end >= len(text):
        named = text[: text.rfind(label.number)] if label.number else text
        role = header_role(named.rstrip(" #.:)"), context.vocabulary)
    return role if is_sure(role) else None


def is_sure(role: HeaderRole | None) -> bool:
    """Whether a label or a header speaks for a role, and not only by a word that it may have by chance."""
    return role is not None and role.strength >= _SURE
