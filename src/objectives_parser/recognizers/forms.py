"""Forms → drafts: a table that reads downwards, a label in the first column and what it says beside it.

`Lead actors | …`, `Main objective | …`, `Milestones | …`: commitment templates, fact sheets, one-page objectives. A row
over the whole width names what the form is about; the rows serve it.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import regex

from objectives_parser.document import Cell, Table, Word
from objectives_parser.drafts import Context, Draft, Passage, Spot
from objectives_parser.labelling import labelled
from objectives_parser.layout.wrapping import starts_item
from objectives_parser.recognizers.grid import filled
from objectives_parser.recognizers.label_stacks import parted_labels
from objectives_parser.recognizers.rowfields import opening_state, with_target
from objectives_parser.recognizers.wordings import is_rank
from objectives_parser.records import Kind
from objectives_parser.roles import HeaderRole, header_role, is_imperative, printed_label
from objectives_parser.statements import SentencePolicy, Statement, block_statement, cell_statements, text_of
from objectives_parser.values import due_of_cell, is_date_only

_STATEMENTS: dict[str, Kind] = {
    "objective": "objective",
    "measure": "measure",
    "milestone": "milestone",
    "action": "action",
    "commitment-text": "action",
}
# What a target is set for and a result reported against: `Criterion | …` over `Target | …`
_CRITERION = regex.compile(r"(?:performance )?criteri(?:on|a)\W*\d*$", regex.IGNORECASE)
# "Measure", "Name of the measure": of something, or one that is taken
_BARE_MEASURE = regex.compile(r"^(?:(?:name|title) of (?:the )?)?measure(?: (?:name|title))?\W*$", regex.IGNORECASE)
# "Project title", "Action 4", "Number and name of the commitment": the form's first row says what it is about
_NAMES = regex.compile(
    r"\b(?:title|name|action|commitment|project|measure|recommendation|initiative|intervention)"
    r"(?: (?:no\.? ?)?\d+)?\W*$",
    regex.IGNORECASE,
)
# "Action 2025-01", "Project No. 7", "Strategy A-3"
_NUMBERED = regex.compile(
    r"(?:(?:mitigation|adaptation|priority|proposed|corrective) )?"
    r"(?:action|project|measure|initiative|strategy|objective|goal) "
    r"(?:item )?(?:no\.? ?|number |#)?[\p{Lu}\d]{1,5}(?:[-.–][\p{Lu}\d]{1,5}){0,3}$",
    regex.IGNORECASE,
)
_LETTERS = regex.compile(r"\(?[a-z]\)?(?:\s*(?:,|and|&)\s*\(?[a-z]\)?)*[.]?$", regex.IGNORECASE)
_TICKS = frozenset(
    "✓✔☑☒✗✘xX●■•√þ\uf0fc\uf0fe\uf052\uf050"
)  # the last ones are Wingdings, which text keeps as they are coded


@attrs.frozen(kw_only=True, eq=False)
class FormReading:
    """The drafts of a form, and the words of its labels."""

    drafts: tuple[Draft, ...] = ()
    heading_words: tuple[Word, ...] = ()


@attrs.frozen(kw_only=True, eq=False)
class _Row:
    """One row of a form: its label cell with the label's role, and its value cells."""

    number: int
    label: Cell | None
    role: HeaderRole | None
    values: tuple[Cell, ...]
    wide: Cell | None = None


def is_form(table: Table, context: Context) -> bool:
    """Whether the table reads downwards: most of its labelled rows have a header word in the first column, two of
    different roles at least, and its first row with several cells is no header row."""
    rows = [
        row
        for row in _rows(table, context)
        if row.wide is None and row.label is not None and row.values and _may_label(_text(row.label), context)
        and not (row.label.header and all(value.header for value in row.values))
    ]  # fmt: skip
    known = [row for row in rows if row.role is not None]
    roles = {row.role.role for row in known if row.role is not None}
    if not rows or len(known) < 2 or len(roles) < 2 or len(known) * 2 < len(rows):
        return False
    return not _has_header_row(rows, context) and bool(roles & set(_STATEMENTS) or "owner" in roles)


