"""Forms → drafts: a table that reads downwards, a label in the first column and what it says beside it.

`Lead actors | …`, `Main objective | …`, `Milestones | …`: commitment templates, fact sheets, one-page objectives. A row
over the whole width names what the form is about; the rows serve it.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Table, Word
from objectives_parser.drafts import Context, Draft
from objectives_parser.recognizers.cell_passages import cell_text, cell_words
from objectives_parser.recognizers.form_grids import FormGrid, form_grids
from objectives_parser.recognizers.form_labels import level_of, names_subject, unnumbered
from objectives_parser.recognizers.form_rows import STATED, FormRow, form_rows
from objectives_parser.recognizers.form_signs import roles_of, tells_outcome
from objectives_parser.recognizers.form_titles import FormTitles
from objectives_parser.recognizers.inner_tables import InnerTable, inner_table, with_inner_field
from objectives_parser.recognizers.open_forms import subject_of
from objectives_parser.recognizers.wide_captions import wide_captions
from objectives_parser.records import Kind
from objectives_parser.roles import printed_label
from objectives_parser.statements import Statement, block_statement, cell_statements
from objectives_parser.values import due_of_cell, is_date_only

_FEWEST_LABELS, _LONGEST_SECTION = 2, 6


@attrs.frozen(kw_only=True, eq=False)
class FormReading:
    """The drafts of a form, the words of its labels, and whether it says itself what it is about; the tables inside it,
    each with the position of the draft that it serves."""

    drafts: tuple[Draft, ...] = ()
    heading_words: tuple[Word, ...] = ()
    titled: bool = True
    grids: tuple[tuple[FormGrid, int | None], ...] = ()


def read_form(
    table: Table, number: int, context: Context, title: Statement | None = None, *, kind: Kind = "action"
) -> FormReading:
    """The drafts of a form. ``fixed_parents`` count from the form's first draft. ``title`` is the commitment that the
    heading over the form names, or the aim, if that is its ``kind``."""
    rows = form_rows(table, context)
    roles = roles_of(rows)
    reader = _FormReader(
        table=table,
        number=number,
        context=context,
        reports=bool(roles & {"target", "status", "measure"}) or tells_outcome(table, rows, context),
        taken=bool(roles & {"owner", "due", "category"}) and not roles & {"target", "baseline", "action"},
    )
    reader.sections = _sections(rows)
    if title is not None:
        reader.form.title = reader.add(title, kind, table.cells[0], "heading: over its form")
    reader.captions = wide_captions(rows, context)
    inside = {number: grid for grid in form_grids(table, rows, context) for number in grid.rows}
    for row in rows:
        if row.number in inside:
            reader.grid(inside[row.number], row)
        else:
            reader.row(row)
    titled = reader.form.title is not None or reader.form.first > 0
    reader.close()
    return FormReading(
        drafts=tuple(reader.drafts),
        heading_words=tuple(reader.heading_words),
        titled=titled,
        grids=tuple(reader.grids),
    )


def _sections(rows: Sequence[FormRow]) -> frozenset[int]:
    """The rows over the whole width that only part a form which names its subject in a labelled row (`Action name |
    …`): short, two at least, and all on one ground (`Assessing the risk`, `Plan for implementation`)."""
    named = any(
        row.role is not None and row.role.role == "action" and row.values and names_subject(cell_text(row.label))
        for row in rows
        if row.label is not None
    )
    wide = [row for row in rows if row.wide is not None]
    alike = len({row.wide.fill for row in wide if row.wide is not None}) == 1
    short = all(len(cell_text(row.wide).split()) <= _LONGEST_SECTION for row in wide if row.wide is not None)
    return frozenset(row.number for row in wide) if named and alike and short and len(wide) > 1 else frozenset()


@attrs.define(kw_only=True, eq=False)
class _FormReader(FormTitles):
    """Reads rows. ``opening`` is the first label of the form that stands open and ``labels`` how many followed;
    ``sections`` are the rows that only part it; ``inner`` is the table inside the form that stands open; ``levels`` are
    the aims that stand open, each with its level (`Goal 1` over `Objective 1A`)."""

    opening: str = ""
    labels: int = 0
    sections: frozenset[int] = frozenset()
    inner: InnerTable | None = None
    levels: list[tuple[str, int]] = attrs.field(factory=list)
    grids: list[tuple[FormGrid, int | None]] = attrs.field(factory=list)

    def grid(self, grid: FormGrid, row: FormRow) -> None:
        """A row of a table inside the form, which is read by its own header; with its first, the form has it."""
        if any(found is grid for found, _ in self.grids):
            return
        self.inner = None
        if row.label is not None and row.label.row_span > 1:
            self.heading_words.extend(cell_words(row.label))
        self._opens_another(row)
        self.grids.append((grid, subject_of(self.form, self.drafts)))

    def row(self, row: FormRow) -> None:
        """Reads the next row."""
        if row.wide is not None:
            self.inner = None
            if row.number in self.sections:
                self.heading_words.extend(cell_words(row.wide))
            elif row.number in self.captions:
                self._captioned(row.wide, self.captions[row.number])
            else:
                self._wide(row.wide)
            return
        if row.label is not None and not row.values and self._is_number(row.label, cell_text(row.label)):
            return
        if self._dated_step(row):
            return
        self._opens_another(row)
        if self.inner is not None and row.label is not None and row.role is None:
            self._inner_row(row, self.inner)
            return
        self.inner = inner_table(row, self.context)
        if self.inner is not None:
            for cell in (row.label, *row.values):
                self.heading_words.extend(cell_words(cell) if cell is not None else ())
            return
        self._labelled_row(row)

    def _dated_step(self, row: FormRow) -> bool:
        """`Milestone 2: Launch the portal | July to December 2026`: a step that its own label names, and its date."""
        named = row.role is not None and row.role.role != "note"
        if row.label is None or named or not row.values or self.form.title is None:
            return False
        label = printed_label(cell_text(row.label), self.context.vocabulary)
        stated = label is not None and bool(label.number) and label.end < len(cell_text(row.label))
        if label is None or not stated or not all(is_date_only(cell_text(value)) for value in row.values):
            return False
        kind = STATED.get(label.role or "", "milestone")
        at = self.add(block_statement(row.label.lines), kind, row.label, "form: step")
        due = due_of_cell(cell_text(row.values[-1]), self.context.fiscal)
        self.drafts[at] = attrs.evolve(self.drafts[at], due=due, due_words=cell_words(row.values[-1]))
        return True

    def _labelled_row(self, row: FormRow) -> None:
        if row.label is not None and row.label is not self.form.label:
            self.form.open_label(row.label, row.role)
            self.heading_words.extend(cell_words(row.label))
        if row.label is None and self.form.role is None:
            return
        for cell in row.values:
            self._value(cell, self.form.role, row)

    def _opens_another(self, row: FormRow) -> None:
        """Forms one under the other: the label that opened one opens the next (`Criterion`, `Target`, `Result`,
        `Criterion`, …), whatever its number (`Objective 1`, `Measures`, `Milestones`, `Objective 2`, …)."""
        label = unnumbered(cell_text(row.label)) if row.label is not None and row.label.row == row.number else ""
        if not label or row.label is self.form.label:
            return
        if (self.opening == label and self.labels > 1) or self._numbers_another_aim(row, label):
            self.close()
        self._opens_level(row)
        if self.form.label is None:
            self.opening, self.labels = label, 0
        self.labels += label != unnumbered(self._label_text())

    def _numbers_another_aim(self, row: FormRow, label: str) -> bool:
        """`Objective 2` below `Objective 1`, which had `Name` and `Department` above it: the next form. What stood
        above the first aim is said of all."""
        aim = self.form.aim
        before = self.drafts[aim].label if aim is not None else None
        if before is None or row.label is None or unnumbered(before) != label or self.labels < _FEWEST_LABELS:
            return False
        if before.casefold() == cell_text(row.label).casefold().rstrip(" :."):
            return False
        del self.form.fields[: self.above]
        return True

    def _opens_level(self, row: FormRow) -> None:
        """`Goal 1`, `Objective 1A`, `Tasks`, `Objective 1B`, `Tasks`: an aim of another level begins a form of its own,
        and serves the aim of the level above it."""
        standing = [level for level, _ in self.levels]
        level = level_of(row, self.form, standing, self.context)
        if level is None or self.form.title is not None:
            return
        if self.form.aim is not None:
            self.levels.append((self.form.aim_level or "", self.form.aim))
            self.close()
        known = [other for other, _ in self.levels]
        if level in known:
            del self.levels[known.index(level) :]
        self.form.aim_level = level
        self.form.under = self.levels[-1][1] if self.levels else None

    def _inner_row(self, row: FormRow, table: InnerTable) -> None:
        cells = [cell for cell in (row.label, *row.values) if cell is not None]
        stated = next((cell for cell in cells if cell.column == table.column), None)
        if row.label is None or stated is None:
            return
        for statement in cell_statements(stated, self.context.names, "never"):
            at = self.add(statement, table.kind, stated, f"form label: {table.role.term}")
            if stated is not row.label and self.drafts[at].label is None:
                label, words = cell_text(row.label), cell_words(row.label)
                self.drafts[at] = attrs.evolve(self.drafts[at], label=label.rstrip(".:"), label_words=words)
            for cell in row.values:
                self.drafts[at] = with_inner_field(self.drafts[at], table, cell, self.context)
