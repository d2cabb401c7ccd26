"""What opens a form: a row over its whole width, or a number."""

from __future__ import annotations

from itertools import pairwise

import attrs

from objectives_parser.document import Cell
from objectives_parser.drafts import Passage
from objectives_parser.recognizers.cell_passages import cell_text, cell_words
from objectives_parser.recognizers.form_labels import names_template, numbers_form
from objectives_parser.recognizers.form_rows import STATED, is_sure
from objectives_parser.recognizers.form_values import FormValues
from objectives_parser.recognizers.open_forms import FormField
from objectives_parser.recognizers.section_names import listed_kind
from objectives_parser.recognizers.wide_captions import WideCaption, answer_apart, only_names, without_caption
from objectives_parser.recognizers.wordings import tells
from objectives_parser.records import Kind
from objectives_parser.roles import header_role, printed_label
from objectives_parser.statements import block_statement, cell_statements
from objectives_parser.values import is_date_only

# "Commitment start and end date: July 2024 – June 2026", "Lead: Treasury" over the form's whole width
_FIELDS = frozenset({"owner", "due", "status", "note"})
_MOST_WORDS = 60
"""Words of a title over a form."""


@attrs.define(kw_only=True, eq=False)
class FormTitles(FormValues):
    """Reads the rows over a form's whole width; ``captions`` are those that bear a label, by the number of the row, and
    ``ground`` is the colour under the last title."""

    captions: dict[int, WideCaption] = attrs.field(factory=dict)
    ground: str | None = None

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
        if is_sure(role) or len(text.split()) > _MOST_WORDS or names_template(text):
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

    def _is_number(self, cell: Cell, text: str) -> bool:
        """`Action 2025-01`, `Performance measure 1.1` over a form: the number of what the form is about."""
        if not numbers_form(text, self.context):
            return False
        self.close()
        self.heading_words.extend(cell_words(cell))
        self.printed = (text, cell_words(cell))
        return True