def _may_label(text: str, context: Context) -> bool:
    """Whether a first cell is short enough to name what stands beside it, and is no numbered item of a nested table."""
    label = printed_label(text, context.vocabulary)
    return len(text.split()) <= 9 and not (label is not None and label.kind == "number" and label.end < len(text))


def _has_header_row(rows: Sequence[_Row], context: Context) -> bool:
    """Whether the first row names three columns or more (`Action | Lead | Due | More`): such a table reads across."""
    first = rows[0]
    named = [cell for cell in first.values if _role(cell, context) is not None]
    return len(named) >= 2 and len(named) * 2 > len(first.values)


def _rows(table: Table, context: Context) -> list[_Row]:
    starts: dict[int, list[Cell]] = {}
    for cell in filled(table.cells):
        starts.setdefault(cell.row, []).append(cell)
    labels: dict[int, Cell] = {}
    for cell in filled(table.cells):
        if cell.column == 0 and cell.column_span < table.columns:
            labels.update((row, cell) for row in range(cell.row, cell.row + cell.row_span))
    found: list[_Row] = []
    for number in sorted(starts):
        cells = sorted(starts[number], key=lambda cell: cell.column)
        wide = (
            cells[0] if len(cells) == 1 and cells[0].column == 0 and cells[0].column_span == table.columns > 1 else None
        )
        label = None if wide else labels.get(number)
        values = tuple(cell for cell in cells if cell is not label and cell is not wide)
        row = _Row(number=number, label=label, role=_role(label, context) if label else None, values=values, wide=wide)
        found.extend(_parted(row, context))
    return found


def _parted(row: _Row, context: Context) -> list[_Row]:
    """The row as one for each of the labels that stand one under the other in its first cell."""
    if row.label is None or len(row.values) != 1:
        return [row]
    parts = [(label, _role(label, context), value) for label, value in parted_labels(row.label, row.values[0])]
    if not all(role for _, role, _ in parts):
        return [row]
    return [attrs.evolve(row, label=label, role=role, values=(value,)) for label, role, value in parts]


def _role(cell: Cell, context: Context) -> HeaderRole | None:
    text = " ".join(word.text for line in cell.lines for word in line.words).rstrip(":")
    if len(text.split()) > 9:
        return None
    if _CRITERION.match(text):
        return HeaderRole(role="objective", level="objective", strength=0.8, term="criterion")
    label = printed_label(text, context.vocabulary)
    role = header_role(text, context.vocabulary)
    if (role is None or role.strength < 0.6) and label is not None and label.kind == "word" and label.end >= len(text):
        role = header_role(regex.sub(r"[\d.:)]+$", "", text).strip(), context.vocabulary)
    return role if role is not None and role.strength >= 0.6 else None


def read_form(table: Table, number: int, context: Context) -> FormReading:
    """The drafts of a form. ``fixed_parents`` count from the form's first draft."""
    reader = _FormReader(table=table, number=number, context=context)
    rows = _rows(table, context)
    reader.reports = any(row.role is not None and row.role.role in ("target", "status", "measure") for row in rows)
    roles = {row.role.role for row in rows if row.role is not None}
    reader.taken = bool(roles & {"owner", "due", "category"}) and not roles & {"target", "baseline"}
    for row in rows:
        reader.row(row)
    reader.close()
    return FormReading(drafts=tuple(reader.drafts), heading_words=tuple(reader.heading_words))


_METHOD = regex.compile(r"method|demonstrated through|survey question|evidence$")


