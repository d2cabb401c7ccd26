"""What is known of a form while its rows are read, and how a statement of it is set down."""

from __future__ import annotations

import attrs

from objectives_parser.document import Cell, Table, Word
from objectives_parser.drafts import Context, Draft, Passage, Spot
from objectives_parser.labelling import labelled
from objectives_parser.recognizers.cell_passages import cell_passage, cell_text
from objectives_parser.recognizers.open_forms import FormField, OpenForm, closed
from objectives_parser.records import Kind
from objectives_parser.roles import printed_label
from objectives_parser.statements import Statement


@attrs.define(kw_only=True, eq=False)
class FormState:
    """The forms of one table, row by row: their drafts and the words of their labels so far, the form that stands open,
    and the number ``printed`` over a form that no statement bears yet."""

    table: Table
    number: int
    context: Context
    drafts: list[Draft] = attrs.field(factory=list)
    heading_words: list[Word] = attrs.field(factory=list)
    form: OpenForm = attrs.field(factory=OpenForm)
    printed: tuple[str, tuple[Word, ...]] | None = None

    def close(self) -> None:
        """Ends the form: links its statements and hands out its fields."""
        self.drafts[self.form.first :] = closed(self.form, self.drafts[self.form.first :], self.context)
        self.form = OpenForm(first=len(self.drafts), aim_level=self.form.aim_level, under=self.form.under)

    def add(self, statement: Statement, kind: Kind, cell: Cell, evidence: str) -> int:
        """Sets a statement of the form down; its position among the drafts."""
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

    def _title_groups(self, at: int) -> None:
        """The title above a statement, if but a topic, is its group, and numbers it."""
        title, stated = self.drafts[at - 1], self.drafts.pop()
        self.heading_words.extend(title.words)
        self.drafts[at - 1] = attrs.evolve(
            stated, label=stated.label or title.label, category=Passage(title.text, title.words),
            label_words=(*stated.label_words, *title.label_words),
        )  # fmt: skip

    def _field(self, name: str, header: str, cell: Cell) -> None:
        self.form.fields.append(FormField(role=name, header=header, passage=cell_passage(cell)))

    def _label_text(self) -> str:
        return cell_text(self.form.label) if self.form.label is not None else ""
