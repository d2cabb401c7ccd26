"""Forms → drafts: a table that reads downwards, a label in the first column and what it says beside it.

`Lead actors | …`, `Main objective | …`, `Milestones | …`: commitment templates, fact sheets, one-page objectives. A row
over the whole width names what the form is about; the rows serve it.
"""

from __future__ import annotations

from itertools import pairwise

import attrs

from objectives_parser.document import Cell, Table, Word
from objectives_parser.drafts import Context, Draft, Passage, Spot
from objectives_parser.labelling import labelled
from objectives_parser.recognizers.cell_passages import cell_passage, cell_text, cell_words
from objectives_parser.recognizers.completion_scales import is_scale, status_on_scale
from objectives_parser.recognizers.form_grids import FormGrid, form_grids
from objectives_parser.recognizers.form_labels import (
    level_of,
    meaning,
    names_subject,
    names_template,
    numbers_form,
    unnumbered,
)
from objectives_parser.recognizers.form_rows import STATED, FormRow, form_rows, is_sure
from objectives_parser.recognizers.form_signs import roles_of, tells_outcome
from objectives_parser.recognizers.inner_tables import InnerTable, inner_table, with_inner_field
from objectives_parser.recognizers.open_forms import FormField, OpenForm, closed, subject_of
from objectives_parser.recognizers.open_tables import SENTENCES
from objectives_parser.recognizers.rowfields import opening_state
from objectives_parser.recognizers.section_names import listed_kind
from objectives_parser.recognizers.wide_captions import (
    WideCaption,
    answer_apart,
    only_names,
    wide_captions,
    without_caption,
)
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Kind
from objectives_parser.roles import HeaderRole, header_role, printed_label
from objectives_parser.statements import Statement, block_statement, cell_statements
from objectives_parser.values import due_of_cell, is_date_only

_FEWEST_LABELS = 2
# "Commitment start and end date: July 2024 – June 2026", "Lead: Treasury" over the form's whole width
_FIELDS = frozenset({"owner", "due", "status", "note"})


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


