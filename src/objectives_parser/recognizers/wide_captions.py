"""Rows over a form's whole width that say by themselves what they hold: `Finding: …`, `Recommendation: …`, `Management
response: …`, one under the other between rows of labels and values."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from objectives_parser.document import Word
from objectives_parser.drafts import Context
from objectives_parser.labelling import drop_words
from objectives_parser.recognizers.cell_passages import cell_text
from objectives_parser.recognizers.form_rows import STATED, FormRow, is_sure
from objectives_parser.recognizers.wordings import is_answer, tells
from objectives_parser.records import Kind
from objectives_parser.roles import header_role
from objectives_parser.statements import Statement, cut_at, plain_sentences

_LONGEST_CAPTION, _FEWEST, _LONGEST_NAME = 4, 2, 6  # words, captions, words


@attrs.frozen(kw_only=True, eq=False)
class WideCaption:
    """What a row's caption says: its role, its words as printed, how many they are, and the kind that it states."""

    role: str
    name: str
    count: int

    @property
    def kind(self) -> Kind | None:
        return STATED.get(self.role)


def wide_captions(rows: Sequence[FormRow], context: Context) -> dict[int, WideCaption]:
    """The captions of rows over the whole width, by their rows' numbers: two different ones at least, one of which
    states something."""
    found: dict[int, WideCaption] = {}
    for row in rows:
        if row.wide is None:
            continue
        name, colon, rest = cell_text(row.wide).partition(": ")
        if not colon or not rest.strip() or len(name.split()) > _LONGEST_CAPTION:
            continue
        role = header_role(name, context.vocabulary)
        if role is not None and is_sure(role) and not name[-1:].isdigit():
            found[row.number] = WideCaption(role=role.role, name=name, count=len(name.split()))
    names = {caption.name.casefold() for caption in found.values()}
    states = any(caption.kind is not None for caption in found.values())
    return found if len(names) >= _FEWEST and states else {}


def without_caption(statement: Statement, caption: WideCaption) -> Statement:
    """The statement of a row behind its caption."""
    return attrs.evolve(statement, lines=drop_words(statement.lines, caption.count))


def answer_apart(statement: Statement) -> tuple[tuple[Word, ...], Statement]:
    """`Agreed. The form will be redesigned.`: the answer's words, and what is promised behind them."""
    first, *others = plain_sentences(statement)
    if not others or not is_answer(first.text):
        return (), statement
    return first.words, cut_at(statement, [len(first.words)])[1]


def only_names(text: str) -> bool:
    """Whether the title over such a form is but a topic (`Contracts register`)."""
    return len(text.split()) <= _LONGEST_NAME and not tells(text) and not text.endswith(".")
