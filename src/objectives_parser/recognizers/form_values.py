"""The values beside a form's labels → statements and fields."""

from __future__ import annotations

import attrs

from objectives_parser import late as regex
from objectives_parser.document import Cell
from objectives_parser.drafts import Draft
from objectives_parser.recognizers.cell_passages import cell_words
from objectives_parser.recognizers.completion_scales import is_scale, status_on_scale
from objectives_parser.recognizers.form_labels import meaning, names_subject
from objectives_parser.recognizers.form_rows import STATED, FormRow
from objectives_parser.recognizers.form_state import FormState
from objectives_parser.recognizers.open_forms import FormField
from objectives_parser.recognizers.open_tables import SENTENCES
from objectives_parser.recognizers.rowfields import opening_state
from objectives_parser.recognizers.wide_captions import only_names
from objectives_parser.records import Kind
from objectives_parser.roles import HeaderRole, printed_label
from objectives_parser.statements import cell_statements

# `Ambition | This builds on work of several years.`: how far a commitment goes, and no aim
_RATES = regex.compile(
    r"(?:this|these|it)\s(?:(?:commitment|effort|initiative|action|measure|project|step|work|activit(?:y|ie))s?|is|are|was|"
    r"were|requires?|builds?|involves?|includes?|relates?|has|have)\b",
    regex.IGNORECASE,
)


@attrs.define(kw_only=True, eq=False)
class FormValues(FormState):
    """Reads values. ``reports`` says that the form's labels ask what was reached, ``taken`` that a measure is one that
    is taken; ``above`` is how many fields stood above the table's first statement."""

    reports: bool
    taken: bool
    above: int = 0

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

    def _statements(self, cell: Cell, kind: Kind, role: HeaderRole | None) -> None:
        form = self.form
        lofty = role is not None and role.level in ("ambition", "aim", "vision")
        rated = _RATES.match(cell.text) is not None
        if kind == "objective" and (form.aim is not None or rated) and role is not None and lofty:
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