@attrs.define(kw_only=True, eq=False)
class _FormReader:
    """The forms of one table, row by row. ``reports`` says that its labels ask what was reached, ``taken`` that a
    measure is one that is taken; ``inner`` is the table inside the form that stands open, ``printed`` the number
    over a form that no statement bears yet, ``opening`` the first label of the form and ``labels`` how many
    followed, ``above`` how many fields stood above the table's first statement; ``levels`` are the aims that stand
    open, each with its level (`Goal 1` over `Objective 1A`); ``ground`` is the colour under the last title."""

    table: Table
    number: int
    context: Context
    reports: bool
    taken: bool
    drafts: list[Draft] = attrs.field(factory=list)
    heading_words: list[Word] = attrs.field(factory=list)
    form: OpenForm = attrs.field(factory=OpenForm)
    opening: str = ""
    labels: int = 0
    above: int = 0
    inner: InnerTable | None = None
    printed: tuple[str, tuple[Word, ...]] | None = None
    levels: list[tuple[str, int]] = attrs.field(factory=list)
    grids: list[tuple[FormGrid, int | None]] = attrs.field(factory=list)
    captions: dict[int, WideCaption] = attrs.field(factory=dict)
    ground: str | None = None

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
            if row.number in self.captions:
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

    def close(self) -> None:
        """Ends the form: links its statements and hands out its fields."""
        self.drafts[self.form.first :] = closed(self.form, self.drafts[self.form.first :], self.context)
        self.form = OpenForm(first=len(self.drafts), aim_level=self.form.aim_level, under=self.form.under)

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

    def _label_text(self) -> str:
        return cell_text(self.form.label) if self.form.label is not None else ""

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

    # --- what opens a form: a row over its whole width, a number --------------------------------------------------

    def _wide(self, cell: Cell) -> None:
        """A row over the whole width opens a form: it states what the form is about."""
        text = cell_text(cell)
        role = header_role(text.rstrip(":"), self.context.vocabulary)
        if self._is_number(cell, text):
            return
        if self.form.title is not None and is_date_only(text):
            # `1 January 2023 – 31 December 2025` under a commitment's title: when it is carried out
            self._field("due", "", cell)
            return
        if is_sure(role) or len(text.split()) > 60 or names_template(text):
            self.heading_words.extend(cell_words(cell))
            return
        name, _, value = text.partition(": ")
        told = header_role(name, self.context.vocabulary) if value else None
        if told is not None and is_sure(told) and told.role in _FIELDS:
            words = cell_words(cell)
            self.heading_words.extend(words[: len(name.split())])
            passage = Passage(value, words[len(name.split()) :])
            self.form.fields.append(FormField(role=told.role, header=name, passage=passage))
            return
        if self.form.title is not None and (self._lists_in_card(cell) or self._describes(cell)):
            return
        self.close()
        self.ground = cell.fill
        own = printed_label(text, self.context.vocabulary)
        if own is not None and own.kind == "word" and own.role is None and own.end < len(text):
            self.heading_words.extend(cell_words(cell))  # `Theme: Public money` over the form's title
            return
        # `National Target 7` in a row of its own over the target
        label = printed_label(self.printed[0], self.context.vocabulary) if self.printed and own is None else own
        kind: Kind = STATED.get(label.role or "", "action") if label is not None else "action"
        self.form.title = self.add(block_statement(cell.lines), kind, cell, "form: title row")

    def _lists_in_card(self, cell: Cell) -> bool:
        """`Implementation steps` over bullets, in the lower part of a card below its facts: they serve what it is
        about."""
        starts = [at for at in range(len(cell.lines) - 1) if self._lists_from(cell, at)]
        for at, end in pairwise([*starts, len(cell.lines)]):
            part = attrs.evolve(cell, lines=cell.lines[at:end])
            kind = listed_kind(part, self.context)
            assert kind is not None
            self.heading_words.extend(part.lines[0].words)
            items = attrs.evolve(part, lines=part.lines[1:])
            for statement in cell_statements(items, self.context.names, "never"):
                self.add(statement, kind, cell, "form label: over its list")
        return bool(starts)

    def _lists_from(self, cell: Cell, at: int) -> bool:
        """Whether a line names the kind of the list below it."""
        line = cell.lines[at].text
        if not line[:1].isupper() or line[-1:] in ".;,":
            return False
        return listed_kind(attrs.evolve(cell, lines=cell.lines[at:]), self.context) is not None

    def _describes(self, cell: Cell) -> bool:
        """Whether a cell below the facts of a card, on another ground than its title, tells why."""
        text = cell_text(cell)
        return bool(self.form.fields) and cell.fill != self.ground and not tells(text) and text.rstrip()[-1:] == "."

    def _captioned(self, cell: Cell, caption: WideCaption) -> None:
        """`Recommendation: …` over the form's whole width; the title above it, if but a topic, groups it."""
        form, statement = self.form, block_statement(cell.lines)
        self.heading_words.extend(statement.words[: caption.count])
        rest = without_caption(statement, caption)
        if caption.kind is None:
            self.form.fields.append(
                FormField(role=caption.role, header=caption.name, passage=Passage(rest.text, rest.words))
            )
            return
        answer, rest = answer_apart(rest)
        if answer:
            passage = Passage(" ".join(word.text for word in answer).rstrip("."), answer)
            form.fields.append(FormField(role="status", header=caption.name, passage=passage))
        at = self.add(rest, caption.kind, cell, f"form label: {caption.name.casefold()}")
        if form.title == at - 1 and only_names(self.drafts[at - 1].text):
            self._title_groups(at)

    def _title_groups(self, at: int) -> None:
        """The title above a statement, if but a topic, is its group, and numbers it."""
        title, stated = self.drafts[at - 1], self.drafts.pop()
        self.heading_words.extend(title.words)
        self.drafts[at - 1] = attrs.evolve(
            stated, label=stated.label or title.label, category=Passage(title.text, title.words),
            label_words=(*stated.label_words, *title.label_words),
        )  # fmt: skip

    def _is_number(self, cell: Cell, text: str) -> bool:
        """`Action 2025-01`, `Performance measure 1.1` over a form: the number of what the form is about."""
        if not numbers_form(text, self.context):
            return False
        self.close()
        self.heading_words.extend(cell_words(cell))
        self.printed = (text, cell_words(cell))
        return True

    # --- values -----------------------------------------------------------------------------------------------------

    def _value(self, cell: Cell, role: HeaderRole | None, row: FormRow) -> None:
        if self._reports_result(role):
            state = opening_state(cell)
            if state is not None:
                self.form.fields.append(FormField(role="status", header="status", passage=state))
        name = self._told(cell, role)
        if name in STATED:
            self._statements(cell, STATED[name], role)
        elif name == "status" and (self.form.steps or is_scale(row.values)):
            self._scale(cell)
        else:
            self._field(name, self._label_text().rstrip(":"), cell)

    def _reports_result(self, role: HeaderRole | None) -> bool:
        """`Criterion | Target | Result`: what came of it, its state perhaps first. A result that opens the form
        (`Result | …` over `Measures | …`) is what it is about."""
        stated = len(self.drafts) > self.form.first or self.form.measured
        return role is not None and role.level == "result" and self.reports and stated

    def _told(self, cell: Cell, role: HeaderRole | None) -> str:
        """The role of a value: its label's, where neither the value nor the rest of the form speaks against it."""
        if role is None or self._reports_result(role):
            return "note"
        return meaning(cell, self._label_text(), role, self.form, taken=self.taken)

    def _field(self, name: str, header: str, cell: Cell) -> None:
        self.form.fields.append(FormField(role=name, header=header, passage=cell_passage(cell)))

    def _scale(self, cell: Cell) -> None:
        """A step of a scale of completion, or what tells under which step the form stands."""
        step = self.form.steps.get(cell.column)
        if step is None or step.row == cell.row:
            self.form.steps[cell.column] = cell
            self.heading_words.extend(cell_words(cell))
            return
        status = status_on_scale(cell, step)
        if status is not None:
            self.form.fields.append(status)

    # --- statements -------------------------------------------------------------------------------------------------

    def _statements(self, cell: Cell, kind: Kind, role: HeaderRole | None) -> None:
        form = self.form
        lofty = role is not None and role.level in ("ambition", "aim", "vision")
        if kind == "objective" and form.aim is not None and role is not None and lofty:
            self._field("note", role.term, cell)
            return
        label = self._label_text()
        for statement in cell_statements(cell, self.context.names, SENTENCES[kind]):
            at = self.add(statement, kind, cell, f"form label: {label}")
            if role is not None and role.role == "commitment-text" and self._names_only(at - 1):
                self._title_groups(at)  # `P7 – Quay Street` over `Description | Close the street to cars.`
                continue
            if kind == "action" and at == form.first and names_subject(label):
                form.title = at  # `Project title | …` opens the form and is what it is about
                self.drafts[at] = self._numbered(self.drafts[at])
            if kind == "objective" and form.aim is None:
                form.aim = at
                self.above = len(form.fields) if at == 0 else 0
                self.drafts[at] = self._numbered(self.drafts[at])

    def _names_only(self, at: int) -> bool:
        """Whether the draft at that position is a title over the form that only names what it is about."""
        if self.form.title != at or at < 0:
            return False
        title = self.drafts[at]
        return title.evidence == ("form: title row",) and title.label is not None and only_names(title.text)

    def _numbered(self, draft: Draft) -> Draft:
        """The form's aim or title with the number that its label bears: `Objective 3 | …`."""
        label = printed_label(self._label_text(), self.context.vocabulary) if self.form.label is not None else None
        if label is None or not label.number or self.form.label is None:
            return draft
        words = cell_words(self.form.label)
        return attrs.evolve(draft, label=label.text, label_words=words, level=label.level or draft.level)

    def add(self, statement: Statement, kind: Kind, cell: Cell, evidence: str) -> int:
        spot = Spot(table=self.number, first=cell.row, last=cell.row + cell.row_span - 1, column=cell.column,
                    cell=cell.row * self.table.columns + cell.column)  # fmt: skip
        draft = Draft(
            kind=kind, lines=statement.lines, text=statement.text, label_words=statement.marker, basis="table",
            evidence=(evidence,), score=0.9, spot=spot, fixed_parents=(), repaired=cell.repaired, place=cell.place,
        )  # fmt: skip
        draft = labelled(draft, self.context)
        if self.printed is not None and draft.label is None and self._is_of(kind, self.printed[0]):
            draft, self.printed = attrs.evolve(draft, label=self.printed[0], label_words=self.printed[1]), None
        self.drafts.append(draft)
        return len(self.drafts) - 1

    def _is_of(self, kind: Kind, number: str) -> bool:
        label = printed_label(number, self.context.vocabulary)
        role = label.role if label is not None and label.kind == "word" else None
        return kind == "measure" if role == "measure" else kind in ("action", "objective")