@attrs.define(kw_only=True, eq=False)
class _FormReader:
    table: Table
    number: int
    context: Context
    drafts: list[Draft] = attrs.field(factory=list)
    heading_words: list[Word] = attrs.field(factory=list)
    title: int | None = None
    aim: int | None = None
    first: int = 0
    last_label: Cell | None = None
    last_role: HeaderRole | None = None
    columns: dict[int, Cell] = attrs.field(factory=dict)
    fields: list[tuple[str, str, Passage]] = attrs.field(factory=list)
    reports: bool = False
    taken: bool = False
    measured: bool = False
    opening: str = ""
    labels: int = 0
    nested: tuple[HeaderRole, dict[int, str]] | None = None
    printed: tuple[str, tuple[Word, ...]] | None = None

    def row(self, row: _Row) -> None:
        if row.wide is not None:
            self.nested = None
            self._wide(row.wide)
            return
        if row.label is not None and not row.values and self._is_number(row.label, _text(row.label)):
            return
        self._opens_another(row)
        if self.nested is not None and row.label is not None and row.role is None:
            self._nested_row(row)
            return
        self.nested = self._nested_header(row)
        if self.nested is not None:
            for cell in (row.label, *row.values):
                self.heading_words.extend(_words(cell) if cell is not None else ())
            return
        if row.label is not None and row.label is not self.last_label:
            self.last_label, self.last_role, self.columns = row.label, row.role, {}
            self.heading_words.extend(_words(row.label))
        if row.label is None and self.last_role is None:
            return
        for cell in row.values:
            self._value(cell, self.last_role, row)

    def _opens_another(self, row: _Row) -> None:
        """Forms one under the other: the label that opened one opens the next (`Criterion`, `Target`, `Result`,
        `Criterion`, …)."""
        label = _text(row.label).casefold() if row.label is not None and row.label.row == row.number else ""
        if not label or row.label is self.last_label:
            return
        if self.opening == label and self.labels > 1:
            self.close()
        if self.last_label is None:
            self.opening, self.labels = label, 0
        self.labels += label != (_text(self.last_label).casefold() if self.last_label is not None else "")

    # --- a table inside the form: `Milestones | Start date | End date` over its rows ---------------------------------

    def _nested_header(self, row: _Row) -> tuple[HeaderRole, dict[int, str]] | None:
        if row.role is None or row.role.role not in _STATEMENTS or not row.values:
            return None
        roles = {cell.column: _role(cell, self.context) for cell in row.values}
        if not all(role is not None and role.role in ("due", "start", "owner", "status") for role in roles.values()):
            return None
        return row.role, {column: role.role for column, role in roles.items() if role is not None}

    def _nested_row(self, row: _Row) -> None:
        assert self.nested is not None and row.label is not None
        role, columns = self.nested
        kind = _STATEMENTS[role.role]
        for statement in cell_statements(row.label, self.context.names, "never"):
            at = self._add(statement, kind, row.label, f"form label: {role.term}")
            for cell in row.values:
                self.drafts[at] = self._with_nested_field(self.drafts[at], columns.get(cell.column, ""), cell)

    def _with_nested_field(self, draft: Draft, role: str, cell: Cell) -> Draft:
        passage = Passage(_text(cell), _words(cell))
        match role:
            case "owner":
                return attrs.evolve(draft, owner=passage)
            case "status":
                return attrs.evolve(draft, status=passage)
            case "due":
                return attrs.evolve(draft, due=due_of_cell(passage.text, self.context.fiscal), due_words=passage.words)
            case _:
                return attrs.evolve(draft, fields=(*draft.fields, (role or "other", passage)))

    def _wide(self, cell: Cell) -> None:
        """A row over the whole width opens a form: it states what the form is about."""
        text = _text(cell)
        role = header_role(text.rstrip(":"), self.context.vocabulary)
        if self._is_number(cell, text):
            return
        if self.title is not None and is_date_only(text):
            # `1 January 2023 – 31 December 2025` under a commitment's title: when it is carried out
            self.fields.append(("due", "", Passage(text, _words(cell))))
            return
        if (role is not None and role.strength >= 0.6) or len(text.split()) > 60:
            self.heading_words.extend(_words(cell))
            return
        self.close()
        label = printed_label(text, self.context.vocabulary)
        kind: Kind = _STATEMENTS.get(label.role or "", "action") if label is not None and label.role else "action"
        self.title = self._add(block_statement(cell.lines), kind, cell, "form: title row")

    def _is_number(self, cell: Cell, text: str) -> bool:
        """`Action 2025-01`, `Performance measure 1.1` over a form: the number of what the form is about."""
        label = printed_label(text, self.context.vocabulary)
        named = label is not None and label.kind == "word" and label.role is not None and label.end >= len(text)
        plain = _NUMBERED.match(text) and header_role(text.split()[0], self.context.vocabulary) is not None
        if not plain and not (named and label is not None and label.number):
            return False
        self.close()
        self.heading_words.extend(_words(cell))
        self.printed = (text, _words(cell))
        return True

    def _value(self, cell: Cell, role: HeaderRole | None, row: _Row) -> None:
        name = role.role if role is not None else "note"
        if role is not None and role.level == "result" and self.reports:
            name = "note"  # `Criterion | Target | Result`: what came of it, its state perhaps first
            state = opening_state(cell)
            if state is not None:
                self.fields.append(("status", "status", state))
        elif name == "objective" and is_rank(_text(cell)):
            name = "note"  # `Priority | High`
        elif name == "target" and len(_text(cell).split()) >= 4 and not self.measured:
            name = "measure"
        elif name == "measure" and self.measured and role is not None and _METHOD.match(role.term):
            name = "note"  # `Measure | Methodology`: how it is counted
        elif name == "measure":
            label = _text(self.last_label) if self.last_label is not None else ""
            self.measured = not (self.taken and _BARE_MEASURE.search(label))
            name = "measure" if self.measured else "action"
        elif name == "commitment-text" and self.title is not None and not self._promises(cell, role):
            name = "note"
        if name in _STATEMENTS:
            self._statements(cell, _STATEMENTS[name], role)
        elif name == "status" and (self._is_scale(cell, row) or self.columns):
            self._scale(cell)
        else:
            label = _text(self.last_label) if self.last_label is not None else ""
            self.fields.append((name, label.rstrip(":"), Passage(_text(cell), _words(cell))))

    def _measures(self) -> list[int]:
        return [at for at in range(self.first, len(self.drafts)) if self.drafts[at].kind == "measure"]

    def _promises(self, cell: Cell, role: HeaderRole | None) -> bool:
        """Whether a description says what will be done, and not only what its title means (`Description` under
        `Project title`)."""
        text = _text(cell)
        listed = any(starts_item(line) for line in cell.lines)
        return (role is not None and role.strength >= 0.8) or listed or is_imperative(text) or " will " in text

    # --- a scale of completion: `Not started | Limited | Substantial | Completed` over ticks or letters ---------------

    def _is_scale(self, cell: Cell, row: _Row) -> bool:
        return len(row.values) >= 3 and not self.columns and all(len(_text(value).split()) <= 4 for value in row.values)

    def _scale(self, cell: Cell) -> None:
        text = _text(cell).strip()
        head = self.columns.get(cell.column)
        if head is None or head.row == cell.row:
            self.columns[cell.column] = cell
            self.heading_words.extend(_words(cell))
        elif cell.marks or (len(text) == 1 and text in _TICKS):
            self.fields.append(("status", "status", Passage(_text(head), _words(cell))))
        elif _LETTERS.match(text):
            self.fields.append((f"status of {text.casefold()}", "status", Passage(_text(head), _words(cell))))

    # --- statements -------------------------------------------------------------------------------------------------

    def _statements(self, cell: Cell, kind: Kind, role: HeaderRole | None) -> None:
        if (
            kind == "objective"
            and self.aim is not None
            and role is not None
            and role.level in ("ambition", "aim", "vision")
        ):
            self.fields.append(("note", role.term, Passage(_text(cell), _words(cell))))
            return
        policy: SentencePolicy = "never" if kind == "objective" else "promises" if kind == "action" else "always"
        for statement in cell_statements(cell, self.context.names, policy):
            at = self._add(statement, kind, cell, f"form label: {_text(self.last_label) if self.last_label else ''}")
            if kind == "action" and at == self.first and self.last_label and _NAMES.search(_text(self.last_label)):
                self.title = at  # `Project title | …` opens the form and is what it is about
            if kind == "objective" and self.aim is None:
                self.aim = at
                label = printed_label(_text(self.last_label), self.context.vocabulary) if self.last_label else None
                if label is not None and label.number and self.last_label is not None:
                    words = _words(self.last_label)
                    self.drafts[at] = attrs.evolve(
                        self.drafts[at], label=label.text, label_words=words, level=label.level or self.drafts[at].level
                    )

    def _add(self, statement: Statement, kind: Kind, cell: Cell, evidence: str) -> int:
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

    # --- the end of a form ------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Links the statements of the form that ends here, and hands out its fields."""
        subject = self.title if self.title is not None else self.aim
        if subject is None and len(self.drafts) > self.first:
            subject = self.first
        if subject is not None:
            self._link(subject)
            self._give_fields(subject)
        self.first, self.title, self.aim, self.fields = len(self.drafts), None, None, []
        self.last_label, self.last_role, self.columns, self.measured = None, None, {}, False

    def _link(self, subject: int) -> None:
        letters: dict[str, int] = {}
        # what the form is about stands under the heading above it, whatever its aim further down
        self.drafts[subject] = attrs.evolve(self.drafts[subject], grouped_by_row=True)
        for at in range(self.first, len(self.drafts)):
            draft = self.drafts[at]
            if at == subject:
                parents = (
                    (self.aim,) if self.aim is not None and self.aim != subject and draft.kind != "objective" else None
                )
            elif at == self.aim:
                parents = (subject,) if self.drafts[subject].kind == "objective" else None
            else:
                key = (draft.label or "").casefold()
                parents = (letters.get(key, subject),)
                if len(key) == 1 and draft.kind == "action":
                    letters.setdefault(key, at)
            self.drafts[at] = attrs.evolve(draft, fixed_parents=parents)

    def _give_fields(self, subject: int) -> None:
        draft = self.drafts[subject]
        others: list[tuple[str, Passage]] = []
        for name, header, passage in self.fields:
            if name == "owner":
                draft = attrs.evolve(draft, owner=draft.owner or passage)
            elif name == "due" and draft.due is None:
                draft = attrs.evolve(draft, due=due_of_cell(passage.text, self.context.fiscal), due_words=passage.words)
            elif name == "status":
                draft = attrs.evolve(draft, status=draft.status or passage)
            elif name.startswith("status of "):
                self._give_status(name.removeprefix("status of "), passage)
            elif name not in ("target", "baseline") or len(self._measures()) != 1:
                others.append((header, passage))
        self.drafts[subject] = attrs.evolve(draft, fields=tuple(others))
        self._give_values()

    def _give_values(self) -> None:
        """The form's one measure gets the target and the baseline that stand in it."""
        measures = self._measures()
        values = {name: passage for name, _, passage in reversed(self.fields) if name in ("target", "baseline")}
        if len(measures) == 1 and "target" in values:
            self.drafts[measures[0]] = with_target(self.drafts[measures[0]], values["target"], values.get("baseline"))

    def _give_status(self, letters: str, passage: Passage) -> None:
        wanted = set(regex.findall(r"[a-z]", letters.replace("and", " ")))
        given: set[str] = set()
        for at in range(self.first, len(self.drafts)):
            key = (self.drafts[at].label or "").casefold()
            if key in wanted and key not in given:
                given.add(key)
                self.drafts[at] = attrs.evolve(self.drafts[at], status=passage)


def _words(cell: Cell) -> tuple[Word, ...]:
    return tuple(word for line in cell.lines for word in line.words)


def _text(cell: Cell) -> str:
    return text_of(line.words for line in cell.lines)
